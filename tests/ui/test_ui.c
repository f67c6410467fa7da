/* Fingers and keys, on frames of a few targets. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "tests/ui/sample_view.h"
#include "ui/inside.h"
#include "ui/render.h"

#define WIDE 1280
#define HIGH 720
#define UM_PER_PX 269
/* 5 mm is 19 px here, rounded up; half of the gap 6. */
#define LEFT_PX 20
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

static const struct rect A = {100, 100, 200, 80}, B = {400, 100, 200, 80}, HOLD = {100, 300, 200, 80};

static struct command cmd(int32_t n)
{
	return command_of(CMD_PAGE, n, 0);
}

/* A frame of two buttons, a hold and an area, drawn anew as ui_build would. */
static void lay(struct ui *ui, ms_t now)
{
	draw_begin(&ui->frame.list, WIDE, HIGH, 0);
	ui->frame.target_count = 0;
	ui->scratch_used = 0;
	ui->now = now;
	ui_group(ui, NULL);
	ui_area(ui, ui_canvas(ui), "area", cmd(9));
	ui_button(ui, A, BUTTON_PRIMARY, "a", cmd(1));
	ui_button(ui, B, BUTTON_SECONDARY, "b", cmd(2));
	ui_hold(ui, HOLD, BUTTON_PRIMARY, "hold", cmd(3));
}

/* What one input led to: n of the one command, 0 if none. */
static int32_t feed(struct ui *ui, struct input input)
{
	struct command out[CAP];
	size_t count = ui_input(ui, &input, out, CAP);

	assert_in_range(count, 0, 1);
	return count == 1 ? out[0].n : 0;
}

static int32_t down(struct ui *ui, ms_t at, int32_t finger, int32_t x, int32_t y)
{
	return feed(ui, (struct input){.kind = INPUT_DOWN, .at = at, .finger = finger, .x = x, .y = y});
}

static int32_t move(struct ui *ui, ms_t at, int32_t finger, int32_t x, int32_t y)
{
	return feed(ui, (struct input){.kind = INPUT_MOVE, .at = at, .finger = finger, .x = x, .y = y});
}

static int32_t up(struct ui *ui, ms_t at, int32_t finger, int32_t x, int32_t y)
{
	return feed(ui, (struct input){.kind = INPUT_UP, .at = at, .finger = finger, .x = x, .y = y});
}

static int32_t tick(struct ui *ui, ms_t now)
{
	struct command out[CAP];
	size_t count = ui_tick(ui, now, out, CAP);

	assert_in_range(count, 0, 1);
	return count == 1 ? out[0].n : 0;
}

static int32_t key(struct ui *ui, ms_t at, enum input_key which)
{
	int32_t n = feed(ui, (struct input){.kind = INPUT_KEY_DOWN, .at = at, .key = which});

	assert_int_equal(feed(ui, (struct input){.kind = INPUT_KEY_UP, .at = at + 30, .key = which}), 0);
	return n;
}

static struct ui *fresh(void **state)
{
	struct ui *ui = ((struct scene *)*state)->ui;

	ui_resize(ui, &(struct ui_config){ui->config.ruler, WIDE, HIGH, UM_PER_PX});
	memset(ui->press, 0, sizeof ui->press);
	ui->lifted = (struct press){.down = false};
	ui->focus = 0;
	ui->editing = false;
	ui->ballot = false;
	lay(ui, 0);
	return ui;
}

/* ---- fingers ---- */

static void a_tap_acts_on_lift(void **state)
{
	struct ui *ui = fresh(state);

	assert_int_equal(down(ui, 1000, 0, 150, 140), 0);
	assert_int_equal(move(ui, 1050, 0, 160, 142), 0);
	assert_int_equal(up(ui, 1100, 0, 160, 142), 1);
	assert_int_equal(down(ui, 2000, 0, 405, 110), 0);
	assert_int_equal(up(ui, 2100, 0, 405, 110), 2);
}

static void a_press_shows_in_the_next_frame(void **state)
{
	struct ui *ui = fresh(state);
	colour_t rest = ui->frame.list.draws[0].fill;

	down(ui, 1000, 0, 150, 140);
	lay(ui, 1001);
	assert_int_not_equal(ui->frame.list.draws[0].fill, rest);
	up(ui, 1100, 0, 150, 140);
	lay(ui, 1101);
	assert_int_equal(ui->frame.list.draws[0].fill, rest);
}

