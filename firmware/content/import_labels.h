/* The labels of a scale as one line of text gives them. Only for the files of the importer. */
#ifndef SAMSYN_IMPORT_LABELS_H
#define SAMSYN_IMPORT_LABELS_H

#include "firmware/content/import_scale.h"

#define LABEL_LINE_BYTES 1200    /* a longer line is not looked through for labels */

struct label {
	int32_t digit;               /* the number before it; -1 for none */
	const char *text;
};

/* What one line, or several, may say about the scale. */
struct labels {
	struct label list[IMPORT_LABELS_MAX];
	int32_t count;
	bool pure;                   /* the line says nothing else */
};

/* Adds a label; false if it is too long for one, or one too many. */
bool labels_add(struct labels *labels, int32_t digit, const char *text);
/* text[0..len) without what parts it from its neighbours: "(1)", "2 =", commas, "och". */
const char *label_clean(struct arena *arena, const char *text, size_t len);
/* True if the text begins as "1 = ..." does. */
bool label_begins(const char *text);
/* "1 = ..., 2 = ..., 3 = ...", or only its ends. */
void labels_numbered(struct arena *arena, const char *text, struct labels *labels);
/* "skalan a/b/c/d", "Svarsalternativ: a, b och c". */
void labels_worded(struct arena *arena, const char *text, struct labels *labels);
/* A line of nothing but boxes with a label each, or of labels with slashes, of which one says no. */
void labels_bare(struct arena *arena, const char *text, struct labels *labels);
/* "1 2 3 4 5", with boxes or strokes between if need be: which numbers, but not what they mean. False if it is not that. */
bool labels_count(const char *text, struct labels *labels);

#endif
