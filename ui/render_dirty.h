/* Which parts of the picture differ between two draw lists. */
#ifndef SAMSYN_RENDER_DIRTY_H
#define SAMSYN_RENDER_DIRTY_H

#include "ui/draw.h"

#define DIRTY_MAX 16

struct dirty {
	int32_t count;
	struct rect rects[DIRTY_MAX];
};

/* A list with the pixels that each of its commands can touch. */
struct dirty_side {
	const struct draw_list *list;
	const struct rect *bounds;
};

/* Adds a rectangle; when there are too many, the two that waste least become one. Empty ones are left out. */
void dirty_add(struct dirty *dirty, struct rect rect);
/* Adds everything that may look different. Both lists have the same size and ground. */
void dirty_between(struct dirty *dirty, const struct dirty_side *before, const struct dirty_side *after);

#endif
