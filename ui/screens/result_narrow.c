/* The result on a small or upright panel: one to three statements a page. Where large words leave no room even for one, its words come
   first and its bar on the next page. */
#include "ui/screens/result.h"

static const char *care(void)
{
	return _("Don't guess who. What may someone have seen that the rest of us don't see?");
}

/* How the parts share the room. */
struct narrow {
	const struct view_result *result;
	struct answers answers;
	struct rect room, foot;
	int32_t question_pages;   /* they come last */
};

/* ---- the legend ---- */

static bool legend_in_foot(const struct ui *ui, const struct narrow *n)
{
	int32_t width = answers_legend_square(ui, n->result->scale_short);

	return !ui_theme(ui)->portrait && width <= n->foot.w / 2 && answers_legend_height(ui, width, n->result->scale_short) <= n->foot.h;
}

/* Beside the pager where it fits there, else over the rows. */
static void draw_legend(struct ui *ui, struct narrow *n)
{
	const struct ui_theme *t = ui_theme(ui);
	const char *const *scale = n->result->scale_short;

	if (legend_in_foot(ui, n)) {
		answers_legend(ui, cut_left_gap(&n->foot, answers_legend_square(ui, scale), t->space), scale);
	} else {
		answers_legend(ui, cut_top_gap(&n->room, answers_legend_height(ui, n->room.w, scale), t->snug), scale);
	}
}

/* ---- the questions ---- */

#define QUESTION_PARTS (QUESTIONS_MAX + 1)

/* Writes the parts of one of `pages` pages to parts[QUESTION_PARTS] and returns how many they are. */
static int32_t question_parts(const struct ui *ui, const struct view_result *result, int32_t pages, int32_t page, struct part *parts)
{
	int32_t each = (result->question_count + pages - 1) / pages, first = page * each;
	int32_t count = clamp_i32(result->question_count - first, 0, each);

	parts[0] = (struct part){.style = STYLE_LABEL, .text = _("Ask one another"), .spare = true};
	for (int32_t i = 0; i < count; i++) {
		parts[i + 1] = (struct part){.style = STYLE_STRONG, .text = result->questions[first + i], .before = ui_theme(ui)->snug};
	}
	return count + 1;
}

/* As few pages as hold all of them. */
static int32_t question_pages(struct ui *ui, const struct view_result *result, struct rect room)
{
	struct part parts[QUESTION_PARTS];
	int32_t pages = result->list == LIST_DIFFERENT && result->question_count > 0 ? 1 : 0;

	for (int32_t page = 0; page < pages && pages < result->question_count; page++) {
		if (ui_stack_pages(ui, room, parts, question_parts(ui, result, pages, page, parts)) > 1) {
			pages++;
			page = -1;
		}
	}
	return pages;
}

static void questions_page(struct ui *ui, const struct narrow *n, int32_t page)
{
	struct part parts[QUESTION_PARTS];
	int32_t count = question_parts(ui, n->result, n->question_pages, page, parts);

	ui_stack(ui, n->room, parts, count, (struct stack){.align = ALIGN_LEFT});
}

/* ---- statements with their bars ---- */

static void statements_page(struct ui *ui, struct narrow *n, struct pages pages)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t gap = result_gap(ui, &n->answers);
	int32_t heads = result_headings(n->result, pages), headings = heads * result_heading_height(ui) + max_i32(0, heads - 1) * gap;
	int32_t least = 0, line = ui_text_height_floor(ui, STYLE_QUIET, n->room.w, care());

	for (int32_t i = pages.first; i < pages.first + pages.count; i++) {
		least = max_i32(least, answers_least(ui, &n->answers, &n->result->rows[i]));
	}
	int32_t free = n->room.h - pages.count * (least + gap) + gap;
	bool with_headings = headings <= free;

	free -= with_headings ? headings : 0;
	if (line + t->snug <= free) {
		ui_text(ui, cut_bottom_gap(&n->room, line, t->snug), STYLE_QUIET, care());
	}
	result_page(ui, n->room, n->result, &n->answers, pages, with_headings);
}

/* ---- words first, then the bar ---- */

