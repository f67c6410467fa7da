/* .docx to lines: its paragraphs with their styles, its lists, the rows of its tables. */
#include <stdio.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <zip.h>

#include "firmware/base/str.h"
#include "firmware/content/import_docx_styles.h"
#include "firmware/content/import_lines.h"

#define XML_MIB_MAX 16           /* unpacked: more is no document, but made to fill the memory */
#define PARAGRAPH_BYTES_MAX 65536

struct docx_reader {
	struct import_document *document;
	struct docx_styles styles;
	int32_t paragraph;           /* the one being read, from 1 */
	bool apart, full;
	char *text;                  /* of the paragraph, PARAGRAPH_BYTES_MAX */
	size_t len;
	int32_t bold, plain;         /* letters of it */
	bool cut;                    /* a paragraph was longer */
};

static void append(struct docx_reader *reader, const char *text, bool bold)
{
	size_t len = strlen(text);

	if (len >= PARAGRAPH_BYTES_MAX - reader->len) {
		reader->cut = true;
		return;
	}
	memcpy(reader->text + reader->len, text, len + 1);
	reader->len += len;
	if (strspn(text, " \t\n") < len) {
		*(bold ? &reader->bold : &reader->plain) += (int32_t)len;
	}
}

/* What may stand in a package in a second form for older programs, what is deleted, and codes of fields. */
static bool is_unsaid(const xmlNode *node)
{
	static const char *const names[] = {"Fallback", "del", "moveFrom", "instrText", "delText", "pPr", "rPr", "object", NULL};

	for (size_t i = 0; names[i] != NULL; i++) {
		if (node_is(node, names[i])) {
			return true;
		}
	}
	return false;
}

static void read_runs(struct docx_reader *reader, const xmlNode *parent, bool bold)
{
	for (const xmlNode *node = parent->children; node != NULL; node = node->next) {
		if (node->type != XML_ELEMENT_NODE || is_unsaid(node)) {
			continue;
		}
		if (node_is(node, "t")) {
			for (const xmlNode *text = node->children; text != NULL; text = text->next) {
				append(reader, text->content != NULL ? (const char *)text->content : "", bold);
			}
		} else if (node_is(node, "tab")) {
			append(reader, "\t", bold);
		} else if (node_is(node, "br") || node_is(node, "cr")) {
			append(reader, "\n", bold);
		} else if (node_is(node, "noBreakHyphen")) {
			append(reader, "\xE2\x80\x91", bold);
		} else if (node_is(node, "sym")) {
			append(reader, "\xE2\x98\x90", bold);   /* letters of symbol fonts are boxes and bullets here */
		} else if (node_is(node, "p") || node_is(node, "tbl")) {
			append(reader, " ", bold);              /* what floats beside the paragraph */
			read_runs(reader, node, bold);
		} else {
			read_runs(reader, node, node_is(node, "r") ? run_bold(node, bold) : bold);
		}
	}
}

static void begin(struct docx_reader *reader)
{
	reader->text[0] = '\0';
	reader->len = 0;
	reader->bold = reader->plain = 0;
}

/* The text so far, clean. */
static const char *said(struct docx_reader *reader)
{
	return import_clean(reader->document, reader->text, reader->len);
}

static void add(struct docx_reader *reader, const struct import_line *line)
{
	reader->full = !import_add(reader->document, line) || reader->full;
}

/* Breaks inside a paragraph part lines where a mark follows each; elsewhere they are spaces. */
static void add_broken(struct docx_reader *reader, struct import_line line, const char *text)
{
	char *copy = arena_text(reader->document->arena, text, strlen(text));
	char *part = copy;
	bool marked = strchr(copy, '\n') != NULL;

	for (char *at = strchr(copy, '\n'); at != NULL; at = strchr(at + 1, '\n')) {
		struct import_line probe = {.text = at + 1 + strspn(at + 1, " "), .mark = ""};

		import_find_mark(reader->document, &probe);
		marked = marked && probe.kind != LINE_TEXT;
	}
	while (marked && part != NULL) {
		char *end = strchr(part, '\n');

		if (end != NULL) {
			*end = '\0';
		}
		line.text = part;
		add(reader, &line);
		part = end == NULL ? NULL : end + 1;
	}
	if (!marked) {
		line.text = text;
		add(reader, &line);
	}
}

