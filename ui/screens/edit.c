/* A text and the keyboard: Swedish letters in three rows, figures and signs behind one key, two pages where the panel is narrow. */
#include "ui/screens/chrome.h"
#include "ui/screens/screens.h"

#include "firmware/base/str.h"
#include "ui/keyboard.h"

static bool narrow(const struct ui *ui)
{
	const struct ui_theme *t = ui_theme(ui);

	return KEYBOARD_COLUMNS * t->key_pitch > ui_canvas(ui).w;
}

static void draw_letters(struct ui *ui, const struct view *view, struct rect box, const struct keyboard_page *keys)
{
	const struct ui_theme *t = ui_theme(ui);

	for (int32_t row = 0; row < KEYBOARD_ROWS; row++) {
		const char *at = keys->row[row];
		struct rect line = cut_row(box, KEYBOARD_ROWS, row, t->key_pitch - t->key);

		for (int32_t column = 0; column < keys->columns; column++) {
			uint32_t letter = str_next(&at);
			char bytes[sizeof letter];
			size_t size;
			const char *face;

			letter = view->edit.shift ? str_capital(letter) : letter;
			size = str_encode(letter, bytes);
			face = ui_say(ui, "%.*s", (int)size, bytes);
			ui_key(ui, cut_column(line, keys->columns, column, t->key_pitch - t->key), face, face, false,
			       command_of(CMD_TYPE, (int32_t)letter, 0));
		}
	}
}

static void draw_lowest(struct ui *ui, const struct view *view, struct rect line)
{
	const char *face = "";
	int32_t page = keyboard_next(narrow(ui), view->edit.page, &face);
	const int32_t wide[] = {2, 2, 2 * KEYBOARD_ROWS, 1, 1, 2};
	const int32_t slim[] = {1, 1, 2, 1, 1, 1};
	const struct { const char *face, *name; bool strong; struct command command; } keys[] = {
		{"⇧", _("shift"), view->edit.shift, command_of(CMD_SHIFT, 0, 0)},
		{face, face, false, command_of(CMD_KEYS, page, 0)},
		{_("space"), _("space"), false, command_of(CMD_TYPE, ' ', 0)},
		{"←", _("left"), false, command_of(CMD_CURSOR, -1, 0)},
		{"→", _("right"), false, command_of(CMD_CURSOR, 1, 0)},
		{"⌫", _("erase"), false, command_of(CMD_ERASE, 0, 0)}
	};

	for (int32_t i = 0; i < (int32_t)ARRAY_LEN(keys); i++) {
		struct rect box = cut_column_by(line, narrow(ui) ? slim : wide, (int32_t)ARRAY_LEN(keys), i,
		                                ui_theme(ui)->key_pitch - ui_theme(ui)->key);

		ui_key(ui, box, keys[i].face, keys[i].name, keys[i].strong, keys[i].command);
	}
}

static const char *title_of(const struct view_edit *edit)
{
	switch (edit->what) {
	case EDIT_NOTE: return _("Note");
	case EDIT_GROUNDS: return _("Our grounds");
	case EDIT_SCHOOL: return _("The school's name");
	case EDIT_TEAM: return _("The team's name");
	case EDIT_NOTHING: break;
	}
	return "";
}

static int32_t keyboard_height(const struct ui *ui)
{
	const struct ui_theme *t = ui_theme(ui);

	/* Where the panel has room the keys take two fifths of it, as broad as they are easy to hit. */
	return max_i32((KEYBOARD_ROWS + 1) * t->key_pitch + t->gap, t->portrait ? 0 : ui_canvas(ui).h * 2 / (2 + 2 + 1));
}

/* A name is a line; a note is as much as there is room for. */
static struct rect field_box(const struct ui *ui, const struct view *view, struct rect rest)
{
	bool name = view->edit.what == EDIT_SCHOOL || view->edit.what == EDIT_TEAM;

	return name ? cut_middle_height(rest, min_i32(rest.h, ui_theme(ui)->control)) : rest;
}

void screen_edit(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct keyboard_page *page = keyboard_page(narrow(ui), view->edit.page);
	struct rect rest = chrome_top(ui, view, &(struct top){
		.title = title_of(&view->edit), .about = view->edit.title,
		.action = {{.label = _("Cancel"), .command = command_of(CMD_EDIT_CANCEL, 0, 0)},
		           {.label = _("Done"), .command = command_of(CMD_EDIT_DONE, 0, 0)}}});
	struct rect bed = cut_bottom(&rest, keyboard_height(ui));
	struct rect keys;

	ui_bed(ui, bed);
	/* Keys grow with the panel, but not so wide that two thumbs lose them. */
	keys = cut_middle_width(cut_inset(bed, 1, t->gap / 2), page->columns * 2 * t->key_pitch);
	ui_group(ui, NULL);
	draw_lowest(ui, view, cut_row(keys, KEYBOARD_ROWS + 1, KEYBOARD_ROWS, t->key_pitch - t->key));
	cut_bottom(&keys, keys.h / (KEYBOARD_ROWS + 1));
	draw_letters(ui, view, keys, page);
	rest = cut_inset(rest, t->margin, t->snug);
	if (view->edit.pupils) {
		ui_line(ui, cut_bottom_gap(&rest, ui_line_height(ui, STYLE_QUIET), t->snug), STYLE_QUIET, INK_OF_STYLE, ALIGN_LEFT,
		        _("Write no pupils' names."));
	}
	ui_field(ui, field_box(ui, view, rest), view->edit.text, view->edit.cursor);
}
