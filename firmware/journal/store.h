/* Inside the journal: what its files share. Nobody outside this folder includes it. */
#ifndef SAMSYN_JOURNAL_STORE_H
#define SAMSYN_JOURNAL_STORE_H

#include <sqlite3.h>

#include "firmware/base/arena.h"
#include "firmware/journal/journal.h"

#define DB_NAME "samsyn.db"
#define PATH_BYTES 1024
#define SCHEMA_VERSION 1

/* Why something did not work, as far as people can do something about it. */
enum outcome {
	OUTCOME_OK,
	OUTCOME_CORRUPT,      /* what is read contradicts itself */
	OUTCOME_NEWER,        /* whole, but of a later version */
	OUTCOME_IN_USE,       /* another program holds the database */
	OUTCOME_FULL,
	OUTCOME_UNWRITABLE
};

/* Every statement is prepared once, when a database is opened. */
#define SQL(X) \
	X(BEGIN, "BEGIN IMMEDIATE") \
	X(COMMIT, "COMMIT") \
	X(SETTING_PUT, "INSERT OR REPLACE INTO setting(name,value,text,sum) VALUES(?,?,?,?)") \
	X(SETTING_ALL, "SELECT name,value,text,sum FROM setting ORDER BY name") \
	X(EVENT_PUT, "INSERT OR REPLACE INTO event(seq,kind,mark,at,n0,n1,n2,n3,n4,n5,n6,n7,id,text,rest,sum)" \
	             " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)") \
	X(EVENT_ALL, "SELECT seq,kind,mark,at,n0,n1,n2,n3,n4,n5,n6,n7,id,text,rest,sum FROM event ORDER BY seq") \
	X(EVENT_WIPE, "DELETE FROM event") \
	X(LATEST_PUT, "INSERT OR REPLACE INTO latest(kind,at,n0,n1,n2,n3,n4,n5,n6,n7,id,text,after,sum)" \
	              " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)") \
	X(LATEST_ALL, "SELECT kind,at,n0,n1,n2,n3,n4,n5,n6,n7,id,text,after,sum FROM latest ORDER BY kind") \
	X(LATEST_DROP, "DELETE FROM latest WHERE kind=?") \
	X(LATEST_WIPE, "DELETE FROM latest") \
	X(MEETING_PUT, "INSERT INTO meeting(number,wall,agenda,cases,people,minutes_planned,minutes_taken,rates,all_done," \
	               "rating,voided,roll,laid,least,by_theme,sum) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)") \
	X(MEETING_GET, "SELECT number,wall,agenda,cases,people,minutes_planned,minutes_taken,rates,all_done," \
	               "rating,voided,roll,laid,least,by_theme,sum FROM meeting WHERE number=?") \
	X(STEP_PUT, "INSERT INTO meeting_step(meeting,position,id,kind,status,planned_ms,spent_ms,open_way)" \
	            " VALUES(?,?,?,?,?,?,?,?)") \
	X(STEP_GET, "SELECT meeting,position,id,kind,status,planned_ms,spent_ms,open_way FROM meeting_step" \
	            " WHERE meeting=? ORDER BY position") \
	X(STATEMENT_PUT, "INSERT INTO meeting_statement(meeting,position,id) VALUES(?,?,?)") \
	X(STATEMENT_GET, "SELECT meeting,position,id FROM meeting_statement WHERE meeting=? ORDER BY position") \
	X(RESULT_PUT, "INSERT INTO result(meeting,position,answer,count) VALUES(?,?,?,?)") \
	X(RESULT_GET, "SELECT meeting,position,answer,count FROM result WHERE meeting=? ORDER BY position,answer") \
	X(SHARED_PUT, "INSERT INTO shared(meeting,position,id,answer,grounds) VALUES(?,?,?,?,?)") \
	X(SHARED_GET, "SELECT meeting,position,id,answer,grounds FROM shared WHERE meeting=? ORDER BY position") \
	X(NOTE_PUT, "INSERT INTO note(meeting,position,step,text) VALUES(?,?,?,?)") \
	X(NOTE_GET, "SELECT meeting,position,step,text FROM note WHERE meeting=? ORDER BY position") \
	X(STEP_DROP, "DELETE FROM meeting_step WHERE meeting=?") \
	X(STATEMENT_DROP, "DELETE FROM meeting_statement WHERE meeting=?") \
	X(RESULT_DROP, "DELETE FROM result WHERE meeting=?") \
	X(SHARED_DROP, "DELETE FROM shared WHERE meeting=?") \
	X(NOTE_DROP, "DELETE FROM note WHERE meeting=?") \
	X(MEETING_DROP, "DELETE FROM meeting WHERE number=?") \
	X(MEETING_BELOW, "SELECT max(number) FROM meeting WHERE number<?") \
	X(MEETING_COUNT, "SELECT count(*) FROM meeting") \
	X(PAST, "SELECT number,wall,agenda,cases,people,minutes_taken," \
	        "(SELECT count(*) FROM meeting_statement WHERE meeting=number)," \
	        "(SELECT count(*) FROM note WHERE meeting=number)," \
	        "coalesce((SELECT id FROM meeting_statement WHERE meeting=number AND position=0),'')," \
	        "EXISTS(SELECT 1 FROM meeting_step WHERE meeting=number AND status='done' AND (kind='rate' OR open_way=1))" \
	        " FROM meeting ORDER BY number DESC LIMIT ?") \
	X(PROMISES, "SELECT text FROM (SELECT position,text FROM note WHERE meeting=(SELECT max(meeting) FROM note)" \
	            " ORDER BY position DESC LIMIT ?) ORDER BY position") \
	X(LOST_CHILD, "SELECT min(meeting) FROM (SELECT meeting FROM meeting_step UNION SELECT meeting FROM meeting_statement" \
	              " UNION SELECT meeting FROM result UNION SELECT meeting FROM shared UNION SELECT meeting FROM note)" \
	              " WHERE meeting NOT IN (SELECT number FROM meeting)") \
	X(SEEN_COUNT, "SELECT count(*) FROM (SELECT number FROM meeting UNION SELECT meeting FROM meeting_step" \
	              " UNION SELECT meeting FROM meeting_statement UNION SELECT meeting FROM result" \
	              " UNION SELECT meeting FROM shared UNION SELECT meeting FROM note)")

