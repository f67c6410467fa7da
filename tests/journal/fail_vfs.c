/* A storage shim under SQLite in which writes fail. */
#include "tests/journal/fail_vfs.h"

#include <sqlite3.h>

struct handle {
	sqlite3_file base;
	sqlite3_file *real;
};

static struct {
	sqlite3_vfs base;
	sqlite3_vfs *real;
	int64_t at;
	int with;
	bool lasting, failed;
} fail;

static sqlite3_file *real_of(sqlite3_file *base)
{
	return ((struct handle *)base)->real;
}

static bool fails(void)
{
	if (fail.at == 0 || (fail.at > 1 && --fail.at > 0)) {
		return false;
	}
	fail.at = fail.lasting ? 1 : 0;
	fail.failed = true;
	return true;
}

static int fail_close(sqlite3_file *base)
{
	return real_of(base)->pMethods->xClose(real_of(base));
}

static int fail_read(sqlite3_file *base, void *to, int count, sqlite3_int64 offset)
{
	return real_of(base)->pMethods->xRead(real_of(base), to, count, offset);
}

static int fail_write(sqlite3_file *base, const void *from, int count, sqlite3_int64 offset)
{
	if (fails()) {
		/* Half of it has reached the file. */
		(void)real_of(base)->pMethods->xWrite(real_of(base), from, count / 2, offset);
		return fail.with;
	}
	return real_of(base)->pMethods->xWrite(real_of(base), from, count, offset);
}

static int fail_truncate(sqlite3_file *base, sqlite3_int64 size)
{
	return fails() ? fail.with : real_of(base)->pMethods->xTruncate(real_of(base), size);
}

static int fail_sync(sqlite3_file *base, int flags)
{
	return fails() ? fail.with : real_of(base)->pMethods->xSync(real_of(base), flags);
}

static int fail_size(sqlite3_file *base, sqlite3_int64 *size)
{
	return real_of(base)->pMethods->xFileSize(real_of(base), size);
}

static int fail_lock(sqlite3_file *base, int level)
{
	return real_of(base)->pMethods->xLock(real_of(base), level);
}

static int fail_unlock(sqlite3_file *base, int level)
{
	return real_of(base)->pMethods->xUnlock(real_of(base), level);
}

static int fail_reserved(sqlite3_file *base, int *taken)
{
	return real_of(base)->pMethods->xCheckReservedLock(real_of(base), taken);
}

static int fail_control(sqlite3_file *base, int what, void *about)
{
	return real_of(base)->pMethods->xFileControl(real_of(base), what, about);
}

static int fail_sector(sqlite3_file *base)
{
	return real_of(base)->pMethods->xSectorSize(real_of(base));
}

static int fail_character(sqlite3_file *base)
{
	return real_of(base)->pMethods->xDeviceCharacteristics(real_of(base));
}

static const sqlite3_io_methods methods = {
	.iVersion = 1, .xClose = fail_close, .xRead = fail_read, .xWrite = fail_write, .xTruncate = fail_truncate, .xSync = fail_sync,
	.xFileSize = fail_size, .xLock = fail_lock, .xUnlock = fail_unlock, .xCheckReservedLock = fail_reserved,
	.xFileControl = fail_control, .xSectorSize = fail_sector, .xDeviceCharacteristics = fail_character,
};

static int fail_open(sqlite3_vfs *base, const char *name, sqlite3_file *to, int flags, int *out_flags)
{
	struct handle *handle = (struct handle *)to;
	int there = 0;
	int rc;

	(void)base;
	handle->base.pMethods = NULL;
	handle->real = (sqlite3_file *)(handle + 1);
	if (name != NULL && fail.real->xAccess(fail.real, name, SQLITE_ACCESS_EXISTS, &there) == SQLITE_OK && there == 0 && fails()) {
		return SQLITE_CANTOPEN;
	}
	rc = fail.real->xOpen(fail.real, name, handle->real, flags, out_flags);
	if (rc == SQLITE_OK) {
		handle->base.pMethods = &methods;
	}
	return rc;
}

static int fail_delete(sqlite3_vfs *base, const char *name, int sync_folder)
{
	(void)base;
	return fails() ? SQLITE_IOERR_DELETE : fail.real->xDelete(fail.real, name, sync_folder);
}

void fail_vfs_register(void)
{
	fail.real = sqlite3_vfs_find(NULL);
	fail.base = *fail.real;
	fail.base.pNext = NULL;
	fail.base.iVersion = 1;
	fail.base.zName = FAIL_VFS_NAME;
	fail.base.szOsFile = (int)sizeof(struct handle) + fail.real->szOsFile;
	fail.base.xOpen = fail_open;
	fail.base.xDelete = fail_delete;
	fail.at = 0;
	(void)sqlite3_vfs_register(&fail.base, 0);
}

void fail_vfs_unregister(void)
{
	(void)sqlite3_vfs_unregister(&fail.base);
}

void fail_vfs_at(int64_t operation, int with, bool lasting)
{
	fail.at = operation;
	fail.with = with;
	fail.lasting = lasting;
	fail.failed = false;
}

bool fail_vfs_failed(void)
{
	return fail.failed;
}
