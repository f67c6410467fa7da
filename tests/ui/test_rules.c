/* The rules of pictures, each with a picture made by hand that breaks it, beside one that breaks none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tests/ui/rules.h"

#define WIDTH 1280
#define HEIGHT 720
#define UM 269                 /* 344 mm across */
#define SIZE 24                /* capitals of 4.7 mm */
#define LINE 30
#define MM(mm) ((mm) * 1000 / UM + 1)

struct scene {
	struct frame frame;
	struct ui_theme theme;
	struct eye eye;
	struct breaches breaches;
};

static int begin(void **state)
{
	struct scene *scene = calloc(1, sizeof *scene);

	assert_non_null(scene);
	theme_make(&(struct theme_wish){.width = WIDTH, .height = HEIGHT, .um_per_px = UM}, &scene->theme);
	scene->eye = (struct eye){.um_per_px = UM, .distance = DISTANCE_NEAR, .lang = LANG_SV, .palette = &scene->theme.colour};
	draw_begin(&scene->frame.list, WIDTH, HEIGHT, scene->theme.colour.paper);
	*state = scene;
	return 0;
}

static int finish(void **state)
{
	free(*state);
	return 0;
}

static void text_as(struct scene *scene, struct rect box, enum face face, int32_t size, colour_t colour, const char *text)
{
	draw_text(&scene->frame.list, box, face, size, colour, text, strlen(text));
}

static void text(struct scene *scene, int32_t x, int32_t y, int32_t w, const char *words)
{
	text_as(scene, (struct rect){x, y, w, LINE}, FACE_SEMIBOLD, SIZE, scene->theme.colour.ink, words);
}

static void card(struct scene *scene, int32_t x, int32_t y, int32_t w, int32_t h)
{
	draw_box(&scene->frame.list, (struct rect){x, y, w, h}, 10, scene->theme.colour.card, 2, scene->theme.colour.line);
}

static void target_in(struct scene *scene, enum role role, struct rect box, const char *label, const char *group)
{
	struct target *target = &scene->frame.targets[scene->frame.target_count++];

	*target = (struct target){.role = role, .box = box};
	snprintf(target->label, sizeof target->label, "%s", label);
	snprintf(target->group, sizeof target->group, "%s", group);
}

static void target(struct scene *scene, struct rect box, const char *label)
{
	target_in(scene, ROLE_BUTTON, box, label, "");
}

static void check(struct scene *scene)
{
	scene->breaches.count = 0;
	rules_check(&scene->frame, &scene->eye, &scene->breaches);
}

static void assert_broken(struct scene *scene, enum rule rule)
{
	check(scene);
	for (int32_t i = 0; i < scene->breaches.count; i++) {
		if (scene->breaches.found[i].rule != rule) {
			fail_msg("%s was not meant: %s", rule_name(scene->breaches.found[i].rule), scene->breaches.found[i].about);
		}
	}
	if (scene->breaches.count != 1) {
		fail_msg("%s: found %d times", rule_name(rule), scene->breaches.count);
	}
}

static void assert_kept(struct scene *scene)
{
	check(scene);
	if (scene->breaches.count > 0) {
		fail_msg("%s: %s", rule_name(scene->breaches.found[0].rule), scene->breaches.found[0].about);
	}
}

static void a_good_picture_breaks_nothing(void **state)
{
	struct scene *scene = *state;

	card(scene, 40, 100, 400, 200);
	text(scene, 60, 120, 200, "Hur många är ni?");
	text(scene, 60, 120 + LINE, 200, "Och hur länge?");
	target(scene, (struct rect){60, 200, 200, MM(15)}, "Börja");
	text(scene, 100, 210, 80, "Börja");
	target(scene, (struct rect){60 + 200 + MM(3), 200, 100, MM(15)}, "Mer");
	target_in(scene, ROLE_AREA, (struct rect){0, 0, WIDTH, HEIGHT}, "Jag är klar", "");
	assert_kept(scene);
}

/* ---- texts where they stand ---- */

static void a_text_that_leaves_the_canvas_is_found(void **state)
{
	struct scene *scene = *state;

	text(scene, WIDTH - 100, 20, 120, "Inställningar");
	assert_broken(scene, RULE_TEXT_OUTSIDE);
}

