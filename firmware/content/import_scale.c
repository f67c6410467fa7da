/* The scale of an instrument, wherever and however a document gives it. */
#include "firmware/content/import_scale.h"

#include <string.h>

#include "firmware/base/str.h"
#include "firmware/content/import_labels.h"
#include "firmware/content/import_words.h"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool says(const char *label, const char *const *words)
{
	char folded[FOLDED_BYTES];

	fold(label, folded);
	return folded_has(folded, words);
}

static void turn(struct import_scale *scale)
{
	for (int32_t i = 0; i < scale->count / 2; i++) {
		const char *step = scale->steps[i];

		scale->steps[i] = scale->steps[scale->count - 1 - i];
		scale->steps[scale->count - 1 - i] = step;
	}
	scale->turned = !scale->turned;
}

static bool has_equal_steps(const struct import_scale *scale)
{
	for (int32_t i = 0; i < scale->count; i++) {
		for (int32_t j = 0; j < i; j++) {
			if (same_words(scale->steps[i], scale->steps[j])) {
				return true;
			}
		}
	}
	return false;
}

/* The digits between the ends, where only these have labels: "1 = aldrig ... 5 = alltid". */
static bool fill_between(struct labels *labels)
{
	static const char *const digits[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
	struct label low = labels->list[0], high = labels->list[1];

	if (low.digit > high.digit) {
		low = labels->list[1];
		high = labels->list[0];
	}
	if (labels->count != 2 || low.digit < 0 || high.digit - low.digit < IMPORT_STEPS_MIN - 1 || high.digit - low.digit >= IMPORT_LABELS_MAX) {
		return false;
	}
	labels->count = high.digit - low.digit + 1;
	for (int32_t i = 0; i < labels->count; i++) {
		labels->list[i] = (struct label){low.digit + i, digits[low.digit + i]};
	}
	labels->list[0] = low;
	labels->list[labels->count - 1] = high;
	return true;
}

/* A scale out of labels: answers beside it apart, from low to high. False if they are none. */
static bool settle(struct labels *labels, int32_t line, struct import_scale *scale)
{
	bool filled = fill_between(labels);
	bool falling = labels->count > 1 && labels->list[0].digit > labels->list[1].digit && labels->list[1].digit >= 0;

	*scale = (struct import_scale){.line = line, .ends_only = filled};
	for (int32_t i = 0; i < labels->count; i++) {
		const char *text = labels->list[i].text;

		if (says(text, words_unsure)) {
			scale->unsure = text;
		} else {
			scale->steps[scale->count++] = text;
		}
	}
	if (scale->count < IMPORT_STEPS_MIN || has_equal_steps(scale)) {
		scale->count = 0;
		return false;
	}
	if (falling) {
		turn(scale);
	}
	if (says(scale->steps[scale->count - 1], words_not) && !says(scale->steps[0], words_not)) {
		turn(scale);
	}
	return true;
}

bool import_take_labels(struct import_document *document, struct import_scale *scale, const char *const *labels, int32_t count,
	int32_t line)
{
	struct labels found = {.count = 0};

	for (int32_t i = 0; i < count; i++) {
		int32_t digit = is_digit(labels[i][0]) && !is_digit(labels[i][1]) ? labels[i][0] - '0' : -1;

		if (!labels_add(&found, digit, label_clean(document->arena, labels[i], strlen(labels[i])))) {
			return false;
		}
	}
	return settle(&found, line, scale);
}

/* Keeps the first scale of its kind: labels count more than ends, ends more than bare digits. */
static void keep(struct import_scale *best, int32_t *rank, const struct import_scale *found, int32_t found_rank)
{
	if (found->count > 0 && found_rank > *rank) {
		*best = *found;
		*rank = found_rank;
	}
}

enum { RANK_NONE, RANK_DIGITS, RANK_ENDS, RANK_LABELS };

/* The labels of lines one under the other, from line `at`: "1 = ...", or a list under a word for scale. Returns how many lines. */
static int32_t listed_labels(const struct import_document *document, int32_t at, bool under_word, struct labels *labels)
{
	int32_t lines = 0, last_digit = -1;

	*labels = (struct labels){.pure = true};
	for (int32_t i = at; i < document->count && labels->count < IMPORT_LABELS_MAX; i++) {
		const struct import_line *line = &document->lines[i];
		bool listed = under_word && (line->kind == LINE_ITEM || line->kind == LINE_NUMBER);
		struct labels one = {.count = 0};
		int32_t digit = -1;

		if (line->kind == LINE_HEADING || line->in_table || strlen(line->text) >= LABEL_LINE_BYTES) {
			break;
		}
		if (label_begins(line->text)) {
			labels_numbered(document->arena, line->text, &one);
			if (one.count != 1) {
				break;
			}
		} else if (listed) {
			digit = is_digit(line->mark[0]) && !is_digit(line->mark[1]) ? line->mark[0] - '0' : -1;
			if ((is_sentence_end(last_letter(line->text)) && count_words(line->text) > 2) ||
			    !labels_add(&one, digit, label_clean(document->arena, line->text, strlen(line->text)))) {
				return 0;   /* a list of statements, under "Skatta enligt skalan:" */
			}
		} else {
			break;
		}
		digit = one.list[0].digit;
		if (digit >= 0 && last_digit >= 0 && digit != last_digit + 1 && digit != last_digit - 1) {
			break;
		}
		last_digit = digit;
		labels->list[labels->count++] = one.list[0];
		lines++;
	}
	return lines;
}

static bool is_about_scale(const struct import_line *line)
{
	char folded[FOLDED_BYTES];

	fold(line->text, folded);
	return folded_has(folded, words_scale) && strlen(line->text) < LABEL_LINE_BYTES && line->kind != LINE_ITEM && line->kind != LINE_NUMBER;
}

/* Where the digits begin that a form has after a statement, "Vi lyssnar. 1 2 3 4"; 0 for none. *count: how many. */
static size_t digits_after(const char *text, int32_t *count)
{
	size_t at = strlen(text), from = 0;
	int32_t expected = -1;

	*count = 0;
	while (at > 1 && is_digit(text[at - 1]) && text[at - 2] == ' ' && (expected < 0 || text[at - 1] - '0' == expected)) {
		expected = text[at - 1] - '0' - 1;
		from = at - 2;
		++*count;
		at = from;
		while (at > 0 && text[at - 1] == ' ') {
			at--;
		}
	}
	return *count >= IMPORT_STEPS_MIN && expected < 1 && at > 0 ? at : 0;
}

/* Takes such digits off, where several lines have as many. */
static void take_digits(struct import_document *document, struct import_scale *scale, int32_t *rank)
{
	int32_t lines[IMPORT_LABELS_MAX + 2] = {0};

	for (int32_t round = 0; round < 2; round++) {
		for (int32_t i = 0; i < document->count; i++) {
			struct import_line *line = &document->lines[i];
			struct labels labels;
			struct import_scale found;
			int32_t count;
			size_t from = strlen(line->text) < LABEL_LINE_BYTES && !line->in_table ? digits_after(line->text, &count) : 0;

			if (from == 0 || count > IMPORT_LABELS_MAX) {
				continue;
			}
			if (round == 0) {
				lines[count]++;
			} else if (lines[count] > 1) {
				if (labels_count(line->text + from, &labels) && settle(&labels, line->number, &found)) {
					keep(scale, rank, &found, RANK_DIGITS);
				}
				line->text = arena_text(document->arena, line->text, from);
			}
		}
	}
}

/* What one line says on its own. */
static int32_t look_at(struct import_document *document, struct import_line *line, struct import_scale *found)
{
	struct labels labels = {.count = 0};
	int32_t rank = RANK_NONE;

	labels_numbered(document->arena, line->text, &labels);
	if (labels.count > 1 && settle(&labels, line->number, found)) {
		rank = found->ends_only ? RANK_ENDS : RANK_LABELS;
	} else {
		labels_worded(document->arena, line->text, &labels);
		if (labels.count < IMPORT_STEPS_MIN) {
			labels_bare(document->arena, line->text, &labels);
		}
		rank = labels.count >= IMPORT_STEPS_MIN && settle(&labels, line->number, found) ? RANK_LABELS : RANK_NONE;
	}
	if (rank == RANK_NONE && labels_count(line->text, &labels) && settle(&labels, line->number, found)) {
		rank = RANK_DIGITS;
	}
	if (rank != RANK_NONE && labels.pure) {
		line->place = PLACE_SCALE;
	}
	return rank;
}

void import_find_scale(struct import_document *document, struct import_scale *scale)
{
	int32_t rank = RANK_NONE;
	bool about = false;

	*scale = (struct import_scale){.count = 0};
	take_digits(document, scale, &rank);
	for (int32_t i = 0; i < document->count; i++) {
		struct import_line *line = &document->lines[i];
		struct import_scale found = {.count = 0};
		struct labels labels;
		int32_t lines;

		if (line->cell_count > 0) {
			if (import_take_labels(document, &found, line->cells, line->cell_count, line->number)) {
				line->place = PLACE_SCALE;
				keep(scale, &rank, &found, says(found.steps[0], (const char *const[]){" 1 ", NULL}) ? RANK_DIGITS : RANK_LABELS);
			}
			continue;
		}
		if (line->aside || line->in_table || strlen(line->text) >= LABEL_LINE_BYTES) {
			continue;
		}
		lines = listed_labels(document, i, about, &labels);
		if (lines >= 2 && settle(&labels, line->number, &found)) {
			for (int32_t j = i; j < i + lines; j++) {
				document->lines[j].place = PLACE_SCALE;
			}
			keep(scale, &rank, &found, found.ends_only ? RANK_ENDS : RANK_LABELS);
			i += lines - 1;
			continue;
		}
		keep(scale, &rank, &found, look_at(document, line, &found));
		about = is_about_scale(line) || (about && line->kind == LINE_TEXT && last_letter(line->text) == ':');
	}
}
