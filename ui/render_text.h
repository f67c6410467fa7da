/* Fonts, measures, and strings made into sheets: the only door to SDL_ttf. */
#ifndef SAMSYN_RENDER_TEXT_H
#define SAMSYN_RENDER_TEXT_H

#include "ui/render_canvas.h"

struct texts;

/* Reads the fonts. NULL with a reason for people in why[cap], which stays as it was where memory is missing. */
MUST_USE struct texts *texts_create(struct canvas *canvas, const char *font_dir, char *why, size_t cap);
void texts_destroy(struct texts *texts);
/* Drops the sheets: the canvas turned, or lost its textures. Fonts and measures stay. */
void texts_clear(struct texts *texts);
const struct ruler *texts_ruler(struct texts *texts);

/* The pixels that a text command paints: its string as measured, reaching above its line box where a ring on an A does. */
struct rect texts_bounds(struct texts *texts, const struct draw *draw, const char *text);
void texts_paint(struct texts *texts, const struct draw *draw, const char *text);
/* Strings made into pictures since the start. */
int64_t texts_rasterised(const struct texts *texts);

#endif
