/* Set-up, rounds, talks and what belongs to every step. */
#include "tests/ui/walk_steps.h"

#define AUTUMN wall_at((struct cal_date){2026, 9, 24}, 14, 2)
#define LONG_TEXT "Vi provar tidiga samtal i årskurs 7 efter varje hälsobesök, och skolsköterskan och mentorn möts varannan vecka för att " \
	"stämma av vad som märks i klassrummet; om det inte märks något före sportlovet tänker vi om tillsammans."

static bool at_home(const struct walk *walk)
{
	return walk_core(walk)->screen == SCREEN_HOME;
}

/* ---- set-up ---- */

static void see_setup(struct walk *walk, const char *place, int32_t people, int32_t minutes)
{
	walk_people(walk, people);
	walk_minutes(walk, minutes);
	walk_see(walk, place, walk_core(walk)->screen == SCREEN_SETUP);
}

static void setup_of_a_theme(struct walk *walk)
{
	if (!walk_setup(walk, walk_agenda(walk, "sjalvvardering-tema"))) {
		return;
	}
	see_setup(walk, "setup/8 people, 60 min", 8, 60);
	if (walk_tap(walk, CMD_GO, SCREEN_THEMES, WALK_ANY)) {
		walk_see(walk, "themes/one", walk_core(walk)->screen == SCREEN_THEMES);
		if (walk_tap(walk, CMD_SETUP_AREA, WALK_ANY, WALK_ANY)) {
			walk_see(walk, "setup/a whole area", walk_core(walk)->screen == SCREEN_SETUP);
		}
		if (walk_tap(walk, CMD_GO, SCREEN_THEMES, WALK_ANY)) {
			walk_tap(walk, CMD_SETUP_THEME, 2, WALK_ANY);
		}
	}
	see_setup(walk, "setup/20 min", 8, 20);
	see_setup(walk, "setup/too few", 3, 45);
	see_setup(walk, "setup/does not fit", 40, 20);
	if (walk_may_tap(walk, CMD_SETUP_FIT, WALK_ANY, WALK_ANY)) {
		walk_see(walk, "setup/made to fit", walk_core(walk)->screen == SCREEN_SETUP);
	}
	see_setup(walk, "setup/40 people", 40, 60);
	if (walk_tap(walk, CMD_GO, SCREEN_AGENDAS, 2)) {
		walk_see(walk, "agendas/all", walk_core(walk)->screen == SCREEN_AGENDAS);
	}
}

/* An area that there is time for only a part of, and home afterwards. */
static void two_meetings(struct walk *walk)
{
	walk_begin(walk, &(struct walk_day){.wall = AUTUMN});
	if (!walk_setup(walk, walk_agenda(walk, "sjalvvardering-omrade"))) {
		walk_end(walk);
		return;
	}
	if (walk_tap(walk, CMD_GO, SCREEN_THEMES, WALK_ANY)) {
		walk_tap(walk, CMD_SETUP_AREA, 1, WALK_ANY);
	}
	see_setup(walk, "setup/a large area does not fit", 20, 60);
	if (walk_tap(walk, CMD_SETUP_FIT, FIT_FIRST_PART, WALK_ANY)) {
		walk_see(walk, "setup/two meetings", walk_core(walk)->setup.next_themes > 1);
	}
	if (walk_tap(walk, CMD_BEGIN, WALK_ANY, WALK_ANY)) {
		walk_see(walk, "home/goes on", walk_finish(walk));
	}
	walk_end(walk);
}

void walk_setups(struct walk *walk)
{
	const struct { const char *place, *agenda; int32_t people, minutes; } talks[] = {
		{"setup/no rating", "laget-runt", 8, 45},
		{"setup/no rating, 40", "oppet-samtal", 40, 60},
		{"setup/no rating, does not fit", "oppet-samtal", 40, 15},
		{"setup/cases", "elevarenden", 15, 60},
		{"setup/pairs", "epa", 4, 15},
	};

	walk_begin(walk, &(struct walk_day){.wall = AUTUMN});
	setup_of_a_theme(walk);
	walk_end(walk);
	for (size_t i = 0; i < ARRAY_LEN(talks); i++) {
		walk_begin(walk, &(struct walk_day){.wall = AUTUMN});
		if (walk_setup(walk, walk_agenda(walk, talks[i].agenda))) {
			see_setup(walk, talks[i].place, talks[i].people, talks[i].minutes);
		}
		walk_end(walk);
	}
	walk_begin(walk, &(struct walk_day){.wall = WALL_UNKNOWN});
	if (walk_setup(walk, walk_agenda(walk, "sjalvvardering-omrade"))) {
		see_setup(walk, "setup/area, no clock", 12, 45);
	}
	walk_end(walk);
	two_meetings(walk);
}

