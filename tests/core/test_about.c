/* Getting about, the settings and their bounds, and the numbers of set-up. */
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

static void a_new_machine(void **state)
{
	static struct core core;

	(void)state;
	core_init(&core);
	assert_int_equal(core.screen, SCREEN_FIRST_RUN);
	assert_int_equal(core.settings.value[SET_LIMIT], 5);
	assert_int_equal(core.settings.value[SET_LANG], LANG_SV);
	assert_int_equal(core.settings.value[SET_SOUND], 1);
	assert_int_equal(core.settings.value[SET_SET_UP], 0);
	assert_int_equal(core_deadline(&core), MS_NEVER);
	assert_null(core_broken(&core));
	assert_int_equal(scene.core.screen, SCREEN_HOME);   /* where the first run has led */
	assert_int_equal(value(SET_SET_UP), 1);
	refused(CMD_FIRST_RUN_DONE, 0, REFUSAL_NOT_HERE);
}

static void every_setting_has_bounds(void **state)
{
	static const struct { enum setting what; int32_t least, most; } bounds[] = {
		{SET_LANG, LANG_SV, LANG_EN}, {SET_DISTANCE, DISTANCE_BY_PANEL, DISTANCE_ROOM}, {SET_DARK, 0, 1}, {SET_LARGE, 0, 1},
		{SET_TURN, 0, 270}, {SET_MOTION, 0, 1}, {SET_SOUND, 0, 1}, {SET_LIMIT, 5, 20}, {SET_WIDTH_MM, 0, 3000},
		{SET_AUTUMN_WEEK, 0, 53}, {SET_WINTER_WEEK, 0, 53}, {SET_EASTER_WEEK, 0, 53},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(bounds); i++) {
		int32_t what = (int32_t)bounds[i].what;

		assert_int_equal(ask(CMD_SET, what, bounds[i].least - 1), 0);
		assert_int_equal(scene.why, REFUSAL_BOUND);
		assert_int_equal(ask(CMD_SET, what, bounds[i].most + 1), 0);
		assert_true(ask(CMD_SET, what, bounds[i].least) > 0);
		assert_int_equal(value(bounds[i].what), bounds[i].least);
		assert_true(ask(CMD_SET, what, bounds[i].most) > 0);
		assert_int_equal(value(bounds[i].what), bounds[i].most);
	}
	assert_int_equal(ask(CMD_SET, SET_TURN, 45), 0);
	assert_int_equal(ask(CMD_SET, SET_LIMIT, 19), 0);    /* raised, never lowered */
	assert_int_equal(ask(CMD_SET, SET_SET_UP, 0), 0);
	assert_int_equal(ask(CMD_SET, SET_SCHOOL, 0), 0);
	assert_int_equal(ask(CMD_SET, SETTING_COUNT, 0), 0);
	assert_int_equal(ask(CMD_SET, -1, 0), 0);
}

static void where_one_can_go(void **state)
{
	(void)state;
	refused(CMD_GO, SCREEN_MEETING, REFUSAL_NOT_HERE);   /* none is on */
	refused(CMD_GO, SCREEN_COUNT, REFUSAL_NOT_HERE);
	refused(CMD_GO, -1, REFUSAL_NOT_HERE);
	assert_int_equal(ask(CMD_GO, SCREEN_SETUP, AGENDA_COUNT), 0);
	assert_int_equal(ask(CMD_GO, SCREEN_SETUP, -1), 0);  /* back to a set-up that there was none of */
	assert_true(ask(CMD_GO, SCREEN_AGENDAS, 1) > 0);
	assert_int_equal(scene.core.about, 1);
	wants(CMD_PAGE, 2);
	assert_int_equal(scene.core.page, 2);
	wants(CMD_PAGE, -5);
	assert_int_equal(scene.core.page, 0);
	wants(CMD_PAGE, INT32_MAX);
	wants(CMD_PAGE, INT32_MAX);
	assert_in_range(scene.core.page, 1, 100000);
	wants(CMD_GO, SCREEN_ARCHIVE);
	assert_int_equal(scene.core.page, 0);
	wants(CMD_SHEET, SHEET_MORE);
	assert_int_equal(scene.core.sheet, SHEET_NONE);      /* there is more only in a meeting */
	refused(CMD_SETUP_PEOPLE, 1, REFUSAL_NOT_HERE);
	refused(CMD_BEGIN, 0, REFUSAL_NOT_HERE);
	assert_true(ask(CMD_GO, SCREEN_SETUP, AGENDA_TALK) > 0);
	wants(CMD_GO, SCREEN_HOME);
	assert_true(ask(CMD_GO, SCREEN_SETUP, -1) > 0);      /* and back to it as it was */
	assert_int_equal(scene.core.setup.agenda, AGENDA_TALK);
	wants(CMD_BEGIN, 0);
	wants(CMD_SHEET, SHEET_MORE);
	assert_int_equal(scene.core.sheet, SHEET_MORE);
	wants(CMD_NEXT, 0);
	assert_int_equal(scene.core.sheet, SHEET_NONE);
	wants(CMD_SHEET, SHEET_MORE);
	wants(CMD_GO, SCREEN_SETTINGS);
	assert_int_equal(scene.core.sheet, SHEET_NONE);
}

