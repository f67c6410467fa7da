/* What the screens show: home, set-up, the step that is on, rounds, talk, and whoever answers in secret. */
#include "tests/core/unit_test.h"

#include "tests/core/scene.h"

static int open_scene(void **state)
{
	(void)state;
	scene_open();
	return 0;
}

/* A Wednesday in September at two, in the second moment of two. */
static void in_september(void)
{
	scene.today.wall = wall_at((struct cal_date){2026, 9, 23}, 14, 0);
	scene.today.date = wall_date(scene.today.wall);
	scene.today.week = cal_week_of(scene.today.date);
	scene.today.moment = 0;
	scene.today.next_moment = 1;
	scene.today.next_week = 43;
}

/* ---- Home ---- */

static void home_in_a_moment(void **state)
{
	const struct view_home *home;

	(void)state;
	in_september();
	home = &look()->home;
	assert_int_equal(scene.view.screen, SCREEN_HOME);
	assert_false(home->date_doubtful);
	assert_int_equal(home->moment, 2);
	assert_string_equal(home->title, "Planera");
	assert_int_equal(home->offer, AGENDA_THEME);     /* the first that belongs to the moment */
	assert_string_equal(home->offer_theme, "Tema 0");
	assert_int_equal(home->offer_min, 60);
	assert_int_equal(home->offer_steps, 8);
	assert_int_equal(home->rate_count, 4);
	assert_int_equal(home->talk_count, AGENDA_COUNT - 5);   /* the fifth belongs to another moment */
	assert_string_equal(home->school, "");
	writes(EDIT_SCHOOL, 0, "Skolan");
	writes(EDIT_TEAM, 0, "Laget");
	assert_string_equal(look()->home.school, "Skolan");
	assert_string_equal(home->team, "Laget");
	assert_true(ask(CMD_SET, SET_LANG, LANG_EN) > 0);
	assert_string_equal(look()->home.title, "Plan");
	assert_string_equal(scene.view.home.offer_name, "theme (en)");
}

static void home_between_moments(void **state)
{
	(void)state;
	in_september();
	scene.today.moment = -1;
	scene.today.gap = 0;
	scene.today.holiday = true;
	assert_string_equal(look()->home.title, "Vinter");
	assert_true(scene.view.home.next_shown && scene.view.home.holiday);
	assert_int_equal(scene.view.home.next_moment, 3);
	assert_int_equal(scene.view.home.next_week, 43);
	assert_int_equal(scene.view.home.offer, AGENDA_TALK);   /* any week's, and not one about pupils */
	assert_string_equal(scene.view.home.offer_theme, "");
}

/* The theme that nobody has rated this school year comes first; last year's may come again. */
static void the_theme_to_rate_next(void **state)
{
	struct past *past = scene.history.past;

	(void)state;
	in_september();
	scene.history.count = 2;
	past[0] = (struct past){.number = 2, .wall = (int32_t)scene.today.wall - 1440, .statements = 4, .rated = true, .first_statement = "p.a0.t0.s0"};
	past[1] = (struct past){.number = 1, .wall = (int32_t)scene.today.wall - 2880, .statements = 11, .rated = true,
	                        .first_statement = "p.a0.t1.s0"};
	assert_int_equal(look()->home.offer_theme_index, 3);   /* 0 was rated, and 1 and 2 together */
	past[0].wall -= 400 * 1440;
	assert_int_equal(look()->home.offer_theme_index, 0);
}

/* ---- Set-up ---- */

static void what_it_takes_to_answer(void **state)
{
	const struct view_setup *setup;

	(void)state;
	in_september();
	sets_up(AGENDA_THEME, 5, 8, 60);
	setup = &look()->setup;
	assert_int_equal(setup->statements, 15);
	assert_int_equal(setup->screen_min, 26);
	assert_int_equal(setup->pad_min, 17);
	assert_int_equal(setup->phone_min, 5);
	assert_true(setup->rates && setup->fits && !setup->too_few && !setup->whole);
	assert_string_equal(setup->theme, "Tema 5");
	assert_string_equal(setup->area, "O2");
	assert_int_equal(setup->total_min, 60);
	assert_int_equal(setup->end, 15 * 60);
	assert_int_equal(setup->row_count, 8);
	assert_int_equal(setup->limit, 5);
	wants(CMD_SETUP_PEOPLE, -4);
	assert_true(look()->setup.too_few);
	for (int32_t i = 0; i < setup->row_count; i++) {
		assert_int_not_equal(setup->rows[i].kind, STEP_RATE);
		assert_int_not_equal(setup->rows[i].kind, STEP_RESULT);
	}
}

