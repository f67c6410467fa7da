/* Plain text and Markdown to lines. */
#include <stdio.h>
#include <string.h>

#include "firmware/base/str.h"
#include "firmware/content/import_lines.h"
#include "firmware/content/import_words.h"

#define TAB 4
#define HEADING_LEVELS 6
#define WRAP_MOST 120        /* letters: a longer line was not broken by an editor */
#define WRAP_LINES 5         /* that are about as long as the longest, before we believe that an editor broke them */
#define NESTING_MAX 12
#define CAPITALS_LEAST 4
#define JOINED_MOST 4000     /* bytes: what is longer is no statement, and is not looked into */

struct text_reader {
	struct import_document *document;
	int32_t number;              /* of the line being read */
	int32_t wrap;                /* letters at which an editor broke the lines; 0 if none did */
	int32_t before_letters;      /* of the line before, as it stood in the file */
	int32_t before_indent;
	bool apart, fenced;
	int32_t indents[NESTING_MAX];
	int32_t depth;               /* of the list that is open */
	char *line;                  /* without spaces around it */
	char *whole;                 /* with those before it */
	int32_t indent;
};

static struct import_line *last_line(const struct text_reader *reader)
{
	return reader->document->count > 0 ? &reader->document->lines[reader->document->count - 1] : NULL;
}

/* Lines of `---`, `***`, `===`, `____`: drawn, not said. */
static bool is_rule(const char *line)
{
	return line[0] != '\0' && line[1] != '\0' && line[2] != '\0' && strspn(line, "-=_*~. ") == strlen(line);
}

static bool is_separator(const char *line)
{
	return strspn(line, "|-: ") == strlen(line) && strchr(line, '-') != NULL;
}

static int32_t count_of(const char *text, char c)
{
	int32_t count = 0;

	for (; *text != '\0'; text++) {
		count += *text == c;
	}
	return count;
}

/* Takes `mark` off both ends of a text that has it at both. */
static bool unwrap(char **text, const char *mark)
{
	size_t len = strlen(*text), size = strlen(mark);

	if (len <= 2 * size || !str_starts(*text, mark) || memcmp(*text + len - size, mark, size) != 0) {
		return false;
	}
	(*text)[len - size] = '\0';
	if (strstr(*text + size, mark) != NULL) {
		(*text)[len - size] = mark[0];
		return false;
	}
	*text += size;
	return true;
}

static bool in_capitals(const char *text)
{
	int32_t capitals = 0;

	for (uint32_t letter = str_next(&text); letter != 0; letter = str_next(&text)) {
		if (str_capital(letter) != letter) {
			return false;
		}
		capitals += is_capital(letter);
	}
	return capitals >= CAPITALS_LEAST;
}

/* Takes Markdown's marks of stress out of a text; one at both ends of it makes it strong. */
static bool unstress(const struct text_reader *reader, char **text)
{
	static const char *const marks[] = {"**", "__", "*", "`"};
	bool strong = unwrap(text, "**") || unwrap(text, "__");

	for (size_t i = 0; reader->document->markdown && strlen(*text) < JOINED_MOST && i < ARRAY_LEN(marks); i++) {
		size_t size = strlen(marks[i]);

		for (char *at = strstr(*text, marks[i]); at != NULL; at = strstr(at, marks[i])) {
			char *other = strstr(at + size, marks[i]);

			if (other == NULL || other == at + size || at[size] == ' ' || other[-1] == ' ') {
				break;
			}
			memmove(other, other + size, strlen(other + size) + 1);
			memmove(at, at + size, strlen(at + size) + 1);
		}
	}
	return strong;
}

/* Takes the text apart at `parting`, into cells. */
static bool add_row(struct text_reader *reader, char *text, char parting)
{
	const char **cells = arena_array(reader->document->arena, IMPORT_CELLS_MAX, sizeof *cells);
	struct import_line row = {.kind = LINE_ROW, .number = reader->number, .text = "", .cells = cells, .apart = reader->apart};
	size_t len = strlen(text);

	if (parting == '|' && text[0] == '|') {
		text++;
		len--;
	}
	if (parting == '|' && len > 0 && text[len - 1] == '|') {
		text[--len] = '\0';
	}
	while (text != NULL) {
		char *end = row.cell_count + 1 < IMPORT_CELLS_MAX ? strchr(text, parting) : NULL;

		if (end != NULL) {
			*end = '\0';
		}
		while (*text == ' ') {
			text++;
		}
		for (size_t last = strlen(text); last > 0 && text[last - 1] == ' '; last--) {
			text[last - 1] = '\0';
		}
		(void)unstress(reader, &text);
		cells[row.cell_count++] = text;
		text = end == NULL ? NULL : end + 1;
	}
	return import_add(reader->document, &row);
}

