/* Where in the school year a date falls. Pure: nothing here reads a clock. */
#ifndef SAMSYN_YEAR_H
#define SAMSYN_YEAR_H

#include "firmware/base/cal.h"
#include "firmware/core/material.h"

struct year_place {
	const struct moment *moment;      /* NULL between moments */
	const struct year_gap *gap;       /* NULL inside a moment, and in a week of which the packs say nothing */
	int32_t year, week;               /* ISO 8601: 2027-01-01 is in week 53 of 2026 */
	int32_t school_year_start;        /* the calendar year in which the school year begins; it turns on 1 July */
	int32_t weeks_left;               /* weeks of the moment after this one: 0 in its last, and between moments */
	const struct moment *next;        /* the moment that begins next; NULL if none does within a year */
	int32_t weeks_to_next;            /* 1 if it begins next Monday; 0 without one */
	struct cal_date next_monday;      /* the Monday it begins; 0-0-0 without one */
};

/* The place of a valid date. */
struct year_place year_at(const struct material *material, struct cal_date date);
/* The moment with that number, or NULL. */
const struct moment *year_moment(const struct material *material, int32_t number);

#endif
