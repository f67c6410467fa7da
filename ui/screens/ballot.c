/* The screen of the one who holds a ballot. It looks the same whatever was answered, to the pixel: no key keeps a trace, and of an
   answer that is there already only that it is there is said. */
#include "ui/screens/ballot.h"

#include "ui/screens/chrome.h"

/* Where the ballot stands: the whole panel, or on a large one a sheet in its middle, as far as an arm reaches. The rest of the room sees
   little of it there. */
static struct rect sheet(struct ui *ui)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect all = cut_inset(ui_canvas(ui), t->margin, t->margin);
	int32_t reach = ANSWERS * t->control;
	struct rect paper = cut_middle(all, 2 * 2 * reach, 2 * reach + t->control);

	return paper.w < all.w && paper.h < all.h ? ui_card(ui, paper, NULL) : all;
}

/* ---- the top: where in the ballot ---- */

static void ballot_bar(struct ui *ui, struct rect box, const struct view_rate *rate)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t share[STATEMENTS_MAX];

	/* Many statements would make crumbs of the bar: then it is one. */
	if (box.w < rate->statements * t->space * 2) {
		share[0] = (2 * rate->at + 1) * (SHARE_WHOLE / 2) / rate->statements;
		ui_steps(ui, box, share, 1);
		return;
	}
	for (int32_t i = 0; i < rate->statements; i++) {
		share[i] = i < rate->at ? SHARE_WHOLE : i == rate->at ? SHARE_WHOLE / 2 : 0;
	}
	ui_steps(ui, box, share, rate->statements);
}

/* Area and theme, or the theme alone where both are too long for the line. */
static const char *subject(struct ui *ui, const struct view_rate *rate, int32_t width)
{
	const char *both = ui_say(ui, "%s · %s", rate->area, rate->statement_theme);

	return rate->area[0] == '\0' || ui_text_width(ui, STYLE_QUIET, both) > width ? rate->statement_theme : both;
}

/* "statement 2 of 4", or in short where the panel is narrow, or where the theme would need a second line beside it. */
static const char *where_words(struct ui *ui, const struct view_rate *rate, int32_t width)
{
	const struct ui_theme *t = ui_theme(ui);
	const char *brief = ui_say(ui, _("%d of %d"), rate->at + 1, rate->statements);
	const char *whole = ui_say(ui, _("statement %d of %d"), rate->at + 1, rate->statements);
	int32_t left = width - min_i32(width / 2, ui_text_width(ui, STYLE_QUIET, whole)) - t->space;

	return t->portrait || (t->compact && ui_text_height_floor(ui, STYLE_QUIET, left, rate->statement_theme) > ui_line_height(ui, STYLE_QUIET))
	               ? brief
	               : whole;
}

static struct rect ballot_top(struct ui *ui, const struct view_rate *rate)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect rest = sheet(ui);
	int32_t line = ui_line_height(ui, STYLE_QUIET);
	const char *where = where_words(ui, rate, rest.w);
	struct rect right = rest;

	right = cut_right(&right, min_i32(rest.w / 2, ui_text_width(ui, STYLE_QUIET, where)));
	struct rect left = {rest.x, rest.y, right.x - t->space - rest.x, rest.h};
	const char *about = subject(ui, rate, left.w);
	int32_t high = max_i32(line, ui_text_height_floor(ui, STYLE_QUIET, left.w, about));

	left.h = high;
	right.h = line;
	cut_top(&rest, high + t->snug);
	ui_text_in(ui, left, STYLE_QUIET, INK_OF_STYLE, (struct stack){.align = ALIGN_LEFT}, about);
	ui_line(ui, right, STYLE_QUIET, INK_OF_STYLE, ALIGN_RIGHT, where);
	ballot_bar(ui, cut_top_gap(&rest, t->bar, t->space), rate);
	return rest;
}

/* ---- the foot ---- */

static const char *hint_of(const struct view_rate *rate)
{
	return rate->answered ? _("You have answered. Choose again if you want to change it.")
	                      : _("The answers are mixed. Nobody sees who answered what.");
}

static void back(struct ui *ui, struct rect box)
{
	ui_button(ui, box, BUTTON_QUIET, _("Back"), command_of(CMD_BALLOT_BACK, 0, 0));
	ui_is_back(ui);
}

