/* What the tests of the importer share: a folder of their own, importing with both streams caught, and the pack that came of it. */
#ifndef SAMSYN_IMPORT_CASE_H
#define SAMSYN_IMPORT_CASE_H

#include "firmware/content/import.h"
#include "tests/content/content_test.h"

#define OUTPUT_BYTES 262144

/* What the last import said, and the last pack that was looked at. */
extern char out_text[OUTPUT_BYTES], err_text[OUTPUT_BYTES], pack_text[OUTPUT_BYTES];
/* Where packs are made. */
extern char pack_folder[];

/* A path in the folder of this run; good until a few more are asked for. */
const char *inside(const char *name);
/* Reads a file to its end and closes it. */
void slurp(FILE *file, char *to);
int import_as(const struct import_wish *wish);
/* Imports to pack_folder. */
int import_file(const char *path);
/* The pack in pack_folder, which must be whole. */
struct pack_set *made_pack(void);
void drop_pack(void);
/* The pack made is the expected one, and one that the loader takes. SAMSYN_ACCEPT=1 writes the expected files anew. */
void same_pack(const char *expected_path);
/* What a document cannot be: its bytes, and a part of what is said. Nothing is made. */
void refused(const char *name, const char *bytes, size_t len, const char *said);

/* For cmocka: the folder of this run, and what a test that failed left behind in it. */
int make_folder(void **state);
int remove_folder(void **state);
int clear_folder(void **state);

#endif