enum sql {
#define X(name, text) SQL_##name,
	SQL(X)
#undef X
	SQL_COUNT
};

/* A database with its statements. */
struct store {
	sqlite3 *db;                 /* NULL while none is open */
	sqlite3_stmt *stmt[SQL_COUNT];
};

enum store_mode { STORE_KEEP, STORE_BUILD, STORE_LOOK, STORE_MEMORY };

/* db.c: opening and closing */

/* Opens `path` with every safeguard on, brings its schema up to date (KEEP, BUILD) and prepares the statements. BUILD makes the file,
   KEEP wants it there, LOOK changes nothing, checks nothing and prepares nothing, MEMORY ignores path and vfs. *was_empty (may be NULL): the file held no table at all.
   On any outcome but OK nothing stays open. */
enum outcome store_open(struct store *store, enum store_mode mode, const char *path, const char *vfs, bool *was_empty);
/* Prepares the statements of a store that was opened to LOOK. */
enum outcome store_prepare(struct store *store);
/* Closes. `carefully`: what the log file holds is not moved into the database. A closed store is fine. */
void store_close(struct store *store, bool carefully);
/* Moves everything from the log file into the database and empties the log file. */
MUST_USE bool store_wash(struct store *store);
/* Runs a statement that returns no row and has been bound; leaves it reset and unbound. */
MUST_USE bool store_run(struct store *store, enum sql sql);
/* Binds n and runs. */
MUST_USE bool store_run_int(struct store *store, enum sql sql, int64_t n);
/* The single number that a statement returns; `none` where it returns NULL. False if it could not be read. */
MUST_USE bool store_number(struct store *store, enum sql sql, int64_t none, int64_t *number);
/* What an SQLite result code means to people. */
enum outcome outcome_of(int rc);
/* Runs SQL text once. */
int db_exec(sqlite3 *db, const char *sql);
/* The first column of the first row as text in out[64]; "" where there is no row. */
int db_text(sqlite3 *db, const char *sql, char out[64]);
/* PRAGMA integrity_check: CORRUPT unless it says "ok". What it says first goes to said[64] (may be NULL). */
enum outcome db_integrity(sqlite3 *db, char *said);

