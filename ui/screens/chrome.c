/* What surrounds a screen. */
#include "ui/screens/chrome.h"

#include <string.h>

#include "firmware/core/core.h"

#define CELLS_MAX (1 + FOOT_QUIET + FOOT_MORE + 1)

/* ---- the top ---- */

static void top_action(struct ui *ui, struct rect *from, const struct action *action, bool last, int32_t width)
{
	struct rect box = cut_middle_height(cut_right_gap(from, width, ui_theme(ui)->gap), ui_theme(ui)->control_small);
	enum button kind = last ? BUTTON_SECONDARY : BUTTON_QUIET;

	if (action->hold) {
		ui_hold(ui, box, kind, action->label, action->command);
	} else {
		ui_button_small(ui, box, kind, action->label, action->command);
	}
}

/* Buttons of a bar are less wide than those of the foot. */
static int32_t top_width(const struct ui *ui, const struct action *action)
{
	const struct ui_theme *t = ui_theme(ui);

	return max_i32(ui_text_width(ui, STYLE_STRONG, action->label) + 2 * 2 * t->snug, t->target_min);
}

static int32_t top_actions_width(const struct ui *ui, const struct top *top)
{
	int32_t sum = 0;

	for (int32_t i = 0; i < TOP_ACTIONS; i++) {
		sum += top->action[i].label == NULL ? 0 : top_width(ui, &top->action[i]) + ui_theme(ui)->gap;
	}
	return sum;
}

static void top_actions(struct ui *ui, struct rect *from, const struct top *top, int32_t most)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t all = top_actions_width(ui, top);
	bool last = true;

	for (int32_t i = TOP_ACTIONS - 1; i >= 0; i--) {
		if (top->action[i].label != NULL) {
			int32_t width = top_width(ui, &top->action[i]);

			top_action(ui, from, &top->action[i], last, all > most ? max_i32(t->target_min, (int32_t)((int64_t)width * most / all)) : width);
			last = false;
		}
	}
}

static const char *joined(struct ui *ui, const char *a, const char *b)
{
	if (a == NULL || a[0] == '\0') {
		return b;
	}
	return b == NULL || b[0] == '\0' ? a : ui_say(ui, "%s · %s", a, b);
}

static int32_t width_or_0(const struct ui *ui, enum style style, const char *text)
{
	return text == NULL || text[0] == '\0' ? 0 : ui_text_width(ui, style, text) + 2 * ui_theme(ui)->snug;
}

/* Everything on one line: title, what about, and at the right the rest. False if there is no room for that. */
static bool texts_on_a_line(struct ui *ui, struct rect box, const struct top *top, const char *about, const char *at_right)
{
	int32_t title = width_or_0(ui, STYLE_STRONG, top->title), clock = width_or_0(ui, STYLE_CLOCK, top->clock);
	int32_t right = width_or_0(ui, STYLE_QUIET, at_right);

	if (title + width_or_0(ui, STYLE_QUIET, about) + right + clock > box.w) {
		return false;
	}
	ui_line(ui, cut_left(&box, title), STYLE_STRONG, INK_FULL, ALIGN_LEFT, top->title);
	struct rect end = cut_right(&box, clock + right);

	if (clock > 0) {
		ui_line(ui, cut_right(&end, clock), STYLE_CLOCK, INK_FULL, ALIGN_CENTRE, top->clock);
	}
	if (right > 0) {
		ui_line(ui, cut_left(&end, right), STYLE_QUIET, INK_QUIET, ALIGN_LEFT, at_right);
	}
	if (about != NULL) {
		ui_line(ui, box, STYLE_QUIET, INK_QUIET, ALIGN_LEFT, about);
	}
	return true;
}

static const char *short_of(const char *brief, const char *whole)
{
	return brief == NULL ? whole : brief;
}

/* Title over the rest, where the panel is narrow; the rest gives way to the title. */
static void texts_stacked(struct ui *ui, struct rect box, const char *title, const char *under)
{
	struct part parts[] = {
		{.style = STYLE_STRONG, .text = title},
		{.style = STYLE_QUIET, .text = under, .spare = true}
	};

	ui_stack(ui, box, parts, 2, (struct stack){.align = ALIGN_LEFT, .middle = true});
}

