/* Packs from the machine's files to material. */
#include "firmware/content/pack.h"

#include <string.h>

#include "firmware/content/draft.h"
#include "firmware/content/files.h"

#define PACKS_MAX 64

struct pack_set {
	struct arena *arena;
	struct faults faults;
	struct pack *packs;         /* in the order they were added */
	int32_t pack_count;
	bool unreadable;            /* something could not be read: ids that are not found may stand there */
	bool finished;
	struct material material;
};

/* The keys at the top of a file. */
struct document {
	const struct node *head, *instrument, *forms, *agendas, *year;
};

static const struct field document_fields[] = {
	NODE_MAYBE("pack", struct document, head),
	NODE_MAYBE("instrument", struct document, instrument),
	NODE_MAYBE("forms", struct document, forms),
	NODE_MAYBE("agendas", struct document, agendas),
	NODE_MAYBE("year", struct document, year),
};
static const struct shape document_shape = SHAPE("a pack's file", document_fields);

/* What a pack says about itself. Nothing reads it yet but the check. */
struct head {
	char id[ID_BYTES];
	struct words name;
	int32_t version;
	const struct node *languages;
};

static const struct field head_fields[] = {
	ID_FIELD("id", struct head, id),
	TEXT_FIELD("name", struct head, name),
	NUMBER_FIELD("version", struct head, version, 1, 999999),
	LIST_MAYBE("languages", struct head, languages, 1, LANG_COUNT),
};
static const struct shape head_shape = SHAPE("a pack", head_fields);

struct pack_set *pack_set_create(void)
{
	struct arena *arena = arena_create();
	struct pack_set *set = arena_alloc(arena, sizeof *set);

	set->arena = arena;
	faults_init(&set->faults, arena);
	return set;
}

void pack_set_destroy(struct pack_set *set)
{
	if (set != NULL) {
		arena_destroy(set->arena);
	}
}

/* True if `node` is there and the first of its kind in the pack. */
static bool is_first(struct reader *reader, const struct node *node, const struct node *before)
{
	if (node != NULL && before != NULL) {
		node_fault(reader->faults, node->key, "a second '%s' in one pack; the first is at %s:%d", node->key->text,
			before->file, before->key->line);
	}
	return node != NULL && before == NULL;
}

static void read_document(struct reader *reader, struct pack *pack, const struct node *root)
{
	struct document document = {NULL, NULL, NULL, NULL, NULL};
	struct head head;

	schema_map(reader, root, &document_shape, &document);
	if (document.head == pack->head && document.head != NULL) {
		schema_map(reader, document.head, &head_shape, &head);
	} else {
		is_first(reader, document.head, pack->head);
	}
	if (is_first(reader, document.instrument, pack->instrument == NULL ? NULL : pack->instrument->node)) {
		read_instrument(reader, pack, document.instrument);
	}
	if (is_first(reader, document.year, pack->year == NULL ? NULL : pack->year->node)) {
		read_year(reader, pack, document.year);
	}
	if (document.forms != NULL) {
		read_forms(reader, pack, document.forms);
	}
	if (document.agendas != NULL) {
		read_agendas(reader, pack, document.agendas);
	}
}

static const struct node *file_documents(struct reader *reader, struct pack *pack, const char *path)
{
	const struct node *root = NULL;
	const char *reason = NULL;
	size_t len = 0;
	const char *bytes = file_bytes(reader->arena, path, PACK_FILE_MIB_MAX, &len, &reason);

	if (bytes == NULL) {
		faults_add(reader->faults, path, 1, 1, "not read: %s", reason);
		pack->unreadable = true;
		return NULL;
	}
	if (!yaml_tree_read(reader->arena, reader->faults, path, bytes, len, &root)) {
		pack->unreadable = true;
	}
	return root;
}

/* The pack's head comes first, wherever it stands: it says in which languages the rest is written. */
static void read_files(struct reader *reader, struct pack *pack, const struct names *files)
{
	const struct node **roots = arena_array(reader->arena, files->count, sizeof(const struct node *));

	for (int32_t i = 0; i < files->count; i++) {
		roots[i] = file_documents(reader, pack, files->list[i]);
		for (const struct node *root = roots[i]; root != NULL && pack->head == NULL; root = root->next) {
			const struct node *head = node_get(root, "pack");

			pack->head = head != NULL && head->kind != NODE_BAD ? head : NULL;
		}
	}
	schema_languages(reader, node_get(pack->head, "languages"));
	for (int32_t i = 0; i < files->count; i++) {
		for (const struct node *root = roots[i]; root != NULL; root = root->next) {
			read_document(reader, pack, root);
		}
	}
}

