/* The data folder from outside. */
#include "tests/promises/folder.h"

#include "firmware/base/str.h"

#include <dirent.h>
#include <unistd.h>

#define FILES_MAX 32
#define NAME_MAX_BYTES 256
#define DATABASE "samsyn.db"

void data_path(char path[PATH_BYTES_MAX], const char *folder, const char *name)
{
	(void)snprintf(path, PATH_BYTES_MAX, "%s/%s", folder, name);
}

void data_new(char *folder)
{
	static int32_t made;
	const char *base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";

	(void)snprintf(folder, FOLDER_BYTES, "%s/samsyn-promise-%d-%d", base, (int)getpid(), (int)made++);
	data_gone(folder);
}

/* The names of the files in it, sorted. */
static int32_t names_in(const char *folder, char names[FILES_MAX][NAME_MAX_BYTES])
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	int32_t count = 0;

	while (dir != NULL && (entry = readdir(dir)) != NULL && count < FILES_MAX) {
		int32_t at = count;

		if (entry->d_name[0] == '.') {
			continue;
		}
		for (; at > 0 && strcmp(names[at - 1], entry->d_name) > 0; at--) {
			memcpy(names[at], names[at - 1], NAME_MAX_BYTES);
		}
		str_copy(names[at], NAME_MAX_BYTES, entry->d_name);
		count++;
	}
	if (dir != NULL) {
		closedir(dir);
	}
	return count;
}

void data_gone(const char *folder)
{
	char names[FILES_MAX][NAME_MAX_BYTES];
	char path[PATH_BYTES_MAX];
	int32_t count = names_in(folder, names);

	for (int32_t i = 0; i < count; i++) {
		data_path(path, folder, names[i]);
		(void)unlink(path);
	}
	(void)rmdir(folder);
}

static void add(unsigned char **all, size_t *size, const void *more, size_t count)
{
	unsigned char *grown = realloc(*all, *size + count + 1);

	assert(grown != NULL);
	*all = grown;
	memcpy(*all + *size, more, count);
	*size += count;
}

static void add_file(unsigned char **all, size_t *size, const char *folder, const char *name)
{
	char path[PATH_BYTES_MAX];
	unsigned char part[65536];
	FILE *file;
	size_t got;

	data_path(path, folder, name);
	file = fopen(path, "rb");
	while (file != NULL && (got = fread(part, 1, sizeof part, file)) > 0) {
		add(all, size, part, got);
	}
	if (file != NULL) {
		fclose(file);
	}
}

unsigned char *data_bytes(const char *folder, size_t *size)
{
	char names[FILES_MAX][NAME_MAX_BYTES];
	unsigned char *all = NULL;
	int32_t count = names_in(folder, names);

	*size = 0;
	add(&all, size, "", 0);
	for (int32_t i = 0; i < count; i++) {
		add(&all, size, names[i], strlen(names[i]) + 1);
		add_file(&all, size, folder, names[i]);
	}
	return all;
}

unsigned char *data_file(const char *folder, size_t *size)
{
	unsigned char *all = NULL;

	*size = 0;
	add(&all, size, "", 0);
	add_file(&all, size, folder, DATABASE);
	return all;
}

bool data_hold(const unsigned char *bytes, size_t size, const char *text)
{
	size_t len = strlen(text);

	for (size_t at = 0; at + len <= size; at++) {
		if (bytes[at] == (unsigned char)text[0] && memcmp(bytes + at, text, len) == 0) {
			return true;
		}
	}
	return false;
}

void data_damage(const char *folder, long offset, const void *bytes, size_t size)
{
	char path[PATH_BYTES_MAX];
	bool written = false;
	FILE *file;

	data_path(path, folder, DATABASE);
	file = fopen(path, "r+b");
	if (file != NULL) {
		written = fseek(file, offset, SEEK_SET) == 0 && fwrite(bytes, 1, size, file) == size;
		written = fclose(file) == 0 && written;
	}
	assert(written);
}
