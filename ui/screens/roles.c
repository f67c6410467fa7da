/* Who does what, before a form with roles begins. */
#include "ui/screens/screens.h"
#include "ui/screens/step.h"

static const char *seat_words(struct ui *ui, const struct view_role *role)
{
	if (role->seat >= 0) {
		return ui_say(ui, _("Seat %d"), role->seat + 1);
	}
	if (role->count > 0) {
		return ui_say(ui, ngettext("%d person", "%d people", (unsigned long)role->count), role->count);
	}
	return _("All others");
}

static bool chosen_here(const struct view_cast *cast, const struct view_role *role)
{
	return cast->may_choose && role->seat >= 0;
}

/* What a role takes: its name and its line beside a stepper, or over it where the panel is narrow. */
struct role_sizes {
	int32_t stepper_w, stepper_h, words_w;
};

static struct role_sizes sizes_of(struct ui *ui, int32_t width)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t high = max_i32(t->control_small, ui_line_height(ui, STYLE_TITLE) + 2 * t->line);
	int32_t wide = 2 * (high + t->snug) + ui_text_width(ui, STYLE_STRONG, ui_say(ui, _("Seat %d"), PEOPLE_MAX)) + 2 * t->snug;

	return t->portrait ? (struct role_sizes){.stepper_w = width, .stepper_h = high, .words_w = width}
	                   : (struct role_sizes){.stepper_w = min_i32(wide, width / 2), .stepper_h = high,
	                                         .words_w = width - min_i32(wide, width / 2) - t->space};
}

static int32_t words_height(const struct ui *ui, const struct view_role *role, int32_t width, bool floor)
{
	return floor ? ui_text_height_floor(ui, STYLE_STRONG, width, role->name) + ui_text_height_floor(ui, STYLE_QUIET, width, role->does) +
	                       ui_theme(ui)->snug
	             : ui_text_height(ui, STYLE_STRONG, width, role->name) + ui_text_height(ui, STYLE_QUIET, width, role->does);
}

static int32_t role_height(struct ui *ui, const struct view_cast *cast, const struct view_role *role, int32_t width, bool floor)
{
	const struct ui_theme *t = ui_theme(ui);
	struct role_sizes sizes = sizes_of(ui, width);
	int32_t words = words_height(ui, role, sizes.words_w, floor);
	int32_t who = chosen_here(cast, role) ? sizes.stepper_h : ui_line_height(ui, STYLE_STRONG);

	return t->portrait ? words + t->snug + who : max_i32(words, who);
}

static void draw_role(struct ui *ui, struct rect box, const struct view_cast *cast, int32_t i)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_role *role = &cast->roles[i];
	struct role_sizes sizes = sizes_of(ui, box.w);
	struct rect who = t->portrait ? cut_bottom_gap(&box, chosen_here(cast, role) ? sizes.stepper_h : ui_line_height(ui, STYLE_STRONG), t->snug)
	                              : cut_right_gap(&box, sizes.stepper_w, t->space);

	ui_stack(ui, box,
	         (struct part[]){{.style = STYLE_STRONG, .text = role->name}, {.style = STYLE_QUIET, .text = role->does, .spare = t->compact}}, 2,
	         (struct stack){.align = ALIGN_LEFT});
	if (!chosen_here(cast, role)) {
		ui_line(ui, cut_top(&who, ui_line_height(ui, STYLE_STRONG)), STYLE_STRONG, INK_QUIET, t->portrait ? ALIGN_LEFT : ALIGN_RIGHT,
		        seat_words(ui, role));
		return;
	}
	ui_group(ui, role->name);
	ui_stepper(ui, cut_top(&who, sizes.stepper_h),
	           &(struct stepper){.value = seat_words(ui, role), .less = command_of(CMD_CAST, i, -1), .more = command_of(CMD_CAST, i, 1)});
	ui_group(ui, NULL);
}

/* How many roles fit a page, one under the other. */
static struct pages pages_of(struct ui *ui, const struct view *view, struct rect box, int32_t before)
{
	const struct view_cast *cast = &view->cast;
	int32_t highest = 1;

	for (int32_t i = 0; i < cast->role_count; i++) {
		highest = max_i32(highest, role_height(ui, cast, &cast->roles[i], box.w, true));
	}
	int32_t room = ui_rows_fit(box.h, min_i32(highest, box.h), ui_theme(ui)->space);
	int32_t count = max_i32(1, (cast->role_count + room - 1) / room), each = (cast->role_count + count - 1) / count;
	struct pages pages = {.pages = before + count, .asked = view->page, .page = min_i32(view->page, before + count - 1)};

