/* The settings: in sections, as many columns and pages as the glass asks for. */
#include "ui/date.h"
#include "ui/screens/chrome.h"
#include "ui/screens/flow.h"
#include "ui/screens/panel.h"
#include "ui/screens/screens.h"

/* section, what stands there */
#define THINGS(X) \
	X(SCREEN, LANGUAGE) X(SCREEN, DISTANCE) X(SCREEN, WIDTH) \
	X(LOOKS, TURN) X(LOOKS, LARGE) X(LOOKS, DARK) X(LOOKS, MOTION) X(LOOKS, SOUND) \
	X(NAMES, SCHOOL) X(NAMES, TEAM) \
	X(SECRET, LIMIT) \
	X(HOLIDAYS, AUTUMN) X(HOLIDAYS, WINTER) X(HOLIDAYS, EASTER) \
	X(CLOCK, DATE)

enum section { SECTION_SCREEN, SECTION_LOOKS, SECTION_NAMES, SECTION_SECRET, SECTION_HOLIDAYS, SECTION_CLOCK };

enum thing {
#define X(section, name) THING_##name,
	THINGS(X)
#undef X
	THING_COUNT
};

static const char *section_title(int32_t section)
{
	switch ((enum section)section) {
	case SECTION_SCREEN: return _("The screen");
	case SECTION_LOOKS: return _("Looks and sound");
	case SECTION_NAMES: return _("Names");
	case SECTION_SECRET: return _("Secret answers");
	case SECTION_HOLIDAYS: return _("Holidays");
	case SECTION_CLOCK: return _("Date and time");
	}
	return "";
}

static const char *limit_words(struct ui *ui, const struct view *view)
{
	return ui_say(ui, _("At least %d answers before anything is shown. The limit can be raised but never lowered, so that those who have answered can trust it."),
	              view->settings->value[SET_LIMIT]);
}

static void draw_switch(struct ui *ui, const struct view *view, struct rect box, const char *label, enum setting what)
{
	bool on = view->settings->value[what] != 0;

	ui_choice(ui, box, ui_say(ui, on ? _("%s: on") : _("%s: off"), label), NULL, on, command_of(CMD_SET, (int32_t)what, on ? 0 : 1));
}

static void draw_name(struct ui *ui, struct rect box, const char *name, const char *none, enum edit what)
{
	bool empty = name[0] == '\0';

	ui_button(ui, box, empty ? BUTTON_ADD : BUTTON_SECONDARY, empty ? none : name, command_of(CMD_EDIT, (int32_t)what, 0));
}

static void draw_limit(struct ui *ui, const struct view *view, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t limit = view->settings->value[SET_LIMIT];
	struct rect button = cut_bottom_gap(&box, t->control_small, t->gap);

	ui_text(ui, box, STYLE_QUIET, limit_words(ui, view));
	if (limit < LIMIT_MAX) {
		ui_hold(ui, button, BUTTON_SECONDARY, ui_say(ui, _("Raise the limit to %d"), limit + 1), command_of(CMD_SET, SET_LIMIT, limit + 1));
	}
}

static void draw_holiday(struct ui *ui, const struct view *view, struct rect box, const char *heading, enum setting what)
{
	int32_t week = view->settings->value[what];

	ui_stepper(ui, box, &(struct stepper){
		.heading = heading,
		.value = week == 0 ? _("none") : ui_say(ui, _("week %d"), week),
		.less = week > 0 ? command_of(CMD_SET, (int32_t)what, week - 1) : command_of(CMD_NONE, 0, 0),
		.more = week < WEEK_LAST ? command_of(CMD_SET, (int32_t)what, week + 1) : command_of(CMD_NONE, 0, 0)});
}

static void draw_turn(struct ui *ui, const struct view *view, struct rect box)
{
	int32_t turn = view->settings->value[SET_TURN];

	ui_button(ui, box, BUTTON_SECONDARY, _("Turn the screen"), command_of(CMD_SET, SET_TURN, (turn + TURN_QUARTER) % TURN_WHOLE));
}

