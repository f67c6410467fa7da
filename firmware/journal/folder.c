/* Files around the database. */
#include "firmware/journal/store.h"

#include "firmware/base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

bool folder_path(char *path, const char *folder, const char *name)
{
	size_t need = strlen(folder) + 1 + strlen(name);

	/* Room is left for what SQLite and the salvage put after the name. */
	if (folder[0] == '\0' || need + 64 >= PATH_BYTES) {
		return false;
	}
	str_copy(path, PATH_BYTES, folder);
	str_append(path, PATH_BYTES, "/");
	str_append(path, PATH_BYTES, name);
	return true;
}

bool file_exists(const char *path)
{
	struct stat about;

	return stat(path, &about) == 0;
}

bool folder_sync(const char *folder)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool ok;

	if (fd < 0) {
		return false;
	}
	/* Some file systems cannot sync a folder and say so; their entries are as safe as they get. */
	ok = fsync(fd) == 0 || errno == EINVAL;
	close(fd);
	return ok;
}

/* The folder that `path` stands in. */
static void folder_above(char above[PATH_BYTES], const char *path)
{
	size_t len = str_copy(above, PATH_BYTES, path);

	while (len > 0 && above[len] != '/') {
		len--;
	}
	above[len] = '\0';
	if (len == 0) {
		str_copy(above, PATH_BYTES, path[0] == '/' ? "/" : ".");
	}
}

/* Makes one folder so that a power cut does not take it away again. */
static bool folder_make_one(const char *folder)
{
	char above[PATH_BYTES];
	struct stat about;

	if (mkdir(folder, 0700) == 0) {
		folder_above(above, folder);
		return folder_sync(above);
	}
	return errno == EEXIST && stat(folder, &about) == 0 && S_ISDIR(about.st_mode);
}

bool folder_make(const char *folder)
{
	char path[PATH_BYTES];
	size_t len = strlen(folder);

	if (len == 0 || len >= sizeof path) {
		return false;
	}
	str_copy(path, sizeof path, folder);
	/* A name that ends in a slash means the same without it. */
	while (len > 1 && path[len - 1] == '/') {
		path[--len] = '\0';
	}
	for (size_t i = 1; i < len; i++) {
		if (path[i] == '/') {
			path[i] = '\0';
			/* What stands already is left alone: it may not be ours to make. */
			if (!file_exists(path) && !folder_make_one(path)) {
				return false;
			}
			path[i] = '/';
		}
	}
	return folder_make_one(path);
}
