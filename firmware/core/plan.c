/* An agenda that fits itself to people and time. */
#include "firmware/core/plan.h"

#include "firmware/core/cast.h"

#include <string.h>

/* What a step may take with these people, each time that it is done: whole minutes. */
struct room {
	int32_t least, best, most;
};

#define SECONDS_TO_HAND_OVER 12
#define SECONDS_A_STATEMENT_SCREEN 12
#define SECONDS_A_PAD 5
#define SECONDS_A_STATEMENT_PAD 8
#define SECONDS_A_PHONE 60
#define SECONDS_A_STATEMENT_PHONE 15

static int32_t whole_min(int32_t seconds)
{
	return (seconds + 59) / 60;
}

int32_t answering_screen_min(int32_t people, int32_t statements)
{
	return whole_min(people * (SECONDS_TO_HAND_OVER + SECONDS_A_STATEMENT_SCREEN * statements));
}

int32_t answering_pad_min(int32_t people, int32_t statements)
{
	return whole_min(people * (SECONDS_A_PAD + SECONDS_A_STATEMENT_PAD * statements));
}

int32_t answering_phone_min(int32_t statements)
{
	return whole_min(SECONDS_A_PHONE + SECONDS_A_STATEMENT_PHONE * statements);
}

int32_t round_min(int32_t turns, int32_t each_s)
{
	return whole_min(turns * each_s);
}

int32_t recipe_places(const struct recipe_step *step, int32_t people)
{
	return cast_speakers(cast_largest(people, step->group), cast_counts(step->roles, step->role_count), step->speakers);
}

int32_t recipe_turns(const struct recipe_step *step, int32_t people)
{
	switch (step->repeat) {
	case REPEAT_ONCE: return 1;
	case REPEAT_PERSON: return people;
	case REPEAT_GROUP: return cast_largest(people, step->group);
	case REPEAT_TIMES: return step->times;
	}
	return 1;
}

static int32_t usual_min(const struct recipe_step *step, int32_t people)
{
	int32_t once = step->kind == STEP_ROUND ? round_min(recipe_places(step, people), step->each_s) : step->best_min;

	return once * recipe_turns(step, people);
}

int32_t form_minutes(const struct form *form, int32_t people)
{
	int32_t minutes = 0;

	for (int32_t i = 0; i < form->step_count; i++) {
		minutes += form->steps[i].alone ? 0 : usual_min(&form->steps[i], people);
	}
	return minutes;
}

int32_t agenda_minutes(const struct agenda *agenda, int32_t people)
{
	int32_t minutes = 0;

	for (int32_t i = 0; i < agenda->step_count; i++) {
		minutes += usual_min(&agenda->steps[i], people);
	}
	return minutes;
}

static bool open_way(const struct plan_wish *wish)
{
	return wish->people < wish->limit;
}

static struct room room_of(const struct plan_wish *wish, const struct recipe_step *step)
{
	int32_t fixed;

	if (step->kind == STEP_ROUND) {
		int32_t places = recipe_places(step, wish->people);

		return (struct room){round_min(places, step->least_each_s), round_min(places, step->each_s), round_min(places, step->each_s)};
	}
	if (step->kind == STEP_RATE && open_way(wish)) {
		return (struct room){OPEN_LEAST_MIN, OPEN_BEST_MIN, OPEN_MOST_MIN};
	}
	if (step->kind == STEP_RATE) {
		fixed = answering_screen_min(wish->people, wish->statements);
		return (struct room){fixed, fixed, fixed};
	}
	return (struct room){step->least_min, step->best_min, step->most_min};
}

static bool stays_when_lean(enum step_kind kind)
{
	return kind == STEP_RATE || kind == STEP_RESULT || kind == STEP_NOTE;
}

/* Takes the steps of the agenda in, except those that a lean meeting does without. */
static void choose(const struct plan_wish *wish, struct plan *plan, struct room room[])
{
	for (int32_t i = 0; i < wish->agenda->step_count; i++) {
		const struct recipe_step *recipe = &wish->agenda->steps[i];
		struct plan_step *step = &plan->steps[plan->step_count];

		if (wish->fit == FIT_LEAN && !stays_when_lean(recipe->kind)) {
			continue;
		}
		*step = (struct plan_step){.recipe = i, .kind = recipe->kind, .each_s = recipe->each_s,
		                           .least_each_s = recipe->least_each_s, .turns = recipe_turns(recipe, wish->people),
		                           .wanted = recipe_turns(recipe, wish->people)};
		if (open_way(wish) && (recipe->kind == STEP_RATE || recipe->kind == STEP_RESULT)) {
			step->kind = recipe->kind == STEP_RATE ? STEP_SILENT : STEP_TALK;
			step->open_way = true;
		}
		room[plan->step_count] = room_of(wish, recipe);
		plan->step_count++;
	}
}

