/* Agendas that fit themselves: for every agenda of our own and of the packs, every group, every length and every way to make room. */
#include "tests/core/unit_test.h"

#include "firmware/content/pack.h"
#include "firmware/core/plan.h"
#include "tests/core/fixture.h"

#define LONGEST 150
#define LIMIT 5

struct room {
	int32_t least, best, most;
};

static int32_t up(int32_t seconds)
{
	return seconds / 60 + (seconds % 60 > 0 ? 1 : 0);
}

/* How many turns a round has: in the largest group, those who speak. */
static int32_t places(const struct recipe_step *step, int32_t people)
{
	int32_t groups = step->group == 0 ? 1 : step->group < 4 ? people / step->group : (people + step->group / 2) / step->group;
	int32_t largest = (people + (groups > 0 ? groups : 1) - 1) / (groups > 0 ? groups : 1);
	int32_t speak = 0;
	int32_t with_role = 0;

	for (int32_t i = 0; i < step->role_count; i++) {
		with_role += step->roles[i].count;
		speak += (step->speakers >> i & 1) != 0 ? step->roles[i].count : 0;
	}
	speak += (step->speakers & SPEAKS_REST) != 0 ? largest - with_role : 0;
	return step->speakers == 0 ? largest : speak;
}

static int32_t turns_wanted(const struct recipe_step *step, int32_t people)
{
	struct recipe_step grouped = {.group = step->group};

	return step->repeat == REPEAT_ONCE     ? 1
	       : step->repeat == REPEAT_TIMES  ? step->times
	       : step->repeat == REPEAT_PERSON ? people
	                                       : places(&grouped, people);
}

static bool repeats(const struct agenda *agenda)
{
	for (int32_t i = 0; i < agenda->step_count; i++) {
		if (agenda->steps[i].repeat != REPEAT_ONCE) {
			return true;
		}
	}
	return false;
}

/* What a step may take, said once more and apart from the code. */
static struct room room_of(const struct plan_wish *wish, const struct recipe_step *step)
{
	int32_t rate = up(wish->people * (12 + 12 * wish->statements));

	switch ((int)step->kind) {
	case STEP_ROUND:
		return (struct room){up(places(step, wish->people) * step->least_each_s), up(places(step, wish->people) * step->each_s),
		                     up(places(step, wish->people) * step->each_s)};
	case STEP_RATE: return wish->people < wish->limit ? (struct room){1, 3, 8} : (struct room){rate, rate, rate};
	default: return (struct room){step->least_min, step->best_min, step->most_min};
	}
}

static struct room sum_of(const struct plan_wish *wish, const struct plan *plan)
{
	struct room sum = {0, 0, 0};

	for (int32_t i = 0; i < plan->step_count; i++) {
		struct room room = room_of(wish, &wish->agenda->steps[plan->steps[i].recipe]);

		sum.least += room.least * plan->steps[i].turns;
		sum.best += room.best * plan->steps[i].turns;
		sum.most += room.most * plan->steps[i].turns;
	}
	return sum;
}

static bool lean_keeps(enum step_kind kind)
{
	return kind == STEP_RATE || kind == STEP_RESULT || kind == STEP_NOTE;
}

/* The steps are those of the agenda, in order, in their own shape or the open way's. */
static void look_steps(const struct plan_wish *wish, const struct plan *plan)
{
	for (int32_t i = 0; i < plan->step_count; i++) {
		const struct plan_step *step = &plan->steps[i];
		const struct recipe_step *recipe = &wish->agenda->steps[step->recipe];
		bool secret = recipe->kind == STEP_RATE || recipe->kind == STEP_RESULT;

		assert_true(i == 0 || step->recipe > plan->steps[i - 1].recipe);
		assert_int_equal(step->open_way, secret && wish->people < wish->limit);
		assert_int_equal(step->kind, !step->open_way                ? recipe->kind
		                             : recipe->kind == STEP_RATE ? STEP_SILENT
		                                                         : STEP_TALK);
		assert_true(wish->fit != FIT_LEAN || lean_keeps(recipe->kind));
	}
}

