/* The pack that a document makes, as YAML. */
#include "firmware/content/import_write.h"

#include <stdarg.h>
#include <string.h>

#include "firmware/base/str.h"
#include "firmware/content/import_words.h"

#define LINES_TOLD 16

static const char *const language_keys[LANG_COUNT] = {[LANG_SV] = "sv", [LANG_EN] = "en"};

static void write_quoted(FILE *out, const char *text)
{
	fputc('"', out);
	for (; *text != '\0'; text++) {
		if (*text == '"' || *text == '\\') {
			fputc('\\', out);
		}
		fputc(*text, out);
	}
	fputc('"', out);
}

/* {sv: "...", en: "..."}, of the languages that there are. */
static void write_words(FILE *out, struct words words)
{
	bool first = true;

	fputc('{', out);
	for (int32_t lang = 0; lang < LANG_COUNT; lang++) {
		if (words.in[lang] != NULL && words.in[lang][0] != '\0') {
			fprintf(out, "%s%s: ", first ? "" : ", ", language_keys[lang]);
			write_quoted(out, words.in[lang]);
			first = false;
		}
	}
	fputc('}', out);
}

static void write_field(FILE *out, const char *key, struct words words)
{
	fputs(key, out);
	write_words(out, words);
	fputc('\n', out);
}

/* What stood before a line's text and says something: "2.1", "Område 1:". */
static void write_mark(FILE *out, const struct import_document *document, int32_t line)
{
	char folded[FOLDED_BYTES];

	if (line >= 0) {
		fold(document->lines[line].mark, folded);
		if (folded[1] != '\0') {
			fprintf(out, "   # %s", document->lines[line].mark);
		}
	}
	fputc('\n', out);
}

static struct words both(struct arena *arena, const char *swedish, const char *english, const char *name)
{
	struct words words;
	size_t cap = strlen(swedish) + strlen(english) + strlen(name) + 16;
	char *sv = arena_alloc(arena, cap), *en = arena_alloc(arena, cap);

	snprintf(sv, cap, "%s”%s”.", swedish, name);
	snprintf(en, cap, "%s“%s”.", english, name);
	words.in[LANG_SV] = sv;
	words.in[LANG_EN] = en;
	return words;
}

/* The lines of one place in the document's words, as comments. What comes again, such as a scale under every statement, once. */
static void write_lines(FILE *out, const struct import_document *document, enum import_place place)
{
	uint64_t told[LINES_TOLD];
	int32_t count = 0;

	for (int32_t i = 0; i < document->count; i++) {
		const struct import_line *line = &document->lines[i];
		uint64_t key = text_key(line->text);
		bool again = false;

		for (int32_t j = 0; j < count; j++) {
			again = again || told[j] == key;
		}
		if (line->place == place && !again) {
			fprintf(out, "  # %d: %s%s%s\n", line->number, line->mark, line->mark[0] != '\0' ? " " : "", line->text);
			if (count < LINES_TOLD) {
				told[count++] = key;
			}
		}
	}
}

static void write_scale(FILE *out, const struct import_document *document, const struct import_scale *scale, const struct import_tree *tree)
{
	if (scale->count == 0) {
		fprintf(out, "  # No scale was found; this is the usual one.\n");
	}
	write_lines(out, document, PLACE_SCALE);
	fprintf(out, "  scale:\n    steps:\n");
	for (int32_t i = 0; i < IMPORT_LABELS_MAX && tree->steps[i].in[tree->lang][0] != '\0'; i++) {
		write_field(out, "      - ", tree->steps[i]);
	}
	write_field(out, "    unsure: ", tree->unsure);
	for (int32_t i = 0; tree->has_short && i < IMPORT_LABELS_MAX && tree->short_steps[i].in[tree->lang][0] != '\0'; i++) {
		write_field(out, i == 0 ? "    short:\n      - " : "      - ", tree->short_steps[i]);
	}
}

static void write_questions(FILE *out, const struct import_document *document, const struct import_tree *tree)
{
	int32_t count = 0;

	for (int32_t i = 0; i < document->count; i++) {
		if (document->lines[i].place == PLACE_QUESTION && count < QUESTIONS_MAX) {
			struct words words = {.in = {"", ""}};

			words.in[tree->lang] = document->lines[i].text;
			write_field(out, count == 0 ? "  questions:\n    - " : "    - ", words);
			count++;
		}
	}
}

