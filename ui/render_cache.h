/* A bounded store of things that are dear to make: masks, strings made into pictures, measures, fonts. The thing that has
   gone unused longest makes room. */
#ifndef SAMSYN_RENDER_CACHE_H
#define SAMSYN_RENDER_CACHE_H

#include "firmware/base/base.h"

struct cache;

/* What the thing was made from. The text need not end in NUL; it is copied. */
struct cache_key {
	int32_t a, b, c, d;
	const char *text;
	size_t len;
};

/* What is kept: something owned by the store (or NULL), its size, and where it begins as seen from where it is wanted. */
struct cache_value {
	void *thing;
	int32_t x, y, w, h;
};

struct cache_limits {
	size_t count;   /* a power of two */
	size_t bytes;
};

/* NULL if there is no memory. `drop` (may be NULL) takes back each thing that leaves. */
MUST_USE struct cache *cache_create(struct cache_limits limits, void (*drop)(void *thing));
void cache_destroy(struct cache *cache);
void cache_clear(struct cache *cache);
/* The value kept under `key`, now the freshest, or NULL. Valid until the next cache_put. */
const struct cache_value *cache_find(struct cache *cache, const struct cache_key *key);
/* Keeps `value`, which takes `bytes`, and owns its thing from now on; drops the stalest as needed, never the new one.
   The key must not be there yet. NULL (and the thing dropped) if there is no memory. */
const struct cache_value *cache_put(struct cache *cache, const struct cache_key *key, struct cache_value value, size_t bytes);

#endif
