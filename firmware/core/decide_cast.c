/* Groups, roles, what is repeated, and hard ends. */
#include "firmware/core/decide.h"

/* Rings and groups are drawn by lot; a single person's role goes round the table. */
static bool by_lot(const struct step *step)
{
	return step->group > 0 || cast_count(step->counts, 0) > 1;
}

static bool to_draw(const struct step *step, const struct cast *cast)
{
	if (!step_is_cast(step)) {
		return false;
	}
	return cast->set == 0 || cast->size != step->group || (step->grouping == GROUPS_MIX && step->turn > 0) || (step->grouping == GROUPS_ANEW && step->turn == 0);
}

void decide_draw(struct decision *d, const struct step *step, const struct cast *cast)
{
	struct event *event;

	if (!to_draw(step, cast)) {
		return;
	}
	event = decide_add(d, EVENT_CAST_DRAWN);
	event->drawn.size = step->group;
	event->drawn.how = (int32_t)step->grouping;
	event->drawn.lots = by_lot(step) ? 1 : 0;
	event->drawn.chance_high = (int32_t)(d->command->chance >> 32);
	event->drawn.chance_low = (int32_t)(d->command->chance & 0xFFFFFFFFU);
}

/* Where role `role` stands in the one group, before any turn; -1 where it is not one person's. */
static int32_t place_of_role(const struct step *step, int32_t role)
{
	int32_t place = 0;

	if (step->group > 0 || role < 0 || role >= ROLES_MAX || cast_count(step->counts, role) != 1) {
		return -1;
	}
	for (int32_t i = 0; i < role; i++) {
		place += cast_count(step->counts, i);
	}
	return place;
}

static int32_t place_of_seat(const struct cast *cast, int32_t seat)
{
	for (int32_t i = 0; i < cast->count; i++) {
		if (cast->seat[i] == seat) {
			return i;
		}
	}
	return -1;
}

/* The role moves so many seats on; whoever has that seat takes the other's place. */
void decide_cast(struct decision *d)
{
	const struct meeting *meeting = &d->core->meeting;
	const struct step *step = meeting_step(meeting);
	int32_t place = step != NULL && step->kind == STEP_ROLES ? place_of_role(step, d->command->n) : -1;
	int32_t seat, other;
	struct event *event;

	if (place < 0 || place >= meeting->cast.count || meeting->cast.seat[place] < 0) {
		decide_refuse(d, REFUSAL_NOT_HERE);
		return;
	}
	seat = (meeting->cast.seat[place] + d->command->m % meeting->people + meeting->people) % meeting->people;
	other = place_of_seat(&meeting->cast, seat);
	if (other < 0 || other == place) {
		decide_refuse(d, REFUSAL_BOUND);
		return;
	}
	event = decide_add(d, EVENT_CAST_SWAPPED);
	event->n[0] = place;
	event->n[1] = other;
}

/* The turns that a run has with so many people. Where there was no time for everybody's, there still is none. */
static int32_t refitted(const struct meeting *meeting, int32_t first, const struct cast *after, int32_t people)
{
	const struct step *step = &meeting->steps[first];
	const struct step *on = meeting_step(meeting);
	bool begun = on != NULL && on->run == step->run;
	int32_t before, now;

	if (step->repeat == REPEAT_TIMES || (begun && meeting->cast.set == 0)) {
		return run_turns(meeting, step->run);
	}
	before = begun ? cast_longest(&meeting->cast) : step->repeat == REPEAT_PERSON ? meeting->people : cast_largest(meeting->people, step->group);
	now = begun ? cast_longest(after) : step->repeat == REPEAT_PERSON ? people : cast_largest(people, step->group);
	now = run_turns(meeting, step->run) < before ? min_i32(run_turns(meeting, step->run), now) : now;
	return clamp_i32(now, begun ? on->turn + 1 : 1, MEETING_STEPS_MAX);
}

void decide_refit_runs(struct decision *d, int32_t people)
{
	const struct meeting *meeting = &d->core->meeting;
	struct cast after = meeting->cast;

	cast_people(&after, meeting->people, people, turns_had(meeting));
	for (int32_t run = 1; run <= RUNS_MAX; run++) {
		int32_t first = run_step(meeting, run, 0);
		int32_t turns;

		if (first < 0 || (meeting->steps[first].status != STEP_TODO && meeting_step(meeting)->run != run)) {
			continue;   /* there is none, or it is behind */
		}
		turns = refitted(meeting, first, &after, people);
		if (turns != run_turns(meeting, run)) {
			struct event *event = decide_add(d, EVENT_RUN_REFITTED);

			event->refitted.run = run;
			event->refitted.turns = turns;
		}
	}
}

/* ---- Hard ends ---- */

static const struct timer *bell_of(const struct core *core)
{
	const struct meeting *meeting = &core->meeting;
	const struct step *step = meeting_step(meeting);

	if (step == NULL || !step->hard || core->edit.what != EDIT_NOTHING || core->pending != PENDING_NONE ||
	    meeting->rating.phase == RATING_OPEN) {
		return NULL;
	}
	if (step->kind != STEP_ROUND) {
		return &meeting->clock;
	}
	return meeting->round.set && !meeting->round.open_up && meeting->round.place < meeting->round.places ? &meeting->round.turn : NULL;
}

bool decide_bell_due(const struct core *core, ms_t now)
{
	const struct timer *timer = bell_of(core);

	return timer != NULL && timer->running != 0 && timer_left(timer, now) <= 0;
}

ms_t decide_bell_at(const struct core *core)
{
	const struct timer *timer = bell_of(core);

	if (timer == NULL || timer->running == 0) {
		return MS_NEVER;
	}
	return timer_left(timer, core->at) <= 0 ? core->at : timer_reaches(timer, core->at, 0);
}

/* Change now. What was tapped before it can no longer be taken back: the bell would only ring again. */
void decide_ring(struct decision *d)
{
	decide_add(d, EVENT_BELL_RANG);
	if (meeting_step(&d->core->meeting)->kind == STEP_ROUND) {
		decide_end_turn(d, false);
	} else {
		decide_leave_step(d, STEP_DONE);
	}
}
