/* The draw list, and the pure parts that drawing it stands on: rectangles, masks, the bounded store, PNG files. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ui/draw.h"
#include "ui/picture.h"
#include "ui/render_cache.h"
#include "ui/render_mask.h"

static struct draw_list *new_list(void)
{
	struct draw_list *list = malloc(sizeof *list);

	assert_non_null(list);
	draw_begin(list, 100, 80, RGB(0xF7F4ED));
	return list;
}

static void text(struct draw_list *list, const char *words)
{
	draw_text(list, (struct rect){1, 2, 30, 10}, FACE_BOLD, 12, RGB(0), words, strlen(words));
}

static void test_list_keeps_what_was_drawn(void **state)
{
	(void)state;
	struct draw_list *list = new_list();

	draw_box(list, (struct rect){1, 2, 3, 4}, 5, RGB(0x112233), 6, 0x44556677);
	draw_disc(list, (struct rect){1, 2, 3, 4}, RGB(1), 2, RGB(3));
	draw_pie(list, (struct rect){1, 2, 3, 4}, 1000, RGB(1));
	draw_ring(list, (struct rect){1, 2, 3, 4}, 2000, 3, RGB(1));
	draw_text(list, (struct rect){1, 2, 3, 4}, FACE_MEDIUM, 12, RGB(9), "över allt", strlen("över"));
	assert_int_equal(list->count, 5);
	assert_int_equal(list->draws[0].radius, 5);
	assert_int_equal(list->draws[0].fill, 0x112233FF);
	assert_int_equal(list->draws[0].line, 0x44556677);
	assert_int_equal(list->draws[2].share, 1000);
	assert_int_equal(list->draws[3].line_px, 3);
	assert_string_equal(draw_text_of(list, &list->draws[4]), "över");
	draw_begin(list, 10, 10, 0);
	assert_int_equal(list->count, 0);
	assert_int_equal(list->pool_used, 0);
	free(list);
}

static void test_list_fills_to_its_bounds(void **state)
{
	(void)state;
	struct draw_list *list = new_list();
	char *long_text = calloc(1, DRAW_POOL_BYTES);

	assert_non_null(long_text);
	memset(long_text, 'x', DRAW_POOL_BYTES - 1);
	draw_text(list, (struct rect){0}, FACE_BOLD, 1, 0, long_text, DRAW_POOL_BYTES - 1);
	assert_string_equal(draw_text_of(list, &list->draws[0]), long_text);
	for (int32_t i = 1; i < DRAWS_MAX; i++) {
		draw_pie(list, (struct rect){0}, i, RGB(0));
	}
	assert_int_equal(list->count, DRAWS_MAX);
	assert_int_equal(list->draws[DRAWS_MAX - 1].share, DRAWS_MAX - 1);
	free(long_text);
	free(list);
}

static void test_same_compares_looks_not_places_in_the_pool(void **state)
{
	(void)state;
	struct draw_list *a = new_list();
	struct draw_list *b = new_list();

	text(a, "hej");
	text(b, "något annat");
	text(b, "hej");
	assert_true(draw_same(a, &a->draws[0], b, &b->draws[1]));
	assert_false(draw_same(a, &a->draws[0], b, &b->draws[0]));
	b->draws[1].fill ^= 0x100;
	assert_false(draw_same(a, &a->draws[0], b, &b->draws[1]));
	b->draws[1].fill ^= 0x100;
	b->draws[1].from = 1;
	assert_false(draw_same(a, &a->draws[0], b, &b->draws[1]));
	b->draws[1].from = 0;
	b->draws[1].box.y++;
	assert_false(draw_same(a, &a->draws[0], b, &b->draws[1]));
	free(a);
	free(b);
}

static void assert_rect(struct rect r, int32_t x, int32_t y, int32_t w, int32_t h)
{
	assert_int_equal(r.x, x);
	assert_int_equal(r.y, y);
	assert_int_equal(r.w, w);
	assert_int_equal(r.h, h);
}

static void test_rectangles(void **state)
{
	(void)state;
	struct rect r = {10, 20, 30, 40};

	assert_rect(rect_inset(r, 5), 15, 25, 20, 30);
	assert_rect(rect_inset(r, -2), 8, 18, 34, 44);
	assert_rect(rect_inset(r, 18), 25, 38, 0, 4);
	assert_true(rect_holds(r, 10, 20) && rect_holds(r, 39, 59));
	assert_false(rect_holds(r, 40, 59) || rect_holds(r, 39, 60) || rect_holds(r, 9, 20));
	assert_true(rect_meets(r, (struct rect){39, 59, 5, 5}));
	assert_false(rect_meets(r, (struct rect){40, 20, 5, 5}));
	assert_false(rect_meets(r, (struct rect){15, 25, 0, 5}));
	assert_rect(rect_round(r, (struct rect){0, 50, 5, 20}), 0, 20, 40, 50);
	assert_rect(rect_round(r, (struct rect){0, 0, 0, 9}), 10, 20, 30, 40);
	assert_rect(rect_shared(r, (struct rect){0, 50, 15, 20}), 10, 50, 5, 10);
	assert_int_equal(rect_shared(r, (struct rect){50, 50, 5, 5}).w, 0);
}

/* Pixels covered, parts of them counted as parts. */
static double area_of(const struct mask *mask)
{
	uint8_t *rows = malloc((size_t)mask->diameter * (size_t)mask->diameter);
	double area = 0;

	assert_non_null(rows);
	mask_paint(rows, mask);
	for (int32_t i = 0; i < mask->diameter * mask->diameter; i++) {
		area += rows[i] / 255.0;
	}
	free(rows);
	return area;
}

