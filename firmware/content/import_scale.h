/* The scale of an instrument, wherever and however a document gives it. Only for the files of the importer. */
#ifndef SAMSYN_IMPORT_SCALE_H
#define SAMSYN_IMPORT_SCALE_H

#include "firmware/content/import_lines.h"

#define IMPORT_STEPS_MIN 3
#define IMPORT_STEPS_MAX 7
#define IMPORT_LABELS_MAX 9      /* while looking: the steps and answers beside them */

/* From the lowest step to the highest. */
struct import_scale {
	const char *steps[IMPORT_LABELS_MAX];
	int32_t count;               /* 0: none was found */
	const char *unsure;          /* an answer beside the scale; NULL if it has none */
	int32_t line;                /* its number in the document */
	bool turned;                 /* the document has the highest first */
	bool ends_only;              /* the document names only its ends, and the steps between are digits */
};

/* Looks for the scale, and gives the lines that are nothing but it PLACE_SCALE. */
void import_find_scale(struct import_document *document, struct import_scale *scale);
/* Takes a scale from labels, such as the heads of a table's columns. False if they are none. */
bool import_take_labels(struct import_document *document, struct import_scale *scale, const char *const *labels, int32_t count,
	int32_t line);

#endif
