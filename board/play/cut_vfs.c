/* A storage shim under SQLite for which the power can go. */
#include "board/play/cut_vfs.h"

#include "board/play/cut_disk.h"
#include "firmware/base/arena.h"

#include <sqlite3.h>

struct handle {
	sqlite3_file base;         /* first: SQLite sees this */
	struct cut_vfs *vfs;       /* NULL once the power has gone */
	struct cut_file *file;     /* NULL for a file without a name */
	struct handle *next;
	sqlite3_file *real;
};

struct cut_vfs {
	sqlite3_vfs base;
	sqlite3_vfs *real;
	struct arena *arena;
	struct cut_disk *disk;
	struct handle *handles;
	int64_t operations, cut_at;
	bool cut;
};

static struct cut_vfs *of_vfs(sqlite3_vfs *base)
{
	return base->pAppData;
}

static struct handle *of_file(sqlite3_file *base)
{
	return (struct handle *)base;
}

void cut_vfs_cut(struct cut_vfs *vfs)
{
	if (vfs->cut) {
		return;
	}
	vfs->cut = true;
	while (vfs->handles != NULL) {
		struct handle *handle = vfs->handles;

		vfs->handles = handle->next;
		(void)handle->real->pMethods->xClose(handle->real);
		handle->vfs = NULL;
	}
	cut_disk_cut(vfs->disk);
}

/* Counts an operation. True if the power goes with it. */
static bool operation(struct cut_vfs *vfs)
{
	vfs->operations++;
	return vfs->cut_at > 0 && --vfs->cut_at == 0;
}

/* ---- Files: a dead one does nothing and says so, lest the program act on what never happened ---- */

static int cut_close(sqlite3_file *base)
{
	struct handle *handle = of_file(base);
	struct handle **link;

	if (handle->vfs == NULL) {
		return SQLITE_OK;
	}
	link = &handle->vfs->handles;
	while (*link != handle) {
		link = &(*link)->next;
	}
	*link = handle->next;
	return handle->real->pMethods->xClose(handle->real);
}

static int cut_read(sqlite3_file *base, void *to, int count, sqlite3_int64 offset)
{
	struct handle *handle = of_file(base);

	if (handle->vfs == NULL) {
		memset(to, 0, (size_t)count);
		return SQLITE_IOERR_READ;
	}
	return handle->real->pMethods->xRead(handle->real, to, count, offset);
}

static int cut_write(sqlite3_file *base, const void *from, int count, sqlite3_int64 offset)
{
	struct handle *handle = of_file(base);
	bool power_goes;
	int rc;

	if (handle->vfs == NULL) {
		return SQLITE_IOERR_WRITE;
	}
	power_goes = operation(handle->vfs);
	rc = handle->real->pMethods->xWrite(handle->real, from, count, offset);
	if (rc == SQLITE_OK && handle->file != NULL) {
		cut_file_written(handle->file, from, offset, count);
	}
	if (power_goes) {
		cut_vfs_cut(handle->vfs);
	}
	return power_goes ? SQLITE_IOERR_WRITE : rc;
}

static int cut_truncate(sqlite3_file *base, sqlite3_int64 size)
{
	struct handle *handle = of_file(base);
	bool power_goes;
	int rc;

	if (handle->vfs == NULL) {
		return SQLITE_IOERR_TRUNCATE;
	}
	power_goes = operation(handle->vfs);
	rc = handle->real->pMethods->xTruncate(handle->real, size);
	if (rc == SQLITE_OK && handle->file != NULL) {
		cut_file_truncated(handle->file, size);
	}
	if (power_goes) {
		cut_vfs_cut(handle->vfs);
	}
	return power_goes ? SQLITE_IOERR_TRUNCATE : rc;
}

static int cut_sync(sqlite3_file *base, int flags)
{
	struct handle *handle = of_file(base);
	int rc;

	if (handle->vfs == NULL) {
		return SQLITE_IOERR_FSYNC;
	}
	if (operation(handle->vfs)) {
		cut_vfs_cut(handle->vfs);
		return SQLITE_IOERR_FSYNC;
	}
	rc = handle->real->pMethods->xSync(handle->real, flags);
	if (rc == SQLITE_OK && handle->file != NULL) {
		cut_file_synced(handle->file);
	}
	return rc;
}

static int cut_file_size(sqlite3_file *base, sqlite3_int64 *size)
{
	struct handle *handle = of_file(base);

	*size = 0;
	return handle->vfs == NULL ? SQLITE_IOERR_FSTAT : handle->real->pMethods->xFileSize(handle->real, size);
}

static int cut_lock(sqlite3_file *base, int level)
{
	struct handle *handle = of_file(base);

	return handle->vfs == NULL ? SQLITE_OK : handle->real->pMethods->xLock(handle->real, level);
}

static int cut_unlock(sqlite3_file *base, int level)
{
	struct handle *handle = of_file(base);

	return handle->vfs == NULL ? SQLITE_OK : handle->real->pMethods->xUnlock(handle->real, level);
}

static int cut_reserved(sqlite3_file *base, int *taken)
{
	struct handle *handle = of_file(base);

	*taken = 0;
	return handle->vfs == NULL ? SQLITE_OK : handle->real->pMethods->xCheckReservedLock(handle->real, taken);
}

static int cut_control(sqlite3_file *base, int what, void *about)
{
	struct handle *handle = of_file(base);

	return handle->vfs == NULL ? SQLITE_NOTFOUND : handle->real->pMethods->xFileControl(handle->real, what, about);
}

static int cut_sector(sqlite3_file *base)
{
	struct handle *handle = of_file(base);

	return handle->vfs == NULL ? 0 : handle->real->pMethods->xSectorSize(handle->real);
}

