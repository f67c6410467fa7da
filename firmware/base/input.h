/* What hands do: the one shape that fingers, keys and scripts share. */
#ifndef SAMSYN_INPUT_H
#define SAMSYN_INPUT_H

#include "firmware/base/base.h"

enum input_kind {
	INPUT_NONE,
	INPUT_DOWN,      /* finger `finger` lands at x, y */
	INPUT_MOVE,
	INPUT_UP,
	INPUT_KEY_DOWN,  /* key `key` */
	INPUT_KEY_UP,
	INPUT_LETTER,    /* a letter from a keyboard, in `letter` */
	INPUT_RESIZE,    /* the canvas is now x by y pixels */
	INPUT_EXPOSED,   /* the window lost its pixels */
	INPUT_QUIT
};

enum input_key {
	KEY_NONE, KEY_TAB, KEY_BACKTAB, KEY_ENTER, KEY_SPACE, KEY_ESCAPE, KEY_BACKSPACE, KEY_DELETE,
	KEY_LEFT, KEY_RIGHT, KEY_UP, KEY_DOWN, KEY_HOME, KEY_END, KEY_MINUS, KEY_DIGIT_0,   /* digits follow in order */
	KEY_DIGIT_9 = KEY_DIGIT_0 + 9
};

#define INPUT_FINGERS_MAX 10
#define INPUTS_MAX 64

struct input {
	enum input_kind kind;
	ms_t at;           /* the board's monotonic clock */
	int32_t finger;    /* 0 to INPUT_FINGERS_MAX - 1 */
	int32_t x, y;      /* pixels of the unturned canvas: what the team sees as upright */
	enum input_key key;
	uint32_t letter;   /* code point */
};

#endif
