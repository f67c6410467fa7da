/* The renderer, on surfaces that can be read back and on a window. Built a second time with SABOTAGE_REPAINT, where the comparison
   of partial with full repaints must fail: it is run alone there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <SDL.h>
#include <stdlib.h>
#include <string.h>

#include "ui/picture.h"
#include "ui/render.h"

#define W 240
#define H 150

struct two {
	struct render *a, *b;
	struct draw_list list;
	uint32_t seed;
};

static struct render *open_off_screen(void)
{
	char why[200] = "";
	struct render *render = render_create(&(struct render_config){NULL, W, H, SAMSYN_FONT_DIR}, why, sizeof why);

	assert_string_equal(why, "");
	assert_non_null(render);
	return render;
}

static int open_two(void **state)
{
	struct two *two = calloc(1, sizeof *two);

	assert_non_null(two);
	two->a = open_off_screen();
	two->b = open_off_screen();
	two->seed = 20261122;
	*state = two;
	return 0;
}

static int close_two(void **state)
{
	struct two *two = *state;

	render_destroy(two->a);
	render_destroy(two->b);
	free(two);
	return 0;
}

/* Xorshift; 0 to below - 1. */
static int32_t any(struct two *two, int32_t below)
{
	two->seed ^= two->seed << 13;
	two->seed ^= two->seed >> 17;
	two->seed ^= two->seed << 5;
	return (int32_t)(two->seed >> 3) % below;
}

static colour_t any_colour(struct two *two)
{
	static const colour_t colours[] = {
		RGB(0x1B1F27), RGB(0xFFFFFF), RGB(0x0B5D56), RGB(0xDCEBE7), RGB(0xD98E04), 0xA33F1F80, 0x1F4E9C20, 0xFFFFFFC0, 0x00000000
	};

	return colours[any(two, ARRAY_LEN(colours))];
}

static struct rect any_box(struct two *two)
{
	struct rect box = {any(two, W + 40) - 30, any(two, W + 40) - 30, 1 + any(two, 60), 1 + any(two, 60)};

	if (any(two, 12) == 0) {
		box.w = -box.w / 2;
	}
	return box;
}

static struct draw any_shape(struct two *two)
{
	return (struct draw){
		.kind = (enum draw_kind)any(two, DRAW_TEXT), .box = any_box(two), .fill = any_colour(two), .line = any_colour(two),
		.radius = any(two, 4) * any(two, 12), .line_px = any(two, 3) * any(two, 6), .share = any(two, 65536 + 2000) - 1000,
		.from = any(two, 2) * any(two, 65536)
	};
}

static void add_text(struct two *two, struct draw_list *list)
{
	static const char *const words[] = {
		"", " ", "Å", "Ångra", "jag", "AVA – så?", "8 min kvar", "✓", "15.02", "Nästa sitter till vänster", "| Öl"
	};
	const char *word = words[any(two, ARRAY_LEN(words))];
	enum face face = (enum face)any(two, FACE_COUNT);
	int32_t size = 9 + any(two, 4) * any(two, 8);

	draw_text(list, any_box(two), face, size, any_colour(two), word, strlen(word));
}

static void add_any(struct two *two, struct draw_list *list)
{
	struct draw draw = any_shape(two);

	if (any(two, 4) == 0) {
		add_text(two, list);
	} else if (draw.kind == DRAW_BOX) {
		draw_box(list, draw.box, draw.radius, draw.fill, draw.line_px, draw.line);
	} else if (draw.kind == DRAW_DISC) {
		draw_disc(list, draw.box, draw.fill, draw.line_px, draw.line);
	} else if (draw.kind == DRAW_PIE) {
		draw_pie(list, draw.box, draw.share, draw.fill);
	} else {
		draw_arc(list, draw.box, draw.from, draw.share, draw.line_px, draw.fill);
	}
}

static void any_list(struct two *two, int32_t count)
{
	int32_t w;
	int32_t h;

	render_size(two->a, &w, &h);
	draw_begin(&two->list, w, h, any(two, 2) == 0 ? RGB(0xF7F4ED) : RGB(0x20242C));
	for (int32_t i = 0; i < count; i++) {
		add_any(two, &two->list);
	}
}

static void put_at(struct draw_list *list, int32_t at, struct draw draw)
{
	memmove(&list->draws[at + 1], &list->draws[at], (size_t)(list->count - at) * sizeof draw);
	list->draws[at] = draw;
	list->count++;
}

