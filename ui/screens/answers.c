/* Answers that everyone may see. */
#include "ui/screens/answers.h"

#include "ui/screens/step.h"

const char *answers_verdict(enum verdict verdict)
{
	switch (verdict) {
	case VERDICT_TOO_FEW: return C_("how united", "too few answers");
	case VERDICT_UNITED: return C_("how united", "agreed");
	case VERDICT_FAIRLY_UNITED: return C_("how united", "fairly agreed");
	case VERDICT_DIFFERENT: return C_("how united", "different pictures");
	case VERDICT_TWO_CAMPS: return C_("how united", "two camps");
	}
	return "";
}

static int32_t widest_verdict(const struct ui *ui)
{
	int32_t widest = 0;

	for (int32_t i = VERDICT_TOO_FEW; i <= VERDICT_TWO_CAMPS; i++) {
		widest = max_i32(widest, ui_text_width(ui, STYLE_STRONG, answers_verdict((enum verdict)i)));
	}
	return widest;
}

/* The words beside a bar: how united, and how many don't know. Under it they share a line, or take one each. */
static int32_t beside_height(const struct ui *ui, const struct answers *answers, const struct view_result_row *row)
{
	const char *verdict = answers_verdict(row->verdict);
	bool unsure = row->tally.count[UNSURE] > 0;
	int32_t width = answers->verdict;

	if (!answers->under && ui_theme(ui)->compact) {
		return ui_text_height_floor(ui, STYLE_STRONG, width, verdict) +
		       (unsure ? ui_text_height_floor(ui, STYLE_QUIET, width, answers->unsure_word) : 0);
	}
	if (!answers->under) {
		return ui_text_height(ui, STYLE_STRONG, width, verdict) +
		       (unsure && answers->stacked ? ui_text_height(ui, STYLE_QUIET, width, answers->unsure_word) : 0);
	}
	width -= unsure ? step_line_width(ui, STYLE_QUIET, answers->unsure_word) + 2 * ui_theme(ui)->space : 0;
	return step_line_width(ui, STYLE_STRONG, verdict) <= width ? ui_line_height(ui, STYLE_STRONG)
	                                                       : ui_line_height(ui, STYLE_STRONG) + ui_line_height(ui, STYLE_QUIET);
}

struct answers answers_of(const struct ui *ui, int32_t width, bool stacked, const struct view_result_row *rows, int32_t count,
                          const char *unsure_word)
{
	const struct ui_theme *t = ui_theme(ui);
	struct answers answers = {.stacked = stacked, .under = stacked && t->portrait, .width = width, .unsure_word = unsure_word};

	answers.verdict = answers.under ? width : min_i32(widest_verdict(ui) + t->snug, width / (2 + 1));
	answers.unsure = stacked ? 0 : ui_text_width(ui, STYLE_QUIET, unsure_word) + 2 * t->snug;
	for (int32_t i = 0; i < count; i++) {
		ui_diverging_widen(&answers.span, &rows[i].tally);
		answers.beside = max_i32(answers.beside, beside_height(ui, &answers, &rows[i]));
	}
	return answers;
}

/* The parts of a row. */
struct places {
	struct rect text, bar, unsure, verdict;
};

static int32_t bar_height(const struct ui *ui)
{
	const struct ui_theme *t = ui_theme(ui);

	return t->compact ? ui_line_height(ui, STYLE_STRONG) + 2 * t->snug : t->control - t->snug;
}

/* What a stacked row takes under its text. */
static int32_t under_text(const struct ui *ui, const struct answers *answers)
{
	return answers->under ? bar_height(ui) + answers->beside : max_i32(bar_height(ui), answers->beside);
}

static struct places places_of(const struct ui *ui, const struct answers *answers, struct rect row)
{
	const struct ui_theme *t = ui_theme(ui);
	struct places at = {.text = row};
	struct rect rest = row;

