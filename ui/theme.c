/* Sizes and colours. Lengths here are hundredths of a millimetre; look.md says where they come from. */
#include "ui/theme.h"

#include <math.h>

/* Inter's capitals are 0.728 of an em high. */
#define CAP_1000 728
/* A panel is small if its shorter side is no higher than so many capitals at their floor: few mm, or read from far away. With fewer still,
   words are large on it. */
#define LINES_COMPACT 36
#define LINES_CRAMPED 25
/* Inter's line is 1.21 em. */
#define LINE_1000 1210

/* Cap heights at one reading distance: what a style wants and its floor. */
struct caps {
	int32_t want[STYLE_COUNT], floor[STYLE_COUNT];
};

static const enum face FACES[STYLE_COUNT] = {
	[STYLE_DISPLAY] = FACE_BOLD, [STYLE_FIGURE] = FACE_BOLD, [STYLE_HEADING] = FACE_BOLD, [STYLE_TITLE] = FACE_SEMIBOLD,
	[STYLE_STRONG] = FACE_SEMIBOLD, [STYLE_BODY] = FACE_REGULAR, [STYLE_QUIET] = FACE_REGULAR, [STYLE_LABEL] = FACE_SEMIBOLD,
	[STYLE_BUTTON] = FACE_SEMIBOLD, [STYLE_CLOCK] = FACE_CLOCK_BOLD
};

/* 0.6 m: body 4.9, floor 3.0. */
static const struct caps NEAR = {
	.want = {[STYLE_DISPLAY] = 1250, [STYLE_FIGURE] = 1000, [STYLE_HEADING] = 800, [STYLE_TITLE] = 590, [STYLE_STRONG] = 450,
	         [STYLE_BODY] = 490, [STYLE_QUIET] = 395, [STYLE_LABEL] = 350, [STYLE_BUTTON] = 470, [STYLE_CLOCK] = 510},
	.floor = {[STYLE_DISPLAY] = 300, [STYLE_FIGURE] = 300, [STYLE_HEADING] = 300, [STYLE_TITLE] = 300, [STYLE_STRONG] = 300,
	          [STYLE_BODY] = 300, [STYLE_QUIET] = 300, [STYLE_LABEL] = 300, [STYLE_BUTTON] = 300, [STYLE_CLOCK] = 300}
};
/* 1 m: body 7, floor 4.7. */
static const struct caps TABLE = {
	.want = {[STYLE_DISPLAY] = 1800, [STYLE_FIGURE] = 1450, [STYLE_HEADING] = 1150, [STYLE_TITLE] = 850, [STYLE_STRONG] = 650,
	         [STYLE_BODY] = 700, [STYLE_QUIET] = 570, [STYLE_LABEL] = 500, [STYLE_BUTTON] = 680, [STYLE_CLOCK] = 730},
	.floor = {[STYLE_DISPLAY] = 470, [STYLE_FIGURE] = 470, [STYLE_HEADING] = 470, [STYLE_TITLE] = 470, [STYLE_STRONG] = 470,
	          [STYLE_BODY] = 470, [STYLE_QUIET] = 470, [STYLE_LABEL] = 470, [STYLE_BUTTON] = 470, [STYLE_CLOCK] = 470}
};
/* 2 m: questions from 12, body from 9.3, which is also the floor; wanted is what 3 m takes, since such a panel has the room. */
static const struct caps ROOM = {
	.want = {[STYLE_DISPLAY] = 3400, [STYLE_FIGURE] = 3000, [STYLE_HEADING] = 2400, [STYLE_TITLE] = 1800, [STYLE_STRONG] = 1400,
	         [STYLE_BODY] = 1400, [STYLE_QUIET] = 1200, [STYLE_LABEL] = 1050, [STYLE_BUTTON] = 1450, [STYLE_CLOCK] = 1600},
	.floor = {[STYLE_DISPLAY] = 1200, [STYLE_FIGURE] = 930, [STYLE_HEADING] = 1200, [STYLE_TITLE] = 930, [STYLE_STRONG] = 930,
	          [STYLE_BODY] = 930, [STYLE_QUIET] = 930, [STYLE_LABEL] = 930, [STYLE_BUTTON] = 930, [STYLE_CLOCK] = 930}
};
/* Large text: body 0.7 degrees of view, its floor the ordinary body. */
#define LARGE_NEAR_BODY 730
#define LARGE_TABLE_BODY 1220

static const struct palette LIGHT = {
	.paper = RGB(0xf7f4ed), .card = RGB(0xffffff), .ink = RGB(0x1b1f27), .quiet = RGB(0x4a5160), .line = RGB(0xded8ca),
	.pine = RGB(0x0b5d56), .pine_pressed = RGB(0x08433e), .tint = RGB(0xdcebe7), .on_pine = RGB(0xffffff),
	.on_pine_quiet = RGB(0xffffff), .deep = RGB(0x0b5d56), .on_deep = RGB(0xffffff), .on_tint = RGB(0x0b4a44), .pressed = RGB(0xe6eee9), .trough = RGB(0xe4ded0),
	.bed = RGB(0xece7db), .amber = RGB(0xd98e04), .clay = RGB(0xa33f1f),
	.scale = {RGB(0x8f4400), RGB(0xf2a65a), RGB(0x8fb8e8), RGB(0x1f4e9c)}, .outline = RGB(0x1b1f27),
	.ink_dark = RGB(0x1b1f27), .ink_light = RGB(0xffffff)
};
/* The hand of the hand-over: deep green-black, and the action colour light with dark words. The scale stays, since no other four
   colours are as far apart for every eye; its outline turns light. */
