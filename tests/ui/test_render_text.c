/* Text on the glass: measured as the font says, made into pictures once, standing on one line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <SDL_ttf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ui/render.h"

#define W 240
#define H 150

struct one {
	struct render *a;
	struct draw_list list;
};

static int open_one(void **state)
{
	char why[200] = "";
	struct one *one = calloc(1, sizeof *one);

	assert_non_null(one);
	one->a = render_create(&(struct render_config){NULL, W, H, SAMSYN_FONT_DIR}, why, sizeof why);
	assert_string_equal(why, "");
	assert_non_null(one->a);
	*state = one;
	return 0;
}

static int close_one(void **state)
{
	struct one *one = *state;

	render_destroy(one->a);
	free(one);
	return 0;
}

static void test_a_steady_frame_rasterises_nothing(void **state)
{
	struct one *one = *state;

	draw_begin(&one->list, W, H, RGB(0xF7F4ED));
	draw_text(&one->list, (struct rect){5, 5, 0, 0}, FACE_BOLD, 20, RGB(0), "Ni är överens", strlen("Ni är överens"));
	render_draw(one->a, &one->list);
	assert_int_equal(render_last_cost(one->a).rasterised, 1);
	for (int32_t share = 65536; share > 0; share -= 5000) {
		draw_pie(&one->list, (struct rect){10, 10, 60, 60}, share, RGB(0x0B5D56));
		assert_true(render_draw(one->a, &one->list));
		assert_int_equal(render_last_cost(one->a).rasterised, 0);
	}
	one->list.draws[0].fill = RGB(0xFFFFFF);
	one->list.draws[0].box.x++;
	render_draw(one->a, &one->list);
	assert_int_equal(render_last_cost(one->a).rasterised, 0);
}

static TTF_Font *open_font(const char *name, int size)
{
	char path[300];

	snprintf(path, sizeof path, "%s/%s", SAMSYN_FONT_DIR, name);
	TTF_Font *font = TTF_OpenFont(path, size);
	assert_non_null(font);
	TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL);
	return font;
}

static void test_measures_agree_with_the_font(void **state)
{
	struct one *one = *state;
	const struct ruler *ruler = render_ruler(one->a);
	static const char *const words[] = {"AVA", "Ångra", "för en elev – och vad", "15.02", "j", "", "✓ ⌫ ⇧ →", "1000 kr"};

	for (int size = 10; size < 90; size += 7) {
		TTF_Font *font = open_font("Inter-SemiBold.otf", size);

		assert_int_equal(ruler->line_height(ruler->self, FACE_SEMIBOLD, size), TTF_FontHeight(font));
		for (size_t i = 0; i < 2 * ARRAY_LEN(words); i++) {
			const char *word = words[i % ARRAY_LEN(words)];
			int w = 0;

			TTF_SizeUTF8(font, word, &w, NULL);
			assert_int_equal(ruler->width(ruler->self, FACE_SEMIBOLD, size, word, strlen(word)), w);
		}
		TTF_CloseFont(font);
	}
}

static int32_t width_of(const struct ruler *ruler, enum face face, const char *word)
{
	return ruler->width(ruler->self, face, 60, word, strlen(word));
}

static void test_clocks_do_not_shift(void **state)
{
	struct one *one = *state;
	const struct ruler *ruler = render_ruler(one->a);

	for (enum face face = FACE_CLOCK; face <= FACE_CLOCK_BOLD; face++) {
		assert_int_equal(width_of(ruler, face, "11.11."), width_of(ruler, face, "08.34."));
	}
	assert_true(width_of(ruler, FACE_REGULAR, "11.11.") < width_of(ruler, FACE_REGULAR, "08.34."));
	assert_true(width_of(ruler, FACE_BOLD, "AVAVA") < 3 * width_of(ruler, FACE_BOLD, "A") + 2 * width_of(ruler, FACE_BOLD, "V"));
}

#define WORDS 12000

/* More words than are kept, twice: bounds hold, and nothing is taken for something else. */
static void test_many_words(void **state)
{
	struct one *one = *state;
	const struct ruler *ruler = render_ruler(one->a);
	int32_t *widths = calloc(WORDS, sizeof *widths);

	assert_non_null(widths);
	for (int32_t i = 0; i < 2 * WORDS; i++) {
		char word[20];
		snprintf(word, sizeof word, "ord%d", i % WORDS);
		int32_t w = ruler->width(ruler->self, FACE_REGULAR, 20, word, strlen(word));

		if (i < WORDS) {
			widths[i] = w;
		}
		assert_int_equal(w, widths[i % WORDS]);
	}
	free(widths);
}

