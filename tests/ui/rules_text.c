/* Texts where they stand: in the canvas, in their box, clear of each other, large enough and dark enough. */
#include "tests/ui/rules.h"

#include <math.h>

/* Above the highest and under the deepest letter of Inter, a line has so much of an em to spare. */
#define AIR(size_px) ((size_px) / 16)
#define CAP_1000 728
#define SAMPLES_ACROSS 9
#define SAMPLES_DOWN 3
#define ALL_TEXT 700
#define RUNNING_TEXT 1000
/* The cursor of a text field. */
#define CURSOR_UM 1500

/* Cap heights in micrometres. */
static const int32_t FLOORS[] = {[DISTANCE_NEAR] = 3000, [DISTANCE_TABLE] = 4700, [DISTANCE_ROOM] = 9300};
static const int32_t LARGE_FLOORS[] = {[DISTANCE_NEAR] = 4900, [DISTANCE_TABLE] = 7000, [DISTANCE_ROOM] = 9300};

static uint32_t alpha(colour_t colour)
{
	return colour & 0xFFU;
}

/* Where the letters are. */
static struct rect letters(const struct draw *text)
{
	struct rect box = text->box;
	const int32_t air = AIR(text->size_px);

	box.y += air;
	box.h -= 2 * air;
	return box;
}

static bool holds(struct rect outer, struct rect inner)
{
	return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w && inner.y + inner.h <= outer.y + outer.h;
}

static bool shows(const struct draw *shape)
{
	const bool lined = (shape->kind == DRAW_BOX || shape->kind == DRAW_DISC) && shape->line_px > 0 && alpha(shape->line) > 0;

	return shape->kind != DRAW_TEXT && shape->box.w > 0 && shape->box.h > 0 && (alpha(shape->fill) > 0 || lined);
}

/* True if a box of capitals as wide as the text stands inside the ellipse. */
static bool in_ellipse(struct rect ellipse, const struct draw *text)
{
	const double rx = ellipse.w / 2.0, ry = ellipse.h / 2.0;
	const double x = fabs(text->box.x + text->box.w / 2.0 - (ellipse.x + rx)) + text->box.w / 2.0;
	const double y = fabs(text->box.y + text->box.h / 2.0 - (ellipse.y + ry)) + text->size_px * (CAP_1000 / 2000.0);

	return rx > 0 && ry > 0 && x * x / (rx * rx) + y * y / (ry * ry) <= 1.0;
}

/* True if something of the box is where the shape is: what is round has empty corners. */
static bool meets(const struct draw *shape, struct rect box)
{
	const double rx = shape->box.w / 2.0, ry = shape->box.h / 2.0, x = shape->box.x + rx, y = shape->box.y + ry;

	if (!rect_meets(shape->box, box) || shape->kind == DRAW_BOX || shape->kind == DRAW_TEXT) {
		return rect_meets(shape->box, box);
	}
	const double dx = (fmax(box.x, fmin(x, box.x + box.w)) - x) / rx, dy = (fmax(box.y, fmin(y, box.y + box.h)) - y) / ry;

	return dx * dx + dy * dy < 1.0;
}

static bool shape_holds(const struct draw *shape, const struct draw *text)
{
	switch (shape->kind) {
	case DRAW_BOX: return holds(shape->box, letters(text));
	case DRAW_DISC: return in_ellipse(shape->box, text);
	case DRAW_RING: return in_ellipse(rect_inset(shape->box, shape->line_px), text);
	case DRAW_PIE: case DRAW_TEXT: break;
	}
	return false;
}

static bool is_cursor(const struct eye *eye, const struct draw *shape)
{
	return shape->kind == DRAW_BOX && shape->box.w * eye->um_per_px <= CURSOR_UM && shape->box.h > 3 * shape->box.w;
}

/* The part of a button that a hold has filled: as high as the button, from its left edge. */
static bool is_filling(const struct draw_list *list, int32_t at)
{
	const struct rect part = list->draws[at].box;

	for (int32_t i = at - 1; i >= 0; i--) {
		const struct rect whole = list->draws[i].box;

		if (list->draws[i].kind == DRAW_BOX && whole.x == part.x && whole.y == part.y && whole.h == part.h && whole.w >= part.w) {
			return true;
		}
	}
	return false;
}

