/* The picture in words and numbers: what to show now, in the language of the screen. Texts point into material, core and history and
   stand as long as those do. Screens read this and nothing else. */
#ifndef SAMSYN_VIEW_H
#define SAMSYN_VIEW_H

#include "firmware/core/core.h"
#include "firmware/core/history.h"

#define VIEW_ROWS_MAX 96
#define VIEW_AGENDAS_MAX 160
#define VIEW_GROUPS_MAX (PEOPLE_MAX / 2)
#define VIEW_GROUP_MAX 12      /* people in one */
#define VIEW_BAR_MAX 24        /* parts of the bar of steps */
#define AREAS_SHOWN_MAX 8

/* Where in the school year the wall clock says we are. Worked out by content/year and handed in. */
struct today {
	wall_t wall;                 /* WALL_UNKNOWN if the clock cannot be believed */
	struct cal_date date;
	struct cal_week week;
	int32_t moment;              /* index into material.moments, -1 between moments */
	int32_t gap;                 /* index into material.gaps, -1 in a moment */
	int32_t next_moment;         /* index of the one that comes next */
	int32_t next_week;           /* its first week */
	bool holiday;                /* a school holiday of the settings */
};

/* What view_build may look at. */
struct import_look;

struct view_env {
	const struct core *core;
	const struct material *material;
	const struct history *history;
	const struct import_look *import;    /* NULL: documents cannot be imported */
	struct today today;
	ms_t now;                    /* session time */
	bool dim;                    /* nobody has touched the screen for a while */
	bool unsaved;                /* the journal cannot write */
	const char *message;         /* for people, from opening the data folder or the packs; "" none */
};

/* A clock as the screen needs it. */
struct view_clock {
	bool shown, running;
	ms_t left_ms;                /* negative: over time */
	ms_t budget_ms;
};

struct view_home {
	const char *school, *team;
	bool date_doubtful;          /* ask for the date */
	bool date_settles;           /* it is being set and can be believed: people may say that it is right */
	int32_t moment;              /* 1 to 7; 0 between moments */
	int32_t first_week, last_week;
	const char *title, *text;    /* the moment's or the gap's */
	bool next_shown;             /* between moments: the next one and its week */
	int32_t next_moment, next_week;
	bool holiday;
	int32_t offer;               /* index of the agenda that the one big button starts, -1 none */
	const char *offer_name;
	const char *offer_theme;     /* what it would rate, "" nothing */
	const char *offer_also;      /* and the other area, where it rates two; "" none */
	int32_t offer_theme_index, offer_themes;   /* for the command that opens set-up */
	bool offer_rest;             /* part of an area has been rated: it goes on with offer_theme and offer_more after it */
	int32_t offer_more;
	int32_t offer_min, offer_steps;
	const char *reminder;        /* something outside the meetings to think of this week, "" nothing */
	int32_t rate_count, talk_count;      /* agendas behind the rooms */
	int32_t moment_count;
	int32_t past_count;
	int32_t promise_count;
	const char *promises[3];
};

struct view_agenda {
	int32_t index;               /* into material.agendas */
	const char *name, *about;
	int32_t shortest_min, longest_min, smallest, largest;
	int32_t usual_min;           /* of a form, with as many as usual; 0 for an agenda */
	bool now;                    /* belongs to this moment */
};

struct view_agendas {
	enum agendas list;
	int32_t count;
	struct view_agenda agendas[VIEW_AGENDAS_MAX];
};

struct view_moment_line {
	int32_t index, number;       /* in material.moments; 1 to 7 */
	int32_t first_week, last_week;
	const char *name, *description;
	int32_t agendas, held;       /* that it has, and of those the ones held this school year */
	bool now;
};

#define VIEW_MOMENTS_MAX 12

struct view_year {
	int32_t count;
	struct view_moment_line moments[VIEW_MOMENTS_MAX];
};

/* Something to start in a moment. */
struct view_moment_agenda {
	int32_t index;               /* into material.agendas */
	int32_t task;                /* those of one task stand together */
	const char *task_name, *name;
	int32_t shortest_min, longest_min;
	bool held;                   /* this school year */
};

struct view_moment {
	int32_t number;              /* 0: there is no such moment */
	int32_t first_week, last_week;
	const char *name, *description, *goal, *before;
	const char *headings[HEADING_COUNT];
	int32_t count;
	struct view_moment_agenda agendas[VIEW_AGENDAS_MAX];
};

