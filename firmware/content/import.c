/* From a document to a pack, and what is said about it. */
#include "firmware/content/import.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "firmware/base/str.h"
#include "firmware/content/files.h"
#include "firmware/content/import_guess.h"
#include "firmware/content/import_write.h"
#include "firmware/content/pack.h"

#define PACK_NAME "instrument.yaml"
#define DRAFT_NAME ".instrument.yaml"   /* hidden: whoever reads the folder meanwhile does not see it */
#define FAULTS_TOLD 20

struct import {
	const struct import_wish *wish;
	struct arena *arena;
	struct import_document document;
	struct import_scale scale;
	struct import_tree tree;
	const char *pack, *draft;
};

static bool fail(const struct import *import, const char *path, const char *why)
{
	(void)import;
	fprintf(stderr, "samsyn: %s: %s\n", path, why);
	return false;
}

/* False if something is in the way there. */
static bool may_write(struct import *import)
{
	const char *out = import->wish->out;
	struct names names;
	const char *reason;

	if (path_kind(out) == PATH_MISSING) {
		return true;
	}
	if (path_kind(out) != PATH_FOLDER) {
		return fail(import, out, "there is a file of that name; --out names the folder of the pack");
	}
	if (!folder_names(import->arena, out, &names, &reason)) {
		return fail(import, out, reason);
	}
	for (int32_t i = 0; i < names.count; i++) {
		bool own = str_equal(names.list[i], PACK_NAME);

		if (path_is_yaml(names.list[i]) && !own) {
			return fail(import, out, "there is a pack of other files in it; choose another folder");
		}
		if (own && !import->wish->force) {
			return fail(import, out, "there is an instrument in it; choose another folder, or write over it with --force");
		}
	}
	return true;
}

/* A name from the command line is shown like any other text. */
static bool name_fits(const struct import *import)
{
	const char *name = import->wish->name;

	if (name == NULL) {
		return true;
	}
	for (const char *at = name; *at != '\0'; at++) {
		if ((unsigned char)*at < 0x20 || *at == 0x7F) {
			return fail(import, "--name", "it has letters that cannot be shown");
		}
	}
	if (strspn(name, " ") == strlen(name) || str_letters(name) > NAME_LETTERS_MAX || !str_valid(name, strlen(name))) {
		return fail(import, "--name", "expected 1 to 300 letters in UTF-8");
	}
	return true;
}

static bool read_document(struct import *import)
{
	char reason[300] = "";

	if (!import_read(&import->document, import->arena, import->wish->file, reason, sizeof reason)) {
		return fail(import, import->wish->file, reason);
	}
	import_guess(&import->document, &import->scale);
	import_build(&import->document, &import->scale, import->wish->name, import->wish->lang, &import->tree);
	if (import->tree.statement_count == 0) {
		return fail(import, import->wish->file, "no statements were found in it; expected lists or tables of them under headings");
	}
	import_match(&import->tree, import->wish->known);
	return true;
}

static bool write_draft(struct import *import)
{
	FILE *file = fopen(import->draft, "wb");
	bool written;

	if (file == NULL) {
		return fail(import, import->draft, strerror(errno));
	}
	import_write(file, &import->document, &import->scale, &import->tree);
	written = ferror(file) == 0 && fflush(file) == 0 && fsync(fileno(file)) == 0;
	if (fclose(file) != 0 || !written) {
		return fail(import, import->draft, strerror(errno));
	}
	return true;
}

/* Reads the draft as any pack is read: what it cannot hold is said before anything is replaced. */
static bool check_draft(struct import *import)
{
	struct pack_set *set = pack_set_create();
	const struct fault *faults;
	int32_t count;
	bool whole;

	pack_set_add(set, import->draft);
	whole = pack_set_finish(set);
	faults = pack_set_faults(set, &count);
	for (int32_t i = 0; i < count && i < FAULTS_TOLD; i++) {
		fprintf(stderr, "samsyn: %s: what was found is no pack: %s\n", import->wish->file, faults[i].text);
	}
	if (!whole && import->scale.count > 0) {
		fprintf(stderr, "samsyn: %s:%d: the scale that was found has %d steps, from '%s' to '%s'\n", import->wish->file,
			import->scale.line, import->scale.count, import->scale.steps[0], import->scale.steps[import->scale.count - 1]);
	}
	pack_set_destroy(set);
	return whole;
}

