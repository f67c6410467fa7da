/* Text in boxes, with the real fonts: no letter is lost, every line fits, the floor holds, and what does not fit is paged. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "firmware/base/str.h"
#include "ui/inside.h"
#include "ui/render.h"

#define WIDE 1280
#define HIGH 720
#define UM_PER_PX 269

static const char *const TEXTS[] = {
	"",
	"ja",
	"När har samarbetet mellan oss gjort skillnad för en elev – och vad gjorde det möjligt?",
	"Ett fast EHT-besök i månaden i varje arbetslag, vecka 43–51, åk 7–9.",
	"Samverkansöverenskommelseuppföljningsansvarsfördelningsdokumentationsrutin",
	"two  blanks,   three,\nand a line of its own\n\nafter an empty one ",
	"Steg 4 av 6 · Samverkan med lärare",
	("Hos oss är det bestämt vad delaktighet och inflytande innebär för elever och vårdnadshavare, och vi vet alla hur vi märker att det "
	 "är så i undervisningen, i elevhälsans arbete och i mötet med hemmen, också när det gäller de elever som sällan hörs. Å, ä och ö.")
};

struct scene {
	struct render *render;
	const struct ruler *ruler;
	struct ui *ui;
};

static int open_scene(void **state)
{
	static struct scene scene;
	char why[200] = "";

	scene.render = render_create(&(struct render_config){NULL, WIDE, HIGH, SAMSYN_FONT_DIR}, why, sizeof why);
	assert_string_equal(why, "");
	scene.ruler = render_ruler(scene.render);
	scene.ui = ui_create();
	ui_resize(scene.ui, &(struct ui_config){scene.ruler, WIDE, HIGH, UM_PER_PX});
	*state = &scene;
	return 0;
}

static int close_scene(void **state)
{
	struct scene *scene = *state;

	ui_destroy(scene->ui);
	render_destroy(scene->render);
	return 0;
}

static void start_frame(struct ui *ui)
{
	draw_begin(&ui->frame.list, WIDE, HIGH, 0);
	ui->frame.target_count = 0;
	ui->scratch_used = 0;
	ui->squeezed = 0;
	ui->group = "";
	ui->one_size_count = 0;
}

/* Appends all that is not a blank. */
static void gather(char *to, size_t cap, const char *from, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (from[i] != ' ' && from[i] != '\n') {
			size_t used = strlen(to);

			assert_true(used + 1 < cap);
			to[used] = from[i];
			to[used + 1] = '\0';
		}
	}
}

static void no_letter_is_lost(void **state)
{
	const struct scene *scene = *state;

	for (size_t i = 0; i < ARRAY_LEN(TEXTS); i++) {
		for (int32_t width = 1; width < 700; width += width / 3 + 1) {
			char before[1000] = "", after[1000] = "";
			struct text_line line;
			size_t at = 0, last = 0;

			gather(before, sizeof before, TEXTS[i], strlen(TEXTS[i]));
			while (text_next_line(scene->ruler, FACE_SEMIBOLD, 24, width, TEXTS[i], &at, &line)) {
				assert_true(line.first >= last && line.first + line.len <= at);
				assert_true(str_valid(TEXTS[i] + line.first, line.len));
				gather(after, sizeof after, TEXTS[i] + line.first, line.len);
				last = at;
			}
			assert_string_equal(before, after);
		}
	}
}

static void every_line_fits_its_width(void **state)
{
	const struct scene *scene = *state;

	for (size_t i = 0; i < ARRAY_LEN(TEXTS); i++) {
		for (int32_t width = 40; width < 900; width += 37) {
			struct text_line line;
			size_t at = 0;

			while (text_next_line(scene->ruler, FACE_REGULAR, 26, width, TEXTS[i], &at, &line)) {
				assert_true(line.width <= width);
				assert_int_equal(line.width, scene->ruler->width(scene->ruler->self, FACE_REGULAR, 26, TEXTS[i] + line.first, line.len));
				assert_true(line.len == 0 || TEXTS[i][line.first + line.len - 1] != ' ');
			}
		}
	}
}

