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

/* Seats in rows as large as they may be; several pages of them where they are many. */
static void seats(struct ui *ui, const struct view *view, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_floor *floor = &view->floor;
	int32_t side = t->target_min;
	int32_t columns = ui_rows_fit(box.w, side, t->gap);
	int32_t rows = ui_rows_fit(box.h, side, t->gap);
	struct pages pages;

	if (columns * rows < floor->people) {
		struct rect foot = cut_bottom_gap(&box, t->control_small, t->gap);

		rows = ui_rows_fit(box.h, side, t->gap);
		pages = ui_pages(view, floor->people, columns * rows);
		ui_pager(ui, foot, pages);
	} else {
		pages = ui_pages(view, floor->people, columns * rows);
	}
	/* Fewer columns and larger seats where there is room for that. */
	while (columns > 1) {
		int32_t fewer = columns - 1;
		int32_t larger = (box.w - (fewer - 1) * t->gap) / fewer;
		int32_t needed = (pages.count + fewer - 1) / fewer;

		if (needed * larger + (needed - 1) * t->gap > box.h) {
			break;
		}
		columns = fewer;
	}
	rows = (pages.count + columns - 1) / columns;
	side = max_i32(side, min_i32((box.w - (columns - 1) * t->gap) / columns, (box.h - (rows - 1) * t->gap) / rows));
	side = min_i32(side, t->control + t->control / 2);
	struct rect grid = cut_middle(box, columns * side + (columns - 1) * t->gap, rows * side + (rows - 1) * t->gap);

	ui_group(ui, _("Who wants to speak?"));
	for (int32_t i = 0; i < pages.count; i++) {
		seat(ui, cut_cell(grid, columns, rows, i, t->gap), floor, pages.first + i);
	}
	ui_group(ui, NULL);
}

static void floor_words(struct ui *ui, struct rect box, const struct view_floor *floor)
{
	ui_stack(ui, box,
	         (struct part[]){{.style = STYLE_TITLE, .text = speaker_words(ui, floor)},
	                         {.style = STYLE_QUIET, .text = queue_words(ui, floor), .spare = floor->queued == 0}},
	         2, (struct stack){.align = ALIGN_LEFT});
}

static int32_t floor_words_height(struct ui *ui, int32_t width, const struct view_floor *floor)
{
	return ui_text_height(ui, STYLE_TITLE, width, speaker_words(ui, floor)) + ui_text_height(ui, STYLE_QUIET, width, queue_words(ui, floor));
}

/* A small panel: the question small, and as many seats as there is room for. */
static void floor_narrow(struct ui *ui, const struct view *view, struct rect room)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_floor *floor = &view->floor;
	const struct part parts[] = {
		{.style = STYLE_BODY, .text = view->step.prompt},
		{.style = STYLE_STRONG, .text = speaker_words(ui, floor), .before = t->snug},
		{.style = STYLE_QUIET, .text = queue_words(ui, floor), .spare = floor->queued == 0}};
	struct rect words = t->portrait ? cut_top_gap(&room, room.h / (2 + 1), t->snug) : cut_left_gap(&room, room.w / (2 + 1), t->space);

	ui_stack(ui, words, parts, (int32_t)ARRAY_LEN(parts), (struct stack){.align = ALIGN_LEFT});
	seats(ui, view, room);
}

static void floor_wide(struct ui *ui, const struct view *view, struct rect room)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_floor *floor = &view->floor;
	struct rect words, beside;

	step_beside(ui, room, &words, &beside);
	struct rect clock = cut_bottom_gap(&words, words.h / (2 + 1), t->space);

	step_question(ui, view, words, _("The question"), view->step.prompt);
	step_clock(ui, view, cut_left(&clock, clock.h));
	beside = ui_card(ui, beside, _("Speaker list"));
	floor_words(ui, cut_top_gap(&beside, floor_words_height(ui, beside.w, floor), t->space), floor);
	seats(ui, view, beside);
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
	struct foot foot = {.main = step_next(ui, view)};
	bool waiting = view->floor.shown && (view->floor.speaker >= 0 || view->floor.queued > 0);

	if (waiting) {
		foot.more[0] = (struct action){_("Next speaker"), command_of(CMD_FLOOR_NEXT, 0, 0), false};
	}
	struct rect room = step_with_foot(ui, view, &foot);

	if (view->step.open_way) {
		openly(ui, view, room);
	} else if (view->floor.shown && ui_theme(ui)->compact) {
		floor_narrow(ui, view, room);
	} else if (view->floor.shown) {
		floor_wide(ui, view, room);
	} else {
		without_floor(ui, view, room);
	}
}