/* One pack out of `files` in `path`, which are one file, itself, or several in a folder. */
static void add_pack(struct pack_set *set, const char *path, const struct names *files)
{
	struct reader reader = {.arena = set->arena, .faults = &set->faults};
	int32_t faults = set->faults.count;
	struct pack *pack = arena_alloc(set->arena, sizeof *pack);
	struct pack **end = &set->packs;

	if (set->pack_count == PACKS_MAX) {
		faults_add(&set->faults, path, 1, 1, "more than %d packs", PACKS_MAX);
		return;
	}
	set->pack_count++;
	while (*end != NULL) {
		end = &(*end)->next;
	}
	*end = pack;
	read_files(&reader, pack, files);
	if (pack->head == NULL && !pack->unreadable) {
		faults_add(&set->faults, files->list[0], 1, 1, "missing key 'pack'; one file of a pack gives its id, name and version");
	}
	pack->broken = set->faults.count > faults;
	set->unreadable = set->unreadable || pack->unreadable;
}

static struct names only(struct arena *arena, const char *folder, const struct names *all, enum path_kind kind)
{
	struct names some = {arena_array(arena, all->count, sizeof *some.list), 0};

	for (int32_t i = 0; i < all->count; i++) {
		const char *path = path_join(arena, folder, all->list[i]);

		if (path_kind(path) == kind && (kind == PATH_FOLDER || path_is_yaml(path))) {
			some.list[some.count++] = path;
		}
	}
	return some;
}

/* Adds the pack in a folder, if there is one, and those in the folders of that folder if `deeper`. Returns how many. */
static int32_t add_folder(struct pack_set *set, const char *folder, bool deeper)
{
	struct names all, files, folders;
	const char *reason;
	int32_t packs = 0;

	if (!folder_names(set->arena, folder, &all, &reason)) {
		faults_add(&set->faults, folder, 1, 1, "not read: %s", reason);
		set->unreadable = true;
		return 1;
	}
	files = only(set->arena, folder, &all, PATH_FILE);
	if (files.count > 0) {
		add_pack(set, folder, &files);
		packs++;
	}
	if (deeper) {
		folders = only(set->arena, folder, &all, PATH_FOLDER);
		for (int32_t i = 0; i < folders.count; i++) {
			packs += add_folder(set, folders.list[i], false);
		}
	}
	return packs;
}

void pack_set_add(struct pack_set *set, const char *path)
{
	const char *own = arena_text(set->arena, path, strlen(path));
	enum path_kind kind = path_kind(path);

	assert(!set->finished);
	if (kind == PATH_FILE && path_is_yaml(path)) {
		add_pack(set, own, &(struct names){&own, 1});
	} else if (kind == PATH_FILE || kind == PATH_OTHER) {
		faults_add(&set->faults, own, 1, 1, "not a pack; expected a folder or a .yaml file");
	} else if (kind == PATH_MISSING) {
		faults_add(&set->faults, own, 1, 1, "nothing is there; expected a folder or a .yaml file");
	} else if (add_folder(set, own, true) == 0) {
		faults_add(&set->faults, own, 1, 1, "no .yaml file in this folder nor in the folders in it");
	}
}

/* True if a pack that was whole turned out not to be. */
static bool link_round(struct pack_set *set, bool whole_only)
{
	struct reader reader = {.arena = set->arena, .faults = &set->faults};
	bool changed = false;

	for (struct pack *pack = set->packs; pack != NULL; pack = pack->next) {
		int32_t faults = set->faults.count;

		if (whole_only && pack->broken) {
			continue;
		}
		link_pack(&reader, set->packs, pack, whole_only, set->unreadable);
		if (set->faults.count > faults) {
			changed = changed || !pack->broken;
			pack->broken = true;
		}
	}
	return changed;
}

bool pack_set_finish(struct pack_set *set)
{
	assert(!set->finished);
	set->finished = true;
	link_round(set, false);
	/* A pack that leans on a faulty one falls with it, and so on: each round drops at least one pack. */
	while (link_round(set, true)) {
	}
	build_material(set->arena, set->packs, &set->material);
	faults_sort(&set->faults);
	return set->faults.count == 0;
}

const struct material *pack_set_material(const struct pack_set *set)
{
	assert(set->finished);
	return &set->material;
}

const struct fault *pack_set_faults(const struct pack_set *set, int32_t *count)
{
	*count = set->faults.count;
	return set->faults.list;
}