static int32_t lines_of(const struct ruler *ruler, const char *text, int32_t width, char lines[8][120])
{
	struct text_line line;
	size_t at = 0;
	int32_t count = 0;

	while (text_next_line(ruler, FACE_REGULAR, 20, width, text, &at, &line)) {
		assert_true(count < 8);
		snprintf(lines[count++], 120, "%.*s", (int)line.len, text + line.first);
	}
	return count;
}

static void lines_break_where_a_reader_would(void **state)
{
	const struct ruler *ruler = ((const struct scene *)*state)->ruler;
	char lines[8][120];

	/* After a hyphen between letters, not between digits. */
	assert_int_equal(lines_of(ruler, "EHT-besök", text_width(ruler, FACE_REGULAR, 20, "EHT-be"), lines), 2);
	assert_string_equal(lines[0], "EHT-");
	assert_int_equal(lines_of(ruler, "vecka 43–51", text_width(ruler, FACE_REGULAR, 20, "vecka 43–"), lines), 2);
	assert_string_equal(lines[1], "43–51");
	/* A line does not begin with a dot or a dash that stands alone. */
	assert_int_equal(lines_of(ruler, "steg fyra · lärare", text_width(ruler, FACE_REGULAR, 20, "steg fyra ·"), lines), 2);
	assert_string_equal(lines[0], "steg fyra ·");
	assert_int_equal(lines_of(ruler, "för en elev – och", text_width(ruler, FACE_REGULAR, 20, "för en elev "), lines), 2);
	assert_string_equal(lines[1], "elev – och");
	/* A figure keeps to its word, unless that breaks it. */
	assert_int_equal(lines_of(ruler, "Steg sju av 8", text_width(ruler, FACE_REGULAR, 20, "Steg sju av "), lines), 2);
	assert_string_equal(lines[1], "av 8");
	assert_int_equal(lines_of(ruler, "på APT i v. 45", text_width(ruler, FACE_REGULAR, 20, "på APT i v. "), lines), 2);
	assert_string_equal(lines[1], "v. 45");
	assert_int_equal(lines_of(ruler, "i dag · 8 personer", text_width(ruler, FACE_REGULAR, 20, "i dag · 8 per"), lines), 2);
	assert_string_equal(lines[1], "8 personer");
	assert_int_equal(lines_of(ruler, "Det är klart. 8 svar", text_width(ruler, FACE_REGULAR, 20, "Det är klart. 8"), lines), 2);
	assert_string_equal(lines[1], "8 svar");
	assert_int_equal(lines_of(ruler, "vecka 39", text_width(ruler, FACE_REGULAR, 20, "vecka 3"), lines), 2);
	assert_string_equal(lines[0], "vecka");
	/* Line feeds are kept, an empty line as well. */
	assert_int_equal(lines_of(ruler, "a\n\nb\n", 500, lines), 3);
	assert_string_equal(lines[1], "");
}

static void fit_is_the_largest_that_fits(void **state)
{
	const struct ruler *ruler = ((const struct scene *)*state)->ruler;

	for (size_t i = 1; i < ARRAY_LEN(TEXTS); i++) {
		for (int32_t w = 60; w < 1200; w += 190) {
			for (int32_t h = 20; h < 700; h += 130) {
				struct text_fit fit = text_fit(ruler, FACE_BOLD, 48, 16, w, h, TEXTS[i]);

				assert_in_range(fit.size, 16, 48);
				if (fit.pages == 1 && !fit.shape.broken) {
					assert_true(fit.shape.height <= h && fit.shape.width <= w);
				} else {
					assert_int_equal(fit.size, 16);
				}
				assert_true(fit.pages * fit.lines_per_page >= fit.shape.lines);
				assert_true((fit.pages - 1) * fit.lines_per_page < fit.shape.lines);
				if (fit.size < 48) {
					int32_t larger = 48;

					while (text_step_down(larger, 16) > fit.size) {
						larger = text_step_down(larger, 16);
					}
					struct text_shape shape = text_shape(ruler, FACE_BOLD, larger, w, TEXTS[i]);

					assert_true(shape.broken || shape.height > h);
				}
			}
		}
	}
}

