/* A look through a data folder finds what is wrong, says so line by line, and changes not a byte. */
#include "tests/journal/meetings.h"

#include "firmware/base/str.h"
#include "firmware/journal/store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[FOLDER_BYTES];
static char database[2 * FOLDER_BYTES];
static struct model *model;
static char said[8192];

static int set_up(void **state)
{
	struct journal *journal;

	(void)state;
	folder_new(folder);
	folder_file(database, folder, DB_NAME);
	model = model_new();
	journal = open_ok(folder);
	assert_int_equal(3 * SCRIPT_BATCHES + 15, script_play(journal, model, 0, 3 * SCRIPT_BATCHES + 14));
	journal_close(journal);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	folder_gone(folder);
	model_free(model);
	return 0;
}

/* Verifies and sees that no byte and no file has changed. What was printed is in said. */
static int32_t verify(enum lang lang)
{
	size_t before;
	size_t after;
	unsigned char *bytes = folder_bytes(folder, &before);
	unsigned char *bytes_after;
	FILE *out = tmpfile();
	int32_t faults;
	size_t len;

	assert_non_null(out);
	faults = journal_verify(folder, lang, out);
	bytes_after = folder_bytes(folder, &after);
	assert_int_equal(before, after);
	assert_memory_equal(bytes, bytes_after, before);
	free(bytes);
	free(bytes_after);
	rewind(out);
	len = fread(said, 1, sizeof said - 1, out);
	said[len] = '\0';
	(void)fclose(out);
	assert_true(str_valid(said, len));
	return faults;
}

static void sql(const char *text)
{
	sqlite3 *db = NULL;

	assert_int_equal(SQLITE_OK, sqlite3_open(database, &db));
	if (db_exec(db, text) != SQLITE_OK) {
		fail_msg("%s: %s", text, sqlite3_errmsg(db));
	}
	assert_int_equal(SQLITE_OK, sqlite3_close(db));
}

/* The line that holds `text` says FAULT. */
static bool fault_at(const char *text)
{
	const char *at = strstr(said, text);

	while (at != NULL && at > said && at[-1] != '\n') {
		at--;
	}
	return at != NULL && str_starts(at, "FAULT");
}

static void a_sound_folder_has_no_faults(void **state)
{
	int32_t lines = 0;

	(void)state;
	assert_int_equal(0, verify(LANG_EN));
	for (const char *at = said; *at != '\0'; at++) {
		lines += *at == '\n' ? 1 : 0;
	}
	assert_int_equal(12, lines);
	assert_null(strstr(said, "FAULT"));
	assert_non_null(strstr(said, "no table or column has room for one person's answers"));
	assert_int_equal(0, verify(LANG_SV));
	assert_non_null(strstr(said, "ingen tabell eller kolumn har plats för en persons svar"));
}

static void what_a_power_cut_left_is_looked_through_as_well(void **state)
{
	struct journal *journal = open_ok(folder);
	char log_file[2 * FOLDER_BYTES];
	unsigned char *db;
	unsigned char *wal;
	size_t db_size;
	size_t wal_size;

	(void)state;
	assert_int_equal(1, script_play(journal, model, 3 * SCRIPT_BATCHES + 15, 3 * SCRIPT_BATCHES + 15));
	folder_file(log_file, folder, DB_NAME "-wal");
	db = file_bytes(database, &db_size);
	wal = file_bytes(log_file, &wal_size);
	assert_true(wal_size > 0);
	journal_close(journal);
	file_write(database, db, db_size);
	file_write(log_file, wal, wal_size);
	assert_int_equal(0, verify(LANG_EN));
	/* And an empty log file. */
	file_write(log_file, wal, 0);
	assert_int_equal(0, verify(LANG_EN));
	free(db);
	free(wal);
}

static void a_program_that_runs_is_named(void **state)
{
	struct journal *journal = open_ok(folder);
	size_t len;
	FILE *out = tmpfile();

	(void)state;
	assert_int_equal(1, journal_verify(folder, LANG_EN, out));
	rewind(out);
	len = fread(said, 1, sizeof said - 1, out);
	said[len] = '\0';
	(void)fclose(out);
	assert_true(fault_at("Samsyn is running"));
	journal_close(journal);
}

