/* The agenda that fits itself to people and time, and what to do where it cannot. */
#include "ui/screens/setup.h"

enum { ROW_STYLES = 2 + 1, WAYS_OUT = 2 + 1 };

/* ---- the agenda ---- */

static const char *step_name(const struct view_plan_row *row)
{
	if (row->name[0] != '\0') {
		return row->name;
	}
	return row->kind == STEP_SILENT ? _("Think alone") : _("Talk openly");
}

/* "a round, 30 s each", "Participation, four statements". */
static const char *step_detail(struct ui *ui, const struct view *view, const struct view_plan_row *row)
{
	char each[WORDS_BYTES];

	if (row->kind == STEP_RATE) {
		return ui_say(ui, "%s, %s", setup_subject(ui, view), setup_statement_words(ui, view));
	}
	if (row->turns > 1 || row->wanted > 1) {
		return row->turns < row->wanted ? ui_say(ui, _("%d of %d times, %d min each"), row->turns, row->wanted, row->minutes / row->turns)
		                                : ui_say(ui, _("%d times, %d min each"), row->turns, row->minutes / row->turns);
	}
	if (row->kind != STEP_ROUND) {
		return row->open_way ? _("the open way") : row->detail;
	}
	words_each(each, sizeof each, view->lang, row->each_s);
	return row->detail[0] == '\0' ? ui_say(ui, _("%s each"), each) : ui_say(ui, _("%s, %s each"), row->detail, each);
}

static int32_t longest_step(const struct view_setup *setup)
{
	int32_t most = 1;

	for (int32_t i = 0; i < setup->row_count; i++) {
		most = max_i32(most, setup->rows[i].minutes);
	}
	return most;
}

/* How many minutes the whole width stands for: so many that a bar and what stands after it have room beside each other. */
static int32_t whole_width(struct ui *ui, const struct view *view, int32_t width, int32_t widest_name)
{
	int32_t longest = longest_step(&view->setup), whole = longest + longest / 2;

	for (int32_t i = 0; i < view->setup.row_count; i++) {
		const struct view_plan_row *row = &view->setup.rows[i];
		int32_t room = width - ui_text_width(ui, STYLE_QUIET, step_detail(ui, view, row)) - 2 * ui_theme(ui)->snug;

		if (room > widest_name) {
			whole = max_i32(whole, (int32_t)((int64_t)row->minutes * width / room) + 1);
		}
	}
	return whole;
}

/* What keeps the columns in line. */
static struct plan_row widest_of(struct ui *ui, const struct view_setup *setup)
{
	struct plan_row widest = {.widest_name = "", .widest_minutes = ui_say(ui, _("%d min"), longest_step(setup))};

	for (int32_t i = 0; i < setup->row_count; i++) {
		const char *name = step_name(&setup->rows[i]);

		if (ui_text_width(ui, STYLE_STRONG, name) > ui_text_width(ui, STYLE_STRONG, widest.widest_name)) {
			widest.widest_name = name;
		}
	}
	return widest;
}

const char *setup_ends(struct ui *ui, const struct view *view)
{
	char clock[WORDS_BYTES];

	if (view->setup.end < 0) {
		return ui_say(ui, _("%d min"), view->setup.total_min);
	}
	return ui_say(ui, _("ends %s"), words_clock(clock, sizeof clock, view->lang, view->setup.end));
}

/* Whoever knows the form may miss their own numbers. */
static const char *whose_numbers(const struct view_setup *setup)
{
	if (setup->our_minutes) {
		return setup->our_group ? _("Minutes and group size are our own suggestion.") : _("The minutes are our own suggestion.");
	}
	return setup->our_group ? _("The group size is our own suggestion.") : NULL;
}

/* The themes that wait for the next meeting, by name. */
static const char *waiting_of(struct ui *ui, const struct view_setup *setup)
{
	int32_t named = min_i32(setup->next_theme_count, VIEW_NEXT_MAX), more = setup->next_theme_count - named;
	const char *names = setup->next_themes[0];

	for (int32_t i = 1; i < named; i++) {
		names = ui_say(ui, "%s, %s", names, setup->next_themes[i]);
	}
	if (more > 0) {
		names = ui_say(ui, ngettext("%s and %d theme more", "%s and %d themes more", (unsigned long)more), names, more);
	}
	return ui_say(ui, _("For the next meeting: %s."), names);
}

