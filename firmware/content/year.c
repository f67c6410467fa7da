/* Where in the school year a date falls. */
#include "firmware/content/year.h"

#define WEEKS_AHEAD 54   /* the longest that a week can be from now until it comes again, and one */

static bool has_week(int32_t first, int32_t last, int32_t week)
{
	return first <= last ? week >= first && week <= last : week >= first || week <= last;
}

static const struct moment *moment_in(const struct material *material, int32_t week)
{
	for (int32_t i = 0; i < material->moment_count; i++) {
		if (has_week(material->moments[i].first_week, material->moments[i].last_week, week)) {
			return &material->moments[i];
		}
	}
	return NULL;
}

static const struct year_gap *gap_in(const struct material *material, int32_t week)
{
	for (int32_t i = 0; i < material->gap_count; i++) {
		if (has_week(material->gaps[i].first_week, material->gaps[i].last_week, week)) {
			return &material->gaps[i];
		}
	}
	return NULL;
}

/* Week 53 comes every five or six years, and a plan may forget it: then what holds in the week before goes on. */
static const struct year_gap *gap_or_before(const struct material *material, int32_t week)
{
	const struct year_gap *gap = gap_in(material, week);

	return gap == NULL && week == 53 ? gap_in(material, 52) : gap;
}

/* Walks week by week, since the length of a year in weeks differs. A moment begins where the week before was not in it. */
static void find_next(const struct material *material, int64_t monday, struct year_place *place)
{
	const struct moment *before = place->moment;

	for (int32_t ahead = 1; ahead <= WEEKS_AHEAD; ahead++) {
		struct cal_date date = cal_from_days(monday + (int64_t)ahead * 7);
		const struct moment *moment = moment_in(material, cal_week_of(date).week);

		if (moment != NULL && moment != before) {
			place->next = moment;
			place->weeks_to_next = ahead;
			place->next_monday = date;
			return;
		}
		before = moment;
	}
}

struct year_place year_at(const struct material *material, struct cal_date date)
{
	struct cal_week week = cal_week_of(date);
	struct year_place place = {.year = week.year, .week = week.week};

	place.school_year_start = date.month >= 7 ? date.year : date.year - 1;
	place.moment = moment_in(material, week.week);
	if (place.moment == NULL) {
		place.gap = gap_or_before(material, week.week);
	} else {
		place.weeks_left = min_i32(place.moment->last_week, cal_weeks_in(week.year)) - week.week;
	}
	find_next(material, cal_days(date) - (week.weekday - 1), &place);
	return place;
}

const struct moment *year_moment(const struct material *material, int32_t number)
{
	for (int32_t i = 0; i < material->moment_count; i++) {
		if (material->moments[i].number == number) {
			return &material->moments[i];
		}
	}
	return NULL;
}
