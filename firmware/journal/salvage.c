/* What can be read of a corrupt database goes into a new one. The corrupt file is never written to: it is kept aside, under a name
   that says so, with its log file. The new database is made under a third name and takes its place when it is whole, so that a power
   cut on the way only means to begin again. */
#include "firmware/journal/store.h"

#include "firmware/base/str.h"

#include <dirent.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define ASIDE_START DB_NAME ".trasig-"
#define NEW_NAME DB_NAME ".ny"
#define LINE_BYTES 16384               /* no row of ours makes a longer line */
#define DUMP_BYTES_MAX (64 * 1024 * 1024)

/* The number behind samsyn.db.trasig-, or 0. */
static int64_t aside_number(const char *name)
{
	char *end;
	long number;

	if (!str_starts(name, ASIDE_START)) {
		return 0;
	}
	number = strtol(name + strlen(ASIDE_START), &end, 10);
	return end != name + strlen(ASIDE_START) && number > 0 && number < 1000000 ? number : 0;
}

/* The highest number that has been given to a file kept aside, 0 if there is none. */
static int64_t aside_highest(const char *folder)
{
	DIR *dir = opendir(folder);
	const struct dirent *entry;
	int64_t highest = 0;

	if (dir == NULL) {
		return 0;
	}
	while ((entry = readdir(dir)) != NULL) {
		int64_t number = aside_number(entry->d_name);

		highest = number > highest ? number : highest;
	}
	closedir(dir);
	return highest;
}

static void aside_name(char name[64], int64_t number)
{
	(void)snprintf(name, 64, ASIDE_START "%d", (int)number);
}

/* folder/name with `more` after it. */
static bool path_of(char *path, const char *folder, const char *name, const char *more)
{
	if (!folder_path(path, folder, name)) {
		return false;
	}
	str_append(path, PATH_BYTES, more);
	return true;
}

/* Gives folder/from the name folder/to if it is there. */
static bool move(const char *folder, const char *from, const char *to, const char *more)
{
	char old[PATH_BYTES];
	char new[PATH_BYTES];

	if (!path_of(old, folder, from, more) || !path_of(new, folder, to, more)) {
		return false;
	}
	return !file_exists(old) || rename(old, new) == 0;
}

static void drop(const char *folder, const char *name, const char *more)
{
	char path[PATH_BYTES];

	if (path_of(path, folder, name, more)) {
		(void)unlink(path);
	}
}

static void drop_empty(const char *folder, const char *name, const char *more)
{
	char path[PATH_BYTES];
	struct stat about;

	if (path_of(path, folder, name, more) && stat(path, &about) == 0 && about.st_size == 0) {
		(void)unlink(path);
	}
}

enum outcome salvage_set_aside(const char *folder, char aside[64])
{
	aside_name(aside, aside_highest(folder) + 1);
	/* The database first: a log file without one tells the next start where this one stopped. */
	if (!move(folder, DB_NAME, aside, "") || !folder_sync(folder) || !move(folder, DB_NAME, aside, "-wal") ||
	    !folder_sync(folder)) {
		return OUTCOME_UNWRITABLE;
	}
	return OUTCOME_OK;
}

bool salvage_was_begun(const char *folder, char aside[64])
{
	char wal[PATH_BYTES];
	char path[PATH_BYTES];
	int64_t highest = aside_highest(folder);
	bool wal_left = path_of(wal, folder, DB_NAME, "-wal") && file_exists(wal);

	aside[0] = '\0';
	if (highest == 0 && !wal_left) {
		return false;
	}
	aside_name(aside, max_ms(highest, 1));
	if (wal_left && path_of(path, folder, aside, "-wal") && file_exists(path)) {
		aside_name(aside, highest + 1);
	}
	return move(folder, DB_NAME, aside, "-wal");
}

/* ---- Reading the corrupt file with SQLite's own tool ---- */

struct dump {
	pid_t pid;
	FILE *out;
};

static int spawn(const char *path, int out, pid_t *pid)
{
	/* An empty environment and an empty start-up file: nothing of the user's changes what the tool does. */
	char words[6][16] = {"sqlite3", "-batch", "-readonly", "-init", "/dev/null", ".dump"};
	char file[PATH_BYTES + 2];
	char *const argv[] = {words[0], words[1], words[2], words[3], words[4], file, words[5], NULL};
	char *const env[] = {NULL};
	posix_spawn_file_actions_t actions;
	int error;

	(void)snprintf(file, sizeof file, "%s%s", path[0] == '/' ? "" : "./", path);
	if (posix_spawn_file_actions_init(&actions) != 0) {
		return -1;
	}
	error = posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
	error = error != 0 ? error : posix_spawn_file_actions_adddup2(&actions, out, 1);
	error = error != 0 ? error : posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
	error = error != 0 ? error : posix_spawnp(pid, words[0], &actions, NULL, argv, env);
	(void)posix_spawn_file_actions_destroy(&actions);
	return error;
}

