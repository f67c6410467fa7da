/* Home in every season, the first evening, settings, lists, the archive; and the team that has all this behind it. */
#include "tests/ui/walk_steps.h"

#include "firmware/app_doze.h"
#include "firmware/base/str.h"

#define DAY(year, month, day, hour, minute) wall_at((struct cal_date){year, month, day}, hour, minute)
#define AUTUMN DAY(2026, 9, 24, 14, 2)
#define LONG_SCHOOL "Nordmalmsskolans grundsärskola och resursenhet i Västra Frö"

/* As long as the longest that the journal has. */
static const char *const LONG_MESSAGE[LANG_COUNT] = {
	[LANG_SV] = "Det går inte att spara i /var/lib/samsyn. Samtalet går bra att ha ändå, men inget finns kvar efteråt. "
	            "Se efter att minneskortet sitter i och inte är skrivskyddat, och starta om.",
	[LANG_EN] = "It is not possible to save in /var/lib/samsyn. You can still hold your talk, but nothing will be left of it. "
	            "Check that the memory card is in its place and not write-protected, and start again."
};

static void one_home(struct walk *walk, const char *place, const struct walk_day *day)
{
	walk_begin(walk, day);
	walk_see(walk, place, walk_core(walk)->screen == SCREEN_HOME);
	walk_end(walk);
}

static void seasons(struct walk *walk, const struct walk_past *past)
{
	const struct { const char *place; struct walk_day day; } days[] = {
		{"home/with an agenda", {.wall = AUTUMN}},
		{"home/the analysis", {.wall = DAY(2026, 10, 14, 8, 0)}},
		{"home/moment 2", {.wall = DAY(2026, 10, 12, 8, 0), .folder = past->once}},
		{"home/moment without agendas", {.wall = DAY(2026, 9, 2, 9, 5), .folder = past->lived}},
		{"home/longest moment", {.wall = DAY(2027, 4, 29, 15, 59), .folder = past->lived}},
		{"home/last moment", {.wall = DAY(2027, 6, 10, 23, 59)}},
		{"home/start of term", {.wall = DAY(2026, 8, 20, 10, 0)}},
		{"home/winter", {.wall = DAY(2025, 12, 23, 10, 0)}},
		{"home/week 53", {.wall = DAY(2026, 12, 30, 10, 0), .folder = past->lived}},
		{"home/summer", {.wall = DAY(2026, 7, 9, 10, 0), .folder = past->once}},
		{"home/autumn holiday", {.wall = DAY(2026, 10, 28, 10, 0), .folder = past->lived}},
		{"home/clock stopped", {.wall = DAY(1970, 1, 1, 0, 3)}},
		{"home/clock stopped, lived in", {.wall = DAY(1970, 1, 1, 0, 3), .folder = past->lived}},
		{"home/no clock", {.wall = WALL_UNKNOWN}},
		{"home/not saved", {.wall = AUTUMN, .unsaved = true}},
		{"home/message", {.wall = AUTUMN, .folder = past->lived,
		                  .message = LONG_MESSAGE[walk->look.lang]}},
		{"home/long name", {.wall = DAY(2026, 9, 30, 10, 0), .folder = past->lived, .school = LONG_SCHOOL}},
	};

	for (size_t i = 0; i < ARRAY_LEN(days); i++) {
		one_home(walk, days[i].place, &days[i].day);
	}
}

/* Minutes that the year's + leads ahead, if it is on the page that stands; else 0. */
static int32_t year_ahead(const struct walk *walk)
{
	for (int32_t i = 0; i < walk_frame(walk)->target_count; i++) {
		const struct command *command = &walk_frame(walk)->targets[i].command;

		if (command->kind == CMD_MOVE_DATE && command->n > 300 * 24 * 60) {
			return command->n;
		}
	}
	return 0;
}

static int32_t year_set(const struct walk *walk)
{
	return wall_date(walk_core(walk)->settings.value[SET_WALL_SHIFT]).year;
}

/* The clock has stopped, and somebody sets the date. */
static void date_by_hand(struct walk *walk)
{
	walk_begin(walk, &(struct walk_day){.wall = DAY(1970, 1, 1, 0, 3)});
	while (year_set(walk) < 2026) {
		if (year_ahead(walk) == 0) {
			walk_first_page(walk);
		}
		while (year_ahead(walk) == 0 && walk_may_tap(walk, CMD_PAGE, 1, WALK_ANY)) {
			continue;
		}
		if (year_ahead(walk) == 0 || !walk_tap(walk, CMD_MOVE_DATE, year_ahead(walk), WALK_ANY)) {
			break;
		}
	}
	walk_see(walk, "home/date being set", year_set(walk) >= 2026);
	walk_end(walk);
}

