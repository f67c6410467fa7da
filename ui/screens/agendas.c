/* What can be held: the meetings that rate, those that talk, or all that there are. What belongs to this moment comes first. */
#include "ui/screens/chrome.h"
#include "ui/screens/flow.h"
#include "ui/screens/screens.h"

enum { LIST_RATING, LIST_TALKING };

static const char *title_of(int32_t list)
{
	switch (list) {
	case LIST_RATING: return _("Rate");
	case LIST_TALKING: return _("Talk");
	default: return _("What will you do?");
	}
}

static const char *minutes_of(struct ui *ui, const struct view_agenda *agenda)
{
	return ui_say(ui, _("%d–%d min"), agenda->shortest_min, agenda->longest_min);
}

/* "3–40 personer · Svara i hemlighet …": who it suits, then what it is. */
static const char *detail_of(struct ui *ui, const struct view_agenda *agenda)
{
	const char *people = ui_say(ui, _("%d–%d people"), agenda->smallest, agenda->largest);

	return agenda->now ? ui_say(ui, _("For this moment · %s · %s"), people, agenda->about) : ui_say(ui, "%s · %s", people, agenda->about);
}

/* Those of this moment first, each group in the order of the packs. */
static int32_t in_order(const struct view_agendas *list, int32_t order[VIEW_AGENDAS_MAX])
{
	int32_t count = 0;

	for (int32_t now = 1; now >= 0; now--) {
		for (int32_t i = 0; i < list->count; i++) {
			if (list->agendas[i].now == (now != 0)) {
				order[count++] = i;
			}
		}
	}
	return count;
}

static int32_t aside_width(struct ui *ui, const struct view_agendas *list)
{
	int32_t width = 0;

	for (int32_t i = 0; i < list->count; i++) {
		width = max_i32(width, ui_text_width(ui, STYLE_STRONG, minutes_of(ui, &list->agendas[i])));
	}
	return width;
}

static int32_t row_height(struct ui *ui, const struct view_agendas *list, int32_t width)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t height = t->control;

	for (int32_t i = 0; i < list->count; i++) {
		int32_t text = ui_line_height(ui, STYLE_TITLE) + ui_text_height(ui, STYLE_QUIET, width, detail_of(ui, &list->agendas[i]));

		height = max_i32(height, text + 2 * t->pad);
	}
	return height;
}

void screen_agendas(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_agendas *list = &view->agendas;
	int32_t order[VIEW_AGENDAS_MAX];
	int32_t count = in_order(list, order);
	struct foot foot = {.back = {.label = _("Home"), .command = command_of(CMD_GO, SCREEN_HOME, 0)}};
	struct rect rest = chrome_top(ui, view, &(struct top){.title = title_of(list->rating)});
	int32_t room = flow_room(ui, rest, true) - t->snug;
	int32_t aside = aside_width(ui, list) + 2 * t->gap;
	int32_t height = min_i32(row_height(ui, list, rest.w - 2 * t->margin - 2 * t->pad - (t->portrait ? 0 : aside)), room);
	struct pages pages = ui_pages(view, count, ui_rows_fit(room, height, t->gap));

	flow_turns(ui, pages, &foot);
	rest = cut_inset(chrome_foot(ui, view, rest, &foot), t->margin, 0);
	for (int32_t i = 0; i < pages.count; i++) {
		const struct view_agenda *agenda = &list->agendas[order[pages.first + i]];
		struct command command = command_of(CMD_GO, SCREEN_SETUP, agenda->index);

		ui_card_button(ui, cut_top_gap(&rest, height, t->gap), agenda->name, detail_of(ui, agenda), minutes_of(ui, agenda), command);
	}
}
