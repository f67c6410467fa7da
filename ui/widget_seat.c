/* A seat that can be tapped: the speaker list's. */
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
	case SEAT_DONE: case SEAT_PASSED:
		draw_disc(&ui->frame.list, disc, feel.pressed ? c->pressed : c->tint, ui->theme.line, c->pine);
		ink = c->on_tint;
		break;
	}
	ui_label(ui, cut_middle(disc, disc.w * WORDS_ACROSS / WHOLE, disc.w * WORDS_DOWN / WHOLE), STYLE_BUTTON, ink, ALIGN_CENTRE, face);
	ui_focus_ring(ui, disc, disc.w / 2, feel);
}