static void what_was_written_stands_over_the_summary(void **state)
{
	(void)state;
	begins(AGENDA_TALK, 0, 6, 60);
	writes(EDIT_NOTE, 0, "Vi ses");
	wants(CMD_SHEET, SHEET_NOTES);
	assert_int_equal(scene.core.sheet, SHEET_NONE);      /* not before all steps are behind */
	while (!scene.core.meeting.all_done) {
		wants(CMD_NEXT, 0);
	}
	wants(CMD_SHEET, SHEET_NOTES);
	assert_int_equal(scene.core.sheet, SHEET_NOTES);
	assert_int_equal(look()->notes.count, 1);
	writes(EDIT_NOTE, 0, " v. 40");
	assert_int_equal(scene.core.sheet, SHEET_NOTES);
	assert_string_equal(look()->notes.notes[0].text, "Vi ses v. 40");
	assert_true(ask(CMD_NOTE_REMOVE, 0, 0) > 0);
	assert_int_equal(look()->notes.count, 0);
	wants(CMD_UNDO, 0);
	assert_int_equal(look()->notes.count, 1);
	assert_int_equal(scene.core.sheet, SHEET_NOTES);
	wants(CMD_SHEET, SHEET_NONE);
	wants(CMD_END, 0);
	passes(UNDO_WINDOW_MS);
	begins(AGENDA_CASES, 0, 6, 60);
	while (!scene.core.meeting.all_done) {
		wants(CMD_NEXT, 0);
	}
	wants(CMD_SHEET, SHEET_NOTES);
	assert_int_equal(scene.core.sheet, SHEET_NONE);      /* nothing is written about pupils */
}

static void numbers_of_set_up(void **state)
{
	const struct setup *setup = &scene.core.setup;

	(void)state;
	assert_true(ask(CMD_GO, SCREEN_SETUP, AGENDA_THEME) > 0);
	assert_int_equal(setup->people, 8);
	assert_int_equal(setup->minutes, 60);                /* the usual hour */
	wants(CMD_SETUP_PEOPLE, INT32_MAX);
	assert_int_equal(setup->people, PEOPLE_MAX);
	refused(CMD_SETUP_PEOPLE, 1, REFUSAL_BOUND);
	wants(CMD_SETUP_PEOPLE, INT32_MIN);
	assert_int_equal(setup->people, PEOPLE_MIN);
	refused(CMD_SETUP_PEOPLE, -1, REFUSAL_BOUND);
	refused(CMD_SETUP_PEOPLE, 0, REFUSAL_BOUND);
	wants(CMD_SETUP_MINUTES, INT32_MIN);
	assert_int_equal(setup->minutes, 20);
	refused(CMD_SETUP_MINUTES, -5, REFUSAL_BOUND);
	wants(CMD_SETUP_MINUTES, INT32_MAX);
	assert_int_equal(setup->minutes, 60);
	refused(CMD_SETUP_MINUTES, 5, REFUSAL_BOUND);
	wants(CMD_SETUP_PEOPLE, 5);
	assert_true(ask(CMD_GO, SCREEN_SETUP, AGENDA_AREA) > 0);
	assert_int_equal(setup->people, 8);                  /* as many as last time */
	assert_int_equal(setup->theme_count, 3);             /* the whole area */
	assert_true(ask(CMD_GO, SCREEN_SETUP, AGENDA_TALK) > 0);
	refused(CMD_SETUP_THEME, 0, REFUSAL_NOT_HERE);       /* rates nothing */
	refused(CMD_SETUP_AREA, 0, REFUSAL_NOT_HERE);
}

