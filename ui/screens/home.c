/* Home: what today is, one big way in, what was promised last time, and the rooms. */
#include "ui/date.h"
#include "ui/screens/chrome.h"
#include "ui/screens/screens.h"

#define ROOMS_MAX (2 + 2)

struct room {
	const char *title, *detail;
	struct command command;
};

/* The rooms that have something in them. */
static int32_t rooms_of(struct ui *ui, const struct view *view, struct room out[ROOMS_MAX])
{
	const struct view_home *home = &view->home;
	int32_t count = 0;

	if (home->rate_count > 0) {
		out[count++] = (struct room){_("Rate"), _("anonymously, together"), command_of(CMD_GO, SCREEN_AGENDAS, 0)};
	}
	if (home->talk_count > 0) {
		out[count++] = (struct room){
			_("Talk"), ui_say(ui, ngettext("%d agenda", "%d agendas", (unsigned long)home->talk_count), home->talk_count),
			command_of(CMD_GO, SCREEN_AGENDAS, 1)};
	}
	if (home->past_count > 0) {
		out[count++] = (struct room){
			_("Results"), ui_say(ui, ngettext("%d meeting", "%d meetings", (unsigned long)home->past_count), home->past_count),
			command_of(CMD_GO, SCREEN_ARCHIVE, 0)};
	}
	if (home->promise_count > 0 && ui_theme(ui)->compact) {
		/* A small panel has no room for them beside today: they are the next page. */
		out[count++] = (struct room){_("Last time"), NULL, command_of(CMD_PAGE, 1 - view->page, 0)};
	}
	return count;
}

static void draw_rooms(struct ui *ui, struct rect box, const struct room *rooms, int32_t count, int32_t columns)
{
	const struct ui_theme *t = ui_theme(ui);
	const char *titles[ROOMS_MAX];

	for (int32_t i = 0; i < count; i++) {
		titles[i] = rooms[i].title;
	}
	ui_one_size(ui, STYLE_TITLE, cut_column(box, columns, 0, t->space).w - 2 * t->pad, ui_line_height(ui, STYLE_TITLE), titles, count);
	for (int32_t i = 0; i < count; i++) {
		ui_card_button(ui, cut_cell(box, columns, (count + columns - 1) / columns, i, t->space), rooms[i].title,
		               t->compact ? NULL : rooms[i].detail, NULL,
		               rooms[i].command);
	}
	ui_one_size_end(ui);
}

/* ---- the card of today ---- */

static const char *label_of(struct ui *ui, const struct view *view)
{
	const struct view_home *home = &view->home;
	char weeks[WORDS_BYTES];

	if (home->holiday) {
		return _("School holiday");
	}
	if (home->moment == 0) {
		return _("Between moments");
	}
	words_weeks(weeks, sizeof weeks, home->first_week, home->last_week);
	return ui_say(ui, _("Moment %d of 7 · week %s"), home->moment, weeks);
}

/* What comes next, where today lies between two moments. */
static const char *next_of(struct ui *ui, const struct view_home *home)
{
	return home->next_shown ? ui_say(ui, _("Moment %d begins in week %d."), home->next_moment, home->next_week) : NULL;
}

static const char *offer_of(struct ui *ui, const struct view_home *home)
{
	const char *steps = ui_say(ui, ngettext("%d step", "%d steps", (unsigned long)home->offer_steps), home->offer_steps);

	return ui_say(ui, _("%d min · %s"), home->offer_min, steps);
}

static const char *about_offer(struct ui *ui, const struct view_home *home)
{
	return home->offer_theme[0] == '\0' ? home->offer_name : ui_say(ui, "%s: %s", home->offer_name, home->offer_theme);
}

