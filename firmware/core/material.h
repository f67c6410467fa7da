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
#define RECIPE_STEPS_MAX 20
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
	X(NOTE, "note")       /* write down what was decided */

enum step_kind {
#define X(name, word) STEP_##name,
	STEP_KINDS(X)
#undef X
	STEP_KIND_COUNT
};

/* A step as a pack writes it, before people and time are known. */
struct recipe_step {
	char id[ID_BYTES];             /* unique within its agenda */
	enum step_kind kind;
	struct words name, detail, prompt, aside, aside_title;
	int32_t best_min, least_min, most_min;   /* whole minutes; 0 for rounds and ratings */
	int32_t each_s, least_each_s;  /* rounds: seconds a person */
	bool random_order;
	bool optional;                 /* may be left out when time is short */
};

enum rates { RATES_NOTHING, RATES_THEME, RATES_AREA };

struct agenda {
	char id[ID_BYTES];
	struct words name, about;
	int32_t moment;                /* 1 to 7; 0 any week */
	enum rates rates;
	bool cases;                    /* about pupils: nothing is stored but that it was held */
	char analyses[ID_BYTES];       /* the audience whose rated areas it looks back on; "" none */
	int32_t shortest_min, longest_min;
	int32_t smallest, largest;     /* people */
	int32_t step_count;
	struct recipe_step steps[RECIPE_STEPS_MAX];   /* forms are already unfolded into their steps */
};

struct form {
	char id[ID_BYTES];
	struct words name, when;
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