static void test_masks_cover_their_area(void **state)
{
	(void)state;
	const double pi = 3.141592653589793;

	for (int32_t d = 2; d < 300; d = d * 3 / 2 + 1) {
		double r = d / 2.0;

		for (int32_t share = 1024; share <= MASK_WHOLE; share += 1024 * 7) {
			double want = pi * r * r * share / MASK_WHOLE;

			assert_true(fabs(area_of(&(struct mask){d, share, 0, 0}) - want) < 0.6 + want * 0.01);
		}
		for (int32_t line = 1; line < d / 2; line += 3) {
			double want = pi * (r * r - (r - line) * (r - line));

			assert_true(fabs(area_of(&(struct mask){d, MASK_WHOLE, line, 0}) - want) < 0.6 + want * 0.02);
		}
	}
}

static void test_pies_run_clockwise_from_the_top(void **state)
{
	(void)state;
	uint8_t rows[40 * 40];

	mask_paint(rows, &(struct mask){40, MASK_WHOLE / 4, 0, 0});
	assert_int_equal(rows[10 * 40 + 30], 255);   /* right of the top */
	assert_int_equal(rows[10 * 40 + 20], 255);   /* up to the edge, which is crisp */
	assert_int_equal(rows[10 * 40 + 19], 0);
	assert_int_equal(rows[30 * 40 + 30], 0);
	mask_paint(rows, &(struct mask){40, MASK_WHOLE * 3 / 4, 5, 0});
	assert_int_equal(rows[38 * 40 + 20], 255);
	assert_int_equal(rows[30 * 40 + 20], 0);     /* inside the ring */
	assert_int_equal(rows[10 * 40 + 4], 0);      /* not reached yet */
	assert_int_equal(rows[0], 0);
}

static void test_parts_of_a_ring_make_the_ring(void **state)
{
	(void)state;
	enum { SIDE = 60 };
	const int32_t ends[] = {0, 5000, 17000, 16384 * 2, 60000, MASK_WHOLE};
	uint8_t whole[SIDE * SIDE];
	uint8_t part[SIDE * SIDE];
	int32_t sum[SIDE * SIDE] = {0};

	mask_paint(whole, &(struct mask){SIDE, MASK_WHOLE, 12, 0});
	for (size_t i = 0; i + 1 < ARRAY_LEN(ends); i++) {
		mask_paint(part, &(struct mask){SIDE, ends[i + 1] - ends[i], 12, ends[i]});
		for (int32_t at = 0; at < SIDE * SIDE; at++) {
			sum[at] += part[at];
		}
	}
	for (int32_t at = 0; at < SIDE * SIDE; at++) {
		assert_in_range(sum[at] + 2, whole[at], whole[at] + 4);
	}
}

static void count_drop(void *thing)
{
	++*(int *)thing;
}

static const struct cache_value *keep(struct cache *cache, int32_t a, int *drops)
{
	struct cache_key key = {a, 0, 0, 0, "nyckel", 6};

	return cache_put(cache, &key, (struct cache_value){.thing = drops, .w = a}, 1000);
}

