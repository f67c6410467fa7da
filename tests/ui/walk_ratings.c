/* Secret answers and what comes of them. */
#include "tests/ui/walk_steps.h"

#define AUTUMN wall_at((struct cal_date){2026, 9, 24}, 14, 2)

static bool handing_over(const struct walk *walk)
{
	const struct core *core = walk_core(walk);

	return walk_on(walk, STEP_RATE) && core->meeting.rating.phase == RATING_OPEN && core->answering.phase == BALLOT_HANDOVER;
}

static bool with_a_ballot(const struct walk *walk)
{
	const struct core *core = walk_core(walk);

	return walk_on(walk, STEP_RATE) && core->meeting.rating.phase == RATING_OPEN && core->answering.phase == BALLOT_OPEN;
}

static bool at_statement(const struct walk *walk, int32_t at)
{
	return with_a_ballot(walk) && walk_core(walk)->answering.at == at;
}

static bool masked(const struct walk *walk, enum mask mask)
{
	return with_a_ballot(walk) && walk_core(walk)->answering.mask == mask;
}

/* ---- one ballot, slowly ---- */

static void see_looks(struct walk *walk)
{
	if (walk_tap(walk, CMD_BALLOT_LARGE, WALK_ANY, WALK_ANY)) {
		walk_see(walk, "ballot/other size", at_statement(walk, 0));
		walk_tap(walk, CMD_BALLOT_LARGE, WALK_ANY, WALK_ANY);
	}
	if (walk_tap(walk, CMD_BALLOT_DARK, WALK_ANY, WALK_ANY)) {
		walk_see(walk, "ballot/other hand", at_statement(walk, 0));
		walk_tap(walk, CMD_BALLOT_DARK, WALK_ANY, WALK_ANY);
	}
}

static void see_masks(struct walk *walk)
{
	walk_wait(walk, BALLOT_MASK_MS + MS_SECOND);
	walk_see(walk, "ballot/hidden", masked(walk, MASK_HIDDEN));
	walk_wait(walk, BALLOT_ASK_MS - BALLOT_MASK_MS);
	walk_see(walk, "ballot/still here?", masked(walk, MASK_ASK));
	walk_tap(walk, CMD_BALLOT_HERE, WALK_ANY, WALK_ANY);
}

static void see_ballot(struct walk *walk)
{
	const int32_t count = walk_core(walk)->meeting.statement_count;

	if (!walk_tap(walk, CMD_BALLOT_TAKE, WALK_ANY, WALK_ANY)) {
		return;
	}
	walk_see(walk, "ballot/first", at_statement(walk, 0));
	see_looks(walk);
	for (int32_t i = 0; i < count; i++) {
		walk_see(walk, i + 1 < count ? "ballot/on the way" : "ballot/last", at_statement(walk, i));
		if (!walk_tap(walk, CMD_BALLOT_ANSWER, i % ANSWERS, WALK_ANY)) {
			return;
		}
	}
	walk_see(walk, "ballot/to be laid", at_statement(walk, count));
	if (walk_tap(walk, CMD_BALLOT_BACK, WALK_ANY, WALK_ANY)) {
		walk_see(walk, "ballot/answered", at_statement(walk, count - 1));
		see_masks(walk);
		walk_tap(walk, CMD_BALLOT_ANSWER, UNSURE, WALK_ANY);
	}
	walk_tap(walk, CMD_BALLOT_LAY, WALK_ANY, WALK_ANY);
}

/* ---- what comes of it ---- */

static void see_result(struct walk *walk)
{
	walk_see(walk, "result/bars", walk_on(walk, STEP_RESULT));
	if (walk_tap(walk, CMD_LIST, LIST_AGREED, WALK_ANY)) {
		walk_see(walk, "result/agreed", walk_core(walk)->list == LIST_AGREED);
	}
	if (walk_tap(walk, CMD_LIST, LIST_DIFFERENT, WALK_ANY)) {
		walk_see(walk, "result/different", walk_core(walk)->list == LIST_DIFFERENT);
	}
	walk_wait(walk, 30 * MS_MINUTE);
	walk_tap(walk, CMD_LIST, LIST_BARS, WALK_ANY);
	walk_see(walk, "result/over time", walk_on(walk, STEP_RESULT));
}

static void see_shared(struct walk *walk)
{
	walk_see(walk, "shared/statement", walk_on(walk, STEP_SHARED));
	if (walk_tap(walk, CMD_SHARED_ANSWER, 1, WALK_ANY)) {
		walk_see(walk, "shared/chosen", walk_on(walk, STEP_SHARED));
	}
	if (walk_tap(walk, CMD_EDIT, EDIT_GROUNDS, WALK_ANY)) {
		walk_see(walk, "edit/grounds", walk_core(walk)->edit.what == EDIT_GROUNDS);
		walk_letters(walk, "Vi ser det i mentorstiden, men inte på alla lektioner. Flera av oss har hört samma sak av eleverna i "
		                   "årskurs 8, och skolsköterskan ser det i hälsobesöken. Det behöver prövas i höst innan vi vet.");
		walk_tap(walk, CMD_EDIT_DONE, WALK_ANY, WALK_ANY);
		walk_see(walk, "shared/grounds", walk_on(walk, STEP_SHARED));
	}
	for (int32_t i = 1; i < 4 && walk_may_tap(walk, CMD_SHARED_ITEM, i, WALK_ANY); i++) {
		walk_see(walk, "shared/next statement", walk_on(walk, STEP_SHARED));
	}
	if (walk_tap(walk, CMD_SHARED_BY, 1, WALK_ANY)) {
		walk_see(walk, "shared/theme", walk_on(walk, STEP_SHARED));
	}
}