/* Six themes of 15, 12, 10, 9, 14 and 14 statements: what does not fit waits by name, and comes back when there is time for it. */
static void an_area_over_two_meetings(void **state)
{
	const struct setup *setup = &scene.core.setup;
	int32_t themes;

	(void)state;
	sets_up(AGENDA_AREA, 5, 8, 120);
	wants(CMD_SETUP_FIT, FIT_FIRST_PART);
	themes = setup->theme_count;
	assert_int_equal(themes + setup->next_themes, 6);
	assert_int_equal(look()->setup.next_theme_count, 6 - themes);
	assert_string_equal(scene.view.setup.next_themes[0], scene.material->instruments[0].themes[5 + themes].name.in[0]);
	wants(CMD_SETUP_PEOPLE, 4);
	assert_true(setup->theme_count < themes);            /* more people have time for fewer */
	assert_int_equal(setup->theme_count + setup->next_themes, 6);
	wants(CMD_SETUP_PEOPLE, -4);
	assert_int_equal(setup->theme_count, themes);
	wants(CMD_SETUP_PEOPLE, 32);                         /* not even one: the choice is open again */
	assert_int_equal(setup->theme_count, 6);
	assert_int_equal(setup->next_themes, 0);
	assert_false(look()->setup.fits);
	wants(CMD_SETUP_PEOPLE, -32);
	wants(CMD_SETUP_FIT, FIT_FIRST_PART);
	assert_int_equal(setup->theme_count, themes);
	wants(CMD_SETUP_FIT, FIT_WHOLE);
	assert_int_equal(setup->theme_count, 6);
	wants(CMD_SETUP_FIT, FIT_FIRST_PART);
	wants(CMD_SETUP_THEME, 2);
	assert_int_equal(setup->next_themes, 0);
	assert_true(ask(CMD_GO, SCREEN_SETUP, AGENDA_AREA) > 0);
	assert_int_equal(look()->setup.next_theme_count, 0);
}

/* An area that has nothing to say to this audience cannot be chosen. */
static void an_area_without_statements(void **state)
{
	static struct area areas[FIXTURE_AREAS + 1];
	static struct instrument instrument;
	static struct material material;

	(void)state;
	material = *scene.material;
	instrument = material.instruments[0];
	memcpy(areas, instrument.areas, FIXTURE_AREAS * sizeof areas[0]);
	areas[FIXTURE_AREAS] = areas[0];
	instrument.areas = areas;
	instrument.area_count = FIXTURE_AREAS + 1;
	material.instruments = &instrument;
	scene.material = &material;
	assert_true(ask(CMD_GO, SCREEN_SETUP, AGENDA_AREA) > 0);
	refused(CMD_SETUP_AREA, FIXTURE_AREAS, REFUSAL_BOUND);
	wants(CMD_SETUP_AREA, 1);
	assert_int_equal(look()->setup.statements, 7);
}

/* Where an hour does not hold what is asked for, set-up opens with the shortest time that does. */
static void the_shortest_time_that_holds_it(void **state)
{
	struct plan plan;

	(void)state;
	assert_true(ask(CMD_GO, SCREEN_SETUP, AGENDA_THEME) > 0);
	wants(CMD_SETUP_PEOPLE, 8);                          /* sixteen */
	wants(CMD_GO, SCREEN_HOME);
	assert_true(ask(CMD_GO, SCREEN_SETUP, AGENDA_AREA) > 0);
	assert_int_equal(answering_screen_min(16, 15), 52);
	assert_int_equal(scene.core.setup.minutes, 65);
	plan_fit(&(struct plan_wish){.agenda = &scene.material->agendas[AGENDA_AREA], .people = 16, .minutes = 60, .statements = 15, .limit = 5},
	         &plan);
	assert_false(plan.fits);
}

