/* Who is who: small groups, and whose turn it is to have a role. */
#ifndef SAMSYN_CAST_H
#define SAMSYN_CAST_H

#include "firmware/core/material.h"

/* Those who go leave a gap, and those who come stand last. */
#define CAST_MAX (2 * PEOPLE_MAX)
#define ROLE_REST ROLES_MAX
#define ROLE_BITS 4            /* of how many have a role, in one number for all roles */

/* Everybody in the order of their turns, in one group or in several. */
struct cast {
	int32_t set;               /* 1 once it is drawn */
	int32_t size;              /* people that a group should have; 0 all are one group */
	int32_t groups, count;
	int32_t seat[CAST_MAX];    /* -1 gone */
	int32_t group[CAST_MAX];
};

/* One group, in the order of its turns. */
struct cast_group {
	int32_t count;
	int32_t seat[CAST_MAX];    /* -1 gone */
};

/* How many groups so many people make, and how many are in the largest of them: nobody is ever alone. */
int32_t cast_groups(int32_t people, int32_t size);
int32_t cast_largest(int32_t people, int32_t size);
/* How many have that role, out of the number that holds it for all roles; and that number. */
int32_t cast_count(int32_t counts, int32_t role);
int32_t cast_counts(const struct form_role *roles, int32_t count);
/* How many of so many people are among the speakers. */
int32_t cast_speakers(int32_t people, int32_t counts, int32_t speakers);

/* Draws the groups; `lots`: by lot, else as seated from a seat that is drawn. */
void cast_draw(struct cast *cast, int32_t people, int32_t size, enum grouping how, bool lots, uint64_t chance);
/* Somebody comes; somebody goes, when the first `had` of each group have had their turn. */
void cast_come(struct cast *cast, int32_t seat);
void cast_go(struct cast *cast, int32_t seat, int32_t had);
/* So many become so many: the last seats go, or more come. */
void cast_people(struct cast *cast, int32_t before, int32_t now, int32_t had);
/* Two change places. */
void cast_swap(struct cast *cast, int32_t a, int32_t b);
/* The turns that the longest group takes. */
int32_t cast_longest(const struct cast *cast);
struct cast_group cast_group(const struct cast *cast, int32_t group);
/* The role that place `at` of a group of `count` has in turn `turn`; ROLE_REST for all others. */
int32_t cast_role(int32_t counts, int32_t count, int32_t turn, int32_t at);
/* True if that role speaks. */
bool cast_speaks(int32_t speakers, int32_t role);

/* Puts order[0..count) in an order by lot: the same chance, the same order. */
void draw_lots(int32_t order[], int32_t count, uint64_t chance);

#endif
