/* A round box is nine slices: four quarters of a disc's mask, and three rectangles. */
#include "ui/render_shape.h"

#include <stdlib.h>

#include "ui/render_cache.h"
#include "ui/render_mask.h"

struct shapes {
	struct canvas *canvas;
	struct cache *whole;   /* discs and whole rings: few, and used over and over */
	struct cache *pies;    /* a running clock makes a new one every time; those of a chart of circles must all have room */
};

static const struct cache_limits WHOLE_LIMITS = {.count = 256, .bytes = (size_t)16 << 20};
static const struct cache_limits PIE_LIMITS = {.count = 32, .bytes = (size_t)48 << 20};

struct shapes *shapes_create(struct canvas *canvas)
{
	struct shapes *shapes = calloc(1, sizeof *shapes);

	if (shapes == NULL) {
		return NULL;
	}
	shapes->canvas = canvas;
	shapes->whole = cache_create(WHOLE_LIMITS, sheet_destroy);
	shapes->pies = cache_create(PIE_LIMITS, sheet_destroy);
	if (shapes->whole == NULL || shapes->pies == NULL) {
		shapes_destroy(shapes);
		return NULL;
	}
	return shapes;
}

void shapes_destroy(struct shapes *shapes)
{
	if (shapes != NULL) {
		cache_destroy(shapes->whole);
		cache_destroy(shapes->pies);
		free(shapes);
	}
}

void shapes_clear(struct shapes *shapes)
{
	cache_clear(shapes->whole);
	cache_clear(shapes->pies);
}

/* The rows and columns where anything is covered. */
static struct rect used_part(const uint8_t *rows, int32_t side)
{
	struct rect used = {0};

	for (int32_t y = 0; y < side; y++) {
		int32_t first = 0;
		int32_t end = side;

		while (first < side && rows[y * side + first] == 0) {
			first++;
		}
		while (end > first && rows[y * side + end - 1] == 0) {
			end--;
		}
		used = rect_round(used, (struct rect){first, y, end - first, 1});
	}
	return used;
}

/* The mask without its empty margins: a quarter of a ring needs a quarter of the pixels. */
static struct cache_value make_sheet(struct canvas *canvas, const struct mask *mask)
{
	size_t side = (size_t)mask->diameter;
	uint8_t *rows = malloc(side * side);
	struct cache_value made = {0};

	if (rows == NULL) {
		return made;
	}
	mask_paint(rows, mask);
	struct rect used = used_part(rows, mask->diameter);
	if (used.w > 0) {
		const uint8_t *first = rows + used.y * mask->diameter + used.x;

		made = (struct cache_value){NULL, used.x, used.y, used.w, used.h};
		made.thing = canvas_sheet(canvas, &(struct coverage){first, used.w, used.h, mask->diameter, 1});
	}
	free(rows);
	return made;
}

/* NULL if there is no memory: then that shape is missing, and the rest of the picture stands. */
static const struct cache_value *sheet_for(struct shapes *shapes, const struct mask *mask)
{
	struct cache *cache = mask->share == MASK_WHOLE ? shapes->whole : shapes->pies;
	struct cache_key key = {mask->diameter, mask->share, mask->line_px, mask->from, NULL, 0};
	const struct cache_value *value = cache_find(cache, &key);

	if (value == NULL) {
		struct cache_value made = make_sheet(shapes->canvas, mask);

		if (made.thing != NULL) {
			value = cache_put(cache, &key, made, 4 * (size_t)made.w * (size_t)made.h);
		}
	}
	return value;
}

static void stamp_whole(struct shapes *shapes, const struct mask *mask, int32_t x, int32_t y, colour_t colour)
{
	bool visible = mask->diameter > 0 && mask->share > 0 && (colour & 0xFF) != 0;
	const struct cache_value *sheet = visible ? sheet_for(shapes, mask) : NULL;

	if (sheet != NULL) {
		canvas_stamp(shapes->canvas, sheet->thing, (struct rect){0, 0, sheet->w, sheet->h}, x + sheet->x, y + sheet->y, colour);
	}
}

/* The four quarters of a disc or ring, in the corners of the box. */
static void stamp_corners(struct shapes *shapes, struct rect box, int32_t radius, int32_t line_px, colour_t colour)
{
	struct mask mask = {2 * radius, MASK_WHOLE, line_px < radius ? line_px : 0, 0};
	const struct cache_value *whole = radius > 0 ? sheet_for(shapes, &mask) : NULL;
	int32_t right = box.x + box.w - radius;
	int32_t bottom = box.y + box.h - radius;

	if (whole == NULL) {
		return;
	}
	struct sheet *sheet = whole->thing;
	canvas_stamp(shapes->canvas, sheet, (struct rect){0, 0, radius, radius}, box.x, box.y, colour);
	canvas_stamp(shapes->canvas, sheet, (struct rect){radius, 0, radius, radius}, right, box.y, colour);
	canvas_stamp(shapes->canvas, sheet, (struct rect){0, radius, radius, radius}, box.x, bottom, colour);
	canvas_stamp(shapes->canvas, sheet, (struct rect){radius, radius, radius, radius}, right, bottom, colour);
}

static int32_t fitting_radius(struct rect box, int32_t radius)
{
	return clamp_i32(radius, 0, min_i32(box.w, box.h) / 2);
}

