/* libyaml's events to a tree of nodes. */
#include "firmware/content/yaml_tree.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "firmware/base/str.h"

struct parse {
	yaml_parser_t parser;
	struct arena *arena;
	struct faults *faults;
	const char *file;
	int32_t nodes;
};

const struct node *node_get(const struct node *map, const char *key)
{
	if (map == NULL || map->kind != NODE_MAP) {
		return NULL;
	}
	for (const struct node *child = map->first; child != NULL; child = child->next) {
		if (str_equal(child->key->text, key)) {
			return child;
		}
	}
	return NULL;
}

void node_fault(struct faults *faults, const struct node *node, const char *format, ...)
{
	char text[512];
	va_list values;

	va_start(values, format);
	vsnprintf(text, sizeof text, format, values);
	va_end(values);
	faults_add(faults, node->file, node->line, node->column, "%s", text);
}

static bool is_control(uint32_t letter)
{
	return letter < 0x20 || (letter >= 0x7F && letter < 0xA0);
}

/* What is wrong with the letter before `at`, which began at `from`; false if nothing is. */
static bool letter_fault(const char *from, const char *at, uint32_t letter, char *text, size_t cap)
{
	if (letter == 0xFFFD && at - from == 1) {
		snprintf(text, cap, "byte 0x%02X is not UTF-8; save the file as UTF-8", (unsigned)(unsigned char)*from);
	} else if ((is_control(letter) && letter != '\t' && letter != '\r') || letter == 0xFFFE || letter == 0xFFFF) {
		snprintf(text, cap, "U+%04X is not allowed in a text file; expected letters", (unsigned)letter);
	} else {
		return false;
	}
	return true;
}

/* Every line that holds bytes which are no text; one fault a line is enough to find it. libyaml would stop at the first and
 * not say where. */
static bool letters_valid(struct parse *parse, const char *bytes, size_t len)
{
	const char *at = bytes;
	int32_t line = 1, column = 1, reported = 0;

	while (at < bytes + len) {
		const char *from = at;
		uint32_t letter = str_next(&at);
		char text[80];

		at += at == from;   /* a NUL byte */
		if (letter == '\n') {
			line++;
			column = 1;
			continue;
		}
		if (line != reported && letter_fault(from, at, letter, text, sizeof text)) {
			faults_add(parse->faults, parse->file, line, column, "%s", text);
			reported = line;
		}
		column++;
	}
	return reported == 0;
}

static struct node *node_create(struct parse *parse, const yaml_event_t *event, enum node_kind kind)
{
	struct node *node = arena_alloc(parse->arena, sizeof *node);

	node->kind = kind;
	node->file = parse->file;
	node->line = (int32_t)event->start_mark.line + 1;
	node->column = (int32_t)event->start_mark.column + 1;
	node->text = "";
	return node;
}

static void check_plainness(struct parse *parse, const struct node *node, const yaml_char_t *anchor, const yaml_char_t *tag)
{
	if (anchor != NULL) {
		node_fault(parse->faults, node, "anchor '&%s'; packs are written without anchors", (const char *)anchor);
	}
	if (tag != NULL) {
		node_fault(parse->faults, node, "tag '%s'; packs are written without tags", (const char *)tag);
	}
}

/* The first letter that a text must not hold, or LETTERS_FINE. */
#define LETTERS_FINE UINT32_MAX
static uint32_t bad_letter(const char *text, size_t len)
{
	const char *at = text;

	while (at < text + len) {
		uint32_t letter = str_next(&at);

		if (is_control(letter) || letter == 0x2028 || letter == 0x2029) {
			return letter;
		}
	}
	return LETTERS_FINE;
}

/* Escapes and block texts can hold what the file's bytes do not. */
static void check_letters(struct parse *parse, struct node *node, size_t len)
{
	uint32_t letter = bad_letter(node->text, len);

	if (letter == LETTERS_FINE) {
		return;
	}
	if (letter == '\n' || letter == 0x2028 || letter == 0x2029) {
		node_fault(parse->faults, node, "line break in a text; write a long text as '>-' without empty lines");
	} else {
		node_fault(parse->faults, node, "U+%04X in a text; expected letters", (unsigned)letter);
	}
	node->kind = NODE_BAD;
}

static struct node *scalar(struct parse *parse, const yaml_event_t *event)
{
	struct node *node = node_create(parse, event, NODE_SCALAR);
	size_t len = event->data.scalar.length;

	node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	node->text = arena_text(parse->arena, (const char *)event->data.scalar.value, len);
	check_plainness(parse, node, event->data.scalar.anchor, event->data.scalar.tag);
	check_letters(parse, node, len);
	return node;
}

/* The node that an event begins, without its children; NULL for events that begin none. */
static struct node *node_of(struct parse *parse, const yaml_event_t *event)
{
	struct node *node = NULL;

	if (event->type == YAML_SCALAR_EVENT) {
		node = scalar(parse, event);
	} else if (event->type == YAML_SEQUENCE_START_EVENT) {
		node = node_create(parse, event, NODE_LIST);
		check_plainness(parse, node, event->data.sequence_start.anchor, event->data.sequence_start.tag);
	} else if (event->type == YAML_MAPPING_START_EVENT) {
		node = node_create(parse, event, NODE_MAP);
		check_plainness(parse, node, event->data.mapping_start.anchor, event->data.mapping_start.tag);
	} else if (event->type == YAML_ALIAS_EVENT) {
		node = node_create(parse, event, NODE_BAD);
		node_fault(parse->faults, node, "alias '*%s'; packs are written without aliases",
			(const char *)event->data.alias.anchor);
	}
	return node;
}

