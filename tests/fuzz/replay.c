/* Where the compiler has no fuzzer: every file of a folder once. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "tests/fuzz/fuzz.h"

#define BYTES_MAX (1 << 20)

static int play(const char *folder)
{
	static uint8_t bytes[BYTES_MAX];
	DIR *dir = opendir(folder);
	const struct dirent *entry;
	int files = 0;

	while (dir != NULL && (entry = readdir(dir)) != NULL) {
		char path[600];
		FILE *file;

		if (entry->d_name[0] == '.') {
			continue;
		}
		snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
		file = fopen(path, "rb");
		if (file != NULL) {
			/* Bytes of its own, so that a look behind their end is seen. */
			size_t len = fread(bytes, 1, sizeof bytes, file);
			uint8_t *own = malloc(len + 1);

			for (size_t i = 0; i < len; i++) {
				own[i] = bytes[i];
			}
			LLVMFuzzerTestOneInput(own, len);
			free(own);
			fclose(file);
			files++;
		}
	}
	if (dir != NULL) {
		closedir(dir);
	}
	return files;
}

int main(int argc, char *argv[])
{
	int files = 0;

	for (int i = 1; i < argc; i++) {
		files += play(argv[i]);
	}
	printf("%d files\n", files);
	return files > 0 ? 0 : 1;
}