static void a_finger_that_leaves_cancels(void **state)
{
	struct ui *ui = fresh(state);

	/* Out by more than 5 mm, and back. */
	down(ui, 1000, 0, 150, 140);
	move(ui, 1010, 0, 150, 179 + LEFT_PX);
	move(ui, 1020, 0, 150, 140);
	assert_int_equal(up(ui, 1030, 0, 150, 140), 0);
	/* Out by less, and back. */
	down(ui, 2000, 0, 150, 140);
	move(ui, 2010, 0, 150, 179 + LEFT_PX / 2);
	move(ui, 2020, 0, 150, 140);
	assert_int_equal(up(ui, 2030, 0, 150, 140), 1);
	/* Lifted outside. */
	down(ui, 3000, 0, 150, 140);
	assert_int_equal(up(ui, 3030, 0, 150, 179 + LEFT_PX / 2), 0);
	/* Lifted on another target. */
	down(ui, 4000, 0, 150, 140);
	assert_int_equal(up(ui, 4030, 0, 450, 140), 0);
}

static void a_finger_beside_a_target_means_it(void **state)
{
	struct ui *ui = fresh(state);

	down(ui, 1000, 0, 96, 140);
	assert_int_equal(up(ui, 1050, 0, 96, 140), 1);
	/* Farther out lies the area. */
	down(ui, 2000, 0, 80, 140);
	assert_int_equal(up(ui, 2050, 0, 80, 140), 9);
}

static void each_finger_owns_its_target(void **state)
{
	struct ui *ui = fresh(state);

	down(ui, 1000, 0, 150, 140);
	down(ui, 1500, 1, 450, 140);
	assert_int_equal(up(ui, 1600, 0, 150, 140), 1);
	assert_int_equal(up(ui, 1700, 1, 450, 140), 2);
	/* A second finger on the same target is nobody. */
	down(ui, 3000, 0, 150, 140);
	down(ui, 3500, 1, 250, 140);
	assert_int_equal(up(ui, 3600, 1, 250, 140), 0);
	assert_int_equal(up(ui, 3700, 0, 150, 140), 1);
}

static void a_bounce_is_the_same_touch(void **state)
{
	struct ui *ui = fresh(state);

	down(ui, 1000, 0, 150, 140);
	assert_int_equal(up(ui, 1100, 0, 150, 140), 1);
	down(ui, 1160, 0, 155, 140);
	assert_int_equal(up(ui, 1200, 0, 155, 140), 0);
	down(ui, 1259, 0, 155, 140);
	assert_int_equal(up(ui, 1300, 0, 155, 140), 0);
	/* Later, or elsewhere, it is another. */
	down(ui, 1361, 0, 155, 140);
	assert_int_equal(up(ui, 1400, 0, 155, 140), 1);
	down(ui, 1420, 0, 155 + LEFT_PX, 140);
	assert_int_equal(up(ui, 1450, 0, 155 + LEFT_PX, 140), 1);
	/* A finger that the glass sees twice. */
	down(ui, 3000, 0, 150, 140);
	down(ui, 3040, 1, 152, 141);
	assert_int_equal(up(ui, 3100, 0, 150, 140), 1);
	assert_int_equal(up(ui, 3110, 1, 152, 141), 0);
}

static void a_target_that_changed_does_nothing(void **state)
{
	struct ui *ui = fresh(state);

	down(ui, 1000, 0, 150, 140);
	lay(ui, 1010);
	ui->frame.target_count = 1;
	ui_button(ui, A, BUTTON_PRIMARY, "a", cmd(7));
	assert_int_equal(up(ui, 1100, 0, 150, 140), 0);
}

static void a_finger_that_is_forgotten_lets_go(void **state)
{
	struct ui *ui = fresh(state);

	down(ui, 1000, 0, 150, 140);
	assert_int_equal(tick(ui, 10999), 0);
	assert_true(ui->press[0].down);
	assert_int_equal(ui_wake(ui), 11000);
	assert_int_equal(tick(ui, 11000), 0);
	assert_false(ui->press[0].down);
	assert_int_equal(up(ui, 11100, 0, 150, 140), 0);
	/* A lift that never came: the next touch of that finger counts. */
	down(ui, 20000, 0, 150, 140);
	down(ui, 20500, 0, 450, 140);
	assert_int_equal(up(ui, 20600, 0, 450, 140), 2);
}

static void a_hold_takes_its_time(void **state)
{
	struct ui *ui = fresh(state);

	down(ui, 1000, 0, 150, 340);
	assert_int_equal(tick(ui, 1799), 0);
	assert_int_equal(tick(ui, 1800), 3);
	assert_int_equal(tick(ui, 1900), 0);
	assert_int_equal(up(ui, 2000, 0, 150, 340), 0);
	/* Let go too early; or lifted late with no tick between. */
	down(ui, 3000, 0, 150, 340);
	assert_int_equal(up(ui, 3700, 0, 150, 340), 0);
	assert_int_equal(tick(ui, 5000), 0);
	down(ui, 6000, 0, 150, 340);
	assert_int_equal(up(ui, 6850, 0, 150, 340), 3);
	/* It left. */
	down(ui, 8000, 0, 150, 340);
	move(ui, 8100, 0, 150, 379 + LEFT_PX);
	move(ui, 8200, 0, 150, 340);
	assert_int_equal(tick(ui, 9000), 0);
	assert_int_equal(up(ui, 9100, 0, 150, 340), 0);
	/* A bounce in the middle of it goes on. */
	down(ui, 10000, 0, 150, 340);
	up(ui, 10400, 0, 150, 340);
	down(ui, 10440, 0, 151, 340);
	assert_int_equal(tick(ui, 10799), 0);
	assert_int_equal(tick(ui, 10800), 3);
}

