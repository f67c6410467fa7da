/* What the answers show, the shared answer, and meetings told afterwards. */
#include "tests/core/unit_test.h"

#include "firmware/base/str.h"
#include "tests/core/scene.h"

#define PEOPLE 8
#define STATEMENTS 8

/* Theme 2 has eight statements; eight people answer, and one line here is one statement: how many on each step, and "vet inte". */
static const struct tally answers[STATEMENTS] = {
	{{0, 0, 0, 8, 0}},   /* united: works */
	{{8, 0, 0, 0, 0}},   /* united: remains */
	{{4, 0, 0, 4, 0}},   /* two camps, D = 1 */
	{{2, 2, 2, 2, 0}},   /* different, D = 2/3 */
	{{0, 0, 3, 5, 0}},   /* united at exactly C = 0.75: works */
	{{3, 1, 1, 3, 0}},   /* two camps, D = 5/6 */
	{{0, 4, 4, 0, 0}},   /* fairly united; the lower median is the second step: remains */
	{{0, 0, 0, 4, 4}},   /* four on the scale: too few */
};

static int open_scene(void **state)
{
	(void)state;
	scene_open();
	return 0;
}

/* What person `who` answers to a statement, so that the sums are those of the table. */
static int32_t answer_of(const struct tally *tally, int32_t who)
{
	for (int32_t i = 0; i < ANSWERS; i++) {
		if (who < tally->count[i]) {
			return i;
		}
		who -= tally->count[i];
	}
	return UNSURE;
}

static void to_the_result(void)
{
	begins(AGENDA_THEME, 2, PEOPLE, 60);
	comes_to(STEP_RATE);
	wants(CMD_RATE_OPEN, 0);
	for (int32_t who = 0; who < PEOPLE; who++) {
		int32_t answer[AS_MANY_AS];

		for (int32_t i = 0; i < STATEMENTS; i++) {
			/* Nobody is the same person from one statement to the next. */
			answer[i] = answer_of(&answers[i], (who + 3 * i) % PEOPLE);
		}
		votes(answer);
	}
	passes(0);
	assert_int_equal(step()->kind, STEP_RESULT);
}

/* The rows' numbers in the pack, as the screen lists them. */
static void rows_are(const int32_t *expected, int32_t count)
{
	const struct view_result *result = &look()->result;

	assert_int_equal(result->row_count, count);
	for (int32_t i = 0; i < count; i++) {
		char text[24];

		snprintf(text, sizeof text, "Påstående %d", 7 + expected[i]);
		assert_string_equal(result->rows[i].text, text);
		assert_string_equal(result->rows[i].theme, "Tema 2");
		if (expected[i] != 7) {
			assert_memory_equal(&result->rows[i].tally, &answers[expected[i]], sizeof(struct tally));
		}
	}
}

static void bars_in_pack_order(void **state)
{
	static const enum verdict verdicts[] = {VERDICT_UNITED, VERDICT_UNITED, VERDICT_TWO_CAMPS, VERDICT_DIFFERENT, VERDICT_UNITED,
	                                        VERDICT_TWO_CAMPS, VERDICT_FAIRLY_UNITED, VERDICT_TOO_FEW};

	(void)state;
	to_the_result();
	rows_are((const int32_t[]){0, 1, 2, 3, 4, 5, 6, 7}, 8);
	for (int32_t i = 0; i < STATEMENTS; i++) {
		assert_int_equal(scene.view.result.rows[i].verdict, verdicts[i]);
	}
	assert_int_equal(scene.view.result.rows[7].on_scale, 0);   /* nothing of it is kept, not even "vet inte" */
	assert_int_equal(scene.view.result.rows[7].tally.count[UNSURE], 0);
	assert_int_equal(scene.view.result.laid, 8);
	assert_int_equal(scene.view.result.roll, 8);
	assert_string_equal(scene.view.result.title, "Tema 2");
	assert_string_equal(scene.view.result.scale[3], "stämmer");
	assert_string_equal(scene.view.result.scale_short[UNSURE], "vet inte");   /* no short form: the long one */
	assert_int_equal(scene.view.result.question_count, 1);
	assert_string_equal(scene.view.result.questions[0], "Hur vet vi det?");
	assert_string_equal(scene.view.result.wording, "På vår skola");
	assert_true(scene.view.result.shared_follows);
	scene_open();
	begins(AGENDA_BARE, 4, 5, 30);
	wants(CMD_RATE_OPEN, 0);
	for (int32_t who = 0; who < 5; who++) {
		votes(NULL);
	}
	passes(0);
	assert_true(look()->summary_shown);              /* nothing comes after this rating */
	assert_int_equal(scene.view.summary.line_count, 2);
}