static void draw_thing(struct ui *ui, const struct view *view, struct rect box, enum thing thing)
{
	switch (thing) {
	case THING_LANGUAGE: panel_languages(ui, view, box); break;
	case THING_DISTANCE: panel_distance(ui, view, box); break;
	case THING_WIDTH: panel_width(ui, view, box); break;
	case THING_TURN: draw_turn(ui, view, box); break;
	case THING_LARGE: draw_switch(ui, view, box, _("Large text"), SET_LARGE); break;
	case THING_DARK: draw_switch(ui, view, box, _("Dark picture"), SET_DARK); break;
	case THING_MOTION: draw_switch(ui, view, box, _("Motion"), SET_MOTION); break;
	case THING_SOUND: draw_switch(ui, view, box, _("Sound"), SET_SOUND); break;
	case THING_SCHOOL: draw_name(ui, box, view->settings->school, _("The school's name"), EDIT_SCHOOL); break;
	case THING_TEAM: draw_name(ui, box, view->settings->team, _("The team's name"), EDIT_TEAM); break;
	case THING_LIMIT: draw_limit(ui, view, box); break;
	case THING_AUTUMN: draw_holiday(ui, view, box, _("Autumn holiday"), SET_AUTUMN_WEEK); break;
	case THING_WINTER: draw_holiday(ui, view, box, _("Winter holiday"), SET_WINTER_WEEK); break;
	case THING_EASTER: draw_holiday(ui, view, box, _("Easter holiday"), SET_EASTER_WEEK); break;
	case THING_DATE: date_steppers(ui, view, box); break;
	case THING_COUNT: break;
	}
}

static int32_t thing_height(struct ui *ui, const struct view *view, enum thing thing, int32_t width)
{
	const struct ui_theme *t = ui_theme(ui);

	switch (thing) {
	case THING_DISTANCE: return panel_distance_height(ui);
	case THING_WIDTH: return panel_width_height(ui);
	case THING_LIMIT: return ui_text_height(ui, STYLE_QUIET, width, limit_words(ui, view)) + t->gap + t->control_small;
	case THING_AUTUMN:
	case THING_WINTER:
	case THING_EASTER: return ui_stepper_height(ui, _("Autumn holiday"));
	case THING_DATE: return date_steppers_height(ui, width);
	case THING_LANGUAGE:
	case THING_TURN:
	case THING_LARGE:
	case THING_DARK:
	case THING_MOTION:
	case THING_SOUND:
	case THING_SCHOOL:
	case THING_TEAM:
	case THING_COUNT: break;
	}
	return t->control_small;
}

static void draw_section(struct ui *ui, const struct view *view, struct rect column, const struct flow_thing *things, int32_t first,
                         int32_t gap)
{
	struct rect frame = {column.x, column.y + things[first].top, column.w, things[first].frame_height};
	struct rect inner = ui_card(ui, frame, section_title(things[first].section));

	for (int32_t i = first; i < first + things[first].run; i++) {
		draw_thing(ui, view, cut_top_gap(&inner, things[i].height, gap), (enum thing)i);
	}
	ui_group(ui, NULL);
}

void screen_settings(struct ui *ui, const struct view *view)
{
	static const int32_t sections[] = {
#define X(section, name) SECTION_##section,
		THINGS(X)
#undef X
	};
	const struct ui_theme *t = ui_theme(ui);
	struct flow flow = {.columns = t->portrait || t->compact ? 1 : 2, .gap = t->gap, .space = t->space,
	                    .frame = ui_line_height(ui, STYLE_LABEL) + t->snug + 2 * t->pad};
	struct flow_thing things[THING_COUNT];
	struct foot foot = {.back = {.label = _("Back"), .command = command_of(CMD_GO, view->meeting_on ? SCREEN_MEETING : SCREEN_HOME, 0)}};
	struct rect rest = chrome_top(ui, view, &(struct top){.title = _("Settings")});
	int32_t width = (rest.w - 2 * t->margin - (flow.columns - 1) * t->space) / flow.columns - 2 * t->pad;
	struct pages pages;

	flow.height = flow_room(ui, rest, true) - t->snug;
	for (int32_t i = 0; i < THING_COUNT; i++) {
		things[i] = (struct flow_thing){.section = sections[i], .height = thing_height(ui, view, (enum thing)i, width)};
	}
	pages = ui_pages(view, flow_place(&flow, things, THING_COUNT), 1);
	flow_turns(ui, pages, &foot);
	rest = cut_inset(chrome_foot(ui, view, rest, &foot), t->margin, 0);
	for (int32_t i = 0; i < THING_COUNT; i++) {
		if (things[i].run > 0 && things[i].page == pages.page) {
			draw_section(ui, view, cut_column(rest, flow.columns, things[i].column, t->space), things, i, t->gap);
		}
	}
}
