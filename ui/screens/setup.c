/* Set-up: how many, how long, about what; and the agenda that fits itself to that. */
#include "ui/screens/setup.h"

#include "ui/screens/flow.h"
#include "ui/screens/screens.h"

enum { LEFT_SHARE = 2 + 1, RIGHT_SHARE = 2 + 2 + 1 };

/* ---- who and how long ---- */

static struct command step_or_none(bool bound, enum command_kind kind, int32_t n)
{
	return command_of(bound ? CMD_NONE : kind, n, 0);
}

/* Two steppers stand side by side where the minutes have room between the signs; with large words their headings may take two lines. */
static bool side_by_side(const struct ui *ui, int32_t width)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t each = (width - t->space) / 2;
	struct rect heading = {0, 0, each, ui_line_height(ui, STYLE_LABEL)};
	bool low = t->compact && t->large && !t->portrait;

	return each >= 2 * (t->control + t->snug) + ui_text_width(ui, STYLE_BODY, _("60 min")) &&
	       (low || ui_text_fits(ui, STYLE_LABEL, heading, _("How much time do you have?")));
}

/* With its heading over it; at_floor: as low as it goes. */
static int32_t stepper_height(const struct ui *ui, int32_t width, const char *heading, bool at_floor)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t row = at_floor ? t->control_small : ui_stepper_height(ui, NULL);

	return ui_text_height(ui, STYLE_LABEL, width, heading) + t->snug + row;
}

static int32_t steppers_height(struct ui *ui, int32_t width, bool at_floor)
{
	const struct ui_theme *t = ui_theme(ui);
	const char *heading = _("How much time do you have?");
	struct rect each = {0, 0, (width - t->space) / 2, ui_line_height(ui, STYLE_LABEL)};

	if (!side_by_side(ui, width)) {
		return 2 * stepper_height(ui, width, heading, at_floor) + t->space;
	}
	return stepper_height(ui, ui_text_fits(ui, STYLE_LABEL, each, heading) ? ui_canvas(ui).w : each.w, heading, at_floor);
}

static void draw_people(struct ui *ui, const struct view_setup *setup, struct rect box)
{
	ui_stepper(ui, box, &(struct stepper){
		.heading = _("How many are you?"), .value = ui_say(ui, "%d", setup->people),
		.less = step_or_none(setup->people_least, CMD_SETUP_PEOPLE, -1),
		.more = step_or_none(setup->people_most, CMD_SETUP_PEOPLE, 1)
	});
	ui_group(ui, NULL);
}

static void draw_minutes(struct ui *ui, const struct view_setup *setup, struct rect box)
{
	ui_stepper(ui, box, &(struct stepper){
		.heading = _("How much time do you have?"), .value = ui_say(ui, _("%d min"), setup->minutes),
		.less = step_or_none(setup->minutes_least, CMD_SETUP_MINUTES, -SETUP_MINUTES_STEP),
		.more = step_or_none(setup->minutes_most, CMD_SETUP_MINUTES, SETUP_MINUTES_STEP)
	});
	ui_group(ui, NULL);
}

static void draw_beside(struct ui *ui, const struct view_setup *setup, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);
	const char *const headings[] = {_("How many are you?"), _("How much time do you have?")};
	struct rect people = cut_column(box, 2, 0, t->space), minutes = cut_column(box, 2, 1, t->space);
	struct rect line = {0, 0, minutes.w, ui_line_height(ui, STYLE_LABEL)};

	if (ui_text_fits(ui, STYLE_LABEL, line, headings[1])) {
		ui_one_size(ui, STYLE_LABEL, line.w, line.h, headings, 2);
		draw_people(ui, setup, people);
		draw_minutes(ui, setup, minutes);
		ui_one_size_end(ui);
		return;
	}
	/* The heading of one line stands as low as the last line of the other. */
	int32_t more = ui_text_height(ui, STYLE_LABEL, line.w, headings[1]) - ui_text_height(ui, STYLE_LABEL, line.w, headings[0]);

	cut_top(&people, max_i32(0, more));
	draw_people(ui, setup, people);
	draw_minutes(ui, setup, minutes);
}

