/* What several steps of a meeting share. */
#include "ui/screens/step.h"

#include <string.h>

struct rect step_room(struct ui *ui, struct rect rest)
{
	const struct ui_theme *t = ui_theme(ui);

	cut_bottom(&rest, max_i32(0, t->gap - t->snug));
	return cut_inset(rest, t->margin, 0);
}

struct rect step_with_foot(struct ui *ui, const struct view *view, const struct foot *foot)
{
	return step_room(ui, chrome_step_foot(ui, view, chrome_step_top(ui, view), foot));
}

/* In a low strip the disc stands at the left, and words that are wider than it go on beyond it. */
static bool clock_in_strip(struct ui *ui, struct rect box, struct rect line, const struct view_clock *clock, const char *words)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t width = ui_text_width(ui, STYLE_QUIET, words);

	if (box.w < 2 * box.h || width > box.w || box.h < 2 * (line.h + t->snug)) {
		return false;
	}
	struct rect disc = {box.x, box.y, line.y - t->snug - box.y, line.y - t->snug - box.y};

	ui_clock(ui, disc, clock);
	line.w = max_i32(disc.w, width);
	ui_line(ui, line, STYLE_QUIET, INK_QUIET, width > disc.w ? ALIGN_LEFT : ALIGN_CENTRE, words);
	return true;
}

void step_clock(struct ui *ui, const struct view *view, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_clock *clock = &view->step.clock;
	char words[WORDS_BYTES];
	struct rect disc = box;

	if (!clock->shown) {
		return;
	}
	words_left(words, sizeof words, view->lang, clock->left_ms);
	if (clock->running) {
		ui_changes_in(ui, words_left_changes(clock->left_ms));
	}
	struct rect line = cut_bottom_gap(&disc, ui_line_height(ui, STYLE_QUIET), t->snug);

	if (clock_in_strip(ui, box, line, clock, words)) {
		return;
	}
	if (ui_text_width(ui, STYLE_QUIET, words) > line.w || disc.h < line.h) {
		ui_clock(ui, box, clock);
		return;
	}
	struct rect square = cut_square(disc);

	/* The words stand close under the disc, however high the box is. */
	line.y = square.y + square.h + t->snug;
	ui_clock(ui, square, clock);
	ui_line(ui, line, STYLE_QUIET, INK_QUIET, ALIGN_CENTRE, words);
}

struct action step_next(struct ui *ui, const struct view *view)
{
	return (struct action){chrome_next_label(ui, view), command_of(CMD_NEXT, 0, 0), false};
}

static bool has_aside(const struct view_step *step)
{
	return step->aside != NULL && step->aside[0] != '\0';
}

static int32_t aside_least(const struct ui *ui, const struct view_step *step, int32_t width)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t words = width - t->space;

	return ui_text_height_floor(ui, STYLE_STRONG, words, step->aside_title) + ui_text_height_floor(ui, STYLE_QUIET, words, step->aside) +
	       t->space + t->snug;
}

struct rect step_question(struct ui *ui, const struct view *view, struct rect box, const char *label, const char *prompt)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_step *step = &view->step;
	const struct part parts[] = {
		{.style = STYLE_LABEL, .text = label, .spare = t->compact},
		{.style = STYLE_HEADING, .text = prompt[0] != '\0' ? prompt : step->title, .before = t->snug},
		{.style = STYLE_STRONG, .text = has_aside(step) ? step->aside_title : NULL, .before = t->space},
		{.style = STYLE_QUIET, .text = has_aside(step) ? step->aside : NULL}};
	struct rect words = box;
	int32_t heading = ui_text_height_floor(ui, STYLE_HEADING, box.w, parts[1].text) + ui_line_height(ui, STYLE_LABEL) + t->snug;

	if (t->compact || !has_aside(step) || heading + aside_least(ui, step, box.w) > box.h) {
		ui_read(ui, view, box, parts, (int32_t)ARRAY_LEN(parts), (struct stack){.align = ALIGN_LEFT});
		return (struct rect){box.x, box.y + box.h, box.w, 0};
	}
	cut_bottom(&words, aside_least(ui, step, box.w));
	cut_top(&box, ui_stack(ui, words, parts, 2, (struct stack){.align = ALIGN_LEFT}).height + t->space);
	ui_aside(ui, &box, step->aside_title, step->aside);
	return box;
}

void step_beside(struct ui *ui, struct rect room, struct rect *words, struct rect *beside)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t share = t->compact ? 1 : 0;

	if (t->portrait) {
		*beside = cut_bottom_gap(&room, room.h / (2 + 1), t->space);
		*words = room;
		return;
	}
	/* A small panel needs the width for its words. */
	*words = cut_column_by(room, (const int32_t[]){1 + share, 1}, 2, 0, t->space + t->space);
	*beside = cut_column_by(room, (const int32_t[]){1 + share, 1}, 2, 1, t->space + t->space);
}

int32_t step_line_width(const struct ui *ui, enum style style, const char *text)
{
	const struct type *type = &ui_theme(ui)->type[style];

	return ui_text_width(ui, style, text) * type->floor / type->size + 1;
}

int32_t step_word_width(struct ui *ui, enum style style, const char *text)
{
	int32_t widest = 0;

	for (const char *at = text; *at != '\0';) {
		size_t len = strcspn(at, " ");

		widest = max_i32(widest, step_line_width(ui, style, ui_say(ui, "%.*s", (int)len, at)));
		at += len + strspn(at + len, " ");
	}
	return widest;
}
