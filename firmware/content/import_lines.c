/* A document as lines: which reader it takes, and what all of them share. */
#include "firmware/content/import_lines.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "firmware/base/str.h"
#include "firmware/content/files.h"

void import_note(struct import_document *document, const char *format, ...)
{
	char text[200];
	va_list values;

	if (document->note_count == IMPORT_NOTES_MAX) {
		return;
	}
	va_start(values, format);
	vsnprintf(text, sizeof text, format, values);
	va_end(values);
	document->notes[document->note_count++] = arena_text(document->arena, text, strlen(text));
}

static void grow(struct import_document *document)
{
	int32_t room = document->room == 0 ? 256 : document->room * 2;
	struct import_line *lines = arena_array(document->arena, room, sizeof *lines);

	if (document->count > 0) {
		memcpy(lines, document->lines, (size_t)document->count * sizeof *lines);
	}
	document->lines = lines;
	document->room = room;
}

static bool is_space(const char *at)
{
	return *at == ' ' || *at == '\t' || *at == '\n';
}

/* The bytes of a space without a break (U+00A0), or 0. */
static size_t hard_space(const char *at, const char *end)
{
	return end - at >= 2 && (unsigned char)at[0] == 0xC2 && (unsigned char)at[1] == 0xA0 ? 2 : 0;
}

/* Without spaces around it, and with one where there were several. */
static const char *cleaned(struct arena *arena, const char *text)
{
	const char *end = text + strlen(text);
	char *clean = arena_alloc(arena, strlen(text) + 1);
	size_t len = 0;

	while (text < end && (is_space(text) || hard_space(text, end) > 0)) {
		text += is_space(text) ? 1 : 2;
	}
	while (end > text && (is_space(end - 1) || (end - text >= 2 && hard_space(end - 2, end) > 0))) {
		end -= is_space(end - 1) ? 1 : 2;
	}
	for (; text < end; text++) {
		if (!is_space(text)) {
			clean[len++] = *text;
		} else if (len > 0 && clean[len - 1] != ' ') {
			clean[len++] = ' ';
		}
	}
	return clean;
}

bool import_keep(struct import_document *document, const struct import_line *line)
{
	if (document->count == IMPORT_LINES_MAX) {
		return false;
	}
	if (document->count == document->room) {
		grow(document);
	}
	document->lines[document->count++] = *line;
	return true;
}

bool import_add(struct import_document *document, const struct import_line *line)
{
	struct import_line *to;

	if (!import_keep(document, line)) {
		return false;
	}
	to = &document->lines[document->count - 1];
	to->mark = to->mark != NULL ? to->mark : "";
	to->why = "";
	to->text += strspn(to->text, " \t\n");
	if (to->kind == LINE_TEXT || to->kind == LINE_HEADING) {
		import_find_mark(document, to);   /* before its tabs are spaces: they tell a bullet from a word */
	}
	to->text = cleaned(document->arena, to->text);
	document->count -= to->text[0] == '\0' && to->kind != LINE_ROW;
	return true;
}

static bool is_zip(const char *bytes, size_t len)
{
	return len >= 4 && memcmp(bytes, "PK\x03\x04", 4) == 0;
}

/* The last part of a path, as one line of text. */
static const char *shown_name(struct import_document *document)
{
	const char *slash = strrchr(document->file, '/');
	const char *name = slash != NULL ? slash + 1 : document->file;
	const char *clean = import_clean(document, name, strlen(name));

	return str_valid(clean, strlen(clean)) ? cleaned(document->arena, clean) : "";
}

bool import_read_bytes(struct import_document *document, struct arena *arena, const char *file, const char *bytes, size_t len,
	char *reason, size_t cap)
{
	const char *text;
	bool read;

	*document = (struct import_document){.arena = arena, .file = file, .unit = "line"};
	document->name = shown_name(document);
	if (is_zip(bytes, len)) {
		document->unit = "paragraph";
		read = import_read_docx(document, bytes, len, reason, cap);
	} else if (len > (size_t)IMPORT_TEXT_MIB_MAX * 1024 * 1024) {
		snprintf(reason, cap, "longer than %d MiB; is it the right file?", IMPORT_TEXT_MIB_MAX);
		return false;
	} else {
		text = import_decode(document, bytes, len, reason, cap);
		read = text != NULL && import_read_text(document, text, reason, cap);
	}
	if (!read) {
		return false;
	}
	if (!import_tables(document)) {
		snprintf(reason, cap, "its tables have more than %d cells; is it the right file?", IMPORT_LINES_MAX);
		return false;
	}
	if (document->count == 0) {
		snprintf(reason, cap, "there is no text in it");
		return false;
	}
	return true;
}

bool import_read(struct import_document *document, struct arena *arena, const char *path, char *reason, size_t cap)
{
	const char *why = NULL;
	size_t len = 0;
	const char *bytes;

	if (path_kind(path) == PATH_FOLDER) {
		snprintf(reason, cap, "it is a folder; expected a file");
		return false;
	}
	bytes = file_bytes(arena, path, IMPORT_DOCX_MIB_MAX, &len, &why);
	if (bytes == NULL) {
		snprintf(reason, cap, "%s", why);
		return false;
	}
	return import_read_bytes(document, arena, path, bytes, len, reason, cap);
}
