/* A bounded store: a hash table whose entries also stand in a line from fresh to stale. */
#include "ui/render_cache.h"

#include <stdlib.h>
#include <string.h>

struct entry {
	struct entry *chain;            /* the next one with the same slot */
	struct entry *fresher, *staler;
	uint64_t hash;
	int32_t a, b, c, d;
	size_t len;
	size_t bytes;
	struct cache_value value;
	char text[];
};

struct cache {
	struct cache_limits limits;
	void (*drop)(void *thing);
	size_t count, bytes;
	struct entry *freshest, *stalest;
	struct entry *slots[];          /* limits.count of them */
};

struct cache *cache_create(struct cache_limits limits, void (*drop)(void *thing))
{
	assert(limits.count > 0 && (limits.count & (limits.count - 1)) == 0);
	struct cache *cache = calloc(1, sizeof *cache + limits.count * sizeof cache->slots[0]);

	if (cache != NULL) {
		cache->limits = limits;
		cache->drop = drop;
	}
	return cache;
}

/* FNV-1a. */
static uint64_t hash_of(const struct cache_key *key)
{
	uint64_t hash = 0xCBF29CE484222325U;
	const uint32_t numbers[] = {(uint32_t)key->a, (uint32_t)key->b, (uint32_t)key->c, (uint32_t)key->d};

	for (size_t i = 0; i < ARRAY_LEN(numbers); i++) {
		hash = (hash ^ numbers[i]) * 0x100000001B3U;
	}
	for (size_t i = 0; i < key->len; i++) {
		hash = (hash ^ (unsigned char)key->text[i]) * 0x100000001B3U;
	}
	/* The table looks at the low bits only. */
	return hash ^ hash >> 32;
}

static struct entry **slot_of(struct cache *cache, uint64_t hash)
{
	return &cache->slots[hash & (cache->limits.count - 1)];
}

static void leave_line(struct cache *cache, struct entry *entry)
{
	*(entry->fresher != NULL ? &entry->fresher->staler : &cache->freshest) = entry->staler;
	*(entry->staler != NULL ? &entry->staler->fresher : &cache->stalest) = entry->fresher;
}

static void join_line(struct cache *cache, struct entry *entry)
{
	entry->fresher = NULL;
	entry->staler = cache->freshest;
	*(cache->freshest != NULL ? &cache->freshest->fresher : &cache->stalest) = entry;
	cache->freshest = entry;
}

static void drop_thing(struct cache *cache, void *thing)
{
	if (cache->drop != NULL && thing != NULL) {
		cache->drop(thing);
	}
}

static void forget(struct cache *cache, struct entry *entry)
{
	struct entry **at = slot_of(cache, entry->hash);

	while (*at != entry) {
		at = &(*at)->chain;
	}
	*at = entry->chain;
	leave_line(cache, entry);
	cache->count--;
	cache->bytes -= entry->bytes;
	drop_thing(cache, entry->value.thing);
	free(entry);
}

static void forget_stalest(struct cache *cache)
{
	assert(cache->stalest->staler == NULL);
	forget(cache, cache->stalest);
}

void cache_clear(struct cache *cache)
{
	while (cache->stalest != NULL) {
		forget_stalest(cache);
	}
}

void cache_destroy(struct cache *cache)
{
	if (cache != NULL) {
		cache_clear(cache);
		free(cache);
	}
}

static bool is_for(const struct entry *entry, uint64_t hash, const struct cache_key *key)
{
	return entry->hash == hash && entry->a == key->a && entry->b == key->b && entry->c == key->c && entry->d == key->d && entry->len == key->len &&
	       (key->len == 0 || memcmp(entry->text, key->text, key->len) == 0);
}

const struct cache_value *cache_find(struct cache *cache, const struct cache_key *key)
{
	uint64_t hash = hash_of(key);
	struct entry *entry = *slot_of(cache, hash);

	while (entry != NULL && !is_for(entry, hash, key)) {
		entry = entry->chain;
	}
	if (entry == NULL) {
		return NULL;
	}
	leave_line(cache, entry);
	join_line(cache, entry);
	return &entry->value;
}

static void make_room(struct cache *cache, size_t bytes)
{
	while (cache->stalest != NULL && (cache->count >= cache->limits.count || cache->bytes + bytes > cache->limits.bytes)) {
		forget_stalest(cache);
	}
}

const struct cache_value *cache_put(struct cache *cache, const struct cache_key *key, struct cache_value value, size_t bytes)
{
	size_t whole = bytes + sizeof(struct entry) + key->len;
	struct entry *entry = malloc(sizeof *entry + key->len);

	if (entry == NULL) {
		drop_thing(cache, value.thing);
		return NULL;
	}
	make_room(cache, whole);
	*entry = (struct entry){
		.hash = hash_of(key), .a = key->a, .b = key->b, .c = key->c, .d = key->d, .len = key->len, .bytes = whole, .value = value};
	if (key->len > 0) {
		memcpy(entry->text, key->text, key->len);
	}
	entry->chain = *slot_of(cache, entry->hash);
	*slot_of(cache, entry->hash) = entry;
	join_line(cache, entry);
	cache->count++;
	cache->bytes += whole;
	return &entry->value;
}
