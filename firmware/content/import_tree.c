/* The instrument that lines with places make. */
#include "firmware/content/import_tree.h"

#include <stdio.h>
#include <string.h>

#include "firmware/base/str.h"
#include "firmware/content/import_guess.h"
#include "firmware/content/import_words.h"

#define SHORT_LETTERS_MAX 28     /* of a name that needs no shorter one */
#define NAME_BYTES 1300

struct builder {
	struct import_document *document;
	struct import_tree *tree;
	int32_t audience, area, theme;   /* where we are; -1 for nowhere */
	bool full;                       /* a pack holds no more */
};

static struct words none(void)
{
	return (struct words){.in = {"", ""}};
}

static struct words in_lang(const struct import_tree *tree, const char *text)
{
	struct words words = none();

	words.in[tree->lang] = text;
	return words;
}

static const char *copied(const struct builder *builder, const char *text)
{
	return arena_text(builder->document->arena, text, strlen(text));
}

static enum lang language_of(const struct import_document *document)
{
	int32_t swedish = 0;

	for (int32_t i = 0; i < document->count; i++) {
		swedish += swedish_words(document->lines[i].text);
	}
	return swedish >= 0 ? LANG_SV : LANG_EN;
}

/* Without the colon that ends it, with a capital. */
static const char *named(const struct builder *builder, const char *text)
{
	char *name = arena_alloc(builder->document->arena, strlen(text) + 5);
	const char *rest = text;
	uint32_t first = str_next(&rest);
	size_t len = first == 0 ? 0 : str_encode(str_capital(first), name);

	memcpy(name + len, rest, strlen(rest) + 1);
	len = strlen(name);
	while (len > 1 && strchr(": *_#", name[len - 1]) != NULL) {
		name[--len] = '\0';
	}
	return name;
}

/* Of "Påståenden för dig som är lärare" what says whom: from the first word to the last that is not around it. */
static const char *audience_of(const struct builder *builder, const char *text)
{
	const char *from = NULL, *to = NULL;
	char *name;

	for (const char *at = text; *at != '\0';) {
		size_t len = strcspn(at, " ");
		char folded[FOLDED_BYTES];

		fold(arena_text(builder->document->arena, at, len), folded);
		if (folded_begins(folded, words_audience) || !folded_begins(folded, words_around)) {
			from = from == NULL ? at : from;
			to = at + len;
		}
		at += len + strspn(at + len, " ");
	}
	if (from == NULL) {
		return text;
	}
	name = arena_text(builder->document->arena, from, (size_t)(to - from));
	for (size_t len = strlen(name); len > 1 && strchr("':,.-", name[len - 1]) != NULL; len--) {
		name[len - 1] = '\0';
	}
	return name;
}

/* The short form of "Ledarskap som främjar lärande": up to where it says what it is for. */
static const char *shortened(const struct builder *builder, const char *name)
{
	static const char *const joints[] = {" för ", " med ", " som ", " – ", " - ", ": ", " (", " och ", " for ", " with ", " that ", " which ", " and "};
	size_t shortest = strlen(name);

	if (str_letters(name) <= SHORT_LETTERS_MAX) {
		return "";
	}
	for (size_t i = 0; i < ARRAY_LEN(joints); i++) {
		const char *found = strstr(name, joints[i]);

		if (found != NULL && found > name + 2 && (size_t)(found - name) < shortest) {
			shortest = (size_t)(found - name);
		}
	}
	return shortest == strlen(name) ? "" : arena_text(builder->document->arena, name, shortest);
}

static bool id_taken(const char *id, const void *first, int32_t count, size_t size)
{
	for (int32_t i = 0; i < count; i++) {
		if (str_equal(id, (const char *)first + (size_t)i * size)) {
			return true;
		}
	}
	return false;
}

/* An id out of a name that no other of the `count` ids has, which stand first in structs of `size` bytes. */
static void make_id(const char *name, const char *otherwise, char *id, size_t most, const void *first, int32_t count, size_t size)
{
	char plain[FOLDED_BYTES];

	slug(name, plain, most);
	str_copy(id, ID_BYTES, plain[0] != '\0' ? plain : otherwise);
	for (int32_t i = 2; id_taken(id, first, count, size); i++) {
		snprintf(id, ID_BYTES, "%.*s-%d", (int)most, plain[0] != '\0' ? plain : otherwise, i);
	}
}

