/* Scripts of what people do at the screen, one step a line. */
#ifndef SAMSYN_SCRIPT_H
#define SAMSYN_SCRIPT_H

#include "firmware/base/cal.h"

enum play_verb {
	PLAY_SCREEN, PLAY_CLOCK, PLAY_LANG, PLAY_DARK, PLAY_LARGE, PLAY_TURN, PLAY_DISTANCE, PLAY_SEED, PLAY_FRESH,
	PLAY_TAP, PLAY_TAP_AT, PLAY_PRESS, PLAY_MOVE, PLAY_RELEASE, PLAY_HOLD, PLAY_HOLD_KEY, PLAY_DRAG, PLAY_KEY, PLAY_TYPE, PLAY_WAIT,
	PLAY_EXPECT, PLAY_REFUSE, PLAY_EXPECT_TARGET, PLAY_REFUSE_TARGET, PLAY_SEEK, PLAY_SEEK_TARGET, PLAY_SHOT, PLAY_TARGETS, PLAY_CUT
};

#define PLAY_TEXT_BYTES 512

struct play_step {
	enum play_verb verb;
	int32_t line;
	char text[PLAY_TEXT_BYTES];    /* the quoted text, a name, or a key */
	char more[PLAY_TEXT_BYTES];    /* the group after `in`, or the place after `to` */
	char group[PLAY_TEXT_BYTES];   /* the group of that place */
	bool grouped;                  /* `in "..."` was said */
	int32_t x, y, z;               /* a point; a size and mm (0: by width); a finger in z; a number in x */
	ms_t wait;                     /* a length of time */
	wall_t wall;                   /* PLAY_CLOCK */
};

struct script {
	int32_t count;
	struct play_step *steps;
};

/* Reads a script. False if it is itself wrong, with `PATH:LINE: what is wrong` in why[cap]. */
MUST_USE bool script_read(const char *path, struct script *script, char *why, size_t cap);
void script_finish(struct script *script);

#endif
