/* What the walk found: every screen and rule once, with examples, and what of it was known before. */
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
/* Reads the faults that are known: lines `screen rule`, or `screen rule long` for what only the long walk comes by; # to the end of the
   line is a remark. False if there is no such file. */
MUST_USE bool report_know(struct report *report, const char *path);
/* Prints what was found and not known, what is known and found, and what is known and was not found (unless that could not be told:
   `whole` says whether the walk was the usual one, `lengthy` whether it was the long one). Returns how many lines are wrong. */
int32_t report_print(const struct report *report, bool whole, bool lengthy, FILE *out);

#endif
