/* The meetings that have ended, newest first. */
#include "ui/screens/chrome.h"
#include "ui/screens/flow.h"
#include "ui/screens/screens.h"

static const char *when(struct ui *ui, const struct view *view, const struct view_past *past)
{
	char date[WORDS_BYTES];

	return past->wall == 0 ? _("no date") : ui_say(ui, "%s", words_date_year(date, sizeof date, view->lang, wall_date(past->wall)));
}

/* "24 september 2026 · 8 personer · 4 påståenden · 2 anteckningar": what there is to find. */
static const char *detail_of(struct ui *ui, const struct view *view, const struct view_past *past)
{
	const char *line = when(ui, view, past);

	if (past->cases) {
		return ui_say(ui, _("%s · nothing else is saved"), line);
	}
	line = ui_say(ui, ngettext("%s · %d person", "%s · %d people", (unsigned long)past->people), line, past->people);
	if (past->statements > 0) {
		line = ui_say(ui, ngettext("%s · %d statement", "%s · %d statements", (unsigned long)past->statements), line, past->statements);
	}
	if (past->notes > 0) {
		line = ui_say(ui, ngettext("%s · %d note", "%s · %d notes", (unsigned long)past->notes), line, past->notes);
	}
	return line;
}

static const char *name_of(struct ui *ui, const struct view_past *past)
{
	const char *name = past->name[0] != '\0' ? past->name : _("A meeting");

	return past->theme[0] != '\0' ? ui_say(ui, "%s · %s", name, past->theme) : name;
}

void screen_archive(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_archive *archive = &view->archive;
	struct foot foot = {.back = {.label = _("Home"), .command = command_of(CMD_GO, SCREEN_HOME, 0)}};
	struct rect rest = chrome_top(ui, view, &(struct top){.title = _("Results"), .about = _("Meetings that have ended")});
	int32_t room = flow_room(ui, rest, true) - t->snug;
	int32_t height = min_i32(ui_line_height(ui, STYLE_TITLE) * (t->portrait ? 2 : 1) + ui_line_height(ui, STYLE_QUIET) * 2 + 2 * t->pad, room);
	struct pages pages = ui_pages(view, archive->count, ui_rows_fit(room, height, t->gap));

	flow_turns(ui, pages, &foot);
	rest = cut_inset(chrome_foot(ui, view, rest, &foot), t->margin, 0);
	if (archive->count == 0) {
		ui_text_in(ui, rest, STYLE_HEADING, INK_QUIET, (struct stack){.align = ALIGN_CENTRE, .middle = true, .balanced = true},
		           _("When a meeting has ended you find it here."));
	}
	for (int32_t i = 0; i < pages.count; i++) {
		const struct view_past *past = &archive->past[pages.first + i];

		ui_card_button(ui, cut_top_gap(&rest, height, t->gap), name_of(ui, past), detail_of(ui, view, past), "›",
		               command_of(CMD_GO, SCREEN_RECORD, past->number));
	}
}
