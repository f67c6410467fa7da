/* What every line of a document is in the instrument: a guess, which people may correct. Only for the files of the importer. */
#ifndef SAMSYN_IMPORT_GUESS_H
#define SAMSYN_IMPORT_GUESS_H

#include "firmware/content/import_scale.h"

#define STATEMENT_LETTERS_MAX 500
#define INTRO_LETTERS_MAX 700

/* Gives the lines their places. */
void import_guess(struct import_document *document, struct import_scale *scale);

#endif
