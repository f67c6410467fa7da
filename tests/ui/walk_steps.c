/* Getting to a step, and past it. */
#include "tests/ui/walk_steps.h"

#include "firmware/base/str.h"

#define TAPS_MOST 120

int32_t walk_agenda(const struct walk *walk, const char *id)
{
	for (int32_t i = 0; i < walk->material->agenda_count; i++) {
		if (str_equal(walk->material->agendas[i].id, id)) {
			return i;
		}
	}
	return 0;
}

bool walk_setup(struct walk *walk, int32_t agenda)
{
	const struct agenda *wanted = &walk->material->agendas[agenda];
	const bool rates = wanted->rates != RATES_NOTHING || wanted->analyses[0] != '\0';

	if (!walk_tap(walk, CMD_GO, SCREEN_AGENDAS, rates ? AGENDAS_RATING : AGENDAS_FIRST)) {
		return false;
	}
	if (wanted->form != NULL && !wanted->form->first &&
	    !(walk_tap(walk, CMD_GO, SCREEN_FORMS, WALK_ANY) && walk_tap(walk, CMD_GO, SCREEN_AGENDAS, AGENDAS_FOUND))) {
		return false;
	}
	return walk_tap(walk, CMD_GO, SCREEN_SETUP, agenda);
}

/* The side of a stepper that leads towards what is wanted. */
static bool tap_side(struct walk *walk, enum command_kind kind, bool more)
{
	const struct target *target = NULL;

	walk_seek(walk, kind, WALK_ANY, WALK_ANY);
	for (int32_t i = 0; i < walk_frame(walk)->target_count; i++) {
		const struct target *side = &walk_frame(walk)->targets[i];

		if (side->command.kind == kind && (side->command.n > 0) == more) {
			target = side;
		}
	}
	return walk_tap(walk, kind, target != NULL ? target->command.n : more ? 1 : -1, WALK_ANY);
}

bool walk_people(struct walk *walk, int32_t people)
{
	for (int32_t i = 0; i < TAPS_MOST && walk_core(walk)->setup.people != people; i++) {
		if (!tap_side(walk, CMD_SETUP_PEOPLE, walk_core(walk)->setup.people < people)) {
			return false;
		}
	}
	return walk_core(walk)->setup.people == people;
}

bool walk_minutes(struct walk *walk, int32_t minutes)
{
	for (int32_t i = 0; i < TAPS_MOST && walk_core(walk)->setup.minutes < minutes; i++) {
		if (!tap_side(walk, CMD_SETUP_MINUTES, true)) {
			return false;
		}
	}
	while (walk_core(walk)->setup.minutes > minutes) {
		if (!tap_side(walk, CMD_SETUP_MINUTES, false)) {
			return false;
		}
	}
	return true;
}

bool walk_make_fit(struct walk *walk)
{
	const struct agenda *agenda = &walk->material->agendas[walk_core(walk)->setup.agenda];

	while (walk_seek(walk, CMD_BEGIN, WALK_ANY, WALK_ANY) == NULL) {
		if (walk_core(walk)->setup.minutes < agenda->longest_min) {
			if (!tap_side(walk, CMD_SETUP_MINUTES, true)) {
				return false;
			}
		} else if (!walk_tap(walk, CMD_SETUP_FIT, WALK_ANY, WALK_ANY)) {
			return false;
		}
	}
	return true;
}

bool walk_meet(struct walk *walk, const char *agenda, int32_t people)
{
	return walk_setup(walk, walk_agenda(walk, agenda)) && walk_people(walk, people) && walk_make_fit(walk) &&
	       walk_tap(walk, CMD_BEGIN, WALK_ANY, WALK_ANY) && walk_core(walk)->meeting.live;
}

/* ---- steps ---- */

const struct step *walk_step(const struct walk *walk)
{
	return meeting_step(&walk_core(walk)->meeting);
}

bool walk_on(const struct walk *walk, enum step_kind kind)
{
	const struct core *core = walk_core(walk);

	return core->screen == SCREEN_MEETING && walk_step(walk) != NULL && walk_step(walk)->kind == kind;
}

bool walk_leave_step(struct walk *walk)
{
	const int32_t at = walk_core(walk)->meeting.at;

	if (walk_find(walk, CMD_NEXT, WALK_ANY, WALK_ANY) == NULL && walk_may_tap(walk, CMD_SHEET, SHEET_MORE, WALK_ANY)) {
		walk_tap(walk, CMD_PARK, WALK_ANY, WALK_ANY);
	} else {
		walk_tap(walk, CMD_NEXT, WALK_ANY, WALK_ANY);
	}
	if (walk_core(walk)->sheet != SHEET_NONE) {
		walk_may_tap(walk, CMD_SHEET, SHEET_NONE, WALK_ANY);
	}
	return walk_core(walk)->meeting.at != at || walk_core(walk)->meeting.all_done;
}

bool walk_to(struct walk *walk, enum step_kind kind)
{
	for (int32_t i = 0; i < MEETING_STEPS_MAX && !walk_on(walk, kind); i++) {
		if (!walk_leave_step(walk)) {
			return false;
		}
	}
	return walk_on(walk, kind);
}

