/* Between the parts of core_decide. */
#ifndef SAMSYN_DECIDE_H
#define SAMSYN_DECIDE_H

#include "firmware/core/core.h"

/* One decision in the making: what is looked at, and the facts so far. */
struct decision {
	const struct core *core;
	const struct material *material;
	ms_t now;
	const struct command *command;
	struct event *out;
	int32_t count;
	enum refusal why;
};

/* Adds a fact of this kind, zeroed but for its time; the caller fills in the rest. */
struct event *decide_add(struct decision *d, enum event_kind kind);
/* The same with n[0]. */
void decide_add_n(struct decision *d, enum event_kind kind, int32_t n);
void decide_refuse(struct decision *d, enum refusal why);

/* Each takes the commands of its family. */
void decide_about(struct decision *d);      /* getting about, settings, set-up */
void decide_setup(struct decision *d);
void decide_step(struct decision *d);       /* any step: next, clocks, people */
void decide_turns(struct decision *d);      /* rounds and open talk */
void decide_rating(struct decision *d);     /* secret answers */
void decide_words(struct decision *d);      /* shared answers, notes, letters */
void decide_tick(struct decision *d);       /* time has passed */

/* Begins step `at`, with what its kind needs from the start. */
void decide_begin_step(struct decision *d, int32_t at);
/* The same for a step and groups as they will be when the facts so far are taken in. */
void decide_start_step(struct decision *d, int32_t at, const struct step *step, const struct cast *cast);
/* Leaves the step that is on for the next. */
void decide_leave_step(struct decision *d, enum step_status status);
/* The turn that is on is over. */
void decide_end_turn(struct decision *d, bool passed);
/* Groups and roles: who has which, and how often what is repeated is done with so many people. */
void decide_cast(struct decision *d);
void decide_draw(struct decision *d, const struct step *step, const struct cast *cast);
void decide_refit_runs(struct decision *d, int32_t people);
/* The time of a step, or a turn, with a hard end. */
bool decide_bell_due(const struct core *core, ms_t now);
ms_t decide_bell_at(const struct core *core);
void decide_ring(struct decision *d);
void decide_close_rating(struct decision *d);
/* Ends the meeting: in the middle of it the rest is parked and the summary stands first; from the summary it is over. */
void decide_end(struct decision *d);
void decide_cancel_rating(struct decision *d);
/* True if the keyboard may open on that text. */
bool decide_may_edit(const struct core *core, enum edit what, int32_t which);
/* True if set-up's wish can be made into a plan; fills it in. */
bool decide_plan(const struct core *core, const struct material *material, const struct setup *setup, struct plan *plan);
/* Set-up as it opens for an agenda and, where it rates, a theme and as many after it as `themes` says (0: as the agenda asks): the
   usual hour, or the shortest time that holds it. */
struct setup setup_for(const struct core *core, const struct material *material, int32_t agenda, int32_t theme, int32_t themes);
/* The first statement of the team's instrument that set-up would rate, and how many. */
int32_t setup_statements(const struct core *core, const struct material *material, const struct setup *setup, int32_t *first);
/* The audience was chosen anew: what set-up rates is looked up in the instrument of that one. */
void decide_audience(struct decision *d, const struct instrument *instrument);

#endif
