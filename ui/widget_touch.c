/* Things to touch. What is drawn and what can be touched come from the same box. */
#include "ui/inside.h"

#define DASH_MM_100 215
#define DASH_GAP_MM_100 135
#define MINUS "−"

/* The look of a surface at rest or under a finger. */
struct skin {
	colour_t fill, line, ink;
};

static struct skin skin_of(const struct ui *ui, enum button kind, bool pressed)
{
	const struct palette *c = &ui->theme.colour;

	switch (kind) {
	case BUTTON_PRIMARY: return (struct skin){pressed ? c->pine_pressed : c->pine, 0, c->on_pine};
	case BUTTON_SECONDARY: return (struct skin){pressed ? c->pressed : c->card, c->line, c->ink};
	case BUTTON_QUIET: return (struct skin){pressed ? c->trough : 0, 0, pressed ? c->ink : c->quiet};
	case BUTTON_ON_PINE:
		return ui->theme.dark ? (struct skin){pressed ? c->pine_pressed : c->pine, 0, c->on_pine}
		                      : (struct skin){pressed ? c->tint : c->card, 0, c->on_tint};
	case BUTTON_ADD: return (struct skin){pressed ? c->pressed : c->card, c->line, c->on_tint};
	}
	return (struct skin){c->card, c->line, c->ink};
}

void ui_focus_ring(struct ui *ui, struct rect box, int32_t radius, struct feel feel)
{
	const struct ui_theme *t = &ui->theme;
	int32_t out = t->focus + t->line;
	struct rect ring = {box.x - out, box.y - out, box.w + 2 * out, box.h + 2 * out};

	if (feel.focused) {
		draw_box(&ui->frame.list, ring, radius + out, 0, t->focus, t->colour.ink);
	}
}

/* A dashed line along the straight parts of the edge. */
static void dashes(struct ui *ui, struct rect box, colour_t colour)
{
	const struct ui_theme *t = &ui->theme;
	int32_t dash = theme_px(t, DASH_MM_100), step = dash + theme_px(t, DASH_GAP_MM_100);

	for (int32_t x = box.x + t->radius; x + dash <= box.x + box.w - t->radius; x += step) {
		draw_box(&ui->frame.list, (struct rect){x, box.y, dash, t->line}, 0, colour, 0, 0);
		draw_box(&ui->frame.list, (struct rect){x, box.y + box.h - t->line, dash, t->line}, 0, colour, 0, 0);
	}
	for (int32_t y = box.y + t->radius; y + dash <= box.y + box.h - t->radius; y += step) {
		draw_box(&ui->frame.list, (struct rect){box.x, y, t->line, dash}, 0, colour, 0, 0);
		draw_box(&ui->frame.list, (struct rect){box.x + box.w - t->line, y, t->line, dash}, 0, colour, 0, 0);
	}
}

static int32_t radius_in(const struct ui *ui, struct rect box)
{
	return min_i32(ui->theme.radius, min_i32(box.w, box.h) / 2);
}

static void surface(struct ui *ui, struct rect box, enum button kind, struct skin skin)
{
	bool dashed = kind == BUTTON_ADD;

	if (skin.fill != 0 || skin.line != 0) {
		draw_box(&ui->frame.list, box, radius_in(ui, box), skin.fill, skin.line == 0 || dashed ? 0 : ui->theme.line, skin.line);
	}
	if (dashed) {
		dashes(ui, box, ui->theme.colour.quiet);
	}
}

/* Where the words of a button stand: a little in from its edges. */
static struct rect words_in(const struct ui *ui, struct rect box)
{
	const struct ui_theme *t = &ui->theme;

	return cut_inset(box, t->compact ? t->snug : min_i32(t->pad, t->snug * 2), t->line);
}

/* A button of words only has no edge to keep away from. */
static struct rect words_of(const struct ui *ui, struct rect box, enum button kind)
{
	return kind == BUTTON_QUIET ? cut_inset(box, ui->theme.line, ui->theme.line) : words_in(ui, box);
}