/* A panel that is higher than wide, with more than one button: the title has a line to itself. */
static struct rect top_of_two_lines(struct ui *ui, struct rect rest, const struct top *top)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect title, line;

	cut_top(&rest, t->snug);
	title = cut_inset(cut_top_gap(&rest, max_i32(ui_line_height(ui, STYLE_STRONG), ui_text_height_floor(ui, STYLE_STRONG, rest.w - 2 * t->margin, top->title)), t->snug), t->margin, 0);
	line = cut_inset(cut_top_gap(&rest, t->control_small, top->tight ? t->snug : max_i32(t->snug, t->gap)), t->margin, 0);
	const char *about = top->clock != NULL ? top->clock : top->about_short == NULL ? top->about : top->about_short;
	int32_t beside = width_or_0(ui, STYLE_QUIET, about);
	bool joins = beside > 0 && width_or_0(ui, STYLE_STRONG, top->title) + beside <= title.w;
	struct part parts[] = {
		{.style = STYLE_QUIET, .text = joins ? NULL : about, .spare = true},
		{.style = STYLE_QUIET, .text = top->right_short == NULL ? top->right : top->right_short, .spare = true}
	};

	top_actions(ui, &line, top, t->large ? line.w : line.w * 2 / (1 + 2));
	if (joins) {
		ui_line(ui, cut_right(&title, beside), STYLE_QUIET, INK_QUIET, ALIGN_RIGHT, about);
	}
	ui_text_in(ui, title, STYLE_STRONG, INK_FULL, (struct stack){.align = ALIGN_LEFT, .middle = true}, top->title);
	ui_stack(ui, line, parts, 2, (struct stack){.align = ALIGN_LEFT, .middle = true});
	return rest;
}

struct rect chrome_top(struct ui *ui, const struct view *view, const struct top *top)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect rest = ui_canvas(ui);
	int32_t actions = top_actions_width(ui, top);

	(void)view;
	ui_group(ui, NULL);
	struct rect beside = {0, 0, rest.w - 2 * t->margin - actions, t->control_small};

	if (t->portrait && (actions > (rest.w - 2 * t->margin) / 2 || !ui_text_fits(ui, STYLE_STRONG, beside, top->title))) {
		return top_of_two_lines(ui, rest, top);
	}
	int32_t air = t->compact ? t->snug / 2 : t->snug;
	int32_t height = max_i32(t->control_small, ui_text_height_floor(ui, STYLE_STRONG, max_i32(beside.w, 1), top->title));
	struct rect line = cut_inset(cut_top(&rest, height + 2 * air), t->margin, air);
	const char *right = short_of(top->right_short, top->right);

	top_actions(ui, &line, top, line.w * 2 / (1 + 2));
	if (!texts_on_a_line(ui, line, top, top->about, top->right) && !texts_on_a_line(ui, line, top, top->about_short, right)) {
		texts_stacked(ui, line, top->title, joined(ui, joined(ui, top->about_short, right), top->clock));
	}
	cut_top(&rest, top->tight ? 0 : max_i32(t->snug, t->gap - air));
	return rest;
}

/* ---- the foot ---- */

struct cell {
	const struct action *action;
	enum button kind;
	bool back;
	int32_t want, least;
};

struct cells {
	struct cell cell[CELLS_MAX];
	int32_t left, count;      /* the first `left` stand at the left */
};

/* The least that a label takes: at its floor, broken between words where the button has room for two lines. */
static int32_t least_width(struct ui *ui, const char *label, int32_t height, int32_t edges)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct type *type = &t->type[STYLE_BUTTON];
	int32_t words = height >= t->control_two ? ui_word_width(ui, STYLE_BUTTON, label) : ui_text_width(ui, STYLE_BUTTON, label);

	return max_i32(t->target_min, (words * type->floor + type->size - 1) / type->size + edges);
}

