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
	X(NAMES, SCHOOL) X(NAMES, TEAM) X(NAMES, FORM) X(NAMES, LEVEL) \
	X(OWN, IMPORT) \
	X(SECRET, LIMIT) X(SECRET, RAISE) \
	X(HOLIDAYS, AUTUMN) X(HOLIDAYS, WINTER) X(HOLIDAYS, EASTER) \
	X(DATE, DAY) X(DATE, MONTH) X(DATE, YEAR) \
	X(TIME, HOUR) X(TIME, MINUTE)

enum section { SECTION_SCREEN, SECTION_LOOKS, SECTION_NAMES, SECTION_OWN, SECTION_SECRET, SECTION_HOLIDAYS, SECTION_DATE, SECTION_TIME };

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
	case SECTION_OWN: return _("Own material");
	case SECTION_SECRET: return _("Secret answers");
	case SECTION_HOLIDAYS: return _("Holidays");
	case SECTION_DATE: return _("Date");
	case SECTION_TIME: return _("Time of day");
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

static void draw_name(struct ui *ui, struct rect box, const char *heading, const char *name, enum edit what)
{
	bool empty = name[0] == '\0';

	ui_labelled(ui, &box, heading);
	ui_button(ui, box, empty ? BUTTON_ADD : BUTTON_SECONDARY, empty ? _("Write a name") : name, command_of(CMD_EDIT, (int32_t)what, 0));
	ui_group(ui, NULL);
}

static const char *form_word(enum school_form form)
{
	switch (form) {
	case SCHOOL_ORDINARY: return _("School");
	case SCHOOL_PRESCHOOL: return _("Preschool");
	case SCHOOL_ADULT: return _("Adult education");
	case SCHOOL_FORM_COUNT: break;
	}
	return "";
}

/* A tap takes the next one. */
static void draw_form(struct ui *ui, const struct view *view, struct rect box)
{
	int32_t form = view->settings->value[SET_SCHOOL_FORM];

	ui_labelled(ui, &box, _("Form of school"));
	ui_button(ui, box, BUTTON_SECONDARY, form_word((enum school_form)form), command_of(CMD_SET, SET_SCHOOL_FORM, (form + 1) % SCHOOL_FORM_COUNT));
	ui_group(ui, NULL);
}

/* While a meeting is on its statements stand still. */
static void draw_import(struct ui *ui, const struct view *view, struct rect box)
{
	if (view->meeting_on) {
		ui_text_in(ui, box, STYLE_QUIET, INK_QUIET, (struct stack){.align = ALIGN_LEFT, .middle = true}, _("After the meeting"));
	} else {
		ui_button(ui, box, BUTTON_SECONDARY, _("Fetch a document"), command_of(CMD_GO, SCREEN_IMPORT, 0));
	}
}

/* Nothing to choose between, or a meeting that is on: nothing. */
static bool has_level(const struct view *view)
{
	return view->levels.count > 1 && !view->meeting_on;
}

static void draw_level(struct ui *ui, const struct view *view, struct rect box)
{
	if (has_level(view)) {
		ui_labelled(ui, &box, _("Level"));
		ui_button(ui, box, BUTTON_SECONDARY, view->levels.chosen, command_of(CMD_GO, SCREEN_LEVELS, SCREEN_SETTINGS));
		ui_group(ui, NULL);
	}
}

static void draw_raise(struct ui *ui, const struct view *view, struct rect box)
{
	int32_t limit = view->settings->value[SET_LIMIT];

	if (limit < LIMIT_MAX) {
		ui_hold(ui, box, BUTTON_SECONDARY, ui_say(ui, _("Raise the limit to %d"), limit + 1), command_of(CMD_SET, SET_LIMIT, limit + 1));
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
	case THING_SCHOOL: draw_name(ui, box, _("The school's name"), view->settings->school, EDIT_SCHOOL); break;
	case THING_TEAM: draw_name(ui, box, _("The team's name"), view->settings->team, EDIT_TEAM); break;
	case THING_FORM: draw_form(ui, view, box); break;
	case THING_IMPORT: draw_import(ui, view, box); break;
	case THING_LEVEL: draw_level(ui, view, box); break;
	case THING_LIMIT: ui_text(ui, box, STYLE_QUIET, limit_words(ui, view)); break;
	case THING_RAISE: draw_raise(ui, view, box); break;
	case THING_AUTUMN: draw_holiday(ui, view, box, _("Autumn holiday"), SET_AUTUMN_WEEK); break;
	case THING_WINTER: draw_holiday(ui, view, box, _("Winter holiday"), SET_WINTER_WEEK); break;
	case THING_EASTER: draw_holiday(ui, view, box, _("Easter holiday"), SET_EASTER_WEEK); break;
	case THING_DAY:
	case THING_MONTH:
	case THING_YEAR:
	case THING_HOUR:
	case THING_MINUTE: date_stepper(ui, view, box, (int32_t)thing - THING_DAY); break;
	case THING_COUNT: break;
	}
}

/* A stepper of a low panel has its heading between its signs. */
static int32_t stepper_height(const struct ui *ui, int32_t width, const char *heading)
{
	const struct ui_theme *t = ui_theme(ui);

	if (t->compact && !t->portrait) {
		struct rect between = {0, 0, width - 2 * (t->control_small + t->snug), ui_line_height(ui, STYLE_LABEL)};

		return ui_text_fits(ui, STYLE_LABEL, between, heading) ? date_stepper_height(ui)
		                                                       : ui_line_height(ui, STYLE_LABEL) + t->snug + t->control_small;
	}
	return ui_stepper_height(ui, NULL) + ui_text_height(ui, STYLE_LABEL, width, heading) + t->snug;
}

