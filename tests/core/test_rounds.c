/* Rounds and open talk as people steer them: turns, orders, circles, pairs in place of a round, and the speaker list. */
#include "tests/core/unit_test.h"

#include "firmware/core/turns.h"
#include "tests/core/scene.h"

static int open_scene(void **state)
{
	(void)state;
	scene_open();
	return 0;
}

static const struct round *round_on(void)
{
	return &scene.core.meeting.round;
}

static void in_a_round(int32_t people)
{
	begins(AGENDA_TALK, 0, people, 90);
	comes_to(STEP_ROUND);
}

/* Equal time for everybody, in the order of the seats; passing is a turn too; then whoever wants may add. */
static void everybody_in_turn(void **state)
{
	(void)state;
	in_a_round(6);
	for (int32_t seat = 0; seat < 6; seat++) {
		assert_false(round_on()->open_up);
		assert_int_equal(turns_speaker(round_on(), round_on()->place), seat);
		assert_int_equal(round_on()->seat[seat], SEAT_SPEAKS);
		assert_int_equal(round_on()->turn.budget, step()->each_s * MS_SECOND);
		assert_int_equal(timer_left(&round_on()->turn, scene.now), step()->each_s * MS_SECOND);
		passes(step()->each_s * (seat % 2 == 0 ? MS_SECOND : 2 * MS_SECOND));
		wants(seat == 4 ? CMD_TURN_PASS : CMD_TURN_DONE, 0);
	}
	assert_true(round_on()->open_up);
	assert_int_equal(round_on()->seat[4], SEAT_PASSED);
	assert_int_equal(round_on()->seat[5], SEAT_DONE);
	assert_int_equal(round_on()->turn.running, 0);
	refused(CMD_TURN_DONE, 0, REFUSAL_NOT_HERE);
	refused(CMD_TURN_PASS, 0, REFUSAL_NOT_HERE);
	wants(CMD_PAUSE, 0);
	wants(CMD_RESUME, 0);
	assert_int_equal(round_on()->turn.running, 0);
	wants(CMD_NEXT, 0);
}

static void the_order_is_chosen_before_anybody_has_spoken(void **state)
{
	int32_t drawn[PEOPLE_MAX];

	(void)state;
	in_a_round(8);
	scene.chance = 12345;
	wants(CMD_RANDOM_ORDER, 1);
	memcpy(drawn, round_on()->place_of, sizeof drawn);
	wants(CMD_LEADER_LAST, 1);
	assert_true(round_on()->random && round_on()->leader_last);
	assert_int_equal(round_on()->place_of[0], 7);
	wants(CMD_LEADER_LAST, 0);
	assert_memory_equal(round_on()->place_of, drawn, 8 * sizeof drawn[0]);   /* the same lot */
	wants(CMD_RANDOM_ORDER, 0);
	for (int32_t i = 0; i < 8; i++) {
		assert_int_equal(round_on()->place_of[i], i);
	}
	wants(CMD_TWO_CIRCLES, 1);
	assert_false(round_on()->circles);   /* eight fit in one round */
	wants(CMD_TURN_DONE, 0);
	refused(CMD_RANDOM_ORDER, 1, REFUSAL_NOT_HERE);
	refused(CMD_LEADER_LAST, 1, REFUSAL_NOT_HERE);
	refused(CMD_TWO_CIRCLES, 1, REFUSAL_NOT_HERE);
	refused(CMD_ROUND_TO_PAIRS, 0, REFUSAL_NOT_HERE);
}

static void a_random_round_is_drawn_at_its_start(void **state)
{
	(void)state;
	scene.chance = 0xDEADBEEFCAFE;
	begins(AGENDA_ROUNDS, 0, 12, 60);
	assert_true(round_on()->random);
	for (int32_t i = 0, moved = 0; i < 12; i++) {
		moved += round_on()->place_of[i] != i ? 1 : 0;
		assert_true(i < 11 || moved > 3);
	}
}

