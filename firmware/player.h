/* Between the parts of `play`: the program on a virtual clock. */
#ifndef SAMSYN_PLAYER_H
#define SAMSYN_PLAYER_H

#include "board/play/cut_vfs.h"
#include "board/play/script.h"
#include "firmware/app.h"
#include "firmware/options.h"
#include "firmware/start.h"

/* How long a tap takes, and how long a person takes before the next one: longer than what counts as the same touch. */
#define PLAY_TAP_MS 80
#define PLAY_PAUSE_MS 320

struct player {
	const struct options *options;
	const char *script;
	char data[1024];                 /* the data folder */
	bool own_data;                   /* made for this run, removed after it */
	struct app_wishes wishes;
	int32_t width, height;           /* of the glass, px */
	int32_t width_mm;
	ms_t now;                        /* virtual, monotonic */
	wall_t wall;                     /* at wall_from */
	ms_t wall_from;
	uint64_t chance;
	struct cut_vfs *power;
	struct start_shelf shelf;
	struct journal *journal;
	struct render *render;
	struct app *app;
	char message[WHY_BYTES];
	char fault[4096];                /* what a step expected and did not find */
};

/* Opens packs, canvas, data folder and the program. False with a reason in player->fault. */
MUST_USE bool player_start(struct player *player);
void player_finish(struct player *player);
/* Power goes and comes back: everything but what was safely on disk is dropped. */
MUST_USE bool player_cut(struct player *player);
/* Lets `ms` of virtual time pass with everything due in it handled. */
void player_wait(struct player *player, ms_t ms);
/* A hand does this now. */
void player_hand(struct player *player, struct input in);
/* A finger at a point of the upright picture. */
void player_finger(struct player *player, enum input_kind kind, int32_t finger, int32_t x, int32_t y);

/* Carries out one step. False with a reason in player->fault. */
MUST_USE bool player_step(struct player *player, const struct play_step *step);

/* What people can see and touch, one a line. */
void sight_print(const struct frame *frame, FILE *out);
/* True if some visible text, its lines put together, contains `text`; blanks, line breaks and case do not count. */
bool sight_has(const struct frame *frame, const char *text);
/* How many targets a script may mean by that name (and group, NULL any): those called so, or else those that begin so. */
int32_t sight_count(const struct frame *frame, const char *label, const char *group);
/* The one target that a script calls by that name (and group, NULL any). NULL with a reason in fault[cap], which lists several. */
const struct target *sight_target(const struct frame *frame, const char *label, const char *group, char *fault, size_t cap);

#endif
