/* The cards that home is made of. */
#include "ui/screens/home_cards.h"

#include "ui/date.h"
#include "ui/screens/chrome.h"

/* ---- rooms ---- */

static struct home_room room_of(const char *title, const char *detail, enum screen screen, int32_t about)
{
	return (struct home_room){title, detail, command_of(CMD_GO, (int32_t)screen, about)};
}

int32_t home_rooms_of(struct ui *ui, const struct view_home *home, const struct command *promises, struct home_room out[HOME_ROOMS_MAX])
{
	int32_t count = 0;

	if (home->rate_count > 0) {
		out[count++] = room_of(_("Rate"), _("anonymously, together"), SCREEN_AGENDAS, AGENDAS_RATING);
	}
	if (home->talk_count > 0) {
		out[count++] = room_of(_("Talk"), ui_say(ui, ngettext("%d agenda", "%d agendas", (unsigned long)home->talk_count), home->talk_count),
		                       SCREEN_AGENDAS, AGENDAS_FIRST);
	}
	if (home->moment_count > 0) {
		out[count++] = room_of(_("The year"), ui_say(ui, ngettext("%d moment", "%d moments", (unsigned long)home->moment_count),
		                                                    home->moment_count), SCREEN_YEAR, 0);
	}
	if (home->past_count > 0) {
		out[count++] = room_of(_("Results"), ui_say(ui, ngettext("%d meeting", "%d meetings", (unsigned long)home->past_count),
		                                            home->past_count), SCREEN_ARCHIVE, 0);
	}
	if (promises != NULL) {
		out[count++] = (struct home_room){_("Last time"), NULL, *promises};
	}
	return count;
}

/* Rooms stand in a row; on a panel that is higher than wide, two by two. */
static int32_t room_columns(const struct ui *ui, int32_t count)
{
	return ui_theme(ui)->portrait ? 2 : max_i32(count, 1);
}

int32_t home_rooms_height(const struct ui *ui, int32_t count)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t columns = room_columns(ui, count), rows = (count + columns - 1) / columns;

	return rows * (t->compact ? t->control_two : t->control + t->pad * 2) + (rows - 1) * t->space;
}

