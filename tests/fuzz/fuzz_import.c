/* The importer: of any bytes comes nothing, or a pack that the loader takes, but for a scale of more steps than it can. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "firmware/content/import_guess.h"
#include "firmware/content/import_write.h"
#include "firmware/content/pack.h"
#include "tests/fuzz/fuzz.h"

/* The only fault that a pack may have: it is said where the scale is. */
static void check_pack(const char *pack, size_t len)
{
	struct pack_set *set = pack_set_create();
	const struct fault *faults;
	int32_t count;
	bool whole;

	pack_set_add(set, fuzz_file(".yaml", (const uint8_t *)pack, len));
	whole = pack_set_finish(set);
	faults = pack_set_faults(set, &count);
	for (int32_t i = 0; i < count; i++) {
		if (strstr(faults[i].text, "in 'steps'") == NULL) {
			fprintf(stderr, "%d:%d: %s\n%s\n", faults[i].line, faults[i].column, faults[i].text, pack);
			abort();
		}
	}
	assert(whole == (count == 0));
	pack_set_destroy(set);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct arena *arena = arena_create();
	struct import_document document;
	struct import_scale scale;
	struct import_tree tree;
	char *copy = arena_text(arena, (const char *)bytes, len);
	char reason[300] = "";

	if (import_read_bytes(&document, arena, "fuzz.txt", copy, len, reason, sizeof reason)) {
		import_guess(&document, &scale);
		import_build(&document, &scale, NULL, LANG_COUNT, &tree);
		import_match(&tree, NULL);
		if (tree.statement_count > 0) {
			char *pack = NULL;
			size_t size = 0;
			FILE *out = open_memstream(&pack, &size);

			import_write(out, &document, &scale, &tree);
			fclose(out);
			check_pack(pack, size);
			free(pack);
		}
	} else {
		assert(reason[0] != '\0');
	}
	arena_destroy(arena);
	return 0;
}
