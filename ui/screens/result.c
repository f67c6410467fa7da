/* What the answers show: the bars, what the group agrees on, and where the pictures differ. */
#include "ui/screens/result.h"
#include "ui/screens/screens.h"
#include "ui/screens/step.h"

/* ---- the foot ---- */

static struct action to_list(const char *label, enum result_list list)
{
	return (struct action){label, command_of(CMD_LIST, (int32_t)list, 0), false};
}

static struct action way_on(struct ui *ui, const struct view *view)
{
	struct action next = step_next(ui, view);

	if (view->step.next_kind == STEP_SHARED) {
		next.label = _("Our shared answer");
	}
	return next;
}

/* From the bars a group may go straight on to the shared answer; through the lists it goes step by step. */
static struct action shared_answer(struct ui *ui, const struct view *view)
{
	if (!view->result.shared_follows) {
		return way_on(ui, view);
	}
	return (struct action){_("Our shared answer"), command_of(CMD_NEXT, 1 + STEP_SHARED, 0), false};
}

/* Large words on a small panel leave room for one way on at a time. */
static bool cramped(const struct ui_theme *t)
{
	return t->compact && t->large;
}

static struct foot foot_of(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	struct action agreed = to_list(_("Begin with what you agree on"), LIST_AGREED);
	struct action different = to_list(_("Where the pictures differ"), LIST_DIFFERENT);
	struct action back = to_list(_("Back"), LIST_BARS);

	switch (view->result.list) {
	case LIST_BARS:
		if (cramped(t)) {
			return (struct foot){.main = agreed};
		}
		/* An upright panel has no room for three big ones beside one another. */
		return t->portrait ? (struct foot){.quiet = {shared_answer(ui, view)}, .more = {different}, .main = agreed}
		                   : (struct foot){.more = {shared_answer(ui, view), different}, .main = agreed};
	case LIST_AGREED:
		different.label = cramped(t) ? _("Differences") : different.label;
		return cramped(t) ? (struct foot){.back = back, .main = different}
		                  : (struct foot){.back = back, .more = {way_on(ui, view)}, .main = different};
	case LIST_DIFFERENT: break;
	}
	return (struct foot){.back = back, .main = way_on(ui, view)};
}

/* Looked at from another step: nothing but the lists, and back. */
static struct foot looking_foot(const struct view *view)
{
	struct action step = {_("Back"), command_of(CMD_SHEET, SHEET_NONE, 0), false};
	struct action bars = to_list(_("Back"), LIST_BARS);

	return view->result.list == LIST_BARS ? (struct foot){.back = step, .more = {to_list(_("Where the pictures differ"), LIST_DIFFERENT)}}
	                                      : (struct foot){.back = bars};
}

/* ---- beside the bars ---- */

static const char *laid_words(struct ui *ui, const struct view_result *result)
{
	return ui_say(ui, _("%d of %d have answered"), result->laid, result->roll);
}

/* At the foot of a wide panel: a word of care, and whose words the statements are in, or the other pages. */
/* The step's question, where its answer is looked for: with the bars. */
static const char *question_of(const struct view *view)
{
	return view->sheet != SHEET_RESULT && view->result.list == LIST_BARS ? view->step.prompt : "";
}

static int32_t care_height(const struct ui *ui, const struct view *view, int32_t width)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t words = width / 2 - t->space - t->space;
	int32_t aside = ui_text_height(ui, STYLE_STRONG, words, _("Don't guess who.")) +
	                ui_text_height(ui, STYLE_QUIET, words, _("What may someone have seen that the rest of us don't see?"));

	int32_t question = ui_text_height(ui, STYLE_STRONG, words, question_of(view));

	return max_i32(t->control_small, max_i32(aside, question) + t->snug);
}

static void draw_care(struct ui *ui, struct rect box, const struct view *view, struct pages pages)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect left = cut_column(box, 2, 0, t->space), right = cut_column(box, 2, 1, t->space);

	ui_aside(ui, &left, _("Don't guess who."), _("What may someone have seen that the rest of us don't see?"));
	if (pages.pages > 1) {
		ui_pager(ui, cut_middle_height(right, t->control_small), pages);
	} else if (question_of(view)[0] != '\0') {
		ui_text_in(ui, right, STYLE_STRONG, INK_FULL, (struct stack){.align = ALIGN_RIGHT, .middle = true, .balanced = true}, question_of(view));
	} else {
		ui_text_in(ui, right, STYLE_QUIET, INK_QUIET, (struct stack){.align = ALIGN_RIGHT, .middle = true}, view->result.wording);
	}
}

static void draw_questions(struct ui *ui, struct rect box, const struct view_result *result)
{
	const struct ui_theme *t = ui_theme(ui);
	struct part parts[QUESTIONS_MAX];
	struct rect inner = ui_card(ui, box, _("Ask one another"));

	for (int32_t i = 0; i < result->question_count; i++) {
		parts[i] = (struct part){.style = STYLE_TITLE, .text = result->questions[i], .before = t->space};
	}
	ui_group(ui, NULL);
	ui_stack(ui, inner, parts, result->question_count, (struct stack){.align = ALIGN_LEFT});
}

static const char *empty_words(enum result_list list)
{
	switch (list) {
	case LIST_AGREED: return _("There is nothing that all of you agree on yet. That is worth knowing – begin where the pictures differ.");
	case LIST_DIFFERENT: return _("Your pictures don't differ on any statement. Begin with what you agree on.");
	case LIST_BARS: break;
	}
	return _("There are no answers to show.");
}

