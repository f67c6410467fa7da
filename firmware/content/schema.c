/* The walk from YAML nodes to C structs. */
#include "firmware/content/schema.h"

#include <stdio.h>
#include <string.h>

#include "firmware/base/str.h"

#define QUOTE_BYTES 48

static const char *const language_keys[LANG_COUNT] = {[LANG_SV] = "sv", [LANG_EN] = "en"};

struct words words_none(void)
{
	struct words none;

	for (int32_t lang = 0; lang < LANG_COUNT; lang++) {
		none.in[lang] = "";
	}
	return none;
}

/* What a node is, for "found ...". A text that its file has in quotes is shown in double ones: "1" is no number. */
static const char *found(struct reader *reader, const struct node *node)
{
	const char *quote = node->plain ? "'" : "\"";
	char quoted[QUOTE_BYTES] = "";

	if (node->kind == NODE_LIST) {
		return "a list";
	}
	if (node->kind != NODE_SCALAR) {
		return "a map";
	}
	if (node->text[0] == '\0') {
		return "nothing";
	}
	str_append(quoted, sizeof quoted, quote);
	str_append(quoted, sizeof quoted - 4, node->text);
	str_append(quoted, sizeof quoted, strlen(quoted) - 1 < strlen(node->text) ? "..." : quote);
	return arena_text(reader->arena, quoted, strlen(quoted));
}

/* False for a node of another kind, with a fault unless there is one already. */
static bool is_kind(struct reader *reader, const struct node *node, enum node_kind kind, const char *expected)
{
	if (node->kind == NODE_BAD) {
		return false;
	}
	if (node->kind != kind) {
		node_fault(reader->faults, node, "expected %s, found %s", expected, found(reader, node));
		return false;
	}
	return true;
}

static bool is_blank(const char *text)
{
	uint32_t letter;

	do {
		letter = str_next(&text);
	} while (letter == ' ' || letter == 0xA0);
	return letter == 0;
}

static void read_language(struct reader *reader, const struct node *node, const char **out)
{
	if (!is_kind(reader, node, NODE_SCALAR, "words")) {
		return;
	}
	if (is_blank(node->text)) {
		node_fault(reader->faults, node, "empty text in '%s'; expected words", node->key->text);
	} else if (str_letters(node->text) > TEXT_LETTERS_MAX) {
		node_fault(reader->faults, node, "text of %zu letters; expected at most %d", str_letters(node->text), TEXT_LETTERS_MAX);
	} else {
		*out = node->text;
	}
}

static int32_t language_of(const char *key)
{
	for (int32_t lang = 0; lang < LANG_COUNT; lang++) {
		if (str_equal(key, language_keys[lang])) {
			return lang;
		}
	}
	return LANG_COUNT;
}

void schema_languages(struct reader *reader, const struct node *list)
{
	bool written[LANG_COUNT] = {false};

	if (list == NULL || list->kind != NODE_LIST || list->count == 0) {
		return;   /* what is wrong with it is for whoever reads the list */
	}
	for (const struct node *child = list->first; child != NULL; child = child->next) {
		int32_t lang = child->kind == NODE_SCALAR ? language_of(child->text) : LANG_COUNT;

		if (lang == LANG_COUNT) {
			node_fault(reader->faults, child, "unknown language %s; expected one of: sv, en", found(reader, child));
			return;
		}
		written[lang] = true;
	}
	for (int32_t lang = 0; lang < LANG_COUNT; lang++) {
		reader->spared[lang] = !written[lang];
	}
}

/* What a language says that a pack is spared from writing, and has not written. */
static void fall_back(const struct reader *reader, const struct node *map, struct words *out)
{
	const char *instead = "";

	for (int32_t lang = LANG_COUNT - 1; lang >= 0; lang--) {
		instead = reader->spared[lang] ? instead : out->in[lang];
	}
	for (int32_t lang = 0; lang < LANG_COUNT; lang++) {
		if (reader->spared[lang] && node_get(map, language_keys[lang]) == NULL) {
			out->in[lang] = instead;
		}
	}
}

