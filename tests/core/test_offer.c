/* What home offers over the weeks of moment 2, with the packs that come along; and what a change of level does to set-up. */
#include "tests/core/unit_test.h"

#include "firmware/base/str.h"
#include "firmware/content/pack.h"
#include "firmware/content/year.h"
#include "firmware/core/decide.h"
#include "tests/core/scene.h"

static struct pack_set *packs;

static int load(void **state)
{
	(void)state;
	packs = pack_set_create();
	pack_set_add(packs, SAMSYN_PACK_DIR);
	return pack_set_finish(packs) ? 0 : 1;
}

static int unload(void **state)
{
	(void)state;
	pack_set_destroy(packs);
	return 0;
}

static int open_scene(void **state)
{
	(void)state;
	scene_open();
	scene.material = pack_set_material(packs);
	return 0;
}

/* A Tuesday of that week in the autumn of 2026. */
static void in_week(int32_t week)
{
	const int64_t monday = cal_days((struct cal_date){2026, 9, 21});   /* of week 39 */
	struct year_place place;

	scene.today = (struct today){.date = cal_from_days(monday + (week - 39) * 7 + 1), .moment = -1, .gap = -1, .next_moment = -1};
	scene.today.wall = wall_at(scene.today.date, 14, 0);
	scene.today.week = cal_week_of(scene.today.date);
	assert_int_equal(scene.today.week.week, week);
	place = year_at(scene.material, scene.today.date);
	scene.today.moment = place.moment != NULL ? (int32_t)(place.moment - scene.material->moments) : -1;
}

static const struct instrument *asked(void)
{
	return settings_instrument(&scene.core.settings, scene.material);
}

static struct past *held(const char *agenda, int32_t days_ago)
{
	struct past *past = &scene.history.past[scene.history.count++];

	*past = (struct past){.number = scene.history.count, .wall = (int32_t)scene.today.wall - days_ago * 1440};
	str_copy(past->agenda, sizeof past->agenda, agenda);
	return past;
}

/* The team rated that area so many days ago. */
static struct past *rated(int32_t area, int32_t days_ago)
{
	struct past *past = held("sjalvvardering-omrade", days_ago);
	int32_t count;
	int32_t first = area_themes(asked(), area, &count);

	past->rated = true;
	str_copy(past->first_statement, sizeof past->first_statement, asked()->statements[asked()->themes[first].first].id);
	for (int32_t i = first; i < first + count; i++) {
		past->statements += asked()->themes[i].count;
	}
	return past;
}

/* The agenda that home offers, what it would rate, and how many statements set-up then shows. */
static void offers(const char *agenda, const char *name, const char *also, int32_t statements)
{
	const struct view_home *home = &look()->home;

	assert_string_equal(scene.material->agendas[home->offer].id, agenda);
	assert_string_equal(home->offer_theme, name);
	assert_string_equal(home->offer_also, also);
	if (statements > 0) {
		struct command command = command_of(CMD_GO, SCREEN_SETUP, home->offer);
		struct setup setup = setup_for(&scene.core, scene.material, home->offer, home->offer_theme_index, home->offer_themes);
		int32_t first;

		command.k = home->offer_theme_index + 1;
		command.l = home->offer_themes;
		assert_int_equal(setup_statements(&scene.core, scene.material, &setup, &first), statements);
		scene.count = core_decide(&scene.core, scene.material, scene.now, &command, scene.out, &scene.why);
		assert_true(scene.count > 0 && scene.out[0].kind == EVENT_SETUP_CHANGED);
		assert_int_equal(scene.out[0].setup.first_theme, setup.first_theme);
		assert_int_equal(scene.out[0].setup.theme_count, setup.theme_count);
		assert_int_equal(scene.out[0].setup.minutes, home->offer_min);
	}
}

static void an_area_a_week(void **state)
{
	(void)state;
	in_week(39);
	offers("sjalvvardering-omrade", "Utbildning", "", 15);
	in_week(40);
	offers("sjalvvardering-omrade", "Organisation", "", 16);
	in_week(41);
	offers("sjalvvardering-omrade", "Kvalitetsarbete", "Ledarskap", 17);
	in_week(42);
	offers("analys-rektor", "", "", 0);
}

static void an_area_a_week_for_the_owner(void **state)
{
	(void)state;
	assert_true(ask(CMD_SET, SET_AUDIENCE, 1) > 0);
	in_week(39);
	offers("sjalvvardering-omrade", "Utbildning", "", 9);
	in_week(40);
	offers("sjalvvardering-omrade", "Organisation", "", 16);
	in_week(41);
	offers("sjalvvardering-omrade", "Kvalitetsarbete", "Ledarskap", 14);
	in_week(42);
	offers("analys-skolchef", "", "", 0);
}

/* An area over two meetings: home goes on with the themes that there was no time for. */
static void the_rest_of_an_area_comes_next(void **state)
{
	const struct view_home *home = &scene.view.home;
	struct past *past;

	(void)state;
	in_week(39);
	past = rated(0, 1);
	past->statements = asked()->themes[0].count;
	offers("sjalvvardering-omrade", "Kunskaper", "", 9);
	assert_int_equal(home->offer_theme_index, 1);
	assert_int_equal(home->offer_themes, 3);
	assert_int_equal(home->offer_more, 2);
	past->statements = 9;                                      /* two of its four themes */
	offers("sjalvvardering-omrade", "Delaktighet", "", 6);
	assert_true(home->offer_rest);
	assert_int_equal(home->offer_more, 1);
	past->statements += 4;
	offers("sjalvvardering-omrade", "Bedömning", "", 2);
	assert_true(home->offer_rest);
	assert_int_equal(home->offer_more, 0);
	past->statements += 2;
	offers("sjalvvardering-omrade", "Organisation", "", 16);
	assert_false(home->offer_rest);
}

