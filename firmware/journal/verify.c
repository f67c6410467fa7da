/* A look through a data folder that changes nothing, for `samsyn verify`. */
#include "firmware/journal/store.h"

#include "firmware/base/str.h"
#include "firmware/core/core.h"

struct report {
	FILE *out;
	enum lang lang;
	int32_t faults;
};

enum line {
	LINE_FILE, LINE_OPENS, LINE_WHOLE, LINE_VERSION, LINE_SCHEMA, LINE_BALLOTS, LINE_SETTINGS, LINE_EVENTS, LINE_CASES, LINE_LATEST,
	LINE_RECORDS, LINE_REPLAY, LINE_COUNT
};

static const char *const lines[LINE_COUNT][LANG_COUNT] = {
	[LINE_FILE] = {"det finns något sparat", "there is something saved"},
	[LINE_OPENS] = {"filen går att öppna", "the file can be opened"},
	[LINE_WHOLE] = {"databasen är hel", "the database is whole"},
	[LINE_VERSION] = {"versionen är den här programmets", "the version is this program's"},
	[LINE_SCHEMA] = {"tabellerna är de som ska finnas", "the tables are those there should be"},
	[LINE_BALLOTS] = {"ingen tabell eller kolumn har plats för en persons svar", "no table or column has room for one person's answers"},
	[LINE_SETTINGS] = {"inställningarna är läsbara", "the settings can be read"},
	[LINE_EVENTS] = {"mötet som pågår är läsbart, i ordning och utan luckor", "the meeting that is on can be read, in order and without gaps"},
	[LINE_CASES] = {"inga ord är sparade från ett möte om elever", "no words are stored from a meeting about pupils"},
	[LINE_LATEST] = {"utkast och klocka är läsbara", "draft and clock can be read"},
	[LINE_RECORDS] = {"avslutade möten är läsbara och summorna går ihop", "ended meetings can be read and their sums add up"},
	[LINE_REPLAY] = {"uppspelningen ger ett möte där reglerna håller", "the replay gives a meeting in which the rules hold"},
};

static const char *const marks[2][LANG_COUNT] = {{"FEL", "FAULT"}, {"ok", "ok"}};

/* Prints a line; returns `ok`. */
static bool say(struct report *report, enum line line, bool ok, const char *detail)
{
	report->faults += ok ? 0 : 1;
	(void)fprintf(report->out, "%-5s  %s%s%s\n", marks[ok ? 1 : 0][report->lang], lines[line][report->lang],
	              detail[0] != '\0' ? ": " : "", detail);
	return ok;
}

static const char *outcome_word(enum outcome outcome, enum lang lang)
{
	static const char *const words[][LANG_COUNT] = {
		[OUTCOME_OK] = {"", ""},
		[OUTCOME_CORRUPT] = {"trasig", "damaged"},
		[OUTCOME_NEWER] = {"från en nyare Samsyn", "from a newer Samsyn"},
		[OUTCOME_IN_USE] = {"Samsyn är igång och använder den", "Samsyn is running and uses it"},
		[OUTCOME_FULL] = {"fullt", "full"},
		[OUTCOME_UNWRITABLE] = {"går inte att läsa", "cannot be read"},
	};

	return words[outcome][lang];
}

/* What must hold before single rows mean anything. */
static bool check_database(struct report *report, struct store *store, const char *path)
{
	char said[64] = "";
	int64_t version = 0;
	bool ok;
	enum outcome outcome = store_open(store, STORE_LOOK, path, NULL, NULL);

	if (outcome == OUTCOME_OK) {
		outcome = schema_version(store->db, &version);
	}
	if (!say(report, LINE_OPENS, outcome == OUTCOME_OK, outcome_word(outcome, report->lang))) {
		return false;
	}
	outcome = db_integrity(store->db, said);
	ok = say(report, LINE_WHOLE, outcome == OUTCOME_OK, outcome == OUTCOME_OK ? "" : said);
	(void)snprintf(said, sizeof said, "%lld", (long long)version);
	ok = say(report, LINE_VERSION, version == SCHEMA_VERSION, said) && ok;
	outcome = schema_check(store->db, said);
	ok = say(report, LINE_SCHEMA, outcome == OUTCOME_OK, outcome == OUTCOME_OK ? "" : said) && ok;
	said[0] = '\0';
	outcome = schema_columns(store->db, said);
	ok = say(report, LINE_BALLOTS, outcome == OUTCOME_OK, said) && ok;
	return ok && (store_prepare(store) == OUTCOME_OK || say(report, LINE_OPENS, false, "SQL"));
}

