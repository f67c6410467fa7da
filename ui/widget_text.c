/* Texts in boxes: the largest size that fits. */
#include <string.h>

#include "firmware/base/str.h"
#include "ui/inside.h"

#define PARTS_MAX 16
#define WHOLE 1000                /* a scale in thousandths of the wanted sizes */
#define SPARE_FROM 800            /* before everything gets smaller than this, the spare parts go */
#define SMALLER(scale) ((scale) * 15 / 16)
#define TINY 100
#define SMALL 600                 /* paged words would rather take a page more */

/* A stack on its way into a box. */
struct laying {
	struct ui *ui;
	struct rect box;
	const struct part *parts;
	struct stack how;
	int32_t count;
	const char *texts[PARTS_MAX];     /* as they are drawn */
	int32_t sizes[PARTS_MAX];
	int32_t pitch[PARTS_MAX];
	int32_t width[PARTS_MAX];         /* that lines are broken at */
	bool out[PARTS_MAX];
	int32_t dropped;                  /* so many of the spare parts are out, from the last */
	bool under_floor;
	int32_t torn, torn_headings;      /* parts that go on over a page, as they were last counted */
	int32_t scale;
};

static const struct ruler *ruler_of(const struct ui *ui)
{
	return ui->config.ruler;
}

int32_t ui_wanted(const struct ui *ui, enum style style)
{
	int32_t size = ui->theme.type[style].size;

	for (int32_t i = 0; i < ui->one_size_count; i++) {
		if (ui->one_size[i].style == style) {
			size = min_i32(size, ui->one_size[i].size);
		}
	}
	return size;
}

static const char *as_drawn(struct ui *ui, enum style style, const char *text)
{
	if (style != STYLE_LABEL) {
		return text;
	}
	size_t cap = strlen(text) + 1;
	char *capitals = ui_scratch(ui, cap);

	text_capitals(capitals, cap, text);
	return capitals;
}

static int32_t air(const struct laying *l, int32_t i)
{
	return (int32_t)((int64_t)l->parts[i].before * l->scale / WHOLE);
}

/* Chooses sizes for the scale. True if every part has come down to its floor. */
static bool choose_sizes(struct laying *l)
{
	bool floored = true;
	int32_t spare = 0;

	for (int32_t i = l->count - 1; i >= 0; i--) {
		enum style style = l->parts[i].style;
		int32_t floor = l->under_floor ? 1 : l->ui->theme.type[style].floor;
		int32_t wanted = ui_wanted(l->ui, style);
		int32_t size = (int32_t)((int64_t)wanted * l->scale / WHOLE);

		bool there = l->texts[i] != NULL && l->texts[i][0] != '\0';

		spare += there && l->parts[i].spare ? 1 : 0;
		l->out[i] = !there || (l->parts[i].spare && spare <= l->dropped);
		l->sizes[i] = max_i32(size, min_i32(floor, wanted));
		floored = floored && (l->out[i] || l->sizes[i] <= floor);
	}
	return floored;
}

/* Measures the stack at its sizes. True if no word is broken. */
static bool measure(struct laying *l, int32_t *height)
{
	bool whole = true;
	int32_t used = 0;

	for (int32_t i = 0; i < l->count; i++) {
		if (l->out[i]) {
			continue;
		}
		enum face face = l->ui->theme.type[l->parts[i].style].face;
		struct text_shape shape = text_shape(ruler_of(l->ui), face, l->sizes[i], l->box.w, l->texts[i]);

		l->pitch[i] = shape.pitch;
		l->width[i] = l->box.w;
		whole = whole && !shape.broken && shape.width <= l->box.w;
		used += (used > 0 ? air(l, i) : 0) + shape.height;
	}
	*height = used;
	return whole;
}

/* True if a spare part is still there. */
static bool has_spare(const struct laying *l)
{
	for (int32_t i = 0; i < l->count; i++) {
		if (l->parts[i].spare && !l->out[i]) {
			return true;
		}
	}
	return false;
}

/* Finds sizes. Returns the height; *pages is left at 1 unless the stack must be paged. */
static int32_t fit(struct laying *l, int32_t *pages)
{
	int32_t height = 0;

	*pages = 1;
	for (l->scale = WHOLE;; l->scale = SMALLER(l->scale)) {
		bool floored = choose_sizes(l);

		if ((measure(l, &height) && height <= l->box.h) || l->scale < TINY) {
			return height;
		}
		if (has_spare(l) && (floored || l->scale < SPARE_FROM)) {
			l->dropped++;
			l->scale = WHOLE * 16 / 15 + 1;
		} else if (floored && l->how.paged) {
			*pages = 2;   /* at least; counted when drawn */
			return height;
		} else if (floored && height <= l->box.h) {
			return height;   /* a word that is longer than the line is broken, and all of it is there */
		} else if (floored) {
			l->under_floor = true;
		}
	}
}

