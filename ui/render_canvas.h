/* What can be done to the glass: fill a rectangle, stamp a sheet of coverage in a colour. Everything is told in upright pixels;
   the canvas turns it. Between render_frame.c, which knows lists, and render_sdl.c, which knows SDL. */
#ifndef SAMSYN_RENDER_CANVAS_H
#define SAMSYN_RENDER_CANVAS_H

#include "ui/render.h"

struct canvas;
/* White with coverage as its alpha, already turned as the canvas was when it was made. */
struct sheet;

/* NULL with a reason in why[cap], which stays as it was where memory is missing. */
MUST_USE struct canvas *canvas_open(const struct render_config *config, char *why, size_t cap);
void canvas_close(struct canvas *canvas);

/* True if pixels stay where nothing is painted, so that a part can be painted anew. */
bool canvas_keeps(const struct canvas *canvas);
/* 0, 90, 180 or 270 degrees clockwise. Sheets made before are of no use after. */
void canvas_turn(struct canvas *canvas, int32_t degrees);
void canvas_size(const struct canvas *canvas, int32_t *width, int32_t *height);
void canvas_upright(const struct canvas *canvas, int32_t *x, int32_t *y);

/* Coverage and its place in a larger picture: rows of w bytes or, with 4 bytes a pixel, of 0xAARRGGBB words whose alpha counts. */
struct coverage {
	const void *rows;
	int32_t w, h;
	int32_t row_bytes, pixel_bytes;
};

/* NULL if there is no memory for it. */
MUST_USE struct sheet *canvas_sheet(struct canvas *canvas, const struct coverage *coverage);
void sheet_destroy(void *sheet);

/* Paints nothing outside `box` until the next call. */
void canvas_clip(struct canvas *canvas, struct rect box);
/* Overwrites box; the colour's alpha does not count. */
void canvas_clear(struct canvas *canvas, struct rect box, colour_t colour);
void canvas_fill(struct canvas *canvas, struct rect box, colour_t colour);
/* Stamps the part `from` of the sheet (upright, whole sheet from 0, 0) with its left top corner at x, y. */
void canvas_stamp(struct canvas *canvas, struct sheet *sheet, struct rect from, int32_t x, int32_t y, colour_t colour);
void canvas_present(struct canvas *canvas);
/* NULL on a window. */
const uint32_t *canvas_pixels(const struct canvas *canvas, int32_t *width, int32_t *height);

#endif