static int32_t least_of(const struct plan *plan, const struct room room[])
{
	int32_t total = 0;

	for (int32_t i = 0; i < plan->step_count; i++) {
		total += room[i].least * plan->steps[i].turns;
	}
	return total;
}

static int32_t steps_of(const struct plan *plan)
{
	int32_t total = 0;

	for (int32_t i = 0; i < plan->step_count; i++) {
		total += plan->steps[i].turns;
	}
	return total;
}

static void leave_out(struct plan *plan, struct room room[], int32_t at)
{
	size_t after = (size_t)(plan->step_count - at - 1);

	memmove(&plan->steps[at], &plan->steps[at + 1], after * sizeof plan->steps[0]);
	memmove(&room[at], &room[at + 1], after * sizeof room[0]);
	plan->step_count--;
}

/* Optional steps go, the one that takes most first, until the rest fits. */
static void drop_optional(const struct plan_wish *wish, struct plan *plan, struct room room[])
{
	while (least_of(plan, room) > wish->minutes) {
		int32_t longest = -1;

		for (int32_t i = 0; i < plan->step_count; i++) {
			if (wish->agenda->steps[plan->steps[i].recipe].optional &&
			    (longest < 0 || room[i].least * plan->steps[i].turns > room[longest].least * plan->steps[longest].turns)) {
				longest = i;
			}
		}
		if (longest < 0) {
			return;
		}
		leave_out(plan, room, longest);
		plan->left_out++;
	}
}

/* What is repeated is so less often, the one that is so most first: until all fits, but never less often than its people bear. A
   meeting has no room for more than so many steps however long it is. */
static void fewer_turns(const struct plan_wish *wish, struct plan *plan, const struct room room[])
{
	while (least_of(plan, room) > wish->minutes || steps_of(plan) > MEETING_STEPS_MAX) {
		bool bound = steps_of(plan) > MEETING_STEPS_MAX;
		int32_t most = -1;
		int32_t run;

		for (int32_t i = 0; i < plan->step_count; i++) {
			const struct recipe_step *recipe = &wish->agenda->steps[plan->steps[i].recipe];
			int32_t least = recipe->least_times == 0 ? plan->steps[i].wanted : recipe->least_times;

			if (plan->steps[i].turns > (bound ? 1 : least) && (most < 0 || plan->steps[i].turns > plan->steps[most].turns)) {
				most = i;
			}
		}
		if (most < 0) {
			return;
		}
		run = wish->agenda->steps[plan->steps[most].recipe].run;
		for (int32_t i = 0; i < plan->step_count; i++) {
			plan->steps[i].turns -= wish->agenda->steps[plan->steps[i].recipe].run == run ? 1 : 0;
		}
		plan->turns_out++;
	}
}

/* The last steps wait for a second meeting, as many as it takes, those that are repeated together all at once; at least one stays. */
static void keep_first_part(const struct plan_wish *wish, struct plan *plan, struct room room[])
{
	while (plan->step_count > 1 && least_of(plan, room) > wish->minutes) {
		int32_t run = wish->agenda->steps[plan->steps[plan->step_count - 1].recipe].run;

		do {
			plan->step_count--;
			plan->next_time++;
		} while (run != 0 && plan->step_count > 1 && wish->agenda->steps[plan->steps[plan->step_count - 1].recipe].run == run);
	}
}

/* Shares `spare` minutes over the steps in proportion to `wants`, whole minutes, the largest remainders first. */
static void share_out(int32_t spare, const int32_t wants[], int32_t count, int32_t given[])
{
	int64_t total = 0;
	int64_t rest[RECIPE_STEPS_MAX];
	int32_t left = spare;

	for (int32_t i = 0; i < count; i++) {
		total += wants[i];
	}
	for (int32_t i = 0; i < count; i++) {
		given[i] = total > 0 ? (int32_t)((int64_t)spare * wants[i] / total) : 0;
		rest[i] = total > 0 ? (int64_t)spare * wants[i] % total : 0;
		left -= given[i];
	}
	while (left > 0 && total > 0) {
		int32_t first = 0;

		for (int32_t i = 1; i < count; i++) {
			first = rest[i] > rest[first] ? i : first;
		}
		given[first]++;
		rest[first] = -1;
		left--;
	}
}