static void an_empty_place_is_a_fault(void **state)
{
	(void)state;
	assert_int_equal(0, unlink(database));
	assert_int_equal(1, verify(LANG_EN));
	assert_true(fault_at("there is something saved"));
}

static void room_for_a_ballot_is_found(void **state)
{
	(void)state;
	sql("CREATE TABLE ballot(person TEXT, answer INTEGER)");
	assert_int_equal(2, verify(LANG_EN));
	assert_true(fault_at("room for one person's answers: ballot."));
	assert_true(fault_at("the tables are those there should be"));
	sql("DROP TABLE ballot; ALTER TABLE result ADD COLUMN seat INTEGER");
	assert_int_equal(2, verify(LANG_EN));
	assert_true(fault_at("room for one person's answers: result.seat"));
}

static void other_tables_are_found(void **state)
{
	(void)state;
	sql("CREATE INDEX extra ON event(at)");
	assert_int_equal(1, verify(LANG_EN));
	assert_true(fault_at("the tables are those there should be: extra"));
	sql("DROP INDEX extra; CREATE VIEW look AS SELECT * FROM event");
	assert_true(verify(LANG_EN) > 0);
	sql("DROP VIEW look; DROP TABLE note");
	assert_true(verify(LANG_EN) > 0);
	assert_true(fault_at("the tables are those there should be: note"));
}

static void other_versions_are_found(void **state)
{
	(void)state;
	sql("PRAGMA user_version=7");
	assert_int_equal(1, verify(LANG_EN));
	assert_true(fault_at("the version is this program's: 7"));
	sql("PRAGMA user_version=1; PRAGMA application_id=5");
	assert_int_equal(1, verify(LANG_EN));
	assert_true(fault_at("the tables are those there should be: 5"));
}

static void damaged_rows_are_found(void **state)
{
	static const struct { const char *sql, *line; } cases[] = {
		{"UPDATE setting SET text='Annan' WHERE name='school'", "the settings can be read: school"},
		{"UPDATE event SET kind='BALLOT_ANSWERED' WHERE seq=12", "the meeting that is on can be read"},
		{"UPDATE event SET kind='NO_SUCH' WHERE seq=12", "the meeting that is on can be read"},
		{"DELETE FROM event WHERE seq=5", "the meeting that is on can be read"},
		{"DELETE FROM event WHERE seq=(SELECT max(seq) FROM event)", "draft and clock can be read"},
		{"UPDATE event SET text=CAST(x'C3' AS TEXT) WHERE kind='NOTE_WRITTEN'", "the meeting that is on can be read"},
		{"UPDATE event SET rest=1 WHERE seq=(SELECT max(seq) FROM event)", "the meeting that is on can be read"},
		{"UPDATE latest SET n0=2", "draft and clock can be read"},
		{"UPDATE result SET count=count+1 WHERE meeting=1 AND position=0 AND answer=0", "their sums add up: #1"},
		{"UPDATE note SET text='annat' WHERE meeting=2", "their sums add up: #2"},
		{"DELETE FROM meeting_step WHERE meeting=2 AND position=2", "their sums add up: #2"},
		{"UPDATE meeting SET wall=wall+1 WHERE number=3", "their sums add up: #3"},
		{"DELETE FROM meeting WHERE number=2", "their sums add up: #2"},
		{"INSERT INTO note VALUES(3,0,-1,'ord ur ett möte om elever')", "their sums add up: #3"},
	};
	size_t size;
	unsigned char *sound = file_bytes(database, &size);

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		char wal[2 * FOLDER_BYTES];

		folder_file(wal, folder, DB_NAME "-wal");
		(void)unlink(wal);
		file_write(database, sound, size);
		sql(cases[i].sql);
		if (verify(LANG_EN) == 0 || !fault_at(cases[i].line)) {
			fail_msg("%s: not found:\n%s", cases[i].sql, said);
		}
	}
	free(sound);
}

