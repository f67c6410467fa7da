/* The kiosk: the machine's window, until it is closed. */
#ifndef SAMSYN_KIOSK_H
#define SAMSYN_KIOSK_H

#include "firmware/options.h"

/* Returns the program's exit code. */
int kiosk_main(const struct options *options);

#endif
