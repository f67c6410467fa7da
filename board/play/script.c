/* Scripts of what people do at the screen. */
#include "board/play/script.h"

#include "firmware/base/str.h"

#include <stdlib.h>
#include <string.h>

#define LINE_BYTES 2048
#define STEPS_MAX 20000

struct line {
	const char *at;
	char *why;
	size_t cap;
};

static bool wrong(struct line *line, const char *what)
{
	if (line->why[0] == '\0') {
		snprintf(line->why, line->cap, "%s", what);
	}
	return false;
}

static void skip_blanks(struct line *line)
{
	while (*line->at == ' ' || *line->at == '\t') {
		line->at++;
	}
}

/* True if the next word is `word`; takes it. */
static bool word(struct line *line, const char *wanted)
{
	size_t len = strlen(wanted);

	skip_blanks(line);
	if (strncmp(line->at, wanted, len) != 0 || (line->at[len] != '\0' && line->at[len] != ' ' && line->at[len] != '\t')) {
		return false;
	}
	line->at += len;
	return true;
}

static bool bare(struct line *line, char *to, size_t cap)
{
	size_t len;

	skip_blanks(line);
	len = strcspn(line->at, " \t");
	if (len == 0 || len >= cap) {
		return wrong(line, "a word is missing");
	}
	memcpy(to, line->at, len);
	to[len] = '\0';
	line->at += len;
	return true;
}

static bool quoted(struct line *line, char *to, size_t cap)
{
	size_t len = 0;

	skip_blanks(line);
	if (*line->at != '"') {
		return wrong(line, "a text in double quotes is missing");
	}
	for (line->at++; *line->at != '"'; line->at++) {
		if (*line->at == '\\' && line->at[1] == '"') {
			line->at++;
		}
		if (*line->at == '\0' || len + 1 >= cap) {
			return wrong(line, *line->at == '\0' ? "the closing quote is missing" : "the text is too long");
		}
		to[len++] = *line->at;
	}
	line->at++;
	to[len] = '\0';
	return true;
}

static bool number(struct line *line, int32_t *to)
{
	char *end;
	long value;

	skip_blanks(line);
	value = strtol(line->at, &end, 10);
	if (end == line->at || value < INT32_MIN || value > INT32_MAX) {
		return wrong(line, "a number is missing");
	}
	*to = (int32_t)value;
	line->at = end;
	return true;
}

static bool sign(struct line *line, char wanted)
{
	if (*line->at != wanted) {
		return wrong(line, "a point is written x,y and a size WxH");
	}
	line->at++;
	return true;
}

static bool point(struct line *line, struct play_step *step)
{
	return number(line, &step->x) && sign(line, ',') && number(line, &step->y);
}

static bool duration(struct line *line, ms_t *to)
{
	static const struct { const char *unit; ms_t ms; } units[] = {
		{"ms", 1}, {"s", MS_SECOND}, {"min", MS_MINUTE}, {"h", 60 * MS_MINUTE}, {"d", 1440 * MS_MINUTE},
	};
	int32_t count = 0;
	char unit[8];

	if (!number(line, &count) || !bare(line, unit, sizeof unit)) {
		return wrong(line, "a length of time is missing, such as 90s");
	}
	for (size_t i = 0; i < ARRAY_LEN(units); i++) {
		if (str_equal(unit, units[i].unit)) {
			*to = count * units[i].ms;
			return true;
		}
	}
	return wrong(line, "lengths of time end in ms, s, min, h or d");
}

static bool read_screen(struct line *line, struct play_step *step)
{
	if (!number(line, &step->x) || !sign(line, 'x') || !number(line, &step->y)) {
		return false;
	}
	skip_blanks(line);
	if (*line->at != '\0' && (!number(line, &step->z) || !word(line, "mm"))) {
		return wrong(line, "a width is written 344mm");
	}
	return (step->x >= 320 && step->y >= 320 && step->x <= 7680 && step->y <= 7680) || wrong(line, "the screen is too small or too large");
}

static bool read_clock(struct line *line, struct play_step *step)
{
	struct cal_date date;
	int hour;
	int minute;
	int used = 0;

	skip_blanks(line);
	if (sscanf(line->at, "%d-%d-%dT%d:%d%n", &date.year, &date.month, &date.day, &hour, &minute, &used) != 5 || !cal_valid(date) ||
	    hour < 0 || hour > 23 || minute < 0 || minute > 59) {
		return wrong(line, "a time is written 2026-09-24T14:02");
	}
	line->at += used;
	step->wall = wall_at(date, hour, minute);
	return true;
}

