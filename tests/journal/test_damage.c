/* Bytes flip, sectors are lost, files are cut short: never a crash, never a silently wrong result. */
#include "tests/journal/wreck.h"

#include "firmware/journal/store.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

struct tally_of_states {
	int32_t opened, salvaged, newer, unwritable, whole;
};

/* Opens what stands there now and sees that nothing in it is wrong. */
static void look(struct tally_of_states *seen)
{
	char why[WHY_BYTES];
	enum journal_state state = wreck_open(LANG_EN, why);

	switch (state) {
	case JOURNAL_OPENED:
		assert_null(model_differs(wreck.model, wreck.journal));
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
	wreck_close();
}

static void no_flipped_byte_gives_a_wrong_result(void **state)
{
	struct tally_of_states seen = {.opened = 0};
	int32_t step = long_run(131, 11);
	int32_t tried = 0;

	(void)state;
	for (size_t at = 0; at < wreck.whole_size; at += at < 110 ? 1 : (size_t)step) {
		unsigned char old = wreck.whole[at];

		wreck_start_over();
		wreck.whole[at] ^= (unsigned char)(1U << (at * 5 % 8));
		file_write(wreck.database, wreck.whole, wreck.whole_size);
		wreck.whole[at] = old;
		look(&seen);
		tried++;
	}
	print_message("flips: %d opened, %d salvaged (%d whole), %d newer, %d unwritable\n", (int)seen.opened, (int)seen.salvaged,
	              (int)seen.whole, (int)seen.newer, (int)seen.unwritable);
	assert_true(seen.opened > tried / 10 && seen.salvaged > tried / 20 && seen.whole > 0);
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

		for (size_t at = 0; at + len < wreck.whole_size; at++) {
			if (memcmp(wreck.whole + at, words[w], len) == 0) {
				wreck_start_over();
				wreck.whole[at + len - 1] ^= 1;
				file_write(wreck.database, wreck.whole, wreck.whole_size);
				wreck.whole[at + len - 1] ^= 1;
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
	for (size_t size = 0; size < wreck.whole_size; size += size % 4096 == 0 ? 1 : size % 4096 == 1 ? 1000 : 4096 - size % 4096) {
		wreck_start_over();
		file_write(wreck.database, wreck.whole, size);
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
	for (size_t at = 0; at + 512 <= wreck.whole_size; at += 512 * (size_t)long_run(3, 1)) {
		memcpy(old, wreck.whole + at, 512);
		memset(wreck.whole + at, at % 3 == 0 ? 0 : 0xFF, 512);
		wreck_start_over();
		file_write(wreck.database, wreck.whole, wreck.whole_size);
		memcpy(wreck.whole + at, old, 512);
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
	wreck_start_over();
	model_free(wreck.model);
	wreck.model = model_new();
	wreck_fill();
	db = file_bytes(wreck.database, &db_size);
	wal = file_bytes(wreck.log_file, &wal_size);
	wreck_close();
	assert_true(wal_size > 4000);
	for (size_t at = 0; at <= wal_size; at += (size_t)long_run(97, 5)) {
		wreck_start_over();
		file_write(wreck.database, db, db_size);
		if (at % 2 == 0 && at < wal_size) {
			wal[at] ^= 0x10;
			file_write(wreck.log_file, wal, wal_size);
			wal[at] ^= 0x10;
		} else {
			file_write(wreck.log_file, wal, at);
		}
		look(&seen);
	}
	assert_true(seen.opened > 40);
	assert_int_equal(0, seen.salvaged + seen.newer + seen.unwritable);
	free(db);
	free(wal);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(no_flipped_byte_gives_a_wrong_result, wreck_set_up, wreck_tear_down),
		cmocka_unit_test_setup_teardown(every_letter_that_was_written_is_watched, wreck_set_up, wreck_tear_down),
		cmocka_unit_test_setup_teardown(no_truncation_gives_a_wrong_result, wreck_set_up, wreck_tear_down),
		cmocka_unit_test_setup_teardown(no_lost_sector_gives_a_wrong_result, wreck_set_up, wreck_tear_down),
		cmocka_unit_test_setup_teardown(damage_to_the_log_file_costs_nothing, wreck_set_up, wreck_tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