/* People times statements that cannot fit: so many minutes, and the ways out that lead out. */
static void what_cannot_fit_and_the_ways_out(void **state)
{
	const struct view_setup *setup;

	(void)state;
	sets_up(AGENDA_AREA, 5, 8, 120);
	setup = &look()->setup;
	assert_int_equal(setup->statements, 74);
	assert_false(setup->fits);
	assert_int_equal(setup->needed_min, 120 + 1 + 3 + 3 + 3 + 2);
	assert_int_equal(setup->screen_min, 120);
	assert_true(setup->can_theme && setup->can_split && !setup->can_lean);
	refused(CMD_BEGIN, 0, REFUSAL_DOES_NOT_FIT);
	refused(CMD_SETUP_FIT, FIT_LEAN, REFUSAL_DOES_NOT_FIT);
	wants(CMD_SETUP_FIT, FIT_FIRST_PART);            /* as many of the first themes as there is time for */
	assert_true(look()->setup.fits);
	assert_in_range(setup->theme_count, 1, 5);
	assert_true(setup->statements < 74);
	wants(CMD_SETUP_MINUTES, -75);
	assert_int_equal(setup->minutes, 120);
	assert_int_equal(look()->setup.minutes, 45);
	assert_true(setup->minutes_least);
	wants(CMD_SETUP_THEME, 6);
	wants(CMD_SETUP_PEOPLE, 32);
	assert_false(look()->setup.fits);
	assert_true(setup->people_most);
	assert_false(setup->can_theme || setup->can_lean);
	assert_true(setup->can_split);
	wants(CMD_SETUP_FIT, FIT_FIRST_PART);            /* not even one theme: the first steps, the rest next time */
	assert_true(look()->setup.fits && setup->next_time > 0);
	wants(CMD_BEGIN, 0);
	assert_true(scene.core.meeting.live);
}

static void fewer_steps(void **state)
{
	(void)state;
	sets_up(AGENDA_AREA, 3, 12, 45);
	while (look()->setup.fits) {
		wants(CMD_SETUP_PEOPLE, 1);
	}
	assert_true(scene.view.setup.can_lean);
	wants(CMD_SETUP_FIT, FIT_LEAN);
	assert_true(look()->setup.fits);
	assert_int_equal(scene.view.setup.row_count, 3);
	wants(CMD_SETUP_FIT, FIT_WHOLE);                 /* and back to all of them */
	assert_false(look()->setup.fits);
	wants(CMD_SETUP_FIT, FIT_LEAN);
	wants(CMD_SETUP_PEOPLE, -1);                     /* other numbers begin with the whole */
	assert_int_equal(scene.core.setup.fit, FIT_WHOLE);
	wants(CMD_SETUP_PEOPLE, 1);
	wants(CMD_SETUP_FIT, FIT_LEAN);
	wants(CMD_BEGIN, 0);
	assert_int_equal(step()->kind, STEP_RATE);
}

