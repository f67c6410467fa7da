/* What the kiosk and `play` start from: the packs, and the data folder. */
#ifndef SAMSYN_START_H
#define SAMSYN_START_H

#include "firmware/content/pack.h"
#include "firmware/journal/journal.h"
#include "firmware/options.h"

/* The packs that come with the program and those that were added; then those in the folder `own`, if it is there and not NULL. Faults
   go to stderr, and a word about them to message[cap] (which keeps what stands there); what is whole is used. Give back with
   pack_set_destroy. */
struct pack_set *start_packs(const struct options *options, const char *own, char *message, size_t cap);

#define START_PATH_BYTES 1100

/* The packs of a machine that makes some itself: they can be read anew while it runs. */
struct start_shelf {
	const struct options *options;
	char documents[START_PATH_BYTES], own[START_PATH_BYTES];   /* folders in the data folder: what is imported, what came of it */
	struct pack_set *packs, *before;
};

/* Reads the packs for a data folder; as start_packs. Give back with start_shelf_close. */
void start_shelf_open(struct start_shelf *shelf, const struct options *options, const char *data, char *message, size_t cap);
/* Reads them anew (self is the shelf). What was handed out before holds until the next time. */
const struct material *start_shelf_reload(void *self);
void start_shelf_close(struct start_shelf *shelf);
/* Opens the data folder through `vfs` (NULL: the machine's own). NULL where nothing can be saved; what happened goes to stderr and
   message[cap]. */
struct journal *start_journal(const char *folder, const char *vfs, enum lang lang, char *message, size_t cap);

#endif
