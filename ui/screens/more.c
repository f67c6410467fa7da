/* The sheet behind "More": what a meeting needs now and then. */
#include "ui/screens/flow.h"
#include "ui/screens/screens.h"
#include "ui/screens/step.h"

/* What may stand on it, in this order: first what is set, then what is done. */
enum item_kind {
	ITEM_LEFT, ITEM_USED, ITEM_PEOPLE, ITEM_PARK, ITEM_SHRINK, ITEM_UNDO, ITEM_NOTE, ITEM_PICTURES, ITEM_OPTIONS, ITEM_PAST, ITEM_TURN, ITEM_SETTINGS, ITEM_END, ITEMS
};

struct item {
	const char *heading, *value;          /* a stepper */
	struct command less, more;
	const char *label;                    /* a button */
	struct command command;
	bool hold;
};

struct items {
	int32_t steppers, count;
	struct item item[ITEMS];
};

static void add_button(struct items *items, const char *label, struct command command)
{
	items->item[items->count++] = (struct item){.label = label, .command = command, .hold = command.kind == CMD_END};
}

static void add_stepper(struct items *items, const char *heading, const char *value, enum command_kind kind)
{
	items->steppers++;
	items->item[items->count++] = (struct item){.heading = heading, .value = value, .less = command_of(kind, -1, 0),
	                                            .more = command_of(kind, 1, 0)};
}

static const char *minutes(struct ui *ui, ms_t ms)
{
	int32_t whole = (int32_t)(((ms < 0 ? -ms : ms) + MS_MINUTE / 2) / MS_MINUTE);

	return ui_say(ui, "%s%d", ms < 0 && whole > 0 ? "−" : "", whole);   /* a minus sign, no hyphen */
}

static void gather_step(struct ui *ui, const struct view *view, struct items *items)
{
	const struct view_step *step = &view->step;
	const struct view_clock *clock = &step->clock;

	add_stepper(items, _("Minutes left"), minutes(ui, clock->left_ms), CMD_TIME_LEFT);
	add_stepper(items, _("Minutes used"), minutes(ui, clock->budget_ms - clock->left_ms), CMD_TIME_USED);
	add_stepper(items, _("People here"), ui_say(ui, "%d", step->people), CMD_PEOPLE);
	add_button(items, _("We did not get to this"), command_of(CMD_PARK, 0, 0));
	if (step->can_shrink) {
		add_button(items, _("Shorten what remains"), command_of(CMD_SHRINK, 0, 0));
	}
	if (clock->running) {
		ui_changes_in(ui, MS_SECOND);
	}
}

static struct items gather(struct ui *ui, const struct view *view)
{
	struct items items = {.count = 0};
	int32_t turn = view->settings->value[SET_TURN];

	if (!view->summary_shown) {
		gather_step(ui, view, &items);
	}
	/* While something is about to happen, "Undo" means that, and stands beside it. */
	if (view->step.can_undo && view->pending == PENDING_NONE) {
		add_button(&items, _("Undo"), command_of(CMD_UNDO, 0, 0));
	}
	if (view->notes.can_add) {
		add_button(&items, _("Write a note"), command_of(CMD_EDIT, EDIT_NOTE, view->notes.count));
	}
	if (view->step.pictures) {
		add_button(&items, _("See the answers"), command_of(CMD_SHEET, SHEET_RESULT, 0));
	}
	if (view->step.options) {
		add_button(&items, _("Ways forward"), command_of(CMD_SHEET, SHEET_OPTIONS, 0));
	}
	/* While people answer in secret there is nothing to look at but that. */
	if (view->past && !view->rate.begun && !view->step.cases) {
		add_button(&items, _("Earlier meetings"), command_of(CMD_GO, SCREEN_ARCHIVE, 0));
	}
	add_button(&items, _("Turn the screen"), command_of(CMD_SET, SET_TURN, (turn + TURN_QUARTER) % TURN_WHOLE));
	add_button(&items, _("Settings"), command_of(CMD_GO, SCREEN_SETTINGS, 0));
	add_button(&items, _("End the meeting"), command_of(CMD_END, 0, 0));
	return items;
}

/* ---- how they stand ---- */

/* The least width in which no word of it breaks. */
static int32_t width_of(struct ui *ui, const struct item *item)
{
	const struct ui_theme *t = ui_theme(ui);

	if (item->heading != NULL) {
		int32_t frame = t->compact ? 0 : 2 * t->pad;

		return frame + max_i32(2 * (t->control_small + t->snug) + step_line_width(ui, STYLE_FIGURE, "000"),
		                       2 * step_word_width(ui, STYLE_LABEL, item->heading));
	}
	/* A hold has its ring beside the words. */
	return step_word_width(ui, STYLE_BUTTON, item->label) + 2 * 2 * t->snug;
}

