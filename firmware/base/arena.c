/* Memory that is given out piece by piece and taken back all at once. */
#include "firmware/base/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK_BYTES ((size_t)64 * 1024)

struct chunk {
	struct chunk *next;
	size_t used, size;   /* bytes */
	max_align_t bytes[];
};

struct arena {
	struct chunk *chunks;   /* the one being filled first */
};

static void *zeroed(size_t size)
{
	void *memory = calloc(1, size);

	if (memory == NULL) {
		fprintf(stderr, "samsyn: out of memory (%zu bytes wanted)\n", size);
		abort();
	}
	return memory;
}

struct arena *arena_create(void)
{
	return zeroed(sizeof(struct arena));
}

void arena_destroy(struct arena *arena)
{
	struct chunk *chunk = arena == NULL ? NULL : arena->chunks;

	while (chunk != NULL) {
		struct chunk *next = chunk->next;

		free(chunk);
		chunk = next;
	}
	free(arena);
}

static size_t aligned(size_t size)
{
	size_t unit = sizeof(max_align_t);

	return (size + unit - 1) / unit * unit;
}

static struct chunk *chunk_create(size_t size)
{
	struct chunk *chunk = zeroed(sizeof(struct chunk) + size);

	chunk->size = size;
	return chunk;
}

/* A chunk with room for `size` bytes. A large piece gets a chunk of its own, so that the one being filled is not given up. */
static struct chunk *chunk_for(struct arena *arena, size_t size)
{
	struct chunk *head = arena->chunks;
	struct chunk *fresh;

	if (head != NULL && head->size - head->used >= size) {
		return head;
	}
	fresh = chunk_create(size > CHUNK_BYTES / 4 ? size : CHUNK_BYTES);
	if (head != NULL && size > CHUNK_BYTES / 4) {
		fresh->next = head->next;
		head->next = fresh;
	} else {
		fresh->next = head;
		arena->chunks = fresh;
	}
	return fresh;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	struct chunk *chunk;
	char *piece;

	assert(size <= SIZE_MAX / 2);
	size = aligned(size == 0 ? 1 : size);
	chunk = chunk_for(arena, size);
	piece = (char *)chunk->bytes + chunk->used;
	chunk->used += size;
	return piece;
}

void *arena_array(struct arena *arena, int32_t count, size_t size)
{
	assert(count >= 0 && (size == 0 || (size_t)count <= SIZE_MAX / 2 / size));
	return arena_alloc(arena, (size_t)count * size);
}

char *arena_text(struct arena *arena, const char *text, size_t len)
{
	char *copy = arena_alloc(arena, len + 1);

	memcpy(copy, text, len);
	return copy;
}
