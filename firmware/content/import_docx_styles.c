/* What the styles of a .docx say of a paragraph. */
#include "firmware/content/import_docx_styles.h"

#include <string.h>

#include "firmware/base/str.h"
#include "firmware/content/import_words.h"

#define STYLES_MAX 2048
#define BASES_MAX 10             /* styles that build on each other */
#define LEVELS_MAX 9

bool node_is(const xmlNode *node, const char *name)
{
	return str_equal((const char *)node->name, name);
}

static const xmlNode *child(const xmlNode *parent, const char *name)
{
	for (const xmlNode *node = parent == NULL ? NULL : parent->children; node != NULL; node = node->next) {
		if (node->type == XML_ELEMENT_NODE && node_is(node, name)) {
			return node;
		}
	}
	return NULL;
}

/* An attribute in whatever namespace; NULL if it is not there. */
static const char *attribute(const xmlNode *node, const char *name)
{
	for (const xmlAttr *found = node == NULL ? NULL : node->properties; found != NULL; found = found->next) {
		if (str_equal((const char *)found->name, name)) {
			return found->children != NULL && found->children->content != NULL ? (const char *)found->children->content : "";
		}
	}
	return NULL;
}

/* A small number; -1 for none. */
static int32_t number_of(const char *text)
{
	return text != NULL && text[0] >= '0' && text[0] <= '9' && text[1] == '\0' ? text[0] - '0' : -1;
}

/* "on" unless it says otherwise. */
static bool switched(const xmlNode *node, bool otherwise)
{
	const char *value = attribute(node, "val");

	if (node == NULL) {
		return otherwise;
	}
	return value == NULL || !(str_equal(value, "0") || str_equal(value, "false") || str_equal(value, "off"));
}

bool run_bold(const xmlNode *run, bool inherited)
{
	return switched(child(child(run, "rPr"), "b"), inherited);
}

/* Word's own names are English in every language: "heading 2", "Title", "List Bullet 3". */
static void read_name(struct docx_style *style, const char *name)
{
	char folded[FOLDED_BYTES];

	fold(name, folded);
	if (str_equal(folded, " title ")) {
		style->heading = 0;
	} else if (str_starts(folded, " heading ") || str_starts(folded, " rubrik ")) {
		style->heading = number_of((char[]){folded[strlen(folded) - 2], '\0'});
	} else if (str_starts(folded, " list bullet") || str_starts(folded, " list number")) {
		style->list = max_i32(number_of((char[]){folded[strlen(folded) - 2], '\0'}) - 1, 0);
	}
}

static void read_properties(const xmlNode *properties, int32_t *heading, int32_t *list)
{
	int32_t outline = number_of(attribute(child(properties, "outlineLvl"), "val"));
	const xmlNode *numbering = child(properties, "numPr");
	const char *id = attribute(child(numbering, "numId"), "val");

	if (outline >= 0 && outline < LEVELS_MAX) {
		*heading = outline + 1;
	}
	if (numbering != NULL) {
		*list = id != NULL && str_equal(id, "0") ? -1 : max_i32(number_of(attribute(child(numbering, "ilvl"), "val")), 0);
	}
}

static const char *copied(struct arena *arena, const char *text)
{
	return text == NULL ? "" : arena_text(arena, text, strlen(text));
}

void docx_styles_read(struct docx_styles *styles, struct arena *arena, const xmlNode *root)
{
	*styles = (struct docx_styles){.list = arena_array(arena, STYLES_MAX, sizeof *styles->list)};
	for (const xmlNode *node = root == NULL ? NULL : root->children; node != NULL && styles->count < STYLES_MAX; node = node->next) {
		struct docx_style *style = &styles->list[styles->count];
		const char *name;

		if (node->type != XML_ELEMENT_NODE || !node_is(node, "style") || attribute(node, "styleId") == NULL) {
			continue;
		}
		*style = (struct docx_style){.heading = -1, .list = -1, .id = copied(arena, attribute(node, "styleId")),
		                             .base = copied(arena, attribute(child(node, "basedOn"), "val"))};
		name = attribute(child(node, "name"), "val");
		read_name(style, name != NULL ? name : "");
		read_properties(child(node, "pPr"), &style->heading, &style->list);
		style->bold = switched(child(child(node, "rPr"), "b"), false);
		styles->count++;
	}
}

static const struct docx_style *style_of(const struct docx_styles *styles, const char *id)
{
	for (int32_t i = 0; id != NULL && i < styles->count; i++) {
		if (str_equal(styles->list[i].id, id)) {
			return &styles->list[i];
		}
	}
	return NULL;
}

struct docx_look docx_look(const struct docx_styles *styles, const xmlNode *paragraph)
{
	const xmlNode *properties = child(paragraph, "pPr");
	const char *id = attribute(child(properties, "pStyle"), "val");
	struct docx_look look = {.heading = -1, .list = -1};
	const struct docx_style *style = style_of(styles, id);

	/* A document without styles names Word's own by their ids. */
	if (style == NULL && id != NULL) {
		struct docx_style own = {.heading = -1, .list = -1};
		size_t len = strcspn(id, "0123456789");

		if ((len == 7 && memcmp(id, "Heading", 7) == 0) || (len == 6 && memcmp(id, "Rubrik", 6) == 0)) {
			own.heading = number_of(id + len);
		}
		look.heading = own.heading;
	}
	for (int32_t i = 0; style != NULL && i < BASES_MAX; i++) {
		look.heading = look.heading >= 0 ? look.heading : style->heading;
		look.list = look.list >= 0 ? look.list : style->list;
		look.bold = look.bold || style->bold;
		style = style->base[0] != '\0' ? style_of(styles, style->base) : NULL;
	}
	read_properties(properties, &look.heading, &look.list);
	return look;
}
