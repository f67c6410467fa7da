/* What can be held: the meetings that rate, those that talk, or all that there are. What belongs to this moment comes first. */
#include <stdio.h>

#include "ui/screens/flow.h"
#include "ui/screens/screens.h"

enum section { SECTION_NOW, SECTION_OTHER };

static const char *title_of(enum agendas list)
{
	switch (list) {
	case AGENDAS_RATING: return _("Rate");
	case AGENDAS_FIRST: return _("Talk");
	case AGENDAS_FOUND: return _("Conversations");
	case AGENDAS_ALL: break;
	}
	return _("What will you do?");
}

static struct foot foot_of(const struct view_agendas *list)
{
	if (list->list == AGENDAS_FOUND) {
		return (struct foot){.back = {.label = _("Choose differently"), .command = command_of(CMD_GO, SCREEN_FORMS, 0)}};
	}
	return (struct foot){.back = {.label = _("Home"), .command = command_of(CMD_GO, SCREEN_HOME, 0)}};
}

/* The conversations that are shown first are not all there are. */
static struct top top_of(const struct view_agendas *list)
{
	struct top top = {.title = title_of(list->list)};

	if (list->list == AGENDAS_FIRST || list->list == AGENDAS_ALL) {
		top.action[0] = (struct action){.label = _("More conversations"), .command = command_of(CMD_GO, SCREEN_FORMS, 0)};
	}
	return top;
}

static const char *heading_of(const struct view_agendas *list, enum section section)
{
	bool any_now = false;

	for (int32_t i = 0; i < list->count; i++) {
		any_now = any_now || list->agendas[i].now;
	}
	return section == SECTION_NOW ? _("For this moment") : any_now ? _("For any week") : _("To choose from");
}

/* "20–60 min · 3–40 people", in out[WORDS_BYTES]: a list is measured whole, and only a page of it is drawn. */
static const char *measures_of(const struct view_agenda *agenda, char out[WORDS_BYTES])
{
	if (agenda->usual_min > 0) {
		snprintf(out, WORDS_BYTES, _("about %d min · %d–%d people"), agenda->usual_min, agenda->smallest, agenda->largest);
	} else {
		snprintf(out, WORDS_BYTES, _("%d–%d min · %d–%d people"), agenda->shortest_min, agenda->longest_min, agenda->smallest, agenda->largest);
	}
	return out;
}

/* A small panel says how long and how many, a larger one what it is, too. */
static bool says_what(const struct ui *ui, const struct view_agenda *agenda)
{
	return !ui_theme(ui)->compact && agenda->about[0] != '\0';
}

static const char *detail_of(struct ui *ui, const struct view_agenda *agenda)
{
	char measures[WORDS_BYTES];

	measures_of(agenda, measures);
	return says_what(ui, agenda) ? ui_say(ui, "%s\n%s", measures, agenda->about) : ui_say(ui, "%s", measures);
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
static int32_t card_height(const struct ui *ui, const struct view_agendas *list, const struct flow *flow, int32_t column, bool roomy)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t width = column - 2 * t->pad, height = t->control;
	bool at_floor = t->compact && !roomy;

	for (int32_t i = 0; i < list->count; i++) {
		const struct view_agenda *agenda = &list->agendas[i];
		char measures[WORDS_BYTES];
		/* A name that has to shrink would take the line under it away before it did. */
		int32_t words = ui_text_height(ui, STYLE_TITLE, width, agenda->name) +
		                words_height(ui, STYLE_QUIET, width, measures_of(agenda, measures), at_floor);

		words += says_what(ui, agenda) ? words_height(ui, STYLE_QUIET, width, agenda->about, at_floor) : 0;
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
	struct foot foot = foot_of(list);
	struct top top = top_of(list);
	struct rect rest = chrome_top(ui, view, &top);
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