static void themes_to_choose_from(void **state)
{
	const struct view_themes *themes;
	int32_t chosen = 0;

	(void)state;
	sets_up(AGENDA_THEME, 4, 8, 60);
	wants(CMD_GO, SCREEN_THEMES);
	themes = &look()->themes;
	assert_int_equal(themes->count, FIXTURE_AREAS + FIXTURE_THEMES);
	assert_true(themes->themes[0].heading);
	assert_int_equal(themes->themes[0].statements, 15);
	for (int32_t i = 0; i < themes->count; i++) {
		chosen += themes->themes[i].chosen ? 1 : 0;
		assert_true(!themes->themes[i].chosen || themes->themes[i].index == 4);
	}
	assert_int_equal(chosen, 1);
	wants(CMD_SETUP_AREA, 0);                        /* back to set-up with the whole area */
	assert_int_equal(scene.core.screen, SCREEN_SETUP);
	assert_string_equal(look()->setup.theme, "");
	assert_string_equal(scene.view.setup.area, "O0");
	wants(CMD_GO, SCREEN_THEMES);
	look();
	for (int32_t i = 0; i < themes->count; i++) {
		assert_int_equal(themes->themes[i].chosen, themes->themes[i].heading && themes->themes[i].index == 0);
	}
	wants(CMD_SETUP_AREA, -1);
	assert_true(look()->setup.whole);
	assert_int_equal(scene.view.setup.statements, STATEMENTS_MAX);
	wants(CMD_SETUP_THEME, 1);
	assert_int_equal(look()->setup.statements, 3);
	refused(CMD_SETUP_AREA, FIXTURE_AREAS, REFUSAL_BOUND);
	refused(CMD_SETUP_THEME, FIXTURE_THEMES, REFUSAL_BOUND);
	refused(CMD_SETUP_THEME, -1, REFUSAL_BOUND);
}

static void rooms_of_agendas(void **state)
{
	(void)state;
	for (int32_t about = 0; about <= 2; about++) {
		assert_true(ask(CMD_GO, SCREEN_AGENDAS, about) > 0);
		/* The talk of another moment is found by way of its moment. */
		assert_int_equal(look()->agendas.count, about == AGENDAS_ALL ? AGENDA_COUNT - 2 : about == AGENDAS_RATING ? 4 : AGENDA_COUNT - 6);
		/* Nor does a form that is not among the first stand here. */
		for (int32_t i = 0; i < scene.view.agendas.count; i++) {
			bool rates = scene.material->agendas[scene.view.agendas.agendas[i].index].rates != RATES_NOTHING;

			assert_true(about == AGENDAS_ALL || rates == (about == AGENDAS_RATING));
		}
		assert_int_equal(scene.view.agendas.list, about);
	}
	in_september();
	look();
	for (int32_t i = 0; i < scene.view.agendas.count; i++) {
		const struct view_agenda *agenda = &scene.view.agendas.agendas[i];

		assert_int_equal(agenda->now, scene.material->agendas[agenda->index].moment == 2);
	}
}

static void notes_on_the_screen(void **state)
{
	const struct view_notes *notes = &scene.view.notes;

	(void)state;
	begins(AGENDA_TALK, 0, 6, 60);
	writes(EDIT_NOTE, 0, "En");
	wants(CMD_NEXT, 0);
	writes(EDIT_NOTE, 1, "Två");
	assert_int_equal(look()->notes.count, 2);
	assert_string_equal(notes->notes[1].text, "Två");
	assert_int_equal(notes->notes[1].which, 1);
	assert_true(notes->can_add);
	assert_int_equal(scene.view.step.note_count, 1);   /* on this step */
	assert_true(ask(CMD_EDIT, EDIT_NOTE, 1) > 0);
	wants(CMD_KEYS, 2);
	wants(CMD_CURSOR, -1);
	look();
	assert_true(scene.view.edit.shown && scene.view.edit.pupils);
	assert_int_equal(scene.view.edit.page, 2);
	assert_int_equal(scene.view.edit.cursor, 2);   /* before the å, which is two bytes */
	assert_string_equal(scene.view.edit.text, "Två");
	assert_string_equal(scene.view.edit.title, "think");
}

/* ---- The step that is on ---- */