/* What the team agrees that works comes first, then what it agrees remains, each in pack order; then the rest, widest first. */
static void ways_on(void **state)
{
	(void)state;
	to_the_result();
	wants(CMD_LIST, LIST_AGREED);
	rows_are((const int32_t[]){0, 4, 1, 6}, 4);
	assert_int_equal(scene.view.result.works_count, 2);
	wants(CMD_LIST, LIST_DIFFERENT);
	rows_are((const int32_t[]){2, 5, 3}, 3);
	wants(CMD_LIST, INT32_MAX);
	assert_int_equal(look()->result.list, LIST_DIFFERENT);
	wants(CMD_LIST, INT32_MIN);
	assert_int_equal(look()->result.list, LIST_BARS);
	wants(CMD_LIST, LIST_AGREED);
	wants(CMD_NEXT, 0);
	wants(CMD_UNDO, 0);
	assert_int_equal(look()->result.list, LIST_BARS);
}

/* Ties stay in pack order: many statements with the same spread. */
static void ties_stay_in_pack_order(void **state)
{
	(void)state;
	begins(AGENDA_THEME, 2, PEOPLE, 60);
	comes_to(STEP_RATE);
	wants(CMD_RATE_OPEN, 0);
	for (int32_t who = 0; who < PEOPLE; who++) {
		int32_t answer[AS_MANY_AS];

		for (int32_t i = 0; i < STATEMENTS; i++) {
			answer[i] = answer_of(i == 5 ? &answers[2] : &answers[3], who);
		}
		votes(answer);
	}
	passes(0);
	wants(CMD_LIST, LIST_DIFFERENT);
	{
		static const int32_t order[] = {5, 0, 1, 2, 3, 4, 6, 7};

		for (int32_t i = 0; i < STATEMENTS; i++) {
			char text[24];

			snprintf(text, sizeof text, "Påstående %d", 7 + order[i]);
			assert_string_equal(look()->result.rows[i].text, text);
		}
	}
}

static void the_secret_answers_behind_a_shared_one(void **state)
{
	const struct view_shared *shared = &scene.view.shared;

	(void)state;
	to_the_result();
	comes_to(STEP_SHARED);
	look();
	assert_true(shared->by_theme && shared->can_by_theme);   /* eight statements */
	assert_int_equal(shared->count, 1);
	assert_false(shared->has_tally);                         /* a theme has no counts of its own */
	assert_int_equal(shared->answer, -1);
	assert_string_equal(shared->grounds, "");
	assert_string_equal(shared->text, "Tema 2");
	assert_string_equal(shared->questions[0], "Hur vet vi det?");
	wants(CMD_SHARED_BY, 0);
	wants(CMD_SHARED_ITEM, 4);
	wants(CMD_SHARED_ANSWER, 2);
	look();
	assert_true(shared->has_tally);
	assert_int_equal(shared->verdict, VERDICT_UNITED);
	assert_int_equal(shared->answer, 2);
	assert_int_equal(shared->answered, 1);
	assert_string_equal(shared->text, "Påstående 11");
	writes(EDIT_GROUNDS, 4, "Skäl");
	look();
	assert_string_equal(shared->grounds, "Skäl");
	wants(CMD_SHARED_ITEM, 7);
	look();
	assert_false(shared->has_tally);                         /* too few */
	assert_int_equal(shared->answer, -1);
	assert_true(ask(CMD_EDIT, EDIT_GROUNDS, 7) > 0);
	look();
	assert_true(scene.view.edit.shown && scene.view.edit.pupils);
	assert_string_equal(scene.view.edit.title, "Påstående 14");
}

static int32_t lines_of(enum view_line_kind kind)
{
	int32_t count = 0;

	for (int32_t i = 0; i < scene.view.summary.line_count; i++) {
		count += scene.view.summary.lines[i].kind == kind ? 1 : 0;
	}
	return count;
}