static void refuse(const struct builder *builder, int32_t line, const char *why)
{
	if (line >= 0) {
		builder->document->lines[line].place = PLACE_NOWHERE;
		builder->document->lines[line].why = why;
	}
}

static void take_audience(struct builder *builder, const char *name, int32_t line)
{
	struct import_tree *tree = builder->tree;
	struct import_audience *audience;
	uint64_t key = words_key(name);

	for (builder->audience = 0; builder->audience < tree->audience_count; builder->audience++) {
		if (tree->audiences[builder->audience].key == key) {
			return;
		}
	}
	if (tree->audience_count == IMPORT_AUDIENCES_MAX) {
		builder->audience = IMPORT_AUDIENCES_MAX - 1;
		refuse(builder, line, "there are more audiences than a pack can have; it goes with the one before");
		return;
	}
	audience = &tree->audiences[tree->audience_count];
	*audience = (struct import_audience){.name = in_lang(tree, name), .key = key, .line = line};
	make_id(name, "grupp", audience->id, AUDIENCE_ID_MAX, tree->audiences, tree->audience_count, sizeof *audience);
	builder->audience = tree->audience_count++;
}

/* False if there is no room for one more. */
static bool take_area(struct builder *builder, const char *name, int32_t line)
{
	struct import_tree *tree = builder->tree;
	struct import_area *area;
	uint64_t key = words_key(name);
	const char *brief = shortened(builder, name);

	builder->theme = -1;
	for (builder->area = 0; builder->area < tree->area_count; builder->area++) {
		if (tree->areas[builder->area].key == key) {
			return true;
		}
	}
	if (tree->area_count == IMPORT_AREAS_MAX) {
		builder->area = IMPORT_AREAS_MAX - 1;
		refuse(builder, line, "there are more areas than a pack can have; it goes with the one before");
		return false;
	}
	area = &tree->areas[tree->area_count];
	*area = (struct import_area){.name = in_lang(tree, name), .short_name = in_lang(tree, brief), .intro = "", .key = key, .line = line};
	make_id(brief[0] != '\0' ? brief : name, "omrade", area->id, AREA_ID_MAX, tree->areas, tree->area_count, sizeof *area);
	builder->area = tree->area_count++;
	return true;
}

/* "name (2)", "(3)" and so on: where one is full. */
static const char *next_part(const struct builder *builder, const char *name)
{
	char text[NAME_BYTES];
	size_t len = strlen(name);
	int32_t part = 2;

	if (len > 4 && name[len - 1] == ')') {
		const char *open = strrchr(name, '(');
		int32_t read = 0;

		if (open != NULL && open > name + 1 && sscanf(open, "(%d)", &read) == 1 && read > 1 && read < 10000) {
			part = read + 1;
			len = (size_t)(open - name) - 1;
		}
	}
	snprintf(text, sizeof text, "%.*s (%d)", (int)min_i32((int32_t)len, NAME_BYTES - 16), name, part);
	return copied(builder, text);
}

static void take_theme(struct builder *builder, const char *name, int32_t line)
{
	struct import_tree *tree = builder->tree;
	uint64_t key = words_key(name);

	if (builder->area < 0) {
		(void)take_area(builder, tree->name.in[tree->lang], -1);
	}
	for (builder->theme = 0; builder->theme < tree->theme_count; builder->theme++) {
		if (tree->themes[builder->theme].key == key && tree->themes[builder->theme].area == builder->area) {
			return;
		}
	}
	if (tree->areas[builder->area].themes == THEMES_MAX) {
		builder->theme = -1;
		if (take_area(builder, next_part(builder, tree->areas[builder->area].name.in[tree->lang]), -1)) {
			take_theme(builder, name, line);
		} else {
			builder->full = true;
		}
		return;
	}
	tree->themes[tree->theme_count] = (struct import_theme){.name = in_lang(tree, name), .key = key, .line = line, .area = builder->area};
	tree->themes[tree->theme_count].number = ++tree->areas[builder->area].themes;
	builder->theme = tree->theme_count++;
}

