/* The steps of a script. */
#include "firmware/player.h"

#include "firmware/base/str.h"
#include "ui/picture.h"

#include <string.h>

#define DRAG_MOVES 12
#define KEY_PAGES 4
#define DRAG_MOVE_MS 16

static const struct frame *seen(const struct player *player)
{
	return app_frame(player->app);
}

static bool find(struct player *player, const char *label, const char *group, struct target *found)
{
	const struct target *target = sight_target(seen(player), label, group, player->fault, sizeof player->fault);

	if (target != NULL) {
		*found = *target;
	}
	return target != NULL;
}

static void press_at(struct player *player, int32_t x, int32_t y, ms_t length)
{
	player_finger(player, INPUT_DOWN, 0, x, y);
	player_wait(player, length);
	player_finger(player, INPUT_UP, 0, x, y);
	player_wait(player, PLAY_PAUSE_MS);
}

static void press(struct player *player, const struct target *target, ms_t length)
{
	press_at(player, target->box.x + target->box.w / 2, target->box.y + target->box.h / 2, length);
}

static bool press_named(struct player *player, const struct play_step *step, ms_t length)
{
	struct target target;

	if (!find(player, step->text, step->grouped ? step->more : NULL, &target)) {
		return false;
	}
	press(player, &target, length);
	return true;
}

static bool drag(struct player *player, const struct play_step *step)
{
	struct target from;
	struct target to;

	if (!find(player, step->text, NULL, &from) || !find(player, step->more, NULL, &to)) {
		return false;
	}
	player_finger(player, INPUT_DOWN, 0, from.box.x + from.box.w / 2, from.box.y + from.box.h / 2);
	for (int32_t i = 1; i <= DRAG_MOVES; i++) {
		int32_t x = from.box.x + from.box.w / 2;
		int32_t y = from.box.y + from.box.h / 2;

		player_wait(player, DRAG_MOVE_MS);
		player_finger(player, INPUT_MOVE, 0, x + (to.box.x + to.box.w / 2 - x) * i / DRAG_MOVES,
		              y + (to.box.y + to.box.h / 2 - y) * i / DRAG_MOVES);
	}
	player_finger(player, INPUT_UP, 0, to.box.x + to.box.w / 2, to.box.y + to.box.h / 2);
	player_wait(player, PLAY_PAUSE_MS);
	return true;
}

static bool key_named(const char *name, enum input_key *key, uint32_t *letter)
{
	static const struct { const char *name; enum input_key key; uint32_t letter; } keys[] = {
		{"tab", KEY_TAB, 0}, {"shift+tab", KEY_BACKTAB, 0}, {"enter", KEY_ENTER, 0}, {"esc", KEY_ESCAPE, 0},
		{"space", KEY_SPACE, ' '}, {"backspace", KEY_BACKSPACE, 0}, {"delete", KEY_DELETE, 0}, {"left", KEY_LEFT, 0},
		{"right", KEY_RIGHT, 0}, {"up", KEY_UP, 0}, {"down", KEY_DOWN, 0}, {"home", KEY_HOME, 0}, {"end", KEY_END, 0},
		{"minus", KEY_MINUS, '-'},
	};
	const char *at = name;

	*key = KEY_NONE;
	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		if (str_equal(keys[i].name, name)) {
			*key = keys[i].key;
			*letter = keys[i].letter;
			return true;
		}
	}
	*letter = str_next(&at);
	if (*letter >= '0' && *letter <= '9') {
		*key = (enum input_key)(KEY_DIGIT_0 + (int32_t)(*letter - '0'));
	}
	return *letter != 0 && *at == '\0';
}

static bool press_key(struct player *player, const struct play_step *step, ms_t length)
{
	enum input_key key;
	uint32_t letter = 0;

	if (!key_named(step->text, &key, &letter)) {
		snprintf(player->fault, sizeof player->fault, "expected a key, not \"%s\"", step->text);
		return false;
	}
	if (key != KEY_NONE) {
		player_hand(player, (struct input){.kind = INPUT_KEY_DOWN, .key = key});
	}
	if (letter != 0) {
		player_hand(player, (struct input){.kind = INPUT_LETTER, .letter = letter});
	}
	player_wait(player, length);
	if (key != KEY_NONE) {
		player_hand(player, (struct input){.kind = INPUT_KEY_UP, .key = key});
	}
	player_wait(player, PLAY_PAUSE_MS);
	return true;
}

/* `key tab to "Passa"`: pressed until the keyboard is on that target, once round at the most. */
static bool press_key_to(struct player *player, const struct play_step *step)
{
	int32_t presses = seen(player)->target_count + 1;

	for (int32_t i = 0; i < presses; i++) {
		const struct frame *frame;
		const struct target *target;

		if (!press_key(player, step, PLAY_TAP_MS)) {
			return false;
		}
		frame = seen(player);
		target = sight_target(frame, step->more, step->grouped ? step->group : NULL, player->fault, sizeof player->fault);
		if (target == NULL) {
			return false;
		}
		if (frame->focus >= 0 && &frame->targets[frame->focus] == target) {
			return true;
		}
	}
	snprintf(player->fault, sizeof player->fault, "expected to come to \"%s\" by %s", step->more, step->text);
	return false;
}

/* A target by what it does: n < 0 any. */
static bool tap_key(struct player *player, enum command_kind kind, int32_t n)
{
	const struct frame *frame = seen(player);

	for (int32_t i = 0; i < frame->target_count; i++) {
		const struct target *target = &frame->targets[i];

		if (target->command.kind == kind && (n < 0 || target->command.n == n)) {
			struct target held = *target;

			press(player, &held, PLAY_TAP_MS);
			return true;
		}
	}
	return false;
}