/* Rows whose sums are right though what they say is wrong: only a faulty program could have written them. */
static void put_event(struct store *store, int32_t seq, struct event event, struct stored *before)
{
	struct stored stored = {.event = event};

	assert_true(stored_put(store, seq, &stored, before->sum));
	*before = stored;
}

static void what_is_whole_but_against_the_rules_is_found(void **state)
{
	struct store store;
	struct stored last = {.sum = SUM_START};
	struct event event = event_with(EVENT_MEETING_BEGUN, 1, 8, 60, "arenden", "");
	struct record *record = calloc(1, sizeof *record);

	(void)state;
	/* Words in a meeting about pupils. */
	event.meeting.cases = 1;
	assert_int_equal(OUTCOME_OK, store_open(&store, STORE_KEEP, database, NULL, NULL));
	assert_true(store_run(&store, SQL_EVENT_WIPE) && store_run(&store, SQL_LATEST_WIPE));
	put_event(&store, 1, event, &last);
	put_event(&store, 2, event_with(EVENT_STEP_PLANNED, 1, STEP_TALK, 600000, "steg", ""), &last);
	put_event(&store, 3, event_with(EVENT_STEP_BEGUN, 1, 0, 0, "", ""), &last);
	put_event(&store, 4, event_with(EVENT_NOTE_WRITTEN, 1, 0, -1, "", "Om en elev"), &last);
	store_close(&store, false);
	assert_true(verify(LANG_EN) >= 1);
	assert_true(fault_at("no words are stored from a meeting about pupils"));
	/* A meeting in which no step is on. */
	assert_int_equal(OUTCOME_OK, store_open(&store, STORE_KEEP, database, NULL, NULL));
	last.sum = SUM_START;
	event.meeting.cases = 0;
	assert_true(store_run(&store, SQL_EVENT_WIPE));
	put_event(&store, 1, event, &last);
	put_event(&store, 2, event_with(EVENT_STEP_PLANNED, 1, STEP_TALK, 600000, "steg", ""), &last);
	/* A result with more answers than ballots. */
	*record = (struct record){.number = 9};
	record->meeting = model->record[0];
	record->meeting.tallies[1].count[0]++;
	assert_true(store_run(&store, SQL_BEGIN) && record_put(&store, record) && store_run(&store, SQL_COMMIT));
	store_close(&store, false);
	assert_int_equal(2, verify(LANG_EN));
	assert_true(fault_at("the rules hold: not one step on"));
	assert_true(fault_at("their sums add up: #9"));
	free(record);
}

static void a_broken_file_is_a_fault_and_no_crash(void **state)
{
	size_t size;
	unsigned char *bytes = file_bytes(database, &size);

	(void)state;
	for (size_t at = 0; at < size; at += at < 120 ? 1 : 211) {
		bytes[at] ^= 0x41;
		file_write(database, bytes, size);
		bytes[at] ^= 0x41;
		(void)verify(at % 2 == 0 ? LANG_EN : LANG_SV);
	}
	for (size_t cut = 0; cut < size; cut += 1000) {
		file_write(database, bytes, cut);
		assert_true(verify(LANG_EN) > 0);
	}
	free(bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_sound_folder_has_no_faults, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_a_power_cut_left_is_looked_through_as_well, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_program_that_runs_is_named, set_up, tear_down),
		cmocka_unit_test_setup_teardown(an_empty_place_is_a_fault, set_up, tear_down),
		cmocka_unit_test_setup_teardown(room_for_a_ballot_is_found, set_up, tear_down),
		cmocka_unit_test_setup_teardown(other_tables_are_found, set_up, tear_down),
		cmocka_unit_test_setup_teardown(other_versions_are_found, set_up, tear_down),
		cmocka_unit_test_setup_teardown(damaged_rows_are_found, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_is_whole_but_against_the_rules_is_found, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_broken_file_is_a_fault_and_no_crash, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
