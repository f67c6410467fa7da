/* What to rate: a theme, a whole area, or everything. A theme always stands under its area. */
#include "ui/screens/chrome.h"
#include "ui/screens/flow.h"
#include "ui/screens/screens.h"

static const char *statements_of(struct ui *ui, int32_t count)
{
	return ui_say(ui, ngettext("%d statement", "%d statements", (unsigned long)count), count);
}

static const char *area_above(const struct view_themes *list, int32_t at)
{
	while (at > 0 && !list->themes[at].heading) {
		at--;
	}
	return list->themes[at].name;
}

/* The whole area is one of the choices under its own heading. */
static void draw_choice(struct ui *ui, const struct view_themes *list, int32_t at, struct rect box)
{
	const struct view_theme *theme = &list->themes[at];
	const char *count = statements_of(ui, theme->statements);

	ui_group(ui, area_above(list, at));
	if (theme->heading) {
		ui_choice(ui, box, _("The whole area"), count, theme->chosen, command_of(CMD_SETUP_AREA, theme->index, 0));
	} else {
		ui_choice(ui, box, theme->name, count, theme->chosen, command_of(CMD_SETUP_THEME, theme->index, 0));
	}
}

static struct foot foot_of(const struct view_themes *list)
{
	struct foot foot = {.back = {.label = _("Back"), .command = command_of(CMD_GO, SCREEN_SETUP, -1)}};

	if (list->may_area) {
		foot.quiet[0] = (struct action){.label = _("All areas"), .command = command_of(CMD_SETUP_AREA, -1, 0)};
	}
	return foot;
}

void screen_themes(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_themes *list = &view->themes;
	struct flow flow = {.columns = t->portrait || t->compact ? 1 : 2, .gap = t->gap, .space = t->space,
	                    .frame = ui_line_height(ui, STYLE_LABEL) + t->snug + 2 * t->pad};
	struct flow_thing things[ARRAY_LEN(list->themes)];
	struct foot foot = foot_of(list);
	struct rect rest = chrome_top(ui, view, &(struct top){.title = _("What do you want to rate?")});
	struct pages pages;
	int32_t section = 0;

	flow.height = flow_room(ui, rest, true) - t->snug;
	for (int32_t i = 0; i < list->count; i++) {
		section += list->themes[i].heading ? 1 : 0;
		things[i] = (struct flow_thing){.section = section, .height = t->control_small};
	}
	pages = ui_pages(view, flow_place(&flow, things, list->count), 1);
	flow_turns(ui, pages, &foot);
	rest = cut_inset(chrome_foot(ui, view, rest, &foot), t->margin, 0);
	for (int32_t i = 0; i < list->count; i++) {
		struct rect column = cut_column(rest, flow.columns, things[i].column, t->space);
		struct rect inner;

		if (things[i].run == 0 || things[i].page != pages.page) {
			continue;
		}
		inner = ui_card(ui, (struct rect){column.x, column.y + things[i].top, column.w, things[i].frame_height}, area_above(list, i));
		for (int32_t j = i; j < i + things[i].run; j++) {
			draw_choice(ui, list, j, cut_top_gap(&inner, things[j].height, t->gap));
		}
	}
	ui_group(ui, NULL);
}
