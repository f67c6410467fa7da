/* The picture in words and numbers. */
#include "firmware/core/view.h"

#include "firmware/base/str.h"
#include "firmware/core/view_parts.h"

const char *view_words(const struct view_env *env, const struct words *words)
{
	const char *text = words->in[env->core->settings.value[SET_LANG]];

	return text != NULL ? text : "";
}

void view_scale(const struct view_env *env, const struct instrument *instrument, const char *scale[ANSWERS],
                const char *short_scale[ANSWERS])
{
	for (int32_t i = 0; i < ANSWERS; i++) {
		scale[i] = instrument != NULL ? view_words(env, &instrument->scale[i]) : "";
		short_scale[i] = instrument != NULL ? view_words(env, &instrument->scale_short[i]) : "";
		short_scale[i] = short_scale[i][0] != '\0' ? short_scale[i] : scale[i];
	}
}

int32_t view_end(const struct view_env *env, ms_t ms)
{
	wall_t end;

	if (env->today.wall == WALL_UNKNOWN) {
		return -1;
	}
	end = env->today.wall + (ms + MS_MINUTE / 2) / MS_MINUTE;
	return wall_hour(end) * 60 + wall_minute(end);
}

void view_subject(const struct view_env *env, const struct meeting *meeting, const char **area, const char **theme)
{
	const struct instrument *first_in = NULL;
	const struct instrument *last_in = NULL;
	const struct statement *first;
	const struct statement *last;

	*area = "";
	*theme = "";
	if (meeting->statement_count == 0) {
		return;
	}
	first = material_statement(env->material, meeting->statements[0], &first_in);
	last = material_statement(env->material, meeting->statements[meeting->statement_count - 1], &last_in);
	if (first == NULL || last == NULL) {
		return;
	}
	if (first->theme == last->theme) {
		*theme = view_words(env, &first_in->themes[first->theme].name);
	}
	if (first_in->themes[first->theme].area == last_in->themes[last->theme].area) {
		*area = view_words(env, &first_in->areas[first_in->themes[first->theme].area].short_name);
	}
}

const char *view_agenda_name(const struct view_env *env, const char *id)
{
	const struct agenda *agenda = material_agenda(env->material, id);

	return agenda != NULL ? view_words(env, &agenda->name) : "";
}

static void view_edit(const struct view_env *env, struct view *view)
{
	const struct core *core = env->core;
	const struct editing *edit = &core->edit;
	struct view_edit *shown = &view->edit;

	shown->shown = edit->what != EDIT_NOTHING;
	shown->what = edit->what;
	shown->title = "";
	/* A letter takes four bytes at the most. */
	shown->full = shown->shown && strlen(edit->text) + 4 >= edit_room(edit->what);
	shown->text = edit->text;
	shown->cursor = edit->cursor;
	shown->shift = edit->shift;
	shown->page = edit->page;
	shown->pupils = edit->what == EDIT_NOTE || edit->what == EDIT_GROUNDS;
	if (edit->what == EDIT_GROUNDS) {
		shown->title = view->shared.text;
	} else if (edit->what == EDIT_NOTE) {
		shown->title = view->step.title;
	}
	shown->title = shown->title != NULL ? shown->title : "";
}

/* Somebody holds a ballot: the screen is theirs, near, and nothing of it may linger. */
static bool holds_ballot(const struct core *core)
{
	return core->meeting.live && core->meeting.rating.phase == RATING_OPEN && core->answering.phase == BALLOT_OPEN;
}

static void view_common(const struct view_env *env, struct view *view)
{
	const struct core *core = env->core;
	bool ballot = holds_ballot(core);

	view->lang = (enum lang)core->settings.value[SET_LANG];
	view->settings = &core->settings;
	view->large = ballot ? core->answering.large : core->settings.value[SET_LARGE] != 0;
	view->dark = env->dim || (ballot ? core->answering.dark : core->settings.value[SET_DARK] != 0);
	view->private_screen = ballot;
	view->screen = core->screen;
	view->about = core->about;
	view->sheet = core->sheet;
	view->page = core->page;
	view->dim = env->dim;
	view->unsaved = env->unsaved;
	view->message = env->message != NULL ? env->message : "";
	view->today = env->today;
	view->clock_believed = view_believed(env);
	view->pending = core->pending;
	view->pending_left_ms = core->pending != PENDING_NONE ? max_ms(core->pending_until - env->now, 0) : 0;
	view->now = env->now;
	view->chimes = core->chimes;
	view->meeting_on = core->meeting.live;
}

static void view_meeting(const struct view_env *env, struct view *view)
{
	const struct meeting *meeting = &env->core->meeting;

	view->summary_shown = meeting->all_done;
	view->past = env->history->count > 0;
	view_options(env, view);
	if (meeting->all_done) {
		view_summary(env, meeting, view);
		view->step.can_undo = env->core->can_undo;
		view->step.cases = meeting->cases;
		view_notes(env, view);
		return;
	}
	view_step(env, view);
	view_rating(env, view);
	view->step.pictures = meeting_has_result(meeting) && view->step.kind != STEP_RESULT;
	if (view->step.kind == STEP_RESULT || view->sheet == SHEET_RESULT) {
		view_result(env, view);
	}
	if (view->step.kind == STEP_SHARED) {
		view_shared(env, view);
	}
}

static const struct view_import_line *line_of(const struct view_import_line *lines, int32_t count, int32_t line)
{
	for (int32_t i = 0; i < count; i++) {
		if (lines[i].line == line) {
			return &lines[i];
		}
	}
	return NULL;
}

static void view_import(const struct view_env *env, struct view *view)
{
	const struct import_look *look = env->import;
	int32_t line = env->core->import_line;

	if (line > 0 && look != NULL) {
		view->import.line = line_of(look->placed, look->placed_count, line);
		view->import.line = view->import.line != NULL ? view->import.line : line_of(look->rest, look->rest_count, line);
	}
	view->import.rest = env->core->import_rest;
}

void view_build(const struct view_env *env, struct view *view)
{
	memset(view, 0, sizeof *view);
	view_common(env, view);
	switch (view->screen) {
	case SCREEN_HOME: view_home(env, view); break;
	case SCREEN_AGENDAS: view_agendas(env, view); break;
	case SCREEN_YEAR: view_year(env, view); break;
	case SCREEN_MOMENT: view_moment(env, view); break;
	case SCREEN_FORMS: view_forms(env, view); break;
	case SCREEN_SETUP:
		view_setup(env, view);
		view_levels(env, view);
		break;
	case SCREEN_THEMES:
		view_themes(env, view);
		view_levels(env, view);
		break;
	case SCREEN_LEVELS: view_levels(env, view); break;
	case SCREEN_MEETING: view_meeting(env, view); break;
	case SCREEN_ARCHIVE: view_archive(env, view); break;
	case SCREEN_IMPORT: view_import(env, view); break;
	case SCREEN_RECORD:
		if (env->history->record_number == env->core->about) {
			view_summary(env, &env->history->record, view);
			view->summary.ended = true;
		}
		break;
	case SCREEN_SETTINGS: view_levels(env, view); break;
	case SCREEN_FIRST_RUN:
	case SCREEN_COUNT:
		break;
	}
	view->import.look = env->import;
	view_edit(env, view);
}
