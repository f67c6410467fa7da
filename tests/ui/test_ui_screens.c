/* Whole screens: motion, wake times, and home and the round by rule, on every panel. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "tests/ui/rules.h"
#include "tests/ui/sample_view.h"
#include "ui/inside.h"
#include "ui/render.h"

#define WIDE 1280
#define HIGH 720
#define UM_PER_PX 269
#define CAP 8

struct scene {
	struct render *render;
	struct ui *ui;
	struct settings settings;
	struct view view;
};

static int open_scene(void **state)
{
	struct scene *scene = calloc(1, sizeof *scene);
	char why[200] = "";

	assert_non_null(scene);
	scene->render = render_create(&(struct render_config){NULL, WIDE, HIGH, SAMSYN_FONT_DIR}, why, sizeof why);
	assert_string_equal(why, "");
	scene->ui = ui_create();
	ui_resize(scene->ui, &(struct ui_config){render_ruler(scene->render), WIDE, HIGH, UM_PER_PX});
	words_open(SAMSYN_LOCALE_DIR);
	sample_view(SAMPLE_HOME, LANG_EN, &scene->settings, &scene->view);
	ui_build(scene->ui, &scene->view, 0);
	*state = scene;
	return 0;
}

static int close_scene(void **state)
{
	struct scene *scene = *state;

	ui_destroy(scene->ui);
	render_destroy(scene->render);
	free(scene);
	return 0;
}

static struct ui *fresh(void **state)
{
	struct ui *ui = ((struct scene *)*state)->ui;

	ui_resize(ui, &(struct ui_config){ui->config.ruler, WIDE, HIGH, UM_PER_PX});
	memset(ui->press, 0, sizeof ui->press);
	ui->lifted = (struct press){.down = false};
	ui->focus = 0;
	return ui;
}

/* ---- motion and time ---- */

static void another_screen_fades_in_and_settles(void **state)
{
	struct scene *scene = *state;
	struct view view;
	int32_t settled;

	fresh(state);
	scene->ui->scene = 0;
	sample_view(SAMPLE_HOME_GAP, LANG_EN, &scene->settings, &view);
	scene->settings.value[SET_MOTION] = 1;
	settled = ui_build(scene->ui, &view, 1000)->list.count;
	assert_int_equal(ui_wake(scene->ui), MS_NEVER);
	view.page = 1;
	assert_int_equal(ui_build(scene->ui, &view, 2000)->list.count, settled + 1);
	assert_in_range(ui_wake(scene->ui), 2001, 2020);
	assert_int_equal(ui_build(scene->ui, &view, 2159)->list.count, settled + 1);
	assert_int_equal(ui_build(scene->ui, &view, 2200)->list.count, settled);
	assert_int_equal(ui_wake(scene->ui), MS_NEVER);
	view.page = 0;
	scene->settings.value[SET_MOTION] = 0;
	assert_int_equal(ui_build(scene->ui, &view, 3000)->list.count, settled);
}

static bool same_list(const struct draw_list *a, const struct draw_list *b)
{
	bool same = a->count == b->count && a->ground == b->ground;

	for (int32_t i = 0; same && i < a->count; i++) {
		same = draw_same(a, &a->draws[i], b, &b->draws[i]);
	}
	return same;
}

/* Between two wake times the picture stands still, and at each it changes. */
static void a_running_clock_wakes_when_it_shows(void **state)
{
	struct scene *scene = *state;
	static struct draw_list before;
	struct view view;
	ms_t start = 65 * MS_SECOND, now = 0;

	fresh(state);
	sample_view(SAMPLE_ROUND, LANG_SV, &scene->settings, &view);
	view.round.turn.budget_ms = 70 * MS_SECOND;
	while (now < 130 * MS_SECOND) {
		view.round.turn.left_ms = start - now;
		before = ui_build(scene->ui, &view, now)->list;
		ms_t wake = ui_wake(scene->ui);

		assert_in_range(wake - now, 1, 1000);
		view.round.turn.left_ms = start - (wake - 1);
		assert_true(same_list(&before, &ui_build(scene->ui, &view, wake - 1)->list));
		view.round.turn.left_ms = start - wake;
		assert_false(same_list(&before, &ui_build(scene->ui, &view, wake)->list));
		now = wake;
	}
	view.round.turn.running = false;
	ui_build(scene->ui, &view, now);
	assert_int_equal(ui_wake(scene->ui), MS_NEVER);
}

/* ---- home and the round, by rule ---- */

struct glass {
	int32_t w, h, um_per_px;
	enum distance distance;
};

