/* Words: in the right language, and words at all. */
#include "tests/ui/rules.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "firmware/base/str.h"

#define PATTERN_BYTES 1024
#define PARAGRAPH_BYTES 4096
#define LETTERS_LEAST 3
/* A text with a place for any words in it must have so many letters of its own. */
#define LETTERS_LEAST_ROUND_ANY 8
/* What a conversion of printf stands for: words, or a number. */
#define ANY '\x01'
#define NUMBER '\x02'
#define FIRST_PART_LEAST 3
#define CATALOGUE_MAGIC 0x950412deU
#define CATALOGUE_MOST ((size_t)4 << 20)

/* Small letters; what printf fills in is ANY or NUMBER. */
struct pair {
	char *in[LANG_COUNT];
};

struct dictionary {
	size_t count, room;
	struct pair *pairs;
};

/* ---- the dictionary ---- */

static void *checked(void *memory)
{
	if (memory == NULL) {
		abort();
	}
	return memory;
}

struct dictionary *dictionary_create(void)
{
	return checked(calloc(1, sizeof(struct dictionary)));
}

void dictionary_destroy(struct dictionary *dictionary)
{
	for (size_t i = 0; dictionary != NULL && i < dictionary->count; i++) {
		free(dictionary->pairs[i].in[LANG_SV]);
		free(dictionary->pairs[i].in[LANG_EN]);
	}
	if (dictionary != NULL) {
		free(dictionary->pairs);
	}
	free(dictionary);
}

static uint32_t small(uint32_t c)
{
	const bool capital = (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);

	return capital ? c + 0x20 : c == '\n' || c == 0xA0 ? ' ' : c;
}

static bool is_letter(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 0xDF && c < 0x2000);
}

/* The end of a conversion of printf that starts at the %, or NULL where none does. */
static const char *past_conversion(const char *at)
{
	at += 1 + strspn(at + 1, "0123456789$-+ #.*");
	at += strspn(at, "hlzjt");
	return *at != '\0' && strchr("dioxXucsfg", *at) != NULL ? at + 1 : NULL;
}

/* Small letters of the text into out[cap], with ANY and NUMBER for conversions where it is a format. Returns how many letters it has. */
static int32_t folded(char *out, size_t cap, const char *text, bool format)
{
	int32_t letters = 0;
	size_t used = 0;

	while (*text != '\0') {
		const char *past = format && *text == '%' ? past_conversion(text) : NULL;
		char bytes[4];
		size_t size = 1;

		if (past != NULL) {
			bytes[0] = past[-1] == 's' ? ANY : NUMBER;
			text = past;
		} else {
			const uint32_t c = small(str_next(&text));

			letters += is_letter(c) ? 1 : 0;
			size = str_encode(c, bytes);
		}
		if (used + size >= cap) {
			break;
		}
		memcpy(out + used, bytes, size);
		used += size;
	}
	out[used] = '\0';
	return letters;
}

static char *copy_of(const char *text)
{
	const size_t size = strlen(text) + 1;

	return memcpy(checked(malloc(size)), text, size);
}

void dictionary_add(struct dictionary *dictionary, const char *english, const char *swedish)
{
	char en[PATTERN_BYTES], sv[PATTERN_BYTES];
	const int32_t letters = min_i32(folded(en, sizeof en, english, true), folded(sv, sizeof sv, swedish, true));

	const bool round_any = strchr(en, ANY) != NULL || strchr(sv, ANY) != NULL;

	if (letters < (round_any ? LETTERS_LEAST_ROUND_ANY : LETTERS_LEAST) || str_equal(en, sv)) {
		return;
	}
	if (dictionary->count == dictionary->room) {
		dictionary->room = dictionary->room * 2 + 256;
		dictionary->pairs = checked(realloc(dictionary->pairs, dictionary->room * sizeof *dictionary->pairs));
	}
	dictionary->pairs[dictionary->count++] = (struct pair){.in = {[LANG_SV] = copy_of(sv), [LANG_EN] = copy_of(en)}};
}

static bool of_number(char c)
{
	return c >= '0' && c <= '9';
}

static bool matches(const char *pattern, const char *text)
{
	const char *resume = NULL, *tried = NULL;

	while (*text != '\0') {
		if (*pattern == ANY) {
			resume = ++pattern;
			tried = text;
		} else if (*pattern == NUMBER && of_number(*text)) {
			pattern += of_number(text[1]) ? 0 : 1;
			text++;
		} else if (*pattern == *text) {
			pattern++;
			text++;
		} else if (resume != NULL) {
			pattern = resume;
			text = ++tried;
		} else {
			return false;
		}
	}
	while (*pattern == ANY) {
		pattern++;
	}
	return *pattern == '\0';
}

static bool known(const struct dictionary *dictionary, enum lang lang, const char *text)
{
	for (size_t i = 0; i < dictionary->count; i++) {
		if (matches(dictionary->pairs[i].in[lang], text)) {
			return true;
		}
	}
	return false;
}

