/* Who speaks, who listens, and who belongs together. */
#include "ui/screens/step.h"

/* ---- in words ---- */

/* "Berättaren, plats 3". */
static const char *role_words(struct ui *ui, const struct view_role *role)
{
	return role->seat >= 0 ? ui_say(ui, _("%s, seat %d"), role->name, role->seat + 1) : role->name;
}

/* Those who speak, or those who do not. Where all others are among them, they stand for all. */
static const char *roles_words(struct ui *ui, const struct view_cast *cast, bool speak)
{
	const char *words = NULL;

	for (int32_t i = 0; i < cast->role_count; i++) {
		if (cast->roles[i].speaks == speak && cast->roles[i].count == 0) {
			return cast->roles[i].name;
		}
	}
	for (int32_t i = 0; i < cast->role_count; i++) {
		if (cast->roles[i].speaks == speak) {
			const char *one = role_words(ui, &cast->roles[i]);

			words = words == NULL ? one : ui_say(ui, _("%s and %s"), words, one);
		}
	}
	return words;
}

const char *cast_speaks_words(struct ui *ui, const struct view *view)
{
	const char *words = view->cast.some_speak ? roles_words(ui, &view->cast, true) : NULL;

	return words == NULL ? NULL : ui_say(ui, _("Speaking: %s"), words);
}

const char *cast_listens_words(struct ui *ui, const struct view *view)
{
	const char *words = view->cast.some_speak ? roles_words(ui, &view->cast, false) : NULL;

	return words == NULL ? NULL : ui_say(ui, _("Listening: %s"), words);
}

static int32_t largest(const struct view_cast *cast)
{
	int32_t most = 1;

	for (int32_t i = 0; i < cast->group_count; i++) {
		most = max_i32(most, cast->groups[i].count);
	}
	return most;
}

const char *cast_label(struct ui *ui, const struct view *view)
{
	(void)ui;
	return view->step.kind == STEP_PAIR ? _("In pairs") : _("In groups");
}

/* A ring is the only group, and has the name of its role; else it says who is marked, if anyone is. */
const char *cast_heading(struct ui *ui, const struct view *view)
{
	const struct view_cast *cast = &view->cast;

	if (cast->group_count == 1 && cast->role_count > 0 && cast->roles[0].count > 1) {
		return cast->roles[0].name;
	}
	for (int32_t i = 0; i < cast->group_count; i++) {
		if (cast->groups[i].speaks >= 0 && view->step.kind != STEP_ROUND && cast->role_count > 0) {
			return ui_say(ui, _("Marked: %s"), cast->roles[0].name);
		}
	}
	return view->step.kind == STEP_ROUND ? _("Marked: who speaks") : _("Who sits together");
}

/* ---- the seats ---- */

/* Cards of equal size in columns and rows. */
struct grid {
	int32_t side, columns, rows;
};

static struct grid grid_of(const struct ui *ui, struct rect box, int32_t most, int32_t side)
{
	int32_t gap = ui_theme(ui)->gap;

	return (struct grid){.side = side, .columns = ui_rows_fit(box.w, ui_seat_group_width(ui, side, most), gap),
	                     .rows = ui_rows_fit(box.h, ui_seat_group_height(ui, side), gap)};
}

/* As large as lets all of them stand on the page, and not so large that it looks like a button. */
static struct grid best_grid(const struct ui *ui, struct rect box, int32_t most, int32_t count)
{
	int32_t side = ui_seat_side(ui);
	struct grid best = grid_of(ui, box, most, side);

	while (side < ui_theme(ui)->control * (2 + 1) / 2) {
		struct grid larger = grid_of(ui, box, most, ++side);

		if (larger.columns * larger.rows < count || ui_seat_group_width(ui, side, most) > box.w ||
		    ui_seat_group_height(ui, side) > box.h) {
			break;
		}
		best = larger;
	}
	return best;
}

int32_t cast_groups_page(struct ui *ui, const struct view *view, struct rect box, int32_t page)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_cast *cast = &view->cast;
	int32_t most = largest(cast);
	struct grid grid = best_grid(ui, box, most, cast->group_count);
	int32_t room = grid.columns * grid.rows, pages = max_i32(1, (cast->group_count + room - 1) / room);
	int32_t each = (cast->group_count + pages - 1) / pages;
	int32_t width = min_i32(box.w, ui_seat_group_width(ui, grid.side, most)), height = min_i32(box.h, ui_seat_group_height(ui, grid.side));

	for (int32_t i = 0; page >= 0 && i < clamp_i32(cast->group_count - page * each, 0, each); i++) {
		const struct view_group *group = &cast->groups[page * each + i];
		struct rect card = {box.x + i % grid.columns * (width + t->gap), box.y + i / grid.columns * (height + t->gap), width, height};

		ui_seat_group(ui, card, group->seat, group->count, most, group->speaks);
	}
	return pages;
}

/* ---- the screen ---- */

static void clock_in(struct ui *ui, const struct view *view, struct rect box, const struct view_clock *clock)
{
	if (clock == &view->step.clock) {
		step_clock(ui, view, box);
	} else if (clock->shown) {
		ui_clock_words(ui, box, clock, view->lang);
	}
}

/* Everything that is said first, then the seats, each on pages of their own. */
static void by_page(struct ui *ui, const struct view *view, struct rect room, const struct part *parts, const struct view_clock *clock)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect foot = cut_bottom_gap(&room, t->control_small, t->gap), words = room;
	struct rect disc = t->portrait ? cut_bottom_gap(&words, room.h / (2 + 1), t->space) : cut_right_gap(&words, room.w / (2 + 2), t->space);
	int32_t before = ui_stack_pages(ui, words, parts, STEP_PARTS);
	struct pages pages = {.pages = before + cast_groups_page(ui, view, room, -1), .asked = view->page};

	pages.page = min_i32(view->page, pages.pages - 1);
	if (pages.page < before) {
		ui_stack(ui, words, parts, STEP_PARTS, (struct stack){.align = ALIGN_LEFT, .paged = true, .page = pages.page});
		clock_in(ui, view, disc, clock);
	} else {
		cast_groups_page(ui, view, room, pages.page - before);
	}
	ui_pager(ui, foot, pages);
}

/* The card that the seats stand on. */
static struct rect seats_inside(const struct ui *ui, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);

	box = cut_inset(box, t->pad, t->pad);
	cut_top(&box, ui_line_height(ui, STYLE_LABEL) + t->snug);
	return box;
}

void cast_screen(struct ui *ui, const struct view *view, struct rect room, const char *label, const struct view_clock *clock)
{
	const struct ui_theme *t = ui_theme(ui);
	struct part parts[STEP_PARTS];
	struct rect words, beside;

	step_parts(ui, view, label, view->step.prompt, parts);
	step_beside(ui, room, &words, &beside);
	struct rect disc = t->portrait ? cut_right_gap(&beside, beside.w / (2 + 1), t->space)
	                               : cut_top_gap(&beside, beside.h / (2 + 1), t->space);

	if (t->compact || ui_stack_pages(ui, words, parts, STEP_PARTS) > 1 || cast_groups_page(ui, view, seats_inside(ui, beside), -1) > 1) {
		by_page(ui, view, room, parts, clock);
		return;
	}
	step_question(ui, view, words, label, view->step.prompt);
	clock_in(ui, view, disc, clock);
	cast_groups_page(ui, view, ui_card(ui, beside, cast_heading(ui, view)), 0);
}
