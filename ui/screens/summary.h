/* The lines of a meeting that is told afterwards. Only for the files of the summary. */
#ifndef SAMSYN_SUMMARY_H
#define SAMSYN_SUMMARY_H

#include "ui/widget.h"

/* A line, or a piece of one that is longer than a page. */
enum told {
	TOLD_NOTE,                 /* a piece of it */
	TOLD_SHARED,               /* the statement, the answer to it and what it rests on */
	TOLD_SHARED_TITLE,         /* pieces of the statement, the answer, pieces of the grounds: the same where a page does not hold it */
	TOLD_ANSWER,
	TOLD_GROUNDS,
	TOLD_LEGEND,
	TOLD_OPENLY,               /* that the group talked instead of answering */
	TOLD_RESULT,               /* the statement, its bar and how united */
	TOLD_RESULT_TITLE,         /* the same in pieces */
	TOLD_BAR,
	TOLD_STEP
};

struct telling {
	enum told kind;
	const struct view_line *line;
	int32_t from, len;         /* bytes of a text: the piece */
	bool goes_on;              /* the piece before stands over it: no divider between */
};

/* How a result stands in its width. */
enum result_shape {
	RESULT_ON_A_LINE,          /* text, bar, words */
	RESULT_BAR_UNDER,          /* bar and words under the text */
	RESULT_UPRIGHT             /* each under the other */
};

/* What all tellings of a chapter share. */
struct told_by {
	const struct view_summary *summary;
	const char *results;       /* the heading over results: said once, since every line asks for it */
	struct diverging span;     /* of all results */
	int32_t width;             /* px that a line has */
	enum result_shape shape;
};

/* The text that a telling is a piece of. */
const char *summary_text(const struct telling *telling);
/* Bytes of it from telling->from on that fit so high a box: whole words, and at least one. */
int32_t summary_piece(struct ui *ui, const struct told_by *by, const struct telling *telling, int32_t height);
int32_t summary_height(struct ui *ui, const struct told_by *by, const struct telling *telling);
void summary_line(struct ui *ui, struct rect box, const struct told_by *by, const struct telling *telling);

/* What the colours of the bars mean. */
int32_t summary_legend_height(const struct ui *ui, const struct told_by *by);
void summary_legend(struct ui *ui, struct rect box, const struct told_by *by);

#endif
