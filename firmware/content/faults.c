/* What is wrong with packs: every fault with its place, collected and never thrown. */
#include "firmware/content/faults.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TEXT_BYTES 512

void faults_init(struct faults *faults, struct arena *arena)
{
	*faults = (struct faults){.arena = arena};
}

static void grow(struct faults *faults)
{
	int32_t room = faults->room == 0 ? 32 : faults->room * 2;
	struct fault *list = arena_array(faults->arena, room, sizeof *list);

	if (faults->count > 0) {
		memcpy(list, faults->list, (size_t)faults->count * sizeof *list);
	}
	faults->list = list;
	faults->room = room;
}

void faults_add(struct faults *faults, const char *file, int32_t line, int32_t column, const char *format, ...)
{
	char text[TEXT_BYTES];
	va_list values;

	if (faults->count == FAULTS_MAX) {
		return;
	}
	if (faults->count == faults->room) {
		grow(faults);
	}
	va_start(values, format);
	vsnprintf(text, sizeof text, format, values);
	va_end(values);
	faults->list[faults->count++] =
		(struct fault){file, line, column, arena_text(faults->arena, text, strlen(text))};
}

static int compare(const void *left, const void *right)
{
	const struct fault *a = left;
	const struct fault *b = right;
	int files = strcmp(a->file, b->file);

	if (files != 0) {
		return files;
	}
	if (a->line != b->line) {
		return a->line < b->line ? -1 : 1;
	}
	if (a->column != b->column) {
		return a->column < b->column ? -1 : 1;
	}
	return strcmp(a->text, b->text);
}

void faults_sort(struct faults *faults)
{
	if (faults->count > 1) {
		qsort(faults->list, (size_t)faults->count, sizeof *faults->list, compare);
	}
}
