/* What is kept of a damaged database, what people are told, and that a salvage cut off is finished. */
#include "tests/journal/wreck.h"

#include "firmware/journal/store.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static int files_in_folder(void)
{
	struct dirent **names;
	int count = scandir(wreck.folder, &names, NULL, alphasort);

	for (int i = 0; i < count; i++) {
		free(names[i]);
	}
	free(names);
	return count - 2;
}

static void the_words_say_what_was_lost(void **state)
{
	char why[WHY_BYTES];
	char aside[2 * FOLDER_BYTES];
	unsigned char *kept;
	size_t kept_size;

	(void)state;
	wreck_word("Första 0");
	assert_int_equal(JOURNAL_SALVAGED, wreck_open(LANG_SV, why));
	assert_non_null(strstr(why, "hade gått sönder"));
	assert_non_null(strstr(why, "Räddade avslutade möten: 1."));
	assert_non_null(strstr(why, "inte gick att läsa: 1."));
	assert_non_null(strstr(why, "Mötet som pågick finns kvar."));
	assert_null(strstr(why, "saknas"));
	assert_null(strstr(why, "inställningarna"));
	assert_non_null(strstr(why, "samsyn.db.trasig-1"));
	assert_null(model_live_differs(wreck.model, wreck.journal));
	/* The damaged file is kept as it was. */
	folder_file(aside, wreck.folder, "samsyn.db.trasig-1");
	kept = file_bytes(aside, &kept_size);
	assert_int_equal(wreck.whole_size, kept_size);
	assert_memory_equal(wreck.whole, kept, wreck.whole_size);
	free(kept);
	/* Nothing else is left lying about, and all is well from here on. */
	wreck_close();
	assert_int_equal(2, files_in_folder());
	assert_int_equal(JOURNAL_OPENED, wreck_open(LANG_SV, why));
}

static void the_same_in_english(void **state)
{
	char why[WHY_BYTES];

	(void)state;
	wreck_word("Skola 3");
	assert_int_equal(JOURNAL_SALVAGED, wreck_open(LANG_EN, why));
	assert_non_null(strstr(why, "had been damaged"));
	assert_non_null(strstr(why, "Ended meetings rescued: 2."));
	assert_null(strstr(why, "could not be read"));
	assert_non_null(strstr(why, "not all of them are left"));
	assert_non_null(strstr(why, "samsyn.db.trasig-1"));
	records_are_true();
}

static void a_meeting_that_was_on_is_kept_as_far_as_it_can_be(void **state)
{
	char why[WHY_BYTES];
	struct replayed is = {.at = NULL};

	(void)state;
	wreck_word("Andra 3");
	assert_int_equal(JOURNAL_SALVAGED, wreck_open(LANG_EN, why));
	assert_non_null(strstr(why, "perhaps without the last of it"));
	settings_and_meeting_are_true();
	journal_replay(wreck.journal, replayed_take, &is);
	assert_true(is.count > 15 && is.count < wreck.model->count);
	replayed_free(&is);
}

static void without_the_tool_nothing_is_lost_that_was_not(void **state)
{
	char why[WHY_BYTES];
	char *path = strdup(getenv("PATH"));
	struct history *history = calloc(1, sizeof *history);

	(void)state;
	wreck_word("Första 0");
	assert_int_equal(0, setenv("PATH", "/nonexistent", 1));
	assert_int_equal(JOURNAL_SALVAGED, wreck_open(LANG_SV, why));
	assert_non_null(strstr(why, "verktyget sqlite3 finns inte"));
	assert_non_null(strstr(why, "samsyn.db.trasig-1"));
	assert_true(journal_history(wreck.journal, 0, history));
	assert_int_equal(0, history->total);
	wreck_close();
	assert_int_equal(0, setenv("PATH", path, 1));
	/* Someone installs the tool and puts the file back. */
	assert_int_equal(0, unlink(wreck.database));
	assert_int_equal(JOURNAL_SALVAGED, wreck_open(LANG_SV, why));
	assert_non_null(strstr(why, "Räddade avslutade möten: 1."));
	free(path);
	free(history);
}