/* Never under the least, never over the most; a round as long as its people need; all the time used that can be. */
static void look_minutes(const struct plan_wish *wish, const struct plan *plan)
{
	struct room sum = sum_of(wish, plan);
	int32_t total = 0;

	for (int32_t i = 0; i < plan->step_count; i++) {
		const struct plan_step *step = &plan->steps[i];
		const struct recipe_step *recipe = &wish->agenda->steps[step->recipe];
		struct room room = room_of(wish, recipe);

		assert_int_equal(step->least_min, room.least);
		assert_true(step->planned_min >= room.least && step->planned_min <= room.most);
		total += step->planned_min * step->turns;
		if (recipe->kind == STEP_ROUND) {
			int32_t turns = places(recipe, wish->people);

			assert_true(turns * step->each_s <= step->planned_min * 60);
			assert_true(step->each_s >= recipe->least_each_s && step->each_s <= recipe->each_s);
			assert_true(step->each_s + 5 > recipe->each_s || turns * (step->each_s + 5) > step->planned_min * 60);
		}
	}
	assert_int_equal(plan->total_min, total);
	/* All turns of a step are equally long, so that a minute for some of them is given to nobody. */
	if (repeats(wish->agenda)) {
		assert_true(!plan->fits || total <= wish->minutes);
		return;
	}
	assert_int_equal(total, sum.least > wish->minutes ? sum.least : wish->minutes < sum.most ? wish->minutes : sum.most);
}

/* Done as often as its people ask for, or less often where time is short, all steps of a run alike. */
static void look_turns(const struct plan_wish *wish, const struct plan *plan)
{
	int32_t steps = 0;

	for (int32_t i = 0; i < plan->step_count; i++) {
		const struct plan_step *step = &plan->steps[i];
		const struct recipe_step *recipe = &wish->agenda->steps[step->recipe];

		assert_int_equal(step->wanted, turns_wanted(recipe, wish->people));
		assert_in_range(step->turns, 1, step->wanted);
		assert_true(plan->turns_out > 0 || step->turns == step->wanted);
		for (int32_t j = 0; j < i; j++) {
			assert_true(recipe->run == 0 || wish->agenda->steps[plan->steps[j].recipe].run != recipe->run ||
			            plan->steps[j].turns == step->turns);
		}
		steps += step->turns;
	}
	assert_in_range(steps, 0, MEETING_STEPS_MAX);
}

/* Each step gets its part of what there is to share, to within a minute. */
static void look_proportion(const struct plan_wish *wish, const struct plan *plan)
{
	struct room sum = sum_of(wish, plan);
	bool plenty = wish->minutes >= sum.best;
	int32_t asked = plenty ? sum.most - sum.best : sum.best - sum.least;
	int32_t spare = wish->minutes - (plenty ? sum.best : sum.least);

	if (!plan->fits || asked == 0 || repeats(wish->agenda)) {
		return;
	}
	spare = spare > asked ? asked : spare;
	for (int32_t i = 0; i < plan->step_count; i++) {
		struct room room = room_of(wish, &wish->agenda->steps[plan->steps[i].recipe]);
		int32_t given = plan->steps[i].planned_min - (plenty ? room.best : room.least);
		int32_t want = plenty ? room.most - room.best : room.best - room.least;

		assert_true(abs(given * asked - spare * want) < asked);
	}
}

static bool planned(const struct plan *plan, int32_t recipe)
{
	for (int32_t i = 0; i < plan->step_count; i++) {
		if (plan->steps[i].recipe == recipe) {
			return true;
		}
	}
	return false;
}

