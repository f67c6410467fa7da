/* What stands at the front of a line: bullets, numbers, words such as "Tema 2:". */
#include <string.h>

#include "firmware/base/str.h"
#include "firmware/content/import_lines.h"
#include "firmware/content/import_words.h"

#define NUMBER_DIGITS 3
#define NUMBER_PARTS 5
#define ROMAN_LETTERS 5

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static size_t spaces(const char *at)
{
	size_t len = 0;

	for (;;) {
		if (at[len] == ' ' || at[len] == '\t') {
			len++;
		} else if ((unsigned char)at[len] == 0xC2 && (unsigned char)at[len + 1] == 0xA0) {
			len += 2;
		} else {
			return len;
		}
	}
}

/* How far in a bullet of this look usually stands; -1 for none. Word writes its second one as an o, its own as U+F0B7. */
static int32_t bullet_depth(uint32_t letter)
{
	switch (letter) {
	case '-': case '*': case '+': case 0x2022: case 0x25CF: case 0xB7: case 0x2023: case 0x27A2: case 0xF0B7: case 0x2610: case 0x2611:
	case 0x25A1: case 0x2612: case 0xF0A8:
		return 0;
	case 'o': case 0x25E6: case 0x25CB: case 0x2013: case 0x2014:
		return 1;
	case 0x25AA: case 0x25AB: case 0x25A0: case 0xF0A7:
		return 2;
	default:
		return -1;
	}
}

/* "[ ] " and "( ) ", boxes made of letters. */
static size_t drawn_box(const char *text)
{
	bool open = text[0] == '[' || text[0] == '(';

	if (!open || (text[1] != ' ' && text[1] != 'x' && text[1] != 'X') || text[2] != (text[0] == '[' ? ']' : ')')) {
		return 0;
	}
	return spaces(text + 3) > 0 ? 3 : 0;
}

/* A letter of ASCII needs a space after it to be a bullet; an o needs a tab, since it may be a word. */
static size_t bullet(const char *text, int32_t *depth)
{
	const char *at = text;
	uint32_t letter = str_next(&at);

	*depth = bullet_depth(letter);
	if (*depth < 0 || *at == '\0') {
		*depth = 0;
		return drawn_box(text);
	}
	if ((letter == 'o' && *at != '\t') || ((letter < 0x80 || letter == 0x2013 || letter == 0x2014) && spaces(at) == 0)) {
		return 0;
	}
	return (size_t)(at - text);
}

static size_t digits(const char *text, size_t most)
{
	size_t len = 0;

	while (len < most && is_digit(text[len])) {
		len++;
	}
	return is_digit(text[len]) ? 0 : len;
}

/* "1", "2.1", "2.1." and "(3)", "4)", "5:"; *parts says how many numbers there are. */
static size_t number(const char *text, int32_t *parts)
{
	bool round = text[0] == '(';
	size_t at = round ? 1 : 0;
	size_t len = digits(text + at, NUMBER_DIGITS);
	bool closed;

	*parts = 0;
	while (len > 0) {
		at += len;
		++*parts;
		len = text[at] == '.' && *parts < NUMBER_PARTS ? digits(text + at + 1, NUMBER_DIGITS) : 0;
		at += len > 0;
	}
	closed = text[at] == ')' || (!round && (text[at] == '.' || text[at] == ':'));
	if (*parts == 0 || (round && !closed)) {
		return 0;
	}
	at += closed;
	/* A bare number is a mark only where a name or a sentence follows: "3 av 4 elever" is none. */
	if (spaces(text + at) == 0 || (!closed && *parts == 1 && text[at] != '\t' && !is_capital(first_letter(text + at + spaces(text + at))))) {
		return 0;
	}
	return at;
}

/* "a)", "B.", "iv)", "P3." */
static size_t letters(const char *text)
{
	size_t len = strspn(text, "IVXivx");

	if (len == 0 || len > ROMAN_LETTERS || (text[len] != '.' && text[len] != ')')) {
		len = (text[0] >= 'a' && text[0] <= 'z') || (text[0] >= 'A' && text[0] <= 'Z') ? 1 : 0;
		len += len > 0 && text[0] <= 'Z' ? digits(text + 1, NUMBER_DIGITS) : 0;
	}
	if (len == 0 || (text[len] != '.' && text[len] != ')' && !(len > 1 && text[len] == ':')) || spaces(text + len + 1) == 0) {
		return 0;
	}
	return len + 1;
}