/* ---- rounds ---- */

static bool speaks(const struct walk *walk)
{
	return walk_on(walk, STEP_ROUND) && !walk_core(walk)->meeting.round.open_up;
}

static void turns(struct walk *walk, int32_t count)
{
	for (int32_t i = 0; i < count && speaks(walk); i++) {
		if (!walk_tap(walk, i % 3 == 1 ? CMD_TURN_PASS : CMD_TURN_DONE, WALK_ANY, WALK_ANY)) {
			return;
		}
	}
}

static void turns_until(struct walk *walk, int32_t left)
{
	const struct round *round = &walk_core(walk)->meeting.round;

	turns(walk, round->places - round->place - left);
}

static void see_round(struct walk *walk, const char *const places[7])
{
	if (!walk_see(walk, places[0], speaks(walk))) {
		return;
	}
	if (walk_tap(walk, CMD_LEADER_LAST, 1, WALK_ANY)) {
		walk_tap(walk, CMD_RANDOM_ORDER, WALK_ANY, WALK_ANY);
		walk_see(walk, places[1], speaks(walk));
	}
	if (walk_may_tap(walk, CMD_TWO_CIRCLES, 1, WALK_ANY)) {
		walk_see(walk, places[2], speaks(walk));
		walk_tap(walk, CMD_TWO_CIRCLES, 0, WALK_ANY);
	}
	turns(walk, 2);
	walk_wait(walk, 20 * MS_SECOND);
	walk_see(walk, places[3], speaks(walk));
	walk_wait(walk, 4 * MS_MINUTE);
	walk_see(walk, places[4], speaks(walk));
	turns_until(walk, 1);
	walk_see(walk, places[5], speaks(walk));
	turns_until(walk, 0);
	walk_see(walk, places[6], walk_on(walk, STEP_ROUND) && walk_core(walk)->meeting.round.open_up);
}

/* ---- what belongs to every step ---- */

static void see_more(struct walk *walk, const char *place)
{
	if (walk_tap(walk, CMD_SHEET, SHEET_MORE, WALK_ANY)) {
		walk_see(walk, place, walk_core(walk)->sheet == SHEET_MORE);
		walk_tap(walk, CMD_SHEET, SHEET_NONE, WALK_ANY);
	}
}

/* Ended from the sheet, the meeting is told in its summary. */
static void see_early_end(struct walk *walk)
{
	if (walk_tap(walk, CMD_SHEET, SHEET_MORE, WALK_ANY) && walk_tap(walk, CMD_END, WALK_ANY, WALK_ANY)) {
		walk_see(walk, "talk/ending", walk_core(walk)->pending == PENDING_END);
		walk_wait(walk, UNDO_WINDOW_MS + MS_SECOND);
		if (walk_core(walk)->meeting.live) {
			walk_see(walk, "summary/ended early", walk_core(walk)->meeting.all_done);
		}
	}
}

static void see_settings(struct walk *walk)
{
	if (walk_tap(walk, CMD_SHEET, SHEET_MORE, WALK_ANY) && walk_tap(walk, CMD_GO, SCREEN_SETTINGS, WALK_ANY)) {
		walk_see(walk, "settings/in a meeting", walk_core(walk)->screen == SCREEN_SETTINGS);
		walk_tap(walk, CMD_GO, SCREEN_MEETING, WALK_ANY);
	}
	if (walk_core(walk)->sheet != SHEET_NONE) {
		walk_may_tap(walk, CMD_SHEET, SHEET_NONE, WALK_ANY);
	}
}

static void see_key_pages(struct walk *walk)
{
	for (int32_t i = 0; i < 4; i++) {
		walk_see(walk, "edit/keys", walk_core(walk)->edit.what != EDIT_NOTHING);
		walk_tap(walk, CMD_SHIFT, WALK_ANY, WALK_ANY);
		walk_see(walk, "edit/keys, shift", walk_core(walk)->edit.what != EDIT_NOTHING);
		if (!walk_tap(walk, CMD_KEYS, WALK_ANY, WALK_ANY)) {
			return;
		}
	}
}

