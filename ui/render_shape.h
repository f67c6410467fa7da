/* Boxes, discs, pies and rings out of fills and stamped masks. */
#ifndef SAMSYN_RENDER_SHAPE_H
#define SAMSYN_RENDER_SHAPE_H

#include "ui/render_canvas.h"

struct shapes;

/* NULL if there is no memory. */
MUST_USE struct shapes *shapes_create(struct canvas *canvas);
void shapes_destroy(struct shapes *shapes);
/* Drops the masks: the canvas turned, or lost its textures. */
void shapes_clear(struct shapes *shapes);
/* Paints anything but text. */
void shapes_paint(struct shapes *shapes, const struct draw *draw);

#endif
