/* Opening: new folders, other versions, other programs, folders that cannot be. */
#include "tests/journal/meetings.h"

#include "firmware/base/str.h"
#include "firmware/journal/store.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <sys/wait.h>
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

static void reopen(struct fixture *fixture)
{
	journal_close(fixture->journal);
	fixture->journal = open_ok(fixture->folder);
}

static void run_sql(const char *folder, const char *sql)
{
	char path[2 * FOLDER_BYTES];
	sqlite3 *db = NULL;
	char *error = NULL;

	folder_file(path, folder, DB_NAME);
	assert_int_equal(SQLITE_OK, sqlite3_open(path, &db));
	if (sqlite3_exec(db, sql, NULL, NULL, &error) != SQLITE_OK) {
		fail_msg("%s: %s", sql, error);
	}
	assert_int_equal(SQLITE_OK, sqlite3_close(db));
}

static int64_t ask_sql(const char *folder, const char *sql)
{
	char path[2 * FOLDER_BYTES];
	sqlite3 *db = NULL;
	sqlite3_stmt *stmt = NULL;
	int64_t answer;

	folder_file(path, folder, DB_NAME);
	assert_int_equal(SQLITE_OK, sqlite3_open(path, &db));
	assert_int_equal(SQLITE_OK, sqlite3_prepare_v2(db, sql, -1, &stmt, NULL));
	assert_int_equal(SQLITE_ROW, sqlite3_step(stmt));
	answer = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	assert_int_equal(SQLITE_OK, sqlite3_close(db));
	return answer;
}

static void a_second_program_is_told(void **state)
{
	struct fixture *fixture = *state;
	struct journal *second = (struct journal *)(uintptr_t)1;
	char why[WHY_BYTES];

	fixture->journal = open_ok(fixture->folder);
	assert_int_equal(JOURNAL_UNWRITABLE, journal_open(&(struct journal_config){.folder = fixture->folder}, LANG_SV, &second, why));
	assert_null(second);
	assert_non_null(strstr(why, "redan igång"));
	assert_non_null(strstr(why, fixture->folder));
	assert_int_equal(JOURNAL_UNWRITABLE, journal_open(&(struct journal_config){.folder = fixture->folder}, LANG_EN, &second, why));
	assert_non_null(strstr(why, "already running"));
	assert_int_equal(2, script_play(fixture->journal, fixture->model, 0, 1));
	reopen(fixture);
	assert_null(model_differs(fixture->model, fixture->journal));
}

static void a_folder_that_cannot_be_is_told(void **state)
{
	struct fixture *fixture = *state;
	struct journal *journal = NULL;
	char why[WHY_BYTES];
	char inside[2 * FOLDER_BYTES];
	char far[PATH_BYTES + 10];

	folder_file(inside, fixture->folder, "mapp");
	file_write(fixture->folder, (const unsigned char *)"en fil", 6);
	assert_int_equal(JOURNAL_UNWRITABLE, journal_open(&(struct journal_config){.folder = inside}, LANG_SV, &journal, why));
	assert_null(journal);
	assert_non_null(strstr(why, "Det går inte att spara i"));
	assert_int_equal(JOURNAL_UNWRITABLE, journal_open(&(struct journal_config){.folder = fixture->folder}, LANG_EN, &journal, why));
	assert_non_null(strstr(why, "not possible to save"));
	assert_int_equal(0, unlink(fixture->folder));
	memset(far, 'a', sizeof far);
	far[sizeof far - 1] = '\0';
	assert_int_equal(JOURNAL_UNWRITABLE, journal_open(&(struct journal_config){.folder = far}, LANG_EN, &journal, why));
	assert_true(str_valid(why, strlen(why)));
	assert_int_equal(JOURNAL_UNWRITABLE, journal_open(&(struct journal_config){.folder = ""}, LANG_EN, &journal, why));
}

static void folders_above_are_made(void **state)
{
	struct fixture *fixture = *state;
	char deep[2 * FOLDER_BYTES + 8];
	char path[2 * FOLDER_BYTES + 300];
	struct stat about;

	folder_file(deep, fixture->folder, "a/b");
	journal_close(open_ok(deep));
	(void)snprintf(path, sizeof path, "%s/" DB_NAME, deep);
	assert_int_equal(0, stat(path, &about));
	assert_int_equal(0600, about.st_mode & 0777);
	folder_gone(deep);
	folder_file(deep, fixture->folder, "a");
	assert_int_equal(0, rmdir(deep));
}

static void a_newer_file_is_left_alone(void **state)
{
	struct fixture *fixture = *state;
	unsigned char *before;
	unsigned char *after;
	size_t size;
	size_t size_after;
	char why[WHY_BYTES];
	struct journal *journal = NULL;

	fixture->journal = open_ok(fixture->folder);
	assert_int_equal(4, script_play(fixture->journal, fixture->model, 0, 3));
	journal_close(fixture->journal);
	fixture->journal = NULL;
	run_sql(fixture->folder, "PRAGMA user_version=2; CREATE TABLE novelty(a); INSERT INTO novelty VALUES(1)");
	before = folder_bytes(fixture->folder, &size);
	assert_int_equal(JOURNAL_NEWER, journal_open(&(struct journal_config){.folder = fixture->folder}, LANG_SV, &journal, why));
	assert_null(journal);
	assert_non_null(strstr(why, "nyare Samsyn"));
	after = folder_bytes(fixture->folder, &size_after);
	/* An empty log file may have come to stand beside it. */
	assert_true(size_after >= size);
	assert_memory_equal(before, after, size);
	free(before);
	free(after);
}

