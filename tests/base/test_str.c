/* Strings that never cut a letter in two. */
#include "tests/base/base_test.h"

#include "firmware/base/str.h"

/* One letter of each length, and the mixed text that most tests use. */
#define MIXED "aå€😀"

static void equal_and_starts(void **state)
{
	(void)state;
	assert_true(str_equal("", ""));
	assert_true(str_equal("skola", "skola"));
	assert_false(str_equal("skola", "skolan"));
	assert_false(str_equal("skolan", "skola"));
	assert_true(str_starts("skolan", "skola"));
	assert_true(str_starts("skolan", ""));
	assert_false(str_starts("sko", "skola"));
}

/* Whatever the room, what is copied is the longest run of whole letters that fits, and nothing is written past it. */
static void copies_whole_letters(void **state)
{
	static const size_t whole[] = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 10};   /* by bytes of room without the NUL */

	(void)state;
	for (size_t cap = 1; cap <= 12; cap++) {
		char to[16];

		memset(to, '#', sizeof to);
		assert_int_equal(str_copy(to, cap, MIXED), whole[cap - 1]);
		assert_int_equal(strlen(to), whole[cap - 1]);
		assert_memory_equal(to, MIXED, whole[cap - 1]);
		assert_true(str_valid(to, strlen(to)));
		assert_int_equal(to[cap], '#');
	}
}

static void copies_within_itself(void **state)
{
	char text[16] = "öland";

	(void)state;
	str_copy(text, sizeof text, text + 2);
	assert_string_equal(text, "land");
}

static void appends_whole_letters(void **state)
{
	char to[8] = "åäö";

	(void)state;
	assert_int_equal(str_append(to, sizeof to, "é"), 6);   /* two bytes do not fit beside the NUL */
	assert_string_equal(to, "åäö");
	assert_int_equal(str_append(to, sizeof to, "e"), 7);
	assert_string_equal(to, "åäöe");
	assert_int_equal(str_append(to, sizeof to, "x"), 7);
}

/* Every code point there is, written and read again. */
static void every_letter_there_and_back(void **state)
{
	(void)state;
	for (uint32_t letter = 1; letter <= 0x10FFFF; letter++) {
		char bytes[5] = "";
		const char *at = bytes;
		size_t size = str_encode(letter, bytes);
		bool surrogate = letter >= 0xD800 && letter < 0xE000;

		assert_int_equal(size, letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4);
		assert_int_equal(str_valid(bytes, size), surrogate ? 0 : 1);
		assert_int_equal(str_next(&at), surrogate ? 0xFFFD : letter);
		if (!surrogate) {
			assert_int_equal(at - bytes, size);
			assert_int_equal(str_next(&at), 0);
			assert_int_equal(at - bytes, size);
		}
	}
}

/* RFC 3629: overlong forms, surrogates, beyond the last code point, lone and missing continuations. */
static void bytes_that_are_no_letters(void **state)
{
	static const char *const wrong[] = {"\x80",         "\xBF",         "\xC0\xAF",         "\xC1\xBF",         "\xC3",
	                                    "\xC3(",        "\xE2\x82",     "\xE0\x80\xAF",     "\xE0\x9F\xBF",     "\xED\xA0\x80",
	                                    "\xED\xBF\xBF", "\xF0\x9F\x98", "\xF0\x80\x80\xAF", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80",
	                                    "\xFE",         "\xFF"};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		const char *at = wrong[i];

		assert_false(str_valid(wrong[i], strlen(wrong[i])));
		assert_int_equal(str_next(&at), 0xFFFD);
		assert_int_equal(at - wrong[i], 1);
	}
	assert_false(str_valid("a\0b", 3));
	assert_true(str_valid("", 0));
	assert_false(str_valid("\xE2\x82\xAC", 2));   /* the length cuts the letter */
}

/* Every text of up to three bytes: str_next reads all of it, one step at a time, never past the end. */
static void any_bytes_are_read_to_the_end(void **state)
{
	(void)state;
	for (uint32_t bytes = 0; bytes < 1U << 24; bytes += 7) {
		char text[4] = {(char)(bytes & 0xFF), (char)(bytes >> 8 & 0xFF), (char)(bytes >> 16 & 0xFF), '\0'};
		const char *at = text;
		size_t len = strlen(text);
		bool good = true;
		uint32_t letter;

		while ((letter = str_next(&at)) != 0) {
			good = good && letter != 0xFFFD;
		}
		assert_int_equal(at - text, len);
		if (good) {
			assert_true(str_valid(text, len));
		} else {
			assert_true(!str_valid(text, len) || strstr(text, "\xEF\xBF\xBD") != NULL);
		}
	}
}