static struct draw take_at(struct draw_list *list, int32_t at)
{
	struct draw draw = list->draws[at];

	list->count--;
	memmove(&list->draws[at], &list->draws[at + 1], (size_t)(list->count - at) * sizeof draw);
	return draw;
}

static void alter(struct two *two, struct draw *draw)
{
	switch (any(two, 5)) {
	case 0:
		draw->box.x += any(two, 9) - 4;
		break;
	case 1:
		draw->fill = any_colour(two);
		break;
	case 2:
		draw->share = any(two, 65537);
		break;
	case 3:
		draw->radius++;
		draw->line_px++;
		break;
	default:
		draw->size_px = 8 + any(two, 20);
		draw->box = any_box(two);
	}
}

/* One change as screens make them: something alters, comes, goes, or changes its place in the order. */
static void mutate(struct two *two)
{
	struct draw_list *list = &two->list;
	int32_t at = list->count == 0 ? 0 : any(two, list->count);
	struct draw moved;

	switch (list->count == 0 ? 2 : any(two, 6)) {
	case 0:
	case 1:
		alter(two, &list->draws[at]);
		break;
	case 2:
		add_any(two, list);
		put_at(list, at, take_at(list, list->count - 1));
		break;
	case 3:
		take_at(list, at);
		break;
	case 4:
		moved = take_at(list, at);
		put_at(list, any(two, list->count + 1), moved);
		break;
	default:
		for (int32_t i = 0; i < 3; i++) {
			alter(two, &list->draws[any(two, list->count)]);
		}
	}
}

static void assert_same_glass(const struct render *a, const struct render *b)
{
	int32_t w = 0;
	int32_t h = 0;
	const uint32_t *in_a = render_pixels(a, &w, &h);
	const uint32_t *in_b = render_pixels(b, &w, &h);

	assert_int_equal(w, W);
	assert_int_equal(h, H);
	assert_int_equal(picture_compare(in_a, in_b, W * H, 0).pixels, 0);
}

static void test_partial_repaint_equals_full(void **state)
{
	struct two *two = *state;
	int64_t partial = 0;
	int64_t full = 0;

	for (int32_t round = 0; round < 1200; round++) {
		if (round % 50 == 0) {
			render_turn(two->a, round / 50 % 4 * 90);
			render_turn(two->b, round / 50 % 4 * 90);
			any_list(two, 2 + any(two, 30));
		}
		mutate(two);
		render_draw(two->a, &two->list);
		partial += render_last_cost(two->a).pixels;
		render_forget(two->b);
		assert_true(render_draw(two->b, &two->list));
		full += render_last_cost(two->b).pixels;
		assert_same_glass(two->a, two->b);
	}
	/* The comparison means something only while little is painted. */
	assert_true(partial < full / 5);
	assert_int_equal(full, (int64_t)1200 * W * H);
}

/* The part of both upright pictures that all turns have, pixel for pixel, through where a finger on the glass would land. */
static void assert_turned(const struct two *two)
{
	int32_t w = 0;
	int32_t h = 0;
	int32_t seen = 0;
	const uint32_t *upright = render_pixels(two->a, &w, &h);
	const uint32_t *turned = render_pixels(two->b, &w, &h);

	for (int32_t at = 0; at < w * h; at++) {
		int32_t x = at % w;
		int32_t y = at / w;

		render_upright(two->b, &x, &y);
		if (x < H && y < H) {
			assert_int_equal(turned[at], upright[y * w + x]);
			seen++;
		}
	}
	assert_int_equal(seen, H * H);
}

static void test_turned_equals_rotated(void **state)
{
	struct two *two = *state;

	for (int32_t round = 0; round < 40; round++) {
		any_list(two, 40);
		render_turn(two->b, round % 4 * 90);
		render_draw(two->a, &two->list);
		render_draw(two->b, &two->list);
		assert_turned(two);
	}
}

static void test_fingers_land_upright(void **state)
{
	struct two *two = *state;
	int32_t w;
	int32_t h;
	int32_t x = 0;
	int32_t y = 0;

	render_turn(two->a, 90);
	render_size(two->a, &w, &h);
	assert_true(w == H && h == W);
	render_upright(two->a, &x, &y);
	assert_true(x == 0 && y == W - 1);
	x = 10, y = 20;
	render_turn(two->a, 180);
	render_upright(two->a, &x, &y);
	assert_true(x == W - 1 - 10 && y == H - 1 - 20);
	x = 0, y = 0;
	render_turn(two->a, 270);
	render_upright(two->a, &x, &y);
	assert_true(x == H - 1 && y == 0);
}

