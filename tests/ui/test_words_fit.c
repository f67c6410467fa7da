/* Every statement and every prompt of the packs, in both languages, on the four panels, with large text: each keeps the rules of
   pictures (nothing cut, small, over an edge or over another) where it is answered, shown, agreed on and talked about. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "firmware/base/str.h"
#include "firmware/content/pack.h"
#include "tests/ui/rules.h"
#include "tests/ui/walk_steps.h"
#include "ui/words.h"

#define UM_A_MM 1000
#define AUTUMN wall_at((struct cal_date){2026, 9, 24}, 14, 2)
#define VOTERS 5
#define FAULTS_TOLD 40

static const struct walk_glass GLASSES[] = {
	{"800x480", 800, 480, 154}, {"1280x720", 1280, 720, 344}, {"720x1280", 720, 1280, 87}, {"1920x1080", 1920, 1080, 531}
};

struct reader {
	char look[40];
	int32_t pictures, faults;
	struct ui_theme theme;
};

static void visit(struct walk *walk, const char *place)
{
	struct reader *reader = walk->self;
	const struct core *core = walk_core(walk);
	const struct walk_glass *glass = &walk->look.glass;
	const struct draw_list *list = &walk_frame(walk)->list;
	const bool ballot = app_private(walk->app);
	struct theme_wish wish = {.width = list->width, .height = list->height,
	                          .um_per_px = max_i32((glass->mm * UM_A_MM + glass->width / 2) / glass->width, 1),
	                          .near = ballot || core->edit.what != EDIT_NOTHING, .large = ballot ? core->answering.large : true};
	struct breaches breaches = {.count = 0};

	theme_make(&wish, &reader->theme);
	wish.dark = list->ground != reader->theme.colour.paper;
	theme_make(&wish, &reader->theme);
	rules_check(walk_frame(walk), &(struct eye){.um_per_px = wish.um_per_px, .distance = reader->theme.distance, .large = reader->theme.large,
	                                            .lang = walk->look.lang, .palette = &reader->theme.colour}, &breaches);
	reader->pictures++;
	for (int32_t i = 0; i < breaches.count; i++) {
		if (reader->faults++ < FAULTS_TOLD) {
			print_error("%s, %s: %s %s\n", reader->look, place, rule_name(breaches.found[i].rule), breaches.found[i].about);
		}
	}
}

static void missed(struct walk *walk, const char *place, const char *what)
{
	struct reader *reader = walk->self;

	reader->faults++;
	print_error("%s, %s: %s\n", reader->look, place, what);
}

/* The team's level, by the settings. */
static void choose_level(struct walk *walk, int32_t level)
{
	if (walk_core(walk)->settings.value[SET_AUDIENCE] != level && walk_tap(walk, CMD_GO, SCREEN_SETTINGS, WALK_ANY) &&
	    walk_tap(walk, CMD_GO, SCREEN_LEVELS, WALK_ANY)) {
		walk_see(walk, "levels", walk_core(walk)->screen == SCREEN_LEVELS);
		walk_tap(walk, CMD_SET, SET_AUDIENCE, level);
		walk_tap(walk, CMD_GO, SCREEN_SETTINGS, WALK_ANY);
		walk_tap(walk, CMD_GO, SCREEN_HOME, WALK_ANY);
	}
}

/* All areas at once, in a meeting as long as it takes. */
static bool rate_everything(struct walk *walk, int32_t people)
{
	return walk_setup(walk, walk_agenda(walk, "sjalvvardering-omrade")) && walk_people(walk, people) &&
	       walk_tap(walk, CMD_GO, SCREEN_THEMES, WALK_ANY) && walk_see(walk, "themes", true) &&
	       walk_tap(walk, CMD_SETUP_AREA, -1, WALK_ANY) && walk_minutes(walk, 120) && walk_make_fit(walk) &&
	       walk_tap(walk, CMD_BEGIN, WALK_ANY, WALK_ANY) && walk_to(walk, STEP_SILENT);
}

static void read_ballot(struct walk *walk)
{
	walk_tap(walk, CMD_BALLOT_TAKE, WALK_ANY, WALK_ANY);
	for (int32_t i = 0; i < walk_core(walk)->meeting.statement_count; i++) {
		walk_see(walk, walk_core(walk)->meeting.statements[i], walk_core(walk)->answering.at == i);
		walk_tap(walk, CMD_BALLOT_ANSWER, i % ANSWERS, WALK_ANY);
	}
	walk_tap(walk, CMD_BALLOT_LAY, WALK_ANY, WALK_ANY);
}

/* The shared answer, a statement at a time and a theme at a time. */
static void read_shared(struct walk *walk)
{
	walk_tap(walk, CMD_SHARED_BY, 0, WALK_ANY);
	for (int32_t i = 0; i < walk_core(walk)->meeting.statement_count; i++) {
		walk_see(walk, walk_core(walk)->meeting.statements[i], walk_core(walk)->shared_item == i);
		walk_may_tap(walk, CMD_SHARED_ITEM, i + 1, WALK_ANY);
	}
}

