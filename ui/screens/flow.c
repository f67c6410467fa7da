/* Screens that are longer than the glass. */
#include "ui/screens/flow.h"

/* Px between the bar at the top and the page that it lacks, so that buttons on both sides stay apart. */
static int32_t air(const struct ui *ui)
{
	const struct ui_theme *t = ui_theme(ui);

	return max_i32(0, t->gap - t->snug - (t->portrait ? 0 : t->compact ? t->snug / 2 : t->snug));
}

int32_t flow_over(struct ui *ui, struct rect rest, const struct foot *foot)
{
	return max_i32(1, rest.h - chrome_foot_height(ui, foot) - air(ui));
}

int32_t flow_room(struct ui *ui, struct rect rest, const struct foot *foot)
{
	struct foot turning = *foot;

	flow_turns(ui, (struct pages){.page = 1, .pages = 2 + 1}, &turning);
	return flow_over(ui, rest, &turning);
}

struct rect flow_under_top(const struct ui *ui)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect rest = ui_canvas(ui);

	int32_t air = t->compact ? t->snug / 2 : t->snug;

	cut_top(&rest, t->control_small + 2 * air + max_i32(t->snug, t->gap - air));
	return rest;
}

struct rect flow_page(struct ui *ui, const struct view *view, struct rect rest, const struct foot *foot)
{
	struct rect page = cut_inset(chrome_foot(ui, view, rest, foot), ui_theme(ui)->margin, 0);

	cut_top(&page, air(ui));
	return page;
}

void flow_turns(struct ui *ui, struct pages pages, struct foot *foot)
{
	int32_t count = 0;

	if (pages.pages <= 1) {
		return;
	}
	if (pages.page > 0) {
		foot->more[count++] = (struct action){.label = _("Previous"),
		                                      .command = command_of(CMD_PAGE, pages.page - 1 - pages.asked, 0)};
	}
	if (pages.page + 1 < pages.pages) {
		foot->more[count++] = (struct action){.label = C_("pages", "More"),
		                                      .command = command_of(CMD_PAGE, pages.page + 1 - pages.asked, 0)};
	}
	if (!ui_theme(ui)->portrait && foot->hint == NULL) {
		foot->hint = ui_say(ui, _("page %d of %d"), pages.page + 1, pages.pages);
	}
}

/* Where the next thing would go. */
struct pen {
	int32_t page, column, y;
	int32_t start;             /* the thing that begins the frame that is open; -1 none */
};

static void next_column(const struct flow *flow, struct pen *pen)
{
	pen->column++;
	if (pen->column == flow->columns) {
		pen->column = 0;
		pen->page++;
	}
	pen->y = 0;
	pen->start = -1;
}

static int32_t section_height(const struct flow *flow, const struct flow_thing *things, int32_t count, int32_t first)
{
	int32_t height = flow->frame + things[first].head;

	for (int32_t i = first; i < count && things[i].section == things[first].section; i++) {
		height += things[i].height + (i > first ? flow->gap : 0);
	}
	return height;
}

/* Opens a frame for things[i]: here, or in the next column if that keeps its section together or this one is full. */
static void open_frame(const struct flow *flow, struct flow_thing *things, int32_t count, int32_t i, struct pen *pen)
{
	bool new_section = i == 0 || things[i - 1].section != things[i].section;
	int32_t whole = section_height(flow, things, count, i);
	int32_t left = flow->height - pen->y - (pen->y > 0 ? flow->space : 0);
	/* Not where so much of the column would stay empty that it looks forgotten. */
	bool keep = new_section && whole > left && whole <= flow->height && left < flow->height - flow->height / (2 + 1);

	if (pen->y > 0 && (keep || flow->frame + things[i].head + things[i].height > left)) {
		next_column(flow, pen);
	}
	things[i].top = pen->y + (pen->y > 0 ? flow->space : 0);
	pen->y = things[i].top + flow->frame + things[i].head;
	pen->start = i;
}

int32_t flow_place(const struct flow *flow, struct flow_thing *things, int32_t count)
{
	struct pen pen = {.start = -1};

	for (int32_t i = 0; i < count; i++) {
		bool goes_on = pen.start >= 0 && things[pen.start].section == things[i].section &&
		               pen.y + flow->gap + things[i].height <= flow->height;

		things[i].run = 0;
		if (goes_on) {
			pen.y += flow->gap;
		} else {
			if (pen.start >= 0 && things[pen.start].section == things[i].section) {
				next_column(flow, &pen);
			}
			open_frame(flow, things, count, i, &pen);
		}
		things[i].page = pen.page;
		things[i].column = pen.column;
		pen.y += things[i].height;
		things[pen.start].run++;
		things[pen.start].frame_height = pen.y - things[pen.start].top;
	}
	return count == 0 ? 1 : pen.page + 1;
}

struct rect flow_frame(const struct flow *flow, struct rect page, const struct flow_thing *first)
{
	struct rect column = cut_column(page, flow->columns, first->column, flow->space);

	return (struct rect){column.x, column.y + first->top, column.w, first->frame_height};
}
