/* Forms of conversation that are held on their own: how one is found, and the time it takes. */
#include "tests/core/unit_test.h"

#include "tests/core/scene.h"

static int open_scene(void **state)
{
	(void)state;
	scene_open();
	return 0;
}

static int32_t found_with(int32_t purpose, int32_t minutes, int32_t people)
{
	assert_true(ask(CMD_FILTER, FILTER_PURPOSE, purpose) > 0);
	assert_true(ask(CMD_FILTER, FILTER_MINUTES, minutes) > 0);
	assert_true(ask(CMD_FILTER, FILTER_PEOPLE, people) > 0);
	return look()->forms.found;
}

/* One form, to help a colleague: eight people need 80 minutes for it, three to five 36, and it has no room for more than twenty. */
static void the_filter_of_conversations(void **state)
{
	(void)state;
	refused(CMD_FILTER, FILTER_PURPOSE, REFUSAL_NOT_HERE);
	wants(CMD_GO, SCREEN_FORMS);
	assert_int_equal(look()->forms.found, 1);
	assert_int_equal(found_with(PURPOSE_HELP + 1, 0, 0), 1);
	assert_int_equal(scene.view.forms.chosen[FILTER_PURPOSE], PURPOSE_HELP + 1);
	assert_int_equal(found_with(PURPOSE_OPEN + 1, 0, 0), 0);
	assert_int_equal(found_with(0, 3, 0), 0);
	assert_int_equal(found_with(0, 3, 1), 1);
	assert_int_equal(found_with(0, 1, 1), 0);
	assert_int_equal(found_with(0, 0, FILTER_PEOPLE_ALL), 1);
	assert_int_equal(ask(CMD_FILTER, FILTER_PURPOSE, PURPOSE_COUNT + 1), 0);
	assert_int_equal(ask(CMD_FILTER, FILTER_MINUTES, FILTER_MINUTES_ALL + 1), 0);
	assert_int_equal(ask(CMD_FILTER, FILTER_COUNT, 0), 0);
	assert_int_equal(ask(CMD_FILTER, FILTER_PEOPLE, -1), 0);
	assert_true(ask(CMD_GO, SCREEN_AGENDAS, AGENDAS_FOUND) > 0);
	assert_int_equal(look()->agendas.count, 1);
	assert_int_equal(scene.view.agendas.agendas[0].index, AGENDA_TURNS);
	assert_int_equal(scene.view.agendas.agendas[0].usual_min, agenda_minutes(&scene.material->agendas[AGENDA_TURNS], 8));
}

/* A form takes what its people take: set-up begins there, and goes along when more come. */
static void the_time_of_a_form_follows_its_people(void **state)
{
	const struct agenda *form = &scene.material->agendas[AGENDA_TURNS];

	(void)state;
	assert_true(ask(CMD_GO, SCREEN_SETUP, AGENDA_TURNS) > 0);
	assert_int_equal(scene.core.setup.minutes, agenda_minutes(form, 8));
	wants(CMD_SETUP_PEOPLE, -2);
	assert_int_equal(scene.core.setup.minutes, agenda_minutes(form, 6));
	assert_int_equal(agenda_minutes(form, 6), 2 + 6 * (3 + 3 + 1) + 5 + 4);
	assert_true(look()->setup.our_minutes && !scene.view.setup.our_group);
	wants(CMD_SETUP_MINUTES, -20);
	assert_true(look()->setup.fits);
	assert_int_equal(scene.view.setup.rows[1].wanted, 6);
	assert_int_equal(scene.view.setup.rows[1].minutes % scene.view.setup.rows[1].turns, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(the_filter_of_conversations, open_scene),
		cmocka_unit_test_setup(the_time_of_a_form_follows_its_people, open_scene),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