bool dictionary_foreign(const struct dictionary *dictionary, enum lang lang, const char *text)
{
	char small_text[PARAGRAPH_BYTES];
	const enum lang other = lang == LANG_SV ? LANG_EN : LANG_SV;

	return folded(small_text, sizeof small_text, text, false) >= LETTERS_LEAST && known(dictionary, other, small_text) &&
	       !known(dictionary, lang, small_text);
}

/* ---- what fills it ---- */

static uint32_t word_at(const unsigned char *bytes, size_t at)
{
	return (uint32_t)bytes[at] | (uint32_t)bytes[at + 1] << 8 | (uint32_t)bytes[at + 2] << 16 | (uint32_t)bytes[at + 3] << 24;
}

/* One entry of a catalogue: singular and plural lie one after the other; a context stands before \004. */
static void add_entry(struct dictionary *dictionary, const char *msgid, size_t id_len, const char *msgstr, size_t str_len)
{
	const char *context = memchr(msgid, '\004', id_len);
	const char *last_id = msgid, *last_str = msgstr;
	const char *first = context != NULL ? context + 1 : msgid;

	if (id_len == 0) {
		return;
	}
	dictionary_add(dictionary, first, msgstr);
	if (strlen(msgid) < id_len) {
		last_id = msgid + strlen(msgid) + 1;
		last_str = strlen(msgstr) < str_len ? msgstr + strlen(msgstr) + 1 : msgstr;
		dictionary_add(dictionary, last_id, last_str);
	}
}

static void add_catalogue(struct dictionary *dictionary, const unsigned char *bytes, size_t size)
{
	const uint32_t count = word_at(bytes, 8), ids = word_at(bytes, 12), strs = word_at(bytes, 16);

	for (size_t i = 0; i < count && ids + 8 * i + 8 <= size && strs + 8 * i + 8 <= size; i++) {
		const size_t id_len = word_at(bytes, ids + 8 * i), id = word_at(bytes, ids + 8 * i + 4);
		const size_t str_len = word_at(bytes, strs + 8 * i), str = word_at(bytes, strs + 8 * i + 4);

		if (id + id_len < size && str + str_len < size) {
			add_entry(dictionary, (const char *)bytes + id, id_len, (const char *)bytes + str, str_len);
		}
	}
}

bool dictionary_add_catalogue(struct dictionary *dictionary, const char *path)
{
	FILE *file = fopen(path, "rb");
	unsigned char *bytes;
	size_t size;

	if (file == NULL) {
		return false;
	}
	bytes = checked(calloc(1, CATALOGUE_MOST));
	size = fread(bytes, 1, CATALOGUE_MOST - 1, file);
	fclose(file);
	const bool right = size > 28 && word_at(bytes, 0) == CATALOGUE_MAGIC;

	if (right) {
		add_catalogue(dictionary, bytes, size);
	}
	free(bytes);
	return right;
}

static void add_words(struct dictionary *dictionary, const struct words *words)
{
	if (words->in[LANG_EN] != NULL && words->in[LANG_SV] != NULL) {
		dictionary_add(dictionary, words->in[LANG_EN], words->in[LANG_SV]);
	}
}

static void add_step(struct dictionary *dictionary, const struct recipe_step *step)
{
	add_words(dictionary, &step->name);
	add_words(dictionary, &step->detail);
	add_words(dictionary, &step->prompt);
	add_words(dictionary, &step->aside);
	add_words(dictionary, &step->aside_title);
}

static void add_instrument(struct dictionary *dictionary, const struct instrument *in)
{
	add_words(dictionary, &in->name);
	add_words(dictionary, &in->wording);
	add_words(dictionary, &in->level);
	add_words(dictionary, &in->level_about);
	for (int32_t i = 0; i < in->participant_count; i++) {
		add_words(dictionary, &in->participants[i]);
	}
	for (int32_t i = 0; i < ANSWERS; i++) {
		add_words(dictionary, &in->scale[i]);
		add_words(dictionary, &in->scale_short[i]);
	}
	for (int32_t i = 0; i < in->question_count; i++) {
		add_words(dictionary, &in->questions[i]);
	}
	for (int32_t i = 0; i < in->area_count; i++) {
		add_words(dictionary, &in->areas[i].name);
		add_words(dictionary, &in->areas[i].short_name);
		add_words(dictionary, &in->areas[i].intro);
		for (int32_t j = 0; j < in->areas[i].option_count; j++) {
			add_words(dictionary, &in->areas[i].options[j]);
		}
	}
	for (int32_t i = 0; i < in->theme_count; i++) {
		add_words(dictionary, &in->themes[i].name);
	}
	for (int32_t i = 0; i < in->statement_count; i++) {
		add_words(dictionary, &in->statements[i].text);
	}
}

