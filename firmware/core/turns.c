/* Whose turn it is. */
#include "firmware/core/turns.h"

#include <string.h>

/* splitmix64 (G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", 2014): the same chance, the same order. */
static uint64_t next_chance(uint64_t *state)
{
	uint64_t mixed;

	*state += 0x9E3779B97F4A7C15U;
	mixed = *state;
	mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9U;
	mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBU;
	return mixed ^ mixed >> 31;
}

static void draw_lots(int32_t order[], int32_t count, uint64_t chance)
{
	for (int32_t i = count - 1; i > 0; i--) {
		int32_t j = (int32_t)(next_chance(&chance) % (uint64_t)(i + 1));
		int32_t held = order[i];

		order[i] = order[j];
		order[j] = held;
	}
}

/* The seat speaks in the last turn: last of the first `places`, after a change of places with whoever is there if it is beyond them. */
static void move_last(int32_t order[], int32_t places, int32_t people, int32_t seat)
{
	int32_t to = 0;

	for (int32_t i = places; i < people; i++) {
		order[i] = order[i] == seat ? order[places - 1] : order[i];
	}
	for (int32_t i = 0; i < places && to < places - 1; i++) {
		if (order[i] != seat) {
			order[to++] = order[i];
		}
	}
	order[places - 1] = seat;
}

void turns_set(struct round *round, int32_t people, uint64_t chance, bool random, bool leader_last, bool circles)
{
	memset(round, 0, sizeof *round);   /* and not a literal: states are compared byte for byte, the gaps between fields with them */
	round->set = true;
	round->random = random;
	round->leader_last = leader_last;
	round->circles = circles;
	round->people = people;
	round->places = circles ? (people + 1) / 2 : people;
	for (int32_t i = 0; i < people; i++) {
		round->order[i] = i;
	}
	if (random) {
		draw_lots(round->order, people, chance);
	}
	if (leader_last) {
		move_last(round->order, round->places, people, 0);
	}
}

int32_t turns_other_seat(const struct round *round, int32_t place)
{
	return round->circles && place + round->places < round->people ? round->order[place + round->places] : -1;
}

static void mark(struct round *round, int32_t place, enum seat_status status)
{
	int32_t other = turns_other_seat(round, place);

	round->seat[round->order[place]] = status;
	if (other >= 0) {
		round->seat[other] = status;
	}
}

void turns_begin(struct round *round, int32_t place, ms_t now, ms_t each)
{
	round->place = place;
	mark(round, place, SEAT_SPEAKS);
	round->turn = timer_started(now, each);
}

void turns_end(struct round *round, int32_t place, bool passed)
{
	mark(round, place, passed ? SEAT_PASSED : SEAT_DONE);
	round->place = place + 1;
}

void floor_raise(struct floor *floor, int32_t seat)
{
	if (floor_place(floor, seat) == 0 && floor->count < PEOPLE_MAX) {
		floor->queue[floor->count++] = seat;
	}
}

void floor_lower(struct floor *floor, int32_t seat)
{
	int32_t to = 0;

	for (int32_t i = 0; i < floor->count; i++) {
		if (floor->queue[i] != seat) {
			floor->queue[to++] = floor->queue[i];
		}
	}
	floor->count = to;
}

int32_t floor_place(const struct floor *floor, int32_t seat)
{
	for (int32_t i = 0; i < floor->count; i++) {
		if (floor->queue[i] == seat) {
			return i + 1;
		}
	}
	return 0;
}
