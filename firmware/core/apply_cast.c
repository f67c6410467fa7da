/* Facts about groups, roles, and what is repeated. */
#include "firmware/core/apply.h"

#include <string.h>

#define GROUP_MOST 4

void apply_step_cast(struct meeting *meeting, const struct event *e)
{
	struct step *step;

	if (meeting->step_count == 0) {
		return;
	}
	step = &meeting->steps[meeting->step_count - 1];
	step->hard = e->cast.hard != 0;
	step->grouping = (enum grouping)clamp_i32(e->cast.grouping, GROUPS_KEEP, GROUPS_ANEW);
	step->repeat = (enum repeat)clamp_i32(e->cast.repeat, REPEAT_ONCE, REPEAT_TIMES);
	step->group = clamp_i32(e->cast.group, step->group, GROUP_MOST);
	step->speakers = e->cast.speakers & (2 * SPEAKS_REST - 1);
	step->counts = e->cast.counts & ((1 << (ROLES_MAX * ROLE_BITS)) - 1);
	step->turn = clamp_i32(e->cast.turn, 0, MEETING_STEPS_MAX);
	step->run = clamp_i32(e->cast.run, 0, RUNS_MAX);
}

void apply_cast_drawn(struct meeting *meeting, const struct event *e)
{
	uint64_t chance = (uint64_t)(uint32_t)e->drawn.chance_high << 32 | (uint32_t)e->drawn.chance_low;

	if (meeting->people < 1) {
		return;
	}
	cast_draw(&meeting->cast, meeting->people, clamp_i32(e->drawn.size, 0, GROUP_MOST),
	          (enum grouping)clamp_i32(e->drawn.how, GROUPS_KEEP, GROUPS_ANEW), e->drawn.lots != 0, chance);
}

/* The turns that are not begun, from `turns` on, go. */
static void drop_turns(struct meeting *meeting, int32_t run, int32_t turns)
{
	int32_t to = 0;

	for (int32_t i = 0; i < meeting->step_count; i++) {
		const struct step *step = &meeting->steps[i];

		if (step->run != run || step->turn < turns || step->status != STEP_TODO) {
			meeting->steps[to++] = *step;
		}
	}
	memset(&meeting->steps[to], 0, (size_t)(meeting->step_count - to) * sizeof meeting->steps[0]);
	meeting->step_count = to;
}

/* A turn that is like one which began with fewer people takes as long as those who are here need. */
static void fit_round(const struct meeting *meeting, struct step *step)
{
	int32_t places = step_places(step, meeting->people);

	if (step->kind == STEP_ROUND) {
		step->planned_ms = max_ms(step->planned_ms, round_min(places, step->each_s) * MS_MINUTE);
		step->least_ms = round_min(places, step->least_each_s) * MS_MINUTE;
	}
}

/* One more turn after the last, like that. */
static void add_turn(struct meeting *meeting, int32_t run, int32_t turn)
{
	int32_t from = run_step(meeting, run, turn - 1);
	int32_t count = 0;

	while (from >= 0 && from + count < meeting->step_count && meeting->steps[from + count].run == run) {
		count++;
	}
	if (from < 0 || meeting->step_count + count > MEETING_STEPS_MAX) {
		return;
	}
	memmove(&meeting->steps[from + 2 * count], &meeting->steps[from + count],
	        (size_t)(meeting->step_count - from - count) * sizeof meeting->steps[0]);
	meeting->step_count += count;
	for (int32_t i = from + count; i < from + 2 * count; i++) {
		meeting->steps[i] = meeting->steps[i - count];
		meeting->steps[i].turn = turn;
		meeting->steps[i].status = STEP_TODO;
		meeting->steps[i].spent_ms = 0;
		fit_round(meeting, &meeting->steps[i]);
	}
}

void apply_run_refitted(struct meeting *meeting, const struct event *e)
{
	int32_t turns = clamp_i32(e->refitted.turns, 1, MEETING_STEPS_MAX);

	for (int32_t turn = run_turns(meeting, e->refitted.run); turn > 0 && turn < turns; turn++) {
		add_turn(meeting, e->refitted.run, turn);
	}
	drop_turns(meeting, e->refitted.run, turns);
}