/* Where the next statement goes: a theme with room in an area with room. */
static void find_room(struct builder *builder)
{
	struct import_tree *tree = builder->tree;

	if (builder->audience < 0) {
		take_audience(builder, tree->lang == LANG_SV ? "Alla" : "Everyone", -1);
	}
	if (builder->theme < 0) {
		const char *area = builder->area < 0 ? tree->name.in[tree->lang] : tree->areas[builder->area].name.in[tree->lang];

		take_theme(builder, area, -1);
	}
	while (!builder->full && tree->areas[builder->area].statements[builder->audience] == STATEMENTS_MAX) {
		struct import_theme theme = tree->themes[builder->theme];

		if (take_area(builder, next_part(builder, tree->areas[builder->area].name.in[tree->lang]), -1)) {
			take_theme(builder, theme.name.in[tree->lang], theme.line);
		} else {
			builder->full = true;
		}
	}
}

static void take_statement(struct builder *builder, int32_t line)
{
	struct import_tree *tree = builder->tree;
	struct import_line *said = &builder->document->lines[line];
	struct import_statement statement = {.line = line, .key = text_key(said->text)};

	if (str_letters(said->text) > STATEMENT_LETTERS_MAX) {
		refuse(builder, line, "too long for a statement");
		return;
	}
	if (!builder->full) {
		find_room(builder);
	}
	if (builder->full) {
		refuse(builder, line, "there are more statements than a pack can hold");
		return;
	}
	statement.theme = builder->theme;
	statement.audience = builder->audience;
	for (int32_t i = 0; i < tree->statement_count; i++) {
		const struct import_statement *before = &tree->statements[i];

		if (before->key == statement.key && before->theme == statement.theme && before->audience == statement.audience) {
			refuse(builder, line, "says the same as one before it in its theme");
			return;
		}
	}
	tree->statements[tree->statement_count++] = statement;
	tree->themes[builder->theme].statements[builder->audience]++;
	tree->areas[builder->area].statements[builder->audience]++;
	tree->audiences[builder->audience].statements++;
}

static void take_intro(struct builder *builder, int32_t line)
{
	struct import_area *area = builder->area < 0 ? NULL : &builder->tree->areas[builder->area];
	const char *more = builder->document->lines[line].text;
	size_t len = area == NULL ? 0 : strlen(area->intro);
	char *text;

	if (area == NULL || str_letters(area->intro) + str_letters(more) > INTRO_LETTERS_MAX) {
		refuse(builder, line, area == NULL ? "introduces no area" : "is more than an introduction holds");
		return;
	}
	text = arena_alloc(builder->document->arena, len + strlen(more) + 2);
	snprintf(text, len + strlen(more) + 2, "%s%s%s", area->intro, len > 0 ? " " : "", more);
	area->intro = text;
}

static void take(struct builder *builder, int32_t line)
{
	const char *text = builder->document->lines[line].text;
	enum import_place place = builder->document->lines[line].place;

	if ((place == PLACE_AUDIENCE || place == PLACE_AREA || place == PLACE_THEME) && str_letters(text) > NAME_LETTERS_MAX) {
		refuse(builder, line, "too long for a name");
		return;
	}
	switch (place) {
	case PLACE_AUDIENCE: take_audience(builder, named(builder, audience_of(builder, text)), line); return;
	case PLACE_AREA: (void)take_area(builder, named(builder, text), line); return;
	case PLACE_THEME: take_theme(builder, named(builder, text), line); return;
	case PLACE_STATEMENT: take_statement(builder, line); return;
	case PLACE_INTRO: take_intro(builder, line); return;
	case PLACE_NAME:
	case PLACE_SCALE:
	case PLACE_QUESTION:
	case PLACE_NOWHERE: return;
	}
}

/* Where nobody is named, the statements speak to whoever the instrument is for: as a choice it has the instrument's name. */
static void name_nobody(struct import_tree *tree)
{
	if (tree->audience_count == 1 && tree->audiences[0].line < 0) {
		tree->audiences[0].name = tree->name;
	}
}

