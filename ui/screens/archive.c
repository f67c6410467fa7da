/* The meetings that have ended, newest first. */
#include "ui/screens/flow.h"
#include "ui/screens/screens.h"

static const char *when(struct ui *ui, const struct view *view, const struct view_past *past)
{
	char date[WORDS_BYTES];

	return past->wall == 0 ? _("no date") : ui_say(ui, "%s", words_date_year(date, sizeof date, view->lang, wall_date(past->wall)));
}

static const char *group_of(struct ui *ui, const struct view *view, const struct view_past *past)
{
	return ui_say(ui, "%s (%d)", when(ui, view, past), past->number);
}

/* "24 september 2026 · 8 personer · 4 påståenden · 2 anteckningar": what there is to find. */
static const char *detail_of(struct ui *ui, const struct view *view, const struct view_past *past)
{
	const char *line = when(ui, view, past);

	if (past->cases) {
		return ui_say(ui, _("%s · nothing else is saved"), line);
	}
	line = ui_say(ui, ngettext("%s · %d person", "%s · %d people", (unsigned long)past->people), line, past->people);
	if (past->statements > 0 && !ui_theme(ui)->compact) {
		line = ui_say(ui, ngettext("%s · %d statement", "%s · %d statements", (unsigned long)past->statements), line, past->statements);
	}
	if (past->notes > 0 && !ui_theme(ui)->compact) {
		line = ui_say(ui, ngettext("%s · %d note", "%s · %d notes", (unsigned long)past->notes), line, past->notes);
	}
	return line;
}

/* What it was about says more than what the meeting is called. */
static const char *name_of(struct ui *ui, const struct view_past *past)
{
	const char *name = past->name[0] != '\0' ? past->name : _("A meeting");

	if (past->theme[0] == '\0') {
		return name;
	}
	return ui_theme(ui)->compact ? past->theme : ui_say(ui, "%s · %s", past->theme, name);
}

/* One height for all that stand on the page: what the highest needs, no lower than a target. */
static int32_t row_height(struct ui *ui, const struct view *view, int32_t width, int32_t most, bool at_floor)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t room = width - 2 * t->pad - ui_text_width(ui, STYLE_STRONG, "›") - t->snug, height = t->control_small;

	for (int32_t i = 0; i < view->archive.count; i++) {
		const struct view_past *past = &view->archive.past[i];
		int32_t words = at_floor ? ui_text_height_floor(ui, STYLE_TITLE, room, name_of(ui, past)) +
		                                    ui_text_height_floor(ui, STYLE_QUIET, room, detail_of(ui, view, past))
		                          : ui_line_height(ui, STYLE_TITLE) + ui_line_height(ui, STYLE_QUIET);

		height = max_i32(height, words + (at_floor ? 1 + 2 : 2 + 2) * t->snug);
	}
	return min_i32(height, most);
}

static void draw_empty(struct ui *ui, struct rect page)
{
	ui_text_in(ui, page, STYLE_HEADING, INK_QUIET, (struct stack){.align = ALIGN_CENTRE, .middle = true, .balanced = true},
	           _("When a meeting has ended you find it here."));
}

void screen_archive(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_archive *archive = &view->archive;
	struct foot foot = {.back = view->meeting_on ? (struct action){.label = _("Back"), .command = command_of(CMD_GO, SCREEN_MEETING, 0)}
	                                            : (struct action){.label = _("Home"), .command = command_of(CMD_GO, SCREEN_HOME, 0)}};
	struct rect rest = chrome_top(ui, view, &(struct top){.title = _("Results"), .about = _("Meetings that have ended")});
	struct rect page = cut_inset(rest, t->margin, 0);
	int32_t room = flow_room(ui, rest, &foot);
	int32_t least = row_height(ui, view, page.w, room, t->compact), height = max_i32(least, row_height(ui, view, page.w, room, false));
	struct pages pages = ui_pages(view, archive->count, ui_rows_fit(room, least, t->gap));

	/* As high as takes no more pages. */
	height = clamp_i32((room + t->gap) / max_i32(1, pages.count) - t->gap, least, height);

	flow_turns(ui, pages, &foot);
	page = flow_page(ui, view, rest, &foot);
	if (archive->count == 0) {
		draw_empty(ui, page);
	}
	for (int32_t i = 0; i < pages.count; i++) {
		const struct view_past *past = &archive->past[pages.first + i];

		/* Meetings of one name are told apart by when they were, and in which order. */
		ui_group(ui, group_of(ui, view, past));
		ui_card_button(ui, cut_top_gap(&page, height, t->gap), name_of(ui, past), detail_of(ui, view, past), "›",
		               command_of(CMD_GO, SCREEN_RECORD, past->number));
	}
	ui_group(ui, NULL);
}
