/* What day it is: what can be believed, what people say, and what the machine finds out. */
#include "tests/core/unit_test.h"

#include "tests/core/scene.h"

static int open_scene(void **state)
{
	(void)state;
	scene_open();
	return 0;
}

static int32_t value(enum setting what)
{
	return scene.core.settings.value[what];
}

static void in_september(void)
{
	scene.today.wall = wall_at((struct cal_date){2026, 9, 23}, 14, 0);
	scene.today.date = wall_date(scene.today.wall);
	scene.today.moment = 0;
}

/* No clock, one that is out of its mind, or one before the last meeting: ask. */
static void a_date_that_cannot_be_right(void **state)
{
	(void)state;
	assert_true(look()->home.date_doubtful);
	assert_string_equal(scene.view.home.title, "");
	in_september();
	scene.history.count = scene.history.total = 1;
	scene.history.past[0].wall = (int32_t)scene.today.wall;
	assert_false(look()->home.date_doubtful);
	scene.history.past[0].wall = (int32_t)scene.today.wall + 2 * 1440;
	assert_true(look()->home.date_doubtful);
	assert_true(scene.view.home.date_settles);   /* it may be the meeting's that was wrong */
	scene.history.past[0].wall = 0;
	scene.today.wall = 5;
	assert_true(look()->home.date_doubtful);
	scene.today.wall = wall_at((struct cal_date){2091, 1, 1}, 0, 0);
	assert_true(look()->home.date_doubtful);
	assert_false(scene.view.home.date_settles);
	scene.today.wall--;
	assert_false(look()->home.date_doubtful);
	scene.today.wall = wall_at((struct cal_date){2025, 1, 1}, 0, 0);
	assert_false(look()->home.date_doubtful);
	scene.today.wall--;
	assert_true(look()->home.date_doubtful);
}

/* The last meeting was held by a clock that was a year ahead: who says so once is not asked for a year. */
static void a_date_that_was_wrong_at_the_last_meeting(void **state)
{
	(void)state;
	in_september();
	scene.history.count = scene.history.total = 1;
	scene.history.past[0].wall = (int32_t)scene.today.wall + 365 * 1440;
	assert_true(look()->home.date_doubtful);
	assert_true(scene.view.home.date_settles);
	scene.wall = scene.today.wall;
	wants(CMD_DATE_RIGHT, 0);
	assert_false(look()->home.date_doubtful);
	scene.today.wall += 30 * 1440;
	assert_false(look()->home.date_doubtful);
	scene.today.wall -= 32 * 1440;   /* before what people said themselves */
	assert_true(look()->home.date_doubtful);
}

/* The year comes right before the month does: home goes on asking until people say that the date is right. */
static void a_date_is_asked_for_until_it_is_right(void **state)
{
	(void)state;
	in_september();
	assert_true(ask(CMD_GO, SCREEN_HOME, 0) > 0);
	assert_false(look()->home.date_doubtful);
	wants(CMD_MOVE_DATE, 1440);
	assert_true(look()->home.date_doubtful);
	assert_true(scene.view.home.date_settles);
	wants(CMD_DATE_RIGHT, 0);
	assert_false(look()->home.date_doubtful);
	wants(CMD_MOVE_DATE, 1440);
	assert_true(ask(CMD_GO, SCREEN_SETTINGS, 0) > 0);
	assert_true(ask(CMD_GO, SCREEN_HOME, 0) > 0);
	assert_false(look()->home.date_doubtful);
}

static void the_date_is_moved(void **state)
{
	(void)state;
	wants(CMD_MOVE_DATE, 1440);
	wants(CMD_MOVE_DATE, -60);
	assert_int_equal(value(SET_WALL_SHIFT), 1380);
	wants(CMD_MOVE_DATE, INT32_MAX);
	assert_int_equal(value(SET_WALL_SHIFT), INT32_MAX);
	wants(CMD_MOVE_DATE, INT32_MIN);
	wants(CMD_MOVE_DATE, INT32_MIN);
	assert_int_equal(value(SET_WALL_SHIFT), INT32_MIN);
}

/* What people added to a clock that stood still is not added to one that goes right. */
static void the_machine_gets_to_know_the_date(void **state)
{
	const wall_t said = wall_at((struct cal_date){2026, 9, 9}, 14, 0);

	(void)state;
	assert_false(core_date_found(&scene.core, said));
	scene.wall = 5;   /* 1970 */
	wants(CMD_MOVE_DATE, (int32_t)said - 5);
	assert_int_equal(value(SET_DATE_SAID), said);
	assert_false(core_date_found(&scene.core, 5));
	assert_false(core_date_found(&scene.core, 400 * 1440));
	assert_false(core_date_found(&scene.core, WALL_UNKNOWN));
	assert_true(core_date_found(&scene.core, said));
	assert_true(core_date_found(&scene.core, said + 5 * 365 * 1440));
	wants(CMD_DATE_FOUND, 0);
	assert_int_equal(value(SET_WALL_SHIFT), 0);
	assert_false(core_date_found(&scene.core, said));
	/* A clock that is a week slow, and stays so. */
	scene.wall = said - 7 * 1440;
	wants(CMD_MOVE_DATE, 7 * 1440);
	assert_false(core_date_found(&scene.core, said));
	assert_false(core_date_found(&scene.core, said + 60 * 1440));
}

/* A date that nobody can believe is none. */
static void a_meeting_has_a_date_that_can_be_right(void **state)
{
	(void)state;
	scene.wall = 5;
	sets_up(AGENDA_THEME, 1, 7, 40);
	wants(CMD_BEGIN, 0);
	assert_int_equal(scene.core.meeting.wall, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(a_date_that_cannot_be_right, open_scene),
		cmocka_unit_test_setup(a_date_that_was_wrong_at_the_last_meeting, open_scene),
		cmocka_unit_test_setup(a_date_is_asked_for_until_it_is_right, open_scene),
		cmocka_unit_test_setup(the_date_is_moved, open_scene),
		cmocka_unit_test_setup(the_machine_gets_to_know_the_date, open_scene),
		cmocka_unit_test_setup(a_meeting_has_a_date_that_can_be_right, open_scene),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
