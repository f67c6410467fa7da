/* What is wrong with packs: every fault with its place, collected and never thrown. */
#ifndef SAMSYN_FAULTS_H
#define SAMSYN_FAULTS_H

#include "firmware/base/arena.h"
#include "firmware/base/base.h"

#define FAULTS_MAX 10000   /* more than this is not a pack: later faults are dropped, the first ones say it */

struct fault {
	const char *file;      /* path as it was given */
	int32_t line, column;  /* from 1 */
	const char *text;      /* what is wrong and what was expected, in English */
};

struct faults {
	struct arena *arena;
	struct fault *list;
	int32_t count, room;
};

/* An empty list whose faults live in `arena`. */
void faults_init(struct faults *faults, struct arena *arena);
/* Adds a fault at a place; `format` and what follows as for printf. `file` must live as long as the list. */
void faults_add(struct faults *faults, const char *file, int32_t line, int32_t column, const char *format, ...)
	__attribute__((format(printf, 5, 6)));
/* Sorts by file, line, column and text. */
void faults_sort(struct faults *faults);

#endif
