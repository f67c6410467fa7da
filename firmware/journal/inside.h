/* A journal from within: what is to stand in the database is held in memory as well. Appending changes that picture and then writes
   what the database lacks of it in one transaction. Where that fails the picture stays, and the next append writes the rest. */
#ifndef SAMSYN_JOURNAL_INSIDE_H
#define SAMSYN_JOURNAL_INSIDE_H

#include "firmware/journal/store.h"

#define ENDED_MAX 4          /* meetings that end while nothing can be written: the first ones are remembered */

struct kept {
	bool known, dirty;
	int32_t value;
	char text[NAME_BYTES];
};

struct journal {
	struct arena *arena;
	struct store store;
	char folder[PATH_BYTES], path[PATH_BYTES];
	const char *vfs;
	struct kept setting[SETTING_COUNT];
	struct stored_list live;
	int32_t durable;             /* so many of live are in the database */
	bool rewrite;                /* what the database holds of a running meeting is to be thrown away first */
	bool hole;                   /* the running meeting has grown too long: nothing more of it is stored */
	bool cases;                  /* the running meeting is about pupils: its words are not stored */
	struct latest latest[LATEST_COUNT];
	bool latest_dirty[LATEST_COUNT];
	int32_t ended_count;
	struct record ended[ENDED_MAX];
	int32_t next_number;
	bool lost;                   /* a meeting ended that there was no room to remember */
	bool sick;                   /* a write failed: the database is opened anew before the next */
	bool wash_due;               /* something has been thrown away that the log file may still hold */
	struct record room;          /* to read records through */
};

/* Writes everything that the database lacks. False leaves the journal sick, and the picture as it is. */
bool journal_flush(struct journal *journal);

#endif
