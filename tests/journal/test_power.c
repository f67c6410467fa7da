/* The power goes at every write, sync and removal, from the first start on: what an append has acknowledged is there at the next start,
   and what stands there is what stood there before or after the append that was on its way. The same program built with
   SABOTAGE_NO_SYNC must fail here. */
#include "tests/journal/meetings.h"

#include "board/play/cut_vfs.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define LONG (3 * SCRIPT_BATCHES + 9)     /* the last batch: two meetings, one about pupils, and half of one more */
#define SHORT (SCRIPT_BATCHES + 9)        /* one meeting and half of one more */

struct trial {
	char folder[FOLDER_BYTES];
	struct cut_vfs *vfs;
	struct journal *journal;
	struct model *sure;        /* acknowledged */
	struct model *flying;      /* with the append that the cut hit */
	int32_t next, last;        /* batches of the script */
};

static struct event batch[EVENTS_MAX];
static struct trial trial;         /* the one that is on, for the tear-down of a test that fails */

static void trial_new(uint64_t seed, int32_t last)
{
	trial = (struct trial){.sure = model_new(), .flying = model_new(), .last = last};
	folder_new(trial.folder);
	trial.vfs = cut_vfs_create(seed);
	assert_non_null(trial.vfs);
}

static void trial_end(void)
{
	journal_close(trial.journal);
	cut_vfs_destroy(trial.vfs);
	folder_gone(trial.folder);
	model_free(trial.sure);
	model_free(trial.flying);
	memset(&trial, 0, sizeof trial);
}

static int tear_down(void **state)
{
	(void)state;
	if (trial.vfs != NULL) {
		trial_end();
	}
	return 0;
}

static void trial_open(void)
{
	struct journal_config config = {.folder = trial.folder, .vfs = CUT_VFS_NAME};
	char why[WHY_BYTES];
	enum journal_state state = journal_open(&config, LANG_EN, &trial.journal, why);

	if (!cut_vfs_is_cut(trial.vfs) && state != JOURNAL_OPENED) {
		fail_msg("opened as %d: %s", (int)state, why);
	}
}

/* Plays on to the end of the script, or until the power goes. */
static void trial_play(void)
{
	while (trial.next <= trial.last && !cut_vfs_is_cut(trial.vfs)) {
		int32_t count = script_batch(trial.next / SCRIPT_BATCHES, trial.next % SCRIPT_BATCHES, batch);
		bool stored;

		model_take(trial.flying, batch, count);
		stored = journal_append(trial.journal, batch, count, &trial.flying->core);
		if (!cut_vfs_is_cut(trial.vfs)) {
			assert_true(stored);
			model_take(trial.sure, batch, count);
			trial.next++;
		}
	}
}

/* After a cut: the journal is as it was before or after what was on its way. */
static void trial_look(void)
{
	const char *sure = model_differs(trial.sure, trial.journal);
	const char *flying = model_differs(trial.flying, trial.journal);
	int32_t count;

	if (sure != NULL && flying != NULL) {
		fail_msg("batch %d: %s differs from what was acknowledged", (int)trial.next, sure);
	}
	if (flying == NULL && trial.next <= trial.last && sure != NULL) {
		count = script_batch(trial.next / SCRIPT_BATCHES, trial.next % SCRIPT_BATCHES, batch);
		model_take(trial.sure, batch, count);
		trial.next++;
	} else {
		*trial.flying = *trial.sure;
	}
}

/* Opens again, through `again` more cuts at `point` after each, and looks. */
static void trial_recover(int32_t again, int64_t point)
{
	for (;;) {
		journal_close(trial.journal);
		trial.journal = NULL;
		cut_vfs_restore(trial.vfs);
		cut_vfs_cut_at(trial.vfs, again-- > 0 ? point : 0);
		trial_open();
		if (!cut_vfs_is_cut(trial.vfs)) {
			cut_vfs_cut_at(trial.vfs, 0);
			break;
		}
	}
	trial_look();
}

/* How many operations the whole script takes. */
static int64_t operations(int32_t last)
{
	trial_new(1, last);
	int64_t count;

	trial_open();
	trial_play();
	journal_close(trial.journal);
	trial.journal = NULL;
	count = cut_vfs_operations(trial.vfs);
	trial_end();
	return count;
}

static void a_cut_at_every_point_loses_nothing(void **state)
{
	int32_t script = long_run(SHORT, LONG);
	int64_t last = operations(script);

	(void)state;
	assert_true(last > 100);
	for (int32_t seed = 0; seed < long_run(1, 4); seed++) {
		for (int64_t point = 1; point <= last; point++) {
			trial_new((uint64_t)(seed * 100003 + point), script);

			cut_vfs_cut_at(trial.vfs, point);
			trial_open();
			trial_play();
			if (!cut_vfs_is_cut(trial.vfs)) {
				journal_close(trial.journal);
				trial.journal = NULL;
			}
			assert_true(cut_vfs_is_cut(trial.vfs));
			trial_recover(0, 0);
			/* And it goes on from there as if nothing had been. */
			if (point % 7 == seed % 7) {
				trial_play();
				assert_null(model_differs(trial.sure, trial.journal));
			}
			trial_end();
		}
	}
}

static void cuts_while_recovering_from_cuts_lose_nothing(void **state)
{
	int32_t script = long_run(SHORT, LONG);
	int64_t last = operations(script);

	(void)state;
	for (int32_t seed = 0; seed < long_run(1, 3); seed++) {
		for (int64_t point = 1 + seed % 3; point <= last; point += 3) {
			trial_new((uint64_t)(seed * 100019 + point), script);

			for (int32_t cut = 0; cut < 3 && trial.next <= trial.last; cut++) {
				cut_vfs_cut_at(trial.vfs, point);
				if (trial.journal == NULL) {
					trial_open();
				}
				trial_play();
				cut_vfs_cut(trial.vfs);
				trial_recover(2, 1 + (point + cut + seed) % 5);
			}
			trial_end();
		}
	}
}

/* A power cut while nothing is written, at any place of the script. */
static void a_quiet_cut_loses_nothing(void **state)
{
	(void)state;
	for (uint64_t seed = 0; seed < 4; seed++) {
		trial_new(seed, LONG);

		trial_open();
		while (trial.next <= trial.last) {
			int32_t count = script_batch(trial.next / SCRIPT_BATCHES, trial.next % SCRIPT_BATCHES, batch);

			model_take(trial.flying, batch, count);
			assert_true(journal_append(trial.journal, batch, count, &trial.flying->core));
			model_take(trial.sure, batch, count);
			trial.next++;
			cut_vfs_cut(trial.vfs);
			trial_recover(0, 0);
			assert_null(model_differs(trial.sure, trial.journal));
		}
		trial_end();
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(a_quiet_cut_loses_nothing, tear_down),
		cmocka_unit_test_teardown(a_cut_at_every_point_loses_nothing, tear_down),
		cmocka_unit_test_teardown(cuts_while_recovering_from_cuts_lose_nothing, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