void schema_text(struct reader *reader, const struct node *node, struct words *out)
{
	int32_t known = 0;

	*out = words_none();
	if (!is_kind(reader, node, NODE_MAP, "a text in every language, {sv: ..., en: ...}")) {
		return;
	}
	for (int32_t lang = 0; lang < LANG_COUNT; lang++) {
		const struct node *child = node_get(node, language_keys[lang]);

		if (child != NULL) {
			known++;
			read_language(reader, child, &out->in[lang]);
		} else if (!reader->spared[lang]) {
			node_fault(reader->faults, node, "missing language '%s'; expected {sv: ..., en: ...}", language_keys[lang]);
		}
	}
	fall_back(reader, node, out);
	for (const struct node *child = node->first; child != NULL && known < node->count; child = child->next) {
		if (language_of(child->key->text) == LANG_COUNT) {
			node_fault(reader->faults, child->key, "unknown language '%s'; expected one of: sv, en", child->key->text);
		}
	}
}

int32_t list_count(const struct node *list)
{
	return list == NULL ? 0 : list->count;
}

const struct node *list_first(const struct node *list)
{
	return list == NULL ? NULL : list->first;
}

int32_t schema_texts(struct reader *reader, const struct node *list, struct words *out, int32_t room)
{
	struct words spare;
	int32_t count = 0;

	for (const struct node *child = list_first(list); child != NULL; child = child->next) {
		schema_text(reader, child, count < room ? &out[count++] : &spare);
	}
	return count;
}

void schema_id(struct reader *reader, const struct node *node, char out[ID_BYTES])
{
	size_t len;

	out[0] = '\0';
	if (!is_kind(reader, node, NODE_SCALAR, "an id")) {
		return;
	}
	len = strlen(node->text);
	if (len == 0 || len > PACK_ID_MAX || strspn(node->text, "abcdefghijklmnopqrstuvwxyz0123456789-") != len) {
		node_fault(reader->faults, node, "expected an id of 1 to %d letters out of a-z, 0-9 and -, found %s", PACK_ID_MAX,
			found(reader, node));
		return;
	}
	str_copy(out, ID_BYTES, node->text);
}

static bool parse_number(const struct node *node, int32_t *out)
{
	size_t len = strlen(node->text);
	int32_t value = 0;

	if (!node->plain || len == 0 || len > 8 || strspn(node->text, "0123456789") != len) {
		return false;
	}
	for (size_t i = 0; i < len; i++) {
		value = value * 10 + (node->text[i] - '0');
	}
	*out = value;
	return true;
}

static void read_number(struct reader *reader, const struct node *node, const struct field *field, int32_t *out)
{
	int32_t value = 0;

	if (!is_kind(reader, node, NODE_SCALAR, "a whole number")) {
		return;
	}
	if (!parse_number(node, &value) || value < field->lo || value > field->hi) {
		node_fault(reader->faults, node, "expected a whole number from %d to %d for '%s', found %s", field->lo, field->hi,
			field->key, found(reader, node));
		return;
	}
	*out = value;
}

static void read_flag(struct reader *reader, const struct node *node, const struct field *field, bool *out)
{
	if (!is_kind(reader, node, NODE_SCALAR, "true or false")) {
		return;
	}
	if (!node->plain || (!str_equal(node->text, "true") && !str_equal(node->text, "false"))) {
		node_fault(reader->faults, node, "expected true or false for '%s', found %s", field->key, found(reader, node));
		return;
	}
	*out = node->text[0] == 't';
}

static void list_up(char *out, size_t cap, const char *word)
{
	if (out[0] != '\0') {
		str_append(out, cap, ", ");
	}
	str_append(out, cap, word);
}

static void read_word(struct reader *reader, const struct node *node, const struct field *field, int32_t *out)
{
	char known[200] = "";

	if (!is_kind(reader, node, NODE_SCALAR, "a word")) {
		return;
	}
	for (int32_t i = 0; field->words[i] != NULL; i++) {
		if (str_equal(node->text, field->words[i])) {
			*out = i;
			return;
		}
		list_up(known, sizeof known, field->words[i]);
	}
	node_fault(reader->faults, node, "unknown %s %s; expected one of: %s", field->key, found(reader, node), known);
}

