/* What a card holds when the power goes: what was synced for sure, and of the rest what chance has it. */
#ifndef SAMSYN_CUT_DISK_H
#define SAMSYN_CUT_DISK_H

#include "firmware/base/base.h"

struct cut_disk;
struct cut_file;

/* The same seed makes the same choices. */
struct cut_disk *cut_disk_create(uint64_t seed);
void cut_disk_destroy(struct cut_disk *disk);
/* The file with that path, as the disk knows it: what stands there now counts as synced the first time. */
struct cut_file *cut_disk_file(struct cut_disk *disk, const char *path);
/* What has been done to it, after it has been done. `made`: it is there now, though it may have been before. */
void cut_file_made(struct cut_file *file);
void cut_file_removed(struct cut_file *file, bool for_sure);
void cut_file_written(struct cut_file *file, const void *bytes, int64_t offset, int64_t size);
void cut_file_truncated(struct cut_file *file, int64_t size);
void cut_file_synced(struct cut_file *file);
/* The power goes: puts into every file what turns out to be there, and forgets them all. No handle may be open. */
void cut_disk_cut(struct cut_disk *disk);

#endif
