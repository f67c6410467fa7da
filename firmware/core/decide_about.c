/* Getting about, and the settings. */
#include "firmware/core/decide.h"

#include "firmware/base/str.h"

/* More than anything has; a screen stops at its own last page. */
#define PAGES_MAX 1000

static bool beside_meeting(int32_t screen)
{
	return screen == SCREEN_MEETING || screen == SCREEN_SETTINGS || screen == SCREEN_ARCHIVE || screen == SCREEN_RECORD;
}

static void go(struct decision *d)
{
	int32_t screen = d->command->n;
	bool meeting_on = d->core->meeting.live;
	struct event *event;

	/* A running meeting is left by ending it; only the settings and earlier meetings may be looked at meanwhile. */
	if (screen < 0 || screen >= SCREEN_COUNT || (meeting_on && !beside_meeting(screen)) ||
	    (!meeting_on && screen == SCREEN_MEETING) || (screen == SCREEN_SETUP) ||
	    (d->core->meeting.rating.phase == RATING_OPEN && meeting_on)) {
		decide_refuse(d, REFUSAL_NOT_HERE);
		return;
	}
	event = decide_add(d, EVENT_WENT);
	event->go.screen = screen;
	event->go.about = d->command->m;
}

static void set_filter(struct decision *d)
{
	static const int32_t most[FILTER_COUNT] = {[FILTER_PURPOSE] = PURPOSE_COUNT, [FILTER_MINUTES] = FILTER_MINUTES_ALL,
	                                           [FILTER_PEOPLE] = FILTER_PEOPLE_ALL};
	int32_t what = d->command->n;
	struct event *event;

	if (d->core->screen != SCREEN_FORMS || what < 0 || what >= FILTER_COUNT || d->command->m < 0 || d->command->m > most[what]) {
		decide_refuse(d, REFUSAL_NOT_HERE);
		return;
	}
	event = decide_add(d, EVENT_FILTER_SET);
	event->n[0] = what;
	event->n[1] = d->command->m;
}

static void set(struct decision *d)
{
	int32_t what = d->command->n;
	int32_t value = d->command->m;
	struct event *event;

	if (what >= SET_SET_UP || !setting_in_range(what, value)) {
		decide_refuse(d, REFUSAL_BOUND);
		return;
	}
	/* The limit protects people who have already trusted it: it is raised, never lowered, and stands still while a box is open. */
	if (what == SET_LIMIT && (value < d->core->settings.value[SET_LIMIT] ||
	                          (d->core->meeting.live && d->core->meeting.rating.phase == RATING_OPEN))) {
		decide_refuse(d, REFUSAL_BOUND);
		return;
	}
	if (what == SET_AUDIENCE && value >= d->material->instrument_count) {
		decide_refuse(d, REFUSAL_BOUND);
		return;
	}
	event = decide_add(d, EVENT_SETTING_CHANGED);
	event->set.what = what;
	event->set.value = value;
	if (what == SET_AUDIENCE) {
		decide_audience(d, &d->material->instruments[value]);
	}
}

static void change(struct decision *d, enum setting what, int32_t value)
{
	struct event *event = decide_add(d, EVENT_SETTING_CHANGED);

	event->set.what = (int32_t)what;
	event->set.value = value;
}

/* What people say that the date is: a clock that stands otherwise later is asked about again. */
static void say_date(struct decision *d, wall_t wall)
{
	if (wall_believable(wall)) {
		change(d, SET_DATE_SAID, (int32_t)wall);
	}
}

static void move_date(struct decision *d)
{
	int64_t moved = (int64_t)d->core->settings.value[SET_WALL_SHIFT] + d->command->n;

	change(d, SET_WALL_SHIFT, moved > INT32_MAX ? INT32_MAX : moved < INT32_MIN ? INT32_MIN : (int32_t)moved);
	if (d->command->wall != WALL_UNKNOWN) {
		say_date(d, d->command->wall + d->command->n);
	}
	if (d->core->screen == SCREEN_HOME) {
		decide_add_n(d, EVENT_DATE_BEING_SET, 1);
	}
}

