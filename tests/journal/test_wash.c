/* When a meeting has ended no byte of its turn-by-turn events, of drafts or of notes taken back is left in any file. The same program
   built with SABOTAGE_NO_WASH or SABOTAGE_NO_ERASE must fail here. */
#include "tests/journal/meetings.h"

#include "firmware/base/str.h"
#include "board/play/cut_vfs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <unistd.h>

#include <cmocka.h>

struct fixture {
	char folder[FOLDER_BYTES];
	struct model *model;
	struct journal *journal;
};

static int set_up(void **state)
{
	struct fixture *fixture = calloc(1, sizeof *fixture);

	folder_new(fixture->folder);
	fixture->model = model_new();
	*state = fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	journal_close(fixture->journal);
	folder_gone(fixture->folder);
	model_free(fixture->model);
	free(fixture);
	return 0;
}

static bool put(struct fixture *fixture, struct event event)
{
	model_take(fixture->model, &event, 1);
	return journal_append(fixture->journal, &event, 1, &fixture->model->core);
}

static bool folder_holds(const char *folder, const char *text)
{
	size_t size;
	unsigned char *bytes = folder_bytes(folder, &size);
	bool holds = bytes_hold(bytes, size, text);

	free(bytes);
	return holds;
}

/* Letters that no file has by chance, a different text for each number, as long as a text may be where `is_long`. */
static void marker(char text[TEXT_BYTES], const char *what, int32_t number, bool is_long)
{
	(void)snprintf(text, TEXT_BYTES, "Qzx%s-%d-", what, (int)number);
	while (is_long && strlen(text) + 12 < TEXT_BYTES) {
		(void)str_append(text, TEXT_BYTES, "QzxFyllning ");
	}
}

/* A long meeting: notes written, changed, taken away and taken back, drafts, hands, grounds chosen anew. */
static void hold_a_meeting(struct fixture *fixture, int32_t rounds)
{
	char text[TEXT_BYTES];
	struct event event;

	assert_int_equal(5, script_play(fixture->journal, fixture->model, 0, 4));
	for (int32_t i = 0; i < rounds; i++) {
		marker(text, "Utkast", i, i % 3 == 0);
		assert_true(put(fixture, event_with(EVENT_DRAFT_KEPT, 300000 + i, EDIT_NOTE, i % 7, "", text)));
		marker(text, "Anteckning", i, i % 2 == 0);
		event = event_with(EVENT_NOTE_WRITTEN, 300000 + i, min_i32(i % 7, fixture->model->core.meeting.note_count), -1, "QzxId", text);
		event.mark = true;
		assert_true(put(fixture, event));
		marker(text, "Grund", i, i % 5 == 0);
		assert_true(put(fixture, event_with(EVENT_SHARED_GROUNDS, 300000 + i, 0, 0, "QzxTema", text)));
		assert_true(put(fixture, event_with(EVENT_HAND_RAISED, 300000 + i, i % 8, 0, "QzxHand", "")));
		if (i % 4 == 1) {
			event = event_with(EVENT_NOTE_REMOVED, 300000 + i, 0, 0, "QzxBort", "");
			event.mark = true;
			assert_true(put(fixture, event));
		}
		if (i % 4 == 3) {
			assert_true(put(fixture, event_of(EVENT_UNDONE, 300000 + i)));
		}
		assert_true(put(fixture, event_of(EVENT_CLOCK_PASSED, 300000 + i)));
	}
	marker(text, "Sist", 1, false);
	assert_true(put(fixture, event_with(EVENT_DRAFT_KEPT, 900000, EDIT_NOTE, 0, "", text)));
}