void ui_button(struct ui *ui, struct rect box, enum button kind, const char *label, struct command command)
{
	struct feel feel = ui_target(ui, ROLE_BUTTON, box, label, false, command);
	struct skin skin = skin_of(ui, kind, feel.pressed);

	surface(ui, box, kind, skin);
	ui_label(ui, words_of(ui, box, kind), kind == BUTTON_ON_PINE ? STYLE_TITLE : STYLE_BUTTON, skin.ink, ALIGN_CENTRE, label);
	ui_focus_ring(ui, box, radius_in(ui, box), feel);
}

void ui_button_small(struct ui *ui, struct rect box, enum button kind, const char *label, struct command command)
{
	struct feel feel = ui_target(ui, ROLE_BUTTON, box, label, false, command);
	struct skin skin = skin_of(ui, kind, feel.pressed);

	surface(ui, box, kind, skin);
	ui_label(ui, words_of(ui, box, kind), STYLE_STRONG, skin.ink, ALIGN_CENTRE, label);
	ui_focus_ring(ui, box, radius_in(ui, box), feel);
}

/* The part of a button that a hold has filled, from the left, and a ring that closes beside the words where there is room. */
static void held(struct ui *ui, struct rect box, struct skin skin, colour_t filled, int32_t share)
{
	int32_t width = (int32_t)((int64_t)box.w * share / 65536);

	if (share > 0 && skin.fill != 0) {
		struct rect part = {box.x, box.y, max_i32(width, min_i32(box.w, 2 * ui->theme.radius)), box.h};

		draw_box(&ui->frame.list, part, radius_in(ui, box), filled, 0, 0);
	}
}

static int32_t hold_ring(const struct ui *ui)
{
	return ui_line_height(ui, STYLE_BUTTON) * 2 / 3;
}

void ui_hold(struct ui *ui, struct rect box, enum button kind, const char *label, struct command command)
{
	const struct palette *c = &ui->theme.colour;
	struct feel feel = ui_target(ui, ROLE_HOLD, box, label, false, command);
	/* A quiet one has no surface of its own that could fill: it gets one under the finger. */
	struct skin skin = skin_of(ui, kind, kind == BUTTON_QUIET && feel.pressed);
	struct rect words = words_in(ui, box);
	int32_t ring = hold_ring(ui);
	int32_t free = words.w - ui_text_width(ui, STYLE_BUTTON, label);

	surface(ui, box, kind, skin);
	held(ui, box, skin, kind == BUTTON_PRIMARY ? c->pine_pressed : c->tint, feel.held);
	if (free >= ring + ui->theme.snug) {
		struct rect line = cut_middle_width(words, words.w - free + ring + ui->theme.snug);
		struct rect mark = cut_middle_height(cut_left_gap(&line, ring, ui->theme.snug), ring);

		draw_disc(&ui->frame.list, mark, 0, ui->theme.line, skin.ink);
		draw_ring(&ui->frame.list, mark, feel.held, ui->theme.line * 2, skin.ink);
		words = line;
	}
	ui_label(ui, words, STYLE_BUTTON, skin.ink, ALIGN_CENTRE, label);
	ui_focus_ring(ui, box, radius_in(ui, box), feel);
}

int32_t ui_button_width(const struct ui *ui, const char *label)
{
	return max_i32(ui_text_width(ui, STYLE_BUTTON, label) + 2 * ui->theme.pad, ui->theme.control);
}

int32_t ui_hold_width(const struct ui *ui, const char *label)
{
	return ui_button_width(ui, label) + hold_ring(ui) + ui->theme.snug;
}

/* A narrow choice keeps its words closer to its edges, so that they need not be small. */
static int32_t choice_inset(const struct ui *ui, int32_t width)
{
	return min_i32(2 * ui->theme.snug, width / 16);
}

int32_t ui_choice_room(const struct ui *ui, int32_t width)
{
	return width - 2 * choice_inset(ui, width);
}

