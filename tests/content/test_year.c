/* Dates in the school year: moments, gaps, New Year, week 53, summer. */
#include "firmware/content/year.h"
#include "tests/content/content_test.h"

/* The year as SPSM lays it out. */
static const struct moment moments[] = {
	{.number = 1, .first_week = 36, .last_week = 38},
	{.number = 2, .first_week = 39, .last_week = 42},
	{.number = 3, .first_week = 43, .last_week = 51},
	{.number = 4, .first_week = 2, .last_week = 9},
	{.number = 5, .first_week = 10, .last_week = 13},
	{.number = 6, .first_week = 14, .last_week = 22},
	{.number = 7, .first_week = 23, .last_week = 24},
};
static const struct year_gap gaps[] = {
	{.id = "winter", .first_week = 52, .last_week = 1},
	{.id = "summer", .first_week = 25, .last_week = 32},
	{.id = "start", .first_week = 33, .last_week = 35},
};
static const struct material plan = {
	.moments = moments, .moment_count = 7, .gaps = gaps, .gap_count = 3,
};

static struct year_place at(int32_t year, int32_t month, int32_t day)
{
	return year_at(&plan, (struct cal_date){year, month, day});
}

static void inside_a_moment(void **state)
{
	struct year_place place = at(2026, 9, 9);   /* Wednesday of week 37 */

	(void)state;
	assert_int_equal(place.moment->number, 1);
	assert_null(place.gap);
	assert_int_equal(place.week, 37);
	assert_int_equal(place.year, 2026);
	assert_int_equal(place.school_year_start, 2026);
	assert_int_equal(place.weeks_left, 1);
	assert_int_equal(place.next->number, 2);
	assert_int_equal(place.weeks_to_next, 2);
	assert_int_equal(place.next_monday.month, 9);
	assert_int_equal(place.next_monday.day, 21);
}

static void a_moment_ends_on_a_sunday(void **state)
{
	(void)state;
	assert_int_equal(at(2026, 9, 20).moment->number, 1);
	assert_int_equal(at(2026, 9, 20).weeks_left, 0);
	assert_int_equal(at(2026, 9, 20).weeks_to_next, 1);
	assert_int_equal(at(2026, 9, 21).moment->number, 2);
	assert_int_equal(at(2026, 9, 21).weeks_left, 3);
}

/* 2026 has a week 53: 28 December 2026 to 3 January 2027. Week 2 begins on 11 January. */
static void a_new_year_with_week_53(void **state)
{
	struct year_place place = at(2027, 1, 1);

	(void)state;
	assert_int_equal(at(2026, 12, 20).moment->number, 3);
	assert_string_equal(at(2026, 12, 21).gap->id, "winter");
	assert_int_equal(at(2026, 12, 21).week, 52);
	assert_int_equal(at(2026, 12, 21).weeks_to_next, 3);
	assert_string_equal(place.gap->id, "winter");
	assert_null(place.moment);
	assert_int_equal(place.week, 53);
	assert_int_equal(place.year, 2026);
	assert_int_equal(place.school_year_start, 2026);
	assert_int_equal(place.next->number, 4);
	assert_int_equal(place.weeks_to_next, 2);
	assert_int_equal(place.next_monday.year, 2027);
	assert_int_equal(place.next_monday.day, 11);
	assert_int_equal(at(2027, 1, 4).week, 1);
	assert_string_equal(at(2027, 1, 10).gap->id, "winter");
	assert_int_equal(at(2027, 1, 11).moment->number, 4);
	assert_int_equal(at(2027, 1, 11).school_year_start, 2026);
}

/* 2025 has 52 weeks: 29 December 2025 is in week 1 of 2026. */
static void a_new_year_without_week_53(void **state)
{
	struct year_place place = at(2025, 12, 29);

	(void)state;
	assert_int_equal(place.week, 1);
	assert_int_equal(place.year, 2026);
	assert_int_equal(place.school_year_start, 2025);
	assert_string_equal(place.gap->id, "winter");
	assert_int_equal(place.weeks_to_next, 1);
	assert_int_equal(at(2025, 12, 22).weeks_to_next, 2);
	assert_int_equal(at(2026, 1, 5).moment->number, 4);
}

