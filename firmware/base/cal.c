/* Dates and ISO 8601 weeks. */
#include "firmware/base/cal.h"

int64_t cal_days(struct cal_date date)
{
	int64_t year = date.month <= 2 ? (int64_t)date.year - 1 : date.year;
	int64_t era = (year >= 0 ? year : year - 399) / 400;
	int64_t of_era = year - era * 400;
	int64_t of_year = (153 * ((int64_t)date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct cal_date cal_from_days(int64_t days)
{
	struct cal_date date;
	int64_t shifted = days + 719468;
	int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
	int64_t of_era = shifted - era * 146097;
	int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
	int64_t month = (5 * of_year + 2) / 153;

	date.day = (int32_t)(of_year - (153 * month + 2) / 5 + 1);
	date.month = (int32_t)(month < 10 ? month + 3 : month - 9);
	date.year = (int32_t)(year + era * 400 + (date.month <= 2 ? 1 : 0));
	return date;
}

static int32_t weekday_of(int64_t days)
{
	int64_t since_monday = (days + 3) % 7;   /* 1970-01-01 was a Thursday */

	return (int32_t)(since_monday < 0 ? since_monday + 7 : since_monday) + 1;
}

struct cal_week cal_week_of(struct cal_date date)
{
	int64_t days = cal_days(date);
	int32_t weekday = weekday_of(days);
	int64_t thursday = days + 4 - weekday;
	int32_t year = cal_from_days(thursday).year;
	int64_t first = cal_days((struct cal_date){year, 1, 1});

	return (struct cal_week){year, (int32_t)((thursday - first) / 7) + 1, weekday};
}

int32_t cal_weeks_in(int32_t iso_year)
{
	return cal_week_of((struct cal_date){iso_year, 12, 28}).week;
}

struct cal_date cal_monday(int32_t iso_year, int32_t week)
{
	int64_t fourth = cal_days((struct cal_date){iso_year, 1, 4});

	return cal_from_days(fourth - weekday_of(fourth) + 1 + ((int64_t)week - 1) * 7);
}

bool cal_valid(struct cal_date date)
{
	struct cal_date back;

	if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31) {
		return false;
	}
	back = cal_from_days(cal_days(date));
	return back.month == date.month && back.day == date.day;
}

static int64_t whole_days(wall_t wall)
{
	int64_t days = wall / 1440;

	return wall % 1440 < 0 ? days - 1 : days;
}

struct cal_date wall_date(wall_t wall)
{
	return cal_from_days(whole_days(wall));
}

int32_t wall_hour(wall_t wall)
{
	return (int32_t)((wall - whole_days(wall) * 1440) / 60);
}

int32_t wall_minute(wall_t wall)
{
	return (int32_t)((wall - whole_days(wall) * 1440) % 60);
}

wall_t wall_at(struct cal_date date, int32_t hour, int32_t minute)
{
	return cal_days(date) * 1440 + hour * 60 + minute;
}
