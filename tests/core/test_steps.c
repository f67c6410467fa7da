/* Any step: on to the next, clocks, signals, time that is given and taken, people who come and go, and the end. */
#include "tests/core/unit_test.h"

#include "tests/core/scene.h"

static int open_scene(void **state)
{
	(void)state;
	scene_open();
	return 0;
}

static ms_t left(void)
{
	return timer_left(&scene.core.meeting.clock, scene.now);
}

/* ---- On to the next ---- */

static void from_the_first_step_to_the_summary(void **state)
{
	static const enum step_kind kinds[] = {STEP_READ, STEP_SILENT, STEP_PAIR, STEP_ROUND, STEP_TALK, STEP_NOTE};

	(void)state;
	begins(AGENDA_TALK, 0, 6, 60);
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
		assert_int_equal(step()->kind, kinds[i]);
		assert_int_equal(step()->status, STEP_NOW);
		passes(90 * MS_SECOND);
		wants(i == 2 ? CMD_PARK : CMD_NEXT, 0);
		assert_int_equal(scene.core.meeting.steps[i].status, i == 2 ? STEP_PARKED : STEP_DONE);
		assert_int_equal(scene.core.meeting.steps[i].spent_ms, 90 * MS_SECOND);
	}
	assert_true(scene.core.meeting.all_done);
	assert_null(step());
	refused(CMD_NEXT, 0, REFUSAL_NOT_HERE);
	refused(CMD_PARK, 0, REFUSAL_NOT_HERE);
	refused(CMD_PAUSE, 0, REFUSAL_NOT_HERE);
	refused(CMD_SHRINK, 0, REFUSAL_NOT_HERE);
	passes(MS_MINUTE * 20);
	assert_int_equal(core_deadline(&scene.core), MS_NEVER);
	wants(CMD_PAGE, 3);
	wants(CMD_UNDO, 0);
	assert_int_equal(scene.core.page, 0);   /* each step begins on its first page */
	wants(CMD_PAGE, 3);
	wants(CMD_NEXT, 0);
	assert_int_equal(scene.core.page, 0);
}

static void the_end_can_be_taken_back_for_five_seconds(void **state)
{
	(void)state;
	begins(AGENDA_TALK, 0, 6, 60);
	wants(CMD_END, 0);
	passes(4999);
	assert_true(scene.core.meeting.live);
	wants(CMD_KEEP, 0);
	passes(MS_MINUTE);
	assert_true(scene.core.meeting.live);
	wants(CMD_END, 0);
	passes(1000);
	wants(CMD_UNDO, 0);   /* "Ångra" takes back what is about to happen before it takes back what has */
	passes(MS_MINUTE);
	assert_true(scene.core.meeting.live);
	wants(CMD_END, 0);
	passes(5000);
	/* In the middle of it the rest is parked, and the summary stands before it is over. */
	assert_true(scene.core.meeting.live && scene.core.meeting.all_done);
	assert_int_equal(scene.core.meeting.steps[0].status, STEP_PARKED);
	assert_int_equal(scene.core.meeting.steps[scene.core.meeting.step_count - 1].status, STEP_PARKED);
	wants(CMD_END, 0);
	passes(5000);
	assert_false(scene.core.meeting.live);
	assert_int_equal(scene.core.screen, SCREEN_HOME);
	refused(CMD_UNDO, 0, REFUSAL_NOT_HERE);
	refused(CMD_NEXT, 0, REFUSAL_NOT_HERE);
}

static void a_running_meeting_is_left_by_ending_it(void **state)
{
	(void)state;
	begins(AGENDA_TALK, 0, 6, 60);
	for (int32_t screen = 0; screen < SCREEN_COUNT; screen++) {
		if (screen != SCREEN_MEETING && screen != SCREEN_SETTINGS && screen != SCREEN_ARCHIVE && screen != SCREEN_RECORD) {
			refused(CMD_GO, screen, REFUSAL_NOT_HERE);
		}
	}
	wants(CMD_GO, SCREEN_SETTINGS);
	refused(CMD_NEXT, 0, REFUSAL_NOT_HERE);
	passes(MS_MINUTE);
	wants(CMD_GO, SCREEN_ARCHIVE);   /* what earlier meetings said may be looked at, and the clock goes on */
	wants(CMD_GO, SCREEN_RECORD);
	refused(CMD_NEXT, 0, REFUSAL_NOT_HERE);
	wants(CMD_GO, SCREEN_MEETING);
	assert_int_equal(timer_elapsed(&scene.core.meeting.clock, scene.now), MS_MINUTE);
}

/* ---- Clocks ---- */

