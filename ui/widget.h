/* Building blocks for screens. Each draws itself and, where it can be touched, adds its target: label, role, box, group and command
   come from one place. All boxes are whole pixels cut with ui/layout.h; all sizes come from ui_theme.

   A screen, in short:

	void screen_example(struct ui *ui, const struct view *view)
	{
		const struct ui_theme *t = ui_theme(ui);
		struct rect rest = chrome_top(ui, view, &(struct top){.title = _("Example"), .about = view->home.team});
		rest = chrome_foot(ui, view, rest, &(struct foot){
			.back = {_("Home"), command_of(CMD_GO, SCREEN_HOME, 0)},
			.main = {_("Begin"), command_of(CMD_BEGIN, 0, 0)}});
		struct rect left = cut_column(rest, 2, 0, t->space);
		struct rect inner = ui_card(ui, left, _("How many are you?"));
		ui_stepper(ui, cut_top(&inner, t->control), ui_say(ui, "%d", view->setup.people), ...);
	}
*/
#ifndef SAMSYN_WIDGET_H
#define SAMSYN_WIDGET_H

#include "ui/layout.h"
#include "ui/theme.h"
#include "ui/ui.h"
#include "ui/words.h"

/* ---- the canvas ---- */

const struct ui_theme *ui_theme(const struct ui *ui);
/* The whole canvas. */
struct rect ui_canvas(const struct ui *ui);
/* The whole screen in the dark hand, whatever the settings (the hand-over between two ballots). Call first. */
void ui_dark(struct ui *ui);
/* printf into memory that lasts as long as the frame. */
const char *ui_say(struct ui *ui, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The heading that the targets from here on stand under; "" none. ui_card, ui_stepper and ui_labelled set it, too. */
void ui_group(struct ui *ui, const char *heading);
/* The picture changes by itself in `in` ms (a clock's words). Widgets that show clocks say so themselves. */
void ui_changes_in(struct ui *ui, ms_t in);
/* What fades in when the screen changes; the whole canvas unless a screen says otherwise. */
void ui_fading(struct ui *ui, struct rect area);

/* ---- text ---- */

enum align { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT };

/* One text of a stack. */
struct part {
	enum style style;
	const char *text;         /* NULL or "": left out */
	enum ink ink;
	bool spare;               /* left out where there is no room for everything */
	int32_t before;           /* px of air above it, not above the first */
};

/* How a stack stands in its box. */
struct stack {
	enum align align;
	bool middle;              /* in the middle of the height; else at the top */
	bool balanced;            /* lines about equally long */
	bool paged;               /* the screen offers the other pages: see ui_read, which does */
	int32_t page;             /* which page, from 0 */
	bool roomy;               /* rather a page more than words at their floor */
};

/* Sets the parts under one another as large as they fit: first everything at the size it wants, then smaller together, then without
   the spare ones, then down to the floor, and if even that is too much, in pages. Draws one page, and returns what it took. */
struct stacked {
	int32_t pages;
	int32_t height;           /* px used of the box */
};
struct stacked ui_stack(struct ui *ui, struct rect box, const struct part *parts, int32_t count, struct stack how);
/* One text; as ui_stack. */
struct stacked ui_text(struct ui *ui, struct rect box, enum style style, const char *text);
struct stacked ui_text_in(struct ui *ui, struct rect box, enum style style, enum ink ink, struct stack how, const char *text);
/* How many pages a stack takes in that box. */
int32_t ui_stack_pages(struct ui *ui, struct rect box, const struct part *parts, int32_t count);
/* A stack that may be long: where it takes several pages, a pager stands at the foot of the box. */
void ui_read(struct ui *ui, const struct view *view, struct rect box, const struct part *parts, int32_t count, struct stack how);
/* One line in the middle of the box's height, smaller where it must. */
void ui_line(struct ui *ui, struct rect box, enum style style, enum ink ink, enum align align, const char *text);
/* Takes the height that a text needs at the size it wants off *from, with the text in it. Only where room is certain. */
void ui_flow(struct ui *ui, struct rect *from, enum style style, enum ink ink, const char *text);
/* Px: the height of a text set at the size that it wants (at its floor) in that width, and its width on one line. */
int32_t ui_text_height(const struct ui *ui, enum style style, int32_t width, const char *text);
int32_t ui_text_height_floor(const struct ui *ui, enum style style, int32_t width, const char *text);
/* True if a text fits the box, at its floor if it must, with no word broken. */
bool ui_text_fits(const struct ui *ui, enum style style, struct rect box, const char *text);
int32_t ui_text_width(const struct ui *ui, enum style style, const char *text);
/* The width of its widest word. */
int32_t ui_word_width(const struct ui *ui, enum style style, const char *text);
int32_t ui_line_height(const struct ui *ui, enum style style);
/* One size for several texts that stand side by side: from here to the matching ui_one_size_end, texts of that style are at most as
   large as the smallest of them needs to be in w by h. */
void ui_one_size(struct ui *ui, enum style style, int32_t w, int32_t h, const char *const *texts, int32_t count);
void ui_one_size_end(struct ui *ui);

/* ---- things to touch ---- */

enum button {
	BUTTON_PRIMARY,      /* pine: the one thing to do here */
	BUTTON_SECONDARY,    /* a card with a line */
	BUTTON_QUIET,        /* words only */
	BUTTON_ON_PINE,      /* the one thing to do, on a surface of pine */
	BUTTON_ADD           /* a place for a new one: dashed line, pine words */
};

/* Does `command` on lift. */
void ui_button(struct ui *ui, struct rect box, enum button kind, const char *label, struct command command);
/* The same for bars, in which words are a little smaller. */
void ui_button_small(struct ui *ui, struct rect box, enum button kind, const char *label, struct command command);
/* Does it when kept pressed for HOLD_MS; the button fills meanwhile. */
void ui_hold(struct ui *ui, struct rect box, enum button kind, const char *label, struct command command);
/* The last target is what escape does: home, back, cancel. */
void ui_is_back(struct ui *ui);
/* The width that a button wants for its label. */
int32_t ui_button_width(const struct ui *ui, const char *label);
/* The same for one that is held, which has a ring beside its label. */
int32_t ui_hold_width(const struct ui *ui, const char *label);
/* One of several: tint and a pine line when `on`. `detail` under the label, or NULL. One that cannot be chosen (command.kind CMD_NONE)
   is drawn quieter and without target. */
void ui_choice(struct ui *ui, struct rect box, const char *label, const char *detail, bool on, struct command command);
/* The width that the words of a choice so wide have. */
int32_t ui_choice_room(const struct ui *ui, int32_t width);
/* A whole card that is a button: title, a quiet line under it, and at the right what is behind it ("4 teman ›"), or NULL. */
void ui_card_button(struct ui *ui, struct rect box, const char *title, const char *detail, const char *behind, struct command command);
/* A ballot's key: all of them show the press, whichever was touched, and none keeps a trace. */
void ui_ballot_key(struct ui *ui, struct rect box, const char *label, struct command command);
/* A key of the keyboard; `name` is its label for scripts and speech, `face` what is drawn. */
void ui_key(struct ui *ui, struct rect box, const char *face, const char *name, bool strong, struct command command);
/* A seat to tap: `face` is drawn, `name` is its label. SEAT_DONE is one that waits for its turn to speak. */
void ui_seat(struct ui *ui, struct rect box, const char *face, const char *name, enum seat_status status, struct command command);
/* Px: the side of a seat that its number has room in, no smaller than a target. */
int32_t ui_seat_least(const struct ui *ui);
/* Seats that belong together, on a card as wide as `most` of them need; `marked` (an index, -1 none) is the one whose turn it is. */
void ui_seat_group(struct ui *ui, struct rect box, const int32_t *seats, int32_t count, int32_t most, int32_t marked);
/* Px: the least side of one of those seats, and the width and height of such a card for a side. */
int32_t ui_seat_side(const struct ui *ui);
int32_t ui_seat_group_width(const struct ui *ui, int32_t side, int32_t count);
int32_t ui_seat_group_height(const struct ui *ui, int32_t side);
/* A surface that takes a tap anywhere no other target stands. */
void ui_area(struct ui *ui, struct rect box, const char *label, struct command command);
/* − value +, under a heading that is also their group; in a low box the heading stands between the signs. A side that cannot go on (less or more .kind CMD_NONE) is drawn without target. */
struct stepper {
	const char *heading;
	const char *value;
	struct command less, more;
};
void ui_stepper(struct ui *ui, struct rect box, const struct stepper *stepper);
/* The height that a stepper wants, heading and all. */
int32_t ui_stepper_height(const struct ui *ui, const char *heading);

/* ---- surfaces ---- */

/* A card; `heading` (or NULL) in small capitals at its top is also the group. Returns what is inside. */
struct rect ui_card(struct ui *ui, struct rect box, const char *heading);
/* The same on pine, for the one big way in. */
struct rect ui_card_pine(struct ui *ui, struct rect box);
/* A small heading in capitals cut off the top of *from; also the group. */
void ui_labelled(struct ui *ui, struct rect *from, const char *heading);
/* What the keyboard lies on. */
void ui_bed(struct ui *ui, struct rect box);
/* A thin line across the middle of the box's height. */
void ui_divider(struct ui *ui, struct rect box);
/* An amber mark with a strong title and a quiet text, cut off the top of *from as high as it needs, set smaller where it must. */
void ui_aside(struct ui *ui, struct rect *from, const char *title, const char *text);
/* One page of a stack beside an amber mark, in a box of its own. */
void ui_aside_page(struct ui *ui, struct rect box, const struct part *parts, int32_t count, int32_t page);
/* A word on tint in a round box ("v. 48"), not touchable. */
void ui_tag(struct ui *ui, struct rect box, const char *word);
/* A figure in a pine disc, the height of the box. */
void ui_badge(struct ui *ui, struct rect box, const char *word);

/* ---- lists ---- */

/* The part of a list that a page shows. */
struct pages {
	int32_t first, count;      /* rows on this page */
	int32_t page, pages;
	int32_t asked;             /* the page the view asked for */
};
/* `total` rows, `room` of them at a time; the pages are about equally long. */
struct pages ui_pages(const struct view *view, int32_t total, int32_t room);
/* How many rows of at least `row_px` fit `box_px`, with `gap` between; at least one. */
int32_t ui_rows_fit(int32_t box_px, int32_t row_px, int32_t gap);
/* "Fler" and "Föregående" and which page this is. Draws nothing where one page is all. */
void ui_pager(struct ui *ui, struct rect box, struct pages pages);
/* A line of an agenda: minutes, a bar on tint as long as its part of the time with the name in it, and a quiet text after. The widest
   of all rows keep the columns in line; a bar is never shorter than the widest name needs. */
struct plan_row {
	const char *minutes, *name, *detail;
	const char *widest_minutes, *widest_name;
	int32_t share, of;
};
void ui_plan_row(struct ui *ui, struct rect box, const struct plan_row *plan);

/* ---- pictures ---- */

#define SHARE_WHOLE 65536
/* The bar of steps: one part each; share[i] of SHARE_WHOLE is filled. */
void ui_steps(struct ui *ui, struct rect box, const int32_t *share, int32_t count);
/* The shrinking disc. Over time it is empty, and a thin ring grows round it. Asks to be drawn again when it shows a change. */
void ui_clock(struct ui *ui, struct rect box, const struct view_clock *clock);
/* The disc with what is left in words under it, together in the circle that the box holds; where not even the longest of the words
   would stay inside, the disc alone. */
void ui_clock_words(struct ui *ui, struct rect box, const struct view_clock *clock, enum lang lang);
/* Seats on an ellipse; seat 0 at the top, clockwise. The word stands on the one who speaks. Returns the free box in the middle. */
struct seats {
	int32_t count;
	const enum seat_status *status;
	const char *speaks;        /* "talar" */
	int32_t next;              /* the seat that comes next, counted from 1; 0 none */
};
struct rect ui_seats(struct ui *ui, struct rect box, const struct seats *seats);
/* `done` filled dots of `all`. */
void ui_dots(struct ui *ui, struct rect box, int32_t done, int32_t all);
/* A bar that diverges from an axis between the lower and the upper half of the scale, with counts. `below` and `above` are the most
   answers on either side of any row shown, so that rows share their axis and their unit. */
struct diverging {
	int32_t below, above;
};
void ui_diverging_widen(struct diverging *span, const struct tally *tally);
void ui_diverging(struct ui *ui, struct rect box, const struct tally *tally, struct diverging span);
/* Where the axis stands in such a box: x in px. */
int32_t ui_diverging_axis(const struct ui *ui, struct rect box, struct diverging span);
/* The axis itself, behind the rows. */
void ui_diverging_line(struct ui *ui, struct rect box, struct diverging span);
/* A swatch of step `step` with its word, as a legend. */
void ui_swatch(struct ui *ui, struct rect box, int32_t step, const char *word);
/* A text field with its cursor (byte offset; -1 none), in as many lines as the box holds; the line being written is in sight. */
void ui_field(struct ui *ui, struct rect box, const char *text, int32_t cursor);
/* What is about to happen and "Ångra", with what is left of five seconds. */
void ui_toast(struct ui *ui, struct rect box, const char *text, ms_t left, ms_t whole);

#endif
