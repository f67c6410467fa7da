/* Agreement: published values, our own table, what holds for every group of up to twelve, and the words at their limits. */
#include "tests/core/unit_test.h"

#include "firmware/core/agree.h"

#define PEOPLE 12
#define LIMIT 5

static double of(struct ratio ratio)
{
	assert_true(ratio.den > 0);
	return (double)ratio.num / (double)ratio.den;
}

static bool near(double a, double b, double by)
{
	return a - b <= by && b - a <= by;
}

static bool is(struct ratio ratio, int64_t num, int64_t den)
{
	return ratio_compare(ratio, (struct ratio){num, den}) == 0;
}

static struct tally counts(int32_t a, int32_t b, int32_t c, int32_t d)
{
	return (struct tally){.count = {a, b, c, d, 0}};
}

/* The manual of agrmt 1.42.12 (CRAN), which prints seven digits for the first and two decimals for the others. */
static void published_values(void **state)
{
	static const int64_t first[] = {30, 40, 210, 130, 530, 50, 10};
	static const int64_t second[] = {24, 28, 32, 62, 135, 304, 416};
	static const int64_t third[] = {16, 26, 82, 210, 293, 270, 103};

	(void)state;
	assert_true(near(of(eijk_agreement_of(first, 7)), 0.6113333, 5e-8));
	assert_true(is(leik_dispersion_of(first, 7), 86, 300));
	assert_true(near(of(eijk_agreement_of(second, 7)), 0.61, 0.005));
	assert_true(near(of(eijk_agreement_of(third, 7)), 0.48, 0.005));
}

static void our_own_table(void **state)
{
	static const struct { int32_t count[4]; double consensus, agreement; } row[] = {
		{{8, 0, 0, 0}, 1, 1},           {{2, 2, 2, 2}, .3333, 0},      {{0, 4, 4, 0}, .6667, .6667}, {{4, 0, 4, 0}, .3333, -.1667},
		{{0, 1, 6, 1}, .8333, .75},     {{3, 1, 1, 3}, .1667, -.5},    {{0, 2, 4, 2}, .6667, .5},    {{4, 0, 0, 4}, 0, -1},
		{{1, 1, 5, 1}, .6667, .5},      {{0, 0, 2, 3}, .7333, .7333},  {{1, 3, 3, 1}, .5, .3333},    {{2, 0, 0, 3}, .2, -.6},
		{{1, 0, 0, 7}, .75, .5},        {{1, 4, 9, 6}, .6, .4333},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(row); i++) {
		struct tally tally = counts(row[i].count[0], row[i].count[1], row[i].count[2], row[i].count[3]);

		tally.count[UNSURE] = (int32_t)i;   /* "vet inte" is no answer on the scale */
		assert_true(near(1 - of(leik_dispersion(&tally)), row[i].consensus, 5e-5));
		assert_true(near(of(eijk_agreement(&tally)), row[i].agreement, 5e-5));
	}
}

/* ---- Every composition of up to twelve answers over four steps ---- */

static void every_composition(void (*look)(const struct tally *tally, int32_t n))
{
	for (int32_t n = 1; n <= PEOPLE; n++) {
		for (int32_t a = 0; a <= n; a++) {
			for (int32_t b = 0; a + b <= n; b++) {
				for (int32_t c = 0; a + b + c <= n; c++) {
					struct tally tally = counts(a, b, c, n - a - b - c);

					look(&tally, n);
				}
			}
		}
	}
}

/* The answers one by one, in order. */
static void spelled_out(const struct tally *tally, int32_t answer[PEOPLE])
{
	int32_t at = 0;

	for (int32_t i = 0; i < SCALE_STEPS; i++) {
		for (int32_t k = 0; k < tally->count[i]; k++) {
			answer[at++] = i;
		}
	}
}

/* Sum of the distances from the middle answer: D is twice its mean in lengths of the scale. */
static int32_t distance(const struct tally *tally, int32_t n)
{
	int32_t answer[PEOPLE];
	int32_t total = 0;

	spelled_out(tally, answer);
	for (int32_t i = 0; i < n; i++) {
		total += abs(answer[i] - answer[n / 2]);
	}
	return total;
}

