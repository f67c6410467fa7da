/* An instrument of one's own: which documents there are, what was found in one, line by line, and whether it is to be used. */
#include "ui/screens/import.h"

#include <string.h>

#include "ui/screens/flow.h"
#include "ui/screens/screens.h"

/* A row says what a line begins with; all of it stands behind the row. */
#define ROW_LINES 2
#define LABEL_LETTERS (LABEL_BYTES - 2 * 2 * 2)

static struct command to(int32_t document)
{
	return command_of(CMD_GO, SCREEN_IMPORT, document);
}

/* The bytes of the words before the last one of text[0..len). */
static size_t without_last_word(const char *text, size_t len)
{
	while (len > 0 && text[len - 1] != ' ') {
		len--;
	}
	while (len > 0 && text[len - 1] == ' ') {
		len--;
	}
	return len;
}

const char *import_shortened(struct ui *ui, enum style style, struct rect box, const char *text)
{
	size_t len = strlen(text);
	const char *words = text;

	while (len > LABEL_LETTERS || !ui_text_fits(ui, style, box, words)) {
		size_t less = without_last_word(text, len);

		if (less == 0) {
			break;
		}
		len = less;
		words = len > LABEL_LETTERS ? words : ui_say(ui, "%.*s…", (int)len, text);
	}
	return words;
}

/* ---- which documents ---- */

static void draw_message(struct ui *ui, struct rect page, const char *text)
{
	ui_text_in(ui, page, STYLE_HEADING, INK_QUIET, (struct stack){.align = ALIGN_CENTRE, .middle = true, .balanced = true}, text);
}

/* A file's name without its ending, which kind_of says in words. */
static const char *name_of(struct ui *ui, const char *file)
{
	const char *dot = strrchr(file, '.');

	return dot == NULL ? file : ui_say(ui, "%.*s", (int)(dot - file), file);
}

static const char *kind_of(const char *file)
{
	const char *dot = strrchr(file, '.');
	char letter = dot == NULL ? '\0' : dot[1];

	return letter == 'd' || letter == 'D' ? _("Word document") : letter == 'm' || letter == 'M' ? _("Markdown") : _("Plain text");
}

static void draw_documents(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct import_look *look = view->import.look;
	int32_t count = look != NULL ? look->file_count : 0;
	struct foot foot = {.back = {.label = _("Back"), .command = command_of(CMD_GO, SCREEN_SETTINGS, 0)}};
	struct rect rest = chrome_top(ui, view, &(struct top){.title = _("Own material")});
	int32_t height = ui_line_height(ui, STYLE_TITLE) + ui_line_height(ui, STYLE_QUIET) + 2 * t->snug + t->snug;
	struct pages pages = ui_pages(view, count, ui_rows_fit(flow_room(ui, rest, &foot), height, t->gap));

	flow_turns(ui, pages, &foot);
	struct rect page = flow_page(ui, view, rest, &foot);

	if (count == 0) {
		draw_message(ui, page, look == NULL ? _("Nothing can be saved, so nothing can be fetched.")
		                                    : ui_say(ui, _("Lay a document (.docx, .txt or .md) in this folder, and it stands here:\n%s"),
		                                             look->folder));
	}
	for (int32_t i = 0; i < pages.count; i++) {
		const char *file = look->files[pages.first + i];
		struct rect row = cut_top_gap(&page, height, t->gap);
		struct rect room = cut_inset(row, t->pad + t->pad, t->snug);

		room.h = ui_line_height(ui, STYLE_TITLE);
		ui_group(ui, ui_say(ui, "%d", pages.first + i + 1));
		ui_card_button(ui, row, import_shortened(ui, STYLE_TITLE, room, name_of(ui, file)), kind_of(file), "›", to(pages.first + i + 1));
	}
	ui_group(ui, NULL);
}

/* ---- what came of it ---- */

static const char *trouble_words(struct ui *ui, const struct import_look *look)
{
	switch (look->trouble) {
	case IMPORT_FINE: break;
	case IMPORT_UNREADABLE: return _("This document cannot be read. Open it on a computer, save it as .docx or plain text, and try again.");
	case IMPORT_EMPTY: return _("No statements were found.");
	case IMPORT_SCALE: return ui_say(ui, _("Its scale has %d steps, which cannot be asked here yet."), look->steps);
	case IMPORT_UNSAVED: return _("It could not be saved. See whether the memory is full or write-protected.");
	}
	return "";
}

static void draw_trouble(struct ui *ui, const struct view *view)
{
	struct foot foot = {.back = {.label = _("Back"), .command = to(0)}};
	struct rect rest = chrome_top(ui, view, &(struct top){.title = _("Own material")});

	draw_message(ui, flow_page(ui, view, rest, &foot), trouble_words(ui, view->import.look));
}

