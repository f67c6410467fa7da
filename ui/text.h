/* Text in boxes: wrapped by words, set as large as it fits, never cut. Pure: everything is measured through the ruler. */
#ifndef SAMSYN_TEXT_H
#define SAMSYN_TEXT_H

#include "ui/draw.h"

struct text_line {
	size_t first, len;    /* bytes of the text, blanks at the end left out */
	int32_t width;        /* px */
	bool broken;          /* the line ends inside a word that was longer than the line */
};

/* Takes the next line at *at that is no wider than `width` (at least one letter) and moves *at past it. False at the end of the text.
   Breaks at blanks and line feeds, after hyphens and dashes between letters, and, where a word is longer than the line, between letters. */
bool text_next_line(const struct ruler *ruler, enum face face, int32_t size, int32_t width, const char *text, size_t *at,
                    struct text_line *line);

/* How a text stands at one size in a width. */
struct text_shape {
	int32_t lines;
	int32_t width;        /* of the longest line */
	int32_t height;       /* lines * pitch */
	int32_t pitch;        /* from line to line */
	bool broken;          /* some word had to be broken between letters */
};
struct text_shape text_shape(const struct ruler *ruler, enum face face, int32_t size, int32_t width, const char *text);

/* The largest size between `wanted` and `floor` at which the text fits w by h without breaking a word between letters; if there is none,
   the floor, in as many pages as it takes. */
struct text_fit {
	int32_t size;
	int32_t pages;            /* 1: it fits */
	int32_t lines_per_page;
	struct text_shape shape;
};
struct text_fit text_fit(const struct ruler *ruler, enum face face, int32_t wanted, int32_t floor, int32_t w, int32_t h,
                         const char *text);

/* The next smaller size that is tried under `size`, not below `floor`: sizes come from one ladder, so that few are in use. */
int32_t text_step_down(int32_t size, int32_t floor);
/* The narrowest width that keeps the number of lines, so that a heading's lines are about equally long. */
int32_t text_balanced_width(const struct ruler *ruler, enum face face, int32_t size, int32_t width, const char *text);
int32_t text_width(const struct ruler *ruler, enum face face, int32_t size, const char *text);
/* Capitals of a-z, å, ä, ö and the other small letters of Latin-1, into to[cap]. */
void text_capitals(char *to, size_t cap, const char *from);

#endif
