/* The round: the question, who speaks, the disc, pass and done. The speaker may tap anywhere. */
#include "ui/screens/screens.h"
#include "ui/screens/step.h"

/* What may still be chosen before anyone has finished. */
#define CHOICES_MAX (2 + 2)

struct choice {
	const char *label;
	bool on, plain;           /* plain: does something once, a button */
	struct command command;
};

static int32_t choices_of(const struct view_round *round, struct choice out[CHOICES_MAX])
{
	int32_t count = 0;

	if (!round->can_order || round->open_up) {
		return 0;
	}
	out[count++] = (struct choice){_("Random order"), round->random, false, command_of(CMD_RANDOM_ORDER, !round->random, 0)};
	out[count++] = (struct choice){_("Leader last"), round->leader_last, false, command_of(CMD_LEADER_LAST, !round->leader_last, 0)};
	if (round->many) {
		out[count++] = (struct choice){_("Two circles"), round->circles, false, command_of(CMD_TWO_CIRCLES, !round->circles, 0)};
		out[count++] = (struct choice){_("Alone, pairs, all"), false, true, command_of(CMD_ROUND_TO_PAIRS, 0, 0)};
	}
	return count;
}

static void draw_choices(struct ui *ui, struct rect box, const struct choice *choices, int32_t count, int32_t columns)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t rows = (count + columns - 1) / columns;

	ui_group(ui, _("Before you begin"));
	for (int32_t i = 0; i < count; i++) {
		struct rect place = cut_cell(box, columns, rows, i, t->gap);

		if (choices[i].plain) {
			ui_button(ui, place, BUTTON_SECONDARY, choices[i].label, choices[i].command);
		} else {
			ui_choice(ui, place, choices[i].label, NULL, choices[i].on, choices[i].command);
		}
	}
	ui_group(ui, NULL);
}

static int32_t choices_height(const struct ui *ui, int32_t count)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t rows = (count + 1) / 2;

	return count == 0 ? 0 : rows * t->control_two + (rows - 1) * t->gap + t->space;
}

static const char *prompt_of(const struct view *view)
{
	return view->step.prompt[0] == '\0' ? view->step.title : view->step.prompt;
}

/* The question; when all have spoken, the one open question comes first and the round's own under it. */
static struct stacked draw_question(struct ui *ui, const struct view *view, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);
	const char *prompt = prompt_of(view);
	bool open_up = view->round.open_up;
	struct part parts[] = {
		{.style = STYLE_LABEL, .text = open_up ? _("All have spoken") : _("The question"), .spare = true},
		{.style = STYLE_HEADING, .text = open_up ? _("Would anyone like to add something?") : prompt, .before = t->snug},
		{.style = STYLE_STRONG, .text = open_up ? NULL : cast_listens_words(ui, view), .ink = INK_QUIET, .before = t->snug, .spare = true},
		{.style = STYLE_QUIET, .text = open_up ? prompt : NULL, .before = t->space, .spare = true}
	};

	if (!ui_text_fits(ui, STYLE_HEADING, box, parts[1].text)) {
		ui_read(ui, view, box, &parts[1], 1, (struct stack){.align = ALIGN_LEFT});
		return (struct stacked){.pages = 1, .height = box.h};
	}
	return ui_stack(ui, box, parts, ARRAY_LEN(parts), (struct stack){.align = ALIGN_LEFT, .balanced = true});
}

static bool has_aside(const struct view *view, const struct rect *box, struct ui *ui)
{
	const struct view_step *step = &view->step;

	if (step->aside == NULL || step->aside[0] == '\0' || view->round.open_up) {
		return false;
	}
	const char *listens = cast_listens_words(ui, view);
	int32_t silent = listens == NULL ? 0 : ui_text_height_floor(ui, STYLE_STRONG, box->w, listens) + ui_theme(ui)->snug;
	int32_t question = ui_text_height_floor(ui, STYLE_HEADING, box->w, step->prompt) + ui_line_height(ui, STYLE_LABEL) + silent;
	int32_t aside = ui_text_height_floor(ui, STYLE_STRONG, box->w, step->aside_title) +
	                ui_text_height_floor(ui, STYLE_QUIET, box->w - ui_theme(ui)->space, step->aside);

	return !ui_theme(ui)->compact && question + aside + ui_theme(ui)->space < box->h;
}

