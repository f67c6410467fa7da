/* Opening a database with every safeguard on. */
#include "firmware/journal/store.h"

#include "firmware/base/str.h"

#include <sys/stat.h>
#include <unistd.h>

/* What a test takes away on purpose, to see that it is missed. */
#ifdef SABOTAGE_NO_SYNC
#define SYNCHRONOUS "0"
#else
#define SYNCHRONOUS "2"
#endif
#ifdef SABOTAGE_NO_ERASE
#define SECURE_DELETE "0"
#else
#define SECURE_DELETE "1"
#endif

struct pragma {
	const char *set, *get, *want;
	bool of_file;              /* stands in the file: another value there is damage */
};

/* EXCLUSIVE comes before WAL: then the log's index is in memory and no file is shared. FULL syncs every commit. A checkpoint after
   each commit leaves nothing in the log file alone, so that damage to it costs nothing. */
static const struct pragma pragmas[] = {
	{"PRAGMA locking_mode=EXCLUSIVE", "PRAGMA locking_mode", "exclusive", false},
	{"PRAGMA page_size=4096", "PRAGMA page_size", "4096", true},
	{"PRAGMA journal_mode=WAL", "PRAGMA journal_mode", "wal", false},
	{"PRAGMA synchronous=" SYNCHRONOUS, "PRAGMA synchronous", SYNCHRONOUS, false},
	{"PRAGMA wal_autocheckpoint=1", "PRAGMA wal_autocheckpoint", "1", false},
	{"PRAGMA secure_delete=" SECURE_DELETE, "PRAGMA secure_delete", SECURE_DELETE, false},
	{"PRAGMA temp_store=MEMORY", "PRAGMA temp_store", "2", false},
	{"PRAGMA cell_size_check=ON", "PRAGMA cell_size_check", "1", false},
	{"PRAGMA trusted_schema=OFF", "PRAGMA trusted_schema", "0", false},
	{"PRAGMA foreign_keys=ON", "PRAGMA foreign_keys", "1", false},
	{NULL, "PRAGMA auto_vacuum", "0", true},
	{NULL, "PRAGMA encoding", "UTF-8", true},
	/* Last: a file system that cannot map files answers nothing at all. */
	{"PRAGMA mmap_size=0", "PRAGMA mmap_size", "0", false},
};

enum outcome outcome_of(int rc)
{
	switch (rc) {
	case SQLITE_IOERR_SHORT_READ:
	case SQLITE_IOERR_CORRUPTFS:
		return OUTCOME_CORRUPT;
	default:
		break;
	}
	switch (rc & 0xFF) {
	case SQLITE_OK:
	case SQLITE_ROW:
	case SQLITE_DONE:
		return OUTCOME_OK;
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
	case SQLITE_ERROR:       /* a table or column that should be there is not, or the format is unheard of */
	case SQLITE_MISMATCH:
	case SQLITE_TOOBIG:
	case SQLITE_SCHEMA:
	case SQLITE_CONSTRAINT:
		return OUTCOME_CORRUPT;
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return OUTCOME_IN_USE;
	case SQLITE_FULL:
		return OUTCOME_FULL;
	default:
		return OUTCOME_UNWRITABLE;
	}
}

int db_exec(sqlite3 *db, const char *sql)
{
	return sqlite3_exec(db, sql, NULL, NULL, NULL);
}

int db_text(sqlite3 *db, const char *sql, char out[64])
{
	sqlite3_stmt *stmt = NULL;
	int rc = sqlite3_prepare_v2(db, sql, -1, &stmt, NULL);

	out[0] = '\0';
	if (rc == SQLITE_OK) {
		rc = sqlite3_step(stmt);
		if (rc == SQLITE_ROW) {
			const unsigned char *text = sqlite3_column_text(stmt, 0);

			str_copy(out, 64, text != NULL ? (const char *)text : "");
		}
	}
	sqlite3_finalize(stmt);
	return rc == SQLITE_ROW || rc == SQLITE_DONE ? SQLITE_OK : rc;
}

enum outcome db_integrity(sqlite3 *db, char *said)
{
	char text[64];
	enum outcome outcome = outcome_of(db_text(db, "PRAGMA integrity_check(1)", text));

	if (said != NULL) {
		str_copy(said, 64, text);
	}
	if (outcome != OUTCOME_OK) {
		return outcome;
	}
	return str_equal(text, "ok") ? OUTCOME_OK : OUTCOME_CORRUPT;
}

