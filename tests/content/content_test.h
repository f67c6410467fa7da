/* What the tests of content share. Paths are relative to tests/content of the source: call enter_folder() in main. */
#ifndef SAMSYN_CONTENT_TEST_H
#define SAMSYN_CONTENT_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "firmware/content/pack.h"

#ifndef SAMSYN_SOURCE_DIR
#define SAMSYN_SOURCE_DIR "."
#endif

static inline void enter_folder(void)
{
	if (chdir(SAMSYN_SOURCE_DIR "/tests/content") != 0) {
		perror(SAMSYN_SOURCE_DIR "/tests/content");
		exit(1);
	}
}

/* The packs at `path` and, unless NULL, `later`; fails the test where they have faults. */
static inline struct pack_set *whole_packs(const char *path, const char *later)
{
	struct pack_set *set = pack_set_create();
	const struct fault *faults;
	int32_t count;
	bool whole;

	pack_set_add(set, path);
	if (later != NULL) {
		pack_set_add(set, later);
	}
	whole = pack_set_finish(set);
	faults = pack_set_faults(set, &count);
	for (int32_t i = 0; i < count; i++) {
		print_error("%s:%d:%d: %s\n", faults[i].file, faults[i].line, faults[i].column, faults[i].text);
	}
	assert_true(whole);
	assert_int_equal(count, 0);
	return set;
}

#endif
