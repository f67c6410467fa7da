/* From memory to the database. */
#include "firmware/journal/inside.h"

static bool write_ended(struct journal *journal)
{
	if (journal->ended_count == 0 && !journal->rewrite) {
		return true;
	}
	if (!store_run(&journal->store, SQL_EVENT_WIPE) || !store_run(&journal->store, SQL_LATEST_WIPE)) {
		return false;
	}
	for (int32_t i = 0; i < journal->ended_count; i++) {
		if (!record_put(&journal->store, &journal->ended[i])) {
			return false;
		}
	}
	return true;
}

static bool write_live(struct journal *journal)
{
	int32_t from = journal->ended_count > 0 || journal->rewrite ? 0 : journal->durable;
	uint64_t sum = from > 0 ? stored_at(&journal->live, from - 1)->sum : SUM_START;

	for (int32_t i = from; i < journal->live.count; i++) {
		struct stored *stored = stored_at(&journal->live, i);

		if (!stored_put(&journal->store, i + 1, stored, sum)) {
			return false;
		}
		sum = stored->sum;
	}
	return true;
}

static bool write_rest(struct journal *journal)
{
	for (int32_t i = 0; i < SETTING_COUNT; i++) {
		const struct kept *kept = &journal->setting[i];

		if (kept->dirty && !setting_put(&journal->store, setting_word((enum setting)i), kept->value, kept->text)) {
			return false;
		}
	}
	for (int32_t i = 0; i < LATEST_COUNT; i++) {
		const struct latest *latest = &journal->latest[i];
		bool again = journal->latest_dirty[i] || journal->ended_count > 0 || journal->rewrite;

		if (again && !(latest->known ? latest_put(&journal->store, &latest->event, journal->live.count)
		                             : latest_drop(&journal->store, latest_kind[i]))) {
			return false;
		}
	}
	return true;
}

static void all_is_written(struct journal *journal)
{
	journal->wash_due = journal->wash_due || journal->ended_count > 0 || journal->rewrite;
	journal->durable = journal->live.count;
	journal->rewrite = false;
	journal->ended_count = 0;
	for (int32_t i = 0; i < SETTING_COUNT; i++) {
		journal->setting[i].dirty = false;
	}
	memset(journal->latest_dirty, 0, sizeof journal->latest_dirty);
}

/* After a failed write neither the connection nor the system's idea of what has reached the card is to be trusted: the database is
   opened anew, everything in the log file moved and synced, and what stands there compared with what should. */
static bool recover(struct journal *journal)
{
	struct stored_list there = {.arena = NULL};
	enum row_state state;
	bool ok;

	store_close(&journal->store, true);
	ok = store_open(&journal->store, STORE_KEEP, journal->path, journal->vfs, NULL) == OUTCOME_OK &&
	     store_wash(&journal->store) && stored_load(&journal->store, &there, &state) == OUTCOME_OK;
	if (ok) {
		int32_t count = there.count;
		bool same = state == ROW_GOOD && count <= journal->live.count &&
		            (count == 0 || stored_at(&there, count - 1)->sum == stored_at(&journal->live, count - 1)->sum);

		journal->rewrite = journal->rewrite || !same;
		journal->durable = same ? count : 0;
		for (int32_t i = 0; i < SETTING_COUNT; i++) {
			journal->setting[i].dirty = journal->setting[i].known;
		}
		memset(journal->latest_dirty, 1, sizeof journal->latest_dirty);
	}
	stored_wipe(&there);
	journal->sick = !ok;
	return ok;
}

bool journal_flush(struct journal *journal)
{
	struct store *store = &journal->store;
	bool ok;

	if (journal->sick && !recover(journal)) {
		return false;
	}
	ok = store_run(store, SQL_BEGIN) && write_ended(journal) && write_live(journal) && write_rest(journal) &&
	     store_run(store, SQL_COMMIT);
	if (ok) {
		all_is_written(journal);
		if (journal->wash_due) {
			journal->wash_due = !store_wash(store);
			ok = !journal->wash_due;
		}
	} else if (sqlite3_get_autocommit(store->db) == 0) {
		(void)db_exec(store->db, "ROLLBACK");
	}
	journal->sick = !ok;
	return ok;
}
