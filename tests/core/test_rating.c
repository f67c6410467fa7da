/* Secret answers: what is promised to whoever holds the screen. */
#include "tests/core/unit_test.h"

#include "tests/core/scene.h"

static int open_scene(void **state)
{
	(void)state;
	scene_open();
	return 0;
}

static const struct rating *rating(void)
{
	return &scene.core.meeting.rating;
}

static int32_t laid(void)
{
	return box_laid(&scene.core.answering.box);
}

/* A box that is open for `people`, over the four statements of theme 0. */
static void opens_box(int32_t people)
{
	begins(AGENDA_THEME, 0, people, 60);
	comes_to(STEP_RATE);
	wants(CMD_RATE_OPEN, 0);
	assert_int_equal(rating()->phase, RATING_OPEN);
	assert_int_equal(scene.core.meeting.statement_count, 4);
}

static bool nothing_in_memory(void)
{
	static const struct box empty;
	bool clear = memcmp(&scene.core.answering.box, &empty, sizeof empty) == 0;

	for (int32_t i = 0; i < STATEMENTS_MAX; i++) {
		clear = clear && scene.core.answering.ballot.answer[i] == -1;
	}
	return clear;
}

static void five_equal_keys_and_every_statement(void **state)
{
	(void)state;
	opens_box(5);
	refused(CMD_BALLOT_ANSWER, 2, REFUSAL_NOT_HERE);
	wants(CMD_BALLOT_TAKE, 0);
	refused(CMD_BALLOT_TAKE, 0, REFUSAL_NOT_HERE);
	refused(CMD_BALLOT_ANSWER, -1, REFUSAL_NOT_HERE);
	refused(CMD_BALLOT_ANSWER, ANSWERS, REFUSAL_NOT_HERE);
	for (int32_t i = 0; i < 4; i++) {
		refused(CMD_BALLOT_LAY, 0, REFUSAL_UNANSWERED);
		wants(CMD_BALLOT_ANSWER, i == 2 ? UNSURE : i);
	}
	refused(CMD_BALLOT_ANSWER, 0, REFUSAL_NOT_HERE);
	assert_int_equal(laid(), 0);
	wants(CMD_BALLOT_LAY, 0);
	assert_int_equal(laid(), 1);
	assert_int_equal(scene.core.answering.phase, BALLOT_HANDOVER);
	refused(CMD_BALLOT_LAY, 0, REFUSAL_NOT_HERE);
}

static void answers_change_until_the_box_closes_on_them(void **state)
{
	(void)state;
	opens_box(5);
	wants(CMD_BALLOT_TAKE, 0);
	for (int32_t i = 0; i < 4; i++) {
		wants(CMD_BALLOT_ANSWER, 0);
	}
	wants(CMD_BALLOT_BACK, 0);
	wants(CMD_BALLOT_BACK, 0);
	wants(CMD_BALLOT_ANSWER, 3);   /* the third, from 0 to 3 */
	wants(CMD_BALLOT_LAY, 0);      /* from anywhere, once all are answered */
	assert_int_equal(box_sum(&scene.core.answering.box, 2).count[3], 1);
	assert_int_equal(box_sum(&scene.core.answering.box, 2).count[0], 0);
	assert_int_equal(box_sum(&scene.core.answering.box, 3).count[0], 1);
	wants(CMD_BALLOT_TAKE, 0);
	wants(CMD_BALLOT_BACK, 0);     /* back from the first statement: "not me" */
	assert_int_equal(scene.core.answering.phase, BALLOT_HANDOVER);
	assert_int_equal(laid(), 1);
}

static void masked_asked_discarded(void **state)
{
	(void)state;
	opens_box(5);
	wants(CMD_BALLOT_TAKE, 0);
	wants(CMD_BALLOT_ANSWER, 1);
	passes(29999);
	assert_int_equal(scene.core.answering.mask, MASK_NONE);
	passes(1);
	assert_int_equal(scene.core.answering.mask, MASK_HIDDEN);
	refused(CMD_BALLOT_ANSWER, 1, REFUSAL_NOT_HERE);
	refused(CMD_BALLOT_BACK, 0, REFUSAL_NOT_HERE);
	refused(CMD_BALLOT_LARGE, 0, REFUSAL_NOT_HERE);
	wants(CMD_BALLOT_HERE, 0);
	assert_int_equal(scene.core.answering.mask, MASK_NONE);
	passes(59999);
	assert_int_equal(scene.core.answering.mask, MASK_HIDDEN);
	passes(1);
	assert_int_equal(scene.core.answering.mask, MASK_ASK);
	passes(59999);
	assert_int_equal(scene.core.answering.phase, BALLOT_OPEN);
	assert_int_equal(scene.core.answering.ballot.answer[0], 1);
	passes(1);
	assert_int_equal(scene.core.answering.phase, BALLOT_HANDOVER);
	assert_int_equal(scene.core.answering.ballot.answer[0], -1);
	assert_int_equal(laid(), 0);
	refused(CMD_BALLOT_HERE, 0, REFUSAL_NOT_HERE);
	passes(10 * MS_MINUTE);        /* the box itself waits for as long as it takes */
	assert_int_equal(rating()->phase, RATING_OPEN);
}