/* What heads nothing is not in the pack. Its places are given up, so that numbers follow each other. */
static void drop_empty(struct builder *builder)
{
	struct import_tree *tree = builder->tree;
	int32_t *to = arena_array(builder->document->arena, tree->theme_count + 1, sizeof *to);
	int32_t themes = 0;

	for (int32_t i = 0; i < tree->area_count; i++) {
		tree->areas[i].themes = 0;
	}
	for (int32_t i = 0; i < tree->theme_count; i++) {
		struct import_theme theme = tree->themes[i];
		int32_t statements = 0;

		for (int32_t j = 0; j < tree->audience_count; j++) {
			statements += theme.statements[j];
		}
		if (statements == 0) {
			refuse(builder, theme.line, "has no statements");
			continue;
		}
		theme.number = ++tree->areas[theme.area].themes;
		theme.first = -1;
		to[i] = themes;
		tree->themes[themes++] = theme;
	}
	tree->theme_count = themes;
	for (int32_t i = tree->statement_count - 1; i >= 0; i--) {
		struct import_statement *statement = &tree->statements[i];

		statement->theme = to[statement->theme];
		statement->next = tree->themes[statement->theme].first;
		tree->themes[statement->theme].first = i;
	}
	for (int32_t i = 0; i < tree->area_count; i++) {
		if (tree->areas[i].themes == 0) {
			refuse(builder, tree->areas[i].line, "has no statements");
		}
	}
	for (int32_t i = 0; i < tree->audience_count; i++) {
		if (tree->audiences[i].statements == 0) {
			refuse(builder, tree->audiences[i].line, "has no statements");
		}
	}
}

static void take_scale(struct import_tree *tree, const struct import_scale *scale)
{
	static const struct words usual[] = {
		{.in = {"stämmer inte", "not true"}}, {.in = {"stämmer till viss del", "true to some extent"}},
		{.in = {"stämmer till stor del", "true to a large extent"}}, {.in = {"stämmer", "true"}}};

	tree->unsure = (struct words){.in = {"vet inte", "don't know"}};
	for (int32_t i = 0; i < IMPORT_LABELS_MAX; i++) {
		tree->steps[i] = tree->short_steps[i] = none();
	}
	for (int32_t i = 0; i < scale->count; i++) {
		tree->steps[i] = in_lang(tree, scale->steps[i]);
	}
	if (scale->unsure != NULL) {
		tree->unsure = in_lang(tree, scale->unsure);
	}
	for (size_t i = 0; scale->count == 0 && i < ARRAY_LEN(usual); i++) {
		tree->steps[i] = usual[i];
	}
}

static const char *file_stem(const struct builder *builder)
{
	const char *name = builder->document->name;
	const char *dot = strrchr(name, '.');

	return arena_text(builder->document->arena, name, dot != NULL && dot > name ? (size_t)(dot - name) : strlen(name));
}

static const char *title_of(const struct builder *builder)
{
	for (int32_t i = 0; i < builder->document->count; i++) {
		if (builder->document->lines[i].place == PLACE_NAME) {
			return named(builder, builder->document->lines[i].text);   /* of any length: --name gives a shorter one */
		}
	}
	return named(builder, file_stem(builder));
}

void import_build(struct import_document *document, const struct import_scale *scale, const char *name, enum lang lang,
	struct import_tree *tree)
{
	struct builder builder = {.document = document, .tree = tree, .audience = -1, .area = -1, .theme = -1};

	*tree = (struct import_tree){.lang = lang != LANG_COUNT ? lang : language_of(document)};
	tree->areas = arena_array(document->arena, IMPORT_AREAS_MAX, sizeof *tree->areas);
	tree->themes = arena_array(document->arena, 2 * document->count + 1, sizeof *tree->themes);
	tree->statements = arena_array(document->arena, document->count, sizeof *tree->statements);
	tree->name = in_lang(tree, name != NULL ? name : title_of(&builder));
	slug(tree->name.in[tree->lang], tree->id, INSTRUMENT_ID_MAX);
	str_copy(tree->id, sizeof tree->id, tree->id[0] != '\0' ? tree->id : "underlag");
	take_scale(tree, scale);
	for (int32_t i = 0; i < document->count; i++) {
		take(&builder, i);
	}
	drop_empty(&builder);
	name_nobody(tree);
}