static void first_run(struct walk *walk)
{
	walk_begin(walk, &(struct walk_day){.wall = AUTUMN, .fresh = true});
	walk_see(walk, "first run/empty", walk_core(walk)->screen == SCREEN_FIRST_RUN);
	if (walk_tap(walk, CMD_EDIT, EDIT_SCHOOL, WALK_ANY)) {
		walk_see(walk, "edit/school", walk_core(walk)->edit.what == EDIT_SCHOOL);
		walk_type(walk, "Åsö skola");
		walk_tap(walk, CMD_EDIT_DONE, WALK_ANY, WALK_ANY);
	}
	/* A small panel asks for the school alone. */
	if (walk_may_tap(walk, CMD_EDIT, EDIT_TEAM, WALK_ANY)) {
		walk_letters(walk, "Elevhälsoteamet på högstadiet och gymnasiet, hus B");
		walk_see(walk, "edit/team", walk_core(walk)->edit.what == EDIT_TEAM);
		walk_tap(walk, CMD_EDIT_DONE, WALK_ANY, WALK_ANY);
	}
	walk_see(walk, "first run/named", walk_core(walk)->screen == SCREEN_FIRST_RUN);
	walk_tap(walk, CMD_FIRST_RUN_DONE, WALK_ANY, WALK_ANY);
	walk_see(walk, "home/first time", walk_core(walk)->screen == SCREEN_HOME);
	walk_end(walk);
}

static void settings(struct walk *walk, const struct walk_past *past)
{
	walk_begin(walk, &(struct walk_day){.wall = AUTUMN, .folder = past->once, .school = LONG_SCHOOL});
	if (walk_tap(walk, CMD_GO, SCREEN_SETTINGS, WALK_ANY)) {
		walk_see(walk, "settings/from home", walk_core(walk)->screen == SCREEN_SETTINGS);
		walk_tap(walk, CMD_SET, SET_SOUND, WALK_ANY);
		walk_tap(walk, CMD_SET, SET_MOTION, WALK_ANY);
		for (int32_t i = 0; i < 15 && walk_may_tap(walk, CMD_SET, SET_LIMIT, WALK_ANY); i++) {
			continue;
		}
		walk_tap(walk, CMD_SET, SET_EASTER_WEEK, WALK_ANY);
		walk_see(walk, "settings/changed", walk_core(walk)->screen == SCREEN_SETTINGS);
	}
	walk_end(walk);
}

/* The document of that name, from 1 in the folder's order; 0 if it is not on the page that stands nor on a later one. */
static int32_t document(struct walk *walk, const char *name)
{
	do {
		for (int32_t i = 0; i < walk_frame(walk)->target_count; i++) {
			const struct target *target = &walk_frame(walk)->targets[i];

			if (target->command.kind == CMD_GO && target->command.n == SCREEN_IMPORT && str_equal(target->label, name)) {
				return target->command.m;
			}
		}
	} while (walk_may_tap(walk, CMD_PAGE, 1, WALK_ANY));
	return 0;
}

/* Opens a document from the list of them. */
static bool open_document(struct walk *walk, const char *name)
{
	int32_t number;

	walk_first_page(walk);
	number = document(walk, name);
	return number > 0 && walk_tap(walk, CMD_GO, SCREEN_IMPORT, number);
}

/* A document of one's own: looked through, put right, used; one that cannot be read, and one whose scale cannot be asked. */
static void documents(struct walk *walk, const struct walk_past *past)
{
	bool english = walk->look.lang == LANG_EN;

	walk_begin(walk, &(struct walk_day){.wall = AUTUMN, .folder = past->once});
	walk_tap(walk, CMD_GO, SCREEN_SETTINGS, WALK_ANY);
	walk_tap(walk, CMD_GO, SCREEN_IMPORT, 0);
	walk_see(walk, "import/no documents", walk_core(walk)->screen == SCREEN_IMPORT);
	walk_end(walk);
	walk_begin(walk, &(struct walk_day){
		.wall = AUTUMN, .folder = past->once,
		.documents = english ? SAMSYN_SOURCE_DIR "/tests/ui/documents/en" : SAMSYN_SOURCE_DIR "/tests/ui/documents/sv"});
	walk_tap(walk, CMD_GO, SCREEN_SETTINGS, WALK_ANY);
	walk_tap(walk, CMD_GO, SCREEN_IMPORT, 0);
	walk_see(walk, "import/documents", walk_core(walk)->about == 0);
	walk_see(walk, "import/unreadable", open_document(walk, english ? "old" : "gammalt"));
	walk_tap(walk, CMD_GO, SCREEN_IMPORT, 0);
	walk_see(walk, "import/looked through", open_document(walk, english ? "calm" : "arbetsro"));
	walk_tap(walk, CMD_IMPORT_LINE, WALK_ANY, WALK_ANY);
	walk_see(walk, "import/a line", walk_core(walk)->import_line > 0);
	walk_tap(walk, CMD_IMPORT_PLACE, PLACE_NOWHERE, WALK_ANY);
	walk_tap(walk, CMD_IMPORT_SHOW, 1, WALK_ANY);
	walk_see(walk, "import/not used", walk_core(walk)->import_rest);
	walk_tap(walk, CMD_IMPORT_USE, WALK_ANY, WALK_ANY);
	walk_see(walk, "import/used", walk_find(walk, CMD_IMPORT_USE, WALK_ANY, WALK_ANY) == NULL);
	walk_tap(walk, CMD_GO, SCREEN_HOME, WALK_ANY);
	walk_end(walk);
}

