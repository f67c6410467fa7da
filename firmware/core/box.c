/* The ballot box, in memory alone: a cut while it is open voids the rating. */
#include "firmware/core/box.h"

#include <string.h>

void box_open(struct box *box, int32_t statements)
{
	assert(statements > 0 && statements <= STATEMENTS_MAX);
	memset(box, 0, sizeof *box);
	box->statements = statements;
}

void box_lay(struct box *box, const struct ballot *ballot)
{
	assert(ballot_whole(ballot, box->statements));
	for (int32_t i = 0; i < box->statements; i++) {
		box->sum[i].count[ballot->answer[i]]++;
	}
	box->laid++;
}

int32_t box_laid(const struct box *box)
{
	return box->laid;
}

struct tally box_sum(const struct box *box, int32_t statement)
{
	assert(statement >= 0 && statement < box->statements);
	return box->sum[statement];
}

void box_empty(struct box *box)
{
	memset(box, 0, sizeof *box);
}

void ballot_clear(struct ballot *ballot)
{
	memset(ballot, -1, sizeof *ballot);
}

bool ballot_whole(const struct ballot *ballot, int32_t statements)
{
	for (int32_t i = 0; i < statements; i++) {
		if (ballot->answer[i] < 0 || ballot->answer[i] > UNSURE) {
			return false;
		}
	}
	return true;
}