static void balanced_lines_are_no_more_lines(void **state)
{
	const struct ruler *ruler = ((const struct scene *)*state)->ruler;

	for (int32_t width = 200; width < 1200; width += 91) {
		int32_t balanced = text_balanced_width(ruler, FACE_BOLD, 44, width, TEXTS[2]);
		struct text_shape wide = text_shape(ruler, FACE_BOLD, 44, width, TEXTS[2]);
		struct text_shape even = text_shape(ruler, FACE_BOLD, 44, balanced, TEXTS[2]);

		assert_true(balanced <= width && even.width <= width);
		assert_int_equal(even.lines, wide.lines);
		assert_false(even.broken && !wide.broken);
	}
}

/* All pages of a stack together hold every letter, none outside the box, none under the floor. */
static void a_paged_stack_shows_everything(void **state)
{
	struct ui *ui = ((const struct scene *)*state)->ui;
	const struct part parts[] = {
		{.style = STYLE_LABEL, .text = "frågan"}, {.style = STYLE_HEADING, .text = TEXTS[7], .before = 9},
		{.style = STYLE_QUIET, .text = TEXTS[3], .before = 20}
	};

	for (int32_t w = 200; w < 1200; w += 333) {
		for (int32_t h = 60; h < 700; h += 97) {
			struct rect box = {40, 30, w, h};
			char before[2000] = "", after[2000] = "";
			int32_t pages = 1;

			gather(before, sizeof before, "FRÅGAN", strlen("FRÅGAN"));
			gather(before, sizeof before, TEXTS[7], strlen(TEXTS[7]));
			gather(before, sizeof before, TEXTS[3], strlen(TEXTS[3]));
			for (int32_t page = 0; page < pages; page++) {
				start_frame(ui);
				pages = ui_stack(ui, box, parts, ARRAY_LEN(parts), (struct stack){.paged = true, .page = page}).pages;
				assert_int_equal(ui->squeezed, 0);
				for (int32_t i = 0; i < ui->frame.list.count; i++) {
					const struct draw *draw = &ui->frame.list.draws[i];
					const char *text = draw_text_of(&ui->frame.list, draw);

					gather(after, sizeof after, text, strlen(text));
					assert_true(draw->size_px >= ui->theme.type[STYLE_BODY].floor);
					assert_true(draw->box.x >= box.x && draw->box.x + draw->box.w <= box.x + box.w);
					assert_true(draw->box.y >= box.y && (draw->box.y + draw->box.h <= box.y + box.h || ui->frame.list.count == 1));
				}
			}
			assert_string_equal(before, after);
		}
	}
}

/* Over several pages words are no smaller than so many pages need; roomy ones take one page more rather than be small. */
static void pages_are_as_large_as_they_can_be(void **state)
{
	struct ui *ui = ((const struct scene *)*state)->ui;
	const struct part part = {.style = STYLE_HEADING, .text = TEXTS[7]};
	const struct type *type = &ui->theme.type[STYLE_HEADING];
	/* All lines at the floor but one. */
	const int32_t whole = ui_text_height_floor(ui, STYLE_HEADING, 400, TEXTS[7]);
	const struct rect box = {0, 0, 400, whole - 1};

	start_frame(ui);
	assert_int_equal(ui_stack(ui, box, &part, 1, (struct stack){.paged = true}).pages, 2);
	const int32_t size = ui->frame.list.draws[0].size_px;

	assert_true(size > type->floor);
	start_frame(ui);
	assert_int_equal(ui_stack(ui, box, &part, 1, (struct stack){.paged = true, .roomy = true}).pages, 3);
	assert_true(ui->frame.list.draws[0].size_px > size);
}

