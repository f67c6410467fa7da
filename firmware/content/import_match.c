/* Is this the tool that we have already, in its own words? Then it takes its place, and what was answered stays with it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "firmware/base/str.h"
#include "firmware/content/import_tree.h"
#include "firmware/content/import_words.h"

/* The area of `known` that each area of the tree is, for one audience. */
struct pairing {
	const struct import_tree *tree;
	const struct instrument *known;
	int32_t audience;
	int32_t *areas;              /* index into known->areas; -1 for none */
};

static int32_t last_number(const char *id)
{
	const char *dot = strrchr(id, '.');

	return dot == NULL ? 0 : (int32_t)strtol(dot + 1, NULL, 10);
}

/* The next theme in the tree that says something to the audience, area by area; -1 at the end. */
static int32_t next_theme(const struct import_tree *tree, int32_t audience, int32_t after)
{
	int32_t area = after < 0 ? 0 : tree->themes[after].area;
	int32_t number = after < 0 ? 0 : tree->themes[after].number;

	for (; area < tree->area_count; area++, number = 0) {
		int32_t best = -1;

		for (int32_t i = 0; i < tree->theme_count; i++) {
			const struct import_theme *theme = &tree->themes[i];

			if (theme->area == area && theme->number > number && theme->statements[audience] > 0 &&
			    (best < 0 || theme->number < tree->themes[best].number)) {
				best = i;
			}
		}
		if (best >= 0) {
			return best;
		}
	}
	return -1;
}

/* True if every theme is the same one in the same place, with as many statements. */
static bool pair(struct pairing *pairing)
{
	const struct import_tree *tree = pairing->tree;
	const struct instrument *known = pairing->known;
	int32_t at = -1;

	for (int32_t i = 0; i < known->theme_count; i++) {
		const struct theme *theme = &known->themes[i];
		const struct import_theme *ours;

		at = next_theme(tree, pairing->audience, at);
		if (at < 0) {
			return false;
		}
		ours = &tree->themes[at];
		if (ours->statements[pairing->audience] != theme->count || ours->number != last_number(theme->id) ||
		    !same_words(ours->name.in[tree->lang], theme->name.in[tree->lang])) {
			return false;
		}
		if (pairing->areas[ours->area] >= 0 && !str_equal(known->areas[pairing->areas[ours->area]].id, known->areas[theme->area].id)) {
			return false;
		}
		pairing->areas[ours->area] = theme->area;
	}
	return next_theme(tree, pairing->audience, at) < 0;
}

/* The tree's audience of that id. A document that names none may be for this one: the only one it has. */
static int32_t audience_index(const struct import_tree *tree, const char *id)
{
	for (int32_t i = 0; i < tree->audience_count; i++) {
		if (str_equal(tree->audiences[i].id, id)) {
			return i;
		}
	}
	return tree->audience_count == 1 && tree->audiences[0].line < 0 ? 0 : -1;
}

static bool same_scale(const struct import_tree *tree, const struct instrument *known)
{
	for (int32_t i = 0; i < SCALE_STEPS; i++) {
		if (!same_words(tree->steps[i].in[tree->lang], known->scale[i].in[tree->lang])) {
			return false;
		}
	}
	return tree->steps[SCALE_STEPS].in[tree->lang][0] == '\0';
}

/* A scale that we know brings its words in the other language along, and its short ones. */
static void take_scale(struct import_tree *tree, const struct instrument *known)
{
	if (!same_scale(tree, known)) {
		return;
	}
	for (int32_t i = 0; i < SCALE_STEPS; i++) {
		for (int32_t lang = 0; lang < LANG_COUNT; lang++) {
			if (lang != (int32_t)tree->lang) {
				tree->steps[i].in[lang] = known->scale[i].in[lang];
			}
		}
		tree->short_steps[i] = known->scale_short[i];
	}
	tree->has_short = true;
}

/* Pairs the tree with one instrument; areas[IMPORT_AREAS_MAX] gets what is what. */
static bool pair_with(const struct import_tree *tree, const struct instrument *known, int32_t *areas)
{
	struct pairing pairing = {.tree = tree, .known = known, .audience = audience_index(tree, known->audience), .areas = areas};

	for (int32_t i = 0; i < IMPORT_AREAS_MAX; i++) {
		areas[i] = -1;
	}
	return pairing.audience >= 0 && pair(&pairing);
}

static void adopt(struct import_tree *tree, const struct instrument *known, const int32_t *areas)
{
	for (int32_t i = 0; i < tree->area_count; i++) {
		if (areas[i] >= 0) {
			str_copy(tree->areas[i].id, sizeof tree->areas[i].id, known->areas[areas[i]].id);
			tree->areas[i].short_name = known->areas[areas[i]].short_name;
		}
	}
	int32_t audience = audience_index(tree, known->audience);

	str_copy(tree->audiences[audience].id, sizeof tree->audiences[0].id, known->audience);
	tree->audiences[audience].name = known->level.in[tree->lang][0] != '\0' ? known->level : tree->audiences[audience].name;
	str_copy(tree->id, sizeof tree->id, known->id);
	tree->replaces = known->id;
	take_scale(tree, known);
}

/* True if the document is the instrument `id`: for every audience that both name. */
static bool is_known(const struct import_tree *tree, const struct material *known, const char *id)
{
	bool nameless = tree->audience_count == 1 && tree->audiences[0].line < 0;
	int32_t areas[IMPORT_AREAS_MAX];
	int32_t alike = 0, different = 0;

	for (int32_t i = 0; i < known->instrument_count; i++) {
		const struct instrument *instrument = &known->instruments[i];

		if (str_equal(instrument->id, id) && audience_index(tree, instrument->audience) >= 0) {
			bool same = pair_with(tree, instrument, areas);

			alike += same;
			different += !same;
		}
	}
	return alike > 0 && (different == 0 || nameless);
}

static bool id_known(const struct material *known, const char *id)
{
	for (int32_t i = 0; i < known->instrument_count; i++) {
		if (str_equal(known->instruments[i].id, id)) {
			return true;
		}
	}
	return false;
}

void import_match(struct import_tree *tree, const struct material *known)
{
	char own[INSTRUMENT_ID_MAX + 1];
	int32_t areas[IMPORT_AREAS_MAX];

	for (int32_t i = 0; known != NULL && i < known->instrument_count; i++) {
		if (!is_known(tree, known, known->instruments[i].id)) {
			continue;
		}
		for (int32_t j = i; j < known->instrument_count; j++) {
			if (str_equal(known->instruments[j].id, known->instruments[i].id) && pair_with(tree, &known->instruments[j], areas)) {
				adopt(tree, &known->instruments[j], areas);
			}
		}
		return;
	}
	str_copy(own, sizeof own, tree->id);
	for (int32_t i = 2; known != NULL && id_known(known, tree->id); i++) {
		snprintf(tree->id, sizeof tree->id, "%.*s-%d", INSTRUMENT_ID_MAX - 6, own, i);
	}
}
