/* Tables to lines: which column holds the statements, which ones the scale, and what stands to their left are headings. */
#include <string.h>

#include "firmware/base/str.h"
#include "firmware/content/import_lines.h"
#include "firmware/content/import_words.h"

#define HEADING_LEVEL 8          /* of a row that is one; columns to the left of the statements follow */
#define HEADING_WORDS_MAX 12
#define STATEMENT_WORDS_MIN 3
#define SCALE_COLUMNS_MIN 3

enum column_kind { COLUMN_ASIDE, COLUMN_NUMBER, COLUMN_HEADING, COLUMN_STATEMENT, COLUMN_SCALE };

struct table {
	const struct import_line *rows;
	int32_t count, columns;
	int32_t head;                /* index of the row with the columns' names; -1 for none */
	int32_t statements;          /* the column that holds them; -1 for none */
	bool sentences;              /* most statements end with a full stop */
	enum column_kind kinds[IMPORT_CELLS_MAX];
};

static const char *cell(const struct import_line *row, int32_t column)
{
	const char *text = column < row->cell_count ? row->cells[column] : "";

	return text + strspn(text, " \t\n");
}

/* Words and not only a box, a stroke, a digit or a cross to tick. */
static bool has_words(const char *text)
{
	int32_t letters = 0;

	for (uint32_t letter = str_next(&text); letter != 0; letter = str_next(&text)) {
		letters += is_letter(letter);
	}
	return letters > 1;
}

static bool has_text(const char *text)
{
	return text[0] != '\0';
}

static int32_t filled(const struct import_line *row)
{
	int32_t count = 0;

	for (int32_t i = 0; i < row->cell_count; i++) {
		count += has_text(cell(row, i));
	}
	return count;
}

/* A row that is a heading over those that follow: one cell across all, or alone in it a name among sentences. */
static bool is_heading_row(const struct table *table, const struct import_line *row)
{
	const char *only = NULL;

	for (int32_t i = 0; i < row->cell_count; i++) {
		if (has_text(cell(row, i))) {
			if (only != NULL) {
				return false;
			}
			only = cell(row, i);
		}
	}
	if (only == NULL || count_words(only) > HEADING_WORDS_MAX || is_sentence_end(last_letter(only))) {
		return false;
	}
	return (row->cell_count == 1 && table->columns > 1) || row->strong || table->sentences;
}

/* How many rows below the head have words in that column, and how many words in all. */
static int32_t worded_rows(const struct table *table, int32_t column, int32_t *words)
{
	int32_t count = 0;

	*words = 0;
	for (int32_t i = table->head + 1; i < table->count; i++) {
		const char *text = cell(&table->rows[i], column);

		if (has_words(text) && !is_heading_row(table, &table->rows[i])) {
			count++;
			*words += count_words(text);
		}
	}
	return count;
}

/* The first of the first three rows that fills most columns, if the rows below leave some of them to be filled in. */
static int32_t find_head(const struct table *table)
{
	int32_t best = -1, most = 2;

	for (int32_t i = 0; i < table->count && i < 3; i++) {
		if (filled(&table->rows[i]) > most) {
			best = i;
			most = filled(&table->rows[i]);
		}
	}
	if (best < 0 && table->count > 1 && filled(&table->rows[0]) == 2 && table->columns == 2) {
		char folded[FOLDED_BYTES];

		fold(cell(&table->rows[0], 0), folded);
		best = folded_has(folded, words_area) || folded_has(folded, words_theme) || folded_has(folded, words_statement) ? 0 : -1;
	}
	return best;
}

static bool head_says(const struct table *table, int32_t column, const char *const *words)
{
	char folded[FOLDED_BYTES];

	if (table->head < 0) {
		return false;
	}
	fold(cell(&table->rows[table->head], column), folded);
	return folded_has(folded, words);
}

