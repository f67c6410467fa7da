/* A clock for a step or a turn. Deadlines, never counting: what is left is computed from the session clock. */
#ifndef SAMSYN_TIMER_H
#define SAMSYN_TIMER_H

#include "firmware/base/base.h"

struct timer {
	ms_t budget;     /* what it was given, with what was added or taken since */
	ms_t spent;      /* used up to `since` */
	ms_t since;      /* session time at which it last started; meaningless while it stands still */
	int64_t running; /* 1 or 0; as wide as the rest, so that no byte lies between the fields and two can be compared */
};

struct timer timer_started(ms_t now, ms_t budget);
ms_t timer_elapsed(const struct timer *timer, ms_t now);
/* May be negative: a conversation runs on, calmly. */
ms_t timer_left(const struct timer *timer, ms_t now);
void timer_pause(struct timer *timer, ms_t now);
void timer_resume(struct timer *timer, ms_t now);
/* Moves what is left by `by` without touching what was used; the budget never falls below zero. */
void timer_give(struct timer *timer, ms_t by);
/* Corrects what was used (a meeting that began before anyone touched the screen); never below zero. */
void timer_correct(struct timer *timer, ms_t now, ms_t by);
/* The session time at which what is left passes `left`; MS_NEVER while it stands still or once it has passed. */
ms_t timer_reaches(const struct timer *timer, ms_t now, ms_t left);

#endif
