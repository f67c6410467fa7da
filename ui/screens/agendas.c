/* What can be held: the meetings that rate, those that talk, or all that there are. What belongs to this moment comes first. */
#include "ui/screens/flow.h"
#include "ui/screens/screens.h"

enum list { LIST_RATING, LIST_TALKING, LIST_ALL };
enum section { SECTION_NOW, SECTION_OTHER };

static const char *title_of(int32_t list)
{
	switch ((enum list)list) {
	case LIST_RATING: return _("Rate");
	case LIST_TALKING: return _("Talk");
	case LIST_ALL: break;
	}
	return _("What will you do?");
}

static const char *heading_of(const struct view_agendas *list, enum section section)
{
	bool any_now = false;

	for (int32_t i = 0; i < list->count; i++) {
		any_now = any_now || list->agendas[i].now;
	}
	return section == SECTION_NOW ? _("For this moment") : any_now ? _("For any week") : _("To choose from");
}

/* "20–60 min · 3–40 people". */
static const char *measures_of(struct ui *ui, const struct view_agenda *agenda)
{
	return ui_say(ui, _("%d–%d min · %d–%d people"), agenda->shortest_min, agenda->longest_min, agenda->smallest, agenda->largest);
}

/* A small panel says how long and how many, a larger one what it is, too. */
static const char *detail_of(struct ui *ui, const struct view_agenda *agenda)
{
	const char *measures = measures_of(ui, agenda);

	return ui_theme(ui)->compact || agenda->about[0] == '\0' ? measures : ui_say(ui, "%s\n%s", measures, agenda->about);
}

static struct flow flow_of(const struct ui *ui, struct rect page)
{
	const struct ui_theme *t = ui_theme(ui);

	return (struct flow){
		.height = page.h, .columns = t->portrait ? 1 : 2, .gap = t->gap, .space = t->space,
		.frame = ui_line_height(ui, STYLE_LABEL) + t->snug
	};
}

static int32_t words_height(const struct ui *ui, enum style style, int32_t width, const char *text, bool at_floor)
{
	return at_floor ? ui_text_height_floor(ui, style, width, text) : ui_text_height(ui, style, width, text);
}

/* One height for all, so that they stand in rows: what the longest needs, or `roomy` what it wants. */
static int32_t card_height(struct ui *ui, const struct view_agendas *list, const struct flow *flow, int32_t column, bool roomy)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t width = column - 2 * t->pad, height = t->control;
	bool at_floor = t->compact && !roomy;

	for (int32_t i = 0; i < list->count; i++) {
		const char *name = list->agendas[i].name, *detail = detail_of(ui, &list->agendas[i]);
		int32_t words = words_height(ui, STYLE_TITLE, width, name, at_floor) + words_height(ui, STYLE_QUIET, width, detail, at_floor);

		height = max_i32(height, words + (roomy ? 2 + 2 : 1 + 2) * t->snug);
	}
	return min_i32(height, flow->height - flow->frame);
}

/* Those of this moment first, each group in the order of the packs. */
static int32_t in_order(const struct view_agendas *list, int32_t order[VIEW_AGENDAS_MAX])
{
	int32_t count = 0;

	for (enum section section = SECTION_NOW; section <= SECTION_OTHER; section++) {
		for (int32_t i = 0; i < list->count; i++) {
			if (list->agendas[i].now == (section == SECTION_NOW)) {
				order[count++] = i;
			}
		}
	}
	return count;
}

/* Places cards of that height. Returns how many pages they take. */
static int32_t place(const struct view_agendas *list, const int32_t *order, const struct flow *flow, int32_t height, struct flow_thing *things)
{
	for (int32_t i = 0; i < list->count; i++) {
		things[i] = (struct flow_thing){.section = list->agendas[order[i]].now ? SECTION_NOW : SECTION_OTHER, .height = height};
	}
	return flow_place(flow, things, list->count);
}

/* Cards that stand under one heading. */
static void draw_run(struct ui *ui, const struct view_agendas *list, const int32_t *order, const struct flow_thing *first, struct rect frame,
                     int32_t gap)
{
	ui_labelled(ui, &frame, heading_of(list, (enum section)first->section));
	for (int32_t i = 0; i < first->run; i++) {
		const struct view_agenda *agenda = &list->agendas[order[i]];

		ui_card_button(ui, cut_top_gap(&frame, first->height, gap), agenda->name, detail_of(ui, agenda), NULL,
		               command_of(CMD_GO, SCREEN_SETUP, agenda->index));
	}
	ui_group(ui, NULL);
}

void screen_agendas(struct ui *ui, const struct view *view)
{
	const struct view_agendas *list = &view->agendas;
	struct foot foot = {.back = {.label = _("Home"), .command = command_of(CMD_GO, SCREEN_HOME, 0)}};
	struct rect rest = chrome_top(ui, view, &(struct top){.title = title_of(list->rating)});
	struct rect page = cut_inset(rest, ui_theme(ui)->margin, 0);
	struct flow_thing things[VIEW_AGENDAS_MAX];
	int32_t order[VIEW_AGENDAS_MAX];
	int32_t count = in_order(list, order);

	page.h = flow_room(ui, rest, &foot);
	struct flow flow = flow_of(ui, page);
	int32_t column = cut_column(page, flow.columns, 0, flow.space).w;
	int32_t least = card_height(ui, list, &flow, column, false), height = card_height(ui, list, &flow, column, true);
	int32_t fewest = place(list, order, &flow, least, things);

	/* As high as they want, or as takes no more pages. */
	while (place(list, order, &flow, height, things) > fewest && height > least) {
		height = max_i32(least, height - ui_theme(ui)->snug);
	}
	struct pages pages = ui_pages(view, fewest, 1);

	flow_turns(ui, pages, &foot);
	page.y = flow_page(ui, view, rest, &foot).y;
	for (int32_t i = 0; i < count; i++) {
		if (things[i].run > 0 && things[i].page == pages.page) {
			draw_run(ui, list, order + i, &things[i], flow_frame(&flow, page, &things[i]), flow.gap);
		}
	}
}
