/* What a card holds when the power goes. */
#include "board/play/cut_disk.h"

#include "firmware/base/arena.h"
#include "firmware/base/str.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATH_BYTES 1024
#define FILES_MAX 32
#define SECTOR 512

/* A write of bytes[size] at `offset`, or, with bytes NULL, a change of length to `size`. */
struct pending {
	struct pending *next;
	int64_t offset, size;
	unsigned char *bytes;
};

struct cut_file {
	char path[PATH_BYTES];     /* "" where the place is free */
	struct arena *image;       /* holds `synced` */
	unsigned char *synced;     /* what is sure to be there */
	int64_t synced_size, room;
	struct arena *waiting;     /* holds what is pending */
	struct pending *first, *last;
	bool exists;               /* now */
	bool was_there;            /* for sure: whatever was made or removed since may come to nothing */
};

struct cut_disk {
	struct arena *arena;
	uint64_t chance;
	struct cut_file files[FILES_MAX];
};

/* xorshift64*, after G. Marsaglia and S. Vigna. */
static uint64_t draw(struct cut_disk *disk)
{
	disk->chance ^= disk->chance >> 12;
	disk->chance ^= disk->chance << 25;
	disk->chance ^= disk->chance >> 27;
	return (disk->chance * UINT64_C(2685821657736338717)) >> 11;
}

struct cut_disk *cut_disk_create(uint64_t seed)
{
	struct arena *arena = arena_create();
	struct cut_disk *disk = arena_alloc(arena, sizeof *disk);

	disk->arena = arena;
	disk->chance = (seed + 1) * UINT64_C(0x9E3779B97F4A7C15);
	disk->chance = disk->chance != 0 ? disk->chance : 1;
	return disk;
}

static void drop_pending(struct cut_file *file)
{
	arena_destroy(file->waiting);
	file->waiting = NULL;
	file->first = NULL;
	file->last = NULL;
}

static void forget(struct cut_file *file)
{
	drop_pending(file);
	arena_destroy(file->image);
	memset(file, 0, sizeof *file);
}

void cut_disk_destroy(struct cut_disk *disk)
{
	if (disk != NULL) {
		for (size_t i = 0; i < FILES_MAX; i++) {
			forget(&disk->files[i]);
		}
		arena_destroy(disk->arena);
	}
}

/* ---- What is sure ---- */

static void set_size(struct cut_file *file, int64_t size)
{
	if (file->image == NULL || size > file->room) {
		struct arena *image = arena_create();
		int64_t room = size * 2 > 4096 ? size * 2 : 4096;
		unsigned char *bytes = arena_alloc(image, (size_t)room);

		if (file->synced_size > 0) {
			memcpy(bytes, file->synced, (size_t)file->synced_size);
		}
		arena_destroy(file->image);
		file->image = image;
		file->synced = bytes;
		file->room = room;
	}
	if (size > file->synced_size) {
		memset(file->synced + file->synced_size, 0, (size_t)(size - file->synced_size));
	}
	file->synced_size = size;
}

static void settle_part(struct cut_file *file, const struct pending *write, int64_t from, int64_t count)
{
	int64_t end = write->offset + from + count;

	if (end > file->synced_size) {
		set_size(file, end);
	}
	memcpy(file->synced + write->offset + from, write->bytes + from, (size_t)count);
}

static void settle(struct cut_file *file, const struct pending *pending)
{
	if (pending->bytes == NULL) {
		set_size(file, pending->size);
	} else {
		settle_part(file, pending, 0, pending->size);
	}
}

/* Of the sectors that a write touches some reach the card and some do not. */
static void settle_torn(struct cut_disk *disk, struct cut_file *file, const struct pending *write)
{
	int64_t at = 0;

	while (at < write->size) {
		int64_t in_sector = SECTOR - (write->offset + at) % SECTOR;
		int64_t count = in_sector < write->size - at ? in_sector : write->size - at;

		if (draw(disk) % 2 == 0) {
			settle_part(file, write, at, count);
		}
		at += count;
	}
}

/* Reads what stands in a file of which nothing is known. */
static void read_synced(struct cut_file *file)
{
	struct stat about;
	int fd = open(file->path, O_RDONLY | O_CLOEXEC);

	file->exists = fd >= 0;
	file->was_there = fd >= 0;
	set_size(file, 0);
	if (fd < 0) {
		return;
	}
	if (fstat(fd, &about) == 0) {
		int64_t at = 0;
		ssize_t got = 1;

		set_size(file, about.st_size);
		while (at < file->synced_size && got > 0) {
			got = pread(fd, file->synced + at, (size_t)(file->synced_size - at), at);
			at += got;
		}
		assert(at == file->synced_size);
	}
	close(fd);
}

