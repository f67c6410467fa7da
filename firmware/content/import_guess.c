/* What every line of a document is in the instrument. */
#include "firmware/content/import_guess.h"

#include <string.h>

#include "firmware/base/str.h"
#include "firmware/content/import_outline.h"
#include "firmware/content/import_words.h"

#define RANKS 128
#define QUESTIONS_LETTERS_MAX 200
#define QUESTIONS_COUNT_MAX 6
#define ACCEPTED_LEAST 2         /* the score from which a list holds statements */
#define TITLE_WORDS_MAX 12
#define SENTENCES_LEAST 3        /* in a document without lists, before we believe that its sentences are statements */
#define SURE_LEAST 4             /* and from which it does so wherever it stands */

struct guess {
	struct import_document *document;
	struct outline outline;
	const struct import_scale *scale;
	bool gated;                  /* the document says which lists are statements */
	bool asks;                   /* its statements are questions */
	int32_t theme_rank;
};

/* What a list is made of. */
struct makeup {
	int32_t items, questions, bidding, sentences, names, alike, linked, brief, in_table;
};

/* The first item shows how far in a statement stands, and what its mark looks like; what stands further in explains one. */
static bool is_member(const struct guess *guess, const struct outline_group *group, int32_t line)
{
	const struct import_line *first = &guess->document->lines[group->first];
	const struct import_line *one = &guess->document->lines[line];

	if (!guess->outline.marks[line].item) {
		return false;
	}
	return one->kind == first->kind && (one->kind == LINE_TEXT || one->level <= first->level);
}

static bool is_question(const char *text)
{
	return last_letter(text) == '?';
}

static bool same_start(const char *a, const char *b)
{
	size_t left = strcspn(a, " "), right = strcspn(b, " ");

	return left == right && left > 0 && memcmp(a, b, left) == 0;
}

static struct makeup look_at(const struct guess *guess, const struct outline_group *group)
{
	struct makeup makeup = {.items = 0};
	const char *start = guess->document->lines[group->first].text;

	for (int32_t i = group->first; i <= group->last; i++) {
		const struct import_line *line = &guess->document->lines[i];
		char folded[FOLDED_BYTES];

		if (!is_member(guess, group, i)) {
			continue;
		}
		fold(line->text, folded);
		makeup.items++;
		makeup.in_table += line->in_table;
		makeup.brief += count_words(line->text) < 3 && !is_sentence_end(last_letter(line->text));
		makeup.questions += is_question(line->text);
		makeup.bidding += folded_begins(folded, words_bidding);
		makeup.sentences += is_sentence_end(last_letter(line->text)) || count_words(line->text) > 3;
		makeup.alike += same_start(line->text, start);
		makeup.linked += strstr(line->text, "http") != NULL || strstr(line->text, "www.") != NULL || strstr(line->text, " kB") != NULL;
		makeup.names += outline_names(&guess->outline, line->text);   /* a list of headings is a table of contents */
	}
	return makeup;
}

/* True if a heading over the list says that it is something else: instructions, an analysis, references. */
static bool is_headed(const struct guess *guess, const struct outline_group *group, const char *const *words)
{
	for (int32_t i = 0; i < group->depth; i++) {
		const struct import_line *line = &guess->document->lines[group->chain[i]];
		char folded[FOLDED_BYTES];

		fold(line->text, folded);
		if (folded_begins(folded, words) && (i == group->depth - 1 || line->kind == LINE_HEADING)) {
			return true;
		}
	}
	return false;
}

static bool led_by_bidding(const struct guess *guess, const struct outline_group *group)
{
	const struct import_line *before = group->first > 0 ? &guess->document->lines[group->first - 1] : NULL;
	char folded[FOLDED_BYTES];

	if (before == NULL || !guess->outline.marks[group->first - 1].lead) {
		return false;
	}
	fold(before->text, folded);
	return folded_begins(folded, words_apart) || strstr(folded, " fråg") != NULL || strstr(folded, " question") != NULL;
}

static int32_t score(const struct guess *guess, const struct outline_group *group)
{
	struct makeup makeup = look_at(guess, group);
	int32_t sum = 0;

	sum += group->depth > 0 ? 2 : 0;
	sum += makeup.sentences * 5 >= makeup.items * 3 ? 2 : 0;
	sum += makeup.alike > 1 && makeup.alike * 2 >= makeup.items ? 1 : 0;
	sum += makeup.in_table > 0 && guess->scale->count > 0 ? 3 : 0;
	sum += group->audience >= 0 ? 1 : 0;
	sum -= is_headed(guess, group, words_apart) ? 6 : 0;
	sum -= is_headed(guess, group, words_mixed) ? 3 : 0;
	sum -= led_by_bidding(guess, group) ? 3 : 0;
	sum -= !guess->asks && makeup.questions * 2 > makeup.items ? 5 : 0;
	sum -= makeup.bidding * 2 >= makeup.items ? 3 : 0;
	sum -= makeup.brief * 2 >= makeup.items ? 3 : 0;
	sum -= makeup.linked * 2 >= makeup.items ? 4 : 0;
	sum -= makeup.names * 2 >= makeup.items ? 5 : 0;
	return sum;
}

