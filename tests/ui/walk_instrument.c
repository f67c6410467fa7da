/* Both levels of the instrument, the analysis that looks back on it, ways forward, and earlier meetings beside one that is on. */
#include "tests/ui/walk_steps.h"

#define AT(month, day) wall_at((struct cal_date){2026, month, day}, 14, 2)
#define LONG_TEXT "Vi ser att mentorstiden fungerar och att eleverna kommer till tals där, men att samarbetet mellan arbetslagen och " \
	"elevhälsan ännu beror på vilka som råkar arbeta samma dag."

static bool on(const struct walk *walk, enum screen screen)
{
	return walk_core(walk)->screen == screen;
}

/* From set-up, where the panel offers it there, or by the themes, or, with large words on a small panel, from the settings. */
static bool to_levels(struct walk *walk)
{
	if (walk_may_tap(walk, CMD_GO, SCREEN_LEVELS, WALK_ANY)) {
		return true;
	}
	if (walk_may_tap(walk, CMD_GO, SCREEN_THEMES, WALK_ANY) && walk_may_tap(walk, CMD_GO, SCREEN_LEVELS, WALK_ANY)) {
		return true;
	}
	walk_may_tap(walk, CMD_GO, SCREEN_SETUP, WALK_ANY);
	return walk_tap(walk, CMD_GO, SCREEN_HOME, WALK_ANY) && walk_tap(walk, CMD_GO, SCREEN_SETTINGS, WALK_ANY) &&
	       walk_tap(walk, CMD_GO, SCREEN_LEVELS, WALK_ANY);
}

static void levels(struct walk *walk)
{
	walk_begin(walk, &(struct walk_day){.wall = AT(10, 8)});
	walk_see(walk, "home/two areas", on(walk, SCREEN_HOME));
	if (walk_setup(walk, walk_agenda(walk, "sjalvvardering-omrade")) && to_levels(walk)) {
		walk_see(walk, "levels/the school", on(walk, SCREEN_LEVELS));
		walk_tap(walk, CMD_SET, SET_AUDIENCE, 1);
		walk_see(walk, "levels/the owner", on(walk, SCREEN_LEVELS) && walk_core(walk)->settings.value[SET_AUDIENCE] == 1);
	}
	walk_end(walk);
}

/* Home's own offer: two areas at once. */
static void two_areas(struct walk *walk)
{
	walk_begin(walk, &(struct walk_day){.wall = AT(10, 8)});
	if (walk_tap(walk, CMD_GO, SCREEN_SETUP, WALK_ANY)) {
		walk_see(walk, "setup/two areas", on(walk, SCREEN_SETUP));
		if (walk_make_fit(walk) && walk_tap(walk, CMD_BEGIN, WALK_ANY, WALK_ANY) && walk_to(walk, STEP_SILENT)) {
			walk_see(walk, "silent/two introductions", walk_on(walk, STEP_SILENT));
		}
	}
	walk_end(walk);
}

static void see_options(struct walk *walk, const char *place)
{
	if (!walk_may_tap(walk, CMD_SHEET, SHEET_OPTIONS, WALK_ANY)) {
		walk_tap(walk, CMD_SHEET, SHEET_MORE, WALK_ANY);
		walk_tap(walk, CMD_SHEET, SHEET_OPTIONS, WALK_ANY);
	}
	walk_see(walk, place, walk_core(walk)->sheet == SHEET_OPTIONS);
	walk_tap(walk, CMD_SHEET, SHEET_NONE, WALK_ANY);
}

/* Earlier meetings are looked at from the sheet, and the way leads back. */
static void see_past(struct walk *walk)
{
	if (walk_tap(walk, CMD_SHEET, SHEET_MORE, WALK_ANY)) {
		walk_see(walk, "more/of an analysis", walk_core(walk)->sheet == SHEET_MORE);
		walk_tap(walk, CMD_GO, SCREEN_ARCHIVE, WALK_ANY);
		walk_see(walk, "archive/in a meeting", on(walk, SCREEN_ARCHIVE));
		if (walk_tap(walk, CMD_GO, SCREEN_RECORD, WALK_ANY)) {
			walk_see(walk, "record/in a meeting", on(walk, SCREEN_RECORD));
			walk_tap(walk, CMD_GO, SCREEN_ARCHIVE, WALK_ANY);
		}
		walk_tap(walk, CMD_GO, SCREEN_MEETING, WALK_ANY);
	}
}

static void analysis(struct walk *walk, const struct walk_past *past)
{
	walk_begin(walk, &(struct walk_day){.wall = AT(10, 14), .folder = past->once});
	if (walk_meet(walk, "analys-rektor", 8)) {
		see_past(walk);
		walk_to(walk, STEP_NOTE);
		walk_see(walk, "note/of an analysis", walk_on(walk, STEP_NOTE));
		walk_note(walk, LONG_TEXT);
		walk_see(walk, "note/of an analysis, written", walk_on(walk, STEP_NOTE));
		see_options(walk, "options/all areas");
		walk_leave_step(walk);
		walk_see(walk, "note/of an analysis, the next question", walk_on(walk, STEP_NOTE));
	}
	walk_end(walk);
}

void walk_instrument(struct walk *walk, const struct walk_past *past)
{
	levels(walk);
	two_areas(walk);
	analysis(walk, past);
}