static void see_summary(struct walk *walk, const char *place)
{
	for (int32_t i = 0; i < RECIPE_STEPS_MAX && !walk_core(walk)->meeting.all_done; i++) {
		if (!walk_leave_step(walk)) {
			break;
		}
	}
	walk_see(walk, place, walk_core(walk)->meeting.all_done);
}

/* ---- meetings ---- */

/* Eight rate a theme, from the question to the record. */
static void theme_meeting(struct walk *walk)
{
	walk_begin(walk, &(struct walk_day){.wall = AUTUMN});
	if (walk_meet(walk, "sjalvvardering-tema", 8) && walk_to(walk, STEP_SILENT)) {
		walk_see(walk, "silent/introduction", walk_on(walk, STEP_SILENT));
		if (walk_to(walk, STEP_RATE) && walk_see(walk, "rate/before", walk_on(walk, STEP_RATE)) &&
		    walk_tap(walk, CMD_RATE_OPEN, WALK_ANY, WALK_ANY)) {
			walk_see(walk, "rate/first", handing_over(walk));
			see_ballot(walk);
			walk_see(walk, "rate/second", handing_over(walk));
			for (int32_t voter = 1; voter < 7 && walk_ballot(walk, voter); voter++) {
				continue;
			}
			walk_see(walk, "rate/last", handing_over(walk));
			if (walk_tap(walk, CMD_RATE_CLOSE, WALK_ANY, WALK_ANY)) {
				walk_see(walk, "rate/closing", walk_core(walk)->pending == PENDING_CLOSE);
				walk_tap(walk, CMD_KEEP, WALK_ANY, WALK_ANY);
			}
			walk_ballot(walk, 7);
			walk_wait(walk, MS_SECOND);
		}
		if (walk_to(walk, STEP_RESULT)) {
			see_result(walk);
		}
		if (walk_to(walk, STEP_SHARED)) {
			see_shared(walk);
		}
		see_summary(walk, "summary/rating");
	}
	walk_end(walk);
}

/* Five rate a whole area; the power goes while the box is open. */
static void area_meeting(struct walk *walk)
{
	walk_begin(walk, &(struct walk_day){.wall = AUTUMN});
	if (walk_meet(walk, "sjalvvardering-omrade", 5) && walk_to(walk, STEP_RATE) && walk_tap(walk, CMD_RATE_OPEN, WALK_ANY, WALK_ANY)) {
		walk_ballot(walk, 0);
		walk_cut(walk);
		walk_see(walk, "rate/power went", walk_on(walk, STEP_RATE) && walk_core(walk)->meeting.rating.voided);
		walk_tap(walk, CMD_RATE_OPEN, WALK_ANY, WALK_ANY);
		for (int32_t voter = 0; voter < 5 && walk_ballot(walk, voter); voter++) {
			continue;
		}
		walk_wait(walk, MS_SECOND);
		if (walk_to(walk, STEP_RESULT)) {
			walk_see(walk, "result/whole area", walk_on(walk, STEP_RESULT));
			walk_tap(walk, CMD_LIST, LIST_AGREED, WALK_ANY);
			walk_see(walk, "result/whole area, agreed", walk_core(walk)->list == LIST_AGREED);
		}
		see_summary(walk, "summary/whole area");
	}
	walk_end(walk);
}

/* The open way: too few from the start, or answers that are thrown away. */
static void open_meetings(struct walk *walk)
{
	walk_begin(walk, &(struct walk_day){.wall = AUTUMN});
	if (walk_meet(walk, "sjalvvardering-tema", 3)) {
		for (int32_t i = 0; i < RECIPE_STEPS_MAX && walk_step(walk) != NULL && !walk_step(walk)->open_way; i++) {
			if (!walk_leave_step(walk)) {
				break;
			}
		}
		walk_see(walk, "open way/first", walk_step(walk) != NULL && walk_step(walk)->open_way);
		walk_leave_step(walk);
		walk_see(walk, "open way/second", walk_step(walk) != NULL);
		see_summary(walk, "summary/open way");
	}
	walk_end(walk);
	walk_begin(walk, &(struct walk_day){.wall = AUTUMN});
	if (walk_meet(walk, "sjalvvardering-tema", 6) && walk_to(walk, STEP_RATE) && walk_tap(walk, CMD_RATE_OPEN, WALK_ANY, WALK_ANY) &&
	    walk_ballot(walk, 0) && walk_tap(walk, CMD_RATE_CANCEL, WALK_ANY, WALK_ANY)) {
		walk_see(walk, "rate/cancelling", walk_core(walk)->pending == PENDING_CANCEL);
		walk_wait(walk, UNDO_WINDOW_MS + MS_SECOND);
		walk_see(walk, "open way/answers thrown away", walk_step(walk) != NULL);
	}
	walk_end(walk);
}

void walk_ratings(struct walk *walk)
{
	theme_meeting(walk);
	area_meeting(walk);
	open_meetings(walk);
}
