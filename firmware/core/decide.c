/* What a wish means now. Pure: everything it needs is passed in, and it changes nothing. */
#include "firmware/core/decide.h"

#include "firmware/base/str.h"

#include <string.h>

struct event *decide_add(struct decision *d, enum event_kind kind)
{
	struct event *event;

	assert(d->count < EVENTS_MAX);
	event = &d->out[d->count++];
	memset(event, 0, sizeof *event);
	event->kind = kind;
	event->at = d->now;
	return event;
}

void decide_add_n(struct decision *d, enum event_kind kind, int32_t n)
{
	decide_add(d, kind)->n[0] = n;
}

void decide_refuse(struct decision *d, enum refusal why)
{
	d->count = 0;
	d->why = why;
}

static void undo(struct decision *d)
{
	if (d->core->pending != PENDING_NONE) {
		decide_add(d, EVENT_PENDING_DROPPED);
	} else if (d->core->can_undo && d->core->meeting.live) {
		decide_add(d, EVENT_UNDONE);
	} else {
		decide_refuse(d, REFUSAL_NOT_HERE);
	}
}

static void keep(struct decision *d)
{
	if (d->core->pending != PENDING_NONE) {
		decide_add(d, EVENT_PENDING_DROPPED);
	}
}

/* After a cut: signals stay given, an open box is gone, and what was being written comes back. */
static void recover(struct decision *d)
{
	const struct core *core = d->core;

	if (core->meeting.live) {
		decide_add(d, EVENT_RECOVERED);
	}
	if (core->meeting.live && core->meeting.rating.phase == RATING_OPEN) {
		decide_add(d, EVENT_RATING_VOIDED);
	}
	if (core->meeting.live && decide_may_edit(core, core->draft.what, core->draft.which)) {
		struct event *event = decide_add(d, EVENT_EDIT_BEGUN);

		event->edit.what = (int32_t)core->draft.what;
		event->edit.which = core->draft.which;
		event->edit.cursor = core->draft.cursor;
		str_copy(event->text, sizeof event->text, core->draft.text);
	}
}

/* Commands that only mean something while a meeting is on. */
static bool of_meeting(enum command_kind kind)
{
	return kind >= CMD_NEXT && kind <= CMD_NOTE_REMOVE && kind != CMD_EDIT;
}

/* While a text is being written the keyboard has the screen: nothing under it moves, so that the text finds its place again. */
static bool beside_the_keyboard(enum command_kind kind)
{
	return kind >= CMD_TYPE || kind <= CMD_RECOVER || (kind >= CMD_PAGE && kind <= CMD_MOVE_DATE && kind != CMD_LIST && kind != CMD_FILTER) ||
	       (kind >= CMD_PAUSE && kind <= CMD_TIME_USED) || kind == CMD_KEEP;
}

static void dispatch(struct decision *d)
{
	enum command_kind kind = d->command->kind;

	if (d->core->edit.what != EDIT_NOTHING && !beside_the_keyboard(kind)) {
		decide_refuse(d, REFUSAL_NOT_HERE);
	} else if (of_meeting(kind) && !(d->core->meeting.live && d->core->screen == SCREEN_MEETING)) {
		decide_refuse(d, REFUSAL_NOT_HERE);
	} else if (kind == CMD_NONE) {
		decide_refuse(d, REFUSAL_NONE);
	} else if (kind == CMD_TICK) {
		decide_tick(d);
	} else if (kind == CMD_RECOVER) {
		recover(d);
	} else if (kind == CMD_UNDO) {
		undo(d);
	} else if (kind == CMD_KEEP) {
		keep(d);
	} else if (kind <= CMD_FIRST_RUN_DONE) {
		decide_about(d);
	} else if (kind <= CMD_BEGIN) {
		decide_setup(d);
	} else if (kind <= CMD_END) {
		decide_step(d);
	} else if (kind <= CMD_FLOOR_NEXT) {
		decide_turns(d);
	} else if (kind <= CMD_RATE_CANCEL) {
		decide_rating(d);
	} else {
		decide_words(d);
	}
}

int32_t core_decide(const struct core *core, const struct material *material, ms_t now, const struct command *command,
                    struct event *out, enum refusal *why)
{
	struct decision d = {.core = core, .material = material, .now = max_ms(now, core->at), .command = command, .out = out};

	dispatch(&d);
	/* A draft that goes changes nothing that could be taken back. */
	if (d.count > 0 && command_undoable(command->kind) && core->meeting.live && event_class(out[0].kind) == STORED &&
	    out[0].kind != EVENT_DRAFT_KEPT) {
		out[0].mark = true;
	}
	*why = d.why;
	return d.count;
}

static bool clock_chimes(const struct core *core)
{
	const struct step *step = meeting_step(&core->meeting);

	return step != NULL && step->kind != STEP_RATE;
}

static bool chime(struct decision *d, int32_t clock, enum step_kind kind, const struct timer *timer)
{
	int32_t level = clock_level(kind, timer, d->now);

	if (timer->running == 0 || level <= d->core->chimed[clock]) {
		return false;
	}
	struct event *event = decide_add(d, EVENT_CHIMED);

	event->chime.clock = clock;
	event->chime.level = level;
	return true;
}

