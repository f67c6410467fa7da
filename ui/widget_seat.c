/* Seats with their numbers: the speaker list's, which can be tapped, and those of a small group. */
#include "ui/inside.h"

/* The part of its disc that a number may take. */
#define WORDS_ACROSS 7
#define WORDS_DOWN 6
#define WHOLE 8
#define WIDEST "40"

int32_t ui_seat_least(const struct ui *ui)
{
	const struct type *type = &ui->theme.type[STYLE_BUTTON];
	const struct ruler *ruler = ui->config.ruler;
	int32_t across = text_width(ruler, type->face, type->floor, WIDEST) * WHOLE / WORDS_ACROSS;
	int32_t down = ruler->line_height(ruler->self, type->face, type->floor) * WHOLE / WORDS_DOWN;

	return max_i32(ui->theme.target_min, max_i32(across, down) + 1);
}

void ui_seat(struct ui *ui, struct rect box, const char *face, const char *name, enum seat_status status, struct command command)
{
	const struct palette *c = &ui->theme.colour;
	struct rect disc = cut_square(box);
	struct feel feel = ui_target(ui, ROLE_BUTTON, disc, name, false, command);
	colour_t ink = c->ink;

	switch (status) {
	case SEAT_WAITS:
		draw_disc(&ui->frame.list, disc, feel.pressed ? c->pressed : c->card, ui->theme.line, c->line);
		break;
	case SEAT_SPEAKS:
		draw_disc(&ui->frame.list, disc, feel.pressed ? c->pine_pressed : c->pine, 0, 0);
		ink = c->on_pine;
		break;
	case SEAT_DONE: case SEAT_PASSED: case SEAT_LISTENS:
		draw_disc(&ui->frame.list, disc, feel.pressed ? c->pressed : c->tint, ui->theme.line, c->pine);
		ink = c->on_tint;
		break;
	}
	ui_label(ui, cut_middle(disc, disc.w * WORDS_ACROSS / WHOLE, disc.w * WORDS_DOWN / WHOLE), STYLE_BUTTON, ink, ALIGN_CENTRE, face);
	ui_focus_ring(ui, disc, disc.w / 2, feel);
}

int32_t ui_seat_side(const struct ui *ui)
{
	return ui_line_height(ui, STYLE_BUTTON) * 3 / 2;
}

int32_t ui_seat_group_width(const struct ui *ui, int32_t side, int32_t count)
{
	return count * (side + ui->theme.snug) + ui->theme.snug;
}

int32_t ui_seat_group_height(const struct ui *ui, int32_t side)
{
	return side + 2 * ui->theme.snug;
}

void ui_seat_group(struct ui *ui, struct rect box, const int32_t *seats, int32_t count, int32_t most, int32_t marked)
{
	const struct palette *c = &ui->theme.colour;
	int32_t side = min_i32(box.h - 2 * ui->theme.snug, (box.w - ui->theme.snug) / max_i32(most, 1) - ui->theme.snug);

	draw_box(&ui->frame.list, box, min_i32(ui->theme.radius_card, box.h / 2), c->tint, 0, 0);
	box = cut_middle(box, ui_seat_group_width(ui, side, count) - 2 * ui->theme.snug, side);
	for (int32_t i = 0; i < count; i++) {
		struct rect disc = cut_left_gap(&box, side, ui->theme.snug);
		bool on = i == marked;

		draw_disc(&ui->frame.list, disc, on ? c->pine : c->card, on ? 0 : ui->theme.line, on ? 0 : c->pine);
		ui_label(ui, cut_middle(disc, disc.w * 7 / 8, disc.h * 3 / 4), STYLE_BUTTON, on ? c->on_pine : c->ink, ALIGN_CENTRE,
		         ui_say(ui, "%d", seats[i] + 1));
	}
}
