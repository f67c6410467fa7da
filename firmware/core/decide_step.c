/* Any step: on to the next, its clock, who is here, and the end of the meeting. */
#include "firmware/core/decide.h"

#include "firmware/base/str.h"
#include "firmware/core/turns.h"

static void set_turns(struct decision *d, bool random, bool leader_last, bool circles, bool cast)
{
	struct event *event = decide_add(d, EVENT_TURNS_SET);

	event->turns.random = random ? 1 : 0;
	event->turns.leader_last = leader_last ? 1 : 0;
	event->turns.circles = circles ? 1 : 0;
	event->turns.cast = cast ? 1 : 0;
	event->turns.chance_high = (int32_t)(d->command->chance >> 32);
	event->turns.chance_low = (int32_t)(d->command->chance & 0xFFFFFFFFU);
	decide_add_n(d, EVENT_TURN_BEGAN, 0);
}

void decide_start_step(struct decision *d, int32_t at, const struct step *step, const struct cast *cast)
{
	decide_add_n(d, EVENT_STEP_BEGUN, at);
	decide_draw(d, step, cast);
	if (step->kind == STEP_ROUND) {
		set_turns(d, step->random_order, false, false, step_has_own_order(step));
	}
}

void decide_begin_step(struct decision *d, int32_t at)
{
	const struct meeting *meeting = &d->core->meeting;
	const struct step *step = &meeting->steps[at];

	decide_start_step(d, at, step, &meeting->cast);
	/* So many left that nothing could be shown: the open way, without a box being opened first. */
	if (step->kind == STEP_RATE && meeting->rating.phase == RATING_NOT_YET && meeting->people < core_limit(d->core)) {
		decide_add(d, EVENT_RATING_CANCELLED);
	}
}

static void left(struct decision *d, int32_t at, enum step_status status)
{
	struct event *event = decide_add(d, EVENT_STEP_LEFT);

	event->left.step = at;
	event->left.status = (int32_t)status;
}

/* The next step of the kind that is asked for, counted from 1; -1 if none follows. */
static int32_t next_asked_for(const struct meeting *meeting, int32_t kind_from_1)
{
	for (int32_t i = meeting->at + 1; i < meeting->step_count; i++) {
		if ((int32_t)meeting->steps[i].kind + 1 == kind_from_1) {
			return i;
		}
	}
	return -1;
}

/* A result that nobody can be shown is passed by: there is nothing to see. */
void decide_leave_step(struct decision *d, enum step_status status)
{
	const struct meeting *meeting = &d->core->meeting;
	const struct step *step = meeting_step(meeting);
	bool rated = meeting->rating.phase == RATING_CLOSED;
	int32_t goal = d->command->kind == CMD_NEXT ? next_asked_for(meeting, d->command->n) : -1;

	if (step == NULL || meeting->rating.phase == RATING_OPEN) {
		decide_refuse(d, REFUSAL_NOT_HERE);
		return;
	}
	left(d, meeting->at, step->kind == STEP_RATE && !rated ? STEP_PARKED : status);
	for (int32_t i = meeting->at + 1; i < meeting->step_count; i++) {
		if (i >= goal && (meeting->steps[i].kind != STEP_RESULT || rated)) {
			decide_begin_step(d, i);
			return;
		}
		left(d, i, STEP_PARKED);
	}
	decide_add(d, EVENT_STEPS_DONE);
}

static void pause_or_resume(struct decision *d, bool pause)
{
	if (meeting_step(&d->core->meeting) == NULL || (d->core->meeting.clock.running != 0) != pause) {
		decide_refuse(d, REFUSAL_NOT_HERE);
	} else {
		decide_add(d, pause ? EVENT_CLOCK_PAUSED : EVENT_CLOCK_RESUMED);
	}
}

