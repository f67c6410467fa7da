/* Memory that is given out piece by piece and taken back all at once. */
#ifndef SAMSYN_ARENA_H
#define SAMSYN_ARENA_H

#include "firmware/base/base.h"

struct arena;

/* An empty arena. Never NULL: without memory the program ends with a message. */
struct arena *arena_create(void);
/* Gives back everything that came from the arena. NULL is fine. */
void arena_destroy(struct arena *arena);
/* `size` zeroed bytes, aligned for any type, that live as long as the arena. Never NULL; size 0 is fine. */
void *arena_alloc(struct arena *arena, size_t size);
/* `count` zeroed things of `size` bytes each, side by side. count must not be negative. */
void *arena_array(struct arena *arena, int32_t count, size_t size);
/* A copy of text[0..len) with a NUL after it. */
char *arena_text(struct arena *arena, const char *text, size_t len);

#endif