/* The column that is called so, else the one with most words. */
static int32_t find_statements(const struct table *table)
{
	int32_t best = -1, most = 0;

	for (int32_t i = 0; i < table->columns; i++) {
		int32_t words;
		int32_t rows = worded_rows(table, i, &words);

		if (rows > 0 && head_says(table, i, words_statement)) {
			return i;
		}
		if (words > most && words >= rows * STATEMENT_WORDS_MIN) {
			best = i;
			most = words;
		}
	}
	return best;
}

static bool only_numbers(const struct table *table, int32_t column)
{
	int32_t numbers = 0;

	for (int32_t i = table->head + 1; i < table->count; i++) {
		const char *text = cell(&table->rows[i], column);

		if (is_heading_row(table, &table->rows[i])) {
			continue;
		}
		if (strspn(text, "0123456789. ") != strlen(text)) {
			return false;
		}
		numbers += has_text(text);
	}
	return numbers > 0;
}

static enum column_kind kind_of(const struct table *table, int32_t column)
{
	int32_t words;
	int32_t rows = worded_rows(table, column, &words);
	bool named = table->head >= 0 && has_text(cell(&table->rows[table->head], column));

	if (column == table->statements) {
		return COLUMN_STATEMENT;
	}
	if (column < table->statements) {
		return rows > 0 ? COLUMN_HEADING : only_numbers(table, column) ? COLUMN_NUMBER : COLUMN_ASIDE;
	}
	return rows == 0 && named && !head_says(table, column, words_beside) ? COLUMN_SCALE : COLUMN_ASIDE;
}

static bool mostly_sentences(const struct table *table)
{
	int32_t ended = 0, all = 0;

	for (int32_t i = table->head + 1; i < table->count; i++) {
		const char *text = cell(&table->rows[i], table->statements);

		all += has_words(text);
		ended += has_words(text) && is_sentence_end(last_letter(text));
	}
	return ended * 2 > all;
}

static void study(struct table *table)
{
	int32_t scale = 0;

	for (int32_t i = 0; i < table->count; i++) {
		table->columns = max_i32(table->columns, table->rows[i].cell_count);
	}
	table->head = find_head(table);
	table->statements = find_statements(table);
	if (table->statements < 0) {
		return;
	}
	table->sentences = mostly_sentences(table);
	for (int32_t i = 0; i < table->columns; i++) {
		table->kinds[i] = kind_of(table, i);
		scale += table->kinds[i] == COLUMN_SCALE;
	}
	for (int32_t i = 0; scale < SCALE_COLUMNS_MIN && i < table->columns; i++) {
		table->kinds[i] = table->kinds[i] == COLUMN_SCALE ? COLUMN_ASIDE : table->kinds[i];
	}
	/* A head that names no scale, and no column, is the first row. */
	if (scale < SCALE_COLUMNS_MIN && table->head == 0 && !head_says(table, table->statements, words_statement) &&
	    !head_says(table, 0, words_area) && !head_says(table, 0, words_theme)) {
		table->head = -1;
	}
}

struct emitter {
	struct import_document *to;
	bool full;
};

static void emit(struct emitter *emitter, const struct import_line *line)
{
	emitter->full = !import_add(emitter->to, line) || emitter->full;
}

static void emit_cell(struct emitter *emitter, const struct import_line *row, const char *text, struct import_line look)
{
	look.text = text;
	look.number = row->number;
	look.in_table = true;
	emit(emitter, &look);
}

