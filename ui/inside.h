/* What ui.c, touch.c, keys.c and the widgets share. Screens do not include this. */
#ifndef SAMSYN_INSIDE_H
#define SAMSYN_INSIDE_H

#include "ui/text.h"
#include "ui/widget.h"

#define SCRATCH_BYTES 16384
/* The enter key is one more finger. */
#define PRESS_ENTER INPUT_FINGERS_MAX
#define PRESSES (INPUT_FINGERS_MAX + 1)
#define SIZES_MAX 4

#define TARGET_BACK 1U      /* escape does it */
#define TARGET_SECRET 2U    /* a ballot's key: no press of its own */

/* A finger that lies on a target, or the enter key that is down on the one in focus. */
struct press {
	bool down;
	bool lost;            /* left its target, was somebody else's, or has acted: waits to be lifted */
	uint32_t id;          /* of the target; 0: on nothing */
	enum role role;
	struct command command;
	int32_t x, y;         /* where it landed */
	ms_t since;           /* when */
	ms_t heard;           /* when it last said anything */
};

/* One size for several texts. */
struct one_size {
	enum style style;
	int32_t size;
};

struct ui {
	struct ui_config config;
	struct theme_wish wish;
	struct ui_theme theme;

	/* The frame that is being built, or stands. */
	struct frame frame;
	uint32_t ids[TARGETS_MAX];
	uint32_t flags[TARGETS_MAX];
	char scratch[SCRATCH_BYTES];
	size_t scratch_used;
	const char *group;
	struct one_size one_size[SIZES_MAX];
	int32_t one_size_count;
	ms_t now;
	ms_t changes_at;          /* when a clock in the frame shows something else */
	int32_t squeezed;         /* texts that had to go under their floor: a fault of the screen, found by the tests */
	struct rect fading;

	/* What a finger, a key or a motion is in the middle of. */
	struct press press[PRESSES];
	struct press lifted;      /* the last one that was lifted, and when (heard): it may bounce */
	uint32_t focus;           /* id; 0 none */
	struct rect focus_box;
	uint64_t scene;           /* what the screen is about; another one fades in */
	ms_t scene_at;
	bool moving;
	bool editing, ballot;     /* of the last view: what keys mean */
};

/* What a widget needs to know about its target to draw it. */
struct feel {
	bool pressed;
	bool focused;
	int32_t held;             /* 0 .. 65536 of HOLD_MS */
};

/* Adds a target to the frame under the group of the moment. */
struct feel ui_target(struct ui *ui, enum role role, struct rect box, const char *label, bool on, struct command command);
struct feel ui_target_secret(struct ui *ui, struct rect box, const char *label, struct command command);
/* The ring round a target that has the focus; after what it stands round. */
void ui_focus_ring(struct ui *ui, struct rect box, int32_t radius, struct feel feel);
/* Copies text into the frame's scratch memory; "" when that is full, which asserts. */
char *ui_scratch(struct ui *ui, size_t bytes);
/* As large as it fits; in how many lines it takes; in the middle. For labels. */
void ui_label(struct ui *ui, struct rect box, enum style style, colour_t colour, enum align align, const char *text);
/* The size that a style wants now: the theme's, or the smaller one of ui_one_size. */
int32_t ui_wanted(const struct ui *ui, enum style style);

/* touch.c and keys.c: one input. They return how many commands they wrote. */
size_t touch_input(struct ui *ui, const struct input *input, struct command *out, size_t cap);
size_t keys_input(struct ui *ui, const struct input *input, struct command *out, size_t cap);
/* Holds that are long enough, fingers that were forgotten. */
size_t touch_tick(struct ui *ui, ms_t now, struct command *out, size_t cap);
/* When touch_tick has something to do, or a hold's ring grows. */
ms_t touch_wake(const struct ui *ui);
/* The target with that id in the standing frame, or -1. */
int32_t ui_find(const struct ui *ui, uint32_t id);

/* How many texts of the standing frame went under their floor; for the tests. */
int32_t ui_squeezed(const struct ui *ui);

#endif
