/* Open talk: the question, the disc, and for a large group the list of those who want to speak. */
#include "ui/screens/openly.h"
#include "ui/screens/screens.h"
#include "ui/screens/step.h"

/* ---- the speaker list ---- */

static const char *seat_name(struct ui *ui, int32_t seat)
{
	return ui_say(ui, _("Seat %d"), seat + 1);
}

static int32_t seat_at(const struct view_floor *floor, int32_t place)
{
	for (int32_t i = 0; i < floor->people; i++) {
		if (floor->place[i] == place) {
			return i;
		}
	}
	return -1;
}

static const char *speaker_words(struct ui *ui, const struct view_floor *floor)
{
	if (floor->speaker >= 0) {
		return ui_say(ui, _("Seat %d speaks"), floor->speaker + 1);
	}
	return _("The floor is open");
}

/* "Then seats 7, 12 and more": as many as are waiting, in order. */
static const char *queue_words(struct ui *ui, const struct view_floor *floor)
{
	const char *list = "";

	if (floor->queued == 0) {
		return _("Tap your seat when you want to speak.");
	}
	for (int32_t place = 1; place <= floor->queued; place++) {
		int32_t seat = seat_at(floor, place);

		if (seat >= 0) {
			list = list[0] == '\0' ? ui_say(ui, "%d", seat + 1) : ui_say(ui, "%s, %d", list, seat + 1);
		}
	}
	return ui_say(ui, ngettext("Then seat %s", "Then seats %s", (unsigned long)floor->queued), list);
}

static void seat(struct ui *ui, struct rect box, const struct view_floor *floor, int32_t i)
{
	enum seat_status status = i == floor->speaker ? SEAT_SPEAKS : floor->place[i] > 0 ? SEAT_DONE : SEAT_WAITS;

	ui_seat(ui, box, ui_say(ui, "%d", i + 1), seat_name(ui, i), status, command_of(CMD_HAND, i, 0));
}

/* How seats stand in a box: rows of them. */
struct seating {
	int32_t columns, rows, side;
	struct rect box;
};

static struct seating seating_of(const struct ui *ui, struct rect box)
{
	int32_t side = ui_seat_least(ui), gap = ui_theme(ui)->gap;

	return (struct seating){.columns = ui_rows_fit(box.w, side, gap), .rows = ui_rows_fit(box.h, side, gap), .side = side, .box = box};
}

/* In as many columns as make `count` seats largest, in rows about equally long. */
static void spread(const struct ui *ui, struct seating *s, int32_t count)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t largest = 0;

	for (int32_t columns = s->columns; columns >= 1; columns--) {
		int32_t rows = max_i32(1, (count + columns - 1) / columns), even = max_i32(1, (count + rows - 1) / rows);
		int32_t side = min_i32((s->box.w - (even - 1) * t->gap) / even, (s->box.h - (rows - 1) * t->gap) / rows);

		if (side > largest) {
			largest = side;
			s->columns = even;
			s->rows = rows;
		}
	}
	s->side = clamp_i32(largest, min_i32(s->box.h, s->side), max_i32(s->side, t->control + t->control / 2));
}

/* The seats of a page. */
static void draw_seats(struct ui *ui, const struct view_floor *floor, struct seating s, int32_t first, int32_t count)
{
	const struct ui_theme *t = ui_theme(ui);

	spread(ui, &s, count);
	struct rect grid = cut_middle(s.box, s.columns * s.side + (s.columns - 1) * t->gap, s.rows * s.side + (s.rows - 1) * t->gap);

	ui_group(ui, _("Who wants to speak?"));
	for (int32_t i = 0; i < count; i++) {
		seat(ui, cut_cell(grid, s.columns, s.rows, i, t->gap), floor, first + i);
	}
	ui_group(ui, NULL);
}

static void floor_words(struct ui *ui, struct rect box, const struct view_floor *floor)
{
	ui_stack(ui, box,
	         (struct part[]){{.style = STYLE_TITLE, .text = speaker_words(ui, floor)},
	                         {.style = STYLE_QUIET, .text = queue_words(ui, floor), .spare = true}},
	         2, (struct stack){.align = ALIGN_LEFT});
}

static int32_t floor_words_height(struct ui *ui, int32_t width, const struct view_floor *floor, bool least)
{
	const char *speaks = speaker_words(ui, floor), *queue = queue_words(ui, floor);

	if (least) {
		return ui_text_height_floor(ui, STYLE_TITLE, width, speaks) +
		       (floor->queued > 0 ? ui_text_height_floor(ui, STYLE_QUIET, width, queue) : 0);
	}
	return ui_text_height(ui, STYLE_TITLE, width, speaks) + ui_text_height(ui, STYLE_QUIET, width, queue);
}

/* Between the words and the seats. */
static int32_t under_words(const struct ui_theme *t)
{
	return t->compact ? t->snug : t->space;
}

