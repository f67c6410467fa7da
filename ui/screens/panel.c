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
	int32_t label = ui_text_height(ui, STYLE_LABEL, ui_canvas(ui).w - 2 * ui_theme(ui)->margin, _("The picture's width"));

	return ui_stepper_height(ui, NULL) + label + ui_theme(ui)->snug;
}

/* A panel so small is only ever read near. */
static bool only_near(const struct ui *ui)
{
	struct rect canvas = ui_canvas(ui);

	return max_i32(canvas.w, canvas.h) * ui_theme(ui)->um_per_px / UM_A_MM < PANEL_NEAR_ONLY_MM;
}

static const char *distance_words(enum distance distance)
{
	switch (distance) {
	case DISTANCE_BY_PANEL: break;
	case DISTANCE_NEAR: return _("Near, as a tablet");
	case DISTANCE_TABLE: return _("Across a table");
	case DISTANCE_ROOM: return _("Across a room");
	}
	return _("As the screen suggests");
}

/* As high as the longest of them needs. */
static int32_t choice_height(const struct ui *ui, int32_t width)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t room = ui_choice_room(ui, (width - t->gap) / 2), height = t->control_small;

	for (int32_t i = DISTANCE_BY_PANEL; i <= DISTANCE_ROOM; i++) {
		height = max_i32(height, ui_text_height_floor(ui, STYLE_STRONG, room, distance_words((enum distance)i)) + 2 * t->line);
	}
	return height;
}

void panel_distance(struct ui *ui, const struct view *view, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);
	const char *words[DISTANCE_ROOM + 1];
	int32_t height = choice_height(ui, box.w);

	ui_labelled(ui, &box, _("How far away do you read it?"));
	if (only_near(ui)) {
		ui_text(ui, box, STYLE_QUIET, _("This screen is small and is read near."));
		return;
	}
	for (int32_t i = DISTANCE_BY_PANEL; i <= DISTANCE_ROOM; i++) {
		words[i] = distance_words((enum distance)i);
	}
	box = cut_top(&box, 2 * height + t->gap);
	ui_one_size(ui, STYLE_STRONG, ui_choice_room(ui, cut_column(box, 2, 0, t->gap).w), height, words, DISTANCE_ROOM + 1);
	for (int32_t i = DISTANCE_BY_PANEL; i <= DISTANCE_ROOM; i++) {
		ui_choice(ui, cut_cell(box, 2, 2, i, t->gap), words[i], NULL, view->settings->value[SET_DISTANCE] == i,
		          command_of(CMD_SET, SET_DISTANCE, i));
	}
	ui_one_size_end(ui);
}

int32_t panel_distance_height(const struct ui *ui, int32_t width)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t label = ui_text_height(ui, STYLE_LABEL, width, _("How far away do you read it?")) + t->snug;

	if (only_near(ui)) {
		return label + ui_text_height_floor(ui, STYLE_QUIET, width, _("This screen is small and is read near."));
	}
	return label + 2 * choice_height(ui, width) + t->gap;
}
