/* Rules that always hold, and what a replay must bring back. */
#include "firmware/core/core.h"

#include "firmware/core/turns.h"

#include <string.h>

bool core_replayed(const struct core *live, const struct core *replayed)
{
	return memcmp(&live->settings, &replayed->settings, sizeof live->settings) == 0 &&
	       memcmp(&live->meeting, &replayed->meeting, sizeof live->meeting) == 0;
}

static const char *steps_broken(const struct meeting *meeting)
{
	int32_t now = 0;

	for (int32_t i = 0; i < meeting->step_count; i++) {
		const struct step *step = &meeting->steps[i];

		now += step->status == STEP_NOW ? 1 : 0;
		if (step->planned_ms < 0 || step->spent_ms < 0) {
			return "a step with less than no time";
		}
		if (step->status == STEP_TODO && i < meeting->at) {
			return "a step that was passed by in silence";
		}
		if (step->status == STEP_TODO && step->kind == STEP_ROUND &&
		    step->planned_ms < step_places(step, meeting->people) * step->each_s * MS_SECOND) {
			return "a round shorter than its people need";
		}
	}
	if (meeting->live && !meeting->all_done && now != 1) {
		return "not one step on";
	}
	return meeting->all_done && now != 0 ? "a step on after the last" : NULL;
}

/* Every turn is somebody's, and everybody who speaks has one. */
static const char *round_broken(const struct meeting *meeting)
{
	const struct round *round = &meeting->round;
	int32_t speaking = 0;

	if (!round->set) {
		return NULL;
	}
	for (int32_t place = 0; place < round->places; place++) {
		if (turns_speaker(round, place) < 0) {
			return "a turn that is nobody's";
		}
	}
	for (int32_t seat = 0; seat < round->people; seat++) {
		if (round->place_of[seat] >= round->places || (round->place_of[seat] < 0 && round->seat[seat] != SEAT_LISTENS)) {
			return "an order that leaves somebody out";
		}
		if (round->seat[seat] == SEAT_SPEAKS && round->place_of[seat] != round->place) {
			return "somebody speaks out of turn";
		}
		speaking += round->seat[seat] == SEAT_SPEAKS ? 1 : 0;
	}
	if (round->place < 0 || round->place > round->places) {
		return "a turn that is nobody's";
	}
	if (round->open_up ? speaking != 0 : speaking < 1 || (!round->cast && speaking > (round->circles ? 2 : 1))) {
		return "too many or too few speak";
	}
	return NULL;
}

/* Whoever is here is in one group, once, and nobody else is. */
static const char *cast_broken(const struct meeting *meeting)
{
	const struct cast *cast = &meeting->cast;
	bool taken[PEOPLE_MAX] = {false};
	int32_t here = 0;

	if (cast->set == 0) {
		return NULL;
	}
	for (int32_t i = 0; i < cast->count; i++) {
		int32_t seat = cast->seat[i];

		if (seat >= meeting->people || (seat >= 0 && taken[seat]) || cast->group[i] < 0 || cast->group[i] >= cast->groups) {
			return "a group with somebody who is not here, or twice";
		}
		if (seat >= 0) {
			taken[seat] = true;
			here++;
		}
	}
	return here == meeting->people ? NULL : "somebody without a group";
}

/* The turns of a run stand one after the other, and have the same steps. */
static const char *runs_broken(const struct meeting *meeting)
{
	for (int32_t i = 1; i < meeting->step_count; i++) {
		const struct step *before = &meeting->steps[i - 1];
		const struct step *step = &meeting->steps[i];

		if (step->run != 0 && step->run == before->run && step->turn != before->turn && step->turn != before->turn + 1) {
			return "a turn that is left out";
		}
	}
	return NULL;
}

static const char *floor_broken(const struct meeting *meeting)
{
	for (int32_t i = 0; i < meeting->floor.count; i++) {
		if (meeting->floor.queue[i] < 0 || meeting->floor.queue[i] >= meeting->people) {
			return "somebody waits to speak who is not here";
		}
	}
	return meeting->floor.speaker < -1 || meeting->floor.speaker >= meeting->people ? "somebody speaks who is not here" : NULL;
}

static const char *rating_broken(const struct core *core)
{
	const struct meeting *meeting = &core->meeting;

	if (meeting->rating.phase == RATING_OPEN && meeting->live && box_laid(&core->answering.box) > meeting->rating.roll) {
		return "more ballots than people";
	}
	for (int32_t i = 0; i < meeting->statement_count; i++) {
		const struct tally *tally = &meeting->tallies[i];
		int32_t all = tally_on_scale(tally) + tally->count[UNSURE];

		/* A statement with too few answers on the scale is kept without counts. */
		if (all != 0 && (meeting->rating.phase != RATING_CLOSED || all != meeting->rating.laid)) {
			return "counts that do not add up to the ballots";
		}
		if (all != 0 && tally_on_scale(tally) < meeting->rating.limit) {
			return "counts that may not be shown";
		}
	}
	if (meeting->rating.phase == RATING_CLOSED && meeting->rating.laid < meeting->rating.limit) {
		return "a result under the limit";
	}
	return meeting->rating.phase != RATING_NOT_YET && meeting->rating.phase != RATING_CANCELLED && meeting->rating.limit < LIMIT_MIN
	               ? "a limit under five"
	               : NULL;
}

static const char *words_broken(const struct core *core)
{
	const struct meeting *meeting = &core->meeting;

	if (meeting->note_count < 0 || meeting->note_count > NOTES_MAX || meeting->shared_count > SHARED_MAX) {
		return "more notes than there is room for";
	}
	if (meeting->cases && meeting->note_count + meeting->shared_count > 0) {
		return "words kept from a meeting about pupils";
	}
	if (core->edit.cursor < 0 || (size_t)core->edit.cursor > strlen(core->edit.text)) {
		return "a cursor outside its text";
	}
	return NULL;
}

const char *core_broken(const struct core *core)
{
	const struct meeting *meeting = &core->meeting;
	const char *broken = NULL;

	if (core->settings.value[SET_LIMIT] < LIMIT_MIN) {
		return "a limit under five";
	}
	if (meeting->live) {
		broken = steps_broken(meeting);
		broken = broken != NULL ? broken : round_broken(meeting);
		broken = broken != NULL ? broken : cast_broken(meeting);
		broken = broken != NULL ? broken : runs_broken(meeting);
		broken = broken != NULL ? broken : floor_broken(meeting);
	}
	broken = broken != NULL ? broken : rating_broken(core);
	return broken != NULL ? broken : words_broken(core);
}