/* Only optional steps are left out, the longest first, and no more of them than it takes. */
static void look_left_out(const struct plan_wish *wish, const struct plan *plan)
{
	int32_t last = plan->step_count > 0 ? plan->steps[plan->step_count - 1].recipe : -1;
	int32_t shortest_out = INT32_MAX;
	int32_t longest_in = 0;
	int32_t out = 0;
	int32_t later = 0;

	for (int32_t i = 0; i < wish->agenda->step_count; i++) {
		const struct recipe_step *recipe = &wish->agenda->steps[i];
		int32_t least = room_of(wish, recipe).least * turns_wanted(recipe, wish->people);

		if (wish->fit == FIT_LEAN && !lean_keeps(recipe->kind)) {
			continue;
		}
		if (planned(plan, i)) {
			longest_in = recipe->optional && least > longest_in ? least : longest_in;
		} else if (recipe->optional) {
			out++;
			shortest_out = least < shortest_out ? least : shortest_out;
		} else {
			assert_int_equal(wish->fit, FIT_FIRST_PART);
			assert_true(i > last);
			later++;
		}
	}
	assert_int_equal(plan->left_out, out);
	assert_int_equal(plan->next_time, later);
	if (out > 0 && later == 0) {
		assert_true(longest_in <= shortest_out);
		assert_true(plan->turns_out > 0 || sum_of(wish, plan).least + shortest_out > wish->minutes);
	}
	assert_true(plan->fits || wish->fit == FIT_FIRST_PART || longest_in == 0);
}

/* A plan fits if there is something to do and time for the least of it. Steps that wait are as few as can be. */
static void look_fit(const struct plan_wish *wish, const struct plan *plan)
{
	int32_t needed = 0;
	bool does_something = false;

	for (int32_t i = 0; i < wish->agenda->step_count; i++) {
		const struct recipe_step *recipe = &wish->agenda->steps[i];
		int32_t wanted = turns_wanted(recipe, wish->people);
		int32_t turns = recipe->least_times > 0 && recipe->least_times < wanted ? recipe->least_times : wanted;

		needed += recipe->optional ? 0 : room_of(wish, recipe).least * turns;
	}
	for (int32_t i = 0; i < plan->step_count; i++) {
		does_something = does_something || plan->steps[i].kind != STEP_NOTE;
	}
	assert_int_equal(plan->needed_min, needed);
	assert_int_equal(plan->fits, does_something && sum_of(wish, plan).least <= wish->minutes);
	if (wish->fit == FIT_WHOLE && needed > 0) {
		assert_int_equal(plan->fits, needed <= wish->minutes);
	}
	if (wish->fit == FIT_FIRST_PART && plan->next_time > 0 && !repeats(wish->agenda)) {
		assert_true(plan->step_count >= 1);
		for (int32_t i = plan->steps[plan->step_count - 1].recipe + 1; i < wish->agenda->step_count; i++) {
			if (!wish->agenda->steps[i].optional) {
				assert_true(sum_of(wish, plan).least + room_of(wish, &wish->agenda->steps[i]).least > wish->minutes);
				break;
			}
		}
	}
}

static void look_one(const struct plan_wish *wish)
{
	struct plan plan;
	struct plan longer;

	plan_fit(wish, &plan);
	look_steps(wish, &plan);
	look_turns(wish, &plan);
	look_minutes(wish, &plan);
	look_proportion(wish, &plan);
	look_left_out(wish, &plan);
	look_fit(wish, &plan);
	plan_fit(&(struct plan_wish){.agenda = wish->agenda, .people = wish->people, .minutes = wish->minutes + 1,
	                             .statements = wish->statements, .limit = wish->limit, .fit = wish->fit}, &longer);
	assert_true(longer.step_count >= plan.step_count && longer.fits >= plan.fits);
	assert_true(!plan.fits || repeats(wish->agenda) || longer.total_min >= plan.total_min);
}

static void look_agenda(const struct agenda *agenda, int32_t statements, int32_t limit)
{
	for (int32_t people = agenda->smallest; people <= agenda->largest; people++) {
		for (int32_t minutes = 1; minutes <= LONGEST; minutes += 1 + minutes / 40) {
			for (int32_t fit = FIT_WHOLE; fit <= FIT_FIRST_PART; fit++) {
				look_one(&(struct plan_wish){.agenda = agenda, .people = people, .minutes = minutes, .statements = statements,
				                             .limit = limit, .fit = (enum fit)fit});
			}
		}
	}
}