static bool dump_begin(struct dump *dump, const char *path)
{
	int ends[2];

	if (pipe(ends) != 0) {
		return false;
	}
	(void)fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	if (spawn(path, ends[1], &dump->pid) != 0) {
		close(ends[0]);
		close(ends[1]);
		return false;
	}
	close(ends[1]);
	dump->out = fdopen(ends[0], "r");
	if (dump->out == NULL) {
		close(ends[0]);
		(void)waitpid(dump->pid, NULL, 0);
	}
	return dump->out != NULL;
}

/* True if the tool was there and ran. Closing the pipe ends one that is still talking. */
static bool dump_end(struct dump *dump)
{
	int status = 0;

	(void)fclose(dump->out);
	return waitpid(dump->pid, &status, 0) == dump->pid && !(WIFEXITED(status) && WEXITSTATUS(status) == 127);
}

/* One line without its end. *whole: it fitted and held no NUL. False at the end. */
static bool next_line(FILE *in, char line[LINE_BYTES], bool *whole)
{
	size_t len = 0;
	int byte;

	*whole = true;
	while ((byte = fgetc(in)) != EOF && byte != '\n') {
		if (len + 1 < LINE_BYTES && byte != '\0') {
			line[len++] = (char)byte;
		} else {
			*whole = false;
		}
	}
	line[len] = '\0';
	return byte != EOF || len > 0;
}

static const char *const tables[] = {
	"setting", "event", "latest", "meeting", "meeting_step", "meeting_statement", "result", "shared", "note"};

static bool ours(const char *name)
{
	for (size_t i = 0; i < ARRAY_LEN(tables); i++) {
		if (str_equal(tables[i], name)) {
			return true;
		}
	}
	return false;
}

/* While lines of the dump run, they may put rows into our tables, spell letters out, and nothing else. */
static int only_rows(void *self, int action, const char *a, const char *b, const char *c, const char *d)
{
	(void)self;
	(void)c;
	(void)d;
	if (action == SQLITE_INSERT && ours(a)) {
		return SQLITE_OK;
	}
	if (action == SQLITE_FUNCTION && (str_equal(b, "replace") || str_equal(b, "char") || str_equal(b, "unistr"))) {
		return SQLITE_OK;
	}
	return SQLITE_DENY;
}

/* Runs the rows of a dump. The tool begins every one with words of its own, however little it can read. */
static void read_dump(const char *path, sqlite3 *into, struct salvage *report)
{
	static const char insert[] = "INSERT INTO ";
	char line[LINE_BYTES];
	struct dump dump;
	bool whole;
	bool committed = false;
	int64_t bytes = 0;

	report->tool_missing = !dump_begin(&dump, path);
	if (report->tool_missing) {
		return;
	}
	report->tool_silent = true;
	(void)sqlite3_set_authorizer(into, only_rows, NULL);
	while (bytes < DUMP_BYTES_MAX && next_line(dump.out, line, &whole)) {
		bytes += (int64_t)strlen(line);
		report->tool_silent = false;
		if (str_starts(line, insert) && (!whole || db_exec(into, line) != SQLITE_OK)) {
			report->dump_broken = true;
		}
		committed = str_equal(line, "COMMIT;") || committed;
	}
	(void)sqlite3_set_authorizer(into, NULL, NULL);
	report->dump_broken = report->dump_broken || !committed;
	report->tool_missing = !dump_end(&dump);
}

/* ---- From the rows that were read to the new database: only what adds up ---- */

struct carry {
	struct store *to;
	struct salvage *report;
	bool ok;
};

static void carry_setting(void *self, const char *name, int64_t value, const char *text, enum row_state state)
{
	struct carry *carry = self;

	if (state == ROW_GOOD) {
		carry->ok = carry->ok && setting_put(carry->to, name, value, text);
		carry->report->settings_kept++;
	} else {
		carry->report->settings_lost++;
	}
}

/* Up to the last event that was stored with all those decided together with it. */
static int32_t whole_batches(const struct stored_list *list)
{
	int32_t count = list->count;

	while (count > 0 && stored_at(list, count - 1)->rest != 0) {
		count--;
	}
	return count;
}

/* A draft belongs to the meeting as it stood last: without all of it, it may be about a note that is not there. */
static bool carry_latest(struct store *to, const struct latest latest[LATEST_COUNT])
{
	for (int32_t i = 0; i < LATEST_COUNT; i++) {
		if (latest[i].known && !latest_put(to, &latest[i].event, latest[i].after)) {
			return false;
		}
	}
	return true;
}

