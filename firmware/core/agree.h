/* How united a set of ordinal answers is. */
#ifndef SAMSYN_AGREE_H
#define SAMSYN_AGREE_H

#include "firmware/core/material.h"

/* Answers to one statement: [0..SCALE_STEPS) the scale from the lowest, [UNSURE] "vet inte". */
struct tally {
	int32_t count[ANSWERS];
};

/* Fewer answers than this are never shown, whatever limit is asked for. */
#define LIMIT_MIN 5

enum verdict { VERDICT_TOO_FEW, VERDICT_UNITED, VERDICT_FAIRLY_UNITED, VERDICT_DIFFERENT, VERDICT_TWO_CAMPS };

/* A fraction with whole numbers, so that limits such as 0.75 are met exactly. den > 0. */
struct ratio {
	int64_t num, den;
};

/* Answers on the scale; "vet inte" is not one. */
int32_t tally_on_scale(const struct tally *tally);
/* The lower median as a step, 0 .. SCALE_STEPS - 1. Needs at least one answer on the scale. */
int32_t tally_lower_median(const struct tally *tally);
/* Leik's ordinal dispersion (R. K. Leik, "A measure of ordinal consensus", 1966):
   D = 2 * sum over i < k of min(F_i, n - F_i) / (n (k - 1)), F the cumulated counts. 0 all alike, 1 half at each end. */
struct ratio leik_dispersion(const struct tally *tally);
/* Van der Eijk's A (C. van der Eijk, "Measuring agreement in ordered rating scales", 2001): counts split into layers, each layer's
   A = U (1 - (S - 1) / (K - 1)) weighted by its size. -1 half at each end, 0 even, 1 all on one step. */
struct ratio eijk_agreement(const struct tally *tally);
/* The word for a statement: A < 0 two camps; else C = 1 - D >= 0.75 with no two answers three steps apart united; C >= 0.6 fairly
   united; else different pictures. Under `limit` answers on the scale: too few. */
enum verdict tally_verdict(const struct tally *tally, int32_t limit);

/* General forms for k steps, 3 <= k <= 8, used by the two above and held against published values in the tests. */
struct ratio leik_dispersion_of(const int64_t *count, int32_t k);
struct ratio eijk_agreement_of(const int64_t *count, int32_t k);
/* <0, 0, >0 as a is less than, equal to, more than b. */
int ratio_compare(struct ratio a, struct ratio b);

#endif