static void move_clock(struct decision *d)
{
	const struct meeting *meeting = &d->core->meeting;
	ms_t by = clamp_i32(d->command->n, -60, 60) * MS_MINUTE;
	bool left = d->command->kind == CMD_TIME_LEFT;
	ms_t has = left ? meeting->clock.budget : timer_elapsed(&meeting->clock, d->now);

	if (meeting_step(meeting) == NULL) {
		decide_refuse(d, REFUSAL_NOT_HERE);
	} else if (has + by < 0 || (by > 0 && has + by > MINUTES_MAX * MS_MINUTE)) {
		decide_refuse(d, REFUSAL_BOUND);
	} else {
		decide_add_n(d, left ? EVENT_CLOCK_GIVEN : EVENT_CLOCK_CORRECTED, (int32_t)by);
	}
}

/* How far past the plan the meeting would end if nothing changes. */
static ms_t behind(const struct meeting *meeting, ms_t now)
{
	ms_t end = now + max_ms(timer_left(&meeting->clock, now), 0);

	for (int32_t i = meeting->at + 1; i < meeting->step_count; i++) {
		end += meeting->steps[i].status == STEP_TODO ? meeting->steps[i].planned_ms : 0;
	}
	return end - meeting->planned_end;
}

/* A round that shrinks gives each person less, in whole five seconds, never under the least. */
static int32_t shrunk_each(const struct step *step, ms_t planned, int32_t turns)
{
	int32_t each = (int32_t)(planned / MS_SECOND / turns);

	return clamp_i32(each - each % 5, step->least_each_s, step->each_s);
}

static void resize(struct decision *d, int32_t at, ms_t planned, int32_t each_s)
{
	struct event *event;

	if (planned == d->core->meeting.steps[at].planned_ms && each_s == d->core->meeting.steps[at].each_s) {
		return;
	}
	event = decide_add(d, EVENT_STEP_RESIZED);
	event->resized.step = at;
	event->resized.planned_ms = (int32_t)planned;
	event->resized.each_s = each_s;
}

static void shrink(struct decision *d)
{
	const struct meeting *meeting = &d->core->meeting;
	ms_t late = meeting_step(meeting) != NULL ? behind(meeting, d->now) : 0;
	ms_t room = 0;

	for (int32_t i = meeting->at + 1; i < meeting->step_count; i++) {
		room += meeting->steps[i].status == STEP_TODO ? meeting->steps[i].planned_ms - meeting->steps[i].least_ms : 0;
	}
	if (late <= 0 || room <= 0) {
		decide_refuse(d, REFUSAL_NOT_HERE);
		return;
	}
	late = min_ms(late, room);
	for (int32_t i = meeting->at + 1; i < meeting->step_count; i++) {
		const struct step *step = &meeting->steps[i];
		/* Rounded up to whole seconds, so that the sum takes in all that is late. */
		ms_t cut = ((step->planned_ms - step->least_ms) * late / room + MS_SECOND - 1) / MS_SECOND * MS_SECOND;
		ms_t planned = max_ms(step->planned_ms - cut, step->least_ms);

		if (step->status == STEP_TODO) {
			resize(d, i, planned,
			       step->kind == STEP_ROUND ? shrunk_each(step, planned, step_places(step, meeting->people)) : step->each_s);
		}
	}
	if (d->count == 0) {
		decide_refuse(d, REFUSAL_NOT_HERE);
	}
}

/* A round in which nobody has had their turn yet begins again with those who are here, and the time that they need. One whose order is
   the roles' or the groups' keeps it. */
static void round_anew(struct decision *d, int32_t now)
{
	const struct meeting *meeting = &d->core->meeting;
	const struct round *round = &meeting->round;
	int32_t each = meeting->steps[meeting->at].each_s;

	if (!round->set || round->place != 0 || round->open_up || step_has_own_order(&meeting->steps[meeting->at])) {
		return;
	}
	decide_add_n(d, EVENT_CLOCK_GIVEN, (int32_t)((round_min(now, each) - round_min(round->people, each)) * MS_MINUTE));
	set_turns(d, round->random, round->leader_last, round->circles && now > ROUND_IS_MANY, false);
}