/* True if what is known could not just as well be read again. */
static bool holds_back(const struct cut_file *file)
{
	return file->first != NULL || file->exists != file->was_there;
}

struct cut_file *cut_disk_file(struct cut_disk *disk, const char *path)
{
	struct cut_file *place = NULL;

	for (size_t i = 0; i < FILES_MAX; i++) {
		struct cut_file *file = &disk->files[i];

		if (str_equal(file->path, path)) {
			place = file;
			break;
		}
		place = place == NULL && file->path[0] == '\0' ? file : place;
	}
	assert(place != NULL && strlen(path) < PATH_BYTES);
	if (!holds_back(place)) {
		forget(place);
		str_copy(place->path, sizeof place->path, path);
		read_synced(place);
	}
	return place;
}

/* ---- What has been done ---- */

static void add_pending(struct cut_file *file, const void *bytes, int64_t offset, int64_t size)
{
	struct pending *pending;

	if (file->waiting == NULL) {
		file->waiting = arena_create();
	}
	pending = arena_alloc(file->waiting, sizeof *pending);
	pending->offset = offset;
	pending->size = size;
	if (bytes != NULL) {
		pending->bytes = arena_alloc(file->waiting, (size_t)size);
		memcpy(pending->bytes, bytes, (size_t)size);
	}
	if (file->last != NULL) {
		file->last->next = pending;
	} else {
		file->first = pending;
	}
	file->last = pending;
}

void cut_file_made(struct cut_file *file)
{
	if (!file->exists && file->was_there) {
		/* One of that name was removed, but perhaps it was not: then the new one is the old one with its content gone. */
		add_pending(file, NULL, 0, 0);
	}
	file->exists = true;
}

void cut_file_removed(struct cut_file *file, bool for_sure)
{
	file->exists = false;
	file->was_there = file->was_there && !for_sure;
	if (!file->was_there) {
		forget(file);
	}
}

void cut_file_written(struct cut_file *file, const void *bytes, int64_t offset, int64_t size)
{
	add_pending(file, bytes, offset, size);
}

void cut_file_truncated(struct cut_file *file, int64_t size)
{
	add_pending(file, NULL, 0, size);
}

void cut_file_synced(struct cut_file *file)
{
	for (const struct pending *pending = file->first; pending != NULL; pending = pending->next) {
		settle(file, pending);
	}
	drop_pending(file);
	file->was_there = file->exists;
}

/* ---- The power goes ---- */

static void write_back(const struct cut_file *file)
{
	int fd = open(file->path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
	int64_t at = 0;
	ssize_t put = 1;

	assert(fd >= 0);
	while (at < file->synced_size && put > 0) {
		put = pwrite(fd, file->synced + at, (size_t)(file->synced_size - at), at);
		at += put;
	}
	assert(at == file->synced_size && ftruncate(fd, file->synced_size) == 0);
	close(fd);
}

/* `mood` 0: nothing that was not synced has reached the card; 1: all of it; else each by itself. */
static void decide(struct cut_disk *disk, struct cut_file *file, uint64_t mood)
{
	bool there = file->exists;

	if (there != file->was_there) {
		there = mood == 0 ? file->was_there : mood == 1 ? file->exists : draw(disk) % 2 == 0;
	}
	for (const struct pending *pending = file->first; pending != NULL; pending = pending->next) {
		uint64_t fate = mood <= 1 ? mood : draw(disk) % 3;

		if (fate == 1) {
			settle(file, pending);
		} else if (fate == 2 && pending->bytes != NULL) {
			settle_torn(disk, file, pending);
		}
	}
	if (there) {
		write_back(file);
	} else {
		(void)unlink(file->path);
	}
}

void cut_disk_cut(struct cut_disk *disk)
{
	uint64_t mood = draw(disk) % 4;

	for (size_t i = 0; i < FILES_MAX; i++) {
		if (disk->files[i].path[0] != '\0' && holds_back(&disk->files[i])) {
			decide(disk, &disk->files[i], mood);
		}
		forget(&disk->files[i]);
	}
}
