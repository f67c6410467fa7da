/* What differs from the last list is found, and that is painted: see render.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "firmware/base/str.h"
#include "ui/render_canvas.h"
#include "ui/render_dirty.h"
#include "ui/render_shape.h"
#include "ui/render_text.h"
#include "ui/words.h"

/* A list with the pixels that each of its commands touches. */
struct placed {
	struct draw_list list;
	struct rect bounds[DRAWS_MAX];
};

struct render {
	struct canvas *canvas;
	struct shapes *shapes;
	struct texts *texts;
	int32_t degrees;
	bool known;               /* lists[newest] stands on the glass, which was then width by height */
	int32_t width, height;
	struct placed lists[2];   /* the last one and the one being drawn take turns */
	int32_t newest;
	struct render_cost cost;
};

struct render *render_create(const struct render_config *config, char *why, size_t cap)
{
	struct render *render = calloc(1, sizeof *render);

	/* Whoever knows better overwrites it. */
	snprintf(why, cap, "%s", _("There is no memory left."));
	if (render == NULL) {
		return NULL;
	}
	render->canvas = canvas_open(config, why, cap);
	render->texts = render->canvas == NULL ? NULL : texts_create(render->canvas, config->font_dir, why, cap);
	render->shapes = render->texts == NULL ? NULL : shapes_create(render->canvas);
	if (render->shapes == NULL) {
		render_destroy(render);
		return NULL;
	}
	str_copy(why, cap, "");
	return render;
}

/* Sheets belong to the canvas, so they go before it. */
void render_destroy(struct render *render)
{
	if (render != NULL) {
		shapes_destroy(render->shapes);
		texts_destroy(render->texts);
		canvas_close(render->canvas);
		free(render);
	}
}

void render_turn(struct render *render, int32_t degrees)
{
	if (degrees == render->degrees) {
		return;
	}
	canvas_turn(render->canvas, degrees);
	shapes_clear(render->shapes);
	texts_clear(render->texts);
	render->degrees = degrees;
	render->known = false;
}

void render_size(const struct render *render, int32_t *width, int32_t *height)
{
	canvas_size(render->canvas, width, height);
}

void render_upright(const struct render *render, int32_t *x, int32_t *y)
{
	canvas_upright(render->canvas, x, y);
}

const struct ruler *render_ruler(struct render *render)
{
	return texts_ruler(render->texts);
}

void render_forget(struct render *render)
{
	render->known = false;
	/* A graphics chip that lost the glass may have lost its textures, too. */
	if (!canvas_keeps(render->canvas)) {
		shapes_clear(render->shapes);
		texts_clear(render->texts);
	}
}

static void copy_list(struct draw_list *to, const struct draw_list *from)
{
	to->width = from->width;
	to->height = from->height;
	to->ground = from->ground;
	to->count = from->count;
	to->pool_used = from->pool_used;
	memcpy(to->draws, from->draws, (size_t)from->count * sizeof from->draws[0]);
	memcpy(to->pool, from->pool, from->pool_used);
}

static void place(struct render *render, struct placed *placed, struct rect glass)
{
	const struct draw_list *list = &placed->list;

	for (int32_t i = 0; i < list->count; i++) {
		const struct draw *draw = &list->draws[i];
		struct rect touched = draw->box;

		if (draw->kind == DRAW_TEXT) {
			touched = texts_bounds(render->texts, draw, draw_text_of(list, draw));
		}
		placed->bounds[i] = rect_shared(touched, glass);
	}
}

/* Every command that reaches into the part, in order, on fresh ground. */
static void paint(struct render *render, const struct placed *placed, struct rect part)
{
	const struct draw_list *list = &placed->list;

	canvas_clip(render->canvas, part);
	canvas_clear(render->canvas, part, list->ground);
	for (int32_t i = 0; i < list->count; i++) {
		const struct draw *draw = &list->draws[i];

		if (!rect_meets(placed->bounds[i], part)) {
			continue;
		}
		if (draw->kind == DRAW_TEXT) {
			texts_paint(render->texts, draw, draw_text_of(list, draw));
		} else {
			shapes_paint(render->shapes, draw);
		}
	}
	render->cost.pixels += (int64_t)part.w * part.h;
}

/* The parts to paint: none if the picture stands already. */
static struct dirty what_differs(const struct render *render, const struct placed *last, const struct placed *next, struct rect glass)
{
	struct dirty dirty = {0};
	bool comparable = render->known && render->width == glass.w && render->height == glass.h && last->list.ground == next->list.ground;

	if (comparable) {
		dirty_between(&dirty, &(struct dirty_side){&last->list, last->bounds}, &(struct dirty_side){&next->list, next->bounds});
	}
	if (!comparable || (dirty.count > 0 && !canvas_keeps(render->canvas))) {
		dirty = (struct dirty){.count = 1, .rects = {glass}};
	}
	return dirty;
}

bool render_draw(struct render *render, const struct draw_list *list)
{
	const struct placed *last = &render->lists[render->newest];
	struct placed *next = &render->lists[1 - render->newest];
	struct rect glass = {0};
	int64_t before = texts_rasterised(render->texts);

	canvas_size(render->canvas, &glass.w, &glass.h);
	copy_list(&next->list, list);
	place(render, next, glass);
	struct dirty dirty = what_differs(render, last, next, glass);
	render->cost = (struct render_cost){0};
	for (int32_t i = 0; i < dirty.count; i++) {
		paint(render, next, dirty.rects[i]);
	}
	if (dirty.count > 0) {
		canvas_present(render->canvas);
	}
	render->newest = 1 - render->newest;
	render->known = true;
	render->width = glass.w;
	render->height = glass.h;
	render->cost.rasterised = (int32_t)(texts_rasterised(render->texts) - before);
	return dirty.count > 0;
}

struct render_cost render_last_cost(const struct render *render)
{
	return render->cost;
}

const uint32_t *render_pixels(const struct render *render, int32_t *width, int32_t *height)
{
	return canvas_pixels(render->canvas, width, height);
}