/* What conversations are looked for by, and how many there are of them. */
struct view_forms {
	int32_t chosen[FILTER_COUNT];
	int32_t minutes[FILTER_MINUTES_ALL];          /* at most */
	struct { int32_t least, most; } people[FILTER_PEOPLE_ALL];
	int32_t found;
};

struct view_plan_row {
	enum step_kind kind;
	const char *name, *detail;
	int32_t minutes, each_s;     /* minutes: of all its turns */
	int32_t turns, wanted;       /* how often it is done, and would be with time for all */
	bool open_way;
};

/* Minutes that a tap on − or + of set-up takes or gives. */
#define SETUP_MINUTES_STEP 5
/* Themes that wait for the next meeting and are named. */
#define VIEW_NEXT_MAX 4

struct view_setup {
	const char *name;
	int32_t moment;
	int32_t people, minutes;
	bool people_least, people_most, minutes_least, minutes_most;   /* at a bound */
	bool rates;
	const char *area, *theme;    /* what is rated: theme "" when several are, area "" when they stand in more than two */
	const char *also;            /* the other area, where they stand in two; "" none */
	bool whole;                  /* every theme is rated */
	bool by_level;               /* what it is about depends on the level */
	int32_t theme_count;         /* themes that are rated */
	int32_t statements;
	int32_t screen_min, pad_min, phone_min;
	bool too_few;                /* fewer than the limit: the open way */
	int32_t limit;
	bool fits;
	int32_t needed_min;
	bool can_theme, can_lean, can_split;
	enum fit fit;
	int32_t left_out, next_time, turns_out;
	bool our_minutes, our_group; /* a form whose numbers are our own choice */
	int32_t next_theme_count;    /* themes that wait for the next meeting, and the first ones' names */
	const char *next_themes[VIEW_NEXT_MAX];
	int32_t end;                 /* wall minutes of the day when it would end, -1 unknown */
	int32_t total_min;
	int32_t row_count;
	struct view_plan_row rows[RECIPE_STEPS_MAX];
};

struct view_theme {
	bool heading;                /* an area: tapping rates all of it */
	int32_t index;               /* area or theme */
	const char *name;
	int32_t statements;
	bool chosen;
};

struct view_themes {
	int32_t count;
	struct view_theme themes[THEMES_MAX + 8];
	bool may_area;               /* the agenda rates whole areas */
};

/* A line of a document that is to become an instrument. */
struct view_import_line {
	const char *text;
	int32_t line;                /* for the command that looks at it */
	enum import_place place;
};

enum import_trouble {
	IMPORT_FINE,
	IMPORT_UNREADABLE,           /* no text, no Markdown, no .docx, or a damaged one */
	IMPORT_EMPTY,                /* no statements were found */
	IMPORT_SCALE,                /* its scale has more or fewer steps than can be asked */
	IMPORT_UNSAVED               /* the disk would not */
};

#define IMPORT_FILES_MAX 64

/* Documents that wait in a folder, and the one that is looked through: kept by whoever reads them. */
struct import_look {
	const char *folder;          /* where documents are laid */
	int32_t file_count;
	const char *files[IMPORT_FILES_MAX];
	int32_t opened;              /* which one is looked through, from 1; 0 none */
	enum import_trouble trouble;
	bool used;                   /* its pack is made and in use */
	const char *name, *id;       /* of the instrument */
	int32_t areas, themes, statements, steps;
	bool replaces;               /* it takes the place of an instrument that was there */
	/* Lines with a place, and without one. */
	int32_t placed_count, rest_count;
	const struct view_import_line *placed, *rest;
};

struct view_import {
	const struct import_look *look;      /* NULL: there is no folder to look in */
	bool rest;                           /* the lines without a place are shown */
	const struct view_import_line *line; /* the one that is looked at; NULL: all are shown */
};

/* Whom the statements may be for. */
struct view_level {
	const char *name, *about;
	bool chosen;
	int32_t participant_count;
	const char *participants[PARTICIPANTS_MAX];
};

struct view_levels {
	int32_t count;               /* fewer than two: nothing to choose between */
	struct view_level levels[AUDIENCES_MAX];
	const char *chosen;          /* the name of the one that is; "" none */
};

/* Ways forward, area by area. */
struct view_options {
	int32_t area_count;
	struct {
		const char *name;
		int32_t count;
		const char *text[OPTIONS_MAX];
	} areas[AREAS_SHOWN_MAX];
};

