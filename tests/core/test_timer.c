/* Clocks: what is left is computed, never counted. */
#include "tests/core/unit_test.h"

#include "firmware/core/timer.h"

static void runs_out_and_runs_on(void **state)
{
	struct timer timer = timer_started(1000, 60000);

	(void)state;
	assert_int_equal(timer_left(&timer, 1000), 60000);
	assert_int_equal(timer_left(&timer, 31000), 30000);
	assert_int_equal(timer_elapsed(&timer, 31000), 30000);
	assert_int_equal(timer_left(&timer, 61000), 0);
	assert_int_equal(timer_left(&timer, 91000), -30000);
	assert_int_equal(timer_elapsed(&timer, 91000), 90000);
}

static void stands_still_while_paused(void **state)
{
	struct timer timer = timer_started(0, 60000);

	(void)state;
	timer_pause(&timer, 10000);
	assert_int_equal(timer_left(&timer, 10000), 50000);
	assert_int_equal(timer_left(&timer, 9999999), 50000);
	timer_pause(&timer, 500000);   /* once more changes nothing */
	assert_int_equal(timer_left(&timer, 9999999), 50000);
	timer_resume(&timer, 1000000);
	timer_resume(&timer, 1005000); /* nor does this */
	assert_int_equal(timer_left(&timer, 1010000), 40000);
}

/* +1 and -1 minute on what is left leave what was used alone; on what was used, what was given. */
static void minutes_on_either_side(void **state)
{
	struct timer timer = timer_started(0, 2 * MS_MINUTE);

	(void)state;
	timer_give(&timer, MS_MINUTE);
	assert_int_equal(timer_left(&timer, 30000), 2 * MS_MINUTE + 30000);
	assert_int_equal(timer_elapsed(&timer, 30000), 30000);
	timer_give(&timer, -5 * MS_MINUTE);
	assert_int_equal(timer.budget, 0);
	assert_int_equal(timer_left(&timer, 30000), -30000);
	timer = timer_started(0, 5 * MS_MINUTE);
	timer_correct(&timer, 30000, MS_MINUTE);
	assert_int_equal(timer_elapsed(&timer, 30000), 90000);
	assert_int_equal(timer_left(&timer, 40000), 200000);
	timer_correct(&timer, 40000, -10 * MS_MINUTE);
	assert_int_equal(timer_elapsed(&timer, 40000), 0);
	assert_int_equal(timer.budget, 5 * MS_MINUTE);
	timer_pause(&timer, 50000);
	timer_correct(&timer, 90000, MS_MINUTE);
	assert_int_equal(timer_elapsed(&timer, 990000), 70000);
}

static void says_when_it_passes(void **state)
{
	struct timer timer = timer_started(1000, 60000);

	(void)state;
	assert_int_equal(timer_reaches(&timer, 1000, 10000), 51000);
	assert_int_equal(timer_reaches(&timer, 40000, 10000), 51000);
	assert_int_equal(timer_reaches(&timer, 51000, 10000), MS_NEVER);
	assert_int_equal(timer_reaches(&timer, 51001, 10000), MS_NEVER);
	assert_int_equal(timer_reaches(&timer, 51001, 0), 61000);
	timer_pause(&timer, 2000);
	assert_int_equal(timer_reaches(&timer, 3000, 0), MS_NEVER);
}

/* Any chain of pauses uses exactly the time in which it ran. */
static void pauses_add_up(void **state)
{
	struct timer timer = timer_started(0, MS_MINUTE);
	ms_t now = 0;
	ms_t ran = 0;

	(void)state;
	for (ms_t i = 1; i < 2000; i++) {
		ms_t by = i * 7919 % 1237;

		ran += timer.running != 0 ? by : 0;
		now += by;
		if (i % 3 == 0) {
			timer_pause(&timer, now);
		} else {
			timer_resume(&timer, now);
		}
		assert_int_equal(timer_elapsed(&timer, now), ran);
		assert_int_equal(timer_left(&timer, now) + timer_elapsed(&timer, now), timer.budget);
		if (timer.running != 0 && timer_left(&timer, now) > 500) {
			ms_t reaches = timer_reaches(&timer, now, 500);

			assert_int_equal(timer_left(&timer, reaches), 500);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(runs_out_and_runs_on),  cmocka_unit_test(stands_still_while_paused),
		cmocka_unit_test(minutes_on_either_side), cmocka_unit_test(says_when_it_passes),
		cmocka_unit_test(pauses_add_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