/* One that does not know what it is asked for says nothing at all. */
static void a_tool_too_old_is_told(void **state)
{
	static const char script[] = "#!/bin/sh\necho 'unknown option' >&2\nexit 1\n";
	char why[WHY_BYTES];
	char folder[] = "/tmp/samsyn-tool-XXXXXX";   /* data folders may lie where nothing can be run */
	char tool[FOLDER_BYTES];
	char *path = strdup(getenv("PATH"));

	(void)state;
	assert_non_null(mkdtemp(folder));
	(void)snprintf(tool, sizeof tool, "%s/sqlite3", folder);
	file_write(tool, (const unsigned char *)script, sizeof script - 1);
	assert_int_equal(0, chmod(tool, 0700));
	wreck_word("Första 0");
	assert_int_equal(0, setenv("PATH", folder, 1));
	assert_int_equal(JOURNAL_SALVAGED, wreck_open(LANG_SV, why));
	assert_int_equal(0, setenv("PATH", path, 1));
	assert_non_null(strstr(why, "för gammalt eller trasigt"));
	assert_non_null(strstr(why, "samsyn.db.trasig-1"));
	assert_int_equal(0, unlink(tool));
	assert_int_equal(0, rmdir(folder));
	free(path);
}

static void a_second_damage_gets_a_second_name(void **state)
{
	char why[WHY_BYTES];

	(void)state;
	wreck_word("Första 0");
	assert_int_equal(JOURNAL_SALVAGED, wreck_open(LANG_EN, why));
	wreck_close();
	file_write(wreck.database, (const unsigned char *)"this is no database, whatever it may be", 39);
	assert_int_equal(JOURNAL_SALVAGED, wreck_open(LANG_EN, why));
	assert_non_null(strstr(why, "None of it could be read"));
	assert_non_null(strstr(why, "samsyn.db.trasig-2"));
}

/* What stands in the log file alone belongs to the damaged database, is read with it and follows it to its new name. */
static void the_log_file_goes_with_its_database(void **state)
{
	char why[WHY_BYTES];
	char aside_log[2 * FOLDER_BYTES];
	struct store store;
	struct event wide = setting_event(SET_WIDTH_MM, 531, "");
	unsigned char *db;
	unsigned char *wal;
	unsigned char *kept;
	size_t db_size;
	size_t wal_size;
	size_t kept_size;

	(void)state;
	assert_int_equal(OUTCOME_OK, store_open(&store, STORE_KEEP, wreck.database, NULL, NULL));
	assert_int_equal(SQLITE_OK, db_exec(store.db, "PRAGMA wal_autocheckpoint=0"));
	assert_true(setting_put(&store, "width_mm", 531, ""));
	db = file_bytes(wreck.database, &db_size);
	wal = file_bytes(wreck.log_file, &wal_size);
	store_close(&store, false);
	free(wreck.whole);
	wreck.whole = db;
	wreck.whole_size = db_size;
	wreck_word("Första 0");
	file_write(wreck.log_file, wal, wal_size);
	assert_int_equal(JOURNAL_SALVAGED, wreck_open(LANG_EN, why));
	folder_file(aside_log, wreck.folder, "samsyn.db.trasig-1-wal");
	kept = file_bytes(aside_log, &kept_size);
	assert_int_equal(wal_size, kept_size);
	assert_memory_equal(wal, kept, wal_size);
	model_take(wreck.model, &wide, 1);
	assert_null(model_live_differs(wreck.model, wreck.journal));
	free(wal);
	free(kept);
}

/* Every row that is left is whole, but the last one is gone: the clock knows how many there were. */
static void a_lost_last_event_is_noticed(void **state)
{
	char why[WHY_BYTES];
	sqlite3 *db = NULL;

	(void)state;
	assert_int_equal(SQLITE_OK, sqlite3_open(wreck.database, &db));
	assert_int_equal(SQLITE_OK, db_exec(db, "DELETE FROM event WHERE seq>(SELECT max(seq)-2 FROM event)"));
	assert_int_equal(SQLITE_OK, sqlite3_close(db));
	assert_int_equal(JOURNAL_SALVAGED, wreck_open(LANG_EN, why));
	assert_non_null(strstr(why, "perhaps without the last of it"));
	settings_and_meeting_are_true();
}