/* Question, what may be chosen, and a word to those who listen, under one another. */
static void draw_words(struct ui *ui, const struct view *view, struct rect box, bool with_choices)
{
	const struct ui_theme *t = ui_theme(ui);
	struct choice choices[CHOICES_MAX];
	int32_t count = with_choices ? choices_of(&view->round, choices) : 0;
	struct rect question = box;

	if (count > 0) {
		struct rect place = cut_bottom_gap(&question, choices_height(ui, count) - t->space, t->space);

		draw_choices(ui, place, choices, count, 2);
	}
	bool aside = has_aside(view, &question, ui);
	struct rect words = question;

	if (aside) {
		int32_t least = ui_text_height_floor(ui, STYLE_QUIET, question.w - t->space, view->step.aside) +
		                ui_text_height_floor(ui, STYLE_STRONG, question.w - t->space, view->step.aside_title);

		cut_bottom(&words, least + t->space + t->snug);
	}
	int32_t used = draw_question(ui, view, words).height;

	if (aside) {
		cut_top(&question, used + t->space);
		ui_aside(ui, &question, view->step.aside_title, view->step.aside);
	}
}

/* The disc in the middle of the seats, and what it says in words under it where there is room. */
static void draw_clock(struct ui *ui, const struct view *view, struct rect box)
{
	const struct view_clock *clock = view->round.open_up ? &view->step.clock : &view->round.turn;

	if (clock->shown) {
		ui_clock_words(ui, box, clock, view->lang);
	}
}

static void draw_seats(struct ui *ui, const struct view *view, struct rect box)
{
	struct seats seats = {.count = view->round.people, .status = view->round.seat, .speaks = _("speaks"), .next = view->round.next + 1};

	draw_clock(ui, view, ui_seats(ui, box, &seats));
}

static const char *hint_of(const struct view_round *round)
{
	if (round->open_up || round->speaker < 0) {
		return NULL;
	}
	if (round->circles) {
		return _("Two circles speak at the same time");
	}
	if (round->next < 0) {
		return _("Last one in the round");
	}
	return round->next_is_left ? _("The next one sits to the left") : _("The next seat is marked");
}

static struct rect draw_foot(struct ui *ui, const struct view *view, struct rect rest)
{
	bool turn = !view->round.open_up && view->round.speaker >= 0;
	const char *bell = step_bell(ui, view);
	struct foot foot = {.hint = bell != NULL ? bell : hint_of(&view->round)};

	if (turn) {
		if (view->cast.group_count == 0) {
			foot.quiet[0] = (struct action){.label = _("Pass"), .command = command_of(CMD_TURN_PASS, 0, 0)};
		}
		foot.main = (struct action){.label = view->cast.group_count > 0 ? _("Change speaker") : _("I am done"), .command = command_of(CMD_TURN_DONE, 0, 0)};
	} else {
		foot.main = (struct action){.label = chrome_next_label(ui, view), .command = command_of(CMD_NEXT, 0, 0)};
	}
	return chrome_step_foot(ui, view, rest, &foot);
}

/* Too much for one page: the question first, what may be chosen on the next. */
static void turn_over(struct ui *ui, const struct view *view, struct rect rest)
{
	const struct ui_theme *t = ui_theme(ui);
	struct choice choices[CHOICES_MAX];
	int32_t count = choices_of(&view->round, choices);
	struct rect foot = cut_bottom_gap(&rest, t->control_small, t->gap);
	struct pages pages = ui_pages(view, 2, 1);

	if (pages.page == 0) {
		draw_question(ui, view, rest);
	} else {
		draw_choices(ui, cut_top(&rest, choices_height(ui, count) - t->space), choices, count, 2);
	}
	ui_pager(ui, foot, pages);
}

