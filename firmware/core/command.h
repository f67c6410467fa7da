/* Wishes: what a touch, a key or the passing of time asks for. A command may be refused. */
#ifndef SAMSYN_COMMAND_H
#define SAMSYN_COMMAND_H

#include "firmware/base/cal.h"

/* What `n` and `m` hold stands behind each; UNDO: a tap that "Ångra" takes back, FINAL: one that it does not. */
#define COMMANDS(X) \
	X(NONE, FINAL)            \
	X(TICK, FINAL)            /* time has passed */ \
	X(RECOVER, FINAL)         /* the program has just come back on what was on disk */ \
	/* getting about */ \
	X(GO, FINAL)              /* n: enum screen, m: what the screen is about, k: theme to rate, from 1 (0: as before), l: how many themes
	                             (0: as the agenda asks) */ \
	X(PAGE, FINAL)            /* n: pages forward */ \
	X(SHEET, FINAL)           /* n: enum sheet */ \
	X(LIST, FINAL)            /* n: enum result_list */ \
	X(FILTER, FINAL)          /* n: enum filter, m: which, 0 whatever it is */ \
	X(SET, FINAL)             /* n: enum setting, m: value */ \
	X(MOVE_DATE, FINAL)       /* n: minutes to add to the wall clock; the date is wrong */ \
	X(DATE_RIGHT, FINAL)      /* the date that was being set, or was in doubt, is right */ \
	X(DATE_FOUND, FINAL)      /* the machine has got to know the date: nothing is added to its clock any more */ \
	/* an instrument of one's own, on SCREEN_IMPORT */ \
	X(IMPORT_SHOW, FINAL)     /* n: 1 the lines without a place, 0 those with one */ \
	X(IMPORT_LINE, FINAL)     /* n: the line to look at, from 1; 0 back to all */ \
	X(IMPORT_PLACE, FINAL)    /* n: enum import_place for the line looked at */ \
	X(IMPORT_USE, FINAL)      /* makes the pack, which is used from now on */ \
	X(FIRST_RUN_DONE, FINAL)  \
	/* set-up */ \
	X(SETUP_PEOPLE, FINAL)    /* n: how many more */ \
	X(SETUP_MINUTES, FINAL)   /* n: how many more */ \
	X(SETUP_THEME, FINAL)     /* n: index of the theme to rate */ \
	X(SETUP_AREA, FINAL)      /* n: index of the area to rate, -1 all of them */ \
	X(SETUP_FIT, FINAL)       /* n: enum fit, how to make room */ \
	X(BEGIN, FINAL)           /* holds the meeting that set-up shows */ \
	/* any step */ \
	X(NEXT, UNDO)             /* the step is done; n: 0 on to the next, else 1 + the kind to go on to: those between are parked */ \
	X(PARK, UNDO)             /* "Vi hann inte" */ \
	X(PAUSE, UNDO)            \
	X(RESUME, UNDO)           \
	X(TIME_LEFT, UNDO)        /* n: minutes to add to what is left */ \
	X(TIME_USED, UNDO)        /* n: minutes to add to what was used */ \
	X(SHRINK, UNDO)           /* the remaining steps give up time in proportion */ \
	X(PEOPLE, UNDO)           /* n: how many came (or went, below zero) */ \
	X(UNDO, FINAL)            \
	X(END, FINAL)             /* ends the meeting, after five seconds to take it back */ \
	X(KEEP, FINAL)            /* takes back what was going to happen in five seconds */ \
	/* rounds and open talk */ \
	X(TURN_DONE, UNDO)        \
	X(TURN_PASS, UNDO)        \
	X(LEADER_LAST, UNDO)      /* n: 1 whoever leads speaks last */ \
	X(RANDOM_ORDER, UNDO)     /* n: 1 an order drawn by lot, 0 as seated */ \
	X(TWO_CIRCLES, UNDO)      /* n: 1 two circles at once */ \
	X(ROUND_TO_PAIRS, UNDO)   /* think, pairs, all instead of a round of many */ \
	X(CAST, UNDO)             /* n: role; m: how many seats on it moves */ \
	X(HAND, UNDO)             /* n: seat that wants to speak, or no longer does */ \
	X(FLOOR_NEXT, UNDO)       /* the next on the speaker list speaks */ \
	/* secret answers */ \
	X(RATE_OPEN, FINAL)       \
	X(BALLOT_TAKE, FINAL)     /* "Jag är redo" */ \
	X(BALLOT_ANSWER, FINAL)   /* n: 0 .. UNSURE */ \
	X(BALLOT_BACK, FINAL)     \
	X(BALLOT_LAY, FINAL)      \
	X(BALLOT_TOUCH, FINAL)    /* the person touched the screen or a key, wherever that was: nobody has left */ \
	X(BALLOT_HERE, FINAL)     /* "Ja, jag är kvar" */ \
	X(BALLOT_LARGE, FINAL)    /* this person's larger text, on or off */ \
	X(BALLOT_DARK, FINAL)     /* this person's dark picture, on or off */ \
	X(RATE_CLOSE, FINAL)      \
	X(RATE_CANCEL, FINAL)     \
	/* the shared answer and notes */ \
	X(SHARED_ITEM, FINAL)     /* n: which item is shown */ \
	X(SHARED_ANSWER, UNDO)    /* n: 0 .. UNSURE for the item shown */ \
	X(SHARED_BY, UNDO)        /* n: 0 a statement at a time, 1 a theme at a time */ \
	X(EDIT, FINAL)            /* n: enum edit, m: which */ \
	X(NOTE_REMOVE, UNDO)      /* m: which note */ \
	X(TYPE, FINAL)            /* n: letter */ \
	X(ERASE, FINAL)           /* the letter before the cursor */ \
	X(CURSOR, FINAL)          /* n: letters to move */ \
	X(SHIFT, FINAL)           \
	X(KEYS, FINAL)            /* n: which page of keys */ \
	X(EDIT_DONE, UNDO)       \
	X(EDIT_CANCEL, FINAL)

/* What a line of a document is in the instrument that is made of it. */
enum import_place {
	PLACE_NOWHERE,   /* it stays as a comment */
	PLACE_NAME, PLACE_AUDIENCE, PLACE_AREA, PLACE_INTRO, PLACE_THEME, PLACE_STATEMENT, PLACE_SCALE, PLACE_QUESTION
};
#define PLACE_COUNT (PLACE_QUESTION + 1)

enum command_kind {
#define X(name, undo) CMD_##name,
	COMMANDS(X)
#undef X
	CMD_COUNT
};

struct command {
	enum command_kind kind;
	int32_t n, m, k, l;
	wall_t wall;         /* the wall clock when it was wished for, or WALL_UNKNOWN: a label */
	uint64_t chance;     /* entropy, used where something is drawn by lot */
};

static inline struct command command_of(enum command_kind kind, int32_t n, int32_t m)
{
	return (struct command){.kind = kind, .n = n, .m = m, .wall = WALL_UNKNOWN};
}

/* True if "Ångra" takes this one back. */
bool command_undoable(enum command_kind kind);
const char *command_name(enum command_kind kind);

#endif