/* Cells parted by tabs. A mark with a tab after it is no cell. */
static bool is_tabbed(struct text_reader *reader)
{
	char *tab = strchr(reader->line, '\t');
	struct import_line probe = {.text = reader->line, .mark = ""};

	/* A row may begin with empty cells. */
	if (reader->whole[0] == '\t' && !reader->apart && last_line(reader) != NULL && last_line(reader)->kind == LINE_ROW) {
		return true;
	}
	if (tab == NULL) {
		return false;
	}
	if (count_of(reader->line, '\t') > 1) {
		return true;
	}
	import_find_mark(reader->document, &probe);
	return strchr(probe.text, '\t') != NULL;
}

static bool ends_open(const char *text)
{
	uint32_t last = last_letter(text);

	return !is_sentence_end(last) && last != ':';
}

/* True if this line goes on with what the one before began: it hangs under a bullet, or an editor broke the line there. */
static bool goes_on(const struct text_reader *reader)
{
	const struct import_line *before = last_line(reader);
	uint32_t first = first_letter(reader->line);
	size_t word = strcspn(reader->line, " \t");
	bool listed;

	if (before == NULL || reader->apart || before->kind == LINE_HEADING || before->kind == LINE_ROW ||
	    strnlen(before->text, JOINED_MOST) == JOINED_MOST) {
		return false;
	}
	listed = before->kind == LINE_ITEM || before->kind == LINE_NUMBER;
	if (listed && reader->indent > reader->before_indent && reader->indent > 0) {
		return true;
	}
	if (!ends_open(before->text)) {
		return false;
	}
	return (is_letter(first) && !is_capital(first)) ||
	       (reader->wrap > 0 && reader->before_letters + 1 + (int32_t)word > reader->wrap);
}

static bool join(struct text_reader *reader)
{
	struct import_line *before = last_line(reader);
	size_t len = strlen(before->text), more = strlen(reader->line);
	char *text = arena_alloc(reader->document->arena, len + more + 2);

	memcpy(text, before->text, len);
	text[len] = ' ';
	memcpy(text + len + 1, reader->line, more);
	for (char *at = text; *at != '\0'; at++) {
		*at = *at == '\t' ? ' ' : *at;
	}
	before->text = text;
	return true;
}

/* How far in an item stands: by what is to its left, and by its bullet. */
static void nest(struct text_reader *reader, struct import_line *line)
{
	int32_t place = reader->indent / 2 * 4 + line->level;   /* one space more or less means nothing */

	while (reader->depth > 0 && reader->indents[reader->depth - 1] > place) {
		reader->depth--;
	}
	if (reader->depth == 0 || (reader->indents[reader->depth - 1] < place && reader->depth < NESTING_MAX)) {
		reader->indents[reader->depth++] = place;
	}
	line->level = reader->depth - 1;
}

static bool add_line(struct text_reader *reader)
{
	struct import_document *document = reader->document;
	struct import_line line = {.number = reader->number, .apart = reader->apart, .aside = reader->fenced};
	int32_t count = document->count;
	size_t hashes = strspn(reader->line, "#");
	char *text = reader->line;
	struct import_line *added;

	if (hashes > 0 && hashes <= HEADING_LEVELS && text[hashes] == ' ') {
		line.kind = LINE_HEADING;
		line.level = (int32_t)hashes;
		text += hashes;
		while (strlen(text) > 0 && (text[strlen(text) - 1] == '#' || text[strlen(text) - 1] == ' ')) {
			text[strlen(text) - 1] = '\0';
		}
		text += strspn(text, " ");
	}
	line.strong = unstress(reader, &text) || in_capitals(text);
	line.text = text;
	if (!import_add(document, &line)) {
		return false;
	}
	if (document->count == count) {
		return true;
	}
	added = last_line(reader);
	if (added->kind == LINE_ITEM) {
		nest(reader, added);
	} else if (added->kind != LINE_NUMBER || reader->indent == 0) {
		reader->depth = 0;
	}
	if (added->kind == LINE_ITEM || added->kind == LINE_NUMBER) {
		/* What stands behind the bullet may be stressed, too. */
		char *stressed = arena_text(document->arena, added->text, strlen(added->text));

		added->strong = unstress(reader, &stressed);
		added->text = stressed;
	}
	return true;
}