static void fill_round(struct shapes *shapes, struct rect box, int32_t radius, colour_t colour)
{
	int32_t r = fitting_radius(box, radius);

	if ((colour & 0xFF) == 0) {
		return;
	}
	stamp_corners(shapes, box, r, 0, colour);
	canvas_fill(shapes->canvas, (struct rect){box.x + r, box.y, box.w - 2 * r, r}, colour);
	canvas_fill(shapes->canvas, (struct rect){box.x, box.y + r, box.w, box.h - 2 * r}, colour);
	canvas_fill(shapes->canvas, (struct rect){box.x + r, box.y + box.h - r, box.w - 2 * r, r}, colour);
}

/* Only the line. No pixel is painted twice, or a translucent line would show where its parts meet. */
static void line_round(struct shapes *shapes, struct rect box, int32_t radius, int32_t line_px, colour_t colour)
{
	struct canvas *canvas = shapes->canvas;
	int32_t r = fitting_radius(box, radius);
	int32_t deep = max_i32(line_px, r);
	int32_t across = box.w - 2 * r;

	stamp_corners(shapes, box, r, line_px, colour);
	canvas_fill(canvas, (struct rect){box.x + r, box.y, across, min_i32(line_px, r)}, colour);
	canvas_fill(canvas, (struct rect){box.x + r, box.y + box.h - min_i32(line_px, r), across, min_i32(line_px, r)}, colour);
	/* Below the corners' own height, a line thicker than they are round runs from edge to edge. */
	canvas_fill(canvas, (struct rect){box.x, box.y + r, box.w, deep - r}, colour);
	canvas_fill(canvas, (struct rect){box.x, box.y + box.h - deep, box.w, deep - r}, colour);
	canvas_fill(canvas, (struct rect){box.x, box.y + deep, line_px, box.h - 2 * deep}, colour);
	canvas_fill(canvas, (struct rect){box.x + box.w - line_px, box.y + deep, line_px, box.h - 2 * deep}, colour);
}

/* A line that would be thicker than half the box is all of the box. */
static bool has_line(const struct draw *draw)
{
	return draw->line_px > 0 && (draw->line & 0xFF) != 0;
}

static bool all_line(struct rect box, int32_t line_px)
{
	return 2 * line_px >= min_i32(box.w, box.h);
}

/* Under a fill that hides everything the line is the whole box, so that no ground shines through between line and fill. */
static bool hides(colour_t fill)
{
	return (fill & 0xFF) == 0xFF;
}

static void paint_box(struct shapes *shapes, const struct draw *draw)
{
	if (!has_line(draw)) {
		fill_round(shapes, draw->box, draw->radius, draw->fill);
		return;
	}
	if (hides(draw->fill) || all_line(draw->box, draw->line_px)) {
		fill_round(shapes, draw->box, draw->radius, draw->line);
	} else {
		line_round(shapes, draw->box, draw->radius, draw->line_px, draw->line);
	}
	if (!all_line(draw->box, draw->line_px)) {
		int32_t inner = max_i32(0, fitting_radius(draw->box, draw->radius) - draw->line_px);

		fill_round(shapes, rect_inset(draw->box, draw->line_px), inner, draw->fill);
	}
}

/* The square in the middle of the box. */
static struct rect square_in(struct rect box)
{
	int32_t side = min_i32(box.w, box.h);

	return (struct rect){box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side};
}

static void paint_disc(struct shapes *shapes, const struct draw *draw)
{
	struct rect at = square_in(draw->box);
	struct rect inner = rect_inset(at, draw->line_px);

	if (!has_line(draw)) {
		stamp_whole(shapes, &(struct mask){at.w, MASK_WHOLE, 0, 0}, at.x, at.y, draw->fill);
		return;
	}
	bool whole = hides(draw->fill) || all_line(at, draw->line_px);
	stamp_whole(shapes, &(struct mask){at.w, MASK_WHOLE, whole ? 0 : draw->line_px, 0}, at.x, at.y, draw->line);
	if (!all_line(at, draw->line_px)) {
		stamp_whole(shapes, &(struct mask){inner.w, MASK_WHOLE, 0, 0}, inner.x, inner.y, draw->fill);
	}
}

static void paint_pie(struct shapes *shapes, const struct draw *draw)
{
	struct rect at = square_in(draw->box);
	struct mask mask = {at.w, clamp_i32(draw->share, 0, MASK_WHOLE), 0, 0};

	if (draw->kind == DRAW_RING) {
		mask.line_px = all_line(at, draw->line_px) ? 0 : draw->line_px;
		mask.from = (int32_t)((uint32_t)draw->from % MASK_WHOLE);
	}
	if (mask.share == MASK_WHOLE) {
		mask.from = 0;
	}
	if (draw->kind == DRAW_PIE || draw->line_px > 0) {
		stamp_whole(shapes, &mask, at.x, at.y, draw->fill);
	}
}

void shapes_paint(struct shapes *shapes, const struct draw *draw)
{
	assert(draw->kind != DRAW_TEXT);
	if (draw->box.w <= 0 || draw->box.h <= 0) {
		return;
	}
	switch (draw->kind) {
	case DRAW_BOX:
		paint_box(shapes, draw);
		break;
	case DRAW_DISC:
		paint_disc(shapes, draw);
		break;
	case DRAW_PIE:
	case DRAW_RING:
		paint_pie(shapes, draw);
		break;
	case DRAW_TEXT:
		break;
	}
}