/* All turns of a step are equally long. What is left over goes to steps that are done once, where they want more. */
static void give_turns_alike(const struct plan *plan, const int32_t wants[], int32_t given[])
{
	int32_t over = 0;

	for (int32_t i = 0; i < plan->step_count; i++) {
		over += given[i] % plan->steps[i].turns;
		given[i] /= plan->steps[i].turns;
	}
	for (int32_t i = 0; i < plan->step_count && over > 0; i++) {
		int32_t more = plan->steps[i].turns == 1 ? min_i32(over, wants[i] - given[i]) : 0;

		given[i] += more;
		over -= more;
	}
}

/* Between least and best where time is short, between best and most where there is plenty. */
static void spread(const struct plan_wish *wish, struct plan *plan, const struct room room[])
{
	int32_t wants[RECIPE_STEPS_MAX];
	int32_t given[RECIPE_STEPS_MAX];
	int32_t spare = wish->minutes;
	int32_t asked = 0;
	int32_t best = 0;
	bool plenty;

	for (int32_t i = 0; i < plan->step_count; i++) {
		best += room[i].best * plan->steps[i].turns;
	}
	plenty = wish->minutes >= best;
	for (int32_t i = 0; i < plan->step_count; i++) {
		int32_t from = plenty ? room[i].best : room[i].least;

		wants[i] = ((plenty ? room[i].most : room[i].best) - from) * plan->steps[i].turns;
		plan->steps[i].planned_min = from;
		spare -= from * plan->steps[i].turns;
		asked += wants[i];
	}
	share_out(clamp_i32(spare, 0, asked), wants, plan->step_count, given);
	give_turns_alike(plan, wants, given);
	for (int32_t i = 0; i < plan->step_count; i++) {
		plan->steps[i].planned_min += given[i];
	}
}

/* A round that got fewer minutes than it would like gives each person what there is, never under the least. */
static void settle(const struct plan_wish *wish, struct plan *plan, const struct room room[])
{
	for (int32_t i = 0; i < plan->step_count; i++) {
		struct plan_step *step = &plan->steps[i];

		step->least_min = room[i].least;
		if (step->kind == STEP_ROUND) {
			int32_t each = step->planned_min * 60 / recipe_places(&wish->agenda->steps[step->recipe], wish->people);

			step->each_s = clamp_i32(each - each % 5, step->least_each_s, step->each_s);
		}
		plan->total_min += step->planned_min * step->turns;
	}
}

/* The least that this would take with the optional steps left out. */
static int32_t needed(const struct plan_wish *wish)
{
	int32_t total = 0;

	for (int32_t i = 0; i < wish->agenda->step_count; i++) {
		const struct recipe_step *step = &wish->agenda->steps[i];

		int32_t turns = step->least_times == 0 ? recipe_turns(step, wish->people) : step->least_times;

		total += step->optional ? 0 : room_of(wish, step).least * min_i32(turns, recipe_turns(step, wish->people));
	}
	return total;
}

/* A meeting of nothing but notes, or of nothing at all, is none. */
static bool does_something(const struct plan *plan)
{
	for (int32_t i = 0; i < plan->step_count; i++) {
		if (plan->steps[i].kind != STEP_NOTE) {
			return true;
		}
	}
	return false;
}

void plan_fit(const struct plan_wish *wish, struct plan *plan)
{
	struct room room[RECIPE_STEPS_MAX];

	assert(wish->people > 0 && wish->people <= PEOPLE_MAX);
	memset(plan, 0, sizeof *plan);
	plan->needed_min = needed(wish);
	choose(wish, plan, room);
	drop_optional(wish, plan, room);
	fewer_turns(wish, plan, room);
	if (wish->fit == FIT_FIRST_PART) {
		keep_first_part(wish, plan, room);
	}
	plan->fits = does_something(plan) && least_of(plan, room) <= wish->minutes;
	spread(wish, plan, room);
	settle(wish, plan, room);
}
