/* Secret answers. What a person does with a ballot is never stored; only opening, closing and the sums at close are. */
#include "firmware/core/decide.h"

#include "firmware/base/str.h"

#include <string.h>

static bool rate_step_on(const struct core *core)
{
	const struct step *step = meeting_step(&core->meeting);

	return step != NULL && step->kind == STEP_RATE;
}

static bool box_is_open(const struct core *core)
{
	return rate_step_on(core) && core->meeting.rating.phase == RATING_OPEN;
}

static bool ballot_at_hand(const struct core *core)
{
	return box_is_open(core) && core->answering.phase == BALLOT_OPEN;
}

static void open_box(struct decision *d)
{
	const struct core *core = d->core;
	struct event *event;

	if (!rate_step_on(core) || core->meeting.rating.phase != RATING_NOT_YET || core->meeting.statement_count == 0 ||
	    core->pending != PENDING_NONE) {
		decide_refuse(d, REFUSAL_NOT_HERE);
		return;
	}
	if (core->meeting.people < core_limit(core)) {
		decide_add(d, EVENT_RATING_CANCELLED);
		return;
	}
	event = decide_add(d, EVENT_RATING_OPENED);
	event->rating.roll = core->meeting.people;
	event->rating.limit = core_limit(core);
	if (core->meeting.clock.running == 0) {
		decide_add(d, EVENT_CLOCK_RESUMED);
	}
}

static void take_ballot(struct decision *d)
{
	const struct core *core = d->core;

	if (!box_is_open(core) || core->answering.phase != BALLOT_HANDOVER || core->pending != PENDING_NONE ||
	    box_laid(&core->answering.box) >= core->meeting.rating.roll) {
		decide_refuse(d, REFUSAL_NOT_HERE);
	} else {
		decide_add(d, EVENT_BALLOT_TAKEN);
	}
}

static void answer(struct decision *d)
{
	const struct core *core = d->core;

	if (!ballot_at_hand(core) || core->answering.mask != MASK_NONE || core->answering.at >= core->meeting.statement_count ||
	    d->command->n < 0 || d->command->n > UNSURE) {
		decide_refuse(d, REFUSAL_NOT_HERE);
	} else {
		decide_add_n(d, EVENT_BALLOT_ANSWERED, d->command->n);
#ifdef SABOTAGE_BALLOT_TOLD
		decide_add_n(d, EVENT_CLOCK_GIVEN, d->command->n);   /* the journal would know what was answered */
#endif
	}
}

static void go_back(struct decision *d)
{
	const struct core *core = d->core;

	if (!ballot_at_hand(core) || core->answering.mask != MASK_NONE) {
		decide_refuse(d, REFUSAL_NOT_HERE);
	} else if (core->answering.at == 0) {
		decide_add(d, EVENT_BALLOT_DISCARDED);
	} else {
		decide_add(d, EVENT_BALLOT_WENT_BACK);
	}
}

/* The same facts, in the same order, whatever was answered. */
static void lay(struct decision *d)
{
	const struct core *core = d->core;

	if (!ballot_at_hand(core) || core->answering.mask != MASK_NONE) {
		decide_refuse(d, REFUSAL_NOT_HERE);
		return;
	}
	if (!ballot_whole(&core->answering.ballot, core->meeting.statement_count)) {
		decide_refuse(d, REFUSAL_UNANSWERED);
		return;
	}
	decide_add(d, EVENT_BALLOT_LAID);
#ifdef SABOTAGE_BALLOT_STORED
	decide_add(d, EVENT_CLOCK_PASSED);   /* the journal would know when each ballot was laid */
#endif
	if (box_laid(&core->answering.box) + 1 == core->meeting.rating.roll) {
		/* The box holds this ballot only once the fact is taken in, so closing waits for the next tick. */
		struct event *event = decide_add(d, EVENT_PENDING);

		event->pending.what = PENDING_CLOSE;
		event->pending.wait_ms = 0;
	}
}

static void still_here(struct decision *d)
{
	if (ballot_at_hand(d->core)) {
		decide_add(d, EVENT_BALLOT_TOUCHED);
	} else {
		decide_refuse(d, REFUSAL_NOT_HERE);
	}
}

/* What is hidden stays hidden until somebody says who is there. */
static void touched(struct decision *d)
{
	if (ballot_at_hand(d->core) && d->core->answering.mask == MASK_NONE) {
		decide_add(d, EVENT_BALLOT_TOUCHED);
	} else {
		decide_refuse(d, REFUSAL_NOT_HERE);
	}
}

