/* One answer that all can stand behind, a statement or a theme at a time. It is open: what is chosen is seen. */
#include "ui/screens/shared.h"

#include "ui/screens/answers.h"
#include "ui/screens/screens.h"
#include "ui/screens/step.h"

const char *shared_where(struct ui *ui, const struct view_shared *shared)
{
	const char *where = ui_say(ui, shared->by_theme ? _("theme %d of %d") : _("statement %d of %d"), shared->item + 1, shared->count);

	if (shared->answered == 0) {
		return where;
	}
	return ui_say(ui, "%s · %s", where,
	              ui_say(ui, ngettext("%d has an answer", "%d have answers", (unsigned long)shared->answered), shared->answered));
}

struct action shared_onward(struct ui *ui, const struct view *view)
{
	const struct view_shared *shared = &view->shared;

	if (shared->item + 1 < shared->count) {
		return (struct action){shared->by_theme ? _("Next theme") : _("Next statement"), command_of(CMD_SHARED_ITEM, shared->item + 1, 0), false};
	}
	return step_next(ui, view);
}

struct action shared_before(const struct view_shared *shared)
{
	if (shared->item == 0) {
		return (struct action){.label = NULL};
	}
	return (struct action){_("Back"), command_of(CMD_SHARED_ITEM, shared->item - 1, 0), false};
}

/* ---- the answers to choose from ---- */

/* Large words on a small panel: the short ones. */
static const char *const *key_words(const struct ui *ui, const struct view_shared *shared)
{
	return ui_theme(ui)->compact && ui_theme(ui)->large ? shared->scale_short : shared->scale;
}

static int32_t key_width(const struct ui *ui, int32_t width, int32_t columns)
{
	return (width - (columns - 1) * ui_theme(ui)->gap) / columns;
}

/* Px of one key: what its words need at the least. */
static int32_t key_height(const struct ui *ui, const struct view_shared *shared, int32_t width)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t least = t->compact ? t->target_min : t->control;
	int32_t room = ui_choice_room(ui, width);

	for (int32_t i = 0; i < ANSWERS; i++) {
		least = max_i32(least, ui_text_height_floor(ui, STYLE_STRONG, room, key_words(ui, shared)[i]) + 2 * t->snug);
	}
	return least;
}

int32_t shared_keys_height(const struct ui *ui, const struct view_shared *shared, int32_t width, int32_t columns, bool grounds)
{
	int32_t rows = (ANSWERS + (grounds ? 1 : 0) + columns - 1) / columns;

	return rows * (key_height(ui, shared, key_width(ui, width, columns)) + ui_theme(ui)->gap) - ui_theme(ui)->gap;
}

void shared_keys(struct ui *ui, struct rect box, const struct view_shared *shared, int32_t columns, bool grounds)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t rows = (ANSWERS + (grounds ? 1 : 0) + columns - 1) / columns;
	struct rect key = cut_cell(box, columns, rows, 0, t->gap);
	const char *const *words = key_words(ui, shared);

	ui_group(ui, _("Our shared answer"));
	ui_one_size(ui, STYLE_STRONG, ui_choice_room(ui, key.w), key.h - t->snug, words, ANSWERS);
	for (int32_t i = 0; i < ANSWERS; i++) {
		ui_choice(ui, cut_cell(box, columns, rows, i, t->gap), words[i], NULL, shared->answer == i, command_of(CMD_SHARED_ANSWER, i, 0));
	}
	ui_one_size_end(ui);
	ui_group(ui, NULL);
	if (grounds) {
		ui_button(ui, cut_cell(box, columns, rows, ANSWERS, t->gap), BUTTON_QUIET, _("Grounds"), command_of(CMD_EDIT, EDIT_GROUNDS, shared->item));
	}
}

/* Beside one another, or under one another where a word would break. */
static int32_t by_columns(struct ui *ui, int32_t width)
{
	int32_t room = ui_choice_room(ui, (width - ui_theme(ui)->gap) / 2);

	return step_word_width(ui, STYLE_STRONG, _("By statement")) <= room ? 2 : 1;
}

static int32_t by_row(struct ui *ui, int32_t width)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t room = ui_choice_room(ui, by_columns(ui, width) == 1 ? width : (width - t->gap) / 2);

	return max_i32(t->control_small, ui_text_height_floor(ui, STYLE_STRONG, room, _("By statement")) + 2 * t->snug);
}

int32_t shared_by_height(struct ui *ui, int32_t width)
{
	int32_t rows = 2 / by_columns(ui, width);

	return rows * by_row(ui, width) + (rows - 1) * ui_theme(ui)->gap;
}

void shared_by(struct ui *ui, struct rect box, const struct view_shared *shared)
{
	int32_t gap = ui_theme(ui)->gap, columns = by_columns(ui, box.w);

	ui_choice(ui, cut_cell(box, columns, 2 / columns, 0, gap), _("By statement"), NULL, !shared->by_theme, command_of(CMD_SHARED_BY, 0, 0));
	ui_choice(ui, cut_cell(box, columns, 2 / columns, 1, gap), _("By theme"), NULL, shared->by_theme, command_of(CMD_SHARED_BY, 1, 0));
}