/* What heads a page stays whole on it, however much larger it could be. */
static void no_heading_is_torn(void **state)
{
	struct ui *ui = ((const struct scene *)*state)->ui;
	const struct part parts[] = {{.style = STYLE_HEADING, .text = TEXTS[2]}, {.style = STYLE_BODY, .text = TEXTS[7]}};
	const int32_t floor = ui_text_height_floor(ui, STYLE_HEADING, 400, TEXTS[2]);

	for (int32_t h = floor; h < 3 * floor; h += floor / 4) {
		char first[400] = "", heading[400] = "";

		start_frame(ui);
		ui_stack(ui, (struct rect){0, 0, 400, h}, parts, ARRAY_LEN(parts), (struct stack){.paged = true, .roomy = true});
		gather(heading, sizeof heading, TEXTS[2], strlen(TEXTS[2]));
		for (int32_t i = 0; i < ui->frame.list.count; i++) {
			const struct draw *draw = &ui->frame.list.draws[i];
			const char *text = draw_text_of(&ui->frame.list, draw);

			if (draw->face == ui->theme.type[STYLE_HEADING].face) {
				gather(first, sizeof first, text, strlen(text));
			}
		}
		assert_string_equal(first, heading);
	}
}

static void spare_parts_go_before_anything_is_small(void **state)
{
	struct ui *ui = ((const struct scene *)*state)->ui;
	const struct part parts[] = {
		{.style = STYLE_HEADING, .text = TEXTS[2]}, {.style = STYLE_BODY, .text = "first", .spare = true},
		{.style = STYLE_BODY, .text = "second", .spare = true}
	};
	int32_t heading = ui_text_height(ui, STYLE_HEADING, 500, TEXTS[2]), line = ui_line_height(ui, STYLE_BODY);

	start_frame(ui);
	ui_stack(ui, (struct rect){0, 0, 500, heading + 2 * line}, parts, 3, (struct stack){.align = ALIGN_LEFT});
	assert_string_equal(draw_text_of(&ui->frame.list, &ui->frame.list.draws[ui->frame.list.count - 1]), "second");
	assert_int_equal(ui->frame.list.draws[0].size_px, ui->theme.type[STYLE_HEADING].size);
	start_frame(ui);
	ui_stack(ui, (struct rect){0, 0, 500, heading * 3 / 5 + line}, parts, 3, (struct stack){.align = ALIGN_LEFT});
	assert_string_not_equal(draw_text_of(&ui->frame.list, &ui->frame.list.draws[ui->frame.list.count - 1]), "second");
	assert_int_equal(ui->squeezed, 0);
}

static void capitals_are_swedish(void **state)
{
	char to[80], little[6];

	(void)state;
	text_capitals(to, sizeof to, "så svarar ni – åäö é ÷ 9");
	assert_string_equal(to, "SÅ SVARAR NI – ÅÄÖ É ÷ 9");
	text_capitals(little, sizeof little, "aaaaå");
	assert_string_equal(little, "AAAA");
}

/* Cap heights in hundredths of a millimetre, with a pixel's rounding. */
static void assert_cap(const struct ui_theme *theme, int32_t px, int32_t mm_100)
{
	int32_t cap = (int32_t)((int64_t)px * theme->um_per_px * 728 / 10000);

	assert_in_range(cap, mm_100, mm_100 + theme->um_per_px / 10 + 1);
}

