/* What several steps of a meeting share. */
#include "ui/screens/step.h"

#include <string.h>

struct rect step_room(struct ui *ui, struct rect rest)
{
	return cut_inset(rest, ui_theme(ui)->margin, 0);
}

struct rect step_with_foot(struct ui *ui, const struct view *view, const struct foot *foot)
{
	return step_room(ui, chrome_step_foot(ui, view, chrome_step_top(ui, view), foot));
}

/* In a low strip the disc stands at the left and its words beside it. */
static bool clock_in_strip(struct ui *ui, struct rect box, const struct view_clock *clock, const char *words)
{
	const struct ui_theme *t = ui_theme(ui);

	if (box.w < 2 * box.h || box.h < 2 * ui_line_height(ui, STYLE_BODY) || box.h + t->space + ui_text_width(ui, STYLE_BODY, words) > box.w) {
		return false;
	}
	ui_clock(ui, cut_left_gap(&box, box.h, t->space), clock);
	ui_line(ui, box, STYLE_BODY, INK_QUIET, ALIGN_LEFT, words);
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
	if (clock_in_strip(ui, box, clock, words)) {
		return;
	}
	struct rect line = cut_bottom_gap(&disc, ui_line_height(ui, STYLE_QUIET), t->snug);

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

const char *step_bell(struct ui *ui, const struct view *view)
{
	(void)ui;
	return view->step.hard ? _("The bell changes for you") : NULL;
}

struct action step_next(struct ui *ui, const struct view *view)
{
	return (struct action){chrome_next_label(ui, view), command_of(CMD_NEXT, 0, 0), false};
}

static bool has_aside(const struct view_step *step)
{
	return step->aside != NULL && step->aside[0] != '\0';
}

void step_parts(struct ui *ui, const struct view *view, const char *label, const char *prompt, struct part parts[STEP_PARTS])
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_step *step = &view->step;
	const struct part all[STEP_PARTS] = {
		{.style = STYLE_LABEL, .text = label, .spare = t->compact},
		{.style = STYLE_TITLE, .text = cast_speaks_words(ui, view), .ink = INK_PINE, .before = t->snug},
		{.style = STYLE_HEADING, .text = prompt[0] != '\0' ? prompt : step->title, .before = t->snug},
		{.style = STYLE_STRONG, .text = cast_listens_words(ui, view), .ink = INK_QUIET, .before = t->snug},
		{.style = STYLE_STRONG, .text = has_aside(step) ? step->aside_title : NULL, .before = t->space},
		{.style = STYLE_QUIET, .text = has_aside(step) ? step->aside : NULL}};

	memcpy(parts, all, sizeof all);
}

/* What the parts before the aside take, as they want or at their floor. */
static int32_t parts_height(const struct ui *ui, const struct part *parts, int32_t width, bool at_floor)
{
	int32_t height = 0;

	for (int32_t i = 0; i < STEP_PARTS_ASIDE; i++) {
		const char *text = parts[i].text;

		if (text != NULL && text[0] != '\0') {
			height += parts[i].before + (at_floor ? ui_text_height_floor(ui, parts[i].style, width, text)
			                                      : ui_text_height(ui, parts[i].style, width, text));
		}
	}
	return height;
}

static int32_t aside_height(const struct ui *ui, const struct view_step *step, int32_t width, bool at_floor)
{
	const struct ui_theme *t = ui_theme(ui);
	const char *title = step->aside_title, *text = step->aside;
	int32_t words = width - t->space, air = t->space + t->snug;

	if (at_floor) {
		return ui_text_height_floor(ui, STYLE_STRONG, words, title) + ui_text_height_floor(ui, STYLE_QUIET, words, text) + air;
	}
	return ui_text_height(ui, STYLE_STRONG, words, title) + ui_text_height(ui, STYLE_QUIET, words, text) + air;
}

/* The part of the box that is kept for the aside: what it wants, or, where that is too much, both it and the question give up alike. */
static int32_t aside_share(const struct ui *ui, const struct view_step *step, struct rect box, const struct part *parts)
{
	int32_t want = aside_height(ui, step, box.w, false), least = aside_height(ui, step, box.w, true);
	int32_t all = want + parts_height(ui, parts, box.w, false), most = box.h - parts_height(ui, parts, box.w, true);

	return all <= box.h ? want : clamp_i32((int32_t)((int64_t)want * box.h / all), least, max_i32(least, most));
}

struct rect step_question(struct ui *ui, const struct view *view, struct rect box, const char *label, const char *prompt)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_step *step = &view->step;
	struct part parts[STEP_PARTS];
	struct rect words = box;

	step_parts(ui, view, label, prompt, parts);
	if (t->compact || !has_aside(step) || parts_height(ui, parts, box.w, true) + aside_height(ui, step, box.w, true) > box.h) {
		ui_read(ui, view, box, parts, STEP_PARTS, (struct stack){.align = ALIGN_LEFT});
		return (struct rect){box.x, box.y + box.h, box.w, 0};
	}
	cut_bottom(&words, aside_share(ui, step, box, parts));
	cut_top(&box, ui_stack(ui, words, parts, STEP_PARTS_ASIDE, (struct stack){.align = ALIGN_LEFT}).height + t->space);
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

int32_t step_word_width(const struct ui *ui, enum style style, const char *text)
{
	const struct type *type = &ui_theme(ui)->type[style];

	return ui_word_width(ui, style, text) * type->floor / type->size + 1;
}
