/* Between the two halves of core_apply. */
#ifndef SAMSYN_APPLY_H
#define SAMSYN_APPLY_H

#include "firmware/core/core.h"

/* Takes in a STORED event of a meeting. */
void apply_meeting(struct core *core, const struct event *event);

#endif