/* ---- where a text stands ---- */

static void in_canvas(const struct draw_list *list, const struct draw *text, struct breaches *breaches)
{
	if (!holds((struct rect){0, 0, list->width, list->height}, text->box)) {
		breach_add(breaches, RULE_TEXT_OUTSIDE, "\"%s\" %d,%d,%d,%d on %dx%d", draw_text_of(list, text), text->box.x, text->box.y,
		           text->box.w, text->box.h, list->width, list->height);
	}
}

static void over_edge(const struct draw_list *list, const struct draw *text, struct rect edge, const char *of, struct breaches *breaches)
{
	breach_add(breaches, RULE_TEXT_EDGE, "\"%s\" %d,%d,%d,%d over the edge of %s %d,%d,%d,%d", draw_text_of(list, text), text->box.x,
	           text->box.y, text->box.w, text->box.h, of, edge.x, edge.y, edge.w, edge.h);
}

/* From the text down to the first thing that hides all that lies under it. */
static void under(const struct draw_list *list, const struct eye *eye, int32_t at, struct breaches *breaches)
{
	const struct draw *text = &list->draws[at];

	for (int32_t i = at - 1; i >= 0; i--) {
		const struct draw *shape = &list->draws[i];

		if (!shows(shape) || !meets(shape, letters(text))) {
			continue;
		}
		if (!shape_holds(shape, text)) {
			if (!is_cursor(eye, shape) && !is_filling(list, i)) {
				over_edge(list, text, shape->box, "what is drawn at", breaches);
			}
		} else if ((shape->kind == DRAW_BOX || shape->kind == DRAW_DISC) && alpha(shape->fill) == 0xFFU) {
			return;
		}
	}
}

static void over(const struct draw_list *list, const struct eye *eye, int32_t at, struct breaches *breaches)
{
	const struct draw *text = &list->draws[at];

	for (int32_t i = at + 1; i < list->count; i++) {
		const struct draw *shape = &list->draws[i];
		const bool line_only = alpha(shape->fill) == 0;

		if (!shows(shape) || !meets(shape, letters(text)) || is_cursor(eye, shape) ||
		    (line_only && shape_holds(shape, text)) || (shape->kind == DRAW_RING && shape_holds(shape, text))) {
			continue;
		}
		breach_add(breaches, RULE_TEXT_COVERED, "\"%s\" %d,%d,%d,%d under what is drawn at %d,%d,%d,%d", draw_text_of(list, text),
		           text->box.x, text->box.y, text->box.w, text->box.h, shape->box.x, shape->box.y, shape->box.w, shape->box.h);
		return;
	}
}

static void in_targets(const struct frame *frame, const struct draw *text, struct breaches *breaches)
{
	for (int32_t i = 0; i < frame->target_count; i++) {
		const struct target *target = &frame->targets[i];

		if (target->role != ROLE_AREA && rect_meets(target->box, letters(text)) && !holds(target->box, letters(text))) {
			over_edge(&frame->list, text, target->box, "a target", breaches);
			return;
		}
	}
}

static void clear_of_texts(const struct draw_list *list, int32_t at, struct breaches *breaches)
{
	const struct draw *text = &list->draws[at];

	for (int32_t i = at + 1; i < list->count; i++) {
		const struct draw *other = &list->draws[i];

		if (other->kind == DRAW_TEXT && rect_meets(letters(text), letters(other))) {
			breach_add(breaches, RULE_TEXT_OVERLAP, "\"%s\" %d,%d,%d,%d and \"%s\" %d,%d,%d,%d", draw_text_of(list, text), text->box.x,
			           text->box.y, text->box.w, text->box.h, draw_text_of(list, other), other->box.x, other->box.y, other->box.w,
			           other->box.h);
		}
	}
}

/* ---- how a text looks ---- */