enum pace { PACE_ON_PLAN, PACE_AHEAD, PACE_BEHIND };

/* What every step shows. */
struct view_step {
	enum step_kind kind;
	bool open_way;
	int32_t at;                  /* which step of the meeting, from 0 */
	int32_t index, count;        /* from 0; all steps of a turn of what is repeated are one */
	const char *title, *group;   /* the step's name; what it is about (theme), "" nothing */
	const char *prompt, *aside, *aside_title;
	int32_t intro_count;         /* introductions to the areas that are going to be rated; none elsewhere */
	struct { const char *title, *text; } intros[AREAS_SHOWN_MAX];
	bool pictures;               /* what the answers showed can be looked at: SHEET_RESULT */
	bool options;                /* there are ways forward to look at: SHEET_OPTIONS */
	struct view_clock clock;
	int32_t end;                 /* wall minutes of the day, -1 unknown */
	enum pace pace;
	int32_t pace_min;            /* whole minutes ahead or behind */
	int32_t pace_h;              /* hours behind, where the meeting has stood still so long that minutes say nothing; else 0 */
	bool paused;
	bool can_undo, can_shrink;
	int32_t next_kind;           /* enum step_kind of the step that follows, -1 the summary */
	const char *next_title;
	int32_t people;
	bool cases;                  /* no notes */
	int32_t limit;               /* fewer than this take the open way */
	int32_t statement_count;     /* the open way: what is thought and talked about */
	const char *statements[STATEMENTS_MAX];
	int32_t note_count;          /* on this step */
	int32_t bar_count;
	int32_t bar[VIEW_BAR_MAX];   /* how much of each part is behind: 0 .. 65536 */
	bool hard;                   /* the next step begins by itself when the time is up */
};

struct view_role {
	const char *name, *does;
	int32_t seat;                /* of the one person that has it, -1 several or nobody */
	int32_t count;               /* who have it; 0 all others */
	bool speaks;
};

struct view_group {
	int32_t count;
	int32_t seat[VIEW_GROUP_MAX];
	int32_t speaks;              /* whose turn it is, an index into seat; -1 nobody in particular */
};

/* Who is who in the step that is on. */
struct view_cast {
	int32_t turn, turns;         /* of what is repeated; turns 0: nothing is */
	bool some_speak;             /* not all may speak: see the roles */
	bool may_choose;             /* who has which role can still be changed */
	int32_t role_count;
	struct view_role roles[ROLES_MAX];
	int32_t group_count;         /* 0 all together */
	struct view_group groups[VIEW_GROUPS_MAX];
};

struct view_round {
	int32_t people;
	enum seat_status seat[PEOPLE_MAX];
	int32_t speaker;             /* seat, -1 all have had their turn */
	int32_t next;                /* seat, -1 none */
	bool next_is_left;           /* the next one sits to the left of the speaker */
	bool open_up;
	bool can_order;              /* nobody has finished yet: the order may still be changed */
	bool random, leader_last, circles;
	bool hard;                   /* turns change by themselves */
	bool many;                   /* over eight: two circles or pairs are offered */
	struct view_clock turn;
};

struct view_floor {
	bool shown;                  /* a group large enough for a speaker list */
	int32_t people;
	int32_t speaker;             /* seat, -1 nobody */
	int32_t queued;
	int32_t place[PEOPLE_MAX];   /* seat -> place in the queue from 1, 0 not in it */
};

struct view_rate {
	const char *area, *theme;
	int32_t statements, roll, laid, limit;
	bool voided;                 /* the power went: start again */
	bool begun;                  /* the box is open */
	int32_t minutes;             /* a ballot takes about, rounded up */
	/* a ballot is being filled in */
	bool ballot;
	int32_t at;                  /* statement; == statements: to be laid */
	const char *statement;
	const char *statement_theme; /* theme of the statement at hand */
	bool answered;               /* has an answer already, which is not shown */
	enum mask mask;
	bool large, dark;
	const char *wording;
	const char *scale[ANSWERS];
};

struct view_result_row {
	const char *text, *theme;
	struct tally tally;
	enum verdict verdict;
	int32_t on_scale;
};

