/* How the group answers: in secret, with what there is; or openly, where it is too small for secrets. */
#include "ui/screens/setup.h"

enum { WAYS = 2 + 1 };

struct way {
	const char *name, *detail;
	bool here;
};

/* on_a_line: what stands under a name has one line, not two. */
static void ways_of(struct ui *ui, const struct view_setup *setup, bool on_a_line, struct way ways[WAYS])
{
	const char *away = _("not connected"), *join = on_a_line ? " · " : "\n";
	const char *pad = ui_say(ui, _("%d min"), setup->pad_min), *phone = ui_say(ui, _("%d min"), setup->phone_min);
	const struct way all[WAYS] = {
		{C_("way to answer", "The screen"), ui_say(ui, _("%d min"), setup->screen_min), true},
		{C_("way to answer", "The pad"), ui_say(ui, "%s%s%s", pad, join, away), false},
		{C_("way to answer", "The phone"), ui_say(ui, "%s%s%s", phone, join, away), false}
	};

	for (int32_t i = 0; i < WAYS; i++) {
		ways[i] = all[i];
	}
}

int32_t setup_text_height(const struct ui *ui, enum style style, int32_t width, const char *text, bool at_floor)
{
	return at_floor ? ui_text_height_floor(ui, style, width, text) : ui_text_height(ui, style, width, text);
}

/* Side by side where every word has room and nothing takes two lines, else under one another. */
static int32_t way_columns(struct ui *ui, const struct way ways[WAYS], int32_t width)
{
	const struct type *name = &ui_theme(ui)->type[STYLE_STRONG];
	int32_t each = ui_choice_room(ui, (width - (WAYS - 1) * ui_theme(ui)->gap) / WAYS);
	const char *away = _("not connected");
	int32_t line = ui_text_height_floor(ui, STYLE_QUIET, ui_canvas(ui).w, "0");

	for (int32_t i = 0; i < WAYS; i++) {
		if ((int64_t)ui_text_width(ui, STYLE_STRONG, ways[i].name) * name->floor / name->size > each) {
			return 1;
		}
	}
	return ui_text_height_floor(ui, STYLE_QUIET, each, away) > line ? 1 : WAYS;
}

static int32_t way_width(const struct ui *ui, int32_t width, int32_t columns)
{
	return ui_choice_room(ui, (width - (columns - 1) * ui_theme(ui)->gap) / columns);
}

/* One size for all of them, at which no word is broken. Two sizes to end. */
static void size_ways(struct ui *ui, const struct way ways[WAYS], int32_t each)
{
	const char *const names[WAYS] = {ways[0].name, ways[1].name, ways[2].name};
	const char *const away = _("not connected");

	ui_one_size(ui, STYLE_STRONG, each, ui_line_height(ui, STYLE_STRONG), names, WAYS);
	ui_one_size(ui, STYLE_QUIET, each, ui_line_height(ui, STYLE_QUIET), &away, 1);
}

/* What the tallest of them needs in that width. */
static int32_t way_height(struct ui *ui, const struct way ways[WAYS], int32_t each, bool at_floor)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t tallest = at_floor ? t->target_min : t->control;

	size_ways(ui, ways, each);
	for (int32_t i = 0; i < WAYS; i++) {
		int32_t words = setup_text_height(ui, STYLE_STRONG, each, ways[i].name, at_floor) +
		                setup_text_height(ui, STYLE_QUIET, each, ways[i].detail, at_floor);

		tallest = max_i32(tallest, words + (at_floor ? 1 : 2 + 2) * t->snug);
	}
	ui_one_size_end(ui);
	ui_one_size_end(ui);
	return tallest;
}

static int32_t row_gap(const struct ui *ui)
{
	return ui_theme(ui)->large ? ui_theme(ui)->line : ui_theme(ui)->snug / 2;
}

/* Under one another: the one that there is as a choice, the others in words. */
static int32_t way_row(struct ui *ui, int32_t width, const struct way *way, bool at_floor)
{
	const struct ui_theme *t = ui_theme(ui);
	const char *words = ui_say(ui, "%s: %s", way->name, way->detail);
	int32_t choice = setup_text_height(ui, STYLE_STRONG, width, way->name, at_floor) +
	                 setup_text_height(ui, STYLE_QUIET, width, way->detail, at_floor) + t->snug;

	return way->here ? max_i32(t->target_min, choice) : setup_text_height(ui, STYLE_QUIET, width, words, at_floor);
}

