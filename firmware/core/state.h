/* What is true now: settings, where we are, the meeting. Changed by core_apply alone. Plain data, no pointers: it can be compared. */
#ifndef SAMSYN_STATE_H
#define SAMSYN_STATE_H

#include "firmware/base/cal.h"
#include "firmware/core/box.h"
#include "firmware/core/cast.h"
#include "firmware/core/event.h"
#include "firmware/core/plan.h"
#include "firmware/core/timer.h"

#define SHARED_MAX 80
#define NOTES_MAX 40
#define NAME_BYTES 64
#define MINUTES_MIN 10
#define MINUTES_MAX 240
#define LIMIT_MAX 20

#define WEEK_LAST 53
/* Degrees that the picture is turned by at a time, and all the way round. */
#define TURN_QUARTER 90
#define TURN_WHOLE 360

/* setting, word in the data file, value on a new machine */
#define SETTINGS(X) \
	X(LANG, "lang", LANG_SV) \
	X(DISTANCE, "distance", DISTANCE_BY_PANEL) \
	X(DARK, "dark", 0) \
	X(LARGE, "large", 0) \
	X(TURN, "turn", 0)                  /* degrees */ \
	X(MOTION, "motion", 1) \
	X(SOUND, "sound", 1) \
	X(LIMIT, "limit", LIMIT_MIN)        /* fewest ballots that are ever shown */ \
	X(WIDTH_MM, "width_mm", 0)          /* of the panel; 0 not told */ \
	X(AUTUMN_WEEK, "autumn_week", 44)   /* holidays: ISO week, 0 none */ \
	X(WINTER_WEEK, "winter_week", 9) \
	X(EASTER_WEEK, "easter_week", 14) \
	X(SCHOOL_FORM, "school_form", SCHOOL_ORDINARY) \
	X(WALL_SHIFT, "wall_shift_min", 0)  /* minutes to add to the machine's wall clock */ \
	X(AUDIENCE, "audience", 0)          /* index of the instrument that is asked */ \
	X(SET_UP, "set_up", 0)              /* 1 once first run is behind */ \
	X(DATE_SAID, "date_said_min", 0)    /* the wall clock when people last set it or said that it is right; 0 never */ \
	X(SCHOOL, "school", 0)              /* a name */ \
	X(TEAM, "team", 0)                  /* a name */

enum setting {
#define X(name, word, initial) SET_##name,
	SETTINGS(X)
#undef X
	SETTING_COUNT
};

enum distance { DISTANCE_BY_PANEL, DISTANCE_NEAR, DISTANCE_TABLE, DISTANCE_ROOM };

struct settings {
	int32_t value[SETTING_COUNT];
	char school[NAME_BYTES];
	char team[NAME_BYTES];
};

enum screen {
	SCREEN_FIRST_RUN,
	SCREEN_HOME,
	SCREEN_AGENDAS,    /* about: enum agendas */
	SCREEN_FORMS,      /* which conversations to look for */
	SCREEN_SETUP,      /* about: index of the agenda */
	SCREEN_THEMES,     /* what to rate; about: unused */
	SCREEN_LEVELS,     /* whom the statements are for, and who takes part; about: the screen that it came from */
	SCREEN_MEETING,    /* the step that is on, or the summary after the last */
	SCREEN_ARCHIVE,
	SCREEN_RECORD,     /* about: the ended meeting's number in the archive */
	SCREEN_SETTINGS,
	SCREEN_IMPORT,     /* an instrument of one's own; about: the document, from 1; 0 which ones there are */
	SCREEN_YEAR,       /* the moments of the school year */
	SCREEN_MOMENT,     /* about: index of the moment */
	SCREEN_COUNT
};

enum agendas { AGENDAS_RATING, AGENDAS_FIRST, AGENDAS_ALL, AGENDAS_FOUND };   /* FIRST: talks to begin with; FOUND: those the filter lets by */
/* What a conversation is looked for by; 0 of each: whatever it is. */
enum filter { FILTER_PURPOSE, FILTER_MINUTES, FILTER_PEOPLE, FILTER_COUNT };
/* How long and how large are one of these, from 1. */
#define FILTER_MINUTES_ALL 3
#define FILTER_PEOPLE_ALL 4

