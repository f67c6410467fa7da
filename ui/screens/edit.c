/* A text and the keyboard: Swedish letters in three rows, figures and signs behind one key, two pages where the panel is narrow. */
#include "ui/screens/chrome.h"
#include "ui/screens/screens.h"

#include "firmware/base/str.h"

#define COLUMNS_MAX 11
#define ROWS 3

/* Pages of keys; the same numbers that CMD_KEYS takes. On a wide panel page 0 holds every letter. */
enum { PAGE_LETTERS, PAGE_MORE_LETTERS, PAGE_FIGURES, PAGE_SIGNS };

/* A page: rows of letters, as many columns as the longest row has. A space leaves a key out. */
struct keys {
	int32_t columns;
	const char *row[ROWS];
};

static const struct keys WIDE[] = {
	[PAGE_LETTERS] = {COLUMNS_MAX, {"qwertyuiopå", "asdfghjklöä", "zxcvbnm,.-?"}},
	[PAGE_MORE_LETTERS] = {COLUMNS_MAX, {"qwertyuiopå", "asdfghjklöä", "zxcvbnm,.-?"}},
	[PAGE_FIGURES] = {COLUMNS_MAX, {"1234567890+", "!?.,:;'\"()/", "-–%&=@#*_§é"}},
	[PAGE_SIGNS] = {COLUMNS_MAX, {"1234567890+", "!?.,:;'\"()/", "-–%&=@#*_§é"}}
};

static const struct keys NARROW[] = {
	[PAGE_LETTERS] = {2 * ROWS, {"aåäbcd", "efghij", "klmnoö"}},
	[PAGE_MORE_LETTERS] = {2 * ROWS, {"pqrstu", "vwxyzé", ",.-?!:"}},
	[PAGE_FIGURES] = {2 * ROWS, {"123456", "7890+/", "()%&=\""}},
	[PAGE_SIGNS] = {2 * ROWS, {"'*@#_§", ";–!?.,", "()%&=\""}}
};

static bool narrow(const struct ui *ui)
{
	const struct ui_theme *t = ui_theme(ui);

	return COLUMNS_MAX * t->key_pitch > ui_canvas(ui).w;
}

static uint32_t capital(uint32_t letter)
{
	bool small = (letter >= 'a' && letter <= 'z') || letter == 0xE5 || letter == 0xE4 || letter == 0xF6 || letter == 0xE9;

	return small ? letter - 0x20 : letter;
}

static void draw_letters(struct ui *ui, const struct view *view, struct rect box, const struct keys *keys)
{
	const struct ui_theme *t = ui_theme(ui);

	for (int32_t row = 0; row < ROWS; row++) {
		const char *at = keys->row[row];
		struct rect line = cut_row(box, ROWS, row, t->key_pitch - t->key);

		for (int32_t column = 0; column < keys->columns; column++) {
			uint32_t letter = str_next(&at);
			char face[5] = "";

			letter = view->edit.shift ? capital(letter) : letter;
			face[str_encode(letter, face)] = '\0';
			ui_key(ui, cut_column(line, keys->columns, column, t->key_pitch - t->key), face, face, false,
			       command_of(CMD_TYPE, (int32_t)letter, 0));
		}
	}
}

/* The page that the key for other keys leads to, and what it says. */
static int32_t next_page(const struct ui *ui, int32_t page, const char **face)
{
	if (!narrow(ui)) {
		bool letters = page < PAGE_FIGURES;

		*face = letters ? "123" : "abc";
		return letters ? PAGE_FIGURES : PAGE_LETTERS;
	}
	switch (page) {
	case PAGE_LETTERS: *face = "p–z"; return PAGE_MORE_LETTERS;
	case PAGE_MORE_LETTERS: *face = "123"; return PAGE_FIGURES;
	case PAGE_FIGURES: *face = "*@#"; return PAGE_SIGNS;
	default: *face = "a–o"; return PAGE_LETTERS;
	}
}

static void draw_lowest(struct ui *ui, const struct view *view, struct rect line)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t gap = t->key_pitch - t->key;
	const int32_t wide[] = {2, 2, 2 * ROWS, 1, 1, 2};
	const int32_t slim[] = {1, 1, 2, 1, 1, 1};
	const int32_t *shares = narrow(ui) ? slim : wide;
	const char *face = "";
	int32_t page = next_page(ui, view->edit.page, &face);
	int32_t i = 0;

	ui_key(ui, cut_column_by(line, shares, (int32_t)ARRAY_LEN(wide), i++, gap), "⇧", _("shift"), view->edit.shift, command_of(CMD_SHIFT, 0, 0));
	ui_key(ui, cut_column_by(line, shares, (int32_t)ARRAY_LEN(wide), i++, gap), face, face, false, command_of(CMD_KEYS, page, 0));
	ui_key(ui, cut_column_by(line, shares, (int32_t)ARRAY_LEN(wide), i++, gap), narrow(ui) ? "␣" : _("space"), _("space"), false,
	       command_of(CMD_TYPE, ' ', 0));
	ui_key(ui, cut_column_by(line, shares, (int32_t)ARRAY_LEN(wide), i++, gap), "←", _("left"), false, command_of(CMD_CURSOR, -1, 0));
	ui_key(ui, cut_column_by(line, shares, (int32_t)ARRAY_LEN(wide), i++, gap), "→", _("right"), false, command_of(CMD_CURSOR, 1, 0));
	ui_key(ui, cut_column_by(line, shares, (int32_t)ARRAY_LEN(wide), i++, gap), "⌫", _("erase"), false, command_of(CMD_ERASE, 0, 0));
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
	return max_i32((ROWS + 1) * t->key_pitch + t->gap, t->portrait ? 0 : ui_canvas(ui).h * 2 / (2 + 2 + 1));
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
	const struct keys *pages = narrow(ui) ? NARROW : WIDE;
	struct rect rest = chrome_top(ui, view, &(struct top){
		.title = title_of(&view->edit), .about = view->edit.title,
		.action = {{.label = _("Cancel"), .command = command_of(CMD_EDIT_CANCEL, 0, 0)},
		           {.label = _("Done"), .command = command_of(CMD_EDIT_DONE, 0, 0)}}});
	struct rect bed = cut_bottom(&rest, keyboard_height(ui));
	struct rect keys;
	int32_t columns = pages[view->edit.page].columns;

	ui_bed(ui, bed);
	/* Keys grow with the panel, but not so wide that two thumbs lose them. */
	keys = cut_middle_width(cut_inset(bed, 1, t->gap / 2), columns * 2 * t->key_pitch);
	ui_group(ui, NULL);
	draw_lowest(ui, view, cut_row(keys, ROWS + 1, ROWS, t->key_pitch - t->key));
	cut_bottom(&keys, keys.h / (ROWS + 1));
	draw_letters(ui, view, keys, &pages[view->edit.page]);
	rest = cut_inset(rest, t->margin, t->snug);
	if (view->edit.pupils) {
		ui_line(ui, cut_bottom_gap(&rest, ui_line_height(ui, STYLE_QUIET), t->snug), STYLE_QUIET, INK_OF_STYLE, ALIGN_LEFT,
		        _("Write no pupils' names."));
	}
	ui_field(ui, field_box(ui, view, rest), view->edit.text, view->edit.cursor);
}