static void a_pause_stops_both_clocks(void **state)
{
	ms_t turn;

	(void)state;
	begins(AGENDA_TALK, 0, 6, 60);
	comes_to(STEP_ROUND);
	passes(10 * MS_SECOND);
	wants(CMD_PAUSE, 0);
	refused(CMD_PAUSE, 0, REFUSAL_NOT_HERE);
	turn = timer_left(&scene.core.meeting.round.turn, scene.now);
	passes(10 * MS_MINUTE);
	assert_int_equal(timer_elapsed(&scene.core.meeting.clock, scene.now), 10 * MS_SECOND);
	assert_int_equal(timer_left(&scene.core.meeting.round.turn, scene.now), turn);
	wants(CMD_TURN_DONE, 0);   /* whoever is next waits for the clock too */
	assert_int_equal(scene.core.meeting.round.turn.running, 0);
	wants(CMD_RESUME, 0);
	refused(CMD_RESUME, 0, REFUSAL_NOT_HERE);
	passes(5 * MS_SECOND);
	assert_int_equal(timer_elapsed(&scene.core.meeting.clock, scene.now), 15 * MS_SECOND);
	assert_int_equal(timer_elapsed(&scene.core.meeting.round.turn, scene.now), 5 * MS_SECOND);
}

static void minutes_given_and_corrected(void **state)
{
	ms_t budget;

	(void)state;
	begins(AGENDA_TALK, 0, 6, 60);
	budget = scene.core.meeting.clock.budget;
	passes(30 * MS_SECOND);
	wants(CMD_TIME_LEFT, 1);
	assert_int_equal(left(), budget + 30 * MS_SECOND);
	wants(CMD_TIME_LEFT, -1);
	wants(CMD_TIME_USED, 1);
	assert_int_equal(left(), budget - 90 * MS_SECOND);
	wants(CMD_TIME_USED, -1);
	assert_int_equal(left(), budget - 30 * MS_SECOND);
	refused(CMD_TIME_USED, -1, REFUSAL_BOUND);
	for (ms_t rest = budget; rest > 0; rest -= MS_MINUTE) {
		wants(CMD_TIME_LEFT, -1);
	}
	refused(CMD_TIME_LEFT, -1, REFUSAL_BOUND);
	assert_int_equal(left(), -30 * MS_SECOND);
	wants(CMD_TIME_LEFT, 60);
	wants(CMD_TIME_LEFT, 60);
	wants(CMD_TIME_LEFT, 60);
	wants(CMD_TIME_LEFT, INT32_MAX);
	refused(CMD_TIME_LEFT, 1, REFUSAL_BOUND);
	passes(300 * MS_MINUTE);   /* left running overnight: it may still be corrected */
	refused(CMD_TIME_USED, 1, REFUSAL_BOUND);
	wants(CMD_TIME_USED, INT32_MIN);
}

/* Signals given up to now. */
static int32_t signals(void)
{
	return scene.core.chimes;
}

static void a_step_signals_twice(void **state)
{
	(void)state;
	begins(AGENDA_TALK, 0, 6, 60);
	comes_to(STEP_TALK);
	assert_true(left() >= 8 * MS_MINUTE);
	passes(left() - MS_MINUTE - 1);
	assert_int_equal(signals(), 0);
	passes(1);
	assert_int_equal(signals(), 1);
	passes(MS_MINUTE - 1);
	assert_int_equal(signals(), 1);
	passes(1);
	assert_int_equal(signals(), 2);
	passes(30 * MS_MINUTE);   /* over time: calm */
	assert_int_equal(signals(), 2);
	assert_int_equal(left(), -30 * MS_MINUTE);
	wants(CMD_TIME_LEFT, 31);
	passes(MS_MINUTE);        /* time that was given runs out as well; "nearly" had its signal before the minute began */
	assert_int_equal(signals(), 3);
	wants(CMD_TIME_LEFT, 2);
	passes(2 * MS_MINUTE);
	assert_int_equal(signals(), 5);
}

static void a_cut_gives_no_signal_again(void **state)
{
	(void)state;
	begins(AGENDA_TALK, 0, 6, 60);
	comes_to(STEP_ROUND);
	passes(timer_left(&scene.core.meeting.round.turn, scene.now) + 3 * MS_SECOND);
	assert_int_equal(signals(), 2);
	wants(CMD_PAUSE, 0);
	power_cut();
	wants(CMD_RESUME, 0);
	passes(MS_MINUTE);
	assert_int_equal(signals(), 0);   /* counted from the start of the program */
	wants(CMD_TURN_DONE, 0);
	passes(timer_left(&scene.core.meeting.round.turn, scene.now));
	assert_int_equal(signals(), 2);   /* the next one's turn has its own */
	comes_to(STEP_TALK);
	passes(left() - MS_MINUTE);
	assert_int_equal(signals(), 3);
	power_cut();
	passes(MS_MINUTE - 1);
	assert_int_equal(signals(), 0);
	passes(1);
	assert_int_equal(signals(), 1);
	power_cut();
	passes(MS_MINUTE);
	assert_int_equal(signals(), 0);
}