static void a_hold_grows_and_wakes(void **state)
{
	struct ui *ui = fresh(state);

	ui->changes_at = MS_NEVER;
	ui->moving = false;
	assert_int_equal(ui_wake(ui), MS_NEVER);
	down(ui, 1000, 0, 150, 340);
	lay(ui, 1400);
	assert_in_range(ui_wake(ui), 1401, 1420);
	lay(ui, 1795);
	assert_int_equal(ui_wake(ui), 1800);
}

/* ---- keys ---- */

static void tab_comes_by_every_target_once(void **state)
{
	struct ui *ui = fresh(state);
	static const char *const order[] = {"a", "b", "hold", "a"};

	for (size_t i = 0; i < ARRAY_LEN(order); i++) {
		key(ui, 1000, KEY_TAB);
		assert_string_equal(ui->frame.targets[ui_find(ui, ui->focus)].label, order[i]);
	}
	key(ui, 1000, KEY_BACKTAB);
	assert_string_equal(ui->frame.targets[ui_find(ui, ui->focus)].label, "hold");
	/* A finger takes the ring away. */
	down(ui, 2000, 0, 10, 10);
	assert_int_equal(ui->focus, 0);
}

static void enter_acts_and_does_not_repeat(void **state)
{
	struct ui *ui = fresh(state);
	struct input enter = {.kind = INPUT_KEY_DOWN, .at = 1000, .key = KEY_ENTER};

	assert_int_equal(key(ui, 900, KEY_ENTER), 0);
	key(ui, 950, KEY_TAB);
	assert_int_equal(feed(ui, enter), 1);
	enter.at = 1400;
	assert_int_equal(feed(ui, enter), 0);
	enter.kind = INPUT_KEY_UP;
	feed(ui, enter);
	assert_int_equal(key(ui, 2000, KEY_SPACE), 1);
	/* A hold is held. */
	key(ui, 2100, KEY_TAB);
	key(ui, 2200, KEY_TAB);
	feed(ui, (struct input){.kind = INPUT_KEY_DOWN, .at = 3000, .key = KEY_ENTER});
	assert_int_equal(tick(ui, 3500), 0);
	assert_int_equal(tick(ui, 3800), 3);
	feed(ui, (struct input){.kind = INPUT_KEY_UP, .at = 3900, .key = KEY_ENTER});
	assert_int_equal(key(ui, 5000, KEY_ENTER), 0);
}

static void keys_have_their_senses(void **state)
{
	struct ui *ui = fresh(state);

	assert_int_equal(key(ui, 1000, KEY_ESCAPE), 0);
	ui_button(ui, (struct rect){100, 500, 100, 80}, BUTTON_QUIET, "back", cmd(4));
	ui_is_back(ui);
	ui_choice(ui, (struct rect){300, 500, 100, 80}, "one", NULL, false, cmd(5));
	ui_choice(ui, (struct rect){500, 500, 100, 80}, "two", NULL, true, cmd(6));
	assert_int_equal(key(ui, 1000, KEY_ESCAPE), 4);
	assert_int_equal(key(ui, 1000, KEY_DIGIT_0 + 1), 5);
	assert_int_equal(key(ui, 1000, KEY_DIGIT_0 + 2), 6);
	assert_int_equal(key(ui, 1000, KEY_DIGIT_0 + 3), 0);
}

static enum command_kind kind_of(struct ui *ui, struct input input, int32_t *n)
{
	struct command out[CAP];

	if (ui_input(ui, &input, out, CAP) == 0) {
		return CMD_NONE;
	}
	*n = out[0].n;
	return out[0].kind;
}

