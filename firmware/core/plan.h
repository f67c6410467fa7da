/* An agenda that fits itself to people and time. */
#ifndef SAMSYN_PLAN_H
#define SAMSYN_PLAN_H

#include "firmware/core/material.h"

/* The open way in place of a secret rating: think alone about the statements. */
#define OPEN_LEAST_MIN 1
#define OPEN_BEST_MIN 3
#define OPEN_MOST_MIN 8

/* How to make room where a meeting does not fit. */
enum fit { FIT_WHOLE, FIT_LEAN, FIT_FIRST_PART };

struct plan_step {
	int32_t recipe;               /* index into agenda.steps */
	enum step_kind kind;          /* differs from the recipe's where the open way is taken */
	bool open_way;                /* stands in for a secret rating or its result */
	int32_t planned_min, least_min;   /* of one turn */
	int32_t each_s, least_each_s; /* rounds */
	int32_t turns, wanted;        /* how often it is done; how often it would be with time for all */
};

struct plan {
	bool fits;
	int32_t total_min;            /* of the steps below */
	int32_t needed_min;           /* the least that this takes with these people and statements, optional steps left out */
	int32_t left_out;             /* optional steps that did not fit */
	int32_t next_time;            /* steps left for a second meeting (FIT_FIRST_PART) */
	int32_t turns_out;            /* turns of what is repeated that there is no time for */
	int32_t step_count;
	struct plan_step steps[RECIPE_STEPS_MAX];   /* each once, however often it is done; those of a run stand together */
};

struct plan_wish {
	const struct agenda *agenda;
	int32_t people, minutes;
	int32_t statements;           /* to rate; 0 if the agenda rates nothing */
	int32_t limit;                /* fewer people than this take the open way */
	enum fit fit;
};

/* Fits the agenda. A round is never planned shorter than its people need; steps shrink towards their least and grow towards their
   most in proportion, in whole minutes. Where it cannot fit, `fits` is false and the steps show the least it takes. */
void plan_fit(const struct plan_wish *wish, struct plan *plan);

/* Minutes that answering takes, rounded up: handed round on the screen, with one pad, on phones of their own. */
int32_t answering_screen_min(int32_t people, int32_t statements);
int32_t answering_pad_min(int32_t people, int32_t statements);
int32_t answering_phone_min(int32_t statements);
/* Whole minutes that a round of so many turns needs, rounded up. */
int32_t round_min(int32_t turns, int32_t each_s);
/* How many turns a round of the recipe has, and how often the step is done, with so many people and all the time in the world. */
int32_t recipe_places(const struct recipe_step *step, int32_t people);
int32_t recipe_turns(const struct recipe_step *step, int32_t people);
/* Minutes that a form usually takes: each step its best, where it is one of several forms in an agenda. */
int32_t form_minutes(const struct form *form, int32_t people);
/* The same of an agenda, whatever it rates left aside. */
int32_t agenda_minutes(const struct agenda *agenda, int32_t people);

#endif