/* The button, and where there is room beside (or over) it how long it takes and what it is about. */
static void draw_offer(struct ui *ui, const struct view_home *home, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);
	const char *start = _("Start today's meeting");
	int32_t width = min_i32(ui_text_width(ui, STYLE_TITLE, start) + (1 + 2) * t->pad, box.w);
	struct command command = command_of(CMD_GO, SCREEN_SETUP, home->offer);
	enum style style = t->compact ? STYLE_QUIET : STYLE_BODY;
	struct part parts[] = {
		{.style = style, .text = offer_of(ui, home), .ink = INK_ON_DEEP},
		{.style = style, .text = about_offer(ui, home), .ink = INK_ON_DEEP, .spare = true}
	};

	if (width > box.w * 2 / (1 + 2)) {
		ui_button(ui, cut_bottom_gap(&box, t->control, t->snug), BUTTON_ON_PINE, start, command);
		if (box.h >= ui_line_height(ui, STYLE_QUIET)) {
			ui_line(ui, cut_bottom(&box, ui_line_height(ui, STYLE_QUIET)), STYLE_QUIET, INK_ON_DEEP, ALIGN_LEFT, offer_of(ui, home));
		}
		return;
	}
	ui_button(ui, cut_left_gap(&box, width, t->space), BUTTON_ON_PINE, start, command);
	ui_stack(ui, box, parts, ARRAY_LEN(parts), (struct stack){.align = ALIGN_LEFT, .middle = true});
}

static int32_t offer_height(const struct ui *ui, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);

	if (t->portrait) {
		return t->control + t->snug + ui_line_height(ui, STYLE_QUIET);
	}
	return t->compact || box.h < 2 * t->control ? t->control : t->control + t->snug;
}

static void draw_today(struct ui *ui, const struct view *view, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_home *home = &view->home;
	struct rect inner = ui_card_pine(ui, box);
	struct rect offer = home->offer >= 0 ? cut_bottom_gap(&inner, offer_height(ui, inner), t->snug) : inner;
	const char *next = next_of(ui, home);
	bool named = home->title[0] != '\0';
	struct part parts[] = {
		{.style = STYLE_LABEL, .text = label_of(ui, view), .ink = INK_ON_DEEP, .spare = t->compact},
		{.style = STYLE_HEADING, .text = named ? home->title : next, .ink = INK_ON_DEEP, .before = t->snug},
		{.style = STYLE_BODY, .text = home->text, .ink = INK_ON_DEEP, .before = t->snug, .spare = true},
		{.style = STYLE_BODY, .text = named ? next : NULL, .ink = INK_ON_DEEP, .before = t->snug}
	};

	ui_stack(ui, inner, parts, ARRAY_LEN(parts), (struct stack){.align = ALIGN_LEFT});
	if (home->offer >= 0) {
		draw_offer(ui, home, offer);
	}
}

/* The clock cannot be believed: the date is asked for before anything is said about the year. */
static void draw_date(struct ui *ui, const struct view *view, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect inner = ui_card(ui, box, NULL);
	struct part parts[] = {
		{.style = STYLE_TITLE, .text = _("What day is it?"), .spare = true},
		{.style = STYLE_BODY, .text = _("The clock has stopped. Set the date, and the year's plan is right again."), .spare = true,
		 .before = t->snug}
	};

	date_steppers(ui, view, cut_bottom_gap(&inner, date_steppers_height(ui, inner.w), t->snug));
	ui_stack(ui, inner, parts, ARRAY_LEN(parts), (struct stack){.align = ALIGN_LEFT});
}

/* Under one another with lines between, if all of them have room; else to be read page by page. */
static void draw_promises(struct ui *ui, const struct view *view, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_home *home = &view->home;
	struct rect inner = ui_card(ui, box, _("Since last time"));
	struct part parts[ARRAY_LEN(home->promises)];
	int32_t line = 2 * t->snug + t->line, height = 0, count = home->promise_count;

	ui_group(ui, NULL);
	for (int32_t i = 0; i < count; i++) {
		height += ui_text_height(ui, STYLE_STRONG, inner.w, home->promises[i]) + (i > 0 ? line : 0);
		parts[i] = (struct part){.style = STYLE_STRONG, .text = home->promises[i], .before = 2 * t->snug};
	}
	if (height > inner.h) {
		ui_read(ui, view, inner, parts, count, (struct stack){.align = ALIGN_LEFT});
		return;
	}
	for (int32_t i = 0; i < count; i++) {
		if (i > 0) {
			ui_divider(ui, cut_top(&inner, line));
		}
		ui_flow(ui, &inner, STYLE_STRONG, INK_FULL, home->promises[i]);
	}
}