/* Van der Eijk's A from the other side: one layer for each height, of the steps that reach it. */
static double agreement_by_heights(const struct tally *tally, int32_t n)
{
	double total = 0;

	for (int32_t height = 1; height <= n; height++) {
		bool s[SCALE_STEPS];
		int32_t filled = 0;
		int32_t uni = 0;
		int32_t bi = 0;
		double u;

		for (int32_t i = 0; i < SCALE_STEPS; i++) {
			s[i] = tally->count[i] >= height;
			filled += s[i] ? 1 : 0;
		}
		for (int32_t triple = 0; triple < 4; triple++) {   /* the step that is left out */
			bool t[3];

			for (int32_t i = 0, to = 0; i < SCALE_STEPS; i++) {
				if (i != triple) {
					t[to++] = s[i];
				}
			}
			uni += t[1] && t[0] != t[2] ? 1 : 0;
			bi += t[0] && !t[1] && t[2] ? 1 : 0;
		}
		u = filled == 1 ? 1 : uni + bi == 0 ? 0 : (2.0 * uni - 3.0 * bi) / (2.0 * (uni + bi));
		total += filled == 0 ? 0 : u * (1 - (filled - 1) / 3.0) * filled / n;
	}
	return total;
}

static void look_formulas(const struct tally *tally, int32_t n)
{
	assert_true(is(leik_dispersion(tally), 2 * distance(tally, n), 3 * n));
	assert_true(near(of(eijk_agreement(tally)), agreement_by_heights(tally, n), 1e-12));
	assert_int_equal(tally_on_scale(tally), n);
}

static void look_ends(const struct tally *tally, int32_t n)
{
	struct ratio d = leik_dispersion(tally);
	struct ratio a = eijk_agreement(tally);
	bool one_step = false;
	bool halves = tally->count[0] * 2 == n && tally->count[3] * 2 == n;

	for (int32_t i = 0; i < SCALE_STEPS; i++) {
		one_step = one_step || tally->count[i] == n;
	}
	assert_true(d.num >= 0 && d.num <= d.den && a.num >= -a.den && a.num <= a.den);
	assert_int_equal(d.num == 0, one_step);
	assert_int_equal(a.num == a.den, one_step);
	assert_int_equal(d.num == d.den, halves);
	assert_int_equal(a.num == -a.den, halves);
}

static void look_mirrored_and_multiplied(const struct tally *tally, int32_t n)
{
	struct tally mirrored = counts(tally->count[3], tally->count[2], tally->count[1], tally->count[0]);

	assert_int_equal(ratio_compare(leik_dispersion(tally), leik_dispersion(&mirrored)), 0);
	assert_int_equal(ratio_compare(eijk_agreement(tally), eijk_agreement(&mirrored)), 0);
	assert_int_equal(tally_verdict(tally, 1), tally_verdict(&mirrored, 1));
	for (int32_t times = 2; times <= 5; times++) {
		struct tally more = counts(tally->count[0] * times, tally->count[1] * times, tally->count[2] * times, tally->count[3] * times);

		assert_int_equal(ratio_compare(leik_dispersion(tally), leik_dispersion(&more)), 0);
		assert_int_equal(ratio_compare(eijk_agreement(tally), eijk_agreement(&more)), 0);
		/* Fewer than five have no word, however low the limit that is asked for. */
		if (n >= LIMIT_MIN) {
			assert_int_equal(tally_verdict(tally, 1), tally_verdict(&more, 1));
		} else {
			assert_int_equal(tally_verdict(tally, 1), VERDICT_TOO_FEW);
		}
	}
}

/* One person who moves one step changes D by at most 2 / (3 n). */
static void look_one_step(const struct tally *tally, int32_t n)
{
	for (int32_t i = 0; i + 1 < SCALE_STEPS; i++) {
		struct tally moved = *tally;
		double change;

		if (moved.count[i] == 0) {
			continue;
		}
		moved.count[i]--;
		moved.count[i + 1]++;
		change = of(leik_dispersion(&moved)) - of(leik_dispersion(tally));
		assert_true(near(change, 0, 2.0 / (3.0 * n) + 1e-12));
	}
}

static void look_median(const struct tally *tally, int32_t n)
{
	int32_t answer[PEOPLE];

	spelled_out(tally, answer);
	assert_int_equal(tally_lower_median(tally), answer[(n - 1) / 2]);
}

