/* The steps of forms and agendas. Only for the files of the loader. */
#ifndef SAMSYN_READ_STEPS_H
#define SAMSYN_READ_STEPS_H

#include "firmware/content/draft.h"

/* Reads one step of its own into *entry. */
void read_step(struct reader *reader, const struct node *node, struct entry_draft *entry);
/* Reads one line `{form: ...}` into *entry. */
void read_form_line(struct reader *reader, const struct node *node, struct entry_draft *entry);

#endif
