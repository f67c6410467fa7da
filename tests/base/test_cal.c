/* Dates and ISO weeks, held against a walk that goes day by day and knows nothing but the lengths of months. */
#include "tests/base/base_test.h"

#include "firmware/base/cal.h"

#define FIRST_YEAR 1970
#define LAST_YEAR 2100

/* One day in the walk; the week is counted by hand from Monday 29 December 1969, which begins week 1 of 1970. */
struct walk {
	int64_t days;
	struct cal_date date;
	struct cal_week week;
};

static bool leap(int32_t year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int32_t days_in(int32_t year, int32_t month)
{
	static const int32_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return month == 2 && leap(year) ? 29 : days[month - 1];
}

static struct cal_date day_after(struct cal_date date)
{
	if (date.day < days_in(date.year, date.month)) {
		return (struct cal_date){date.year, date.month, date.day + 1};
	}
	return date.month < 12 ? (struct cal_date){date.year, date.month + 1, 1} : (struct cal_date){date.year + 1, 1, 1};
}

static struct walk first_monday(void)
{
	return (struct walk){.days = -3, .date = {1969, 12, 29}, .week = {1970, 1, 1}};
}

static void step(struct walk *walk)
{
	struct cal_date thursday;

	walk->days++;
	walk->date = day_after(walk->date);
	walk->week.weekday++;
	if (walk->week.weekday <= 7) {
		return;
	}
	walk->week.weekday = 1;
	walk->week.week++;
	thursday = day_after(day_after(day_after(walk->date)));
	if (thursday.year != walk->week.year) {
		walk->week.week = 1;
		walk->week.year = thursday.year;
	}
}

static void same_date(struct cal_date a, struct cal_date b)
{
	assert_int_equal(a.year, b.year);
	assert_int_equal(a.month, b.month);
	assert_int_equal(a.day, b.day);
}

static void every_day_has_its_week(void **state)
{
	int32_t count = 0;

	(void)state;
	for (struct walk walk = first_monday(); walk.date.year <= LAST_YEAR; step(&walk)) {
		struct cal_week week = cal_week_of(walk.date);

		assert_int_equal(cal_days(walk.date), walk.days);
		same_date(cal_from_days(walk.days), walk.date);
		assert_int_equal(week.year, walk.week.year);
		assert_int_equal(week.week, walk.week.week);
		assert_int_equal(week.weekday, walk.week.weekday);
		if (week.weekday == 1) {
			same_date(cal_monday(week.year, week.week), walk.date);
		}
		count++;
	}
	assert_int_equal(count, 3 + 131 * 365 + 32);   /* 32 leap years from 1972 to 2096; 2100 is none */
}

/* Every third day over four centuries on both sides of year 0: back and forth is the same, and days follow one another. */
static void there_and_back(void **state)
{
	(void)state;
	for (int64_t days = -900000; days < 900000; days += 3) {
		struct cal_date date = cal_from_days(days);

		assert_int_equal(cal_days(date), days);
		assert_true(cal_valid(date));
		same_date(cal_from_days(days + 1), day_after(date));
	}
}

static void years_with_a_week_53(void **state)
{
	static const int32_t long_years[] = {1970, 1976, 1981, 1987, 1992, 1998, 2004, 2009, 2015, 2020, 2026, 2032,
	                                     2037, 2043, 2048, 2054, 2060, 2065, 2071, 2076, 2082, 2088, 2093, 2099};
	size_t at = 0;

	(void)state;
	for (int32_t year = FIRST_YEAR; year <= LAST_YEAR; year++) {
		bool is_long = at < ARRAY_LEN(long_years) && long_years[at] == year;

		assert_int_equal(cal_weeks_in(year), is_long ? 53 : 52);
		at += is_long ? 1 : 0;
		same_date(cal_from_days(cal_days(cal_monday(year, cal_weeks_in(year))) + 7), cal_monday(year + 1, 1));
	}
	assert_int_equal(at, ARRAY_LEN(long_years));
}

static void new_year_in_the_week_of_another_year(void **state)
{
	struct cal_week week = cal_week_of((struct cal_date){2027, 1, 3});

	(void)state;
	assert_int_equal(week.year, 2026);
	assert_int_equal(week.week, 53);
	assert_int_equal(week.weekday, 7);
	week = cal_week_of((struct cal_date){2024, 12, 30});
	assert_int_equal(week.year, 2025);
	assert_int_equal(week.week, 1);
	assert_int_equal(week.weekday, 1);
}

static void dates_that_are_none(void **state)
{
	static const struct cal_date wrong[] = {{2026, 2, 29}, {2100, 2, 29}, {2026, 4, 31}, {2026, 0, 1},  {2026, 13, 1},
	                                        {2026, 1, 0},  {2026, 1, 32}, {2026, -1, 1}, {2026, 6, -3}, {1900, 2, 29}};
	static const struct cal_date right[] = {{2024, 2, 29}, {2000, 2, 29}, {2026, 12, 31}, {1970, 1, 1}, {1600, 2, 29}};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		assert_false(cal_valid(wrong[i]));
	}
	for (size_t i = 0; i < ARRAY_LEN(right); i++) {
		assert_true(cal_valid(right[i]));
	}
}

static void wall_time_in_parts(void **state)
{
	wall_t wall = wall_at((struct cal_date){2026, 9, 9}, 14, 37);

	(void)state;
	same_date(wall_date(wall), (struct cal_date){2026, 9, 9});
	assert_int_equal(wall_hour(wall), 14);
	assert_int_equal(wall_minute(wall), 37);
	assert_int_equal(wall_at((struct cal_date){1970, 1, 1}, 0, 0), 0);
	for (wall = -3000; wall < 3000; wall++) {   /* also before the epoch, where a machine without a clock may wake */
		assert_int_equal(wall_at(wall_date(wall), wall_hour(wall), wall_minute(wall)), wall);
		assert_in_range(wall_hour(wall), 0, 23);
		assert_in_range(wall_minute(wall), 0, 59);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_day_has_its_week),
		cmocka_unit_test(there_and_back),
		cmocka_unit_test(years_with_a_week_53),
		cmocka_unit_test(new_year_in_the_week_of_another_year),
		cmocka_unit_test(dates_that_are_none),
		cmocka_unit_test(wall_time_in_parts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
