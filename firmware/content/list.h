/* What the packs hold, as tables: a line of headings, then a line each, with tabs between the columns. */
#ifndef SAMSYN_LIST_H
#define SAMSYN_LIST_H

#include <stdio.h>

#include "firmware/core/material.h"

#define LIST_PEOPLE 8   /* whom the minutes of a form are counted for */

struct list_options {
	enum lang lang;
	const char *audience;   /* NULL for all */
	const char *area;       /* an area's id; NULL for all */
};

/* id, audience, area, theme, text. False if no instrument has that audience or area: `reason[cap]` then says what there is, and
 * nothing is printed. */
MUST_USE bool list_statements(FILE *out, const struct material *material, const struct list_options *options, char *reason,
	size_t cap);
/* id, name, minutes for eight people (or as many of them as the form has room for), smallest and largest group. */
void list_forms(FILE *out, const struct material *material, enum lang lang);
/* id, name, moment ("" for any week), minutes as shortest–longest, smallest and largest group. */
void list_agendas(FILE *out, const struct material *material, enum lang lang);

#endif