static void every_touch_starts_the_time_again(void **state)
{
	(void)state;
	opens_box(5);
	wants(CMD_BALLOT_TAKE, 0);
	for (int32_t i = 0; i < 20; i++) {
		static const enum command_kind touches[] = {CMD_BALLOT_ANSWER, CMD_BALLOT_BACK, CMD_BALLOT_LARGE, CMD_BALLOT_DARK, CMD_BALLOT_HERE,
		                                            CMD_BALLOT_TOUCH};

		passes(29000);
		wants(touches[i % (int32_t)ARRAY_LEN(touches)], 0);
		assert_int_equal(scene.core.answering.mask, MASK_NONE);
	}
	assert_int_equal(scene.core.answering.phase, BALLOT_OPEN);
}

/* A hand on a hidden ballot may be anybody's. */
static void a_touch_shows_nothing_that_is_hidden(void **state)
{
	(void)state;
	opens_box(5);
	refused(CMD_BALLOT_TOUCH, 0, REFUSAL_NOT_HERE);
	wants(CMD_BALLOT_TAKE, 0);
	passes(31000);
	assert_int_equal(scene.core.answering.mask, MASK_HIDDEN);
	refused(CMD_BALLOT_TOUCH, 0, REFUSAL_NOT_HERE);
	passes(30000);
	assert_int_equal(scene.core.answering.mask, MASK_ASK);
	refused(CMD_BALLOT_TOUCH, 0, REFUSAL_NOT_HERE);
	passes(60000);
	assert_int_equal(scene.core.answering.phase, BALLOT_HANDOVER);
}

static void size_and_contrast_are_the_teams_between_people(void **state)
{
	(void)state;
	wants(CMD_GO, SCREEN_SETTINGS);
	assert_true(ask(CMD_SET, SET_DARK, 1) > 0);
	opens_box(5);
	assert_true(look()->dark && !look()->large);
	wants(CMD_BALLOT_TAKE, 0);
	wants(CMD_BALLOT_LARGE, 0);
	assert_true(look()->large && look()->dark && look()->private_screen);
	wants(CMD_BALLOT_DARK, 0);
	assert_true(look()->large && !look()->dark);
	wants(CMD_BALLOT_LARGE, 0);
	assert_true(!look()->large && !look()->dark);
	wants(CMD_BALLOT_LARGE, 0);
	wants(CMD_BALLOT_BACK, 0);
	assert_true(look()->dark && !look()->large && !look()->private_screen);
	wants(CMD_BALLOT_TAKE, 0);
	assert_true(look()->dark && !look()->large);
}

static void it_closes_when_all_on_the_roll_have_answered(void **state)
{
	(void)state;
	opens_box(8);
	for (int32_t i = 0; i < 8; i++) {
		assert_int_equal(rating()->phase, RATING_OPEN);
		assert_int_equal(laid(), i);
		votes(NULL);
	}
	refused(CMD_BALLOT_TAKE, 0, REFUSAL_NOT_HERE);
	wants(CMD_KEEP, 0);                              /* in the very moment: nobody can answer twice for it */
	refused(CMD_BALLOT_TAKE, 0, REFUSAL_NOT_HERE);
	wants(CMD_RATE_CLOSE, 0);
	passes(5 * MS_SECOND);
	assert_int_equal(rating()->phase, RATING_CLOSED);
	assert_int_equal(rating()->laid, 8);
	assert_int_equal(step()->kind, STEP_RESULT);
	for (int32_t i = 0; i < 4; i++) {
		assert_int_equal(scene.core.meeting.tallies[i].count[2], 8);
	}
	assert_true(nothing_in_memory());
}

