/* Facts change the state. Nothing here can fail, look at a clock, or refuse. */
#include "firmware/core/core.h"

#include "firmware/base/str.h"
#include "firmware/core/apply.h"
#include "firmware/core/turns.h"

#include <string.h>

void core_init(struct core *core)
{
	static const int32_t initial[] = {
#define X(name, word, value) value,
		SETTINGS(X)
#undef X
	};

	memset(core, 0, sizeof *core);
	memcpy(core->settings.value, initial, sizeof initial);
	core->screen = SCREEN_FIRST_RUN;
	core->meeting.floor.speaker = -1;
	core->setup = (struct setup){.agenda = -1, .people = 8, .minutes = 60, .first_theme = 0, .theme_count = 1};
	ballot_clear(&core->answering.ballot);
}

/* Nothing of a longer name before it stays behind the shorter one: settings are compared byte for byte. */
static void name_changed(char name[NAME_BYTES], const char *text)
{
	memset(name, 0, NAME_BYTES);
	str_copy(name, NAME_BYTES, text);
}

static void setting_changed(struct core *core, const struct event *e)
{
	if (e->set.what == SET_SCHOOL) {
		name_changed(core->settings.school, e->text);
	} else if (e->set.what == SET_TEAM) {
		name_changed(core->settings.team, e->text);
	} else if (setting_in_range(e->set.what, e->set.value)) {
		core->settings.value[e->set.what] = e->set.value;
	}
	if (e->set.what == SET_SET_UP && core->screen == SCREEN_FIRST_RUN && e->set.value != 0) {
		core->screen = SCREEN_HOME;
	}
}

static void went(struct core *core, const struct event *e)
{
	core->screen = (enum screen)e->go.screen;
	core->about = e->go.about;
	core->dating = false;
	core->page = 0;
	core->sheet = SHEET_NONE;
	core->import_line = 0;
	core->import_rest = false;
}

/* One line, or back to where all were left. */
static void import_looked_at(struct core *core, int32_t line)
{
	if (core->import_line == 0) {
		core->import_page = core->page;
	}
	core->import_line = line;
	core->page = line == 0 ? core->import_page : 0;
}

static void setup_changed(struct core *core, const struct event *e)
{
	core->setup = (struct setup){.agenda = e->setup.agenda, .people = e->setup.people, .minutes = e->setup.minutes,
	                             .first_theme = e->setup.first_theme, .theme_count = e->setup.theme_count,
	                             .next_themes = e->setup.next_themes,
	                             .fit = (enum fit)e->setup.fit};
}

static void pending(struct core *core, const struct event *e)
{
	core->pending = (enum pending)e->pending.what;
	core->pending_until = e->at + e->pending.wait_ms;
}

static void edit_set(struct editing *edit, const struct event *e)
{
	bool known = e->edit.what > EDIT_NOTHING && e->edit.what <= EDIT_TEAM;

	edit->what = known ? (enum edit)e->edit.what : EDIT_NOTHING;
	edit->which = e->edit.which;
	edit->cursor = clamp_i32(e->edit.cursor, 0, (int32_t)str_copy(edit->text, sizeof edit->text, e->text));
	edit->shift = e->edit.shift != 0;
	edit->page = e->edit.page;
}

static void ballot_taken(struct core *core, const struct event *e)
{
	core->answering.phase = BALLOT_OPEN;
	core->answering.mask = MASK_NONE;
	core->answering.at = 0;
	core->answering.touched_at = e->at;
	core->answering.large = core->settings.value[SET_LARGE] != 0;
	core->answering.dark = core->settings.value[SET_DARK] != 0;
	core->page = 0;
	ballot_clear(&core->answering.ballot);
}

static void ballot_gone(struct core *core)
{
	core->answering.phase = BALLOT_HANDOVER;
	core->answering.mask = MASK_NONE;
	core->answering.at = 0;
	ballot_clear(&core->answering.ballot);
}

static void ballot_answered(struct core *core, const struct event *e)
{
	struct answering *answering = &core->answering;

	answering->ballot.answer[answering->at] = (int8_t)e->n[0];
	answering->at++;
	answering->touched_at = e->at;
	core->page = 0;
}

static void ballot_went_back(struct core *core, const struct event *e)
{
	core->answering.at--;
	core->answering.touched_at = e->at;
	core->page = 0;
}

static void ballot_laid(struct core *core)
{
	box_lay(&core->answering.box, &core->answering.ballot);
	ballot_gone(core);
}

static void ballot_touched(struct core *core, const struct event *e)
{
	core->answering.touched_at = e->at;
	core->answering.mask = MASK_NONE;
}