/* So much in from the edges above and under, if both parts fit there at their floor. */
static struct rect words_within(struct ui *ui, struct rect box, int32_t inset, const struct part parts[2])
{
	struct rect within = cut_inset(box, 0, inset);
	int32_t height = 0;

	for (int32_t i = 0; i < 2; i++) {
		height += parts[i].text == NULL ? 0 : parts[i].before + ui_text_height_floor(ui, parts[i].style, box.w, parts[i].text);
	}
	return height <= within.h ? within : box;
}

void ui_choice(struct ui *ui, struct rect box, const char *label, const char *detail, bool on, struct command command)
{
	const struct ui_theme *t = &ui->theme;
	bool dead = command.kind == CMD_NONE;
	struct feel feel = {.pressed = false};

	if (!dead) {
		feel = ui_target(ui, ROLE_CHOICE, box, label, on, command);
	}
	struct part parts[] = {
		{.style = STYLE_STRONG, .text = label, .ink = dead ? INK_QUIET : INK_FULL},
		{.style = STYLE_QUIET, .text = detail, .ink = on || feel.pressed ? INK_FULL : INK_QUIET}
	};
	colour_t fill = dead ? 0 : feel.pressed ? t->colour.pressed : on ? t->colour.tint : t->colour.card;

	draw_box(&ui->frame.list, box, radius_in(ui, box), fill, t->line, on ? t->colour.pine : t->colour.line);
	struct rect words = cut_inset(box, choice_inset(ui, box.w), t->line);

	ui_stack(ui, detail == NULL ? words : words_within(ui, words, t->snug / 2, parts), parts, 2,
	         (struct stack){.align = ALIGN_CENTRE, .middle = true, .balanced = true});
	ui_focus_ring(ui, box, radius_in(ui, box), feel);
}

void ui_card_button(struct ui *ui, struct rect box, const char *title, const char *detail, const char *behind, struct command command)
{
	const struct ui_theme *t = &ui->theme;
	struct feel feel = ui_target(ui, ROLE_BUTTON, box, title, false, command);
	struct rect inner = cut_inset(box, t->compact ? 2 * t->snug : t->pad, t->line);
	struct part parts[] = {
		{.style = STYLE_TITLE, .text = title},
		{.style = STYLE_QUIET, .text = detail, .ink = feel.pressed ? INK_FULL : INK_QUIET, .spare = true, .before = t->snug / 2}
	};

	draw_box(&ui->frame.list, box, t->radius_card, feel.pressed ? t->colour.pressed : t->colour.card, t->line, t->colour.line);
	if (behind != NULL && ui_text_width(ui, STYLE_STRONG, behind) < inner.w / 2) {
		struct rect right = cut_right_gap(&inner, ui_text_width(ui, STYLE_STRONG, behind), t->snug);

		ui_line(ui, right, STYLE_STRONG, INK_PINE, ALIGN_RIGHT, behind);
	}
	ui_stack(ui, words_within(ui, inner, t->snug, parts), parts, 2, (struct stack){.align = ALIGN_LEFT, .middle = true});
	ui_focus_ring(ui, box, t->radius_card, feel);
}

void ui_ballot_key(struct ui *ui, struct rect box, const char *label, struct command command)
{
	const struct ui_theme *t = &ui->theme;
	struct feel feel = ui_target_secret(ui, box, label, command);

	draw_box(&ui->frame.list, box, t->radius_card, feel.pressed ? t->colour.pressed : t->colour.card, t->line, t->colour.line);
	ui_label(ui, words_in(ui, box), STYLE_BUTTON, t->colour.ink, ALIGN_CENTRE, label);
	ui_focus_ring(ui, box, t->radius_card, feel);
}

