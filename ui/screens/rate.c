/* Secret answers: what is going to happen, and the screen between two ballots. Whoever holds a ballot sees ballot.c. */
#include "ui/screens/ballot.h"
#include "ui/screens/screens.h"
#include "ui/screens/step.h"

/* "4 statements, about a minute each." */
static const char *how_much(struct ui *ui, const struct view_rate *rate)
{
	const char *statements = ui_say(ui, ngettext("%d statement", "%d statements", (unsigned long)rate->statements), rate->statements);
	const char *minutes = ui_say(ui, ngettext("about a minute", "about %d minutes", (unsigned long)rate->minutes), rate->minutes);

	return ui_say(ui, C_("how much there is to answer", "%s, %s."), statements, minutes);
}

/* ---- before the first answer ---- */

enum { RULE_SECRET, RULE_SUMS, RULE_ALIKE, RULE_POWER, RULES };

struct rule {
	const char *title, *text;
};

static void rules_of(struct ui *ui, const struct view_rate *rate, struct rule rules[RULES])
{
	rules[RULE_SECRET] = (struct rule){
		_("In secret"), _("Everyone answers alone, and the answers are mixed. Nobody sees who answered what.")};
	rules[RULE_SUMS] = (struct rule){
		_("Only sums"),
		ui_say(ui, _("They are shown once, when the answers are closed, and never for fewer than %d answers."), rate->limit)};
	rules[RULE_ALIKE] = (struct rule){_("If all answer alike"), _("Then everyone's answer is known, of course.")};
	rules[RULE_POWER] = (struct rule){_("If the power goes"), _("Then nothing of the answers is left, and you start again.")};
}

/* Everything in one column of text, for panels without room for two. */
static void before_narrow(struct ui *ui, const struct view *view, struct rect rest)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_rate *rate = &view->rate;
	struct part parts[2 + 2 + 2 * RULES];
	struct rule rules[RULES];
	int32_t count = 0;

	rules_of(ui, rate, rules);
	if (rate->voided) {
		parts[count++] = (struct part){.style = STYLE_STRONG, .text = _("The power went")};
		parts[count++] = (struct part){.style = STYLE_BODY, .ink = INK_QUIET,
		                               .text = _("Nothing of the answers is left. Nobody's fault – you start again, all of you.")};
	}
	parts[count++] = (struct part){.style = STYLE_TITLE, .text = view->step.prompt, .before = t->space};
	parts[count++] = (struct part){.style = STYLE_BODY, .text = how_much(ui, rate), .ink = INK_QUIET, .before = t->snug};
	for (int32_t i = 0; i < RULES; i++) {
		parts[count++] = (struct part){.style = STYLE_STRONG, .text = rules[i].title, .before = t->space};
		parts[count++] = (struct part){.style = STYLE_QUIET, .text = rules[i].text};
	}
	ui_read(ui, view, rest, parts, count, (struct stack){.align = ALIGN_LEFT});
}

static void rule_parts(struct ui *ui, const struct view_rate *rate, struct part parts[2 * RULES])
{
	struct rule rules[RULES];

	rules_of(ui, rate, rules);
	for (int32_t i = 0; i < RULES; i++) {
		parts[2 * i] = (struct part){.style = STYLE_STRONG, .text = rules[i].title, .before = ui_theme(ui)->space};
		parts[2 * i + 1] = (struct part){.style = STYLE_BODY, .text = rules[i].text, .ink = INK_QUIET};
	}
}

static void before_wide(struct ui *ui, const struct view *view, struct rect rest, const struct part *parts)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_rate *rate = &view->rate;
	struct rect left = cut_column(rest, 2, 0, t->space + t->space);
	struct rect inner = ui_card(ui, cut_column(rest, 2, 1, t->space + t->space), _("This is how it goes"));

	cut_top(&left, t->pad);
	if (rate->voided) {
		ui_aside(ui, &left, _("The power went"), _("Nothing of the answers is left. Nobody's fault – you start again, all of you."));
		cut_top(&left, t->space);
	}
	ui_labelled(ui, &left, _("The question"));
	ui_stack(ui, left,
	         (struct part[]){{.style = STYLE_HEADING, .text = view->step.prompt},
	                         {.style = STYLE_BODY, .text = how_much(ui, rate), .ink = INK_QUIET, .before = t->space}},
	         2, (struct stack){.align = ALIGN_LEFT});
	ui_stack(ui, inner, parts, 2 * RULES, (struct stack){.align = ALIGN_LEFT});
}

static void before(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect room = step_with_foot(ui, view, &(struct foot){.main = {_("Begin answering"), command_of(CMD_RATE_OPEN, 0, 0), false}});
	struct rect inner = rect_inset(cut_column(room, 2, 1, t->space + t->space), t->pad);
	struct part parts[2 * RULES];

	rule_parts(ui, &view->rate, parts);
	cut_top(&inner, ui_line_height(ui, STYLE_LABEL) + t->snug);
	if (t->portrait || t->compact || t->large || ui_stack_pages(ui, inner, parts, 2 * RULES) > 1) {
		before_narrow(ui, view, room);
	} else {
		before_wide(ui, view, room, parts);
	}
}

/* ---- between two ballots ---- */