/* The words, from the distances in whole numbers: C >= 3/4 is 8 S <= 3 n, C >= 6/10 is 5 S <= 3 n. */
static void look_words(const struct tally *tally, int32_t n)
{
	int32_t s = distance(tally, n);
	bool apart = tally->count[0] > 0 && tally->count[3] > 0;
	enum verdict expected = agreement_by_heights(tally, n) < -1e-9 ? VERDICT_TWO_CAMPS
	                        : 8 * s <= 3 * n && !apart             ? VERDICT_UNITED
	                        : 5 * s <= 3 * n                       ? VERDICT_FAIRLY_UNITED
	                                                               : VERDICT_DIFFERENT;

	for (int32_t limit = LIMIT; limit <= 20; limit++) {
		struct tally unsure = *tally;

		assert_int_equal(tally_verdict(tally, limit), n < limit ? VERDICT_TOO_FEW : expected);
		unsure.count[UNSURE] = limit;   /* however many are not sure */
		assert_int_equal(tally_verdict(&unsure, limit), n < limit ? VERDICT_TOO_FEW : expected);
	}
}

static void every_group_of_up_to_twelve(void **state)
{
	(void)state;
	every_composition(look_formulas);
	every_composition(look_ends);
	every_composition(look_mirrored_and_multiplied);
	every_composition(look_one_step);
	every_composition(look_median);
	every_composition(look_words);
}

static enum verdict word(int32_t a, int32_t b, int32_t c, int32_t d)
{
	struct tally tally = counts(a, b, c, d);

	return tally_verdict(&tally, LIMIT);
}

/* Exactly on a limit is inside it; one answer further is outside. */
static void words_on_their_limits(void **state)
{
	struct tally on_limit = counts(0, 0, 3, 5);

	(void)state;
	assert_true(is(leik_dispersion(&on_limit), 1, 4));
	assert_int_equal(word(0, 0, 3, 5), VERDICT_UNITED);
	assert_int_equal(word(5, 3, 0, 0), VERDICT_UNITED);
	assert_int_equal(word(0, 0, 4, 5), VERDICT_FAIRLY_UNITED);   /* C = 0.704 */
	assert_int_equal(word(0, 0, 24, 40), VERDICT_UNITED);        /* C = 0.75 again, with more people */
	assert_int_equal(word(0, 0, 25, 40), VERDICT_FAIRLY_UNITED);
	assert_int_equal(word(1, 0, 0, 7), VERDICT_FAIRLY_UNITED);   /* C = 0.75, but two answers three steps apart */
	on_limit = counts(0, 2, 2, 1);
	assert_true(is(leik_dispersion(&on_limit), 4, 10));
	assert_int_equal(word(0, 2, 2, 1), VERDICT_FAIRLY_UNITED);
	assert_int_equal(word(1, 4, 9, 6), VERDICT_FAIRLY_UNITED);   /* C = 0.6 */
	assert_int_equal(word(1, 5, 9, 6), VERDICT_DIFFERENT);       /* C = 0.587 */
	assert_int_equal(word(4, 0, 4, 0), VERDICT_TWO_CAMPS);
	assert_int_equal(word(2, 2, 2, 2), VERDICT_DIFFERENT);       /* A = 0 is not two camps */
}

/* "Vet inte" counts towards no limit: five ballots with one "vet inte" are four answers on the scale. */
static void unsure_is_not_on_the_scale(void **state)
{
	struct tally tally = {.count = {0, 0, 4, 0, 30}};

	(void)state;
	assert_int_equal(tally_on_scale(&tally), 4);
	assert_int_equal(tally_verdict(&tally, LIMIT), VERDICT_TOO_FEW);
	tally.count[0] = 1;
	assert_int_equal(tally_on_scale(&tally), 5);
	assert_int_not_equal(tally_verdict(&tally, LIMIT), VERDICT_TOO_FEW);
	assert_int_equal(tally_lower_median(&tally), 2);
}

static void nobody_at_all(void **state)
{
	struct tally tally = counts(0, 0, 0, 0);

	(void)state;
	assert_true(is(leik_dispersion(&tally), 0, 1));
	assert_true(is(eijk_agreement(&tally), 0, 1));
	assert_int_equal(tally_verdict(&tally, LIMIT), VERDICT_TOO_FEW);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(published_values),
		cmocka_unit_test(our_own_table),
		cmocka_unit_test(every_group_of_up_to_twelve),
		cmocka_unit_test(words_on_their_limits),
		cmocka_unit_test(unsure_is_not_on_the_scale),
		cmocka_unit_test(nobody_at_all),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
