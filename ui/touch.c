/* Fingers. Each owns the target that it landed on until it is lifted. */
#include "ui/inside.h"

#define BOUNCE_MS 60
#define BOUNCE_MM_100 500
#define LEAVE_MM_100 500
#define REACH_MM_100 150          /* half of the 3 mm between targets: a finger beside one means it */
#define FORGOTTEN_MS (10 * MS_SECOND)
#define RING_MS 16

static int64_t square(int64_t n)
{
	return n * n;
}

/* How far a point lies outside a box, squared px; 0 inside. */
static int64_t outside(struct rect box, int32_t x, int32_t y)
{
	int32_t dx = max_i32(max_i32(box.x - x, x - (box.x + box.w - 1)), 0);
	int32_t dy = max_i32(max_i32(box.y - y, y - (box.y + box.h - 1)), 0);

	return square(dx) + square(dy);
}

static bool within(const struct ui *ui, struct rect box, int32_t x, int32_t y, int32_t mm_100)
{
	return outside(box, x, y) <= square(theme_px(&ui->theme, mm_100));
}

/* The target under a point: one that holds it, else the nearest within reach, else an area; -1 none. */
static int32_t target_at(const struct ui *ui, int32_t x, int32_t y)
{
	int32_t best = -1, area = -1;
	int64_t nearest = square(theme_px(&ui->theme, REACH_MM_100)) + 1;

	for (int32_t i = 0; i < ui->frame.target_count; i++) {
		const struct target *target = &ui->frame.targets[i];
		int64_t away = outside(target->box, x, y);

		if (target->role == ROLE_AREA) {
			area = away == 0 ? i : area;
		} else if (away < nearest) {
			nearest = away;
			best = i;
		}
	}
	return best >= 0 ? best : area;
}

static bool owned(const struct ui *ui, uint32_t id)
{
	for (int32_t i = 0; i < PRESSES; i++) {
		if (ui->press[i].down && !ui->press[i].lost && ui->press[i].id == id) {
			return true;
		}
	}
	return false;
}

static bool same_place(const struct ui *ui, const struct press *press, const struct input *input)
{
	return square(press->x - input->x) + square(press->y - input->y) <= square(theme_px(&ui->theme, BOUNCE_MM_100));
}

/* True if this touch is the same as one that is down elsewhere under another number. */
static bool doubled(const struct ui *ui, const struct input *input)
{
	for (int32_t i = 0; i < INPUT_FINGERS_MAX; i++) {
		const struct press *press = &ui->press[i];

		if (i != input->finger && press->down && input->at - press->since <= BOUNCE_MS && same_place(ui, press, input)) {
			return true;
		}
	}
	return false;
}

static void land(struct ui *ui, const struct input *input)
{
	struct press *press = &ui->press[input->finger];
	const struct press *last = &ui->lifted;
	int32_t i;

	ui->focus = 0;
	if (last->down && input->at - last->heard <= BOUNCE_MS && same_place(ui, last, input)) {
		/* The same touch goes on: a hold goes on growing, and what has acted does not act again. */
		bool hold = last->role == ROLE_HOLD && last->id != 0 && !last->lost;

		*press = *last;
		press->lost = !hold;
		press->heard = input->at;
		return;
	}
	*press = (struct press){.down = true, .lost = true, .x = input->x, .y = input->y, .since = input->at, .heard = input->at};
	i = target_at(ui, input->x, input->y);
	if (i < 0 || doubled(ui, input) || owned(ui, ui->ids[i])) {
		return;
	}
	press->lost = false;
	press->id = ui->ids[i];
	press->role = ui->frame.targets[i].role;
	press->command = ui->frame.targets[i].command;
}

/* The press's target as it stands now, or NULL if it is gone or means something else. */
static const struct target *target_of(const struct ui *ui, const struct press *press)
{
	int32_t i = press->lost || press->id == 0 ? -1 : ui_find(ui, press->id);

	return i < 0 ? NULL : &ui->frame.targets[i];
}

static void move(struct ui *ui, const struct input *input)
{
	struct press *press = &ui->press[input->finger];
	const struct target *target = target_of(ui, press);

	press->heard = input->at;
	if (target == NULL || !within(ui, target->box, input->x, input->y, LEAVE_MM_100)) {
		press->lost = true;
	}
}

static size_t lift(struct ui *ui, const struct input *input, struct command *out, size_t cap)
{
	struct press *press = &ui->press[input->finger];
	const struct target *target = target_of(ui, press);
	size_t count = 0;

	if (!press->down) {
		return 0;
	}
	if (target != NULL && within(ui, target->box, input->x, input->y, REACH_MM_100) && cap > 0 &&
	    (target->role != ROLE_HOLD || input->at - press->since >= HOLD_MS)) {
		out[count++] = target->command;
		press->lost = true;
	}
	press->heard = input->at;
	press->x = input->x;
	press->y = input->y;
	ui->lifted = *press;
	*press = (struct press){.down = false};
	return count;
}

size_t touch_input(struct ui *ui, const struct input *input, struct command *out, size_t cap)
{
	if (input->finger < 0 || input->finger >= INPUT_FINGERS_MAX) {
		return 0;
	}
	switch (input->kind) {
	case INPUT_DOWN: land(ui, input); return 0;
	case INPUT_MOVE: move(ui, input); return 0;
	case INPUT_UP: return lift(ui, input, out, cap);
	case INPUT_NONE: case INPUT_KEY_DOWN: case INPUT_KEY_UP: case INPUT_LETTER: case INPUT_RESIZE: case INPUT_EXPOSED: case INPUT_QUIT:
		break;
	}
	return 0;
}

size_t touch_tick(struct ui *ui, ms_t now, struct command *out, size_t cap)
{
	size_t count = 0;

	for (int32_t i = 0; i < PRESSES; i++) {
		struct press *press = &ui->press[i];
		const struct target *target = press->down ? target_of(ui, press) : NULL;

		if (target != NULL && target->role == ROLE_HOLD && now - press->since >= HOLD_MS && count < cap) {
			out[count++] = target->command;
			press->lost = true;
		}
		if (press->down && now - press->heard >= FORGOTTEN_MS) {
			*press = (struct press){.down = false};
		}
	}
	return count;
}

ms_t touch_wake(const struct ui *ui)
{
	ms_t wake = MS_NEVER;

	for (int32_t i = 0; i < PRESSES; i++) {
		const struct press *press = &ui->press[i];

		if (!press->down) {
			continue;
		}
		wake = min_ms(wake, press->heard + FORGOTTEN_MS);
		if (!press->lost && press->role == ROLE_HOLD) {
			wake = min_ms(wake, min_ms(ui->now + RING_MS, max_ms(press->since + HOLD_MS, ui->now + 1)));
		}
	}
	return wake;
}