static void pairs_change_at_half_time_and_turns_are_short(void **state)
{
	ms_t turn;

	(void)state;
	begins(AGENDA_TALK, 0, 6, 60);
	comes_to(STEP_PAIR);
	passes(left() / 2 - 1);
	assert_int_equal(signals(), 0);
	passes(1);
	assert_int_equal(signals(), 1);
	passes(left());
	assert_int_equal(signals(), 2);
	comes_to(STEP_ROUND);
	turn = scene.core.meeting.round.turn.budget;
	assert_int_equal(turn, step()->each_s * MS_SECOND);
	passes(turn - 10 * MS_SECOND);
	assert_int_equal(signals(), 3);
	passes(10 * MS_SECOND);
	assert_int_equal(signals(), 4);
	wants(CMD_TURN_DONE, 0);
	passes(turn);
	assert_int_equal(signals(), 6);
	passes(20 * MS_MINUTE);   /* the step's own clock rings nobody in a round */
	assert_int_equal(signals(), 6);
}

/* A wall clock that jumps is a label: two meetings with other wall clocks are the same, but for when they began. */
static void clocks_on_the_wall_touch_nothing(void **state)
{
	static struct core first;

	(void)state;
	for (int32_t time = 0; time < 2; time++) {
		scene_open();
		scene.wall = time == 0 ? WALL_UNKNOWN : wall_at((struct cal_date){2026, 9, 9}, 14, 0);
		begins(AGENDA_TALK, 0, 6, 60);
		passes(3 * MS_MINUTE);
		scene.wall = time == 0 ? 0 : wall_at((struct cal_date){1970, 1, 1}, 0, 0);
		wants(CMD_TIME_LEFT, 1);
		comes_to(STEP_TALK);
		scene.wall = wall_at((struct cal_date){2031, 1, 1}, 0, 0);
		passes(20 * MS_MINUTE);
		wants(CMD_NEXT, 0);
		if (time == 0) {
			first = scene.core;
		}
	}
	assert_int_not_equal(scene.core.meeting.wall, first.meeting.wall);
	scene.core.meeting.wall = first.meeting.wall;
	assert_true(core_replayed(&scene.core, &first));
	assert_int_equal(scene.core.chimes, first.chimes);
	assert_int_equal(core_deadline(&scene.core), core_deadline(&first));
}

/* ---- Shrinking what remains ---- */

static ms_t planned_after(void)
{
	ms_t total = 0;

	for (int32_t i = scene.core.meeting.at + 1; i < scene.core.meeting.step_count; i++) {
		total += scene.core.meeting.steps[i].planned_ms;
	}
	return total;
}

static void late_by_so_much(ms_t late)
{
	passes(left() + late);
}

static void what_remains_shrinks_in_proportion(void **state)
{
	struct step before[RECIPE_STEPS_MAX];
	ms_t room = 0;
	ms_t rest;

	(void)state;
	begins(AGENDA_TALK, 0, 6, 60);
	refused(CMD_SHRINK, 0, REFUSAL_NOT_HERE);
	late_by_so_much(6 * MS_MINUTE);
	memcpy(before, scene.core.meeting.steps, sizeof before);
	rest = planned_after();
	for (int32_t i = 1; i < scene.core.meeting.step_count; i++) {
		room += before[i].planned_ms - before[i].least_ms;
	}
	wants(CMD_SHRINK, 0);
	assert_true(rest - planned_after() >= 6 * MS_MINUTE && rest - planned_after() < 6 * MS_MINUTE + 10 * MS_SECOND);
	for (int32_t i = 1; i < scene.core.meeting.step_count; i++) {
		const struct step *now = &scene.core.meeting.steps[i];
		ms_t fair = (before[i].planned_ms - before[i].least_ms) * 6 * MS_MINUTE / room;

		assert_true(now->planned_ms >= now->least_ms);
		assert_true(before[i].planned_ms - now->planned_ms >= fair && before[i].planned_ms - now->planned_ms <= fair + MS_SECOND);
		assert_true(now->kind != STEP_ROUND || now->planned_ms >= 6 * now->each_s * MS_SECOND);
	}
	refused(CMD_SHRINK, 0, REFUSAL_NOT_HERE);   /* on plan again */
	late_by_so_much(300 * MS_MINUTE);
	wants(CMD_SHRINK, 0);
	for (int32_t i = 1; i < scene.core.meeting.step_count; i++) {
		assert_int_equal(scene.core.meeting.steps[i].planned_ms, scene.core.meeting.steps[i].least_ms);
	}
	refused(CMD_SHRINK, 0, REFUSAL_NOT_HERE);   /* nothing is left to give */
}

