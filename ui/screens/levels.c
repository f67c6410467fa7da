/* Whom the statements are for: the school, or its owner; and who does well to take part there. */
#include "ui/screens/flow.h"
#include "ui/screens/screens.h"
#include "ui/screens/step.h"

/* Side by side where no word has to be broken, else under one another. */
static int32_t columns_of(struct ui *ui, const struct view_levels *levels, int32_t width)
{
	int32_t columns = min_i32(levels->count, 2);
	int32_t room = ui_choice_room(ui, (width - (columns - 1) * ui_theme(ui)->gap) / max_i32(columns, 1));

	for (int32_t i = 0; i < levels->count; i++) {
		if (step_word_width(ui, STYLE_STRONG, levels->levels[i].name) > room) {
			return 1;
		}
	}
	return columns;
}

static int32_t choice_height(struct ui *ui, const struct view_levels *levels, int32_t width)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t room = ui_choice_room(ui, width), height = t->compact ? t->control_small : t->control;

	for (int32_t i = 0; i < levels->count; i++) {
		height = max_i32(height, ui_text_height_floor(ui, STYLE_STRONG, room, levels->levels[i].name) + 2 * t->snug);
	}
	return height;
}

static void draw_choices(struct ui *ui, const struct view_levels *levels, struct rect box, int32_t columns, int32_t rows)
{
	const char *names[AUDIENCES_MAX];
	struct rect cell = cut_cell(box, columns, rows, 0, ui_theme(ui)->gap);

	for (int32_t i = 0; i < levels->count; i++) {
		names[i] = levels->levels[i].name;
	}
	ui_one_size(ui, STYLE_STRONG, ui_choice_room(ui, cell.w), cell.h, names, levels->count);
	for (int32_t i = 0; i < levels->count; i++) {
		ui_choice(ui, cut_cell(box, columns, rows, i, ui_theme(ui)->gap), names[i], NULL, levels->levels[i].chosen,
		          command_of(CMD_SET, SET_AUDIENCE, i));
	}
	ui_one_size_end(ui);
}

/* "deputy principal, teachers, ...". */
static const char *participants_of(struct ui *ui, const struct view_level *level)
{
	const char *list = NULL;

	for (int32_t i = 0; i < level->participant_count; i++) {
		list = i == 0 ? level->participants[0] : ui_say(ui, "%s, %s", list, level->participants[i]);
	}
	return list;
}

static void draw_who(struct ui *ui, const struct view *view, struct rect box, const struct view_level *level)
{
	const struct ui_theme *t = ui_theme(ui);
	const char *who = participants_of(ui, level);
	int32_t height = 2 * t->pad;
	struct part parts[] = {
		{.style = STYLE_BODY, .text = level->about},
		{.style = STYLE_STRONG, .text = who != NULL ? _("Good to have with you, for example") : NULL, .before = t->space},
		{.style = STYLE_BODY, .text = who, .before = t->snug / 2}
	};

	/* The card is as high as its words. */
	for (int32_t i = 0; i < (int32_t)ARRAY_LEN(parts); i++) {
		height += parts[i].text == NULL ? 0 : parts[i].before + ui_text_height(ui, parts[i].style, box.w - 2 * t->pad, parts[i].text);
	}
	box.h = t->compact ? box.h : min_i32(box.h, height);
	ui_read(ui, view, t->compact ? box : ui_card(ui, box, NULL), parts, (int32_t)ARRAY_LEN(parts), (struct stack){.align = ALIGN_LEFT});
}

void screen_levels(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_levels *levels = &view->levels;
	struct command back = command_of(CMD_GO, view->about, view->about == SCREEN_SETUP ? -1 : 0);
	struct foot foot = {.back = {.label = _("Back"), .command = back}};
	struct rect page = flow_page(ui, view, chrome_top(ui, view, &(struct top){.title = _("Which level is it about?")}), &foot);
	int32_t columns = columns_of(ui, levels, page.w), rows = (levels->count + columns - 1) / max_i32(columns, 1);

	if (levels->count == 0) {
		return;
	}
	int32_t height = choice_height(ui, levels, cut_column(page, columns, 0, t->gap).w);

	draw_choices(ui, levels, cut_top_gap(&page, rows * (height + t->gap) - t->gap, t->space), columns, rows);
	for (int32_t i = 0; i < levels->count; i++) {
		if (levels->levels[i].chosen && (levels->levels[i].about[0] != '\0' || levels->levels[i].participant_count > 0)) {
			draw_who(ui, view, page, &levels->levels[i]);
		}
	}
}
