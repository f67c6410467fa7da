/* The draw list: everything a frame shows, as plain data. Compared with the last one to know what to repaint, read by tests and by
   `samsyn play`, and drawn by any canvas. Whole pixels of the upright canvas. */
#ifndef SAMSYN_DRAW_H
#define SAMSYN_DRAW_H

#include "firmware/base/base.h"

struct rect {
	int32_t x, y, w, h;
};

/* 0xRRGGBBAA; alpha 0 draws nothing. */
typedef uint32_t colour_t;
#define RGB(hex) ((colour_t)(((uint32_t)(hex) << 8) | 0xFFU))

enum face {
	FACE_REGULAR, FACE_MEDIUM, FACE_SEMIBOLD, FACE_BOLD,
	FACE_CLOCK, FACE_CLOCK_BOLD,   /* regular and semibold with digits of one width: a clock does not shift as it runs */
	FACE_COUNT
};

enum draw_kind {
	DRAW_BOX,    /* a box with round corners: filled, and lined inside its edge where line_px > 0 */
	DRAW_DISC,   /* the disc inscribed in the box: filled, and lined inside its edge where line_px > 0 */
	DRAW_PIE,    /* the part of the inscribed disc from the top clockwise, share/65536 of the whole turn, left of the hand uncovered */
	DRAW_RING,   /* as the pie, but only its outer line_px pixels */
	DRAW_TEXT    /* one line of text, left edge and top of its line box at x, y; w, h its measured size */
};

struct draw {
	enum draw_kind kind;
	struct rect box;
	colour_t fill;       /* the text's colour for DRAW_TEXT */
	colour_t line;
	int32_t radius;      /* corners, px */
	int32_t line_px;
	int32_t share;       /* 0 .. 65536 */
	int32_t from;        /* where a ring begins, 0 .. 65535 of the turn clockwise from the top */
	enum face face;
	int32_t size_px;     /* font size, px an em */
	uint32_t text;       /* byte offset into draw_list.pool */
};

#define DRAWS_MAX 1024
#define DRAW_POOL_BYTES 32768

struct draw_list {
	int32_t width, height;
	colour_t ground;                /* what the canvas is cleared to */
	int32_t count;
	uint32_t pool_used;
	struct draw draws[DRAWS_MAX];
	char pool[DRAW_POOL_BYTES];
};

/* Starts an empty list. */
void draw_begin(struct draw_list *list, int32_t width, int32_t height, colour_t ground);
void draw_box(struct draw_list *list, struct rect box, int32_t radius, colour_t fill, int32_t line_px, colour_t line);
void draw_disc(struct draw_list *list, struct rect box, colour_t fill, int32_t line_px, colour_t line);
void draw_pie(struct draw_list *list, struct rect box, int32_t share, colour_t fill);
void draw_ring(struct draw_list *list, struct rect box, int32_t share, int32_t line_px, colour_t fill);
/* A part of a ring that begins elsewhere than at the top: parts side by side have clean edges, which parts over each other do not. */
void draw_arc(struct draw_list *list, struct rect box, int32_t from, int32_t share, int32_t line_px, colour_t fill);
/* Copies text[0..len) into the pool. A list that is full drops the rest and asserts: screens are bounded. */
void draw_text(struct draw_list *list, struct rect box, enum face face, int32_t size_px, colour_t colour, const char *text, size_t len);
const char *draw_text_of(const struct draw_list *list, const struct draw *draw);
/* True if both look the same, texts compared by content. */
bool draw_same(const struct draw_list *a, const struct draw *in_a, const struct draw_list *b, const struct draw *in_b);

/* Measures text without drawing it; the canvas provides one. Widths and heights in pixels. */
struct ruler {
	void *self;
	int32_t (*width)(void *self, enum face face, int32_t size_px, const char *text, size_t len);
	int32_t (*line_height)(void *self, enum face face, int32_t size_px);
};

struct rect rect_inset(struct rect r, int32_t by);
bool rect_holds(struct rect r, int32_t x, int32_t y);
bool rect_meets(struct rect a, struct rect b);
/* The smallest rectangle round both; an empty one counts for nothing. */
struct rect rect_round(struct rect a, struct rect b);
/* What both share; empty (w or h 0) where they do not meet. */
struct rect rect_shared(struct rect a, struct rect b);

#endif
