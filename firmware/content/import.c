/* From a document to a pack, and what is said about it. */
#include "firmware/content/import.h"

#include <stdio.h>
#include <string.h>

#include "firmware/content/import_session.h"

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
		rest += import->document.lines[i].place == PLACE_NOWHERE;
	}
	if (rest > 0) {
		printf("not placed: %d, kept as comments in the pack\n", rest);
	}
	for (int32_t i = 0; i < import->document.count; i++) {
		const struct import_line *line = &import->document.lines[i];

		if (line->place == PLACE_NOWHERE) {
			printf("%s:%d: %s%s%s%s\n", import->document.file, line->number, line->text, line->why[0] != '\0' ? " (" : "", line->why,
				line->why[0] != '\0' ? ")" : "");
		}
	}
}

static void complain(const struct import *import)
{
	for (const char *line = import->why; *line != '\0';) {
		size_t len = strcspn(line, "\n");

		fprintf(stderr, "samsyn: %.*s\n", (int)len, line);
		line += len + (line[len] == '\n');
	}
}

int import_main(const struct import_wish *wish)
{
	struct arena *arena = arena_create();
	struct import *import = arena_alloc(arena, sizeof *import);
	struct import_how how = {.name = wish->name, .lang = wish->lang, .known = wish->known};
	bool done;

	*import = (struct import){.arena = arena};
	done = import_may_write(import, wish->out, wish->force) && import_begin(import, arena, wish->file, how) &&
	       import_save(import, wish->out);
	if (done) {
		tell_found(import);
		tell_rest(import);
	} else {
		complain(import);
	}
	arena_destroy(arena);
	return done ? 0 : 1;
}
