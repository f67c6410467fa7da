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

static bool folder_make_one(const char *folder)
{
	struct stat about;

	if (mkdir(folder, 0700) == 0) {
		return true;
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
	memcpy(path, folder, len + 1);
	for (size_t i = 1; i < len; i++) {
		if (path[i] == '/') {
			struct stat about;

			path[i] = '\0';
			/* What stands already is left alone: it may not be ours to make. */
			if (stat(path, &about) != 0 && !folder_make_one(path)) {
				return false;
			}
			path[i] = '/';
		}
	}
	return folder_make_one(path);
}