/* Who speaks, who waits, and the seats: page `page` of them. Returns how many pages that is; draws nothing where page < 0. */
static int32_t floor_page(struct ui *ui, const struct view_floor *floor, struct rect box, int32_t page)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t speaker = ui_text_height_floor(ui, STYLE_TITLE, box.w, speaker_words(ui, floor));
	int32_t least = floor_words_height(ui, box.w, floor, true), want = floor_words_height(ui, box.w, floor, false);
	/* The words are as large as leaves a row of seats; the seats that wait are also seen by their colour. */
	int32_t spare = box.h - under_words(t) - ui_seat_least(ui);
	int32_t half = max_i32(least, min_i32(want, box.h / (2 + 1)));
	struct rect words = cut_top_gap(&box, clamp_i32(half, speaker, max_i32(speaker, spare)), under_words(t));
	struct seating s = seating_of(ui, box);
	int32_t room = max_i32(1, s.columns * s.rows);
	int32_t pages = (floor->people + room - 1) / room, each = (floor->people + pages - 1) / pages;

	if (page >= 0) {
		floor_words(ui, words, floor);
		draw_seats(ui, floor, s, page * each, clamp_i32(floor->people - page * each, 0, each));
	}
	return pages;
}

/* A small panel, or large words: the question, then the seats, a page at a time. */
static void floor_by_page(struct ui *ui, const struct view *view, struct rect room)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect foot = cut_bottom_gap(&room, t->control_small, t->gap);
	struct part question = {.style = STYLE_HEADING, .text = view->step.prompt};
	int32_t line = max_i32(1, ui_text_height_floor(ui, STYLE_HEADING, room.w, "x")), fit = max_i32(1, room.h / line);
	int32_t before = max_i32(1, (ui_text_height_floor(ui, STYLE_HEADING, room.w, view->step.prompt) / line + fit - 1) / fit);
	struct pages pages = {.pages = before + floor_page(ui, &view->floor, room, -1), .asked = view->page};

	pages.page = min_i32(view->page, pages.pages - 1);
	if (pages.page < before) {
		ui_stack(ui, room, &question, 1, (struct stack){.align = ALIGN_LEFT, .paged = true, .page = pages.page});
	} else {
		floor_page(ui, &view->floor, room, pages.page - before);
	}
	ui_pager(ui, foot, pages);
}

/* The question beside the seats, or over them. */
static void floor_beside(struct ui *ui, const struct view *view, struct rect words, struct rect seats)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect list = seats;

	if (t->compact) {
		ui_text(ui, words, STYLE_BODY, view->step.prompt);
	} else {
		struct rect clock = t->portrait ? (struct rect){.h = 0} : cut_bottom_gap(&words, words.h / (2 + 1), t->space);

		step_question(ui, view, words, _("The question"), view->step.prompt);
		if (clock.h > 0) {
			step_clock(ui, view, clock);
		}
		list = ui_card(ui, seats, _("Speaker list"));
	}
	struct pages pages = {.pages = floor_page(ui, &view->floor, list, -1), .asked = view->page};
	struct rect foot = list;

	if (pages.pages > 1) {
		foot = cut_bottom_gap(&list, t->control_small, t->gap);
		pages.pages = floor_page(ui, &view->floor, list, -1);
	}
	pages.page = min_i32(view->page, pages.pages - 1);
	floor_page(ui, &view->floor, list, pages.page);
	ui_pager(ui, foot, pages);
}

static void with_floor(struct ui *ui, const struct view *view, struct rect room)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect words = room;
	struct rect seats = t->portrait ? cut_bottom_gap(&words, room.h * (2 + 1) / (2 + 2 + 1), t->space)
	                                : cut_right_gap(&words, t->compact ? room.w * 2 / (2 + 1) : room.w / 2, t->space);
	enum style style = t->compact ? STYLE_BODY : STYLE_HEADING;
	int32_t question = ui_text_height_floor(ui, style, words.w, view->step.prompt) + (t->compact ? 0 : ui_line_height(ui, STYLE_LABEL) + t->snug);
	int32_t inside = seats.h - (t->compact ? 0 : 2 * t->pad + ui_line_height(ui, STYLE_LABEL) + t->snug);
	int32_t least = floor_words_height(ui, seats.w - (t->compact ? 0 : 2 * t->pad), &view->floor, true) + under_words(t) +
	                ui_seat_least(ui) + t->gap + t->control_small;

	if (question > words.h - (t->compact || t->portrait ? 0 : words.h / (2 + 1) + t->space) || least > inside) {
		floor_by_page(ui, view, room);
	} else {
		floor_beside(ui, view, words, seats);
	}
}

static void without_floor(struct ui *ui, const struct view *view, struct rect room)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect words, beside;

	step_beside(ui, room, &words, &beside);
	step_question(ui, view, words, _("The question"), view->step.prompt);
	step_clock(ui, view, t->compact ? beside : cut_inset(beside, t->pad, t->pad));
}

void screen_talk(struct ui *ui, const struct view *view)
{
	struct foot foot = {.main = step_next(ui, view), .hint = step_bell(ui, view)};
	bool waiting = view->floor.shown && (view->floor.speaker >= 0 || view->floor.queued > 0);

	if (waiting) {
		foot.more[0] = (struct action){_("Next speaker"), command_of(CMD_FLOOR_NEXT, 0, 0), false};
	} else if (view->step.pictures && !ui_theme(ui)->compact && !ui_theme(ui)->portrait) {
		/* What is talked about; elsewhere, and while people wait to speak, it is behind "More". */
		foot.more[0] = (struct action){_("See the answers"), command_of(CMD_SHEET, SHEET_RESULT, 0), false};
	}
	struct rect room = step_with_foot(ui, view, &foot);

	if (view->step.open_way) {
		openly(ui, view, room);
	} else if (view->cast.group_count > 0) {
		cast_screen(ui, view, room, _("The question"), &view->step.clock);
	} else if (view->floor.shown) {
		with_floor(ui, view, room);
	} else {
		without_floor(ui, view, room);
	}
}