static int32_t left_edge(const struct laying *l, int32_t width)
{
	switch (l->how.align) {
	case ALIGN_LEFT: return l->box.x;
	case ALIGN_CENTRE: return l->box.x + (l->box.w - width) / 2;
	case ALIGN_RIGHT: return l->box.x + l->box.w - width;
	}
	return l->box.x;
}

static void balance(struct laying *l)
{
	for (int32_t i = 0; i < l->count; i++) {
		if (l->how.balanced && !l->out[i]) {
			l->width[i] = text_balanced_width(ruler_of(l->ui), l->ui->theme.type[l->parts[i].style].face, l->sizes[i], l->box.w,
			                                  l->texts[i]);
		}
	}
}

static bool is_heading(enum style style)
{
	return style == STYLE_LABEL || style == STYLE_STRONG || style == STYLE_TITLE || style == STYLE_HEADING || style == STYLE_DISPLAY;
}

/* A heading does not stay behind at the foot of a page: what it heads begins there, too. */
static bool left_behind(const struct laying *l, int32_t i, int32_t y)
{
	enum style style = l->parts[i].style;
	struct text_shape shape;

	if (!is_heading(style) || style == STYLE_HEADING || i + 1 >= l->count || l->out[i + 1]) {
		return false;
	}
	shape = text_shape(ruler_of(l->ui), l->ui->theme.type[style].face, l->sizes[i], l->width[i], l->texts[i]);
	return y + shape.height + air(l, i + 1) + l->pitch[i + 1] > l->box.y + l->box.h;
}

/* Draws the lines of one page (none where page < 0) and counts all pages. *end is where the page that is drawn ends. */
static int32_t draw_pages(struct laying *l, int32_t top, bool paged, int32_t page, int32_t *end)
{
	struct draw_list *list = &l->ui->frame.list;
	int32_t y = top, at_page = 0;

	*end = top;
	l->torn = l->torn_headings = 0;
	for (int32_t i = 0; i < l->count; i++) {
		enum style style = l->parts[i].style;
		enum face face = l->ui->theme.type[style].face;
		struct text_line line;
		size_t at = 0;
		int32_t began;

		if (l->out[i]) {
			continue;
		}
		y += y > top ? air(l, i) : 0;
		if (paged && y > top && left_behind(l, i, y)) {
			at_page++;
			y = top;
		}
		began = at_page;
		while (text_next_line(ruler_of(l->ui), face, l->sizes[i], l->width[i], l->texts[i], &at, &line)) {
			if (paged && y > top && y + l->pitch[i] > l->box.y + l->box.h) {
				/* Its first line may be the one that opens the page. */
				began += line.first == 0 ? 1 : 0;
				at_page++;
				y = top;
			}
			if (!paged || at_page == page) {
				draw_text(list, (struct rect){left_edge(l, line.width), y, line.width, l->pitch[i]}, face, l->sizes[i],
				          theme_ink(&l->ui->theme, style, l->parts[i].ink), l->texts[i] + line.first, line.len);
				*end = y + l->pitch[i];
			}
			y += l->pitch[i];
		}
		l->torn += at_page > began ? 1 : 0;
		l->torn_headings += at_page > began && is_heading(style) ? 1 : 0;
	}
	return at_page + 1;
}

/* The largest scale that takes no more than so many pages and tears no more than so many parts, or headings. */
static void grow_within(struct laying *l, int32_t pages, int32_t torn, bool any_part)
{
	int32_t end, height;
	bool floored = false;

	for (l->scale = WHOLE; !floored; l->scale = SMALLER(l->scale)) {
		floored = choose_sizes(l);
		if (measure(l, &height) && draw_pages(l, l->box.y, true, -1, &end) <= pages && (any_part ? l->torn : l->torn_headings) <= torn) {
			return;
		}
	}
}

/* Over several pages a text is as large as it can be on no more of them than it takes at its floor, with no more of its parts torn. If
   that is small, and a page more is welcome, that one is used, and only headings stay whole. */
static void grow(struct laying *l)
{
	int32_t end, pages = draw_pages(l, l->box.y, true, -1, &end), torn_headings = l->torn_headings;

	grow_within(l, pages, l->torn, true);
	if (l->how.roomy && l->scale < SMALL) {
		grow_within(l, pages + 1, torn_headings, false);
	}
}