/* A round signals each turn; its own clock stays silent so that nobody is rung at twice. True if one is given. */
static bool chimes(struct decision *d)
{
	const struct meeting *meeting = &d->core->meeting;
	const struct step *step = meeting_step(meeting);

	if (!clock_chimes(d->core)) {
		return false;
	}
	return step->kind == STEP_ROUND ? chime(d, 1, STEP_ROUND, &meeting->round.turn) : chime(d, 0, step->kind, &meeting->clock);
}

static bool draft_differs(const struct core *core)
{
	bool of_meeting_words = core->edit.what == EDIT_NOTE || core->edit.what == EDIT_GROUNDS;

	return of_meeting_words && (core->draft.what != core->edit.what || core->draft.which != core->edit.which ||
	                            !str_equal(core->draft.text, core->edit.text));
}

static bool checkpoint_wanted(const struct core *core)
{
	return core->meeting.live && (core->meeting.clock.running != 0 || draft_differs(core));
}

/* A signal is a checkpoint too: after a cut the clock stands where it has been given, and it is not given twice. */
static void checkpoint(struct decision *d, bool signalled)
{
	const struct core *core = d->core;

	if (!checkpoint_wanted(core) || (!signalled && d->now < core->stored_at + CHECKPOINT_MS)) {
		return;
	}
	decide_add(d, EVENT_CLOCK_PASSED);
	if (draft_differs(core)) {
		struct event *event = decide_add(d, EVENT_DRAFT_KEPT);

		event->edit.what = (int32_t)core->edit.what;
		event->edit.which = core->edit.which;
		event->edit.cursor = core->edit.cursor;
		str_copy(event->text, sizeof event->text, core->edit.text);
	}
}

static bool ballot_open(const struct core *core)
{
	return core->meeting.live && core->meeting.rating.phase == RATING_OPEN && core->answering.phase == BALLOT_OPEN;
}

static void ballot_left_alone(struct decision *d)
{
	const struct answering *answering = &d->core->answering;
	ms_t still = d->now - answering->touched_at;

	if (!ballot_open(d->core)) {
		return;
	}
	if (still >= BALLOT_DISCARD_MS) {
		decide_add(d, EVENT_BALLOT_DISCARDED);
	} else if (still >= BALLOT_ASK_MS && answering->mask != MASK_ASK) {
		decide_add_n(d, EVENT_BALLOT_MASKED, MASK_ASK);
	} else if (still >= BALLOT_MASK_MS && answering->mask == MASK_NONE) {
		decide_add_n(d, EVENT_BALLOT_MASKED, MASK_HIDDEN);
	}
}

static void pending_due(struct decision *d)
{
	const struct core *core = d->core;

	if (core->pending == PENDING_NONE || d->now < core->pending_until) {
		return;
	}
	decide_add(d, EVENT_PENDING_DROPPED);
	switch (core->pending) {
	case PENDING_NONE: break;
	case PENDING_END: decide_end(d); break;
	case PENDING_CLOSE: decide_close_rating(d); break;
	case PENDING_CANCEL: decide_cancel_rating(d); break;
	}
}

void decide_tick(struct decision *d)
{
	pending_due(d);
	if (d->count > 0) {
		return;
	}
	ballot_left_alone(d);
	int32_t rung = chimes(d);

	if (decide_bell_due(d->core, d->now)) {
		decide_ring(d);
	}
	checkpoint(d, rung);
}

static ms_t ballot_deadline(const struct core *core)
{
	ms_t touched = core->answering.touched_at;

	if (!ballot_open(core)) {
		return MS_NEVER;
	}
	switch (core->answering.mask) {
	case MASK_NONE: return touched + BALLOT_MASK_MS;
	case MASK_HIDDEN: return touched + BALLOT_ASK_MS;
	case MASK_ASK: return touched + BALLOT_DISCARD_MS;
	}
	return MS_NEVER;
}

static ms_t signal_of(const struct core *core, int32_t clock, enum step_kind kind, const struct timer *timer)
{
	int32_t given = core->chimed[clock];
	ms_t wake = MS_NEVER;

	if (timer->running != 0 && clock_level(kind, timer, core->at) > given) {
		return core->at;
	}
	wake = given < 1 ? timer_reaches(timer, core->at, nearly_left(kind, timer->budget)) : wake;
	return given < 2 ? min_ms(wake, timer_reaches(timer, core->at, 0)) : wake;
}

static ms_t signal_deadline(const struct core *core)
{
	const struct step *step = meeting_step(&core->meeting);

	if (!clock_chimes(core)) {
		return MS_NEVER;
	}
	return step->kind == STEP_ROUND ? signal_of(core, 1, STEP_ROUND, &core->meeting.round.turn)
	                                : signal_of(core, 0, step->kind, &core->meeting.clock);
}

ms_t core_deadline(const struct core *core)
{
	ms_t wake = core->pending != PENDING_NONE ? core->pending_until : MS_NEVER;

	if (checkpoint_wanted(core)) {
		wake = min_ms(wake, core->stored_at + CHECKPOINT_MS);
	}
	wake = min_ms(wake, ballot_deadline(core));
	wake = min_ms(wake, decide_bell_at(core));
	/* What was due while something else was asked for is due now. */
	return max_ms(min_ms(wake, signal_deadline(core)), core->at);
}
