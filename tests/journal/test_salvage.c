/* Bytes flip, files are cut short, tools are missing: never a crash, never a silently wrong result, and words that say what is left. */
#include "tests/journal/meetings.h"

#include "firmware/base/str.h"
#include "firmware/journal/store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[FOLDER_BYTES];
static char database[2 * FOLDER_BYTES], log_file[2 * FOLDER_BYTES];
static struct model *model;
static struct journal *journal;
static unsigned char *whole;      /* the database, closed well */
static size_t whole_size;

static int32_t flips(int32_t quick, int32_t all)
{
	const char *is_long = getenv("SAMSYN_LONG");

	return is_long != NULL && is_long[0] == '1' ? all : quick;
}

static void fill(void)
{
	journal = open_ok(folder);
	assert_int_equal(2 * SCRIPT_BATCHES, script_play(journal, model, 0, 2 * SCRIPT_BATCHES - 1));
	/* The third would be about pupils, without words. */
	assert_int_equal(15, script_play(journal, model, 3 * SCRIPT_BATCHES, 3 * SCRIPT_BATCHES + 14));
	assert_true(model->draft_known && model->clock_known && model->ended == 2 && model->count > 20);
}

static int set_up(void **state)
{
	(void)state;
	folder_new(folder);
	folder_file(database, folder, DB_NAME);
	folder_file(log_file, folder, DB_NAME "-wal");
	model = model_new();
	fill();
	journal_close(journal);
	journal = NULL;
	whole = file_bytes(database, &whole_size);
	assert_true(whole_size > 50000);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	journal_close(journal);
	journal = NULL;
	folder_gone(folder);
	model_free(model);
	free(whole);
	return 0;
}

static enum journal_state open_now(enum lang lang, char why[WHY_BYTES])
{
	enum journal_state state = journal_open(&(struct journal_config){.folder = folder}, lang, &journal, why);

	assert_true(str_valid(why, strlen(why)));
	assert_int_equal(state == JOURNAL_OPENED, why[0] == '\0');
	assert_int_equal(state == JOURNAL_OPENED || state == JOURNAL_SALVAGED, journal != NULL);
	return state;
}

/* ---- Nothing that is there may be wrong; things may be missing ---- */

static void settings_and_meeting_are_true(void)
{
	struct replayed is = {.at = NULL};
	int32_t events = 0;

	journal_replay(journal, replayed_take, &is);
	for (int32_t i = 0; i < is.count; i++) {
		const struct event *event = &is.at[i];

		if (event->kind == EVENT_SETTING_CHANGED) {
			assert_true(model->setting[event->set.what].known);
			assert_int_equal(model->setting[event->set.what].value, event->set.value);
			assert_string_equal(model->setting[event->set.what].text, event->text);
		} else if (event->kind == EVENT_DRAFT_KEPT) {
			assert_true(same_event(&model->draft, event) && events == model->count);
		} else if (event->kind == EVENT_CLOCK_PASSED) {
			assert_true(same_event(&model->clock, event) && events == model->count);
		} else {
			assert_true(events < model->count && same_event(&model->live[events], event));
			events++;
		}
	}
	/* A beginning ends where an append ended: the whole of what was decided together, or none of it. */
	assert_true(events == 0 || events == model->count || model->live[events].at != model->live[events - 1].at);
	replayed_free(&is);
}

static void records_are_true(void)
{
	struct history *history = calloc(1, sizeof *history);
	int32_t count;

	assert_true(journal_history(journal, 0, history));
	count = history->count;
	assert_true(count <= model->ended);
	for (int32_t i = 0; i < count; i++) {
		int32_t number = history->past[i].number;

		assert_true(number >= 1 && number <= model->ended);
		assert_true(journal_history(journal, number, history));
		assert_null(record_differs(&history->record, &model->record[number - 1]));
		assert_int_equal(model->minutes[number - 1], history->past[i].minutes);
	}
	free(history);
}

struct tally_of_states {
	int32_t opened, salvaged, newer, unwritable, whole;
};

