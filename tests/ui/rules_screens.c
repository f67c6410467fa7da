/* Walks through every screen and state on every panel, in both languages, light and dark, at both sizes of text and in the four turns,
   and holds the rules against every picture. SAMSYN_LONG=1 looks in all ways there are; SAMSYN_SHOTS names a folder for a picture of each
   fault that is told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "firmware/base/str.h"
#include "firmware/content/pack.h"
#include "tests/ui/rules_report.h"
#include "tests/ui/walk.h"
#include "ui/picture.h"
#include "ui/words.h"

#define UM_A_MM 1000
#define TURNS 4

#if defined(__SANITIZE_ADDRESS__)
#define SLOW true
#else
#define SLOW false
#endif

static const struct walk_glass GLASSES[] = {
	{"800x480", 800, 480, 154}, {"1280x720", 1280, 720, 344}, {"720x1280", 720, 1280, 87}, {"1920x1080", 1920, 1080, 531},
	{"television", 1920, 1080, 1210}
};
#define GLASS_COUNT ((int32_t)ARRAY_LEN(GLASSES))

struct looker {
	struct report *report;
	struct dictionary *words;
	struct ui_theme light, dark;
	char look[80];
	bool hands, turned;          /* what is tried besides looking */
	struct render *glass[TURNS]; /* one for each quarter */
	int32_t looks, frames, tabbed, pressed, turns;
	struct draw_list before;     /* the picture without a finger on it */
};

/* ---- one frame ---- */

static int32_t um_per_px(const struct walk *walk)
{
	const struct walk_glass *glass = &walk->look.glass;

	return max_i32((glass->mm * UM_A_MM + glass->width / 2) / glass->width, 1);
}

static struct theme_wish wish_of(const struct walk *walk)
{
	const struct core *core = walk_core(walk);
	const struct draw_list *list = &walk_frame(walk)->list;
	const bool ballot = app_private(walk->app);

	return (struct theme_wish){.width = list->width, .height = list->height, .um_per_px = um_per_px(walk),
	                           .distance = (enum distance)core->settings.value[SET_DISTANCE],
	                           .near = ballot || core->edit.what != EDIT_NOTHING,
	                           .large = ballot ? core->answering.large : core->settings.value[SET_LARGE] != 0};
}

static struct eye eye_of(const struct walk *walk, struct looker *looker)
{
	struct theme_wish wish = wish_of(walk);

	theme_make(&wish, &looker->light);
	wish.dark = true;
	theme_make(&wish, &looker->dark);
	/* Some screens are dark whatever the settings say: the paper tells. */
	const bool dark = walk_frame(walk)->list.ground == looker->dark.colour.paper;

	return (struct eye){.um_per_px = wish.um_per_px, .distance = looker->light.distance, .large = looker->light.large,
	                    .lang = walk->look.lang, .palette = dark ? &looker->dark.colour : &looker->light.colour, .words = looker->words};
}

/* The glass as it was looked at. */
static void shoot(const struct walk *walk, const struct looker *looker, const char *place, enum rule rule)
{
	const char *folder = getenv("SAMSYN_SHOTS");
	char path[600], why[200];
	int32_t w = 0, h = 0;

	if (folder == NULL) {
		return;
	}
	snprintf(path, sizeof path, "%s/%s %s %s.png", folder, place, rule_name(rule), looker->look);
	for (char *at = path + strlen(folder) + 1; *at != '\0'; at++) {
		*at = *at == '/' || *at == ' ' || *at == ',' || *at == '?' ? '-' : *at;
	}
	(void)app_show(walk->app);
	const uint32_t *pixels = render_pixels(walk->render, &w, &h);

	if (!picture_write(path, pixels, w, h, why, sizeof why)) {
		fprintf(stderr, "%s\n", why);
	}
}

static void told(const struct walk *walk, const struct looker *looker, const char *place, const struct breaches *breaches)
{
	for (int32_t i = 0; i < breaches->count; i++) {
		if (report_add(looker->report, place, looker->look, breaches->found[i].rule, breaches->found[i].about)) {
			shoot(walk, looker, place, breaches->found[i].rule);
		}
	}
}

/* ---- the keyboard ---- */

/* The target that stands in the ring of the focus, or -1. */
static int32_t in_focus(const struct frame *frame, const struct ui_theme *theme)
{
	const int32_t out = theme->focus + theme->line;

	for (int32_t i = 0; i < frame->list.count; i++) {
		const struct draw *ring = &frame->list.draws[i];

		for (int32_t j = 0; ring->kind == DRAW_BOX && ring->fill == 0 && ring->line_px == theme->focus && j < frame->target_count; j++) {
			const struct rect box = frame->targets[j].box;

			if (frame->targets[j].role != ROLE_AREA && ring->box.x == box.x - out && ring->box.y == box.y - out &&
			    ring->box.w == box.w + 2 * out && ring->box.h == box.h + 2 * out) {
				return j;
			}
		}
	}
	return -1;
}

