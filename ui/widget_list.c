/* Lists: pages, rows, the agenda's lines, and what is about to happen. */
#include "ui/inside.h"

#define TOAST_STEP_MS 250

struct pages ui_pages(const struct view *view, int32_t total, int32_t room)
{
	struct pages pages = {.pages = max_i32(1, (total + room - 1) / max_i32(1, room)), .asked = view->page};
	int32_t each = (total + pages.pages - 1) / pages.pages;

	pages.page = min_i32(view->page, pages.pages - 1);
	pages.first = pages.page * each;
	pages.count = clamp_i32(total - pages.first, 0, each);
	return pages;
}

int32_t ui_rows_fit(int32_t box_px, int32_t row_px, int32_t gap)
{
	return max_i32(1, (box_px + gap) / max_i32(1, row_px + gap));
}

static void pager_button(struct ui *ui, struct rect *from, const char *label, int32_t width, int32_t to, struct pages pages)
{
	ui_button(ui, cut_right_gap(from, width, ui->theme.gap), BUTTON_SECONDARY, label, command_of(CMD_PAGE, to - pages.asked, 0));
}

void ui_pager(struct ui *ui, struct rect box, struct pages pages)
{
	const char *where = ui_say(ui, _("page %d of %d"), pages.page + 1, pages.pages);
	const char *next = C_("pages", "Next"), *before = _("Previous");
	bool on = pages.page + 1 < pages.pages, back = pages.page > 0;
	int32_t wide = on ? min_i32(ui_button_width(ui, next), box.w) : 0, wide_back = back ? min_i32(ui_button_width(ui, before), box.w) : 0;
	int32_t room = box.w - (on && back ? ui->theme.gap : 0);

	if (pages.pages <= 1) {
		return;
	}
	if (wide + wide_back > room) {
		/* Both give up in proportion to what they say. */
		wide = (int32_t)((int64_t)room * wide / (wide + wide_back));
		wide_back = room - wide;
	}
	if (on) {
		pager_button(ui, &box, next, wide, pages.page + 1, pages);
	}
	if (back) {
		pager_button(ui, &box, before, wide_back, pages.page - 1, pages);
	}
	if (ui_text_width(ui, STYLE_QUIET, where) <= box.w) {
		ui_line(ui, box, STYLE_QUIET, INK_OF_STYLE, ALIGN_RIGHT, where);
	}
}

void ui_plan_row(struct ui *ui, struct rect box, const struct plan_row *plan)
{
	const struct ui_theme *t = &ui->theme;
	struct rect minutes = cut_left_gap(&box, ui_text_width(ui, STYLE_BODY, plan->widest_minutes) + t->line, t->snug * 2);
	int32_t name = max_i32(ui_text_width(ui, STYLE_STRONG, plan->name), ui_text_width(ui, STYLE_STRONG, plan->widest_name)) + 2 * t->snug * 2;
	int32_t detail = plan->detail == NULL ? 0 : ui_text_width(ui, STYLE_QUIET, plan->detail);
	int32_t longest = max_i32(name, box.w - detail - t->snug * 2);
	int32_t length = clamp_i32((int32_t)((int64_t)box.w * plan->share / max_i32(1, plan->of)), name, longest);
	struct rect bar = cut_left_gap(&box, length, t->snug * 2);

	ui_line(ui, minutes, STYLE_BODY, INK_QUIET, ALIGN_RIGHT, plan->minutes);
	draw_box(&ui->frame.list, bar, min_i32(t->radius, bar.h / 2) * 2 / 3, t->colour.tint, 0, 0);
	ui_label(ui, cut_inset(bar, t->snug * 2, 0), STYLE_STRONG, t->colour.on_tint, ALIGN_LEFT, plan->name);
	/* A panel that has no room for the detail shows the name alone. */
	if (detail > 0 && detail <= box.w) {
		ui_line(ui, box, STYLE_QUIET, INK_OF_STYLE, ALIGN_LEFT, plan->detail);
	}
}

void ui_toast(struct ui *ui, struct rect box, const char *text, ms_t left, ms_t whole)
{
	const struct ui_theme *t = &ui->theme;
	const char *undo = _("Undo");
	ms_t shown = (left + TOAST_STEP_MS - 1) / TOAST_STEP_MS * TOAST_STEP_MS;
	struct rect inner = cut_inset(box, t->pad, 0);
	struct rect button = box, clock, beside;
	int32_t width = min_i32(max_i32(ui_button_width(ui, undo), box.w / 4), box.w / (t->compact ? 3 : 2));

	draw_box(&ui->frame.list, box, t->radius, t->colour.tint, t->line, t->colour.pine);
	inner.w = box.x + box.w - width - t->gap - inner.x;
	if (!ui_text_fits(ui, STYLE_STRONG, inner, text)) {
		/* What is about to happen matters most: the button takes no more than its word does, at its floor. */
		const struct type *type = &t->type[STYLE_BUTTON];
		int32_t word = ui_text_width(ui, STYLE_BUTTON, undo) * type->floor / type->size + 1;

		inner.w += width;
		width = min_i32(width, max_i32(t->target_min, word + 2 * 2 * t->snug));
		inner.w -= width;
	}
	button = cut_right(&button, width);
	beside = inner;
	clock = cut_square(cut_left_gap(&beside, min_i32(box.h / 2, inner.w / 4), t->snug * 2));
	if (ui_text_fits(ui, STYLE_STRONG, beside, text)) {
		draw_disc(&ui->frame.list, clock, t->colour.card, t->line, t->colour.pine);
		draw_pie(&ui->frame.list, rect_inset(clock, t->line * 2), (int32_t)(min_ms(shown, whole) * 65536 / max_ms(whole, 1)), t->colour.pine);
		inner = beside;
	}
	ui_changes_in(ui, left - (shown - TOAST_STEP_MS));
	ui_label(ui, inner, STYLE_STRONG, t->colour.on_tint, ALIGN_LEFT, text);
	ui_button(ui, button, BUTTON_PRIMARY, undo, command_of(CMD_KEEP, 0, 0));
}