static void over_the_summer(void **state)
{
	(void)state;
	assert_int_equal(at(2026, 6, 14).moment->number, 7);
	assert_int_equal(at(2026, 6, 14).weeks_left, 0);
	assert_string_equal(at(2026, 6, 15).gap->id, "summer");
	assert_int_equal(at(2026, 6, 15).next->number, 1);
	assert_int_equal(at(2026, 6, 15).weeks_to_next, 11);
	assert_int_equal(at(2026, 6, 15).weeks_left, 0);
	assert_int_equal(at(2026, 6, 30).school_year_start, 2025);
	assert_int_equal(at(2026, 7, 1).school_year_start, 2026);
	assert_string_equal(at(2026, 8, 10).gap->id, "start");
	assert_int_equal(at(2026, 8, 31).moment->number, 1);
}

/* Every day of forty years has a place, and what the place says of the next moment comes true. */
static void what_is_said_of_the_next_moment_comes_true(void **state)
{
	int64_t first = cal_days((struct cal_date){2020, 1, 1});

	(void)state;
	for (int64_t day = first; day < first + 40 * 365; day++) {
		struct year_place place = year_at(&plan, cal_from_days(day));
		struct year_place then = year_at(&plan, place.next_monday);
		struct year_place before = year_at(&plan, cal_from_days(cal_days(place.next_monday) - 1));
		int64_t monday = day - (cal_week_of(cal_from_days(day)).weekday - 1);

		assert_true((place.moment == NULL) != (place.gap == NULL));
		assert_ptr_equal(then.moment, place.next);
		assert_int_equal(then.week, place.next->first_week);
		assert_ptr_not_equal(before.moment, place.next);
		assert_int_equal(cal_days(place.next_monday) - monday, place.weeks_to_next * 7);
		if (place.moment != NULL) {
			int64_t last = monday + place.weeks_left * 7;

			assert_ptr_equal(year_at(&plan, cal_from_days(last)).moment, place.moment);
			assert_ptr_not_equal(year_at(&plan, cal_from_days(last + 7)).moment, place.moment);
		}
	}
}

/* A plan that forgets week 53, one with a moment over it, and a gap that ends in it. */
static void plans_that_treat_week_53_differently(void **state)
{
	static const struct moment late[] = {{.number = 1, .first_week = 50, .last_week = 53}};
	static const struct year_gap holes[] = {{.id = "before", .first_week = 51, .last_week = 52}};
	const struct material forgets = {.moments = moments, .moment_count = 2, .gaps = holes, .gap_count = 1};
	const struct material includes = {.moments = late, .moment_count = 1, .gaps = holes, .gap_count = 0};
	struct year_place place = year_at(&forgets, (struct cal_date){2026, 12, 30});

	(void)state;
	assert_string_equal(place.gap->id, "before");
	assert_null(year_at(&forgets, (struct cal_date){2027, 1, 4}).gap);
	place = year_at(&includes, (struct cal_date){2026, 12, 7});
	assert_int_equal(place.week, 50);
	assert_int_equal(place.weeks_left, 3);
	assert_ptr_equal(place.next, &late[0]);
	assert_int_equal(place.weeks_to_next, 53);
	assert_int_equal(year_at(&includes, (struct cal_date){2025, 12, 8}).weeks_left, 2);
	assert_int_equal(year_at(&includes, (struct cal_date){2025, 12, 28}).weeks_left, 0);
}

static void without_a_plan(void **state)
{
	const struct material nothing = {.moment_count = 0};
	struct year_place place = year_at(&nothing, (struct cal_date){2026, 10, 1});

	(void)state;
	assert_null(place.moment);
	assert_null(place.gap);
	assert_null(place.next);
	assert_int_equal(place.weeks_to_next, 0);
	assert_int_equal(place.week, 40);
	assert_int_equal(place.school_year_start, 2026);
}

static void moments_by_number(void **state)
{
	(void)state;
	assert_ptr_equal(year_moment(&plan, 4), &moments[3]);
	assert_null(year_moment(&plan, 0));
	assert_null(year_moment(&plan, 8));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(inside_a_moment),
		cmocka_unit_test(a_moment_ends_on_a_sunday),
		cmocka_unit_test(a_new_year_with_week_53),
		cmocka_unit_test(a_new_year_without_week_53),
		cmocka_unit_test(over_the_summer),
		cmocka_unit_test(what_is_said_of_the_next_moment_comes_true),
		cmocka_unit_test(plans_that_treat_week_53_differently),
		cmocka_unit_test(without_a_plan),
		cmocka_unit_test(moments_by_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
