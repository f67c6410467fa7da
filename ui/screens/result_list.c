/* Rows of a result under their headings, a page at a time. */
#include "ui/screens/result.h"

/* A heading that stands over row `i` where it is the first of its kind on the page; NULL none. */
static const char *heading_of(const struct view_result *result, int32_t i, int32_t first)
{
	bool fresh = i == first || i == result->works_count;

	switch (result->list) {
	case LIST_BARS: break;
	case LIST_AGREED: return !fresh ? NULL : i < result->works_count ? _("What we agree works") : _("Agreed that something remains");
	case LIST_DIFFERENT: return i == first ? _("Where the pictures differ") : NULL;
	}
	return NULL;
}

int32_t result_heading_height(const struct ui *ui)
{
	return ui_line_height(ui, STYLE_LABEL) + ui_theme(ui)->snug;
}

int32_t result_gap(const struct ui *ui, const struct answers *answers)
{
	const struct ui_theme *t = ui_theme(ui);

	return !answers->stacked ? t->snug : t->compact ? t->gap : t->space;
}

/* How many rows a page takes: as many as can be read. */
int32_t result_rows(const struct ui *ui, const struct view_result *result, const struct answers *answers, int32_t height)
{
	int32_t least = 1;

	for (int32_t i = 0; i < result->row_count; i++) {
		least = max_i32(least, answers_least(ui, answers, &result->rows[i]));
	}
	return ui_rows_fit(height, least, result_gap(ui, answers));
}

int32_t result_headings(const struct view_result *result, struct pages pages)
{
	int32_t count = 0;

	for (int32_t i = pages.first; i < pages.first + pages.count; i++) {
		count += heading_of(result, i, pages.first) != NULL ? 1 : 0;
	}
	return count;
}

/* The height that one row of the page may have, when all of them and the headings share `height`. */
static int32_t row_height(const struct ui *ui, const struct view_result *result, const struct answers *answers, struct pages pages,
                          int32_t height)
{
	int32_t gap = result_gap(ui, answers);
	int32_t most = answers->stacked ? 0 : 2 * ui_theme(ui)->control;

	for (int32_t i = pages.first; i < pages.first + pages.count; i++) {
		most = max_i32(most, answers_want(ui, answers, &result->rows[i]) + (answers->stacked ? 0 : ui_theme(ui)->space));
	}
	return min_i32(most, (height + gap) / max_i32(1, pages.count) - gap);
}

/* The rows of a page, under their headings. */
void result_page(struct ui *ui, struct rect box, const struct view_result *result, const struct answers *answers, struct pages pages,
                      bool headings)
{
	int32_t gap = result_gap(ui, answers), end = pages.first + pages.count;
	int32_t count = headings ? result_headings(result, pages) : 0;
	int32_t taken = count * result_heading_height(ui) + max_i32(0, count - 1) * gap;
	int32_t row = row_height(ui, result, answers, pages, box.h - taken);

	for (int32_t i = pages.first, run = 0; i < end; i += run) {
		const char *heading = heading_of(result, i, pages.first);

		if (heading != NULL && headings) {
			ui_labelled(ui, &box, heading);
			ui_group(ui, NULL);
		}
		for (run = 1; i + run < end && heading_of(result, i + run, pages.first) == NULL;) {
			run++;
		}
		answers_rows(ui, cut_top_gap(&box, run * row + (run - 1) * gap, gap), answers, &result->rows[i], run);
	}
}