struct settings_seen {
	struct core *core;
	int32_t count, bad;
	char bad_name[64];
};

static void see_setting(void *self, const char *name, int64_t value, const char *text, enum row_state state)
{
	struct settings_seen *seen = self;
	enum setting setting = setting_named(name);

	seen->count++;
	if (state != ROW_GOOD) {
		seen->bad++;
		str_copy(seen->bad_name, sizeof seen->bad_name, name);
	} else if (setting != SETTING_COUNT) {
		struct event event = {.kind = EVENT_SETTING_CHANGED, .set = {.what = (int32_t)setting, .value = (int32_t)value}};

		str_copy(event.text, sizeof event.text, text);
		core_apply(seen->core, &event);
	}
}

static void check_settings(struct report *report, struct store *store, struct core *core)
{
	struct settings_seen seen = {.core = core};
	bool ok = setting_load(store, see_setting, &seen) == OUTCOME_OK && seen.bad == 0;
	char count[64];

	(void)snprintf(count, sizeof count, "%d", (int)seen.count);
	(void)say(report, LINE_SETTINGS, ok, seen.bad > 0 ? seen.bad_name : count);
}

static bool has_words(const struct stored_list *list)
{
	for (int32_t i = 0; i < list->count; i++) {
		if (stored_at(list, i)->event.text[0] != '\0') {
			return true;
		}
	}
	return false;
}

/* Plays the meeting and holds the rules against it wherever an append ended. */
static const char *replay(struct core *core, const struct stored_list *list, const struct latest latest[LATEST_COUNT])
{
	const char *broken = core_broken(core);

	for (int32_t i = 0; i < list->count && broken == NULL; i++) {
		core_apply(core, &stored_at(list, i)->event);
		broken = stored_at(list, i)->rest == 0 ? core_broken(core) : NULL;
	}
	for (int32_t i = LATEST_COUNT - 1; i >= 0 && broken == NULL; i--) {
		if (latest[i].known) {
			core_apply(core, &latest[i].event);
			broken = core_broken(core);
		}
	}
	return broken;
}

static void check_meeting(struct report *report, struct store *store, struct core *core)
{
	struct stored_list list = {.arena = NULL};
	struct latest latest[LATEST_COUNT];
	enum row_state state;
	const char *broken;
	char count[64];
	bool cases;
	bool whole = stored_load(store, &list, &state) == OUTCOME_OK && state == ROW_GOOD;

	(void)snprintf(count, sizeof count, "%d/%d", (int)list.count, (int)list.seen);
	(void)say(report, LINE_EVENTS, whole, count);
	whole = latest_load(store, latest, &state) == OUTCOME_OK && state == ROW_GOOD &&
	        latest[LATEST_CLOCK].after <= list.count && latest[LATEST_DRAFT].after <= list.count;
	(void)say(report, LINE_LATEST, whole, "");
	cases = list.count > 0 && stored_at(&list, 0)->event.meeting.cases != 0;
	(void)say(report, LINE_CASES, !cases || (!has_words(&list) && !latest[LATEST_DRAFT].known), "");
	broken = replay(core, &list, latest);
	(void)say(report, LINE_REPLAY, broken == NULL, broken != NULL ? broken : "");
	stored_wipe(&list);
}

static void check_records(struct report *report, struct store *store, struct record *room)
{
	enum row_state state;
	int32_t number;
	int32_t count;
	bool ok = record_check_all(store, room, &state, &number, &count) == OUTCOME_OK && state == ROW_GOOD;
	char detail[64];

	(void)snprintf(detail, sizeof detail, state == ROW_GOOD ? "%d" : "#%d", (int)(state == ROW_GOOD ? count : number));
	(void)say(report, LINE_RECORDS, ok, detail);
}

int32_t journal_verify(const char *folder, enum lang lang, FILE *out)
{
	struct report report = {.out = out, .lang = lang, .faults = 0};
	struct arena *arena = arena_create();
	struct core *core = arena_alloc(arena, sizeof *core);
	char path[PATH_BYTES];
	struct store store = {.db = NULL};

	core_init(core);
	if (say(&report, LINE_FILE, folder_path(path, folder, DB_NAME) && file_exists(path), folder) &&
	    check_database(&report, &store, path)) {
		check_settings(&report, &store, core);
		check_meeting(&report, &store, core);
		check_records(&report, &store, arena_alloc(arena, sizeof(struct record)));
	}
	store_close(&store, true);
	arena_destroy(arena);
	return report.faults;
}