static void sizes_come_from_millimetres(void **state)
{
	struct ui_theme t;

	(void)state;
	theme_make(&(struct theme_wish){.width = 1280, .height = 720, .um_per_px = 269}, &t);
	assert_int_equal(t.distance, DISTANCE_NEAR);
	assert_cap(&t, t.type[STYLE_BODY].size, 490);
	assert_cap(&t, t.type[STYLE_BODY].floor, 300);
	theme_make(&(struct theme_wish){.width = 1280, .height = 720, .um_per_px = 269, .large = true}, &t);
	assert_cap(&t, t.type[STYLE_BODY].size, 730);
	assert_cap(&t, t.type[STYLE_QUIET].floor, 490);
	theme_make(&(struct theme_wish){.width = 1920, .height = 1080, .um_per_px = 277}, &t);
	assert_int_equal(t.distance, DISTANCE_TABLE);
	assert_cap(&t, t.type[STYLE_BODY].size, 700);
	assert_cap(&t, t.type[STYLE_BODY].floor, 470);
	theme_make(&(struct theme_wish){.width = 1920, .height = 1080, .um_per_px = 277, .near = true}, &t);
	assert_cap(&t, t.type[STYLE_BODY].size, 490);
	theme_make(&(struct theme_wish){.width = 1920, .height = 1080, .um_per_px = 630}, &t);
	assert_int_equal(t.distance, DISTANCE_ROOM);
	assert_true(t.type[STYLE_HEADING].floor * 630 * 728 / 1000 >= 12000);
	assert_cap(&t, t.type[STYLE_BODY].floor, 930);
	assert_int_equal(theme_distance(154, DISTANCE_ROOM), DISTANCE_NEAR);
	assert_int_equal(theme_distance(344, DISTANCE_ROOM), DISTANCE_ROOM);
}

static void targets_are_never_too_small(void **state)
{
	static const int32_t glasses[][3] = {{800, 480, 192}, {1280, 720, 268}, {720, 1280, 120}, {1920, 1080, 276}, {1920, 1080, 630}};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(glasses); i++) {
		for (int32_t large = 0; large < 2; large++) {
			struct ui_theme t;

			theme_make(&(struct theme_wish){.width = glasses[i][0], .height = glasses[i][1], .um_per_px = glasses[i][2],
			                                .large = large != 0}, &t);
			assert_true(t.control_small * t.um_per_px >= 15000 && t.control >= t.control_small && t.control_two >= t.control_small);
			assert_true(t.gap * t.um_per_px >= 3000);
			assert_true(t.key * t.um_per_px >= 12500 && t.key_pitch * t.um_per_px >= 13800);
		}
	}
}

static void colours_stand_out(void **state)
{
	(void)state;
	for (int32_t dark = 0; dark < 2; dark++) {
		struct ui_theme t;
		const struct palette *c = &t.colour;

		theme_make(&(struct theme_wish){.width = 1280, .height = 720, .um_per_px = 269, .dark = dark != 0}, &t);
		assert_true(theme_contrast(c->ink, c->paper) >= 1000 && theme_contrast(c->ink, c->card) >= 1000);
		assert_true(theme_contrast(c->quiet, c->paper) >= 700 && theme_contrast(c->quiet, c->card) >= 700);
		assert_true(theme_contrast(c->on_pine, c->pine) >= 700 && theme_contrast(c->on_pine, c->pine_pressed) >= 700);
		assert_true(theme_contrast(c->on_deep, c->deep) >= 700);
		assert_true(theme_contrast(c->on_tint, c->tint) >= 700 && theme_contrast(c->ink, c->tint) >= 700);
		assert_true(theme_contrast(c->on_tint, c->card) >= 700 && theme_contrast(c->on_tint, c->paper) >= 700);
		assert_true(theme_contrast(c->ink, c->pressed) >= 700 && theme_contrast(c->ink, c->trough) >= 700);
		for (int32_t step = 0; step < SCALE_STEPS; step++) {
			assert_true(theme_contrast(theme_ink_on(&t, c->scale[step]), c->scale[step]) >= 700);
			assert_true(theme_contrast(c->outline, c->paper) >= 300);
		}
	}
	assert_int_equal(theme_contrast(RGB(0xffffff), RGB(0x000000)), 2100);
}

