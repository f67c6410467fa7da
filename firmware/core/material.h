/* The shapes of what packs give: statements, forms, agendas, the year. content/ reads files into them; nothing here changes them. */
#ifndef SAMSYN_MATERIAL_H
#define SAMSYN_MATERIAL_H

#include "firmware/base/base.h"

enum lang { LANG_SV, LANG_EN, LANG_COUNT };

#define ID_BYTES 48            /* the longest id with its NUL: audience.area.theme.statement */
#define SCALE_STEPS 4          /* steps on the scale; "vet inte" is counted apart */
#define UNSURE SCALE_STEPS     /* the answer "vet inte"; answers are 0 .. UNSURE */
#define ANSWERS (SCALE_STEPS + 1)
#define PEOPLE_MIN 3
#define PEOPLE_MAX 40
#define RECIPE_STEPS_MAX 20    /* steps that a form or an agenda writes down */
#define MEETING_STEPS_MAX 64   /* steps of a meeting, with what is repeated in its place as often as it is */
#define RUNS_MAX 8             /* runs of steps that are repeated, in one agenda */
#define ROLES_MAX 6
#define FORMS_FIRST_MAX 10     /* forms that are shown first */
#define STATEMENTS_MAX 96      /* in one rating */
#define THEMES_MAX 32          /* in one rating */
#define QUESTIONS_MAX 6
#define AUDIENCES_MAX 8
#define OPTIONS_MAX 8          /* ways forward for one area */
#define PARTICIPANTS_MAX 12
#define TASK_AGENDAS_MAX 8
#define PLAN_AREAS_MAX 8       /* in one week of a task's plan */

/* A text in every language. Never NULL once loaded; "" where a pack leaves an optional text out. */
struct words {
	const char *in[LANG_COUNT];
};

/* kind, the word that packs write */
#define STEP_KINDS(X) \
	X(READ, "read")       /* see or read something together */ \
	X(SILENT, "silent")   /* think alone */ \
	X(PAIR, "pair")       /* talk in pairs; a signal at half time */ \
	X(ROUND, "round")     /* everyone speaks once, in turn */ \
	X(TALK, "talk")       /* open talk */ \
	X(RATE, "rate")       /* secret answers */ \
	X(RESULT, "result")   /* what the answers show */ \
	X(SHARED, "shared")   /* one agreed answer with its grounds */ \
	X(NOTE, "note")       /* write down what was decided */ \
	X(GROUP, "group")     /* talk in groups of three or four */ \
	X(ROLES, "roles")     /* who does what */

enum step_kind {
#define X(name, word) STEP_##name,
	STEP_KINDS(X)
#undef X
	STEP_KIND_COUNT
};

/* What somebody does in a form of conversation. */
struct form_role {
	char id[ID_BYTES];
	struct words name, does;       /* does: one line */
	int32_t count;                 /* people; 0 all who have no other role */
};

/* What a step's run is repeated for. */
enum repeat { REPEAT_ONCE, REPEAT_PERSON, REPEAT_GROUP, REPEAT_TIMES };
/* What happens to the groups when a step begins: they stay, all but the first of each change, or they are drawn anew. */
enum grouping { GROUPS_KEEP, GROUPS_MIX, GROUPS_ANEW };

/* Who speaks in a step, a bit a role in the order of the form; 0: as the kind has it. */
#define SPEAKS_REST (1 << ROLES_MAX)

/* A step as a pack writes it, before people and time are known. */
struct recipe_step {
	char id[ID_BYTES];             /* unique within its agenda */
	enum step_kind kind;
	struct words name, detail, prompt, aside, aside_title;
	int32_t best_min, least_min, most_min;   /* whole minutes; 0 for rounds and ratings */
	int32_t each_s, least_each_s;  /* rounds: seconds a person */
	bool random_order;
	bool optional;                 /* may be left out when time is short */
	bool alone;                    /* only where the form is a meeting of its own */
	bool hard;                     /* the bell means change: the next step begins by itself */
	int32_t group;                 /* people in a group; 0 all together */
	enum grouping grouping;
	int32_t role_count;            /* of the form; 0 without roles */
	const struct form_role *roles;
	int32_t speakers;              /* bits */
	int32_t run;                   /* the steps that are repeated together share a number from 1; 0 not repeated */
	enum repeat repeat;
	int32_t times, least_times;    /* REPEAT_TIMES; and how few turns will do where time is short, 0 no fewer */
};

enum rates { RATES_NOTHING, RATES_THEME, RATES_AREA };

struct agenda {
	char id[ID_BYTES];
	struct words name, about;
	int32_t moment;                /* 1 to 7; 0 any week */
	enum rates rates;
	bool cases;                    /* about pupils: nothing is stored but that it was held */
	char analyses[ID_BYTES];       /* the audience whose rated areas it looks back on; "" none */
	const struct form *form;       /* that this is, on its own; NULL an agenda of its own */
	int32_t shortest_min, longest_min;
	int32_t smallest, largest;     /* people */
	int32_t step_count;
	struct recipe_step steps[RECIPE_STEPS_MAX];   /* forms are already unfolded into their steps */
};