/* Too few for a secret: the open way. Enough after all, and nothing has been answered or talked about yet: a secret again. */
static void rating_anew(struct decision *d, int32_t now)
{
	const struct rating *rating = &d->core->meeting.rating;
	const struct step *step = meeting_step(&d->core->meeting);
	bool thinking = step->open_way && step->kind == STEP_SILENT;

	if (step->kind == STEP_RATE && rating->phase == RATING_NOT_YET && now < core_limit(d->core)) {
		decide_add(d, EVENT_RATING_CANCELLED);
	} else if (thinking && rating->phase == RATING_CANCELLED && rating->roll == 0 && now >= core_limit(d->core)) {
		decide_add(d, EVENT_RATING_OFFERED);
	}
}

/* Someone came or went: what is not begun is fitted anew to those who are here. */
static void people(struct decision *d)
{
	const struct meeting *meeting = &d->core->meeting;
	int32_t now = meeting->people + clamp_i32(d->command->n, -PEOPLE_MAX, PEOPLE_MAX);

	if (meeting_step(meeting) == NULL || now < PEOPLE_MIN || now > PEOPLE_MAX || now == meeting->people) {
		decide_refuse(d, REFUSAL_BOUND);
		return;
	}
	decide_add_n(d, EVENT_PEOPLE_CHANGED, now);
	for (int32_t i = meeting->at + 1; i < meeting->step_count; i++) {
		const struct step *step = &meeting->steps[i];

		if (step->status == STEP_TODO && step->kind == STEP_ROUND) {
			resize(d, i, round_min(step_places(step, now), step->each_s) * MS_MINUTE, step->each_s);
		} else if (step->status == STEP_TODO && step->kind == STEP_RATE) {
			resize(d, i, answering_screen_min(now, meeting->statement_count) * MS_MINUTE, 0);
		}
	}
	decide_refit_runs(d, now);
	round_anew(d, now);
	rating_anew(d, now);
}

void decide_end(struct decision *d)
{
	const struct meeting *meeting = &d->core->meeting;

	if (meeting->all_done) {
		decide_add(d, EVENT_MEETING_ENDED);
		return;
	}
	for (int32_t i = meeting->at; i < meeting->step_count; i++) {
		left(d, i, STEP_PARKED);
	}
	decide_add(d, EVENT_STEPS_DONE);
}

static void end(struct decision *d)
{
	struct event *event;

	if (d->core->meeting.rating.phase == RATING_OPEN) {
		decide_refuse(d, REFUSAL_NOT_HERE);
		return;
	}
	event = decide_add(d, EVENT_PENDING);
	event->pending.what = PENDING_END;
	event->pending.wait_ms = (int32_t)UNDO_WINDOW_MS;
}

void decide_step(struct decision *d)
{
	switch ((int)d->command->kind) {
	case CMD_NEXT: decide_leave_step(d, STEP_DONE); break;
	case CMD_PARK: decide_leave_step(d, STEP_PARKED); break;
	case CMD_PAUSE: pause_or_resume(d, true); break;
	case CMD_RESUME: pause_or_resume(d, false); break;
	case CMD_TIME_LEFT:
	case CMD_TIME_USED: move_clock(d); break;
	case CMD_SHRINK: shrink(d); break;
	case CMD_PEOPLE: people(d); break;
	case CMD_END: end(d); break;
	default: UNREACHABLE();
	}
}