/* What the meeting does without, if anything; or whose numbers it has. */
static const char *left_out_of(struct ui *ui, const struct view_setup *setup)
{
	if (setup->next_theme_count > 0) {
		return waiting_of(ui, setup);
	}
	if (ui_theme(ui)->compact && ui_theme(ui)->large) {
		return NULL;   /* no room for other asides */
	}
	if (setup->next_time > 0) {
		return ui_say(ui, ngettext("%d step waits for next time.", "%d steps wait for next time.", (unsigned long)setup->next_time),
		              setup->next_time);
	}
	if (setup->fit == FIT_LEAN) {
		return _("Fewer steps: answers, result and what you agree.");
	}
	if (setup->turns_out > 0) {
		return ui_say(ui, ngettext("%d turn waits for next time.", "%d turns wait for next time.", (unsigned long)setup->turns_out),
		              setup->turns_out);
	}
	if (setup->left_out > 0) {
		return ui_say(ui, ngettext("%d step is left out.", "%d steps are left out.", (unsigned long)setup->left_out), setup->left_out);
	}
	return ui_theme(ui)->compact ? NULL : whose_numbers(setup);
}

/* The least height of a row: that of the highest name in what the minutes leave of the width. */
static int32_t row_least(struct ui *ui, const struct view_setup *setup, int32_t width)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct type *type = &t->type[STYLE_BODY];
	int64_t minutes = ui_text_width(ui, STYLE_BODY, ui_say(ui, _("%d min"), longest_step(setup)));
	int32_t room = width - (int32_t)(minutes * type->floor / type->size) - 2 * t->line - (2 + 2 + 2) * t->snug, least = 0;

	for (int32_t i = 0; i < setup->row_count; i++) {
		least = max_i32(least, ui_text_height_floor(ui, STYLE_STRONG, room, step_name(&setup->rows[i])));
	}
	return least + 2 * t->line;
}

/* The rows of one page, as high as there is room for, and no higher than looks well. */
static void draw_rows(struct ui *ui, const struct view *view, struct rect box, struct pages pages)
{
	const struct ui_theme *t = ui_theme(ui);
	const enum style styles[ROW_STYLES] = {STYLE_STRONG, STYLE_BODY, STYLE_QUIET};
	struct plan_row plan = widest_of(ui, &view->setup);
	const char *sample = "0";
	int32_t line = ui_line_height(ui, STYLE_BODY);
	int32_t pitch = min_i32((box.h + t->snug) / max_i32(1, pages.count), 2 * line + line / 2);
	int32_t height = max_i32(pitch - max_i32(t->snug, pitch / (2 + 2)), min_i32(pitch, row_least(ui, &view->setup, box.w)));

	for (int32_t i = 0; i < ROW_STYLES; i++) {
		/* Large words on a small panel: the minutes come down to their floor, so that names have room. */
		bool floor = t->compact && t->large && styles[i] != STYLE_STRONG;

		ui_one_size(ui, styles[i], box.w, floor ? 0 : height - 2 * t->line, &sample, 1);
	}
	int32_t names = ui_text_width(ui, STYLE_STRONG, plan.widest_name) + 2 * 2 * t->snug;
	int32_t whole = whole_width(ui, view, box.w - ui_text_width(ui, STYLE_BODY, plan.widest_minutes) - 2 * t->snug, names);

	for (int32_t i = pages.first; i < pages.first + pages.count; i++) {
		const struct view_plan_row *row = &view->setup.rows[i];
		struct rect place = cut_top(&box, pitch);

		plan.minutes = ui_say(ui, _("%d min"), row->minutes);
		plan.name = step_name(row);
		plan.detail = step_detail(ui, view, row);
		plan.share = row->minutes;
		plan.of = whole;
		ui_plan_row(ui, cut_top(&place, height), &plan);
	}
	for (int32_t i = 0; i < ROW_STYLES; i++) {
		ui_one_size_end(ui);
	}
}