/* The meeting is the plan that set-up showed. */
static void the_meeting_is_the_plan(void **state)
{
	const struct meeting *meeting = &scene.core.meeting;
	int32_t rows;
	int32_t total;

	(void)state;
	scene.wall = wall_at((struct cal_date){2026, 9, 9}, 14, 0);
	sets_up(AGENDA_THEME, 1, 7, 40);
	rows = look()->setup.row_count;
	total = scene.view.setup.total_min;
	wants(CMD_BEGIN, 0);
	assert_int_equal(meeting->step_count, rows);
	assert_int_equal(meeting->minutes, total);
	assert_int_equal(meeting->people, 7);
	assert_int_equal(meeting->wall, scene.wall);
	assert_int_equal(meeting->planned_end - meeting->began_at, total * MS_MINUTE);
	assert_int_equal(meeting->statement_count, 3);
	assert_string_equal(meeting->statements[0], "p.a0.t1.s0");
	assert_string_equal(meeting->agenda, "theme");
	for (int32_t i = 0; i < rows; i++) {
		assert_int_equal(meeting->steps[i].kind, scene.view.setup.rows[i].kind);
		assert_int_equal(meeting->steps[i].planned_ms, scene.view.setup.rows[i].minutes * MS_MINUTE);
		assert_int_equal(meeting->steps[i].each_s, scene.view.setup.rows[i].each_s);
	}
	refused(CMD_BEGIN, 0, REFUSAL_NOT_HERE);
	assert_int_equal(ask(CMD_GO, SCREEN_SETUP, AGENDA_TALK), 0);
	assert_int_equal(ask(CMD_GO, SCREEN_SETUP, -1), 0);
}

/* A document that becomes an instrument is no business of the core's but for where people are in it. */
static void a_document_is_looked_through(void **state)
{
	int32_t stored = scene.stored;

	(void)state;
	refused(CMD_IMPORT_LINE, 3, REFUSAL_NOT_HERE);
	refused(CMD_IMPORT_USE, 0, REFUSAL_NOT_HERE);
	wants(CMD_GO, SCREEN_IMPORT);
	refused(CMD_IMPORT_LINE, 3, REFUSAL_NOT_HERE);       /* none is open yet */
	assert_true(ask(CMD_GO, SCREEN_IMPORT, 2) > 0);
	refused(CMD_IMPORT_PLACE, PLACE_THEME, REFUSAL_BOUND);
	wants(CMD_PAGE, 4);
	wants(CMD_IMPORT_LINE, 12);
	assert_int_equal(scene.core.import_line, 12);
	assert_int_equal(scene.core.page, 0);
	wants(CMD_IMPORT_LINE, 0);
	assert_int_equal(scene.core.page, 4);                /* where all were left */
	wants(CMD_IMPORT_LINE, 12);
	refused(CMD_IMPORT_PLACE, PLACE_COUNT, REFUSAL_BOUND);
	wants(CMD_IMPORT_PLACE, PLACE_THEME);
	assert_int_equal(scene.out[0].n[0], 12);
	assert_int_equal(scene.out[0].n[1], PLACE_THEME);
	assert_int_equal(scene.core.page, 4);
	assert_int_equal(scene.core.import_line, 0);
	wants(CMD_IMPORT_SHOW, 1);
	assert_true(look()->import.rest);
	assert_int_equal(scene.core.page, 0);
	wants(CMD_IMPORT_LINE, 12);
	assert_null(look()->import.line);                    /* nobody holds a document */
	wants(CMD_GO, SCREEN_HOME);
	assert_int_equal(scene.core.import_line, 0);
	assert_false(scene.core.import_rest);
	assert_int_equal(scene.stored, stored);
	/* Not while a meeting is on. */
	begins(AGENDA_TALK, 0, 6, 40);
	refused(CMD_GO, SCREEN_IMPORT, REFUSAL_NOT_HERE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(a_new_machine, open_scene),
		cmocka_unit_test_setup(every_setting_has_bounds, open_scene),
		cmocka_unit_test_setup(where_one_can_go, open_scene),
		cmocka_unit_test_setup(what_was_written_stands_over_the_summary, open_scene),
		cmocka_unit_test_setup(an_area_over_two_meetings, open_scene),
		cmocka_unit_test_setup(numbers_of_set_up, open_scene),
		cmocka_unit_test_setup(an_area_without_statements, open_scene),
		cmocka_unit_test_setup(the_shortest_time_that_holds_it, open_scene),
		cmocka_unit_test_setup(the_meeting_is_the_plan, open_scene),
		cmocka_unit_test_setup(a_document_is_looked_through, open_scene),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
