/* Between the two halves of core_apply. */
#ifndef SAMSYN_APPLY_H
#define SAMSYN_APPLY_H

#include "firmware/core/core.h"

/* Takes in a STORED event of a meeting. */
void apply_meeting(struct core *core, const struct event *event);
/* Those that are about groups, roles and what is repeated. */
void apply_step_cast(struct meeting *meeting, const struct event *event);
void apply_cast_drawn(struct meeting *meeting, const struct event *event);
void apply_run_refitted(struct meeting *meeting, const struct event *event);

#endif