/* The heading and when it ends, on one line where they have room for that. */
static bool head_on_a_line(struct ui *ui, const struct view *view, int32_t width)
{
	return ui_text_width(ui, STYLE_LABEL, _("Agenda")) + ui_text_width(ui, STYLE_QUIET, setup_ends(ui, view)) + ui_theme(ui)->snug <= width;
}

static int32_t head_height(struct ui *ui, const struct view *view, int32_t width)
{
	int32_t line = max_i32(ui_line_height(ui, STYLE_LABEL), ui_line_height(ui, STYLE_QUIET));

	return head_on_a_line(ui, view, width) ? line : ui_line_height(ui, STYLE_LABEL) + ui_line_height(ui, STYLE_QUIET);
}

static void draw_head(struct ui *ui, const struct view *view, struct rect box)
{
	bool beside = head_on_a_line(ui, view, box.w);
	const char *ends = setup_ends(ui, view);
	struct rect right = beside ? cut_right(&box, ui_text_width(ui, STYLE_QUIET, ends)) : cut_bottom(&box, ui_line_height(ui, STYLE_QUIET));

	ui_line(ui, box, STYLE_LABEL, INK_OF_STYLE, ALIGN_LEFT, _("Agenda"));
	ui_line(ui, right, STYLE_QUIET, INK_OF_STYLE, beside ? ALIGN_RIGHT : ALIGN_LEFT, ends);
}

/* What stands round the rows. */
static int32_t agenda_frame(struct ui *ui, const struct view *view, int32_t width, bool card)
{
	const struct ui_theme *t = ui_theme(ui);
	const char *left_out = left_out_of(ui, &view->setup);
	int32_t pads = card ? 2 * t->pad : 0;
	int32_t note = left_out == NULL ? 0 : setup_text_height(ui, STYLE_QUIET, width - pads, left_out, t->compact) + t->snug;

	return head_height(ui, view, width - pads) + t->snug + note + pads;
}

int32_t setup_agenda_room(struct ui *ui, const struct view *view, struct rect box, bool card)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t least = row_least(ui, &view->setup, box.w - (card ? 2 * t->pad : 0));

	return ui_rows_fit(box.h - agenda_frame(ui, view, box.w, card), least, t->snug);
}

int32_t setup_agenda_height(struct ui *ui, const struct view *view, int32_t width, bool card)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t least = row_least(ui, &view->setup, width - (card ? 2 * t->pad : 0));

	return agenda_frame(ui, view, width, card) + view->setup.row_count * (least + t->snug);
}

void setup_agenda(struct ui *ui, const struct view *view, struct rect box, bool card, struct pages pages)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect inner = card ? ui_card(ui, box, NULL) : box;
	const char *left_out = left_out_of(ui, &view->setup);

	draw_head(ui, view, cut_top_gap(&inner, head_height(ui, view, inner.w), t->snug));
	if (left_out != NULL) {
		struct rect note = cut_bottom_gap(&inner, setup_text_height(ui, STYLE_QUIET, inner.w, left_out, t->compact), t->snug);

		ui_text(ui, note, STYLE_QUIET, left_out);
	}
	draw_rows(ui, view, inner, pages);
}

/* ---- where it does not fit ---- */

struct way_out {
	const char *label, *detail;
	struct command command;
};

static int32_t ways_out_of(const struct view_setup *setup, struct way_out out[WAYS_OUT])
{
	int32_t count = 0;

	if (setup->can_theme) {
		out[count++] = (struct way_out){_("Choose a theme"), _("fewer statements to answer"), command_of(CMD_GO, SCREEN_THEMES, 0)};
	}
	if (setup->can_lean) {
		out[count++] = (struct way_out){_("Fewer steps"), _("answers, result and what you agree"),
		                                command_of(CMD_SETUP_FIT, FIT_LEAN, 0)};
	}
	if (setup->can_split) {
		out[count++] = (struct way_out){_("Split into two meetings"), _("as much as there is time for now, the rest another day"),
		                                command_of(CMD_SETUP_FIT, FIT_FIRST_PART, 0)};
	}
	return count;
}