static void try_keyboard(struct walk *walk, struct looker *looker, struct breaches *breaches)
{
	bool seen[TARGETS_MAX] = {false};
	int32_t reachable = 0, first = -1;

	for (int32_t i = 0; i < walk_frame(walk)->target_count; i++) {
		reachable += walk_frame(walk)->targets[i].role != ROLE_AREA ? 1 : 0;
	}
	for (int32_t i = 0; i < reachable + 1 && reachable > 0; i++) {
		walk_key(walk, KEY_TAB);
		const int32_t at = in_focus(walk_frame(walk), &looker->light);

		if (at < 0) {
			breach_add(breaches, RULE_KEYBOARD, "after %d tabs no target is marked", i + 1);
			return;
		}
		if (i < reachable ? seen[at] : at != first) {
			breach_add(breaches, RULE_KEYBOARD, "after %d tabs of %d it is \"%s\" again", i + 1, reachable, walk_frame(walk)->targets[at].label);
			return;
		}
		first = i == 0 ? at : first;
		seen[at] = true;
	}
	looker->tabbed++;
}

/* ---- fingers ---- */

static bool same_picture(const struct draw_list *a, const struct draw_list *b)
{
	for (int32_t i = 0; i < a->count && a->count == b->count; i++) {
		if (!draw_same(a, &a->draws[i], b, &b->draws[i])) {
			return false;
		}
	}
	return a->count == b->count;
}

/* One target of each picture, another one every time: a press shows, and what it shows keeps the rules, half-way through a hold, too. */
static void try_finger(struct walk *walk, struct looker *looker, const struct eye *eye, struct breaches *breaches)
{
	const struct frame *frame = walk_frame(walk);
	const int32_t at = frame->target_count == 0 ? -1 : looker->frames % frame->target_count;

	if (at < 0 || frame->targets[at].role == ROLE_AREA) {
		return;
	}
	const struct target target = frame->targets[at];

	looker->before = frame->list;
	walk_lay_finger(walk, &target, target.role == ROLE_HOLD ? HOLD_MS / 2 : 0);
	if (same_picture(&looker->before, &walk_frame(walk)->list)) {
		breach_add(breaches, RULE_PRESS, "\"%s\"", target.label);
	}
	rules_check(walk_frame(walk), eye, breaches);
	walk_slide_off(walk, &target);
	looker->pressed++;
}

/* ---- the turn ---- */

/* Where a pixel of the upright picture stands on the glass. */
static size_t on_glass(int32_t turn, int32_t w, int32_t h, int32_t x, int32_t y)
{
	switch (turn) {
	case 90: return (size_t)x * (size_t)h + (size_t)(h - 1 - y);
	case 180: return (size_t)(h - 1 - y) * (size_t)w + (size_t)(w - 1 - x);
	default: return (size_t)(w - 1 - x) * (size_t)h + (size_t)y;
	}
}

/* A glass for each turn, so that all of them show the same upright picture. */
static void open_glasses(const struct draw_list *list, struct looker *looker)
{
	char why[200] = "";

	for (int32_t i = 0; i < TURNS; i++) {
		const bool lying = i % 2 == 0;

		looker->glass[i] = render_create(&(struct render_config){.width = lying ? list->width : list->height,
		                                                         .height = lying ? list->height : list->width, .font_dir = SAMSYN_FONT_DIR},
		                                 why, sizeof why);
		assert_string_equal(why, "");
		render_turn(looker->glass[i], i * 90);
	}
}

static void try_turn(const struct walk *walk, struct looker *looker, int32_t turn, struct breaches *breaches)
{
	const struct draw_list *list = &walk_frame(walk)->list;
	const int32_t width = list->width, height = list->height;
	int32_t w = 0, h = 0;
	const uint32_t *plain = render_pixels(looker->glass[0], &w, &h);
	const uint32_t *turned;

	(void)render_draw(looker->glass[turn], list);
	turned = render_pixels(looker->glass[turn], &w, &h);
	looker->turns++;
	for (int32_t y = 0; y < height; y++) {
		for (int32_t x = 0; x < width; x++) {
			if (plain[(size_t)y * (size_t)width + (size_t)x] != turned[on_glass(turn * 90, width, height, x, y)]) {
				breach_add(breaches, RULE_TURNED, "by %d degrees it differs at %d,%d", turn * 90, x, y);
				return;
			}
		}
	}
}

static void try_turns(const struct walk *walk, struct looker *looker, struct breaches *breaches)
{
	if (looker->glass[0] == NULL) {
		open_glasses(&walk_frame(walk)->list, looker);
	}
	(void)render_draw(looker->glass[0], &walk_frame(walk)->list);
	for (int32_t turn = 1; turn < TURNS; turn++) {
		try_turn(walk, looker, turn, breaches);
	}
}

/* ---- the walk ---- */

static void visit(struct walk *walk, const char *place)
{
	struct looker *looker = walk->self;
	const struct eye eye = eye_of(walk, looker);
	struct breaches breaches = {.count = 0};

	looker->frames++;
	rules_check(walk_frame(walk), &eye, &breaches);
	if (looker->turned) {
		try_turns(walk, looker, &breaches);
	}
	told(walk, looker, place, &breaches);
	if (looker->hands) {
		breaches.count = 0;
		try_finger(walk, looker, &eye, &breaches);
		try_keyboard(walk, looker, &breaches);
		told(walk, looker, place, &breaches);
	}
}

