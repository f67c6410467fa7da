/* `samsyn play`: the real program on a virtual clock, driven by a script, with no display. */
#ifndef SAMSYN_PLAY_H
#define SAMSYN_PLAY_H

#include "firmware/options.h"

/* Plays options->rest[0]. Returns the program's exit code: 0 every step held, 1 one did not, 2 the script is itself wrong. */
int play_main(const struct options *options);

#endif
