/* The interface: a view in; a draw list, and the targets that fingers, keys and scripts can reach, out.
   Keeps only what a finger, a key or a motion is in the middle of; what to show comes from the view every time. */
#ifndef SAMSYN_UI_H
#define SAMSYN_UI_H

#include "firmware/base/input.h"
#include "firmware/core/command.h"
#include "firmware/core/view.h"
#include "ui/draw.h"

enum role {
	ROLE_BUTTON,
	ROLE_HOLD,      /* acts when kept pressed for HOLD_MS */
	ROLE_KEY,       /* a key of the on-screen keyboard */
	ROLE_AREA,      /* a large surface that takes a tap anywhere (the speaker is done); not reached by name or by tab */
	ROLE_CHOICE     /* one of several; `on` says whether it is chosen */
};

#define HOLD_MS 800
#define TARGETS_MAX 160
#define LABEL_BYTES 160

/* Something that can be touched. One list serves fingers, the keyboard, `samsyn play`, the tests and speech. */
struct target {
	enum role role;
	struct rect box;          /* what is drawn */
	bool on;                  /* ROLE_CHOICE: chosen */
	char label[LABEL_BYTES];  /* what it is called, in the language of the screen */
	char group[LABEL_BYTES];  /* the heading it stands under, or "" */
	struct command command;   /* what it wishes when touched */
};

struct frame {
	struct draw_list list;
	int32_t target_count;
	struct target targets[TARGETS_MAX];
	int32_t focus;            /* the one that the keyboard is on, -1 none */
};

struct ui;

struct ui_config {
	const struct ruler *ruler;
	int32_t width, height;    /* upright pixels */
	int32_t width_um_per_px;  /* micrometres a pixel, from the panel's width */
};

struct ui *ui_create(void);
void ui_destroy(struct ui *ui);
void ui_resize(struct ui *ui, const struct ui_config *config);

/* Takes what hands did and writes the commands they wished for to out[cap]. Returns how many. Touches are matched against the
   last frame built: the one the person saw. A press shows in the next frame. */
size_t ui_input(struct ui *ui, const struct input *input, struct command *out, size_t cap);
/* Lets time pass: holds that are now long enough. Same contract. */
size_t ui_tick(struct ui *ui, ms_t now, struct command *out, size_t cap);
/* The picture of the view at that time. Owned by ui, valid until the next call. */
const struct frame *ui_build(struct ui *ui, const struct view *view, ms_t now);
/* When the picture changes by itself: a hold's ring, a motion. MS_NEVER if it does not. Board clock. */
ms_t ui_wake(const struct ui *ui);

#endif
