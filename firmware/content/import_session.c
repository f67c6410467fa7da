/* A document on its way to a pack. */
#include "firmware/content/import_session.h"

#include <errno.h>
#include <stdarg.h>
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
#define FAULTS_TOLD 5

PRINTF_LIKE(2, 3) static bool fail(struct import *import, const char *format, ...)
{
	char line[IMPORT_WHY_BYTES];
	va_list values;

	va_start(values, format);
	vsnprintf(line, sizeof line, format, values);
	va_end(values);
	if (import->why[0] != '\0') {
		str_append(import->why, sizeof import->why, "\n");
	}
	str_append(import->why, sizeof import->why, line);
	return false;
}

/* A name from outside is shown like any other text. */
static bool name_fits(struct import *import)
{
	const char *name = import->how.name;

	if (name == NULL) {
		return true;
	}
	for (const char *at = name; *at != '\0'; at++) {
		if ((unsigned char)*at < 0x20 || *at == 0x7F) {
			return fail(import, "--name: it has letters that cannot be shown");
		}
	}
	if (strspn(name, " ") == strlen(name) || str_letters(name) > NAME_LETTERS_MAX || !str_valid(name, strlen(name))) {
		return fail(import, "--name: expected 1 to %d letters in UTF-8", NAME_LETTERS_MAX);
	}
	return true;
}

void import_again(struct import *import)
{
	for (int32_t i = 0; i < import->document.count; i++) {
		import->document.lines[i].place = import->places[i];
	}
	import_build(&import->document, &import->scale, import->how.name, import->how.lang, &import->tree);
	import_match(&import->tree, import->how.known);
}

bool import_begin(struct import *import, struct arena *arena, const char *path, struct import_how how)
{
	char reason[300] = "";

	*import = (struct import){.arena = arena, .how = how};
	if (!name_fits(import)) {
		return false;
	}
	if (!import_read(&import->document, arena, path, reason, sizeof reason)) {
		import->trouble = IMPORT_UNREADABLE;
		return fail(import, "%s: %s", path, reason);
	}
	import_guess(&import->document, &import->scale);
	import->places = arena_array(arena, import->document.count, sizeof *import->places);
	for (int32_t i = 0; i < import->document.count; i++) {
		import->places[i] = import->document.lines[i].place;
	}
	import_again(import);
	return true;
}

bool import_may_write(struct import *import, const char *folder, bool force)
{
	struct names names;
	const char *reason;

	if (path_kind(folder) == PATH_MISSING) {
		return true;
	}
	if (path_kind(folder) != PATH_FOLDER) {
		return fail(import, "%s: there is a file of that name; --out names the folder of the pack", folder);
	}
	if (!folder_names(import->arena, folder, &names, &reason)) {
		return fail(import, "%s: %s", folder, reason);
	}
	for (int32_t i = 0; i < names.count; i++) {
		bool own = str_equal(names.list[i], PACK_NAME);

		if (path_is_yaml(names.list[i]) && !own) {
			return fail(import, "%s: there is a pack of other files in it; choose another folder", folder);
		}
		if (own && !force) {
			return fail(import, "%s: there is an instrument in it; choose another folder, or write over it with --force", folder);
		}
	}
	return true;
}

static bool write_draft(struct import *import, const char *draft)
{
	FILE *file = fopen(draft, "wb");
	bool written;

	if (file == NULL) {
		return fail(import, "%s: %s", draft, strerror(errno));
	}
	import_write(file, &import->document, &import->scale, &import->tree);
	written = ferror(file) == 0 && fflush(file) == 0 && fsync(fileno(file)) == 0;
	if (fclose(file) != 0 || !written) {
		return fail(import, "%s: %s", draft, strerror(errno));
	}
	return true;
}

/* Reads the draft as any pack is read: what it cannot hold is said before anything is replaced. */
static bool check_draft(struct import *import, const char *draft)
{
	struct pack_set *set = pack_set_create();
	const struct import_scale *scale = &import->scale;
	const struct fault *faults;
	int32_t count;
	bool whole;

	pack_set_add(set, draft);
	whole = pack_set_finish(set);
	faults = pack_set_faults(set, &count);
	for (int32_t i = 0; i < count && i < FAULTS_TOLD; i++) {
		fail(import, "%s: what was found is no pack: %s", import->document.file, faults[i].text);
	}
	import->trouble = whole ? IMPORT_FINE : IMPORT_SCALE;   /* nothing else is made that the loader does not take */
	if (!whole && scale->count > 0) {
		fail(import, "%s:%d: the scale that was found has %d steps, from '%s' to '%s'", import->document.file, scale->line,
		     scale->count, scale->steps[0], scale->steps[scale->count - 1]);
	}
	pack_set_destroy(set);
	return whole;
}

/* The draft takes the pack's place in one step. */
bool import_save(struct import *import, const char *folder)
{
	bool made = path_kind(folder) == PATH_MISSING;
	const char *draft;
	bool done;

	import->why[0] = '\0';
	if (import->tree.statement_count == 0) {
		import->trouble = IMPORT_EMPTY;
		return fail(import, "%s: no statements were found in it; expected lists or tables of them under headings", import->document.file);
	}
	import->trouble = IMPORT_UNSAVED;
	if (made && mkdir(folder, 0777) != 0) {
		return fail(import, "%s: %s", folder, strerror(errno));
	}
	import->pack = path_join(import->arena, folder, PACK_NAME);
	draft = path_join(import->arena, folder, DRAFT_NAME ".yaml");
	done = write_draft(import, draft) && check_draft(import, draft);
	if (done && rename(draft, import->pack) != 0) {
		done = fail(import, "%s: %s", import->pack, strerror(errno));
	}
	if (!done) {
		unlink(draft);
		if (made) {
			rmdir(folder);
		}
	}
	return done;
}
