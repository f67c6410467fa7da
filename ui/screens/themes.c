/* What to rate: a theme, a whole area, or everything. Each area is a heading that can be tapped, with its themes under it, so that a
   theme always stands with its area. */
#include "ui/screens/flow.h"
#include "ui/screens/screens.h"

enum { COLUMNS_MAX = 2 + 1, AREAS_WIDE = 2 + 2 };

/* As much of an area as stands together: its heading and some of its themes. */
struct block {
	int32_t area;              /* its heading's place in the list */
	int32_t first, count;      /* themes in the list */
};

/* How blocks stand on a page, and themes in a block. */
struct grid {
	int32_t beside;            /* blocks on a page */
	int32_t columns, rows;     /* of themes in a block */
	int32_t heading, height;   /* px: the area's button, a theme's */
	bool framed, on_top;       /* in cards; the area stands in the bar at the top, not over its themes */
};

static const char *statements_of(struct ui *ui, int32_t count)
{
	return ui_say(ui, ngettext("%d statement", "%d statements", (unsigned long)count), count);
}

/* Large words on a small panel. */
static bool cramped(const struct ui *ui)
{
	return ui_theme(ui)->compact && ui_theme(ui)->large;
}

static int32_t next_area(const struct view_themes *list, int32_t at)
{
	for (at++; at < list->count && !list->themes[at].heading; at++) {
	}
	return at;
}

/* ---- measuring ---- */

static int32_t most_themes(const struct view_themes *list)
{
	int32_t most = 1;

	for (int32_t at = 0; at < list->count; at = next_area(list, at)) {
		most = max_i32(most, next_area(list, at) - at - 1);
	}
	return most;
}

static int32_t widest_name(const struct ui *ui, const struct view_themes *list)
{
	int32_t widest = 0;

	for (int32_t i = 0; i < list->count; i++) {
		widest = max_i32(widest, ui_text_width(ui, STYLE_STRONG, list->themes[i].name));
	}
	return widest;
}

/* The height that any theme wants, in that width, or the least in which nothing is cut. */
static int32_t height_of(struct ui *ui, const struct view_themes *list, int32_t width, bool at_floor)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t room = ui_choice_room(ui, width), height = at_floor ? t->control_small : t->control;

	for (int32_t i = 0; i < list->count; i++) {
		const char *name = list->themes[i].name, *statements = statements_of(ui, list->themes[i].statements);
		int32_t least = ui_text_height_floor(ui, STYLE_STRONG, room, name) + ui_text_height_floor(ui, STYLE_QUIET, room, statements) + t->snug;
		int32_t want = ui_text_height(ui, STYLE_STRONG, room, name) + ui_text_height(ui, STYLE_QUIET, room, statements) + (2 + 2) * t->snug;

		height = max_i32(height, at_floor ? least : want);
	}
	return height;
}

/* No word of any theme has to be broken in that width. */
static bool words_fit(struct ui *ui, const struct view_themes *list, int32_t width)
{
	struct rect room = {0, 0, ui_choice_room(ui, width), ui_canvas(ui).h};

	for (int32_t i = 0; i < list->count; i++) {
		if (!ui_text_fits(ui, STYLE_STRONG, room, list->themes[i].name) ||
		    !ui_text_fits(ui, STYLE_QUIET, room, statements_of(ui, list->themes[i].statements))) {
			return false;
		}
	}
	return true;
}

