/* Documents in a folder, looked through and corrected by people before one becomes a pack. */
#ifndef SAMSYN_IMPORTING_H
#define SAMSYN_IMPORTING_H

#include "firmware/core/material.h"
#include "firmware/core/view.h"

struct importing;

/* What documents there are in `folder`, which may not be there; packs are made in the folder `packs`. Both are copied. Never NULL. */
struct importing *importing_create(const char *folder, const char *packs);
void importing_destroy(struct importing *importing);
/* Looks in the folder again. */
void importing_list(struct importing *importing);
/* Reads the document number `file`, from 1; none is read then or if there is no such one. An instrument of `known` in other words
 * will take that one's place. */
void importing_open_file(struct importing *importing, int32_t file, const struct material *known);
/* Gives a line of the document, from 1, its place, and puts the instrument together again. */
void importing_place(struct importing *importing, int32_t line, enum import_place place);
/* Makes the pack of the document. False if it cannot be: the look says why. */
MUST_USE bool importing_use(struct importing *importing);
/* How it stands. Never NULL; the same until importing_destroy. */
const struct import_look *importing_look(const struct importing *importing);

#endif