	if (answers->stacked) {
		rest = cut_bottom_gap(&at.text, under_text(ui, answers), t->snug);
		at.verdict = answers->under ? cut_bottom(&rest, answers->beside) : cut_right_gap(&rest, answers->verdict, t->space);
		at.bar = cut_middle_height(rest, bar_height(ui));
		return at;
	}
	at.verdict = cut_right_gap(&rest, answers->verdict, t->snug);
	at.unsure = cut_right_gap(&rest, answers->unsure, t->snug);
	at.text = cut_left_gap(&rest, rest.w / 2, t->space);
	at.bar = cut_middle_height(rest, bar_height(ui));
	return at;
}

struct rect answers_bar(const struct ui *ui, const struct answers *answers, struct rect row)
{
	return places_of(ui, answers, row).bar;
}

static int32_t row_height(const struct ui *ui, const struct answers *answers, const struct view_result_row *row, bool floor)
{
	int32_t width = places_of(ui, answers, (struct rect){0, 0, answers->width, 1}).text.w;
	int32_t text = floor ? ui_text_height_floor(ui, STYLE_BODY, width, row->text) : ui_text_height(ui, STYLE_BODY, width, row->text);

	return answers->stacked ? text + ui_theme(ui)->snug + under_text(ui, answers) : max_i32(text, max_i32(bar_height(ui), answers->beside));
}

int32_t answers_least(const struct ui *ui, const struct answers *answers, const struct view_result_row *row)
{
	return row_height(ui, answers, row, true);
}

int32_t answers_want(const struct ui *ui, const struct answers *answers, const struct view_result_row *row)
{
	return row_height(ui, answers, row, false);
}

static const char *unsure_words(struct ui *ui, const struct answers *answers, const struct tally *tally)
{
	return tally->count[UNSURE] == 0 ? NULL : ui_say(ui, C_("how many don't know", "%d %s"), tally->count[UNSURE], answers->unsure_word);
}

/* "olika bilder" and "1 vet inte": beside the bar, or on a line under it. */
static void answers_words(struct ui *ui, struct rect box, const struct answers *answers, const struct view_result_row *row)
{
	const char *unsure = answers->stacked ? unsure_words(ui, answers, &row->tally) : NULL;

	if (answers->under && box.h <= ui_line_height(ui, STYLE_STRONG)) {
		struct rect right = cut_right(&box, unsure == NULL ? 0 : step_line_width(ui, STYLE_QUIET, unsure) + ui_theme(ui)->space);

		ui_line(ui, box, STYLE_STRONG, INK_FULL, ALIGN_LEFT, answers_verdict(row->verdict));
		ui_line(ui, right, STYLE_QUIET, INK_QUIET, ALIGN_RIGHT, unsure);
		return;
	}
	ui_stack(ui, box,
	         (struct part[]){{.style = STYLE_STRONG, .text = answers_verdict(row->verdict)}, {.style = STYLE_QUIET, .text = unsure}}, 2,
	         (struct stack){.align = answers->under ? ALIGN_LEFT : ALIGN_RIGHT, .middle = true});
}

static const char *few_words(void)
{
	return _("Too few took a stand for the sums to be shown.");
}

static void draw_sums(struct ui *ui, const struct places *at, const struct answers *answers, const struct view_result_row *row)
{
	const char *few = few_words();

	/* Where there is no room for the sentence, the word beside it says enough. */
	if (row->verdict == VERDICT_TOO_FEW && ui_text_height_floor(ui, STYLE_QUIET, at->bar.w, few) <= at->bar.h) {
		ui_text_in(ui, at->bar, STYLE_QUIET, INK_QUIET, (struct stack){.align = answers->stacked ? ALIGN_LEFT : ALIGN_CENTRE, .middle = true},
		           few);
	} else if (row->verdict != VERDICT_TOO_FEW) {
		ui_diverging(ui, at->bar, &row->tally, answers->span);
	}
	if (!answers->stacked && row->tally.count[UNSURE] > 0) {
		ui_line(ui, at->unsure, STYLE_BODY, INK_QUIET, ALIGN_CENTRE, ui_say(ui, "%d", row->tally.count[UNSURE]));
	}
	answers_words(ui, at->verdict, answers, row);
}

int32_t answers_sums_height(const struct ui *ui, const struct answers *answers)
{
	return ui_theme(ui)->snug + under_text(ui, answers);
}