/* Where the legend stands over the rows: beside how many answered, over the bars where it can be, but never under the words on either
   side. False if it needs a line of its own. */
static bool legend_beside(struct ui *ui, struct rect box, const struct view_result *result, const struct answers *answers, int32_t *x)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect bar = answers_bar(ui, answers, box);
	int32_t words = box.x + ui_text_width(ui, STYLE_QUIET, laid_words(ui, result)) + t->space;
	int32_t legend = answers_legend_width(ui, result->scale_short), end = bar.x + bar.w - t->space;

	*x = max_i32(words, min_i32(bar.x, end - legend));
	return words + legend <= end;
}

static int32_t head_height(struct ui *ui, struct rect box, const struct view_result *result, const struct answers *answers)
{
	int32_t line = ui_line_height(ui, STYLE_QUIET) + ui_theme(ui)->space, x;

	if (answers->stacked) {
		return answers_legend_height(ui, box.w, result->scale_short) + ui_theme(ui)->space;
	}
	return legend_beside(ui, box, result, answers, &x) ? line : 2 * line;
}

/* Over the rows: how many answered, the legend, and the word for "vet inte" over its column. */
static void draw_head(struct ui *ui, struct rect box, const struct view_result *result, const struct answers *answers)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect all = box, line = cut_top_gap(&box, ui_line_height(ui, STYLE_QUIET), t->space), legend = line;

	if (answers->stacked) {
		all.h -= t->space;
		answers_legend(ui, all, result->scale_short);
		return;
	}
	ui_line(ui, line, STYLE_QUIET, INK_QUIET, ALIGN_LEFT, laid_words(ui, result));
	if (legend_beside(ui, all, result, answers, &legend.x)) {
		struct rect bar = answers_bar(ui, answers, line);

		legend.w = bar.x + bar.w - legend.x;
	} else {
		legend = cut_top(&box, line.h);
	}
	answers_legend(ui, legend, result->scale_short);
	line.w -= answers->verdict + t->snug;
	ui_line(ui, cut_right(&line, answers->unsure), STYLE_QUIET, INK_QUIET, ALIGN_CENTRE, answers->unsure_word);
}

static int32_t headings_height(const struct ui *ui, const struct view_result *result)
{
	bool both = result->list == LIST_AGREED && result->works_count > 0 && result->works_count < result->row_count;

	return result->list == LIST_BARS ? 0 : (both ? 2 : 1) * (result_heading_height(ui) + ui_theme(ui)->space);
}

/* How a wide panel is shared: rows, a word of care under them, and the questions beside where the pictures differ. */
struct wide {
	struct rect questions, head, rows, care;
	struct answers answers;
};

static struct wide wide_of(struct ui *ui, const struct view *view, struct rect room)
{
	const struct view_result *result = &view->result;
	const struct ui_theme *t = ui_theme(ui);
	bool different = result->list == LIST_DIFFERENT;
	struct wide w = {.care = cut_bottom_gap(&room, care_height(ui, view, room.w), t->space)};

	if (different) {
		w.questions = cut_right_gap(&room, room.w / (2 + 1), t->space);
	}
	w.answers = answers_of(ui, room.w, different, result->rows, result->row_count, result->scale[UNSURE]);
	w.head = cut_top(&room, head_height(ui, room, result, &w.answers));
	w.rows = room;
	return w;
}

/* True if the panel has room for every row, its words at their floor if they must. */
static bool wide_fits(const struct ui *ui, const struct view_result *result, const struct wide *w)
{
	for (int32_t i = 0; i < result->row_count; i++) {
		if (answers_least(ui, &w->answers, &result->rows[i]) > w->rows.h - headings_height(ui, result)) {
			return false;
		}
	}
	return true;
}

static void draw_wide(struct ui *ui, const struct view *view, const struct wide *w)
{
	const struct view_result *result = &view->result;
	int32_t fit = result_rows(ui, result, &w->answers, w->rows.h - headings_height(ui, result));
	struct pages pages = ui_pages(view, result->row_count, fit);

	if (result->list == LIST_DIFFERENT) {
		draw_questions(ui, w->questions, result);
	}
	draw_head(ui, w->head, result, &w->answers);
	result_page(ui, w->rows, result, &w->answers, pages, true);
	draw_care(ui, w->care, view, pages);
}

void screen_result(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	struct foot foot;

	/* Nothing was counted: the step is an ordinary talk. */
	if (view->result.laid == 0) {
		screen_talk(ui, view);
		return;
	}
	bool looking = view->sheet == SHEET_RESULT;

	foot = looking ? looking_foot(view) : foot_of(ui, view);
	/* A list is a look aside: where there is little room, the meeting's own buttons stay with the bars. */
	struct rect room = looking || (cramped(t) && view->result.list == LIST_DIFFERENT)
	                           ? step_room(ui, chrome_foot(ui, view, chrome_step_top(ui, view), &foot))
	                           : step_with_foot(ui, view, &foot);

	if (view->result.row_count == 0) {
		ui_read(ui, view, room, &(struct part){.style = STYLE_TITLE, .text = empty_words(view->result.list)}, 1,
		        (struct stack){.align = ALIGN_CENTRE, .middle = true, .balanced = true});
		return;
	}
	struct wide w = wide_of(ui, view, room);

	if (t->compact || t->portrait || t->large || !wide_fits(ui, &view->result, &w)) {
		result_narrow(ui, view, room);
	} else {
		draw_wide(ui, view, &w);
	}
}
