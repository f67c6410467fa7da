/* Which screen shows a view. */
#include "ui/screens/screens.h"

static const screen_fn BY_SCREEN[SCREEN_COUNT] = {
	[SCREEN_FIRST_RUN] = screen_first_run,
	[SCREEN_SETTINGS] = screen_settings,
	[SCREEN_AGENDAS] = screen_agendas,
	[SCREEN_FORMS] = screen_forms,
	[SCREEN_THEMES] = screen_themes,
	[SCREEN_LEVELS] = screen_levels,
	[SCREEN_ARCHIVE] = screen_archive,
	[SCREEN_RECORD] = screen_summary,
	[SCREEN_HOME] = screen_home,
	[SCREEN_IMPORT] = screen_import,
	[SCREEN_SETUP] = screen_setup,
	[SCREEN_YEAR] = screen_year,
	[SCREEN_MOMENT] = screen_moment
};

/* SCREEN_MEETING, by the kind of the step that is on. */
static const screen_fn BY_STEP[STEP_KIND_COUNT] = {
	[STEP_NOTE] = screen_note,
	[STEP_RATE] = screen_rate,
	[STEP_RESULT] = screen_result,
	[STEP_ROUND] = screen_round,
	[STEP_READ] = screen_think,
	[STEP_SHARED] = screen_shared,
	[STEP_SILENT] = screen_think,
	[STEP_PAIR] = screen_think,
	[STEP_TALK] = screen_talk,
	[STEP_GROUP] = screen_think,
	[STEP_ROLES] = screen_roles
};

/* What stands over any screen. */
static const screen_fn DIM = screen_dim;           /* view.dim */
static const screen_fn WRITING = screen_edit;      /* view.edit.shown: a text and the keyboard */
static const screen_fn MORE = screen_more;         /* SHEET_MORE */
static const screen_fn OPTIONS = screen_options;   /* SHEET_OPTIONS */
static const screen_fn NOTES = screen_notes;       /* SHEET_NOTES */
static const screen_fn SUMMARY = screen_summary;   /* view.summary_shown */

screen_fn screen_for(const struct view *view)
{
	screen_fn screen = BY_SCREEN[view->screen];

	if (view->screen == SCREEN_MEETING) {
		screen = view->summary_shown ? SUMMARY : BY_STEP[view->step.kind];
	}
	if (view->sheet == SHEET_MORE && MORE != NULL) {
		screen = MORE;
	}
	if (view->sheet == SHEET_RESULT) {
		screen = screen_result;
	}
	if (view->sheet == SHEET_OPTIONS) {
		screen = OPTIONS;
	}
	if (view->sheet == SHEET_NOTES) {
		screen = NOTES;
	}
	if (view->edit.shown && WRITING != NULL) {
		screen = WRITING;
	}
	if (view->dim) {
		screen = DIM;
	}
	return screen == NULL ? screen_home : screen;
}
