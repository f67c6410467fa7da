/* Dates, week days and spoken numbers. Not in the catalogues: they need grammar that a catalogue does not have. */
#include "ui/words.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "firmware/base/str.h"

#define DOMAIN "samsyn"
#define HALF_MINUTE (MS_MINUTE / 2)
/* A clock that was left running over a night says so in hours. */
#define HOURS_FROM (100 * MS_MINUTE)
#define HOUR_MS (60 * MS_MINUTE)
/* Over this much is said in whole minutes. */
#define MINUTES_FROM (150 * MS_SECOND)

/* Raised when the language changes, so that gettext looks again: its manual, "Being a gettext grok". No header of its own has it. */
extern int _nl_msg_cat_cntr;

static const char *const WEEKDAYS[LANG_COUNT][7] = {
	[LANG_SV] = {"måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"},
	[LANG_EN] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
};
static const char *const MONTHS[LANG_COUNT][12] = {
	[LANG_SV] = {"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"},
	[LANG_EN] = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
};
static const char *const NUMBERS[LANG_COUNT][13] = {
	[LANG_SV] = {"noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"},
	[LANG_EN] = {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
};

/* What is said from `from` down to the next line. */
struct spoken {
	ms_t from;
	const char *in[LANG_COUNT];
};

static const struct spoken LEFT[] = {
	{105 * MS_SECOND, {"ungefär två minuter kvar", "about two minutes left"}},
	{65 * MS_SECOND, {"drygt en minut kvar", "just over a minute left"}},
	{50 * MS_SECOND, {"en minut kvar", "a minute left"}},
	{35 * MS_SECOND, {"knappt en minut kvar", "just under a minute left"}},
	{20 * MS_SECOND, {"en halv minut kvar", "half a minute left"}},
	{1, {"snart klart", "nearly there"}},
	{1 - MS_MINUTE, {"tiden är ute", "time is up"}}
};

void words_open(const char *dir)
{
	/* The plain C locale looks nothing up. */
	setlocale(LC_ALL, "C.UTF-8");
	bindtextdomain(DOMAIN, dir);
	bind_textdomain_codeset(DOMAIN, "UTF-8");
	textdomain(DOMAIN);
}

void words_use(enum lang lang)
{
	const char *wanted = lang == LANG_SV ? "sv" : "en";
	const char *set = getenv("LANGUAGE");

	if (set == NULL || !str_equal(set, wanted)) {
		setenv("LANGUAGE", wanted, 1);
		_nl_msg_cat_cntr++;
	}
}

const char *words_in_context(const char *key, const char *text)
{
	const char *found = gettext(key);

	return found == key ? text : found;
}

const char *words_weekday(enum lang lang, int32_t weekday)
{
	return WEEKDAYS[lang][clamp_i32(weekday, 1, 7) - 1];
}

const char *words_month(enum lang lang, int32_t month)
{
	return MONTHS[lang][clamp_i32(month, 1, 12) - 1];
}

const char *words_date(char *out, size_t cap, enum lang lang, struct cal_date date)
{
	snprintf(out, cap, "%s %d %s", words_weekday(lang, cal_week_of(date).weekday), date.day, words_month(lang, date.month));
	return out;
}

const char *words_date_year(char *out, size_t cap, enum lang lang, struct cal_date date)
{
	snprintf(out, cap, "%d %s %d", date.day, words_month(lang, date.month), date.year);
	return out;
}

const char *words_clock(char *out, size_t cap, enum lang lang, int32_t minutes)
{
	int32_t of_day = (minutes % 1440 + 1440) % 1440;

	snprintf(out, cap, "%02d%c%02d", of_day / 60, lang == LANG_SV ? '.' : ':', of_day % 60);
	return out;
}

const char *words_now(char *out, size_t cap, enum lang lang, wall_t wall)
{
	return words_clock(out, cap, lang, wall_hour(wall) * 60 + wall_minute(wall));
}

static const struct spoken *spoken_at(ms_t left)
{
	for (size_t i = 0; i < ARRAY_LEN(LEFT); i++) {
		if (left >= LEFT[i].from) {
			return &LEFT[i];
		}
	}
	return NULL;
}

const char *words_left(char *out, size_t cap, enum lang lang, ms_t left)
{
	const struct spoken *spoken = left >= MINUTES_FROM ? NULL : spoken_at(left);

	if (spoken != NULL) {
		str_copy(out, cap, spoken->in[lang]);
	} else if (left > 0) {
		snprintf(out, cap, lang == LANG_SV ? "%d min kvar" : "%d min left", (int)((left + HALF_MINUTE) / MS_MINUTE));
	} else if (-left < HOURS_FROM) {
		snprintf(out, cap, lang == LANG_SV ? "%d min över tiden" : "%d min over", (int)(-left / MS_MINUTE));
	} else {
		snprintf(out, cap, lang == LANG_SV ? "%d tim över tiden" : "%d h over", (int)((-left + HOUR_MS / 2) / HOUR_MS));
	}
	return out;
}

const char *words_left_longest(enum lang lang)
{
	const char *longest = "";

	for (size_t i = 0; i < ARRAY_LEN(LEFT); i++) {
		longest = strlen(LEFT[i].in[lang]) > strlen(longest) ? LEFT[i].in[lang] : longest;
	}
	return longest;
}

ms_t words_left_changes(ms_t left)
{
	if (left >= MINUTES_FROM) {
		/* Down to the next half minute, or to where the words begin. */
		ms_t shown = (left + HALF_MINUTE) / MS_MINUTE;
		ms_t edge = max_ms(shown * MS_MINUTE - HALF_MINUTE, MINUTES_FROM);

		return left - edge + 1;
	}
	const struct spoken *spoken = spoken_at(left);

	if (spoken != NULL) {
		return left - spoken->from + 1;
	}
	return MS_MINUTE - -left % MS_MINUTE;
}

const char *words_each(char *out, size_t cap, enum lang lang, int32_t seconds)
{
	(void)lang;   /* "min" and "s" in both */
	if (seconds < 60) {
		snprintf(out, cap, "%d s", seconds);
	} else if (seconds % 60 == 0) {
		snprintf(out, cap, "%d min", seconds / 60);
	} else {
		snprintf(out, cap, "%d min %d s", seconds / 60, seconds % 60);
	}
	return out;
}

const char *words_weeks(char *out, size_t cap, int32_t first, int32_t last)
{
	if (first == last) {
		snprintf(out, cap, "%d", first);
	} else {
		snprintf(out, cap, "%d–%d", first, last);
	}
	return out;
}

const char *words_number(char *out, size_t cap, enum lang lang, int32_t n)
{
	if (n >= 0 && n < (int32_t)ARRAY_LEN(NUMBERS[0])) {
		str_copy(out, cap, NUMBERS[lang][n]);
	} else {
		snprintf(out, cap, "%d", n);
	}
	return out;
}
