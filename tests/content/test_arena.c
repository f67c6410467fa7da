/* Memory that is taken back all at once. */
#include "firmware/base/arena.h"
#include "tests/content/content_test.h"

static void pieces_are_zeroed_aligned_and_apart(void **state)
{
	struct arena *arena = arena_create();
	unsigned char *last = NULL;

	(void)state;
	for (size_t size = 0; size < 3000; size++) {
		unsigned char *piece = arena_alloc(arena, size);

		assert_non_null(piece);
		assert_ptr_not_equal(piece, last);
		assert_int_equal((uintptr_t)piece % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < size; i++) {
			assert_int_equal(piece[i], 0);
		}
		memset(piece, 0xFF, size);   /* what comes later must not come from here */
		last = piece;
	}
	arena_destroy(arena);
}

static void a_large_piece_leaves_the_small_ones_their_room(void **state)
{
	struct arena *arena = arena_create();
	char *before = arena_alloc(arena, 16);
	char *large = arena_alloc(arena, 1000000);
	char *after = arena_alloc(arena, 16);

	(void)state;
	memset(large, 1, 1000000);
	assert_ptr_equal(after, before + sizeof(max_align_t) * ((16 + sizeof(max_align_t) - 1) / sizeof(max_align_t)));
	assert_int_equal(after[0], 0);
	arena_destroy(arena);
	arena_destroy(NULL);
}

static void texts_and_arrays(void **state)
{
	struct arena *arena = arena_create();
	const char *text = arena_text(arena, "Samsyn är bra", 6);
	const int64_t *numbers = arena_array(arena, 100, sizeof *numbers);

	(void)state;
	assert_string_equal(text, "Samsyn");
	assert_string_equal(arena_text(arena, "", 0), "");
	assert_int_equal(numbers[99], 0);
	assert_non_null(arena_array(arena, 0, 8));
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pieces_are_zeroed_aligned_and_apart),
		cmocka_unit_test(a_large_piece_leaves_the_small_ones_their_room),
		cmocka_unit_test(texts_and_arrays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