void home_rooms(struct ui *ui, struct rect box, const struct home_room *rooms, int32_t count)
{
	const struct ui_theme *t = ui_theme(ui);
	const char *titles[HOME_ROOMS_MAX];
	int32_t columns = room_columns(ui, count), rows = (count + columns - 1) / columns;

	for (int32_t i = 0; i < count; i++) {
		titles[i] = rooms[i].title;
	}
	ui_one_size(ui, STYLE_TITLE, cut_column(box, columns, 0, t->space).w - 2 * t->pad, ui_line_height(ui, STYLE_TITLE), titles, count);
	for (int32_t i = 0; i < count; i++) {
		/* The last one takes what is left of its row. */
		bool whole = i + 1 == count && i % columns == 0;
		struct rect place = whole ? cut_row(box, rows, rows - 1, t->space) : cut_cell(box, columns, rows, i, t->space);

		ui_card_button(ui, place, rooms[i].title, t->compact ? NULL : rooms[i].detail, NULL,
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
	const char *theme;

	if (home->offer_theme[0] == '\0') {
		return home->offer_name;
	}
	theme = chrome_both(ui, home->offer_theme, home->offer_also);
	if (home->offer_more > 0) {
		theme = ui_say(ui, ngettext("%s and %d theme more", "%s and %d themes more", (unsigned long)home->offer_more), theme, home->offer_more);
	}
	if (home->offer_rest) {
		return ui_say(ui, _("Go on with %s"), theme);
	}
	return ui_say(ui, "%s · %s", home->offer_name, theme);
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

	command.k = home->offer_theme_index + 1;
	command.l = home->offer_themes;
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

void home_today(struct ui *ui, const struct view *view, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_home *home = &view->home;
	struct rect inner = ui_card_pine(ui, box);
	struct rect offer = home->offer >= 0 ? cut_bottom_gap(&inner, offer_height(ui, inner), t->snug) : inner;
	const char *next = next_of(ui, home);
	bool named = home->title[0] != '\0';
	const char *reminder = home->reminder[0] == '\0' ? NULL : home->reminder;
	struct part parts[] = {
		{.style = STYLE_LABEL, .text = label_of(ui, view), .ink = INK_ON_DEEP, .spare = t->compact},
		{.style = STYLE_HEADING, .text = named ? home->title : next, .ink = INK_ON_DEEP, .before = t->snug},
		{.style = STYLE_BODY, .text = home->text, .ink = INK_ON_DEEP, .before = t->snug, .spare = true},
		{.style = STYLE_BODY, .text = named ? next : NULL, .ink = INK_ON_DEEP, .before = t->snug},
		{.style = STYLE_QUIET, .text = reminder, .ink = INK_ON_DEEP, .before = 2 * t->snug, .spare = true}
	};

	ui_stack(ui, inner, parts, ARRAY_LEN(parts), (struct stack){.align = ALIGN_LEFT});
	if (home->offer >= 0) {
		draw_offer(ui, home, offer);
	}
}

int32_t home_today_least(struct ui *ui, const struct view *view, int32_t width)
{
	const struct ui_theme *t = ui_theme(ui);
	const char *next = next_of(ui, &view->home);
	bool named = view->home.title[0] != '\0';
	const char *title = named ? view->home.title : next;
	int32_t pads = 2 * t->pad + t->pad, words = width - pads;
	struct rect inner = {0, 0, words, t->control + t->control};

	return pads + (named && next != NULL ? ui_text_height_floor(ui, STYLE_BODY, words, next) + t->snug : 0) +
	       ui_text_height_floor(ui, STYLE_HEADING, words, title == NULL ? "" : title) + t->snug +
	       (view->home.offer >= 0 ? offer_height(ui, inner) : 0);
}

/* ---- the date ---- */

/* The clock cannot be believed: the date is asked for before anything is said about the year. */
void home_date(struct ui *ui, const struct view *view, struct rect box, int32_t page)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect inner = ui_card(ui, box, NULL);
	struct part parts[] = {
		{.style = STYLE_TITLE, .text = _("What day is it?"), .spare = true},
		{.style = STYLE_BODY, .text = _("The clock seems to be wrong. Set the date, and the year's plan is right again."), .spare = true,
		 .before = t->snug}
	};

	struct rect steppers = cut_bottom_gap(&inner, date_steppers_height(ui, inner.w), t->snug);
	int32_t used = ui_stack(ui, inner, parts, ARRAY_LEN(parts), (struct stack){.align = ALIGN_LEFT}).height;

	/* Right under the words, not at the far end of a large card. */
	steppers.y -= clamp_i32(inner.h - used - t->space, 0, inner.h);
	date_steppers_page(ui, view, steppers, page);
}

int32_t home_date_least(const struct ui *ui)
{
	return 2 * ui_theme(ui)->pad + date_steppers_least(ui);
}

int32_t home_date_pages(const struct ui *ui, struct rect box)
{
	return date_steppers_pages(ui, rect_inset(box, ui_theme(ui)->pad));
}

/* ---- promises ---- */

static int32_t promise_parts(struct ui *ui, const struct view_home *home, struct part *parts)
{
	for (int32_t i = 0; i < home->promise_count; i++) {
		parts[i] = (struct part){.style = STYLE_STRONG, .text = home->promises[i], .before = 2 * ui_theme(ui)->snug};
	}
	return home->promise_count;
}

/* Under one another with lines between, if all of them have room; else to be read page by page. */
void home_promises(struct ui *ui, const struct view *view, struct rect box, int32_t page)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_home *home = &view->home;
	struct rect inner = ui_card(ui, box, _("Since last time"));
	struct part parts[ARRAY_LEN(home->promises)];
	int32_t line = 2 * t->snug + t->line, height = 0, count = promise_parts(ui, home, parts);

	ui_group(ui, NULL);
	for (int32_t i = 0; i < count; i++) {
		height += ui_text_height(ui, STYLE_STRONG, inner.w, home->promises[i]) + (i > 0 ? line : 0);
	}
	if (height > inner.h) {
		ui_stack(ui, inner, parts, count, (struct stack){.align = ALIGN_LEFT, .paged = true, .page = page});
		return;
	}
	for (int32_t i = 0; i < count; i++) {
		if (i > 0) {
			ui_divider(ui, cut_top(&inner, line));
		}
		ui_flow(ui, &inner, STYLE_STRONG, INK_FULL, home->promises[i]);
	}
}

int32_t home_promise_pages(struct ui *ui, const struct view *view, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);
	struct part parts[ARRAY_LEN(view->home.promises)];
	struct rect inner = rect_inset(box, t->pad);
	int32_t count = promise_parts(ui, &view->home, parts);

	cut_top(&inner, ui_line_height(ui, STYLE_LABEL) + t->snug);
	return ui_stack_pages(ui, inner, parts, count);
}