static void date_right(struct decision *d)
{
	say_date(d, d->command->wall);
	decide_add_n(d, EVENT_DATE_BEING_SET, 0);
}

/* What lies over a meeting: more of a step, or what was written, once all steps are behind. */
static void first_run_done(struct decision *d)
{
	struct event *event;

	if (d->core->screen != SCREEN_FIRST_RUN) {
		decide_refuse(d, REFUSAL_NOT_HERE);
		return;
	}
	event = decide_add(d, EVENT_SETTING_CHANGED);
	event->set.what = SET_SET_UP;
	event->set.value = 1;
}

static void import(struct decision *d)
{
	int32_t n = d->command->n;
	struct event *event;

	if (d->core->screen != SCREEN_IMPORT || d->core->about <= 0) {
		decide_refuse(d, REFUSAL_NOT_HERE);
	} else if (d->command->kind == CMD_IMPORT_SHOW) {
		decide_add_n(d, EVENT_IMPORT_SHOWN, n != 0);
	} else if (d->command->kind == CMD_IMPORT_LINE) {
		decide_add_n(d, EVENT_IMPORT_LOOKED_AT, max_i32(n, 0));
	} else if (d->command->kind == CMD_IMPORT_USE) {
		decide_add(d, EVENT_IMPORT_USED);
	} else if (d->core->import_line == 0 || n < 0 || n >= PLACE_COUNT) {
		decide_refuse(d, REFUSAL_BOUND);
	} else {
		event = decide_add(d, EVENT_IMPORT_PLACED);
		event->n[0] = d->core->import_line;
		event->n[1] = n;
	}
}

static bool sheet_is_there(const struct meeting *meeting, int32_t sheet)
{
	switch (sheet) {
	case SHEET_MORE:
	case SHEET_OPTIONS: return true;
	case SHEET_RESULT: return meeting_has_result(meeting);
	case SHEET_NOTES: return meeting->all_done && !meeting->cases;
	default: return false;
	}
}

static void show_sheet(struct decision *d)
{
	const struct meeting *meeting = &d->core->meeting;
	int32_t sheet = d->command->n;

	if (!meeting->live || !sheet_is_there(meeting, sheet)) {
		sheet = SHEET_NONE;
	}
	if (sheet == SHEET_RESULT) {
		/* It begins where the pictures are, whatever was looked at last. */
		decide_add_n(d, EVENT_LIST_SHOWN, LIST_BARS);
	}
	decide_add_n(d, EVENT_SHEET_SHOWN, sheet);
}

void decide_about(struct decision *d)
{
	switch ((int)d->command->kind) {
	case CMD_GO:
		if (d->command->n == SCREEN_SETUP) {
			decide_setup(d);
		} else {
			go(d);
		}
		break;
	case CMD_PAGE:
		decide_add_n(d, EVENT_PAGED, clamp_i32(d->core->page + clamp_i32(d->command->n, -PAGES_MAX, PAGES_MAX), 0, PAGES_MAX));
		break;
	case CMD_SHEET: show_sheet(d); break;
	case CMD_LIST: decide_add_n(d, EVENT_LIST_SHOWN, clamp_i32(d->command->n, LIST_BARS, LIST_DIFFERENT)); break;
	case CMD_FILTER: set_filter(d); break;
	case CMD_SET: set(d); break;
	case CMD_MOVE_DATE: move_date(d); break;
	case CMD_DATE_RIGHT: date_right(d); break;
	case CMD_DATE_FOUND: change(d, SET_WALL_SHIFT, 0); break;
	case CMD_IMPORT_SHOW:
	case CMD_IMPORT_LINE:
	case CMD_IMPORT_PLACE:
	case CMD_IMPORT_USE: import(d); break;
	case CMD_FIRST_RUN_DONE: first_run_done(d); break;
	default: UNREACHABLE();
	}
}