void answers_sums(struct ui *ui, struct rect box, const struct answers *answers, const struct view_result_row *row)
{
	struct places at = places_of(ui, answers, cut_top(&box, min_i32(box.h, answers_sums_height(ui, answers))));

	draw_sums(ui, &at, answers, row);
}

static void answers_row(struct ui *ui, struct rect box, const struct answers *answers, const struct view_result_row *row)
{
	struct places at = places_of(ui, answers, box);

	ui_text_in(ui, at.text, STYLE_BODY, INK_FULL, (struct stack){.align = ALIGN_LEFT, .middle = !answers->stacked}, row->text);
	draw_sums(ui, &at, answers, row);
}

/* The axis runs through the rows that have bars, and the gaps under them. */
static void draw_axis(struct ui *ui, struct rect row, const struct answers *answers, int32_t gap)
{
	struct rect bar = places_of(ui, answers, row).bar;

	ui_diverging_line(ui, (struct rect){bar.x, row.y, bar.w, row.h + gap}, answers->span);
}

void answers_rows(struct ui *ui, struct rect box, const struct answers *answers, const struct view_result_row *rows, int32_t count)
{
	const struct ui_theme *t = ui_theme(ui);
	const char *texts[VIEW_ROWS_MAX];
	int32_t gap = !answers->stacked ? t->snug : t->compact ? t->gap : t->space;

	if (count == 0) {
		return;
	}
	for (int32_t i = 0; i < count; i++) {
		texts[i] = rows[i].text;
		if (!answers->stacked && rows[i].verdict != VERDICT_TOO_FEW) {
			draw_axis(ui, cut_row(box, count, i, gap), answers, i + 1 < count && rows[i + 1].verdict != VERDICT_TOO_FEW ? gap : 0);
		}
	}
	struct rect first = places_of(ui, answers, cut_row(box, count, 0, gap)).text;

	ui_one_size(ui, STYLE_BODY, first.w, first.h, texts, count);
	for (int32_t i = 0; i < count; i++) {
		answers_row(ui, cut_row(box, count, i, gap), answers, &rows[i]);
	}
	ui_one_size_end(ui);
}

/* ---- the legend ---- */

static int32_t swatch_width(const struct ui *ui, const char *word)
{
	return ui_line_height(ui, STYLE_QUIET) + ui_theme(ui)->snug + ui_text_width(ui, STYLE_QUIET, word);
}

/* At its floor a word takes so much less. */
static int32_t least_width(const struct ui *ui, const char *word)
{
	return ui_line_height(ui, STYLE_QUIET) + ui_theme(ui)->snug + step_line_width(ui, STYLE_QUIET, word);
}

/* How many of it stand side by side: all four, two, or one. */
static int32_t legend_columns(const struct ui *ui, int32_t width, const char *const scale[ANSWERS])
{
	int32_t sum = (SCALE_STEPS - 1) * ui_theme(ui)->space;

	for (int32_t i = 0; i < SCALE_STEPS; i++) {
		sum += least_width(ui, scale[i]);
	}
	return sum <= width ? SCALE_STEPS : answers_legend_square(ui, scale) <= width ? 2 : 1;
}

int32_t answers_legend_square(const struct ui *ui, const char *const scale[ANSWERS])
{
	int32_t widest = 0;

	for (int32_t i = 0; i < SCALE_STEPS; i++) {
		widest = max_i32(widest, least_width(ui, scale[i]));
	}
	return 2 * widest + ui_theme(ui)->snug;
}

int32_t answers_legend_width(const struct ui *ui, const char *const scale[ANSWERS])
{
	int32_t sum = (SCALE_STEPS - 1) * ui_theme(ui)->space;

	for (int32_t i = 0; i < SCALE_STEPS; i++) {
		sum += swatch_width(ui, scale[i]);
	}
	return sum;
}

/* The height of one line of it: on a small panel words may come down to their floor. */
static int32_t legend_line(const struct ui *ui)
{
	return ui_theme(ui)->compact ? ui_text_height_floor(ui, STYLE_QUIET, ui_theme(ui)->control, "x") : ui_line_height(ui, STYLE_QUIET);
}

