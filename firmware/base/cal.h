/* Dates and ISO 8601 weeks, counted and never fetched. Proleptic Gregorian calendar. */
#ifndef SAMSYN_CAL_H
#define SAMSYN_CAL_H

#include "firmware/base/base.h"

struct cal_date {
	int32_t year;
	int32_t month;   /* 1 to 12 */
	int32_t day;     /* 1 to 31 */
};

struct cal_week {
	int32_t year;    /* the ISO year, which may differ from the date's in week 1, 52 and 53 */
	int32_t week;    /* 1 to 53 */
	int32_t weekday; /* 1 Monday to 7 Sunday */
};

/* Local wall time: minutes since 1970-01-01 00:00 where the screen stands. A label on records, never a timer. */
typedef int64_t wall_t;
/* No trustworthy wall time. */
#define WALL_UNKNOWN INT64_MIN

/* Days since 1970-01-01 (may be negative), and back. After H. Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
int64_t cal_days(struct cal_date date);
struct cal_date cal_from_days(int64_t days);
/* ISO 8601 week of a date: week 1 is the one that holds the year's first Thursday. */
struct cal_week cal_week_of(struct cal_date date);
/* 52 or 53. */
int32_t cal_weeks_in(int32_t iso_year);
/* The Monday of an ISO week. */
struct cal_date cal_monday(int32_t iso_year, int32_t week);
bool cal_valid(struct cal_date date);

struct cal_date wall_date(wall_t wall);
int32_t wall_hour(wall_t wall);
int32_t wall_minute(wall_t wall);
wall_t wall_at(struct cal_date date, int32_t hour, int32_t minute);

#endif
