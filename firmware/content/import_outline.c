/* Which lines of a document are headings. */
#include "firmware/content/import_outline.h"

#include <stdlib.h>
#include <string.h>

#include "firmware/base/str.h"
#include "firmware/content/import_words.h"

#define SHORT_NAME_LETTERS_MAX 110
#define NAME_WORDS_MAX 14
#define HEADING_LETTERS_MAX 300 /* of a marked one: what is longer is prose by mistake */
#define NUMBERED_WORDS_MAX 10
#define LEAD_WORDS_MIN 7
#define FIELD_WORDS_MAX 3
#define GATE_WORDS_MAX 6
#define AUDIENCE_WORDS_MAX 7
#define NESTED_MAX 16
#define SENTENCE_WORDS_MIN 3
#define SENTENCE_LETTERS_MAX 400

static const char *const lead_words[] = {" följande ", " nedan ", " nedanstående ", " påstående", " the following ", " below ", " statement", NULL};

int32_t outline_next(const struct import_document *document, int32_t at)
{
	while (at < document->count && (document->lines[at].aside || document->lines[at].place == PLACE_SCALE)) {
		at++;
	}
	return at;
}

static bool is_address(const char *text)
{
	return strstr(text, "http") != NULL || strstr(text, "www.") != NULL || strchr(text, '@') != NULL || strstr(text, " kB") != NULL ||
	       strstr(text, " MB") != NULL;
}

static bool is_field(const char *folded, const char *text)
{
	return (count_words(text) <= FIELD_WORDS_MAX && folded_begins(folded, words_field)) || strstr(text, "___") != NULL ||
	       strstr(text, "....") != NULL;
}

bool outline_may_name(const char *text)
{
	char folded[FOLDED_BYTES];
	uint32_t last, first;

	if (strlen(text) > 4 * (size_t)SHORT_NAME_LETTERS_MAX || str_letters(text) > SHORT_NAME_LETTERS_MAX || count_words(text) > NAME_WORDS_MAX) {
		return false;
	}
	last = last_letter(text);
	first = first_letter(text);
	fold(text, folded);
	return !is_sentence_end(last) && last != ';' && last != ',' && strstr(text, ": ") == NULL && strlen(folded) > 3 &&
	       (!is_letter(first) || is_capital(first)) && !is_address(text) && !is_field(folded, text);
}

static bool is_lead(const char *text)
{
	char folded[FOLDED_BYTES];

	if (last_letter(text) != ':') {
		return false;
	}
	fold(text, folded);
	return count_words(text) >= LEAD_WORDS_MIN || folded_has(folded, lead_words) || folded_begins(folded, words_bidding);
}

static bool is_listed(const struct import_line *line)
{
	return (line->kind == LINE_ITEM || line->kind == LINE_NUMBER) && !line->aside && line->place != PLACE_SCALE;
}

static bool is_single_sentence(const struct import_line *line)
{
	return line->kind == LINE_TEXT && !line->aside && line->place != PLACE_SCALE && count_words(line->text) >= SENTENCE_WORDS_MIN &&
	       is_sentence_end(last_letter(line->text)) && str_letters(line->text) <= SENTENCE_LETTERS_MAX && !several_sentences(line->text) &&
	       !is_address(line->text);
}

static int32_t mark_number(const struct import_line *line)
{
	const char *at = line->mark + (line->mark[0] == '(');
	int32_t value = 0;

	if (line->kind != LINE_NUMBER) {
		return 0;
	}
	for (; *at >= '0' && *at <= '9'; at++) {
		value = value * 10 + (*at - '0');
	}
	return value;
}

/* True if the line right before has the number before: a list, the last of which is followed by text. */
static bool goes_on_counting(const struct import_document *document, int32_t at)
{
	const struct import_line *line = &document->lines[at];
	const struct import_line *before = at > 0 ? &document->lines[at - 1] : line;

	return before->kind == LINE_NUMBER && before->level == line->level && mark_number(before) + 1 == mark_number(line);
}

/* A numbered line is a heading if it is a name and what follows is under it: a longer number, bullets, the first of new numbers. */
static bool heads_numbered(const struct import_document *document, int32_t at)
{
	const struct import_line *line = &document->lines[at];
	int32_t next = outline_next(document, at + 1);
	const struct import_line *under = next < document->count ? &document->lines[next] : NULL;

	if (under == NULL || !outline_may_name(line->text) || count_words(line->text) > NUMBERED_WORDS_MAX) {
		return false;
	}
	if (under->kind == LINE_NUMBER) {
		return under->level > line->level ||
		       (under->level == line->level && mark_number(under) == 1 && mark_number(line) != 0 && (line->apart || line->strong));
	}
	return under->kind == LINE_ITEM || (under->kind == LINE_TEXT && (line->strong || (line->apart && !goes_on_counting(document, at))));
}