static void one_line_on_pace_and_end(void **state)
{
	const struct view_step *shown;

	(void)state;
	in_september();
	begins(AGENDA_TALK, 0, 6, 60);
	shown = &look()->step;
	assert_int_equal(shown->pace, PACE_ON_PLAN);
	assert_int_equal(shown->end, 15 * 60);
	assert_string_equal(shown->title, "read");
	assert_string_equal(shown->prompt, "read?");
	assert_string_equal(shown->aside, "Tänk på");
	assert_string_equal(shown->aside_title, "Obs");
	assert_int_equal(shown->intro_count, 0);         /* nothing is rated */
	assert_string_equal(shown->next_title, "think");
	assert_int_equal(shown->next_kind, STEP_SILENT);
	assert_true(shown->clock.shown && shown->clock.running && !shown->paused);
	assert_false(shown->can_shrink || shown->can_undo);
	passes(MS_MINUTE);
	scene.today.wall += 1;
	assert_int_equal(look()->step.pace, PACE_ON_PLAN);
	assert_int_equal(shown->end, 15 * 60);
	wants(CMD_NEXT, 0);                              /* three minutes or so early */
	assert_int_equal(look()->step.pace, PACE_AHEAD);
	assert_true(shown->end == 15 * 60 - shown->pace_min && shown->can_undo);
	passes(shown->clock.left_ms + 10 * MS_MINUTE);
	scene.today.wall += (scene.now - 61000) / MS_MINUTE;
	assert_int_equal(look()->step.pace, PACE_BEHIND);
	assert_true(shown->clock.left_ms == -10 * MS_MINUTE && shown->can_shrink && shown->pace_min >= 5);
	wants(CMD_SHRINK, 0);
	assert_int_equal(look()->step.pace, PACE_ON_PLAN);
	wants(CMD_PAUSE, 0);
	passes(7 * MS_MINUTE);
	assert_true(look()->step.paused);
	assert_int_equal(shown->pace, PACE_BEHIND);
	assert_in_range(shown->pace_min, 6, 7);
	assert_int_equal(shown->pace_h, 0);
	passes(24 * 60 * MS_MINUTE);
	assert_int_equal(look()->step.pace_h, 24);
}

static void what_is_on_the_bar(void **state)
{
	const struct view_step *shown = &scene.view.step;

	(void)state;
	begins(AGENDA_TALK, 0, 6, 60);
	wants(CMD_PARK, 0);
	passes(timer_left(&scene.core.meeting.clock, scene.now) / 2);
	look();
	assert_int_equal(shown->index, 1);
	assert_int_equal(shown->count, 6);
	assert_int_equal(shown->bar_count, 6);
	assert_int_equal(shown->bar[0], 65536);
	assert_in_range(shown->bar[1], 32000, 33000);
	assert_int_equal(shown->bar[2], 0);
	passes(100 * MS_MINUTE);
	assert_int_equal(look()->step.bar[1], 65536);
	comes_to(STEP_NOTE);
	assert_int_equal(look()->step.next_kind, -1);
}

static void the_introduction_stands_before_the_rating(void **state)
{
	(void)state;
	begins(AGENDA_THEME, 3, 8, 60);
	assert_int_equal(look()->step.intro_count, 0);
	assert_string_equal(scene.view.step.group, "Tema 3");
	comes_to(STEP_SILENT);
	assert_int_equal(look()->step.intro_count, 1);
	assert_string_equal(scene.view.step.intros[0].text, "Inledning 1");
	assert_string_equal(scene.view.step.intros[0].title, "Område 1");
}

static void the_open_way_shows_its_statements(void **state)
{
	const struct view_step *shown = &scene.view.step;

	(void)state;
	begins(AGENDA_THEME, 0, 4, 60);
	look();
	assert_int_equal(shown->statement_count, 0);
	while (!look()->step.open_way) {
		wants(CMD_NEXT, 0);
	}
	assert_int_equal(shown->kind, STEP_SILENT);
	assert_int_equal(shown->statement_count, 4);
	assert_string_equal(shown->statements[3], "Påstående 3");
	assert_string_equal(shown->title, "");           /* called by its kind */
	assert_int_equal(shown->limit, 5);
}

static void a_round_on_the_screen(void **state)
{
	const struct view_round *round = &scene.view.round;

	(void)state;
	begins(AGENDA_TALK, 0, 9, 90);
	comes_to(STEP_ROUND);
	look();
	assert_int_equal(round->people, 9);
	assert_true(round->many && round->can_order && round->turn.shown);
	assert_int_equal(round->speaker, 0);
	assert_int_equal(round->next, 1);
	assert_true(round->next_is_left);
	wants(CMD_LEADER_LAST, 1);
	look();
	assert_int_equal(round->speaker, 1);
	wants(CMD_TURN_PASS, 0);
	look();
	assert_false(round->can_order);
	assert_int_equal(round->seat[1], SEAT_PASSED);
	for (int32_t i = 0; i < 7; i++) {
		wants(CMD_TURN_DONE, 0);
	}
	look();
	assert_int_equal(round->speaker, 0);
	assert_int_equal(round->next, -1);
	wants(CMD_TURN_DONE, 0);
	look();
	assert_true(round->open_up && !round->turn.shown);
	assert_int_equal(round->speaker, -1);
}