static const char *needed_of(struct ui *ui, const struct view_setup *setup)
{
	return ui_say(ui, _("It takes %d min. You have %d."), setup->needed_min, setup->minutes);
}

static const char *what_to_do(int32_t ways_out)
{
	return ways_out > 0 ? _("Take more time, or make the meeting smaller:") : _("Take more time, or choose something else.");
}

void setup_trouble(struct ui *ui, const struct view *view, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect inner = ui_card(ui, box, _("The time is too short"));
	struct way_out out[WAYS_OUT];
	int32_t count = ways_out_of(&view->setup, out);
	int32_t each = max_i32(t->control, ui_line_height(ui, STYLE_TITLE) + ui_line_height(ui, STYLE_QUIET) + 2 * t->snug);
	int32_t high = min_i32(count * (each + t->gap) - t->gap, inner.h * 2 / (2 + 1));
	struct rect words = inner;

	words.h -= max_i32(0, high) + t->space;
	struct stacked said = ui_stack(ui, words,
	                               (struct part[]){{.style = STYLE_HEADING, .text = needed_of(ui, &view->setup)},
	                                               {.style = STYLE_BODY, .text = what_to_do(count), .ink = INK_QUIET, .before = t->snug}},
	                               2, (struct stack){.align = ALIGN_LEFT});

	ui_group(ui, NULL);
	cut_top(&inner, said.height + t->space);
	struct rect buttons = cut_top(&inner, high);

	for (int32_t i = 0; i < count; i++) {
		ui_card_button(ui, cut_row(buttons, count, i, t->gap), out[i].label, out[i].detail, NULL, out[i].command);
	}
}

int32_t setup_needed_height(struct ui *ui, const struct view *view, int32_t width, bool at_floor)
{
	struct way_out out[WAYS_OUT];
	int32_t words = setup_text_height(ui, STYLE_STRONG, width, needed_of(ui, &view->setup), at_floor);

	return at_floor ? words : words + ui_text_height(ui, STYLE_QUIET, width, what_to_do(ways_out_of(&view->setup, out)));
}

void setup_needed(struct ui *ui, const struct view *view, struct rect box)
{
	struct way_out out[WAYS_OUT];

	ui_stack(ui, box,
	         (struct part[]){{.style = STYLE_STRONG, .text = needed_of(ui, &view->setup)},
	                         {.style = STYLE_QUIET, .text = what_to_do(ways_out_of(&view->setup, out)), .spare = true}},
	         2, (struct stack){.align = ALIGN_LEFT, .middle = true});
}

/* Under one another where the panel is narrow, else side by side. */
int32_t setup_ways_out_height(struct ui *ui, const struct view *view, int32_t width)
{
	const struct ui_theme *t = ui_theme(ui);
	struct way_out out[WAYS_OUT];
	int32_t count = ways_out_of(&view->setup, out), rows = t->portrait ? count : min_i32(count, 1), row = t->target_min;
	int32_t room = (t->portrait || count == 0 ? width : (width - (count - 1) * t->gap) / count) - 2 * 2 * t->snug;

	for (int32_t i = 0; i < count; i++) {
		row = max_i32(row, ui_text_height_floor(ui, STYLE_BUTTON, room, out[i].label) + 2 * 2 * t->line);
	}
	return max_i32(0, rows * (row + t->gap) - t->gap);
}

void setup_ways_out(struct ui *ui, const struct view *view, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);
	struct way_out out[WAYS_OUT];
	int32_t count = ways_out_of(&view->setup, out);

	for (int32_t i = 0; i < count; i++) {
		ui_button(ui, t->portrait ? cut_row(box, count, i, t->gap) : cut_column(box, count, i, t->gap), BUTTON_SECONDARY,
		          out[i].label, out[i].command);
	}
}