/* What a quiet button takes for its words. */
static int32_t quiet_width(const struct ui *ui, const char *label)
{
	const struct ui_theme *t = ui_theme(ui);

	return max_i32(ui_text_width(ui, STYLE_BUTTON, label) + 2 * 2 * t->snug, t->target_min);
}

/* What the two buttons give: not what is there already. */
static const char *size_label(const struct ui *ui)
{
	return ui_theme(ui)->large ? _("Smaller text") : _("Larger text");
}

static const char *light_label(const struct ui *ui)
{
	return ui_theme(ui)->dark ? _("Light view") : _("Dark view");
}

/* How the screen looks to this person. */
static void looks(struct ui *ui, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);
	const char *const labels[] = {size_label(ui), light_label(ui)};
	struct rect left = cut_column(box, 2, 0, t->gap);

	ui_one_size(ui, STYLE_BUTTON, left.w - 2 * min_i32(t->pad, 2 * t->snug), left.h, labels, 2);
	ui_button(ui, left, BUTTON_QUIET, labels[0], command_of(CMD_BALLOT_LARGE, 0, 0));
	ui_button(ui, cut_column(box, 2, 1, t->gap), BUTTON_QUIET, labels[1], command_of(CMD_BALLOT_DARK, 0, 0));
	ui_one_size_end(ui);
}

/* What the foot takes: "Back", a hint between, and how the screen looks; the hint over them where it does not fit between. */
struct foot_parts {
	int32_t back, looks;      /* widths */
	bool over;
	int32_t hint;             /* height of the hint over them */
};

static struct foot_parts foot_parts(const struct ui *ui, int32_t width, const char *hint)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t look = max_i32(quiet_width(ui, size_label(ui)), quiet_width(ui, light_label(ui)));
	int32_t most = t->compact ? t->target_min + 2 * t->gap : look;
	struct foot_parts parts = {.back = min_i32(quiet_width(ui, _("Back")), (width - 2 * t->gap) / (2 + 1))};

	parts.looks = t->portrait ? width - parts.back - t->gap : 2 * min_i32(look, most) + t->gap;
	int32_t between = width - parts.back - parts.looks - 2 * t->gap;

	parts.over = t->portrait || between <= t->target_min || ui_text_height_floor(ui, STYLE_QUIET, between, hint) > t->control_small;
	parts.hint = parts.over ? max_i32(ui_text_height_floor(ui, STYLE_QUIET, width, hint),
	                                  min_i32(ui_text_height(ui, STYLE_QUIET, width, hint), 2 * ui_line_height(ui, STYLE_QUIET))) : 0;
	return parts;
}

static int32_t foot_height(const struct ui *ui, int32_t width, const char *hint)
{
	const struct ui_theme *t = ui_theme(ui);
	struct foot_parts parts = foot_parts(ui, width, hint);

	return t->control_small + (t->compact ? t->gap : t->space) + (parts.over ? parts.hint + t->snug : 0);
}

/* Returns the room above. */
static struct rect ballot_foot(struct ui *ui, struct rect rest, const char *hint)
{
	const struct ui_theme *t = ui_theme(ui);
	struct foot_parts parts = foot_parts(ui, rest.w, hint);
	struct rect row = cut_bottom_gap(&rest, t->control_small, t->compact ? t->gap : t->space);

	back(ui, cut_left_gap(&row, parts.back, t->gap));
	looks(ui, cut_right_gap(&row, parts.looks, t->gap));
	if (parts.over) {
		row = cut_bottom_gap(&rest, parts.hint, t->snug);
	}
	ui_text_in(ui, row, STYLE_QUIET, INK_OF_STYLE, (struct stack){.align = ALIGN_CENTRE, .middle = true, .balanced = true}, hint);
	return rest;
}

/* ---- the keys ---- */

/* How the five keys stand: all of the same size, whatever is written on them. */
struct grid {
	int32_t columns, rows;
	int32_t w, h;             /* of a key */
	struct rect words;        /* room for words on a key, at 0, 0 */
};

static struct grid grid_of(const struct ui *ui, struct rect rest, const struct view_rate *rate)
{
	const struct ui_theme *t = ui_theme(ui);
	struct grid grid = {.columns = t->portrait ? 2 : t->compact && t->large ? 2 + 1 : ANSWERS};
	int32_t least = t->target_min, widest = 0;

