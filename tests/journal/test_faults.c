/* Writes fail, once or for a while, at every place there is: the journal says so, forgets nothing, and is whole as soon as it can be. */
#include "tests/journal/meetings.h"

#include "tests/journal/fail_vfs.h"

#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define LAST (SCRIPT_BATCHES + 12)

static struct event batch[EVENTS_MAX];

static struct {
	char folder[FOLDER_BYTES];
	struct model *model;
	struct journal *journal;
} trial;

static enum journal_state open_trial(char why[WHY_BYTES])
{
	return journal_open(&(struct journal_config){.folder = trial.folder, .vfs = FAIL_VFS_NAME}, LANG_SV, &trial.journal, why);
}

static void open_well(void)
{
	char why[WHY_BYTES];

	if (open_trial(why) != JOURNAL_OPENED) {
		fail_msg("%s", why);
	}
}

static int set_up(void **state)
{
	(void)state;
	fail_vfs_register();
	folder_new(trial.folder);
	trial.model = model_new();
	trial.journal = NULL;
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	fail_vfs_at(0, 0, false);
	journal_close(trial.journal);
	trial.journal = NULL;
	folder_gone(trial.folder);
	model_free(trial.model);
	fail_vfs_unregister();
	return 0;
}

static void again(void)
{
	assert_int_equal(0, tear_down(NULL));
	assert_int_equal(0, set_up(NULL));
}

static bool play(int32_t i, bool *something)
{
	int32_t count = script_batch(i / SCRIPT_BATCHES, i % SCRIPT_BATCHES, batch);

	*something = event_class(batch[0].kind) != PASSING;
	model_take(trial.model, batch, count);
	return journal_append(trial.journal, batch, count, &trial.model->core);
}

/* The trial's model after `count` batches. */
static void model_at(int32_t count)
{
	model_free(trial.model);
	trial.model = model_new();
	for (int32_t i = 0; i < count; i++) {
		model_take(trial.model, batch, script_batch(i / SCRIPT_BATCHES, i % SCRIPT_BATCHES, batch));
	}
}

static void one_failure_is_made_good_by_the_next_append(void **state)
{
	static const int codes[] = {SQLITE_FULL, SQLITE_IOERR_WRITE};
	bool failed = true;

	(void)state;
	for (int64_t at = 1; failed; at++) {
		bool owed = false;
		int32_t missed = 0;

		open_well();
		fail_vfs_at(at, codes[at % 2], false);
		for (int32_t i = 0; i <= LAST; i++) {
			bool something;
			bool stored = play(i, &something);

			if (owed && something) {
				assert_true(stored);
				assert_null(model_differs(trial.model, trial.journal));
			}
			owed = !stored;
			missed += stored ? 0 : 1;
		}
		failed = fail_vfs_failed();
		/* A failed checkpoint alone need not be told: the log file has what counts. */
		assert_true(missed <= 2);
		journal_close(trial.journal);
		open_well();
		assert_null(model_differs(trial.model, trial.journal));
		again();
	}
}

static void a_long_failure_is_made_good_when_it_ends(void **state)
{
	(void)state;
	for (int64_t at = 1; at < 300; at += long_run(3, 1)) {
		int32_t heals = (int32_t)(at * 7 % LAST);
		bool something;
		bool stored = true;

		open_well();
		fail_vfs_at(at, SQLITE_IOERR_WRITE, true);
		for (int32_t i = 0; i <= LAST; i++) {
			if (i == heals) {
				fail_vfs_at(0, 0, false);
			}
			stored = play(i, &something);
			assert_true(stored || i < heals || !something);
		}
		assert_true(stored);
		assert_null(model_differs(trial.model, trial.journal));
		journal_close(trial.journal);
		open_well();
		assert_null(model_differs(trial.model, trial.journal));
		again();
	}
}

static void what_was_acknowledged_before_a_lasting_failure_is_there(void **state)
{
	bool failed = true;

	(void)state;
	for (int64_t at = 1; failed; at += long_run(3, 1)) {
		int32_t acknowledged = 0;
		int32_t now;

		open_well();
		fail_vfs_at(at, at % 2 == 0 ? SQLITE_FULL : SQLITE_IOERR_FSYNC, true);
		for (int32_t i = 0; i <= LAST; i++) {
			bool something;

			acknowledged = play(i, &something) ? i + 1 : acknowledged;
		}
		failed = fail_vfs_failed();
		journal_close(trial.journal);
		fail_vfs_at(0, 0, false);
		open_well();
		now = acknowledged;
		model_at(now);
		while (now <= LAST && model_differs(trial.model, trial.journal) != NULL) {
			model_take(trial.model, batch, script_batch(now / SCRIPT_BATCHES, now % SCRIPT_BATCHES, batch));
			now++;
		}
		assert_null(model_differs(trial.model, trial.journal));
		assert_true(!failed || acknowledged <= LAST + 1);
		again();
	}
}

static void opening_fails(bool something_to_lose)
{
	char why[WHY_BYTES];
	bool failed = true;
	int32_t refused = 0;

	for (int64_t at = 1; failed; at++) {
		enum journal_state opened;

		if (something_to_lose) {
			open_well();
			assert_int_equal(26, script_play(trial.journal, trial.model, 0, 25));
			journal_close(trial.journal);
		}
		fail_vfs_at(at, SQLITE_FULL, at % 3 == 0);
		opened = open_trial(why);
		failed = fail_vfs_failed();
		if (opened == JOURNAL_OPENED) {
			assert_string_equal("", why);
		} else {
			assert_int_equal(JOURNAL_UNWRITABLE, opened);
			assert_true(strlen(why) > 40);
			assert_null(trial.journal);
			refused++;
		}
		journal_close(trial.journal);
		fail_vfs_at(0, 0, false);
		open_well();
		assert_null(model_differs(trial.model, trial.journal));
		again();
	}
	assert_true(refused > 0);
}

