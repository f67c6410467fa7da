/* Who is who. */
#include "firmware/core/cast.h"

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

void draw_lots(int32_t order[], int32_t count, uint64_t chance)
{
	for (int32_t i = count - 1; i > 0; i--) {
		int32_t j = (int32_t)(next_chance(&chance) % (uint64_t)(i + 1));
		int32_t held = order[i];

		order[i] = order[j];
		order[j] = held;
	}
}

/* Two and three need each other: nobody is left over, so some groups are larger. From four on the nearest number will do. */
int32_t cast_groups(int32_t people, int32_t size)
{
	if (size <= 0) {
		return 1;
	}
	return max_i32(size < 4 ? people / size : (people + size / 2) / size, 1);
}

int32_t cast_largest(int32_t people, int32_t size)
{
	int32_t groups = cast_groups(people, size);

	return (people + groups - 1) / groups;
}

int32_t cast_count(int32_t counts, int32_t role)
{
	return role >= 0 && role < ROLES_MAX ? counts >> (role * ROLE_BITS) & ((1 << ROLE_BITS) - 1) : 0;
}

int32_t cast_counts(const struct form_role *roles, int32_t count)
{
	int32_t counts = 0;

	for (int32_t i = 0; i < count && i < ROLES_MAX; i++) {
		counts |= clamp_i32(roles[i].count, 0, (1 << ROLE_BITS) - 1) << (i * ROLE_BITS);
	}
	return counts;
}

int32_t cast_speakers(int32_t people, int32_t counts, int32_t speakers)
{
	int32_t speaking = 0;
	int32_t with_role = 0;

	if (speakers == 0) {
		return people;
	}
	for (int32_t role = 0; role < ROLES_MAX; role++) {
		int32_t count = min_i32(cast_count(counts, role), people - with_role);

		with_role += count;
		speaking += (speakers >> role & 1) != 0 ? count : 0;
	}
	speaking += (speakers & SPEAKS_REST) != 0 ? people - with_role : 0;
	return speaking > 0 ? speaking : people;
}

/* Who is here, in their order. */
static int32_t present(const struct cast *cast, int32_t order[CAST_MAX], bool taken[CAST_MAX], bool first_of_groups)
{
	int32_t count = 0;

	for (int32_t i = 0; i < cast->count; i++) {
		bool first = first_of_groups;

		for (int32_t j = 0; j < i && first; j++) {
			first = cast->group[j] != cast->group[i] || cast->seat[j] < 0;
		}
		if (cast->seat[i] >= 0 && !taken[i] && (first || !first_of_groups)) {
			order[count++] = cast->seat[i];
			taken[i] = true;
		}
	}
	return count;
}

/* Larger groups last, so that two pairs side by side make a group of four. */
static void slice(struct cast *cast, const int32_t order[], int32_t people)
{
	int32_t groups = cast_groups(people, cast->size);
	int32_t at = 0;

	cast->groups = groups;
	cast->count = people;
	for (int32_t group = 0; group < groups; group++) {
		int32_t size = people / groups + (group >= groups - people % groups ? 1 : 0);

		for (int32_t i = 0; i < size; i++, at++) {
			cast->seat[at] = order[at];
			cast->group[at] = group;
		}
	}
}

/* One host stays in each group; the others are shared out anew among them. False where a group has nobody left. */
static bool mix(struct cast *cast, int32_t people, uint64_t chance)
{
	int32_t host[CAST_MAX];
	int32_t other[CAST_MAX];
	int32_t order[CAST_MAX];
	bool taken[CAST_MAX] = {false};
	int32_t groups = cast_groups(people, cast->size);
	int32_t hosts = present(cast, host, taken, true);
	int32_t others = present(cast, other, taken, false);
	int32_t at = 0;

	if (hosts != groups || hosts + others != people) {
		return false;
	}
	draw_lots(other, others, chance);
	for (int32_t group = 0; group < groups; group++) {
		int32_t size = people / groups + (group >= groups - people % groups ? 1 : 0);

		order[at++] = host[group];
		for (int32_t i = 1; i < size; i++) {
			order[at++] = other[--others];
		}
	}
	slice(cast, order, people);
	return true;
}

void cast_draw(struct cast *cast, int32_t people, int32_t size, enum grouping how, bool lots, uint64_t chance)
{
	int32_t order[CAST_MAX];
	bool taken[CAST_MAX] = {false};
	int32_t here = cast->set != 0 ? present(cast, order, taken, false) : 0;   /* who is in them, in their order */

	if (how == GROUPS_MIX && here == people && cast->size == size && mix(cast, people, chance)) {
		return;
	}
	/* Those who have sat round one table are not groups yet. */
	if (here != people || how != GROUPS_KEEP || (cast->size == 0 && size > 0)) {
		int32_t from = lots ? 0 : (int32_t)(chance % (uint64_t)people);

		for (int32_t i = 0; i < people; i++) {
			order[i] = (from + i) % people;
		}
		if (lots) {
			draw_lots(order, people, chance);
		}
	}
	memset(cast, 0, sizeof *cast);   /* and not a literal: states are compared byte for byte */
	cast->set = 1;
	cast->size = size;
	slice(cast, order, people);
}