static void answers_are_ended_from_the_limit_on(void **state)
{
	(void)state;
	opens_box(8);
	for (int32_t i = 0; i < 5; i++) {
		refused(CMD_RATE_CLOSE, 0, REFUSAL_TOO_FEW);
		votes(NULL);
	}
	refused(CMD_RATE_CANCEL, 0, REFUSAL_NOT_HERE);   /* what is enough to be shown is not discarded */
	wants(CMD_BALLOT_TAKE, 0);
	refused(CMD_RATE_CLOSE, 0, REFUSAL_NOT_HERE);    /* somebody is answering */
	wants(CMD_BALLOT_BACK, 0);
	wants(CMD_RATE_CLOSE, 0);
	refused(CMD_BALLOT_TAKE, 0, REFUSAL_NOT_HERE);
	passes(2 * MS_SECOND);
	wants(CMD_KEEP, 0);
	passes(MS_MINUTE);
	assert_int_equal(rating()->phase, RATING_OPEN);
	wants(CMD_RATE_CLOSE, 0);
	passes(5 * MS_SECOND);
	assert_int_equal(rating()->phase, RATING_CLOSED);
	assert_int_equal(rating()->laid, 5);
	assert_int_equal(rating()->roll, 8);
}

static void before_the_limit_they_are_discarded_unseen(void **state)
{
	int32_t stored;

	(void)state;
	opens_box(8);
	stored = scene.stored;
	for (int32_t i = 0; i < 4; i++) {
		votes(NULL);
	}
	wants(CMD_RATE_CANCEL, 0);
	passes(2 * MS_SECOND);
	wants(CMD_UNDO, 0);
	passes(MS_MINUTE);
	assert_int_equal(laid(), 4);
	wants(CMD_RATE_CANCEL, 0);
	passes(5 * MS_SECOND);
	assert_int_equal(rating()->phase, RATING_CANCELLED);
	assert_true(nothing_in_memory());
	assert_int_equal(scene.per_kind[EVENT_RATING_COUNTED] + scene.per_kind[EVENT_RATING_CLOSED], 0);
	assert_int_equal(scene.stored, stored + scene.per_kind[EVENT_CLOCK_PASSED] + 1);
	assert_int_equal(step()->kind, STEP_SILENT);
	assert_true(step()->open_way);
	assert_int_equal(timer_left(&scene.core.meeting.clock, scene.now), 3 * MS_MINUTE);
	refused(CMD_RATE_OPEN, 0, REFUSAL_NOT_HERE);
	refused(CMD_UNDO, 0, REFUSAL_NOT_HERE);
	for (int32_t i = 0; i < 4; i++) {
		assert_int_equal(tally_on_scale(&scene.core.meeting.tallies[i]), 0);
	}
	wants(CMD_NEXT, 0);
	assert_int_equal(step()->kind, STEP_TALK);
	assert_true(step()->open_way);
}

/* A statement with fewer answers on the scale than the limit keeps no counts at all. */
static void a_statement_under_the_limit(void **state)
{
	(void)state;
	opens_box(6);
	for (int32_t i = 0; i < 6; i++) {
		votes((const int32_t[AS_MANY_AS]){i < 4 ? 3 : UNSURE, i < 5 ? 3 : UNSURE, UNSURE, i % 4});
	}
	passes(0);
	assert_int_equal(tally_on_scale(&scene.core.meeting.tallies[0]), 0);
	assert_int_equal(scene.core.meeting.tallies[0].count[UNSURE], 0);
	assert_int_equal(scene.core.meeting.tallies[1].count[3], 5);
	assert_int_equal(scene.core.meeting.tallies[1].count[UNSURE], 1);
	assert_int_equal(tally_on_scale(&scene.core.meeting.tallies[2]) + scene.core.meeting.tallies[2].count[UNSURE], 0);
	assert_int_equal(tally_on_scale(&scene.core.meeting.tallies[3]), 6);
	assert_int_equal(look()->result.rows[0].verdict, VERDICT_TOO_FEW);
	assert_int_equal(look()->result.rows[1].verdict, VERDICT_UNITED);
	assert_int_equal(look()->result.rows[2].verdict, VERDICT_TOO_FEW);
	assert_int_equal(scene.per_kind[EVENT_RATING_COUNTED], 2);
}

