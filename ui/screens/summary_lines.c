/* The lines of a meeting that is told afterwards: how high each is, and how it looks. */
#include "ui/screens/summary.h"

#include <string.h>

#include "ui/screens/answers.h"

/* How the width is shared where a result stands on one line; without the text where that stands over the rest. */
enum { TEXT_PART = 2 + 2, BAR_PART = 2 + 1, WORDS_PART = 2 };

/* ---- texts ---- */

const char *summary_text(const struct telling *telling)
{
	bool title = telling->kind == TOLD_SHARED_TITLE || telling->kind == TOLD_RESULT_TITLE;

	return title ? telling->line->title : telling->line->text;
}

static enum style style_of(enum told kind)
{
	return kind == TOLD_SHARED_TITLE || kind == TOLD_RESULT_TITLE ? STYLE_QUIET : STYLE_BODY;
}

static const char *piece_of(struct ui *ui, const struct telling *telling)
{
	return ui_say(ui, "%.*s", (int)telling->len, summary_text(telling) + telling->from);
}

static int32_t piece_height(struct ui *ui, const struct told_by *by, const struct telling *telling, int32_t len)
{
	char piece[TEXT_BYTES];
	size_t bytes = (size_t)clamp_i32(len, 0, TEXT_BYTES - 1);

	memcpy(piece, summary_text(telling) + telling->from, bytes);
	piece[bytes] = '\0';
	return ui_text_height(ui, style_of(telling->kind), by->width, piece);
}

int32_t summary_piece(struct ui *ui, const struct told_by *by, const struct telling *telling, int32_t height)
{
	const char *text = summary_text(telling) + telling->from;
	int32_t whole = (int32_t)strlen(text), fits = 0;

	if (piece_height(ui, by, telling, whole) <= height) {
		return whole;
	}
	for (int32_t at = 0; at < whole; at++) {
		if (text[at] == ' ') {
			if (fits > 0 && piece_height(ui, by, telling, at) > height) {
				break;
			}
			fits = at;
		}
	}
	return fits > 0 ? fits : whole;
}

/* ---- shared answers ---- */

static int32_t answer_height(struct ui *ui, const struct told_by *by, const struct view_line *line)
{
	return line->answer[0] == '\0' ? 0 : ui_text_height(ui, STYLE_STRONG, by->width, line->answer);
}

static int32_t shared_height(struct ui *ui, const struct told_by *by, const struct telling *telling)
{
	const struct view_line *line = telling->line;
	int32_t grounds = telling->len == 0 ? 0 : ui_theme(ui)->snug + piece_height(ui, by, telling, telling->len);

	return ui_text_height(ui, STYLE_QUIET, by->width, line->title) + ui_theme(ui)->snug / 2 + answer_height(ui, by, line) + grounds;
}

static void draw_shared(struct ui *ui, struct rect box, const struct telling *telling)
{
	const struct view_line *line = telling->line;

	ui_stack(ui, box,
	         (struct part[]){{.style = STYLE_QUIET, .text = line->title},
	                         {.style = STYLE_STRONG, .text = line->answer, .ink = INK_PINE, .before = ui_theme(ui)->snug / 2},
	                         {.style = STYLE_BODY, .text = telling->len == 0 ? NULL : piece_of(ui, telling), .before = ui_theme(ui)->snug}},
	         2 + 1, (struct stack){.align = ALIGN_LEFT});
}

/* ---- results ---- */

/* "1 vet inte". */
static const char *unsure_of(struct ui *ui, const struct told_by *by, const struct view_line *line)
{
	int32_t unsure = line->tally.count[UNSURE];

	return unsure == 0 ? NULL : ui_say(ui, C_("how many don't know", "%d %s"), unsure, by->summary->scale_short[UNSURE]);
}

static int32_t bar_height(const struct ui *ui)
{
	return ui_line_height(ui, STYLE_STRONG) + ui_theme(ui)->snug;
}

static const int32_t PARTS[] = {TEXT_PART, BAR_PART, WORDS_PART};