struct stacked ui_stack(struct ui *ui, struct rect box, const struct part *parts, int32_t count, struct stack how)
{
	struct laying l = {.ui = ui, .box = box, .parts = parts, .how = how, .count = count};
	struct stacked stacked = {.pages = 1};
	int32_t height, end, top = box.y;
	uint32_t pool;
	int32_t draws;

	assert(count <= PARTS_MAX);
	for (int32_t i = 0; i < count; i++) {
		l.texts[i] = parts[i].text == NULL ? NULL : as_drawn(ui, parts[i].style, parts[i].text);
	}
	height = fit(&l, &stacked.pages);
	ui->squeezed += l.under_floor ? 1 : 0;
	if (stacked.pages > 1) {
		grow(&l);
	}
	balance(&l);
	if (how.middle && stacked.pages == 1) {
		top += max_i32(0, (box.h - height) / 2);
	}
	draws = ui->frame.list.count;
	pool = ui->frame.list.pool_used;
	int32_t pages = draw_pages(&l, top, stacked.pages > 1, how.page, &end);

	if (stacked.pages > 1 && how.page >= pages) {
		/* The last page stands for those that are not there. */
		ui->frame.list.count = draws;
		ui->frame.list.pool_used = pool;
		draw_pages(&l, top, true, pages - 1, &end);
	}
	stacked.pages = stacked.pages > 1 ? pages : 1;
	stacked.height = stacked.pages > 1 ? box.h : end - box.y;
	return stacked;
}

struct stacked ui_text_in(struct ui *ui, struct rect box, enum style style, enum ink ink, struct stack how, const char *text)
{
	return ui_stack(ui, box, &(struct part){.style = style, .text = text, .ink = ink}, 1, how);
}

struct stacked ui_text(struct ui *ui, struct rect box, enum style style, const char *text)
{
	return ui_text_in(ui, box, style, INK_OF_STYLE, (struct stack){.align = ALIGN_LEFT}, text);
}

int32_t ui_stack_pages(struct ui *ui, struct rect box, const struct part *parts, int32_t count)
{
	int32_t draws = ui->frame.list.count;
	uint32_t pool = ui->frame.list.pool_used;
	int32_t pages = ui_stack(ui, box, parts, count, (struct stack){.paged = true}).pages;

	ui->frame.list.count = draws;
	ui->frame.list.pool_used = pool;
	return pages;
}

void ui_read(struct ui *ui, const struct view *view, struct rect box, const struct part *parts, int32_t count, struct stack how)
{
	int32_t draws = ui->frame.list.count;
	uint32_t pool = ui->frame.list.pool_used;
	struct rect foot;

	how.paged = true;
	how.roomy = true;
	how.page = view->page;
	if (ui_stack(ui, box, parts, count, how).pages == 1) {
		return;
	}
	ui->frame.list.count = draws;
	ui->frame.list.pool_used = pool;
	foot = cut_bottom_gap(&box, ui->theme.control_small, ui->theme.snug);
	if (box.h < ui->theme.type[parts[0].style].floor * 5 / 4) {
		/* Not even a line over the pager: everything is there, under its floor. */
		how.paged = false;
		box.h += foot.h + ui->theme.snug;
		ui_stack(ui, box, parts, count, how);
		return;
	}
	int32_t pages = ui_stack(ui, box, parts, count, how).pages;

	ui_pager(ui, foot, (struct pages){.page = min_i32(view->page, pages - 1), .pages = pages, .asked = view->page});
}

void ui_line(struct ui *ui, struct rect box, enum style style, enum ink ink, enum align align, const char *text)
{
	const struct type *type = &ui->theme.type[style];
	const char *drawn = as_drawn(ui, style, text == NULL ? "" : text);
	int32_t size = ui_wanted(ui, style);
	struct laying l = {.box = box, .how = {.align = align}};
	size_t len = strlen(drawn);
	int32_t width = text_width(ruler_of(ui), type->face, size, drawn);

	if (len == 0) {
		return;
	}
	while ((width > box.w || size > box.h) && size > 1) {
		if (size == type->floor) {
			ui->squeezed++;
		}
		size = text_step_down(size, size > type->floor ? type->floor : 1);
		width = text_width(ruler_of(ui), type->face, size, drawn);
	}
	int32_t pitch = ruler_of(ui)->line_height(ruler_of(ui)->self, type->face, size);

	draw_text(&ui->frame.list, (struct rect){left_edge(&l, width), box.y + (box.h - pitch) / 2, width, pitch}, type->face, size,
	          theme_ink(&ui->theme, style, ink), drawn, len);
}