static void missed(struct walk *walk, const char *place, const char *what)
{
	struct looker *looker = walk->self;

	if (report_add(looker->report, place, looker->look, RULE_REACHED, what)) {
		shoot(walk, looker, place, RULE_REACHED);
	}
}

static void look(struct walk *walk, const struct walk_look *how, const struct walk_past *past)
{
	struct looker *looker = walk->self;
	char why[200] = "";

	snprintf(looker->look, sizeof looker->look, "%s%s%s%s%s%s", how->glass.name, how->lang == LANG_SV ? " sv" : " en", how->dark ? " dark" : "",
	         how->large ? " large" : "", how->turn == 90 ? " turn 90" : how->turn == 180 ? " turn 180" : how->turn == 270 ? " turn 270" : "",
	         how->distance == DISTANCE_BY_PANEL ? "" : how->distance == DISTANCE_NEAR ? " near" : how->distance == DISTANCE_TABLE ? " table" : " room");
	looker->hands = how->turn == 0;
	/* One panel's pictures are all drawn turned. */
	looker->turned = how->turn == 0 && how->glass.width == GLASSES[0].width && !how->large;
	assert_true(walk_open(walk, how, why, sizeof why));
	walk_everything(walk, past);
	walk_close(walk);
	looker->looks++;
}

/* In all 160 looks; usually every panel lying and standing, in both languages and sizes of text, with the darkness and the rest of the
   turn taken in turns: what those change is not where things stand. Where every instruction is watched, every fourth of those. */
static void look_every_way(struct walk *walk, const struct walk_past *past, bool lengthy)
{
	int32_t used = 0;

	for (int32_t i = 0; i < GLASS_COUNT * 32; i++) {
		const int32_t quarter = i / GLASS_COUNT % 4, rest = i / GLASS_COUNT / 4;
		const struct walk_look how = {.glass = GLASSES[i % GLASS_COUNT], .lang = rest % 2 == 0 ? LANG_SV : LANG_EN, .large = rest / 2 % 2 != 0,
		                              .dark = rest / 4 != 0, .turn = quarter * 90};
		const bool usual = how.dark == ((quarter / 2 + rest + i % GLASS_COUNT) % 2 != 0) && (quarter < 2) == ((rest + i) % 2 == 0);

		used += usual ? 1 : 0;
		if (lengthy || (usual && (!SLOW || used % 4 == 0))) {
			look(walk, &how, past);
		}
	}
}

/* From nearer and from farther away than the panel is meant for, as the settings allow. */
static void look_from_elsewhere(struct walk *walk, const struct walk_past *past)
{
	const struct walk_look ways[] = {
		{.glass = GLASSES[1], .distance = DISTANCE_TABLE}, {.glass = GLASSES[1], .distance = DISTANCE_ROOM},
		{.glass = GLASSES[3], .distance = DISTANCE_NEAR}, {.glass = GLASSES[3], .distance = DISTANCE_ROOM},
		{.glass = GLASSES[4], .distance = DISTANCE_TABLE, .lang = LANG_EN}
	};

	for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
		look(walk, &ways[i], past);
	}
}

static void every_picture_keeps_the_rules(void **state)
{
	const char *asked = getenv("SAMSYN_LONG");
	const bool lengthy = asked != NULL && str_equal(asked, "1");
	struct looker *looker = calloc(1, sizeof *looker);
	struct walk walk = {.self = looker};
	struct pack_set *packs = pack_set_create();
	struct walk_past past;
	char why[200] = "";

	(void)state;
	assert_non_null(looker);
	looker->report = report_create();
	looker->words = dictionary_create();
	words_open(SAMSYN_LOCALE_DIR);
	pack_set_add(packs, SAMSYN_PACK_DIR);
	assert_true(pack_set_finish(packs));
	walk.material = pack_set_material(packs);
	assert_true(dictionary_add_catalogue(looker->words, SAMSYN_LOCALE_DIR "/sv/LC_MESSAGES/samsyn.mo"));
	dictionary_add_material(looker->words, walk.material);

	assert_true(walk_open(&walk, &(struct walk_look){.glass = GLASSES[1]}, why, sizeof why));
	walk_make_past(&walk, &past);
	walk_close(&walk);
	walk.visit = visit;
	walk.missed = missed;
	look_every_way(&walk, &past, lengthy);
	if (lengthy) {
		look_from_elsewhere(&walk, &past);
	}

	const int32_t wrong = report_print(looker->report, stdout);

	printf("%d pictures looked at in %d ways; a finger tried on %d of them, tab on %d, turns on %d\n", looker->frames, looker->looks,
	       looker->pressed, looker->tabbed, looker->turns);
	walk_forget(past.once);
	walk_forget(past.lived);
	for (int32_t i = 0; i < TURNS; i++) {
		render_destroy(looker->glass[i]);
	}
	report_destroy(looker->report);
	dictionary_destroy(looker->words);
	pack_set_destroy(packs);
	free(looker);
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(every_picture_keeps_the_rules)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
