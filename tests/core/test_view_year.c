/* The school year as the screens show it: moments, what can be started in them, what has been held, and what home offers next. */
#include "tests/core/unit_test.h"

#include "firmware/base/str.h"
#include "tests/core/scene.h"

static void on(int32_t year, int32_t month, int32_t day)
{
	scene.today.wall = wall_at((struct cal_date){year, month, day}, 14, 0);
	scene.today.date = wall_date(scene.today.wall);
	scene.today.week = cal_week_of(scene.today.date);
	scene.today.moment = -1;
	scene.today.gap = -1;
	scene.today.next_moment = -1;
}

static int open_scene(void **state)
{
	(void)state;
	scene_open();
	on(2026, 9, 23);
	scene.today.moment = 0;
	return 0;
}

static void was_held(int32_t agenda, int32_t year, int32_t month)
{
	struct past *past = &scene.history.past[scene.history.count++];

	str_copy(past->agenda, sizeof past->agenda, scene.material->agendas[agenda].id);
	past->wall = (int32_t)wall_at((struct cal_date){year, month, 15}, 14, 0);
	scene.history.total = scene.history.count;
}

static bool view_held(int32_t agenda)
{
	assert_true(ask(CMD_GO, SCREEN_MOMENT, 0) > 0);
	look();
	for (int32_t i = 0; i < scene.view.moment.count; i++) {
		if (scene.view.moment.agendas[i].index == agenda) {
			bool held = scene.view.moment.agendas[i].held;

			assert_true(ask(CMD_GO, SCREEN_HOME, 0) > 0);
			return held;
		}
	}
	return false;
}

static void moments_in_their_order(void **state)
{
	const struct view_year *year = &scene.view.year;

	(void)state;
	was_held(AGENDA_AREA, 2026, 9);
	assert_true(ask(CMD_GO, SCREEN_YEAR, 0) > 0);
	look();
	assert_int_equal(year->count, 2);
	assert_int_equal(year->moments[0].number, 2);
	assert_string_equal(year->moments[0].name, "Planera");
	assert_int_equal(year->moments[1].first_week, 43);
	assert_true(year->moments[0].now && !year->moments[1].now);
	assert_int_equal(year->moments[0].agendas, 3);
	assert_int_equal(year->moments[0].held, 1);
	assert_int_equal(year->moments[1].agendas, 0);
}

static void a_moment_and_its_meetings(void **state)
{
	const struct view_moment *moment = &scene.view.moment;

	(void)state;
	was_held(AGENDA_TALK, 2026, 8);
	assert_true(ask(CMD_GO, SCREEN_MOMENT, 0) > 0);
	look();
	assert_int_equal(moment->number, 2);
	assert_string_equal(moment->goal, "En plan");
	assert_string_equal(moment->before, "Läs");
	assert_string_equal(moment->headings[HEADING_READ], "En text");
	assert_string_equal(moment->headings[HEADING_SEE], "");
	assert_int_equal(moment->count, 3);
	assert_string_equal(moment->agendas[0].task_name, "Uppgift ett");
	assert_int_equal(moment->agendas[2].index, AGENDA_TALK);
	assert_int_equal(moment->agendas[2].task, 1);
	assert_true(moment->agendas[2].held && !moment->agendas[0].held);
	assert_true(ask(CMD_GO, SCREEN_SETUP, moment->agendas[2].index) > 0);
	assert_int_equal(scene.core.screen, SCREEN_SETUP);
}

static void no_such_moment(void **state)
{
	(void)state;
	assert_true(ask(CMD_GO, SCREEN_MOMENT, 2) > 0);
	assert_int_equal(look()->moment.number, 0);
	assert_true(ask(CMD_GO, SCREEN_MOMENT, -1) > 0);
	assert_int_equal(look()->moment.number, 0);
}

static void words_for_the_form_of_school(void **state)
{
	(void)state;
	assert_string_equal(look()->home.text, "Om att planera");
	assert_true(ask(CMD_SET, SET_SCHOOL_FORM, SCHOOL_PRESCHOOL) > 0);
	assert_string_equal(look()->home.text, "I förskolan");
	assert_true(ask(CMD_SET, SET_SCHOOL_FORM, SCHOOL_ADULT) > 0);
	assert_string_equal(look()->home.text, "För vuxna");
	assert_int_equal(ask(CMD_SET, SET_SCHOOL_FORM, SCHOOL_FORM_COUNT), 0);
}

/* What rates is offered until all has been rated; what talks, until it has been held this school year, which turns on 1 July. */
static void home_offers_what_remains(void **state)
{
	(void)state;
	assert_int_equal(look()->home.offer, AGENDA_THEME);
	was_held(AGENDA_THEME, 2026, 9);
	assert_int_equal(look()->home.offer, AGENDA_THEME);
	was_held(AGENDA_AREA, 2026, 9);
	str_copy(scene.history.past[1].first_statement, ID_BYTES, scene.material->instruments[0].statements[0].id);
	scene.history.past[1].statements = scene.material->instruments[0].statement_count;
	scene.history.past[1].rated = true;
	assert_int_equal(look()->home.offer, AGENDA_TALK);
	was_held(AGENDA_TALK, 2026, 6);
	assert_false(view_held(AGENDA_TALK));
	was_held(AGENDA_TALK, 2026, 7);
	assert_true(view_held(AGENDA_TALK));
	assert_int_equal(look()->home.offer, AGENDA_TALK);
}

static void reminders_in_their_weeks(void **state)
{
	(void)state;
	assert_string_equal(look()->home.reminder, "Anmäl er");
	on(2026, 9, 30);
	assert_string_equal(look()->home.reminder, "");
	on(2026, 12, 30);   /* week 53 lies between 52 and 1 */
	assert_string_equal(look()->home.reminder, "Vila");
	on(2027, 1, 6);
	assert_string_equal(look()->home.reminder, "Vila");
	on(2027, 1, 13);
	assert_string_equal(look()->home.reminder, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(moments_in_their_order, open_scene),
		cmocka_unit_test_setup(a_moment_and_its_meetings, open_scene),
		cmocka_unit_test_setup(no_such_moment, open_scene),
		cmocka_unit_test_setup(words_for_the_form_of_school, open_scene),
		cmocka_unit_test_setup(home_offers_what_remains, open_scene),
		cmocka_unit_test_setup(reminders_in_their_weeks, open_scene),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
