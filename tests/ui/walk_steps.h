/* What the parts of the walk share: getting to a step, and past it. */
#ifndef SAMSYN_WALK_STEPS_H
#define SAMSYN_WALK_STEPS_H

#include "firmware/core/core.h"
#include "tests/ui/walk.h"

/* The agenda with that id, or 0. */
int32_t walk_agenda(const struct walk *walk, const char *id);
/* From home to set-up for that agenda. */
bool walk_setup(struct walk *walk, int32_t agenda);
/* Sets how many and, at least, how long; takes the ways out that are offered until it fits. */
bool walk_people(struct walk *walk, int32_t people);
bool walk_minutes(struct walk *walk, int32_t minutes);
bool walk_make_fit(struct walk *walk);
/* From home into a meeting. */
bool walk_meet(struct walk *walk, const char *agenda, int32_t people);

const struct step *walk_step(const struct walk *walk);
bool walk_on(const struct walk *walk, enum step_kind kind);
/* Leaves the step that is on by its own way on, or as what there was no time for. */
bool walk_leave_step(struct walk *walk);
/* Leaves steps until one of that kind is on. */
bool walk_to(struct walk *walk, enum step_kind kind);
/* Writes a note at a step that takes notes. */
bool walk_note(struct walk *walk, const char *text);
/* All steps behind, the meeting ended, and home again. */
bool walk_finish(struct walk *walk);

/* A ballot from "I am ready" to the box; voter and statement choose the answers so that every kind of result comes about. */
bool walk_ballot(struct walk *walk, int32_t voter);

/* Whole meetings, from home to home. */
bool walk_hold_rating(struct walk *walk, int32_t people);
bool walk_hold_talk(struct walk *walk, int32_t agenda, int32_t number);

#endif