static void an_event_of_a_newer_version_is_left_alone(void **state)
{
	struct fixture *fixture = *state;
	struct store store;
	char path[2 * FOLDER_BYTES];
	char why[WHY_BYTES];
	struct journal *journal = NULL;
	struct row row;

	fixture->journal = open_ok(fixture->folder);
	journal_close(fixture->journal);
	fixture->journal = NULL;
	folder_file(path, fixture->folder, DB_NAME);
	assert_int_equal(OUTCOME_OK, store_open(&store, STORE_KEEP, path, NULL, NULL));
	row = row_of(store.stmt[SQL_EVENT_PUT], SUM_START);
	row_put_int(&row, 1);
	row_put_text(&row, "SOMETHING_NEW");
	for (int32_t i = 0; i < 10; i++) {
		row_put_int(&row, 0);
	}
	row_put_text(&row, "");
	row_put_text(&row, "");
	row_put_int(&row, 0);
	row_put_sum(&row);
	assert_true(store_run(&store, SQL_EVENT_PUT));
	store_close(&store, false);
	assert_int_equal(JOURNAL_NEWER, journal_open(&(struct journal_config){.folder = fixture->folder}, LANG_EN, &journal, why));
	assert_null(journal);
	assert_int_equal(1, ask_sql(fixture->folder, "SELECT count(*) FROM event"));
}

static void version_0_is_brought_up(void **state)
{
	struct fixture *fixture = *state;
	char path[2 * FOLDER_BYTES];
	char why[WHY_BYTES];

	assert_true(folder_make(fixture->folder));
	folder_file(path, fixture->folder, DB_NAME);
	file_write(path, (const unsigned char *)"", 0);
	/* It is no new machine whose file is there but empty: that is told. */
	assert_int_equal(JOURNAL_SALVAGED, journal_open(&(struct journal_config){.folder = fixture->folder}, LANG_SV, &fixture->journal, why));
	assert_non_null(strstr(why, "tom"));
	assert_int_equal(SCRIPT_BATCHES, script_play(fixture->journal, fixture->model, 0, SCRIPT_BATCHES - 1));
	reopen(fixture);
	assert_null(model_differs(fixture->model, fixture->journal));
	journal_close(fixture->journal);
	fixture->journal = NULL;
	assert_int_equal(SCHEMA_VERSION, ask_sql(fixture->folder, "PRAGMA user_version"));
}

static void migrations_run_in_order_and_whole(void **state)
{
	static const struct migration good[] = {
		{"CREATE TABLE a(x); INSERT INTO a VALUES(1)"},
		{"ALTER TABLE a ADD COLUMN y; UPDATE a SET y=x+1"},
		{"CREATE TABLE b(z); INSERT INTO b SELECT y FROM a"},
	};
	static const struct migration bad[] = {
		{"CREATE TABLE a(x)"}, {"CREATE TABLE c(x)"}, {"CREATE TABLE d(x)"}, {"CREATE TABLE e(x); INSERT INTO nowhere VALUES(1)"},
	};
	char text[64];
	sqlite3 *db = NULL;

	(void)state;
	assert_int_equal(SQLITE_OK, sqlite3_open(":memory:", &db));
	assert_int_equal(OUTCOME_OK, schema_migrate(db, good, 1));
	assert_int_equal(OUTCOME_OK, schema_migrate(db, good, 3));
	assert_int_equal(SQLITE_OK, db_text(db, "SELECT z FROM b", text));
	assert_string_equal("2", text);
	assert_int_equal(SQLITE_OK, db_text(db, "PRAGMA user_version", text));
	assert_string_equal("3", text);
	assert_int_equal(OUTCOME_OK, schema_migrate(db, good, 3));
	assert_int_equal(OUTCOME_NEWER, schema_migrate(db, good, 2));
	/* One that fails leaves the version and the tables before it. */
	assert_int_not_equal(OUTCOME_OK, schema_migrate(db, bad, 4));
	assert_int_equal(SQLITE_OK, db_text(db, "PRAGMA user_version", text));
	assert_string_equal("3", text);
	assert_int_equal(SQLITE_OK, db_text(db, "SELECT count(*) FROM sqlite_schema WHERE name='e'", text));
	assert_string_equal("0", text);
	assert_int_equal(SQLITE_OK, sqlite3_close(db));
}

static void no_table_is_open_to_loose_values(void **state)
{
	struct fixture *fixture = *state;
	struct store store;
	char path[2 * FOLDER_BYTES];

	journal_close(open_ok(fixture->folder));
	folder_file(path, fixture->folder, DB_NAME);
	assert_int_equal(OUTCOME_OK, store_open(&store, STORE_KEEP, path, NULL, NULL));
	assert_int_not_equal(SQLITE_OK, db_exec(store.db, "INSERT INTO setting VALUES('x','not a number','',0)"));
	assert_int_not_equal(SQLITE_OK, db_exec(store.db, "INSERT INTO note VALUES(99,0,0,'of no meeting')"));
	assert_int_not_equal(SQLITE_OK, db_exec(store.db, "PRAGMA writable_schema=ON; DELETE FROM sqlite_schema"));
	assert_int_equal(OUTCOME_OK, schema_check(store.db, NULL));
	store_close(&store, false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_second_program_is_told, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_folder_that_cannot_be_is_told, set_up, tear_down),
		cmocka_unit_test_setup_teardown(folders_above_are_made, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_newer_file_is_left_alone, set_up, tear_down),
		cmocka_unit_test_setup_teardown(an_event_of_a_newer_version_is_left_alone, set_up, tear_down),
		cmocka_unit_test_setup_teardown(version_0_is_brought_up, set_up, tear_down),
		cmocka_unit_test(migrations_run_in_order_and_whole),
		cmocka_unit_test_setup_teardown(no_table_is_open_to_loose_values, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
