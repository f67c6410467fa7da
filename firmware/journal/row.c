/* Rows and their sums. SQLite's own checks find a broken page, not a changed letter: every row says what it should add up to. The sum
   is FNV-1a (Fowler, Noll, Vo), in which one changed byte always shows. It guards against worn cards, not against people. */
#include "firmware/journal/store.h"

#include "firmware/base/str.h"

#define SUM_PRIME UINT64_C(0x100000001B3)

static uint64_t sum_bytes(uint64_t sum, const void *bytes, size_t size)
{
	const unsigned char *at = bytes;

	for (size_t i = 0; i < size; i++) {
		sum = (sum ^ at[i]) * SUM_PRIME;
	}
	return sum;
}

static uint64_t sum_number(uint64_t sum, char tag, uint64_t number)
{
	unsigned char bytes[9] = {(unsigned char)tag};

	for (size_t i = 0; i < 8; i++) {
		bytes[1 + i] = (unsigned char)(number >> (8 * i) & 0xFF);
	}
	return sum_bytes(sum, bytes, sizeof bytes);
}

static uint64_t sum_text(uint64_t sum, const char *text, size_t len)
{
	return sum_bytes(sum_number(sum, 't', len), text, len);
}

/* SQLite's integers are signed; the bits are the same. */
static int64_t signed_of(uint64_t bits)
{
	int64_t number;

	memcpy(&number, &bits, sizeof number);
	return number;
}

struct row row_of(sqlite3_stmt *stmt, uint64_t sum)
{
	return (struct row){.stmt = stmt, .column = 0, .sum = sum, .known = true};
}

void row_put_int(struct row *row, int64_t value)
{
	row->sum = sum_number(row->sum, 'i', (uint64_t)value);
	row->known = sqlite3_bind_int64(row->stmt, ++row->column, value) == SQLITE_OK && row->known;
}

void row_put_text(struct row *row, const char *text)
{
	size_t len = strlen(text);

	assert(len < 100000 && str_valid(text, len));
	row->sum = sum_text(row->sum, text, len);
	row->known = sqlite3_bind_text(row->stmt, ++row->column, text, (int)len, SQLITE_STATIC) == SQLITE_OK && row->known;
}

void row_put_sum(struct row *row)
{
	row->known = sqlite3_bind_int64(row->stmt, ++row->column, signed_of(row->sum)) == SQLITE_OK && row->known;
}

int64_t row_int(struct row *row, int64_t low, int64_t high)
{
	int64_t value = sqlite3_column_int64(row->stmt, row->column);

	row->known = row->known && value >= low && value <= high && sqlite3_column_type(row->stmt, row->column) == SQLITE_INTEGER;
	row->sum = sum_number(row->sum, 'i', (uint64_t)value);
	row->column++;
	return value < low ? low : value > high ? high : value;
}

void row_text(struct row *row, char *to, size_t cap)
{
	bool is_text = sqlite3_column_type(row->stmt, row->column) == SQLITE_TEXT;
	const char *text = (const char *)sqlite3_column_text(row->stmt, row->column);
	size_t len = text != NULL ? (size_t)sqlite3_column_bytes(row->stmt, row->column) : 0;

	text = text != NULL ? text : "";
	row->sum = sum_text(row->sum, text, len);
	row->known = row->known && is_text && len < cap && str_valid(text, len);
	row->column++;
	str_copy(to, cap, row->known ? text : "");
}

int32_t row_word(struct row *row, const char *const *words, int32_t count)
{
	char word[32];

	row_text(row, word, sizeof word);
	for (int32_t i = 0; i < count; i++) {
		if (str_equal(words[i], word)) {
			return i;
		}
	}
	row->known = false;
	return 0;
}

enum row_state row_end(struct row *row)
{
	bool whole = sqlite3_column_type(row->stmt, row->column) == SQLITE_INTEGER &&
	             sqlite3_column_int64(row->stmt, row->column) == signed_of(row->sum);

	return !whole ? ROW_DAMAGED : row->known ? ROW_GOOD : ROW_STRANGE;
}