static bool one_of(struct line *line, struct play_step *step, const char *const *words, int32_t count)
{
	char said[32];

	if (!bare(line, said, sizeof said)) {
		return false;
	}
	for (int32_t i = 0; i < count; i++) {
		if (str_equal(said, words[i])) {
			step->x = i;
			return true;
		}
	}
	return wrong(line, "not one of the words that may stand here");
}

static bool read_words(struct line *line, struct play_step *step)
{
	static const char *const langs[] = {"sv", "en"};
	static const char *const switches[] = {"off", "on"};
	static const char *const distances[] = {"panel", "near", "table", "room"};
	static const char *const turns[] = {"0", "90", "180", "270"};

	switch ((int)step->verb) {
	case PLAY_LANG: return one_of(line, step, langs, ARRAY_LEN(langs));
	case PLAY_DARK:
	case PLAY_LARGE: return one_of(line, step, switches, ARRAY_LEN(switches));
	case PLAY_DISTANCE: return one_of(line, step, distances, ARRAY_LEN(distances));
	case PLAY_TURN: return one_of(line, step, turns, ARRAY_LEN(turns));
	default: return false;
	}
}

static bool read_tap(struct line *line, struct play_step *step)
{
	skip_blanks(line);
	if (*line->at != '"') {
		step->verb = PLAY_TAP_AT;
		return point(line, step);
	}
	if (!quoted(line, step->text, sizeof step->text)) {
		return false;
	}
	step->grouped = word(line, "in");
	return !step->grouped || quoted(line, step->more, sizeof step->more);
}

static bool read_hold(struct line *line, struct play_step *step)
{
	if (word(line, "key")) {
		step->verb = PLAY_HOLD_KEY;
		return bare(line, step->text, sizeof step->text) && duration(line, &step->wait);
	}
	if (!quoted(line, step->text, sizeof step->text)) {
		return false;
	}
	step->grouped = word(line, "in");
	return (!step->grouped || quoted(line, step->more, sizeof step->more)) && duration(line, &step->wait);
}

/* `key tab to "Passa" in "group"`: pressed until the keyboard is on that target. */
static bool read_key(struct line *line, struct play_step *step)
{
	if (!bare(line, step->text, sizeof step->text)) {
		return false;
	}
	if (!word(line, "to")) {
		return true;
	}
	if (!quoted(line, step->more, sizeof step->more)) {
		return false;
	}
	step->grouped = word(line, "in");
	return !step->grouped || quoted(line, step->group, sizeof step->group);
}

static bool read_expect(struct line *line, struct play_step *step)
{
	if (word(line, "target")) {
		step->verb = step->verb == PLAY_EXPECT ? PLAY_EXPECT_TARGET : step->verb == PLAY_SEEK ? PLAY_SEEK_TARGET : PLAY_REFUSE_TARGET;
	}
	if (!quoted(line, step->text, sizeof step->text)) {
		return false;
	}
	step->grouped = step->verb != PLAY_EXPECT && step->verb != PLAY_REFUSE && step->verb != PLAY_SEEK && word(line, "in");
	return !step->grouped || quoted(line, step->more, sizeof step->more);
}

static bool read_finger(struct line *line, struct play_step *step)
{
	return number(line, &step->z) && (step->verb == PLAY_RELEASE || point(line, step)) &&
	       ((step->z >= 0 && step->z <= 8) || wrong(line, "fingers are numbered 0 to 8"));
}

static bool read_rest(struct line *line, struct play_step *step)
{
	switch (step->verb) {
	case PLAY_SCREEN: return read_screen(line, step);
	case PLAY_CLOCK: return read_clock(line, step);
	case PLAY_LANG:
	case PLAY_DARK:
	case PLAY_LARGE:
	case PLAY_DISTANCE:
	case PLAY_TURN: return read_words(line, step);
	case PLAY_SEED: return number(line, &step->x);
	case PLAY_FRESH:
	case PLAY_TARGETS:
	case PLAY_CUT: return true;
	case PLAY_TAP: return read_tap(line, step);
	case PLAY_PRESS:
	case PLAY_MOVE:
	case PLAY_RELEASE: return read_finger(line, step);
	case PLAY_HOLD: return read_hold(line, step);
	case PLAY_DRAG:
		return quoted(line, step->text, sizeof step->text) && (word(line, "to") || wrong(line, "`to` is missing")) &&
		       quoted(line, step->more, sizeof step->more);
	case PLAY_KEY: return read_key(line, step);
	case PLAY_TYPE: return quoted(line, step->text, sizeof step->text);
	case PLAY_WAIT: return duration(line, &step->wait);
	case PLAY_EXPECT:
	case PLAY_REFUSE:
	case PLAY_SEEK: return read_expect(line, step);
	case PLAY_SHOT: return bare(line, step->text, sizeof step->text);
	case PLAY_TAP_AT:
	case PLAY_HOLD_KEY:
	case PLAY_EXPECT_TARGET:
	case PLAY_REFUSE_TARGET:
	case PLAY_SEEK_TARGET: break;
	}
	return false;
}