/* Only what the journal itself asks for: no foreign SQL is ever run, and files from elsewhere get no say. */
static enum outcome harden(sqlite3 *db)
{
	static const struct { int limit, value; } limits[] = {
		{SQLITE_LIMIT_LENGTH, 1000000}, {SQLITE_LIMIT_SQL_LENGTH, 100000}, {SQLITE_LIMIT_COLUMN, 100},
		{SQLITE_LIMIT_EXPR_DEPTH, 20}, {SQLITE_LIMIT_COMPOUND_SELECT, 8}, {SQLITE_LIMIT_VDBE_OP, 25000},
		{SQLITE_LIMIT_FUNCTION_ARG, 8}, {SQLITE_LIMIT_ATTACHED, 0}, {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50},
		{SQLITE_LIMIT_VARIABLE_NUMBER, 32}, {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
	};
	int rc = sqlite3_extended_result_codes(db, 1);

	rc |= sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL);
	rc |= sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)NULL);
	rc |= sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, (int *)NULL);
	rc |= sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, (int *)NULL);
	rc |= sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, (int *)NULL);
	rc |= sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, (int *)NULL);
	for (size_t i = 0; i < ARRAY_LEN(limits); i++) {
		(void)sqlite3_limit(db, limits[i].limit, limits[i].value);
	}
	return rc == SQLITE_OK ? OUTCOME_OK : OUTCOME_UNWRITABLE;
}

static enum outcome set_up(sqlite3 *db)
{
	for (size_t i = 0; i < ARRAY_LEN(pragmas); i++) {
		enum outcome outcome = pragmas[i].set != NULL ? outcome_of(db_exec(db, pragmas[i].set)) : OUTCOME_OK;

		if (outcome != OUTCOME_OK) {
			return outcome;
		}
	}
	return OUTCOME_OK;
}

/* Asks for every safeguard again: one that did not take is no safeguard. */
static enum outcome read_back(sqlite3 *db)
{
	char text[64];

	for (size_t i = 0; i < ARRAY_LEN(pragmas); i++) {
		const struct pragma *pragma = &pragmas[i];
		enum outcome outcome = outcome_of(db_text(db, pragma->get, text));
		bool silent = text[0] == '\0' && i + 1 == ARRAY_LEN(pragmas);

		if (outcome != OUTCOME_OK) {
			return outcome;
		}
		if (!str_equal(text, pragma->want) && !silent) {
			return pragma->of_file ? OUTCOME_CORRUPT : OUTCOME_UNWRITABLE;
		}
	}
	return OUTCOME_OK;
}

enum outcome store_prepare(struct store *store)
{
	static const char *const text[] = {
#define X(name, sql) sql,
		SQL(X)
#undef X
	};

	for (size_t i = 0; i < SQL_COUNT; i++) {
		int rc = sqlite3_prepare_v3(store->db, text[i], -1, SQLITE_PREPARE_PERSISTENT, &store->stmt[i], NULL);

		if (rc != SQLITE_OK) {
			return outcome_of(rc);
		}
	}
	return OUTCOME_OK;
}

/* SQLite quietly opens a file that it may not write for reading, and so it does one whose header asks for that. */
static enum outcome writable(sqlite3 *db, const char *path)
{
	if (sqlite3_db_readonly(db, "main") != 1) {
		return OUTCOME_OK;
	}
	return access(path, W_OK) == 0 ? OUTCOME_CORRUPT : OUTCOME_UNWRITABLE;
}

/* Nothing is changed before the version has been read: a newer file is left as it is. */
static enum outcome look_first(sqlite3 *db, const char *path, bool *was_empty)
{
	enum outcome outcome = outcome_of(db_exec(db, pragmas[0].set));
	int64_t version = 0;
	char tables[64] = "";

	if (outcome == OUTCOME_OK) {
		outcome = schema_version(db, &version);
	}
	if (outcome == OUTCOME_OK) {
		outcome = writable(db, path);
	}
	if (outcome == OUTCOME_OK && version > SCHEMA_VERSION) {
		outcome = OUTCOME_NEWER;
	}
	if (outcome == OUTCOME_OK) {
		outcome = outcome_of(db_text(db, "SELECT count(*) FROM sqlite_schema", tables));
	}
	*was_empty = str_equal(tables, "0");
	/* Tables without a version, or a version without tables, are not ours or no longer whole. */
	if (outcome == OUTCOME_OK && *was_empty != (version == 0)) {
		outcome = OUTCOME_CORRUPT;
	}
	return outcome == OUTCOME_OK ? db_integrity(db, NULL) : outcome;
}

static enum outcome open_for_writing(struct store *store, const char *path, bool *was_empty)
{
	enum outcome outcome = look_first(store->db, path, was_empty);