static void draw_used(struct ui *ui, const struct view *view)
{
	const struct import_look *look = view->import.look;
	struct foot foot = {.back = {.label = _("Home"), .command = command_of(CMD_GO, SCREEN_HOME, 0)}};
	struct rect rest = chrome_top(ui, view, &(struct top){.title = _("Own material")});
	struct rect page = flow_page(ui, view, rest, &foot);
	struct part parts[] = {
		{.style = STYLE_HEADING, .text = import_shortened(ui, STYLE_HEADING, (struct rect){0, 0, page.w, page.h / 2}, look->name)},
		{.style = STYLE_BODY, .before = ui_theme(ui)->space,
		 .text = look->replaces ? _("It takes the place of the statements that were there. What you have answered before stays with it.")
		                        : _("Its statements are asked from now on. Under Level in the settings you choose others.")}};

	ui_stack(ui, page, parts, (int32_t)ARRAY_LEN(parts), (struct stack){.align = ALIGN_CENTRE, .middle = true, .balanced = true});
}

/* ---- line by line ---- */

static const char *counts_of(struct ui *ui, const struct import_look *look)
{
	const char *areas = ui_say(ui, ngettext("%d area", "%d areas", (unsigned long)look->areas), look->areas);
	const char *themes = ui_say(ui, ngettext("%d theme", "%d themes", (unsigned long)look->themes), look->themes);
	const char *statements = ui_say(ui, ngettext("%d statement", "%d statements", (unsigned long)look->statements), look->statements);

	return ui_say(ui, "%s · %s · %s", areas, themes, statements);
}

static int32_t row_height(const struct ui *ui)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t words = t->compact ? ui_text_height_floor(ui, STYLE_TITLE, ui_canvas(ui).w, "x") : ui_line_height(ui, STYLE_TITLE);
	int32_t quiet = t->compact ? ui_text_height_floor(ui, STYLE_QUIET, ui_canvas(ui).w, "x") : ui_line_height(ui, STYLE_QUIET);

	return ROW_LINES * words + quiet + t->snug / 2 + 2 * t->snug;
}

static void draw_row(struct ui *ui, struct rect box, const struct view_import_line *line)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect room = cut_inset(box, t->pad, t->snug);
	const char *place = import_place_word(line->place);

	room.w -= ui_text_width(ui, STYLE_STRONG, "›") + t->snug;
	room.h -= ui_text_height(ui, STYLE_QUIET, room.w, place) + t->snug / 2;
	ui_group(ui, ui_say(ui, "%s %d", place, line->line));
	ui_card_button(ui, box, import_shortened(ui, STYLE_TITLE, room, line->text), place, "›", command_of(CMD_IMPORT_LINE, line->line, 0));
}

static struct foot foot_of(struct ui *ui, const struct view *view)
{
	const struct import_look *look = view->import.look;
	bool rest = view->import.rest;
	struct foot foot = {.back = {.label = _("Back"), .command = to(0)}};

	foot.quiet[0] = (struct action){
		.label = rest ? ui_say(ui, _("Used (%d)"), look->placed_count) : ui_say(ui, _("Not used (%d)"), look->rest_count),
		.command = command_of(CMD_IMPORT_SHOW, rest ? 0 : 1, 0)};
	if (look->statements > 0) {
		foot.main = (struct action){.label = _("Use this"), .command = command_of(CMD_IMPORT_USE, 0, 0), .hold = true};
	}
	return foot;
}

static void draw_lines(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct import_look *look = view->import.look;
	const struct view_import_line *lines = view->import.rest ? look->rest : look->placed;
	int32_t count = view->import.rest ? look->rest_count : look->placed_count;
	struct foot foot = foot_of(ui, view);
	struct rect rest = chrome_top(ui, view, &(struct top){.title = _("Look it through"), .about = counts_of(ui, look)});
	int32_t room = flow_room(ui, rest, &foot), height = min_i32(row_height(ui), room);
	int32_t columns = t->portrait || t->compact ? 1 : 2, rows = ui_rows_fit(room, height, t->gap);
	struct pages pages = ui_pages(view, count, columns * rows);

	flow_turns(ui, pages, &foot);
	struct rect page = flow_page(ui, view, rest, &foot);

	if (count == 0) {
		draw_message(ui, page, view->import.rest ? _("Every line has its place.") : _("No line has a place yet. Choose among those that are not used."));
	}
	for (int32_t i = 0; i < pages.count; i++) {
		/* Down one column, then down the next, as the document goes. */
		struct rect column = cut_column(page, columns, i / rows, t->gap);

		column.y += i % rows * (height + t->gap);
		column.h = height;
		draw_row(ui, column, &lines[pages.first + i]);
	}
	ui_group(ui, NULL);
}

void screen_import(struct ui *ui, const struct view *view)
{
	const struct import_look *look = view->import.look;

	if (look == NULL || look->opened == 0) {
		draw_documents(ui, view);
	} else if (look->used) {
		draw_used(ui, view);
	} else if (look->trouble != IMPORT_FINE) {
		draw_trouble(ui, view);
	} else if (view->import.line != NULL) {
		import_line(ui, view);
	} else {
		draw_lines(ui, view);
	}
}