/* Nobody has touched it for a while. */
static void dim(struct walk *walk, const char *place, wall_t wall)
{
	walk_begin(walk, &(struct walk_day){.wall = wall});
	walk_wait(walk, DOZE_AFTER_MS);
	walk_see(walk, place, walk_frame(walk)->target_count == 0);
	walk_end(walk);
}

static void lists(struct walk *walk, const struct walk_past *past)
{
	walk_begin(walk, &(struct walk_day){.wall = AUTUMN, .folder = past->lived});
	for (int32_t about = 0; about < 2; about++) {
		if (walk_tap(walk, CMD_GO, SCREEN_AGENDAS, about)) {
			walk_see(walk, about == 0 ? "agendas/rate" : "agendas/talk", walk_core(walk)->screen == SCREEN_AGENDAS);
			walk_tap(walk, CMD_GO, SCREEN_HOME, WALK_ANY);
		}
	}
	if (walk_tap(walk, CMD_GO, SCREEN_YEAR, WALK_ANY)) {
		walk_see(walk, "year", walk_core(walk)->screen == SCREEN_YEAR);
		for (int32_t i = 0; i < walk->material->moment_count; i++) {
			if (walk_tap(walk, CMD_GO, SCREEN_MOMENT, i)) {
				walk_see(walk, "moment", walk_core(walk)->screen == SCREEN_MOMENT);
				walk_tap(walk, CMD_GO, SCREEN_YEAR, WALK_ANY);
			}
		}
		walk_tap(walk, CMD_GO, SCREEN_HOME, WALK_ANY);
	}
	if (walk_tap(walk, CMD_GO, SCREEN_ARCHIVE, WALK_ANY)) {
		walk_see(walk, "archive/many", walk_core(walk)->screen == SCREEN_ARCHIVE);
		if (walk_tap(walk, CMD_GO, SCREEN_RECORD, WALK_ANY)) {
			walk_see(walk, "record/talk", walk_core(walk)->screen == SCREEN_RECORD);
		}
	}
	walk_end(walk);
	walk_begin(walk, &(struct walk_day){.wall = AUTUMN, .folder = past->once});
	if (walk_tap(walk, CMD_GO, SCREEN_ARCHIVE, WALK_ANY)) {
		walk_see(walk, "archive/one", walk_core(walk)->screen == SCREEN_ARCHIVE);
		if (walk_tap(walk, CMD_GO, SCREEN_RECORD, WALK_ANY)) {
			walk_see(walk, "record/rating", walk_core(walk)->screen == SCREEN_RECORD);
		}
	}
	walk_end(walk);
}

void walk_homes(struct walk *walk, const struct walk_past *past)
{
	seasons(walk, past);
	date_by_hand(walk);
	first_run(walk);
	settings(walk, past);
	documents(walk, past);
	dim(walk, "dim/with a clock", DAY(2026, 9, 30, 23, 40));
	dim(walk, "dim/no clock", WALL_UNKNOWN);
	lists(walk, past);
}

/* ---- what lies behind ---- */

void walk_make_past(struct walk *walk, struct walk_past *past)
{
	const struct material *material = walk->material;

	walk_begin(walk, &(struct walk_day){.wall = DAY(2026, 9, 1, 14, 0)});
	walk_hold_rating(walk, 6);
	walk_keep(walk, past->once);
	for (int32_t i = 1; i < WALK_MEETINGS; i++) {
		const struct agenda *agenda = &material->agendas[i % material->agenda_count];

		if (agenda_suits(agenda, settings_instrument(&walk_core(walk)->settings, material))) {
			walk_hold_talk(walk, i % material->agenda_count, i);
		}
		walk->now += 2 * 60 * MS_MINUTE;
	}
	walk_keep(walk, past->lived);
	walk_end(walk);
}

void walk_everything(struct walk *walk, const struct walk_past *past)
{
	walk_homes(walk, past);
	walk_setups(walk);
	walk_talks(walk);
	walk_forms(walk);
	walk_ratings(walk);
	walk_instrument(walk, past);
}