static void add_cell(struct ui *ui, struct cells *cells, const struct action *action, enum button kind)
{
	const struct ui_theme *t = ui_theme(ui);
	struct cell *cell = &cells->cell[cells->count];

	if (action->label == NULL) {
		return;
	}
	*cell = (struct cell){.action = action, .kind = kind, .want = (action->hold ? ui_hold_width : ui_button_width)(ui, action->label)};
	cell->want += kind == BUTTON_PRIMARY ? t->pad : 0;
	cell->least = kind == BUTTON_QUIET ? least_width(ui, action->label, t->control_small, 2 * t->snug)
	                                   : least_width(ui, action->label, t->control, 2 * 2 * t->snug + 2 * t->line);
	cell->want = max_i32(cell->want, cell->least);
	cells->count++;
}

static struct cells cells_of(struct ui *ui, const struct foot *foot)
{
	struct cells cells = {.count = 0};

	add_cell(ui, &cells, &foot->back, BUTTON_QUIET);
	cells.cell[0].back = cells.count > 0;
	for (int32_t i = 0; i < FOOT_QUIET; i++) {
		add_cell(ui, &cells, &foot->quiet[i], BUTTON_QUIET);
	}
	cells.left = cells.count;
	for (int32_t i = 0; i < FOOT_MORE; i++) {
		add_cell(ui, &cells, &foot->more[i], BUTTON_SECONDARY);
	}
	add_cell(ui, &cells, &foot->main, BUTTON_PRIMARY);
	return cells;
}

static void draw_cell(struct ui *ui, struct rect box, const struct cell *cell)
{
	if (cell->action->hold) {
		ui_hold(ui, box, cell->kind, cell->action->label, cell->action->command);
	} else {
		ui_button(ui, box, cell->kind, cell->action->label, cell->action->command);
	}
	if (cell->back) {
		ui_is_back(ui);
	}
}

/* Cells from..to side by side over the whole width: each has what it needs, and an equal part of what is over. */
static void draw_spread(struct ui *ui, struct rect box, const struct cells *cells, int32_t from, int32_t to)
{
	int32_t over = box.w - (to - from - 1) * ui_theme(ui)->gap;

	for (int32_t i = from; i < to; i++) {
		over -= cells->cell[i].least;
	}
	over = max_i32(over, 0) / (to - from);
	for (int32_t i = from; i < to; i++) {
		int32_t width = i + 1 == to ? box.w : cells->cell[i].least + over;

		draw_cell(ui, cut_left_gap(&box, width, ui_theme(ui)->gap), &cells->cell[i]);
	}
}

/* The same in as many lines as they need, from the bottom of *room up. */
static void draw_lines(struct ui *ui, struct rect *room, const struct cells *cells, int32_t from, int32_t to, int32_t height)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t split = from, width = 0;

	while (split < to && (split == from || width + cells->cell[split].least <= room->w)) {
		width += cells->cell[split++].least + t->gap;
	}
	if (split < to) {
		draw_lines(ui, room, cells, split, to, height);
	}
	if (from < split) {
		draw_spread(ui, cut_bottom_gap(room, height, t->gap), cells, from, split);
	}
}

/* One row: the left ones to the left, the right ones to the right, and the hint between if it fits. */
static void draw_row(struct ui *ui, struct rect box, const struct cells *cells, int32_t want, int32_t least, const char *hint)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t gaps = t->gap * max_i32(0, cells->count - 1), room = box.w - gaps;
	int32_t width[CELLS_MAX];

	for (int32_t i = 0; i < cells->count; i++) {
		const struct cell *cell = &cells->cell[i];
		int64_t spare = want > least ? (int64_t)(cell->want - cell->least) * max_i32(0, room - least) / (want - least) : 0;

		width[i] = want <= room ? cell->want : cell->least + (int32_t)spare;
	}
	for (int32_t i = 0; i < cells->left; i++) {
		draw_cell(ui, cut_left_gap(&box, width[i], t->gap), &cells->cell[i]);
	}
	/* Placed from the right, but added in reading order. */
	struct rect right = box;
	int32_t sum = t->gap * max_i32(0, cells->count - cells->left - 1);

	for (int32_t i = cells->left; i < cells->count; i++) {
		sum += width[i];
	}
	right = cut_right_gap(&box, sum, t->gap);
	if (hint != NULL && ui_text_width(ui, STYLE_QUIET, hint) <= box.w) {
		ui_line(ui, box, STYLE_QUIET, INK_QUIET, ALIGN_RIGHT, hint);
	} else if (hint != NULL && !t->compact && box.w > sum / 2) {
		ui_text_in(ui, box, STYLE_QUIET, INK_QUIET, (struct stack){.align = ALIGN_RIGHT, .middle = true}, hint);
	}
	for (int32_t i = cells->left; i < cells->count; i++) {
		draw_cell(ui, cut_left_gap(&right, width[i], t->gap), &cells->cell[i]);
	}
}

