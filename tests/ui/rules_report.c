/* What the walk found. */
#include "tests/ui/rules_report.h"

#include <stdlib.h>
#include <string.h>

#include "firmware/base/str.h"

#define SCREENS_MAX 40
#define ENTRIES_MAX (SCREENS_MAX * (int32_t)RULE_COUNT)
#define NAME_SIZE 40
#define EXAMPLES 6
#define PANELS 16
#define PANEL_SIZE 24
#define EXAMPLE_SIZE 400

struct entry {
	char screen[NAME_SIZE];
	enum rule rule;
	int32_t found;
	int32_t examples;
	char places[EXAMPLES][NAME_SIZE];
	char example[EXAMPLES][EXAMPLE_SIZE];
	int32_t panels;
	struct {
		char name[PANEL_SIZE];
		int32_t found;
	} panel[PANELS];
};

struct report {
	int32_t count;
	struct entry entries[ENTRIES_MAX];
};

struct report *report_create(void)
{
	struct report *report = calloc(1, sizeof *report);

	if (report == NULL) {
		abort();
	}
	return report;
}

void report_destroy(struct report *report)
{
	free(report);
}

static struct entry *entry_of(struct report *report, const char *screen, enum rule rule)
{
	for (int32_t i = 0; i < report->count; i++) {
		if (report->entries[i].rule == rule && str_equal(report->entries[i].screen, screen)) {
			return &report->entries[i];
		}
	}
	assert(report->count < ENTRIES_MAX);
	struct entry *entry = &report->entries[report->count++];

	str_copy(entry->screen, sizeof entry->screen, screen);
	entry->rule = rule;
	return entry;
}

/* Counts the panel, which is the first word of the look, and whether the text was large. */
static void add_panel(struct entry *entry, const char *look)
{
	char name[PANEL_SIZE];
	int32_t i = 0;

	snprintf(name, sizeof name, "%.*s%s", (int)strcspn(look, " "), look, strstr(look, "large") != NULL ? " large" : "");
	while (i < entry->panels && !str_equal(entry->panel[i].name, name)) {
		i++;
	}
	if (i == entry->panels && entry->panels < PANELS) {
		str_copy(entry->panel[entry->panels++].name, PANEL_SIZE, name);
	}
	if (i < entry->panels) {
		entry->panel[i].found++;
	}
}

/* One example a place, so that the list says where to look. */
bool report_add(struct report *report, const char *place, const char *look, enum rule rule, const char *about)
{
	char screen[NAME_SIZE];
	struct entry *entry;

	snprintf(screen, sizeof screen, "%.*s", (int)strcspn(place, "/"), place);
	entry = entry_of(report, screen, rule);
	entry->found++;
	add_panel(entry, look);
	for (int32_t i = 0; i < entry->examples; i++) {
		if (str_equal(entry->places[i], place)) {
			return false;
		}
	}
	if (entry->examples == EXAMPLES) {
		return false;
	}
	str_copy(entry->places[entry->examples], NAME_SIZE, place);
	snprintf(entry->example[entry->examples], EXAMPLE_SIZE, "%s [%s] %s", place, look, about);
	entry->examples++;
	return true;
}

static int by_screen(const void *a, const void *b)
{
	const struct entry *left = a, *right = b;
	const int order = strcmp(left->screen, right->screen);

	return order != 0 ? order : (int)left->rule - (int)right->rule;
}

static void print_entry(const struct entry *entry, FILE *out)
{
	fprintf(out, "BROKEN %s %s: %d times:", entry->screen, rule_name(entry->rule), entry->found);
	for (int32_t i = 0; i < entry->panels; i++) {
		fprintf(out, "%s %s (%d)", i > 0 ? "," : "", entry->panel[i].name, entry->panel[i].found);
	}
	fputc('\n', out);
	for (int32_t i = 0; i < entry->examples; i++) {
		fprintf(out, "      %s\n", entry->example[i]);
	}
}

int32_t report_print(struct report *report, FILE *out)
{
	qsort(report->entries, (size_t)report->count, sizeof report->entries[0], by_screen);
	for (int32_t i = 0; i < report->count; i++) {
		print_entry(&report->entries[i], out);
	}
	return report->count;
}
