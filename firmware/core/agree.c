/* How united a set of ordinal answers is. Whole numbers throughout. */
#include "firmware/core/agree.h"

int32_t tally_on_scale(const struct tally *tally)
{
	int32_t total = 0;

	for (int32_t i = 0; i < SCALE_STEPS; i++) {
		total += tally->count[i];
	}
	return total;
}

int32_t tally_lower_median(const struct tally *tally)
{
	int32_t total = tally_on_scale(tally);
	int32_t below = 0;

	assert(total > 0);
	for (int32_t i = 0; i < SCALE_STEPS; i++) {
		below += tally->count[i];
		if (below * 2 >= total) {
			return i;
		}
	}
	return SCALE_STEPS - 1;
}

static int64_t sum(const int64_t *count, int32_t k)
{
	int64_t total = 0;

	for (int32_t i = 0; i < k; i++) {
		total += count[i];
	}
	return total;
}

struct ratio leik_dispersion_of(const int64_t *count, int32_t k)
{
	int64_t total = sum(count, k);
	int64_t below = 0;
	int64_t distance = 0;

	if (total == 0) {
		return (struct ratio){0, 1};
	}
	for (int32_t i = 0; i < k - 1; i++) {
		below += count[i];
		distance += below * 2 <= total ? below : total - below;
	}
	return (struct ratio){2 * distance, total * (k - 1)};
}

/* Agreement of one layer, a set of steps that are used (1) or not (0), times (k - 1) (k - 2) (tu + tdu) to stay whole. */
static struct ratio layer_agreement(const bool *used, int32_t k)
{
	int64_t filled = 0;
	int64_t unimodal = 0;   /* triplets 110 and 011 */
	int64_t bimodal = 0;    /* triplets 101 */

	for (int32_t i = 0; i < k; i++) {
		filled += used[i] ? 1 : 0;
		for (int32_t j = i + 1; j < k; j++) {
			for (int32_t m = j + 1; m < k; m++) {
				unimodal += (used[i] && used[j] && !used[m]) || (!used[i] && used[j] && used[m]) ? 1 : 0;
				bimodal += used[i] && !used[j] && used[m] ? 1 : 0;
			}
		}
	}
	if (filled == 1) {
		return (struct ratio){1, 1};
	}
	if (unimodal + bimodal == 0) {
		return (struct ratio){0, 1};
	}
	return (struct ratio){((k - 2) * unimodal - (k - 1) * bimodal) * (k - filled),
	                      (k - 2) * (unimodal + bimodal) * (k - 1)};
}

static int64_t gcd(int64_t a, int64_t b)
{
	while (b != 0) {
		int64_t rest = a % b;

		a = b;
		b = rest;
	}
	return a < 0 ? -a : a;
}

static struct ratio plus(struct ratio a, struct ratio b)
{
	struct ratio total = {a.num * b.den + b.num * a.den, a.den * b.den};
	int64_t common = gcd(total.num, total.den);

	return (struct ratio){total.num / common, total.den / common};
}

struct ratio eijk_agreement_of(const int64_t *count, int32_t k)
{
	int64_t left[8];
	int64_t total = sum(count, k);
	struct ratio agreement = {0, 1};

	assert(k >= 3 && k <= 8);
	for (int32_t i = 0; i < k; i++) {
		left[i] = count[i];
	}
	for (int32_t layer = 0; layer < k && total > 0; layer++) {
		bool used[8] = {false};
		int64_t lowest = INT64_MAX;
		int64_t size = 0;
		struct ratio part;

		for (int32_t i = 0; i < k; i++) {
			used[i] = left[i] > 0;
			lowest = used[i] && left[i] < lowest ? left[i] : lowest;
		}
		if (lowest == INT64_MAX) {
			break;
		}
		for (int32_t i = 0; i < k; i++) {
			left[i] -= used[i] ? lowest : 0;
			size += used[i] ? lowest : 0;
		}
		part = layer_agreement(used, k);
		agreement = plus(agreement, (struct ratio){part.num * size, part.den * total});
	}
	return agreement;
}

static void widen(const struct tally *tally, int64_t count[SCALE_STEPS])
{
	for (int32_t i = 0; i < SCALE_STEPS; i++) {
		count[i] = tally->count[i];
	}
}

struct ratio leik_dispersion(const struct tally *tally)
{
	int64_t count[SCALE_STEPS];

	widen(tally, count);
	return leik_dispersion_of(count, SCALE_STEPS);
}

struct ratio eijk_agreement(const struct tally *tally)
{
	int64_t count[SCALE_STEPS];

	widen(tally, count);
	return eijk_agreement_of(count, SCALE_STEPS);
}

int ratio_compare(struct ratio a, struct ratio b)
{
	int64_t left = a.num * b.den;
	int64_t right = b.num * a.den;

	return left < right ? -1 : left > right ? 1 : 0;
}

static bool three_apart(const struct tally *tally)
{
	for (int32_t i = 0; i + 3 < SCALE_STEPS; i++) {
		for (int32_t j = i + 3; j < SCALE_STEPS; j++) {
			if (tally->count[i] > 0 && tally->count[j] > 0) {
				return true;
			}
		}
	}
	return false;
}

enum verdict tally_verdict(const struct tally *tally, int32_t limit)
{
	struct ratio spread = leik_dispersion(tally);

	if (tally_on_scale(tally) < max_i32(limit, LIMIT_MIN)) {
		return VERDICT_TOO_FEW;
	}
	if (eijk_agreement(tally).num < 0) {
		return VERDICT_TWO_CAMPS;
	}
	/* C >= 3/4 is D <= 1/4; C >= 6/10 is D <= 4/10. */
	if (ratio_compare(spread, (struct ratio){1, 4}) <= 0 && !three_apart(tally)) {
		return VERDICT_UNITED;
	}
	if (ratio_compare(spread, (struct ratio){4, 10}) <= 0) {
		return VERDICT_FAIRLY_UNITED;
	}
	return VERDICT_DIFFERENT;
}
