/* What the tests of damage share. */
#include "tests/journal/wreck.h"

#include "firmware/journal/store.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

struct wreck wreck;

void wreck_fill(void)
{
	wreck.journal = open_ok(wreck.folder);
	assert_int_equal(2 * SCRIPT_BATCHES, script_play(wreck.journal, wreck.model, 0, 2 * SCRIPT_BATCHES - 1));
	/* The third would be about pupils, without words. */
	assert_int_equal(15, script_play(wreck.journal, wreck.model, 3 * SCRIPT_BATCHES, 3 * SCRIPT_BATCHES + 14));
	assert_true(wreck.model->draft_known && wreck.model->clock_known && wreck.model->ended == 2 && wreck.model->count > 20);
}

int wreck_set_up(void **state)
{
	(void)state;
	folder_new(wreck.folder);
	folder_file(wreck.database, wreck.folder, DB_NAME);
	folder_file(wreck.log_file, wreck.folder, DB_NAME "-wal");
	wreck.model = model_new();
	wreck_fill();
	wreck_close();
	wreck.whole = file_bytes(wreck.database, &wreck.whole_size);
	assert_true(wreck.whole_size > 50000);
	return 0;
}

int wreck_tear_down(void **state)
{
	(void)state;
	wreck_close();
	folder_gone(wreck.folder);
	model_free(wreck.model);
	free(wreck.whole);
	return 0;
}

enum journal_state wreck_open(enum lang lang, char why[WHY_BYTES])
{
	enum journal_state state = journal_open(&(struct journal_config){.folder = wreck.folder}, lang, &wreck.journal, why);

	assert_true(str_valid(why, strlen(why)));
	assert_int_equal(state == JOURNAL_OPENED, why[0] == '\0');
	assert_int_equal(state == JOURNAL_OPENED || state == JOURNAL_SALVAGED, wreck.journal != NULL);
	return state;
}

void wreck_close(void)
{
	journal_close(wreck.journal);
	wreck.journal = NULL;
}

void wreck_start_over(void)
{
	folder_gone(wreck.folder);
	assert_true(folder_make(wreck.folder));
}

void wreck_word(const char *word)
{
	size_t len = strlen(word);

	for (size_t at = 0; at + len < wreck.whole_size; at++) {
		if (memcmp(wreck.whole + at, word, len) == 0) {
			wreck.whole[at] ^= 2;
		}
	}
	wreck_start_over();
	file_write(wreck.database, wreck.whole, wreck.whole_size);
}

void settings_and_meeting_are_true(void)
{
	struct replayed is = {.at = NULL};
	int32_t events = 0;

	journal_replay(wreck.journal, replayed_take, &is);
	for (int32_t i = 0; i < is.count; i++) {
		const struct event *event = &is.at[i];

		if (event->kind == EVENT_SETTING_CHANGED) {
			assert_true(wreck.model->setting[event->set.what].known);
			assert_int_equal(wreck.model->setting[event->set.what].value, event->set.value);
			assert_string_equal(wreck.model->setting[event->set.what].text, event->text);
		} else if (event->kind == EVENT_DRAFT_KEPT) {
			assert_true(same_event(&wreck.model->draft, event) && events == wreck.model->count);
		} else if (event->kind == EVENT_CLOCK_PASSED) {
			assert_true(same_event(&wreck.model->clock, event) && events == wreck.model->count);
		} else {
			assert_true(events < wreck.model->count && same_event(&wreck.model->live[events], event));
			events++;
		}
	}
	/* A beginning ends where an append ended: the whole of what was decided together, or none of it. */
	assert_true(events == 0 || events == wreck.model->count || wreck.model->live[events].at != wreck.model->live[events - 1].at);
	replayed_free(&is);
}

void records_are_true(void)
{
	struct history *history = calloc(1, sizeof *history);
	int32_t count;

	assert_true(journal_history(wreck.journal, 0, history));
	count = history->count;
	assert_true(count <= wreck.model->ended);
	for (int32_t i = 0; i < count; i++) {
		int32_t number = history->past[i].number;

		assert_true(number >= 1 && number <= wreck.model->ended);
		assert_true(journal_history(wreck.journal, number, history));
		assert_null(record_differs(&history->record, &wreck.model->record[number - 1]));
		assert_int_equal(wreck.model->minutes[number - 1], history->past[i].minutes);
	}
	free(history);
}