static int32_t words_width(const struct ui *ui, const struct told_by *by)
{
	struct rect all = {0, 0, by->width, 1};

	switch (by->shape) {
	case RESULT_ON_A_LINE: return cut_column_by(all, PARTS, ARRAY_LEN(PARTS), 2, ui_theme(ui)->space).w;
	case RESULT_BAR_UNDER: return cut_column_by(all, PARTS + 1, 2, 1, ui_theme(ui)->gap).w;
	case RESULT_UPRIGHT: break;
	}
	return by->width;
}

/* The words: how united, and how many don't know. */
static int32_t words_height(const struct ui *ui, const struct told_by *by, const struct view_line *line)
{
	int32_t verdict = ui_text_height(ui, STYLE_STRONG, words_width(ui, by), answers_verdict(line->verdict));
	int32_t unsure = ui_line_height(ui, STYLE_QUIET);

	return line->verdict == VERDICT_TOO_FEW ? unsure : verdict + (line->tally.count[UNSURE] > 0 ? unsure : 0);
}

/* What stands beside or under the text of a result. */
static int32_t figures_height(const struct ui *ui, const struct told_by *by, const struct view_line *line)
{
	const struct ui_theme *t = ui_theme(ui);

	if (line->verdict == VERDICT_TOO_FEW) {
		return words_height(ui, by, line);
	}
	int32_t words = words_height(ui, by, line);

	return by->shape == RESULT_UPRIGHT ? bar_height(ui) + t->snug + words : max_i32(bar_height(ui), words);
}

struct result_places {
	struct rect text, bar, words;
};

static struct result_places result_places(const struct ui *ui, const struct told_by *by, struct rect box, const struct view_line *line)
{
	const struct ui_theme *t = ui_theme(ui);
	struct result_places at = {.text = box};

	if (by->shape == RESULT_ON_A_LINE) {
		at.text = cut_column_by(box, PARTS, ARRAY_LEN(PARTS), 0, t->space);
		at.bar = cut_column_by(box, PARTS, ARRAY_LEN(PARTS), 1, t->space);
		at.words = cut_column_by(box, PARTS, ARRAY_LEN(PARTS), 2, t->space);
	} else {
		box = cut_bottom_gap(&at.text, figures_height(ui, by, line), t->snug);
		at.bar = by->shape == RESULT_UPRIGHT ? cut_top_gap(&box, bar_height(ui), t->snug) : cut_column_by(box, PARTS + 1, 2, 0, t->gap);
		at.words = by->shape == RESULT_UPRIGHT ? box : cut_column_by(box, PARTS + 1, 2, 1, t->gap);
	}
	at.bar = cut_middle_height(at.bar, bar_height(ui));
	return at;
}

static int32_t result_height(const struct ui *ui, const struct told_by *by, const struct view_line *line)
{
	struct rect box = {0, 0, by->width, by->width};
	int32_t figures = figures_height(ui, by, line);
	int32_t text = ui_text_height(ui, STYLE_QUIET, result_places(ui, by, box, line).text.w, line->title);

	return by->shape == RESULT_ON_A_LINE ? max_i32(text, figures) : text + ui_theme(ui)->snug + figures;
}

static void draw_figures(struct ui *ui, const struct told_by *by, struct result_places at, const struct view_line *line)
{
	enum align align = by->shape == RESULT_UPRIGHT ? ALIGN_LEFT : ALIGN_RIGHT;

	ui_diverging_line(ui, cut_middle_height(at.bar, at.bar.h + ui_theme(ui)->snug), by->span);
	ui_diverging(ui, at.bar, &line->tally, by->span);
	ui_stack(ui, at.words,
	         (struct part[]){{.style = STYLE_STRONG, .text = answers_verdict(line->verdict)},
	                         {.style = STYLE_QUIET, .text = unsure_of(ui, by, line)}},
	         2, (struct stack){.align = align, .middle = true});
}

static void draw_result(struct ui *ui, struct rect box, const struct told_by *by, const struct telling *telling)
{
	const struct view_line *line = telling->line;
	struct result_places at = result_places(ui, by, box, line);
	bool beside = by->shape == RESULT_ON_A_LINE;

	if (telling->kind == TOLD_RESULT) {
		ui_text_in(ui, at.text, STYLE_QUIET, INK_FULL, (struct stack){.align = ALIGN_LEFT, .middle = beside}, line->title);
	}
	if (line->verdict == VERDICT_TOO_FEW) {
		struct rect rest = {beside ? at.bar.x : box.x, beside ? box.y : at.text.y + at.text.h, 0, 0};

		rest.w = box.x + box.w - rest.x;
		rest.h = box.y + box.h - rest.y;
		ui_line(ui, rest, STYLE_QUIET, INK_QUIET, beside ? ALIGN_RIGHT : ALIGN_LEFT, answers_verdict(line->verdict));
	} else {
		draw_figures(ui, by, at, line);
	}
}