void dictionary_add_material(struct dictionary *dictionary, const struct material *material)
{
	for (int32_t i = 0; i < material->agenda_count; i++) {
		add_words(dictionary, &material->agendas[i].name);
		add_words(dictionary, &material->agendas[i].about);
		for (int32_t j = 0; j < material->agendas[i].step_count; j++) {
			add_step(dictionary, &material->agendas[i].steps[j]);
		}
	}
	for (int32_t i = 0; i < material->instrument_count; i++) {
		add_instrument(dictionary, &material->instruments[i]);
	}
	for (int32_t i = 0; i < material->moment_count; i++) {
		add_words(dictionary, &material->moments[i].name);
		add_words(dictionary, &material->moments[i].before);
		for (int32_t form = 0; form < SCHOOL_FORM_COUNT; form++) {
			add_words(dictionary, &material->moments[i].description[form]);
			add_words(dictionary, &material->moments[i].goal[form]);
		}
		for (int32_t j = 0; j < HEADING_COUNT; j++) {
			add_words(dictionary, &material->moments[i].headings[j]);
		}
		for (int32_t j = 0; j < material->moments[i].task_count; j++) {
			add_words(dictionary, &material->moments[i].tasks[j].name);
		}
	}
	for (int32_t i = 0; i < material->gap_count; i++) {
		add_words(dictionary, &material->gaps[i].name);
		add_words(dictionary, &material->gaps[i].text);
	}
	for (int32_t i = 0; i < material->reminder_count; i++) {
		add_words(dictionary, &material->reminders[i].text);
	}
}

/* ---- the rules ---- */

static bool of_id(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/* "rektor.utbildning.1.1": small letters with a full stop and no blank between; "t.ex." and "15.02" are none. */
static bool has_id(const char *text)
{
	const char *from = text;

	while (*from != '\0') {
		const char *to = from;
		bool word = false;

		while (of_id(*to)) {
			word = word || (*to >= 'a' && *to <= 'z');
			to++;
		}
		if (*to == '.' && of_id(to[1]) && word && to - from >= FIRST_PART_LEAST) {
			return true;
		}
		from = to + (*to != '\0' ? 1 : 0);
	}
	return false;
}

static void raw(const char *what, const char *text, struct breaches *breaches)
{
	/* A key may have any sign on it. */
	const bool wrong = (strchr(text, '%') != NULL && str_letters(text) > 1) || strchr(text, '\n') != NULL || strstr(text, "\\n") != NULL ||
	                   strstr(text, "(null)") != NULL || !str_valid(text, strlen(text)) || has_id(text);

	if (wrong) {
		breach_add(breaches, RULE_TEXT_RAW, "%s \"%s\"", what, text);
	}
}

/* The whole text, and each part of one that is put together with a dot in the middle. */
static void foreign(const struct eye *eye, const char *what, const char *text, struct breaches *breaches)
{
	static const char between[] = " · ";
	const char *at = text;

	if (eye->words == NULL) {
		return;
	}
	if (dictionary_foreign(eye->words, eye->lang, text)) {
		breach_add(breaches, RULE_LANGUAGE, "%s \"%.200s\"", what, text);
		return;
	}
	for (const char *end = strstr(at, between); at != NULL; end = strstr(at, between)) {
		char part[PARAGRAPH_BYTES];
		const size_t len = end != NULL ? (size_t)(end - at) : strlen(at);

		str_copy(part, len + 1 < sizeof part ? len + 1 : sizeof part, at);
		if (dictionary_foreign(eye->words, eye->lang, part)) {
			breach_add(breaches, RULE_LANGUAGE, "%s \"%.100s\" in \"%.100s\"", what, part, text);
		}
		if (end == NULL) {
			return;
		}
		at = end + strlen(between);
	}
}

/* True if `next` is the line after `line` in the same text. */
static bool goes_on(const struct draw *line, const struct draw *next)
{
	return next->kind == DRAW_TEXT && next->face == line->face && next->size_px == line->size_px && next->fill == line->fill &&
	       next->box.y == line->box.y + line->box.h;
}

static int32_t paragraph(const struct draw_list *list, int32_t at, char out[PARAGRAPH_BYTES])
{
	str_copy(out, PARAGRAPH_BYTES, draw_text_of(list, &list->draws[at]));
	while (at + 1 < list->count && goes_on(&list->draws[at], &list->draws[at + 1])) {
		at++;
		str_append(out, PARAGRAPH_BYTES, " ");
		str_append(out, PARAGRAPH_BYTES, draw_text_of(list, &list->draws[at]));
	}
	return at;
}

void rules_of_words(const struct frame *frame, const struct eye *eye, struct breaches *breaches)
{
	const struct draw_list *list = &frame->list;
	char whole[PARAGRAPH_BYTES];

	for (int32_t i = 0; i < list->count; i++) {
		if (list->draws[i].kind != DRAW_TEXT) {
			continue;
		}
		const int32_t last = paragraph(list, i, whole);

		raw("text", whole, breaches);
		foreign(eye, "text", whole, breaches);
		for (int32_t line = i; last > i && line <= last; line++) {
			foreign(eye, "text", draw_text_of(list, &list->draws[line]), breaches);
		}
		i = last;
	}
	for (int32_t i = 0; i < frame->target_count; i++) {
		raw("label", frame->targets[i].label, breaches);
		raw("heading", frame->targets[i].group, breaches);
		foreign(eye, "label", frame->targets[i].label, breaches);
		foreign(eye, "heading", frame->targets[i].group, breaches);
	}
}
