/* The sheet behind "More": what a meeting needs now and then. */
#include "ui/screens/chrome.h"
#include "ui/screens/flow.h"
#include "ui/screens/screens.h"

/* One thing to do or to set. */
struct item {
	const char *heading, *value;          /* a stepper */
	struct command less, more;
	const char *label;                    /* a button */
	struct command command;
	bool hold, chosen;
};

#define ITEMS_MAX (TURN_WHOLE / TURN_QUARTER + TOP_ACTIONS * TOP_ACTIONS)

struct items {
	int32_t count;
	struct item item[ITEMS_MAX];
};

static void add_button(struct items *items, const char *label, struct command command)
{
	items->item[items->count++] = (struct item){.label = label, .command = command};
}

static void add_stepper(struct items *items, const char *heading, const char *value, enum command_kind kind)
{
	items->item[items->count++] = (struct item){.heading = heading, .value = value, .less = command_of(kind, -1, 0),
	                                            .more = command_of(kind, 1, 0)};
}

static void gather_step(struct ui *ui, const struct view *view, struct items *items)
{
	const struct view_step *step = &view->step;
	char words[WORDS_BYTES];

	words_left(words, sizeof words, view->lang, step->clock.left_ms);
	add_stepper(items, _("Time left for this step"), ui_say(ui, "%s", words), CMD_TIME_LEFT);
	add_stepper(items, _("Time used so far"),
	            ui_say(ui, _("%d min"), (int32_t)((step->clock.budget_ms - step->clock.left_ms) / MS_MINUTE)), CMD_TIME_USED);
	add_stepper(items, _("How many are here now?"), ui_say(ui, "%d", step->people), CMD_PEOPLE);
	add_button(items, _("We did not get to this"), command_of(CMD_PARK, 0, 0));
	if (step->can_shrink) {
		add_button(items, _("Shorten what remains"), command_of(CMD_SHRINK, 0, 0));
	}
}

static void gather(struct ui *ui, const struct view *view, struct items *items)
{
	int32_t turn = view->settings->value[SET_TURN];

	items->count = 0;
	if (!view->summary_shown) {
		gather_step(ui, view, items);
	}
	if (view->step.can_undo) {
		add_button(items, _("Undo"), command_of(CMD_UNDO, 0, 0));
	}
	if (view->notes.can_add) {
		add_button(items, _("Write a note"), command_of(CMD_EDIT, EDIT_NOTE, view->notes.count));
	}
	add_button(items, _("Turn the screen"), command_of(CMD_SET, SET_TURN, (turn + TURN_QUARTER) % TURN_WHOLE));
	add_button(items, _("Settings"), command_of(CMD_GO, SCREEN_SETTINGS, 0));
	add_button(items, _("End the meeting"), command_of(CMD_END, 0, 0));
	items->item[items->count - 1].hold = true;
}

static void draw_item(struct ui *ui, struct rect box, const struct item *item)
{
	struct rect at = box;

	if (item->heading != NULL) {
		ui_stepper(ui, box, &(struct stepper){.heading = item->heading, .value = item->value, .less = item->less, .more = item->more});
		return;
	}
	/* On a line with the steppers' signs. */
	ui_group(ui, NULL);
	at = cut_bottom(&at, ui_theme(ui)->control);
	if (item->hold) {
		ui_hold(ui, at, BUTTON_SECONDARY, item->label, item->command);
	} else {
		ui_button(ui, at, BUTTON_SECONDARY, item->label, item->command);
	}
}

static int32_t tallest(struct ui *ui, const struct items *items)
{
	int32_t height = ui_theme(ui)->control;

	for (int32_t i = 0; i < items->count; i++) {
		if (items->item[i].heading != NULL) {
			height = max_i32(height, ui_stepper_height(ui, items->item[i].heading));
		}
	}
	return height;
}

void screen_more(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	struct items items;
	int32_t columns = t->portrait ? 1 : t->compact ? 2 : 1 + 2;
	struct foot foot = {.back = {.label = _("Back"), .command = command_of(CMD_SHEET, SHEET_NONE, 0)}};
	struct rect rest = chrome_top(ui, view, &(struct top){.title = C_("a step's sheet", "More"), .about = view->step.title});
	int32_t room = flow_room(ui, rest, true);
	int32_t height;
	struct pages pages;

	gather(ui, view, &items);
	height = min_i32(tallest(ui, &items), room);
	pages = ui_pages(view, items.count, columns * ui_rows_fit(room, height, t->gap));
	if (pages.pages == 1) {
		foot.hint = _("Keep \"End the meeting\" pressed to end");
	}
	flow_turns(ui, pages, &foot);
	rest = flow_page(ui, view, rest, &foot);
	for (int32_t i = 0; i < pages.count; i++) {
		struct rect row = {rest.x, rest.y + i / columns * (height + t->gap), rest.w, height};

		draw_item(ui, cut_column(row, columns, i % columns, t->space), &items.item[pages.first + i]);
	}
}