static void a_text_over_the_edge_of_its_card_is_found(void **state)
{
	struct scene *scene = *state;

	card(scene, 40, 100, 200, 100);
	text(scene, 60, 120, 220, "Hur många är ni?");
	assert_broken(scene, RULE_TEXT_EDGE);
}

static void a_text_over_a_line_is_found(void **state)
{
	struct scene *scene = *state;

	draw_box(&scene->frame.list, (struct rect){0, 134, WIDTH, 2}, 0, scene->theme.colour.line, 0, 0);
	text(scene, 60, 120, 220, "Hur många är ni?");
	assert_broken(scene, RULE_TEXT_EDGE);
}

static void what_a_card_hides_is_no_edge(void **state)
{
	struct scene *scene = *state;

	draw_disc(&scene->frame.list, (struct rect){100, 100, 60, 60}, scene->theme.colour.tint, 0, 0);
	card(scene, 40, 100, 400, 100);
	text(scene, 60, 120, 220, "Hur många är ni?");
	assert_kept(scene);
}

static void words_wider_than_their_disc_are_found(void **state)
{
	struct scene *scene = *state;

	draw_disc(&scene->frame.list, (struct rect){100, 100, 80, 80}, scene->theme.colour.tint, 0, 0);
	text(scene, 100, 125, 79, "talar");
	assert_broken(scene, RULE_TEXT_EDGE);
}

static void words_wider_than_their_target_are_found(void **state)
{
	struct scene *scene = *state;

	target(scene, (struct rect){60, 200, 100, MM(15)}, "Hoppa över");
	text(scene, 50, 210, 120, "Hoppa över");
	assert_broken(scene, RULE_TEXT_EDGE);
}

static void a_hold_that_fills_is_no_edge(void **state)
{
	struct scene *scene = *state;

	draw_box(&scene->frame.list, (struct rect){60, 200, 300, 60}, 8, scene->theme.colour.card, 2, scene->theme.colour.line);
	draw_box(&scene->frame.list, (struct rect){60, 200, 120, 60}, 8, scene->theme.colour.tint, 0, 0);
	text(scene, 80, 215, 220, "Avsluta mötet");
	assert_kept(scene);
}

static void two_texts_over_each_other_are_found(void **state)
{
	struct scene *scene = *state;

	text(scene, 60, 120, 220, "Hur många är ni?");
	text(scene, 200, 135, 220, "Hur länge?");
	assert_broken(scene, RULE_TEXT_OVERLAP);
}

static void a_text_under_something_is_found(void **state)
{
	struct scene *scene = *state;

	text(scene, 60, 120, 220, "Hur många är ni?");
	card(scene, 40, 130, 400, 100);
	assert_broken(scene, RULE_TEXT_COVERED);
}

static void the_corner_beside_a_disc_covers_nothing(void **state)
{
	struct scene *scene = *state;

	text(scene, 60, 120, 220, "Hur många är ni?");
	draw_disc(&scene->frame.list, (struct rect){270, 130, 400, 400}, scene->theme.colour.card, 0, 0);
	assert_kept(scene);
	draw_disc(&scene->frame.list, (struct rect){170, 100, 100, 100}, scene->theme.colour.card, 0, 0);
	assert_broken(scene, RULE_TEXT_COVERED);
}

static void a_ring_round_a_text_covers_nothing(void **state)
{
	struct scene *scene = *state;

	text(scene, 60, 120, 220, "Hur många är ni?");
	draw_box(&scene->frame.list, (struct rect){50, 110, 240, 50}, 8, 0, 3, scene->theme.colour.ink);
	assert_kept(scene);
}

/* ---- how texts look ---- */

static void small_at(struct scene *scene, enum distance distance, bool large, int32_t size_px, bool right)
{
	scene->frame.list.count = 0;
	scene->eye.distance = distance;
	scene->eye.large = large;
	text_as(scene, (struct rect){60, 120, 220, size_px * 121 / 100}, FACE_SEMIBOLD, size_px, scene->theme.colour.ink, "Hur många?");
	if (right) {
		assert_kept(scene);
	} else {
		assert_broken(scene, RULE_TEXT_SMALL);
	}
}