/* schema.c: what the tables look like */

/* Brings a schema of version i to i + 1. */
struct migration {
	const char *sql;
};
/* Runs migrations[version..count) and the change of version in one transaction. NEWER if the version is above count. */
enum outcome schema_migrate(sqlite3 *db, const struct migration *migrations, int32_t count);
/* The same with this program's own migrations. */
enum outcome schema_up(sqlite3 *db);
/* PRAGMA user_version. */
enum outcome schema_version(sqlite3 *db, int64_t *version);
/* OK if the tables are letter for letter those that this version creates, CORRUPT if not; what differs goes to what[64] (may be NULL). */
enum outcome schema_check(sqlite3 *db, char *what);
/* OK if every column of every table is one that this version has, whatever else differs; the first other one goes to what[64]. */
enum outcome schema_columns(sqlite3 *db, char *what);

/* row.c: rows and the sums that tell a damaged one */

enum row_state {
	ROW_GOOD,
	ROW_STRANGE,       /* whole, but not something that this version knows */
	ROW_DAMAGED        /* not what was written */
};

/* The columns of a row, one after the other, into or out of a statement; every one goes into the sum. */
struct row {
	sqlite3_stmt *stmt;
	int column;
	uint64_t sum;
	bool known;        /* so far everything read is of the kind and size that this version knows */
};

#define SUM_START UINT64_C(0xCBF29CE484222325)

struct row row_of(sqlite3_stmt *stmt, uint64_t sum);
void row_put_int(struct row *row, int64_t value);
void row_put_text(struct row *row, const char *text);
/* Binds the sum itself as the last column. */
void row_put_sum(struct row *row);
/* A number that should lie within low .. high. */
int64_t row_int(struct row *row, int64_t low, int64_t high);
/* A text that should be UTF-8 and fit in to[cap]. */
void row_text(struct row *row, char *to, size_t cap);
/* A text that should be words[0..count): its index. */
int32_t row_word(struct row *row, const char *const *words, int32_t count);
/* Reads the sum column and holds it against what was read. */
enum row_state row_end(struct row *row);

/* A stored event: `rest` more follow that were decided together with it; `sum` holds for it and all before it. */
struct stored {
	struct event event;
	int32_t rest;
	uint64_t sum;
};

#define STORED_MAX 20000           /* in one meeting: more than one a second for five hours */
#define STORED_CHUNK 200

struct stored_list {
	struct arena *arena;
	struct stored *chunk[STORED_MAX / STORED_CHUNK];
	int32_t count;
	int32_t seen;              /* rows in the table, those after the first bad one included */
};

struct stored *stored_at(const struct stored_list *list, int32_t i);
/* False at STORED_MAX. */
MUST_USE bool stored_add(struct stored_list *list, const struct event *event, int32_t rest);
/* Forgets those from `count` on. */
void stored_cut(struct stored_list *list, int32_t count);
/* Forgets everything and overwrites it. */
void stored_wipe(struct stored_list *list);
/* Writes row `seq` and sets stored->sum; `before`: the sum of the row before, or SUM_START. */
MUST_USE bool stored_put(struct store *store, int32_t seq, struct stored *stored, uint64_t before);
/* Reads events up to the first that is not good; *state says what that one was, DAMAGED also where the last batch is not whole. */
enum outcome stored_load(struct store *store, struct stored_list *list, enum row_state *state);

