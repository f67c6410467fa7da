/* What the benchmarks share: time, medians, and one line of the table. */
#ifndef SAMSYN_BENCH_H
#define SAMSYN_BENCH_H

#include "firmware/base/base.h"

#define SAMPLES_MOST 20000

/* Microseconds on a clock that never goes back, and of this program's own work: what others do meanwhile does not count. */
double bench_us(void);
double bench_own_us(void);

struct samples {
	int32_t count;
	double at[SAMPLES_MOST];
};

void samples_add(struct samples *samples, double value);
/* Sorts them. 0 where there are none. */
double samples_median(struct samples *samples);
double samples_at(struct samples *samples, int32_t percent);

/* A line: what, how much and of what; what stands beside it; what is aimed at ("" nothing). */
void bench_line(const char *what, const char *measured, const char *reference, const char *aim);
/* printf into a text that lasts until the sixteenth call from here. */
const char *bench_say(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
