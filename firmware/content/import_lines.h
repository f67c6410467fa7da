/* A document as lines that know what they look like: out of plain text, Markdown or .docx. Only for the files of the importer. */
#ifndef SAMSYN_IMPORT_LINES_H
#define SAMSYN_IMPORT_LINES_H

#include "firmware/base/arena.h"
#include "firmware/core/command.h"

#define IMPORT_LINES_MAX 20000
#define IMPORT_CELLS_MAX 16      /* in a table's row; what stands in cells after them is joined to the last */
#define IMPORT_NOTES_MAX 8
#define IMPORT_TEXT_MIB_MAX 4
#define IMPORT_DOCX_MIB_MAX 32   /* with its pictures */

enum import_kind {
	LINE_TEXT,       /* prose, or a heading without marks */
	LINE_HEADING,    /* marked as a heading: `level` 0 (a title) to 9 */
	LINE_ITEM,       /* in a list with bullets: `level` says how far in, from 0 */
	LINE_NUMBER,     /* begins with a number: `level` is how many parts it has, "2.1" 2; a letter is one */
	LINE_ROW         /* of a table, until import_tables has taken it apart */
};

/* What a line says on its own face: "Område 1: ...", "Målgrupp: ...". */
enum import_hint { HINT_NONE, HINT_AUDIENCE, HINT_AREA, HINT_THEME, HINT_STATEMENT };

struct import_line {
	enum import_kind kind;
	enum import_hint hint;
	enum import_place place;
	int32_t number;          /* its line in the file from 1; for .docx its paragraph */
	int32_t level;
	bool apart;              /* something empty is before it */
	bool strong;             /* bold all through, or in capitals */
	bool in_table;           /* was a cell */
	bool aside;              /* was a cell beside the statements: never anything but a comment */
	bool bullet_cells;       /* a row of boxes or digits, nothing else */
	const char *mark;        /* what was taken off its front: "2.1", "-", "Område 1:"; "" if nothing */
	const char *text;        /* one line of clean UTF-8 without spaces around it */
	const char *why;         /* why it has no place, "" if there is nothing to say */
	const char *const *cells;
	int32_t cell_count;
};

struct import_document {
	struct arena *arena;
	const char *file;        /* its path */
	const char *name;        /* its name, fit to be shown */
	const char *unit;        /* "line" or "paragraph": what the numbers count */
	struct import_line *lines;
	int32_t count, room;
	bool markdown;
	const char *notes[IMPORT_NOTES_MAX];   /* what whoever imports should know about how it was read */
	int32_t note_count;
};

/* Reads the file at `path`. False if it cannot be: reason[cap] then says why and what to do. */
MUST_USE bool import_read(struct import_document *document, struct arena *arena, const char *path, char *reason, size_t cap);
/* The same for bytes[0..len), a NUL after them, of a file named `file`. */
MUST_USE bool import_read_bytes(struct import_document *document, struct arena *arena, const char *file, const char *bytes, size_t len,
	char *reason, size_t cap);

/* For the readers. Adds a line as it is; false if there is no more room. */
MUST_USE bool import_keep(struct import_document *document, const struct import_line *line);
/* Adds a line; false if there is no more room. Its text is cleaned, and its mark found unless it has a kind. */
MUST_USE bool import_add(struct import_document *document, const struct import_line *line);
/* Adds a note. */
void import_note(struct import_document *document, const char *format, ...) PRINTF_LIKE(2, 3);
/* Bytes of any encoding to UTF-8 with \n between lines and nothing that a pack may not hold; NULL if they are no text. */
const char *import_decode(struct import_document *document, const char *bytes, size_t len, char *reason, size_t cap);
/* The same for bytes that are UTF-8 without NUL. Never NULL. */
const char *import_clean(struct import_document *document, const char *text, size_t len);
bool import_read_text(struct import_document *document, const char *text, char *reason, size_t cap);
bool import_read_docx(struct import_document *document, const char *bytes, size_t len, char *reason, size_t cap);
/* Takes bullets, numbers and words such as "Tema 2:" off the front of line->text. */
void import_find_mark(struct import_document *document, struct import_line *line);
/* Takes the rows of tables apart: headings, statements, the scale in their head. False if there is no more room. */
MUST_USE bool import_tables(struct import_document *document);

#endif