static void read_instrument(struct walk *walk, int32_t level)
{
	walk_begin(walk, &(struct walk_day){.wall = AUTUMN});
	choose_level(walk, level);
	if (rate_everything(walk, VOTERS)) {
		walk_see(walk, "introductions", walk_on(walk, STEP_SILENT));
		walk_to(walk, STEP_RATE);
		walk_tap(walk, CMD_RATE_OPEN, WALK_ANY, WALK_ANY);
		read_ballot(walk);
		for (int32_t voter = 1; voter < VOTERS && walk_ballot(walk, voter); voter++) {
			continue;
		}
		walk_wait(walk, MS_SECOND);
		walk_see(walk, "bars", walk_to(walk, STEP_RESULT));
		for (int32_t list = LIST_AGREED; list <= LIST_DIFFERENT; list++) {
			walk_tap(walk, CMD_LIST, list, WALK_ANY);
			walk_see(walk, list == LIST_AGREED ? "agreed" : "different", (int32_t)walk_core(walk)->list == list);
		}
		walk_to(walk, STEP_SHARED);
		read_shared(walk);
	}
	walk_end(walk);
}

/* Fewer than five see the statements themselves. */
static void read_openly(struct walk *walk, int32_t level)
{
	walk_begin(walk, &(struct walk_day){.wall = AUTUMN});
	choose_level(walk, level);
	if (rate_everything(walk, 3)) {
		while (walk_step(walk) != NULL && !walk_step(walk)->open_way && walk_leave_step(walk)) {
			continue;
		}
		walk_see(walk, "open way", walk_step(walk) != NULL && walk_step(walk)->open_way);
	}
	walk_end(walk);
}

static void see_options(struct walk *walk)
{
	if (!walk_may_tap(walk, CMD_SHEET, SHEET_OPTIONS, WALK_ANY)) {
		walk_tap(walk, CMD_SHEET, SHEET_MORE, WALK_ANY);
		walk_tap(walk, CMD_SHEET, SHEET_OPTIONS, WALK_ANY);
	}
	walk_see(walk, "ways forward", walk_core(walk)->sheet == SHEET_OPTIONS);
	walk_tap(walk, CMD_SHEET, SHEET_NONE, WALK_ANY);
}

/* A Monday in the first week of the agenda's moment, when the list of talks has it: weeks from 39 of 2026, a year with 53 of them. */
static wall_t day_of(const struct walk *walk, const struct agenda *agenda)
{
	int64_t monday = cal_days((struct cal_date){2026, 9, 21});

	for (int32_t i = 0; i < walk->material->moment_count && agenda->moment > 0; i++) {
		if (walk->material->moments[i].number == agenda->moment) {
			monday += 7 * ((walk->material->moments[i].first_week - 39 + 53) % 53);
		}
	}
	return wall_at(cal_from_days(monday), 14, 2);
}

/* Every step of an agenda in its longest meeting, where nothing is left out. */
static void read_agenda(struct walk *walk, int32_t index)
{
	const struct agenda *agenda = &walk->material->agendas[index];
	int32_t level = 0;

	while (level < walk->material->instrument_count && !agenda_suits(agenda, &walk->material->instruments[level])) {
		level++;
	}
	walk_begin(walk, &(struct walk_day){.wall = day_of(walk, agenda)});
	choose_level(walk, level);
	if (walk_setup(walk, index) && walk_people(walk, clamp_i32(8, agenda->smallest, agenda->largest)) && walk_minutes(walk, agenda->longest_min) &&
	    walk_make_fit(walk) && walk_see(walk, agenda->id, true) && walk_tap(walk, CMD_BEGIN, WALK_ANY, WALK_ANY)) {
		for (int32_t i = 0; i < RECIPE_STEPS_MAX && walk_step(walk) != NULL; i++) {
			walk_see(walk, walk_step(walk)->id, true);
			if (!walk_leave_step(walk)) {
				break;
			}
			if (i == 1 && agenda->analyses[0] != '\0') {
				see_options(walk);
			}
		}
	}
	walk_end(walk);
}

static void read_everything(struct walk *walk, const struct walk_look *look)
{
	struct reader *reader = walk->self;
	char why[200] = "";

	snprintf(reader->look, sizeof reader->look, "%s %s large", look->glass.name, look->lang == LANG_SV ? "sv" : "en");
	assert_true(walk_open(walk, look, why, sizeof why));
	for (int32_t level = 0; level < walk->material->instrument_count; level++) {
		read_instrument(walk, level);
		read_openly(walk, level);
	}
	for (int32_t i = 0; i < walk->material->agenda_count; i++) {
		read_agenda(walk, i);
	}
	walk_close(walk);
}

static void every_text_fits(void **state)
{
	struct reader *reader = calloc(1, sizeof *reader);
	struct walk walk = {.self = reader, .visit = visit, .missed = missed};
	struct pack_set *packs = pack_set_create();

	(void)state;
	assert_non_null(reader);
	words_open(SAMSYN_LOCALE_DIR);
	pack_set_add(packs, SAMSYN_PACK_DIR);
	assert_true(pack_set_finish(packs));
	walk.material = pack_set_material(packs);
	for (size_t i = 0; i < ARRAY_LEN(GLASSES); i++) {
		for (int32_t lang = 0; lang < LANG_COUNT; lang++) {
			read_everything(&walk, &(struct walk_look){.glass = GLASSES[i], .lang = (enum lang)lang, .large = true});
		}
	}
	printf("%d pictures read, %d faults\n", reader->pictures, reader->faults);

	const int32_t faults = reader->faults;

	pack_set_destroy(packs);
	free(reader);
	assert_int_equal(faults, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(every_text_fits)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