	pages.first = max_i32(0, pages.page - before) * each;
	pages.count = pages.page < before ? 0 : clamp_i32(cast->role_count - pages.first, 0, each);
	return pages;
}

static void draw_roles(struct ui *ui, const struct view *view, struct rect box, struct pages pages)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_cast *cast = &view->cast;
	int32_t want = 0, least = 0, spare;

	for (int32_t i = pages.first; i < pages.first + pages.count; i++) {
		want += role_height(ui, cast, &cast->roles[i], box.w, false);
		least += role_height(ui, cast, &cast->roles[i], box.w, true);
	}
	spare = box.h - least - (pages.count - 1) * t->space;
	for (int32_t i = pages.first; i < pages.first + pages.count; i++) {
		int32_t low = role_height(ui, cast, &cast->roles[i], box.w, true), high = role_height(ui, cast, &cast->roles[i], box.w, false);
		int32_t part = want > least ? (int32_t)((int64_t)(high - low) * min_i32(max_i32(spare, 0), want - least) / (want - least)) : 0;
		struct rect row = cut_top_gap(&box, low + part, t->space);

		draw_role(ui, row, cast, i);
		if (i + 1 < pages.first + pages.count) {
			ui_divider(ui, (struct rect){row.x, row.y + row.h, row.w, t->space});
		}
	}
}

/* The question on the first pages, the roles on the next. */
static void by_page(struct ui *ui, const struct view *view, struct rect room)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect foot = cut_bottom_gap(&room, t->control_small, t->gap), words = room;
	struct part parts[STEP_PARTS];

	step_parts(ui, view, _("Who does what"), view->step.prompt, parts);
	int32_t before = ui_stack_pages(ui, words, parts, STEP_PARTS), groups = view->cast.group_count > 0 ? cast_groups_page(ui, view, room, -1) : 0;
	struct pages pages = pages_of(ui, view, room, before);
	int32_t roles = pages.pages;

	pages.pages += groups;
	pages.page = min_i32(view->page, pages.pages - 1);
	if (pages.page < before) {
		ui_stack(ui, words, parts, STEP_PARTS, (struct stack){.align = ALIGN_LEFT, .paged = true, .page = pages.page});
	} else if (pages.page < roles) {
		draw_roles(ui, view, room, pages);
	} else {
		cast_groups_page(ui, view, room, pages.page - roles);
	}
	ui_pager(ui, foot, pages);
}

/* The question and the roles under it, beside the groups. False where there is no room for that. */
static bool beside_groups(struct ui *ui, const struct view *view, struct rect words, struct rect groups)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t question = ui_line_height(ui, STYLE_LABEL) + t->snug + ui_text_height(ui, STYLE_HEADING, words.w, view->step.prompt) + t->space;
	struct rect roles = words, top = cut_top(&roles, question), inside = cut_inset(groups, t->pad, t->pad + ui_line_height(ui, STYLE_LABEL));

	if (t->compact || roles.h < t->target_min || pages_of(ui, view, roles, 0).pages > 1 || cast_groups_page(ui, view, inside, -1) > 1) {
		return false;
	}
	step_question(ui, view, top, _("Who does what"), view->step.prompt);
	draw_roles(ui, view, roles, pages_of(ui, view, roles, 0));
	cast_groups_page(ui, view, ui_card(ui, groups, cast_heading(ui, view)), 0);
	return true;
}

void screen_roles(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect room = step_with_foot(ui, view, &(struct foot){.main = step_next(ui, view)}), words, beside;
	struct part parts[STEP_PARTS];

	step_parts(ui, view, _("Who does what"), view->step.prompt, parts);
	step_beside(ui, room, &words, &beside);
	struct rect inside = cut_inset(beside, t->pad, t->pad);

	if (view->cast.group_count > 0 && beside_groups(ui, view, words, beside)) {
		return;
	}
	if (t->compact || view->cast.group_count > 0 || ui_stack_pages(ui, words, parts, STEP_PARTS) > 1 || pages_of(ui, view, inside, 0).pages > 1) {
		by_page(ui, view, room);
		return;
	}
	step_question(ui, view, words, _("Who does what"), view->step.prompt);
	inside = ui_card(ui, beside, NULL);
	draw_roles(ui, view, inside, pages_of(ui, view, inside, 0));
}