static void steps_over_whole_letters(void **state)
{
	static const size_t starts[] = {0, 1, 3, 6, 10};

	(void)state;
	assert_int_equal(str_letters(MIXED), 4);
	assert_int_equal(str_letters(""), 0);
	for (size_t i = 0; i + 1 < ARRAY_LEN(starts); i++) {
		assert_int_equal(str_after(MIXED, starts[i]), starts[i + 1]);
		assert_int_equal(str_before(MIXED, starts[i + 1]), starts[i]);
	}
	assert_int_equal(str_before(MIXED, 0), 0);
	assert_int_equal(str_after(MIXED, 10), 10);
}

static void letters_go_in_and_out(void **state)
{
	char text[12] = "";
	size_t cursor = 0;

	(void)state;
	assert_false(str_erase_before(text, &cursor));
	assert_true(str_insert(text, sizeof text, &cursor, 0x1F600));
	assert_true(str_insert(text, sizeof text, &cursor, 0xE5));
	cursor = 0;
	assert_true(str_insert(text, sizeof text, &cursor, 0x20AC));
	assert_string_equal(text, "€😀å");
	assert_int_equal(cursor, 3);
	assert_true(str_insert(text, sizeof text, &cursor, 'x'));   /* 10 bytes: one is left beside the NUL */
	assert_false(str_insert(text, sizeof text, &cursor, 0xE4));
	assert_string_equal(text, "€x😀å");
	assert_int_equal(cursor, 4);
	assert_true(str_insert(text, sizeof text, &cursor, 'y'));
	assert_false(str_insert(text, sizeof text, &cursor, 'z'));
	assert_true(str_erase_before(text, &cursor));
	assert_true(str_erase_before(text, &cursor));
	assert_true(str_erase_before(text, &cursor));
	assert_string_equal(text, "😀å");
	assert_int_equal(cursor, 0);
	assert_false(str_erase_before(text, &cursor));
}

/* Pairs of Latin-1 and no others: the signs for times and divided by, ß and ÿ have no partner there. */
static void capitals_and_small_letters(void **state)
{
	static const uint32_t pairs[][2] = {{'A', 'a'}, {'Z', 'z'}, {0xC5, 0xE5}, {0xC4, 0xE4}, {0xD6, 0xF6}, {0xC9, 0xE9}, {0xDE, 0xFE}};
	static const uint32_t alone[] = {'@', '[', '`', '{', '1', ' ', 0xD7, 0xF7, 0xDF, 0xFF, 0x20AC, 0x1F600, 0};
	int32_t paired = 0;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
		assert_int_equal(str_small(pairs[i][0]), pairs[i][1]);
		assert_int_equal(str_capital(pairs[i][1]), pairs[i][0]);
	}
	for (size_t i = 0; i < ARRAY_LEN(alone); i++) {
		assert_int_equal(str_small(alone[i]), alone[i]);
		assert_int_equal(str_capital(alone[i]), alone[i]);
	}
	for (uint32_t letter = 0; letter < 0x300; letter++) {
		bool is_capital = str_small(letter) != letter;

		paired += is_capital ? 1 : 0;
		assert_true(!is_capital || (str_capital(str_small(letter)) == letter && str_capital(letter) == letter));
	}
	assert_int_equal(paired, 26 + 30);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(equal_and_starts),
		cmocka_unit_test(copies_whole_letters),
		cmocka_unit_test(copies_within_itself),
		cmocka_unit_test(appends_whole_letters),
		cmocka_unit_test(every_letter_there_and_back),
		cmocka_unit_test(bytes_that_are_no_letters),
		cmocka_unit_test(any_bytes_are_read_to_the_end),
		cmocka_unit_test(steps_over_whole_letters),
		cmocka_unit_test(letters_go_in_and_out),
		cmocka_unit_test(capitals_and_small_letters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