enum sheet { SHEET_NONE, SHEET_MORE, SHEET_OPTIONS, SHEET_RESULT, SHEET_NOTES };
enum result_list { LIST_BARS, LIST_AGREED, LIST_DIFFERENT };
enum pending { PENDING_NONE, PENDING_END, PENDING_CLOSE, PENDING_CANCEL };
enum step_status { STEP_TODO, STEP_NOW, STEP_DONE, STEP_PARKED };
enum edit { EDIT_NOTHING, EDIT_NOTE, EDIT_GROUNDS, EDIT_SCHOOL, EDIT_TEAM };

struct step {
	char id[ID_BYTES];
	enum step_kind kind;
	enum step_status status;
	ms_t planned_ms, least_ms;
	ms_t spent_ms;                /* of a step that is behind */
	int32_t each_s, least_each_s;
	bool random_order, open_way;
	bool hard;                    /* the bell means change */
	enum grouping grouping;
	enum repeat repeat;
	int32_t group;                /* people in a group; 0 all together */
	int32_t speakers;             /* bits of roles; 0 as the kind has it */
	int32_t counts;               /* how many have each role, see cast_count; 0 no roles */
	int32_t turn, run;            /* turn from 0 of the run, from 1, that it belongs to; 0 none */
};

enum seat_status { SEAT_WAITS, SEAT_SPEAKS, SEAT_DONE, SEAT_PASSED, SEAT_LISTENS };

struct round {
	bool set;                     /* the order is drawn */
	bool open_up;                 /* all have had their turn: does anyone want to add? */
	bool random, leader_last, circles;
	bool cast;                    /* as the groups and the roles have it */
	int32_t people;               /* who were there when it began */
	int32_t places;               /* turns there are: people, or fewer where several speak at once */
	int32_t place;                /* the turn that is on; == places when all have had theirs */
	int32_t place_of[PEOPLE_MAX]; /* seat -> the turn that is its own, -1 none; seat 0 leads */
	enum seat_status seat[PEOPLE_MAX];
	struct timer turn;
};

struct floor {
	int32_t speaker;              /* seat, -1 nobody */
	int32_t count;
	int32_t queue[PEOPLE_MAX];    /* seats in the order they asked */
};

enum rating_phase { RATING_NOT_YET, RATING_OPEN, RATING_CLOSED, RATING_CANCELLED };

struct rating {
	enum rating_phase phase;
	int32_t roll, limit;          /* fixed when it opens */
	int32_t laid;                 /* known when it closes */
	bool voided;                  /* the power went while an earlier box was open */
};

struct shared {
	char id[ID_BYTES];            /* statement or theme */
	int32_t answer;               /* 0 .. UNSURE, -1 none yet */
	char grounds[TEXT_BYTES];
};

struct note {
	int32_t step;                 /* -1: of the whole meeting */
	char text[TEXT_BYTES];
};

/* A meeting, running or ended. */
struct meeting {
	bool live;
	bool all_done;                /* every step is behind; the summary stands */
	bool cases;
	char agenda[ID_BYTES];
	enum rates rates;
	int32_t people, minutes, limit;
	int32_t wall;                 /* minutes, when it began; 0 unknown */
	ms_t began_at;                /* session time */
	ms_t planned_end;             /* session time at which the plan had it end; pauses do not move it */
	int32_t step_count, at;
	struct step steps[MEETING_STEPS_MAX];
	struct timer clock;           /* of the step that is on */
	struct cast cast;
	struct round round;
	struct floor floor;
	struct rating rating;
	int32_t statement_count;
	char statements[STATEMENTS_MAX][ID_BYTES];
	struct tally tallies[STATEMENTS_MAX];
	bool shared_by_theme;
	int32_t shared_count;
	struct shared shared[SHARED_MAX];
	int32_t note_count;
	struct note notes[NOTES_MAX];
};

enum ballot_phase { BALLOT_HANDOVER, BALLOT_OPEN };
enum mask { MASK_NONE, MASK_HIDDEN, MASK_ASK };

/* One person answering in secret, and the box. In memory alone. */
struct answering {
	enum ballot_phase phase;
	enum mask mask;
	ms_t touched_at;
	int32_t at;                   /* statement; == statement_count: all are answered, to be laid */
	bool large, dark;
	struct ballot ballot;
	struct box box;
};

