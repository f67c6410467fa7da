/* What the kiosk and `play` start from: the packs, and the data folder. */
#ifndef SAMSYN_START_H
#define SAMSYN_START_H

#include "firmware/content/pack.h"
#include "firmware/journal/journal.h"
#include "firmware/options.h"

/* The packs that come with the program and those that were added. Faults go to stderr, and a word about them to message[cap] (which
   keeps what stands there); what is whole is used. Give back with pack_set_destroy. */
struct pack_set *start_packs(const struct options *options, char *message, size_t cap);
/* Opens the data folder through `vfs` (NULL: the machine's own). NULL where nothing can be saved; what happened goes to stderr and
   message[cap]. */
struct journal *start_journal(const char *folder, const char *vfs, enum lang lang, char *message, size_t cap);

#endif