/* The order may be changed until somebody has had their turn. */
static void change_order(struct decision *d)
{
	const struct round *round = &d->core->meeting.round;
	bool on = d->command->n != 0;

	if (!round->set || round->place != 0 || round->open_up || round->cast) {
		decide_refuse(d, REFUSAL_NOT_HERE);
		return;
	}
	set_turns(d, d->command->kind == CMD_RANDOM_ORDER ? on : round->random,
	          d->command->kind == CMD_LEADER_LAST ? on : round->leader_last,
	          d->command->kind == CMD_TWO_CIRCLES ? on && d->core->meeting.people > ROUND_IS_MANY : round->circles, false);
}

void decide_end_turn(struct decision *d, bool passed)
{
	const struct round *round = &d->core->meeting.round;
	const struct step *step = meeting_step(&d->core->meeting);
	struct event *event;

	if (!round->set || round->open_up || round->place >= round->places) {
		decide_refuse(d, REFUSAL_NOT_HERE);
		return;
	}
	event = decide_add(d, EVENT_TURN_ENDED);
	event->turn.place = round->place;
	event->turn.passed = passed ? 1 : 0;
	if (round->place + 1 < round->places) {
		decide_add_n(d, EVENT_TURN_BEGAN, round->place + 1);
	} else if (step != NULL && step->hard) {
		decide_leave_step(d, STEP_DONE);   /* equal time and no more: nothing is added */
	} else {
		decide_add(d, EVENT_ROUND_OPENED_UP);
	}
}

static void unfold_round(struct decision *d)
{
	const struct meeting *meeting = &d->core->meeting;

	if (!meeting->round.set || meeting->round.cast || meeting->round.place != 0 || meeting->people <= ROUND_IS_MANY ||
	    meeting->step_count + 2 > MEETING_STEPS_MAX) {
		decide_refuse(d, REFUSAL_NOT_HERE);
	} else {
		decide_add_n(d, EVENT_ROUND_UNFOLDED, meeting->at);
	}
}

static bool open_talk(const struct meeting *meeting)
{
	const struct step *step = meeting_step(meeting);

	return step != NULL && step->speakers == 0 && (step->kind == STEP_TALK || step->kind == STEP_RESULT);
}

static void hand(struct decision *d)
{
	const struct meeting *meeting = &d->core->meeting;
	int32_t seat = d->command->n;

	if (!open_talk(meeting) || seat < 0 || seat >= meeting->people) {
		decide_refuse(d, REFUSAL_NOT_HERE);
	} else if (meeting->floor.speaker == seat) {
		decide_add_n(d, EVENT_FLOOR_GIVEN, meeting->floor.count > 0 ? meeting->floor.queue[0] : -1);
	} else if (floor_place(&meeting->floor, seat) > 0) {
		decide_add_n(d, EVENT_HAND_LOWERED, seat);
	} else if (meeting->floor.speaker < 0 && meeting->floor.count == 0) {
		decide_add_n(d, EVENT_FLOOR_GIVEN, seat);
	} else {
		decide_add_n(d, EVENT_HAND_RAISED, seat);
	}
}

static void floor_next(struct decision *d)
{
	const struct floor *floor = &d->core->meeting.floor;

	if (!open_talk(&d->core->meeting) || (floor->speaker < 0 && floor->count == 0)) {
		decide_refuse(d, REFUSAL_NOT_HERE);
	} else {
		decide_add_n(d, EVENT_FLOOR_GIVEN, floor->count > 0 ? floor->queue[0] : -1);
	}
}

void decide_turns(struct decision *d)
{
	switch ((int)d->command->kind) {
	case CMD_TURN_DONE:
	case CMD_TURN_PASS: decide_end_turn(d, d->command->kind == CMD_TURN_PASS); break;
	case CMD_LEADER_LAST:
	case CMD_RANDOM_ORDER:
	case CMD_TWO_CIRCLES: change_order(d); break;
	case CMD_ROUND_TO_PAIRS: unfold_round(d); break;
	case CMD_CAST: decide_cast(d); break;
	case CMD_HAND: hand(d); break;
	case CMD_FLOOR_NEXT: floor_next(d); break;
	default: UNREACHABLE();
	}
}