/* Pages of words that a statement takes before its bar; 0 where both stand on one page. */
static int32_t words_pages(const struct ui *ui, const struct narrow *n, const struct view_result_row *row)
{
	int32_t legend = answers_legend_height(ui, n->room.w, n->result->scale_short) + ui_theme(ui)->snug;
	int32_t line = max_i32(1, ui_text_height_floor(ui, STYLE_BODY, n->room.w, "x"));
	int32_t lines = ui_text_height_floor(ui, STYLE_BODY, n->room.w, row->text) / line;
	int32_t fit = max_i32(1, n->room.h / line);

	return answers_least(ui, &n->answers, row) + legend <= n->room.h ? 0 : (lines + fit - 1) / fit;
}

/* Which statement a page is about, and which of its pages it is: the last one has the bar. */
struct leaf {
	int32_t row, page, words;
};

static struct leaf leaf_of(const struct ui *ui, const struct narrow *n, int32_t page)
{
	struct leaf leaf = {.page = page};

	for (;; leaf.row++) {
		leaf.words = words_pages(ui, n, &n->result->rows[leaf.row]);
		if (leaf.page <= leaf.words || leaf.row + 1 == n->result->row_count) {
			return leaf;
		}
		leaf.page -= leaf.words + 1;
	}
}

static int32_t leaves(const struct ui *ui, const struct narrow *n)
{
	int32_t sum = 0;

	for (int32_t i = 0; i < n->result->row_count; i++) {
		sum += words_pages(ui, n, &n->result->rows[i]) + 1;
	}
	return sum;
}

static void leaf_page(struct ui *ui, struct narrow *n, struct leaf leaf)
{
	const struct view_result_row *row = &n->result->rows[leaf.row];

	if (leaf.page < leaf.words) {
		ui_text_in(ui, n->room, STYLE_BODY, INK_FULL, (struct stack){.align = ALIGN_LEFT, .paged = true, .page = leaf.page}, row->text);
		return;
	}
	int32_t legend = answers_legend_height(ui, n->room.w, n->result->scale_short);
	bool fits = legend + ui_theme(ui)->snug + answers_sums_height(ui, &n->answers) <= n->room.h;

	if (leaf.words > 0 && (!fits || row->verdict == VERDICT_TOO_FEW)) {
		answers_table(ui, n->room, &n->answers, row, n->result->scale_short);
		return;
	}
	answers_legend(ui, cut_top_gap(&n->room, legend, ui_theme(ui)->snug), n->result->scale_short);
	if (leaf.words > 0) {
		answers_sums(ui, n->room, &n->answers, row);
	} else {
		statements_page(ui, n, (struct pages){.first = leaf.row, .count = 1});
	}
}

/* ---- the pages ---- */

/* True if some statement with its bar is too much for the room. */
static bool too_much(const struct ui *ui, const struct narrow *n)
{
	for (int32_t i = 0; i < n->result->row_count; i++) {
		if (answers_least(ui, &n->answers, &n->result->rows[i]) > n->room.h) {
			return true;
		}
	}
	return false;
}

static void draw_page(struct ui *ui, const struct view *view, struct narrow *n, int32_t count, bool leafed)
{
	struct pages pages = {.pages = count + n->question_pages, .asked = view->page};

	pages.page = min_i32(view->page, pages.pages - 1);
	if (pages.page >= count) {
		questions_page(ui, n, pages.page - count);
	} else if (leafed) {
		leaf_page(ui, n, leaf_of(ui, n, pages.page));
	} else {
		int32_t each = (n->result->row_count + count - 1) / count;

		pages.first = pages.page * each;
		pages.count = clamp_i32(n->result->row_count - pages.first, 0, each);
		statements_page(ui, n, pages);
	}
	ui_pager(ui, n->foot, pages);
}

void result_narrow(struct ui *ui, const struct view *view, struct rect room)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_result *result = &view->result;
	struct narrow n = {.result = result}, beside;

	n.foot = cut_bottom_gap(&room, t->control_small, t->gap);
	n.room = room;
	n.answers = answers_of(ui, room.w, true, result->rows, result->row_count, result->scale[UNSURE]);
	n.question_pages = question_pages(ui, result, room);
	beside = n;
	if (!legend_in_foot(ui, &n)) {
		cut_top(&beside.room, answers_legend_height(ui, room.w, result->scale_short) + t->snug);
	}
	if (too_much(ui, &beside)) {
		draw_page(ui, view, &n, leaves(ui, &n), true);
		return;
	}
	int32_t rows = result_rows(ui, result, &n.answers, beside.room.h);

	draw_legend(ui, &n);
	draw_page(ui, view, &n, (result->row_count + rows - 1) / rows, false);
}