static void the_limit_is_raised_and_never_lowered(void **state)
{
	(void)state;
	wants(CMD_GO, SCREEN_SETTINGS);
	assert_int_equal(ask(CMD_SET, SET_LIMIT, 4), 0);
	assert_int_equal(ask(CMD_SET, SET_LIMIT, LIMIT_MAX + 1), 0);
	assert_true(ask(CMD_SET, SET_LIMIT, 6) > 0);
	assert_int_equal(ask(CMD_SET, SET_LIMIT, 5), 0);
	assert_int_equal(scene.core.settings.value[SET_LIMIT], 6);
	opens_box(8);
	assert_int_equal(rating()->limit, 6);
	assert_int_equal(ask(CMD_SET, SET_LIMIT, 7), 0);   /* fixed while the box is open */
	for (int32_t i = 0; i < 5; i++) {
		votes(NULL);
	}
	refused(CMD_RATE_CLOSE, 0, REFUSAL_TOO_FEW);
	votes(NULL);
	wants(CMD_RATE_CLOSE, 0);
	passes(5 * MS_SECOND);
	assert_int_equal(rating()->phase, RATING_CLOSED);
	assert_true(ask(CMD_SET, SET_LIMIT, 7) > 0);
	assert_int_equal(rating()->limit, 6);
}

/* Raised during the meeting, before its box is opened: the box asks for as many, and says so on the screen before. */
static void the_limit_raised_on_the_way(void **state)
{
	(void)state;
	begins(AGENDA_THEME, 0, 6, 60);
	wants(CMD_GO, SCREEN_SETTINGS);
	assert_true(ask(CMD_SET, SET_LIMIT, 6) > 0);
	wants(CMD_GO, SCREEN_MEETING);
	comes_to(STEP_RATE);
	assert_int_equal(look()->rate.limit, 6);
	wants(CMD_RATE_OPEN, 0);
	assert_int_equal(rating()->limit, 6);
	scene_open();
	begins(AGENDA_THEME, 0, 6, 60);
	comes_to(STEP_RATE);
	assert_true(ask(CMD_SET, SET_LIMIT, 7) > 0);
	wants(CMD_RATE_OPEN, 0);   /* six cannot reach seven */
	assert_int_equal(rating()->phase, RATING_CANCELLED);
	assert_int_equal(step()->kind, STEP_SILENT);
}

static void an_open_rating_keeps_its_roll(void **state)
{
	(void)state;
	opens_box(6);
	votes(NULL);
	wants(CMD_PEOPLE, 3);
	assert_int_equal(rating()->roll, 6);
	wants(CMD_PEOPLE, -6);
	assert_int_equal(rating()->roll, 6);
	assert_int_equal(rating()->phase, RATING_OPEN);
	for (int32_t i = 0; i < 5; i++) {
		votes(NULL);
	}
	passes(0);
	assert_int_equal(rating()->laid, 6);
}

/* The same meeting with other answers leaves the same facts behind, at the same times, until the box is closed. */
static void nothing_tells_the_answers_apart(void **state)
{
	static struct core first;
	static struct event trail[2][512];
	static struct view views[2];
	int32_t length[2] = {0, 0};

	(void)state;
	for (int32_t time = 0; time < 2; time++) {
		scene_open();
		opens_box(8);
		for (int32_t i = 0; i < 7; i++) {
			wants(CMD_BALLOT_TAKE, 0);
			for (int32_t k = 0; k < 4; k++) {
				passes(4000 + 100 * i);
				wants(CMD_BALLOT_ANSWER, time == 0 ? 0 : (i + k) % ANSWERS);
				trail[time][length[time]++] = scene.out[0];
				trail[time][length[time] - 1].n[0] = 0;   /* in memory alone, and not told */
			}
			wants(CMD_BALLOT_LAY, 0);
			trail[time][length[time]++] = scene.out[0];
			views[time] = *look();
		}
		if (time == 0) {
			first = scene.core;
		}
	}
	assert_int_equal(length[0], length[1]);
	assert_memory_equal(trail[0], trail[1], sizeof trail[0]);
	assert_true(core_replayed(&first, &scene.core));
	views[0].settings = views[1].settings;
	assert_memory_equal(&views[0], &views[1], sizeof views[0]);
	assert_int_equal(views[0].rate.laid, 7);
	assert_int_equal(views[0].rate.roll, 8);
}

