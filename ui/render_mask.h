/* How much of each pixel a round shape covers: what makes corners, discs, pies and rings smooth. */
#ifndef SAMSYN_RENDER_MASK_H
#define SAMSYN_RENDER_MASK_H

#include "firmware/base/base.h"

#define MASK_WHOLE 65536

struct mask {
	int32_t diameter;   /* pixels, at least 1 */
	int32_t share;      /* 1 .. MASK_WHOLE of the turn, clockwise */
	int32_t line_px;    /* only the outer line_px pixels; 0 for all of the disc */
	int32_t from;       /* where it begins, 0 .. MASK_WHOLE - 1 of the turn from the top */
};

/* Writes diameter * diameter rows of coverage, 0 to 255. */
void mask_paint(uint8_t *coverage, const struct mask *mask);

#endif
