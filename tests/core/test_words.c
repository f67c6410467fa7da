/* Words: letters and the cursor, notes, names, the shared answer and its grounds, and what a cut leaves of a text half written. */
#include "tests/core/unit_test.h"

#include "firmware/base/str.h"
#include "tests/core/scene.h"

static int open_scene(void **state)
{
	(void)state;
	scene_open();
	return 0;
}

static const struct meeting *meeting(void)
{
	return &scene.core.meeting;
}

static const struct editing *edit(void)
{
	return &scene.core.edit;
}

static void in_a_talk(void)
{
	begins(AGENDA_TALK, 0, 6, 60);
}

static void presses(const char *text)
{
	uint32_t letter;

	while ((letter = str_next(&text)) != 0) {
		wants(CMD_TYPE, (int32_t)letter);
	}
}

/* ---- Letters ---- */

static void letters_and_the_cursor(void **state)
{
	(void)state;
	in_a_talk();
	refused(CMD_TYPE, 'a', REFUSAL_NOT_HERE);
	assert_true(ask(CMD_EDIT, EDIT_NOTE, 0) > 0);
	assert_true(edit()->shift);                  /* a sentence begins with a capital */
	presses("Hå€😀");
	assert_string_equal(edit()->text, "Hå€😀");
	wants(CMD_CURSOR, -2);
	wants(CMD_TYPE, 'x');
	assert_string_equal(edit()->text, "Håx€😀");
	wants(CMD_ERASE, 0);
	wants(CMD_ERASE, 0);
	assert_string_equal(edit()->text, "H€😀");
	wants(CMD_CURSOR, INT32_MAX);
	assert_int_equal(edit()->cursor, strlen(edit()->text));
	wants(CMD_CURSOR, INT32_MIN);
	assert_int_equal(edit()->cursor, 0);
	refused(CMD_ERASE, 0, REFUSAL_BOUND);
	wants(CMD_EDIT_CANCEL, 0);
	assert_int_equal(meeting()->note_count, 0);
}

static void capitals_begin_sentences(void **state)
{
	(void)state;
	in_a_talk();
	assert_true(ask(CMD_EDIT, EDIT_NOTE, 0) > 0);
	presses("Ja");
	assert_false(edit()->shift);
	presses(". ");
	assert_true(edit()->shift);
	presses("N");
	assert_false(edit()->shift);
	presses("u? ");
	assert_true(edit()->shift);
	presses("Ja! ");
	assert_true(edit()->shift);
	presses("Nej, ");
	assert_false(edit()->shift);
	wants(CMD_SHIFT, 0);
	assert_true(edit()->shift);
	wants(CMD_ERASE, 0);
	assert_false(edit()->shift);
	while (edit()->cursor > 0) {
		wants(CMD_ERASE, 0);
	}
	assert_true(edit()->shift);
	wants(CMD_KEYS, 2);
	assert_int_equal(edit()->page, 2);
	wants(CMD_KEYS, 99);
	assert_int_equal(edit()->page, 3);
}

static void what_is_no_letter(void **state)
{
	static const int32_t none[] = {0, -1, 7, '\n', '\t', 0x1F, 0x7F, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0x110000, INT32_MAX, INT32_MIN};

	(void)state;
	in_a_talk();
	assert_true(ask(CMD_EDIT, EDIT_NOTE, 0) > 0);
	for (size_t i = 0; i < ARRAY_LEN(none); i++) {
		refused(CMD_TYPE, none[i], REFUSAL_BOUND);
	}
	wants(CMD_TYPE, 0xD7FF);
	wants(CMD_TYPE, 0xE000);
	wants(CMD_TYPE, 0x10FFFF);
	assert_true(str_valid(edit()->text, strlen(edit()->text)));
}

static void a_text_has_an_end(void **state)
{
	int32_t letters = 0;

	(void)state;
	in_a_talk();
	assert_true(ask(CMD_EDIT, EDIT_NOTE, 0) > 0);
	assert_false(look()->edit.full);
	while (ask(CMD_TYPE, 0xE5, 0) > 0) {
		letters++;
	}
	assert_int_equal(scene.why, REFUSAL_BOUND);
	assert_int_equal(letters, (TEXT_BYTES - 1) / 2);
	assert_true(look()->edit.full);   /* and the screen says so */
	wants(CMD_ERASE, 0);
	wants(CMD_ERASE, 0);
	assert_false(look()->edit.full);
	wants(CMD_TYPE, 0xE5);
	wants(CMD_TYPE, 0xE5);
	wants(CMD_EDIT_DONE, 0);
	assert_int_equal(strlen(meeting()->notes[0].text), TEXT_BYTES - 2);
	assert_true(ask(CMD_EDIT, EDIT_TEAM, 0) > 0);
	for (letters = 0; ask(CMD_TYPE, 0xE5, 0) > 0; letters++) {
		assert_true(letters < NAME_BYTES);
	}
	assert_int_equal(letters, (NAME_BYTES - 1) / 2);
}

