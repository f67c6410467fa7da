/* The instrument that lines with places make: audiences, areas, themes, statements. Only for the files of the importer. */
#ifndef SAMSYN_IMPORT_TREE_H
#define SAMSYN_IMPORT_TREE_H

#include "firmware/content/import_scale.h"
#include "firmware/core/material.h"

#define NAME_LETTERS_MAX 300     /* of the instrument, an audience, an area, a theme */
#define IMPORT_AUDIENCES_MAX 8
#define IMPORT_AREAS_MAX 200
#define AUDIENCE_ID_MAX 15       /* letters, before a number that tells it from another: together they fit in a statement's id */
#define AREA_ID_MAX 17
#define INSTRUMENT_ID_MAX 28

struct import_audience {
	char id[ID_BYTES];
	struct words name;           /* "" in languages that the document is not in */
	uint64_t key;
	int32_t line;                /* index of the line that names it; -1 for none */
	int32_t statements;
};

struct import_area {
	char id[ID_BYTES];
	struct words name, short_name;   /* short_name "" where the name is short itself */
	const char *intro;           /* "" for none */
	uint64_t key;
	int32_t line, themes;
	int32_t statements[IMPORT_AUDIENCES_MAX];
};

struct import_theme {
	struct words name;
	uint64_t key;
	int32_t line, area;
	int32_t number;              /* in its area, from 1 */
	int32_t first;               /* its first statement */
	int32_t statements[IMPORT_AUDIENCES_MAX];
};

struct import_statement {
	int32_t line, theme, audience;
	int32_t next;                /* of the same theme; -1 after the last */
	uint64_t key;
};

struct import_tree {
	char id[ID_BYTES];
	enum lang lang;              /* that the document is in */
	struct words name;
	struct words steps[IMPORT_LABELS_MAX], short_steps[IMPORT_LABELS_MAX], unsure;
	bool has_short;
	const char *replaces;        /* the id of the instrument that it takes the place of; NULL for none */
	struct import_audience audiences[IMPORT_AUDIENCES_MAX];
	struct import_area *areas;
	struct import_theme *themes;
	struct import_statement *statements;
	int32_t audience_count, area_count, theme_count, statement_count;
};

/* Puts the instrument together. Lines whose place comes to nothing lose it, and say why. `name` is the instrument's if it is not
 * NULL; `lang` is the document's if it is not LANG_COUNT. */
void import_build(struct import_document *document, const struct import_scale *scale, const char *name, enum lang lang,
	struct import_tree *tree);
/* If one of the instruments in `known` has the same themes with as many statements each, takes its ids, so that this one takes
 * its place; else sees to it that no id is taken by mistake. `known` may be NULL. */
void import_match(struct import_tree *tree, const struct material *known);

#endif