/* The promises as pages of their own, after the page of today. */
static void draw_promise_pages(struct ui *ui, const struct view *view, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_home *home = &view->home;
	struct rect foot = cut_bottom_gap(&box, t->control_small, t->gap);
	struct rect inner = ui_card(ui, box, _("Since last time"));
	struct part parts[ARRAY_LEN(home->promises)];
	struct stack how = {.align = ALIGN_LEFT, .paged = true, .page = view->page - 1};
	int32_t pages;

	ui_group(ui, NULL);
	for (int32_t i = 0; i < home->promise_count; i++) {
		parts[i] = (struct part){.style = STYLE_STRONG, .text = home->promises[i], .before = 2 * t->snug};
	}
	pages = ui_stack(ui, inner, parts, home->promise_count, how).pages + 1;
	ui_pager(ui, foot, (struct pages){.page = min_i32(view->page, pages - 1), .pages = pages, .asked = view->page});
}

/* ---- the whole ---- */

static struct rect draw_top(struct ui *ui, const struct view *view)
{
	const struct today *today = &view->today;
	char date[WORDS_BYTES], clock[WORDS_BYTES];
	bool known = today->wall != WALL_UNKNOWN && !view->home.date_doubtful;
	const char *day = known ? words_date(date, sizeof date, view->lang, today->date) : NULL;
	const char *week = known ? ui_say(ui, _("week %d"), today->week.week) : NULL;

	if (known) {
		words_now(clock, sizeof clock, view->lang, today->wall);
	}
	return chrome_top(ui, view, &(struct top){
		.title = view->home.school, .about = view->home.team,
		.right = known ? ui_say(ui, "%s · %s", day, week) : NULL,
		.right_short = week,
		.clock = known ? ui_say(ui, "%s", clock) : NULL,
		.action = {{.label = _("Settings"), .command = command_of(CMD_GO, SCREEN_SETTINGS, 0)}}
	});
}

/* A word from the machine, for people: the data could not be opened, a pack has faults. */
static void draw_message(struct ui *ui, const struct view *view, struct rect *rest)
{
	const struct ui_theme *t = ui_theme(ui);
	const char *message = view->unsaved ? _("Nothing is being saved.") : NULL;

	if (view->message != NULL && view->message[0] != '\0') {
		message = view->message;
	}
	if (message != NULL) {
		int32_t width = rest->w - 2 * t->snug - t->mark, height = ui_text_height(ui, STYLE_QUIET, width, message);
		bool large = height > rest->h / (2 + 2);
		struct rect place = cut_top_gap(rest, large ? ui_text_height_floor(ui, STYLE_QUIET, width, message) : height, t->snug);

		ui_aside(ui, &place, NULL, message);
	}
}

static void draw_main(struct ui *ui, const struct view *view, struct rect box)
{
	if (view->home.date_doubtful) {
		draw_date(ui, view, box);
	} else {
		draw_today(ui, view, box);
	}
}

/* Rooms stand in a row; on a panel that is higher than wide, two by two. */
static int32_t rooms_height(const struct ui *ui, int32_t count, int32_t columns)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t rows = (count + columns - 1) / columns;

	return rows * (t->compact ? t->control_two : t->control + t->pad * 2) + (rows - 1) * t->space;
}

void screen_home(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_home *home = &view->home;
	struct room rooms[ROOMS_MAX];
	int32_t count = rooms_of(ui, view, rooms), columns = t->portrait ? 2 : count;
	struct rect rest = cut_inset(draw_top(ui, view), t->margin, 0);

	cut_bottom(&rest, t->compact ? t->gap : t->margin);
	if (t->compact && view->page > 0 && home->promise_count > 0 && !home->date_doubtful) {
		draw_promise_pages(ui, view, rest);
		return;
	}
	draw_message(ui, view, &rest);
	/* A small panel with a clock that has stopped asks for the date and for nothing else. */
	if (count > 0 && !(home->date_doubtful && t->compact)) {
		draw_rooms(ui, cut_bottom_gap(&rest, rooms_height(ui, count, columns), t->space), rooms, count, columns);
	}
	if (home->promise_count > 0 && !t->compact) {
		draw_promises(ui, view, cut_right_gap(&rest, rest.w / (1 + 2), t->space));
	}
	draw_main(ui, view, rest);
}
