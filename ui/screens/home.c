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
static int32_t rooms_of(struct ui *ui, const struct view_home *home, struct room out[ROOMS_MAX])
{
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
	return count;
}

static void draw_rooms(struct ui *ui, struct rect box, const struct room *rooms, int32_t count, int32_t columns)
{
	const struct ui_theme *t = ui_theme(ui);

	for (int32_t i = 0; i < count; i++) {
		ui_card_button(ui, cut_cell(box, columns, (count + columns - 1) / columns, i, t->space), rooms[i].title, rooms[i].detail, NULL,
		               rooms[i].command);
	}
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

/* The one big way in and, beside it, how long it takes. */
static void draw_offer(struct ui *ui, const struct view_home *home, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);
	const char *start = _("Start today's meeting");
	int32_t width = ui_button_width(ui, start) + t->pad;
	struct part parts[] = {
		{.style = STYLE_BODY, .text = offer_of(ui, home), .ink = INK_ON_PINE},
		{.style = STYLE_BODY, .text = about_offer(ui, home), .ink = INK_ON_PINE}
	};

	if (t->portrait || box.w < width + width / 2) {
		ui_button(ui, cut_bottom_gap(&box, t->control, t->snug), BUTTON_ON_PINE, start, command_of(CMD_GO, SCREEN_SETUP, home->offer));
	} else {
		ui_button(ui, cut_left_gap(&box, width, t->space), BUTTON_ON_PINE, start, command_of(CMD_GO, SCREEN_SETUP, home->offer));
	}
	ui_stack(ui, box, parts, ARRAY_LEN(parts), (struct stack){.align = ALIGN_LEFT, .middle = true});
}

static int32_t offer_height(const struct ui *ui)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t words = 2 * ui_line_height(ui, STYLE_BODY);

	return t->portrait ? t->control + t->snug + words : t->compact ? t->control : max_i32(t->control + t->snug, words);
}

static void draw_today(struct ui *ui, const struct view *view, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_home *home = &view->home;
	struct rect inner = ui_card_pine(ui, box);
	const char *next = next_of(ui, home);
	bool named = home->title[0] != '\0';
	struct part parts[] = {
		{.style = STYLE_LABEL, .text = label_of(ui, view), .ink = INK_ON_PINE},
		{.style = STYLE_HEADING, .text = named ? home->title : next, .ink = INK_ON_PINE, .before = t->snug},
		{.style = STYLE_BODY, .text = home->text, .ink = INK_ON_PINE, .before = t->snug, .spare = true},
		{.style = STYLE_BODY, .text = named ? next : NULL, .ink = INK_ON_PINE, .before = t->snug}
	};

	if (home->offer >= 0) {
		draw_offer(ui, home, cut_bottom_gap(&inner, offer_height(ui), t->snug));
	}
	ui_stack(ui, inner, parts, ARRAY_LEN(parts), (struct stack){.align = ALIGN_LEFT});
}

/* The clock cannot be believed: the date is asked for before anything is said about the year. */
static void draw_date(struct ui *ui, const struct view *view, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect inner = ui_card(ui, box, NULL);
	struct part parts[] = {
		{.style = STYLE_TITLE, .text = _("What day is it?")},
		{.style = STYLE_QUIET, .text = _("The clock has stopped. Set the date, and the year's plan is right again."), .spare = true,
		 .before = t->snug}
	};
	int32_t rows = t->portrait || t->compact ? 2 : 1;
	int32_t height = rows * date_steppers_height(ui) + (rows - 1) * t->snug;

	date_steppers(ui, view, cut_bottom_gap(&inner, height, t->snug), rows);
	ui_stack(ui, inner, parts, ARRAY_LEN(parts), (struct stack){.align = ALIGN_LEFT});
}

static void draw_promises(struct ui *ui, const struct view_home *home, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect inner = ui_card(ui, box, _("Since last time"));
	int32_t count = home->promise_count;

	ui_group(ui, NULL);
	for (int32_t i = 0; i < count; i++) {
		struct rect place = cut_row(inner, count, i, t->snug);

		ui_text_in(ui, place, STYLE_STRONG, INK_FULL, (struct stack){.align = ALIGN_LEFT, .middle = count > 1}, home->promises[i]);
	}
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
		struct rect place = cut_top_gap(rest, 2 * ui_line_height(ui, STYLE_QUIET), t->snug);

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

void screen_home(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_home *home = &view->home;
	struct room rooms[ROOMS_MAX];
	int32_t count = rooms_of(ui, home, rooms);
	struct rect rest = cut_inset(draw_top(ui, view), t->margin, 0);
	bool promises = home->promise_count > 0 && !(t->compact && !t->portrait);
	int32_t room_height = t->compact ? t->control : t->control + t->pad * 2;

	cut_bottom(&rest, t->compact ? t->gap : t->margin);
	draw_message(ui, view, &rest);
	if (count > 0) {
		int32_t columns = t->portrait ? 1 : count;
		int32_t rows = (count + columns - 1) / columns;

		draw_rooms(ui, cut_bottom_gap(&rest, rows * room_height + (rows - 1) * t->space, t->space), rooms, count, columns);
	}
	if (!promises) {
		draw_main(ui, view, rest);
	} else if (t->portrait) {
		draw_promises(ui, home, cut_bottom_gap(&rest, rest.h / (1 + 2), t->space));
		draw_main(ui, view, rest);
	} else {
		draw_promises(ui, home, cut_right_gap(&rest, rest.w / (1 + 2), t->space));
		draw_main(ui, view, rest);
	}
}
