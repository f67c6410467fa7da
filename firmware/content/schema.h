/* The walk from YAML nodes to C structs. A shape is a table of keys; walking it fills a struct and collects every fault. */
#ifndef SAMSYN_SCHEMA_H
#define SAMSYN_SCHEMA_H

#include "firmware/content/yaml_tree.h"
#include "firmware/core/material.h"

#define PACK_ID_MAX 31         /* letters in an id that a pack writes */
#define TEXT_LETTERS_MAX 2000  /* in one text: more than a screen can show */

enum field_kind {
	FIELD_ID,      /* char[ID_BYTES] */
	FIELD_TEXT,    /* struct words */
	FIELD_NUMBER,  /* int32_t, lo to hi */
	FIELD_FLAG,    /* bool */
	FIELD_WORD,    /* int32_t: index into a list of words */
	FIELD_INNER,   /* a map whose keys fill the same struct */
	FIELD_LIST,    /* const struct node *: a list that should hold lo to hi things, or NULL */
	FIELD_NODE     /* const struct node *: anything, or NULL */
};

struct shape;

struct field {
	const char *key;
	enum field_kind kind;
	bool optional;
	size_t offset;               /* where the value goes in the struct */
	int32_t lo, hi;
	const char *const *words;    /* NULL-terminated */
	const struct shape *inner;
};

struct shape {
	const char *what;            /* "a form": for messages */
	const struct field *fields;
	size_t count;
};

/* One row of a table. _MAYBE: the key may be left out. */
#define ID_FIELD(k, type, member) {.key = (k), .kind = FIELD_ID, .offset = offsetof(type, member)}
#define ID_MAYBE(k, type, member) {.key = (k), .kind = FIELD_ID, .offset = offsetof(type, member), .optional = true}
#define TEXT_FIELD(k, type, member) {.key = (k), .kind = FIELD_TEXT, .offset = offsetof(type, member)}
#define TEXT_MAYBE(k, type, member) {.key = (k), .kind = FIELD_TEXT, .offset = offsetof(type, member), .optional = true}
#define NUMBER_FIELD(k, type, member, l, h) \
	{.key = (k), .kind = FIELD_NUMBER, .offset = offsetof(type, member), .lo = (l), .hi = (h)}
#define NUMBER_MAYBE(k, type, member, l, h) \
	{.key = (k), .kind = FIELD_NUMBER, .offset = offsetof(type, member), .lo = (l), .hi = (h), .optional = true}
#define FLAG_MAYBE(k, type, member) {.key = (k), .kind = FIELD_FLAG, .offset = offsetof(type, member), .optional = true}
#define WORD_FIELD(k, type, member, w) {.key = (k), .kind = FIELD_WORD, .offset = offsetof(type, member), .words = (w)}
#define WORD_MAYBE(k, type, member, w) \
	{.key = (k), .kind = FIELD_WORD, .offset = offsetof(type, member), .words = (w), .optional = true}
#define INNER_FIELD(k, s) {.key = (k), .kind = FIELD_INNER, .inner = (s)}
#define INNER_MAYBE(k, s) {.key = (k), .kind = FIELD_INNER, .inner = (s), .optional = true}
#define LIST_FIELD(k, type, member, l, h) \
	{.key = (k), .kind = FIELD_LIST, .offset = offsetof(type, member), .lo = (l), .hi = (h)}
#define LIST_MAYBE(k, type, member, l, h) \
	{.key = (k), .kind = FIELD_LIST, .offset = offsetof(type, member), .lo = (l), .hi = (h), .optional = true}
#define NODE_MAYBE(k, type, member) {.key = (k), .kind = FIELD_NODE, .offset = offsetof(type, member), .optional = true}
#define SHAPE(what, fields) {(what), (fields), ARRAY_LEN(fields)}

/* A FIELD_WORD that was not there or not known. */
#define NO_WORD (-1)

/* Where readers put what they make and what is wrong. */
struct reader {
	struct arena *arena;
	struct faults *faults;
	bool spared[LANG_COUNT];     /* languages that the pack need not write */
};

/* Fills the struct at `out` from a map. What is missing or faulty becomes "", 0, false, NULL or NO_WORD; texts are never NULL.
 * False if `map` is no map at all. */
bool schema_map(struct reader *reader, const struct node *map, const struct shape *shape, void *out);
/* Says from a list of languages, such as [sv], which ones texts must be written in; NULL is all of them. */
void schema_languages(struct reader *reader, const struct node *list);
/* Fills *out from one text in every language; "" where it is faulty. A spared language that is not written says what the first
 * written one says. */
void schema_text(struct reader *reader, const struct node *node, struct words *out);
/* Fills out[0..room) from a list of texts, and looks for faults in those after them too. NULL is an empty list. Returns how many
 * it filled. */
int32_t schema_texts(struct reader *reader, const struct node *list, struct words *out, int32_t room);
/* Fills `out` from an id on its own; "" and a fault if it is none. */
void schema_id(struct reader *reader, const struct node *node, char out[ID_BYTES]);
/* How many children a list has; 0 for NULL. */
int32_t list_count(const struct node *list);
/* The first child of a list, or NULL; the others follow by `next`. */
const struct node *list_first(const struct node *list);
/* A text that is empty in every language. */
struct words words_none(void);

#endif