static const struct palette DARK = {
	.paper = RGB(0x10201f), .card = RGB(0x192c2b), .ink = RGB(0xf6faf8), .quiet = RGB(0xc9deda), .line = RGB(0x3f5b58),
	.pine = RGB(0x7cc4b6), .pine_pressed = RGB(0xa5dbd0), .tint = RGB(0x1d433e), .on_pine = RGB(0x08211e),
	.on_pine_quiet = RGB(0x08211e), .deep = RGB(0x173f3a), .on_deep = RGB(0xf6faf8), .on_tint = RGB(0xbfe8df), .pressed = RGB(0x24403d), .trough = RGB(0x2c4341),
	.bed = RGB(0x0a1615), .amber = RGB(0xe6ab3c), .clay = RGB(0xe59a7d),
	.scale = {RGB(0x8f4400), RGB(0xf2a65a), RGB(0x8fb8e8), RGB(0x1f4e9c)}, .outline = RGB(0xf6faf8),
	.ink_dark = RGB(0x1b1f27), .ink_light = RGB(0xffffff)
};

int32_t theme_px(const struct ui_theme *theme, int32_t mm_100)
{
	int64_t um = (int64_t)mm_100 * 10;

	return (int32_t)((um + theme->um_per_px - 1) / theme->um_per_px);
}

enum distance theme_distance(int32_t longer_mm, enum distance wished)
{
	if (longer_mm < 200) {
		return DISTANCE_NEAR;
	}
	if (wished != DISTANCE_BY_PANEL) {
		return wished;
	}
	return longer_mm < 400 ? DISTANCE_NEAR : longer_mm < 800 ? DISTANCE_TABLE : DISTANCE_ROOM;
}

/* Larger by large/body, but headings that are large already grow only as far as it takes to stay above the body. */
static int32_t enlarged(enum style style, int32_t want, int32_t body, int32_t large)
{
	switch (style) {
	case STYLE_DISPLAY: return max_i32(want, large * 17 / 10);
	case STYLE_FIGURE: return max_i32(want, large * 15 / 10);
	case STYLE_HEADING: return max_i32(want, large * 14 / 10);
	case STYLE_TITLE: return max_i32(want, large * 115 / 100);
	case STYLE_STRONG: case STYLE_BODY: case STYLE_QUIET: case STYLE_LABEL: case STYLE_BUTTON: case STYLE_CLOCK: case STYLE_COUNT: break;
	}
	return want * large / body;
}

static struct caps caps_of(const struct theme_wish *wish, enum distance distance)
{
	struct caps caps = distance == DISTANCE_ROOM ? ROOM : distance == DISTANCE_TABLE ? TABLE : NEAR;

	if (!wish->large || distance == DISTANCE_ROOM) {
		return caps;
	}
	int32_t body = caps.want[STYLE_BODY];
	int32_t large = distance == DISTANCE_TABLE ? LARGE_TABLE_BODY : LARGE_NEAR_BODY;

	for (int32_t i = 0; i < STYLE_COUNT; i++) {
		caps.want[i] = enlarged((enum style)i, caps.want[i], body, large);
		caps.floor[i] = body;
	}
	return caps;
}

/* Big words must leave room for more of them: on a small panel they want a part of its shorter side. */
static int32_t tamed(enum style style, int32_t want, int32_t body, int32_t short_100)
{
	switch (style) {
	case STYLE_DISPLAY: return max_i32(body, min_i32(want, short_100 / 11));
	case STYLE_FIGURE: return max_i32(body, min_i32(want, short_100 / 12));
	case STYLE_HEADING: return max_i32(body, min_i32(want, short_100 / 14));
	case STYLE_TITLE: return max_i32(body, min_i32(want, short_100 / 18));
	case STYLE_STRONG: case STYLE_BODY: case STYLE_QUIET: case STYLE_LABEL: case STYLE_BUTTON: case STYLE_CLOCK: case STYLE_COUNT: break;
	}
	return want;
}

static void make_types(const struct caps *caps, int32_t short_100, struct ui_theme *theme)
{
	for (int32_t i = 0; i < STYLE_COUNT; i++) {
		int32_t want = tamed((enum style)i, caps->want[i], caps->want[STYLE_BODY], short_100);

		/* No capital may be lower than its floor, not by a micrometre. */
		int32_t floor = theme_px(theme, (min_i32(want, caps->floor[i]) * 1000 + CAP_1000 - 1) / CAP_1000);

		theme->type[i] = (struct type){.face = FACES[i], .size = max_i32(floor, theme_px(theme, want * 1000 / CAP_1000)), .floor = floor};
	}
}

