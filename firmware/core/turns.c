/* Whose turn it is. */
#include "firmware/core/turns.h"

#include <string.h>

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

static void nobody_yet(struct round *round, int32_t people)
{
	memset(round, 0, sizeof *round);   /* and not a literal: states are compared byte for byte, the gaps between fields with them */
	round->set = true;
	round->people = people;
	for (int32_t seat = 0; seat < PEOPLE_MAX; seat++) {
		round->place_of[seat] = -1;
	}
}

void turns_set(struct round *round, int32_t people, uint64_t chance, bool random, bool leader_last, bool circles)
{
	int32_t order[PEOPLE_MAX];

	nobody_yet(round, people);
	round->random = random;
	round->leader_last = leader_last;
	round->circles = circles;
	round->places = circles ? (people + 1) / 2 : people;
	for (int32_t i = 0; i < people; i++) {
		order[i] = i;
	}
	if (random) {
		draw_lots(order, people, chance);
	}
	if (leader_last && people > 0) {
		move_last(order, round->places, people, 0);
	}
	for (int32_t i = 0; i < people; i++) {
		round->place_of[order[i]] = i % round->places;
	}
}

/* The turns of one group: from where the turn of its run begins, those who speak. */
static void set_group(struct round *round, const struct cast_group *group, const struct step *step)
{
	int32_t place = 0;

	for (int32_t i = 0; i < group->count; i++) {
		int32_t at = (step->turn + i) % group->count;
		int32_t seat = group->seat[at];

		if (seat >= 0 && seat < round->people && cast_speaks(step->speakers, cast_role(step->counts, group->count, step_moved(step), at))) {
			round->place_of[seat] = place++;
		}
	}
	round->places = max_i32(round->places, place);
}

void turns_set_cast(struct round *round, const struct cast *cast, const struct step *step, int32_t people)
{
	nobody_yet(round, people);
	round->cast = true;
	for (int32_t i = 0; i < cast->groups; i++) {
		struct cast_group group = cast_group(cast, i);

		set_group(round, &group, step);
	}
	if (round->places == 0) {
		turns_set(round, people, 0, false, false, false);   /* nobody would speak at all */
	}
	for (int32_t seat = 0; seat < people; seat++) {
		round->seat[seat] = round->place_of[seat] < 0 ? SEAT_LISTENS : SEAT_WAITS;
	}
}

int32_t turns_speaker(const struct round *round, int32_t place)
{
	for (int32_t seat = 0; seat < round->people && place >= 0; seat++) {
		if (round->place_of[seat] == place) {
			return seat;
		}
	}
	return -1;
}

static void mark(struct round *round, int32_t place, enum seat_status status)
{
	for (int32_t seat = 0; seat < round->people; seat++) {
		round->seat[seat] = round->place_of[seat] == place ? status : round->seat[seat];
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
