/* What a pixel shows depends on the commands over it, in their order. So any matching of equal commands that keeps both orders
   is right: where no unmatched command of either list lies, the same commands lie in the same order. A better matching
   only makes less to paint. */
#include "ui/render_dirty.h"

/* How far ahead an inserted or removed run of commands is looked for. */
#define LOOK_AHEAD 48

static int64_t area(struct rect r)
{
	return (int64_t)r.w * r.h;
}

/* Pixels that are painted in vain if both become one; less than nothing where they share much. */
static int64_t waste(struct rect a, struct rect b)
{
	return area(rect_round(a, b)) - area(a) - area(b);
}

/* Takes out the rectangle at `at` and returns the one round both. */
static struct rect join(struct dirty *dirty, int32_t at, struct rect rect)
{
	rect = rect_round(dirty->rects[at], rect);
	dirty->rects[at] = dirty->rects[--dirty->count];
	return rect;
}

static int32_t nearest(const struct dirty *dirty, struct rect rect)
{
	int32_t best = 0;

	for (int32_t i = 1; i < dirty->count; i++) {
		if (waste(dirty->rects[i], rect) < waste(dirty->rects[best], rect)) {
			best = i;
		}
	}
	return best;
}

void dirty_add(struct dirty *dirty, struct rect rect)
{
	if (rect.w <= 0 || rect.h <= 0) {
		return;
	}
	while (dirty->count > 0) {
		int32_t at = nearest(dirty, rect);

		if (dirty->count < DIRTY_MAX && waste(dirty->rects[at], rect) > 0) {
			break;
		}
		/* The grown one may now go well with another. */
		rect = join(dirty, at, rect);
	}
	dirty->rects[dirty->count++] = rect;
}

/* Where the walk along both lists stands. */
struct walk {
	const struct dirty_side *before, *after;
	int32_t i, j;
};

static bool same_at(const struct walk *walk, int32_t i, int32_t j)
{
	const struct draw_list *a = walk->before->list;
	const struct draw_list *b = walk->after->list;

	return i < a->count && j < b->count && draw_same(a, &a->draws[i], b, &b->draws[j]);
}

/* The shortest step to commands that match again: changed ones first, then removed ones, then new ones. */
static void step(const struct walk *walk, int32_t *removed, int32_t *added)
{
	for (int32_t by = 1; by <= LOOK_AHEAD; by++) {
		bool changed = same_at(walk, walk->i + by, walk->j + by);
		bool gone = !changed && same_at(walk, walk->i + by, walk->j);
		bool extra = !changed && !gone && same_at(walk, walk->i, walk->j + by);

		if (changed || gone || extra) {
			*removed = extra ? 0 : by;
			*added = gone ? 0 : by;
			return;
		}
	}
	*removed = *added = 1;
}

static void spoil(struct dirty *dirty, const struct dirty_side *side, int32_t *at, int32_t count)
{
	int32_t end = min_i32(*at + count, side->list->count);

	while (*at < end) {
		dirty_add(dirty, side->bounds[(*at)++]);
	}
}

void dirty_between(struct dirty *dirty, const struct dirty_side *before, const struct dirty_side *after)
{
	struct walk walk = {before, after, 0, 0};

	while (walk.i < before->list->count || walk.j < after->list->count) {
		int32_t removed = 0;
		int32_t added = 0;

		if (same_at(&walk, walk.i, walk.j)) {
			walk.i++;
			walk.j++;
			continue;
		}
		step(&walk, &removed, &added);
#ifdef SABOTAGE_REPAINT
		/* Leaves the old place of what went away as it is. A build of the tests proves that they notice. */
		walk.i = min_i32(walk.i + removed, before->list->count);
#else
		spoil(dirty, before, &walk.i, removed);
#endif
		spoil(dirty, after, &walk.j, added);
	}
}
