/* The pack loader: any bytes are a pack or have faults, each with its place. */
#include <assert.h>

#include "firmware/content/pack.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct pack_set *set = pack_set_create();
	const struct fault *faults;
	int32_t count;
	bool whole;

	pack_set_add(set, fuzz_file(".yaml", bytes, len));
	whole = pack_set_finish(set);
	faults = pack_set_faults(set, &count);
	assert(whole == (count == 0));
	for (int32_t i = 0; i < count; i++) {
		assert(faults[i].line >= 1 && faults[i].column >= 1 && faults[i].text[0] != '\0');
	}
	pack_set_destroy(set);
	return 0;
}