/* The rows of the glass that hold ink. */
static void ink_rows(struct one *one, const char *word, int32_t size, int32_t *first, int32_t *last)
{
	int32_t w = 0;
	int32_t h = 0;

	draw_begin(&one->list, W, H, RGB(0xFFFFFF));
	draw_text(&one->list, (struct rect){10, 20, 0, 0}, FACE_BOLD, size, RGB(0), word, strlen(word));
	render_draw(one->a, &one->list);
	const uint32_t *pixels = render_pixels(one->a, &w, &h);
	*first = *last = -1;
	for (int32_t i = 0; i < w * h; i++) {
		if ((pixels[i] & 0xFF) < 0x80) {
			*first = *first < 0 ? i / w : *first;
			*last = i / w;
		}
	}
}

static void test_letters_stand_on_one_line(void **state)
{
	struct one *one = *state;

	for (int32_t size = 12; size < 70; size++) {
		int32_t top;
		int32_t plain;
		int32_t ringed;
		int32_t ringed_top;

		ink_rows(one, "HA", size, &top, &plain);
		ink_rows(one, "HÅ", size, &ringed_top, &ringed);
		assert_int_equal(plain, ringed);
		assert_true(ringed_top < top);
	}
}

static void test_the_letters_are_there(void **state)
{
	(void)state;
	static const char *const files[] = {"Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf"};
	static const uint32_t letters[] = {
		0xE4, 0xF6, 0xE5, 0xC4, 0xD6, 0xC5, 0xE9, 0x2013, 0x2019, 0x201D, 0x2026, 0xB7, 0x2212, 0xD7, 0xA0,   /* äöåÄÖÅé – ’ ” … · − × */
		0x2713, 0x232B, 0x21E7, 0x2190, 0x2191, 0x2192, 0x2193, 0x2039, 0x203A, 0x25CF, 0x25CB                 /* ✓ ⌫ ⇧ ← ↑ → ↓ ‹ › ● ○ */
	};

	for (size_t i = 0; i < ARRAY_LEN(files); i++) {
		TTF_Font *font = open_font(files[i], 20);

		for (size_t j = 0; j < ARRAY_LEN(letters); j++) {
			assert_true(TTF_GlyphIsProvided32(font, letters[j]));
		}
		TTF_CloseFont(font);
	}
}

static void test_a_missing_font_says_so(void **state)
{
	(void)state;
	char why[200] = "";

	assert_null(render_create(&(struct render_config){NULL, W, H, "/nowhere"}, why, sizeof why));
	assert_non_null(strstr(why, "The font Inter is missing. Install it: apt install fonts-inter"));
	assert_non_null(strstr(why, "/nowhere/Inter-Regular.otf"));
	render_destroy(NULL);
}

#define WITH_ONE(test) cmocka_unit_test_setup_teardown(test, open_one, close_one)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_ONE(test_a_steady_frame_rasterises_nothing),
		WITH_ONE(test_measures_agree_with_the_font),
		WITH_ONE(test_clocks_do_not_shift),
		WITH_ONE(test_many_words),
		WITH_ONE(test_letters_stand_on_one_line),
		WITH_ONE(test_the_letters_are_there),
		cmocka_unit_test(test_a_missing_font_says_so),
	};

	return cmocka_run_group_tests_name("render_text", tests, NULL, NULL);
}