static bool read_verb(struct line *line, struct play_step *step)
{
	static const struct { const char *word; enum play_verb verb; } verbs[] = {
		{"screen", PLAY_SCREEN}, {"clock", PLAY_CLOCK}, {"lang", PLAY_LANG}, {"dark", PLAY_DARK}, {"large", PLAY_LARGE},
		{"turn", PLAY_TURN}, {"distance", PLAY_DISTANCE}, {"seed", PLAY_SEED}, {"fresh", PLAY_FRESH}, {"tap", PLAY_TAP},
		{"press", PLAY_PRESS}, {"move", PLAY_MOVE}, {"release", PLAY_RELEASE}, {"hold", PLAY_HOLD}, {"drag", PLAY_DRAG},
		{"key", PLAY_KEY}, {"type", PLAY_TYPE}, {"wait", PLAY_WAIT}, {"expect", PLAY_EXPECT}, {"refuse", PLAY_REFUSE},
		{"seek", PLAY_SEEK}, {"shot", PLAY_SHOT}, {"targets", PLAY_TARGETS}, {"cut", PLAY_CUT},
	};

	for (size_t i = 0; i < ARRAY_LEN(verbs); i++) {
		if (word(line, verbs[i].word)) {
			step->verb = verbs[i].verb;
			return true;
		}
	}
	return wrong(line, "no such step");
}

static bool read_step(struct line *line, struct play_step *step)
{
	if (!read_verb(line, step) || !read_rest(line, step)) {
		return wrong(line, "not understood");
	}
	skip_blanks(line);
	return *line->at == '\0' || *line->at == '#' || wrong(line, "something stands after the step");
}

/* What stands before the first thing that is done: what kind of screen it is, in which language. The clock may jump later, too. */
static bool sets_up(enum play_verb verb)
{
	switch ((int)verb) {
	case PLAY_SCREEN:
	case PLAY_LANG:
	case PLAY_DARK:
	case PLAY_LARGE:
	case PLAY_TURN:
	case PLAY_DISTANCE:
	case PLAY_SEED:
	case PLAY_FRESH: return true;
	default: return false;
	}
}

/* True if the step may stand where it stands. */
static bool in_place(struct line *line, const struct play_step *step, bool *begun)
{
	if (*begun && sets_up(step->verb)) {
		return wrong(line, "this stands before the first tap");
	}
	*begun = *begun || (!sets_up(step->verb) && step->verb != PLAY_CLOCK);
	return true;
}

static bool read_lines(FILE *file, const char *path, struct script *script, char *why, size_t cap)
{
	char buffer[LINE_BYTES];
	char what[256];
	bool begun = false;

	for (int32_t number_of = 1; fgets(buffer, sizeof buffer, file) != NULL; number_of++) {
		struct line line = {.at = buffer, .why = what, .cap = sizeof what};
		struct play_step *step = &script->steps[script->count];

		what[0] = '\0';
		buffer[strcspn(buffer, "\r\n")] = '\0';
		skip_blanks(&line);
		if (*line.at == '\0' || *line.at == '#') {
			continue;
		}
		memset(step, 0, sizeof *step);
		step->line = number_of;
		if (script->count + 1 >= STEPS_MAX || !read_step(&line, step) || !in_place(&line, step, &begun)) {
			snprintf(why, cap, "%s:%d: %s", path, number_of, what[0] != '\0' ? what : "too many steps");
			return false;
		}
		script->count++;
	}
	return true;
}

bool script_read(const char *path, struct script *script, char *why, size_t cap)
{
	FILE *file = fopen(path, "r");
	bool read;

	*script = (struct script){0};
	if (file == NULL) {
		snprintf(why, cap, "%s:0: the script cannot be opened", path);
		return false;
	}
	script->steps = calloc(STEPS_MAX, sizeof *script->steps);
	if (script->steps == NULL) {
		abort();
	}
	read = read_lines(file, path, script, why, cap);
	fclose(file);
	if (!read) {
		script_finish(script);
	}
	return read;
}

void script_finish(struct script *script)
{
	free(script->steps);
	*script = (struct script){0};
}
