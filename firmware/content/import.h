/* A school's or an authority's own instrument, from a text or a .docx to a pack. */
#ifndef SAMSYN_IMPORT_H
#define SAMSYN_IMPORT_H

#include "firmware/core/material.h"

struct import_wish {
	const char *file, *out;          /* what to read; the folder to make */
	const char *name;                /* of the instrument; NULL: what the document calls itself */
	enum lang lang;                  /* the document's; LANG_COUNT: whichever it looks like */
	bool force;                      /* an instrument that is in the folder already may be written over */
	const struct material *known;    /* whose ids the pack takes if it is one of these instruments in other words */
};

/* Makes the pack, and prints to stdout what was found and what found no place, each with its line; to stderr why there is no
 * pack. Returns the exit code: 0 if it was made, else 1, and then nothing was changed. */
int import_main(const struct import_wish *wish);

#endif
