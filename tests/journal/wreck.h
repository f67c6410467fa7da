/* What the tests of damage share: a folder with two ended meetings and one that is on, to be spoilt. */
#ifndef SAMSYN_TEST_WRECK_H
#define SAMSYN_TEST_WRECK_H

#include "tests/journal/meetings.h"

struct wreck {
	char folder[FOLDER_BYTES];
	char database[2 * FOLDER_BYTES], log_file[2 * FOLDER_BYTES];
	struct model *model;           /* what the folder held while it was whole */
	struct journal *journal;       /* open now, or NULL */
	unsigned char *whole;          /* the database, closed well */
	size_t whole_size;
};

extern struct wreck wreck;

/* Set-up and tear-down of each test. */
int wreck_set_up(void **state);
int wreck_tear_down(void **state);
/* Stores the meetings in the empty folder, and leaves the journal open. */
void wreck_fill(void);
/* Closes the journal and empties the folder. */
void wreck_start_over(void);
/* Puts a database in the empty folder in which a letter of each `word` is another one. */
void wreck_word(const char *word);
enum journal_state wreck_open(enum lang lang, char why[WHY_BYTES]);
void wreck_close(void);
/* Fail the test unless what is there is true: things may be missing, none may be other than it was. */
void settings_and_meeting_are_true(void);
void records_are_true(void);

#endif