static void draw_steppers(struct ui *ui, const struct view_setup *setup, struct rect box)
{
	int32_t gap = ui_theme(ui)->space;

	if (side_by_side(ui, box.w)) {
		draw_beside(ui, setup, box);
	} else {
		draw_people(ui, setup, cut_row(box, 2, 0, gap));
		draw_minutes(ui, setup, cut_row(box, 2, 1, gap));
	}
}

/* ---- about what ---- */

const char *setup_statement_words(struct ui *ui, const struct view *view)
{
	char number[WORDS_BYTES];
	int32_t count = view->setup.statements;

	if (count == 1) {
		return _("one statement");
	}
	return ui_say(ui, _("%s statements"), words_number(number, sizeof number, view->lang, count));
}

static const char *themes_of(struct ui *ui, const struct view *view)
{
	char number[WORDS_BYTES];

	return ui_say(ui, _("%s themes"), words_number(number, sizeof number, view->lang, view->setup.theme_count));
}

/* The theme, the area, or how much of the whole. */
const char *setup_subject(struct ui *ui, const struct view *view)
{
	const struct view_setup *setup = &view->setup;

	if (setup->theme[0] != '\0') {
		return setup->theme;
	}
	return setup->whole ? _("All areas") : setup->area[0] != '\0' ? chrome_both(ui, setup->area, setup->also) : themes_of(ui, view);
}

/* Under it: the area of a theme, or how many themes. */
static const char *subject_detail(struct ui *ui, const struct view *view)
{
	const struct view_setup *setup = &view->setup;

	if (setup->theme[0] != '\0') {
		return setup->area;
	}
	return setup->whole || setup->area[0] != '\0' ? themes_of(ui, view) : NULL;
}

static const char *subject_title(struct ui *ui, const struct view *view)
{
	return ui_say(ui, "%s · %s", setup_subject(ui, view), setup_statement_words(ui, view));
}

static void draw_subject(struct ui *ui, const struct view *view, struct rect box)
{
	if (view->setup.rates) {
		ui_card_button(ui, box, subject_title(ui, view), subject_detail(ui, view), _("Change ›"), command_of(CMD_GO, SCREEN_THEMES, 0));
	}
}

/* The height of a card button with that title alone, at its floor. */
static int32_t title_least(const struct ui *ui, int32_t width, const char *title, const char *behind)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t room = width - 2 * t->pad - ui_text_width(ui, STYLE_STRONG, behind) - t->snug;

	return max_i32(t->target_min, ui_text_height_floor(ui, STYLE_TITLE, room, title) + 2 * t->snug);
}

static int32_t subject_height(struct ui *ui, const struct view *view, int32_t width, bool at_floor)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t words = ui_line_height(ui, STYLE_TITLE) + ui_line_height(ui, STYLE_QUIET) + 2 * t->snug;
	int32_t least = title_least(ui, width, subject_title(ui, view), _("Change ›"));

	return !view->setup.rates ? 0 : at_floor ? least : max_i32(max_i32(t->control, words), least);
}

/* ---- a large panel: who and how at the left, what comes of it at the right ---- */

static void draw_left(struct ui *ui, const struct view *view, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect inner = ui_card(ui, box, NULL);
	int32_t how = setup_how_height(ui, view, inner.w, false), one = stepper_height(ui, inner.w, _("How much time do you have?"), false);
	int32_t room = inner.h - (how > 0 ? 2 : 1) * t->gap;

	if (how + 2 * one > room) {
		how = clamp_i32(room - 2 * stepper_height(ui, inner.w, _("How much time do you have?"), true), min_i32(how, setup_how_height(ui, view, inner.w, true)), how);
		one = (room - how) / 2;
	}
	/* What is left is air between the questions. */
	int32_t air = t->gap + min_i32(max_i32(0, room - how - 2 * one) / 2, inner.h / (2 * LEFT_SHARE));

	draw_people(ui, &view->setup, cut_top_gap(&inner, one, air));
	draw_minutes(ui, &view->setup, cut_top_gap(&inner, one, air));
	setup_how(ui, view, cut_top(&inner, how));
}