static int32_t height_of(const struct ui *ui, const struct item *item, int32_t width)
{
	const struct ui_theme *t = ui_theme(ui);

	if (item->heading != NULL) {
		/* Capitals are wider than the letters that are measured. */
		int32_t heading = ui_text_height(ui, STYLE_LABEL, width - width / (2 + 2 + 2), item->heading) + t->snug;

		return t->compact ? heading + t->control_small : heading + t->control + t->snug + 2 * t->pad;
	}
	return max_i32(t->compact ? t->control_small : t->control, ui_text_height_floor(ui, STYLE_BUTTON, width - 2 * 2 * t->snug, item->label) + 2 * t->snug);
}

/* Some things beside one another. */
struct band {
	int32_t first, count, columns, height;
};

struct bands {
	int32_t count;
	struct band band[ITEMS];
};

/* As many columns as there is width for, three at most. */
static int32_t columns_of(struct ui *ui, const struct items *items, int32_t first, int32_t end, int32_t width)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t widest = 1, columns;

	for (int32_t i = first; i < end; i++) {
		widest = max_i32(widest, width_of(ui, &items->item[i]));
	}
	columns = (width + t->gap) / (widest + t->gap);
	return clamp_i32(columns, 1, t->portrait ? 2 : 2 + 1);
}

static void add_bands(struct ui *ui, const struct items *items, int32_t first, int32_t end, struct rect room, struct bands *bands)
{
	int32_t columns = columns_of(ui, items, first, end, room.w);
	int32_t width = cut_column(room, columns, 0, ui_theme(ui)->gap).w;

	for (int32_t i = first; i < end; i += columns) {
		struct band *band = &bands->band[bands->count++];

		*band = (struct band){.first = i, .count = min_i32(columns, end - i), .columns = columns};
		for (int32_t j = i; j < i + band->count; j++) {
			band->height = max_i32(band->height, height_of(ui, &items->item[j], width));
		}
		band->height = min_i32(band->height, room.h);
	}
}

/* The bands of page *page, as many as fit it; returns how many pages there are. */
static int32_t turn_to(const struct bands *bands, int32_t height, int32_t space, int32_t *page, struct bands *shown)
{
	int32_t wanted = *page, at = 0, used = 0;

	*shown = (struct bands){.count = 0};
	for (int32_t i = 0; i < bands->count; i++) {
		if (used > 0 && used + bands->band[i].height > height) {
			at++;
			used = 0;
			if (at <= wanted) {
				shown->count = 0;
			}
		}
		used += bands->band[i].height + space;
		if (at <= wanted) {
			shown->band[shown->count++] = bands->band[i];
		}
	}
	*page = min_i32(wanted, at);
	return at + 1;
}

/* ---- the sheet ---- */

static void draw_item(struct ui *ui, struct rect box, const struct item *item)
{
	struct stepper stepper = {.heading = item->heading, .value = item->value, .less = item->less, .more = item->more};

	if (item->heading != NULL && ui_theme(ui)->compact) {
		ui_stepper(ui, box, &stepper);
		return;
	}
	if (item->heading != NULL) {
		stepper.heading = NULL;
		ui_stepper(ui, ui_card(ui, box, item->heading), &stepper);
		return;
	}
	ui_group(ui, NULL);
	if (item->hold) {
		ui_hold(ui, box, BUTTON_SECONDARY, item->label, item->command);
	} else {
		ui_button(ui, box, BUTTON_SECONDARY, item->label, item->command);
	}
}

static void draw_bands(struct ui *ui, struct rect rest, const struct items *items, const struct bands *shown, int32_t space)
{
	const struct ui_theme *t = ui_theme(ui);

	for (int32_t i = 0; i < shown->count; i++) {
		const struct band *band = &shown->band[i];
		struct rect row = cut_top_gap(&rest, band->height, space);

		for (int32_t j = 0; j < band->count; j++) {
			draw_item(ui, cut_column(row, band->columns, j, t->gap), &items->item[band->first + j]);
		}
	}
}

void screen_more(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	struct items items = gather(ui, view);
	struct foot foot = {.back = {.label = _("Back"), .command = command_of(CMD_SHEET, SHEET_NONE, 0)}};
	struct rect rest = chrome_top(ui, view, &(struct top){.title = C_("a step's sheet", "More"), .about = view->step.title});
	struct rect room = cut_inset(rest, t->margin, 0);
	struct bands bands = {.count = 0}, shown;
	struct pages pages = {.page = view->page, .asked = view->page};
	int32_t space = t->compact ? t->gap : t->space;

	room.h = flow_room(ui, rest, &foot);
	add_bands(ui, &items, 0, items.steppers, room, &bands);
	add_bands(ui, &items, items.steppers, items.count, room, &bands);
	pages.pages = turn_to(&bands, room.h, space, &pages.page, &shown);
	if (pages.pages == 1) {
		foot.hint = _("Keep \"End the meeting\" pressed to end");
	}
	flow_turns(ui, pages, &foot);
	draw_bands(ui, flow_page(ui, view, rest, &foot), &items, &shown, space);
}