static void a_ballot_takes_digits(void **state)
{
	struct ui *ui = fresh(state);
	int32_t n = -1;

	ui->ballot = true;
	for (int32_t answer = 0; answer < ANSWERS; answer++) {
		ui_ballot_key(ui, (struct rect){100 + 150 * answer, 500, 100, 80}, ui_say(ui, "answer %d", answer),
		              command_of(CMD_BALLOT_ANSWER, answer, 0));
	}
	ui_button(ui, (struct rect){100, 620, 100, 80}, BUTTON_QUIET, "back", command_of(CMD_BALLOT_BACK, 0, 0));
	assert_int_equal(kind_of(ui, (struct input){.kind = INPUT_KEY_DOWN, .key = KEY_DIGIT_0 + 3}, &n), CMD_BALLOT_ANSWER);
	assert_int_equal(n, 2);
	assert_int_equal(kind_of(ui, (struct input){.kind = INPUT_KEY_DOWN, .key = KEY_DIGIT_0}, &n), CMD_BALLOT_ANSWER);
	assert_int_equal(n, UNSURE);
	assert_int_equal(kind_of(ui, (struct input){.kind = INPUT_KEY_DOWN, .key = KEY_MINUS}, &n), CMD_BALLOT_BACK);
	assert_int_equal(kind_of(ui, (struct input){.kind = INPUT_KEY_DOWN, .key = KEY_DIGIT_0 + 7}, &n), CMD_NONE);
}

/* Whichever answer is touched, the picture is the same. */
static void a_ballot_key_tells_nobody(void **state)
{
	struct ui *ui = fresh(state);
	static struct draw_list first;

	for (int32_t answer = 0; answer < ANSWERS; answer++) {
		for (int32_t pass = 0; pass < 2; pass++) {
			draw_begin(&ui->frame.list, WIDE, HIGH, 0);
			ui->frame.target_count = 0;
			ui->scratch_used = 0;
			for (int32_t i = 0; i < ANSWERS; i++) {
				ui_ballot_key(ui, (struct rect){100 + 150 * i, 500, 100, 80}, ui_say(ui, "answer %d", i),
				              command_of(CMD_BALLOT_ANSWER, i, 0));
			}
			if (pass == 0) {
				assert_int_equal(down(ui, 1000 + 1000 * answer, 0, 150 + 150 * answer, 540), 0);
			}
		}
		if (answer == 0) {
			first = ui->frame.list;
		}
		for (int32_t i = 0; i < first.count; i++) {
			assert_true(draw_same(&first, &first.draws[i], &ui->frame.list, &ui->frame.list.draws[i]));
		}
		ui->press[0].down = false;
	}
}

static void letters_are_written(void **state)
{
	struct ui *ui = fresh(state);
	int32_t n = 0;

	assert_int_equal(kind_of(ui, (struct input){.kind = INPUT_LETTER, .letter = 0xE5}, &n), CMD_NONE);
	ui->editing = true;
	assert_int_equal(kind_of(ui, (struct input){.kind = INPUT_LETTER, .letter = 0xE5}, &n), CMD_TYPE);
	assert_int_equal(n, 0xE5);
	assert_int_equal(kind_of(ui, (struct input){.kind = INPUT_KEY_DOWN, .key = KEY_BACKSPACE}, &n), CMD_ERASE);
	assert_int_equal(kind_of(ui, (struct input){.kind = INPUT_KEY_DOWN, .key = KEY_LEFT}, &n), CMD_CURSOR);
	assert_int_equal(n, -1);
	assert_int_equal(kind_of(ui, (struct input){.kind = INPUT_KEY_DOWN, .key = KEY_ENTER}, &n), CMD_EDIT_DONE);
	assert_int_equal(kind_of(ui, (struct input){.kind = INPUT_KEY_DOWN, .key = KEY_DIGIT_0 + 1}, &n), CMD_NONE);
	/* Tab still gets about, and enter then acts. */
	assert_int_equal(kind_of(ui, (struct input){.kind = INPUT_KEY_DOWN, .key = KEY_TAB}, &n), CMD_NONE);
	assert_int_equal(kind_of(ui, (struct input){.kind = INPUT_KEY_DOWN, .key = KEY_ENTER}, &n), CMD_PAGE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_tap_acts_on_lift),
		cmocka_unit_test(a_press_shows_in_the_next_frame),
		cmocka_unit_test(a_finger_that_leaves_cancels),
		cmocka_unit_test(a_finger_beside_a_target_means_it),
		cmocka_unit_test(each_finger_owns_its_target),
		cmocka_unit_test(a_bounce_is_the_same_touch),
		cmocka_unit_test(a_target_that_changed_does_nothing),
		cmocka_unit_test(a_finger_that_is_forgotten_lets_go),
		cmocka_unit_test(a_hold_takes_its_time),
		cmocka_unit_test(a_hold_grows_and_wakes),
		cmocka_unit_test(tab_comes_by_every_target_once),
		cmocka_unit_test(enter_acts_and_does_not_repeat),
		cmocka_unit_test(keys_have_their_senses),
		cmocka_unit_test(a_ballot_takes_digits),
		cmocka_unit_test(a_ballot_key_tells_nobody),
		cmocka_unit_test(letters_are_written)
	};

	return cmocka_run_group_tests(tests, open_scene, close_scene);
}
