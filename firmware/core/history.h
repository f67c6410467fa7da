/* What earlier meetings left, as the archive tells it. Filled in by the journal; read by the view. */
#ifndef SAMSYN_HISTORY_H
#define SAMSYN_HISTORY_H

#include "firmware/core/state.h"

#define PAST_MAX 200

struct past {
	int32_t number;              /* in the archive, from 1, in the order they ended */
	int32_t wall;                /* minutes, when it began; 0 unknown */
	char agenda[ID_BYTES];
	bool cases;
	int32_t people, minutes;     /* minutes that it took */
	int32_t statements, notes;
	char first_statement[ID_BYTES];
	bool rated;                  /* the statements were answered, or thought about openly: the step was not left out */
};

struct history {
	int32_t count;               /* newest first; older ones than PAST_MAX are in the archive but not listed */
	int32_t total;
	struct past past[PAST_MAX];
	/* Last time's notes, what was promised. */
	int32_t promise_count;
	char promises[3][TEXT_BYTES];
	/* The meeting that SCREEN_RECORD shows; record_number 0 if none is open. */
	int32_t record_number;
	struct meeting record;
};

#endif
