/* Undo of the last tap: each that can be taken back, once; never a ballot, a box or its result. */
#include "tests/core/unit_test.h"

#include "tests/core/scene.h"

static struct meeting before;

static int open_scene(void **state)
{
	(void)state;
	scene_open();
	return 0;
}

/* The wish and its undoing leave the meeting as it was, to the byte, also for the journal. */
static void taken_back(enum command_kind kind, int32_t n, int32_t m)
{
	assert_true(command_undoable(kind));
	before = scene.core.meeting;
	if (ask(kind, n, m) == 0) {
		fail_msg("%s was refused", command_name(kind));
	}
	assert_true(scene.out[0].mark);
	assert_memory_not_equal(&before, &scene.core.meeting, sizeof before);
	assert_true(scene.core.can_undo);
	passes(700);
	wants(CMD_UNDO, 0);
	assert_memory_equal(&before, &scene.core.meeting, sizeof before);
	refused(CMD_UNDO, 0, REFUSAL_NOT_HERE);   /* once */
}

static void steps_and_clocks(void **state)
{
	(void)state;
	refused(CMD_UNDO, 0, REFUSAL_NOT_HERE);
	begins(AGENDA_TALK, 0, 9, 90);
	refused(CMD_UNDO, 0, REFUSAL_NOT_HERE);   /* a meeting is ended, not undone */
	passes(90 * MS_SECOND);
	taken_back(CMD_NEXT, 0, 0);
	taken_back(CMD_PARK, 0, 0);
	taken_back(CMD_PAUSE, 0, 0);
	wants(CMD_PAUSE, 0);
	taken_back(CMD_RESUME, 0, 0);
	wants(CMD_RESUME, 0);
	taken_back(CMD_TIME_LEFT, 1, 0);
	taken_back(CMD_TIME_USED, -1, 0);
	taken_back(CMD_PEOPLE, -5, 0);
	passes(30 * MS_MINUTE);
	taken_back(CMD_SHRINK, 0, 0);
	comes_to(STEP_NOTE);
	taken_back(CMD_NEXT, 0, 0);               /* from the summary back to the last step */
	assert_int_equal(step()->kind, STEP_NOTE);
}

static void rounds_and_talk(void **state)
{
	(void)state;
	begins(AGENDA_TALK, 0, 12, 90);
	comes_to(STEP_ROUND);
	taken_back(CMD_RANDOM_ORDER, 1, 0);
	taken_back(CMD_LEADER_LAST, 1, 0);
	taken_back(CMD_TWO_CIRCLES, 1, 0);
	taken_back(CMD_ROUND_TO_PAIRS, 0, 0);
	taken_back(CMD_TURN_DONE, 0, 0);
	taken_back(CMD_TURN_PASS, 0, 0);
	for (int32_t i = 0; i < 11; i++) {
		wants(CMD_TURN_DONE, 0);
	}
	taken_back(CMD_TURN_DONE, 0, 0);          /* the last one, which asks whether anyone wants to add */
	comes_to(STEP_TALK);
	taken_back(CMD_HAND, 4, 0);
	wants(CMD_HAND, 4);
	taken_back(CMD_HAND, 5, 0);
	wants(CMD_HAND, 5);
	taken_back(CMD_HAND, 5, 0);
	taken_back(CMD_FLOOR_NEXT, 0, 0);
}

static void words(void **state)
{
	(void)state;
	begins(AGENDA_THEME, 0, 4, 60);
	comes_to(STEP_SHARED);
	taken_back(CMD_SHARED_ANSWER, 3, 0);
	taken_back(CMD_SHARED_BY, 1, 0);
	writes(EDIT_NOTE, 0, "En");
	taken_back(CMD_NOTE_REMOVE, 0, 0);
	assert_true(ask(CMD_EDIT, EDIT_NOTE, 1) > 0);
	assert_true(ask(CMD_TYPE, 'x', 0) > 0);
	taken_back(CMD_EDIT_DONE, 0, 0);
}