static void see_notes(struct walk *walk)
{
	walk_see(walk, "note/none", walk_on(walk, STEP_NOTE));
	if (!walk_tap(walk, CMD_EDIT, EDIT_NOTE, 0)) {
		return;
	}
	see_key_pages(walk);
	walk_type(walk, "Säg (7)!");
	walk_letters(walk, LONG_TEXT);
	walk_see(walk, "edit/long text", walk_core(walk)->edit.what == EDIT_NOTE);
	walk_tap(walk, CMD_EDIT_DONE, WALK_ANY, WALK_ANY);
	walk_see(walk, "note/one", walk_on(walk, STEP_NOTE));
	for (int32_t i = 0; i < 6; i++) {
		walk_note(walk, (const char *const[]){"Kort.", "Vi ses v. 48.", "Rasterna: vem gör vad?", "Måndagar kl. 8", "Elevrådet frågar",
		                                      "Skriv till vårdnadshavare om nya tider"}[i]);
	}
	walk_see(walk, "note/many", walk_on(walk, STEP_NOTE));
}

static void see_summary(struct walk *walk, const char *place, const char *ending)
{
	for (int32_t i = 0; i < RECIPE_STEPS_MAX && !walk_core(walk)->meeting.all_done; i++) {
		if (!walk_leave_step(walk)) {
			break;
		}
	}
	if (!walk_see(walk, place, walk_core(walk)->meeting.all_done)) {
		return;
	}
	walk_first_page(walk);
	if (walk_core(walk)->meeting.note_count > 0 && walk_tap(walk, CMD_SHEET, SHEET_NOTES, WALK_ANY)) {
		walk_see(walk, "notes/many", walk_core(walk)->sheet == SHEET_NOTES);
		walk_first_page(walk);
		while (walk_core(walk)->meeting.note_count > 0 && walk_tap(walk, CMD_NOTE_REMOVE, WALK_ANY, WALK_ANY)) {
			walk_first_page(walk);
		}
		walk_see(walk, "notes/none", walk_core(walk)->meeting.note_count == 0);
		walk_tap(walk, CMD_UNDO, WALK_ANY, WALK_ANY);
		walk_see(walk, "notes/one", walk_core(walk)->meeting.note_count == 1);
		walk_tap(walk, CMD_SHEET, SHEET_NONE, WALK_ANY);
	}
	if (walk_seek(walk, CMD_END, WALK_ANY, WALK_ANY) == NULL) {
		walk_may_tap(walk, CMD_SHEET, SHEET_MORE, WALK_ANY);
	}
	if (walk_tap(walk, CMD_END, WALK_ANY, WALK_ANY)) {
		walk_see(walk, ending, walk_core(walk)->pending == PENDING_END);
	}
	walk_wait(walk, UNDO_WINDOW_MS + MS_SECOND);
}

/* ---- meetings without a rating ---- */

static void round_meeting(struct walk *walk)
{
	static const char *const places[] = {"round/8", "round/8, leader last", "round/8, circles", "round/8, third", "round/8, over time",
	                                     "round/8, last", "round/8, open up"};

	walk_begin(walk, &(struct walk_day){.wall = AUTUMN});
	if (walk_meet(walk, "laget-runt", 8)) {
		walk_see(walk, "read/question", walk_on(walk, STEP_READ));
		see_more(walk, "more/read");
		see_settings(walk);
		if (walk_may_tap(walk, CMD_PAUSE, WALK_ANY, WALK_ANY)) {
			walk_see(walk, "read/paused", walk_on(walk, STEP_READ));
			walk_tap(walk, CMD_RESUME, WALK_ANY, WALK_ANY);
		}
		if (walk_to(walk, STEP_ROUND)) {
			see_round(walk, places);
			see_more(walk, "more/round, behind plan");
		}
		if (walk_to(walk, STEP_TALK)) {
			walk_see(walk, "talk/8", walk_on(walk, STEP_TALK));
			walk_wait(walk, 30 * MS_MINUTE);
			walk_see(walk, "talk/8, over time", walk_on(walk, STEP_TALK));
		}
		if (walk_to(walk, STEP_NOTE)) {
			see_notes(walk);
		}
		see_summary(walk, "summary/notes", "summary/ending");
		walk_see(walk, "home/promises", at_home(walk));
	}
	walk_end(walk);
}

/* Three at the table, and nothing is saved. */
static void smallest_meeting(struct walk *walk)
{
	static const char *const places[] = {"round/3", "round/3, leader last", "round/3, circles", "round/3, third", "round/3, over time",
	                                     "round/3, last", "round/3, open up"};

	walk_begin(walk, &(struct walk_day){.wall = AUTUMN, .unsaved = true});
	if (walk_meet(walk, "laget-runt", 3)) {
		walk_see(walk, "read/not saved", walk_on(walk, STEP_READ));
		if (walk_to(walk, STEP_ROUND)) {
			see_round(walk, places);
		}
		see_summary(walk, "summary/not saved", "summary/ending, not saved");
	}
	walk_end(walk);
}

