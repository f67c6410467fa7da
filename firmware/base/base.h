/* What every other file needs: time in milliseconds, checked results, array lengths. */
#ifndef SAMSYN_BASE_H
#define SAMSYN_BASE_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "firmware/base/banned.h"

/* Milliseconds. A point on the session clock, which never goes backwards, or a length of time. */
typedef int64_t ms_t;
#define MS_NEVER INT64_MAX
#define MS_SECOND ((ms_t)1000)
#define MS_MINUTE ((ms_t)60000)

#define MUST_USE __attribute__((warn_unused_result))
#define PRINTF_LIKE(text, first) __attribute__((format(printf, text, first)))
#define ARRAY_LEN(a) (sizeof(a) / sizeof((a)[0]))
#define UNREACHABLE() assert(0 && "reached what cannot be reached")

static inline int32_t min_i32(int32_t a, int32_t b) { return a < b ? a : b; }
static inline int32_t max_i32(int32_t a, int32_t b) { return a > b ? a : b; }
static inline int32_t clamp_i32(int32_t v, int32_t lo, int32_t hi) { return v < lo ? lo : v > hi ? hi : v; }
static inline ms_t min_ms(ms_t a, ms_t b) { return a < b ? a : b; }
static inline ms_t max_ms(ms_t a, ms_t b) { return a > b ? a : b; }

#endif