static const struct cache_value *find(struct cache *cache, int32_t a)
{
	return cache_find(cache, &(struct cache_key){a, 0, 0, 0, "nyckelharpa", 6});
}

static void test_the_stalest_makes_room(void **state)
{
	(void)state;
	int drops = 0;
	struct cache *cache = cache_create((struct cache_limits){4, 1 << 20}, count_drop);

	assert_non_null(cache);
	for (int32_t a = 0; a < 4; a++) {
		assert_int_equal(keep(cache, a, &drops)->w, a);
	}
	assert_non_null(find(cache, 0));
	assert_non_null(keep(cache, 4, &drops));
	assert_int_equal(drops, 1);
	assert_null(find(cache, 1));
	assert_int_equal(find(cache, 0)->w, 0);
	assert_null(cache_find(cache, &(struct cache_key){0, 0, 0, 0, "nyckeL", 6}));
	cache_clear(cache);
	assert_int_equal(drops, 5);
	assert_null(find(cache, 0));
	cache_destroy(cache);
	cache_destroy(NULL);
}

static void test_bytes_are_bounded_too(void **state)
{
	(void)state;
	int drops = 0;
	struct cache *cache = cache_create((struct cache_limits){64, 5000}, count_drop);

	assert_non_null(cache);
	for (int32_t a = 0; a < 20; a++) {
		assert_non_null(keep(cache, a, &drops));
	}
	assert_in_range(drops, 15, 17);
	cache_destroy(cache);
	assert_int_equal(drops, 20);
}

static void test_pictures_come_back_as_they_were(void **state)
{
	(void)state;
	const uint32_t pixels[6] = {0xFF000000, 0xFFFFFFFF, 0xFF0B5D56, 0x80123456, 0xFFD98E04, 0xFF010203};
	char path[] = "/tmp/samsyn-picture-XXXXXX";
	char why[200] = "";
	uint32_t back[6] = {0};
	int32_t w = 0;
	int32_t h = 0;
	int file = mkstemp(path);

	assert_true(file >= 0);
	close(file);
	assert_true(picture_write(path, pixels, 3, 2, why, sizeof why));
	assert_true(picture_read(path, back, 6, &w, &h, why, sizeof why));
	assert_int_equal(w, 3);
	assert_int_equal(h, 2);
	assert_memory_equal(back, pixels, sizeof pixels);
	assert_false(picture_read(path, back, 5, &w, &h, why, sizeof why));
	assert_non_null(strstr(why, "too large: 3 by 2"));
	unlink(path);
	assert_false(picture_read(path, back, 6, &w, &h, why, sizeof why));
	assert_non_null(strstr(why, path));
	assert_false(picture_write("/nowhere/x.png", pixels, 3, 2, why, sizeof why));
	assert_non_null(strstr(why, "/nowhere/x.png"));
}

static void test_differences_are_counted(void **state)
{
	(void)state;
	const uint32_t a[3] = {0xFF000000, 0xFF102030, 0xFFFFFFFF};
	const uint32_t b[3] = {0xFF000002, 0xFF102530, 0xFFFFFFFF};

	assert_int_equal(picture_compare(a, a, 3, 0).pixels, 0);
	assert_int_equal(picture_compare(a, b, 3, 0).pixels, 2);
	assert_int_equal(picture_compare(a, b, 3, 2).pixels, 1);
	assert_int_equal(picture_compare(a, b, 3, 255).largest, 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_list_keeps_what_was_drawn),
		cmocka_unit_test(test_list_fills_to_its_bounds),
		cmocka_unit_test(test_same_compares_looks_not_places_in_the_pool),
		cmocka_unit_test(test_rectangles),
		cmocka_unit_test(test_masks_cover_their_area),
		cmocka_unit_test(test_pies_run_clockwise_from_the_top),
		cmocka_unit_test(test_parts_of_a_ring_make_the_ring),
		cmocka_unit_test(test_the_stalest_makes_room),
		cmocka_unit_test(test_bytes_are_bounded_too),
		cmocka_unit_test(test_pictures_come_back_as_they_were),
		cmocka_unit_test(test_differences_are_counted),
	};

	return cmocka_run_group_tests_name("draw", tests, NULL, NULL);
}