/* Under one another: the words take what they want, the seats the rest, but half of the room at least, or a third while there are
   choices. Where not even that is left over, the seats stay away until the first turn has begun in earnest. */
static void stacked(struct ui *ui, const struct view *view, struct rect rest)
{
	const struct ui_theme *t = ui_theme(ui);
	struct choice choices[CHOICES_MAX];
	int32_t extra = choices_height(ui, choices_of(&view->round, choices));
	const char *question = prompt_of(view);
	int32_t want = ui_text_height(ui, STYLE_HEADING, rest.w, question) + t->snug + extra;
	int32_t least = ui_text_height_floor(ui, STYLE_HEADING, rest.w, question) + t->snug + extra;
	int32_t most = extra > 0 ? rest.h * 2 / (1 + 2) : rest.h / 2;

	if (extra > 0 && least > rest.h) {
		turn_over(ui, view, rest);
		return;
	}
	if (least > most) {
		draw_words(ui, view, rest, true);
		return;
	}
	draw_words(ui, view, cut_top_gap(&rest, min_i32(want, most), t->space), true);
	draw_seats(ui, view, rest);
}

/* A low panel: choices in a column of their own, or, if there are many or much to read, where the seats will be. */
static void low(struct ui *ui, const struct view *view, struct rect rest, const struct choice *choices, int32_t count)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect third = cut_column(rest, 1 + 2, 0, t->space), half = cut_column(rest, 2, 0, t->space), other = cut_column(rest, 2, 1, t->space);
	const char *question = prompt_of(view);

	if (count > 2) {
		draw_words(ui, view, half, false);
		draw_choices(ui, other, choices, count, 2);
	} else if (count > 0 && ui_text_fits(ui, STYLE_HEADING, third, question)) {
		draw_words(ui, view, third, false);
		draw_seats(ui, view, cut_column(rest, 1 + 2, 1, t->space));
		draw_choices(ui, cut_column(rest, 1 + 2, 2, t->space), choices, count, 1);
	} else if (count > 0) {
		draw_words(ui, view, half, false);
		draw_choices(ui, other, choices, count, 1);
	} else if (ui_text_fits(ui, STYLE_HEADING, half, question)) {
		draw_words(ui, view, half, false);
		draw_seats(ui, view, other);
	} else {
		draw_words(ui, view, rest, false);
	}
}

/* Words at the left, seats at the right. */
static void beside(struct ui *ui, const struct view *view, struct rect rest)
{
	const struct ui_theme *t = ui_theme(ui);
	struct choice choices[CHOICES_MAX];

	if (t->compact) {
		low(ui, view, rest, choices, choices_of(&view->round, choices));
		return;
	}
	draw_words(ui, view, cut_words_left(&rest, t->space), true);
	draw_seats(ui, view, rest);
}

void screen_round(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	bool turn = !view->round.open_up && view->round.speaker >= 0 && !view->step.paused && view->cast.group_count == 0;

	if (turn) {
		ui_area(ui, ui_canvas(ui), _("I am done"), command_of(CMD_TURN_DONE, 0, 0));
	}
	struct rect rest = draw_foot(ui, view, chrome_step_top(ui, view));

	if (view->cast.group_count > 0) {
		cast_screen(ui, view, step_room(ui, rest), cast_label(ui, view), view->round.open_up ? &view->step.clock : &view->round.turn);
		return;
	}
	rest = cut_inset(rest, t->compact ? t->margin : t->margin + t->margin / 2, 0);
	if (t->portrait) {
		stacked(ui, view, rest);
	} else {
		beside(ui, view, rest);
	}
}