static void texts_under_the_floor_are_found(void **state)
{
	struct scene *scene = *state;

	/* Capitals of 0.728 of the size: 3.0 mm are 15.3 px. */
	small_at(scene, DISTANCE_NEAR, false, 16, true);
	small_at(scene, DISTANCE_NEAR, false, 15, false);
	small_at(scene, DISTANCE_TABLE, false, 25, true);
	small_at(scene, DISTANCE_TABLE, false, 24, false);
	small_at(scene, DISTANCE_ROOM, false, 48, true);
	small_at(scene, DISTANCE_ROOM, false, 47, false);
	small_at(scene, DISTANCE_NEAR, true, 26, true);
	small_at(scene, DISTANCE_NEAR, true, 25, false);
	small_at(scene, DISTANCE_TABLE, true, 36, true);
	small_at(scene, DISTANCE_TABLE, true, 35, false);
}

static void faint_words_are_found(void **state)
{
	struct scene *scene = *state;

	text_as(scene, (struct rect){60, 120, 220, LINE}, FACE_SEMIBOLD, SIZE, RGB(0x767676), "Hur många?");
	assert_broken(scene, RULE_TEXT_FAINT);
}

static void running_text_must_stand_out_more(void **state)
{
	struct scene *scene = *state;

	/* 8.6:1 on paper. */
	text_as(scene, (struct rect){60, 120, 220, LINE}, FACE_SEMIBOLD, SIZE, RGB(0x454545), "Hur många?");
	assert_kept(scene);
	scene->frame.list.count = 0;
	text_as(scene, (struct rect){60, 120, 220, LINE}, FACE_REGULAR, SIZE, RGB(0x454545), "Hur många?");
	assert_broken(scene, RULE_TEXT_FAINT);
	scene->frame.list.count = 0;
	text_as(scene, (struct rect){60, 120, 220, LINE}, FACE_REGULAR, SIZE, scene->theme.colour.quiet, "Hur många?");
	assert_kept(scene);
}

/* Ink is dark enough on the paper, and not on pine: what counts is what lies right under the words. */
static void contrast_is_held_against_what_lies_under(void **state)
{
	struct scene *scene = *state;

	draw_box(&scene->frame.list, (struct rect){40, 100, 400, 100}, 8, scene->theme.colour.pine, 0, 0);
	text_as(scene, (struct rect){60, 120, 220, LINE}, FACE_SEMIBOLD, SIZE, scene->theme.colour.ink, "Hur många?");
	assert_broken(scene, RULE_TEXT_FAINT);
	scene->frame.list.count = 1;
	text_as(scene, (struct rect){60, 120, 220, LINE}, FACE_SEMIBOLD, SIZE, scene->theme.colour.on_pine, "Hur många?");
	assert_kept(scene);
}

static void contrast_is_that_of_the_worst_place(void **state)
{
	struct scene *scene = *state;

	draw_box(&scene->frame.list, (struct rect){60, 200, 300, 60}, 8, scene->theme.colour.card, 0, 0);
	draw_box(&scene->frame.list, (struct rect){60, 200, 120, 60}, 8, scene->theme.colour.pine, 0, 0);
	text(scene, 80, 215, 220, "Avsluta mötet");
	assert_broken(scene, RULE_TEXT_FAINT);
}

/* ---- words ---- */

static void formats_and_ids_are_found(void **state)
{
	static const char *const wrong[] = {"%d steg", "två\nrader", "två\\nrader", "(null)", "rektor.utbildning.1.1", "se elevhalsa.ledarskap", "\xE5r"};
	static const char *const right[] = {"15.02", "v. 48", "t.ex. så", "bl.a. det", "%", "Klart.", "Slut. Nu", "1.5"};
	struct scene *scene = *state;

	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		scene->frame.list.count = 0;
		text(scene, 60, 120, 220, wrong[i]);
		assert_broken(scene, RULE_TEXT_RAW);
	}
	for (size_t i = 0; i < ARRAY_LEN(right); i++) {
		scene->frame.list.count = 0;
		text(scene, 60, 120, 220, right[i]);
		assert_kept(scene);
	}
	target(scene, (struct rect){60, 300, 200, MM(15)}, "Steg %d");
	assert_broken(scene, RULE_TEXT_RAW);
}