/* purpose, the word that packs write */
#define PURPOSES(X) \
	X(OPEN, "open")              /* begin together */ \
	X(LISTEN, "listen")          /* hear everyone */ \
	X(THINK, "think")            /* find thoughts and ideas */ \
	X(UNDERSTAND, "understand")  /* see more sides of something */ \
	X(TEXT, "text")              /* learn from a text */ \
	X(HELP, "help")              /* help a colleague */ \
	X(DECIDE, "decide")          /* choose and agree */ \
	X(CLOSE, "close")            /* look back and end */

enum purpose {
#define X(name, word) PURPOSE_##name,
	PURPOSES(X)
#undef X
	PURPOSE_COUNT
};

struct form {
	char id[ID_BYTES];
	struct words name, when;
	enum purpose purpose;
	bool first;                    /* among the few that are shown first */
	bool our_minutes, our_group;   /* how long and how many is our own choice, not told by whoever describes the form */
	int32_t smallest, largest;
	int32_t step_count;
	struct recipe_step steps[RECIPE_STEPS_MAX];
};

struct statement {
	char id[ID_BYTES];             /* audience.area.theme-number.statement-number */
	struct words text;
	int32_t theme;                 /* index into instrument.themes */
};

struct theme {
	char id[ID_BYTES];             /* audience.area.theme-number */
	struct words name;
	int32_t area;                  /* index into instrument.areas */
	int32_t first, count;          /* its statements, side by side in instrument.statements */
};

struct area {
	char id[ID_BYTES];
	struct words name, short_name, intro;
	struct words options[OPTIONS_MAX];   /* what a group may do next, described in kind */
	int32_t option_count;
};

/* One instrument for one audience: its themes and statements in order. */
struct instrument {
	char id[ID_BYTES];
	char audience[ID_BYTES];
	struct words name, wording;
	struct words level, level_about;     /* what the audience is called as a choice, and whom its statements are for; "" not said */
	struct words participants[PARTICIPANTS_MAX];   /* who does well to take part besides whoever leads */
	int32_t participant_count;
	struct words scale[ANSWERS], scale_short[ANSWERS];   /* [UNSURE] is "vet inte" */
	struct words questions[QUESTIONS_MAX];
	int32_t question_count, area_count, theme_count, statement_count;
	const struct area *areas;
	const struct theme *themes;
	const struct statement *statements;
};

/* What kind of school it is: not all of them have student health by law, so that the year words itself differently. */
enum school_form { SCHOOL_ORDINARY, SCHOOL_PRESCHOOL, SCHOOL_ADULT, SCHOOL_FORM_COUNT };

/* heading, the word that packs write */
#define HEADINGS(X) X(SEE, "see") X(READ, "read") X(REFLECT, "reflect") X(DISCUSS, "discuss") X(DOCUMENT, "document")

enum heading {
#define X(name, word) HEADING_##name,
	HEADINGS(X)
#undef X
	HEADING_COUNT
};

/* What a task asks for in one of its weeks. */
struct year_plan {
	int32_t week;
	int32_t agenda_count;
	int32_t agendas[TASK_AGENDAS_MAX];   /* indices into material.agendas; the first that suits the team's audience is meant */
	int32_t area_count;
	char areas[PLAN_AREAS_MAX][ID_BYTES];   /* what to rate */
};

struct year_task {
	char id[ID_BYTES];
	struct words name;
	int32_t agenda_count;
	int32_t agendas[TASK_AGENDAS_MAX];   /* indices into material.agendas */
	int32_t plan_count;
	const struct year_plan *plan;  /* by week */
};

struct moment {
	int32_t number;                /* 1 to 7 */
	int32_t first_week, last_week; /* ISO weeks */
	struct words name;
	struct words description[SCHOOL_FORM_COUNT], goal[SCHOOL_FORM_COUNT];   /* the ordinary one where a pack has no other */
	struct words before;           /* what to do beforehand */
	struct words headings[HEADING_COUNT];
	int32_t task_count;
	const struct year_task *tasks;
};

struct year_gap {
	char id[ID_BYTES];
	int32_t first_week, last_week; /* first > last wraps the new year */
	struct words name, text;
};

/* Something outside the meetings to think of in some weeks. */
struct reminder {
	char id[ID_BYTES];
	int32_t first_week, last_week; /* first > last wraps the new year */
	struct words name, text;
};

/* Everything that the packs hold. Owned by the loader's arena; read-only. */
struct material {
	int32_t agenda_count, form_count, instrument_count, moment_count, gap_count, reminder_count;
	const struct agenda *agendas;
	const struct form *forms;
	const struct instrument *instruments;   /* one an audience; [0] is asked unless a team chooses otherwise */
	const struct moment *moments;
	const struct year_gap *gaps;
	const struct reminder *reminders;
};

/* The one with that id, or NULL. */
const struct agenda *material_agenda(const struct material *material, const char *id);
const struct statement *material_statement(const struct material *material, const char *id, const struct instrument **of);
const struct theme *material_theme(const struct material *material, const char *id, const struct instrument **of);
const struct recipe_step *agenda_step(const struct agenda *agenda, const char *id);
/* The themes of area `area` of an instrument: index of the first, and how many. */
int32_t area_themes(const struct instrument *instrument, int32_t area, int32_t *count);

#endif