static int32_t here_in(const struct cast *cast, int32_t group)
{
	int32_t here = 0;

	for (int32_t i = 0; i < cast->count; i++) {
		here += cast->group[i] == group && cast->seat[i] >= 0 ? 1 : 0;
	}
	return here;
}

/* The group with fewest people, leaving one out; -1 if there is none. */
static int32_t smallest_but(const struct cast *cast, int32_t but)
{
	int32_t found = -1;

	for (int32_t group = 0; group < cast->groups; group++) {
		int32_t here = here_in(cast, group);

		if (group != but && here > 0 && (found < 0 || here < here_in(cast, found))) {
			found = group;
		}
	}
	return found;
}

static void join(struct cast *cast, int32_t seat, int32_t group)
{
	if (cast->count == CAST_MAX || group < 0) {
		memset(cast, 0, sizeof *cast);   /* more came and went than there is room for: it is drawn anew */
		return;
	}
	cast->seat[cast->count] = seat;
	cast->group[cast->count++] = group;
}

void cast_come(struct cast *cast, int32_t seat)
{
	if (cast->set != 0) {
		join(cast, seat, smallest_but(cast, -1));
	}
}

static void drop(struct cast *cast, int32_t at, int32_t had)
{
	int32_t place = 0;

	for (int32_t i = 0; i < at; i++) {
		place += cast->group[i] == cast->group[at] ? 1 : 0;
	}
	if (place < had) {
		cast->seat[at] = -1;
		return;
	}
	cast->count--;
	memmove(&cast->seat[at], &cast->seat[at + 1], (size_t)(cast->count - at) * sizeof cast->seat[0]);
	memmove(&cast->group[at], &cast->group[at + 1], (size_t)(cast->count - at) * sizeof cast->group[0]);
	cast->seat[cast->count] = 0;
	cast->group[cast->count] = 0;
}

/* Whoever is left alone in a group joins another. */
static void keep_company(struct cast *cast, int32_t group, int32_t had)
{
	for (int32_t i = 0; i < cast->count && cast->groups > 1 && here_in(cast, group) == 1; i++) {
		if (cast->group[i] == group && cast->seat[i] >= 0) {
			int32_t seat = cast->seat[i];
			int32_t to = smallest_but(cast, group);

			if (to >= 0) {
				drop(cast, i, had);
				join(cast, seat, to);
			}
			return;
		}
	}
}

void cast_go(struct cast *cast, int32_t seat, int32_t had)
{
	for (int32_t i = 0; i < cast->count && cast->set != 0; i++) {
		if (cast->seat[i] == seat) {
			int32_t group = cast->group[i];

			drop(cast, i, had);
			keep_company(cast, group, had);
			return;
		}
	}
}

void cast_people(struct cast *cast, int32_t before, int32_t now, int32_t had)
{
	for (int32_t seat = before - 1; seat >= now; seat--) {
		cast_go(cast, seat, had);
	}
	for (int32_t seat = before; seat < now; seat++) {
		cast_come(cast, seat);
	}
}

void cast_swap(struct cast *cast, int32_t a, int32_t b)
{
	if (a >= 0 && a < cast->count && b >= 0 && b < cast->count) {
		int32_t held = cast->seat[a];

		cast->seat[a] = cast->seat[b];
		cast->seat[b] = held;
	}
}

struct cast_group cast_group(const struct cast *cast, int32_t group)
{
	struct cast_group found;

	memset(&found, 0, sizeof found);
	for (int32_t i = 0; i < cast->count; i++) {
		if (cast->group[i] == group) {
			found.seat[found.count++] = cast->seat[i];
		}
	}
	return found;
}

int32_t cast_longest(const struct cast *cast)
{
	int32_t longest = 0;

	for (int32_t group = 0; group < cast->groups; group++) {
		longest = max_i32(longest, cast_group(cast, group).count);
	}
	return longest;
}

/* The roles go round: in each turn they have moved on by as many as have the first of them. A group that has been round has none left. */
int32_t cast_role(int32_t counts, int32_t count, int32_t turn, int32_t at)
{
	int32_t moved = turn * max_i32(cast_count(counts, 0), 1);
	int32_t from;

	if (moved >= count) {
		return ROLE_REST;
	}
	from = (at - moved + count) % count;
	for (int32_t role = 0; role < ROLES_MAX; role++) {
		int32_t have = cast_count(counts, role);

		if (from < have) {
			return role;
		}
		from -= have;
	}
	return ROLE_REST;
}

bool cast_speaks(int32_t speakers, int32_t role)
{
	return speakers == 0 || (speakers >> role & 1) != 0;
}
