/* The sheet of ways forward: what a group may do next, area by area. */
#include "ui/screens/flow.h"
#include "ui/screens/screens.h"

enum { THINGS_MAX = AREAS_SHOWN_MAX * OPTIONS_MAX };

static const char *text_of(const struct view_options *options, const struct flow_thing *thing, const struct flow_thing *all)
{
	int32_t at = 0;

	while (&all[at] != thing && all[at].section != thing->section) {
		at++;
	}
	return options->areas[thing->section].text[(int32_t)(thing - all) - at];
}

/* As high as the text wants; on a small panel, or where the page is lower than that, as small as it may be. */
static int32_t height_of(const struct ui *ui, const char *text, int32_t width, int32_t page)
{
	int32_t want = ui_text_height(ui, STYLE_BODY, width, text);

	return want <= page && !ui_theme(ui)->compact ? want : min_i32(page, ui_text_height_floor(ui, STYLE_BODY, width, text));
}

static int32_t gather(struct ui *ui, const struct view_options *options, const struct flow *flow, int32_t width,
                      struct flow_thing things[THINGS_MAX])
{
	int32_t count = 0;

	for (int32_t i = 0; i < options->area_count; i++) {
		for (int32_t j = 0; j < options->areas[i].count; j++) {
			things[count++] = (struct flow_thing){.section = i,
			                                      .height = height_of(ui, options->areas[i].text[j], width, flow->height - flow->frame)};
		}
	}
	return count;
}

/* The suggestions of one area, or those of them that stand together. */
static void draw_area(struct ui *ui, const struct view_options *options, struct rect frame, const struct flow *flow,
                      const struct flow_thing *first, const struct flow_thing *all)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect inner = t->compact ? frame : ui_card(ui, frame, NULL);

	ui_labelled(ui, &inner, options->areas[first->section].name);
	ui_group(ui, NULL);
	for (int32_t i = 0; i < first->run; i++) {
		struct rect place = cut_top_gap(&inner, first[i].height, flow->gap);

		if (i > 0) {
			ui_divider(ui, (struct rect){place.x, place.y - flow->gap, place.w, flow->gap});
		}
		ui_text(ui, place, STYLE_BODY, text_of(options, &first[i], all));
	}
}

void screen_options(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	struct foot foot = {.back = {.label = _("Back"), .command = command_of(CMD_SHEET, SHEET_NONE, 0)}};
	struct rect rest = chrome_top(ui, view, &(struct top){.title = _("Ways forward"), .about = _("suggestions to choose among")});
	struct rect page = cut_inset(rest, t->margin, 0);
	struct flow flow = {.columns = t->portrait || t->compact ? 1 : 2, .gap = 2 * t->snug, .space = t->space,
	                    .frame = ui_line_height(ui, STYLE_LABEL) + t->snug + (t->compact ? 0 : 2 * t->pad)};
	struct flow_thing things[THINGS_MAX];

	page.h = flow_room(ui, rest, &foot);
	flow.height = page.h;
	int32_t width = cut_column(page, flow.columns, 0, flow.space).w - (t->compact ? 0 : 2 * t->pad);
	int32_t count = gather(ui, &view->options, &flow, width, things);
	struct pages pages = ui_pages(view, flow_place(&flow, things, count), 1);

	flow_turns(ui, pages, &foot);
	page.y = flow_page(ui, view, rest, &foot).y;
	for (int32_t i = 0; i < count; i++) {
		if (things[i].run > 0 && things[i].page == pages.page) {
			draw_area(ui, &view->options, flow_frame(&flow, page, &things[i]), &flow, &things[i], things);
		}
	}
}