/* An instrument may ask throughout: then most of what it lists ends with a question mark. */
static bool asks_throughout(const struct guess *guess)
{
	int32_t questions = 0, items = 0, lists = 0;

	for (int32_t i = 0; i < guess->outline.group_count; i++) {
		struct makeup makeup = look_at(guess, &guess->outline.groups[i]);

		questions += makeup.questions;
		items += makeup.items;
		lists += makeup.questions * 2 > makeup.items;
	}
	return questions * 2 > items && (lists > 1 || guess->scale->count > 0 || guess->outline.group_count == 1);
}

static int32_t leaf_rank(const struct guess *guess, const struct outline_group *group)
{
	return group->depth > 0 ? guess->outline.marks[group->chain[group->depth - 1]].rank : RANKS - 1;
}

/* The rank of the headings that most statements stand right under. */
static int32_t usual_rank(const struct guess *guess)
{
	int32_t weight[RANKS] = {0};
	int32_t best = 0;

	for (int32_t i = 0; i < guess->outline.group_count; i++) {
		const struct outline_group *group = &guess->outline.groups[i];

		if (group->accepted) {
			weight[min_i32(leaf_rank(guess, group), RANKS - 1)] += group->last - group->first + 1;
		}
	}
	for (int32_t i = 1; i < RANKS; i++) {
		best = weight[i] > weight[best] ? i : best;
	}
	return best;
}

/* Lists before the first and after the last that stands as most of them do are beside the instrument, unless all speaks for them. */
static void drop_edges(struct guess *guess)
{
	int32_t first = -1, last = -1;
	int32_t usual = usual_rank(guess);

	for (int32_t i = 0; i < guess->outline.group_count; i++) {
		const struct outline_group *group = &guess->outline.groups[i];

		if (group->accepted && leaf_rank(guess, group) == usual) {
			first = first < 0 ? i : first;
			last = i;
		}
	}
	for (int32_t i = 0; i < guess->outline.group_count; i++) {
		struct outline_group *group = &guess->outline.groups[i];

		if (group->accepted && (i < first || i > last) && score(guess, group) <= SURE_LEAST) {
			group->accepted = false;
		}
	}
}

static int32_t accept_gated(struct guess *guess)
{
	int32_t accepted = 0;

	for (int32_t i = 0; i < guess->outline.group_count; i++) {
		struct outline_group *group = &guess->outline.groups[i];

		group->accepted = group->gate >= 0 && !is_headed(guess, group, words_apart) && !led_by_bidding(guess, group);
		accepted += group->accepted;
	}
	return accepted;
}

static int32_t accept_scored(struct guess *guess)
{
	int32_t accepted = 0;

	for (int32_t i = 0; i < guess->outline.group_count; i++) {
		struct outline_group *group = &guess->outline.groups[i];

		group->accepted = score(guess, group) >= ACCEPTED_LEAST;
		accepted += group->accepted;
	}
	if (accepted > 1) {
		drop_edges(guess);
	}
	return accepted;
}

/* Marks the lines, finds the lists, and says which of them hold statements. Returns how many do. */
static int32_t accept(struct guess *guess, bool sentences)
{
	int32_t accepted;

	outline_mark(guess->document, sentences, &guess->outline);
	outline_group(guess->document, &guess->outline);
	guess->asks = asks_throughout(guess);
	accepted = accept_gated(guess);
	guess->gated = accepted > 0;
	return accepted > 0 ? accepted : accept_scored(guess);
}

static int32_t count_items(const struct guess *guess)
{
	int32_t items = 0;

	for (int32_t i = 0; i < guess->outline.group_count; i++) {
		items += guess->outline.groups[i].accepted ? look_at(guess, &guess->outline.groups[i]).items : 0;
	}
	return items;
}

/* The first line, if it is a name or a question, and stands alone. */
static bool begins_as_title(const struct import_document *document)
{
	const struct import_line *line = &document->lines[0];

	if (line->kind != LINE_TEXT || line->aside || line->in_table || document->count < 2) {
		return false;
	}
	return outline_may_name(line->text) ||
	       (is_question(line->text) && document->lines[1].apart && count_words(line->text) <= TITLE_WORDS_MAX && !several_sentences(line->text));
}

/* The document's own title: its first heading, or the name that it begins with, if no list is right under it alone. */
static int32_t find_title(const struct guess *guess)
{
	int32_t title = 0, under = 0, all = 0;

	while (title < guess->document->count && !guess->outline.marks[title].heading && (title > 0 || !begins_as_title(guess->document))) {
		title++;
	}
	if (title == guess->document->count || guess->outline.marks[title].audience || guess->outline.marks[title].gate ||
	    guess->document->lines[title].hint != HINT_NONE) {
		return -1;
	}
	for (int32_t i = 0; i < guess->outline.group_count; i++) {
		const struct outline_group *group = &guess->outline.groups[i];

		if (group->accepted) {
			all++;
			under += group->depth > 0 && group->chain[0] == title;
		}
	}
	return under == 0 || under == all ? title : -1;
}

