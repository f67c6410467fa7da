/* The screen dims when nobody has touched it for a while. The touch or the key that wakes it does nothing else. */
#ifndef SAMSYN_APP_DOZE_H
#define SAMSYN_APP_DOZE_H

#include "firmware/base/input.h"

#define DOZE_AFTER_MS (10 * MS_MINUTE)

struct doze {
	ms_t touched;            /* board clock: when a hand last did anything */
	bool dim;
	enum input_key waking;   /* the key that woke it and has not come up; KEY_NONE none */
};

/* Takes note of what a hand did. True if that belongs to waking alone and nothing else may come of it. A finger that wakes is let
   through: on a dim screen it finds nothing to touch, and what it began there it ends there. */
bool doze_hears(struct doze *doze, const struct input *in, ms_t now);
/* Lets time pass; `may`: nothing is going on that must stay in sight. */
void doze_pass(struct doze *doze, bool may, ms_t now);
/* When the screen dims if no hand does anything; MS_NEVER. */
ms_t doze_wake(const struct doze *doze, bool may);

#endif
