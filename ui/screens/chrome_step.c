/* What surrounds a step of a meeting. */
#include "ui/screens/chrome.h"

static const char *pace_words(struct ui *ui, const struct view_step *step)
{
	switch (step->pace) {
	case PACE_ON_PLAN: return _("on plan");
	case PACE_AHEAD: return ui_say(ui, _("%d min ahead"), step->pace_min);
	case PACE_BEHIND:
		return step->pace_h > 0 ? ui_say(ui, _("%d h behind"), step->pace_h) : ui_say(ui, _("%d min behind"), step->pace_min);
	}
	return "";
}

/* One quiet line: when the meeting ends and whether it is on plan. */
static const char *when_words(struct ui *ui, const struct view *view)
{
	char clock[WORDS_BYTES];
	const char *pace = pace_words(ui, &view->step);

	if (view->unsaved) {
		return _("not being saved");
	}
	if (view->step.paused) {
		return _("paused");
	}
	if (view->step.end < 0) {
		return pace;
	}
	words_clock(clock, sizeof clock, view->lang, view->step.end);
	return ui_say(ui, _("ends %s · %s"), clock, pace);
}

/* A step that stands in for another kind has no name in the pack. */
static const char *title_of(const struct view_step *step)
{
	if (step->title[0] != '\0') {
		return step->title;
	}
	return step->kind == STEP_SILENT ? _("Think alone") : step->kind == STEP_PAIR ? _("In pairs") : _("Talk openly");
}

/* Where the meeting is: in which step, or in which turn of what is repeated. */
static const char *number_of(struct ui *ui, const struct view *view)
{
	if (view->cast.turns > 1) {
		return ui_say(ui, _("Turn %d of %d"), view->cast.turn + 1, view->cast.turns);
	}
	return ui_say(ui, _("Step %d of %d"), view->step.index + 1, view->step.count);
}

struct rect chrome_step_top(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_step *step = &view->step;
	const char *number = number_of(ui, view);
	bool about = step->group != NULL && step->group[0] != '\0';
	bool sound = view->settings == NULL || view->settings->value[SET_SOUND] != 0;
	struct rect rest = chrome_top(ui, view, &(struct top){
		.title = title_of(step),
		.about = about ? ui_say(ui, "%s · %s", number, step->group) : number,
		.about_short = number,
		.right = when_words(ui, view),
		.tight = true,
		.action = {
			{.label = sound ? _("Mute") : _("Unmute"), .command = command_of(CMD_SET, SET_SOUND, sound ? 0 : 1)},
			{.label = step->paused ? _("Continue") : _("Pause"), .command = command_of(step->paused ? CMD_RESUME : CMD_PAUSE, 0, 0)}
		}
	});

	ui_steps(ui, cut_inset(cut_top_gap(&rest, t->bar, t->compact ? t->snug : t->space), t->margin, 0), step->bar, step->bar_count);
	ui_fading(ui, rest);
	return rest;
}

struct rect chrome_step_foot(struct ui *ui, const struct view *view, struct rect rest, const struct foot *foot)
{
	struct foot whole = *foot;
	int32_t quiet = 0;

	while (quiet < FOOT_QUIET && whole.quiet[quiet].label != NULL) {
		quiet++;
	}
	if (view->step.can_undo && quiet < FOOT_QUIET) {
		whole.quiet[quiet++] = (struct action){.label = _("Undo"), .command = command_of(CMD_UNDO, 0, 0)};
	}
	if (quiet < FOOT_QUIET) {
		whole.quiet[quiet] = (struct action){.label = C_("a step's sheet", "More"), .command = command_of(CMD_SHEET, SHEET_MORE, 0)};
	}
	/* Behind the plan, what remains offers to shrink; a small panel has the same behind "More". */
	if (view->step.can_shrink && whole.more[0].label == NULL && !ui_theme(ui)->compact &&
	    !ui_theme(ui)->portrait) {
		whole.hint = NULL;
		whole.more[0] = (struct action){.label = _("Shorten what remains"), .command = command_of(CMD_SHRINK, 0, 0)};
	}
	return chrome_foot(ui, view, rest, &whole);
}

const char *chrome_both(struct ui *ui, const char *one, const char *other)
{
	return other[0] == '\0' ? one : ui_say(ui, "%s + %s", one, other);
}

const char *chrome_next_label(struct ui *ui, const struct view *view)
{
	(void)ui;
	return view->step.next_kind < 0 ? _("To the summary") : _("Next step");
}