static void read_list(struct reader *reader, const struct node *node, const struct field *field, const struct node **out)
{
	if (!is_kind(reader, node, NODE_LIST, "a list")) {
		return;
	}
	*out = node;   /* also one of a wrong length: what is in it may have faults of its own */
	if (node->count >= field->lo && node->count <= field->hi) {
		return;
	}
	if (field->lo == field->hi) {
		node_fault(reader->faults, node, "expected exactly %d in '%s', found %d", field->lo, field->key, node->count);
	} else {
		node_fault(reader->faults, node, "expected %d to %d in '%s', found %d", field->lo, field->hi, field->key, node->count);
	}
}

static void clear(const struct shape *shape, char *out)
{
	for (size_t i = 0; i < shape->count; i++) {
		const struct field *field = &shape->fields[i];

		if (field->kind == FIELD_TEXT) {
			*(struct words *)(void *)(out + field->offset) = words_none();
		} else if (field->kind == FIELD_WORD) {
			*(int32_t *)(void *)(out + field->offset) = NO_WORD;
		} else if (field->kind == FIELD_INNER) {
			clear(field->inner, out);
		}
	}
}

static bool walk(struct reader *reader, const struct node *map, const struct shape *shape, char *out);

static void read_field(struct reader *reader, const struct node *node, const struct field *field, char *out)
{
	void *to = out + field->offset;

	switch (field->kind) {
	case FIELD_ID:
		schema_id(reader, node, to);
		return;
	case FIELD_TEXT:
		schema_text(reader, node, to);
		return;
	case FIELD_NUMBER:
		read_number(reader, node, field, to);
		return;
	case FIELD_FLAG:
		read_flag(reader, node, field, to);
		return;
	case FIELD_WORD:
		read_word(reader, node, field, to);
		return;
	case FIELD_INNER:
		walk(reader, node, field->inner, out);
		return;
	case FIELD_LIST:
		read_list(reader, node, field, to);
		return;
	case FIELD_NODE:
		*(const struct node **)to = node->kind == NODE_BAD ? NULL : node;
		return;
	}
}

static bool shape_has(const struct shape *shape, const char *key)
{
	for (size_t i = 0; i < shape->count; i++) {
		if (str_equal(shape->fields[i].key, key)) {
			return true;
		}
	}
	return false;
}

static void shape_keys(const struct shape *shape, char *out, size_t cap)
{
	for (size_t i = 0; i < shape->count; i++) {
		list_up(out, cap, shape->fields[i].key);
	}
}

static void report_unknown(struct reader *reader, const struct node *map, const struct shape *shape)
{
	char known[200] = "";

	shape_keys(shape, known, sizeof known);
	for (const struct node *child = map->first; child != NULL; child = child->next) {
		if (!shape_has(shape, child->key->text)) {
			node_fault(reader->faults, child->key, "unknown key %s in %s; expected one of: %s", found(reader, child->key),
				shape->what, known);
		}
	}
}

static bool walk(struct reader *reader, const struct node *map, const struct shape *shape, char *out)
{
	char expected[280];
	char known[200] = "";

	shape_keys(shape, known, sizeof known);
	snprintf(expected, sizeof expected, "%s (a map of %s)", shape->what, known);
	if (!is_kind(reader, map, NODE_MAP, expected)) {
		return false;
	}
	for (size_t i = 0; i < shape->count; i++) {
		const struct field *field = &shape->fields[i];
		const struct node *value = node_get(map, field->key);

		if (value != NULL) {
			read_field(reader, value, field, out);
		} else if (!field->optional) {
			node_fault(reader->faults, map, "missing key '%s' in %s", field->key, shape->what);
		}
	}
	report_unknown(reader, map, shape);
	return true;
}

bool schema_map(struct reader *reader, const struct node *map, const struct shape *shape, void *out)
{
	clear(shape, out);
	return walk(reader, map, shape, out);
}
