/* Cutting rectangles. */
#include "ui/layout.h"

struct rect cut_top(struct rect *from, int32_t size)
{
	int32_t h = clamp_i32(size, 0, max_i32(from->h, 0));
	struct rect piece = {from->x, from->y, from->w, h};

	from->y += h;
	from->h -= h;
	return piece;
}

struct rect cut_bottom(struct rect *from, int32_t size)
{
	int32_t h = clamp_i32(size, 0, max_i32(from->h, 0));

	from->h -= h;
	return (struct rect){from->x, from->y + from->h, from->w, h};
}

struct rect cut_left(struct rect *from, int32_t size)
{
	int32_t w = clamp_i32(size, 0, max_i32(from->w, 0));
	struct rect piece = {from->x, from->y, w, from->h};

	from->x += w;
	from->w -= w;
	return piece;
}

struct rect cut_right(struct rect *from, int32_t size)
{
	int32_t w = clamp_i32(size, 0, max_i32(from->w, 0));

	from->w -= w;
	return (struct rect){from->x + from->w, from->y, w, from->h};
}

struct rect cut_top_gap(struct rect *from, int32_t size, int32_t gap)
{
	struct rect piece = cut_top(from, size);

	cut_top(from, gap);
	return piece;
}

struct rect cut_bottom_gap(struct rect *from, int32_t size, int32_t gap)
{
	struct rect piece = cut_bottom(from, size);

	cut_bottom(from, gap);
	return piece;
}

struct rect cut_left_gap(struct rect *from, int32_t size, int32_t gap)
{
	struct rect piece = cut_left(from, size);

	cut_left(from, gap);
	return piece;
}

struct rect cut_right_gap(struct rect *from, int32_t size, int32_t gap)
{
	struct rect piece = cut_right(from, size);

	cut_right(from, gap);
	return piece;
}

/* The span of part i when `length` is divided by shares, gaps taken out first. Edges are rounded, so the parts meet the gaps. */
static void span(int32_t length, int64_t before, int64_t share, int64_t all, int32_t i, int32_t count, int32_t gap, int32_t *at, int32_t *size)
{
	int64_t free = max_i32(0, length - gap * (count - 1));
	int64_t from = free * before / all;
	int64_t to = free * (before + share) / all;

	*at = (int32_t)from + i * gap;
	*size = (int32_t)(to - from);
}

struct rect cut_column(struct rect all, int32_t count, int32_t i, int32_t gap)
{
	int32_t at, size;

	assert(count > 0 && i >= 0 && i < count);
	span(all.w, i, 1, count, i, count, gap, &at, &size);
	return (struct rect){all.x + at, all.y, size, all.h};
}

struct rect cut_row(struct rect all, int32_t count, int32_t i, int32_t gap)
{
	int32_t at, size;

	assert(count > 0 && i >= 0 && i < count);
	span(all.h, i, 1, count, i, count, gap, &at, &size);
	return (struct rect){all.x, all.y + at, all.w, size};
}

struct rect cut_cell(struct rect all, int32_t columns, int32_t rows, int32_t i, int32_t gap)
{
	return cut_column(cut_row(all, rows, i / columns, gap), columns, i % columns, gap);
}

struct rect cut_column_by(struct rect all, const int32_t *shares, int32_t count, int32_t i, int32_t gap)
{
	int64_t before = 0, sum = 0;
	int32_t at, size;

	assert(count > 0 && i >= 0 && i < count);
	for (int32_t n = 0; n < count; n++) {
		before += n < i ? shares[n] : 0;
		sum += shares[n];
	}
	assert(sum > 0);
	span(all.w, before, shares[i], sum, i, count, gap, &at, &size);
	return (struct rect){all.x + at, all.y, size, all.h};
}

struct rect cut_words_left(struct rect *from, int32_t gap)
{
	return cut_left_gap(from, max_i32(0, from->w - gap) * 3 / 7, gap);
}

struct rect cut_words_top(struct rect *from, int32_t gap)
{
	return cut_top_gap(from, max_i32(0, from->h - gap) * 3 / 7, gap);
}

struct rect cut_middle(struct rect all, int32_t w, int32_t h)
{
	return cut_middle_width(cut_middle_height(all, h), w);
}

struct rect cut_middle_height(struct rect all, int32_t h)
{
	int32_t height = clamp_i32(h, 0, max_i32(all.h, 0));

	return (struct rect){all.x, all.y + (all.h - height) / 2, all.w, height};
}

struct rect cut_middle_width(struct rect all, int32_t w)
{
	int32_t width = clamp_i32(w, 0, max_i32(all.w, 0));

	return (struct rect){all.x + (all.w - width) / 2, all.y, width, all.h};
}

struct rect cut_square(struct rect all)
{
	int32_t side = min_i32(all.w, all.h);

	return cut_middle(all, side, side);
}

struct rect cut_inset(struct rect all, int32_t x, int32_t y)
{
	int32_t across = clamp_i32(x, 0, max_i32(all.w, 0) / 2);
	int32_t down = clamp_i32(y, 0, max_i32(all.h, 0) / 2);

	return (struct rect){all.x + across, all.y + down, all.w - 2 * across, all.h - 2 * down};
}