	grid.rows = (ANSWERS + grid.columns - 1) / grid.columns;
	for (int32_t i = 0; i < ANSWERS; i++) {
		widest = max_i32(widest, ui_button_width(ui, rate->scale[i]));
	}
	grid.w = min_i32((rest.w - (grid.columns - 1) * t->gap) / grid.columns, 2 * widest);
	grid.words.w = grid.w - 2 * min_i32(t->pad, 2 * t->snug);
	for (int32_t i = 0; i < ANSWERS; i++) {
		least = max_i32(least, ui_text_height_floor(ui, STYLE_BUTTON, grid.words.w, rate->scale[i]) + 2 * t->snug);
	}
	grid.h = max_i32(least, t->compact ? t->target_min : min_i32(2 * t->control, rest.h / 2));
	grid.words.h = grid.h - 2 * t->line;
	return grid;
}

static int32_t grid_height(const struct ui *ui, const struct grid *grid)
{
	return grid->rows * grid->h + (grid->rows - 1) * ui_theme(ui)->gap;
}

static void ballot_keys(struct ui *ui, struct rect all, const struct grid *grid, const struct view_rate *rate)
{
	const struct ui_theme *t = ui_theme(ui);

	all = cut_middle_width(all, grid->columns * grid->w + (grid->columns - 1) * t->gap);
	ui_one_size(ui, STYLE_BUTTON, grid->words.w, grid->words.h, rate->scale, ANSWERS);
	for (int32_t i = 0; i < ANSWERS; i++) {
		struct rect row = cut_row(all, grid->rows, i / grid->columns, t->gap);
		int32_t in_row = min_i32(grid->columns, ANSWERS - i / grid->columns * grid->columns);

		row = cut_middle_width(row, in_row * grid->w + (in_row - 1) * t->gap);
		ui_ballot_key(ui, cut_column(row, in_row, i % grid->columns, t->gap), rate->scale[i], command_of(CMD_BALLOT_ANSWER, i, 0));
	}
	ui_one_size_end(ui);
}

/* ---- a statement ---- */

static struct stack statement_stack(const struct ui_theme *t, int32_t page)
{
	return (struct stack){.align = t->portrait ? ALIGN_LEFT : ALIGN_CENTRE, .middle = true, .balanced = true, .paged = true, .page = page};
}

/* Pages that the statement takes in a box of its own. */
static int32_t pages_of(const struct ui *ui, struct rect box, const char *statement)
{
	int32_t line = max_i32(1, ui_text_height_floor(ui, STYLE_HEADING, box.w, "x"));
	int32_t lines = ui_text_height_floor(ui, STYLE_HEADING, box.w, statement) / line;
	int32_t room = max_i32(1, box.h / line);

	return max_i32(1, (lines + room - 1) / room);
}

/* The height of a row that holds the words about the size of the text. */
static int32_t looks_height(const struct ui *ui, int32_t width)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t words = ui_text_height_floor(ui, STYLE_BUTTON, width - 2 * 2 * t->snug, size_label(ui));

	return max_i32(t->control_small, words + 2 * t->line);
}

/* The foot while a statement is read: one row, or two where the panel is narrow. Returns the room above; draws where `draw`. */
static struct rect reading_foot(struct ui *ui, struct rect rest, bool draw)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect row, upper;
	int32_t quarter = cut_column(rest, 2 + 2, 0, t->gap).w;

	if (t->portrait) {
		row = cut_bottom_gap(&rest, looks_height(ui, cut_column(rest, 2, 0, t->gap).w), t->gap);
		upper = cut_bottom_gap(&rest, t->control_small, t->gap);
	} else {
		row = cut_bottom_gap(&rest, looks_height(ui, quarter), t->gap);
		upper = row;
		cut_left_gap(&row, quarter, t->gap);
		cut_right_gap(&row, quarter, t->gap);
	}
	if (draw) {
		int32_t width = t->portrait ? cut_column(upper, 2, 0, t->gap).w : quarter;

		back(ui, cut_left(&upper, width));
		looks(ui, row);
		ui_button(ui, cut_right(&upper, width), BUTTON_PRIMARY, C_("pages", "Next"), command_of(CMD_PAGE, 1, 0));
	}
	return rest;
}

