/* The interface: builds frames, and keeps what hands and motions are in the middle of. */
#include "ui/inside.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "firmware/base/str.h"
#include "ui/screens/screens.h"

#define FADE_MS 160
#define FRAME_MS 16

struct ui *ui_create(void)
{
	struct ui *ui = calloc(1, sizeof *ui);

	if (ui == NULL) {
		fputs("samsyn: no memory\n", stderr);
		abort();
	}
	ui->changes_at = MS_NEVER;
	return ui;
}

void ui_destroy(struct ui *ui)
{
	free(ui);
}

void ui_resize(struct ui *ui, const struct ui_config *config)
{
	if (config->ruler == ui->config.ruler && config->width == ui->config.width && config->height == ui->config.height &&
	    config->width_um_per_px == ui->config.width_um_per_px) {
		return;
	}
	ui->config = *config;
	ui->focus = 0;
	for (int32_t i = 0; i < PRESSES; i++) {
		ui->press[i] = (struct press){.down = false};
	}
	/* Nothing is where it was: what stands can no longer be touched. */
	ui->frame.target_count = 0;
	ui->wish = (struct theme_wish){.width = config->width, .height = config->height, .um_per_px = config->width_um_per_px};
	theme_make(&ui->wish, &ui->theme);
}

/* ---- identity ---- */

static uint64_t mix(uint64_t hash, const void *bytes, size_t len)
{
	const unsigned char *at = bytes;

	for (size_t i = 0; i < len; i++) {
		hash = (hash ^ at[i]) * 0x100000001b3U;   /* FNV-1a */
	}
	return hash;
}

static uint64_t mix_number(uint64_t hash, int32_t n)
{
	return mix(hash, &n, sizeof n);
}

#define HASH_START 0xcbf29ce484222325U

static uint32_t id_of(const struct target *target)
{
	uint64_t hash = mix(HASH_START, target->label, strlen(target->label) + 1);

	hash = mix(hash, target->group, strlen(target->group) + 1);
	hash = mix_number(hash, (int32_t)target->role);
	hash = mix_number(hash, (int32_t)target->command.kind);
	hash = mix_number(hash, target->command.n);
	hash = mix_number(hash, target->command.m);
	return (uint32_t)(hash >> 32) | 1U;   /* never 0, which is none */
}

int32_t ui_find(const struct ui *ui, uint32_t id)
{
	for (int32_t i = 0; i < ui->frame.target_count; i++) {
		if (ui->ids[i] == id) {
			return i;
		}
	}
	return -1;
}

/* What the screen is about. Another scene fades in, and fingers that lie on the old one mean nothing in it. */
static uint64_t scene_of(const struct view *view)
{
	const int32_t parts[] = {
		(int32_t)view->screen, (int32_t)view->sheet, view->summary_shown, view->page, view->edit.shown, (int32_t)view->edit.what,
		view->step.at, view->round.hard ? view->round.speaker : 0, (int32_t)view->step.kind, view->step.open_way, view->round.open_up, view->rate.begun, view->rate.ballot,
		view->rate.at, (int32_t)view->rate.mask, (int32_t)view->result.list, view->shared.item, view->shared.by_theme,
		(int32_t)view->agendas.list, (int32_t)view->lang, view->dim
	};

	return mix(HASH_START, parts, sizeof parts);
}

/* ---- what hands did ---- */

size_t ui_input(struct ui *ui, const struct input *input, struct command *out, size_t cap)
{
	switch (input->kind) {
	case INPUT_DOWN: case INPUT_MOVE: case INPUT_UP: return touch_input(ui, input, out, cap);
	case INPUT_KEY_DOWN: case INPUT_KEY_UP: case INPUT_LETTER: return keys_input(ui, input, out, cap);
	case INPUT_NONE: case INPUT_RESIZE: case INPUT_EXPOSED: case INPUT_QUIT: break;
	}
	return 0;
}

size_t ui_tick(struct ui *ui, ms_t now, struct command *out, size_t cap)
{
	return touch_tick(ui, now, out, cap);
}

/* ---- building ---- */

static void begin_frame(struct ui *ui, const struct view *view, ms_t now)
{
	const struct settings *settings = view->settings;

	words_use(view->lang);
	ui->now = now;
	ui->wish.distance = settings == NULL ? DISTANCE_BY_PANEL : (enum distance)settings->value[SET_DISTANCE];
	ui->wish.near = view->private_screen || view->edit.shown || view->rate.ballot;
	ui->wish.dark = view->dark;
	ui->wish.large = view->large;
	theme_make(&ui->wish, &ui->theme);
	draw_begin(&ui->frame.list, ui->config.width, ui->config.height, ui->theme.colour.paper);
	ui->frame.target_count = 0;
	ui->scratch_used = 0;
	ui->group = "";
	ui->one_size_count = 0;
	ui->changes_at = MS_NEVER;
	ui->squeezed = 0;
	ui->fading = ui_canvas(ui);
	ui->editing = view->edit.shown;
	ui->ballot = view->rate.ballot && !view->edit.shown;
}

static void change_scene(struct ui *ui, const struct view *view)
{
	uint64_t scene = scene_of(view);
	bool motion = view->settings == NULL || view->settings->value[SET_MOTION] != 0;

	if (scene != ui->scene) {
		ui->moving = motion && ui->scene != 0;
		ui->scene_at = ui->now;
#ifndef SABOTAGE_BALLOT_RING
		ui->focus = view->private_screen ? 0 : ui->focus;   /* the ring would tell what was answered */
#endif
		for (int32_t i = 0; i < PRESSES; i++) {
			ui->press[i].lost = true;
		}
	}
	ui->scene = scene;
	ui->moving = ui->moving && motion && ui->now - ui->scene_at < FADE_MS;
}

