/* A storage shim under SQLite in which writes fail: the card is full, worn, or turned read-only. */
#ifndef SAMSYN_TEST_FAIL_VFS_H
#define SAMSYN_TEST_FAIL_VFS_H

#include "firmware/base/base.h"

#define FAIL_VFS_NAME "samsyn-fail"

void fail_vfs_register(void);
void fail_vfs_unregister(void);
/* The `operation`-th write, truncation, sync, making or removal of a file from now (1 is the next) fails with the SQLite result code
   `with`, and so do all after it where `lasting`. 0: none fails. */
void fail_vfs_at(int64_t operation, int with, bool lasting);
/* Whether anything has failed since the last call of fail_vfs_at. */
bool fail_vfs_failed(void);

#endif
