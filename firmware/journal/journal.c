/* Opening, closing and reading the journal. */
#include "firmware/journal/inside.h"

#include "firmware/base/str.h"

struct loading {
	struct journal *journal;
	bool damaged;
};

static void load_setting(void *self, const char *name, int64_t value, const char *text, enum row_state state)
{
	struct loading *loading = self;
	enum setting setting = setting_named(name);

	loading->damaged = loading->damaged || state == ROW_DAMAGED;
	/* A setting that this version does not know stays where it is. */
	if (state == ROW_GOOD && setting != SETTING_COUNT) {
		struct kept *kept = &loading->journal->setting[setting];

		*kept = (struct kept){.known = true, .value = (int32_t)value};
		str_copy(kept->text, sizeof kept->text, text);
	}
}

/* Takes everything in; CORRUPT where a sum is wrong, NEWER where a running meeting holds an event that this version does not know. */
static enum outcome load(struct journal *journal)
{
	struct loading loading = {.journal = journal, .damaged = false};
	enum row_state events = ROW_GOOD;
	enum row_state latest = ROW_GOOD;
	enum row_state records = ROW_GOOD;
	int32_t bad;
	int32_t count;
	int32_t highest = 0;
	enum outcome outcome = setting_load(&journal->store, load_setting, &loading);

	if (outcome == OUTCOME_OK) {
		outcome = stored_load(&journal->store, &journal->live, &events);
	}
	if (outcome == OUTCOME_OK) {
		outcome = latest_load(&journal->store, journal->latest, &latest);
	}
	if (outcome == OUTCOME_OK) {
		/* A record that is whole but strange is kept, and merely not shown. */
		outcome = record_check_all(&journal->store, &journal->room, &records, &bad, &count);
	}
	if (outcome == OUTCOME_OK) {
		outcome = record_below(&journal->store, INT64_MAX, &highest);
	}
	if (outcome != OUTCOME_OK) {
		return outcome;
	}
	for (int32_t i = 0; i < LATEST_COUNT; i++) {
		latest = journal->latest[i].after > journal->live.count && events == ROW_GOOD ? ROW_DAMAGED : latest;
	}
	if (loading.damaged || events == ROW_DAMAGED || latest == ROW_DAMAGED || records == ROW_DAMAGED) {
		return OUTCOME_CORRUPT;
	}
	journal->durable = journal->live.count;
	journal->cases = journal->live.count > 0 && stored_at(&journal->live, 0)->event.meeting.cases != 0;
	journal->next_number = highest + 1;
	return events == ROW_STRANGE ? OUTCOME_NEWER : OUTCOME_OK;
}

static void forget(struct journal *journal)
{
	store_close(&journal->store, true);
	stored_wipe(&journal->live);
	memset(journal->setting, 0, sizeof journal->setting);
	memset(journal->latest, 0, sizeof journal->latest);
}

/* Opens the database that stands there. On any outcome but OK nothing stays open, and nothing was changed that was whole. */
static enum outcome start(struct journal *journal, bool *was_empty)
{
	enum outcome outcome = store_open(&journal->store, STORE_KEEP, journal->path, journal->vfs, was_empty);

	if (outcome == OUTCOME_OK) {
		outcome = load(journal);
	}
	/* What a power cut has left in the log file belongs in the database. */
	if (outcome == OUTCOME_OK && !(store_wash(&journal->store) && folder_sync(journal->folder))) {
		outcome = outcome_of(sqlite3_extended_errcode(journal->store.db));
		outcome = outcome == OUTCOME_OK ? OUTCOME_UNWRITABLE : outcome;
	}
	if (outcome != OUTCOME_OK) {
		forget(journal);
	}
	return outcome;
}

/* Where no database stands an empty one is made, or one from what an earlier start put aside. */
static enum outcome open_or_salvage(struct journal *journal, struct salvage *report, bool *salvaged, bool *was_empty)
{
	enum outcome outcome;