static int32_t scaled(const struct ui_theme *theme, int32_t mm_100, int32_t percent)
{
	return theme_px(theme, mm_100 * percent / 100);
}

/* Air and lines grow with the panel, so that a large one does not look like a small one seen from afar. */
static void make_air(int32_t short_100, struct ui_theme *theme)
{
	int32_t air = clamp_i32(short_100 / 194, 45, 300);      /* percent of what the pictures show at 344 by 194 mm */
	int32_t fine = clamp_i32(air, 70, 250);

	theme->margin = scaled(theme, 860, air);
	theme->space = max_i32(scaled(theme, 640, air), theme_px(theme, 300));
	theme->gap = max_i32(scaled(theme, 430, air), theme_px(theme, 300));
	theme->pad = scaled(theme, 760, air);
	theme->snug = scaled(theme, 240, fine);
	theme->line = max_i32(1, scaled(theme, 50, fine));
	theme->radius = scaled(theme, 430, fine);
	theme->radius_card = scaled(theme, 640, fine);
	theme->bar = scaled(theme, 210, fine);
	theme->mark = scaled(theme, 210, fine);
	theme->dot = scaled(theme, 640, fine);
	theme->focus = scaled(theme, 80, fine);
}

/* 20 mm where there is room, never under 15; and never lower than the words on it need. */
static void make_targets(bool compact, bool tall, struct ui_theme *theme)
{
	int32_t line = theme->type[STYLE_BUTTON].size * LINE_1000 / 1000;
	int32_t floor_line = theme->type[STYLE_BUTTON].floor * LINE_1000 / 1000;

	theme->target_min = theme_px(theme, 1500);
	theme->control = compact && !tall ? max_i32(theme->target_min, floor_line * 3 / 2) : max_i32(theme_px(theme, 2000), line * 17 / 10);
	theme->control_small = max_i32(theme->target_min, (compact ? floor_line : line) * 3 / 2);
	theme->control_two = max_i32(theme->control_small, 2 * (floor_line + 1) + 2 * theme->line + theme->snug / 2);
	theme->key = theme_px(theme, 1250);
	theme->key_pitch = theme_px(theme, 1380);
}

void theme_make(const struct theme_wish *wish, struct ui_theme *theme)
{
	int32_t shorter = min_i32(wish->width, wish->height);
	int32_t longer = max_i32(wish->width, wish->height);

	*theme = (struct ui_theme){
		.colour = wish->dark ? DARK : LIGHT, .dark = wish->dark, .um_per_px = max_i32(1, wish->um_per_px),
		.portrait = wish->height > wish->width
	};
	int32_t short_100 = (int32_t)((int64_t)shorter * theme->um_per_px / 10);
	/* A strip of a panel is looked at from as near as its height asks for. */
	int32_t across_mm = (int32_t)((int64_t)min_i32(longer, 2 * shorter) * theme->um_per_px / 1000);

	theme->distance = wish->near ? DISTANCE_NEAR : theme_distance(across_mm, wish->distance);
	struct caps caps = caps_of(wish, theme->distance);
	int32_t lines = short_100 / caps.floor[STYLE_BODY];

	theme->compact = short_100 < 12000 || lines < LINES_COMPACT;
	theme->large = (wish->large && theme->distance != DISTANCE_ROOM) || lines < LINES_CRAMPED;
	make_types(&caps, short_100, theme);
	make_air(short_100, theme);
	make_targets(theme->compact, theme->portrait, theme);
}

colour_t theme_ink(const struct ui_theme *theme, enum style style, enum ink ink)
{
	const struct palette *c = &theme->colour;
	bool quiet = style == STYLE_QUIET || style == STYLE_LABEL;

	switch (ink) {
	case INK_OF_STYLE: return quiet ? c->quiet : c->ink;
	case INK_FULL: return c->ink;
	case INK_QUIET: return c->quiet;
	case INK_PINE: return c->on_tint;
	case INK_ON_PINE: return quiet ? c->on_pine_quiet : c->on_pine;
	case INK_ON_DEEP: return c->on_deep;
	case INK_COUNT: break;
	}
	return c->ink;
}

/* WCAG 2.2: a channel's part of the relative luminance. */
static double linear(uint32_t channel)
{
	double c = (double)channel / 255.0;

	return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(colour_t colour)
{
	return 0.2126 * linear(colour >> 24 & 0xFFU) + 0.7152 * linear(colour >> 16 & 0xFFU) + 0.0722 * linear(colour >> 8 & 0xFFU);
}

int32_t theme_contrast(colour_t a, colour_t b)
{
	double la = luminance(a), lb = luminance(b);
	double light = la > lb ? la : lb, dark = la > lb ? lb : la;

	return (int32_t)((light + 0.05) / (dark + 0.05) * 100.0);
}

colour_t theme_ink_on(const struct ui_theme *theme, colour_t ground)
{
	const struct palette *c = &theme->colour;

	return theme_contrast(c->ink_dark, ground) >= theme_contrast(c->ink_light, ground) ? c->ink_dark : c->ink_light;
}
