/* Pictures: the bar of steps, the disc, the seats, the dots. */
#include <math.h>
#include <string.h>

#include "ui/inside.h"

#define SHORT_CLOCK_MS (2 * MS_MINUTE)
#define DISC_STEPS 240
#define DOT_MM_100 80
#define DOT_STEP_MM_100 350
#define DOTS_MOST 120
#define ARC_SAMPLES 360
#define TURN 6.283185307179586

void ui_steps(struct ui *ui, struct rect box, const int32_t *share, int32_t count)
{
	const struct ui_theme *t = &ui->theme;
	int32_t gap = min_i32(t->bar * 3 / 4, box.w / max_i32(1, 4 * count));

	for (int32_t i = 0; i < count; i++) {
		struct rect part = cut_column(box, count, i, gap);
		struct rect done = part;

		draw_box(&ui->frame.list, part, part.h / 2, t->colour.trough, 0, 0);
		done.w = (int32_t)((int64_t)part.w * clamp_i32(share[i], 0, SHARE_WHOLE) / SHARE_WHOLE);
		if (done.w > 0) {
			draw_box(&ui->frame.list, done, min_i32(part.h / 2, done.w / 2), t->colour.pine, 0, 0);
		}
	}
}

/* The disc moves in steps that an eye just sees: about one a second for short turns, 240 in all for long ones. */
static ms_t disc_step(ms_t budget)
{
	return budget < SHORT_CLOCK_MS ? MS_SECOND : max_ms(budget / DISC_STEPS, MS_SECOND);
}

void ui_clock(struct ui *ui, struct rect box, const struct view_clock *clock)
{
	const struct ui_theme *t = &ui->theme;
	struct rect face = cut_square(box);
	ms_t step = disc_step(clock->budget_ms), budget = max_ms(clock->budget_ms, 1);

	draw_disc(&ui->frame.list, face, t->colour.card, t->line, t->colour.line);
	if (clock->left_ms > 0) {
		ms_t shown = (clock->left_ms + step - 1) / step * step;

		draw_pie(&ui->frame.list, rect_inset(face, face.w / 27 + t->line), (int32_t)(min_ms(shown, budget) * SHARE_WHOLE / budget), t->colour.pine);
		if (clock->running) {
			ui_changes_in(ui, clock->left_ms - (shown - step));
		}
		return;
	}
	ms_t over = -clock->left_ms / step * step;

	draw_ring(&ui->frame.list, face, (int32_t)(min_ms(over, budget) * SHARE_WHOLE / budget), max_i32(2 * t->line, face.w / 40), t->colour.quiet);
	if (clock->running) {
		ui_changes_in(ui, over + step + clock->left_ms);
	}
}

void ui_clock_words(struct ui *ui, struct rect box, const struct view_clock *clock, enum lang lang)
{
	struct rect round = cut_square(box), all = round, disc = cut_middle_width(cut_top(&round, all.w * 3 / 4), all.w * 3 / 4);
	struct rect line = cut_top(&round, ui_line_height(ui, STYLE_QUIET));
	int32_t width = ui_text_width(ui, STYLE_QUIET, words_left_longest(lang)), r = all.w / 2;
	int32_t down = line.y + line.h - (all.y + r);
	char words[WORDS_BYTES];

	/* The chord of the circle at the foot of the words. */
	if (line.h < ui_line_height(ui, STYLE_QUIET) || down >= r || width > 2 * (int32_t)sqrt((double)r * r - (double)down * down)) {
		ui_clock(ui, box, clock);
		return;
	}
	ui_clock(ui, disc, clock);
	ui_line(ui, line, STYLE_QUIET, INK_QUIET, ALIGN_CENTRE, words_left(words, sizeof words, lang, clock->left_ms));
	if (clock->running) {
		ui_changes_in(ui, words_left_changes(clock->left_ms));
	}
}

/* An ellipse walked at an even pace, so that seats stand equally far apart whatever its shape. */
struct ellipse {
	double x, y, rx, ry;
	double walked[ARC_SAMPLES + 1];    /* px from the top to each sample; the last is the way round */
};

static struct ellipse ellipse_in(struct rect box, int32_t edge)
{
	struct ellipse e = {.x = box.x + box.w / 2.0, .y = box.y + box.h / 2.0, .rx = max_i32(1, (box.w - edge) / 2),
	                    .ry = max_i32(1, (box.h - edge) / 2)};
	double x = 0, y = e.ry;

	for (int32_t i = 1; i <= ARC_SAMPLES; i++) {
		double angle = TURN * (double)i / ARC_SAMPLES, to_x = e.rx * sin(angle), to_y = e.ry * cos(angle);

		e.walked[i] = e.walked[i - 1] + hypot(to_x - x, to_y - y);
		x = to_x;
		y = to_y;
	}
	return e;
}

static double way_round(const struct ellipse *e)
{
	return e->walked[ARC_SAMPLES];
}

/* The point after `share` of the way round, from the top clockwise, as the middle of a box with that side. */
static struct rect on_ellipse(const struct ellipse *e, double share, int32_t side)
{
	double wanted = way_round(e) * share;
	int32_t low = 0, high = ARC_SAMPLES;

