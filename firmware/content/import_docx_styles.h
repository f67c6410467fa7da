/* What the styles of a .docx say of a paragraph. Only for the files of the importer. */
#ifndef SAMSYN_IMPORT_DOCX_STYLES_H
#define SAMSYN_IMPORT_DOCX_STYLES_H

#include <libxml/tree.h>

#include "firmware/base/arena.h"

struct docx_style {
	const char *id, *base;
	int32_t heading, list;       /* as in docx_look, before the style that it builds on is asked */
	bool bold;
};

struct docx_styles {
	struct docx_style *list;
	int32_t count;
};

/* How a paragraph looks. */
struct docx_look {
	int32_t heading;             /* 0 for a title, 1 to 9; -1 for none */
	int32_t list;                /* how far in it stands in a list, from 0; -1 for none */
	bool bold;
};

/* True if an element has that name, in whatever namespace. */
bool node_is(const xmlNode *node, const char *name);
/* Reads the styles below `root`, which may be NULL; texts are copied to the arena. */
void docx_styles_read(struct docx_styles *styles, struct arena *arena, const xmlNode *root);
struct docx_look docx_look(const struct docx_styles *styles, const xmlNode *paragraph);
/* True if a run is bold, where `inherited` says what it is if it says nothing itself. */
bool run_bold(const xmlNode *run, bool inherited);

#endif