/* True if a bullet stands over bullets further in, and is a name. */
static bool heads_nested(const struct import_document *document, int32_t at)
{
	const struct import_line *line = &document->lines[at];
	int32_t next = outline_next(document, at + 1);

	if (line->kind != LINE_ITEM || line->in_table || line->hint == HINT_STATEMENT || next == document->count ||
	    !outline_may_name(line->text) || count_words(line->text) > NUMBERED_WORDS_MAX) {
		return false;
	}
	return document->lines[next].kind == LINE_ITEM && document->lines[next].level > line->level;
}

/* How many bullets so far in stand over others, and how many there are: headings stand over lists as a rule, statements now and
 * then. */
struct nesting {
	int32_t over[NESTED_MAX], all[NESTED_MAX];
};

static struct nesting count_nested(const struct import_document *document)
{
	struct nesting nesting = {.over = {0}};

	for (int32_t i = 0; i < document->count; i++) {
		const struct import_line *line = &document->lines[i];

		if (line->kind == LINE_ITEM && !line->in_table) {
			nesting.all[clamp_i32(line->level, 0, NESTED_MAX - 1)]++;
			nesting.over[clamp_i32(line->level, 0, NESTED_MAX - 1)] += heads_nested(document, i);
		}
	}
	return nesting;
}

static bool heads_lists(const struct nesting *nesting, int32_t level)
{
	level = clamp_i32(level, 0, NESTED_MAX - 1);
	return nesting->over[level] * 2 > nesting->all[level];
}

/* A line without marks is a heading if it is a name that stands apart and something follows it. */
static bool heads_plain(const struct import_document *document, int32_t at)
{
	const struct import_line *line = &document->lines[at];
	const struct import_line *before = at > 0 ? &document->lines[at - 1] : NULL;
	int32_t next = outline_next(document, at + 1);
	bool colon = last_letter(line->text) == ':';

	if (next == document->count || !outline_may_name(line->text) || is_lead(line->text)) {
		return false;
	}
	if (colon && !is_listed(&document->lines[next])) {
		return is_single_sentence(&document->lines[next]);
	}
	return line->apart || line->strong || before == NULL || before->kind != LINE_TEXT || is_listed(&document->lines[next]);
}

static bool heads(const struct import_document *document, const struct nesting *nesting, int32_t at)
{
	const struct import_line *line = &document->lines[at];

	if (line->aside || line->place == PLACE_SCALE) {
		return false;
	}
	if (line->kind == LINE_HEADING) {
		return str_letters(line->text) <= HEADING_LETTERS_MAX;
	}
	if (line->hint == HINT_AUDIENCE || line->hint == HINT_AREA || line->hint == HINT_THEME) {
		return outline_may_name(line->text);
	}
	switch (line->kind) {
	case LINE_NUMBER: return line->hint != HINT_STATEMENT && heads_numbered(document, at);
	case LINE_ITEM: return heads_lists(nesting, line->level) && heads_nested(document, at);
	case LINE_TEXT: return line->hint != HINT_STATEMENT && heads_plain(document, at);
	case LINE_HEADING:
	case LINE_ROW: return false;
	}
	return false;
}

/* True if a list, or the sentences that stand for one, follow at once: perhaps after a line that leads in. */
static bool is_leaf(const struct import_document *document, const struct outline *outline, int32_t at)
{
	int32_t next = outline_next(document, at + 1);

	if (next < document->count && document->lines[next].kind == LINE_TEXT && is_lead(document->lines[next].text)) {
		next = outline_next(document, next + 1);
	}
	return next < document->count && outline->marks[next].item;
}

static int32_t rank_of(const struct import_document *document, const struct outline *outline, int32_t at)
{
	const struct import_line *line = &document->lines[at];
	int32_t leaf = is_leaf(document, outline, at) ? RANK_LEAF : 0;

	if (line->kind == LINE_HEADING) {
		return line->level;
	}
	if (line->hint == HINT_AREA) {
		return RANK_HINTED_AREA;
	}
	if (line->hint == HINT_THEME) {
		return RANK_HINTED_THEME;
	}
	if (line->kind == LINE_NUMBER) {
		return RANK_NUMBERED + line->level;
	}
	if (line->kind == LINE_ITEM) {
		return RANK_NESTED + line->level;
	}
	return (line->strong ? RANK_STRONG : RANK_PLAIN) + leaf;
}

/* "Påståenden", "Påståenden för lärare", "Statements for teachers": few words, the others around it or an audience. */
static bool is_gate(const char *folded, const char *text)
{
	static const char *const *const both = words_statement;

	if (count_words(text) > GATE_WORDS_MAX || !folded_has(folded, both)) {
		return false;
	}
	return folded_only(folded, words_audience, words_around) || folded_begins(folded, words_statement);
}

static bool may_be_audience(const char *folded, const char *text)
{
	return count_words(text) <= AUDIENCE_WORDS_MAX && folded_has(folded, words_audience) && folded_only(folded, words_audience, words_around);
}