/* Signals that the clocks are past have been given, or were given by what is taken back. */
static void hush(struct core *core)
{
	const struct step *step = meeting_step(&core->meeting);

	core->chimed[0] = step != NULL ? clock_level(step->kind, &core->meeting.clock, core->at) : 0;
	core->chimed[1] = core->meeting.round.set ? clock_level(STEP_ROUND, &core->meeting.round.turn, core->at) : 0;
}

static void undone(struct core *core)
{
	if (core->can_undo) {
		core->meeting = core->before;
		core->can_undo = false;
		core->page = 0;
		core->sheet = core->sheet == SHEET_NOTES && !core->meeting.all_done ? SHEET_NONE : core->sheet;
		core->shared_item = clamp_i32(core->shared_item, 0, max_i32(shared_items(&core->meeting) - 1, 0));
		hush(core);
	}
}

static void chimed(struct core *core, const struct event *e)
{
	core->chimed[e->chime.clock & 1] = e->chime.level;
	core->chimes++;
}

/* What only memory knows: getting about, letters, the ballot at hand. */
static void apply_passing(struct core *core, const struct event *e)
{
	switch ((int)e->kind) {
	case EVENT_WENT: went(core, e); break;
	case EVENT_PAGED:
		core->page = e->n[0];
#ifdef SABOTAGE_REPLAY
		core->meeting.minutes++;   /* what is not stored changes what is */
#endif
		break;
	case EVENT_SHEET_SHOWN: core->sheet = (enum sheet)e->n[0]; core->page = 0; break;
	case EVENT_LIST_SHOWN: core->list = (enum result_list)e->n[0]; core->page = 0; break;
	case EVENT_FILTER_SET: core->filter[clamp_i32(e->n[0], 0, FILTER_COUNT - 1)] = e->n[1]; break;
	case EVENT_DATE_BEING_SET: core->dating = e->n[0] != 0; break;
	case EVENT_IMPORT_SHOWN:
		core->import_rest = e->n[0] != 0;
		core->page = 0;
		break;
	case EVENT_IMPORT_LOOKED_AT: import_looked_at(core, max_i32(e->n[0], 0)); break;
	case EVENT_IMPORT_PLACED: import_looked_at(core, 0); break;
	case EVENT_IMPORT_USED: break;
	case EVENT_SETUP_CHANGED: setup_changed(core, e); break;
	case EVENT_PENDING: pending(core, e); break;
	case EVENT_PENDING_DROPPED: core->pending = PENDING_NONE; break;
	case EVENT_BALLOT_TAKEN: ballot_taken(core, e); break;
	case EVENT_BALLOT_ANSWERED: ballot_answered(core, e); break;
	case EVENT_BALLOT_WENT_BACK: ballot_went_back(core, e); break;
	case EVENT_BALLOT_TOUCHED: ballot_touched(core, e); break;
	case EVENT_BALLOT_LOOKS:
		core->answering.large = e->looks.large != 0;
		core->answering.dark = e->looks.dark != 0;
		core->answering.touched_at = e->at;
		break;
	case EVENT_BALLOT_MASKED: core->answering.mask = (enum mask)e->n[0]; break;
	case EVENT_BALLOT_DISCARDED: ballot_gone(core); break;
	case EVENT_BALLOT_LAID: ballot_laid(core); break;
	case EVENT_SHARED_SHOWN: core->shared_item = e->n[0]; core->page = 0; break;
	case EVENT_EDIT_BEGUN: edit_set(&core->edit, e); break;
	case EVENT_EDIT_CHANGED: edit_set(&core->edit, e); break;
	case EVENT_EDIT_ENDED: core->edit = (struct editing){.what = EDIT_NOTHING}; break;
	case EVENT_CHIMED: chimed(core, e); break;
	case EVENT_RECOVERED: hush(core); break;
	default: UNREACHABLE();
	}
}

void core_apply(struct core *core, const struct event *event)
{
	enum event_class class = event_class(event->kind);

	core->at = max_ms(core->at, event->at);
	if (event->mark) {
		core->before = core->meeting;
		core->can_undo = true;
	}
	switch (class) {
	case PASSING:
		apply_passing(core, event);
		break;
	case KEPT:
		setting_changed(core, event);
		break;
	case STORED:
		/* A draft is no checkpoint: once it is dropped nothing tells how far the clock had come. */
		core->stored_at = event->kind == EVENT_DRAFT_KEPT ? core->stored_at : core->at;
		if (event->kind == EVENT_UNDONE) {
			undone(core);
		} else if (event->kind == EVENT_DRAFT_KEPT) {
			edit_set(&core->draft, event);
		} else {
			apply_meeting(core, event);
		}
		break;
	}
}