/* Four lines stand close. */
static int32_t legend_gap(const struct ui *ui, int32_t rows)
{
	return rows > 2 ? ui_theme(ui)->line : ui_theme(ui)->snug;
}

int32_t answers_legend_height(const struct ui *ui, int32_t width, const char *const scale[ANSWERS])
{
	int32_t rows = SCALE_STEPS / legend_columns(ui, width, scale);

	return rows * legend_line(ui) + (rows - 1) * legend_gap(ui, rows);
}

static void legend_on_a_line(struct ui *ui, struct rect box, const char *const scale[ANSWERS])
{
	const struct ui_theme *t = ui_theme(ui);
	bool roomy = answers_legend_width(ui, scale) <= box.w;
	int32_t shares[SCALE_STEPS];

	for (int32_t i = 0; i < SCALE_STEPS; i++) {
		shares[i] = roomy ? swatch_width(ui, scale[i]) : least_width(ui, scale[i]);
	}
	box.w = min_i32(box.w, answers_legend_width(ui, scale));
	for (int32_t i = 0; i < SCALE_STEPS; i++) {
		ui_swatch(ui, cut_column_by(box, shares, SCALE_STEPS, i, t->space), i, scale[i]);
	}
}

void answers_legend(struct ui *ui, struct rect box, const char *const scale[ANSWERS])
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t columns = legend_columns(ui, box.w, scale), rows = SCALE_STEPS / columns, gap = legend_gap(ui, rows);
	struct rect cell = cut_cell(box, columns, rows, 0, gap);

	if (rows == 1) {
		legend_on_a_line(ui, box, scale);
		return;
	}
	ui_one_size(ui, STYLE_QUIET, cell.w - ui_line_height(ui, STYLE_QUIET) - t->snug, cell.h, scale, SCALE_STEPS);
	for (int32_t i = 0; i < SCALE_STEPS; i++) {
		ui_swatch(ui, cut_cell(box, columns, rows, i, gap), i, scale[i]);
	}
	ui_one_size_end(ui);
}

void answers_table(struct ui *ui, struct rect box, const struct answers *answers, const struct view_result_row *row,
                   const char *const scale[ANSWERS])
{
	const struct ui_theme *t = ui_theme(ui);
	const char *words[ANSWERS];

	if (row->verdict == VERDICT_TOO_FEW) {
		ui_stack(ui, box,
		         (struct part[]){{.style = STYLE_STRONG, .text = answers_verdict(row->verdict)},
		                         {.style = STYLE_QUIET, .text = few_words(), .before = t->snug, .spare = true}},
		         2, (struct stack){.align = ALIGN_LEFT});
		return;
	}

	for (int32_t i = 0; i < ANSWERS; i++) {
		words[i] = ui_say(ui, C_("a step of the scale and its count", "%s: %d"), scale[i], row->tally.count[i]);
	}
	/* How united they are stands under it, or beside it on a low panel. */
	struct rect right = t->portrait ? cut_right(&box, 0) : cut_right_gap(&box, box.w / (2 + 1), t->space);
	int32_t high = answers_legend_height(ui, box.w, words);

	if (high <= box.h) {
		answers_legend(ui, cut_top_gap(&box, high, t->snug), words);
	} else {
		const char *all = "";

		/* Not even that: in running text. */
		for (int32_t i = 0; i < SCALE_STEPS; i++) {
			all = i == 0 ? words[i] : ui_say(ui, "%s, %s", all, words[i]);
		}
		cut_top(&box, ui_text_in(ui, box, STYLE_QUIET, INK_FULL, (struct stack){.align = ALIGN_LEFT}, all).height);
	}
	ui_stack(ui, t->portrait ? box : right,
	         (struct part[]){{.style = STYLE_STRONG, .text = answers_verdict(row->verdict)},
	                         {.style = STYLE_QUIET, .text = unsure_words(ui, answers, &row->tally)}},
	         2, (struct stack){.align = t->portrait ? ALIGN_LEFT : ALIGN_RIGHT});
}
