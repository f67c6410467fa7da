/* Which conversation to look for: what it is for, how long, and with how many. */
#include "ui/screens/flow.h"
#include "ui/screens/screens.h"

enum { CHOICES_MOST = PURPOSE_COUNT + 1, ROWS_MOST = FILTER_COUNT * CHOICES_MOST };

static const char *heading_of(enum filter filter)
{
	switch (filter) {
	case FILTER_PURPOSE: return _("What do you want to do?");
	case FILTER_MINUTES: return _("How long?");
	case FILTER_PEOPLE: return _("How many are you?");
	case FILTER_COUNT: break;
	}
	return "";
}

static const char *purpose_words(int32_t purpose)
{
	switch ((enum purpose)purpose) {
	case PURPOSE_OPEN: return _("Begin together");
	case PURPOSE_LISTEN: return _("Hear everyone");
	case PURPOSE_THINK: return _("Find new thoughts");
	case PURPOSE_UNDERSTAND: return _("Understand more");
	case PURPOSE_TEXT: return _("Learn from a text");
	case PURPOSE_HELP: return _("Help a colleague");
	case PURPOSE_DECIDE: return _("Choose and agree");
	case PURPOSE_CLOSE: return _("End together");
	case PURPOSE_COUNT: break;
	}
	return "";
}

static int32_t choices_of(enum filter filter)
{
	static const int32_t count[FILTER_COUNT] = {[FILTER_PURPOSE] = PURPOSE_COUNT + 1, [FILTER_MINUTES] = FILTER_MINUTES_ALL + 1,
	                                            [FILTER_PEOPLE] = FILTER_PEOPLE_ALL + 1};

	return count[filter];
}

/* Which value a choice stands for, the one that asks for nothing first. */
static const char *choice_words(struct ui *ui, const struct view_forms *forms, enum filter filter, int32_t which)
{
	if (which == 0) {
		return filter == FILTER_PURPOSE ? _("Anything") : filter == FILTER_MINUTES ? _("Any length") : _("Any number");
	}
	if (filter == FILTER_PURPOSE) {
		return purpose_words(which - 1);
	}
	if (filter == FILTER_MINUTES) {
		return ui_say(ui, _("At most %d min"), forms->minutes[which - 1]);
	}
	return ui_say(ui, "%d–%d", forms->people[which - 1].least, forms->people[which - 1].most);
}

/* Choices that stand beside one another. */
static int32_t beside_of(const struct ui *ui)
{
	return ui_theme(ui)->compact && ui_theme(ui)->large ? 1 : 2;
}

/* As high as the longest choice needs. */
static int32_t row_height(struct ui *ui, const struct view_forms *forms, int32_t width)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t beside = beside_of(ui), room = ui_choice_room(ui, (width - (beside - 1) * t->gap) / beside), height = t->control_small;

	for (enum filter filter = FILTER_PURPOSE; filter < FILTER_COUNT; filter++) {
		for (int32_t i = 0; i < choices_of(filter); i++) {
			height = max_i32(height, ui_text_height_floor(ui, STYLE_STRONG, room, choice_words(ui, forms, filter, i)) + 2 * t->snug);
		}
	}
	return height;
}

/* One row of choices. */
struct row {
	enum filter filter;
	int32_t first;
};

/* What a heading takes; capitals are wider than the letters that are measured. */
static int32_t frame_of(const struct ui *ui, int32_t width)
{
	int32_t frame = 0;

	for (enum filter filter = FILTER_PURPOSE; filter < FILTER_COUNT; filter++) {
		frame = max_i32(frame, ui_text_height(ui, STYLE_LABEL, width - width / (2 + 2 + 2), heading_of(filter)));
	}
	return frame + ui_theme(ui)->snug;
}

static int32_t rows_of(struct row rows[ROWS_MOST], int32_t beside)
{
	int32_t count = 0;

	for (enum filter filter = FILTER_PURPOSE; filter < FILTER_COUNT; filter++) {
		for (int32_t i = 0; i < choices_of(filter); i += beside) {
			rows[count++] = (struct row){filter, i};
		}
	}
	return count;
}

static void draw_row(struct ui *ui, const struct view_forms *forms, struct rect box, const struct row *row)
{
	int32_t beside = beside_of(ui);

	for (int32_t i = row->first; i < min_i32(row->first + beside, choices_of(row->filter)); i++) {
		ui_choice(ui, cut_column(box, beside, i - row->first, ui_theme(ui)->gap), choice_words(ui, forms, row->filter, i), NULL,
		          forms->chosen[row->filter] == i, command_of(CMD_FILTER, (int32_t)row->filter, i));
	}
}

static void draw_run(struct ui *ui, const struct view_forms *forms, const struct row *rows, const struct flow_thing *first, struct rect frame,
                     int32_t gap)
{
	ui_labelled(ui, &frame, heading_of((enum filter)first->section));
	for (int32_t i = 0; i < first->run; i++) {
		draw_row(ui, forms, cut_top_gap(&frame, first->height, gap), &rows[i]);
	}
	ui_group(ui, NULL);
}

static struct foot foot_of(const struct view_forms *forms)
{
	return (struct foot){.back = {.label = _("Back"), .command = command_of(CMD_GO, SCREEN_AGENDAS, AGENDAS_FIRST)},
	                     .hint = forms->found > 0 ? NULL : _("There is none like that")};
}

static struct top top_of(struct ui *ui, const struct view_forms *forms)
{
	struct top top = {.title = _("Find a conversation")};

	if (forms->found > 0) {
		top.action[0] = (struct action){.label = ui_say(ui, _("Show %d"), forms->found), .command = command_of(CMD_GO, SCREEN_AGENDAS, AGENDAS_FOUND)};
	}
	return top;
}

void screen_forms(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_forms *forms = &view->forms;
	struct foot foot = foot_of(forms);
	struct top top = top_of(ui, forms);
	struct rect rest = chrome_top(ui, view, &top);
	struct rect page = cut_inset(rest, t->margin, 0);
	struct flow flow = {.columns = t->portrait ? 1 : 2, .gap = t->gap, .space = t->space};
	struct flow_thing things[ROWS_MOST];
	struct row rows[ROWS_MOST];
	int32_t count = rows_of(rows, beside_of(ui));

	page.h = flow.height = flow_room(ui, rest, &foot);
	flow.frame = frame_of(ui, cut_column(page, flow.columns, 0, flow.space).w);
	for (int32_t i = 0; i < count; i++) {
		things[i] = (struct flow_thing){.section = (int32_t)rows[i].filter,
		                                .height = row_height(ui, forms, cut_column(page, flow.columns, 0, flow.space).w)};
	}
	struct pages pages = ui_pages(view, flow_place(&flow, things, count), 1);

	flow_turns(ui, pages, &foot);
	page.y = flow_page(ui, view, rest, &foot).y;
	for (int32_t i = 0; i < count; i++) {
		if (things[i].run > 0 && things[i].page == pages.page) {
			draw_run(ui, forms, rows + i, &things[i], flow_frame(&flow, page, &things[i]), flow.gap);
		}
	}
}