static bool carry_live(struct store *from, struct store *to, struct salvage *report)
{
	struct stored_list list = {.arena = NULL};
	struct latest latest[LATEST_COUNT];
	enum row_state events;
	enum row_state state;
	uint64_t sum = SUM_START;
	bool whole = stored_load(from, &list, &events) == OUTCOME_OK && events == ROW_GOOD && !report->dump_broken;
	bool ok = true;
	int32_t count = whole_batches(&list);

	for (int32_t i = 0; i < count && ok; i++) {
		ok = stored_put(to, i + 1, stored_at(&list, i), sum);
		sum = stored_at(&list, i)->sum;
	}
	if (latest_load(from, latest, &state) != OUTCOME_OK || state != ROW_GOOD) {
		report->dump_broken = true;
	}
	whole = whole && count == list.seen && latest[LATEST_CLOCK].after <= count && latest[LATEST_DRAFT].after <= count;
	report->live = list.seen == 0 ? LIVE_NONE : count == 0 ? LIVE_LOST : whole ? LIVE_WHOLE : LIVE_PART;
	ok = ok && (!whole || carry_latest(to, latest));
	stored_wipe(&list);
	return ok;
}

static bool carry_records(struct store *from, struct store *to, struct salvage *report)
{
	struct arena *arena = arena_create();
	struct record *record = arena_alloc(arena, sizeof *record);
	int32_t number = 0;
	int64_t seen = 0;
	bool ok = true;
	enum outcome outcome = record_below(from, INT64_MAX, &number);

	while (ok && outcome == OUTCOME_OK && number > 0) {
		enum row_state state;

		outcome = record_get(from, number, record, &state);
		if (outcome == OUTCOME_OK && state == ROW_GOOD) {
			ok = record_put(to, record);
			report->meetings_kept++;
		}
		if (outcome == OUTCOME_OK) {
			outcome = record_below(from, number, &number);
		}
	}
	if (store_number(from, SQL_SEEN_COUNT, 0, &seen)) {
		report->meetings_seen = (int32_t)seen;
	}
	arena_destroy(arena);
	return ok;
}

/* False if the new database could not be written. */
static bool carry_over(struct store *from, struct store *to, struct salvage *report)
{
	struct carry carry = {.to = to, .report = report, .ok = true};

	if (!store_run(to, SQL_BEGIN)) {
		return false;
	}
	if (setting_load(from, carry_setting, &carry) != OUTCOME_OK) {
		report->dump_broken = true;
	}
	return carry.ok && carry_live(from, to, report) && carry_records(from, to, report) && store_run(to, SQL_COMMIT);
}

static enum outcome fill(const char *folder, struct store *to, struct salvage *report)
{
	char aside[PATH_BYTES];
	struct store from;
	enum outcome outcome = store_open(&from, STORE_MEMORY, NULL, NULL, NULL);

	if (outcome != OUTCOME_OK) {
		return outcome;
	}
	/* Rows come in the order in which the tables stand, and some that they refer to may be missing. */
	if (!folder_path(aside, folder, report->aside) || db_exec(from.db, "PRAGMA foreign_keys=OFF") != SQLITE_OK) {
		outcome = OUTCOME_UNWRITABLE;
	} else if (file_exists(aside)) {
		read_dump(aside, from.db, report);
		/* What was made to read by, and nobody needs. */
		drop(folder, report->aside, "-shm");
		drop_empty(folder, report->aside, "-wal");
	}
	if (outcome == OUTCOME_OK && !carry_over(&from, to, report)) {
		outcome = outcome_of(sqlite3_extended_errcode(to->db));
		outcome = outcome == OUTCOME_OK ? OUTCOME_UNWRITABLE : outcome;
	}
	store_close(&from, true);
	return outcome;
}

enum outcome salvage_build(const char *folder, const char *vfs, struct salvage *report)
{
	char new[PATH_BYTES];
	struct store to;
	enum outcome outcome;

	if (!folder_path(new, folder, NEW_NAME)) {
		return OUTCOME_UNWRITABLE;
	}
	drop(folder, NEW_NAME, "");
	drop(folder, NEW_NAME, "-wal");
	outcome = store_open(&to, STORE_BUILD, new, vfs, NULL);
	if (outcome != OUTCOME_OK) {
		return outcome;
	}
	if (report->aside[0] != '\0') {
		outcome = fill(folder, &to, report);
	}
	/* All of it must stand in the file itself: a log file would not follow it to its new name. */
	if (outcome == OUTCOME_OK && !store_wash(&to)) {
		outcome = OUTCOME_UNWRITABLE;
	}
	store_close(&to, outcome != OUTCOME_OK);
	if (outcome == OUTCOME_OK && (!move(folder, NEW_NAME, DB_NAME, "") || !folder_sync(folder))) {
		outcome = OUTCOME_UNWRITABLE;
	}
	return outcome;
}
