/* What the tables look like, and how an older file comes to look like that. No column here has room for one person's answers: what
   people said in secret reaches the file as sums, in `result` when a meeting has ended and as RATING_COUNTED until then. */
#include "firmware/journal/store.h"

#include "firmware/base/str.h"

/* "Sams": tells our files from other SQLite databases. */
#define APPLICATION_ID "1398893939"

/* From version 0, a file without tables, to version 1. */
static const char to_1[] =
	"PRAGMA application_id=" APPLICATION_ID ";"
	"CREATE TABLE setting(name TEXT PRIMARY KEY NOT NULL,value INTEGER NOT NULL,text TEXT NOT NULL,sum INTEGER NOT NULL) STRICT;"
	"CREATE TABLE event(seq INTEGER PRIMARY KEY,kind TEXT NOT NULL,mark INTEGER NOT NULL CHECK(mark IN(0,1)),at INTEGER NOT NULL,"
	"n0 INTEGER NOT NULL,n1 INTEGER NOT NULL,n2 INTEGER NOT NULL,n3 INTEGER NOT NULL,"
	"n4 INTEGER NOT NULL,n5 INTEGER NOT NULL,n6 INTEGER NOT NULL,n7 INTEGER NOT NULL,"
	"id TEXT NOT NULL,text TEXT NOT NULL,rest INTEGER NOT NULL CHECK(rest>=0),sum INTEGER NOT NULL) STRICT;"
	"CREATE TABLE latest(kind TEXT PRIMARY KEY NOT NULL,at INTEGER NOT NULL,"
	"n0 INTEGER NOT NULL,n1 INTEGER NOT NULL,n2 INTEGER NOT NULL,n3 INTEGER NOT NULL,"
	"n4 INTEGER NOT NULL,n5 INTEGER NOT NULL,n6 INTEGER NOT NULL,n7 INTEGER NOT NULL,"
	"id TEXT NOT NULL,text TEXT NOT NULL,after INTEGER NOT NULL,sum INTEGER NOT NULL) STRICT;"
	"CREATE TABLE meeting(number INTEGER PRIMARY KEY,wall INTEGER NOT NULL,agenda TEXT NOT NULL,"
	"cases INTEGER NOT NULL CHECK(cases IN(0,1)),people INTEGER NOT NULL,minutes_planned INTEGER NOT NULL,"
	"minutes_taken INTEGER NOT NULL,rates TEXT NOT NULL,all_done INTEGER NOT NULL,rating TEXT NOT NULL,voided INTEGER NOT NULL,"
	"roll INTEGER NOT NULL,laid INTEGER NOT NULL,least INTEGER NOT NULL,by_theme INTEGER NOT NULL,"
	"sum INTEGER NOT NULL,CHECK(cases=0 OR (people=0 AND minutes_planned=0 AND minutes_taken=0 AND roll=0))) STRICT;"
	"CREATE TABLE meeting_step(meeting INTEGER NOT NULL REFERENCES meeting(number) DEFERRABLE INITIALLY DEFERRED,"
	"position INTEGER NOT NULL,id TEXT NOT NULL,kind TEXT NOT NULL,status TEXT NOT NULL,planned_ms INTEGER NOT NULL,"
	"spent_ms INTEGER NOT NULL,open_way INTEGER NOT NULL,PRIMARY KEY(meeting,position)) STRICT;"
	"CREATE TABLE meeting_statement(meeting INTEGER NOT NULL REFERENCES meeting(number) DEFERRABLE INITIALLY DEFERRED,"
	"position INTEGER NOT NULL,id TEXT NOT NULL,PRIMARY KEY(meeting,position)) STRICT;"
	"CREATE TABLE result(meeting INTEGER NOT NULL REFERENCES meeting(number) DEFERRABLE INITIALLY DEFERRED,"
	"position INTEGER NOT NULL,answer INTEGER NOT NULL CHECK(answer BETWEEN 0 AND 4),"
	"count INTEGER NOT NULL CHECK(count BETWEEN 0 AND 40),PRIMARY KEY(meeting,position,answer)) STRICT;"
	"CREATE TABLE shared(meeting INTEGER NOT NULL REFERENCES meeting(number) DEFERRABLE INITIALLY DEFERRED,"
	"position INTEGER NOT NULL,id TEXT NOT NULL,answer INTEGER NOT NULL CHECK(answer BETWEEN -1 AND 4),grounds TEXT NOT NULL,"
	"PRIMARY KEY(meeting,position)) STRICT;"
	"CREATE TABLE note(meeting INTEGER NOT NULL REFERENCES meeting(number) DEFERRABLE INITIALLY DEFERRED,"
	"position INTEGER NOT NULL,step INTEGER NOT NULL,text TEXT NOT NULL,PRIMARY KEY(meeting,position)) STRICT;";

static const struct migration migrations[] = {{to_1}};
static_assert(ARRAY_LEN(migrations) == SCHEMA_VERSION, "one migration a version");
static_assert(ANSWERS == 5 && PEOPLE_MAX == 40 && EVENT_NUMBERS == 8, "the tables say these numbers in words of their own");

enum outcome schema_version(sqlite3 *db, int64_t *version)
{
	char text[64];
	char *end = text;
	enum outcome outcome = outcome_of(db_text(db, "PRAGMA user_version", text));

	*version = strtoll(text, &end, 10);
	if (outcome == OUTCOME_OK && (end == text || *version < 0)) {
		return OUTCOME_CORRUPT;
	}
	return outcome;
}