/* Getting about and letters are not taps that count: what is taken back is the last that did. */
static void what_does_not_count(void **state)
{
	(void)state;
	begins(AGENDA_TALK, 0, 6, 60);
	before = scene.core.meeting;
	wants(CMD_TIME_LEFT, 5);
	wants(CMD_PAGE, 1);
	wants(CMD_SHEET, SHEET_MORE);
	wants(CMD_GO, SCREEN_SETTINGS);
	assert_true(ask(CMD_SET, SET_DARK, 1) > 0);
	writes(EDIT_SCHOOL, 0, "Skolan");
	wants(CMD_GO, SCREEN_MEETING);
	assert_true(ask(CMD_EDIT, EDIT_NOTE, 0) > 0);
	wants(CMD_TYPE, 'x');
	passes(10 * MS_SECOND);                   /* a draft and a checkpoint are kept */
	while (ask(CMD_ERASE, 0, 0) > 0) {
		assert_true(scene.core.edit.cursor >= 0);
	}
	wants(CMD_EDIT_DONE, 0);                  /* nothing was written */
	wants(CMD_UNDO, 0);
	assert_memory_equal(&before, &scene.core.meeting, sizeof before);
	assert_string_equal(scene.core.settings.school, "Skolan");
}

static void only_the_last(void **state)
{
	(void)state;
	begins(AGENDA_TALK, 0, 6, 60);
	wants(CMD_TIME_LEFT, 1);
	before = scene.core.meeting;
	wants(CMD_TIME_LEFT, 2);
	wants(CMD_UNDO, 0);
	assert_memory_equal(&before, &scene.core.meeting, sizeof before);
	refused(CMD_UNDO, 0, REFUSAL_NOT_HERE);
}

/* Time that has passed has passed: a pause taken back was none. */
static void time_goes_on(void **state)
{
	(void)state;
	begins(AGENDA_TALK, 0, 6, 60);
	wants(CMD_PAUSE, 0);
	passes(3 * MS_MINUTE);
	wants(CMD_UNDO, 0);
	assert_int_equal(timer_elapsed(&scene.core.meeting.clock, scene.now), 3 * MS_MINUTE);
	assert_int_equal(scene.core.meeting.clock.running, 1);
}

static void no_signal_sounds_twice(void **state)
{
	int32_t chimes;

	(void)state;
	begins(AGENDA_TALK, 0, 6, 60);
	passes(timer_left(&scene.core.meeting.clock, scene.now) + MS_MINUTE);
	chimes = scene.core.chimes;
	assert_int_equal(chimes, 2);
	wants(CMD_NEXT, 0);
	passes(5 * MS_SECOND);
	wants(CMD_UNDO, 0);
	passes(5 * MS_MINUTE);
	assert_int_equal(scene.core.chimes, chimes);
}

/* ---- Never of a ballot ---- */

static void in_the_box(int32_t people)
{
	begins(AGENDA_THEME, 0, people, 60);
	comes_to(STEP_RATE);
	wants(CMD_RATE_OPEN, 0);
	refused(CMD_UNDO, 0, REFUSAL_NOT_HERE);   /* not the step that led here, nor the opening */
}

static void no_ballot_is_taken_back(void **state)
{
	static struct answering ballots;

	(void)state;
	in_the_box(6);
	wants(CMD_BALLOT_TAKE, 0);
	wants(CMD_BALLOT_ANSWER, 2);
	refused(CMD_UNDO, 0, REFUSAL_NOT_HERE);
	wants(CMD_BALLOT_BACK, 0);
	wants(CMD_BALLOT_BACK, 0);
	votes(NULL);
	refused(CMD_UNDO, 0, REFUSAL_NOT_HERE);
	wants(CMD_PEOPLE, 1);
	votes(NULL);
	wants(CMD_BALLOT_TAKE, 0);
	wants(CMD_BALLOT_ANSWER, 4);
	ballots = scene.core.answering;
	wants(CMD_UNDO, 0);                       /* the tap before those ballots, and only that */
	assert_int_equal(scene.core.meeting.people, 6);
	assert_memory_equal(&ballots, &scene.core.answering, sizeof ballots);
	refused(CMD_UNDO, 0, REFUSAL_NOT_HERE);
}