	if (outcome == OUTCOME_OK) {
		outcome = set_up(store->db);
	}
	if (outcome == OUTCOME_OK) {
		outcome = schema_up(store->db);
	}
	if (outcome == OUTCOME_OK) {
		outcome = read_back(store->db);
	}
	if (outcome == OUTCOME_OK) {
		outcome = schema_check(store->db, NULL);
	}
	(void)chmod(path, 0600);   /* what a team writes is for its own eyes; where it cannot be set, the folder's rights hold */
	return outcome;
}

/* A log file that stands there may be in use, and holds what counts: it is read under the lock that a running program holds. Without
   one, the file alone is read, and SQLite is told that nobody changes it. */
static int open_to_look(sqlite3 **db, const char *path, const char *vfs)
{
	char uri[3 * PATH_BYTES + 32] = "file:";
	char wal[PATH_BYTES + 8];
	size_t len = strlen(uri);
	int rc;

	(void)snprintf(wal, sizeof wal, "%s-wal", path);
	if (file_exists(wal)) {
		rc = sqlite3_open_v2(path, db, SQLITE_OPEN_READWRITE, vfs);
		return rc != SQLITE_OK ? rc : db_exec(*db, "PRAGMA query_only=ON");
	}
	for (const char *at = path; *at != '\0'; at++) {
		len += (size_t)snprintf(uri + len, 4, *at == '%' || *at == '?' || *at == '#' ? "%%%02X" : "%c", (unsigned char)*at);
	}
	str_append(uri, sizeof uri, "?immutable=1");
	return sqlite3_open_v2(uri, db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, vfs);
}

static int open_file(sqlite3 **db, enum store_mode mode, const char *path, const char *vfs)
{
	switch (mode) {
	case STORE_KEEP: return sqlite3_open_v2(path, db, SQLITE_OPEN_READWRITE, vfs);
	case STORE_BUILD: return sqlite3_open_v2(path, db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, vfs);
	case STORE_LOOK: return open_to_look(db, path, vfs);
	case STORE_MEMORY: return sqlite3_open_v2(":memory:", db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY, NULL);
	}
	return SQLITE_MISUSE;
}

enum outcome store_open(struct store *store, enum store_mode mode, const char *path, const char *vfs, bool *was_empty)
{
	bool empty = false;
	enum outcome outcome;

	memset(store, 0, sizeof *store);
	outcome = outcome_of(open_file(&store->db, mode, path, vfs));
	if (outcome == OUTCOME_OK) {
		outcome = harden(store->db);
	}
	if (outcome == OUTCOME_OK) {
		switch (mode) {
		case STORE_KEEP:
		case STORE_BUILD: outcome = open_for_writing(store, path, &empty); break;
		case STORE_LOOK: outcome = outcome_of(db_exec(store->db, pragmas[0].set)); break;
		case STORE_MEMORY: outcome = schema_up(store->db); break;
		}
	}
	if (outcome == OUTCOME_OK && mode != STORE_LOOK) {
		outcome = store_prepare(store);
	}
	if (outcome != OUTCOME_OK) {
		store_close(store, true);
	}
	if (was_empty != NULL) {
		*was_empty = empty;
	}
	return outcome;
}

void store_close(struct store *store, bool carefully)
{
	for (size_t i = 0; i < SQL_COUNT; i++) {
		sqlite3_finalize(store->stmt[i]);
		store->stmt[i] = NULL;
	}
	if (store->db != NULL && carefully) {
		(void)sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)NULL);
	}
	(void)sqlite3_close_v2(store->db);
	store->db = NULL;
}

bool store_wash(struct store *store)
{
#ifdef SABOTAGE_NO_WASH
	return store->db != NULL;
#else
	return sqlite3_wal_checkpoint_v2(store->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL) == SQLITE_OK;
#endif
}

bool store_run(struct store *store, enum sql sql)
{
	sqlite3_stmt *stmt = store->stmt[sql];
	int rc = sqlite3_step(stmt);

	(void)sqlite3_reset(stmt);
	(void)sqlite3_clear_bindings(stmt);
	return rc == SQLITE_DONE;
}

bool store_run_int(struct store *store, enum sql sql, int64_t n)
{
	return sqlite3_bind_int64(store->stmt[sql], 1, n) == SQLITE_OK && store_run(store, sql);
}

bool store_number(struct store *store, enum sql sql, int64_t none, int64_t *number)
{
	sqlite3_stmt *stmt = store->stmt[sql];
	int rc = sqlite3_step(stmt);

	if (rc == SQLITE_ROW) {
		*number = sqlite3_column_type(stmt, 0) == SQLITE_NULL ? none : sqlite3_column_int64(stmt, 0);
	}
	(void)sqlite3_reset(stmt);
	return rc == SQLITE_ROW;
}