static void words_of_the_other_language_are_found(void **state)
{
	struct scene *scene = *state;
	struct dictionary *words = dictionary_create();

	dictionary_add(words, "Start over", "Börja om");
	dictionary_add(words, "Step %d of %d", "Steg %d av %d");
	dictionary_add(words, "Pass", "Passa");
	dictionary_add(words, "Forms that fit", "Passa");
	scene->eye.words = words;
	text(scene, 60, 120, 220, "Börja om");
	text(scene, 60, 220, 220, "Steg 3 av 6 · Passa");
	assert_kept(scene);
	scene->eye.lang = LANG_EN;
	check(scene);
	assert_int_equal(scene->breaches.count, 3);
	scene->frame.list.count = 0;
	scene->eye.lang = LANG_SV;
	text(scene, 60, 120, 220, "STEP 3 OF 6");
	assert_broken(scene, RULE_LANGUAGE);
	scene->frame.list.count = 0;
	/* Broken into lines it is still one text. */
	text(scene, 60, 120, 220, "Start");
	text(scene, 60, 120 + LINE, 220, "over");
	assert_broken(scene, RULE_LANGUAGE);
	scene->frame.list.count = 0;
	target(scene, (struct rect){60, 300, 200, MM(15)}, "Start over");
	assert_broken(scene, RULE_LANGUAGE);
	dictionary_destroy(words);
}

static void words_that_are_alike_are_nobodys(void **state)
{
	struct dictionary *words = dictionary_create();

	(void)state;
	dictionary_add(words, "Moment", "Moment");
	dictionary_add(words, "%s: %s", "%s, %s");
	dictionary_add(words, "Team", "Arbetslag");
	dictionary_add(words, "Group", "Team");
	dictionary_add(words, "%d of %d", "%d av %d");
	dictionary_add(words, "week %s", "vecka %s");
	assert_false(dictionary_foreign(words, LANG_SV, "Moment"));
	assert_false(dictionary_foreign(words, LANG_SV, "Rektor: hej"));
	assert_false(dictionary_foreign(words, LANG_SV, "Team"));
	assert_true(dictionary_foreign(words, LANG_SV, "Group"));
	assert_true(dictionary_foreign(words, LANG_EN, "Arbetslag"));
	assert_false(dictionary_foreign(words, LANG_EN, "Grupp"));
	assert_false(dictionary_foreign(words, LANG_EN, "vecka efter vecka"));
	dictionary_destroy(words);
}

static void a_catalogue_is_read(void **state)
{
	struct dictionary *words = dictionary_create();

	(void)state;
	assert_false(dictionary_add_catalogue(words, SAMSYN_LOCALE_DIR "/none/samsyn.mo"));
	assert_true(dictionary_add_catalogue(words, SAMSYN_LOCALE_DIR "/sv/LC_MESSAGES/samsyn.mo"));
	assert_true(dictionary_foreign(words, LANG_SV, "In secret"));
	assert_true(dictionary_foreign(words, LANG_SV, "7 statements"));
	assert_false(dictionary_foreign(words, LANG_EN, "7 statements"));
	dictionary_destroy(words);
}

/* ---- things to touch ---- */

static void a_target_that_leaves_the_canvas_is_found(void **state)
{
	struct scene *scene = *state;

	target(scene, (struct rect){-4, 100, 200, MM(15)}, "Börja");
	assert_broken(scene, RULE_TARGET_OUTSIDE);
}

static void targets_over_each_other_are_found(void **state)
{
	struct scene *scene = *state;

	target(scene, (struct rect){100, 100, 200, MM(15)}, "Börja");
	target(scene, (struct rect){290, 110, 200, MM(15)}, "Mer");
	assert_broken(scene, RULE_TARGET_OVERLAP);
}

static void small_targets_are_found(void **state)
{
	struct scene *scene = *state;

	target(scene, (struct rect){100, 100, 200, MM(15) - 1}, "Börja");
	assert_broken(scene, RULE_TARGET_SMALL);
	scene->frame.target_count = 0;
	target(scene, (struct rect){100, 100, MM(15) - 1, 200}, "Börja");
	assert_broken(scene, RULE_TARGET_SMALL);
	scene->frame.target_count = 0;
	/* 12.5 mm are 46.5 px. */
	target_in(scene, ROLE_KEY, (struct rect){100, 100, 47, 47}, "a", "");
	assert_kept(scene);
	scene->frame.target_count = 0;
	target_in(scene, ROLE_KEY, (struct rect){100, 100, 46, 47}, "a", "");
	assert_broken(scene, RULE_TARGET_SMALL);
}