/* "Name" with a line of === or --- under it. */
static bool underlines(const struct text_reader *reader)
{
	const struct import_line *before = last_line(reader);

	return before != NULL && before->kind == LINE_TEXT && !reader->apart && strlen(reader->line) >= 3 &&
	       (strspn(reader->line, "=") == strlen(reader->line) || strspn(reader->line, "-") == strlen(reader->line));
}

static bool take_line(struct text_reader *reader)
{
	bool piped = count_of(reader->line, '|') > 1;

	if (str_starts(reader->line, "```") || str_starts(reader->line, "~~~")) {
		reader->fenced = !reader->fenced;
		return true;
	}
	if (underlines(reader)) {
		last_line(reader)->kind = LINE_HEADING;
		last_line(reader)->level = reader->line[0] == '=' ? 1 : 2;
		reader->apart = true;
		return true;
	}
	if (piped && is_separator(reader->line)) {
		return true;
	}
	if (is_rule(reader->line)) {
		reader->apart = true;
		return true;
	}
	if (!reader->fenced && (piped || is_tabbed(reader))) {
		return add_row(reader, piped ? reader->line : reader->whole, piped ? '|' : '\t');
	}
	if (reader->line[0] == '>' && reader->line[1] == ' ') {
		reader->line += 2;
	}
	if (!reader->fenced) {
		struct import_line probe = {.text = reader->line, .mark = ""};

		import_find_mark(reader->document, &probe);
		if (probe.kind == LINE_TEXT && reader->line[0] != '#' && goes_on(reader)) {
			return join(reader);
		}
	}
	return add_line(reader);
}

/* Finds how far in the line stands, and takes the spaces off both ends. */
static void trim(struct text_reader *reader, char *line)
{
	size_t len;

	reader->whole = line;
	reader->indent = 0;
	for (;; line++) {
		if (*line == ' ' || *line == '\t') {
			reader->indent += *line == '\t' ? TAB : 1;
		} else if ((unsigned char)line[0] == 0xC2 && (unsigned char)line[1] == 0xA0) {
			reader->indent++;
			line++;
		} else {
			break;
		}
	}
	len = strlen(line);
	while (len > 0 && (line[len - 1] == ' ' || line[len - 1] == '\t')) {
		len--;
	}
	line[len] = '\0';
	reader->line = line;
}

/* Letters at which an editor broke the lines of this text, or 0. Markdown's headings show whether it is any. */
static int32_t survey(struct import_document *document, const char *text)
{
	size_t longest = 0;
	int32_t near = 0;

	for (int32_t round = 0; round < 2; round++) {
		for (const char *at = text; *at != '\0';) {
			size_t bytes = strcspn(at, "\n"), letters = 0;
			size_t hashes = strspn(at, "#");

			for (size_t i = 0; i < bytes; i++) {
				letters += ((unsigned char)at[i] & 0xC0) != 0x80;
			}
			document->markdown = document->markdown || (hashes > 0 && hashes <= HEADING_LEVELS && at[hashes] == ' ');
			longest = letters > longest ? letters : longest;
			near += round == 1 && letters * 5 >= longest * 4;
			at += bytes + (at[bytes] == '\n');
		}
	}
	return longest <= WRAP_MOST && near >= WRAP_LINES ? (int32_t)longest : 0;
}

static bool is_markdown(const char *file)
{
	size_t len = strlen(file);

	return (len > 3 && str_equal(file + len - 3, ".md")) || (len > 9 && str_equal(file + len - 9, ".markdown"));
}

bool import_read_text(struct import_document *document, const char *text, char *reason, size_t cap)
{
	struct text_reader reader = {.document = document, .apart = true};
	char *at = arena_text(document->arena, text, strlen(text));

	document->markdown = is_markdown(document->file);
	reader.wrap = survey(document, text);
	while (*at != '\0') {
		char *end = at + strcspn(at, "\n");
		bool last = *end == '\0';

		*end = '\0';
		reader.number++;
		trim(&reader, at);
		if (reader.line[0] == '\0') {
			reader.apart = true;
		} else {
			int32_t letters = (int32_t)str_letters(reader.line) + reader.indent;
			int32_t indent = reader.indent;
			bool rule = is_rule(reader.line);

			if (!take_line(&reader)) {
				snprintf(reason, cap, "more than %d lines; is it the right file?", IMPORT_LINES_MAX);
				return false;
			}
			reader.apart = rule;
			reader.before_letters = letters;
			reader.before_indent = indent;
		}
		at = last ? end : end + 1;
	}
	return true;
}