static void largest_meeting(struct walk *walk)
{
	static const char *const places[] = {"round/40", "round/40, leader last", "round/40, circles", "round/40, third", "round/40, over time",
	                                     "round/40, last", "round/40, open up"};

	walk_begin(walk, &(struct walk_day){.wall = AUTUMN});
	if (walk_meet(walk, "oppet-samtal", 40)) {
		if (walk_to(walk, STEP_ROUND)) {
			see_round(walk, places);
		}
		if (walk_to(walk, STEP_TALK)) {
			walk_see(walk, "talk/40", walk_on(walk, STEP_TALK));
			for (int32_t seat = 0; seat < 40; seat += 3) {
				walk_tap(walk, CMD_HAND, seat, WALK_ANY);
			}
			walk_see(walk, "talk/40, many hands", walk_on(walk, STEP_TALK));
			walk_tap(walk, CMD_FLOOR_NEXT, WALK_ANY, WALK_ANY);
			walk_see(walk, "talk/40, next speaks", walk_on(walk, STEP_TALK));
			see_more(walk, "more/talk");
			see_early_end(walk);
		}
	}
	walk_end(walk);
}

static void pairs_meeting(struct walk *walk)
{
	walk_begin(walk, &(struct walk_day){.wall = AUTUMN});
	if (walk_meet(walk, "epa", 12)) {
		if (walk_to(walk, STEP_SILENT)) {
			walk_see(walk, "silent/pairs", walk_on(walk, STEP_SILENT));
			walk_wait(walk, 20 * MS_MINUTE);
			walk_see(walk, "silent/over time", walk_on(walk, STEP_SILENT));
		}
		if (walk_to(walk, STEP_PAIR)) {
			walk_see(walk, "pair/start", walk_on(walk, STEP_PAIR));
			walk_wait(walk, 20 * MS_MINUTE);
			walk_see(walk, "pair/over time", walk_on(walk, STEP_PAIR));
		}
		if (walk_to(walk, STEP_TALK)) {
			walk_see(walk, "talk/12", walk_on(walk, STEP_TALK));
			walk_tap(walk, CMD_HAND, 4, WALK_ANY);
			walk_tap(walk, CMD_HAND, 11, WALK_ANY);
			walk_see(walk, "talk/12, hands", walk_on(walk, STEP_TALK));
		}
	}
	walk_end(walk);
}

static void cases_meeting(struct walk *walk)
{
	static const char *const places[] = {"round/12, cases", "round/12, leader last", "round/12, circles", "round/12, third",
	                                     "round/12, over time", "round/12, last", "round/12, open up"};

	walk_begin(walk, &(struct walk_day){.wall = AUTUMN});
	if (walk_meet(walk, "elevarenden", 12)) {
		if (walk_to(walk, STEP_ROUND)) {
			see_round(walk, places);
		}
		if (walk_to(walk, STEP_TALK)) {
			walk_see(walk, "talk/cases", walk_on(walk, STEP_TALK));
			see_more(walk, "more/cases");
		}
		see_summary(walk, "summary/cases", "summary/ending, cases");
		if (walk_tap(walk, CMD_GO, SCREEN_ARCHIVE, WALK_ANY) && walk_may_tap(walk, CMD_GO, SCREEN_RECORD, WALK_ANY)) {
			walk_see(walk, "record/cases", walk_core(walk)->screen == SCREEN_RECORD);
		}
	}
	walk_end(walk);
}

/* A round of many turned into thinking alone, talking in pairs and talking all together. */
static void unfolded_meeting(struct walk *walk)
{
	walk_begin(walk, &(struct walk_day){.wall = AUTUMN});
	if (walk_meet(walk, "laget-runt", 12) && walk_to(walk, STEP_ROUND) && walk_tap(walk, CMD_ROUND_TO_PAIRS, WALK_ANY, WALK_ANY)) {
		walk_see(walk, "silent/from a round", walk_on(walk, STEP_SILENT));
		if (walk_to(walk, STEP_PAIR)) {
			walk_see(walk, "pair/from a round", walk_on(walk, STEP_PAIR));
		}
		if (walk_to(walk, STEP_TALK)) {
			walk_see(walk, "talk/from a round", walk_on(walk, STEP_TALK));
		}
	}
	walk_end(walk);
}

void walk_talks(struct walk *walk)
{
	round_meeting(walk);
	smallest_meeting(walk);
	largest_meeting(walk);
	pairs_meeting(walk);
	cases_meeting(walk);
	unfolded_meeting(walk);
}
