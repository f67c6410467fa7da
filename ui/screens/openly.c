/* The open way: its own words, and the statements for everyone to see. */
#include "ui/screens/openly.h"

#include "ui/screens/step.h"

struct open_words {
	const char *label, *prompt, *why_title, *why;
};

static struct open_words words_of(struct ui *ui, const struct view_step *step)
{
	bool alone = step->kind == STEP_SILENT;
	bool few = step->people < step->limit;
	struct open_words words = {.why_title = _("The open way")};

	words.label = alone ? _("Alone, in silence") : _("Together");
	words.prompt = alone ? _("Read the statements. How true are they where you work, from what you have seen yourself?")
	                     : _("What do you see when you take the statements one at a time? Settle on a shared answer after that.");
	words.why = few ? ui_say(ui, _("With fewer than %d, answers could not stay secret. So you think on your own and talk openly instead."),
	                         step->limit)
	                : _("The secret answers were cancelled, and nothing of them is left. You think on your own and talk openly instead.");
	return words;
}

/* ---- the statements ---- */

/* What the longest of them takes in that width, at the size it wants or at its floor. */
static int32_t highest(const struct ui *ui, const struct view_step *step, int32_t width, bool floor)
{
	int32_t high = 0;

	for (int32_t i = 0; i < step->statement_count; i++) {
		high = max_i32(high, floor ? ui_text_height_floor(ui, STYLE_BODY, width, step->statements[i])
		                           : ui_text_height(ui, STYLE_BODY, width, step->statements[i]));
	}
	return high;
}

/* All of them on one page if that is possible at all, else as many as look well. */
static int32_t rows_of(const struct ui *ui, const struct view_step *step, struct rect box)
{
	int32_t gap = ui_theme(ui)->snug * 2;
	int32_t floor = highest(ui, step, box.w, true);
	int32_t most = ui_rows_fit(box.h, floor, gap);

	if (most >= step->statement_count) {
		return step->statement_count;
	}
	return ui_rows_fit(box.h, min_i32(box.h, (floor + highest(ui, step, box.w, false)) / 2), gap);
}

/* `before`: pages that come before the first of these. */
static struct pages pages_of(const struct ui *ui, const struct view *view, struct rect box, int32_t before)
{
	const struct view_step *step = &view->step;
	int32_t room = max_i32(1, rows_of(ui, step, box));
	int32_t count = (step->statement_count + room - 1) / room;
	struct pages pages = {.pages = before + count, .asked = view->page};
	int32_t each = (step->statement_count + count - 1) / max_i32(1, count);

	pages.page = clamp_i32(view->page, 0, max_i32(0, pages.pages - 1));
	pages.first = max_i32(0, pages.page - before) * each;
	pages.count = pages.page < before ? 0 : clamp_i32(step->statement_count - pages.first, 0, each);
	return pages;
}

static void statements(struct ui *ui, const struct view_step *step, struct rect box, struct pages pages)
{
	int32_t gap = ui_theme(ui)->snug * 2;
	int32_t row = min_i32(highest(ui, step, box.w, false), (box.h - (pages.count - 1) * gap) / max_i32(1, pages.count));

	ui_one_size(ui, STYLE_BODY, box.w, row, step->statements + pages.first, pages.count);
	for (int32_t i = 0; i < pages.count; i++) {
		struct rect line = cut_top_gap(&box, row, gap);

		if (i > 0) {
			ui_divider(ui, (struct rect){line.x, line.y - gap, line.w, gap});
		}
		ui_text_in(ui, line, STYLE_BODY, INK_FULL, (struct stack){.align = ALIGN_LEFT, .middle = true}, step->statements[pages.first + i]);
	}
	ui_one_size_end(ui);
}

/* ---- the two ways to stand ---- */

/* The question and the reason, in a box of their own. */
static int32_t words_height(const struct ui *ui, const struct open_words *words, int32_t width)
{
	return ui_text_height_floor(ui, STYLE_TITLE, width, words->prompt) + ui_theme(ui)->snug +
	       ui_text_height_floor(ui, STYLE_QUIET, width, words->why);
}

