/* Choices about the screen itself. */
#include "ui/screens/panel.h"

void panel_languages(struct ui *ui, const struct view *view, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);
	bool wide = box.w > box.h * 2;

	for (int32_t i = 0; i < LANG_COUNT; i++) {
		struct rect place = wide ? cut_column(box, LANG_COUNT, i, t->gap) : cut_row(box, LANG_COUNT, i, t->gap);

		place = cut_middle_height(place, min_i32(place.h, t->control));
		ui_choice(ui, place, i == LANG_SV ? "Svenska" : "English", NULL, view->lang == (enum lang)i, command_of(CMD_SET, SET_LANG, i));
	}
}

/* As told, or as it is taken to be. */
static int32_t width_mm(const struct ui *ui, const struct view *view)
{
	int32_t told = view->settings->value[SET_WIDTH_MM];
	bool lying = view->settings->value[SET_TURN] % (2 * TURN_QUARTER) != 0;
	struct rect canvas = ui_canvas(ui);

	return told > 0 ? told : (lying ? canvas.h : canvas.w) * ui_theme(ui)->um_per_px / UM_A_MM;
}

void panel_width(struct ui *ui, const struct view *view, struct rect box)
{
	int32_t mm = width_mm(ui, view);
	struct command less = command_of(CMD_SET, SET_WIDTH_MM, max_i32((mm - 1) / PANEL_STEP_MM * PANEL_STEP_MM, PANEL_LEAST_MM));
	struct command more = command_of(CMD_SET, SET_WIDTH_MM, min_i32((mm / PANEL_STEP_MM + 1) * PANEL_STEP_MM, PANEL_MOST_MM));

	ui_stepper(ui, box, &(struct stepper){.heading = _("The picture's width"), .value = ui_say(ui, _("%d mm"), mm), .less = less, .more = more});
}

int32_t panel_width_height(const struct ui *ui)
{
	return ui_stepper_height(ui, _("The picture's width"));
}

void panel_distance(struct ui *ui, const struct view *view, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);
	const char *const words[] = {_("As the screen suggests"), _("Near, as a tablet"), _("Across a table"), _("Across a room")};
	struct rect canvas = ui_canvas(ui);
	bool small = max_i32(canvas.w, canvas.h) * t->um_per_px / UM_A_MM < PANEL_NEAR_ONLY_MM;

	ui_labelled(ui, &box, _("How far away do you read it?"));
	if (small) {
		ui_text(ui, box, STYLE_QUIET, _("This screen is small and is read near."));
		return;
	}
	box = cut_top(&box, 2 * t->control_small + t->gap);
	ui_one_size(ui, STYLE_BUTTON, cut_column(box, 2, 0, t->gap).w - 2 * t->pad, t->control_small, words, DISTANCE_ROOM + 1);
	for (int32_t i = DISTANCE_BY_PANEL; i <= DISTANCE_ROOM; i++) {
		ui_choice(ui, cut_cell(box, 2, 2, i, t->gap), words[i], NULL, view->settings->value[SET_DISTANCE] == i,
		          command_of(CMD_SET, SET_DISTANCE, i));
	}
	ui_one_size_end(ui);
}

int32_t panel_distance_height(const struct ui *ui)
{
	const struct ui_theme *t = ui_theme(ui);

	return ui_line_height(ui, STYLE_LABEL) + t->snug + 2 * t->control_small + t->gap;
}