/* Every marker that was ever stored, but for those that the meeting ended with. */
static void only_the_record_is_left(struct fixture *fixture, int32_t rounds)
{
	static const char *const kinds[] = {"Utkast", "Anteckning", "Grund"};
	const struct meeting *meeting = &fixture->model->core.meeting;
	size_t size;
	unsigned char *bytes = folder_bytes(fixture->folder, &size);
	int32_t kept = 0;

	assert_false(bytes_hold(bytes, size, "QzxId"));
	assert_false(bytes_hold(bytes, size, "QzxHand"));
	assert_false(bytes_hold(bytes, size, "QzxBort"));
	assert_false(bytes_hold(bytes, size, "QzxUtkast"));
	assert_false(bytes_hold(bytes, size, "QzxSist"));
	assert_false(bytes_hold(bytes, size, "_WRITTEN") || bytes_hold(bytes, size, "MEETING_BEGUN") ||
	             bytes_hold(bytes, size, "_RAISED") || bytes_hold(bytes, size, "CLOCK_PASSED") || bytes_hold(bytes, size, "UNDONE"));
	for (int32_t i = 0; i < rounds; i++) {
		for (size_t k = 0; k < ARRAY_LEN(kinds); k++) {
			char text[TEXT_BYTES];
			bool should = false;

			marker(text, kinds[k], i, false);
			for (int32_t n = 0; n < meeting->note_count; n++) {
				should = should || str_starts(meeting->notes[n].text, text);
			}
			for (int32_t n = 0; n < meeting->shared_count; n++) {
				should = should || str_starts(meeting->shared[n].grounds, text);
			}
			assert_int_equal(should, bytes_hold(bytes, size, text));
			kept += should ? 1 : 0;
		}
	}
	assert_true(kept > 3);
	free(bytes);
}

static void the_end_leaves_no_trace(void **state)
{
	struct fixture *fixture = *state;

	fixture->journal = open_ok(fixture->folder);
	hold_a_meeting(fixture, 150);
	/* The test would find them: they are there until the end. */
	assert_true(folder_holds(fixture->folder, "QzxSist"));
	assert_true(folder_holds(fixture->folder, "QzxAnteckning-3-"));
	assert_true(folder_holds(fixture->folder, "QzxHand"));
	assert_true(put(fixture, event_of(EVENT_MEETING_ENDED, 999999)));
	only_the_record_is_left(fixture, 150);
	assert_null(model_differs(fixture->model, fixture->journal));
	journal_close(fixture->journal);
	fixture->journal = NULL;
	only_the_record_is_left(fixture, 150);
	fixture->journal = open_ok(fixture->folder);
	only_the_record_is_left(fixture, 150);
	assert_null(model_differs(fixture->model, fixture->journal));
}

static void a_meeting_resumed_over_several_starts_leaves_no_trace(void **state)
{
	struct fixture *fixture = *state;

	fixture->journal = open_ok(fixture->folder);
	hold_a_meeting(fixture, 20);
	journal_close(fixture->journal);
	fixture->journal = open_ok(fixture->folder);
	hold_a_meeting(fixture, 40);
	journal_close(fixture->journal);
	fixture->journal = open_ok(fixture->folder);
	assert_true(put(fixture, event_of(EVENT_MEETING_ENDED, 999999)));
	only_the_record_is_left(fixture, 40);
}

/* The power goes while the last append is on its way: at the next start either the meeting is still on or nothing of it is left. */
static void a_cut_during_the_end_leaves_all_or_nothing(void **state)
{
	struct fixture *fixture = *state;
	int32_t ended = 0;
	int32_t still_on = 0;
	int64_t point = 1;
	bool was_cut = true;

	while (was_cut) {
		struct journal_config config = {.folder = fixture->folder, .vfs = CUT_VFS_NAME};
		struct cut_vfs *vfs = cut_vfs_create((uint64_t)point);
		struct event end = event_of(EVENT_MEETING_ENDED, 999999);
		char why[WHY_BYTES];

		assert_int_equal(JOURNAL_OPENED, journal_open(&config, LANG_EN, &fixture->journal, why));
		hold_a_meeting(fixture, 12);
		cut_vfs_cut_at(vfs, point++);
		model_take(fixture->model, &end, 1);
		assert_true(journal_append(fixture->journal, &end, 1, &fixture->model->core) || cut_vfs_is_cut(vfs));
		was_cut = cut_vfs_is_cut(vfs);
		journal_close(fixture->journal);
		cut_vfs_restore(vfs);
		assert_int_equal(JOURNAL_OPENED, journal_open(&config, LANG_EN, &fixture->journal, why));
		if (model_differs(fixture->model, fixture->journal) == NULL) {
			only_the_record_is_left(fixture, 12);
			ended++;
		} else {
			assert_true(folder_holds(fixture->folder, "QzxSist"));
			still_on++;
		}
		journal_close(fixture->journal);
		fixture->journal = NULL;
		cut_vfs_destroy(vfs);
		folder_gone(fixture->folder);
		model_free(fixture->model);
		fixture->model = model_new();
	}
	assert_true(ended > 3 && still_on > 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_end_leaves_no_trace, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_meeting_resumed_over_several_starts_leaves_no_trace, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_cut_during_the_end_leaves_all_or_nothing, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