/* Somebody comes before anyone has had their turn: there is a seat for them, and time. */
static void a_round_not_begun_fits_those_who_come(void **state)
{
	ms_t budget;

	(void)state;
	in_a_round(8);
	budget = scene.core.meeting.clock.budget;
	wants(CMD_LEADER_LAST, 1);
	wants(CMD_PEOPLE, 4);
	assert_int_equal(round_on()->people, 12);
	assert_int_equal(round_on()->places, 12);
	assert_true(round_on()->leader_last);
	assert_int_equal(scene.core.meeting.clock.budget - budget, (round_min(12, step()->each_s) - round_min(8, step()->each_s)) * MS_MINUTE);
	wants(CMD_TWO_CIRCLES, 1);
	wants(CMD_PEOPLE, -1);
	assert_true(round_on()->circles);
	wants(CMD_PEOPLE, -3);
	assert_int_equal(round_on()->people, 8);
	assert_false(round_on()->circles);                   /* eight fit in one round */
	wants(CMD_UNDO, 0);
	assert_int_equal(round_on()->people, 11);
	wants(CMD_PEOPLE, -7);
	assert_int_equal(round_on()->places, 4);
	for (int32_t i = 0; i < 4; i++) {
		wants(CMD_TURN_DONE, 0);
	}
	assert_true(round_on()->open_up);
}

/* Two circles at once take half as many turns; each turn has a speaker in both. */
static void two_circles_of_nine(void **state)
{
	(void)state;
	in_a_round(9);
	wants(CMD_TWO_CIRCLES, 1);
	assert_true(round_on()->circles);
	assert_int_equal(round_on()->places, 5);
	for (int32_t turn = 0; turn < 5; turn++) {
		int32_t speaking = 0;

		for (int32_t seat = 0; seat < 9; seat++) {
			speaking += round_on()->seat[seat] == SEAT_SPEAKS ? 1 : 0;
		}
		assert_int_equal(speaking, turn < 4 ? 2 : 1);
		wants(CMD_TURN_DONE, 0);
	}
	assert_true(round_on()->open_up);
	for (int32_t seat = 0; seat < 9; seat++) {
		assert_int_equal(round_on()->seat[seat], SEAT_DONE);
	}
}

/* Think, pairs, all: three steps in the place and time of the round. */
static void a_round_of_many_becomes_pairs(void **state)
{
	const struct meeting *meeting = &scene.core.meeting;
	int32_t steps;
	ms_t planned;
	ms_t total = 0;

	(void)state;
	in_a_round(8);
	refused(CMD_ROUND_TO_PAIRS, 0, REFUSAL_NOT_HERE);
	scene_open();
	in_a_round(16);
	steps = meeting->step_count;
	planned = step()->planned_ms;
	passes(20 * MS_SECOND);
	wants(CMD_ROUND_TO_PAIRS, 0);
	assert_int_equal(meeting->step_count, steps + 2);
	for (int32_t i = 0; i < 3; i++) {
		assert_int_equal(meeting->steps[meeting->at + i].kind, i == 0 ? STEP_SILENT : i == 1 ? STEP_PAIR : STEP_TALK);
		total += meeting->steps[meeting->at + i].planned_ms;
	}
	assert_int_equal(total, planned);
	assert_int_equal(timer_elapsed(&meeting->clock, scene.now), 20 * MS_SECOND);
	assert_false(round_on()->set);
	refused(CMD_TURN_DONE, 0, REFUSAL_NOT_HERE);
	wants(CMD_NEXT, 0);
	assert_int_equal(step()->kind, STEP_PAIR);
	assert_int_equal(meeting->cast.groups, 8);   /* and it is said who sits with whom */
	assert_int_equal(look()->cast.group_count, 8);
	wants(CMD_NEXT, 0);
	assert_int_equal(step()->kind, STEP_TALK);
	wants(CMD_NEXT, 0);
	assert_string_equal(step()->id, "talk");
}

/* A round, three steps for each of twenty people, a round and a note: no more than 64 steps in all. */
static void no_room_for_two_more_steps(void **state)
{
	(void)state;
	begins(AGENDA_FULL, 0, 20, 240);
	assert_int_equal(scene.core.meeting.step_count, 63);
	assert_int_equal(step()->kind, STEP_ROUND);
	refused(CMD_ROUND_TO_PAIRS, 0, REFUSAL_NOT_HERE);
}

