/* A YAML file as a tree of nodes that know their place. Only the plain part of YAML: no anchors, aliases or tags. */
#ifndef SAMSYN_YAML_TREE_H
#define SAMSYN_YAML_TREE_H

#include "firmware/base/arena.h"
#include "firmware/content/faults.h"

#define TREE_DEPTH_MAX 16
#define TREE_NODES_MAX 100000
#define TREE_KEYS_MAX 256      /* in one map */

enum node_kind {
	NODE_SCALAR,
	NODE_LIST,
	NODE_MAP,
	NODE_BAD   /* already reported: nothing more is said about it */
};

struct node {
	enum node_kind kind;
	bool plain;                /* a scalar without quotes */
	const char *file;
	int32_t line, column;      /* from 1; columns count letters */
	const char *text;          /* of a scalar */
	const struct node *key;    /* of a value in a map */
	struct node *first, *last, *next;
	int32_t count;             /* children of a list or a map */
};

/* Reads bytes[0..len) (a NUL after them) as the file `file`, which must outlive the tree. *roots gets its documents, linked by
 * `next`, NULL if there are none. Faults go to `faults`. False if the file cannot be read to its end: then *roots is NULL. */
MUST_USE bool yaml_tree_read(struct arena *arena, struct faults *faults, const char *file, const char *bytes, size_t len,
	const struct node **roots);
/* The value of `key` in a map, or NULL; NULL also where `map` is no map. */
const struct node *node_get(const struct node *map, const char *key);
/* Adds a fault at a node's place. */
void node_fault(struct faults *faults, const struct node *node, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

#endif