static enum outcome climb(sqlite3 *db, const struct migration *migrations_from, int64_t from, int64_t to)
{
	char set_version[64];
	int rc = db_exec(db, "BEGIN IMMEDIATE");

	(void)snprintf(set_version, sizeof set_version, "PRAGMA user_version=%d", (int)to);
	for (int64_t i = from; i < to && rc == SQLITE_OK; i++) {
		rc = db_exec(db, migrations_from[i].sql);
	}
	if (rc == SQLITE_OK) {
		rc = db_exec(db, set_version);
	}
	if (rc == SQLITE_OK) {
		rc = db_exec(db, "COMMIT");
	}
	if (rc != SQLITE_OK && sqlite3_get_autocommit(db) == 0) {
		(void)db_exec(db, "ROLLBACK");
	}
	return outcome_of(rc);
}

enum outcome schema_migrate(sqlite3 *db, const struct migration *table, int32_t count)
{
	int64_t version = 0;
	enum outcome outcome = schema_version(db, &version);

	if (outcome != OUTCOME_OK || version == count) {
		return outcome;
	}
	return version > count ? OUTCOME_NEWER : climb(db, table, version, count);
}

enum outcome schema_up(sqlite3 *db)
{
	return schema_migrate(db, migrations, SCHEMA_VERSION);
}

static const char list_sql[] = "SELECT name,coalesce(type||tbl_name||sql,type||tbl_name) FROM sqlite_schema ORDER BY name";

/* Two sorted lists of tables, row by row. */
static enum outcome same_rows(sqlite3_stmt *here, sqlite3_stmt *there, char what[64])
{
	for (;;) {
		int rc = sqlite3_step(here);
		int expected = sqlite3_step(there);
		const char *text[4] = {"", "", "", ""};

		if (rc != SQLITE_ROW && rc != SQLITE_DONE) {
			return outcome_of(rc);
		}
		if (rc == SQLITE_DONE && expected == SQLITE_DONE) {
			return OUTCOME_OK;
		}
		for (int i = 0; i < 4; i++) {
			sqlite3_stmt *stmt = i < 2 ? here : there;
			bool row = (i < 2 ? rc : expected) == SQLITE_ROW && sqlite3_column_type(stmt, i % 2) == SQLITE_TEXT;

			text[i] = row ? (const char *)sqlite3_column_text(stmt, i % 2) : "";
		}
		if (!str_equal(text[0], text[2]) || !str_equal(text[1], text[3])) {
			/* In sorted lists the lesser name is the one that the other list lacks. */
			bool theirs = text[0][0] == '\0' || (text[2][0] != '\0' && strcmp(text[2], text[0]) < 0);

			str_copy(what, 64, theirs ? text[2] : text[0]);
			return OUTCOME_CORRUPT;
		}
	}
}

static const char columns_sql[] = "SELECT t.name||'.'||c.name,c.type FROM sqlite_schema t,pragma_table_info(t.name) c ORDER BY 1";

/* Whether the pattern has a row of that name. */
static bool has_row(sqlite3_stmt *pattern, const char *name)
{
	bool found = false;

	while (!found && sqlite3_step(pattern) == SQLITE_ROW) {
		found = str_equal(name, (const char *)sqlite3_column_text(pattern, 0));
	}
	(void)sqlite3_reset(pattern);
	return found;
}

static enum outcome known_rows(sqlite3_stmt *here, sqlite3_stmt *there, char what[64])
{
	int rc;

	while ((rc = sqlite3_step(here)) == SQLITE_ROW) {
		const char *name = (const char *)sqlite3_column_text(here, 0);

		if (name == NULL || !has_row(there, name)) {
			str_copy(what, 64, name != NULL ? name : "?");
			return OUTCOME_CORRUPT;
		}
	}
	return outcome_of(rc);
}

typedef enum outcome (*compare_rows)(sqlite3_stmt *here, sqlite3_stmt *there, char what[64]);

/* Holds what `sql` says of a database against what it says of one that has just been made. */
static enum outcome against_pattern(sqlite3 *db, const char *sql, compare_rows compare, char what[64])
{
	sqlite3 *pattern = NULL;
	sqlite3_stmt *here = NULL;
	sqlite3_stmt *there = NULL;
	enum outcome outcome = OUTCOME_UNWRITABLE;

	if (sqlite3_open_v2(":memory:", &pattern, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, NULL) == SQLITE_OK &&
	    schema_up(pattern) == OUTCOME_OK && sqlite3_prepare_v2(pattern, sql, -1, &there, NULL) == SQLITE_OK) {
		outcome = outcome_of(sqlite3_prepare_v2(db, sql, -1, &here, NULL));
	}
	if (outcome == OUTCOME_OK) {
		outcome = compare(here, there, what);
	}
	sqlite3_finalize(here);
	sqlite3_finalize(there);
	(void)sqlite3_close(pattern);
	return outcome;
}

enum outcome schema_check(sqlite3 *db, char *what)
{
	char named[64] = "";
	enum outcome outcome = against_pattern(db, list_sql, same_rows, named);

	if (outcome == OUTCOME_OK) {
		outcome = outcome_of(db_text(db, "PRAGMA application_id", named));
		outcome = outcome == OUTCOME_OK && !str_equal(named, APPLICATION_ID) ? OUTCOME_CORRUPT : outcome;
	}
	if (what != NULL) {
		str_copy(what, 64, named);
	}
	return outcome;
}

enum outcome schema_columns(sqlite3 *db, char *what)
{
	return against_pattern(db, columns_sql, known_rows, what);
}