/* All or nothing: the draft takes the pack's place in one step. */
static bool write_pack(struct import *import)
{
	bool made = path_kind(import->wish->out) == PATH_MISSING;
	bool done;

	if (made && mkdir(import->wish->out, 0777) != 0) {
		return fail(import, import->wish->out, strerror(errno));
	}
	import->pack = path_join(import->arena, import->wish->out, PACK_NAME);
	import->draft = path_join(import->arena, import->wish->out, DRAFT_NAME ".yaml");
	done = write_draft(import) && check_draft(import);
	if (done && rename(import->draft, import->pack) != 0) {
		done = fail(import, import->pack, strerror(errno));
	}
	if (!done) {
		unlink(import->draft);
		if (made) {
			rmdir(import->wish->out);
		}
	}
	return done;
}

static int32_t count_used(const int32_t *counts, int32_t count, size_t size)
{
	int32_t used = 0;

	for (int32_t i = 0; i < count; i++) {
		used += *(const int32_t *)(const void *)((const char *)counts + (size_t)i * size) > 0;
	}
	return used;
}

static void tell_scale(const struct import *import)
{
	const struct import_scale *scale = &import->scale;

	if (scale->count == 0) {
		printf("scale: none found; the usual one\n");
		return;
	}
	printf("scale: %s %d:", import->document.unit, scale->line);
	for (int32_t i = 0; i < scale->count; i++) {
		printf("%s%s", i == 0 ? " " : " / ", scale->steps[i]);
	}
	printf("%s%s%s%s\n", scale->unsure != NULL ? "; beside it " : "", scale->unsure != NULL ? scale->unsure : "",
		scale->turned ? " (turned: the highest came first)" : "", scale->ends_only ? " (only its ends have names)" : "");
}

static void tell_found(const struct import *import)
{
	const struct import_tree *tree = &import->tree;
	int32_t areas = count_used(&tree->areas[0].themes, tree->area_count, sizeof tree->areas[0]);

	printf("%s: %s, in %s\n", import->pack, tree->name.in[tree->lang], tree->lang == LANG_SV ? "Swedish" : "English");
	printf("areas: %d\nthemes: %d\nstatements: %d\n", areas, tree->theme_count, tree->statement_count);
	for (int32_t i = 0; i < tree->audience_count; i++) {
		if (tree->audiences[i].statements > 0) {
			printf("for %s: %d\n", tree->audiences[i].id, tree->audiences[i].statements);
		}
	}
	tell_scale(import);
	if (tree->replaces != NULL) {
		printf("takes the place of: %s\n", tree->replaces);
	}
	for (int32_t i = 0; i < import->document.note_count; i++) {
		printf("note: %s\n", import->document.notes[i]);
	}
}

static void tell_rest(const struct import *import)
{
	int32_t rest = 0;

	for (int32_t i = 0; i < import->document.count; i++) {
		rest += import->document.lines[i].role == ROLE_NOTHING;
	}
	if (rest > 0) {
		printf("not placed: %d, kept as comments in the pack\n", rest);
	}
	for (int32_t i = 0; i < import->document.count; i++) {
		const struct import_line *line = &import->document.lines[i];

		if (line->role == ROLE_NOTHING) {
			printf("%s:%d: %s%s%s%s\n", import->wish->file, line->number, line->text, line->why[0] != '\0' ? " (" : "", line->why,
				line->why[0] != '\0' ? ")" : "");
		}
	}
}

int import_main(const struct import_wish *wish)
{
	struct import import = {.wish = wish, .arena = arena_create()};
	bool done = name_fits(&import) && may_write(&import) && read_document(&import) && write_pack(&import);

	if (done) {
		tell_found(&import);
		tell_rest(&import);
	}
	arena_destroy(import.arena);
	return done ? 0 : 1;
}
