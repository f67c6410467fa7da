/* The first evening: language, school, screen. A page each, and one word of welcome. */
#include "ui/screens/flow.h"
#include "ui/screens/panel.h"
#include "ui/screens/screens.h"

enum { PAGE_LANGUAGE, PAGE_SCHOOL, PAGE_SCREEN, PAGE_COUNT };

/* Large words on a small panel: only what cannot wait is asked for. */
static bool cramped(const struct ui *ui)
{
	return ui_theme(ui)->compact && ui_theme(ui)->large;
}

static void language_page(struct ui *ui, const struct view *view, struct rect rest)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect choices = cut_bottom_gap(&rest, t->control, t->space);
	const struct part parts[] = {
		{.style = STYLE_DISPLAY, .text = _("Welcome to Samsyn")},
		{.style = STYLE_BODY, .text = _("Here a team talks, rates together in secret, sees where you agree, and decides what to do."),
		 .before = t->space, .spare = cramped(ui)},
		{.style = STYLE_QUIET, .text = _("Everything stays in this room. There is no account and no cloud."),
		 .before = cramped(ui) ? t->snug : t->space}
	};

	ui_stack(ui, rest, parts, ARRAY_LEN(parts), (struct stack){.align = ALIGN_LEFT, .middle = true});
	ui_group(ui, _("Language"));
	panel_languages(ui, view, choices);
	ui_group(ui, NULL);
}

/* The question, and what is asked for: beside it, on a card where there is room for one, or under it. Returns the place of the latter. */
static struct rect ask(struct ui *ui, struct rect rest, int32_t height, const char *question, const char *why)
{
	const struct ui_theme *t = ui_theme(ui);
	bool under = t->portrait || cramped(ui);
	int32_t pads = t->compact ? 0 : 2 * t->pad;
	struct rect words = under ? rest : cut_column(rest, 2, 0, t->space);
	struct rect rows = under ? cut_bottom_gap(&words, height + pads, t->space)
	                         : cut_middle_height(cut_column(rest, 2, 1, t->space), height + pads);
	const struct part parts[] = {
		{.style = STYLE_HEADING, .text = question},
		{.style = STYLE_BODY, .text = why, .before = t->space, .spare = cramped(ui)}
	};

	ui_stack(ui, words, parts, ARRAY_LEN(parts), (struct stack){.align = ALIGN_LEFT, .middle = true});
	return t->compact ? rows : ui_card(ui, rows, NULL);
}

/* The width of what is asked for. */
static int32_t rows_width(const struct ui *ui, struct rect rest)
{
	const struct ui_theme *t = ui_theme(ui);

	return t->portrait || cramped(ui) ? rest.w : cut_column(rest, 2, 1, t->space).w - (t->compact ? 0 : 2 * t->pad);
}

/* A long name may take more than one line. */
static int32_t name_height(const struct ui *ui, int32_t width, const char *heading, const char *name)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t words = ui_text_height_floor(ui, STYLE_BUTTON, width - 2 * 2 * t->snug, name) + 2 * t->snug;

	return ui_text_height(ui, STYLE_LABEL, width, heading) + t->snug + max_i32(t->control, words);
}

static void name_row(struct ui *ui, struct rect box, const char *heading, const char *name, enum edit what)
{
	bool none = name[0] == '\0';

	ui_labelled(ui, &box, heading);
	ui_button(ui, box, none ? BUTTON_ADD : BUTTON_SECONDARY, none ? _("Write a name") : name, command_of(CMD_EDIT, (int32_t)what, 0));
	ui_group(ui, NULL);
}

static void school_page(struct ui *ui, const struct view *view, struct rect rest)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t width = rows_width(ui, rest);
	int32_t school = name_height(ui, width, _("The school's name"), view->settings->school);
	int32_t group = name_height(ui, width, _("The team's name"), view->settings->team), both = school + t->space + group;
	bool team = !cramped(ui) && both <= rest.h;
	struct rect rows = ask(ui, rest, team ? both : school, _("What is the school called?"),
	                       _("The name stands at the top of the screen. You can change it in the settings."));

	name_row(ui, cut_top_gap(&rows, school, t->space), _("The school's name"), view->settings->school, EDIT_SCHOOL);
	if (team) {
		name_row(ui, cut_top(&rows, group), _("The team's name"), view->settings->team, EDIT_TEAM);
	}
}

static void screen_page(struct ui *ui, const struct view *view, struct rect rest)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t width = panel_width_height(ui), distance = panel_distance_height(ui, rows_width(ui, rest));

	if (cramped(ui) || width + t->space + distance > rest.h) {
		distance = 0;   /* a small panel is only ever read near */
	}
	struct rect rows = ask(ui, rest, width + (distance > 0 ? t->space + distance : 0), _("How wide is the picture?"),
	                       _("Measure the lit part of the screen with a ruler. Then letters and buttons get the right size."));

	panel_width(ui, view, cut_top_gap(&rows, width, t->space));
	if (distance > 0) {
		panel_distance(ui, view, rows);
	}
	ui_group(ui, NULL);
}

void screen_first_run(struct ui *ui, const struct view *view)
{
	int32_t page = min_i32(view->page, PAGE_COUNT - 1);
	struct rect rest = chrome_top(ui, view, &(struct top){.title = PRODUCT, .right = ui_say(ui, _("%d of %d"), page + 1, PAGE_COUNT)});
	struct foot foot = {.main = {.label = _("Continue"), .command = command_of(CMD_PAGE, 1, 0)}};

	if (page > 0) {
		foot.back = (struct action){.label = _("Back"), .command = command_of(CMD_PAGE, -1, 0)};
	}
	if (page == PAGE_COUNT - 1) {
		foot.main = (struct action){.label = _("Done"), .command = command_of(CMD_FIRST_RUN_DONE, 0, 0)};
	}
	rest = flow_page(ui, view, rest, &foot);
	switch (page) {
	case PAGE_LANGUAGE: language_page(ui, view, rest); break;
	case PAGE_SCHOOL: school_page(ui, view, rest); break;
	default: screen_page(ui, view, rest); break;
	}
}
