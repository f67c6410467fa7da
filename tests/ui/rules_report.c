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
	bool known, only_long;
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

static void know(struct report *report, char *line)
{
	char *rest = line + strcspn(line, "#\n");

	*rest = '\0';
	for (int32_t rule = 0; rule < RULE_COUNT; rule++) {
		const char *name = rule_name((enum rule)rule);
		const char *at = strstr(line, name);
		const size_t len = at != NULL ? strlen(name) : 0;

		/* The name of a rule stands between blanks; what is before it is the screen. */
		if (at != NULL && at > line && at[-1] == ' ' && (at[len] == '\0' || at[len] == ' ')) {
			line[at - 1 - line] = '\0';
			struct entry *entry = entry_of(report, line, (enum rule)rule);

			entry->known = true;
			entry->only_long = strstr(at + len, "long") != NULL;
			return;
		}
	}
}

bool report_know(struct report *report, const char *path)
{
	FILE *file = fopen(path, "r");
	char line[200];

	if (file == NULL) {
		return false;
	}
	while (fgets(line, sizeof line, file) != NULL) {
		know(report, line);
	}
	fclose(file);
	return true;
}

static int by_screen(const void *a, const void *b)
{
	const struct entry *left = a, *right = b;
	const int order = strcmp(left->screen, right->screen);

	return order != 0 ? order : (int)left->rule - (int)right->rule;
}

static void print_entry(const struct entry *entry, const char *what, FILE *out)
{
	fprintf(out, "%s %s %s: %d times:", what, entry->screen, rule_name(entry->rule), entry->found);
	for (int32_t i = 0; i < entry->panels; i++) {
		fprintf(out, "%s %s (%d)", i > 0 ? "," : "", entry->panel[i].name, entry->panel[i].found);
	}
	fputc('\n', out);
	for (int32_t i = 0; i < entry->examples; i++) {
		fprintf(out, "      %s\n", entry->example[i]);
	}
}

int32_t report_print(const struct report *report, bool whole, bool lengthy, FILE *out)
{
	struct report *sorted = report_create();
	int32_t wrong = 0;

	*sorted = *report;
	qsort(sorted->entries, (size_t)sorted->count, sizeof sorted->entries[0], by_screen);
	for (int32_t i = 0; i < sorted->count; i++) {
		const struct entry *entry = &sorted->entries[i];

		if (entry->found > 0 && !entry->known) {
			print_entry(entry, "BROKEN", out);
			wrong++;
		} else if (entry->found > 0) {
			print_entry(entry, "known ", out);
		} else if (whole && (lengthy || !entry->only_long)) {
			fprintf(out, "MENDED %s %s: take it off the list of known faults\n", entry->screen, rule_name(entry->rule));
			wrong++;
		}
	}
	report_destroy(sorted);
	return wrong;
}
