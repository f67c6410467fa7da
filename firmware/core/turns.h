/* Whose turn it is: the order of a round, and the speaker list of an open talk. */
#ifndef SAMSYN_TURNS_H
#define SAMSYN_TURNS_H

#include "firmware/core/state.h"

/* Above this many, two circles or pairs are offered instead of one round, and open talk gets a speaker list. */
#define ROUND_IS_MANY 8

/* A fresh round for `people`: seats in order, drawn by lot from `chance` where `random`, seat 0 last where `leader_last`. */
void turns_set(struct round *round, int32_t people, uint64_t chance, bool random, bool leader_last, bool circles);
/* The same as groups and roles have it: the members of each group that speak, one after the other, beginning with another one in each
   turn of a run; all groups at once. */
void turns_set_cast(struct round *round, const struct cast *cast, const struct step *step, int32_t people);
void turns_begin(struct round *round, int32_t place, ms_t now, ms_t each);
void turns_end(struct round *round, int32_t place, bool passed);
/* The first of the seats that have that turn; -1 where nobody has. */
int32_t turns_speaker(const struct round *round, int32_t place);
void floor_raise(struct floor *floor, int32_t seat);
void floor_lower(struct floor *floor, int32_t seat);
/* Place in the queue from 1; 0 if the seat is not in it. */
int32_t floor_place(const struct floor *floor, int32_t seat);

#endif
