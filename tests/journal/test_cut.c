/* The storage shim itself: what was synced stays, what was not is kept, lost or torn at sectors, the same way for the same seed. */
#include "board/play/cut_vfs.h"

#include "tests/journal/meetings.h"

#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define SIZE 2048

static char folder[FOLDER_BYTES];
static char path[2 * FOLDER_BYTES];
static struct cut_vfs *vfs;
static sqlite3_file *file;

static void begin(uint64_t seed)
{
	vfs = cut_vfs_create(seed);
	assert_non_null(vfs);
}

static void end(void)
{
	cut_vfs_destroy(vfs);
	vfs = NULL;
}

static int set_up(void **state)
{
	(void)state;
	folder_new(folder);
	assert_int_equal(0, mkdir(folder, 0700));
	folder_file(path, folder, "file");
	file = NULL;
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	if (vfs != NULL) {
		cut_vfs_cut(vfs);
		end();
	}
	free(file);
	folder_gone(folder);
	return 0;
}

static int open_file(void)
{
	sqlite3_vfs *base = sqlite3_vfs_find(CUT_VFS_NAME);

	free(file);
	file = calloc(1, (size_t)base->szOsFile);
	return base->xOpen(base, path, file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MAIN_DB, NULL);
}

static int write_at(unsigned char byte, int64_t offset, int size)
{
	unsigned char bytes[SIZE];

	memset(bytes, byte, sizeof bytes);
	return file->pMethods->xWrite(file, bytes, size, offset);
}

static int sync_file(void)
{
	return file->pMethods->xSync(file, SQLITE_SYNC_FULL);
}

static void close_file(void)
{
	assert_int_equal(SQLITE_OK, file->pMethods->xClose(file));
}

/* How many of the file's sectors hold nothing but `byte`; every sector holds one byte only. */
static int32_t sectors_of(unsigned char byte)
{
	size_t size;
	unsigned char *bytes = file_bytes(path, &size);
	int32_t count = 0;

	for (size_t at = 0; at + 512 <= size; at += 512) {
		for (size_t i = 1; i < 512; i++) {
			assert_int_equal(bytes[at], bytes[at + i]);
		}
		count += bytes[at] == byte ? 1 : 0;
	}
	free(bytes);
	return count;
}

/* Writes `a`, syncs, writes `b` over it, and lets the power go. */
static int32_t cut_over(uint64_t seed)
{
	begin(seed);
	assert_int_equal(SQLITE_OK, open_file());
	assert_int_equal(SQLITE_OK, write_at('a', 0, SIZE));
	assert_int_equal(SQLITE_OK, sync_file());
	assert_int_equal(SQLITE_OK, write_at('b', 0, SIZE));
	cut_vfs_cut(vfs);
	assert_true(cut_vfs_is_cut(vfs));
	close_file();
	end();
	assert_int_equal(4, sectors_of('a') + sectors_of('b'));
	return sectors_of('b');
}

static void unsynced_writes_are_kept_lost_or_torn(void **state)
{
	int32_t seen[5] = {0};

	(void)state;
	for (uint64_t seed = 0; seed < 200; seed++) {
		int32_t kept = cut_over(seed);

		seen[kept]++;
		assert_int_equal(kept, cut_over(seed));
	}
	assert_true(seen[0] > 20 && seen[4] > 20);
	assert_true(seen[1] + seen[2] + seen[3] > 10);
}

static void synced_writes_stay(void **state)
{
	(void)state;
	for (uint64_t seed = 0; seed < 50; seed++) {
		begin(seed);
		assert_int_equal(SQLITE_OK, open_file());
		assert_int_equal(SQLITE_OK, write_at('a', 0, SIZE));
		assert_int_equal(SQLITE_OK, write_at('b', 512, 512));
		assert_int_equal(SQLITE_OK, sync_file());
		cut_vfs_cut(vfs);
		close_file();
		end();
		assert_int_equal(3, sectors_of('a'));
		assert_int_equal(1, sectors_of('b'));
	}
}

static void truncations_and_growth_may_be_lost(void **state)
{
	int32_t shorter = 0;
	int32_t longer = 0;

	(void)state;
	for (uint64_t seed = 0; seed < 60; seed++) {
		size_t size;

		begin(seed);
		assert_int_equal(SQLITE_OK, open_file());
		assert_int_equal(SQLITE_OK, file->pMethods->xTruncate(file, 0));
		assert_int_equal(SQLITE_OK, write_at('a', 0, SIZE));
		assert_int_equal(SQLITE_OK, sync_file());
		assert_int_equal(SQLITE_OK, seed % 2 == 0 ? file->pMethods->xTruncate(file, 512) : write_at('a', SIZE, SIZE));
		cut_vfs_cut(vfs);
		close_file();
		end();
		free(file_bytes(path, &size));
		assert_true(size == SIZE || (seed % 2 == 0 ? size == 512 : size > SIZE && size <= 2 * SIZE));
		shorter += size < SIZE ? 1 : 0;
		longer += size > SIZE ? 1 : 0;
	}
	assert_true(shorter > 5 && shorter < 25 && longer > 5 && longer < 28);
}