/* The names of the columns: those of the scale are one line with cells, the others stay beside. */
static void emit_head(struct emitter *emitter, const struct table *table)
{
	const struct import_line *row = &table->rows[table->head];
	const char **labels = arena_array(emitter->to->arena, IMPORT_CELLS_MAX, sizeof *labels);
	struct import_line scale = {.kind = LINE_TEXT, .number = row->number, .in_table = true, .cells = labels, .text = "scale"};

	for (int32_t i = 0; i < row->cell_count; i++) {
		if (table->kinds[i] == COLUMN_SCALE) {
			labels[scale.cell_count++] = cell(row, i);
		} else {
			emit_cell(emitter, row, cell(row, i), (struct import_line){.aside = true});
		}
	}
	if (scale.cell_count > 0) {
		size_t len = 0;
		char *text;

		for (int32_t i = 0; i < scale.cell_count; i++) {
			len += strlen(labels[i]) + 3;
		}
		text = arena_alloc(emitter->to->arena, len + 1);
		for (int32_t i = 0; i < scale.cell_count; i++) {
			str_append(text, len + 1, i == 0 ? "" : " | ");
			str_append(text, len + 1, labels[i]);
		}
		scale.text = text;
		emit(emitter, &scale);
	}
}

static void emit_row(struct emitter *emitter, const struct table *table, const struct import_line *row, const char **headings)
{
	const char *mark = "";

	if (is_heading_row(table, row)) {
		for (int32_t i = 0; i < row->cell_count; i++) {
			emit_cell(emitter, row, cell(row, i), (struct import_line){.kind = LINE_HEADING, .level = HEADING_LEVEL, .apart = true});
		}
		return;
	}
	for (int32_t i = 0; i < row->cell_count; i++) {
		const char *text = cell(row, i);
		enum column_kind kind = table->kinds[i];

		if (!has_text(text)) {
			continue;
		}
		if (kind == COLUMN_NUMBER) {
			mark = text;
		} else if (kind == COLUMN_HEADING) {
			if (headings[i] == NULL || !str_equal(headings[i], text)) {
				emit_cell(emitter, row, text, (struct import_line){.kind = LINE_HEADING, .level = HEADING_LEVEL + 1 + i, .apart = true});
			}
			for (int32_t j = i; j < IMPORT_CELLS_MAX; j++) {
				headings[j] = j == i ? text : NULL;
			}
		} else if (kind == COLUMN_STATEMENT) {
			struct import_line probe = {.text = text, .mark = ""};

			import_find_mark(emitter->to, &probe);
			emit_cell(emitter, row, probe.text, (struct import_line){.kind = LINE_ITEM, .mark = mark[0] != '\0' ? mark : probe.mark});
		} else if (has_words(text)) {
			emit_cell(emitter, row, text, (struct import_line){.aside = true});
		}
	}
}

/* A table without statements: its cells stay as they are, beside. */
static void emit_aside(struct emitter *emitter, const struct import_line *row)
{
	for (int32_t i = 0; i < row->cell_count; i++) {
		emit_cell(emitter, row, cell(row, i), (struct import_line){.aside = true});
	}
}

static void emit_table(struct emitter *emitter, const struct import_line *rows, int32_t count)
{
	struct table table = {.rows = rows, .count = count};
	const char *headings[IMPORT_CELLS_MAX] = {NULL};

	study(&table);
	for (int32_t i = 0; i < count; i++) {
		if (table.statements < 0) {
			emit_aside(emitter, &rows[i]);
		} else if (i == table.head) {
			emit_head(emitter, &table);
		} else if (i < table.head && !is_heading_row(&table, &rows[i])) {
			emit_aside(emitter, &rows[i]);
		} else {
			emit_row(emitter, &table, &rows[i], headings);
		}
	}
}

bool import_tables(struct import_document *document)
{
	const struct import_line *lines = document->lines;
	int32_t count = document->count;
	struct emitter emitter = {.to = document};

	document->lines = NULL;
	document->count = document->room = 0;
	for (int32_t i = 0; i < count;) {
		int32_t rows = 0;

		while (i + rows < count && lines[i + rows].kind == LINE_ROW && (rows == 0 || !lines[i + rows].apart)) {
			rows++;
		}
		if (rows > 0) {
			emit_table(&emitter, &lines[i], rows);
			i += rows;
		} else {
			emitter.full = !import_keep(document, &lines[i++]) || emitter.full;
		}
	}
	return !emitter.full;
}