struct setup {
	int32_t agenda, people, minutes;
	int32_t first_theme, theme_count;   /* of the instrument; what to rate */
	int32_t next_themes;                /* themes after those that wait for the next meeting */
	enum fit fit;
};

struct editing {
	enum edit what;
	int32_t which;
	int32_t cursor;               /* byte offset */
	bool shift;
	int32_t page;
	char text[TEXT_BYTES];
};

struct core {
	ms_t at;                      /* session time of the last event */
	ms_t stored_at;               /* session time of the last event that the journal took */
	struct settings settings;
	enum screen screen;
	int32_t about, page;
	enum sheet sheet;
	enum result_list list;
	int32_t shared_item;
	int32_t filter[FILTER_COUNT];
	int32_t import_line;          /* of the document on SCREEN_IMPORT, from 1; 0: all are shown */
	int32_t import_page;          /* where they were left */
	bool import_rest;             /* those without a place are shown */
	bool dating;                  /* the date is being set on home: it is asked for until people say that it is right */
	enum pending pending;
	ms_t pending_until;
	int32_t chimed[2];            /* last signal given by the step's clock and by the turn's: 0 none, 1 nearly, 2 now */
	int32_t chimes;               /* signals given since the start, for the loudspeaker */
	struct setup setup;
	struct editing edit;
	struct editing draft;         /* what was being written when the power went */
	struct meeting meeting;
	bool can_undo;
	struct meeting before;        /* as it stood before the last tap that can be undone */
	struct answering answering;   /* last: everything before it comes back after a cut (see core_replayed) */
};

/* True if that may well be the time: after the program was made, and not far off. WALL_UNKNOWN is not. */
bool wall_believable(wall_t wall);
/* True if the machine, whose own wall clock is `machine`, has got to know the date since people added years to what it showed: it is
   nearer to what they said than to what they said it of. */
bool core_date_found(const struct core *core, wall_t machine);
/* True if a secret rating of the meeting has been counted, and something of it may be looked at. */
bool meeting_has_result(const struct meeting *meeting);
/* Bytes that what is being written may take, with its NUL. */
size_t edit_room(enum edit what);
/* True if there is such a setting that is a number, and it may have that value. */
bool setting_in_range(int32_t what, int32_t value);
/* The instrument that the team is asked; NULL where the packs have none. */
const struct instrument *settings_instrument(const struct settings *settings, const struct material *material);
/* True if the agenda is for that audience, or for any. */
bool agenda_suits(const struct agenda *agenda, const struct instrument *instrument);
/* The limit that a box would open with now: the meeting's, or the settings' where it was raised since the meeting began. */
int32_t core_limit(const struct core *core);
/* The step that is on, or NULL where none is: no meeting, or all steps behind. */
const struct step *meeting_step(const struct meeting *meeting);
/* True if groups or roles say who speaks in a step; true if they say whose turn it is in its round. */
bool step_is_cast(const struct step *step);
bool step_has_own_order(const struct step *step);
/* How far the roles have gone round in a step: where groups are mixed, those who stay keep theirs. */
int32_t step_moved(const struct step *step);
/* How many turns a round takes with so many people: in the largest group, of those who speak. */
int32_t step_places(const struct step *step, int32_t people);
/* How many turns a run has, and the first step of one of them; -1 if there is none. */
int32_t run_turns(const struct meeting *meeting, int32_t run);
int32_t run_step(const struct meeting *meeting, int32_t run, int32_t turn);
/* How many of each group have had their turn in the run that is on, counting those whose turn it is; 0 outside of runs. */
int32_t turns_had(const struct meeting *meeting);
/* The shared answer for that statement or theme, or NULL. */
const struct shared *meeting_shared(const struct meeting *meeting, const char *id);
/* The id of the theme that a statement's id names: all but its last part. */
void theme_id_of(const char *statement_id, char theme_id[ID_BYTES]);
/* What the shared answer takes one at a time: statements, or themes. How many, and the id of one of them. */
int32_t shared_items(const struct meeting *meeting);
void shared_item_id(const struct meeting *meeting, int32_t item, char id[ID_BYTES]);
/* Left when the first signal of a clock sounds: "nearly", or half time in pairs. */
ms_t nearly_left(enum step_kind kind, ms_t budget);
/* 0 nothing yet, 1 nearly, 2 now. */
int32_t clock_level(enum step_kind kind, const struct timer *timer, ms_t now);

#endif