/* The power goes between the steps of a salvage: the next start goes on where it stopped. */
static void a_salvage_that_was_cut_off_is_finished(void **state)
{
	char why[WHY_BYTES];
	char aside[2 * FOLDER_BYTES];
	char aside_log[2 * FOLDER_BYTES];
	char begun[2 * FOLDER_BYTES];

	(void)state;
	folder_file(aside, wreck.folder, "samsyn.db.trasig-1");
	folder_file(aside_log, wreck.folder, "samsyn.db.trasig-1-wal");
	folder_file(begun, wreck.folder, "samsyn.db.ny");
	/* The database has its new name, the log file not yet; and a new database was begun. */
	wreck_word("Första 0");
	assert_int_equal(0, rename(wreck.database, aside));
	file_write(wreck.log_file, (const unsigned char *)"some log", 8);
	file_write(begun, wreck.whole, 5000);
	assert_int_equal(JOURNAL_SALVAGED, wreck_open(LANG_EN, why));
	assert_non_null(strstr(why, "Ended meetings rescued: 1."));
	assert_null(model_live_differs(wreck.model, wreck.journal));
	assert_int_equal(0, access(aside_log, F_OK));
	assert_int_not_equal(0, access(begun, F_OK));
	assert_true(journal_append(wreck.journal, &(struct event){.kind = EVENT_CLOCK_PASSED}, 1, &wreck.model->core));
	wreck_close();
	assert_int_equal(JOURNAL_OPENED, wreck_open(LANG_EN, why));
}

static void a_log_file_without_its_database_is_put_aside(void **state)
{
	char why[WHY_BYTES];
	struct event dark = setting_event(SET_DARK, 1, "");

	(void)state;
	wreck_start_over();
	file_write(wreck.log_file, wreck.whole, wreck.whole_size);
	assert_int_equal(JOURNAL_SALVAGED, wreck_open(LANG_EN, why));
	assert_true(journal_append(wreck.journal, &dark, 1, &wreck.model->core));
	wreck_close();
	assert_int_equal(JOURNAL_OPENED, wreck_open(LANG_EN, why));
}

static void rows_of_a_damaged_file_cannot_do_more_than_be_rows(void **state)
{
	char why[WHY_BYTES];
	sqlite3 *db = NULL;

	(void)state;
	/* A file with our version whose tables are others, with triggers and text that looks like SQL. */
	wreck_start_over();
	assert_int_equal(SQLITE_OK, sqlite3_open(wreck.database, &db));
	assert_int_equal(SQLITE_OK, db_exec(db, "PRAGMA user_version=1; CREATE TABLE setting(name,value,text,sum);"
	                                        "CREATE TABLE event(a); CREATE TABLE \"note VALUES(1); DROP TABLE x\"(a);"
	                                        "INSERT INTO setting VALUES('lang',1,'''); DROP TABLE setting; --',0);"
	                                        "INSERT INTO event VALUES('x'); INSERT INTO event VALUES(char(10)||'.shell touch /tmp/x');"));
	assert_int_equal(SQLITE_OK, sqlite3_close(db));
	assert_int_equal(JOURNAL_SALVAGED, wreck_open(LANG_EN, why));
	records_are_true();
	wreck_close();
	assert_int_equal(JOURNAL_OPENED, wreck_open(LANG_EN, why));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_words_say_what_was_lost, wreck_set_up, wreck_tear_down),
		cmocka_unit_test_setup_teardown(the_same_in_english, wreck_set_up, wreck_tear_down),
		cmocka_unit_test_setup_teardown(a_meeting_that_was_on_is_kept_as_far_as_it_can_be, wreck_set_up, wreck_tear_down),
		cmocka_unit_test_setup_teardown(a_tool_too_old_is_told, wreck_set_up, wreck_tear_down),
		cmocka_unit_test_setup_teardown(without_the_tool_nothing_is_lost_that_was_not, wreck_set_up, wreck_tear_down),
		cmocka_unit_test_setup_teardown(a_second_damage_gets_a_second_name, wreck_set_up, wreck_tear_down),
		cmocka_unit_test_setup_teardown(the_log_file_goes_with_its_database, wreck_set_up, wreck_tear_down),
		cmocka_unit_test_setup_teardown(a_lost_last_event_is_noticed, wreck_set_up, wreck_tear_down),
		cmocka_unit_test_setup_teardown(a_salvage_that_was_cut_off_is_finished, wreck_set_up, wreck_tear_down),
		cmocka_unit_test_setup_teardown(a_log_file_without_its_database_is_put_aside, wreck_set_up, wreck_tear_down),
		cmocka_unit_test_setup_teardown(rows_of_a_damaged_file_cannot_do_more_than_be_rows, wreck_set_up, wreck_tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
