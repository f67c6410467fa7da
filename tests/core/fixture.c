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

#define AGENDA(ident, what, first, last) .id = ident, .name = W(ident, ident " (en)"), .about = W("", ""), .rates = RATES_##what, \
	.shortest_min = first, .longest_min = last, .smallest = PEOPLE_MIN, .largest = PEOPLE_MAX

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
		.agenda_count = AGENDA_COUNT, .agendas = agendas, .instrument_count = 1, .instruments = &instrument,
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
