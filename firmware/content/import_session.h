/* A document on its way to a pack. Only for the files of the importer. */
#ifndef SAMSYN_IMPORT_SESSION_H
#define SAMSYN_IMPORT_SESSION_H

#include "firmware/content/import_tree.h"
#include "firmware/core/view.h"

#define IMPORT_WHY_BYTES 1024

/* How a document is to be read: see import.h. */
struct import_how {
	const char *name;                /* NULL: what the document calls itself */
	enum lang lang;                  /* LANG_COUNT: whichever it looks like */
	const struct material *known;
};

struct import {
	struct arena *arena;
	struct import_how how;
	struct import_document document;
	struct import_scale scale;
	struct import_tree tree;
	enum import_place *places;       /* what each line is to be; the document's own have lost what came to nothing */
	const char *pack;                /* the file that was made */
	char why[IMPORT_WHY_BYTES];      /* what went wrong, a line each */
	enum import_trouble trouble;     /* the same in kind */
};

/* Reads the document at `path` and guesses what its lines are. False if it cannot be read: import->why says so. */
MUST_USE bool import_begin(struct import *import, struct arena *arena, const char *path, struct import_how how);
/* Puts the instrument together again, after `places` was changed. */
void import_again(struct import *import);
/* False if something is in the way in the folder, as import->why says. */
MUST_USE bool import_may_write(struct import *import, const char *folder, bool force);
/* Makes the pack in the folder, which is made if need be, all of it or nothing: import->why then says why. */
MUST_USE bool import_save(struct import *import, const char *folder);

#endif