/* ---- the legend ---- */

/* All of its words have room on one line each in columns so wide, swatches and all. */
static bool legend_fits(const struct ui *ui, const struct told_by *by, int32_t width)
{
	int32_t line = ui_line_height(ui, STYLE_QUIET);
	struct rect room = {0, 0, width - line - ui_theme(ui)->snug, line};

	for (int32_t i = 0; i < SCALE_STEPS; i++) {
		if (!ui_text_fits(ui, STYLE_QUIET, room, by->summary->scale_short[i])) {
			return false;
		}
	}
	return true;
}

static int32_t legend_columns(const struct ui *ui, const struct told_by *by)
{
	struct rect all = {0, 0, by->width, 1};
	int32_t columns = SCALE_STEPS;

	while (columns > 1 && !legend_fits(ui, by, cut_column(all, columns, 0, ui_theme(ui)->space).w)) {
		columns /= 2;
	}
	return columns;
}

int32_t summary_legend_height(const struct ui *ui, const struct told_by *by)
{
	int32_t rows = SCALE_STEPS / legend_columns(ui, by);

	return rows * ui_line_height(ui, STYLE_QUIET) + (rows - 1) * ui_theme(ui)->snug;
}

void summary_legend(struct ui *ui, struct rect box, const struct told_by *by)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t columns = legend_columns(ui, by), sum = (SCALE_STEPS - 1) * t->space;
	int32_t want[SCALE_STEPS];

	for (int32_t i = 0; i < SCALE_STEPS; i++) {
		want[i] = ui_line_height(ui, STYLE_QUIET) + t->snug + ui_text_width(ui, STYLE_QUIET, by->summary->scale_short[i]);
		sum += want[i];
	}
	if (columns == SCALE_STEPS && sum <= box.w) {
		for (int32_t i = 0; i < SCALE_STEPS; i++) {
			ui_swatch(ui, cut_left_gap(&box, want[i], t->space), i, by->summary->scale_short[i]);
		}
		return;
	}
	for (int32_t i = 0; i < SCALE_STEPS; i++) {
		struct rect row = cut_row(box, SCALE_STEPS / columns, i / columns, t->snug);

		ui_swatch(ui, cut_column(row, columns, i % columns, t->space), i, by->summary->scale_short[i]);
	}
}

/* ---- steps ---- */

static const char *kind_word(enum step_kind kind)
{
	switch (kind) {
	case STEP_READ: return _("Read together");
	case STEP_SILENT: return _("Think alone");
	case STEP_PAIR: return _("In pairs");
	case STEP_ROUND: return _("Round");
	case STEP_TALK: return _("Talk openly");
	case STEP_RATE: return _("Rate");
	case STEP_RESULT: return _("What the answers show");
	case STEP_SHARED: return _("Shared answer");
	case STEP_NOTE: return _("Write down");
	case STEP_GROUP: return _("In groups");
	case STEP_ROLES: return _("Who does what");
	case STEP_KIND_COUNT: break;
	}
	return "";
}

static const char *step_result(struct ui *ui, const struct view_line *line)
{
	if (line->status != STEP_DONE) {
		return _("not this time");
	}
	if (line->turns > 1 && line->minutes > 0) {
		return ui_say(ui, _("%d times, %d min"), line->turns, line->minutes);
	}
	return line->minutes > 0 ? ui_say(ui, _("%d min"), line->minutes) : _("done");
}

static const char *step_name(const struct view_line *line)
{
	return line->title[0] != '\0' ? line->title : kind_word(line->step_kind);
}

static int32_t mark_width(const struct ui *ui)
{
	return ui_line_height(ui, STYLE_BODY);
}

