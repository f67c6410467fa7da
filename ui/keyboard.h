/* Which keys the on-screen keyboard has: every letter at once where eleven columns fit, else two pages of six; figures and signs behind
   one key. */
#ifndef SAMSYN_KEYBOARD_H
#define SAMSYN_KEYBOARD_H

#include "firmware/base/base.h"

#define KEYBOARD_COLUMNS 11    /* of a wide one */
#define KEYBOARD_ROWS 3        /* of letters; under them stands the row with shift and space */

struct keyboard_page {
	int32_t columns;
	const char *row[KEYBOARD_ROWS];   /* `columns` letters each */
};

/* Page `page` of CMD_KEYS. */
const struct keyboard_page *keyboard_page(bool narrow, int32_t page);
/* The page that the key for other keys leads to; *face is what it says. */
int32_t keyboard_next(bool narrow, int32_t page, const char **face);

#endif