static void draw_right(struct ui *ui, const struct view *view, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t subject = subject_height(ui, view, box.w, false);

	if (!view->setup.fits) {
		setup_trouble(ui, view, box);
		return;
	}
	if (subject > 0) {
		draw_subject(ui, view, cut_top_gap(&box, subject, t->gap));
	}
	struct pages pages = ui_pages(view, view->setup.row_count, setup_agenda_room(ui, view, box, true));

	if (pages.pages > 1) {
		ui_pager(ui, cut_bottom_gap(&box, t->control_small, t->gap), pages);
		pages = ui_pages(view, view->setup.row_count, setup_agenda_room(ui, view, box, true));
	}
	setup_agenda(ui, view, box, true, pages);
}

static void draw_wide(struct ui *ui, const struct view *view, struct rect rest)
{
	const struct ui_theme *t = ui_theme(ui);
	const int32_t shares[] = {t->large ? 1 : LEFT_SHARE, t->large ? 1 : RIGHT_SHARE};

	draw_left(ui, view, cut_column_by(rest, shares, 2, 0, t->space));
	draw_right(ui, view, cut_column_by(rest, shares, 2, 1, t->space));
}

/* ---- a narrow or a small panel: one thing under the other, over pages ---- */

enum block {
	BLOCK_STEPPERS,
	BLOCK_HOW,
	BLOCK_SUBJECT,
	BLOCK_HOW_AND_SUBJECT,     /* side by side */
	BLOCK_TO_AGENDA,           /* a button, where the agenda stands on another page */
	BLOCK_AGENDA,
	BLOCK_SUBJECT_AND_AGENDA,  /* a page of their own */
	BLOCK_NEEDED,              /* how many minutes are lacking */
	BLOCK_WAYS_OUT,
	BLOCK_COUNT
};

struct leaf {
	struct flow_thing thing[BLOCK_COUNT];
	int32_t want[BLOCK_COUNT];
	int32_t count, pages;
	int32_t rows;              /* of the agenda on a page */
};

static void add_block(struct leaf *leaf, enum block block, int32_t least, int32_t want)
{
	if (least > 0) {
		leaf->want[leaf->count] = max_i32(least, want);
		leaf->thing[leaf->count++] = (struct flow_thing){.section = (int32_t)block, .height = least};
	}
}

static void split_beside(struct rect box, int32_t gap, struct rect *how, struct rect *subject)
{
	const int32_t shares[] = {RIGHT_SHARE, LEFT_SHARE};

	*how = cut_column_by(box, shares, 2, 0, gap);
	*subject = cut_column_by(box, shares, 2, 1, gap);
}

static const char *to_agenda_title(struct ui *ui, const struct view *view)
{
	return ui_say(ui, "%s · %s", _("Agenda"), setup_ends(ui, view));
}

/* A low panel, or large words on a small one: how to answer and about what stand side by side, if that fits under the steppers. */
static void add_how_low(struct ui *ui, const struct view *view, struct rect page, struct leaf *leaf)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t how = setup_how_height(ui, view, page.w, true), subject = subject_height(ui, view, page.w, true);
	struct rect left, right;

	split_beside(page, t->gap, &left, &right);
	int32_t beside = max_i32(setup_how_height(ui, view, left.w, true), subject_height(ui, view, right.w, true));

	if (!t->portrait && how > 0 && leaf->thing[0].height + t->space + beside <= page.h) {
		add_block(leaf, BLOCK_HOW_AND_SUBJECT, beside, setup_how_height(ui, view, left.w, false));
	} else {
		add_block(leaf, BLOCK_SUBJECT, subject, subject_height(ui, view, page.w, false));
		add_block(leaf, BLOCK_HOW, how, setup_how_height(ui, view, page.w, false));
	}
	add_block(leaf, BLOCK_AGENDA, page.h, page.h);
}