/* Opens what stands there now and sees that nothing in it is wrong. */
static void look(struct tally_of_states *seen)
{
	char why[WHY_BYTES];
	enum journal_state state = open_now(LANG_EN, why);

	switch (state) {
	case JOURNAL_OPENED:
		assert_null(model_differs(model, journal));
		seen->opened++;
		break;
	case JOURNAL_SALVAGED:
		settings_and_meeting_are_true();
		records_are_true();
		seen->whole += strstr(why, "Nothing seems to be missing") != NULL ? 1 : 0;
		seen->salvaged++;
		break;
	case JOURNAL_NEWER: seen->newer++; break;
	case JOURNAL_UNWRITABLE: seen->unwritable++; break;
	}
	journal_close(journal);
	journal = NULL;
}

static void start_over(void)
{
	folder_gone(folder);
	assert_true(folder_make(folder));
}

static void no_flipped_byte_gives_a_wrong_result(void **state)
{
	struct tally_of_states seen = {.opened = 0};
	int32_t step = flips(131, 3);
	int32_t tried = 0;

	(void)state;
	for (size_t at = 0; at < whole_size; at += at < 110 ? 1 : (size_t)step) {
		unsigned char old = whole[at];

		start_over();
		whole[at] ^= (unsigned char)(1U << (at * 5 % 8));
		file_write(database, whole, whole_size);
		whole[at] = old;
		look(&seen);
		tried++;
	}
	print_message("flips: %d opened, %d salvaged (%d whole), %d newer, %d unwritable\n", (int)seen.opened, (int)seen.salvaged,
	              (int)seen.whole, (int)seen.newer, (int)seen.unwritable);
	assert_true(seen.opened > tried / 10 && seen.salvaged > tried / 10 && seen.whole > 0);
	assert_true(seen.newer <= 4);
	assert_int_equal(0, seen.unwritable);
}

/* Words and numbers, where SQLite itself would notice nothing. */
static void every_letter_that_was_written_is_watched(void **state)
{
	static const char *const words[] = {"Första 0", "Andra 1", "Grund 3", "Skola 3", "nulage", "Halvt 3", "NOTE_WRITTEN", "rektor.utb"};
	struct tally_of_states seen = {.opened = 0};

	(void)state;
	for (size_t w = 0; w < ARRAY_LEN(words); w++) {
		size_t len = strlen(words[w]);
		bool found = false;

		for (size_t at = 0; at + len < whole_size; at++) {
			if (memcmp(whole + at, words[w], len) == 0) {
				start_over();
				whole[at + len - 1] ^= 1;
				file_write(database, whole, whole_size);
				whole[at + len - 1] ^= 1;
				look(&seen);
				found = true;
			}
		}
		assert_true(found);
	}
	assert_int_equal(0, seen.opened + seen.newer + seen.unwritable);
	assert_true(seen.salvaged >= (int32_t)ARRAY_LEN(words));
	assert_int_equal(0, seen.whole);
}

static void no_truncation_gives_a_wrong_result(void **state)
{
	struct tally_of_states seen = {.opened = 0};

	(void)state;
	for (size_t size = 0; size < whole_size; size += size % 4096 == 0 ? 1 : size % 4096 == 1 ? 1000 : 4096 - size % 4096) {
		start_over();
		file_write(database, whole, size);
		look(&seen);
	}
	assert_int_equal(0, seen.opened + seen.newer + seen.unwritable);
	assert_true(seen.salvaged > 30);
}

/* Whole sectors that come back empty or with something else in them, as from a worn card. */
static void no_lost_sector_gives_a_wrong_result(void **state)
{
	struct tally_of_states seen = {.opened = 0};
	unsigned char old[512];

	(void)state;
	for (size_t at = 0; at + 512 <= whole_size; at += 512 * (size_t)flips(3, 1)) {
		memcpy(old, whole + at, 512);
		memset(whole + at, at % 3 == 0 ? 0 : 0xFF, 512);
		start_over();
		file_write(database, whole, whole_size);
		memcpy(whole + at, old, 512);
		look(&seen);
	}
	assert_int_equal(0, seen.newer + seen.unwritable);
	assert_true(seen.salvaged > 10);
}