struct view_result {
	const char *title, *area;
	int32_t laid, roll, limit;
	enum result_list list;
	const char *scale[ANSWERS], *scale_short[ANSWERS];
	const char *questions[QUESTIONS_MAX];
	int32_t question_count;
	const char *wording;
	int32_t row_count;           /* of the list shown: bars in pack order, differing ones by dispersion, the largest first */
	struct view_result_row rows[VIEW_ROWS_MAX];
	bool shared_follows;         /* a step for the shared answer comes later */
	int32_t works_count;         /* LIST_AGREED: the first so many rows are "fungerar", the rest "återstår" */
};

struct view_shared {
	int32_t item, count;
	bool by_theme, can_by_theme;
	const char *text, *area;
	int32_t answer;              /* -1 none */
	const char *grounds;
	const char *scale[ANSWERS], *scale_short[ANSWERS];
	const char *questions[QUESTIONS_MAX];
	int32_t question_count;
	bool has_tally;              /* the secret answers behind it may be shown */
	struct tally tally;
	enum verdict verdict;
	int32_t answered;            /* items that have an answer */
};

struct view_note {
	int32_t which;
	const char *text;
};

struct view_notes {
	int32_t count;
	struct view_note notes[NOTES_MAX];
	bool can_add;
};

/* A meeting told afterwards: the summary that ends it, and the archive's record. */
enum view_line_kind { LINE_STEP, LINE_RESULT, LINE_SHARED, LINE_NOTE };
struct view_line {
	enum view_line_kind kind;
	const char *title;           /* step, statement or theme */
	const char *text;            /* grounds or note; "" none */
	enum step_kind step_kind;    /* LINE_STEP; says the word where title is "" */
	enum step_status status;
	int32_t minutes;             /* LINE_STEP: taken, in all its turns */
	int32_t turns;               /* LINE_STEP: how often it was done */
	struct tally tally;          /* LINE_RESULT */
	enum verdict verdict;
	const char *answer;          /* LINE_SHARED: the step's label */
};

struct view_summary {
	bool ended;                  /* a record in the archive */
	const char *name;
	int32_t wall, people, minutes;
	bool cases;
	bool open_way;               /* the answers were discarded or too few */
	int32_t laid, roll;
	const char *scale[ANSWERS], *scale_short[ANSWERS];
	int32_t line_count;
	struct view_line lines[STATEMENTS_MAX + SHARED_MAX + NOTES_MAX + MEETING_STEPS_MAX];
};

struct view_past {
	int32_t number, wall, people, minutes, statements, notes;
	const char *name, *theme;
	bool cases;
};

struct view_archive {
	int32_t count;
	struct view_past past[PAST_MAX];
};

struct view_edit {
	bool shown;
	enum edit what;
	const char *title;           /* what it is about: the statement, the step; "" for names */
	const char *text;
	int32_t cursor;              /* byte offset */
	bool shift;
	int32_t page;
	bool pupils;                 /* say "Skriv inga elevnamn." */
	bool full;                   /* there is no room for another letter */
};

struct view {
	enum lang lang;
	const struct settings *settings;
	bool large, dark;            /* as they are to be shown now: the team's, or the ballot holder's */
	bool private_screen;         /* somebody answers in secret: no trace, always near */
	enum screen screen;
	int32_t about;               /* as the screen says it */
	enum sheet sheet;
	int32_t page;
	bool dim;                    /* nothing but the time, calmly */
	bool unsaved;
	const char *message;
	struct today today;
	bool clock_believed;         /* today may be what it says */
	enum pending pending;
	ms_t pending_left_ms;
	ms_t now;                    /* session time that the clocks were read at */
	int32_t chimes;

	/* What the screen is about. */
	struct view_home home;
	struct view_agendas agendas;
	struct view_year year;
	struct view_moment moment;
	struct view_forms forms;
	struct view_setup setup;
	struct view_themes themes;
	struct view_import import;
	struct view_levels levels;
	struct view_options options;
	bool past;                   /* there are earlier meetings to look at beside this one */
	bool meeting_on;             /* the settings lead back to it */
	bool summary_shown;          /* SCREEN_MEETING: all steps are behind */
	struct view_step step;
	struct view_cast cast;
	struct view_round round;
	struct view_floor floor;
	struct view_rate rate;
	struct view_result result;
	struct view_shared shared;
	struct view_notes notes;
	struct view_summary summary;
	struct view_archive archive;
	struct view_edit edit;
};

/* Fills in what the screen needs (the rest is zero). */
void view_build(const struct view_env *env, struct view *view);

#endif
