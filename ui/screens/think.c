/* Before words: read together, think alone, talk in pairs and in groups. */
#include "ui/screens/openly.h"
#include "ui/screens/screens.h"
#include "ui/screens/step.h"

static bool has_intro(const struct view_step *step)
{
	return step->intro_count > 0;
}

enum { QUESTION_PARTS = 2 + 2, INTRO_PARTS = 2 * (2 + 1 + 2) };

/* Title and text of each area, with so much air before them; returns how many parts that is. A stack holds no more than a few areas:
   where more are rated at once, the first ones introduce. */
static int32_t intro_parts(const struct view_step *step, enum style title, int32_t before_title, int32_t before_text, struct part parts[INTRO_PARTS])
{
	int32_t count = 0;

	for (int32_t i = 0; i < step->intro_count && count < INTRO_PARTS; i++) {
		parts[count++] = (struct part){.style = title, .text = step->intros[i].title, .before = before_title};
		parts[count++] = (struct part){.style = STYLE_BODY, .text = step->intros[i].text, .before = before_text};
	}
	return count;
}

/* When to swap, for two who share the time. */
static const char *swap_words(struct ui *ui, const struct view_clock *clock)
{
	ms_t half = clock->budget_ms / 2;

	if (clock->left_ms <= half) {
		return _("Half the time has gone: now the other one tells.");
	}
	if (clock->running) {
		ui_changes_in(ui, clock->left_ms - half);
	}
	return _("One tells first. Swap when half the time has gone.");
}

static const char *label_of(const struct view_step *step)
{
	switch ((int)step->kind) {
	case STEP_READ: return _("Read together");
	case STEP_PAIR: return _("In pairs");
	case STEP_GROUP: return _("In groups");
	default: return _("Alone, in silence");
	}
}

/* Everything in one column of pages: the question, a word beside it, the introduction. */
static void narrow(struct ui *ui, const struct view *view, struct rect room)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_step *step = &view->step;
	bool pair = step->kind == STEP_PAIR;
	struct part parts[QUESTION_PARTS + INTRO_PARTS] = {
		{.style = STYLE_HEADING, .text = step->prompt},
		{.style = STYLE_STRONG, .text = pair ? swap_words(ui, &step->clock) : NULL, .ink = INK_PINE, .before = t->space},
		{.style = STYLE_STRONG, .text = step->aside_title, .before = t->space},
		{.style = STYLE_QUIET, .text = step->aside}};
	int32_t count = QUESTION_PARTS + intro_parts(step, STYLE_STRONG, t->space, 0, parts + QUESTION_PARTS);
	struct rect words = room;
	struct rect clock = t->portrait ? cut_bottom_gap(&words, room.h / (2 + 2), t->space) : cut_right_gap(&words, room.w / (2 + 2), t->space);

	ui_read(ui, view, words, parts, count, (struct stack){.align = ALIGN_LEFT});
	step_clock(ui, view, clock);
}

static void with_intro(struct ui *ui, const struct view *view, struct rect room)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_step *step = &view->step;
	struct part parts[INTRO_PARTS];
	struct rect words, beside;

	step_beside(ui, room, &words, &beside);
	struct rect clock = cut_bottom_gap(&words, words.h / (2 + 1), t->space);

	step_question(ui, view, words, label_of(step), step->prompt);
	step_clock(ui, view, clock);
	beside = ui_card(ui, beside, view->step.group);
	ui_read(ui, view, beside, parts, intro_parts(step, STYLE_TITLE, t->space, t->snug, parts), (struct stack){.align = ALIGN_LEFT});
}

static void plain(struct ui *ui, const struct view *view, struct rect room)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect words, beside;

	step_beside(ui, room, &words, &beside);
	const char *swap = view->step.kind == STEP_PAIR ? swap_words(ui, &view->step.clock) : NULL;
	int32_t below = swap == NULL ? 0 : ui_text_height(ui, STYLE_TITLE, words.w, swap) + t->space + t->snug;

	words.h -= below;
	struct rect under = step_question(ui, view, words, label_of(&view->step), view->step.prompt);

	under.h += below;
	if (swap != NULL) {
		cut_top(&under, t->space + t->snug);
		ui_text_in(ui, under, STYLE_TITLE, INK_PINE, (struct stack){.align = ALIGN_LEFT}, swap);
	}
	step_clock(ui, view, cut_inset(beside, t->pad, t->pad));
}

void screen_think(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect room = step_with_foot(ui, view, &(struct foot){.main = step_next(ui, view), .hint = step_bell(ui, view)});

	if (view->step.open_way) {
		openly(ui, view, room);
	} else if (view->cast.group_count > 0 && view->step.kind != STEP_SILENT) {
		cast_screen(ui, view, room, label_of(&view->step), &view->step.clock);
	} else if (t->compact || t->large) {
		narrow(ui, view, room);
	} else if (has_intro(&view->step)) {
		with_intro(ui, view, room);
	} else {
		plain(ui, view, room);
	}
}