static void add_how(struct ui *ui, const struct view *view, struct rect page, struct leaf *leaf)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t subject = subject_height(ui, view, page.w, false);

	if (t->compact && (t->large || !t->portrait)) {
		add_how_low(ui, view, page, leaf);
	} else if (t->compact) {
		add_block(leaf, BLOCK_HOW, setup_how_height(ui, view, page.w, true), setup_how_height(ui, view, page.w, false));
		add_block(leaf, BLOCK_TO_AGENDA, title_least(ui, page.w, to_agenda_title(ui, view), "›"), t->control);
		add_block(leaf, BLOCK_SUBJECT_AND_AGENDA, page.h, page.h);
	} else {
		add_block(leaf, BLOCK_HOW, setup_how_height(ui, view, page.w, true), setup_how_height(ui, view, page.w, false));
		add_block(leaf, BLOCK_SUBJECT, subject, subject);
		add_block(leaf, BLOCK_AGENDA, min_i32(page.h, setup_agenda_height(ui, view, page.w, true)), page.h);
	}
}

/* The room of the agenda where it has a page of its own. */
static struct rect agenda_page(struct ui *ui, const struct view *view, struct rect page)
{
	const struct ui_theme *t = ui_theme(ui);

	if (t->compact && t->portrait && !t->large && view->setup.rates) {
		cut_top_gap(&page, subject_height(ui, view, page.w, false), t->space);
	}
	return page;
}

static struct leaf leaf_of(struct ui *ui, const struct view *view, struct rect page)
{
	const struct ui_theme *t = ui_theme(ui);
	struct leaf leaf = {.count = 0};
	struct flow flow = {.height = page.h, .columns = 1, .space = t->space};

	add_block(&leaf, BLOCK_STEPPERS, steppers_height(ui, page.w, true), steppers_height(ui, page.w, false));
	if (!view->setup.fits) {
		add_block(&leaf, BLOCK_NEEDED, setup_needed_height(ui, view, page.w, true), setup_needed_height(ui, view, page.w, false));
		add_block(&leaf, BLOCK_WAYS_OUT, setup_ways_out_height(ui, view, page.w), 0);
	} else {
		add_how(ui, view, page, &leaf);
	}
	leaf.pages = flow_place(&flow, leaf.thing, leaf.count);
	leaf.rows = setup_agenda_room(ui, view, agenda_page(ui, view, page), !t->compact);
	if (view->setup.fits && leaf.rows < view->setup.row_count) {
		int32_t pages = (view->setup.row_count + leaf.rows - 1) / leaf.rows;

		leaf.pages += pages - 1;
		leaf.rows = (view->setup.row_count + pages - 1) / pages;   /* about as many on each */
	}
	return leaf;
}

static void draw_to_agenda(struct ui *ui, const struct view *view, struct rect box)
{
	ui_card_button(ui, box, to_agenda_title(ui, view), NULL, "›", command_of(CMD_PAGE, 1, 0));
}

static void draw_block(struct ui *ui, const struct view *view, struct rect box, enum block block, struct pages rows)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect left, right;

	switch (block) {
	case BLOCK_STEPPERS: draw_steppers(ui, &view->setup, box); break;
	case BLOCK_HOW: setup_how(ui, view, box); break;
	case BLOCK_SUBJECT: draw_subject(ui, view, box); break;
	case BLOCK_HOW_AND_SUBJECT:
		split_beside(box, t->space, &left, &right);
		setup_how(ui, view, left);
		draw_subject(ui, view, right);
		break;
	case BLOCK_TO_AGENDA: draw_to_agenda(ui, view, box); break;
	case BLOCK_AGENDA: setup_agenda(ui, view, box, !t->compact, rows); break;
	case BLOCK_SUBJECT_AND_AGENDA:
		left = agenda_page(ui, view, box);
		box.h -= left.h;
		cut_bottom(&box, t->space);
		draw_subject(ui, view, box);
		setup_agenda(ui, view, left, !t->compact, rows);
		break;
	case BLOCK_NEEDED: setup_needed(ui, view, box); break;
	case BLOCK_WAYS_OUT: setup_ways_out(ui, view, box); break;
	case BLOCK_COUNT: break;
	}
}

