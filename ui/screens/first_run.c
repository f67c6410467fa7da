/* The first evening: language, school, screen. A page each, and one word of welcome. */
#include "ui/screens/chrome.h"
#include "ui/screens/panel.h"
#include "ui/screens/screens.h"

enum { PAGE_LANGUAGE, PAGE_SCHOOL, PAGE_SCREEN, PAGE_COUNT };

static void language_page(struct ui *ui, const struct view *view, struct rect rest)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect choices = cut_bottom_gap(&rest, 2 * t->control + t->gap, t->space);

	ui_stack(ui, rest, (struct part[]){
		{.style = STYLE_DISPLAY, .text = _("Welcome to Samsyn")},
		{.style = STYLE_BODY, .text = _("Here a team talks, rates together in secret, sees where you agree, and decides what to do."), .before = t->space},
		{.style = STYLE_QUIET, .text = _("Everything stays in this room. There is no account and no cloud."), .before = t->space}},
		(int32_t)(1 + 2), (struct stack){.align = ALIGN_LEFT, .middle = true});
	ui_group(ui, _("Language"));
	panel_languages(ui, view, choices);
	ui_group(ui, NULL);
}

static void name_row(struct ui *ui, struct rect box, const char *heading, const char *name, enum edit what)
{
	bool none = name[0] == '\0';

	ui_labelled(ui, &box, heading);
	ui_button(ui, cut_top(&box, ui_theme(ui)->control), none ? BUTTON_ADD : BUTTON_SECONDARY, none ? _("Write a name") : name,
	          command_of(CMD_EDIT, what, 0));
}

static void school_page(struct ui *ui, const struct view *view, struct rect rest)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t height = ui_line_height(ui, STYLE_LABEL) + t->snug + t->control;
	struct rect words = t->portrait ? cut_top_gap(&rest, rest.h / (1 + 2), t->space) : cut_column(rest, 2, 0, t->space);
	struct rect rows = t->portrait ? rest : cut_column(rest, 2, 1, t->space);

	ui_stack(ui, words, (struct part[]){
		{.style = STYLE_HEADING, .text = _("What is the school called?")},
		{.style = STYLE_BODY, .text = _("The name stands at the top of the screen. You can change it in the settings."), .before = t->space}}, 2,
		(struct stack){.align = ALIGN_LEFT});
	name_row(ui, cut_top_gap(&rows, height, t->space), _("The school's name"), view->settings->school, EDIT_SCHOOL);
	name_row(ui, cut_top(&rows, height), _("The team's name"), view->settings->team, EDIT_TEAM);
	ui_group(ui, NULL);
}

static void screen_page(struct ui *ui, const struct view *view, struct rect rest)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect words = t->portrait ? cut_top_gap(&rest, rest.h / (1 + 2), t->space) : cut_column(rest, 2, 0, t->space);
	struct rect rows = t->portrait ? rest : cut_column(rest, 2, 1, t->space);

	ui_stack(ui, words, (struct part[]){
		{.style = STYLE_HEADING, .text = _("How wide is the picture?")},
		{.style = STYLE_BODY, .text = _("Measure the lit part of the screen with a ruler. Then letters and buttons get the right size."), .before = t->space}}, 2,
		(struct stack){.align = ALIGN_LEFT});
	panel_width(ui, view, cut_top_gap(&rows, panel_width_height(ui), t->space));
	panel_distance(ui, view, rows);
	ui_group(ui, NULL);
}

void screen_first_run(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t page = min_i32(view->page, PAGE_COUNT - 1);
	struct rect rest = chrome_top(ui, view, &(struct top){.title = PRODUCT, .right = ui_say(ui, _("%d of %d"), page + 1, PAGE_COUNT)});
	struct foot foot = {.main = {.label = _("Continue"), .command = command_of(CMD_PAGE, 1, 0)}};

	if (page > 0) {
		foot.back = (struct action){.label = _("Back"), .command = command_of(CMD_PAGE, -1, 0)};
	}
	if (page == PAGE_COUNT - 1) {
		foot.main = (struct action){.label = _("Done"), .command = command_of(CMD_FIRST_RUN_DONE, 0, 0)};
	}
	rest = cut_inset(chrome_foot(ui, view, rest, &foot), t->margin, t->snug);
	switch (page) {
	case PAGE_LANGUAGE: language_page(ui, view, rest); break;
	case PAGE_SCHOOL: school_page(ui, view, rest); break;
	default: screen_page(ui, view, rest); break;
	}
}
