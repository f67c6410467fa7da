/* Cutting rectangles. A screen starts with the whole canvas and cuts pieces off it; nothing overlaps that was cut. */
#ifndef SAMSYN_LAYOUT_H
#define SAMSYN_LAYOUT_H

#include "ui/draw.h"

/* Take a piece of `size` px (no more than there is) off one side and return it; *from keeps the rest. */
struct rect cut_top(struct rect *from, int32_t size);
struct rect cut_bottom(struct rect *from, int32_t size);
struct rect cut_left(struct rect *from, int32_t size);
struct rect cut_right(struct rect *from, int32_t size);
/* The same, with `gap` px more thrown away between the piece and the rest. */
struct rect cut_top_gap(struct rect *from, int32_t size, int32_t gap);
struct rect cut_bottom_gap(struct rect *from, int32_t size, int32_t gap);
struct rect cut_left_gap(struct rect *from, int32_t size, int32_t gap);
struct rect cut_right_gap(struct rect *from, int32_t size, int32_t gap);

/* Column (row) `i` of `count` equal ones with `gap` px between; rounding leaves no pixel over. */
struct rect cut_column(struct rect all, int32_t count, int32_t i, int32_t gap);
struct rect cut_row(struct rect all, int32_t count, int32_t i, int32_t gap);
/* Cell `i`, counted along the rows, of a grid. */
struct rect cut_cell(struct rect all, int32_t columns, int32_t rows, int32_t i, int32_t gap);
/* Column `i` where each is as wide as its share of the sum of shares[count]. */
struct rect cut_column_by(struct rect all, const int32_t *shares, int32_t count, int32_t i, int32_t gap);

/* The words beside a picture: three sevenths off the left (off the top); the picture keeps the rest. */
struct rect cut_words_left(struct rect *from, int32_t gap);
struct rect cut_words_top(struct rect *from, int32_t gap);

/* A piece of that size in the middle of `all` (no larger than it), and along one direction only. */
struct rect cut_middle(struct rect all, int32_t w, int32_t h);
struct rect cut_middle_height(struct rect all, int32_t h);
struct rect cut_middle_width(struct rect all, int32_t w);
/* The largest square in the middle. */
struct rect cut_square(struct rect all);
/* Inset by x px left and right, y px above and below. */
struct rect cut_inset(struct rect all, int32_t x, int32_t y);

#endif
