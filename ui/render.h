/* A canvas that draws lists with SDL: the only door to SDL_Renderer and SDL_ttf. */
#ifndef SAMSYN_RENDER_H
#define SAMSYN_RENDER_H

#include "ui/draw.h"

struct render;

/* Where to draw: a window of the board's (void * is SDL_Window *), or NULL for an off-screen surface that can be read back. */
struct render_config {
	void *window;
	int32_t width, height;       /* of the glass, before turning; used where window is NULL */
	const char *font_dir;        /* the folder that holds Inter-Regular.otf and its sisters */
};

/* Opens the canvas and its fonts. NULL with a reason for people in why[cap] (what is missing and what to do). */
MUST_USE struct render *render_create(const struct render_config *config, char *why, size_t cap);
void render_destroy(struct render *render);

/* Turns the picture clockwise by 0, 90, 180 or 270 degrees, from the next draw on. */
void render_turn(struct render *render, int32_t degrees);
/* The upright canvas in pixels: width and height change places at 90 and 270. */
void render_size(const struct render *render, int32_t *width, int32_t *height);
/* From glass pixels to upright pixels, for fingers. */
void render_upright(const struct render *render, int32_t *x, int32_t *y);

const struct ruler *render_ruler(struct render *render);

/* Draws what differs from the last list drawn. True if anything was drawn and presented, false if the picture stood already. */
bool render_draw(struct render *render, const struct draw_list *list);
/* Forgets what is on the glass: the next draw paints all of it (the window lost its pixels, or the canvas changed size). */
void render_forget(struct render *render);

/* Pixels painted (clipped area) by the last draw, and glyph-rasterising calls it made: for tests and benchmarks. */
struct render_cost {
	int64_t pixels;
	int32_t rasterised;
};
struct render_cost render_last_cost(const struct render *render);

/* The glass as 0xAARRGGBB rows, turned as the glass is; owned by the canvas, valid until the next draw. Off-screen canvases only. */
const uint32_t *render_pixels(const struct render *render, int32_t *width, int32_t *height);

#endif