static void read_paragraph(struct docx_reader *reader, const xmlNode *node)
{
	struct docx_look look = docx_look(&reader->styles, node);
	struct import_line line = {.number = ++reader->paragraph, .apart = reader->apart || look.list < 0, .mark = ""};
	const char *text;

	begin(reader);
	read_runs(reader, node, look.bold);
	text = said(reader);
	line.strong = reader->bold > 0 && reader->plain == 0;
	if (look.heading >= 0) {
		line.kind = LINE_HEADING;
		line.level = look.heading;
	} else if (look.list >= 0) {
		line.kind = LINE_ITEM;
		line.level = look.list;
	}
	reader->apart = strspn(text, " \t\n") == strlen(text);
	add_broken(reader, line, text);
}

static void read_body(struct docx_reader *reader, const xmlNode *parent);

static const xmlNode *next_of(const xmlNode *node, const char *name)
{
	while (node != NULL && (node->type != XML_ELEMENT_NODE || !node_is(node, name))) {
		node = node->next;
	}
	return node;
}

/* A cell that holds a list is a text of its own rather than a field of a form. */
static bool is_page(const struct docx_reader *reader, const xmlNode *cell)
{
	int32_t items = 0;

	for (const xmlNode *node = next_of(cell->children, "p"); node != NULL; node = next_of(node->next, "p")) {
		items += docx_look(&reader->styles, node).list >= 0;
	}
	return items > 1;
}

static bool holds_page(const struct docx_reader *reader, const xmlNode *row)
{
	for (const xmlNode *cell = next_of(row->children, "tc"); cell != NULL; cell = next_of(cell->next, "tc")) {
		if (is_page(reader, cell)) {
			return true;
		}
	}
	return false;
}

/* A table of one column is a frame round a text. */
static bool is_frame(const xmlNode *table)
{
	for (const xmlNode *row = next_of(table->children, "tr"); row != NULL; row = next_of(row->next, "tr")) {
		const xmlNode *cell = next_of(row->children, "tc");

		if (cell != NULL && next_of(cell->next, "tc") != NULL) {
			return false;
		}
	}
	return true;
}

static void read_row(struct docx_reader *reader, const xmlNode *row)
{
	const char **cells = arena_array(reader->document->arena, IMPORT_CELLS_MAX, sizeof *cells);
	struct import_line line = {.kind = LINE_ROW, .number = ++reader->paragraph, .text = "", .cells = cells, .strong = true,
	                           .apart = reader->apart};

	for (const xmlNode *node = next_of(row->children, "tc"); node != NULL; node = next_of(node->next, "tc")) {
		if (line.cell_count == IMPORT_CELLS_MAX) {
			append(reader, " ", false);
			read_runs(reader, node, false);
			cells[IMPORT_CELLS_MAX - 1] = said(reader);
			continue;
		}
		begin(reader);
		read_runs(reader, node, false);
		line.strong = line.strong && reader->plain == 0;
		cells[line.cell_count++] = said(reader);
	}
	reader->apart = false;
	add(reader, &line);
}

/* Rows of a frame, and rows with lists in them, are read as text. */
static void read_table(struct docx_reader *reader, const xmlNode *table)
{
	bool frame = is_frame(table);

	reader->apart = true;
	for (const xmlNode *row = next_of(table->children, "tr"); row != NULL; row = next_of(row->next, "tr")) {
		if (frame || holds_page(reader, row)) {
			for (const xmlNode *cell = next_of(row->children, "tc"); cell != NULL; cell = next_of(cell->next, "tc")) {
				read_body(reader, cell);
			}
		} else {
			read_row(reader, row);
		}
	}
	reader->apart = true;
}

static void read_body(struct docx_reader *reader, const xmlNode *parent)
{
	for (const xmlNode *node = parent->children; node != NULL && !reader->full; node = node->next) {
		if (node->type != XML_ELEMENT_NODE || is_unsaid(node)) {
			continue;
		}
		if (node_is(node, "p")) {
			read_paragraph(reader, node);
		} else if (node_is(node, "tbl")) {
			read_table(reader, node);
		} else {
			read_body(reader, node);
		}
	}
}

