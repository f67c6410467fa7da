/* A clock for a step or a turn. */
#include "firmware/core/timer.h"

struct timer timer_started(ms_t now, ms_t budget)
{
	return (struct timer){.budget = budget, .spent = 0, .since = now, .running = 1};
}

ms_t timer_elapsed(const struct timer *timer, ms_t now)
{
	return timer->spent + (timer->running != 0 ? now - timer->since : 0);
}

ms_t timer_left(const struct timer *timer, ms_t now)
{
	return timer->budget - timer_elapsed(timer, now);
}

void timer_pause(struct timer *timer, ms_t now)
{
	timer->spent = timer_elapsed(timer, now);
	timer->running = 0;
}

void timer_resume(struct timer *timer, ms_t now)
{
	if (timer->running == 0) {
		timer->since = now;
		timer->running = 1;
	}
}

void timer_give(struct timer *timer, ms_t by)
{
	timer->budget = max_ms(timer->budget + by, 0);
}

void timer_correct(struct timer *timer, ms_t now, ms_t by)
{
	timer->spent = max_ms(timer_elapsed(timer, now) + by, 0);
	timer->since = now;
}

ms_t timer_reaches(const struct timer *timer, ms_t now, ms_t left)
{
	ms_t until = timer_left(timer, now) - left;

	return timer->running != 0 && until > 0 ? now + until : MS_NEVER;
}