static const char *pending_text(enum pending pending)
{
	switch (pending) {
	case PENDING_END: return _("The meeting is ending.");
	case PENDING_CLOSE: return _("Counting the answers.");
	case PENDING_CANCEL: return _("Throwing the answers away.");
	case PENDING_NONE: break;
	}
	return "";
}

/* Two rows: what leads on at the foot, the quiet ones above it. */
static struct rect foot_in_rows(struct ui *ui, struct rect rest, const struct cells *cells, const char *hint)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect room = cut_inset(rest, t->margin, 0);

	draw_lines(ui, &room, cells, cells->left, cells->count, t->control);
	draw_lines(ui, &room, cells, 0, cells->left, t->control_small);
	if (hint != NULL && ui_text_fits(ui, STYLE_QUIET, (struct rect){0, 0, room.w, ui_line_height(ui, STYLE_QUIET)}, hint)) {
		ui_line(ui, cut_bottom_gap(&room, ui_line_height(ui, STYLE_QUIET), t->snug), STYLE_QUIET, INK_QUIET, ALIGN_CENTRE, hint);
	}
	rest.h = room.h;
	return rest;
}

/* What all cells take beside one another, without the gaps. */
struct widths {
	int32_t want, least;
	bool in_rows;             /* more than one row holds */
};

static struct widths widths_of(const struct ui *ui, const struct cells *cells)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t room = ui_canvas(ui).w - 2 * t->margin - t->gap * max_i32(0, cells->count - 1);
	struct widths widths = {.want = 0};

	for (int32_t i = 0; i < cells->count; i++) {
		widths.want += cells->cell[i].want;
		widths.least += cells->cell[i].least;
	}
	widths.in_rows = (t->portrait && widths.want > room) || widths.least > room;
	return widths;
}

/* As draw_lines, and foot_in_rows. */
static int32_t lines_height(const struct ui *ui, const struct cells *cells, int32_t from, int32_t to, int32_t height)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t room = ui_canvas(ui).w - 2 * t->margin, width = 0, lines = from < to ? 1 : 0;

	for (int32_t i = from; i < to; i++) {
		if (i > from && width > 0 && width + cells->cell[i].least > room) {
			lines++;
			width = 0;
		}
		width += cells->cell[i].least + t->gap;
	}
	return lines * (height + t->gap);
}

int32_t chrome_foot_height(struct ui *ui, const struct foot *foot)
{
	const struct ui_theme *t = ui_theme(ui);
	struct cells cells = cells_of(ui, foot);
	int32_t edge = t->compact ? t->gap : t->space;

	if (!widths_of(ui, &cells).in_rows) {
		return t->control + 2 * edge;
	}
	return edge + lines_height(ui, &cells, cells.left, cells.count, t->control) + lines_height(ui, &cells, 0, cells.left, t->control_small) +
	       (foot->hint == NULL ? 0 : ui_line_height(ui, STYLE_QUIET) + t->snug);
}

struct rect chrome_foot(struct ui *ui, const struct view *view, struct rect rest, const struct foot *foot)
{
	const struct ui_theme *t = ui_theme(ui);
	struct cells cells = cells_of(ui, foot);
	struct widths widths = widths_of(ui, &cells);

	ui_group(ui, NULL);
	cut_bottom(&rest, t->compact ? t->gap : t->space);
	if (view->pending == PENDING_NONE && widths.in_rows) {
		return foot_in_rows(ui, rest, &cells, foot->hint);
	}
	struct rect bar = cut_inset(cut_bottom_gap(&rest, t->control, t->compact ? t->gap : t->space), t->margin, 0);

	if (view->pending != PENDING_NONE) {
		ui_toast(ui, bar, pending_text(view->pending), view->pending_left_ms, UNDO_WINDOW_MS);
	} else {
		draw_row(ui, bar, &cells, widths.want, widths.least, foot->hint);
	}
	return rest;
}
