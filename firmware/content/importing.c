/* Documents in a folder, looked through and corrected by people before one becomes a pack. */
#include "firmware/content/importing.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "firmware/base/str.h"
#include "firmware/content/files.h"
#include "firmware/content/import_session.h"

struct importing {
	struct arena *arena;         /* what lasts */
	struct arena *listed;        /* the names in the folder */
	struct arena *read;          /* the document */
	const char *folder, *packs;
	struct import import;
	struct view_import_line *placed, *rest;
	struct import_look look;
};

struct importing *importing_create(const char *folder, const char *packs)
{
	struct arena *arena = arena_create();
	struct importing *importing = arena_alloc(arena, sizeof *importing);

	importing->arena = arena;
	importing->folder = arena_text(arena, folder, strlen(folder));
	importing->packs = arena_text(arena, packs, strlen(packs));
	importing->look.folder = importing->folder;
	return importing;
}

void importing_destroy(struct importing *importing)
{
	if (importing != NULL) {
		arena_destroy(importing->listed);
		arena_destroy(importing->read);
		arena_destroy(importing->arena);
	}
}

static bool is_document(const char *name)
{
	static const char *const endings[] = {".txt", ".md", ".markdown", ".docx", ".TXT", ".MD", ".DOCX"};
	size_t len = strlen(name);

	for (size_t i = 0; i < ARRAY_LEN(endings); i++) {
		size_t end = strlen(endings[i]);

		if (len > end && str_equal(name + len - end, endings[i])) {
			return str_valid(name, len);
		}
	}
	return false;
}

void importing_list(struct importing *importing)
{
	struct import_look *look = &importing->look;
	struct names names;
	const char *reason;

	arena_destroy(importing->listed);
	importing->listed = arena_create();
	look->file_count = 0;
	if (!folder_names(importing->listed, importing->folder, &names, &reason)) {
		return;   /* a folder that is not there holds nothing */
	}
	for (int32_t i = 0; i < names.count && look->file_count < IMPORT_FILES_MAX; i++) {
		if (is_document(names.list[i])) {
			look->files[look->file_count++] = names.list[i];
		}
	}
}

static void tell_lines(struct importing *importing)
{
	struct import_look *look = &importing->look;
	const struct import_document *document = &importing->import.document;

	look->placed_count = look->rest_count = 0;
	for (int32_t i = 0; i < document->count; i++) {
		const struct import_line *line = &document->lines[i];
		struct view_import_line told = {.text = line->text, .line = i + 1, .place = line->place};

		if (line->place == PLACE_NOWHERE) {
			importing->rest[look->rest_count++] = told;
		} else {
			importing->placed[look->placed_count++] = told;
		}
	}
}

static void tell(struct importing *importing)
{
	struct import_look *look = &importing->look;
	const struct import_tree *tree = &importing->import.tree;

	look->name = tree->name.in[tree->lang];
	look->id = tree->id;
	look->areas = 0;
	for (int32_t i = 0; i < tree->area_count; i++) {
		look->areas += tree->areas[i].themes > 0;
	}
	look->themes = tree->theme_count;
	look->statements = tree->statement_count;
	look->steps = importing->import.scale.count;
	look->replaces = tree->replaces != NULL;
	tell_lines(importing);
}

void importing_open_file(struct importing *importing, int32_t file, const struct material *known)
{
	struct import_look *look = &importing->look;
	struct import_how how = {.lang = LANG_COUNT, .known = known};
	const char *path;

	arena_destroy(importing->read);
	importing->read = NULL;
	look->opened = 0;
	look->used = false;
	look->trouble = IMPORT_FINE;
	look->placed_count = look->rest_count = 0;
	if (file < 1 || file > look->file_count) {
		return;
	}
	importing->read = arena_create();
	look->opened = file;
	look->name = look->files[file - 1];
	path = path_join(importing->read, importing->folder, look->files[file - 1]);
	if (!import_begin(&importing->import, importing->read, path, how)) {
		look->trouble = importing->import.trouble;
		return;
	}
	look->placed = importing->placed = arena_array(importing->read, importing->import.document.count, sizeof *importing->placed);
	look->rest = importing->rest = arena_array(importing->read, importing->import.document.count, sizeof *importing->rest);
	tell(importing);
}

void importing_place(struct importing *importing, int32_t line, enum import_place place)
{
	struct import *import = &importing->import;

	if (importing->look.opened == 0 || importing->look.trouble == IMPORT_UNREADABLE || line < 1 || line > import->document.count) {
		return;
	}
	import->places[line - 1] = place;
	import_again(import);
	importing->look.trouble = IMPORT_FINE;
	importing->look.used = false;
	tell(importing);
}

bool importing_use(struct importing *importing)
{
	struct import *import = &importing->import;
	struct import_look *look = &importing->look;
	const char *folder;
	bool made;

	if (look->opened == 0 || look->trouble == IMPORT_UNREADABLE) {
		return false;
	}
	folder = path_join(importing->read, importing->packs, import->tree.id);
	made = mkdir(importing->packs, 0777) == 0 || errno == EEXIST;
	look->used = made && import_may_write(import, folder, true) && import_save(import, folder);
	if (!look->used) {
		(void)rmdir(importing->packs);   /* unless there are others in it */
	}
	look->trouble = look->used ? IMPORT_FINE : import->trouble == IMPORT_FINE ? IMPORT_UNSAVED : import->trouble;
	return look->used;
}

const struct import_look *importing_look(const struct importing *importing)
{
	return &importing->look;
}
