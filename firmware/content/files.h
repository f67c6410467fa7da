/* Folders and files of the machine. Only for the files of the loader. */
#ifndef SAMSYN_FILES_H
#define SAMSYN_FILES_H

#include "firmware/base/arena.h"

#define PACK_FILE_MIB_MAX 4
#define FOLDER_ENTRIES_MAX 512

enum path_kind { PATH_MISSING, PATH_FILE, PATH_FOLDER, PATH_OTHER };

struct names {
	const char **list;   /* in order of their bytes */
	int32_t count;
};

enum path_kind path_kind(const char *path);
/* True if the path's name ends in .yaml. */
bool path_is_yaml(const char *path);
/* True if the two are the same, or one lies in the other. Neither may be missing. */
bool paths_meet(const char *one, const char *other);
/* "folder/name", in the arena. */
const char *path_join(struct arena *arena, const char *folder, const char *name);
/* The names in a folder but those that begin with a dot. False if it cannot be read or holds more than FOLDER_ENTRIES_MAX;
 * *reason then says so in English. */
MUST_USE bool folder_names(struct arena *arena, const char *folder, struct names *out, const char **reason);
/* The bytes of a file with a NUL after them. NULL if it cannot be read or is longer than `most_mib`; *reason then says so. */
MUST_USE const char *file_bytes(struct arena *arena, const char *path, int32_t most_mib, size_t *len, const char **reason);

#endif
