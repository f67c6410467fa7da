/* Folders and files of the machine. */
#define _XOPEN_SOURCE 700   /* realpath */

#include "firmware/content/files.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum path_kind path_kind(const char *path)
{
	struct stat found;

	if (stat(path, &found) != 0) {
		return PATH_MISSING;
	}
	return S_ISREG(found.st_mode) ? PATH_FILE : S_ISDIR(found.st_mode) ? PATH_FOLDER : PATH_OTHER;
}

bool path_is_yaml(const char *path)
{
	size_t len = strlen(path);

	return len > 5 && memcmp(path + len - 5, ".yaml", 5) == 0;
}

/* True if the path is the folder or lies in it; both as realpath gives them. */
static bool lies_in(const char *path, const char *folder)
{
	size_t len = strlen(folder);

	return strncmp(path, folder, len) == 0 && (path[len] == '\0' || path[len] == '/' || folder[len - 1] == '/');
}

bool paths_meet(const char *one, const char *other)
{
	char left[PATH_MAX];
	char right[PATH_MAX];

	return realpath(one, left) != NULL && realpath(other, right) != NULL && (lies_in(left, right) || lies_in(right, left));
}

const char *path_join(struct arena *arena, const char *folder, const char *name)
{
	size_t len = strlen(folder);
	char *path;

	while (len > 1 && folder[len - 1] == '/') {
		len--;
	}
	path = arena_alloc(arena, len + 1 + strlen(name) + 1);
	memcpy(path, folder, len);
	path[len] = '/';
	memcpy(path + len + 1, name, strlen(name));
	return path;
}

static const char *because(struct arena *arena)
{
	const char *reason = strerror(errno);

	return arena_text(arena, reason, strlen(reason));
}

static int by_bytes(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

bool folder_names(struct arena *arena, const char *folder, struct names *out, const char **reason)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;

	*out = (struct names){arena_array(arena, FOLDER_ENTRIES_MAX, sizeof *out->list), 0};
	*reason = NULL;
	if (dir == NULL) {
		*reason = because(arena);
		return false;
	}
	while ((entry = readdir(dir)) != NULL) {
		if (entry->d_name[0] == '.') {
			continue;
		}
		if (out->count == FOLDER_ENTRIES_MAX) {
			*reason = "too many files in one folder";
			break;
		}
		out->list[out->count++] = arena_text(arena, entry->d_name, strlen(entry->d_name));
	}
	closedir(dir);
	if (out->count > 1) {
		qsort(out->list, (size_t)out->count, sizeof *out->list, by_bytes);
	}
	return *reason == NULL;
}

const char *file_bytes(struct arena *arena, const char *path, int32_t most_mib, size_t *len, const char **reason)
{
	char *bytes = NULL;
	FILE *file = fopen(path, "rb");
	struct stat found;

	if (file == NULL || fstat(fileno(file), &found) != 0) {
		*reason = because(arena);
		goto out;
	}
	if (found.st_size < 0 || found.st_size > (off_t)most_mib * 1024 * 1024) {
		char text[32];

		snprintf(text, sizeof text, "longer than %d MiB", most_mib);
		*reason = arena_text(arena, text, strlen(text));
		goto out;
	}
	bytes = arena_alloc(arena, (size_t)found.st_size + 1);
	*len = fread(bytes, 1, (size_t)found.st_size, file);
	if (ferror(file) != 0) {
		*reason = because(arena);
		bytes = NULL;
	}
out:
	if (file != NULL) {
		fclose(file);
	}
	return bytes;
}
