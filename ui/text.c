/* Text in boxes. */
#include "ui/text.h"

#include <string.h>

#include "firmware/base/str.h"

/* Sizes tried are those of one ladder with steps of about a fifteenth. */
#define STEP_DOWN(size) ((size) - max_i32(1, (size) / 15))

/* So many bytes with its full stop has the longest abbreviation that stands before a figure ("kl."). */
#define ABBREVIATION 3

static bool is_letter(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0xC0;
}

static bool is_dash(uint32_t c)
{
	return c == '-' || c == 0x2010 || c == 0x2013 || c == 0x2014;
}

static uint32_t letter_at(const char *text)
{
	return str_next(&text);
}

/* A blank before a middle dot or a dash that stands alone is no place to break: no line begins with one. */
static bool before_dot(const char *at)
{
	uint32_t next = *at == ' ' ? letter_at(at + 1) : 0;

	return next == 0xB7 || ((next == 0x2013 || next == 0x2014) && at[1 + 3] == ' ');
}

static bool is_figure(char c)
{
	return c >= '0' && c <= '9';
}

/* A figure keeps to the word before it: "av 8", "vecka 39", "v. 45"; but not to a word that ends a sentence. One that has no word
   before it keeps to the one after: "8 personer". */
static bool with_figure(const char *text, size_t from, const char *at)
{
	size_t len = (size_t)(at - (text + from));
	const char *last = at - 1;

	if (*at != ' ' || len == 0) {
		return false;
	}
	if (is_figure(text[from]) && is_figure(*last)) {
		return is_letter(letter_at(at + 1)) && memchr(text + from, ' ', len) == NULL;
	}
	if (!is_figure(at[1])) {
		return false;
	}
	while (last > text + from && ((unsigned char)*last & 0xC0U) == 0x80U) {
		last--;
	}
	return is_letter(letter_at(last)) || (*last == '.' && len <= ABBREVIATION);
}

/* The end of the piece that starts at `from` and may not be broken: up to a blank, or past a dash that has letters on both sides. */
static size_t piece_end(const char *text, size_t from, bool figures)
{
	const char *at = text + from;
	uint32_t before = 0;

	while (*at != '\0' && (*at != ' ' || before_dot(at) || (figures && with_figure(text, from, at))) && *at != '\n') {
		uint32_t c = str_next(&at);

		if (is_dash(c) && is_letter(before) && is_letter(letter_at(at))) {
			break;
		}
		before = c;
	}
	return (size_t)(at - text);
}

static size_t past_blanks(const char *text, size_t at)
{
	return at + strspn(text + at, " ");
}

static int32_t measure(const struct ruler *ruler, enum face face, int32_t size, const char *text, size_t len)
{
	return len == 0 ? 0 : ruler->width(ruler->self, face, size, text, len);
}

/* As many letters from `first` as the width takes, at least one, not past `end`. */
static size_t letters_that_fit(const struct ruler *ruler, enum face face, int32_t size, int32_t width, const char *text, size_t first,
                               size_t end)
{
	size_t last = str_after(text, first);

	while (last < end) {
		size_t next = str_after(text, last);

		if (measure(ruler, face, size, text + first, next - first) > width) {
			break;
		}
		last = next;
	}
	return last;
}

bool text_next_line(const struct ruler *ruler, enum face face, int32_t size, int32_t width, const char *text, size_t *at,
                    struct text_line *line)
{
	size_t first = past_blanks(text, *at);
	size_t end = first, next = first;

	if (text[first] == '\0') {
		*at = first;
		return false;
	}
	*line = (struct text_line){.first = first};
	while (text[next] != '\0' && text[next] != '\n') {
		size_t to = piece_end(text, next, true);

		if (end == first && measure(ruler, face, size, text + first, to - first) > width) {
			/* It leaves its word rather than that a word is broken. */
			to = piece_end(text, next, false);
		}
		if (measure(ruler, face, size, text + first, to - first) > width) {
			if (end == first) {
				end = letters_that_fit(ruler, face, size, width, text, first, to);
				line->broken = end < to;
			}
			break;
		}
		end = to;
		next = past_blanks(text, to);
	}
	line->len = end - first;
	line->width = measure(ruler, face, size, text + first, line->len);
	end = past_blanks(text, end);
	*at = text[end] == '\n' ? end + 1 : end;
	return true;
}

struct text_shape text_shape(const struct ruler *ruler, enum face face, int32_t size, int32_t width, const char *text)
{
	struct text_shape shape = {.pitch = ruler->line_height(ruler->self, face, size)};
	struct text_line line;
	size_t at = 0;

	while (text_next_line(ruler, face, size, width, text, &at, &line)) {
		shape.lines++;
		shape.width = max_i32(shape.width, line.width);
		shape.broken = shape.broken || line.broken;
	}
	shape.height = shape.lines * shape.pitch;
	return shape;
}

int32_t text_step_down(int32_t size, int32_t floor)
{
	int32_t rung = 1000;

	while (rung >= size) {
		rung = STEP_DOWN(rung);
	}
	return max_i32(rung, floor);
}

struct text_fit text_fit(const struct ruler *ruler, enum face face, int32_t wanted, int32_t floor, int32_t w, int32_t h, const char *text)
{
	struct text_fit fit = {.size = max_i32(wanted, floor), .pages = 1};

	for (;;) {
		fit.shape = text_shape(ruler, face, fit.size, w, text);
		if ((fit.shape.height <= h && fit.shape.width <= w && !fit.shape.broken) || fit.size <= floor) {
			break;
		}
		fit.size = text_step_down(fit.size, floor);
	}
	fit.lines_per_page = max_i32(1, h / max_i32(1, fit.shape.pitch));
	fit.pages = max_i32(1, (fit.shape.lines + fit.lines_per_page - 1) / fit.lines_per_page);
	return fit;
}

int32_t text_balanced_width(const struct ruler *ruler, enum face face, int32_t size, int32_t width, const char *text)
{
	struct text_shape whole = text_shape(ruler, face, size, width, text);
	int32_t low = width / 2, high = width;

	if (whole.lines < 2 || whole.broken) {
		return width;
	}
	while (high - low > max_i32(1, size / 4)) {
		int32_t mid = low + (high - low) / 2;
		struct text_shape shape = text_shape(ruler, face, size, mid, text);

		if (shape.lines > whole.lines || shape.broken) {
			low = mid;
		} else {
			high = mid;
		}
	}
	return high;
}

int32_t text_width(const struct ruler *ruler, enum face face, int32_t size, const char *text)
{
	return measure(ruler, face, size, text, strlen(text));
}

void text_capitals(char *to, size_t cap, const char *from)
{
	size_t used = 0;
	uint32_t c;

	assert(cap > 0);
	while ((c = str_next(&from)) != 0) {
		char bytes[4];
		size_t len = str_encode(str_capital(c), bytes);

		if (used + len >= cap) {
			break;
		}
		memcpy(to + used, bytes, len);
		used += len;
	}
	to[used] = '\0';
}