void ui_label(struct ui *ui, struct rect box, enum style style, colour_t colour, enum align align, const char *text)
{
	const struct type *type = &ui->theme.type[style];
	struct text_fit set = text_fit(ruler_of(ui), type->face, ui_wanted(ui, style), type->floor, box.w, box.h, text);
	struct laying l = {.box = box, .how = {.align = align}};
	struct text_line line;
	size_t at = 0;

	while (set.shape.height > box.h && set.size > 1) {
		set = text_fit(ruler_of(ui), type->face, set.size - 1, 1, box.w, box.h, text);
		ui->squeezed++;
	}
	int32_t width = text_balanced_width(ruler_of(ui), type->face, set.size, box.w, text);
	int32_t y = box.y + (box.h - set.shape.height) / 2;

	while (text_next_line(ruler_of(ui), type->face, set.size, width, text, &at, &line)) {
		draw_text(&ui->frame.list, (struct rect){left_edge(&l, line.width), y, line.width, set.shape.pitch}, type->face, set.size, colour,
		          text + line.first, line.len);
		y += set.shape.pitch;
	}
}

void ui_flow(struct ui *ui, struct rect *from, enum style style, enum ink ink, const char *text)
{
	struct rect box = cut_top(from, ui_text_height(ui, style, from->w, text));

	ui_text_in(ui, box, style, ink, (struct stack){.align = ALIGN_LEFT}, text);
}

static int32_t height_at(const struct ui *ui, enum style style, int32_t size, int32_t width, const char *text)
{
	char capitals[LABEL_BYTES];

	if (style == STYLE_LABEL) {
		text_capitals(capitals, sizeof capitals, text);
		text = capitals;
	}
	return text_shape(ruler_of(ui), ui->theme.type[style].face, size, width, text).height;
}

int32_t ui_text_height(const struct ui *ui, enum style style, int32_t width, const char *text)
{
	return height_at(ui, style, ui_wanted(ui, style), width, text);
}

int32_t ui_text_height_floor(const struct ui *ui, enum style style, int32_t width, const char *text)
{
	return height_at(ui, style, ui->theme.type[style].floor, width, text);
}

bool ui_text_fits(const struct ui *ui, enum style style, struct rect box, const char *text)
{
	const struct type *type = &ui->theme.type[style];
	char capitals[LABEL_BYTES];

	if (style == STYLE_LABEL) {
		text_capitals(capitals, sizeof capitals, text);
		text = capitals;
	}
	struct text_shape shape = text_shape(ruler_of(ui), type->face, type->floor, box.w, text);

	return shape.height <= box.h && shape.width <= box.w && !shape.broken;
}

int32_t ui_text_width(const struct ui *ui, enum style style, const char *text)
{
	char capitals[LABEL_BYTES];

	if (style == STYLE_LABEL) {
		text_capitals(capitals, sizeof capitals, text);
		text = capitals;
	}
	return text_width(ruler_of(ui), ui->theme.type[style].face, ui_wanted(ui, style), text);
}

int32_t ui_word_width(const struct ui *ui, enum style style, const char *text)
{
	char word[LABEL_BYTES];
	int32_t widest = 0;

	for (const char *at = text; *at != '\0'; at += strspn(at, " ")) {
		size_t len = strcspn(at, " ");

		/* No word is longer than a label; one that is does not fit anything, anyway. */
		str_copy(word, len < sizeof word ? len + 1 : sizeof word, at);
		widest = max_i32(widest, ui_text_width(ui, style, word));
		at += len;
	}
	return widest;
}

int32_t ui_line_height(const struct ui *ui, enum style style)
{
	return ruler_of(ui)->line_height(ruler_of(ui)->self, ui->theme.type[style].face, ui_wanted(ui, style));
}

void ui_one_size(struct ui *ui, enum style style, int32_t w, int32_t h, const char *const *texts, int32_t count)
{
	const struct type *type = &ui->theme.type[style];
	int32_t size = ui_wanted(ui, style);

	for (int32_t i = 0; i < count; i++) {
		char capitals[LABEL_BYTES];
		const char *text = texts[i];

		if (style == STYLE_LABEL) {
			text_capitals(capitals, sizeof capitals, text);
			text = capitals;
		}
		size = min_i32(size, text_fit(ruler_of(ui), type->face, size, type->floor, w, h, text).size);
	}
	assert(ui->one_size_count < SIZES_MAX);
	ui->one_size[ui->one_size_count++] = (struct one_size){.style = style, .size = size};
}

void ui_one_size_end(struct ui *ui)
{
	assert(ui->one_size_count > 0);
	ui->one_size_count--;
}