/* Themes in as few columns as hold all of an area on the page; if none does, in as many as words allow, and over pages. */
static void fit_themes(struct ui *ui, const struct view_themes *list, struct rect inner, struct grid *grid)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t most = most_themes(list), room = inner.h - (grid->on_top ? 0 : grid->heading + t->gap), over;

	for (int32_t columns = 1; columns <= COLUMNS_MAX; columns++) {
		int32_t width = cut_column(inner, columns, 0, t->gap).w, rows = (most + columns - 1) / columns;

		if (columns > 1 && (grid->rows * grid->columns >= most || !words_fit(ui, list, width))) {
			break;
		}
		grid->columns = columns;
		grid->height = height_of(ui, list, width, true);
		grid->rows = min_i32(rows, ui_rows_fit(room, grid->height, t->gap));
	}
	/* What is over goes to the area, too, which is no smaller than its themes. */
	over = grid->on_top || cramped(ui) ? 0 : max_i32(0, room - grid->rows * (grid->height + t->gap) + t->gap) / (grid->rows + 1);
	over = min_i32(over, max_i32(0, height_of(ui, list, inner.w, false) - grid->heading));
	grid->heading += over;
	room -= over;
	int32_t want = height_of(ui, list, cut_column(inner, grid->columns, 0, t->gap).w, false);

	grid->height = clamp_i32((room + t->gap) / grid->rows - t->gap, min_i32(grid->height, room), max_i32(grid->height, want));
}

static struct grid grid_of(struct ui *ui, const struct view_themes *list, struct rect page, bool on_top)
{
	const struct ui_theme *t = ui_theme(ui);
	struct grid grid = {.framed = !t->compact, .on_top = on_top, .beside = t->portrait || t->compact ? 1 : 2};
	int32_t pads = grid.framed ? 2 * t->pad : 0;

	if (grid.beside > 1 && ui_choice_room(ui, cut_column(page, AREAS_WIDE, 0, t->space).w - pads) >= widest_name(ui, list)) {
		grid.beside = AREAS_WIDE;
	}
	struct rect inner = cut_column(page, grid.beside, 0, t->space);

	inner.w -= pads + pads / 2;
	inner.h -= pads;
	grid.heading = cramped(ui) ? t->control_small : height_of(ui, list, inner.w, true);
	fit_themes(ui, list, inner, &grid);
	return grid;
}

static int32_t blocks_of(const struct view_themes *list, const struct grid *grid, struct block blocks[ARRAY_LEN(list->themes)])
{
	int32_t room = grid->columns * grid->rows, count = 0;

	for (int32_t at = 0; at < list->count; at = next_area(list, at)) {
		int32_t end = next_area(list, at), first = at + 1;

		do {
			blocks[count++] = (struct block){.area = at, .first = first, .count = min_i32(room, end - first)};
			first += room;
		} while (first < end);
	}
	return count;
}

/* ---- drawing ---- */

static struct command rate_area(const struct view_theme *area)
{
	return command_of(CMD_SETUP_AREA, area->index, 0);
}

static void draw_themes(struct ui *ui, const struct view_themes *list, struct rect box, const struct grid *grid, const struct block *block)
{
	const struct ui_theme *t = ui_theme(ui);
	const char *names[ARRAY_LEN(list->themes)], *counts[ARRAY_LEN(list->themes)];
	int32_t room = ui_choice_room(ui, cut_column(box, grid->columns, 0, t->gap).w);

	for (int32_t i = 0; i < block->count; i++) {
		names[i] = list->themes[block->first + i].name;
		counts[i] = statements_of(ui, list->themes[block->first + i].statements);
	}
	ui_one_size(ui, STYLE_QUIET, room, ui_line_height(ui, STYLE_QUIET), counts, block->count);
	ui_one_size(ui, STYLE_STRONG, room, grid->height - t->snug - ui_line_height(ui, STYLE_QUIET), names, block->count);
	for (int32_t i = 0; i < block->count; i++) {
		const struct view_theme *theme = &list->themes[block->first + i];

		ui_choice(ui, cut_cell(box, grid->columns, grid->rows, i, t->gap), theme->name, counts[i], theme->chosen,
		          command_of(CMD_SETUP_THEME, theme->index, 0));
	}
	ui_one_size_end(ui);
	ui_one_size_end(ui);
}

