/* A small material of our own. */
#include "tests/core/fixture.h"

#include <stdio.h>

#define W(sv, en) {.in = {sv, en}}
#define WORDS(text) .name = W(text, text " (en)"), .detail = W("", ""), .prompt = W(text "?", text "? (en)"), \
	.aside = W("Tänk på", "Mind"), .aside_title = W("Obs", "Note")
#define STEP(ident, what, best, least, most, ...) \
	{.id = ident, .kind = STEP_##what, WORDS(ident), .best_min = best, .least_min = least, .most_min = most, __VA_ARGS__}
#define ROUND(ident, each, fewest, ...) \
	{.id = ident, .kind = STEP_ROUND, WORDS(ident), .each_s = each, .least_each_s = fewest, __VA_ARGS__}
#define RATE(ident) STEP(ident, RATE, 0, 0, 0, .optional = false)
#define OPTIONAL .optional = true
#define NEEDED .optional = false

#define RATING_STEPS \
	{ROUND("checkin", 30, 15, OPTIONAL), STEP("think", SILENT, 4, 1, 8, NEEDED), RATE("rate"), \
	 STEP("result", RESULT, 6, 3, 15, NEEDED), ROUND("round", 60, 20, OPTIONAL), STEP("talk", TALK, 12, 3, 45, NEEDED), \
	 STEP("shared", SHARED, 8, 3, 20, NEEDED), STEP("note", NOTE, 6, 2, 12, NEEDED)}

#define AGENDA_FOR(ident, what, first, last, few, many) .id = ident, .name = W(ident, ident " (en)"), .about = W("", ""), \
	.rates = RATES_##what, .shortest_min = first, .longest_min = last, .smallest = few, .largest = many
#define AGENDA(ident, what, first, last) AGENDA_FOR(ident, what, first, last, PEOPLE_MIN, PEOPLE_MAX)

#define ROLE(ident, n) {.id = ident, .name = W(ident, ident " (en)"), .does = W("gör", "does"), .count = n}
#define CAST(who) .roles = who, .role_count = ARRAY_LEN(who)
#define RUN(number, per) .run = number, .repeat = REPEAT_##per

static const struct form_role telling[] = {ROLE("teller", 1), ROLE("leader", 1), ROLE("group", 0)};
static const struct form_role asking[] = {ROLE("asker", 1), ROLE("others", 0)};
static const struct form_role rings[] = {ROLE("inner", 4), ROLE("outer", 0)};
static const struct form_role tables[] = {ROLE("host", 1), ROLE("guests", 0)};

static const struct form forms[] = {
	{.id = "turns", .name = W("turns", "turns (en)"), .when = W("", ""), .purpose = PURPOSE_HELP, .smallest = PEOPLE_MIN, .largest = 20,
	 .our_minutes = true},
};

static const struct agenda agendas[AGENDA_COUNT] = {
	[AGENDA_THEME] = {AGENDA("theme", THEME, 20, 60), .moment = 2, .step_count = 8, .steps = RATING_STEPS},
	[AGENDA_AREA] = {AGENDA("area", AREA, 45, 120), .moment = 2, .step_count = 8, .steps = RATING_STEPS},
	[AGENDA_TALK] = {AGENDA("talk", NOTHING, 20, 90), .step_count = 6,
	                 .steps = {STEP("read", READ, 3, 1, 5, NEEDED), STEP("think", SILENT, 4, 1, 8, NEEDED),
	                           STEP("pairs", PAIR, 6, 2, 10, OPTIONAL), ROUND("round", 45, 20, NEEDED),
	                           STEP("talk", TALK, 15, 3, 40, NEEDED), STEP("note", NOTE, 5, 2, 10, NEEDED)}},
	[AGENDA_CASES] = {AGENDA("cases", NOTHING, 20, 60), .cases = true, .moment = 3, .step_count = 3,
	                  .steps = {ROUND("checkin", 30, 15, OPTIONAL), STEP("talk", TALK, 20, 5, 45, NEEDED),
	                            ROUND("round", 45, 20, NEEDED)}},
	[AGENDA_BARE] = {AGENDA("bare", THEME, 10, 240), .step_count = 1, .steps = {RATE("rate")}},
	[AGENDA_LONG] = {AGENDA("long", THEME, 30, 240), .step_count = RECIPE_STEPS_MAX,
	                 .steps = {ROUND("r1", 30, 15, OPTIONAL), STEP("s2", SILENT, 4, 1, 8, NEEDED), STEP("p3", PAIR, 4, 1, 8, OPTIONAL),
	                           ROUND("r4", 25, 10, OPTIONAL), STEP("t5", TALK, 4, 1, 8, NEEDED), STEP("s6", SILENT, 4, 1, 8, OPTIONAL),
	                           STEP("p7", PAIR, 4, 1, 8, OPTIONAL), STEP("t8", TALK, 4, 1, 8, NEEDED), ROUND("r9", 20, 5, OPTIONAL),
	                           STEP("d10", READ, 4, 1, 8, OPTIONAL), RATE("v11"), STEP("r12", RESULT, 4, 1, 8, NEEDED),
	                           STEP("t13", TALK, 4, 1, 8, NEEDED), STEP("s14", SHARED, 4, 1, 8, NEEDED),
	                           STEP("s15", SILENT, 4, 1, 8, OPTIONAL), STEP("p16", PAIR, 4, 1, 8, OPTIONAL),
	                           STEP("t17", TALK, 4, 1, 8, NEEDED), STEP("n18", NOTE, 4, 1, 8, NEEDED),
	                           ROUND("r19", 20, 5, OPTIONAL), STEP("n20", NOTE, 4, 1, 8, NEEDED)}},
	[AGENDA_OPTIONAL] = {AGENDA("optional", NOTHING, 10, 60), .step_count = 3,
	                     .steps = {ROUND("checkin", 60, 45, OPTIONAL), STEP("talk", TALK, 20, 12, 45, OPTIONAL),
	                               STEP("read", READ, 20, 11, 45, OPTIONAL)}},
	[AGENDA_ROUNDS] = {AGENDA("rounds", NOTHING, 10, 120), .step_count = 2,
	                   .steps = {ROUND("first", 120, 10, .random_order = true), ROUND("last", 47, 13, NEEDED)}},
	[AGENDA_TURNS] = {AGENDA_FOR("turns", NOTHING, 10, 240, PEOPLE_MIN, 20), .form = &forms[0], .step_count = 6,
	                  .steps = {STEP("who", ROLES, 2, 1, 3, CAST(telling), .grouping = GROUPS_ANEW),
	                            STEP("tells", TALK, 3, 2, 4, CAST(telling), RUN(1, PERSON), .speakers = 1, .least_times = 2),
	                            ROUND("others", 30, 20, CAST(telling), RUN(1, PERSON), .speakers = 2 | SPEAKS_REST, .least_times = 2),
	                            STEP("last", TALK, 1, 1, 1, CAST(telling), RUN(1, PERSON), .speakers = 1, .hard = true, .least_times = 2),
	                            STEP("talk", TALK, 5, 2, 20, CAST(telling), .speakers = 2 | SPEAKS_REST), STEP("note", NOTE, 4, 2, 8, NEEDED)}},
	[AGENDA_GROUPS] = {AGENDA("groups", NOTHING, 10, 240), .step_count = 10,
	                   .steps = {STEP("find", ROLES, 1, 1, 2, CAST(asking), .group = 3, .grouping = GROUPS_ANEW),
	                             STEP("asks", GROUP, 2, 1, 3, CAST(asking), RUN(1, GROUP), .group = 3, .speakers = 1, .hard = true),
	                             STEP("advice", GROUP, 4, 2, 5, CAST(asking), RUN(1, GROUP), .group = 3, .speakers = SPEAKS_REST),
	                             STEP("write", SILENT, 1, 1, 2, RUN(2, TIMES), .times = 3, .least_times = 1, .group = 3, .hard = true),
	                             ROUND("tell", 60, 30, RUN(2, TIMES), .times = 3, .least_times = 1, .group = 3, .hard = true),
	                             STEP("two", PAIR, 4, 2, 6, .group = 2), STEP("four", GROUP, 4, 2, 6, .group = 4),
	                             STEP("table", GROUP, 10, 5, 20, CAST(tables), RUN(3, TIMES), .times = 2, .least_times = 1, .group = 4,
	                                  .grouping = GROUPS_MIX),
	                             ROUND("round", 30, 15, NEEDED), STEP("note", NOTE, 4, 2, 8, NEEDED)}},
	[AGENDA_RINGS] = {AGENDA_FOR("rings", NOTHING, 10, 120, 8, PEOPLE_MAX), .step_count = 3,
	                  .steps = {STEP("inner", TALK, 8, 5, 10, CAST(rings), RUN(1, TIMES), .times = 2, .speakers = 1,
	                                 .grouping = GROUPS_ANEW),
	                            STEP("outer", TALK, 5, 3, 8, CAST(rings), RUN(1, TIMES), .times = 2, .speakers = SPEAKS_REST),
	                            ROUND("end", 20, 10, OPTIONAL)}},
	[AGENDA_FULL] = {AGENDA_FOR("full", NOTHING, 10, 240, PEOPLE_MIN, 20), .step_count = 6,
	                 .steps = {ROUND("first", 10, 5, NEEDED), STEP("a", TALK, 1, 1, 2, CAST(telling), RUN(1, PERSON), .speakers = 1),
	                           STEP("b", TALK, 1, 1, 1, CAST(telling), RUN(1, PERSON)),
	                           STEP("c", TALK, 1, 1, 1, CAST(telling), RUN(1, PERSON), .hard = true), ROUND("last", 10, 5, NEEDED),
	                           STEP("note", NOTE, 2, 1, 3, NEEDED)}},
};

static const struct area areas[FIXTURE_AREAS] = {
	{.id = "p.a0", .name = W("Område 0", "Area 0"), .short_name = W("O0", "A0"), .intro = W("Inledning 0", "Introduction 0")},
	{.id = "p.a1", .name = W("Område 1", "Area 1"), .short_name = W("O1", "A1"), .intro = W("Inledning 1", "Introduction 1")},
	{.id = "p.a2", .name = W("Område 2", "Area 2"), .short_name = W("O2", "A2"), .intro = W("Inledning 2", "Introduction 2")},
};

static const struct year_task tasks[] = {
	{.id = "first", .name = W("Uppgift ett", "Task one"), .agenda_count = 2, .agendas = {AGENDA_THEME, AGENDA_AREA}},
	{.id = "second", .name = W("Uppgift två", "Task two"), .agenda_count = 1, .agendas = {AGENDA_TALK}},
};

static const struct moment moments[] = {
	{.number = 2, .first_week = 39, .last_week = 42, .name = W("Planera", "Plan"),
	 .description = {W("Om att planera", "On planning"), W("I förskolan", "In preschool"), W("För vuxna", "For adults")},
	 .goal = {W("En plan", "A plan"), W("En plan", "A plan"), W("En plan", "A plan")}, .before = W("Läs", "Read"),
	 .headings = {[HEADING_READ] = W("En text", "A text")}, .task_count = ARRAY_LEN(tasks), .tasks = tasks},
	{.number = 3, .first_week = 43, .last_week = 51, .name = W("Göra", "Do"), .description = {W("Om att göra", "On doing")}},
};
static const struct year_gap gaps[] = {
	{.id = "winter", .first_week = 52, .last_week = 1, .name = W("Vinter", "Winter"), .text = W("Vila", "Rest")},
};

static const struct reminder reminders[] = {
	{.id = "now", .first_week = 39, .last_week = 39, .name = W("Nu", "Now"), .text = W("Anmäl er", "Sign up")},
	{.id = "wraps", .first_week = 52, .last_week = 1, .name = W("Sedan", "Later"), .text = W("Vila", "Rest")},
};

static struct theme themes[FIXTURE_THEMES];
static struct statement statements[FIXTURE_STATEMENTS];
static char theme_names[FIXTURE_THEMES][24];
static char statement_texts[FIXTURE_STATEMENTS][24];

static struct instrument instrument = {
	.id = "p", .audience = "p", .name = W("Verktyg", "Instrument"), .wording = W("På vår skola", "At our school"),
	.scale = {W("stämmer inte", "not true"), W("stämmer till viss del", "partly true"), W("stämmer till stor del", "mostly true"),
	          W("stämmer", "true"), W("vet inte", "not sure")},
	.scale_short = {W("inte", "not"), W("viss", "partly"), W("stor", "mostly"), W("helt", "true"), W("", "")},
	.questions = {W("Hur vet vi det?", "How do we know?")}, .question_count = 1,
	.area_count = FIXTURE_AREAS, .theme_count = FIXTURE_THEMES, .statement_count = FIXTURE_STATEMENTS,
	.areas = areas, .themes = themes, .statements = statements,
};

static void fill_in(void)
{
	static const int32_t area_of[FIXTURE_THEMES] = {0, 0, 0, 1, 1, 2, 2, 2, 2, 2, 2};
	static const int32_t count_of[FIXTURE_THEMES] = {4, 3, 8, 6, 1, 15, 12, 10, 9, 14, 14};
	int32_t at = 0;

	for (int32_t t = 0; t < FIXTURE_THEMES; t++) {
		struct theme *theme = &themes[t];

		snprintf(theme->id, sizeof theme->id, "p.a%d.t%d", area_of[t], t);
		snprintf(theme_names[t], sizeof theme_names[t], "Tema %d", t);
		theme->name = (struct words){.in = {theme_names[t], theme_names[t]}};
		theme->area = area_of[t];
		theme->first = at;
		theme->count = count_of[t];
		for (int32_t i = 0; i < count_of[t]; i++, at++) {
			snprintf(statements[at].id, sizeof statements[at].id, "p.a%d.t%d.s%d", area_of[t], t, i);
			snprintf(statement_texts[at], sizeof statement_texts[at], "Påstående %d", at);
			statements[at].text = (struct words){.in = {statement_texts[at], statement_texts[at]}};
			statements[at].theme = t;
		}
	}
	assert(at == FIXTURE_STATEMENTS);
}

const struct material *fixture(void)
{
	static const struct material material = {
		.agenda_count = AGENDA_COUNT, .agendas = agendas, .form_count = ARRAY_LEN(forms), .forms = forms, .instrument_count = 1, .instruments = &instrument,
		.moment_count = ARRAY_LEN(moments), .moments = moments, .gap_count = ARRAY_LEN(gaps), .gaps = gaps,
		.reminder_count = ARRAY_LEN(reminders), .reminders = reminders,
	};

	if (themes[0].count == 0) {
		fill_in();
	}
	return &material;
}

const struct material *fixture_without_instrument(void)
{
	static const struct material material = {.agenda_count = AGENDA_COUNT, .agendas = agendas};

	return &material;
}
