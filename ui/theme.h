/* Every size and every colour in one place. Sizes are worked out from millimetres, the panel and the reading distance; screens take
   them from here and have none of their own. */
#ifndef SAMSYN_THEME_H
#define SAMSYN_THEME_H

#include "firmware/core/state.h"
#include "ui/draw.h"

/* What a text is. Each has a face, a size that it wants and one that it never goes below. */
enum style {
	STYLE_DISPLAY,   /* a few words that are the whole screen: "Lämna över till nästa" */
	STYLE_FIGURE,    /* a number that people set or read from afar: 8, 60 min */
	STYLE_HEADING,   /* the question, the name of today's moment */
	STYLE_TITLE,     /* the name of a card */
	STYLE_STRONG,    /* what a row is about; a step's name */
	STYLE_BODY,      /* running text */
	STYLE_QUIET,     /* beside and under: a little smaller, in quiet ink */
	STYLE_LABEL,     /* the small heading over a group; drawn in capitals */
	STYLE_BUTTON,    /* what a button says */
	STYLE_CLOCK,     /* the time of day: digits of one width */
	STYLE_COUNT
};

enum ink {
	INK_OF_STYLE,    /* what the style uses: quiet ink for STYLE_QUIET and STYLE_LABEL, ink for the others */
	INK_FULL,
	INK_QUIET,
	INK_PINE,        /* on paper, on cards and on tint */
	INK_ON_PINE,     /* on a button or a disc of pine */
	INK_ON_DEEP,     /* on the large surface of ui_card_pine; quiet texts there use it, too */
	INK_COUNT
};

struct type {
	enum face face;
	int32_t size, floor;   /* px an em */
};

struct palette {
	colour_t paper, card, ink, quiet, line;
	colour_t pine, pine_pressed, tint;
	colour_t on_pine, on_pine_quiet;      /* text on pine */
	colour_t deep, on_deep;               /* a large surface of pine, and text on it */
	colour_t on_tint;                     /* pine text on tint, on paper and on cards */
	colour_t pressed;                     /* a card under a finger */
	colour_t trough;                      /* the part of a bar that is still to come */
	colour_t bed;                         /* under the keyboard */
	colour_t amber, clay;                 /* marks only */
	colour_t scale[SCALE_STEPS];          /* results only, from the lowest step */
	colour_t outline;                     /* round everything on the scale */
	colour_t ink_dark, ink_light;         /* what theme_ink_on chooses between */
};

struct ui_theme {
	struct palette colour;
	struct type type[STYLE_COUNT];
	enum distance distance;  /* near, table or room; never by panel */
	bool dark, large;
	bool portrait;           /* higher than wide: stack */
	bool compact;            /* under 120 mm high or wide, or as small beside its words: show fewer things */
	int32_t um_per_px;
	/* px */
	int32_t margin;          /* round the screen */
	int32_t gap;             /* between things that can be touched, at least 3 mm */
	int32_t space;           /* between cards and columns */
	int32_t pad;             /* inside a card */
	int32_t snug;            /* between a heading and what it heads */
	int32_t line;            /* round cards */
	int32_t radius;          /* of buttons */
	int32_t radius_card;
	int32_t control;         /* height of a button: 20 mm where there is room */
	int32_t control_small;   /* of a button in a bar: at least 15 mm */
	int32_t control_two;     /* of one whose words may take two lines at their floor */
	int32_t target_min;      /* 15 mm */
	int32_t bar;             /* height of the bar of steps */
	int32_t mark;            /* width of the amber mark; radius of small dots */
	int32_t dot;             /* diameter of a badge dot */
	int32_t key, key_pitch;  /* the keyboard's, at least 12.5 and 13.8 mm */
	int32_t focus;           /* width of the focus ring */
};

#define UM_A_MM 1000
/* A panel's width as people set it, and the longer side under which a panel is only ever read near. */
#define PANEL_STEP_MM 10
#define PANEL_LEAST_MM 60
#define PANEL_MOST_MM 2400
#define PANEL_NEAR_ONLY_MM 200

struct theme_wish {
	int32_t width, height;      /* px, upright */
	int32_t um_per_px;
	enum distance distance;     /* of the settings */
	bool near;                  /* ballots and keyboards: near whatever the settings say */
	bool dark, large;
};

/* Works out the theme for a panel and a reader. */
void theme_make(const struct theme_wish *wish, struct ui_theme *theme);
/* The distance that a panel of that longer side is read at, unless the settings say otherwise: near under 400 mm, table under 800. */
enum distance theme_distance(int32_t longer_mm, enum distance wished);
/* Hundredths of a millimetre as pixels, rounded up: mm(theme, 1500) is 15 mm. For theme and widgets; screens have no numbers. */
int32_t theme_px(const struct ui_theme *theme, int32_t mm_100);
/* The colour of `ink` for a text of that style. */
colour_t theme_ink(const struct ui_theme *theme, enum style style, enum ink ink);
/* Ink or white, whichever stands out more from `ground`. */
colour_t theme_ink_on(const struct ui_theme *theme, colour_t ground);
/* WCAG 2 contrast of two colours in hundredths, alpha left aside: 700 is 7:1. */
int32_t theme_contrast(colour_t a, colour_t b);

#endif
