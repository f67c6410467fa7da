/* A text and the keyboard: Swedish letters in three rows, figures and signs behind one key, two pages where the panel is narrow. */
#include "ui/screens/chrome.h"
#include "ui/screens/screens.h"

#include "firmware/base/str.h"
#include "ui/keyboard.h"

/* ---- the keyboard ---- */

/* Where the keys stand. */
struct board {
	bool narrow;
	int32_t columns, rows;
	int32_t x, y;                 /* of the first key */
	int32_t across, down, gap;    /* from key to key, and between two */
};

static struct board board_of(const struct ui *ui)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect canvas = ui_canvas(ui);
	struct board board = {.narrow = KEYBOARD_COLUMNS * t->key_pitch > canvas.w, .gap = t->key_pitch - t->key};

	board.columns = keyboard_page(board.narrow, 0)->columns;
	board.rows = KEYBOARD_ROWS + (board.narrow ? 2 : 1);
	/* Keys grow with the panel, but not so wide that two thumbs lose them, and not over two fifths of its height. */
	board.across = max_i32(t->key_pitch, min_i32(canvas.w / board.columns, 2 * t->key_pitch));
	board.down = clamp_i32(canvas.h * 2 / (2 + 2 + 1) / board.rows, t->key_pitch, board.across);
	return board;
}

static int32_t board_width(const struct board *board)
{
	return board->columns * board->across - board->gap;
}

static int32_t board_height(const struct board *board)
{
	return board->rows * board->down - board->gap;
}

/* Draws the bed and returns the room above it. */
static struct rect lay_bed(struct ui *ui, struct board *board, struct rect canvas)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect bed = cut_bottom(&canvas, board_height(board) + t->gap);
	struct rect keys = cut_middle(bed, board_width(board), board_height(board));

	ui_bed(ui, bed);
	board->x = keys.x;
	board->y = keys.y;
	return canvas;
}

static struct rect key_at(const struct board *board, int32_t row, int32_t column, int32_t span)
{
	return (struct rect){board->x + column * board->across, board->y + row * board->down, span * board->across - board->gap,
	                     board->down - board->gap};
}

static void draw_letters(struct ui *ui, const struct view *view, const struct board *board)
{
	const struct keyboard_page *page = keyboard_page(board->narrow, view->edit.page);

	for (int32_t row = 0; row < KEYBOARD_ROWS; row++) {
		const char *at = page->row[row];

		for (int32_t column = 0; column < page->columns; column++) {
			uint32_t letter = str_next(&at);
			char bytes[sizeof letter];
			size_t size;
			const char *face;

			letter = view->edit.shift ? str_capital(letter) : letter;
			size = str_encode(letter, bytes);
			face = ui_say(ui, "%.*s", (int)size, bytes);
			ui_key(ui, key_at(board, row, column, 1), face, face, false, command_of(CMD_TYPE, (int32_t)letter, 0));
		}
	}
}

enum other_key { KEY_SHIFT, KEY_PAGE, KEY_BLANK, KEY_BACKWARDS, KEY_FORWARDS, KEY_RUB_OUT, KEY_READY, OTHER_KEYS };

/* In the order that they stand in, with the columns that they take. A row that is full is followed by the next. */
struct place {
	enum other_key key;
	int32_t span;
};

static const struct place WIDE[OTHER_KEYS] = {{KEY_SHIFT, 1}, {KEY_PAGE, 1}, {KEY_BLANK, 2 + 2}, {KEY_BACKWARDS, 1}, {KEY_FORWARDS, 1},
                                              {KEY_RUB_OUT, 1}, {KEY_READY, 2}};
static const struct place NARROW[OTHER_KEYS] = {{KEY_SHIFT, 1}, {KEY_PAGE, 1}, {KEY_BACKWARDS, 1}, {KEY_FORWARDS, 1}, {KEY_RUB_OUT, 2},
                                                {KEY_BLANK, 2 + 2}, {KEY_READY, 2}};

static void draw_other(struct ui *ui, const struct view *view, bool narrow, struct rect box, enum other_key key)
{
	const char *face = "";
	int32_t page = keyboard_next(narrow, view->edit.page, &face);

	switch (key) {
	case KEY_SHIFT: ui_key(ui, box, "⇧", _("shift"), view->edit.shift, command_of(CMD_SHIFT, 0, 0)); break;
	case KEY_PAGE: ui_key(ui, box, face, face, false, command_of(CMD_KEYS, page, 0)); break;
	case KEY_BLANK: ui_key(ui, box, _("space"), _("space"), false, command_of(CMD_TYPE, ' ', 0)); break;
	case KEY_BACKWARDS: ui_key(ui, box, "←", _("left"), false, command_of(CMD_CURSOR, -1, 0)); break;
	case KEY_FORWARDS: ui_key(ui, box, "→", _("right"), false, command_of(CMD_CURSOR, 1, 0)); break;
	case KEY_RUB_OUT: ui_key(ui, box, "⌫", _("erase"), false, command_of(CMD_ERASE, 0, 0)); break;
	case KEY_READY: ui_key(ui, box, _("Done"), _("Done"), true, command_of(CMD_EDIT_DONE, 0, 0)); break;
	case OTHER_KEYS: break;
	}
}

