/* The keyboard: everything that a finger can do. */
#include "ui/inside.h"

static void focus_on(struct ui *ui, int32_t i)
{
	ui->focus = ui->ids[i];
	ui->focus_box = ui->frame.targets[i].box;
}

/* Moves the focus on by `by` among the targets that have a place of their own, round the ends. */
static void move_focus(struct ui *ui, int32_t by)
{
	int32_t count = ui->frame.target_count;
	int32_t at = ui->focus == 0 ? -1 : ui_find(ui, ui->focus);

	if (at < 0) {
		at = by > 0 ? -1 : count;
	}
	for (int32_t tries = 0; tries < count; tries++) {
		at = (at + by + count) % count;
		if (ui->frame.targets[at].role != ROLE_AREA) {
			focus_on(ui, at);
			return;
		}
	}
}

static size_t wish(struct command *out, size_t cap, struct command command)
{
	if (cap == 0) {
		return 0;
	}
	out[0] = command;
	return 1;
}

/* Enter or space on the target in focus; a hold begins and is tried by touch_tick. */
static size_t act(struct ui *ui, const struct input *input, struct command *out, size_t cap)
{
	int32_t i = ui->focus == 0 ? -1 : ui_find(ui, ui->focus);
	struct press *press = &ui->press[PRESS_ENTER];

	if (press->down) {
		press->heard = input->at;   /* the key repeats */
		return 0;
	}
	*press = (struct press){.down = true, .lost = true, .since = input->at, .heard = input->at};
	if (i < 0) {
		return 0;
	}
	const struct target *target = &ui->frame.targets[i];

	if (target->role == ROLE_HOLD) {
		press->lost = false;
		press->id = ui->ids[i];
		press->role = ROLE_HOLD;
		press->command = target->command;
		return 0;
	}
	return wish(out, cap, target->command);
}

static size_t go_back(const struct ui *ui, struct command *out, size_t cap)
{
	for (int32_t i = 0; i < ui->frame.target_count; i++) {
		if ((ui->flags[i] & TARGET_BACK) != 0) {
			return wish(out, cap, ui->frame.targets[i].command);
		}
	}
	return 0;
}

static size_t answer(const struct ui *ui, enum command_kind kind, int32_t n, struct command *out, size_t cap)
{
	for (int32_t i = 0; i < ui->frame.target_count; i++) {
		const struct command *command = &ui->frame.targets[i].command;

		bool one_of = kind == CMD_BALLOT_ANSWER || kind == CMD_SHARED_ANSWER;

		if (command->kind == kind && (!one_of || command->n == n)) {
			return wish(out, cap, *command);
		}
	}
	return 0;
}

/* 1 to 4 are the steps of the scale and 0 "vet inte", as on a number pad; elsewhere the n-th choice. */
static size_t digit(const struct ui *ui, int32_t n, struct command *out, size_t cap)
{
	int32_t choices = 0;

	if (ui->ballot) {
		return answer(ui, CMD_BALLOT_ANSWER, n == 0 ? UNSURE : n - 1, out, cap);
	}
	/* The same keys mean the same answers when the group agrees on one. */
	if (answer(ui, CMD_SHARED_ANSWER, 0, out, cap) > 0) {
		return answer(ui, CMD_SHARED_ANSWER, n == 0 ? UNSURE : n - 1, out, cap);
	}
	for (int32_t i = 0; i < ui->frame.target_count; i++) {
		if (ui->frame.targets[i].role == ROLE_CHOICE && ++choices == n) {
			return wish(out, cap, ui->frame.targets[i].command);
		}
	}
	return 0;
}

static size_t edit_key(const struct input *input, struct command *out, size_t cap)
{
	switch ((int)input->key) {
	case KEY_BACKSPACE: return wish(out, cap, command_of(CMD_ERASE, 0, 0));
	case KEY_LEFT: return wish(out, cap, command_of(CMD_CURSOR, -1, 0));
	case KEY_RIGHT: return wish(out, cap, command_of(CMD_CURSOR, 1, 0));
	case KEY_HOME: return wish(out, cap, command_of(CMD_CURSOR, -TEXT_BYTES, 0));
	case KEY_END: return wish(out, cap, command_of(CMD_CURSOR, TEXT_BYTES, 0));
	case KEY_ENTER: return wish(out, cap, command_of(CMD_EDIT_DONE, 0, 0));
	default: return 0;
	}
}

/* While a text is written the keys mean letters; only tab and escape keep their sense, and enter on a target that was tabbed to. */
static bool means_writing(const struct ui *ui, enum input_key key)
{
	bool to_target = key == KEY_ENTER && ui->focus != 0;

	return ui->editing && !to_target && key != KEY_TAB && key != KEY_BACKTAB && key != KEY_ESCAPE;
}

static size_t key_down(struct ui *ui, const struct input *input, struct command *out, size_t cap)
{
	if (means_writing(ui, input->key)) {
		return edit_key(input, out, cap);
	}
	if (input->key >= KEY_DIGIT_0 && input->key <= KEY_DIGIT_9) {
		return digit(ui, (int32_t)input->key - KEY_DIGIT_0, out, cap);
	}
	switch ((int)input->key) {
	case KEY_TAB: case KEY_RIGHT: case KEY_DOWN: move_focus(ui, 1); return 0;
	case KEY_BACKTAB: case KEY_LEFT: case KEY_UP: move_focus(ui, -1); return 0;
	case KEY_ENTER: case KEY_SPACE: return act(ui, input, out, cap);
	case KEY_ESCAPE: return go_back(ui, out, cap);
	case KEY_MINUS: return ui->ballot ? answer(ui, CMD_BALLOT_BACK, 0, out, cap) : 0;
	default: return 0;
	}
}

static size_t key_up(struct ui *ui, const struct input *input, struct command *out, size_t cap)
{
	struct press *press = &ui->press[PRESS_ENTER];
	size_t count = 0;

	if ((input->key == KEY_ENTER || input->key == KEY_SPACE) && press->down) {
		if (!press->lost && input->at - press->since >= HOLD_MS && ui_find(ui, press->id) >= 0) {
			count = wish(out, cap, press->command);
		}
		*press = (struct press){.down = false};
	}
	return count;
}

size_t keys_input(struct ui *ui, const struct input *input, struct command *out, size_t cap)
{
	switch (input->kind) {
	case INPUT_KEY_DOWN: return key_down(ui, input, out, cap);
	case INPUT_KEY_UP: return key_up(ui, input, out, cap);
	case INPUT_LETTER:
		return ui->editing && input->letter >= ' ' ? wish(out, cap, command_of(CMD_TYPE, (int32_t)input->letter, 0)) : 0;
	case INPUT_NONE: case INPUT_DOWN: case INPUT_MOVE: case INPUT_UP: case INPUT_RESIZE: case INPUT_EXPOSED: case INPUT_QUIT: break;
	}
	return 0;
}
