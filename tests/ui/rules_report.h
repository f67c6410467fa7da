/* What the walk found: every screen and rule once, with examples. */
#ifndef SAMSYN_RULES_REPORT_H
#define SAMSYN_RULES_REPORT_H

#include <stdio.h>

#include "tests/ui/rules.h"

struct report;

/* An empty one. Aborts where there is no memory. */
struct report *report_create(void);
void report_destroy(struct report *report);
/* `place` is "screen/what it shows", `look` how it was looked at. True if this is an example that is worth a picture: the first of its
   kind at that place. */
bool report_add(struct report *report, const char *place, const char *look, enum rule rule, const char *about);
/* Prints what was found, screen by screen, and sorts the report so. Returns how many lines that is: each is a fault. */
int32_t report_print(struct report *report, FILE *out);

#endif