static void draw_others(struct ui *ui, const struct view *view, const struct board *board)
{
	const struct place *places = board->narrow ? NARROW : WIDE;
	int32_t row = KEYBOARD_ROWS, column = 0;

	for (int32_t i = 0; i < OTHER_KEYS; i++) {
		if (column + places[i].span > board->columns) {
			column = 0;
			row++;
		}
		draw_other(ui, view, board->narrow, key_at(board, row, column, places[i].span), places[i].key);
		column += places[i].span;
	}
}

/* ---- the text ---- */

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

/* What the text is an answer to: the statement, or the step's question. */
static const char *about_of(const struct view *view)
{
	bool question = view->edit.what == EDIT_NOTE && view->step.prompt != NULL && view->step.prompt[0] != '\0';

	return question ? view->step.prompt : view->edit.what == EDIT_GROUNDS ? view->edit.title : "";
}

/* What must be minded, and why no more letters appear. NULL: nothing. */
static const char *mind_of(struct ui *ui, const struct view_edit *edit)
{
	const char *pupils = edit->pupils ? _("Write no pupils' names.") : NULL;

	if (!edit->full) {
		return pupils;
	}
	return pupils == NULL ? _("There is no room for more.") : ui_say(ui, "%s %s", pupils, _("There is no room for more."));
}

/* What is being written, and "Cancel". */
static void draw_top(struct ui *ui, const struct view *view, struct rect *rest)
{
	const struct ui_theme *t = ui_theme(ui);
	const char *mind = mind_of(ui, &view->edit);
	int32_t width = min_i32(ui_button_width(ui, _("Cancel")), rest->w / 2);
	bool titled = !t->compact || mind == NULL;
	int32_t beside = rest->w - width - t->gap;
	int32_t words = (titled ? ui_text_height_floor(ui, STYLE_STRONG, beside, title_of(&view->edit)) : 0) +
	                (mind == NULL ? 0 : ui_text_height_floor(ui, STYLE_QUIET, beside, mind));
	struct rect line = cut_top_gap(rest, max_i32(t->control_small, words), t->compact ? t->snug : t->space);

	ui_button(ui, cut_right_gap(&line, width, t->gap), BUTTON_QUIET, _("Cancel"), command_of(CMD_EDIT_CANCEL, 0, 0));
	ui_is_back(ui);
	ui_stack(ui, line,
	         (struct part[]){{.style = STYLE_STRONG, .text = title_of(&view->edit), .spare = !titled},
	                         {.style = STYLE_QUIET, .text = mind}},
	         2, (struct stack){.align = ALIGN_LEFT, .middle = true});
}

/* The part of a large panel that is within reach of the keyboard. */
static struct rect in_reach(const struct ui *ui, const struct board *board, struct rect rest)
{
	const struct ui_theme *t = ui_theme(ui);

	if (rest.w > 2 * board_width(board)) {
		rest = cut_middle_width(rest, board_width(board));
		rest = cut_bottom(&rest, min_i32(rest.h, ANSWERS * t->control));
	}
	return rest;
}

void screen_edit(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	struct board board = board_of(ui);
	struct rect rest = in_reach(ui, &board, cut_inset(lay_bed(ui, &board, ui_canvas(ui)), t->margin, t->compact ? t->snug : t->margin));
	const char *about = about_of(view);
	int32_t lines = (2 + 2 + 1) * ui_line_height(ui, STYLE_BODY) + 2 * t->pad;

	draw_top(ui, view, &rest);
	struct rect field = cut_bottom(&rest, rest.h > lines + lines / 2 ? lines : rest.h);

	/* What it is about, where that leaves room to write. */
	if (about[0] != '\0' && field.h > 2 * (2 + 1) * ui_line_height(ui, STYLE_BODY)) {
		cut_bottom(&rest, t->space);
		int32_t floor = ui_text_height_floor(ui, STYLE_TITLE, field.w, about);
		int32_t want = ui_text_height(ui, STYLE_TITLE, field.w, about);
		struct rect words = rest.h >= floor ? rest : cut_top_gap(&field, clamp_i32(field.h / (2 + 1), floor, want), t->space);

		ui_text_in(ui, words, STYLE_TITLE, INK_FULL, (struct stack){.align = ALIGN_LEFT, .middle = true}, about);
	}
	ui_field(ui, field, view->edit.text, view->edit.cursor);
	draw_letters(ui, view, &board);
	draw_others(ui, view, &board);
}
