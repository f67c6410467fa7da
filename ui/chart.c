/* Results as bars that diverge from an axis. Every part has its outline and its count; words stand beside. */
#include "ui/inside.h"

#define LOWER (SCALE_STEPS / 2)

void ui_diverging_widen(struct diverging *span, const struct tally *tally)
{
	int32_t below = 0, above = 0;

	for (int32_t step = 0; step < SCALE_STEPS; step++) {
		*(step < LOWER ? &below : &above) += tally->count[step];
	}
	span->below = max_i32(span->below, below);
	span->above = max_i32(span->above, above);
}

/* The least that a part takes, so that its count can be read. */
static int32_t least(const struct ui *ui)
{
	return ui_text_width(ui, STYLE_STRONG, "0") + 4 * ui->theme.line;
}

struct scale_of_bar {
	int32_t axis, unit_1000;
};

static struct scale_of_bar scale_of(const struct ui *ui, struct rect box, struct diverging span)
{
	int32_t slack = LOWER * least(ui), answers = max_i32(1, span.below + span.above);
	int32_t unit_1000 = (int32_t)((int64_t)max_i32(0, box.w - 2 * slack) * 1000 / answers);

	return (struct scale_of_bar){box.x + slack + (int32_t)((int64_t)unit_1000 * span.below / 1000), unit_1000};
}

int32_t ui_diverging_axis(const struct ui *ui, struct rect box, struct diverging span)
{
	return scale_of(ui, box, span).axis;
}

void ui_diverging_line(struct ui *ui, struct rect box, struct diverging span)
{
	struct rect line = {scale_of(ui, box, span).axis - ui->theme.line / 2, box.y, ui->theme.line, box.h};

	draw_box(&ui->frame.list, line, 0, ui->theme.colour.ink, 0, 0);
}

static void part_of_bar(struct ui *ui, struct rect box, int32_t step, int32_t count)
{
	const struct ui_theme *t = &ui->theme;
	colour_t fill = t->colour.scale[step];

	draw_box(&ui->frame.list, box, min_i32(t->radius / 2, box.w / 3), fill, max_i32(1, t->line * 3 / 4), t->colour.outline);
	ui_label(ui, rect_inset(box, t->line), STYLE_STRONG, theme_ink_on(t, fill), ALIGN_CENTRE, ui_say(ui, "%d", count));
}

void ui_diverging(struct ui *ui, struct rect box, const struct tally *tally, struct diverging span)
{
	struct scale_of_bar scale = scale_of(ui, box, span);
	int32_t hair = max_i32(1, ui->theme.line / 2);
	int32_t left = scale.axis - hair, right = scale.axis + hair;

	for (int32_t i = 0; i < LOWER; i++) {
		int32_t low = LOWER - 1 - i, high = LOWER + i;
		int32_t width;

		if (tally->count[low] > 0) {
			width = max_i32(least(ui), (int32_t)((int64_t)scale.unit_1000 * tally->count[low] / 1000));
			left -= width;
			part_of_bar(ui, (struct rect){left, box.y, width - hair, box.h}, low, tally->count[low]);
		}
		if (tally->count[high] > 0) {
			width = max_i32(least(ui), (int32_t)((int64_t)scale.unit_1000 * tally->count[high] / 1000));
			part_of_bar(ui, (struct rect){right + hair, box.y, width - hair, box.h}, high, tally->count[high]);
			right += width;
		}
	}
}

void ui_swatch(struct ui *ui, struct rect box, int32_t step, const char *word)
{
	const struct ui_theme *t = &ui->theme;
	int32_t side = min_i32(box.h, ui_line_height(ui, STYLE_QUIET));
	struct rect swatch = cut_middle_height(cut_left_gap(&box, side, t->snug), side);

	draw_box(&ui->frame.list, swatch, side / 4, t->colour.scale[step], max_i32(1, t->line * 3 / 4), t->colour.outline);
	ui_line(ui, box, STYLE_QUIET, INK_OF_STYLE, ALIGN_LEFT, word);
}
