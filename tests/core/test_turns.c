/* Whose turn it is: everybody once, by seat or by lot, the leader last, two circles; and the speaker list. */
#include "tests/core/unit_test.h"

#include "firmware/core/turns.h"

#define EACH (30 * MS_SECOND)

/* Goes through the whole round; *turn_of[seat] is the place at which a seat speaks. Everybody speaks exactly once. */
static void speak(struct round *round, int32_t turn_of[PEOPLE_MAX])
{
	for (int32_t seat = 0; seat < round->people; seat++) {
		turn_of[seat] = -1;
	}
	for (int32_t place = 0; place < round->places; place++) {
		turns_begin(round, place, place * 1000, EACH);
		for (int32_t seat = 0; seat < round->people; seat++) {
			bool speaks = round->seat[seat] == SEAT_SPEAKS;

			assert_int_equal(speaks, round->place_of[seat] == place);
			if (speaks) {
				assert_int_equal(turn_of[seat], -1);
				turn_of[seat] = place;
			}
		}
		assert_int_equal(timer_left(&round->turn, place * 1000), EACH);
		turns_end(round, place, place % 3 == 0);
	}
	assert_int_equal(round->place, round->places);
	for (int32_t seat = 0; seat < round->people; seat++) {
		assert_true(turn_of[seat] >= 0);
		assert_int_equal(round->seat[seat], turn_of[seat] % 3 == 0 ? SEAT_PASSED : SEAT_DONE);
	}
}

/* Every way to order a round, for every group. */
static void everybody_once(void **state)
{
	(void)state;
	for (int32_t people = PEOPLE_MIN; people <= PEOPLE_MAX; people++) {
		for (int32_t way = 0; way < 8; way++) {
			bool random = (way & 1) != 0;
			bool leader_last = (way & 2) != 0;
			bool circles = (way & 4) != 0;
			int32_t turn_of[PEOPLE_MAX];
			struct round round;

			turns_set(&round, people, (uint64_t)people * 77 + 5, random, leader_last, circles);
			assert_int_equal(round.places, circles ? (people + 1) / 2 : people);
			speak(&round, turn_of);
			if (leader_last) {
				assert_int_equal(turn_of[0], round.places - 1);
			}
			if (!random && !leader_last && !circles) {
				for (int32_t seat = 0; seat < people; seat++) {
					assert_int_equal(turn_of[seat], seat);
				}
			}
		}
	}
}

static void same_chance_same_order(void **state)
{
	struct round a;
	struct round b;

	(void)state;
	turns_set(&a, 12, 99, true, false, false);
	turns_set(&b, 12, 99, true, false, false);
	assert_memory_equal(&a, &b, sizeof a);
	turns_set(&b, 12, 100, true, false, false);
	assert_memory_not_equal(&a, &b, sizeof a);
}

/* By lot: over many draws every seat stands at every place about as often (5 seats, 20 000 draws, six standard deviations). */
static void lots_are_fair(void **state)
{
	int32_t at[5][5] = {{0}};

	(void)state;
	for (uint64_t chance = 1; chance <= 20000; chance++) {
		struct round round;

		turns_set(&round, 5, chance * 0x9E3779B97F4A7C15U, true, false, false);
		for (int32_t seat = 0; seat < 5; seat++) {
			at[round.place_of[seat]][seat]++;
		}
	}
	for (int32_t place = 0; place < 5; place++) {
		for (int32_t seat = 0; seat < 5; seat++) {
			assert_in_range(at[place][seat], 4000 - 340, 4000 + 340);
		}
	}
}

static void hands_in_order(void **state)
{
	struct floor floor = {.speaker = -1};

	(void)state;
	floor_raise(&floor, 4);
	floor_raise(&floor, 2);
	floor_raise(&floor, 4);   /* twice is once */
	floor_raise(&floor, 9);
	assert_int_equal(floor.count, 3);
	assert_int_equal(floor_place(&floor, 4), 1);
	assert_int_equal(floor_place(&floor, 2), 2);
	assert_int_equal(floor_place(&floor, 9), 3);
	assert_int_equal(floor_place(&floor, 0), 0);
	floor_lower(&floor, 2);
	floor_lower(&floor, 7);
	assert_int_equal(floor.count, 2);
	assert_int_equal(floor_place(&floor, 9), 2);
	for (int32_t seat = 0; seat < PEOPLE_MAX; seat++) {
		floor_raise(&floor, seat);
	}
	assert_int_equal(floor.count, PEOPLE_MAX);
	assert_int_equal(floor_place(&floor, 4), 1);
	assert_int_equal(floor_place(&floor, 0), 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(everybody_once), cmocka_unit_test(same_chance_same_order), cmocka_unit_test(lots_are_fair),
		cmocka_unit_test(hands_in_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