/* ---- Notes ---- */

static void notes_are_written_changed_and_emptied(void **state)
{
	(void)state;
	in_a_talk();
	writes(EDIT_NOTE, 0, "  Först  ");
	wants(CMD_NEXT, 0);
	writes(EDIT_NOTE, 1, "Sedan");
	assert_int_equal(meeting()->note_count, 2);
	assert_string_equal(meeting()->notes[0].text, "Först");
	assert_int_equal(meeting()->notes[0].step, 0);
	assert_int_equal(meeting()->notes[1].step, 1);
	writes(EDIT_NOTE, 0, " och främst");
	assert_string_equal(meeting()->notes[0].text, "Först och främst");
	assert_int_equal(meeting()->notes[0].step, 0);   /* stays where it was written */
	assert_true(ask(CMD_EDIT, EDIT_NOTE, 0) > 0);
	while (ask(CMD_ERASE, 0, 0) > 0) {
		assert_true(strlen(edit()->text) < TEXT_BYTES);
	}
	presses("   ");
	wants(CMD_EDIT_DONE, 0);                         /* emptied: gone */
	assert_int_equal(meeting()->note_count, 1);
	assert_string_equal(meeting()->notes[0].text, "Sedan");
	writes(EDIT_NOTE, 1, "  ");
	assert_int_equal(meeting()->note_count, 1);      /* nothing written: nothing kept */
	assert_int_equal(ask(CMD_NOTE_REMOVE, 0, 1), 0);
	assert_true(ask(CMD_NOTE_REMOVE, 0, 0) > 0);
	assert_int_equal(meeting()->note_count, 0);
	assert_int_equal(ask(CMD_EDIT, EDIT_NOTE, 1), 0);
	assert_int_equal(ask(CMD_EDIT, EDIT_NOTE, -1), 0);
	assert_int_equal(ask(CMD_EDIT, 99, 0), 0);
}

static void so_many_notes(void **state)
{
	(void)state;
	in_a_talk();
	for (int32_t i = 0; i < NOTES_MAX; i++) {
		writes(EDIT_NOTE, i, "x");
	}
	assert_int_equal(meeting()->note_count, NOTES_MAX);
	assert_int_equal(ask(CMD_EDIT, EDIT_NOTE, NOTES_MAX), 0);
	assert_false(look()->notes.can_add);
	comes_to(STEP_NOTE);
	wants(CMD_NEXT, 0);
	assert_true(ask(CMD_NOTE_REMOVE, 0, 3) > 0);
	writes(EDIT_NOTE, NOTES_MAX - 1, "Till sist");   /* the summary may be added to; it belongs to the whole meeting */
	assert_int_equal(meeting()->notes[NOTES_MAX - 1].step, -1);
}

static void nothing_is_written_about_pupils(void **state)
{
	(void)state;
	begins(AGENDA_CASES, 0, 6, 60);
	assert_true(meeting()->cases);
	for (int32_t i = 0; i < 3; i++) {
		assert_int_equal(ask(CMD_EDIT, EDIT_NOTE, 0), 0);
		assert_int_equal(ask(CMD_EDIT, EDIT_GROUNDS, 0), 0);
		assert_false(look()->notes.can_add);
		wants(CMD_NEXT, 0);
	}
	assert_int_equal(ask(CMD_EDIT, EDIT_NOTE, 0), 0);
	assert_true(look()->summary.cases);
	for (int32_t i = 0; i < scene.view.summary.line_count; i++) {
		assert_int_equal(scene.view.summary.lines[i].kind, LINE_STEP);
	}
}

/* ---- Names ---- */

static void names_are_settings(void **state)
{
	(void)state;
	wants(CMD_GO, SCREEN_SETTINGS);
	writes(EDIT_SCHOOL, 0, " Lindängsskolan ");
	writes(EDIT_TEAM, 0, "Arbetslag 7");
	assert_string_equal(scene.core.settings.school, "Lindängsskolan");
	assert_string_equal(scene.core.settings.team, "Arbetslag 7");
	assert_int_equal(scene.per_kind[EVENT_SETTING_CHANGED], 3);   /* with the end of the first run */
	assert_true(ask(CMD_EDIT, EDIT_SCHOOL, 0) > 0);
	assert_string_equal(edit()->text, "Lindängsskolan");
	wants(CMD_EDIT_CANCEL, 0);
	assert_string_equal(scene.core.settings.school, "Lindängsskolan");
}

/* ---- The shared answer ---- */