/* A long name takes as many lines as it needs. */
static int32_t name_height(const struct ui *ui, int32_t width, const char *name)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t lines = ui_text_height_floor(ui, STYLE_BUTTON, width - 2 * 2 * t->snug, name) + 2 * 2 * t->line;

	return ui_line_height(ui, STYLE_LABEL) + t->snug + max_i32(t->control_small, lines);
}

static int32_t thing_height(struct ui *ui, const struct view *view, enum thing thing, int32_t width)
{
	const struct ui_theme *t = ui_theme(ui);

	switch (thing) {
	case THING_DISTANCE: return panel_distance_height(ui, width);
	case THING_LIMIT:
		return t->compact ? ui_text_height_floor(ui, STYLE_QUIET, width, limit_words(ui, view))
		                  : ui_text_height(ui, STYLE_QUIET, width, limit_words(ui, view));
	case THING_WIDTH: return stepper_height(ui, width, _("The picture's width"));
	case THING_AUTUMN: return stepper_height(ui, width, _("Autumn holiday"));
	case THING_WINTER: return stepper_height(ui, width, _("Winter holiday"));
	case THING_EASTER: return stepper_height(ui, width, _("Easter holiday"));
	case THING_DAY:
	case THING_MONTH:
	case THING_YEAR:
	case THING_HOUR:
	case THING_MINUTE: return t->portrait ? ui_text_height(ui, STYLE_LABEL, width, _("Month")) + t->snug + t->control_small : date_stepper_height(ui);
	case THING_SCHOOL: return name_height(ui, width, view->settings->school);
	case THING_TEAM: return name_height(ui, width, view->settings->team);
	case THING_FORM: return name_height(ui, width, form_word((enum school_form)view->settings->value[SET_SCHOOL_FORM]));
	case THING_LEVEL: return has_level(view) ? name_height(ui, width, view->levels.chosen) : 0;
	case THING_LANGUAGE:
	case THING_TURN:
	case THING_LARGE:
	case THING_DARK:
	case THING_MOTION:
	case THING_SOUND:
	case THING_IMPORT:
	case THING_RAISE:
	case THING_COUNT: break;
	}
	return t->control_small;
}

/* Small panels have no room for cards. */
static bool framed(const struct ui *ui)
{
	return !ui_theme(ui)->compact;
}

static struct flow flow_of(const struct ui *ui, struct rect page)
{
	const struct ui_theme *t = ui_theme(ui);
	bool one = t->portrait || (t->compact && t->large);

	return (struct flow){
		.height = page.h, .columns = one ? 1 : 2, .gap = t->gap, .space = t->space, .frame = framed(ui) ? 2 * t->pad : 0
	};
}

/* Where things have headings of their own, a small panel does without another over them. */
static bool headed(const struct ui *ui, int32_t section)
{
	return framed(ui) || section == SECTION_SCREEN || section == SECTION_LOOKS || section == SECTION_OWN || section == SECTION_SECRET;
}

static int32_t head_height(const struct ui *ui, int32_t section)
{
	enum style style = framed(ui) ? STYLE_TITLE : STYLE_LABEL;

	return headed(ui, section) ? ui_line_height(ui, style) + ui_theme(ui)->snug : 0;
}

static void draw_head(struct ui *ui, struct rect box, int32_t section)
{
	const char *title = section_title(section);

	cut_bottom(&box, ui_theme(ui)->snug);
	if (headed(ui, section)) {
		ui_line(ui, box, framed(ui) ? STYLE_TITLE : STYLE_LABEL, INK_OF_STYLE, ALIGN_LEFT, title);
	}
	ui_group(ui, title);
}

static void draw_section(struct ui *ui, const struct view *view, struct rect frame, const struct flow_thing *things, int32_t first)
{
	struct rect inner = framed(ui) ? ui_card(ui, frame, NULL) : frame;

	draw_head(ui, cut_top(&inner, things[first].head), things[first].section);
	for (int32_t i = first; i < first + things[first].run; i++) {
		draw_thing(ui, view, cut_top_gap(&inner, things[i].height, ui_theme(ui)->gap), (enum thing)i);
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
	struct flow_thing things[THING_COUNT];
	struct foot foot = {.back = {.label = _("Back"), .command = command_of(CMD_GO, view->meeting_on ? SCREEN_MEETING : SCREEN_HOME, 0)}};
	struct rect rest = chrome_top(ui, view, &(struct top){.title = _("Settings")});
	struct rect page = cut_inset(rest, ui_theme(ui)->margin, 0);

	page.h = flow_room(ui, rest, &foot);
	struct flow flow = flow_of(ui, page);
	int32_t width = cut_column(page, flow.columns, 0, flow.space).w - (framed(ui) ? 2 * ui_theme(ui)->pad : 0);

	for (int32_t i = 0; i < THING_COUNT; i++) {
		int32_t head = head_height(ui, sections[i]);
		int32_t height = min_i32(thing_height(ui, view, (enum thing)i, width), flow.height - flow.frame - head);

		things[i] = (struct flow_thing){.section = sections[i], .head = head, .height = height};
	}
	struct pages pages = ui_pages(view, flow_place(&flow, things, THING_COUNT), 1);

	flow_turns(ui, pages, &foot);
	page.y = flow_page(ui, view, rest, &foot).y;
	for (int32_t i = 0; i < THING_COUNT; i++) {
		if (things[i].run > 0 && things[i].page == pages.page) {
			draw_section(ui, view, flow_frame(&flow, page, &things[i]), things, i);
		}
	}
}