/* Not one stored fact comes of what a person does; the checkpoints of the clock come in their own time. */
static void nothing_a_person_does_is_stored(void **state)
{
	int32_t stored;

	(void)state;
	opens_box(7);
	stored = scene.stored;
	for (int32_t i = 0; i < 6; i++) {
		votes(NULL);
	}
	assert_int_equal(scene.stored - stored, scene.per_kind[EVENT_CLOCK_PASSED]);
	assert_true(scene.per_kind[EVENT_CLOCK_PASSED] <= 6 * (4 * 500 + 800) / 10000 + 1);
}

static void a_cut_voids_an_open_box(void **state)
{
	(void)state;
	opens_box(6);
	for (int32_t i = 0; i < 5; i++) {
		votes(NULL);
	}
	power_cut();
	assert_int_equal(rating()->phase, RATING_NOT_YET);
	assert_true(rating()->voided && look()->rate.voided);
	assert_true(nothing_in_memory());
	assert_int_equal(step()->kind, STEP_RATE);
	wants(CMD_RATE_OPEN, 0);
	assert_false(rating()->voided);
	for (int32_t i = 0; i < 6; i++) {
		votes(NULL);
	}
	passes(0);
	power_cut();
	assert_int_equal(rating()->phase, RATING_CLOSED);
	assert_int_equal(scene.core.meeting.tallies[0].count[2], 6);
	assert_int_equal(step()->kind, STEP_RESULT);
}

/* While the box is open the meeting waits for it, and nothing else can be done with the screen. */
static void the_box_comes_first(void **state)
{
	(void)state;
	opens_box(6);
	wants(CMD_PAUSE, 0);
	for (int32_t holds = 0; holds < 2; holds++) {
		refused(CMD_NEXT, 0, REFUSAL_NOT_HERE);
		refused(CMD_PARK, 0, REFUSAL_NOT_HERE);
		refused(CMD_END, 0, REFUSAL_NOT_HERE);
		refused(CMD_RATE_OPEN, 0, REFUSAL_NOT_HERE);
		for (int32_t screen = 0; screen < SCREEN_COUNT; screen++) {
			refused(CMD_GO, screen, REFUSAL_NOT_HERE);
		}
		for (int32_t edit = EDIT_NOTE; edit <= EDIT_TEAM; edit++) {
			refused(CMD_EDIT, edit, REFUSAL_NOT_HERE);
		}
		ask(CMD_BALLOT_TAKE, 0, 0);
	}
	assert_int_equal(scene.core.answering.phase, BALLOT_OPEN);
}

static void no_box_opens_in_the_last_seconds(void **state)
{
	(void)state;
	begins(AGENDA_THEME, 0, 8, 60);
	comes_to(STEP_RATE);
	wants(CMD_END, 0);
	refused(CMD_RATE_OPEN, 0, REFUSAL_NOT_HERE);
	passes(5 * MS_SECOND);
	assert_true(scene.core.meeting.all_done);
	assert_int_equal(scene.core.meeting.rating.phase, RATING_NOT_YET);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(five_equal_keys_and_every_statement, open_scene),
		cmocka_unit_test_setup(answers_change_until_the_box_closes_on_them, open_scene),
		cmocka_unit_test_setup(masked_asked_discarded, open_scene),
		cmocka_unit_test_setup(every_touch_starts_the_time_again, open_scene),
		cmocka_unit_test_setup(a_touch_shows_nothing_that_is_hidden, open_scene),
		cmocka_unit_test_setup(size_and_contrast_are_the_teams_between_people, open_scene),
		cmocka_unit_test_setup(it_closes_when_all_on_the_roll_have_answered, open_scene),
		cmocka_unit_test_setup(answers_are_ended_from_the_limit_on, open_scene),
		cmocka_unit_test_setup(before_the_limit_they_are_discarded_unseen, open_scene),
		cmocka_unit_test_setup(a_statement_under_the_limit, open_scene),
		cmocka_unit_test_setup(the_limit_is_raised_and_never_lowered, open_scene),
		cmocka_unit_test_setup(the_limit_raised_on_the_way, open_scene),
		cmocka_unit_test_setup(an_open_rating_keeps_its_roll, open_scene),
		cmocka_unit_test_setup(nothing_tells_the_answers_apart, open_scene),
		cmocka_unit_test_setup(nothing_a_person_does_is_stored, open_scene),
		cmocka_unit_test_setup(a_cut_voids_an_open_box, open_scene),
		cmocka_unit_test_setup(the_box_comes_first, open_scene),
		cmocka_unit_test_setup(no_box_opens_in_the_last_seconds, open_scene),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