static void in_shared(int32_t agenda, int32_t theme, int32_t people, int32_t minutes)
{
	begins(agenda, theme, people, minutes);
	comes_to(STEP_SHARED);
}

static void a_shared_answer_with_grounds(void **state)
{
	const struct shared *said;

	(void)state;
	in_shared(AGENDA_THEME, 0, 4, 60);
	assert_false(meeting()->shared_by_theme);   /* four statements are answered one at a time */
	assert_int_equal(shared_items(meeting()), 4);
	wants(CMD_SHARED_ITEM, 2);
	refused(CMD_SHARED_ANSWER, ANSWERS, REFUSAL_BOUND);
	refused(CMD_SHARED_ANSWER, -1, REFUSAL_BOUND);
	wants(CMD_SHARED_ANSWER, 1);
	wants(CMD_SHARED_ANSWER, UNSURE);
	writes(EDIT_GROUNDS, 2, "Vi har sett det.");
	said = meeting_shared(meeting(), "p.a0.t0.s2");
	assert_non_null(said);
	assert_int_equal(said->answer, UNSURE);
	assert_string_equal(said->grounds, "Vi har sett det.");
	assert_int_equal(meeting()->shared_count, 1);
	wants(CMD_SHARED_ITEM, INT32_MAX);
	assert_int_equal(scene.core.shared_item, 3);
	wants(CMD_SHARED_ITEM, INT32_MIN);
	assert_int_equal(scene.core.shared_item, 0);
	writes(EDIT_GROUNDS, 0, "  ");              /* no grounds for no answer */
	assert_int_equal(meeting()->shared_count, 1);
	assert_int_equal(ask(CMD_EDIT, EDIT_GROUNDS, 4), 0);
	assert_int_equal(ask(CMD_EDIT, EDIT_GROUNDS, -1), 0);
	wants(CMD_NEXT, 0);
	refused(CMD_SHARED_ANSWER, 1, REFUSAL_NOT_HERE);
}

static void many_statements_go_by_theme(void **state)
{
	char id[ID_BYTES];

	(void)state;
	in_shared(AGENDA_AREA, 0, 4, 60);
	assert_true(meeting()->shared_by_theme);
	assert_int_equal(meeting()->statement_count, 15);
	assert_int_equal(shared_items(meeting()), 3);
	shared_item_id(meeting(), 2, id);
	assert_string_equal(id, "p.a0.t2");
	wants(CMD_SHARED_ITEM, 2);
	wants(CMD_SHARED_ANSWER, 3);
	assert_int_equal(meeting_shared(meeting(), "p.a0.t2")->answer, 3);
	wants(CMD_SHARED_BY, 0);
	assert_int_equal(scene.core.shared_item, 0);
	assert_int_equal(shared_items(meeting()), 15);
	wants(CMD_SHARED_ITEM, 14);
	wants(CMD_UNDO, 0);                         /* back to three themes: an item that there is */
	assert_int_equal(shared_items(meeting()), 3);
	assert_true(scene.core.shared_item < 3);
	wants(CMD_SHARED_ANSWER, 0);
}

static void more_statements_than_answers_have_room(void **state)
{
	(void)state;
	sets_up(AGENDA_AREA, 0, 4, 60);
	wants(CMD_SETUP_AREA, -1);
	wants(CMD_BEGIN, 0);
	assert_int_equal(meeting()->statement_count, STATEMENTS_MAX);
	comes_to(STEP_SHARED);
	wants(CMD_SHARED_BY, 0);
	for (int32_t i = 0; i < STATEMENTS_MAX; i++) {
		wants(CMD_SHARED_ITEM, i);
		if (i < SHARED_MAX) {
			wants(CMD_SHARED_ANSWER, i % ANSWERS);
		} else {
			refused(CMD_SHARED_ANSWER, 1, REFUSAL_BOUND);
			assert_int_equal(ask(CMD_EDIT, EDIT_GROUNDS, i), 0);
		}
	}
	wants(CMD_SHARED_ITEM, 3);
	wants(CMD_SHARED_ANSWER, 0);                /* what has an answer may change it */
}

/* ---- The keyboard has the screen ---- */