static void targets_close_to_each_other_are_found(void **state)
{
	struct scene *scene = *state;

	target(scene, (struct rect){100, 100, 200, MM(15)}, "Börja");
	target(scene, (struct rect){100 + 200 + MM(3) - 1, 100, 200, MM(15)}, "Mer");
	assert_broken(scene, RULE_TARGET_CLOSE);
	/* Down and across at once they are farther apart than in either direction. */
	scene->frame.targets[1].box.y = 100 + MM(15) + MM(3) - 1;
	assert_kept(scene);
	scene->frame.target_count = 0;
	target_in(scene, ROLE_KEY, (struct rect){100, 100, 47, 47}, "a", "");
	/* 13.8 mm are 51.3 px: a larger key may have less air round it. */
	target_in(scene, ROLE_KEY, (struct rect){100 + 47 + 5, 100, 47, 47}, "b", "");
	target_in(scene, ROLE_KEY, (struct rect){300, 100, 50, 50}, "c", "");
	target_in(scene, ROLE_KEY, (struct rect){300, 100 + 50 + 2, 99, 50}, "d", "");
	assert_kept(scene);
	scene->frame.targets[1].box.x--;
	assert_broken(scene, RULE_TARGET_CLOSE);
	scene->frame.target_count = 2;
	scene->frame.targets[1].role = ROLE_BUTTON;
	scene->frame.targets[1].box = (struct rect){100 + 47 + 5, 100, MM(15), MM(15)};
	assert_broken(scene, RULE_TARGET_CLOSE);
}

static void names_are_there_and_tell_apart(void **state)
{
	struct scene *scene = *state;

	target(scene, (struct rect){100, 100, 200, MM(15)}, "");
	assert_broken(scene, RULE_LABEL_EMPTY);
	scene->frame.target_count = 0;
	target(scene, (struct rect){100, 100, 200, MM(15)}, "−");
	assert_broken(scene, RULE_LABEL_EMPTY);
	scene->frame.target_count = 0;
	target_in(scene, ROLE_BUTTON, (struct rect){100, 100, 200, MM(15)}, "−", "Hur många är ni?");
	target_in(scene, ROLE_BUTTON, (struct rect){400, 100, 200, MM(15)}, "−", "Hur lång tid?");
	assert_kept(scene);
	target_in(scene, ROLE_BUTTON, (struct rect){700, 100, 200, MM(15)}, "−", "Hur lång tid?");
	assert_broken(scene, RULE_LABEL_TWICE);
}

#define RULE_TEST(name) cmocka_unit_test_setup_teardown(name, begin, finish)

int main(void)
{
	const struct CMUnitTest tests[] = {
		RULE_TEST(a_good_picture_breaks_nothing),
		RULE_TEST(a_text_that_leaves_the_canvas_is_found),
		RULE_TEST(a_text_over_the_edge_of_its_card_is_found),
		RULE_TEST(a_text_over_a_line_is_found),
		RULE_TEST(what_a_card_hides_is_no_edge),
		RULE_TEST(words_wider_than_their_disc_are_found),
		RULE_TEST(words_wider_than_their_target_are_found),
		RULE_TEST(a_hold_that_fills_is_no_edge),
		RULE_TEST(two_texts_over_each_other_are_found),
		RULE_TEST(a_text_under_something_is_found),
		RULE_TEST(the_corner_beside_a_disc_covers_nothing),
		RULE_TEST(a_ring_round_a_text_covers_nothing),
		RULE_TEST(texts_under_the_floor_are_found),
		RULE_TEST(faint_words_are_found),
		RULE_TEST(running_text_must_stand_out_more),
		RULE_TEST(contrast_is_held_against_what_lies_under),
		RULE_TEST(contrast_is_that_of_the_worst_place),
		RULE_TEST(formats_and_ids_are_found),
		RULE_TEST(words_of_the_other_language_are_found),
		RULE_TEST(words_that_are_alike_are_nobodys),
		RULE_TEST(a_catalogue_is_read),
		RULE_TEST(a_target_that_leaves_the_canvas_is_found),
		RULE_TEST(targets_over_each_other_are_found),
		RULE_TEST(small_targets_are_found),
		RULE_TEST(targets_close_to_each_other_are_found),
		RULE_TEST(names_are_there_and_tell_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