static void test_equal_lists_draw_nothing(void **state)
{
	struct two *two = *state;

	any_list(two, 60);
	assert_true(render_draw(two->a, &two->list));
	assert_false(render_draw(two->a, &two->list));
	assert_int_equal(render_last_cost(two->a).pixels, 0);
	render_forget(two->a);
	assert_true(render_draw(two->a, &two->list));
	assert_int_equal(render_last_cost(two->a).pixels, W * H);
}

/* A translucent line is one line: nowhere is it painted twice. */
static void test_lines_do_not_overlap_themselves(void **state)
{
	struct two *two = *state;

	for (int32_t i = 0; i < 300; i++) {
		int32_t w = 0;
		int32_t h = 0;
		struct rect box = {5, 5, 1 + any(two, 80), 1 + any(two, 80)};

		draw_begin(&two->list, W, H, RGB(0xFFFFFF));
		draw_box(&two->list, box, any(two, 40), 0, 1 + any(two, 20), 0x00000080);
		render_draw(two->a, &two->list);
		const uint32_t *pixels = render_pixels(two->a, &w, &h);
		for (int32_t at = 0; at < w * h; at++) {
			assert_true((pixels[at] & 0xFF) >= 0x7E);
			assert_true(rect_holds(box, at % w, at / w) || pixels[at] == 0xFFFFFFFF);
		}
	}
}

static void assert_window_shows(SDL_Window *window, const struct render *render)
{
	SDL_Surface *surface = SDL_GetWindowSurface(window);
	int32_t w = 0;
	int32_t h = 0;
	const uint32_t *pixels = render_pixels(render, &w, &h);

	assert_non_null(surface);
	assert_int_equal(surface->w, w);
	assert_int_equal(surface->h, h);
	for (int32_t y = 0; y < h; y++) {
		const uint32_t *row = (const uint32_t *)(const void *)((const char *)surface->pixels + y * surface->pitch);

		for (int32_t x = 0; x < w; x++) {
			assert_int_equal(row[x] & 0xFFFFFF, pixels[y * w + x] & 0xFFFFFF);
		}
	}
}

/* A window that is drawn by software is painted in part, too. SDL_VIDEODRIVER=x11 makes it a real one. */
static void test_a_window_shows_the_same(void **state)
{
	struct two *two = *state;
	char why[200] = "";
	int64_t painted = 0;

	SDL_SetHint(SDL_HINT_VIDEODRIVER, "dummy");
	SDL_SetHint(SDL_HINT_RENDER_DRIVER, "software");
	setenv("SDL_RENDER_DRIVER", "software", 1);
	assert_int_equal(SDL_Init(SDL_INIT_VIDEO), 0);
	SDL_Window *window = SDL_CreateWindow("test", 0, 0, W, H, 0);
	assert_non_null(window);
	struct render *on_window = render_create(&(struct render_config){window, 0, 0, SAMSYN_FONT_DIR}, why, sizeof why);
	assert_string_equal(why, "");
	for (int32_t round = 0; round < 60; round++) {
		if (round % 20 == 0) {
			any_list(two, 30);
		}
		mutate(two);
		SDL_PumpEvents();
		render_draw(two->a, &two->list);
		render_draw(on_window, &two->list);
		painted += render_last_cost(on_window).pixels;
		assert_window_shows(window, two->a);
	}
	assert_true(painted < (int64_t)60 * W * H / 3);
	SDL_SetWindowSize(window, W + 20, H);
	SDL_PumpEvents();
	assert_true(render_draw(on_window, &two->list));
	assert_int_equal(render_last_cost(on_window).pixels, (W + 20) * H);
	render_destroy(on_window);
	SDL_DestroyWindow(window);
	SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

#define WITH_TWO(test) cmocka_unit_test_setup_teardown(test, open_two, close_two)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_TWO(test_partial_repaint_equals_full),
		WITH_TWO(test_turned_equals_rotated),
		WITH_TWO(test_fingers_land_upright),
		WITH_TWO(test_equal_lists_draw_nothing),
		WITH_TWO(test_lines_do_not_overlap_themselves),
		WITH_TWO(test_a_window_shows_the_same),
	};

#ifdef SABOTAGE_REPAINT
	cmocka_set_test_filter("test_partial_repaint_equals_full");
#endif
	return cmocka_run_group_tests_name("render", tests, NULL, NULL);
}
