/* The interface's words: gettext for sentences, and dates, week days and spoken numbers in both languages of our own. */
#ifndef SAMSYN_WORDS_H
#define SAMSYN_WORDS_H

#include <libintl.h>

#include "firmware/base/cal.h"
#include "firmware/core/material.h"

/* English in the source; the language of the screen comes out. N_ marks a word that is looked up later with _(). C_ tells apart two
   words that are the same in English: C_("pages", "More"). Counts: ngettext("%d person", "%d people", (unsigned long)n). */
#define _(text) gettext(text)
#define N_(text) text
#define C_(context, text) words_in_context(context "\004" text, text)

/* Tells gettext where assets/locale stands (compiled: DIR/sv/LC_MESSAGES/samsyn.mo). Call once, before any thread. */
void words_open(const char *dir);
/* The language from now on. */
void words_use(enum lang lang);
const char *words_in_context(const char *key, const char *text) __attribute__((format_arg(2)));

#define PRODUCT "Samsyn"     /* the same in every language */

/* Room for the longest of the below. */
#define WORDS_BYTES 96

/* All write to out[cap], cap >= WORDS_BYTES, and return out. */
/* "torsdag 19 november" / "Thursday 19 November". */
const char *words_date(char *out, size_t cap, enum lang lang, struct cal_date date);
/* "19 november 2026". */
const char *words_date_year(char *out, size_t cap, enum lang lang, struct cal_date date);
/* "15.02" / "15:02"; minutes of the day; and of a known wall clock. */
const char *words_clock(char *out, size_t cap, enum lang lang, int32_t minutes);
const char *words_now(char *out, size_t cap, enum lang lang, wall_t wall);
/* What is left of a clock, in spoken words: "8 min kvar", "drygt en minut kvar", "snart klart", "3 min över". */
const char *words_left(char *out, size_t cap, enum lang lang, ms_t left);
/* The longest that words_left says for less than a hundred minutes. */
const char *words_left_longest(enum lang lang);
/* Milliseconds until words_left says something else, for a running clock. */
ms_t words_left_changes(ms_t left);
/* "30 s", "1 min", "1 min 30 s" for a turn's length. */
const char *words_each(char *out, size_t cap, enum lang lang, int32_t seconds);
/* "43–51"; "36" where both are the same. */
const char *words_weeks(char *out, size_t cap, int32_t first, int32_t last);
/* "noll" .. "tolv" / "zero" .. "twelve", figures above. */
const char *words_number(char *out, size_t cap, enum lang lang, int32_t n);
/* "måndag" / "Monday"; 1 is Monday. "januari" / "January"; 1 is January. */
const char *words_weekday(enum lang lang, int32_t weekday);
const char *words_month(enum lang lang, int32_t month);

#endif
