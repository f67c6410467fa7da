/* What surrounds a screen: the bar at the top and the bar at the foot. */
#ifndef SAMSYN_CHROME_H
#define SAMSYN_CHROME_H

#include "ui/widget.h"

/* Something to do; label NULL: nothing. */
struct action {
	const char *label;
	struct command command;
	bool hold;                /* kept pressed for it */
};

#define TOP_ACTIONS (1 + 2)
#define FOOT_QUIET (1 + 2)
#define FOOT_MORE 2

/* The bar at the top. NULL leaves a text out. A narrow panel shows about_short (or nothing) instead of `about`, and so at the right. */
struct top {
	const char *title, *about, *about_short;
	const char *right, *right_short;
	const char *clock;        /* the time of day, larger */
	struct action action[TOP_ACTIONS];   /* the last one that there is stands out */
	bool tight;               /* something of the screen's own follows right under the bar */
};

/* The bar at the foot: on the left what leads back and the quiet ones, in the middle a hint that a narrow panel leaves out, on the
   right other ways on (secondary) and the main one (primary). */
struct foot {
	struct action back;             /* also what escape does */
	struct action quiet[FOOT_QUIET];
	const char *hint;
	struct action more[FOOT_MORE];
	struct action main;
};

/* Draws the bar and returns the room under it. */
struct rect chrome_top(struct ui *ui, const struct view *view, const struct top *top);
/* Draws the foot at the bottom of `rest` and returns the room above it. While something is about to happen (view.pending) the foot is
   the word about it and "Ångra". */
struct rect chrome_foot(struct ui *ui, const struct view *view, struct rect rest, const struct foot *foot);

/* The height that such a foot takes, the air round it and all. */
int32_t chrome_foot_height(struct ui *ui, const struct foot *foot);

/* The top of a step of a meeting: its name, "Steg 4 av 6", when the meeting ends, sound, pause, and the bar of steps. */
struct rect chrome_step_top(struct ui *ui, const struct view *view);
/* The foot of a step: as chrome_foot, with "Ångra" and "Mer" put in. */
struct rect chrome_step_foot(struct ui *ui, const struct view *view, struct rect rest, const struct foot *foot);
/* Two areas in one title, "Quality work + Leadership"; the first alone where there is no other. */
const char *chrome_both(struct ui *ui, const char *one, const char *other);
/* "Nästa: Diskutera", or "Till sammanfattningen" after the last step: the label of the way on. */
const char *chrome_next_label(struct ui *ui, const struct view *view);

#endif
