/* What the machine remembers: settings, the meeting that is on, and the meetings that have ended. The only door to SQLite. */
#ifndef SAMSYN_JOURNAL_H
#define SAMSYN_JOURNAL_H

#include <stdio.h>

#include "firmware/core/history.h"

struct journal;

#define WHY_BYTES 512

/* How opening went. `why` of journal_open says the rest in words for people. */
enum journal_state {
	JOURNAL_OPENED,        /* all is well (a new folder counts) */
	JOURNAL_SALVAGED,      /* the database was corrupt: kept aside under another name, what could be read is in a new one */
	JOURNAL_NEWER,         /* written by a newer version: not touched; no journal */
	JOURNAL_UNWRITABLE     /* the folder cannot be made or written: no journal */
};

struct journal_config {
	const char *folder;          /* made if it is not there */
	const char *vfs;             /* SQLite VFS to use, NULL the machine's own: the power-cut shim of `play` */
};

/* Opens the data folder. *journal is NULL for NEWER and UNWRITABLE; the program then runs on without saving, and says so.
   why[WHY_BYTES] gets what happened and what to do, in the language asked for; "" when all is well. */
enum journal_state journal_open(const struct journal_config *config, enum lang lang, struct journal **journal, char *why);
void journal_close(struct journal *journal);

/* Stores the STORED and KEPT ones of events[count], in one transaction that is durable on return. MEETING_ENDED among them instead turns
   the turn-by-turn events into the meeting's record (from `after`, the state with all of them applied) in that same transaction,
   and leaves no trace of them in the files. False if it could not: the caller goes on and says "sparas inte". A later call tries anew:
   what was missed must not leave a hole, so after a failure the whole meeting is written over from journal_rewrite. */
MUST_USE bool journal_append(struct journal *journal, const struct event *events, int32_t count, const struct core *after);

/* Feeds every stored event to `take` in order, settings first, so that core_apply brings the state back. False if a row cannot be read. */
typedef void (*journal_take)(void *self, const struct event *event);
MUST_USE bool journal_replay(struct journal *journal, journal_take take, void *self);

/* Fills in the list of ended meetings, and the one numbered `record` (0: none). */
MUST_USE bool journal_history(struct journal *journal, int32_t record, struct history *history);

/* Looks through a data folder: integrity, schema, names and shapes of rows, replay, that no table could hold a ballot. Prints what it
   found to `out`; returns the number of faults. Changes nothing. */

int32_t journal_verify(const char *folder, FILE *out);

#endif