static void time_is_spoken(void **state)
{
	static const struct {
		ms_t left;
		const char *sv, *en;
	} said[] = {
		{480000, "8 min kvar", "8 min left"},          {509999, "8 min kvar", "8 min left"},
		{510000, "9 min kvar", "9 min left"},          {150000, "3 min kvar", "3 min left"},
		{149999, "ungefär två minuter kvar", "about two minutes left"},
		{70000, "drygt en minut kvar", "just over a minute left"},
		{60000, "en minut kvar", "a minute left"},     {30000, "en halv minut kvar", "half a minute left"},
		{1, "snart klart", "nearly there"},            {0, "tiden är ute", "time is up"},
		{-59999, "tiden är ute", "time is up"},        {-60000, "1 min över tiden", "1 min over"},
		{-99 * MS_MINUTE, "99 min över tiden", "99 min over"}, {-100 * MS_MINUTE, "2 tim över tiden", "2 h over"},
		{-1440 * MS_MINUTE, "24 tim över tiden", "24 h over"}
	};
	char out[WORDS_BYTES];

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(said); i++) {
		assert_string_equal(words_left(out, sizeof out, LANG_SV, said[i].left), said[i].sv);
		assert_string_equal(words_left(out, sizeof out, LANG_EN, said[i].left), said[i].en);
	}
	assert_string_equal(words_clock(out, sizeof out, LANG_SV, 15 * 60 + 2), "15.02");
	assert_string_equal(words_clock(out, sizeof out, LANG_EN, 24 * 60 + 2), "00:02");
	assert_string_equal(words_date(out, sizeof out, LANG_SV, (struct cal_date){2026, 11, 19}), "torsdag 19 november");
	assert_string_equal(words_date_year(out, sizeof out, LANG_EN, (struct cal_date){2027, 1, 1}), "1 January 2027");
	assert_string_equal(words_weeks(out, sizeof out, 43, 51), "43–51");
	assert_string_equal(words_each(out, sizeof out, LANG_SV, 90), "1 min 30 s");
	assert_string_equal(words_number(out, sizeof out, LANG_SV, 7), "sju");
}

/* The words stand still until words_left_changes says, and then they change. */
static void words_change_when_they_say(void **state)
{
	char now[WORDS_BYTES], then[WORDS_BYTES];

	(void)state;
	for (ms_t left = 400000; left > -200000; left -= 777) {
		ms_t in = words_left_changes(left);

		assert_true(in > 0 && in <= MS_MINUTE + 1);
		words_left(now, sizeof now, LANG_SV, left);
		assert_string_equal(words_left(then, sizeof then, LANG_SV, left - in + 1), now);
		assert_string_not_equal(words_left(then, sizeof then, LANG_SV, left - in), now);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_letter_is_lost),
		cmocka_unit_test(every_line_fits_its_width),
		cmocka_unit_test(lines_break_where_a_reader_would),
		cmocka_unit_test(fit_is_the_largest_that_fits),
		cmocka_unit_test(balanced_lines_are_no_more_lines),
		cmocka_unit_test(a_paged_stack_shows_everything),
		cmocka_unit_test(pages_are_as_large_as_they_can_be),
		cmocka_unit_test(no_heading_is_torn),
		cmocka_unit_test(spare_parts_go_before_anything_is_small),
		cmocka_unit_test(capitals_are_swedish),
		cmocka_unit_test(sizes_come_from_millimetres),
		cmocka_unit_test(targets_are_never_too_small),
		cmocka_unit_test(colours_stand_out),
		cmocka_unit_test(time_is_spoken),
		cmocka_unit_test(words_change_when_they_say)
	};

	return cmocka_run_group_tests(tests, open_scene, close_scene);
}