/* The log file that a power cut leaves: what it holds is in the database already, so nothing that happens to it matters. */
static void damage_to_the_log_file_costs_nothing(void **state)
{
	struct tally_of_states seen = {.opened = 0};
	unsigned char *db;
	unsigned char *wal;
	size_t db_size;
	size_t wal_size;

	(void)state;
	start_over();
	model_free(model);
	model = model_new();
	fill();
	db = file_bytes(database, &db_size);
	wal = file_bytes(log_file, &wal_size);
	journal_close(journal);
	assert_true(wal_size > 4000);
	for (size_t at = 0; at <= wal_size; at += (size_t)flips(97, 5)) {
		start_over();
		file_write(database, db, db_size);
		if (at % 2 == 0 && at < wal_size) {
			wal[at] ^= 0x10;
			file_write(log_file, wal, wal_size);
			wal[at] ^= 0x10;
		} else {
			file_write(log_file, wal, at);
		}
		look(&seen);
	}
	assert_true(seen.opened > 40);
	assert_int_equal(0, seen.salvaged + seen.newer + seen.unwritable);
	free(db);
	free(wal);
}

/* ---- What is said and kept ---- */

/* Destroys one letter of a note of the first meeting. */
static void damage(const char *word)
{
	size_t len = strlen(word);

	for (size_t at = 0; at + len < whole_size; at++) {
		if (memcmp(whole + at, word, len) == 0) {
			whole[at] ^= 2;
		}
	}
	start_over();
	file_write(database, whole, whole_size);
}

static void the_words_say_what_was_lost(void **state)
{
	char why[WHY_BYTES];
	char aside[2 * FOLDER_BYTES];
	unsigned char *kept;
	size_t kept_size;

	(void)state;
	damage("Första 0");
	assert_int_equal(JOURNAL_SALVAGED, open_now(LANG_SV, why));
	assert_non_null(strstr(why, "hade gått sönder"));
	assert_non_null(strstr(why, "Räddade avslutade möten: 1."));
	assert_non_null(strstr(why, "inte gick att läsa: 1."));
	assert_non_null(strstr(why, "Mötet som pågick finns kvar."));
	assert_null(strstr(why, "saknas"));
	assert_null(strstr(why, "inställningarna"));
	assert_non_null(strstr(why, "samsyn.db.trasig-1"));
	assert_null(model_live_differs(model, journal));
	/* The damaged file is kept as it was. */
	folder_file(aside, folder, "samsyn.db.trasig-1");
	kept = file_bytes(aside, &kept_size);
	assert_int_equal(whole_size, kept_size);
	assert_memory_equal(whole, kept, whole_size);
	free(kept);
	/* And all is well from here on. */
	journal_close(journal);
	assert_int_equal(JOURNAL_OPENED, open_now(LANG_SV, why));
}

static void the_same_in_english(void **state)
{
	char why[WHY_BYTES];

	(void)state;
	damage("Skola 3");
	assert_int_equal(JOURNAL_SALVAGED, open_now(LANG_EN, why));
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
	damage("Andra 3");
	assert_int_equal(JOURNAL_SALVAGED, open_now(LANG_EN, why));
	assert_non_null(strstr(why, "perhaps without the last of it"));
	settings_and_meeting_are_true();
	journal_replay(journal, replayed_take, &is);
	assert_true(is.count > 15 && is.count < model->count);
	replayed_free(&is);
}

static void without_the_tool_nothing_is_lost_that_was_not(void **state)
{
	char why[WHY_BYTES];
	char *path = strdup(getenv("PATH"));
	struct history *history = calloc(1, sizeof *history);

	(void)state;
	damage("Första 0");
	assert_int_equal(0, setenv("PATH", "/nonexistent", 1));
	assert_int_equal(JOURNAL_SALVAGED, open_now(LANG_SV, why));
	assert_non_null(strstr(why, "verktyget sqlite3 finns inte"));
	assert_non_null(strstr(why, "samsyn.db.trasig-1"));
	assert_true(journal_history(journal, 0, history));
	assert_int_equal(0, history->total);
	journal_close(journal);
	journal = NULL;
	assert_int_equal(0, setenv("PATH", path, 1));
	/* Someone installs the tool and puts the file back. */
	assert_int_equal(0, unlink(database));
	assert_int_equal(JOURNAL_SALVAGED, open_now(LANG_SV, why));
	assert_non_null(strstr(why, "Räddade avslutade möten: 1."));
	free(path);
	free(history);
}

static void a_second_damage_gets_a_second_name(void **state)
{
	char why[WHY_BYTES];

	(void)state;
	damage("Första 0");
	assert_int_equal(JOURNAL_SALVAGED, open_now(LANG_EN, why));
	journal_close(journal);
	file_write(database, (const unsigned char *)"this is no database, whatever it may be", 39);
	assert_int_equal(JOURNAL_SALVAGED, open_now(LANG_EN, why));
	assert_non_null(strstr(why, "None of it could be read"));
	assert_non_null(strstr(why, "samsyn.db.trasig-2"));
}

