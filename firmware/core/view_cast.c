/* Who is who in the step that is on, and how far the meeting has come through what is repeated. */
#include "firmware/core/view_parts.h"

#include "firmware/core/turns.h"

#define WHOLE 65536

/* ---- the bar of steps ---- */

/* A part of the bar: a step, or all steps of a turn. */
static bool same_part(const struct step *a, const struct step *b, bool by_turn)
{
	return a->run != 0 && a->run == b->run && (!by_turn || a->turn == b->turn);
}

static int32_t part_count(const struct meeting *meeting, bool by_turn)
{
	int32_t count = 0;

	for (int32_t i = 0; i < meeting->step_count; i++) {
		count += i == 0 || !same_part(&meeting->steps[i - 1], &meeting->steps[i], by_turn) ? 1 : 0;
	}
	return count;
}

/* How much of a step is behind. */
static ms_t behind_ms(const struct view_env *env, const struct meeting *meeting, int32_t at)
{
	const struct step *step = &meeting->steps[at];
	ms_t whole = max_ms(step->planned_ms, 1);

	if (step->status == STEP_NOW && meeting->clock.budget > 0) {
		return min_ms(timer_elapsed(&meeting->clock, env->now), meeting->clock.budget) * whole / meeting->clock.budget;
	}
	return step->status == STEP_DONE || step->status == STEP_PARKED ? whole : 0;
}

void view_bar(const struct view_env *env, struct view_step *shown)
{
	const struct meeting *meeting = &env->core->meeting;
	bool by_turn = part_count(meeting, true) <= VIEW_BAR_MAX;

	shown->count = part_count(meeting, true);
	for (int32_t i = 0, to = 0; i < meeting->step_count; i = to) {
		ms_t whole = 0;
		ms_t behind = 0;

		while (to < meeting->step_count && (to == i || same_part(&meeting->steps[i], &meeting->steps[to], by_turn))) {
			whole += max_ms(meeting->steps[to].planned_ms, 1);
			behind += behind_ms(env, meeting, to++);
		}
		if (shown->bar_count < VIEW_BAR_MAX) {
			shown->bar[shown->bar_count++] = (int32_t)(behind * WHOLE / whole);
		}
	}
	for (int32_t i = 1; i <= meeting->at; i++) {
		shown->index += same_part(&meeting->steps[i - 1], &meeting->steps[i], true) ? 0 : 1;
	}
}

/* ---- roles and groups ---- */

/* The one person that has a role in a group; -1 where it is nobody's or several people's. */
static int32_t holder(const struct cast_group *group, const struct step *step, int32_t role)
{
	int32_t at = -1;

	for (int32_t i = 0; i < group->count; i++) {
		if (cast_role(step->counts, group->count, step_moved(step), i) == role) {
			at = at < 0 ? i : group->count;
		}
	}
	return at >= 0 && at < group->count && group->seat[at] >= 0 ? at : -1;
}

static void view_roles(const struct view_env *env, const struct recipe_step *recipe, struct view_cast *shown)
{
	const struct meeting *meeting = &env->core->meeting;
	const struct step *step = meeting_step(meeting);
	struct cast_group all = cast_group(&meeting->cast, 0);

	for (int32_t i = 0; i < recipe->role_count; i++) {
		int32_t at = recipe->roles[i].count == 1 && step->group == 0 ? holder(&all, step, i) : -1;

		shown->roles[shown->role_count++] = (struct view_role){
			.name = view_words(env, &recipe->roles[i].name), .does = view_words(env, &recipe->roles[i].does),
			.seat = at >= 0 ? all.seat[at] : -1, .count = recipe->roles[i].count,
			.speaks = step->speakers != 0 && cast_speaks(step->speakers, recipe->roles[i].count > 0 ? i : ROLE_REST)};
	}
	shown->some_speak = step->speakers != 0;
	shown->may_choose = step->kind == STEP_ROLES && step->group == 0;
}

/* Whose turn it is in a group: the round's, else the one with the first role, where that one speaks or is spoken about. */
static int32_t on_turn(const struct meeting *meeting, const struct cast_group *group)
{
	const struct step *step = meeting_step(meeting);

	for (int32_t i = 0; i < group->count && step->kind == STEP_ROUND; i++) {
		if (group->seat[i] >= 0 && group->seat[i] < meeting->round.people && meeting->round.seat[group->seat[i]] == SEAT_SPEAKS) {
			return group->seat[i];
		}
	}
	if (step->kind != STEP_ROUND && cast_count(step->counts, 0) == 1) {
		int32_t at = holder(group, step, 0);

		return at >= 0 ? group->seat[at] : -1;
	}
	return -1;
}

/* Members as they sit, so that a group finds itself. */
static void view_group(const struct meeting *meeting, const struct cast_group *group, struct view_group *shown)
{
	int32_t speaks = on_turn(meeting, group);

	shown->speaks = -1;
	for (int32_t seat = 0; seat < meeting->people && shown->count < VIEW_GROUP_MAX; seat++) {
		for (int32_t i = 0; i < group->count; i++) {
			if (group->seat[i] == seat) {
				shown->speaks = seat == speaks ? shown->count : shown->speaks;
				shown->seat[shown->count++] = seat;
				break;
			}
		}
	}
}

/* Rings: more than one has the first role, so the seats of those who have it now stand in a group of their own. */
static void view_ring(const struct meeting *meeting, struct view_cast *shown)
{
	const struct step *step = meeting_step(meeting);
	struct cast_group all = cast_group(&meeting->cast, 0);
	struct view_group *ring = &shown->groups[shown->group_count++];

	ring->speaks = -1;
	for (int32_t seat = 0; seat < meeting->people; seat++) {
		for (int32_t i = 0; i < all.count && ring->count < VIEW_GROUP_MAX; i++) {
			if (all.seat[i] == seat && cast_role(step->counts, all.count, step_moved(step), i) == 0) {
				ring->seat[ring->count++] = seat;
			}
		}
	}
}

void view_cast(const struct view_env *env, const struct recipe_step *recipe, struct view_cast *shown)
{
	const struct meeting *meeting = &env->core->meeting;
	const struct step *step = meeting_step(meeting);

	shown->turns = step->run != 0 ? run_turns(meeting, step->run) : 0;
	shown->turn = step->turn;
	if (meeting->cast.set == 0 || !step_is_cast(step)) {
		return;
	}
	if (recipe != NULL) {
		view_roles(env, recipe, shown);
	}
	if (step->group == 0 && cast_count(step->counts, 0) > 1 && (step->speakers != 0 || step->kind == STEP_ROLES)) {
		view_ring(meeting, shown);
	}
	for (int32_t i = 0; step->group > 0 && i < meeting->cast.groups && shown->group_count < VIEW_GROUPS_MAX; i++) {
		struct cast_group group = cast_group(&meeting->cast, i);

		if (group.count > 0) {
			view_group(meeting, &group, &shown->groups[shown->group_count++]);
		}
	}
}
