/* Samsyn: reads the command line and does what it asks. */
#include "firmware/content/check.h"
#include "firmware/content/import.h"
#include "firmware/content/list.h"
#include "firmware/journal/journal.h"
#include "firmware/kiosk.h"
#include "firmware/options.h"
#include "firmware/play.h"
#include "firmware/start.h"

static int list(const struct options *options)
{
	char why[WHY_BYTES] = "";
	enum lang lang = options->lang == LANG_EN ? LANG_EN : LANG_SV;
	struct pack_set *packs = start_packs(options, NULL, why, sizeof why);
	const struct material *material = pack_set_material(packs);
	bool listed = true;

	if (options->mode == MODE_LIST_FORMS) {
		list_forms(stdout, material, lang);
	} else if (options->mode == MODE_LIST_AGENDAS) {
		list_agendas(stdout, material, lang);
	} else {
		listed = list_statements(stdout, material,
		                         &(struct list_options){.lang = lang, .audience = options->audience, .area = options->area}, why,
		                         sizeof why);
	}
	if (!listed) {
		fprintf(stderr, "samsyn: %s\n", why);
	}
	pack_set_destroy(packs);
	return listed ? 0 : 2;
}

/* Ids are taken from the packs that come with the program, and those of --packs. */
static int import(const struct options *options)
{
	char why[WHY_BYTES] = "";
	struct pack_set *packs = start_packs(options, NULL, why, sizeof why);
	enum lang lang = options->lang < 0 ? LANG_COUNT : options->lang == LANG_EN ? LANG_EN : LANG_SV;
	int code = import_main(&(struct import_wish){.file = options->rest[0], .out = options->out, .name = options->name, .lang = lang,
	                                             .force = options->force, .known = pack_set_material(packs)});

	pack_set_destroy(packs);
	return code;
}

static int verify(const struct options *options)
{
	char folder[1024];

	options_data_folder(folder, sizeof folder);
	return journal_verify(options->data != NULL ? options->data : folder, LANG_EN, stdout) == 0 ? 0 : 1;
}

int main(int argc, char *argv[])
{
	struct options options;
	char why[512] = "";

	if (!options_read(&options, argc, argv, why, sizeof why)) {
		fprintf(stderr, "%s\n", why);
		return 2;
	}
	switch (options.mode) {
	case MODE_KIOSK: return kiosk_main(&options);
	case MODE_PLAY: return play_main(&options);
	case MODE_CHECK: return check_main(options.rest_count, options.rest, SAMSYN_PACK_DIR);
	case MODE_IMPORT: return import(&options);
	case MODE_LIST_STATEMENTS:
	case MODE_LIST_FORMS:
	case MODE_LIST_AGENDAS: return list(&options);
	case MODE_VERIFY: return verify(&options);
	case MODE_VERSION: printf("samsyn %s\n", SAMSYN_VERSION); return 0;
	case MODE_HELP: printf("%s", options_help); return 0;
	}
	return 2;
}