MUST_USE bool setting_put(struct store *store, const char *name, int64_t value, const char *text);
typedef void (*setting_take)(void *self, const char *name, int64_t value, const char *text, enum row_state state);
enum outcome setting_load(struct store *store, setting_take take, void *self);
/* The word of a setting in the data file, and back: SETTING_COUNT for an unknown one. */
const char *setting_word(enum setting setting);
enum setting setting_named(const char *name);

/* The two events of which only the last one is kept. */
enum { LATEST_CLOCK, LATEST_DRAFT, LATEST_COUNT };
extern const enum event_kind latest_kind[LATEST_COUNT];

struct latest {
	bool known;
	int32_t after;             /* so many events of the meeting stood before it: where there are fewer, some are lost */
	struct event event;
};

MUST_USE bool latest_put(struct store *store, const struct event *event, int32_t after);
MUST_USE bool latest_drop(struct store *store, enum event_kind kind);
enum outcome latest_load(struct store *store, struct latest latest[LATEST_COUNT], enum row_state *state);

/* archive.c: meetings that have ended */

struct record {
	int32_t number, minutes_taken;
	struct meeting meeting;
};

/* What stays of a meeting that has ended at `ended_at`; of one with cases, only that it was held. */
void record_of(struct record *record, int32_t number, const struct meeting *meeting, bool cases, ms_t ended_at);
/* Writes it over whatever has that number. */
MUST_USE bool record_put(struct store *store, const struct record *record);
/* Reads one; *state STRANGE or DAMAGED leaves *record half filled. DAMAGED too where there is none. */
enum outcome record_get(struct store *store, int32_t number, struct record *record, enum row_state *state);
/* The highest number below `below`, 0 where there is none. */
enum outcome record_below(struct store *store, int64_t below, int32_t *number);
/* Reads every record through `room`; the worst state met and the number that has it, or GOOD. */
enum outcome record_check_all(struct store *store, struct record *room, enum row_state *state, int32_t *number, int32_t *count);
/* Ended meetings, newest first, and how many there are in all. */
enum outcome archive_list(struct store *store, struct history *history);
/* The last notes of the latest meeting that has any, in their order. */
enum outcome archive_promises(struct store *store, struct history *history);

/* salvage.c: a corrupt database */

enum live_kept { LIVE_NONE, LIVE_WHOLE, LIVE_PART, LIVE_LOST };

struct salvage {
	char aside[64];            /* the name that the corrupt file has now */
	bool tool_missing;
	bool tool_silent;            /* it is there, but does not do what it is asked for: too old, or broken */
	bool dump_broken;          /* the dump met damage: there may have been more */
	int32_t meetings_kept, meetings_seen;
	int32_t settings_kept, settings_lost;
	enum live_kept live;
};

/* True if an earlier salvage was cut off before its new database stood: the corrupt one's name goes to `aside`. */
bool salvage_was_begun(const char *folder, char aside[64]);
/* Gives the database and its log file another name. */
enum outcome salvage_set_aside(const char *folder, char aside[64]);
/* Makes a new database from what can be read of folder/report->aside; "" makes an empty one. */
enum outcome salvage_build(const char *folder, const char *vfs, struct salvage *report);

/* folder.c: files around the database */

/* Makes the folder and those above it. */
MUST_USE bool folder_make(const char *folder);
MUST_USE bool folder_sync(const char *folder);
/* folder/name in path[PATH_BYTES]; false if it is too long. */
MUST_USE bool folder_path(char *path, const char *folder, const char *name);
bool file_exists(const char *path);

/* words.c: what people are told, in why[WHY_BYTES] */
void words_outcome(enum lang lang, enum outcome outcome, const char *folder, char *why);
void words_salvaged(enum lang lang, const struct salvage *report, char *why);
void words_empty(enum lang lang, char *why);

#endif
