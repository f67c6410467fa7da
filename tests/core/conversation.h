/* A conversation made of chance: what somebody, or nobody in their right mind, might ask for next. */
#ifndef SAMSYN_CORE_CONVERSATION_H
#define SAMSYN_CORE_CONVERSATION_H

#include "firmware/core/core.h"

/* Chance that can be had again: the same seed, the same conversation. */
struct dice {
	uint64_t state;
};

uint64_t dice_bits(struct dice *dice);
/* 0 .. sides - 1. */
int32_t dice_of(struct dice *dice, int32_t sides);
/* True `percent` times in a hundred. */
bool dice_in_100(struct dice *dice, int32_t percent);

/* What is asked for next: mostly what makes sense where the meeting is, so that it gets far; sometimes anything at all. Never
   CMD_TICK, which is for time to send, nor CMD_RECOVER, which is for a cut. */
struct command conversation_wish(const struct core *core, const struct material *material, struct dice *dice);
/* How long until it is asked for. */
ms_t conversation_pause(const struct core *core, struct dice *dice);

#endif