/* Large words on a small panel: first the statement, in as many pages as it takes, then its keys. */
static void read_then_answer(struct ui *ui, const struct view *view, struct rect rest, const struct grid *grid)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_rate *rate = &view->rate;
	struct rect room = reading_foot(ui, rest, false);
	int32_t pages = pages_of(ui, room, rate->statement);

	if (view->page < pages) {
		reading_foot(ui, rest, true);
		ui_text_in(ui, room, STYLE_HEADING, INK_FULL, statement_stack(t, view->page), rate->statement);
		return;
	}
	struct rect row = cut_bottom_gap(&rest, max_i32(t->control_small, ui_line_height(ui, STYLE_BUTTON)), t->gap);

	ballot_keys(ui, cut_middle_height(rest, grid_height(ui, grid)), grid, rate);
	ui_button(ui, cut_left(&row, min_i32(quiet_width(ui, _("Previous")), row.w)), BUTTON_QUIET, _("Previous"),
	          command_of(CMD_PAGE, pages - 1 - view->page, 0));
	ui_is_back(ui);
}

static void statement(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_rate *rate = &view->rate;
	struct rect rest = ballot_top(ui, rate);
	struct grid grid = grid_of(ui, rest, rate);
	int32_t room = rest.h - foot_height(ui, rest.w, hint_of(rate)) - grid_height(ui, &grid) - t->space;

	if ((t->compact && t->large) || ui_text_height_floor(ui, STYLE_HEADING, rest.w, rate->statement) > room) {
		read_then_answer(ui, view, rest, &grid);
		return;
	}
	struct rect words = ballot_foot(ui, rest, hint_of(rate));
	struct rect keys = cut_bottom_gap(&words, grid_height(ui, &grid), t->space);

	ui_stack(ui, words,
	         (struct part[]){{.style = STYLE_HEADING, .text = rate->statement},
	                         {.style = STYLE_QUIET, .text = rate->wording, .spare = true, .before = t->space}},
	         2, statement_stack(t, 0));
	ballot_keys(ui, keys, &grid, rate);
}

/* ---- after the last one, and left alone ---- */

/* A few words in the middle and one thing to do under them. */
static struct rect words_and_one(struct ui *ui, const char *title, const char *text, int32_t width, struct rect rest)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect button = cut_bottom_gap(&rest, t->control + t->snug, t->space);

	ui_stack(ui, rest,
	         (struct part[]){{.style = STYLE_DISPLAY, .text = title},
	                         {.style = STYLE_BODY, .text = text, .ink = INK_QUIET, .before = t->space}},
	         2, (struct stack){.align = ALIGN_CENTRE, .middle = true, .balanced = true});
	return t->portrait ? button : cut_middle_width(button, max_i32(width + t->pad, t->control + t->control));
}

static void to_be_laid(struct ui *ui)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect rest = sheet(ui);
	struct rect row = cut_bottom_gap(&rest, t->control_small, t->space);
	const char *label = _("Lay the answer");
	int32_t ring = ui_line_height(ui, STYLE_BUTTON) + t->snug;

	back(ui, cut_left(&row, min_i32(quiet_width(ui, _("Back")), row.w)));
	ui_hold(ui,
	        words_and_one(ui, _("You have answered everything."),
	                      _("Keep the button pressed to lay your answer among the others. After that nobody can take it back, not even you."),
	                      ui_button_width(ui, label) + ring, rest),
	        BUTTON_PRIMARY, label, command_of(CMD_BALLOT_LAY, 0, 0));
}

static void masked(struct ui *ui, enum mask mask)
{
	bool ask = mask == MASK_ASK;
	const char *label = ask ? _("Yes, I am still here") : _("Continue");
	const char *title = ask ? _("Are you still here?") : _("The answer is hidden");
	const char *text = ask ? _("Otherwise the answer is thrown away, and you start again from the first statement.")
	                       : _("Nobody has touched the screen for a while.");

	ui_button(ui, words_and_one(ui, title, text, ui_button_width(ui, label), sheet(ui)), BUTTON_PRIMARY, label, command_of(CMD_BALLOT_HERE, 0, 0));
}

void screen_ballot(struct ui *ui, const struct view *view)
{
	if (view->rate.mask != MASK_NONE) {
		masked(ui, view->rate.mask);
	} else if (view->rate.at >= view->rate.statements) {
		to_be_laid(ui);
	} else {
		statement(ui, view);
	}
}
