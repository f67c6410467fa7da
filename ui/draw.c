/* The draw list. */
#include "ui/draw.h"

#include <string.h>

void draw_begin(struct draw_list *list, int32_t width, int32_t height, colour_t ground)
{
	list->width = width;
	list->height = height;
	list->ground = ground;
	list->count = 0;
	list->pool_used = 0;
}

/* Every field is set, so that two commands can be compared field by field. */
static void add(struct draw_list *list, const struct draw *draw)
{
	assert(list->count < DRAWS_MAX);
	if (list->count < DRAWS_MAX) {
		list->draws[list->count++] = *draw;
	}
}

void draw_box(struct draw_list *list, struct rect box, int32_t radius, colour_t fill, int32_t line_px, colour_t line)
{
	add(list, &(struct draw){.kind = DRAW_BOX, .box = box, .radius = radius, .fill = fill, .line_px = line_px, .line = line});
}

void draw_disc(struct draw_list *list, struct rect box, colour_t fill, int32_t line_px, colour_t line)
{
	add(list, &(struct draw){.kind = DRAW_DISC, .box = box, .fill = fill, .line_px = line_px, .line = line});
}

void draw_pie(struct draw_list *list, struct rect box, int32_t share, colour_t fill)
{
	add(list, &(struct draw){.kind = DRAW_PIE, .box = box, .share = share, .fill = fill});
}

void draw_ring(struct draw_list *list, struct rect box, int32_t share, int32_t line_px, colour_t fill)
{
	draw_arc(list, box, 0, share, line_px, fill);
}

void draw_arc(struct draw_list *list, struct rect box, int32_t from, int32_t share, int32_t line_px, colour_t fill)
{
	add(list, &(struct draw){.kind = DRAW_RING, .box = box, .from = from, .share = share, .line_px = line_px, .fill = fill});
}

void draw_text(struct draw_list *list, struct rect box, enum face face, int32_t size_px, colour_t colour, const char *text, size_t len)
{
	bool fits = len < DRAW_POOL_BYTES - list->pool_used;

	assert(fits);
	if (!fits) {
		return;
	}
	memcpy(list->pool + list->pool_used, text, len);
	list->pool[list->pool_used + len] = '\0';
	add(list, &(struct draw){.kind = DRAW_TEXT, .box = box, .face = face, .size_px = size_px, .fill = colour, .text = list->pool_used});
	list->pool_used += (uint32_t)len + 1;
}

const char *draw_text_of(const struct draw_list *list, const struct draw *draw)
{
	assert(draw->kind == DRAW_TEXT && draw->text < list->pool_used);
	return list->pool + draw->text;
}

static bool same_rect(struct rect a, struct rect b)
{
	return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h;
}

static bool same_shape(const struct draw *a, const struct draw *b)
{
	return a->kind == b->kind && same_rect(a->box, b->box) && a->fill == b->fill && a->line == b->line && a->radius == b->radius &&
	       a->line_px == b->line_px && a->share == b->share && a->from == b->from && a->face == b->face && a->size_px == b->size_px;
}

bool draw_same(const struct draw_list *a, const struct draw *in_a, const struct draw_list *b, const struct draw *in_b)
{
	return same_shape(in_a, in_b) && (in_a->kind != DRAW_TEXT || strcmp(draw_text_of(a, in_a), draw_text_of(b, in_b)) == 0);
}

struct rect rect_inset(struct rect r, int32_t by)
{
	int32_t across = min_i32(by, r.w / 2);
	int32_t down = min_i32(by, r.h / 2);

	return (struct rect){r.x + across, r.y + down, r.w - 2 * across, r.h - 2 * down};
}

bool rect_holds(struct rect r, int32_t x, int32_t y)
{
	return x >= r.x && x < r.x + r.w && y >= r.y && y < r.y + r.h;
}

static bool empty(struct rect r)
{
	return r.w <= 0 || r.h <= 0;
}

bool rect_meets(struct rect a, struct rect b)
{
	return !empty(a) && !empty(b) && a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

struct rect rect_round(struct rect a, struct rect b)
{
	if (empty(a)) {
		return b;
	}
	if (empty(b)) {
		return a;
	}
	int32_t x = min_i32(a.x, b.x);
	int32_t y = min_i32(a.y, b.y);
	return (struct rect){x, y, max_i32(a.x + a.w, b.x + b.w) - x, max_i32(a.y + a.h, b.y + b.h) - y};
}

struct rect rect_shared(struct rect a, struct rect b)
{
	if (!rect_meets(a, b)) {
		return (struct rect){max_i32(a.x, b.x), max_i32(a.y, b.y), 0, 0};
	}
	int32_t x = max_i32(a.x, b.x);
	int32_t y = max_i32(a.y, b.y);
	return (struct rect){x, y, min_i32(a.x + a.w, b.x + b.w) - x, min_i32(a.y + a.h, b.y + b.h) - y};
}