static void looks(struct decision *d)
{
	const struct answering *answering = &d->core->answering;
	bool large = d->command->kind == CMD_BALLOT_LARGE;
	struct event *event;

	if (!ballot_at_hand(d->core) || answering->mask != MASK_NONE) {
		decide_refuse(d, REFUSAL_NOT_HERE);
		return;
	}
	event = decide_add(d, EVENT_BALLOT_LOOKS);
	event->looks.large = answering->large != large ? 1 : 0;
	event->looks.dark = answering->dark != !large ? 1 : 0;
}

static bool enough_ballots(const struct core *core)
{
#ifdef SABOTAGE_LIMIT
	return box_laid(&core->answering.box) >= core->meeting.rating.limit - 1;
#else
	return box_laid(&core->answering.box) >= core->meeting.rating.limit;
#endif
}

static bool enough_answers(const struct core *core, const struct tally *sum)
{
#ifdef SABOTAGE_FEW
	return core != NULL && sum != NULL;   /* whatever was answered to a statement is shown */
#else
	return tally_on_scale(sum) >= core->meeting.rating.limit;
#endif
}

static void ask_to_close(struct decision *d)
{
	const struct core *core = d->core;
	bool enough = enough_ballots(core);
	bool close = d->command->kind == CMD_RATE_CLOSE;
	struct event *event;

	if (!box_is_open(core) || core->answering.phase != BALLOT_HANDOVER || core->pending != PENDING_NONE) {
		decide_refuse(d, REFUSAL_NOT_HERE);
		return;
	}
	/* From the limit on answers are ended; before it they can only be discarded. */
	if (close != enough) {
		decide_refuse(d, close ? REFUSAL_TOO_FEW : REFUSAL_NOT_HERE);
		return;
	}
	event = decide_add(d, EVENT_PENDING);
	event->pending.what = close ? PENDING_CLOSE : PENDING_CANCEL;
	event->pending.wait_ms = (int32_t)UNDO_WINDOW_MS;
}

void decide_close_rating(struct decision *d)
{
	const struct core *core = d->core;
	const struct meeting *meeting = &core->meeting;
	struct event *event;

	if (!box_is_open(core) || !enough_ballots(core)) {
		return;
	}
	for (int32_t i = 0; i < meeting->statement_count; i++) {
		struct tally sum = box_sum(&core->answering.box, i);

		/* What may not be shown is not kept either: such a statement stays without counts. */
		if (!enough_answers(core, &sum)) {
			continue;
		}
		event = decide_add(d, EVENT_RATING_COUNTED);
		memcpy(event->n, sum.count, sizeof sum.count);
		str_copy(event->id, sizeof event->id, meeting->statements[i]);
	}
	event = decide_add(d, EVENT_RATING_CLOSED);
	event->rating.roll = meeting->rating.roll;
	event->rating.limit = meeting->rating.limit;
	event->rating.laid = box_laid(&core->answering.box);
	event = decide_add(d, EVENT_STEP_LEFT);
	event->left.step = meeting->at;
	event->left.status = STEP_DONE;
	if (meeting->at + 1 < meeting->step_count) {
		decide_begin_step(d, meeting->at + 1);
	} else {
		decide_add(d, EVENT_STEPS_DONE);
	}
}

void decide_cancel_rating(struct decision *d)
{
	if (box_is_open(d->core)) {
		decide_add(d, EVENT_RATING_CANCELLED);
	}
}

void decide_rating(struct decision *d)
{
	switch ((int)d->command->kind) {
	case CMD_RATE_OPEN: open_box(d); break;
	case CMD_BALLOT_TAKE: take_ballot(d); break;
	case CMD_BALLOT_ANSWER: answer(d); break;
	case CMD_BALLOT_BACK: go_back(d); break;
	case CMD_BALLOT_LAY: lay(d); break;
	case CMD_BALLOT_TOUCH: touched(d); break;
	case CMD_BALLOT_HERE: still_here(d); break;
	case CMD_BALLOT_LARGE:
	case CMD_BALLOT_DARK: looks(d); break;
	case CMD_RATE_CLOSE:
	case CMD_RATE_CANCEL: ask_to_close(d); break;
	default: UNREACHABLE();
	}
}
