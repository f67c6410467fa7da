/* Are these packs right? */
#include "firmware/content/check.h"

#include <stdio.h>

#include "firmware/content/files.h"
#include "firmware/content/pack.h"

/* True if none of the paths lies in the folder, or holds it: nothing would be looked at twice. */
static bool apart(int count, char *paths[], const char *ours)
{
	for (int i = 0; i < count; i++) {
		if (paths_meet(paths[i], ours)) {
			return false;
		}
	}
	return true;
}

int check_main(int count, char *paths[], const char *ours)
{
	struct pack_set *set = pack_set_create();
	const struct fault *faults;
	int32_t fault_count;
	bool whole;

	if (ours != NULL && apart(count, paths, ours)) {
		pack_set_add(set, ours);
	}
	for (int i = 0; i < count; i++) {
		pack_set_add(set, paths[i]);
	}
	whole = pack_set_finish(set);
	faults = pack_set_faults(set, &fault_count);
	for (int32_t i = 0; i < fault_count; i++) {
		printf("%s:%d:%d: %s\n", faults[i].file, faults[i].line, faults[i].column, faults[i].text);
	}
	if (count == 0) {
		printf("nothing to check; expected a folder or a .yaml file\n");
	}
	pack_set_destroy(set);
	return whole && count > 0 ? 0 : 1;
}
