/* A file for what is read by its path. */
#include "tests/fuzz/fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char path[200];

static void remove_file(void)
{
	unlink(path);
}

const char *fuzz_file(const char *ending, const uint8_t *bytes, size_t len)
{
	FILE *file;

	if (path[0] == '\0') {
		const char *folder = getenv("TMPDIR");

		snprintf(path, sizeof path, "%.100s/samsyn-fuzz-%ld%s", folder != NULL ? folder : "/tmp", (long)getpid(), ending);
		atexit(remove_file);
	}
	file = fopen(path, "wb");
	if (file == NULL || fwrite(bytes, 1, len, file) != len || fclose(file) != 0) {
		abort();
	}
	return path;
}
