/* The machine, as the program needs it: fingers and keys in, time, chance, and a window. One board is linked in; `play` has its own. */
#ifndef SAMSYN_BOARD_H
#define SAMSYN_BOARD_H

#include "firmware/base/cal.h"
#include "firmware/base/input.h"

struct board;

struct board_config {
	int32_t width, height;       /* of the window, px; 0: the whole screen */
};

/* One look at the clocks. */
struct instant {
	ms_t now;                    /* monotonic */
	wall_t wall;                 /* local minutes, WALL_UNKNOWN if the machine has none to offer */
	ms_t to_next_minute;         /* until the wall clock shows another minute */
};

/* What the machine should do besides showing the picture: desired state, made so again and again. */
struct outputs {
	int32_t chimes;              /* signals given so far; a new one sounds once */
	bool sound;
};

/* Opens the window and the loudspeaker (which may be missing). NULL with a reason for people in why[cap]. */
MUST_USE struct board *board_open(const struct board_config *config, char *why, size_t cap);
void board_close(struct board *board);
/* The window, for the canvas (SDL_Window *). Owned by the board. */
void *board_window(struct board *board);
/* The glass: pixels, and its width in millimetres as the machine tells it (0 if it does not). */
void board_glass(const struct board *board, int32_t *width, int32_t *height, int32_t *width_mm);
struct instant board_instant(struct board *board);
/* Sleeps until something happens or the monotonic clock passes `wake`, the only place that does. Writes what happened to
   in[INPUTS_MAX], with finger positions in glass pixels, and returns how many. */
size_t board_wait(struct board *board, ms_t wake, struct input *in);
/* Sixty-four bits of chance from the machine. */
uint64_t board_chance(void);
/* Shows words in a box of the machine's own, for when there is no canvas to show them on; returns when somebody has read them.
   False where the machine has no such box. */
bool board_alarm(struct board *board, const char *text);
void board_express(struct board *board, const struct outputs *outputs);

#endif
