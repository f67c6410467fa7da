/* Facts: what happened. An event cannot fail, and the journal's events bring the same meeting back. */
#ifndef SAMSYN_EVENT_H
#define SAMSYN_EVENT_H

#include "firmware/core/material.h"

#define TEXT_BYTES 640      /* a note, grounds, a name: with its NUL */
#define EVENT_NUMBERS 8

/* STORED goes to the meeting's journal before it is applied. KEPT is a setting and is stored as such. PASSING lives in memory alone:
   getting about, letters being typed, and everything that a single person does while answering in secret. */
#define EVENTS(X) \
	X(SETTING_CHANGED, KEPT)      /* set.what, set.value; text for names */ \
	X(WENT, PASSING)              /* go.screen, go.about */ \
	X(PAGED, PASSING)             /* n[0]: page */ \
	X(SHEET_SHOWN, PASSING)       /* n[0]: enum sheet */ \
	X(LIST_SHOWN, PASSING)        /* n[0]: enum result_list */ \
	X(FILTER_SET, PASSING)        /* n[0]: enum filter, n[1]: which */ \
	X(DATE_BEING_SET, PASSING)    /* n[0]: 1 while people set the date on home, 0 when it is right */ \
	X(IMPORT_SHOWN, PASSING)      /* n[0]: 1 the lines without a place */ \
	X(IMPORT_LOOKED_AT, PASSING)  /* n[0]: line, from 1; 0 none */ \
	X(IMPORT_PLACED, PASSING)     /* n[0]: line, from 1; n[1]: enum import_place. Whoever holds the document takes it in. */ \
	X(IMPORT_USED, PASSING)       \
	X(SETUP_CHANGED, PASSING)     /* setup.* */ \
	X(PENDING, PASSING)           /* pending.what, pending.wait_ms */ \
	X(PENDING_DROPPED, PASSING)   \
	X(MEETING_BEGUN, STORED)      /* meeting.*; id: the agenda; text: audience of the statements */ \
	X(STATEMENT_CHOSEN, STORED)   /* id: the statement */ \
	X(STEP_PLANNED, STORED)       /* step.*; id: the step within the agenda */ \
	X(STEP_CAST, STORED)          /* cast.*: who speaks, and how often, in the step planned last */ \
	X(STEP_BEGUN, STORED)         /* n[0]: step */ \
	X(STEP_LEFT, STORED)          /* left.step, left.status */ \
	X(STEP_RESIZED, STORED)       /* resized.step, resized.planned_ms, resized.each_s */ \
	X(BELL_RANG, STORED)          /* the time of a step or a turn with a hard end is up: what follows is no tap to take back */ \
	X(RUN_REFITTED, STORED)       /* refitted.run, refitted.turns: how many there are now */ \
	X(CAST_DRAWN, STORED)         /* drawn.* */ \
	X(CAST_SWAPPED, STORED)       /* n[0], n[1]: two places that change */ \
	X(STEPS_DONE, STORED)         /* the last step is behind; the summary stands */ \
	X(CLOCK_PAUSED, STORED)       \
	X(CLOCK_RESUMED, STORED)      \
	X(CLOCK_GIVEN, STORED)        /* n[0]: ms added to what is left */ \
	X(CLOCK_CORRECTED, STORED)    /* n[0]: ms added to what was used */ \
	X(PEOPLE_CHANGED, STORED)     /* n[0]: how many now */ \
	X(TURNS_SET, STORED)          /* turns.* */ \
	X(TURN_BEGAN, STORED)         /* n[0]: place in the order */ \
	X(TURN_ENDED, STORED)         /* turn.place, turn.passed */ \
	X(ROUND_OPENED_UP, STORED)    /* all have had their turn: "vill någon lägga till?" */ \
	X(ROUND_UNFOLDED, STORED)     /* n[0]: step that becomes silent, pairs, all */ \
	X(HAND_RAISED, STORED)        /* n[0]: seat */ \
	X(HAND_LOWERED, STORED)       /* n[0]: seat */ \
	X(FLOOR_GIVEN, STORED)        /* n[0]: seat, -1 nobody */ \
	X(RATING_OPENED, STORED)      /* rating.roll, rating.limit */ \
	X(RATING_VOIDED, STORED)      /* the power went while the box was open; nothing is left of it */ \
	X(RATING_COUNTED, STORED)     /* n[0..ANSWERS): counts; id: the statement; only at close */ \
	X(RATING_CLOSED, STORED)      /* rating.roll, rating.laid */ \
	X(RATING_CANCELLED, STORED)   /* discarded unseen; the open way is taken */ \
	X(RATING_OFFERED, STORED)     /* enough have come after all, before anyone thought openly: it may be done in secret */ \
	X(BALLOT_TAKEN, PASSING)      \
	X(BALLOT_ANSWERED, PASSING)   /* n[0]: answer */ \
	X(BALLOT_WENT_BACK, PASSING)  \
	X(BALLOT_TOUCHED, PASSING)    \
	X(BALLOT_LOOKS, PASSING)      /* looks.large, looks.dark */ \
	X(BALLOT_MASKED, PASSING)     /* n[0]: enum mask */ \
	X(BALLOT_DISCARDED, PASSING)  \
	X(BALLOT_LAID, PASSING)       \
	X(SHARED_SHOWN, PASSING)      /* n[0]: item */ \
	X(SHARED_CHOSEN, STORED)      /* n[0]: answer; id: statement or theme */ \
	X(SHARED_GROUNDS, STORED)     /* id: statement or theme; text */ \
	X(SHARED_BY_SET, STORED)      /* n[0]: 0 statements, 1 themes */ \
	X(NOTE_WRITTEN, STORED)       /* note.which (== count: a new one), note.step; text */ \
	X(NOTE_REMOVED, STORED)       /* note.which */ \
	X(EDIT_BEGUN, PASSING)        /* edit.what, edit.which; text: what stands there */ \
	X(EDIT_CHANGED, PASSING)      /* edit.cursor, edit.shift, edit.page; text */ \
	X(EDIT_ENDED, PASSING)        \
	X(DRAFT_KEPT, STORED)         /* edit.*; text: what is being written, kept against a cut */ \
	X(CLOCK_PASSED, STORED)       /* a running clock's checkpoint: the session clock had come this far */ \
	X(CHIMED, PASSING)            /* chime.clock, chime.level */ \
	X(RECOVERED, PASSING)         /* the program has come back in the middle of a meeting */ \
	X(UNDONE, STORED)             \
	X(MEETING_ENDED, STORED)