static void draw_way_rows(struct ui *ui, const struct way ways[WAYS], struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);

	int32_t over = box.h;

	for (int32_t i = 0; i < WAYS; i++) {
		over -= way_row(ui, box.w, &ways[i], true) + row_gap(ui);
	}
	for (int32_t i = 0; i < WAYS; i++) {
		/* What is over makes the one larger that there is. */
		int32_t more = ways[i].here ? clamp_i32(over, 0, t->control / 2) : 0;
		struct rect place = cut_top_gap(&box, way_row(ui, box.w, &ways[i], true) + more, row_gap(ui));

		if (ways[i].here) {
			ui_choice(ui, place, ways[i].name, ways[i].detail, true, command_of(CMD_PAGE, 0, 0));
		} else {
			ui_text(ui, place, STYLE_QUIET, ui_say(ui, "%s: %s", ways[i].name, ways[i].detail));
		}
	}
	ui_group(ui, NULL);
}

static int32_t ways_height(struct ui *ui, const struct view_setup *setup, int32_t width, bool at_floor)
{
	const struct ui_theme *t = ui_theme(ui);
	struct way ways[WAYS];

	ways_of(ui, setup, false, ways);
	int32_t columns = way_columns(ui, ways, width);
	int32_t height = ui_text_height(ui, STYLE_LABEL, width, _("This is how you answer")) + t->snug;

	if (columns > 1) {
		return height + way_height(ui, ways, way_width(ui, width, columns), at_floor);
	}
	ways_of(ui, setup, true, ways);
	for (int32_t i = 0; i < WAYS; i++) {
		height += way_row(ui, width, &ways[i], at_floor) + row_gap(ui);
	}
	return height;
}

static void draw_ways(struct ui *ui, const struct view_setup *setup, struct rect box)
{
	struct way ways[WAYS];

	ways_of(ui, setup, false, ways);
	int32_t columns = way_columns(ui, ways, box.w);

	ui_labelled(ui, &box, _("This is how you answer"));
	if (columns == 1) {
		ways_of(ui, setup, true, ways);
		draw_way_rows(ui, ways, box);
		return;
	}
	size_ways(ui, ways, way_width(ui, box.w, columns));
	for (int32_t i = 0; i < WAYS; i++) {
		/* The screen is the way that there is: choosing it again changes nothing. */
		ui_choice(ui, cut_column(box, columns, i, ui_theme(ui)->gap), ways[i].name, ways[i].detail, ways[i].here,
		          command_of(ways[i].here ? CMD_PAGE : CMD_NONE, 0, 0));
	}
	ui_one_size_end(ui);
	ui_one_size_end(ui);
	ui_group(ui, NULL);
}

static const char *open_title(struct ui *ui, const struct view *view)
{
	char number[WORDS_BYTES];

	return ui_say(ui, _("You are fewer than %s"), words_number(number, sizeof number, view->lang, view->setup.limit));
}

static const char *open_text(void)
{
	return _("Then secret answers would not stay secret. You take the open way: think alone, talk, and agree on one shared answer.");
}

/* How the group answers: in secret, with what there is; or openly, where it is too small for that. 0 where it answers nothing. */
int32_t setup_how_height(struct ui *ui, const struct view *view, int32_t width, bool at_floor)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t text = width - WAYS * t->mark;

	if (!view->setup.rates) {
		return 0;
	}
	if (!view->setup.too_few) {
		return ways_height(ui, &view->setup, width, at_floor);
	}
	return setup_text_height(ui, STYLE_STRONG, text, open_title(ui, view), at_floor) + t->snug +
	       setup_text_height(ui, STYLE_QUIET, text, open_text(), at_floor);
}

void setup_how(struct ui *ui, const struct view *view, struct rect box)
{
	if (!view->setup.rates) {
		return;
	}
	if (view->setup.too_few) {
		ui_aside(ui, &box, open_title(ui, view), open_text());
	} else {
		draw_ways(ui, &view->setup, box);
	}
}