	if (file_exists(journal->path)) {
		outcome = start(journal, was_empty);
		if (outcome != OUTCOME_CORRUPT) {
			return outcome;
		}
		*salvaged = true;
		outcome = salvage_set_aside(journal->folder, report->aside);
	} else {
		*salvaged = salvage_was_begun(journal->folder, report->aside);
		outcome = OUTCOME_OK;
	}
	if (outcome == OUTCOME_OK) {
		outcome = salvage_build(journal->folder, journal->vfs, report);
	}
	return outcome == OUTCOME_OK ? start(journal, NULL) : outcome;
}

static struct journal *create(const struct journal_config *config)
{
	struct arena *arena = arena_create();
	struct journal *journal = arena_alloc(arena, sizeof *journal);

	journal->arena = arena;
	str_copy(journal->folder, sizeof journal->folder, config->folder);
	if (config->vfs != NULL) {
		journal->vfs = arena_text(arena, config->vfs, strlen(config->vfs));
	}
	return journal;
}

enum journal_state journal_open(const struct journal_config *config, enum lang lang, struct journal **journal, char *why)
{
	struct salvage report = {.aside = ""};
	bool salvaged = false;
	bool was_empty = false;
	enum outcome outcome = OUTCOME_UNWRITABLE;
	struct journal *made = create(config);

	if (folder_path(made->path, config->folder, DB_NAME) && folder_make(config->folder)) {
		outcome = open_or_salvage(made, &report, &salvaged, &was_empty);
	}
	words_outcome(lang, outcome, config->folder, why);
	if (outcome != OUTCOME_OK) {
		arena_destroy(made->arena);
		*journal = NULL;
		return outcome == OUTCOME_NEWER ? JOURNAL_NEWER : JOURNAL_UNWRITABLE;
	}
	if (salvaged) {
		words_salvaged(lang, &report, why);
	} else if (was_empty) {
		words_empty(lang, why);
	}
	*journal = made;
	return salvaged || was_empty ? JOURNAL_SALVAGED : JOURNAL_OPENED;
}

void journal_close(struct journal *journal)
{
	if (journal == NULL) {
		return;
	}
	if (journal->sick) {
		(void)journal_flush(journal);
	}
	store_close(&journal->store, journal->sick);
	forget(journal);
	arena_destroy(journal->arena);
}

void journal_replay(const struct journal *journal, journal_take take_event, void *self)
{
	for (int32_t i = 0; i < SETTING_COUNT; i++) {
		const struct kept *kept = &journal->setting[i];

		if (kept->known) {
			struct event event = {.kind = EVENT_SETTING_CHANGED, .set = {.what = i, .value = kept->value}};

			str_copy(event.text, sizeof event.text, kept->text);
			take_event(self, &event);
		}
	}
	for (int32_t i = 0; i < journal->live.count; i++) {
		take_event(self, &stored_at(&journal->live, i)->event);
	}
	if (journal->latest[LATEST_DRAFT].known) {
		take_event(self, &journal->latest[LATEST_DRAFT].event);
	}
	if (journal->latest[LATEST_CLOCK].known) {
		take_event(self, &journal->latest[LATEST_CLOCK].event);
	}
}

bool journal_history(struct journal *journal, int32_t record, struct history *history)
{
	enum row_state state = ROW_DAMAGED;
	bool ok;

	memset(history, 0, sizeof *history);
	if (journal->store.db == NULL) {
		return false;
	}
	ok = archive_list(&journal->store, history) == OUTCOME_OK && archive_promises(&journal->store, history) == OUTCOME_OK;
	if (record != 0) {
		ok = record_get(&journal->store, record, &journal->room, &state) == OUTCOME_OK && state == ROW_GOOD && ok;
		if (state == ROW_GOOD) {
			history->record_number = record;
			history->record = journal->room.meeting;
		}
	}
	return ok;
}
