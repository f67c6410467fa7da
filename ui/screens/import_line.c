/* One line of a document: what it may be in the instrument. */
#include "ui/screens/import.h"

#include "ui/screens/flow.h"

/* What people may say that a line is; what the document is called and its scale are found in other ways. */
static const enum import_place offered[] = {
	PLACE_STATEMENT, PLACE_THEME, PLACE_AREA, PLACE_AUDIENCE, PLACE_INTRO, PLACE_QUESTION, PLACE_NOWHERE};

const char *import_place_word(enum import_place place)
{
	switch (place) {
	case PLACE_NOWHERE: return _("Not used");
	case PLACE_NAME: return _("Name");
	case PLACE_AUDIENCE: return _("Whom it is for");
	case PLACE_AREA: return _("Area");
	case PLACE_INTRO: return _("Introduction to the area");
	case PLACE_THEME: return _("Theme");
	case PLACE_STATEMENT: return _("Statement");
	case PLACE_SCALE: return _("Scale");
	case PLACE_QUESTION: return _("Question that goes deeper");
	}
	return "";
}

static int32_t columns_of(const struct ui *ui)
{
	const struct ui_theme *t = ui_theme(ui);

	return t->portrait ? (t->large ? 1 : 2) : t->compact ? 2 : 2 + 1;
}

/* As high as the longest of the words needs. */
static int32_t choice_height(struct ui *ui, int32_t width)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t room = ui_choice_room(ui, width), height = t->compact ? t->control_small : t->control;

	for (size_t i = 0; i < ARRAY_LEN(offered); i++) {
		height = max_i32(height, ui_text_height_floor(ui, STYLE_STRONG, room, import_place_word(offered[i])) + 2 * t->snug);
	}
	return height;
}

static void draw_choices(struct ui *ui, const struct view *view, struct rect box, struct pages pages, int32_t columns, int32_t rows)
{
	const struct ui_theme *t = ui_theme(ui);
	const char *names[ARRAY_LEN(offered)];
	struct rect cell = cut_cell(box, columns, rows, 0, t->gap);

	for (size_t i = 0; i < ARRAY_LEN(offered); i++) {
		names[i] = import_place_word(offered[i]);
	}
	ui_one_size(ui, STYLE_STRONG, ui_choice_room(ui, cell.w), cell.h, names, (int32_t)ARRAY_LEN(names));
	for (int32_t i = 0; i < pages.count; i++) {
		enum import_place place = offered[pages.first + i];

		ui_choice(ui, cut_cell(box, columns, rows, i, t->gap), names[pages.first + i], NULL, view->import.line->place == place,
		          command_of(CMD_IMPORT_PLACE, (int32_t)place, 0));
	}
	ui_one_size_end(ui);
}

void import_line(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	struct foot foot = {.back = {.label = _("Back"), .command = command_of(CMD_IMPORT_LINE, 0, 0)}};
	struct rect rest = chrome_top(ui, view, &(struct top){.title = _("What is this?")});
	int32_t room = flow_room(ui, rest, &foot), columns = columns_of(ui);
	int32_t height = choice_height(ui, cut_column(cut_inset(rest, t->margin, 0), columns, 0, t->gap).w);
	/* The text has a line or more of its own; what is left is for the choices. */
	int32_t least = ui_text_height_floor(ui, STYLE_BODY, ui_canvas(ui).w, "x") + t->space;
	int32_t all = ((int32_t)ARRAY_LEN(offered) + columns - 1) / columns, rows = min_i32(all, ui_rows_fit(room - least, height, t->gap));
	struct pages pages = ui_pages(view, (int32_t)ARRAY_LEN(offered), rows * columns);

	flow_turns(ui, pages, &foot);
	struct rect page = flow_page(ui, view, rest, &foot);
	struct rect choices = cut_bottom_gap(&page, rows * (height + t->gap) - t->gap, t->space);

	ui_text_in(ui, page, STYLE_BODY, INK_FULL, (struct stack){.align = ALIGN_LEFT, .middle = true},
	           import_shortened(ui, STYLE_BODY, page, view->import.line->text));
	draw_choices(ui, view, choices, pages, columns, rows);
}
