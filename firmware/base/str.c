/* Bounded UTF-8 strings. */
#include "firmware/base/str.h"

#include <string.h>

bool str_equal(const char *a, const char *b)
{
	size_t len = strlen(a);

	return len == strlen(b) && memcmp(a, b, len) == 0;
}

bool str_starts(const char *text, const char *start)
{
	size_t len = strlen(start);

	return strlen(text) >= len && memcmp(text, start, len) == 0;
}

static bool continues(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

/* The longest prefix of `from` that is at most `room` bytes and ends between two letters. */
static size_t whole_letters(const char *from, size_t room)
{
	size_t len = strlen(from);

	if (len <= room) {
		return len;
	}
	len = room;
	while (len > 0 && continues(from[len])) {
		len--;
	}
	return len;
}

size_t str_copy(char *to, size_t cap, const char *from)
{
	size_t len = whole_letters(from, cap - 1);

	memmove(to, from, len);
	to[len] = '\0';
	return len;
}

size_t str_append(char *to, size_t cap, const char *more)
{
	size_t len = strlen(to);

	return len + str_copy(to + len, cap - len, more);
}

/* Length in bytes of the well-formed letter at `at`, or 0; its code point goes to *letter. */
static size_t decode(const unsigned char *at, size_t room, uint32_t *letter)
{
	static const uint32_t smallest[5] = {0, 0, 0x80, 0x800, 0x10000};
	size_t len;
	uint32_t value;

	if (at[0] < 0x80) {
		*letter = at[0];
		return 1;
	}
	len = at[0] >= 0xF0 && at[0] < 0xF8 ? 4 : at[0] >= 0xE0 ? 3 : at[0] >= 0xC2 ? 2 : 0;
	if (len == 0 || at[0] >= 0xF8 || len > room) {
		return 0;
	}
	value = at[0] & (0x7FU >> len);
	for (size_t i = 1; i < len; i++) {
		if ((at[i] & 0xC0) != 0x80) {
			return 0;
		}
		value = value << 6 | (at[i] & 0x3FU);
	}
	if (value < smallest[len] || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) {
		return 0;
	}
	*letter = value;
	return len;
}

uint32_t str_next(const char **at)
{
	uint32_t letter = 0;
	size_t len;

	if (**at == '\0') {
		return 0;
	}
	/* A NUL is never a continuation byte, so decode stops before it runs past the end. */
	len = decode((const unsigned char *)*at, 4, &letter);
	if (len == 0) {
		*at += 1;
		return 0xFFFD;
	}
	*at += len;
	return letter;
}

size_t str_encode(uint32_t letter, char out[4])
{
	if (letter < 0x80) {
		out[0] = (char)letter;
		return 1;
	}
	if (letter < 0x800) {
		out[0] = (char)(0xC0 | letter >> 6);
		out[1] = (char)(0x80 | (letter & 0x3F));
		return 2;
	}
	if (letter < 0x10000) {
		out[0] = (char)(0xE0 | letter >> 12);
		out[1] = (char)(0x80 | (letter >> 6 & 0x3F));
		out[2] = (char)(0x80 | (letter & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | letter >> 18);
	out[1] = (char)(0x80 | (letter >> 12 & 0x3F));
	out[2] = (char)(0x80 | (letter >> 6 & 0x3F));
	out[3] = (char)(0x80 | (letter & 0x3F));
	return 4;
}

/* In Latin-1 a capital stands this far before its small letter; × and ÷ stand among them and are neither. */
#define CASE_APART 0x20

uint32_t str_capital(uint32_t letter)
{
	bool small = (letter >= 'a' && letter <= 'z') || (letter >= 0xE0 && letter <= 0xFE && letter != 0xF7);

	return small ? letter - CASE_APART : letter;
}

uint32_t str_small(uint32_t letter)
{
	bool capital = (letter >= 'A' && letter <= 'Z') || (letter >= 0xC0 && letter <= 0xDE && letter != 0xD7);

	return capital ? letter + CASE_APART : letter;
}

size_t str_before(const char *text, size_t at)
{
	if (at == 0) {
		return 0;
	}
	at--;
	while (at > 0 && continues(text[at])) {
		at--;
	}
	return at;
}

size_t str_after(const char *text, size_t at)
{
	if (text[at] == '\0') {
		return at;
	}
	at++;
	while (continues(text[at])) {
		at++;
	}
	return at;
}

size_t str_letters(const char *text)
{
	size_t count = 0;

	while (str_next(&text) != 0) {
		count++;
	}
	return count;
}

bool str_valid(const char *text, size_t len)
{
	const unsigned char *at = (const unsigned char *)text;
	size_t used = 0;

	while (used < len) {
		uint32_t letter = 0;
		size_t step = decode(at + used, len - used, &letter);

		if (step == 0 || letter == 0) {
			return false;
		}
		used += step;
	}
	return true;
}

bool str_insert(char *text, size_t cap, size_t *cursor, uint32_t letter)
{
	char bytes[4];
	size_t size = str_encode(letter, bytes);
	size_t len = strlen(text);

	if (len + size + 1 > cap) {
		return false;
	}
	memmove(text + *cursor + size, text + *cursor, len - *cursor + 1);
	memcpy(text + *cursor, bytes, size);
	*cursor += size;
	return true;
}

bool str_erase_before(char *text, size_t *cursor)
{
	size_t from = str_before(text, *cursor);

	if (*cursor == 0) {
		return false;
	}
	memmove(text + from, text + *cursor, strlen(text) - *cursor + 1);
	*cursor = from;
	return true;
}