static void rounds_are_for_rounds(void **state)
{
	static const enum command_kind kinds[] = {CMD_TURN_DONE, CMD_TURN_PASS, CMD_LEADER_LAST, CMD_RANDOM_ORDER, CMD_TWO_CIRCLES,
	                                          CMD_ROUND_TO_PAIRS};

	(void)state;
	begins(AGENDA_TALK, 0, 12, 90);
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
		refused(kinds[i], 1, REFUSAL_NOT_HERE);
	}
	refused(CMD_HAND, 1, REFUSAL_NOT_HERE);
	refused(CMD_FLOOR_NEXT, 0, REFUSAL_NOT_HERE);
}

/* The last round leaves nothing to steer in the summary. */
static void nothing_goes_on_in_the_summary(void **state)
{
	(void)state;
	begins(AGENDA_ROUNDS, 0, 12, 60);
	wants(CMD_NEXT, 0);
	wants(CMD_NEXT, 0);
	assert_true(scene.core.meeting.all_done);
	refused(CMD_TURN_DONE, 0, REFUSAL_NOT_HERE);
	refused(CMD_RANDOM_ORDER, 1, REFUSAL_NOT_HERE);
	refused(CMD_ROUND_TO_PAIRS, 1, REFUSAL_NOT_HERE);
}

/* ---- The speaker list ---- */

static void in_open_talk(int32_t people)
{
	begins(AGENDA_TALK, 0, people, 90);
	comes_to(STEP_TALK);
}

static void whoever_asks_first_speaks_first(void **state)
{
	const struct floor *floor = &scene.core.meeting.floor;

	(void)state;
	in_open_talk(12);
	refused(CMD_FLOOR_NEXT, 0, REFUSAL_NOT_HERE);
	wants(CMD_HAND, 7);   /* nobody speaks: the word is yours */
	assert_int_equal(floor->speaker, 7);
	wants(CMD_HAND, 3);
	wants(CMD_HAND, 11);
	wants(CMD_HAND, 0);
	assert_int_equal(floor_place(floor, 3), 1);
	assert_int_equal(floor_place(floor, 0), 3);
	wants(CMD_HAND, 11);  /* thought better of it */
	assert_int_equal(floor_place(floor, 0), 2);
	wants(CMD_FLOOR_NEXT, 0);
	assert_int_equal(floor->speaker, 3);
	wants(CMD_HAND, 3);   /* whoever speaks is done */
	assert_int_equal(floor->speaker, 0);
	wants(CMD_FLOOR_NEXT, 0);
	assert_int_equal(floor->speaker, -1);
	refused(CMD_HAND, 12, REFUSAL_NOT_HERE);
	refused(CMD_HAND, -1, REFUSAL_NOT_HERE);
	wants(CMD_HAND, 5);
	wants(CMD_NEXT, 0);
	assert_int_equal(floor->speaker, -1);
}

static void whoever_goes_leaves_the_list(void **state)
{
	const struct floor *floor = &scene.core.meeting.floor;

	(void)state;
	in_open_talk(12);
	wants(CMD_HAND, 11);
	wants(CMD_HAND, 10);
	wants(CMD_HAND, 2);
	wants(CMD_PEOPLE, -2);
	assert_int_equal(floor->speaker, -1);
	assert_int_equal(floor->count, 1);
	assert_int_equal(floor_place(floor, 2), 1);
	wants(CMD_FLOOR_NEXT, 0);
	assert_int_equal(floor->speaker, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(everybody_in_turn, open_scene),
		cmocka_unit_test_setup(the_order_is_chosen_before_anybody_has_spoken, open_scene),
		cmocka_unit_test_setup(a_random_round_is_drawn_at_its_start, open_scene),
		cmocka_unit_test_setup(a_round_not_begun_fits_those_who_come, open_scene),
		cmocka_unit_test_setup(two_circles_of_nine, open_scene),
		cmocka_unit_test_setup(a_round_of_many_becomes_pairs, open_scene),
		cmocka_unit_test_setup(no_room_for_two_more_steps, open_scene),
		cmocka_unit_test_setup(rounds_are_for_rounds, open_scene),
		cmocka_unit_test_setup(nothing_goes_on_in_the_summary, open_scene),
		cmocka_unit_test_setup(whoever_asks_first_speaks_first, open_scene),
		cmocka_unit_test_setup(whoever_goes_leaves_the_list, open_scene),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