static const struct glass GLASSES[] = {
	{800, 480, 192, DISTANCE_NEAR}, {1280, 720, 269, DISTANCE_NEAR}, {720, 1280, 121, DISTANCE_NEAR},
	{1920, 1080, 277, DISTANCE_TABLE}, {1920, 1080, 630, DISTANCE_ROOM}, {1080, 1920, 277, DISTANCE_TABLE}
};

static void look_at(struct scene *scene, const struct glass *glass, enum sample sample, enum lang lang, bool dark, bool large)
{
	struct ui *ui = scene->ui;
	struct view view;

	ui_resize(ui, &(struct ui_config){render_ruler(scene->render), glass->w, glass->h, glass->um_per_px});
	sample_view(sample, lang, &scene->settings, &view);
	view.dark = dark;
	view.large = large;
	for (view.page = 0; view.page < 3; view.page++) {
		struct breaches found = {.count = 0};
		const struct frame *frame = ui_build(ui, &view, 0);
		struct eye eye = {.um_per_px = glass->um_per_px, .distance = glass->distance, .large = ui->theme.large, .lang = lang,
		                  .palette = &ui->theme.colour};

		rules_check(frame, &eye, &found);
		for (int32_t i = 0; i < found.count; i++) {
			print_error("%dx%d sample %d page %d %s%s%s: %s %s\n", glass->w, glass->h, (int)sample, view.page, lang == LANG_SV ? "sv" : "en",
			            dark ? " dark" : "", large ? " large" : "", rule_name(found.found[i].rule), found.found[i].about);
		}
		assert_int_equal(found.count, 0);
		assert_int_equal(ui_squeezed(ui), 0);
	}
}

static void home_and_the_round_keep_the_rules(void **state)
{
	for (size_t g = 0; g < ARRAY_LEN(GLASSES); g++) {
		for (int32_t sample = 0; sample < SAMPLE_COUNT; sample++) {
			for (int32_t way = 0; way < 8; way++) {
				look_at(*state, &GLASSES[g], (enum sample)sample, way % 2 == 0 ? LANG_SV : LANG_EN, way / 2 % 2 == 1, way / 4 == 1);
			}
		}
	}
}

static bool shows(const struct frame *frame, const char *label, enum command_kind kind)
{
	for (int32_t i = 0; i < frame->target_count; i++) {
		if (strcmp(frame->targets[i].label, label) == 0 && frame->targets[i].command.kind == kind) {
			return true;
		}
	}
	return false;
}

static void rooms_with_nothing_in_them_are_not_drawn(void **state)
{
	struct scene *scene = *state;
	struct view view;
	const struct frame *frame;

	fresh(state);
	sample_view(SAMPLE_HOME, LANG_SV, &scene->settings, &view);
	frame = ui_build(scene->ui, &view, 0);
	assert_true(shows(frame, "Värdera", CMD_GO) && shows(frame, "Resultat", CMD_GO) && shows(frame, "Starta dagens möte", CMD_GO));
	view.home.past_count = 0;
	view.home.rate_count = 0;
	view.home.offer = -1;
	frame = ui_build(scene->ui, &view, 0);
	assert_false(shows(frame, "Värdera", CMD_GO) || shows(frame, "Resultat", CMD_GO) || shows(frame, "Starta dagens möte", CMD_GO));
	assert_true(shows(frame, "Samtala", CMD_GO));
}

static void the_speaker_may_tap_anywhere(void **state)
{
	struct scene *scene = *state;
	struct command out[CAP];
	struct view view;

	fresh(state);
	sample_view(SAMPLE_ROUND, LANG_SV, &scene->settings, &view);
	ui_build(scene->ui, &view, 0);
	ui_input(scene->ui, &(struct input){.kind = INPUT_DOWN, .at = 10, .x = 300, .y = 560}, out, CAP);
	assert_int_equal(ui_input(scene->ui, &(struct input){.kind = INPUT_UP, .at = 90, .x = 300, .y = 560}, out, CAP), 1);
	assert_int_equal(out[0].kind, CMD_TURN_DONE);
	sample_view(SAMPLE_ROUND_OPEN, LANG_SV, &scene->settings, &view);
	assert_false(shows(ui_build(scene->ui, &view, 100), "Jag är klar", CMD_TURN_DONE));
	sample_view(SAMPLE_ENDING, LANG_SV, &scene->settings, &view);
	assert_true(shows(ui_build(scene->ui, &view, 200), "Ångra", CMD_KEEP));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(another_screen_fades_in_and_settles),
		cmocka_unit_test(a_running_clock_wakes_when_it_shows),
		cmocka_unit_test(rooms_with_nothing_in_them_are_not_drawn),
		cmocka_unit_test(the_speaker_may_tap_anywhere),
		cmocka_unit_test(home_and_the_round_keep_the_rules)
	};

	return cmocka_run_group_tests(tests, open_scene, close_scene);
}
