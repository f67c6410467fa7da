/* The school year: its moments, each a way in to what it is about and what can be started there. */
#include "ui/screens/flow.h"
#include "ui/screens/screens.h"

static const char *title_of(struct ui *ui, const struct view_moment_line *line)
{
	return ui_say(ui, "%d  %s", line->number, line->name);
}

/* "vecka 39–42 · nu · 2 av 4 möten har hållits". */
static const char *detail_of(struct ui *ui, const struct view_moment_line *line)
{
	char weeks[WORDS_BYTES];
	const char *words;

	words_weeks(weeks, sizeof weeks, line->first_week, line->last_week);
	words = ui_say(ui, line->now ? _("week %s · now") : _("week %s"), weeks);
	if (line->held > 0) {
		words = ui_say(ui, _("%s · %d of %d meetings held"), words, line->held, line->agendas);
	}
	return words;
}

/* One height for all: what the highest needs. */
static int32_t card_height(struct ui *ui, const struct view_year *year, int32_t column, int32_t most)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t width = column - 2 * t->pad - ui_text_width(ui, STYLE_STRONG, "›") - t->snug, height = t->control;

	for (int32_t i = 0; i < year->count; i++) {
		const char *title = title_of(ui, &year->moments[i]), *detail = detail_of(ui, &year->moments[i]);
		int32_t words = t->compact ? ui_text_height_floor(ui, STYLE_TITLE, width, title) + ui_text_height_floor(ui, STYLE_QUIET, width, detail)
		                           : ui_text_height(ui, STYLE_TITLE, width, title) + ui_text_height(ui, STYLE_QUIET, width, detail);

		height = max_i32(height, words + 2 * t->snug + t->snug);
	}
	return min_i32(height, most);
}

void screen_year(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_year *year = &view->year;
	struct foot foot = {.back = {.label = _("Home"), .command = command_of(CMD_GO, SCREEN_HOME, 0)}};
	struct rect rest = chrome_top(ui, view, &(struct top){.title = _("The year"), .about = _("Seven moments that build on one another"),
	                                                      .about_short = ""});
	struct rect page = cut_inset(rest, t->margin, 0);
	int32_t columns = t->portrait ? 1 : 2, width = cut_column(page, columns, 0, t->space).w;
	int32_t room = flow_room(ui, rest, &foot), height = card_height(ui, year, width, room);
	int32_t rows = ui_rows_fit(room, height, t->gap);
	struct pages pages = ui_pages(view, year->count, rows * columns);

	flow_turns(ui, pages, &foot);
	page = flow_page(ui, view, rest, &foot);
	for (int32_t i = 0; i < pages.count; i++) {
		const struct view_moment_line *line = &year->moments[pages.first + i];
		/* Down the first column, then down the second: the year is read in its order. */
		int32_t deep = (pages.count + columns - 1) / columns;
		struct rect column = cut_column(page, columns, i / deep, t->space);

		ui_card_button(ui, (struct rect){column.x, column.y + i % deep * (height + t->gap), column.w, height}, title_of(ui, line),
		               detail_of(ui, line), "›", command_of(CMD_GO, SCREEN_MOMENT, line->index));
	}
}
