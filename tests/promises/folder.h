/* The data folder from outside: made, read to the last byte, damaged, removed. */
#ifndef SAMSYN_TEST_FOLDER_H
#define SAMSYN_TEST_FOLDER_H

#include "firmware/base/base.h"

#define FOLDER_BYTES 200
#define PATH_BYTES_MAX 600

/* The name of a folder that is not there yet, in folder[FOLDER_BYTES]; in memory where the machine has room there. */
void data_new(char *folder);
/* Removes it and the files in it. */
void data_gone(const char *folder);
/* Every byte of every file in it, one file after the other in the order of their names, each after its name. Caller frees. */
unsigned char *data_bytes(const char *folder, size_t *size);
/* Every byte of the database alone. Caller frees. */
unsigned char *data_file(const char *folder, size_t *size);
/* True if those bytes stand somewhere. */
bool data_hold(const unsigned char *bytes, size_t size, const char *text);
/* Writes over part of the database: `size` bytes from `offset`. */
void data_damage(const char *folder, long offset, const void *bytes, size_t size);
/* folder/name */
void data_path(char path[PATH_BYTES_MAX], const char *folder, const char *name);

#endif