/* Page `page` of a text that has the room to itself; returns how many it takes. */
static int32_t text_page(struct ui *ui, struct rect room, enum style style, const char *text, int32_t page)
{
	int32_t line = max_i32(1, ui_text_height_floor(ui, style, room.w, "x"));
	int32_t fit = max_i32(1, room.h / line);
	int32_t pages = max_i32(1, (ui_text_height_floor(ui, style, room.w, text) / line + fit - 1) / fit);

	if (page >= 0 && page < pages) {
		ui_text_in(ui, room, style, INK_OF_STYLE, (struct stack){.align = ALIGN_LEFT, .paged = true, .page = page}, text);
	}
	return pages;
}

/* One statement after another, each in as many pages as it takes; returns how many that is. Draws page `page` of them. */
static int32_t one_by_one(struct ui *ui, const struct view_step *step, struct rect room, int32_t page)
{
	int32_t sum = 0;

	for (int32_t i = 0; i < step->statement_count; i++) {
		sum += text_page(ui, room, STYLE_BODY, step->statements[i], page - sum);
	}
	return sum;
}

/* First the words, then the statements, a page at a time. */
static void narrow(struct ui *ui, const struct view *view, struct rect room, const struct open_words *words)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect foot = cut_bottom_gap(&room, t->control_small, t->gap);
	bool together = words_height(ui, words, room.w) <= room.h;
	int32_t question = together ? 1 : text_page(ui, room, STYLE_TITLE, words->prompt, -1);
	int32_t before = together ? 1 : question + text_page(ui, room, STYLE_QUIET, words->why, -1);
	bool long_ones = highest(ui, &view->step, room.w, true) > room.h;
	struct pages pages = pages_of(ui, view, room, before);

	if (long_ones) {
		pages.pages = before + one_by_one(ui, &view->step, room, -1);
		pages.page = min_i32(view->page, pages.pages - 1);
	}
	ui_pager(ui, foot, pages);
	if (pages.page >= before && long_ones) {
		one_by_one(ui, &view->step, room, pages.page - before);
	} else if (pages.page >= before) {
		statements(ui, &view->step, room, pages);
	} else if (together) {
		ui_stack(ui, room,
		         (struct part[]){{.style = STYLE_TITLE, .text = words->prompt},
		                         {.style = STYLE_QUIET, .text = words->why, .before = t->snug}},
		         2, (struct stack){.align = ALIGN_LEFT});
	} else {
		text_page(ui, room, STYLE_TITLE, words->prompt, pages.page < question ? pages.page : -1);
		text_page(ui, room, STYLE_QUIET, words->why, pages.page - question);
	}
}

static void wide(struct ui *ui, const struct view *view, struct rect room, const struct open_words *words)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect left, beside;

	step_beside(ui, room, &left, &beside);
	struct rect clock = cut_bottom_gap(&left, left.h / (2 + 2), t->snug);
	struct rect question = left;
	int32_t why = ui_text_height(ui, STYLE_STRONG, left.w, words->why_title) + ui_text_height(ui, STYLE_QUIET, left.w - t->space, words->why);

	cut_bottom(&question, min_i32(why, left.h / 2) + t->space);
	cut_top(&left, ui_stack(ui, question,
	                        (struct part[]){{.style = STYLE_LABEL, .text = words->label},
	                                        {.style = STYLE_HEADING, .text = words->prompt, .before = t->snug}},
	                        2, (struct stack){.align = ALIGN_LEFT}).height + t->space);
	ui_aside(ui, &left, words->why_title, words->why);
	step_clock(ui, view, clock);

	struct rect card = ui_card(ui, beside, view->step.group);
	struct pages pages = pages_of(ui, view, card, 0);

	if (pages.pages > 1) {
		struct rect foot = cut_bottom_gap(&card, t->control_small, t->gap);

		pages = pages_of(ui, view, card, 0);
		ui_pager(ui, foot, pages);
	}
	statements(ui, &view->step, card, pages);
}

void openly(struct ui *ui, const struct view *view, struct rect room)
{
	struct open_words words = words_of(ui, &view->step);

	if (ui_theme(ui)->compact || ui_theme(ui)->portrait) {
		narrow(ui, view, room, &words);
	} else {
		wide(ui, view, room, &words);
	}
}
