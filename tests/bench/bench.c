/* What the benchmarks share. */
#include "tests/bench/bench.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "firmware/base/str.h"

#define TEXTS 16
#define TEXT_SIZE 160
#define WHAT_WIDTH 58
#define MEASURED_WIDTH 26
#define REFERENCE_WIDTH 44

static double now_us(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

double bench_us(void)
{
	return now_us(CLOCK_MONOTONIC);
}

double bench_own_us(void)
{
	return now_us(CLOCK_PROCESS_CPUTIME_ID);
}

void samples_add(struct samples *samples, double value)
{
	if (samples->count < SAMPLES_MOST) {
		samples->at[samples->count++] = value;
	}
}

static int by_size(const void *a, const void *b)
{
	const double left = *(const double *)a, right = *(const double *)b;

	return left < right ? -1 : left > right ? 1 : 0;
}

double samples_at(struct samples *samples, int32_t percent)
{
	if (samples->count == 0) {
		return 0;
	}
	qsort(samples->at, (size_t)samples->count, sizeof samples->at[0], by_size);
	return samples->at[min_i32(samples->count - 1, samples->count * percent / 100)];
}

double samples_median(struct samples *samples)
{
	return samples_at(samples, 50);
}

const char *bench_say(const char *format, ...)
{
	static char texts[TEXTS][TEXT_SIZE];
	static int32_t next;
	char *text = texts[next++ % TEXTS];
	va_list args;

	va_start(args, format);
	vsnprintf(text, TEXT_SIZE, format, args);
	va_end(args);
	return text;
}

static void column(const char *text, int32_t width)
{
	const int32_t letters = (int32_t)str_letters(text);

	printf("%s%*s", text, max_i32(width - letters, 1), "");
}

void bench_line(const char *what, const char *measured, const char *reference, const char *aim)
{
	column(what, WHAT_WIDTH);
	column(measured, MEASURED_WIDTH);
	column(reference, REFERENCE_WIDTH);
	printf("%s\n", aim);
	fflush(stdout);
}
