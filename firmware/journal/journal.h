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
	JOURNAL_SALVAGED,      /* the database was corrupt: kept aside under another name, what could be read is in a new one; or empty */
	JOURNAL_NEWER,         /* written by a newer version: not touched; no journal */
	JOURNAL_UNWRITABLE     /* the folder cannot be made or written, or another program uses it: no journal */
};

struct journal_config {
	const char *folder;          /* made if it is not there */
	const char *vfs;             /* SQLite VFS to use, NULL the machine's own: the power-cut shim of `play` */
};

/* Opens the data folder. *journal is NULL for NEWER and UNWRITABLE; the program then runs on without saving, and says so.
   why[WHY_BYTES] gets what happened and what to do, in the language asked for; "" when all is well. */
enum journal_state journal_open(const struct journal_config *config, enum lang lang, struct journal **journal, char *why);
/* Tries once more to store what is missing, and closes. NULL is fine. */
void journal_close(struct journal *journal);

/* Stores the STORED and KEPT ones of events[count], in one transaction that is durable on return. Of CLOCK_PASSED and DRAFT_KEPT only
   the last one is kept; words that are stored, or a DRAFT_KEPT of EDIT_NOTHING, end a draft. MEETING_ENDED among them instead turns the
   turn-by-turn events into the meeting's record (from `after`, the state with all of them applied) in that same transaction, and
   leaves no trace of them in the files. Of a meeting with cases no text is stored at all, and no record but that it was held.
   RATING_COUNTED comes with the RATING_CLOSED that ends the rating, never before.
   False if not everything that ever was to be stored is: the caller goes on and says "sparas inte". Nothing need be done about it: the
   journal remembers the whole meeting, and the next call that has something to store writes what is missing, without a hole. A meeting
   of more than 20 000 events is stored up to there and false from then on. */
MUST_USE bool journal_append(struct journal *journal, const struct event *events, int32_t count, const struct core *after);

/* Feeds what was stored when the journal was opened and since to `take`: settings first, then the meeting's events in order, the draft,
   and how far the clock had come, so that core_apply brings the state back. */
typedef void (*journal_take)(void *self, const struct event *event);
void journal_replay(const struct journal *journal, journal_take take, void *self);

/* Fills in the list of ended meetings, the promises (the last notes of the latest meeting that has any), and the record numbered
   `record` (0: none). False if something could not be read; what could stands there, and record_number is 0 if the record could not. */
MUST_USE bool journal_history(struct journal *journal, int32_t record, struct history *history);

/* Looks through a data folder: integrity, schema, names and shapes of rows, sums, replay, that no table could hold a ballot. Prints
   one line for each to `out`, in the language asked for; returns the number of faults. Changes not a byte. */
MUST_USE int32_t journal_verify(const char *folder, enum lang lang, FILE *out);

#endif