static void write_audiences(FILE *out, const struct import_document *document, const struct import_tree *tree)
{
	write_lines(out, document, PLACE_AUDIENCE);
	fprintf(out, "  audiences:\n");
	for (int32_t i = 0; i < tree->audience_count; i++) {
		if (tree->audiences[i].statements > 0) {
			fprintf(out, "    - {id: %s, name: ", tree->audiences[i].id);
			write_words(out, tree->audiences[i].name);
			fprintf(out, "}\n");
		}
	}
}

static void write_theme(FILE *out, const struct import_document *document, const struct import_tree *tree, int32_t at)
{
	const struct import_theme *theme = &tree->themes[at];

	fprintf(out, "        - name: ");
	write_words(out, theme->name);
	write_mark(out, document, theme->line);
	fprintf(out, "          statements:\n");
	for (int32_t audience = 0; audience < tree->audience_count; audience++) {
		if (theme->statements[audience] == 0) {
			continue;
		}
		fprintf(out, "            %s:\n", tree->audiences[audience].id);
		for (int32_t i = theme->first; i >= 0; i = tree->statements[i].next) {
			const struct import_statement *statement = &tree->statements[i];

			if (statement->audience == audience) {
				fprintf(out, "              - {%s: ", language_keys[tree->lang]);
				write_quoted(out, document->lines[statement->line].text);
				fprintf(out, "}");
				write_mark(out, document, statement->line);
			}
		}
	}
}

static void write_area(FILE *out, const struct import_document *document, const struct import_tree *tree, int32_t at)
{
	const struct import_area *area = &tree->areas[at];

	fprintf(out, "    - id: %s\n      name: ", area->id);
	write_words(out, area->name);
	write_mark(out, document, area->line);
	if (area->short_name.in[tree->lang][0] != '\0') {
		write_field(out, "      short: ", area->short_name);
	}
	if (area->intro[0] != '\0') {
		struct words intro = {.in = {"", ""}};

		intro.in[tree->lang] = area->intro;
		write_field(out, "      intro: ", intro);
	}
	fprintf(out, "      themes:\n");
	for (int32_t number = 1; number <= area->themes; number++) {
		for (int32_t i = 0; i < tree->theme_count; i++) {
			if (tree->themes[i].area == at && tree->themes[i].number == number) {
				write_theme(out, document, tree, i);
			}
		}
	}
}

/* Nothing of the document is lost: what found no place follows, in its order. */
static void write_rest(FILE *out, const struct import_document *document)
{
	bool first = true;

	for (int32_t i = 0; i < document->count; i++) {
		const struct import_line *line = &document->lines[i];

		if (line->place != PLACE_NOWHERE) {
			continue;
		}
		if (first) {
			fprintf(out, "\n# What found no place, each with its %s in the document:\n", document->unit);
			first = false;
		}
		fprintf(out, "# %d: %s%s%s%s%s%s\n", line->number, line->mark, line->mark[0] != '\0' ? " " : "", line->text,
			line->why[0] != '\0' ? " (" : "", line->why, line->why[0] != '\0' ? ")" : "");
	}
}

void import_write(FILE *out, const struct import_document *document, const struct import_scale *scale, const struct import_tree *tree)
{
	fprintf(out, "# Made by \"samsyn import\" out of %s. The statements are its own words.\n", document->name);
	fprintf(out, "pack:\n  id: %s\n  name: ", tree->id);
	write_words(out, tree->name);
	fprintf(out, "\n  version: 1\n  languages: [%s]\n\ninstrument:\n  id: %s\n  name: ", language_keys[tree->lang], tree->id);
	write_words(out, tree->name);
	fputc('\n', out);
	write_field(out, "  wording: ", both(document->arena, "Ordagrant ur ", "Word for word from ", tree->name.in[tree->lang]));
	write_scale(out, document, scale, tree);
	write_questions(out, document, tree);
	write_audiences(out, document, tree);
	fprintf(out, "  areas:\n");
	for (int32_t i = 0; i < tree->area_count; i++) {
		if (tree->areas[i].themes > 0) {
			write_area(out, document, tree, i);
		}
	}
	write_rest(out, document);
}