static void files_made_or_removed_may_not_be(void **state)
{
	int32_t made = 0;
	int32_t removed = 0;

	(void)state;
	for (uint64_t seed = 0; seed < 60; seed++) {
		sqlite3_vfs *base;

		(void)unlink(path);
		begin(seed);
		base = sqlite3_vfs_find(CUT_VFS_NAME);
		assert_int_equal(SQLITE_OK, open_file());
		assert_int_equal(SQLITE_OK, write_at('a', 0, SIZE));
		if (seed % 2 == 0) {
			cut_vfs_cut(vfs);
			close_file();
			made += access(path, F_OK) == 0 ? 1 : 0;
		} else {
			assert_int_equal(SQLITE_OK, sync_file());
			close_file();
			assert_int_equal(SQLITE_OK, base->xDelete(base, path, seed % 4 == 1));
			assert_int_not_equal(0, access(path, F_OK));
			cut_vfs_cut(vfs);
			if (access(path, F_OK) == 0) {
				assert_int_equal(4, sectors_of('a'));
				assert_int_equal(3, seed % 4);
			} else {
				removed += seed % 4 == 3 ? 1 : 0;
			}
		}
		end();
	}
	assert_true(made > 5 && made < 25 && removed > 2 && removed < 13);
}

static void the_dead_do_nothing_and_the_living_go_on(void **state)
{
	unsigned char bytes[512];
	sqlite3_file *dead;

	(void)state;
	begin(7);
	assert_int_equal(SQLITE_OK, open_file());
	assert_int_equal(SQLITE_OK, write_at('a', 0, SIZE));
	assert_int_equal(SQLITE_OK, sync_file());
	cut_vfs_cut(vfs);
	dead = file;
	file = NULL;
	assert_int_not_equal(SQLITE_OK, open_file());
	cut_vfs_restore(vfs);
	assert_false(cut_vfs_is_cut(vfs));
	assert_int_equal(SQLITE_OK, open_file());
	assert_int_not_equal(SQLITE_OK, dead->pMethods->xWrite(dead, "xxxx", 4, 0));
	assert_int_not_equal(SQLITE_OK, dead->pMethods->xTruncate(dead, 0));
	assert_int_not_equal(SQLITE_OK, dead->pMethods->xSync(dead, 0));
	assert_int_not_equal(SQLITE_OK, dead->pMethods->xRead(dead, bytes, 4, 0));
	assert_int_equal(SQLITE_OK, dead->pMethods->xClose(dead));
	assert_int_equal(4, sectors_of('a'));
	assert_int_equal(SQLITE_OK, write_at('b', 0, SIZE));
	assert_int_equal(SQLITE_OK, file->pMethods->xRead(file, bytes, 512, 0));
	assert_int_equal('b', bytes[511]);
	assert_int_equal(SQLITE_OK, sync_file());
	close_file();
	end();
	assert_int_equal(4, sectors_of('b'));
	free(dead);
}

static void it_can_go_by_itself(void **state)
{
	int64_t before;

	(void)state;
	begin(3);
	assert_int_equal(SQLITE_OK, open_file());
	before = cut_vfs_operations(vfs);
	cut_vfs_cut_at(vfs, 3);
	assert_int_equal(SQLITE_OK, write_at('a', 0, SIZE));
	assert_int_equal(SQLITE_OK, write_at('a', 0, SIZE));
	assert_false(cut_vfs_is_cut(vfs));
	assert_int_not_equal(SQLITE_OK, sync_file());
	assert_true(cut_vfs_is_cut(vfs));
	assert_int_equal(before + 3, cut_vfs_operations(vfs));
	close_file();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(unsynced_writes_are_kept_lost_or_torn, set_up, tear_down),
		cmocka_unit_test_setup_teardown(synced_writes_stay, set_up, tear_down),
		cmocka_unit_test_setup_teardown(truncations_and_growth_may_be_lost, set_up, tear_down),
		cmocka_unit_test_setup_teardown(files_made_or_removed_may_not_be, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_dead_do_nothing_and_the_living_go_on, set_up, tear_down),
		cmocka_unit_test_setup_teardown(it_can_go_by_itself, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