/* The focus follows its target, or what took the target's place. */
static void keep_focus(struct ui *ui)
{
	if (ui->focus == 0 || ui_find(ui, ui->focus) >= 0) {
		return;
	}
	for (int32_t i = 0; i < ui->frame.target_count; i++) {
		struct rect box = ui->frame.targets[i].box;

		if (box.x == ui->focus_box.x && box.y == ui->focus_box.y) {
			ui->focus = ui->ids[i];
			return;
		}
	}
	ui->focus = 0;
}

static void fade(struct ui *ui)
{
	if (ui->moving) {
		uint32_t left = 255U - (uint32_t)((ui->now - ui->scene_at) * 255 / FADE_MS);

		draw_box(&ui->frame.list, ui->fading, 0, (ui->theme.colour.paper & ~0xFFU) | left, 0, 0);
	}
}

const struct frame *ui_build(struct ui *ui, const struct view *view, ms_t now)
{
	uint32_t focus;

	assert(ui->config.ruler != NULL);
	begin_frame(ui, view, now);
	change_scene(ui, view);
	focus = ui->focus;
	screen_for(view)(ui, view);
	keep_focus(ui);
	if (ui->focus != focus) {
		/* The ring was drawn for a target that is gone; it moves at once. */
		begin_frame(ui, view, now);
		screen_for(view)(ui, view);
	}
	ui->frame.focus = ui->focus == 0 ? -1 : ui_find(ui, ui->focus);
	fade(ui);
	return &ui->frame;
}

ms_t ui_wake(const struct ui *ui)
{
	ms_t motion = ui->moving ? ui->now + FRAME_MS : MS_NEVER;

	return min_ms(min_ms(ui->changes_at, motion), touch_wake(ui));
}

/* ---- for widgets and screens ---- */

const struct ui_theme *ui_theme(const struct ui *ui)
{
	return &ui->theme;
}

struct rect ui_canvas(const struct ui *ui)
{
	return (struct rect){0, 0, ui->config.width, ui->config.height};
}

void ui_dark(struct ui *ui)
{
	assert(ui->frame.list.count == 0);
	ui->wish.dark = true;
	theme_make(&ui->wish, &ui->theme);
	ui->frame.list.ground = ui->theme.colour.paper;
}

char *ui_scratch(struct ui *ui, size_t bytes)
{
	char *at = ui->scratch + ui->scratch_used;

	assert(ui->scratch_used + bytes < SCRATCH_BYTES);
	if (ui->scratch_used + bytes >= SCRATCH_BYTES) {
		ui->scratch[SCRATCH_BYTES - 1] = '\0';
		return ui->scratch + SCRATCH_BYTES - 1;
	}
	ui->scratch_used += bytes;
	return at;
}

const char *ui_say(struct ui *ui, const char *format, ...)
{
	va_list args;
	int len;
	char *text;

	assert(format != NULL);
	va_start(args, format);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (len < 0) {
		return "";
	}
	text = ui_scratch(ui, (size_t)len + 1);
	va_start(args, format);
	vsnprintf(text, (size_t)len + 1, format, args);
	va_end(args);
	return text;
}

void ui_group(struct ui *ui, const char *heading)
{
	ui->group = heading == NULL ? "" : heading;
}

void ui_changes_in(struct ui *ui, ms_t in)
{
	ui->changes_at = min_ms(ui->changes_at, ui->now + max_ms(in, 1));
}

void ui_fading(struct ui *ui, struct rect area)
{
	ui->fading = area;
}

int32_t ui_squeezed(const struct ui *ui)
{
	return ui->squeezed;
}

/* ---- targets ---- */

static struct feel feel_of(const struct ui *ui, uint32_t id)
{
	struct feel feel = {.focused = ui->focus == id};

	for (int32_t i = 0; i < PRESSES; i++) {
		const struct press *press = &ui->press[i];

		if (press->down && !press->lost && press->id == id) {
			feel.pressed = true;
			feel.held = press->role == ROLE_HOLD ? (int32_t)(min_ms(ui->now - press->since, HOLD_MS) * 65536 / HOLD_MS) : 0;
		}
	}
	return feel;
}

struct feel ui_target(struct ui *ui, enum role role, struct rect box, const char *label, bool on, struct command command)
{
	int32_t i = ui->frame.target_count;
	struct target *target = &ui->frame.targets[i];

	assert(i < TARGETS_MAX);
	if (i >= TARGETS_MAX) {
		return (struct feel){.pressed = false};
	}
	*target = (struct target){.role = role, .box = box, .on = on, .command = command};
	str_copy(target->label, sizeof target->label, label);
	str_copy(target->group, sizeof target->group, ui->group);
	ui->ids[i] = id_of(target);
	ui->flags[i] = 0;
	ui->frame.target_count++;
	return feel_of(ui, ui->ids[i]);
}

static bool secret_pressed(const struct ui *ui)
{
	for (int32_t i = 0; i < PRESSES; i++) {
		if (ui->press[i].down && !ui->press[i].lost && ui->press[i].command.kind == CMD_BALLOT_ANSWER) {
			return true;
		}
	}
	return false;
}

struct feel ui_target_secret(struct ui *ui, struct rect box, const char *label, struct command command)
{
	struct feel feel = ui_target(ui, ROLE_BUTTON, box, label, false, command);

	ui->flags[ui->frame.target_count - 1] |= TARGET_SECRET;
#ifdef SABOTAGE_BALLOT_KEY
	feel.pressed = feel.pressed && secret_pressed(ui);
#else
	feel.pressed = secret_pressed(ui);
#endif
	return feel;
}

void ui_is_back(struct ui *ui)
{
	assert(ui->frame.target_count > 0);
	ui->flags[ui->frame.target_count - 1] |= TARGET_BACK;
}