static int cut_character(sqlite3_file *base)
{
	struct handle *handle = of_file(base);

	return handle->vfs == NULL ? 0 : handle->real->pMethods->xDeviceCharacteristics(handle->real);
}

/* Version 1: no shared memory and no mapped files, which an exclusive connection does without. */
static const sqlite3_io_methods methods = {
	.iVersion = 1, .xClose = cut_close, .xRead = cut_read, .xWrite = cut_write, .xTruncate = cut_truncate, .xSync = cut_sync,
	.xFileSize = cut_file_size, .xLock = cut_lock, .xUnlock = cut_unlock, .xCheckReservedLock = cut_reserved,
	.xFileControl = cut_control, .xSectorSize = cut_sector, .xDeviceCharacteristics = cut_character,
};

/* ---- The file system ---- */

static int cut_open(sqlite3_vfs *base, const char *name, sqlite3_file *to, int flags, int *out_flags)
{
	struct cut_vfs *vfs = of_vfs(base);
	struct handle *handle = of_file(to);
	struct cut_file *file;
	int rc;

	memset(handle, 0, sizeof *handle);
	if (vfs->cut) {
		return SQLITE_CANTOPEN;
	}
	/* Looked at before it is opened: opening may make it. */
	file = name != NULL ? cut_disk_file(vfs->disk, name) : NULL;
	handle->real = (sqlite3_file *)(handle + 1);
	rc = vfs->real->xOpen(vfs->real, name, handle->real, flags, out_flags);
	if (rc != SQLITE_OK) {
		if (handle->real->pMethods != NULL) {
			(void)handle->real->pMethods->xClose(handle->real);
		}
		return rc;
	}
	if (file != NULL) {
		cut_file_made(file);
	}
	handle->base.pMethods = &methods;
	handle->vfs = vfs;
	handle->file = file;
	handle->next = vfs->handles;
	vfs->handles = handle;
	return SQLITE_OK;
}

static int cut_delete(sqlite3_vfs *base, const char *name, int sync_folder)
{
	struct cut_vfs *vfs = of_vfs(base);
	struct cut_file *file;
	int rc;

	if (vfs->cut) {
		return SQLITE_IOERR_DELETE;
	}
	if (operation(vfs)) {
		cut_vfs_cut(vfs);
		return SQLITE_IOERR_DELETE;
	}
	file = cut_disk_file(vfs->disk, name);
	rc = vfs->real->xDelete(vfs->real, name, sync_folder);
	if (rc == SQLITE_OK) {
		cut_file_removed(file, sync_folder != 0);
	}
	return rc;
}

static int cut_access(sqlite3_vfs *base, const char *name, int flags, int *out)
{
	struct cut_vfs *vfs = of_vfs(base);

	*out = 0;
	return vfs->cut ? SQLITE_OK : vfs->real->xAccess(vfs->real, name, flags, out);
}

static int cut_full_path(sqlite3_vfs *base, const char *name, int room, char *out)
{
	return of_vfs(base)->real->xFullPathname(of_vfs(base)->real, name, room, out);
}

static int cut_chance(sqlite3_vfs *base, int count, char *out)
{
	return of_vfs(base)->real->xRandomness(of_vfs(base)->real, count, out);
}

static int cut_rest(sqlite3_vfs *base, int us)
{
	return of_vfs(base)->real->xSleep(of_vfs(base)->real, us);
}

static int cut_now(sqlite3_vfs *base, double *out)
{
	return of_vfs(base)->real->xCurrentTime(of_vfs(base)->real, out);
}

static int cut_last_error(sqlite3_vfs *base, int room, char *out)
{
	return of_vfs(base)->real->xGetLastError(of_vfs(base)->real, room, out);
}

struct cut_vfs *cut_vfs_create(uint64_t seed)
{
	sqlite3_vfs *real = sqlite3_vfs_find(NULL);
	struct arena *arena = arena_create();
	struct cut_vfs *vfs = arena_alloc(arena, sizeof *vfs);

	assert(real != NULL && sqlite3_vfs_find(CUT_VFS_NAME) == NULL);
	vfs->arena = arena;
	vfs->real = real;
	vfs->disk = cut_disk_create(seed);
	vfs->base = (sqlite3_vfs){
		.iVersion = 1, .szOsFile = (int)sizeof(struct handle) + real->szOsFile, .mxPathname = real->mxPathname,
		.zName = CUT_VFS_NAME, .pAppData = vfs, .xOpen = cut_open, .xDelete = cut_delete, .xAccess = cut_access,
		.xFullPathname = cut_full_path, .xRandomness = cut_chance, .xSleep = cut_rest, .xCurrentTime = cut_now,
		.xGetLastError = cut_last_error};
	if (sqlite3_vfs_register(&vfs->base, 0) != SQLITE_OK) {
		cut_disk_destroy(vfs->disk);
		arena_destroy(arena);
		return NULL;
	}
	return vfs;
}

void cut_vfs_destroy(struct cut_vfs *vfs)
{
	if (vfs != NULL) {
		assert(vfs->handles == NULL);
		(void)sqlite3_vfs_unregister(&vfs->base);
		cut_disk_destroy(vfs->disk);
		arena_destroy(vfs->arena);
	}
}

void cut_vfs_cut_at(struct cut_vfs *vfs, int64_t at)
{
	vfs->cut_at = at;
}

void cut_vfs_restore(struct cut_vfs *vfs)
{
	vfs->cut = false;
	vfs->cut_at = 0;
}

bool cut_vfs_is_cut(const struct cut_vfs *vfs)
{
	return vfs->cut;
}

int64_t cut_vfs_operations(const struct cut_vfs *vfs)
{
	return vfs->operations;
}
