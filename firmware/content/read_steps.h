/* The steps of forms and agendas. Only for the files of the loader. */
#ifndef SAMSYN_READ_STEPS_H
#define SAMSYN_READ_STEPS_H

#include "firmware/content/draft.h"

/* Reads one step of its own into *entry. */
void read_step(struct reader *reader, const struct node *node, struct entry_draft *entry);
/* Reads one line `{form: ...}` into *entry. */
void read_form_line(struct reader *reader, const struct node *node, struct entry_draft *entry);

/* Reads who speaks in it, out of so many roles. */
void read_speakers(struct reader *reader, struct entry_draft *entry, const struct form_role *roles, int32_t count);
/* A fault where two numbers that are there stand the wrong way round, and where a list is none or too long. */
void check_order(struct reader *reader, const struct node *node, const char *low, int32_t lo, const char *high, int32_t hi);
void check_list(struct reader *reader, const struct node *list, const char *what);

#endif
