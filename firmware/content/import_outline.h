/* Which lines of a document are headings, and what they head: the outline that the guess is made from. Only for the importer. */
#ifndef SAMSYN_IMPORT_OUTLINE_H
#define SAMSYN_IMPORT_OUTLINE_H

#include "firmware/content/import_lines.h"

#define OUTLINE_DEPTH_MAX 12

enum {
	RANK_HINTED_AREA = 40,   /* marked headings have their level, 0 to 30 */
	RANK_NUMBERED = 50,      /* and its parts */
	RANK_STRONG = 60,
	RANK_PLAIN = 70,
	RANK_LEAF = 3,           /* more: a strong or plain heading right over a list */
	RANK_HINTED_THEME = 75,
	RANK_NESTED = 80         /* and how far in the list it stands */
};

/* What a line looks like among the others. */
struct outline_mark {
	bool heading;
	bool item;               /* may be a statement */
	bool audience;           /* a heading that names whom what follows speaks to */
	bool gate;               /* a heading that says "statements" */
	bool lead;               /* "Markera hur väl det stämmer:", over a list */
	int32_t rank;            /* of a heading: the lower, the more it holds */
};

/* A list under its headings. */
struct outline_group {
	int32_t first, last;     /* lines */
	int32_t chain[OUTLINE_DEPTH_MAX];   /* the headings over it, from the outermost; lines */
	int32_t depth;
	int32_t audience, gate;  /* lines; -1 for none */
	bool accepted;
};

struct outline {
	struct outline_mark *marks;      /* one a line */
	struct outline_group *groups;
	int32_t group_count;
	uint64_t *names;                 /* keys of all headings, sorted */
	int32_t name_count;
};

/* Marks every line; with `sentences`, a line of one sentence is an item, too. The lines of the scale have their place already. */
void outline_mark(const struct import_document *document, bool sentences, struct outline *outline);
/* True if some heading says the same words. */
bool outline_names(const struct outline *outline, const char *text);
/* Finds the groups. */
void outline_group(const struct import_document *document, struct outline *outline);
/* True if the text could be a name: short, no sentence, no address. */
bool outline_may_name(const char *text);
/* The next line that counts, from `at` on: not beside a table, not of the scale. document->count if there is none. */
int32_t outline_next(const struct import_document *document, int32_t at);

#endif
