/* What was decided, written down: the step that ends a meeting's work. */
#include "ui/screens/chrome.h"
#include "ui/screens/screens.h"

/* A note with its two buttons, as high as its text needs but at least a button. */
static void draw_note(struct ui *ui, struct rect box, const struct view_note *note)
{
	const struct ui_theme *t = ui_theme(ui);
	const char *change = _("Change");
	const char *remove = _("Remove");
	struct rect inner = cut_inset(ui_card(ui, box, NULL), 0, 0);
	struct rect side = cut_right(&inner, max_i32(ui_button_width(ui, change), ui_button_width(ui, remove)));
	bool stacked = side.h >= 2 * t->control_small + t->gap;

	cut_right(&inner, t->gap);
	/* Notes are told apart by what they say. */
	ui_group(ui, note->text);
	if (stacked) {
		ui_button(ui, cut_middle_height(cut_row(side, 2, 0, t->gap), t->control_small), BUTTON_SECONDARY, change,
		          command_of(CMD_EDIT, EDIT_NOTE, note->which));
		ui_button(ui, cut_middle_height(cut_row(side, 2, 1, t->gap), t->control_small), BUTTON_QUIET, remove,
		          command_of(CMD_NOTE_REMOVE, 0, note->which));
	} else {
		ui_button(ui, cut_middle_height(side, t->control_small), BUTTON_SECONDARY, change, command_of(CMD_EDIT, EDIT_NOTE, note->which));
	}
	ui_text_in(ui, inner, STYLE_BODY, INK_OF_STYLE, (struct stack){.align = ALIGN_LEFT, .middle = true}, note->text);
	ui_group(ui, NULL);
}

static int32_t note_height(const struct ui *ui)
{
	const struct ui_theme *t = ui_theme(ui);

	return 2 * t->control_small + t->gap + 2 * t->pad;
}

static void draw_notes(struct ui *ui, const struct view *view, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t height = min_i32(note_height(ui), box.h);
	struct pages pages = ui_pages(view, view->notes.count, ui_rows_fit(box.h, height, t->gap));

	if (pages.pages > 1) {
		struct rect pager = cut_bottom_gap(&box, t->control_small, t->gap);

		height = min_i32(height, box.h);
		pages = ui_pages(view, view->notes.count, ui_rows_fit(box.h, height, t->gap));
		ui_pager(ui, pager, pages);
	}
	for (int32_t i = 0; i < pages.count; i++) {
		draw_note(ui, cut_top_gap(&box, height, t->gap), &view->notes.notes[pages.first + i]);
	}
}

void screen_note(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	bool few = view->notes.count == 0;
	struct rect rest = chrome_step_top(ui, view);
	struct rect words;

	rest = chrome_step_foot(ui, view, rest, &(struct foot){
		.hint = _("Write no pupils' names."),
		.main = {.label = chrome_next_label(ui, view), .command = command_of(CMD_NEXT, 0, 0)}});
	rest = cut_inset(rest, t->margin, 0);
	words = t->portrait || few ? cut_top_gap(&rest, few && !t->portrait ? rest.h / 2 : rest.h / (1 + 2), t->space)
	                           : cut_left_gap(&rest, rest.w * 2 / (2 + 2 + 1), t->space);
	if (view->notes.can_add) {
		struct rect add = few || t->portrait ? cut_top_gap(&rest, t->control, t->gap) : cut_bottom_gap(&words, t->control, t->gap);

		add = few && !t->portrait ? cut_left(&add, add.w / 2) : add;
		ui_button(ui, add, BUTTON_ADD, _("+ New note"), command_of(CMD_EDIT, EDIT_NOTE, view->notes.count));
	}
	ui_stack(ui, words, (struct part[]){
		{.style = STYLE_HEADING, .text = view->step.prompt},
		{.style = STYLE_QUIET, .text = view->step.aside, .before = t->space, .spare = true}}, 2, (struct stack){.align = ALIGN_LEFT});
	draw_notes(ui, view, rest);
}