/* Unpacks one part of the package; NULL if it is not there or not sound. reason is filled in only where it is there. */
static char *unpack(struct import_document *document, zip_t *package, const char *name, size_t *len, char *reason, size_t cap)
{
	struct zip_stat found;
	zip_file_t *part;
	char *bytes;
	zip_int64_t got;

	if (zip_stat(package, name, 0, &found) != 0 || (found.valid & ZIP_STAT_SIZE) == 0) {
		return NULL;
	}
	if (found.size > (zip_uint64_t)XML_MIB_MAX * 1024 * 1024) {
		snprintf(reason, cap, "its text is longer than %d MiB unpacked; is it the right file?", XML_MIB_MAX);
		return NULL;
	}
	part = zip_fopen(package, name, 0);
	if (part == NULL) {
		snprintf(reason, cap, "it cannot be unpacked (%s); save it again as .docx", zip_strerror(package));
		return NULL;
	}
	bytes = arena_alloc(document->arena, (size_t)found.size + 1);
	got = zip_fread(part, bytes, found.size + 1);
	*len = got < 0 ? 0 : (size_t)got;
	if (zip_fclose(part) != 0 || got < 0 || (zip_uint64_t)got != found.size) {
		snprintf(reason, cap, "it is damaged; save it again as .docx");
		return NULL;
	}
	return bytes;
}

/* A document type could make a short file long; no word processor writes one. */
static xmlDoc *parse(const char *bytes, size_t len)
{
	xmlDoc *xml = xmlReadMemory(bytes, (int)len, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);

	if (xml != NULL && xmlGetIntSubset(xml) != NULL) {
		xmlFreeDoc(xml);
		return NULL;
	}
	return xml;
}

static bool read_parts(struct docx_reader *reader, zip_t *package, char *reason, size_t cap)
{
	size_t len = 0;
	char unsaid[200];
	char *text = unpack(reader->document, package, "word/document.xml", &len, reason, cap);
	xmlDoc *body = text != NULL ? parse(text, len) : NULL;
	xmlDoc *styles = NULL;

	if (body == NULL) {
		return false;
	}
	text = unpack(reader->document, package, "word/styles.xml", &len, unsaid, sizeof unsaid);
	styles = text != NULL ? parse(text, len) : NULL;
	docx_styles_read(&reader->styles, reader->document->arena, styles != NULL ? xmlDocGetRootElement(styles) : NULL);
	if (xmlDocGetRootElement(body) != NULL) {
		read_body(reader, xmlDocGetRootElement(body));
	}
	xmlFreeDoc(styles);
	xmlFreeDoc(body);
	if (reader->full) {
		snprintf(reason, cap, "more than %d paragraphs; is it the right file?", IMPORT_LINES_MAX);
	}
	if (reader->cut) {
		import_note(reader->document, "a paragraph of more than %d bytes was cut", PARAGRAPH_BYTES_MAX);
	}
	return !reader->full;
}

bool import_read_docx(struct import_document *document, const char *bytes, size_t len, char *reason, size_t cap)
{
	struct docx_reader reader = {.document = document, .apart = true};
	zip_error_t error;
	zip_source_t *source;
	zip_t *package = NULL;
	bool read;

	zip_error_init(&error);
	source = zip_source_buffer_create(bytes, len, 0, &error);
	if (source != NULL) {
		package = zip_open_from_source(source, ZIP_RDONLY, &error);
	}
	if (package == NULL) {
		snprintf(reason, cap, "it cannot be unpacked (%s); save it again as .docx", zip_error_strerror(&error));
		zip_source_free(source);
		zip_error_fini(&error);
		return false;
	}
	zip_error_fini(&error);
	snprintf(reason, cap, "it holds no Word text; expected plain text, Markdown or .docx");
	reader.text = arena_alloc(document->arena, PARAGRAPH_BYTES_MAX);
	read = read_parts(&reader, package, reason, cap);
	zip_discard(package);
	return read;
}
