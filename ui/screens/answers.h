/* Answers that everyone may see: a statement with its bar, "vet inte" beside, and the word for how united they are. */
#ifndef SAMSYN_ANSWERS_H
#define SAMSYN_ANSWERS_H

#include "ui/widget.h"

/* "eniga" and so on. */
const char *answers_verdict(enum verdict verdict);

/* How all rows of a list share their columns. */
struct answers {
	bool stacked;             /* the text over its bar, for narrow places */
	bool under;               /* and the words under the bar, where even that is too narrow */
	int32_t width;
	int32_t unsure, verdict;  /* px; 0 unsure: it stands under the verdict */
	int32_t beside;           /* px: the height of the words beside or under the bar */
	struct diverging span;
	const char *unsure_word;
};

/* The columns for rows of that width; `rows` are all that share the axis. */
struct answers answers_of(const struct ui *ui, int32_t width, bool stacked, const struct view_result_row *rows, int32_t count,
                          const char *unsure_word);
/* Where the bar stands in a row. */
struct rect answers_bar(const struct ui *ui, const struct answers *answers, struct rect row);
/* The least height in which nothing of the row is cut, and the one it wants. */
int32_t answers_least(const struct ui *ui, const struct answers *answers, const struct view_result_row *row);
int32_t answers_want(const struct ui *ui, const struct answers *answers, const struct view_result_row *row);
/* `count` rows under one another in the box, with one size of text and one axis. */
void answers_rows(struct ui *ui, struct rect box, const struct answers *answers, const struct view_result_row *rows, int32_t count);
/* The bar and the words of one row alone, without its text; and the height that they take. */
void answers_sums(struct ui *ui, struct rect box, const struct answers *answers, const struct view_result_row *row);
int32_t answers_sums_height(const struct ui *ui, const struct answers *answers);
/* The same as a table: each step of the scale with its count, where there is no room for a bar and its legend. */
void answers_table(struct ui *ui, struct rect box, const struct answers *answers, const struct view_result_row *row,
                   const char *const scale[ANSWERS]);
/* The px that the legend needs at least where two of it stand side by side. */
int32_t answers_legend_square(const struct ui *ui, const char *const scale[ANSWERS]);
/* The px that the legend wants on one line; the height that it takes in that width; and the legend. */
int32_t answers_legend_width(const struct ui *ui, const char *const scale[ANSWERS]);
int32_t answers_legend_height(const struct ui *ui, int32_t width, const char *const scale[ANSWERS]);
void answers_legend(struct ui *ui, struct rect box, const char *const scale[ANSWERS]);

#endif
