/* Packs from the machine's files to material: statements, forms, agendas, the year. */
#ifndef SAMSYN_PACK_H
#define SAMSYN_PACK_H

#include "firmware/content/faults.h"
#include "firmware/core/material.h"

struct pack_set;

/* An empty set. Never NULL. */
struct pack_set *pack_set_create(void);
/* Gives back the set, its faults and its material. NULL is fine. */
void pack_set_destroy(struct pack_set *set);
/* Adds what stands at `path`: a .yaml file (one pack), a folder of .yaml files (one pack, read in the order of their names), or
 * a folder of such folders. What a later pack says replaces what an earlier one says under the same id. A path that holds no
 * pack is a fault. */
void pack_set_add(struct pack_set *set, const char *path);
/* Checks what packs say about each other and builds the material; call it once, after the last add. True if there is no fault.
 * If false, the material is that of the packs without faults, perhaps empty. */
MUST_USE bool pack_set_finish(struct pack_set *set);
/* What the packs hold, after pack_set_finish. Never NULL, nor are its arrays; lives as long as the set. */
const struct material *pack_set_material(const struct pack_set *set);
/* Every fault, in the order of file, line and column after pack_set_finish; *count of them. Lives as long as the set. */
const struct fault *pack_set_faults(const struct pack_set *set, int32_t *count);

#endif