static void large_enough(const struct draw_list *list, const struct eye *eye, const struct draw *text, struct breaches *breaches)
{
	const int64_t cap_um = (int64_t)text->size_px * eye->um_per_px * CAP_1000 / 1000;
	const int32_t floor = (eye->large ? LARGE_FLOORS : FLOORS)[eye->distance];

	if (cap_um < floor) {
		breach_add(breaches, RULE_TEXT_SMALL, "\"%s\" has capitals of %.2f mm, not %.1f", draw_text_of(list, text), (double)cap_um / 1000.0,
		           floor / 1000.0);
	}
}

static bool covers(const struct draw *shape, int32_t x, int32_t y)
{
	const double rx = shape->box.w / 2.0, ry = shape->box.h / 2.0;

	if (!rect_holds(shape->box, x, y)) {
		return false;
	}
	if (shape->kind == DRAW_DISC) {
		const double dx = (x + 0.5 - shape->box.x - rx) / rx, dy = (y + 0.5 - shape->box.y - ry) / ry;

		return dx * dx + dy * dy <= 1.0;
	}
	return shape->kind == DRAW_BOX;
}

static colour_t blended(colour_t ground, colour_t over)
{
	const uint32_t a = alpha(over);
	colour_t mixed = 0xFFU;

	for (uint32_t shift = 8; shift < 32; shift += 8) {
		const uint32_t under_it = ground >> shift & 0xFFU, on_top = over >> shift & 0xFFU;

		mixed |= (under_it * (255U - a) + on_top * a + 127U) / 255U << shift;
	}
	return mixed;
}

/* What the text `at` finds under itself at that point. */
static colour_t ground_at(const struct draw_list *list, int32_t at, int32_t x, int32_t y)
{
	colour_t ground = list->ground;

	for (int32_t i = 0; i < at; i++) {
		const struct draw *shape = &list->draws[i];

		if (shows(shape) && alpha(shape->fill) > 0 && covers(shape, x, y)) {
			ground = blended(ground, shape->fill);
		}
	}
	return ground;
}

/* Quiet ink, and words on pine and on tint, are allowed what their surfaces give. */
static bool running_text(const struct eye *eye, const struct draw *text)
{
	const struct palette *c = eye->palette;

	return text->face == FACE_REGULAR && text->fill != c->quiet && text->fill != c->on_pine && text->fill != c->on_pine_quiet &&
	       text->fill != c->on_tint;
}

static void dark_enough(const struct draw_list *list, const struct eye *eye, int32_t at, struct breaches *breaches)
{
	const struct draw *text = &list->draws[at];
	const struct rect box = letters(text);
	const int32_t least = running_text(eye, text) ? RUNNING_TEXT : ALL_TEXT;
	colour_t last = text->fill;
	int32_t worst = INT32_MAX;

	for (int32_t i = 0; i < SAMPLES_ACROSS * SAMPLES_DOWN; i++) {
		const int32_t across = i % SAMPLES_ACROSS, down = i / SAMPLES_ACROSS;
		const colour_t ground = ground_at(list, at, box.x + (2 * across + 1) * box.w / (2 * SAMPLES_ACROSS),
		                                  box.y + (2 * down + 1) * box.h / (2 * SAMPLES_DOWN));

		if (i == 0 || ground != last) {
			worst = min_i32(worst, theme_contrast(blended(ground, text->fill), ground));
		}
		last = ground;
	}
	if (worst < least) {
		breach_add(breaches, RULE_TEXT_FAINT, "\"%s\" stands out %.1f:1, not %d:1 (%08x)", draw_text_of(list, text), worst / 100.0,
		           least / 100, (unsigned)text->fill);
	}
}

void rules_of_texts(const struct frame *frame, const struct eye *eye, struct breaches *breaches)
{
	const struct draw_list *list = &frame->list;

	for (int32_t i = 0; i < list->count; i++) {
		const struct draw *text = &list->draws[i];

		if (text->kind != DRAW_TEXT || draw_text_of(list, text)[0] == '\0') {
			continue;
		}
		in_canvas(list, text, breaches);
		under(list, eye, i, breaches);
		over(list, eye, i, breaches);
		in_targets(frame, text, breaches);
		clear_of_texts(list, i, breaches);
		large_enough(list, eye, text, breaches);
		dark_enough(list, eye, i, breaches);
	}
}