static void nothing_moves_under_the_keyboard(void **state)
{
	static const enum command_kind kinds[] = {CMD_NEXT, CMD_PARK, CMD_UNDO, CMD_SHARED_BY, CMD_SHARED_ITEM, CMD_SHARED_ANSWER,
	                                          CMD_NOTE_REMOVE, CMD_ROUND_TO_PAIRS, CMD_END, CMD_GO, CMD_EDIT, CMD_PEOPLE, CMD_RATE_OPEN};

	(void)state;
	in_shared(AGENDA_AREA, 0, 4, 60);
	wants(CMD_SHARED_BY, 0);
	writes(EDIT_NOTE, 0, "En");
	assert_true(ask(CMD_EDIT, EDIT_GROUNDS, 12) > 0);
	presses("Så är det");
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
		refused(kinds[i], 1, REFUSAL_NOT_HERE);
	}
	wants(CMD_PAUSE, 0);                        /* the clock may stand still meanwhile */
	wants(CMD_RESUME, 0);
	wants(CMD_EDIT_DONE, 0);
	assert_int_equal(meeting()->shared_count, 1);
	assert_string_equal(meeting()->shared[0].grounds, "Så är det");
	wants(CMD_END, 0);
	assert_int_equal(ask(CMD_EDIT, EDIT_NOTE, 1), 0);   /* it would end with the text half written */
}

/* ---- Drafts ---- */

static void a_cut_gives_the_text_back(void **state)
{
	(void)state;
	in_a_talk();
	writes(EDIT_NOTE, 0, "Klar");
	assert_true(ask(CMD_EDIT, EDIT_NOTE, 1) > 0);
	presses("Halv");
	passes(10 * MS_SECOND);
	presses("fär");
	power_cut();
	assert_int_equal(edit()->what, EDIT_NOTE);
	assert_int_equal(edit()->which, 1);
	assert_string_equal(edit()->text, "Halv");
	presses("t");
	wants(CMD_EDIT_DONE, 0);
	assert_string_equal(meeting()->notes[1].text, "Halvt");
	power_cut();
	assert_int_equal(edit()->what, EDIT_NOTHING);
	assert_int_equal(meeting()->note_count, 2);
}

/* A draft is kept once, and again when the text has changed; a text that rests wakes nobody. */
static void a_draft_is_kept_once(void **state)
{
	int32_t kept;

	(void)state;
	in_a_talk();
	wants(CMD_PAUSE, 0);
	assert_true(ask(CMD_EDIT, EDIT_NOTE, 0) > 0);
	presses("En");
	passes(MS_MINUTE);
	kept = scene.per_kind[EVENT_DRAFT_KEPT];
	assert_int_equal(kept, 1);
	assert_int_equal(core_deadline(&scene.core), MS_NEVER);
	presses("x");
	assert_true(core_deadline(&scene.core) < MS_NEVER);
	passes(MS_MINUTE);
	assert_int_equal(scene.per_kind[EVENT_DRAFT_KEPT], 2);
	wants(CMD_RESUME, 0);
	passes(MS_MINUTE);
	assert_int_equal(scene.per_kind[EVENT_DRAFT_KEPT], 2);
}

/* However a text ends, its draft ends with it. */
static void drafts_end(void **state)
{
	(void)state;
	in_a_talk();
	wants(CMD_PAUSE, 0);                        /* kept against a cut also while the clock stands still */
	for (int32_t way = 0; way < 4; way++) {
		writes(EDIT_NOTE, meeting()->note_count, "En");
		assert_true(ask(CMD_EDIT, EDIT_NOTE, way == 3 ? meeting()->note_count : 0) > 0);
		presses("b");
		passes(10 * MS_SECOND);
		assert_int_equal(scene.core.draft.what, EDIT_NOTE);
		while (way >= 2 && ask(CMD_ERASE, 0, 0) > 0) {
			assert_true(edit()->cursor >= 0);
		}
		wants(way == 0 ? CMD_EDIT_CANCEL : CMD_EDIT_DONE, 0);
		assert_int_equal(scene.core.draft.what, EDIT_NOTHING);
		power_cut();
		assert_int_equal(edit()->what, EDIT_NOTHING);
		passes(MS_MINUTE);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(letters_and_the_cursor, open_scene),
		cmocka_unit_test_setup(capitals_begin_sentences, open_scene),
		cmocka_unit_test_setup(what_is_no_letter, open_scene),
		cmocka_unit_test_setup(a_text_has_an_end, open_scene),
		cmocka_unit_test_setup(notes_are_written_changed_and_emptied, open_scene),
		cmocka_unit_test_setup(so_many_notes, open_scene),
		cmocka_unit_test_setup(nothing_is_written_about_pupils, open_scene),
		cmocka_unit_test_setup(names_are_settings, open_scene),
		cmocka_unit_test_setup(a_shared_answer_with_grounds, open_scene),
		cmocka_unit_test_setup(many_statements_go_by_theme, open_scene),
		cmocka_unit_test_setup(more_statements_than_answers_have_room, open_scene),
		cmocka_unit_test_setup(nothing_moves_under_the_keyboard, open_scene),
		cmocka_unit_test_setup(a_cut_gives_the_text_back, open_scene),
		cmocka_unit_test_setup(a_draft_is_kept_once, open_scene),
		cmocka_unit_test_setup(drafts_end, open_scene),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