static void look_material(const struct material *material)
{
	assert_true(material->agenda_count > 0);
	for (int32_t i = 0; i < material->agenda_count; i++) {
		const struct agenda *agenda = &material->agendas[i];

		look_agenda(agenda, agenda->rates == RATES_NOTHING ? 0 : 4, LIMIT);
		if (agenda->rates != RATES_NOTHING) {
			look_agenda(agenda, 15, LIMIT + 3);
			look_agenda(agenda, STATEMENTS_MAX, LIMIT);
		}
	}
}

static void our_own_agendas(void **state)
{
	(void)state;
	look_material(fixture());
}

static void the_agendas_of_the_packs(void **state)
{
	struct pack_set *set = pack_set_create();

	(void)state;
	pack_set_add(set, SAMSYN_PACK_DIR);
	assert_true(pack_set_finish(set));
	look_material(pack_set_material(set));
	pack_set_destroy(set);
}

static void what_answering_takes(void **state)
{
	(void)state;
	assert_int_equal(answering_screen_min(8, 15), 26);
	assert_int_equal(answering_screen_min(5, 4), 5);
	assert_int_equal(answering_pad_min(8, 15), 17);
	assert_int_equal(answering_phone_min(15), 5);
	for (int32_t people = PEOPLE_MIN; people <= PEOPLE_MAX; people++) {
		for (int32_t statements = 1; statements <= STATEMENTS_MAX; statements++) {
			assert_int_equal(answering_screen_min(people, statements), up(people * (12 + 12 * statements)));
			assert_int_equal(answering_pad_min(people, statements), up(people * (5 + 8 * statements)));
			assert_int_equal(answering_phone_min(statements), up(60 + 15 * statements));
		}
	}
}

/* Eight people and a whole area of 74 statements take two hours to answer; an hour cannot hold them and says so. */
static void what_cannot_fit(void **state)
{
	struct plan_wish wish = {.agenda = &fixture()->agendas[AGENDA_AREA], .people = 8, .minutes = 60, .statements = 74, .limit = LIMIT};
	struct plan plan;

	(void)state;
	plan_fit(&wish, &plan);
	assert_false(plan.fits);
	assert_int_equal(plan.needed_min, 120 + 1 + 3 + 3 + 3 + 2);
	wish.statements = 15;
	plan_fit(&wish, &plan);
	assert_true(plan.fits);
	assert_int_equal(plan.total_min, 60);
}

/* Six people take turns of three steps. In an hour all of them have theirs; in half an hour they are shorter; in a quarter fewer. */
static void fewer_turns_where_time_is_short(void **state)
{
	struct plan_wish wish = {.agenda = &fixture()->agendas[AGENDA_TURNS], .people = 6, .minutes = 60, .limit = LIMIT};
	struct plan plan;

	(void)state;
	plan_fit(&wish, &plan);
	assert_true(plan.fits && plan.turns_out == 0);
	assert_int_equal(plan.steps[1].turns, 6);
	assert_int_equal(plan.steps[1].planned_min, 3);   /* a minute more for each of six would take more than there is */
	assert_int_equal(plan.total_min, 60);
	assert_int_equal(plan.steps[2].planned_min, 3);   /* five people of half a minute, rounded up */
	wish.minutes = 35;
	plan_fit(&wish, &plan);
	assert_true(plan.fits && plan.left_out == 0 && plan.turns_out == 0);
	assert_int_equal(plan.steps[1].turns, 6);
	assert_int_equal(plan.steps[1].planned_min, 2);
	wish.minutes = 20;
	plan_fit(&wish, &plan);
	assert_true(plan.fits);
	assert_int_equal(plan.turns_out, 3);
	for (int32_t i = 1; i <= 3; i++) {
		assert_int_equal(plan.steps[i].turns, 3);
		assert_int_equal(plan.steps[i].wanted, 6);
	}
	wish.minutes = 10;
	plan_fit(&wish, &plan);
	assert_false(plan.fits);
	assert_int_equal(plan.needed_min, 1 + 2 * (2 + 2 + 1) + 2 + 2);   /* two of them at least */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_answering_takes),
		cmocka_unit_test(what_cannot_fit), cmocka_unit_test(fewer_turns_where_time_is_short),
		cmocka_unit_test(our_own_agendas),
		cmocka_unit_test(the_agendas_of_the_packs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