static void report_syntax(struct parse *parse)
{
	const yaml_parser_t *parser = &parse->parser;

	faults_add(parse->faults, parse->file, (int32_t)parser->problem_mark.line + 1,
		(int32_t)parser->problem_mark.column + 1, "not YAML: %s%s%s",
		parser->problem != NULL ? parser->problem : "unreadable", parser->context != NULL ? " " : "",
		parser->context != NULL ? parser->context : "");
}

/* The next event's type and, if it begins one, its node. YAML_NO_EVENT after a fault that ends the reading. */
static yaml_event_type_t pull(struct parse *parse, struct node **node)
{
	yaml_event_t event;
	yaml_event_type_t type;

	*node = NULL;
	if (!yaml_parser_parse(&parse->parser, &event)) {
		report_syntax(parse);
		return YAML_NO_EVENT;
	}
	type = event.type;
	*node = node_of(parse, &event);
	yaml_event_delete(&event);
	if (*node != NULL && ++parse->nodes > TREE_NODES_MAX) {
		node_fault(parse->faults, *node, "more than %d values in one file; split it", TREE_NODES_MAX);
		return YAML_NO_EVENT;
	}
	return type;
}

static void append(struct node *parent, struct node *child)
{
	if (parent->last == NULL) {
		parent->first = child;
	} else {
		parent->last->next = child;
	}
	parent->last = child;
	parent->count++;
}

static bool fill(struct parse *parse, struct node *node, yaml_event_type_t type, int32_t depth);

static bool fill_list(struct parse *parse, struct node *list, int32_t depth)
{
	for (;;) {
		struct node *child;
		yaml_event_type_t type = pull(parse, &child);

		if (type == YAML_SEQUENCE_END_EVENT) {
			return true;
		}
		if (type == YAML_NO_EVENT || !fill(parse, child, type, depth + 1)) {
			return false;
		}
		append(list, child);
	}
}

/* Takes a value into its map, or says why not. */
static void put(struct parse *parse, struct node *map, struct node *key, struct node *value)
{
	const struct node *before;

	if (key->kind != NODE_SCALAR) {
		if (key->kind != NODE_BAD) {
			node_fault(parse->faults, key, "a key that is a list or a map; expected a word");
		}
		return;
	}
	before = node_get(map, key->text);
	if (before != NULL) {
		node_fault(parse->faults, key, "duplicate key '%s'; it is already at line %d", key->text, before->key->line);
		return;
	}
	value->key = key;
	append(map, value);
}

static bool fill_map(struct parse *parse, struct node *map, int32_t depth)
{
	for (;;) {
		struct node *key, *value;
		yaml_event_type_t type = pull(parse, &key);

		if (type == YAML_MAPPING_END_EVENT) {
			return true;
		}
		if (type == YAML_NO_EVENT || !fill(parse, key, type, depth + 1)) {
			return false;
		}
		type = pull(parse, &value);
		if (type == YAML_NO_EVENT || !fill(parse, value, type, depth + 1)) {
			return false;
		}
		if (map->count == TREE_KEYS_MAX) {
			node_fault(parse->faults, key, "more than %d keys in one map", TREE_KEYS_MAX);
			return false;
		}
		put(parse, map, key, value);
	}
}

/* Reads the children of a node that an event of `type` began. False after a fault that ends the reading. */
static bool fill(struct parse *parse, struct node *node, yaml_event_type_t type, int32_t depth)
{
	bool list = type == YAML_SEQUENCE_START_EVENT;

	if (!list && type != YAML_MAPPING_START_EVENT) {
		return true;
	}
	if (depth > TREE_DEPTH_MAX) {
		node_fault(parse->faults, node, "nested more than %d deep", TREE_DEPTH_MAX);
		return false;
	}
	return list ? fill_list(parse, node, depth) : fill_map(parse, node, depth);
}

static bool read_documents(struct parse *parse, const struct node **roots)
{
	struct node documents = {.kind = NODE_LIST};

	for (;;) {
		struct node *node;
		yaml_event_type_t type = pull(parse, &node);

		if (type == YAML_STREAM_END_EVENT) {
			*roots = documents.first;
			return true;
		}
		if (type == YAML_NO_EVENT || (node != NULL && !fill(parse, node, type, 1))) {
			return false;
		}
		if (node != NULL) {
			append(&documents, node);
		}
	}
}

bool yaml_tree_read(struct arena *arena, struct faults *faults, const char *file, const char *bytes, size_t len,
	const struct node **roots)
{
	struct parse parse = {.arena = arena, .faults = faults, .file = file};
	bool whole;

	*roots = NULL;
	if (!letters_valid(&parse, bytes, len)) {
		return false;
	}
	if (!yaml_parser_initialize(&parse.parser)) {
		faults_add(faults, file, 1, 1, "not read: out of memory");
		return false;
	}
	yaml_parser_set_input_string(&parse.parser, (const unsigned char *)bytes, len);
	yaml_parser_set_encoding(&parse.parser, YAML_UTF8_ENCODING);
	whole = read_documents(&parse, roots);
	yaml_parser_delete(&parse.parser);
	return whole;
}
