/* The lists of a document, each under its headings. */
#include <string.h>

#include "firmware/content/import_outline.h"
#include "firmware/content/import_words.h"

/* The headings that are open where we are. */
struct walk {
	const struct import_document *document;
	struct outline *outline;
	int32_t stack[OUTLINE_DEPTH_MAX];
	int32_t depth;
	int32_t audience, gate;      /* lines; -1 for none */
	int32_t open;                /* the group that lines go on in; -1 for none */
	bool gates_recur;
};

static bool is_marked(const struct walk *walk, int32_t line)
{
	return walk->document->lines[line].kind == LINE_HEADING;
}

static int32_t rank(const struct walk *walk, int32_t line)
{
	return walk->outline->marks[line].rank;
}

static void close_from(struct walk *walk, int32_t least)
{
	while (walk->depth > 0 && rank(walk, walk->stack[walk->depth - 1]) >= least) {
		walk->depth--;
	}
}

/* True if a heading that is no audience ends what `before` began. Marked headings say it by their level; among plain ones a gate
 * that comes again in every area ends where prose begins the next. */
static bool ends(const struct walk *walk, int32_t before, int32_t heading, bool gate)
{
	int32_t next = outline_next(walk->document, heading + 1);
	bool prose = next < walk->document->count && !walk->outline->marks[next].heading && !walk->outline->marks[next].item;

	if (before < 0) {
		return false;
	}
	if (is_marked(walk, before)) {
		return rank(walk, heading) <= rank(walk, before);
	}
	return gate && walk->gates_recur && prose && !walk->outline->marks[next].lead;
}

static void enter_heading(struct walk *walk, int32_t line)
{
	const struct outline_mark *mark = &walk->outline->marks[line];

	walk->open = -1;
	if (mark->audience || mark->gate) {
		close_from(walk, is_marked(walk, line) ? mark->rank : RANK_PLAIN + RANK_LEAF);
		walk->audience = mark->audience ? line : ends(walk, walk->audience, line, false) ? -1 : walk->audience;
		walk->gate = mark->gate ? line : walk->gate;
		return;
	}
	if (ends(walk, walk->audience, line, false)) {
		walk->audience = -1;
	}
	if (ends(walk, walk->gate, line, true)) {
		walk->gate = -1;
	}
	close_from(walk, mark->rank);
	if (walk->depth < OUTLINE_DEPTH_MAX) {
		walk->stack[walk->depth++] = line;
	}
}

static void enter_item(struct walk *walk, int32_t line)
{
	struct outline_group *group;

	if (walk->open < 0) {
		walk->open = walk->outline->group_count++;
		group = &walk->outline->groups[walk->open];
		*group = (struct outline_group){.first = line, .depth = walk->depth, .audience = walk->audience, .gate = walk->gate};
		memcpy(group->chain, walk->stack, sizeof group->chain);
	}
	walk->outline->groups[walk->open].last = line;
}

/* True if one gate's words stand over several lists. */
static bool gates_recur(const struct walk *walk)
{
	int32_t first = -1;

	for (int32_t i = 0; i < walk->document->count; i++) {
		if (!walk->outline->marks[i].gate) {
			continue;
		}
		if (first >= 0 && same_words(walk->document->lines[first].text, walk->document->lines[i].text)) {
			return true;
		}
		first = first < 0 ? i : first;
	}
	return false;
}

void outline_group(const struct import_document *document, struct outline *outline)
{
	struct walk walk = {.document = document, .outline = outline, .audience = -1, .gate = -1, .open = -1};

	outline->groups = arena_array(document->arena, document->count, sizeof *outline->groups);
	outline->group_count = 0;
	walk.gates_recur = gates_recur(&walk);
	for (int32_t i = 0; i < document->count; i++) {
		const struct outline_mark *mark = &outline->marks[i];

		if (mark->heading) {
			enter_heading(&walk, i);
		} else if (mark->item) {
			enter_item(&walk, i);
		} else if (!document->lines[i].aside && document->lines[i].place != PLACE_SCALE) {
			walk.open = -1;
		}
	}
}