/* The area itself is offered once; where its themes go on, its name stands over them. */
static void draw_heading(struct ui *ui, struct rect box, const struct view_theme *area, bool first)
{
	if (first) {
		const char *whole = ui_say(ui, _("the whole area · %s"), statements_of(ui, area->statements));

		ui_choice(ui, box, area->name, cramped(ui) ? NULL : whole, area->chosen, rate_area(area));
	} else {
		ui_line(ui, box, STYLE_STRONG, INK_QUIET, ALIGN_CENTRE, area->name);
	}
}

static void draw_block(struct ui *ui, const struct view_themes *list, struct rect box, const struct grid *grid, const struct block *block)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_theme *area = &list->themes[block->area];
	int32_t themes = grid->rows * (grid->height + t->gap) - t->gap;
	struct rect inner = box;

	if (grid->framed) {
		inner = ui_card(ui, cut_top(&box, 2 * t->pad + grid->heading + t->gap + themes), NULL);
	}
	ui_group(ui, area->name);
	if (!grid->on_top) {
		draw_heading(ui, cut_top_gap(&inner, grid->heading, t->gap), area, block->first == block->area + 1);
		/* Under a heading, and a little in from it. */
		cut_left(&inner, grid->framed ? t->pad : 0);
	}
	draw_themes(ui, list, cut_top(&inner, themes), grid, block);
	ui_group(ui, NULL);
}

/* Large words on a small panel leave room for "All areas" on the first page alone. */
static struct foot foot_of(const struct ui *ui, const struct view_themes *list, const struct view_levels *levels, int32_t page)
{
	struct foot foot = {.back = {.label = _("Back"), .command = command_of(CMD_GO, SCREEN_SETUP, -1)}};

	if (list->may_area && (page == 0 || !cramped(ui))) {
		foot.quiet[0] = (struct action){.label = _("All areas"), .command = command_of(CMD_SETUP_AREA, -1, 0)};
	}
	if (levels->count > 1 && !cramped(ui)) {
		foot.quiet[1] = (struct action){.label = _("Change level"), .command = command_of(CMD_GO, SCREEN_LEVELS, SCREEN_THEMES)};
	}
	return foot;
}

/* On a low panel the area of the page stands in the bar. */
static struct rect draw_top(struct ui *ui, const struct view *view, const struct view_theme *area)
{
	struct top top = {.title = _("What will you rate?"), .about = view->levels.count > 1 ? view->levels.chosen : NULL, .about_short = ""};

	if (area != NULL) {
		top.title = area->name;
		top.about = statements_of(ui, area->statements);
		top.about_short = "";
		top.action[0] = (struct action){.label = _("The whole area"), .command = rate_area(area)};
	}
	return chrome_top(ui, view, &top);
}

void screen_themes(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_themes *list = &view->themes;
	struct block blocks[ARRAY_LEN(list->themes)];
	struct rect page = cut_inset(ui_canvas(ui), t->margin, 0);

	/* Where the bar shows the area, its height must be known before what stands in it. */
	bool on_top = t->compact && !t->portrait;
	struct rect rest = on_top ? flow_under_top(ui) : draw_top(ui, view, NULL);

	struct foot first = foot_of(ui, list, &view->levels, 0), later = foot_of(ui, list, &view->levels, 1);

	first.more[0] = (struct action){.label = C_("pages", "More"), .command = command_of(CMD_PAGE, 1, 0)};
	page.h = min_i32(flow_over(ui, rest, &first), flow_room(ui, rest, &later));
	struct grid grid = grid_of(ui, list, page, on_top);
	int32_t count = blocks_of(list, &grid, blocks);
	struct pages pages = ui_pages(view, count, grid.beside);
	struct foot foot = foot_of(ui, list, &view->levels, pages.page);

	if (on_top) {
		rest = draw_top(ui, view, count > 0 ? &list->themes[blocks[pages.first].area] : NULL);
	}

	flow_turns(ui, pages, &foot);
	page.y = flow_page(ui, view, rest, &foot).y;
	for (int32_t i = 0; i < pages.count; i++) {
		draw_block(ui, list, cut_column(page, grid.beside, i, t->space), &grid, &blocks[pages.first + i]);
	}
}