static struct action closing(const struct view_rate *rate)
{
	if (rate->laid >= rate->limit) {
		return (struct action){_("Close the answers"), command_of(CMD_RATE_CLOSE, 0, 0), true};
	}
	return (struct action){_("Cancel the answers"), command_of(CMD_RATE_CANCEL, 0, 0), true};
}

static bool all_laid(const struct view_rate *rate)
{
	return rate->laid >= rate->roll;
}

/* What is about to happen, or the way on and, quietly, the way to an end. Returns the room above. */
static struct rect handover_foot(struct ui *ui, const struct view *view, struct rect rest)
{
	const struct ui_theme *t = ui_theme(ui);
	struct action end = closing(&view->rate);
	int32_t high = t->control + t->snug;
	int32_t wide = max_i32(ui_button_width(ui, _("I am ready")) + t->pad + t->pad, t->control + t->control);
	struct rect row;

	if (view->pending != PENDING_NONE && !all_laid(&view->rate)) {
		return cut_inset(chrome_foot(ui, view, rest, &(struct foot){.hint = NULL}), t->margin, t->margin);
	}
	rest = cut_inset(rest, t->margin, t->margin);
	if (all_laid(&view->rate)) {
		return rest;
	}
	if (t->portrait) {
		ui_hold(ui, cut_bottom_gap(&rest, t->control_small, t->gap), BUTTON_QUIET, end.label, end.command);
		ui_button(ui, cut_bottom_gap(&rest, high, t->space), BUTTON_PRIMARY, _("I am ready"), command_of(CMD_BALLOT_TAKE, 0, 0));
		return rest;
	}
	row = cut_bottom_gap(&rest, high, t->space);
	int32_t beside = (row.w - wide) / 2 - t->gap, words = beside - 2 * 2 * t->snug;

	if (step_word_width(ui, STYLE_BUTTON, end.label) > words || ui_text_height_floor(ui, STYLE_BUTTON, words, end.label) > t->control_small) {
		/* Large words on a small panel: not in the middle, but whole. */
		ui_hold(ui, cut_left_gap(&row, min_i32(row.w / 2, ui_button_width(ui, end.label)), t->gap), BUTTON_QUIET, end.label, end.command);
		ui_button(ui, row, BUTTON_PRIMARY, _("I am ready"), command_of(CMD_BALLOT_TAKE, 0, 0));
		return rest;
	}
	struct rect middle = cut_middle_width(row, wide);
	struct rect left = {row.x, row.y, middle.x - row.x - t->gap, row.h};

	left = cut_middle_height(left, t->control_small);
	ui_hold(ui, cut_left(&left, min_i32(left.w, ui_hold_width(ui, end.label))), BUTTON_QUIET, end.label, end.command);
	ui_button(ui, middle, BUTTON_PRIMARY, _("I am ready"), command_of(CMD_BALLOT_TAKE, 0, 0));
	return rest;
}

static const char *thanks(struct ui *ui, const struct view_rate *rate)
{
	if (rate->laid == 0) {
		return ui_say(ui, ngettext("%d is going to answer.", "%d are going to answer.", (unsigned long)rate->roll), rate->roll);
	}
	return ui_say(ui, _("Thank you! %d of %d have answered."), rate->laid, rate->roll);
}

static int32_t heights(const struct ui *ui, int32_t width, const struct part *parts, int32_t count)
{
	int32_t sum = 0;

	for (int32_t i = 0; i < count; i++) {
		sum += parts[i].text == NULL ? 0 : parts[i].before + ui_text_height(ui, parts[i].style, width, parts[i].text);
	}
	return sum;
}

static void handover(struct ui *ui, const struct view *view)
{
	const struct view_rate *rate = &view->rate;

	ui_dark(ui);
	const struct ui_theme *t = ui_theme(ui);
	struct rect rest = handover_foot(ui, view, ui_canvas(ui));
	bool over = all_laid(rate);
	const struct part parts[] = {
		{.style = STYLE_TITLE, .text = thanks(ui, rate), .ink = INK_PINE},
		{.style = STYLE_DISPLAY, .before = t->snug,
	         .text = over ? _("Everyone has answered") : rate->laid == 0 ? _("Who wants to begin?") : _("Hand over to the next")},
		{.style = STYLE_BODY, .ink = INK_QUIET, .before = t->space, .text = over ? NULL : _("Stand so that only you see the screen.")},
		{.style = STYLE_BODY, .ink = INK_QUIET, .text = over ? NULL : how_much(ui, rate)}};
	int32_t count = (int32_t)ARRAY_LEN(parts);
	int32_t air = t->space + t->snug;
	struct rect middle = cut_middle_height(rest, heights(ui, rest.w, parts, count) + air + t->dot);

	ui_dots(ui, cut_bottom_gap(&middle, t->dot, air), rate->laid, rate->roll);
	ui_stack(ui, middle, parts, count, (struct stack){.align = ALIGN_CENTRE, .middle = true, .balanced = true});
}

void screen_rate(struct ui *ui, const struct view *view)
{
	if (view->rate.ballot) {
		screen_ballot(ui, view);
	} else if (view->rate.begun) {
		handover(ui, view);
	} else {
		before(ui, view);
	}
}
