/* The ballot box: whole ballots go in, only sums come out, once. */
#ifndef SAMSYN_BOX_H
#define SAMSYN_BOX_H

#include "firmware/core/agree.h"

/* One person's answers, freely changed until they are laid. -1 where nothing is answered yet. */
struct ballot {
	int8_t answer[STATEMENTS_MAX];
};

/* Sums only: no ballot, no order, no time. Reach inside through the functions below. */
struct box {
	int32_t statements;
	int32_t laid;
	struct tally sum[STATEMENTS_MAX];
};

/* Empties the box and opens it for ballots with answers to `statements` statements. */
void box_open(struct box *box, int32_t statements);
/* Adds a whole ballot to the sums. Every one of its answers is 0 .. UNSURE. */
void box_lay(struct box *box, const struct ballot *ballot);
/* How many ballots lie in it. */
int32_t box_laid(const struct box *box);
/* Takes the sum for one statement out. Ask only at close. */
struct tally box_sum(const struct box *box, int32_t statement);
/* Overwrites everything. */
void box_empty(struct box *box);
void ballot_clear(struct ballot *ballot);
/* True if the first `statements` answers are all given. */
bool ballot_whole(const struct ballot *ballot, int32_t statements);

#endif