/* ---- what stands behind it ---- */

void shared_sums(struct ui *ui, struct rect box, const struct view_shared *shared)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_result_row row = {.text = "", .theme = "", .tally = shared->tally, .verdict = shared->verdict};
	struct answers answers = answers_of(ui, box.w, true, &row, 1, shared->scale[UNSURE]);
	int32_t legend = answers_legend_height(ui, box.w, shared->scale_short);

	int32_t heading = ui_text_height(ui, STYLE_LABEL, box.w, _("What you answered in secret")) + t->snug;

	if (box.h >= heading + answers_sums_height(ui, &answers)) {
		ui_labelled(ui, &box, _("What you answered in secret"));
		ui_group(ui, NULL);
	}
	if (box.h >= legend + t->snug + answers_sums_height(ui, &answers)) {
		answers_legend(ui, cut_bottom_gap(&box, legend, t->snug), shared->scale_short);
	}
	answers_sums(ui, box, &answers, &row);
}

const char *shared_question(struct ui *ui, const struct view_shared *shared)
{
	return shared->by_theme ? ui_say(ui, _("How true are the statements on \"%s\", taken together?"), shared->text) : shared->text;
}

const char *shared_grounds(struct ui *ui, const struct view_shared *shared)
{
	const char *help = "";

	if (shared->grounds[0] != '\0') {
		return shared->grounds;
	}
	for (int32_t i = 0; i < shared->question_count; i++) {
		help = i == 0 ? shared->questions[i] : ui_say(ui, "%s %s", help, shared->questions[i]);
	}
	return help;
}

/* A card with the grounds, or what may help to find them where there is room for that. */
static void grounds_card(struct ui *ui, const struct view *view, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_shared *shared = &view->shared;
	struct rect inner = ui_card(ui, box, NULL);
	struct rect button = cut_right_gap(&inner, ui_button_width(ui, _("Grounds")), t->space);
	struct part text = {.style = STYLE_BODY, .text = shared_grounds(ui, shared)};

	if (shared->grounds[0] != '\0') {
		ui_read(ui, view, inner, &text, 1, (struct stack){.align = ALIGN_LEFT, .middle = true});
	} else if (ui_text_height_floor(ui, STYLE_QUIET, inner.w, text.text) <= inner.h) {
		text.style = STYLE_QUIET;
		ui_stack(ui, inner, &text, 1, (struct stack){.align = ALIGN_LEFT, .middle = true});
	}
	ui_button(ui, cut_middle_height(button, t->control), BUTTON_SECONDARY, _("Grounds"), command_of(CMD_EDIT, EDIT_GROUNDS, shared->item));
}

/* The step's question, where in the list, and by what. */
static void header(struct ui *ui, const struct view *view, struct rect *room)
{
	const struct view_shared *shared = &view->shared;
	const struct ui_theme *t = ui_theme(ui);
	int32_t width = 2 * (max_i32(ui_text_width(ui, STYLE_STRONG, _("By statement")), ui_text_width(ui, STYLE_STRONG, _("By theme"))) +
	                     2 * 2 * t->snug) + t->gap;
	struct rect line = cut_top_gap(room, t->control_small, t->snug);

	if (shared->can_by_theme) {
		shared_by(ui, cut_right_gap(&line, min_i32(width, line.w / 2), t->space), shared);
	}
	ui_stack(ui, line,
	         (struct part[]){{.style = STYLE_STRONG, .text = view->step.prompt, .spare = true},
	                         {.style = STYLE_QUIET, .text = shared_where(ui, shared), .ink = INK_QUIET}},
	         2, (struct stack){.align = ALIGN_LEFT, .middle = true});
}

static void shared_wide(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_shared *shared = &view->shared;
	bool last = shared->item + 1 == shared->count;
	struct foot foot = {.back = shared_before(shared), .main = shared_onward(ui, view)};

	if (!last) {
		foot.more[0] = step_next(ui, view);
	}
	struct rect room = step_with_foot(ui, view, &foot);

	header(ui, view, &room);
	struct rect lower = cut_bottom_gap(&room, room.h * 2 / (2 + 2 + 1), t->space);
	int32_t high = min_i32(max_i32(shared_keys_height(ui, shared, room.w, ANSWERS, false), t->control + t->snug), room.h / 2);

	shared_keys(ui, cut_bottom_gap(&room, high, t->space), shared, ANSWERS, false);
	ui_text_in(ui, room, STYLE_HEADING, INK_FULL, (struct stack){.align = ALIGN_LEFT, .middle = true, .balanced = true},
	           shared_question(ui, shared));
	if (shared->has_tally) {
		shared_sums(ui, cut_column(lower, 2, 0, t->space + t->space), shared);
		lower = cut_column(lower, 2, 1, t->space + t->space);
	}
	grounds_card(ui, view, lower);
}

void screen_shared(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);

	if (view->shared.count == 0) {
		screen_talk(ui, view);
	} else if (t->compact || t->portrait || t->large) {
		shared_narrow(ui, view);
	} else {
		shared_wide(ui, view);
	}
}
