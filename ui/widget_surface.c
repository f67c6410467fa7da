/* Surfaces: cards, small headings, asides, tags. */
#include "ui/inside.h"

struct rect ui_card(struct ui *ui, struct rect box, const char *heading)
{
	const struct ui_theme *t = &ui->theme;
	struct rect inner = rect_inset(box, t->pad);

	draw_box(&ui->frame.list, box, t->radius_card, t->colour.card, t->line, t->colour.line);
	if (heading != NULL) {
		ui_labelled(ui, &inner, heading);
	}
	return inner;
}

struct rect ui_card_pine(struct ui *ui, struct rect box)
{
	const struct ui_theme *t = &ui->theme;

	draw_box(&ui->frame.list, box, t->radius_card, t->colour.deep, 0, 0);
	return rect_inset(box, t->pad * 5 / 4);
}

void ui_labelled(struct ui *ui, struct rect *from, const char *heading)
{
	struct rect label = cut_top(from, min_i32(from->h / 2, ui_text_height(ui, STYLE_LABEL, from->w, heading)));

	/* Capitals are wider than the letters that were measured. */
	if (ui_text_width(ui, STYLE_LABEL, heading) <= label.w) {
		ui_line(ui, label, STYLE_LABEL, INK_OF_STYLE, ALIGN_LEFT, heading);
	} else {
		ui_text(ui, label, STYLE_LABEL, heading);
	}
	cut_top(from, ui->theme.snug);
	ui_group(ui, heading);
}

void ui_divider(struct ui *ui, struct rect box)
{
	draw_box(&ui->frame.list, cut_middle_height(box, ui->theme.line), 0, ui->theme.colour.line, 0, 0);
}

void ui_aside(struct ui *ui, struct rect *from, const char *title, const char *text)
{
	const struct ui_theme *t = &ui->theme;
	struct rect box = *from, mark;
	struct part parts[] = {
		{.style = STYLE_STRONG, .text = title},
		{.style = STYLE_QUIET, .text = text, .before = t->snug / 3}
	};
	int32_t height;

	mark = cut_left_gap(&box, t->mark, t->mark * 2);
	height = ui_stack(ui, box, parts, 2, (struct stack){.align = ALIGN_LEFT}).height;
	mark.h = height;
	draw_box(&ui->frame.list, mark, t->mark / 2, t->colour.amber, 0, 0);
	cut_top(from, height);
}

void ui_aside_page(struct ui *ui, struct rect box, const struct part *parts, int32_t count, int32_t page)
{
	const struct ui_theme *t = &ui->theme;
	struct rect mark = cut_left_gap(&box, t->mark, t->mark * 2);

	mark.h = ui_stack(ui, box, parts, count, (struct stack){.align = ALIGN_LEFT, .paged = true, .page = page}).height;
	draw_box(&ui->frame.list, mark, t->mark / 2, t->colour.amber, 0, 0);
}

void ui_tag(struct ui *ui, struct rect box, const char *word)
{
	const struct ui_theme *t = &ui->theme;

	draw_box(&ui->frame.list, box, min_i32(box.w, box.h) / 2, t->colour.tint, 0, 0);
	ui_label(ui, cut_inset(box, t->snug * 2, t->line), STYLE_STRONG, t->colour.on_tint, ALIGN_CENTRE, word);
}

void ui_badge(struct ui *ui, struct rect box, const char *word)
{
	struct rect disc = cut_square(box);

	draw_disc(&ui->frame.list, disc, ui->theme.colour.pine, 0, 0);
	ui_line(ui, rect_inset(disc, ui->theme.line * 2), STYLE_STRONG, INK_ON_PINE, ALIGN_CENTRE, word);
}

/* The lines of a field that are in sight: those round the cursor, if not all of them fit. */
struct window {
	int32_t first, shown, cursor_line;
};

static struct window window_of(const struct ui *ui, const char *text, int32_t cursor, int32_t size, struct rect inner, int32_t pitch)
{
	struct window window = {.first = 0};
	int32_t room = max_i32(1, inner.h / pitch), count = 0;
	struct text_line line;
	size_t at = 0;

	while (text_next_line(ui->config.ruler, ui->theme.type[STYLE_BODY].face, size, inner.w, text, &at, &line)) {
		window.cursor_line = cursor >= 0 && line.first <= (size_t)cursor ? count : window.cursor_line;
		count++;
	}
	window.first = clamp_i32(window.cursor_line - room + 1, 0, max_i32(0, count - room));
	window.shown = clamp_i32(count - window.first, 1, room);
	return window;
}

void ui_field(struct ui *ui, struct rect box, const char *text, int32_t cursor)
{
	const struct ui_theme *t = &ui->theme;
	const struct ruler *ruler = ui->config.ruler;
	const struct type *type = &t->type[STYLE_BODY];
	struct rect inner = cut_inset(box, t->pad, t->line * 2);
	struct text_fit fit = text_fit(ruler, type->face, type->size, type->floor, inner.w, inner.h, text);
	int32_t pitch = ruler->line_height(ruler->self, type->face, fit.size);
	struct window window = window_of(ui, text, cursor, fit.size, inner, pitch);
	int32_t y = inner.y + (inner.h - window.shown * pitch) / 2, cursor_x = inner.x, cursor_y = y;
	struct text_line line;
	size_t at = 0;

	draw_box(&ui->frame.list, box, t->radius_card, t->colour.card, t->line, cursor >= 0 ? t->colour.pine : t->colour.line);
	for (int32_t i = 0; text_next_line(ruler, type->face, fit.size, inner.w, text, &at, &line) && i < window.first + window.shown; i++) {
		int32_t line_y = y + (i - window.first) * pitch;

		if (i >= window.first) {
			draw_text(&ui->frame.list, (struct rect){inner.x, line_y, line.width, pitch}, type->face, fit.size, t->colour.ink,
			          text + line.first, line.len);
		}
		if (i == window.cursor_line && cursor >= 0 && (size_t)cursor >= line.first) {
			/* Past the end where the cursor stands after blanks. */
			cursor_x = inner.x + ruler->width(ruler->self, type->face, fit.size, text + line.first, (size_t)cursor - line.first);
			cursor_y = line_y;
		}
	}
	if (cursor >= 0) {
		int32_t x = min_i32(cursor_x, inner.x + inner.w);

		draw_box(&ui->frame.list, (struct rect){x, cursor_y + pitch / 8, t->line, pitch * 3 / 4}, 0, t->colour.pine, 0, 0);
	}
}

void ui_bed(struct ui *ui, struct rect box)
{
	draw_box(&ui->frame.list, box, 0, ui->theme.colour.bed, 0, 0);
}
