/* What the kiosk and `play` start from. */
#include "firmware/start.h"

#include "firmware/base/str.h"

#include "ui/words.h"

#include <unistd.h>

static void say(char *message, size_t cap, const char *text)
{
	if (message[0] != '\0') {
		str_append(message, cap, " ");
	}
	str_append(message, cap, text);
}

struct pack_set *start_packs(const struct options *options, const char *own, char *message, size_t cap)
{
	struct pack_set *set = pack_set_create();
	const struct fault *faults;
	int32_t count = 0;

	pack_set_add(set, SAMSYN_PACK_DIR);
	for (int32_t i = 0; i < options->pack_count; i++) {
		pack_set_add(set, options->packs[i]);
	}
	if (own != NULL && access(own, F_OK) == 0) {
		pack_set_add(set, own);
	}
	if (pack_set_finish(set)) {
		return set;
	}
	faults = pack_set_faults(set, &count);
	for (int32_t i = 0; i < count; i++) {
		fprintf(stderr, "%s:%d:%d: %s\n", faults[i].file, faults[i].line, faults[i].column, faults[i].text);
	}
	say(message, cap, _("A content pack has faults and is left out. Run `samsyn check` on it to see them."));
	return set;
}

void start_shelf_open(struct start_shelf *shelf, const struct options *options, const char *data, char *message, size_t cap)
{
	*shelf = (struct start_shelf){.options = options};
	snprintf(shelf->documents, sizeof shelf->documents, "%s/import", data);
	snprintf(shelf->own, sizeof shelf->own, "%s/packs", data);
	shelf->packs = start_packs(options, shelf->own, message, cap);
}

const struct material *start_shelf_reload(void *self)
{
	struct start_shelf *shelf = self;
	char message[WHY_BYTES] = "";

	pack_set_destroy(shelf->before);
	shelf->before = shelf->packs;
	shelf->packs = start_packs(shelf->options, shelf->own, message, sizeof message);
	return pack_set_material(shelf->packs);
}

void start_shelf_close(struct start_shelf *shelf)
{
	pack_set_destroy(shelf->before);
	pack_set_destroy(shelf->packs);
	shelf->before = shelf->packs = NULL;
}

struct journal *start_journal(const char *folder, const char *vfs, enum lang lang, char *message, size_t cap)
{
	struct journal *journal = NULL;
	char why[WHY_BYTES] = "";

	if (journal_open(&(struct journal_config){.folder = folder, .vfs = vfs}, lang, &journal, why) != JOURNAL_OPENED) {
		fprintf(stderr, "samsyn: %s\n", why);
		say(message, cap, why);
	}
	return journal;
}
