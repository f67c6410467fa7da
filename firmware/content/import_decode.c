/* Bytes of any encoding to clean UTF-8. */
#include <stdio.h>
#include <string.h>

#include "firmware/base/str.h"
#include "firmware/content/import_lines.h"

#define GROWTH 3   /* bytes of UTF-8 that a byte of Windows-1252 or a half of UTF-16 takes at most */

/* The letters 0x80 to 0x9F of Windows-1252; 0 where there is none. Source: the WHATWG Encoding Standard's index. */
static const uint16_t windows_letters[32] = {
	0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
	0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
};

struct writer {
	char *to;
	size_t len;
	int32_t line, dropped, dropped_at;
	bool after_cr;
};

static bool never_shown(uint32_t letter)
{
	return letter < 0x20 || (letter >= 0x7F && letter < 0xA0) || letter == 0xFEFF || letter >= 0x110000 ||
	       (letter & 0xFFFE) == 0xFFFE || (letter >= 0xD800 && letter < 0xE000);
}

/* One letter. Line ends of every system become \n; what no pack may hold is dropped and counted. */
static void put(struct writer *out, uint32_t letter)
{
	bool after_cr = out->after_cr;

	out->after_cr = letter == '\r';
	if (letter == '\n' && after_cr) {
		return;
	}
	if (letter == '\n' || letter == '\r' || letter == '\f' || letter == '\v' || letter == 0x85 || letter == 0x2028 || letter == 0x2029) {
		out->to[out->len++] = '\n';
		out->line++;
	} else if (letter == '\t') {
		out->to[out->len++] = '\t';
	} else if (!never_shown(letter)) {
		out->len += str_encode(letter, out->to + out->len);
	} else if (letter != 0xFEFF) {
		out->dropped_at = out->dropped == 0 ? out->line : out->dropped_at;
		out->dropped++;
	}
}

static void from_utf8(struct writer *out, const char *bytes, size_t len)
{
	const char *at = bytes;

	while (at < bytes + len) {
		put(out, str_next(&at));
	}
}

static void from_windows(struct writer *out, const unsigned char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		bool special = bytes[i] >= 0x80 && bytes[i] < 0xA0;

		put(out, special ? windows_letters[bytes[i] - 0x80] : bytes[i]);
	}
}

static void from_utf16(struct writer *out, const unsigned char *bytes, size_t len, bool big)
{
	uint32_t high = 0;

	for (size_t i = 0; i + 1 < len; i += 2) {
		uint32_t half = big ? (uint32_t)bytes[i] << 8 | bytes[i + 1] : (uint32_t)bytes[i + 1] << 8 | bytes[i];

		if (half >= 0xD800 && half < 0xDC00) {
			high = half;
		} else if (half >= 0xDC00 && half < 0xE000 && high != 0) {
			put(out, 0x10000 + ((high - 0xD800) << 10) + (half - 0xDC00));
			high = 0;
		} else {
			put(out, half);
			high = 0;
		}
	}
}

/* What files begin with that are no text, and what to do with them. */
static const struct {
	const char *start, *what;
} others[] = {
	{"%PDF", "a PDF; open it, copy its text into a document and save that as .docx or plain text"},
	{"\xD0\xCF\x11\xE0", "an old Word document (.doc); open it and save it as .docx"},
	{"{\\rtf", "an RTF document; open it and save it as .docx"},
	{"<!DOCTYPE", "a web page; copy its text into a document and save that as .docx or plain text"},
	{"<!doctype", "a web page; copy its text into a document and save that as .docx or plain text"},
	{"<html", "a web page; copy its text into a document and save that as .docx or plain text"},
	{"<?xml", "an XML file; expected plain text, Markdown or .docx"},
};

static const char *other_kind(const char *bytes, size_t len)
{
	for (size_t i = 0; i < ARRAY_LEN(others); i++) {
		size_t start = strlen(others[i].start);

		if (len >= start && memcmp(bytes, others[i].start, start) == 0) {
			return others[i].what;
		}
	}
	return memchr(bytes, '\0', len) != NULL ? "not a text; expected plain text, Markdown or .docx" : NULL;
}

const char *import_clean(struct import_document *document, const char *text, size_t len)
{
	struct writer out = {.to = arena_alloc(document->arena, len + 1), .line = 1};

	from_utf8(&out, text, len);
	return out.to;
}

const char *import_decode(struct import_document *document, const char *bytes, size_t len, char *reason, size_t cap)
{
	const unsigned char *raw = (const unsigned char *)bytes;
	struct writer out = {.to = arena_alloc(document->arena, len * GROWTH + 1), .line = 1};
	bool little = len >= 2 && raw[0] == 0xFF && raw[1] == 0xFE;
	bool big = len >= 2 && raw[0] == 0xFE && raw[1] == 0xFF;
	const char *other = little || big ? NULL : other_kind(bytes, len);

	if (other != NULL) {
		snprintf(reason, cap, "it is %s", other);
		return NULL;
	}
	if (little || big) {
		from_utf16(&out, raw + 2, len - 2, big);
		import_note(document, "read as UTF-16");
	} else if (str_valid(bytes, len)) {
		from_utf8(&out, bytes, len);
	} else {
		from_windows(&out, raw, len);
		import_note(document, "the file is not UTF-8 and was read as Windows-1252 (Latin-1); look whether å, ä and ö are right");
	}
	if (out.dropped > 0) {
		import_note(document, "%d letters that cannot be shown were left out, the first at line %d", out.dropped, out.dropped_at);
	}
	return out.to;
}