/* What has been rated is passed over: on to what comes, then back to what was left behind. */
static void what_is_done_is_passed_over(void **state)
{
	(void)state;
	in_week(39);
	rated(0, 1);
	offers("sjalvvardering-omrade", "Organisation", "", 16);
	rated(2, 1);
	in_week(41);
	offers("sjalvvardering-omrade", "Ledarskap", "", 9);
	rated(3, 0);
	offers("sjalvvardering-omrade", "Organisation", "", 16);
	in_week(42);
	offers("sjalvvardering-omrade", "Organisation", "", 16);   /* before the analysis can be of all four */
	rated(1, 0);
	offers("analys-rektor", "", "", 0);
	in_week(40);
	offers("analys-rektor", "", "", 0);                        /* all are there, whatever the week */
	held("analys-rektor", 0);
	assert_int_not_equal(look()->home.offer, -1);
	assert_string_not_equal(scene.material->agendas[look()->home.offer].id, "analys-rektor");
}

/* Last year's ratings, and those that were never answered, do not count; nor do those of the other level. */
static void what_does_not_count(void **state)
{
	(void)state;
	in_week(39);
	rated(0, 360);
	offers("sjalvvardering-omrade", "Utbildning", "", 15);
	rated(0, 1)->rated = false;
	offers("sjalvvardering-omrade", "Utbildning", "", 15);
	rated(0, 1);
	offers("sjalvvardering-omrade", "Organisation", "", 16);
	assert_true(ask(CMD_SET, SET_AUDIENCE, 1) > 0);
	offers("sjalvvardering-omrade", "Utbildning", "", 9);
}

static int32_t agenda(const char *id)
{
	return (int32_t)(material_agenda(scene.material, id) - scene.material->agendas);
}

static void levels_to_choose_from(void **state)
{
	const struct view_levels *levels;

	(void)state;
	assert_true(ask(CMD_GO, SCREEN_SETUP, agenda("sjalvvardering-omrade")) > 0);
	assert_int_equal(look()->setup.statements, 15);
	assert_true(scene.view.setup.by_level);
	assert_true(ask(CMD_GO, SCREEN_LEVELS, SCREEN_SETUP) > 0);
	levels = &look()->levels;
	assert_int_equal(scene.view.about, SCREEN_SETUP);
	assert_int_equal(levels->count, 2);
	assert_string_equal(levels->chosen, "Skolnivå");
	assert_true(levels->levels[0].chosen && !levels->levels[1].chosen);
	assert_string_equal(levels->levels[0].participants[0], "biträdande rektor");
	assert_true(ask(CMD_SET, SET_AUDIENCE, 1) > 0);
	assert_string_equal(look()->levels.chosen, "Huvudmannanivå");
	assert_int_equal(scene.core.screen, SCREEN_LEVELS);
	assert_true(ask(CMD_GO, SCREEN_SETUP, -1) > 0);
	assert_int_equal(look()->setup.statements, 9);
	wants(CMD_BEGIN, 0);
	assert_string_equal(scene.core.meeting.statements[0], "skolchef.utbildning.1.1");
	assert_int_equal(ask(CMD_SET, SET_AUDIENCE, 2), 0);   /* there are two */
}

/* The analysis has one for each level; set-up goes on with the other one. */
static void the_other_levels_analysis(void **state)
{
	(void)state;
	assert_true(ask(CMD_GO, SCREEN_AGENDAS, 0) > 0);
	assert_int_equal(look()->agendas.count, 3);
	assert_true(ask(CMD_GO, SCREEN_SETUP, agenda("analys-rektor")) > 0);
	assert_true(look()->setup.by_level && !scene.view.setup.rates);
	assert_true(ask(CMD_SET, SET_AUDIENCE, 1) > 0);
	assert_int_equal(scene.core.setup.agenda, agenda("analys-skolchef"));
	assert_true(ask(CMD_SET, SET_AUDIENCE, 0) > 0);
	assert_int_equal(scene.core.setup.agenda, agenda("analys-rektor"));
}

/* Ways forward: of the areas that are rated, or of all of them where the meeting looks back. */
static void ways_forward(void **state)
{
	(void)state;
	begins(agenda("sjalvvardering-tema"), 9, 6, 60);
	assert_true(look()->step.options);
	assert_int_equal(scene.view.options.area_count, 1);
	assert_string_equal(scene.view.options.areas[0].name, "Kvalitetsarbete");
	wants(CMD_SHEET, SHEET_OPTIONS);
	assert_int_equal(look()->sheet, SHEET_OPTIONS);
	scene_open();
	scene.material = pack_set_material(packs);
	begins(agenda("analys-rektor"), 0, 6, 60);
	assert_int_equal(look()->options.area_count, 4);
	scene_open();
	scene.material = pack_set_material(packs);
	begins(agenda("elevarenden"), 0, 6, 45);
	assert_false(look()->step.options);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(an_area_a_week, open_scene),
		cmocka_unit_test_setup(an_area_a_week_for_the_owner, open_scene),
		cmocka_unit_test_setup(the_rest_of_an_area_comes_next, open_scene),
		cmocka_unit_test_setup(what_is_done_is_passed_over, open_scene),
		cmocka_unit_test_setup(what_does_not_count, open_scene),
		cmocka_unit_test_setup(levels_to_choose_from, open_scene),
		cmocka_unit_test_setup(the_other_levels_analysis, open_scene),
		cmocka_unit_test_setup(ways_forward, open_scene),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