	while (high - low > 1) {
		int32_t mid = (low + high) / 2;

		*(e->walked[mid] <= wanted ? &low : &high) = mid;
	}
	double part = (wanted - e->walked[low]) / (e->walked[high] - e->walked[low]);
	double angle = TURN * ((double)low + part) / ARC_SAMPLES;

	return (struct rect){(int32_t)lround(e->x + e->rx * sin(angle)) - side / 2, (int32_t)lround(e->y - e->ry * cos(angle)) - side / 2,
	                     side, side};
}

static void dotted(struct ui *ui, const struct ellipse *e)
{
	int32_t side = max_i32(3, max_i32(theme_px(&ui->theme, DOT_MM_100), ui->theme.line * 3 / 2));
	int32_t count = clamp_i32((int32_t)(way_round(e) / theme_px(&ui->theme, DOT_STEP_MM_100)), 8, DOTS_MOST);

	for (int32_t i = 0; i < count; i++) {
		draw_disc(&ui->frame.list, on_ellipse(e, (double)i / count, side), ui->theme.colour.line, 0, 0);
	}
}

/* A mark or a word in a seat, where it fits above its floor; a small seat shows its colour only. */
static void seat_word(struct ui *ui, struct rect seat, const char *word, colour_t colour)
{
	const struct type *type = &ui->theme.type[STYLE_BUTTON];
	const struct ruler *ruler = ui->config.ruler;
	int32_t room = seat.w * 4 / 5, size = max_i32(type->size, seat.w / 4);

	while (size > type->floor && text_width(ruler, type->face, size, word) > room) {
		size = text_step_down(size, type->floor);
	}
	int32_t width = text_width(ruler, type->face, size, word), height = ruler->line_height(ruler->self, type->face, size);

	if (width <= room && height <= seat.h) {
		struct rect box = cut_middle(seat, width, height);

		draw_text(&ui->frame.list, box, type->face, size, colour, word, strlen(word));
	}
}

static void seat(struct ui *ui, struct rect box, enum seat_status status, bool next, const char *speaks)
{
	const struct palette *c = &ui->theme.colour;
	struct draw_list *list = &ui->frame.list;
	int32_t line = min_i32(ui->theme.line, max_i32(1, box.w / 12));

	switch (status) {
	case SEAT_WAITS:
		draw_disc(list, box, c->card, next ? line * 2 : line, next ? c->pine : c->line);
		break;
	case SEAT_LISTENS:   /* has no turn: a seat that is only there */
		draw_disc(list, cut_middle(box, box.w / 2, box.h / 2), c->trough, 0, 0);
		break;
	case SEAT_SPEAKS:
		draw_disc(list, box, c->pine, 0, 0);
		seat_word(ui, box, speaks, c->on_pine);
		break;
	case SEAT_DONE: case SEAT_PASSED:   /* passing looks like having spoken: nobody is shown as silent */
		draw_disc(list, box, c->tint, line, c->pine);
		seat_word(ui, box, "✓", c->on_tint);
		break;
	}
}

struct rect ui_seats(struct ui *ui, struct rect box, const struct seats *seats)
{
	/* A table is not endlessly long. */
	box = cut_middle(box, box.h * 8 / 5, box.w * 8 / 5);
	int32_t shorter = min_i32(box.w, box.h), count = max_i32(1, seats->count);
	int32_t small = shorter * 2 / 11, big;
	struct ellipse e = ellipse_in(box, small * 4 / 3);

	/* As large as leaves a third of the way between seats free. */
	small = min_i32(small, (int32_t)(way_round(&e) / count * 2 / 3));
	big = small * 4 / 3;
	e = ellipse_in(box, big);
	dotted(ui, &e);
	for (int32_t i = 0; i < seats->count; i++) {
		int32_t side = seats->status[i] == SEAT_SPEAKS ? big : small;

		seat(ui, on_ellipse(&e, (double)i / count, side), seats->status[i], seats->next == i + 1, seats->speaks);
	}
	int32_t free = max_i32(0, (int32_t)(2 * (e.rx < e.ry ? e.rx : e.ry)) - big - max_i32(big / 4, shorter / 14));

	return cut_middle(box, free, free);
}

void ui_dots(struct ui *ui, struct rect box, int32_t done, int32_t all)
{
	const struct palette *c = &ui->theme.colour;
	int32_t step = min_i32(ui->theme.dot * 8 / 5, box.w / max_i32(1, all));
	int32_t side = max_i32(2, step * 5 / 8);
	struct rect line = cut_middle(box, step * all, side);
	int32_t ring = max_i32(1, min_i32(ui->theme.line * 3 / 2, side / 5));

	for (int32_t i = 0; i < all; i++) {
		struct rect dot = cut_middle_width(cut_left(&line, step), side);

		if (i < done) {
			draw_disc(&ui->frame.list, dot, c->pine, 0, 0);
		} else {
			draw_disc(&ui->frame.list, dot, 0, ring, c->line);
		}
	}
}