static void a_speaker_list_for_larger_groups(void **state)
{
	(void)state;
	begins(AGENDA_TALK, 0, 8, 90);
	comes_to(STEP_TALK);
	assert_false(look()->floor.shown);
	wants(CMD_PEOPLE, 1);
	wants(CMD_HAND, 8);
	wants(CMD_HAND, 2);
	assert_true(look()->floor.shown);
	assert_int_equal(scene.view.floor.speaker, 8);
	assert_int_equal(scene.view.floor.queued, 1);
	assert_int_equal(scene.view.floor.place[2], 1);
	wants(CMD_PEOPLE, -1);
	assert_int_equal(look()->floor.speaker, -1);
}

/* ---- Somebody answers in secret ---- */

static void so_many_of_so_many(void **state)
{
	const struct view_rate *rate = &scene.view.rate;

	(void)state;
	begins(AGENDA_THEME, 0, 8, 60);
	comes_to(STEP_RATE);
	look();
	assert_true(!rate->begun && !rate->ballot);
	assert_int_equal(rate->roll, 8);
	assert_int_equal(rate->minutes, 1);              /* 12 + 12 x 4 s */
	wants(CMD_RATE_OPEN, 0);
	for (int32_t i = 0; i < 5; i++) {
		votes(NULL);
	}
	look();
	assert_int_equal(rate->laid, 5);
	assert_int_equal(rate->roll, 8);
	assert_int_equal(scene.view.result.row_count, 0);
	assert_false(scene.view.private_screen);
	wants(CMD_BALLOT_TAKE, 0);
	look();
	assert_true(rate->ballot && scene.view.private_screen && !rate->answered);
	assert_string_equal(rate->statement, "Påstående 0");
	assert_string_equal(rate->statement_theme, "Tema 0");
	assert_string_equal(rate->scale[UNSURE], "vet inte");
	assert_string_equal(rate->wording, "På vår skola");
	wants(CMD_BALLOT_ANSWER, 4);
	wants(CMD_BALLOT_BACK, 0);
	look();
	assert_true(rate->answered);
	passes(30 * MS_SECOND);
	assert_int_equal(look()->rate.mask, MASK_HIDDEN);
	assert_true(scene.view.private_screen);
	passes(30 * MS_SECOND);
	assert_int_equal(look()->rate.mask, MASK_ASK);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(home_in_a_moment, open_scene),
		cmocka_unit_test_setup(home_between_moments, open_scene),
		cmocka_unit_test_setup(the_theme_to_rate_next, open_scene),
		cmocka_unit_test_setup(what_it_takes_to_answer, open_scene),
		cmocka_unit_test_setup(what_cannot_fit_and_the_ways_out, open_scene),
		cmocka_unit_test_setup(fewer_steps, open_scene),
		cmocka_unit_test_setup(themes_to_choose_from, open_scene),
		cmocka_unit_test_setup(rooms_of_agendas, open_scene),
		cmocka_unit_test_setup(notes_on_the_screen, open_scene),
		cmocka_unit_test_setup(one_line_on_pace_and_end, open_scene),
		cmocka_unit_test_setup(what_is_on_the_bar, open_scene),
		cmocka_unit_test_setup(the_introduction_stands_before_the_rating, open_scene),
		cmocka_unit_test_setup(the_open_way_shows_its_statements, open_scene),
		cmocka_unit_test_setup(a_round_on_the_screen, open_scene),
		cmocka_unit_test_setup(a_speaker_list_for_larger_groups, open_scene),
		cmocka_unit_test_setup(so_many_of_so_many, open_scene),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