/* Audiences come in company: of the headings of one rank at least half, and two of them different. One with "statements", or one
 * that says so, needs no company. */
static bool has_company(const struct import_document *document, const struct outline *outline, const bool *candidates, int32_t at)
{
	int32_t same = 0, like = 0;
	bool other = false;

	for (int32_t i = 0; i < document->count; i++) {
		if (outline->marks[i].heading && outline->marks[i].rank == outline->marks[at].rank) {
			same++;
			like += candidates[i];
			other = other || (candidates[i] && !same_words(document->lines[i].text, document->lines[at].text));
		}
	}
	return other && like * 2 >= same;
}

static void mark_audiences(const struct import_document *document, struct outline *outline)
{
	bool *candidates = arena_array(document->arena, document->count, sizeof *candidates);
	int8_t by_rank[2 * RANK_NESTED] = {0};

	for (int32_t i = 0; i < document->count; i++) {
		const struct import_line *line = &document->lines[i];
		struct outline_mark *mark = &outline->marks[i];
		char folded[FOLDED_BYTES];

		if (mark->heading) {
			fold(line->text, folded);
			mark->gate = is_gate(folded, line->text);
			candidates[i] = may_be_audience(folded, line->text) || line->hint == HINT_AUDIENCE;
			mark->audience = line->hint == HINT_AUDIENCE || (mark->gate && folded_has(folded, words_audience));
		}
	}
	for (int32_t i = 0; i < document->count; i++) {
		struct outline_mark *mark = &outline->marks[i];

		if (candidates[i] && !mark->audience) {
			int8_t *known = &by_rank[min_i32(mark->rank, 2 * RANK_NESTED - 1)];

			*known = *known != 0 ? *known : has_company(document, outline, candidates, i) ? 1 : -1;
			mark->audience = *known > 0;
		}
	}
}

static int by_value(const void *left, const void *right)
{
	uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;

	return a < b ? -1 : a > b;
}

static void gather_names(const struct import_document *document, struct outline *outline)
{
	outline->names = arena_array(document->arena, document->count, sizeof *outline->names);
	outline->name_count = 0;
	for (int32_t i = 0; i < document->count; i++) {
		if (outline->marks[i].heading) {
			outline->names[outline->name_count++] = words_key(document->lines[i].text);
		}
	}
	qsort(outline->names, (size_t)outline->name_count, sizeof *outline->names, by_value);
}

static int32_t count_key(const struct outline *outline, uint64_t key)
{
	const uint64_t *found = bsearch(&key, outline->names, (size_t)outline->name_count, sizeof *outline->names, by_value);
	int32_t count = 0;

	while (found != NULL && found > outline->names && found[-1] == key) {
		found--;
	}
	while (found != NULL && found + count < outline->names + outline->name_count && found[count] == key) {
		count++;
	}
	return count;
}

/* Names stand once, or once an audience. What comes again more often, over prose and without a mark, is a label: "Beskrivning". */
static void drop_labels(const struct import_document *document, struct outline *outline)
{
	int32_t audiences = 0;

	for (int32_t i = 0; i < document->count; i++) {
		audiences += outline->marks[i].audience;
	}
	for (int32_t i = 0; i < document->count; i++) {
		struct outline_mark *mark = &outline->marks[i];
		bool unmarked = mark->rank == RANK_STRONG || mark->rank == RANK_PLAIN;

		if (mark->heading && unmarked && !mark->audience && !mark->gate &&
		    count_key(outline, words_key(document->lines[i].text)) > max_i32(audiences, 1)) {
			mark->heading = false;
			mark->lead = true;
		}
	}
}

bool outline_names(const struct outline *outline, const char *text)
{
	uint64_t key = words_key(text);

	return bsearch(&key, outline->names, (size_t)outline->name_count, sizeof *outline->names, by_value) != NULL;
}

void outline_mark(const struct import_document *document, bool sentences, struct outline *outline)
{
	struct nesting nesting = count_nested(document);

	outline->marks = arena_array(document->arena, document->count, sizeof *outline->marks);
	for (int32_t i = 0; i < document->count; i++) {
		struct outline_mark *mark = &outline->marks[i];
		const struct import_line *line = &document->lines[i];

		mark->heading = heads(document, &nesting, i);
		mark->lead = !mark->heading && line->kind == LINE_TEXT && is_lead(line->text);
		mark->item = !mark->heading && (is_listed(line) || line->hint == HINT_STATEMENT || (sentences && is_single_sentence(line)));
	}
	for (int32_t i = 0; i < document->count; i++) {
		outline->marks[i].rank = outline->marks[i].heading ? rank_of(document, outline, i) : 0;
	}
	mark_audiences(document, outline);
	gather_names(document, outline);
	drop_labels(document, outline);
}
