/* A staff room in miniature: one core, the wishes of those in the room, and time. Every wish is checked for what always holds. */
#ifndef SAMSYN_CORE_SCENE_H
#define SAMSYN_CORE_SCENE_H

#include "firmware/core/view.h"
#include "tests/core/fixture.h"

#define AS_MANY_AS 96

struct scene {
	const struct material *material;
	struct core core;
	ms_t now;
	wall_t wall;                     /* what wishes are labelled with */
	uint64_t chance;
	struct event out[EVENTS_MAX];    /* of the last wish */
	int32_t count;
	enum refusal why;
	int32_t stored;                  /* stored events since the scene opened */
	int32_t per_kind[EVENT_COUNT];   /* events since the scene opened */
	struct history history;
	struct today today;
	struct view view;
};

extern struct scene scene;

/* A new machine whose first run is behind. */
void scene_open(void);
/* Wishes for something and takes the facts in; returns how many. */
int32_t ask(enum command_kind kind, int32_t n, int32_t m);
/* The same; fails the test if it is refused, or unless it is. */
void wants(enum command_kind kind, int32_t n);
void refused(enum command_kind kind, int32_t n, enum refusal why);
/* Time passes, and each tick comes when it is due. */
void passes(ms_t ms);
/* Opens set-up for an agenda, a theme of the instrument, and so many people and minutes; then begins. */
void sets_up(int32_t agenda, int32_t theme, int32_t people, int32_t minutes);
void begins(int32_t agenda, int32_t theme, int32_t people, int32_t minutes);
/* Goes on until a step of that kind is on. */
void comes_to(enum step_kind kind);
/* The step that is on. */
const struct step *step(void);
/* One person takes the screen, answers every statement and lays the ballot. NULL: all 2. */
void votes(const int32_t answer[AS_MANY_AS]);
/* Types a text and is done. */
void types(const char *text);
void writes(enum edit what, int32_t which, const char *text);
/* What the screens show now. */
const struct view *look(void);
/* The power goes and comes back: all that was stored since the scene opened, and nothing else. */
void power_cut(void);

#endif