static void give(struct guess *guess, int32_t line, enum import_place place)
{
	if (line >= 0 && guess->document->lines[line].place == PLACE_NOWHERE) {
		guess->document->lines[line].place = place;
	}
}

/* "Syfte", "Bakgrund": what stands under it is not its area. */
static bool says_apart(const struct guess *guess, int32_t line)
{
	char folded[FOLDED_BYTES];

	fold(guess->document->lines[line].text, folded);
	return folded_begins(folded, words_apart);
}

/* The headings over a list: its theme right over it, its area over that. */
static void give_headings(struct guess *guess, const struct outline_group *group, int32_t title)
{
	int32_t from = group->depth > 0 && group->chain[0] == title ? 1 : 0;
	int32_t area = -1;

	for (int32_t i = from; i < group->depth; i++) {
		int32_t heading_rank = guess->outline.marks[group->chain[i]].rank;

		if (heading_rank < guess->theme_rank) {
			area = says_apart(guess, group->chain[i]) ? area : group->chain[i];
		} else if (i == group->depth - 1) {
			give(guess, group->chain[i], PLACE_THEME);
		}
	}
	give(guess, area, PLACE_AREA);
	if (group->audience >= 0) {
		give(guess, group->audience, PLACE_AUDIENCE);
	}
}

static void give_statements(struct guess *guess, const struct outline_group *group)
{
	for (int32_t i = group->first; i <= group->last; i++) {
		struct import_line *line = &guess->document->lines[i];

		if (!guess->outline.marks[i].item) {
			continue;
		}
		if (!is_member(guess, group, i)) {
			line->why = "stands further in than the statements";
		} else if (str_letters(line->text) > STATEMENT_LETTERS_MAX) {
			line->why = "too long for a statement";
		} else {
			give(guess, i, PLACE_STATEMENT);
		}
	}
}

/* Under an area, until something else begins: what it is about. */
static void give_intro(struct guess *guess, int32_t area)
{
	size_t letters = 0;

	for (int32_t i = area + 1; i < guess->document->count; i++) {
		const struct import_line *line = &guess->document->lines[i];
		const struct outline_mark *mark = &guess->outline.marks[i];

		letters += str_letters(line->text) + 1;
		if (mark->heading || mark->item || mark->lead || line->kind != LINE_TEXT || line->aside || line->place != PLACE_NOWHERE ||
		    last_letter(line->text) == ':' || letters > INTRO_LETTERS_MAX) {
			return;
		}
		give(guess, i, PLACE_INTRO);
	}
}

/* A short list of questions that are no statements is what deepens the answers. */
static void give_questions(struct guess *guess)
{
	for (int32_t i = 0; i < guess->outline.group_count; i++) {
		const struct outline_group *group = &guess->outline.groups[i];
		struct makeup makeup;
		bool fit = true;

		if (group->accepted) {
			continue;
		}
		makeup = look_at(guess, group);
		for (int32_t j = group->first; j <= group->last; j++) {
			fit = fit && str_letters(guess->document->lines[j].text) <= QUESTIONS_LETTERS_MAX;
		}
		if (fit && makeup.items > 1 && makeup.items <= QUESTIONS_COUNT_MAX && makeup.questions == makeup.items &&
		    group->last - group->first + 1 == makeup.items) {
			for (int32_t j = group->first; j <= group->last; j++) {
				give(guess, j, PLACE_QUESTION);
			}
			return;
		}
	}
}

/* Where some lists speak to an audience, those under a plain "Statements" speak to nobody else. */
static void give_gates(struct guess *guess)
{
	bool audiences = false;

	for (int32_t i = 0; i < guess->outline.group_count; i++) {
		audiences = audiences || (guess->outline.groups[i].accepted && guess->outline.groups[i].audience >= 0);
	}
	for (int32_t i = 0; audiences && i < guess->outline.group_count; i++) {
		const struct outline_group *group = &guess->outline.groups[i];

		if (group->accepted && group->audience < 0) {
			give(guess, group->gate, PLACE_AUDIENCE);
		}
	}
}

void import_guess(struct import_document *document, struct import_scale *scale)
{
	struct guess guess = {.document = document, .scale = scale};
	int32_t title;

	import_find_scale(document, scale);
	if (accept(&guess, false) == 0 && accept(&guess, true) > 0 && count_items(&guess) < SENTENCES_LEAST) {
		guess.outline.group_count = 0;   /* a letter of a line or two */
	}
	guess.theme_rank = usual_rank(&guess);
	title = find_title(&guess);
	give(&guess, title, PLACE_NAME);
	for (int32_t i = 0; i < guess.outline.group_count; i++) {
		if (guess.outline.groups[i].accepted) {
			give_headings(&guess, &guess.outline.groups[i], title);
			give_statements(&guess, &guess.outline.groups[i]);
		}
	}
	give_gates(&guess);
	give_questions(&guess);
	for (int32_t i = 0; i < document->count; i++) {
		if (document->lines[i].place == PLACE_AREA) {
			give_intro(&guess, i);
		}
	}
}
