/* The heart: what a wish means now, and what a fact changes. Pure: time and chance are passed in. */
#ifndef SAMSYN_CORE_H
#define SAMSYN_CORE_H

#include "firmware/core/command.h"
#include "firmware/core/state.h"

#define EVENTS_MAX 300           /* one command never makes more */

#define BALLOT_MASK_MS (30 * MS_SECOND)
#define BALLOT_ASK_MS (60 * MS_SECOND)
#define BALLOT_DISCARD_MS (120 * MS_SECOND)
#define UNDO_WINDOW_MS (5 * MS_SECOND)
#define CHECKPOINT_MS (10 * MS_SECOND)

/* Why a command was refused. REFUSAL_NONE also stands for "nothing to do". */
enum refusal {
	REFUSAL_NONE,
	REFUSAL_NOT_HERE,        /* means nothing on this screen or in this step */
	REFUSAL_DOES_NOT_FIT,    /* the plan has no room */
	REFUSAL_BOUND,           /* as many (or as few) as there can be */
	REFUSAL_UNANSWERED,      /* the ballot is not whole */
	REFUSAL_TOO_FEW          /* fewer ballots than the limit */
};

/* A new machine: settings at their initial values, first run. */
void core_init(struct core *core);
/* Decides what `command` means at session time `now` and writes events to out[EVENTS_MAX]; returns how many; 0 with *why set is a
   refusal. Changes nothing. `now` never lies before core->at. */
int32_t core_decide(const struct core *core, const struct material *material, ms_t now, const struct command *command,
                    struct event *out, enum refusal *why);
/* Takes a fact in. Total: it cannot fail. */
void core_apply(struct core *core, const struct event *event);
/* The next session time at which time alone makes something happen (send TICK then); MS_NEVER if nothing will. */
ms_t core_deadline(const struct core *core);
/* True if replaying the journal gives all that `live` knows and a cut should not take: the settings and the meeting. The open ballot
   box, the screen and what can be undone are left out. */
bool core_replayed(const struct core *live, const struct core *replayed);
/* Rules that always hold; the name of the first one broken, or NULL. For the tests and for `samsyn verify`. */
const char *core_broken(const struct core *core);

#endif
