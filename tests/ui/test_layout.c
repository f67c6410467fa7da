/* Cutting rectangles: nothing is lost, nothing overlaps. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "ui/layout.h"

static const struct rect ALL = {10, 20, 317, 211};

static void assert_rect(struct rect r, int32_t x, int32_t y, int32_t w, int32_t h)
{
	assert_int_equal(r.x, x);
	assert_int_equal(r.y, y);
	assert_int_equal(r.w, w);
	assert_int_equal(r.h, h);
}

static void cuts_share_the_rectangle(void **state)
{
	struct rect rest = ALL;

	(void)state;
	assert_rect(cut_top(&rest, 30), 10, 20, 317, 30);
	assert_rect(cut_bottom(&rest, 11), 10, 220, 317, 11);
	assert_rect(cut_left(&rest, 17), 10, 50, 17, 170);
	assert_rect(cut_right(&rest, 100), 227, 50, 100, 170);
	assert_rect(rest, 27, 50, 200, 170);
}

static void a_cut_takes_no_more_than_there_is(void **state)
{
	struct rect rest = ALL;

	(void)state;
	assert_rect(cut_top(&rest, 1000), 10, 20, 317, 211);
	assert_rect(cut_bottom(&rest, 5), 10, 231, 317, 0);
	assert_rect(cut_left(&rest, -4), 10, 231, 0, 0);
	assert_rect(rest, 10, 231, 317, 0);
}

static void gaps_are_thrown_away(void **state)
{
	struct rect rest = ALL;

	(void)state;
	cut_top_gap(&rest, 30, 5);
	cut_bottom_gap(&rest, 11, 5);
	cut_left_gap(&rest, 17, 5);
	cut_right_gap(&rest, 100, 5);
	assert_rect(rest, 32, 55, 190, 160);
}

/* Equal to a pixel, in order, the gap between, and the last one ends where the whole does. */
static void columns_and_rows_meet_the_gaps(void **state)
{
	(void)state;
	for (int32_t count = 1; count <= 12; count++) {
		for (int32_t gap = 0; gap < 9; gap++) {
			for (int32_t i = 0; i < count; i++) {
				struct rect c = cut_column(ALL, count, i, gap), r = cut_row(ALL, count, i, gap);
				int32_t even_w = (ALL.w - gap * (count - 1)) / count, even_h = (ALL.h - gap * (count - 1)) / count;

				assert_in_range(c.w, even_w, even_w + 1);
				assert_in_range(r.h, even_h, even_h + 1);
				assert_int_equal(c.h, ALL.h);
				assert_int_equal(r.w, ALL.w);
				if (i + 1 < count) {
					assert_int_equal(cut_column(ALL, count, i + 1, gap).x, c.x + c.w + gap);
					assert_int_equal(cut_row(ALL, count, i + 1, gap).y, r.y + r.h + gap);
				} else {
					assert_int_equal(c.x + c.w, ALL.x + ALL.w);
					assert_int_equal(r.y + r.h, ALL.y + ALL.h);
				}
			}
		}
	}
}

static void cells_do_not_meet(void **state)
{
	(void)state;
	for (int32_t i = 0; i < 12; i++) {
		for (int32_t j = 0; j < i; j++) {
			assert_false(rect_meets(cut_cell(ALL, 4, 3, i, 3), cut_cell(ALL, 4, 3, j, 3)));
		}
	}
	assert_rect(cut_cell(ALL, 2, 2, 3, 1), 169, 126, 158, 105);
}

static void shares_divide_a_width(void **state)
{
	static const int32_t shares[] = {1, 3, 2};
	struct rect wide = {0, 0, 620, 10};

	(void)state;
	assert_rect(cut_column_by(wide, shares, 3, 0, 10), 0, 0, 100, 10);
	assert_rect(cut_column_by(wide, shares, 3, 1, 10), 110, 0, 300, 10);
	assert_rect(cut_column_by(wide, shares, 3, 2, 10), 420, 0, 200, 10);
}

static void the_middle_is_in_the_middle(void **state)
{
	(void)state;
	assert_rect(cut_middle(ALL, 17, 11), 160, 120, 17, 11);
	assert_rect(cut_middle(ALL, 1000, 1000), 10, 20, 317, 211);
	assert_rect(cut_square(ALL), 63, 20, 211, 211);
	assert_rect(cut_inset(ALL, 7, 1), 17, 21, 303, 209);
	assert_rect(cut_inset(ALL, 1000, 0), 168, 20, 1, 211);
}

static void words_leave_the_picture_the_larger_part(void **state)
{
	struct rect rest = ALL;
	struct rect words = cut_words_left(&rest, 9);

	(void)state;
	assert_true(words.w < rest.w);
	assert_int_equal(words.x + words.w + 9, rest.x);
	assert_int_equal(rest.x + rest.w, ALL.x + ALL.w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cuts_share_the_rectangle),
		cmocka_unit_test(a_cut_takes_no_more_than_there_is),
		cmocka_unit_test(gaps_are_thrown_away),
		cmocka_unit_test(columns_and_rows_meet_the_gaps),
		cmocka_unit_test(cells_do_not_meet),
		cmocka_unit_test(shares_divide_a_width),
		cmocka_unit_test(the_middle_is_in_the_middle),
		cmocka_unit_test(words_leave_the_picture_the_larger_part)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