/* ---- People ---- */

static const struct step *of_kind(enum step_kind kind)
{
	for (int32_t i = scene.core.meeting.at; i < scene.core.meeting.step_count; i++) {
		if (scene.core.meeting.steps[i].kind == kind) {
			return &scene.core.meeting.steps[i];
		}
	}
	return NULL;
}

static void somebody_comes_and_goes(void **state)
{
	const struct step *round;

	(void)state;
	begins(AGENDA_THEME, 2, 6, 60);
	comes_to(STEP_SILENT);
	round = of_kind(STEP_ROUND);
	wants(CMD_PEOPLE, 3);
	assert_int_equal(scene.core.meeting.people, 9);
	assert_true(round->planned_ms >= 9 * round->each_s * MS_SECOND);
	assert_int_equal(round->least_ms, round_min(9, round->least_each_s) * MS_MINUTE);
	assert_int_equal(of_kind(STEP_RATE)->planned_ms, answering_screen_min(9, 8) * MS_MINUTE);
	late_by_so_much(100 * MS_MINUTE);
	wants(CMD_SHRINK, 0);
	assert_true(round->planned_ms >= 9 * round->each_s * MS_SECOND && round->each_s == round->least_each_s);
	refused(CMD_PEOPLE, 0, REFUSAL_BOUND);
	refused(CMD_PEOPLE, -7, REFUSAL_BOUND);
	refused(CMD_PEOPLE, INT32_MIN, REFUSAL_BOUND);
	refused(CMD_PEOPLE, 32, REFUSAL_BOUND);
	wants(CMD_PEOPLE, 31);
	wants(CMD_PEOPLE, -37);
	assert_int_equal(scene.core.meeting.people, PEOPLE_MIN);
}

/* The round that is on keeps those it began with; the next one has a seat for everybody. */
static void a_round_keeps_its_people(void **state)
{
	(void)state;
	begins(AGENDA_ROUNDS, 0, 6, 60);
	wants(CMD_TURN_DONE, 0);
	wants(CMD_PEOPLE, 2);
	assert_int_equal(scene.core.meeting.round.people, 6);
	for (int32_t i = 0; i < 5; i++) {
		wants(CMD_TURN_DONE, 0);
	}
	assert_true(scene.core.meeting.round.open_up);
	wants(CMD_NEXT, 0);
	assert_int_equal(scene.core.meeting.round.people, 8);
	assert_int_equal(scene.core.meeting.round.places, 8);
}

/* Too few for a secret rating: the open way from the start, or as soon as somebody goes. */
static void too_few_take_the_open_way(void **state)
{
	(void)state;
	begins(AGENDA_THEME, 0, 4, 60);
	assert_null(of_kind(STEP_RATE));
	assert_null(of_kind(STEP_RESULT));
	scene_open();
	begins(AGENDA_THEME, 0, 5, 60);
	comes_to(STEP_SILENT);
	wants(CMD_PEOPLE, -1);
	wants(CMD_NEXT, 0);
	assert_int_equal(step()->kind, STEP_SILENT);
	assert_true(step()->open_way);
	assert_int_equal(scene.core.meeting.rating.phase, RATING_CANCELLED);
	assert_int_equal(left(), 3 * MS_MINUTE);
	assert_null(of_kind(STEP_RESULT));
	wants(CMD_NEXT, 0);
	assert_int_equal(step()->kind, STEP_TALK);
	assert_true(step()->open_way);
	scene_open();
	begins(AGENDA_THEME, 0, 6, 60);
	comes_to(STEP_RATE);
	wants(CMD_PEOPLE, -1);
	assert_int_equal(step()->kind, STEP_RATE);   /* five are enough */
	wants(CMD_PEOPLE, -1);
	assert_int_equal(step()->kind, STEP_SILENT);
	wants(CMD_UNDO, 0);   /* nobody had answered: a slip of the finger costs nothing */
	assert_int_equal(step()->kind, STEP_RATE);
	wants(CMD_PEOPLE, -2);
	wants(CMD_PEOPLE, 3);   /* nor does it if somebody comes after all */
	assert_int_equal(step()->kind, STEP_RATE);
	assert_non_null(of_kind(STEP_RESULT));
	assert_int_equal(step()->planned_ms, answering_screen_min(6, scene.core.meeting.statement_count) * MS_MINUTE);
	wants(CMD_RATE_OPEN, 0);
	wants(CMD_RATE_CANCEL, 0);
	passes(UNDO_WINDOW_MS);
	wants(CMD_PEOPLE, 1);   /* what was thrown away is not asked for again */
	assert_int_equal(step()->kind, STEP_SILENT);
}