static const struct {
	const char *word;
	enum import_hint hint;
} named[] = {
	{"område", HINT_AREA}, {"huvudområde", HINT_AREA}, {"målområde", HINT_AREA}, {"area", HINT_AREA}, {"dimension", HINT_AREA},
	{"domän", HINT_AREA}, {"domain", HINT_AREA}, {"tema", HINT_THEME}, {"delområde", HINT_THEME}, {"aspekt", HINT_THEME},
	{"faktor", HINT_THEME}, {"theme", HINT_THEME}, {"topic", HINT_THEME}, {"aspect", HINT_THEME}, {"factor", HINT_THEME},
	{"påstående", HINT_STATEMENT}, {"statement", HINT_STATEMENT}, {"indikator", HINT_STATEMENT}, {"indicator", HINT_STATEMENT},
	{"målgrupp", HINT_AUDIENCE}, {"roll", HINT_AUDIENCE}, {"svarande", HINT_AUDIENCE}, {"audience", HINT_AUDIENCE},
	{"role", HINT_AUDIENCE}, {"respondent", HINT_AUDIENCE},
};

/* Length of `word` if the text begins with it in any case and it ends there. */
static size_t begins_with(const char *text, const char *word)
{
	const char *at = text;

	while (*word != '\0') {
		if (str_small(str_next(&at)) != str_next(&word)) {
			return 0;
		}
	}
	return is_letter(first_letter(at)) ? 0 : (size_t)(at - text);
}

/* "Tema 2: ", "Area B – ", "Målgrupp: ": a number or a letter, then something that parts, or at least a colon. */
static size_t label(const char *text, enum import_hint *hint)
{
	for (size_t i = 0; i < ARRAY_LEN(named); i++) {
		size_t at = begins_with(text, named[i].word);
		size_t count;
		const char *after;
		uint32_t parting;

		if (at == 0) {
			continue;
		}
		count = spaces(text + at);
		count += digits(text + at + count, NUMBER_DIGITS);
		if (count == spaces(text + at) && count > 0 && text[at + count] >= 'A' && text[at + count] <= 'Z' &&
		    !is_letter((unsigned char)text[at + count + 1])) {
			count++;
		}
		after = text + at + count + spaces(text + at + count);
		parting = str_next(&after);
		if ((parting == ':' || ((parting == '.' || parting == '-' || parting == 0x2013 || parting == 0x2014) && count > 0)) && spaces(after) > 0) {
			*hint = named[i].hint;
			return (size_t)(after - text);
		}
		return 0;
	}
	return 0;
}

static void take(struct import_document *document, struct import_line *line, size_t len)
{
	const char *rest = line->text + len + spaces(line->text + len);

	if (line->mark[0] == '\0') {
		line->mark = arena_text(document->arena, line->text, len);
	}
	line->text = rest;
}

/* A line of nothing but boxes and digits, as many forms have under each statement: no list. */
static bool is_boxes(const char *text)
{
	int32_t boxes = 0;

	for (const char *at = text; *at != '\0';) {
		uint32_t letter = str_next(&at);

		boxes += letter == 0x2610 || letter == 0x25A1 || letter == 0x2611 || letter == 0x2612 || letter == 0x25CB || letter == 0xF0A8;
	}
	return boxes > 1;
}

void import_find_mark(struct import_document *document, struct import_line *line)
{
	bool heading = line->kind == LINE_HEADING;
	int32_t depth = 0, parts = 0;
	size_t len;

	if (!heading && is_boxes(line->text)) {
		return;
	}
	len = heading ? 0 : bullet(line->text, &depth);
	if (len > 0) {
		take(document, line, len);
		line->kind = LINE_ITEM;
		line->level += depth;
	}
	len = number(line->text, &parts);
	if (len == 0 && parts <= 1) {
		len = letters(line->text);
		parts = 1;
	}
	if (len > 0) {
		take(document, line, len);
		if (line->kind == LINE_TEXT) {
			line->kind = LINE_NUMBER;
			line->level = parts;
		}
	}
	len = label(line->text, &line->hint);
	if (len > 0) {
		take(document, line, len);
	}
}