static void no_result_is_taken_back(void **state)
{
	(void)state;
	in_the_box(5);
	wants(CMD_PAUSE, 0);
	wants(CMD_RESUME, 0);
	for (int32_t i = 0; i < 5; i++) {
		votes(NULL);
	}
	passes(0);
	assert_int_equal(step()->kind, STEP_RESULT);
	refused(CMD_UNDO, 0, REFUSAL_NOT_HERE);
	taken_back(CMD_HAND, 3, 0);
	taken_back(CMD_NEXT, 0, 0);
	assert_int_equal(scene.core.meeting.rating.phase, RATING_CLOSED);
	assert_int_equal(scene.core.meeting.tallies[0].count[2], 5);
}

static void no_cancelled_box_comes_back(void **state)
{
	(void)state;
	in_the_box(5);
	votes(NULL);
	wants(CMD_PAUSE, 0);
	wants(CMD_RATE_CANCEL, 0);
	passes(5 * MS_SECOND);
	refused(CMD_UNDO, 0, REFUSAL_NOT_HERE);
	taken_back(CMD_NEXT, 0, 0);
	assert_int_equal(scene.core.meeting.rating.phase, RATING_CANCELLED);
}

static void no_box_comes_back_after_a_cut(void **state)
{
	(void)state;
	in_the_box(5);
	votes(NULL);
	wants(CMD_PAUSE, 0);
	power_cut();
	refused(CMD_UNDO, 0, REFUSAL_NOT_HERE);
	assert_int_equal(scene.core.meeting.rating.phase, RATING_NOT_YET);
}

/* Each command says of itself whether it can be taken back, and those that do are all tried above. */
static void the_table_of_commands(void **state)
{
	int32_t undoable = 0;

	(void)state;
	for (int32_t kind = 0; kind < CMD_COUNT; kind++) {
		undoable += command_undoable((enum command_kind)kind) ? 1 : 0;
		assert_true(strlen(command_name((enum command_kind)kind)) > 1);
		assert_false(command_undoable((enum command_kind)kind) && kind >= CMD_RATE_OPEN && kind <= CMD_RATE_CANCEL);
	}
	assert_int_equal(undoable, 21);
	assert_false(command_undoable(CMD_COUNT));
	assert_string_equal(command_name(CMD_COUNT), "?");
	for (int32_t kind = 0; kind < EVENT_COUNT; kind++) {
		enum event_kind found;

		assert_true(event_named(event_name((enum event_kind)kind), &found));
		assert_int_equal(found, kind);
	}
	assert_false(event_named("NO_SUCH_THING", &(enum event_kind){EVENT_WENT}));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(steps_and_clocks, open_scene),
		cmocka_unit_test_setup(rounds_and_talk, open_scene),
		cmocka_unit_test_setup(words, open_scene),
		cmocka_unit_test_setup(what_does_not_count, open_scene),
		cmocka_unit_test_setup(only_the_last, open_scene),
		cmocka_unit_test_setup(time_goes_on, open_scene),
		cmocka_unit_test_setup(no_signal_sounds_twice, open_scene),
		cmocka_unit_test_setup(no_ballot_is_taken_back, open_scene),
		cmocka_unit_test_setup(no_result_is_taken_back, open_scene),
		cmocka_unit_test_setup(no_cancelled_box_comes_back, open_scene),
		cmocka_unit_test_setup(no_box_comes_back_after_a_cut, open_scene),
		cmocka_unit_test_setup(the_table_of_commands, open_scene),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
