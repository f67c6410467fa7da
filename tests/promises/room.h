/* A room with the real program in it: the picture on the glass, and hands that touch what they see there. What is touched is found by
   what it wishes for, not by its label, so that no test here depends on words. */
#ifndef SAMSYN_TEST_ROOM_H
#define SAMSYN_TEST_ROOM_H

#include "firmware/core/core.h"
#include "firmware/player.h"
#include "tests/promises/folder.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define ANY INT32_MIN

struct room {
	struct player player;
	struct options options;
	ms_t offset;                 /* session clock minus the player's */
	struct core *before;         /* before the last moment that passed */
	bool power_gone;             /* the power went by itself in that moment; nothing passes any more */
	void (*watch)(struct room *room, void *self);   /* called after every moment; NULL nobody */
	void *watcher;
	uint64_t chance;             /* for what people do */
};

/* The program in a folder that is made if it is not there, on 800x480; set-up is behind, motion off. Fails the test if it does not
   start. */
void room_open(struct room *room, const char *folder, uint64_t seed);
/* The same with a pack added; NULL none. */
void room_open_with(struct room *room, const char *folder, uint64_t seed, const char *pack);
void room_close(struct room *room);
/* A test's teardown: closes the room that a failed test left open, whose memory must outlive it (static). */
int room_left_behind(void **state);
const struct core *room_core(const struct room *room);
ms_t room_session(const struct room *room);
/* What is left on the step's clock. */
ms_t room_left(const struct room *room);
/* 0 .. sides - 1. */
int32_t room_chance(struct room *room, int32_t sides);

/* Lets time pass, moment by moment. False once the power has gone. */
bool room_pass(struct room *room, ms_t ms);
/* The target that wishes for this (n ANY: whatever of that kind), or NULL. */
const struct target *room_target(const struct room *room, enum command_kind kind, int32_t n);
/* The one of several of which the command says which: its m. */
const struct target *room_target_which(const struct room *room, enum command_kind kind, int32_t n, int32_t m);
/* Touches it: a tap, or a hold where it asks for one. False if it is NULL or the power went. */
bool room_touch(struct room *room, const struct target *target);
/* Finds and touches. False if it is not there or the power went. */
bool room_try(struct room *room, enum command_kind kind, int32_t n);
/* The same; the test fails if it is not there. */
void room_does(struct room *room, enum command_kind kind, int32_t n);
/* A key of the keyboard, and letters on it. */
bool room_key(struct room *room, enum input_key key);
bool room_types(struct room *room, const char *text);
/* The power goes and comes back. */
void room_cut(struct room *room);
/* After the power went by itself: power is back. */
void room_back(struct room *room);
/* True if a text on the screen contains this. */
bool room_says(const struct room *room, const char *text);

/* Looks the closed folder through as `samsyn verify` does; the test fails if it finds anything. */
void room_verify(const char *folder);

/* From home to the first step: that theme of the agenda that is offered, with so many people. */
void room_begins(struct room *room, int32_t people, int32_t theme);
/* Whatever comes next in the meeting that is on, as people would do it: one touch, or one text. False if the power went. */
bool room_goes_on(struct room *room);
/* Goes on until that kind of step is on (false: the summary came first). */
bool room_until(struct room *room, enum step_kind kind);
/* One whole ballot, from "Jag är redo" to the box. */
void room_answers(struct room *room, const int32_t *answers);
/* From the summary to home. */
void room_ends(struct room *room);

#endif