bool walk_note(struct walk *walk, const char *text)
{
	const int32_t count = walk_core(walk)->meeting.note_count;

	if (!walk_tap(walk, CMD_EDIT, EDIT_NOTE, count)) {
		return false;
	}
	walk_letters(walk, text);
	return walk_tap(walk, CMD_EDIT_DONE, WALK_ANY, WALK_ANY) && walk_core(walk)->meeting.note_count == count + 1;
}

bool walk_finish(struct walk *walk)
{
	for (int32_t i = 0; i < MEETING_STEPS_MAX && !walk_core(walk)->meeting.all_done; i++) {
		if (!walk_leave_step(walk)) {
			return false;
		}
	}
	if (walk_seek(walk, CMD_END, WALK_ANY, WALK_ANY) == NULL) {
		walk_may_tap(walk, CMD_SHEET, SHEET_MORE, WALK_ANY);
	}
	walk_tap(walk, CMD_END, WALK_ANY, WALK_ANY);
	walk_wait(walk, UNDO_WINDOW_MS + MS_SECOND);
	if (walk_core(walk)->screen != SCREEN_HOME) {
		walk_may_tap(walk, CMD_GO, SCREEN_HOME, WALK_ANY);
	}
	return !walk_core(walk)->meeting.live && walk_core(walk)->screen == SCREEN_HOME;
}

/* ---- answers ---- */

/* All at the top, two camps, half unsure, all at the bottom. */
static int32_t answer_of(int32_t voter, int32_t statement)
{
	const bool odd = voter % 2 != 0;

	switch (statement % 4) {
	case 0: return SCALE_STEPS - 1;
	case 1: return odd ? 0 : SCALE_STEPS - 1;
	case 2: return odd ? UNSURE : 2;
	default: return voter % 3 == 0 ? 1 : 0;
	}
}

bool walk_ballot(struct walk *walk, int32_t voter)
{
	const int32_t count = walk_core(walk)->meeting.statement_count;

	if (!walk_tap(walk, CMD_BALLOT_TAKE, WALK_ANY, WALK_ANY)) {
		return false;
	}
	for (int32_t i = 0; i < count; i++) {
		if (!walk_tap(walk, CMD_BALLOT_ANSWER, answer_of(voter, i), WALK_ANY)) {
			return false;
		}
	}
	return walk_tap(walk, CMD_BALLOT_LAY, WALK_ANY, WALK_ANY);
}

/* ---- whole meetings ---- */

bool walk_hold_rating(struct walk *walk, int32_t people)
{
	if (!walk_meet(walk, "sjalvvardering-tema", people) || !walk_to(walk, STEP_RATE) || !walk_tap(walk, CMD_RATE_OPEN, WALK_ANY, WALK_ANY)) {
		return false;
	}
	for (int32_t voter = 0; voter < people; voter++) {
		if (!walk_ballot(walk, voter)) {
			return false;
		}
	}
	walk_wait(walk, MS_SECOND);
	if (walk_to(walk, STEP_SHARED) && walk_tap(walk, CMD_SHARED_ANSWER, 2, WALK_ANY) && walk_tap(walk, CMD_EDIT, EDIT_GROUNDS, WALK_ANY)) {
		walk_letters(walk, "Vi ser det i mentorstiden, men inte på alla lektioner. Det behöver prövas i höst.");
		walk_tap(walk, CMD_EDIT_DONE, WALK_ANY, WALK_ANY);
	}
	if (walk_to(walk, STEP_NOTE)) {
		walk_note(walk, "Mentorerna i åk 7 provar tidiga samtal, senast v. 48.");
		walk_note(walk, "Arbetslaget ser över rasterna och berättar hur det gick, så att eleverna märker skillnad före jul.");
		walk_note(walk, "Kuratorn bjuder in till en gemensam genomgång.");
	}
	return walk_finish(walk);
}

bool walk_hold_talk(struct walk *walk, int32_t agenda, int32_t number)
{
	const struct agenda *held = &walk->material->agendas[agenda];

	if (!walk_setup(walk, agenda) || !walk_people(walk, clamp_i32(3 + number % 10, held->smallest, held->largest)) || !walk_make_fit(walk) ||
	    !walk_tap(walk, CMD_BEGIN, WALK_ANY, WALK_ANY)) {
		return false;
	}
	if (number % 4 == 0) {
		walk_leave_step(walk);
		walk->now += 9 * MS_MINUTE;
	}
	/* From the sheet at once: what was not got to is part of the record. */
	if (walk_tap(walk, CMD_SHEET, SHEET_MORE, WALK_ANY)) {
		walk_tap(walk, CMD_END, WALK_ANY, WALK_ANY);
		walk_wait(walk, UNDO_WINDOW_MS + MS_SECOND);
	}
	/* What is not ended yet stands in its summary. */
	if (walk_core(walk)->meeting.live) {
		return walk_finish(walk);
	}
	if (walk_core(walk)->screen != SCREEN_HOME) {
		walk_may_tap(walk, CMD_GO, SCREEN_HOME, WALK_ANY);
	}
	return walk_core(walk)->screen == SCREEN_HOME;
}