static void the_meeting_told_afterwards(void **state)
{
	const struct view_summary *summary = &scene.view.summary;

	(void)state;
	to_the_result();
	passes(10 * MS_MINUTE);
	writes(EDIT_NOTE, 0, "Viktigt");
	comes_to(STEP_SHARED);
	wants(CMD_SHARED_ANSWER, 3);
	writes(EDIT_GROUNDS, 0, "Vi ser det varje dag.");
	wants(CMD_PARK, 0);
	wants(CMD_NEXT, 0);
	look();
	assert_true(scene.view.summary_shown && !summary->ended);
	assert_string_equal(summary->name, "theme");
	assert_int_equal(summary->people, 8);
	assert_int_equal(summary->laid, 8);
	assert_int_equal(lines_of(LINE_STEP), 8);
	assert_int_equal(lines_of(LINE_RESULT), 8);
	assert_int_equal(lines_of(LINE_SHARED), 1);
	assert_int_equal(lines_of(LINE_NOTE), 1);
	assert_int_equal(summary->lines[6].status, STEP_PARKED);
	assert_int_equal(summary->lines[3].minutes, 10);
	assert_string_equal(summary->lines[16].answer, "stämmer");
	assert_string_equal(summary->lines[16].text, "Vi ser det varje dag.");
	assert_string_equal(summary->lines[17].text, "Viktigt");
	assert_int_equal(summary->lines[8 + 7].verdict, VERDICT_TOO_FEW);
	assert_false(summary->open_way);
	wants(CMD_END, 0);
	assert_int_equal(look()->pending, PENDING_END);
	assert_int_equal(scene.view.pending_left_ms, 5 * MS_SECOND);
	passes(5 * MS_SECOND);
	assert_int_equal(look()->screen, SCREEN_HOME);
	/* The same from the archive. */
	scene.history.record_number = 7;
	scene.history.record = scene.core.meeting;
	assert_true(ask(CMD_GO, SCREEN_RECORD, 7) > 0);
	look();
	assert_true(summary->ended);
	assert_int_equal(summary->line_count, 18);
	assert_true(ask(CMD_GO, SCREEN_RECORD, 8) > 0);
	assert_int_equal(look()->summary.line_count, 0);
}

static void the_archive(void **state)
{
	const struct view_archive *archive = &scene.view.archive;

	(void)state;
	scene.history.count = scene.history.total = 3;
	scene.history.past[0] = (struct past){.number = 2, .wall = 1000, .agenda = "theme", .people = 8, .minutes = 55, .statements = 4,
	                                      .notes = 2, .first_statement = "p.a0.t0.s0"};
	scene.history.past[1] = (struct past){.number = 1, .wall = 500, .agenda = "no longer there", .cases = true};
	scene.history.past[2] = (struct past){.agenda = "area", .statements = 15, .first_statement = "p.a0.t0.s0"};
	wants(CMD_GO, SCREEN_ARCHIVE);
	look();
	assert_int_equal(archive->count, 3);
	assert_string_equal(archive->past[2].theme, "O0");       /* more than the theme: its area */
	assert_string_equal(archive->past[0].name, "theme");
	assert_string_equal(archive->past[0].theme, "Tema 0");
	assert_string_equal(archive->past[1].name, "");
	assert_true(archive->past[1].cases);
	scene.history.promise_count = 1;
	str_copy(scene.history.promises[0], TEXT_BYTES, "Vi provar");
	wants(CMD_GO, SCREEN_HOME);
	assert_int_equal(look()->home.past_count, 3);
	assert_string_equal(scene.view.home.promises[0], "Vi provar");
}

static void a_single_statement(void **state)
{
	(void)state;
	begins(AGENDA_THEME, 4, 4, 60);
	comes_to(STEP_SHARED);
	assert_false(look()->shared.can_by_theme);               /* one statement is its theme */
	assert_int_equal(scene.view.shared.count, 1);
}

/* A pack that is gone takes names away, not the meeting. */
static void a_meeting_outlives_its_pack(void **state)
{
	(void)state;
	to_the_result();
	scene.material = fixture_without_instrument();
	assert_string_equal(look()->result.rows[0].text, "p.a0.t2.s0");
	comes_to(STEP_SHARED);
	look();
	wants(CMD_SHARED_ANSWER, 1);
	comes_to(STEP_NOTE);
	wants(CMD_NEXT, 0);
	assert_int_equal(look()->summary.line_count, 8 + 8 + 1);
	scene.material = &(const struct material){.agenda_count = 0};
	assert_string_equal(look()->summary.name, "");
	assert_string_equal(scene.view.summary.lines[0].title, "");
	wants(CMD_UNDO, 0);
	assert_string_equal(look()->step.title, "");
	assert_string_equal(scene.view.step.prompt, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(bars_in_pack_order, open_scene),
		cmocka_unit_test_setup(ways_on, open_scene),
		cmocka_unit_test_setup(ties_stay_in_pack_order, open_scene),
		cmocka_unit_test_setup(the_secret_answers_behind_a_shared_one, open_scene),
		cmocka_unit_test_setup(the_meeting_told_afterwards, open_scene),
		cmocka_unit_test_setup(the_archive, open_scene),
		cmocka_unit_test_setup(a_single_statement, open_scene),
		cmocka_unit_test_setup(a_meeting_outlives_its_pack, open_scene),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