/* A rating that is passed by has no result; that step is passed by too. */
static void no_rating_no_result(void **state)
{
	(void)state;
	begins(AGENDA_THEME, 0, 8, 60);
	comes_to(STEP_RATE);
	passes(MS_MINUTE);
	wants(CMD_NEXT, 0);
	assert_int_equal(step()->kind, STEP_ROUND);
	assert_int_equal(scene.core.meeting.steps[2].status, STEP_PARKED);
	assert_int_equal(scene.core.meeting.steps[3].status, STEP_PARKED);
	assert_int_equal(scene.core.meeting.steps[3].spent_ms, 0);
}

/* Straight on to a later step; those between are parked, and took no time. A kind that does not come is the next step. */
static void straight_on(void **state)
{
	const struct meeting *meeting = &scene.core.meeting;

	(void)state;
	begins(AGENDA_THEME, 0, 8, 60);
	wants(CMD_NEXT, 1 + STEP_SHARED);
	assert_int_equal(step()->kind, STEP_SHARED);
	assert_int_equal(meeting->steps[0].status, STEP_DONE);
	for (int32_t i = 1; i < meeting->at; i++) {
		assert_int_equal(meeting->steps[i].status, STEP_PARKED);
		assert_int_equal(meeting->steps[i].spent_ms, 0);
	}
	wants(CMD_UNDO, 0);
	wants(CMD_NEXT, 1 + STEP_RESULT);   /* nothing has been answered: past it */
	assert_int_equal(step()->kind, STEP_ROUND);
	wants(CMD_UNDO, 0);
	for (int32_t none = 0; none < 4; none++) {
		static const int32_t kinds[] = {1 + STEP_READ, STEP_KIND_COUNT + 1, INT32_MIN, INT32_MAX};

		wants(CMD_NEXT, kinds[none]);
		assert_int_equal(step()->kind, STEP_SILENT);
		wants(CMD_UNDO, 0);
	}
}

/* ---- Power ---- */

static void ten_seconds_at_most_are_lost(void **state)
{
	(void)state;
	begins(AGENDA_TALK, 0, 6, 60);
	comes_to(STEP_TALK);
	for (int32_t i = 0; i < 50; i++) {
		ms_t before;

		passes(i * 777);
		before = left();
		power_cut();
		assert_int_equal(step()->kind, STEP_TALK);
		assert_int_equal(scene.core.screen, SCREEN_MEETING);
		assert_true(left() >= before && left() <= before + 10 * MS_SECOND);
	}
	wants(CMD_PAUSE, 0);
	passes(100 * MS_MINUTE);
	power_cut();
	assert_int_equal(scene.core.meeting.clock.running, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(from_the_first_step_to_the_summary, open_scene),
		cmocka_unit_test_setup(the_end_can_be_taken_back_for_five_seconds, open_scene),
		cmocka_unit_test_setup(a_running_meeting_is_left_by_ending_it, open_scene),
		cmocka_unit_test_setup(a_pause_stops_both_clocks, open_scene),
		cmocka_unit_test_setup(minutes_given_and_corrected, open_scene),
		cmocka_unit_test_setup(a_step_signals_twice, open_scene),
		cmocka_unit_test_setup(a_cut_gives_no_signal_again, open_scene),
		cmocka_unit_test_setup(pairs_change_at_half_time_and_turns_are_short, open_scene),
		cmocka_unit_test_setup(clocks_on_the_wall_touch_nothing, open_scene),
		cmocka_unit_test_setup(what_remains_shrinks_in_proportion, open_scene),
		cmocka_unit_test_setup(somebody_comes_and_goes, open_scene),
		cmocka_unit_test_setup(a_round_keeps_its_people, open_scene),
		cmocka_unit_test_setup(too_few_take_the_open_way, open_scene),
		cmocka_unit_test_setup(no_rating_no_result, open_scene),
		cmocka_unit_test_setup(straight_on, open_scene),
		cmocka_unit_test_setup(ten_seconds_at_most_are_lost, open_scene),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
