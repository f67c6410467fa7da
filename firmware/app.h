/* The shell: hands → commands → decide → journal → apply → view → frame. The only place that holds all state. */
#ifndef SAMSYN_APP_H
#define SAMSYN_APP_H

#include "firmware/base/cal.h"
#include "firmware/journal/journal.h"
#include "ui/render.h"
#include "ui/ui.h"

struct app;

/* Settings of this run only, from the command line; -1 leaves the team's own. */
struct app_wishes {
	int32_t lang, turn, dark, large, width_mm, distance;
	bool set_up;                     /* first run is behind whatever the data folder says */
	const char *school;              /* NULL: as in the data folder */
};

struct app_config {
	struct journal *journal;         /* NULL: nothing is saved, and the screen says so. Closed by the caller. */
	const struct material *material;
	struct render *render;
	int32_t glass_mm;                /* width of the panel as the machine tells it, 0 unknown */
	const char *message;             /* for people, from opening the data folder or the packs; "" none. Copied. */
	struct app_wishes wishes;
	uint64_t (*chance)(void *self);
	void *chance_self;
	/* A document becomes an instrument: from files in this folder, to packs in that one. NULL: documents cannot be imported. Copied. */
	const char *import_folder, *pack_folder;
	/* Reads the packs anew, that folder's and all; the material holds until the next time. NULL: they stay as they are. */
	const struct material *(*reload)(void *self);
	void *reload_self;
};

/* The clocks at one moment: see board/board.h. */
struct app_instant {
	ms_t now;
	wall_t wall;
	ms_t to_next_minute;
};

/* Brings back what the journal holds and builds the first frame. Never NULL. */
struct app *app_create(const struct app_config *config, const struct app_instant *instant);
/* No goodbye is said to the journal: it is whole at every moment. */
void app_destroy(struct app *app);

/* Takes in what hands did since (finger positions in glass pixels) and lets time pass until `instant`. */
void app_step(struct app *app, const struct app_instant *instant, const struct input *in, size_t count);
/* When to step again if no hand does anything: on the clock of `instant`. */
ms_t app_wake(const struct app *app);
bool app_running(const struct app *app);
/* Shows the frame on the canvas. True if the picture changed. */
bool app_show(struct app *app);

const struct frame *app_frame(const struct app *app);
const struct core *app_core(const struct app *app);
/* Signals given so far, and whether they should be heard. */
int32_t app_chimes(const struct app *app, bool *sound);
/* True while somebody answers in secret: no picture of it may be kept but the one on the glass. */
bool app_private(const struct app *app);

#endif