/* On this page of keys, as it stands or behind shift; else shift is as before. */
static bool type_here(struct player *player, uint32_t letter)
{
	if (tap_key(player, CMD_TYPE, (int32_t)letter)) {
		return true;
	}
	if (!tap_key(player, CMD_SHIFT, -1)) {
		return false;
	}
	if (tap_key(player, CMD_TYPE, (int32_t)letter)) {
		return true;
	}
	(void)tap_key(player, CMD_SHIFT, -1);
	return false;
}

/* The letter may stand on another page of keys; where one key leads from each page to the next, twice round passes them all. */
static bool type_letter(struct player *player, uint32_t letter)
{
	for (int32_t turn = 0; turn < 2 * KEY_PAGES; turn++) {
		if ((turn == 0 || tap_key(player, CMD_KEYS, (turn - 1) % KEY_PAGES)) && type_here(player, letter)) {
			return true;
		}
	}
	return false;
}

static bool type(struct player *player, const char *text)
{
	uint32_t letter;

	while ((letter = str_next(&text)) != 0) {
		if (!type_letter(player, letter)) {
			char bytes[4];
			int32_t size = (int32_t)str_encode(letter, bytes);

			snprintf(player->fault, sizeof player->fault, "expected a key for \"%.*s\"", size, bytes);
			return false;
		}
	}
	return true;
}

/* Turns pages until it is there. */
static bool seek(struct player *player, const struct play_step *step)
{
	const char *group = step->grouped ? step->more : NULL;

	do {
		if (step->verb == PLAY_SEEK ? sight_has(seen(player), step->text)
		                            : sight_target(seen(player), step->text, group, player->fault, sizeof player->fault) != NULL) {
			return true;
		}
	} while (tap_key(player, CMD_PAGE, 1));
	snprintf(player->fault, sizeof player->fault, "expected \"%s\" on this page or a later one", step->text);
	return false;
}

static bool expect(struct player *player, const struct play_step *step)
{
	bool wanted = step->verb == PLAY_EXPECT;

	if (sight_has(seen(player), step->text) == wanted) {
		return true;
	}
	snprintf(player->fault, sizeof player->fault, "expected %s\"%s\"", wanted ? "" : "not to see ", step->text);
	return false;
}

static bool expect_target(struct player *player, const struct play_step *step)
{
	const char *group = step->grouped ? step->more : NULL;

	if (step->verb == PLAY_EXPECT_TARGET) {
		return sight_target(seen(player), step->text, group, player->fault, sizeof player->fault) != NULL;
	}
	/* Two of that name are not none. */
	if (sight_count(seen(player), step->text, group) == 0) {
		return true;
	}
	snprintf(player->fault, sizeof player->fault, "expected no target \"%s\"", step->text);
	return false;
}

static bool shot(struct player *player, const struct play_step *step)
{
	char path[2048];
	int32_t width = 0;
	int32_t height = 0;
	const uint32_t *pixels;

	if (player->options->shots == NULL) {
		return true;
	}
	snprintf(path, sizeof path, "%s/%s.png", player->options->shots, step->text);
	pixels = render_pixels(player->render, &width, &height);
	return picture_write(path, pixels, width, height, player->fault, sizeof player->fault);
}

static bool finger(struct player *player, const struct play_step *step)
{
	const struct input in = {.kind = step->verb == PLAY_PRESS ? INPUT_DOWN : step->verb == PLAY_MOVE ? INPUT_MOVE : INPUT_UP};

	player_finger(player, in.kind, step->z, step->x, step->y);
	return true;
}

bool player_step(struct player *player, const struct play_step *step)
{
	switch (step->verb) {
	case PLAY_TAP: return press_named(player, step, PLAY_TAP_MS);
	case PLAY_TAP_AT: press_at(player, step->x, step->y, PLAY_TAP_MS); return true;
	case PLAY_PRESS:
	case PLAY_MOVE:
	case PLAY_RELEASE: return finger(player, step);
	case PLAY_HOLD: return press_named(player, step, step->wait);
	case PLAY_HOLD_KEY: return press_key(player, step, step->wait);
	case PLAY_DRAG: return drag(player, step);
	case PLAY_KEY: return step->more[0] != '\0' ? press_key_to(player, step) : press_key(player, step, PLAY_TAP_MS);
	case PLAY_TYPE: return type(player, step->text);
	case PLAY_WAIT: player_wait(player, step->wait); return true;
	case PLAY_EXPECT:
	case PLAY_REFUSE: return expect(player, step);
	case PLAY_EXPECT_TARGET:
	case PLAY_REFUSE_TARGET: return expect_target(player, step);
	case PLAY_SEEK:
	case PLAY_SEEK_TARGET: return seek(player, step);
	case PLAY_SHOT: return shot(player, step);
	case PLAY_TARGETS: sight_print(seen(player), stdout); return true;
	case PLAY_CUT: return player_cut(player);
	case PLAY_CLOCK:
		player->wall = step->wall;
		player->wall_from = player->now;
		player_wait(player, 1);
		return true;
	case PLAY_SCREEN:
	case PLAY_LANG:
	case PLAY_DARK:
	case PLAY_LARGE:
	case PLAY_TURN:
	case PLAY_DISTANCE:
	case PLAY_SEED:
	case PLAY_FRESH: break;
	}
	snprintf(player->fault, sizeof player->fault, "expected this before the first tap");
	return false;
}