/* The name and what came of it stand on one line. */
static bool step_on_a_line(struct ui *ui, const struct told_by *by, const struct view_line *line)
{
	int32_t words = ui_text_width(ui, STYLE_BODY, step_name(line)) + ui_text_width(ui, STYLE_QUIET, step_result(ui, line));

	return mark_width(ui) + words + 2 * ui_theme(ui)->snug <= by->width;
}

static int32_t step_height(struct ui *ui, const struct told_by *by, const struct view_line *line)
{
	int32_t width = by->width - mark_width(ui) - ui_theme(ui)->snug;

	if (step_on_a_line(ui, by, line)) {
		return ui_line_height(ui, STYLE_BODY);
	}
	return ui_text_height(ui, STYLE_BODY, width, step_name(line)) + ui_line_height(ui, STYLE_QUIET);
}

static void draw_step(struct ui *ui, struct rect box, const struct told_by *by, const struct view_line *line)
{
	const struct ui_theme *t = ui_theme(ui);
	const char *result = step_result(ui, line);
	bool done = line->status == STEP_DONE;
	enum ink ink = done ? INK_FULL : INK_QUIET;
	struct rect mark = cut_left_gap(&box, mark_width(ui), t->snug);

	ui_line(ui, cut_top(&mark, ui_line_height(ui, STYLE_BODY)), STYLE_STRONG, INK_PINE, ALIGN_LEFT, done ? "✓" : "–");
	if (step_on_a_line(ui, by, line)) {
		ui_line(ui, cut_right_gap(&box, ui_text_width(ui, STYLE_QUIET, result), t->snug), STYLE_QUIET, INK_QUIET, ALIGN_RIGHT, result);
		ui_line(ui, box, STYLE_BODY, ink, ALIGN_LEFT, step_name(line));
	} else {
		ui_stack(ui, box,
		         (struct part[]){{.style = STYLE_BODY, .text = step_name(line), .ink = ink}, {.style = STYLE_QUIET, .text = result}}, 2,
		         (struct stack){.align = ALIGN_LEFT});
	}
}

/* ---- any of them ---- */

static const char *openly_words(void)
{
	return _("You talked openly instead of answering in secret.");
}

int32_t summary_height(struct ui *ui, const struct told_by *by, const struct telling *telling)
{
	switch (telling->kind) {
	case TOLD_NOTE:
	case TOLD_SHARED_TITLE:
	case TOLD_RESULT_TITLE:
	case TOLD_GROUNDS: return piece_height(ui, by, telling, telling->len);
	case TOLD_SHARED: return shared_height(ui, by, telling);
	case TOLD_ANSWER: return answer_height(ui, by, telling->line);
	case TOLD_LEGEND: return summary_legend_height(ui, by);
	case TOLD_OPENLY: return ui_text_height(ui, STYLE_BODY, by->width, openly_words());
	case TOLD_RESULT: return result_height(ui, by, telling->line);
	case TOLD_BAR: return figures_height(ui, by, telling->line);
	case TOLD_STEP: return step_height(ui, by, telling->line);
	}
	return 0;
}

void summary_line(struct ui *ui, struct rect box, const struct told_by *by, const struct telling *telling)
{
	const struct stack left = {.align = ALIGN_LEFT};

	switch (telling->kind) {
	case TOLD_NOTE:
	case TOLD_GROUNDS: ui_text_in(ui, box, STYLE_BODY, INK_FULL, left, piece_of(ui, telling)); break;
	case TOLD_SHARED_TITLE: ui_text_in(ui, box, STYLE_QUIET, INK_QUIET, left, piece_of(ui, telling)); break;
	case TOLD_RESULT_TITLE: ui_text_in(ui, box, STYLE_QUIET, INK_FULL, left, piece_of(ui, telling)); break;
	case TOLD_SHARED: draw_shared(ui, box, telling); break;
	case TOLD_ANSWER: ui_text_in(ui, box, STYLE_STRONG, INK_PINE, left, telling->line->answer); break;
	case TOLD_LEGEND: summary_legend(ui, box, by); break;
	case TOLD_OPENLY: ui_text_in(ui, box, STYLE_BODY, INK_FULL, left, openly_words()); break;
	case TOLD_RESULT:
	case TOLD_BAR: draw_result(ui, box, by, telling); break;
	case TOLD_STEP: draw_step(ui, box, by, telling->line); break;
	}
}
