/* A small material of our own, with every kind of step and the extremes that packs may hold. Built once; never changes. */
#ifndef SAMSYN_CORE_FIXTURE_H
#define SAMSYN_CORE_FIXTURE_H

#include "firmware/core/material.h"

enum {
	AGENDA_THEME,      /* a round, silent, rate, result, round, talk, shared, note */
	AGENDA_AREA,       /* the same with a whole area, longer */
	AGENDA_TALK,       /* read, silent, pair, round, talk, note: rates nothing */
	AGENDA_CASES,      /* about pupils: round, talk, round */
	AGENDA_BARE,       /* rate first, nothing after it */
	AGENDA_LONG,       /* RECIPE_STEPS_MAX steps */
	AGENDA_OPTIONAL,   /* every step may be left out */
	AGENDA_ROUNDS,     /* rounds only, in random order, down to ten seconds */
	AGENDA_TURNS,      /* roles that go round the table, a person at a time */
	AGENDA_GROUPS,     /* threes, pairs, fours, tables that mix; what is repeated in groups and so many times */
	AGENDA_RINGS,      /* an inner ring of four, then another */
	AGENDA_FULL,       /* three steps a person: with twenty there is hardly room for more */
	AGENDA_COUNT
};

#define FIXTURE_AREAS 3
#define FIXTURE_THEMES 11
/* As many statements as one rating may hold: 4 3 8 | 6 1 | 15 12 10 9 14 14. */
#define FIXTURE_STATEMENTS STATEMENTS_MAX

const struct material *fixture(void);
/* The same without any instrument. */
const struct material *fixture_without_instrument(void);

#endif
