/* A storage shim under SQLite for which the power can go. It passes everything on to the machine's own files and remembers what has
   been written but not synced. When the power goes, each such write is kept, lost or torn at sector boundaries as the seed says; files
   that were made or removed without a sync may be gone or back. Every handle that was open is dead from then on: it does nothing but
   fail, so that a program which has not noticed does not go on as if it had written. */
#ifndef SAMSYN_CUT_VFS_H
#define SAMSYN_CUT_VFS_H

#include "firmware/base/base.h"

#define CUT_VFS_NAME "samsyn-cut"

struct cut_vfs;

/* Makes the shim and registers it as CUT_VFS_NAME with SQLite, not as the default. One at a time. NULL without memory. */
struct cut_vfs *cut_vfs_create(uint64_t seed);
/* Unregisters it. Every database that uses it is closed before. NULL is fine. */
void cut_vfs_destroy(struct cut_vfs *vfs);
/* The power goes. Nothing can be opened until it is back. */
void cut_vfs_cut(struct cut_vfs *vfs);
/* The power goes by itself instead of the `operation`-th write, truncation, sync or removal from now (1 is the next): a write or
   truncation counts among what was not synced. 0 never. */
void cut_vfs_cut_at(struct cut_vfs *vfs, int64_t operation);
/* Power is back: files can be opened again. Handles from before stay dead. */
void cut_vfs_restore(struct cut_vfs *vfs);
/* True from a cut until power is back. */
bool cut_vfs_is_cut(const struct cut_vfs *vfs);
/* Writes, truncations, syncs and removals so far. */
int64_t cut_vfs_operations(const struct cut_vfs *vfs);

#endif