/* The power goes between the steps of a salvage: the next start goes on where it stopped. */
static void a_salvage_that_was_cut_off_is_finished(void **state)
{
	char why[WHY_BYTES];
	char aside[2 * FOLDER_BYTES];
	char aside_log[2 * FOLDER_BYTES];
	char begun[2 * FOLDER_BYTES];

	(void)state;
	folder_file(aside, folder, "samsyn.db.trasig-1");
	folder_file(aside_log, folder, "samsyn.db.trasig-1-wal");
	folder_file(begun, folder, "samsyn.db.ny");
	/* The database has its new name, the log file not yet; and a new database was begun. */
	damage("Första 0");
	assert_int_equal(0, rename(database, aside));
	file_write(log_file, (const unsigned char *)"some log", 8);
	file_write(begun, whole, 5000);
	assert_int_equal(JOURNAL_SALVAGED, open_now(LANG_EN, why));
	assert_non_null(strstr(why, "Ended meetings rescued: 1."));
	assert_null(model_live_differs(model, journal));
	assert_int_equal(0, access(aside_log, F_OK));
	assert_int_not_equal(0, access(begun, F_OK));
	assert_true(journal_append(journal, &(struct event){.kind = EVENT_CLOCK_PASSED}, 1, &model->core));
	journal_close(journal);
	assert_int_equal(JOURNAL_OPENED, open_now(LANG_EN, why));
}

static void a_log_file_without_its_database_is_put_aside(void **state)
{
	char why[WHY_BYTES];
	struct event dark = setting_event(SET_DARK, 1, "");

	(void)state;
	start_over();
	file_write(log_file, whole, whole_size);
	assert_int_equal(JOURNAL_SALVAGED, open_now(LANG_EN, why));
	assert_true(journal_append(journal, &dark, 1, &model->core));
	journal_close(journal);
	assert_int_equal(JOURNAL_OPENED, open_now(LANG_EN, why));
}

static void rows_of_a_damaged_file_cannot_do_more_than_be_rows(void **state)
{
	char why[WHY_BYTES];
	sqlite3 *db = NULL;

	(void)state;
	/* A file with our version whose tables are others, with triggers and text that looks like SQL. */
	start_over();
	assert_int_equal(SQLITE_OK, sqlite3_open(database, &db));
	assert_int_equal(SQLITE_OK, db_exec(db, "PRAGMA user_version=1; CREATE TABLE setting(name,value,text,sum);"
	                                        "CREATE TABLE event(a); CREATE TABLE \"note VALUES(1); DROP TABLE x\"(a);"
	                                        "INSERT INTO setting VALUES('lang',1,'''); DROP TABLE setting; --',0);"
	                                        "INSERT INTO event VALUES('x'); INSERT INTO event VALUES(char(10)||'.shell touch /tmp/x');"));
	assert_int_equal(SQLITE_OK, sqlite3_close(db));
	assert_int_equal(JOURNAL_SALVAGED, open_now(LANG_EN, why));
	records_are_true();
	journal_close(journal);
	assert_int_equal(JOURNAL_OPENED, open_now(LANG_EN, why));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(no_flipped_byte_gives_a_wrong_result, set_up, tear_down),
		cmocka_unit_test_setup_teardown(every_letter_that_was_written_is_watched, set_up, tear_down),
		cmocka_unit_test_setup_teardown(no_truncation_gives_a_wrong_result, set_up, tear_down),
		cmocka_unit_test_setup_teardown(no_lost_sector_gives_a_wrong_result, set_up, tear_down),
		cmocka_unit_test_setup_teardown(damage_to_the_log_file_costs_nothing, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_words_say_what_was_lost, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_same_in_english, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_meeting_that_was_on_is_kept_as_far_as_it_can_be, set_up, tear_down),
		cmocka_unit_test_setup_teardown(without_the_tool_nothing_is_lost_that_was_not, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_second_damage_gets_a_second_name, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_salvage_that_was_cut_off_is_finished, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_log_file_without_its_database_is_put_aside, set_up, tear_down),
		cmocka_unit_test_setup_teardown(rows_of_a_damaged_file_cannot_do_more_than_be_rows, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