/* What stands on a page, each as large as it wants where there is room. */
static void draw_leaf(struct ui *ui, const struct view *view, struct rect page, const struct leaf *leaf, int32_t shown)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t last = leaf->thing[leaf->count - 1].page, spare = page.h, on_page = 0;
	int32_t at = min_i32(shown, last);
	struct pages rows = {.first = (shown - at) * leaf->rows};

	rows.count = clamp_i32(view->setup.row_count - rows.first, 0, leaf->rows);
	for (int32_t i = 0; i < leaf->count; i++) {
		bool here = leaf->thing[i].page == at;

		spare -= here ? leaf->thing[i].height + (on_page > 0 ? t->space : 0) : 0;
		on_page += here ? 1 : 0;
	}
	for (int32_t i = 0; i < leaf->count; i++) {
		if (leaf->thing[i].page == at) {
			int32_t more = clamp_i32(leaf->want[i] - leaf->thing[i].height, 0, max_i32(0, spare));

			spare -= more;
			draw_block(ui, view, cut_top_gap(&page, leaf->thing[i].height + more, t->space), (enum block)leaf->thing[i].section, rows);
		}
	}
}

/* ---- the whole ---- */

/* Who does well to be there depends on whom the statements are for. A small panel says so where themes are chosen. */
static struct action who_of(const struct view *view, bool small)
{
	if (small || !view->setup.by_level || view->levels.count < 2) {
		return (struct action){.label = NULL};
	}
	return (struct action){.label = _("Who takes part?"), .command = command_of(CMD_GO, SCREEN_LEVELS, SCREEN_SETUP)};
}

static struct rect draw_top(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_setup *setup = &view->setup;

	return chrome_top(ui, view, &(struct top){
		.title = _("New meeting"),
		.about = setup->moment > 0 ? ui_say(ui, _("Moment %d · %s"), setup->moment, setup->name) : setup->name,
		.about_short = t->compact && t->large ? "" : setup->name,
		.action = {who_of(view, t->portrait || t->compact), {.label = _("Other content"), .command = command_of(CMD_GO, SCREEN_AGENDAS, AGENDAS_ALL)}}
	});
}

static struct foot foot_of(const struct view *view)
{
	struct foot foot = {.back = {.label = _("Home"), .command = command_of(CMD_GO, SCREEN_HOME, 0)}};

	if (view->setup.fits) {
		foot.main = (struct action){.label = _("Begin"), .command = command_of(CMD_BEGIN, 0, 0)};
	}
	return foot;
}

/* A button on that page leads to the next. */
static bool leads_on(const struct leaf *leaf, int32_t page)
{
	for (int32_t i = 0; i < leaf->count; i++) {
		if (leaf->thing[i].page == page && leaf->thing[i].section == BLOCK_TO_AGENDA) {
			return true;
		}
	}
	return false;
}

static void screen_in_leaves(struct ui *ui, const struct view *view, struct rect rest)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect page = cut_inset(rest, t->margin, 0);
	struct foot foot = foot_of(view);

	struct foot turning = foot;

	turning.more[0] = (struct action){.label = C_("pages", "More"), .command = command_of(CMD_PAGE, 1, 0)};
	page.h = flow_over(ui, rest, &turning);
	struct leaf leaf = leaf_of(ui, view, page);
	int32_t shown = min_i32(view->page, leaf.pages - 1);

	if (shown > 0) {
		foot.back = (struct action){.label = _("Back"), .command = command_of(CMD_PAGE, shown - 1 - view->page, 0)};
	}
	if (view->setup.fits && shown == 0 && !t->portrait) {
		foot.hint = setup_ends(ui, view);
	}
	if (shown + 1 < leaf.pages && !leads_on(&leaf, shown)) {
		foot.more[0] = (struct action){.label = C_("pages", "More"), .command = command_of(CMD_PAGE, shown + 1 - view->page, 0)};
	}
	page = flow_page(ui, view, rest, &foot);
	leaf = leaf_of(ui, view, page);
	draw_leaf(ui, view, page, &leaf, min_i32(view->page, leaf.pages - 1));
}

void screen_setup(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect rest = draw_top(ui, view);

	if (t->portrait || t->compact) {
		screen_in_leaves(ui, view, rest);
	} else {
		struct foot foot = foot_of(view);

		draw_wide(ui, view, flow_page(ui, view, rest, &foot));
	}
}