enum event_kind {
#define X(name, class) EVENT_##name,
	EVENTS(X)
#undef X
	EVENT_COUNT
};

enum event_class { STORED, KEPT, PASSING };

struct event {
	enum event_kind kind;
	bool mark;          /* the first event of a tap that can be undone */
	ms_t at;            /* session time */
	union {
		int32_t n[EVENT_NUMBERS];
		struct { int32_t what, value; } set;
		struct { int32_t screen, about; } go;
		struct { int32_t agenda, people, minutes, first_theme, theme_count, next_themes, fit; } setup;
		struct { int32_t what, wait_ms; } pending;
		struct { int32_t people, minutes, limit, cases, wall, rates; } meeting;
		struct { int32_t kind, planned_ms, least_ms, each_s, least_each_s, random_order, open_way; } step;
		struct { int32_t hard, grouping, repeat, group, speakers, counts, turn, run; } cast;
		struct { int32_t size, how, lots, chance_high, chance_low; } drawn;
		struct { int32_t run, turns; } refitted;
		struct { int32_t step, status; } left;
		struct { int32_t step, planned_ms, each_s; } resized;
		struct { int32_t chance_high, chance_low, random, leader_last, circles, cast; } turns;
		struct { int32_t place, passed; } turn;
		struct { int32_t roll, limit, laid; } rating;
		struct { int32_t large, dark; } looks;
		struct { int32_t which, step; } note;
		struct { int32_t what, which, cursor, shift, page; } edit;
		struct { int32_t clock, level; } chime;
	};
	char id[ID_BYTES];
	char text[TEXT_BYTES];
};

enum event_class event_class(enum event_kind kind);
/* The name that the journal stores; stable over versions. */
const char *event_name(enum event_kind kind);
/* False if no event has that name. */
bool event_named(const char *name, enum event_kind *kind);

#endif