void ui_key(struct ui *ui, struct rect box, const char *face, const char *name, bool strong, struct command command)
{
	struct feel feel = ui_target(ui, ROLE_KEY, box, name, false, command);
	struct skin skin = skin_of(ui, strong ? BUTTON_PRIMARY : BUTTON_SECONDARY, feel.pressed);
	enum style style = strong ? STYLE_BUTTON : STYLE_BODY;
	struct rect inner = cut_inset(box, ui->theme.snug / 2, ui->theme.line);

	surface(ui, box, strong ? BUTTON_PRIMARY : BUTTON_SECONDARY, skin);
	ui_label(ui, ui_text_fits(ui, style, inner, face) ? inner : rect_inset(box, ui->theme.line), style, skin.ink, ALIGN_CENTRE, face);
	ui_focus_ring(ui, box, radius_in(ui, box), feel);
}

void ui_area(struct ui *ui, struct rect box, const char *label, struct command command)
{
	struct feel feel = ui_target(ui, ROLE_AREA, box, label, false, command);

	if (feel.pressed) {
		draw_box(&ui->frame.list, box, 0, ui->theme.colour.pressed, 0, 0);
	}
}

/* − or +; drawn faint and without a target where it can go no further. */
static void stepper_side(struct ui *ui, struct rect box, const char *sign, struct command command)
{
	const struct ui_theme *t = &ui->theme;

	if (command.kind != CMD_NONE) {
		struct feel feel = ui_target(ui, ROLE_BUTTON, box, sign, false, command);

		draw_box(&ui->frame.list, box, radius_in(ui, box), feel.pressed ? t->colour.pressed : t->colour.card, t->line, t->colour.line);
		ui_line(ui, box, ui_line_height(ui, STYLE_TITLE) <= box.h ? STYLE_TITLE : STYLE_BUTTON, INK_FULL, ALIGN_CENTRE, sign);
		ui_focus_ring(ui, box, radius_in(ui, box), feel);
	} else {
		/* The sign is a picture here, since a word so faint would be one that cannot be read. */
		struct rect bar = cut_middle(box, t->type[STYLE_TITLE].size / 2, t->line);

		draw_box(&ui->frame.list, box, radius_in(ui, box), 0, t->line, t->colour.line);
		draw_box(&ui->frame.list, bar, 0, t->colour.line, 0, 0);
		if (sign[0] == '+') {
			draw_box(&ui->frame.list, cut_middle(box, bar.h, bar.w), 0, t->colour.line, 0, 0);
		}
	}
}

void ui_stepper(struct ui *ui, struct rect box, const struct stepper *stepper)
{
	const struct ui_theme *t = &ui->theme;

	bool inside = stepper->heading != NULL && box.h < t->control_small + ui_line_height(ui, STYLE_LABEL) + t->snug;

	if (inside) {
		ui_group(ui, stepper->heading);
	} else if (stepper->heading != NULL) {
		ui_labelled(ui, &box, stepper->heading);
	}
	struct rect row = cut_top(&box, inside ? box.h : max_i32(t->control_small, min_i32(box.h, t->control * 9 / 8)));
	int32_t side = inside ? t->target_min : max_i32(t->target_min, min_i32(row.h, row.w / 3));
	struct rect less = cut_left_gap(&row, side, t->snug);
	struct rect more = cut_right_gap(&row, side, t->snug);

	stepper_side(ui, less, MINUS, stepper->less);
	if (inside) {
		struct part parts[] = {{.style = STYLE_LABEL, .text = stepper->heading}, {.style = STYLE_FIGURE, .text = stepper->value}};

		ui_stack(ui, row, parts, 2, (struct stack){.align = ALIGN_CENTRE, .middle = true});
	} else {
		ui_line(ui, row, STYLE_FIGURE, INK_FULL, ALIGN_CENTRE, stepper->value);
	}
	stepper_side(ui, more, "+", stepper->more);
}

int32_t ui_stepper_height(const struct ui *ui, const char *heading)
{
	int32_t label = heading == NULL ? 0 : ui_line_height(ui, STYLE_LABEL) + ui->theme.snug;

	return label + ui->theme.control * 9 / 8;
}