static void opening_can_fail_anywhere_and_harms_nothing(void **state)
{
	(void)state;
	opening_fails(false);
	opening_fails(true);
}

/* Meetings that begin and end while nothing can be written are all there afterwards, up to as many as are remembered. */
static void meetings_held_without_a_card_are_archived_later(void **state)
{
	struct event dark = setting_event(SET_DARK, 1, "");

	(void)state;
	open_well();
	fail_vfs_at(1, SQLITE_FULL, true);
	for (int32_t i = 0; i < 3 * SCRIPT_BATCHES + 5; i++) {
		bool something;

		assert_false(play(i, &something));
	}
	fail_vfs_at(0, 0, false);
	model_take(trial.model, &dark, 1);
	assert_true(journal_append(trial.journal, &dark, 1, &trial.model->core));
	assert_null(model_differs(trial.model, trial.journal));
	journal_close(trial.journal);
	open_well();
	assert_null(model_differs(trial.model, trial.journal));
}

static void more_meetings_than_are_remembered_are_owned_up_to(void **state)
{
	struct event dark = setting_event(SET_DARK, 1, "");
	struct history *history = calloc(1, sizeof *history);

	(void)state;
	open_well();
	fail_vfs_at(1, SQLITE_FULL, true);
	for (int32_t i = 0; i < 6 * SCRIPT_BATCHES; i++) {
		bool something;

		assert_false(play(i, &something));
	}
	fail_vfs_at(0, 0, false);
	assert_false(journal_append(trial.journal, &dark, 1, &trial.model->core));
	assert_true(journal_history(trial.journal, 0, history));
	assert_int_equal(4, history->total);
	free(history);
}

/* While nothing can be written someone puts an older copy of the file in its place: what stands there gives way to what was held. */
static void a_file_that_was_exchanged_is_brought_up_to_date(void **state)
{
	char path[2 * FOLDER_BYTES];
	char log_file[2 * FOLDER_BYTES];
	unsigned char *older;
	size_t size;
	bool something;

	(void)state;
	folder_file(path, trial.folder, "samsyn.db");
	folder_file(log_file, trial.folder, "samsyn.db-wal");
	open_well();
	assert_int_equal(SCRIPT_BATCHES + 17, script_play(trial.journal, trial.model, 0, SCRIPT_BATCHES + 16));
	journal_close(trial.journal);
	older = file_bytes(path, &size);
	open_well();
	assert_int_equal(9, script_play(trial.journal, trial.model, SCRIPT_BATCHES + 17, 2 * SCRIPT_BATCHES + 7));
	fail_vfs_at(1, SQLITE_IOERR_WRITE, true);
	assert_false(play(2 * SCRIPT_BATCHES + 9, &something));
	assert_int_equal(0, unlink(path));
	(void)unlink(log_file);
	file_write(path, older, size);
	free(older);
	fail_vfs_at(0, 0, false);
	assert_true(play(2 * SCRIPT_BATCHES + 10, &something));
	assert_null(model_live_differs(trial.model, trial.journal));
	journal_close(trial.journal);
	open_well();
	assert_null(model_live_differs(trial.model, trial.journal));
}

/* A real full disk, where the machine lets the test make one. */
static void a_full_disk_is_told_and_made_good(void **state)
{
	char filler[2 * FOLDER_BYTES];
	unsigned char *bytes = calloc(1, 1 << 20);
	struct event event;
	bool stored = true;
	FILE *out;
	int32_t notes = 0;

	(void)state;
	assert_int_equal(0, mkdir(trial.folder, 0700));
	if (mount("tmpfs", trial.folder, "tmpfs", 0, "size=1m") != 0) {
		free(bytes);
		skip();
	}
	open_well();
	assert_int_equal(9, script_play(trial.journal, trial.model, 0, 8));
	folder_file(filler, trial.folder, "filler");
	out = fopen(filler, "wb");
	(void)fwrite(bytes, 1, 1 << 20, out);
	(void)fclose(out);
	free(bytes);
	for (notes = 0; notes < 40; notes++) {
		char text[TEXT_BYTES];

		(void)snprintf(text, sizeof text, "%0600d", (int)notes);
		event = event_with(EVENT_NOTE_WRITTEN, 600000, notes, -1, "", text);
		model_take(trial.model, &event, 1);
		stored = journal_append(trial.journal, &event, 1, &trial.model->core);
	}
	assert_false(stored);
	assert_int_equal(0, unlink(filler));
	event = event_of(EVENT_MEETING_ENDED, 700000);
	model_take(trial.model, &event, 1);
	assert_true(journal_append(trial.journal, &event, 1, &trial.model->core));
	journal_close(trial.journal);
	open_well();
	assert_null(model_differs(trial.model, trial.journal));
	journal_close(trial.journal);
	trial.journal = NULL;
	assert_int_equal(0, umount(trial.folder));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(one_failure_is_made_good_by_the_next_append, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_long_failure_is_made_good_when_it_ends, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_was_acknowledged_before_a_lasting_failure_is_there, set_up, tear_down),
		cmocka_unit_test_setup_teardown(opening_can_fail_anywhere_and_harms_nothing, set_up, tear_down),
		cmocka_unit_test_setup_teardown(meetings_held_without_a_card_are_archived_later, set_up, tear_down),
		cmocka_unit_test_setup_teardown(more_meetings_than_are_remembered_are_owned_up_to, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_file_that_was_exchanged_is_brought_up_to_date, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_full_disk_is_told_and_made_good, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
