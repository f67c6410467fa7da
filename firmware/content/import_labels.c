/* The labels of a scale as one line of text gives them. */
#include "firmware/content/import_labels.h"

#include <string.h>

#include "firmware/base/str.h"
#include "firmware/content/import_words.h"

#define LABEL_LETTERS_MAX 48
#define LABEL_WORDS_MAX 7
#define PREFIX_WORDS_MAX 4

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

const char *label_clean(struct arena *arena, const char *text, size_t len)
{
	static const char *const ends[] = {" och", " and", " till", " to", " eller", " or", " upp till", " medan", " while"};
	char *label = arena_text(arena, text, len);
	size_t left = strspn(label, " \t,;/|(:=");

	label += left;
	if (is_digit(label[0]) && !is_digit(label[1]) && strspn(label + 1, " .:=)") > 0 && label[1 + strspn(label + 1, " .:=)")] != '\0') {
		label += 1 + strspn(label + 1, " .:=)");
	}
	for (bool again = true; again;) {
		len = strlen(label);
		again = false;
		while (len > 0 && strchr(" \t,;/|).:=-", label[len - 1]) != NULL) {
			label[--len] = '\0';
			again = true;
		}
		if (len >= 3 && (memcmp(label + len - 3, "\xE2\x80\xA6", 3) == 0 || memcmp(label + len - 3, "\xE2\x80\x93", 3) == 0 ||
		                 memcmp(label + len - 3, "\xE2\x80\x94", 3) == 0)) {
			label[len - 3] = '\0';
			again = true;
		}
		for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
			size_t end = strlen(ends[i]);

			if (len > end && str_equal(label + len - end, ends[i])) {
				label[len - end] = '\0';
				again = true;
				break;
			}
		}
	}
	/* "Ja (2" has lost the bracket with the digit in it. */
	len = strlen(label);
	if (len > 3 && is_digit(label[len - 1]) && label[len - 2] == '(') {
		label[len - 2] = '\0';
		return label_clean(arena, label, strlen(label));
	}
	return label;
}

static bool label_fits(const char *label)
{
	return label[0] != '\0' && str_letters(label) <= LABEL_LETTERS_MAX && count_words(label) <= LABEL_WORDS_MAX;
}

bool labels_add(struct labels *labels, int32_t digit, const char *text)
{
	if (labels->count == IMPORT_LABELS_MAX || !label_fits(text)) {
		return false;
	}
	labels->list[labels->count++] = (struct label){digit, text};
	return true;
}

/* Bytes of what may stand between a digit and its label: " = ", ": ", " – ", " är ", " ("; 0 if it is none of them. */
static size_t joint(const char *text)
{
	static const char *const joints[] = {"=", ":", "\xE2\x80\x93", "\xE2\x80\x94", "-", "(", "är ", "betyder ", "motsvarar ", "står för ", "innebär ",
		"is ", "means ", "stands for ", ".", ")"};
	size_t space = strspn(text, " ");

	for (size_t i = 0; i < ARRAY_LEN(joints); i++) {
		size_t len = strlen(joints[i]);

		if (str_starts(text + space, joints[i])) {
			size_t after = space + len + strspn(text + space + len, " ");

			return text[after] == '\0' || is_digit(text[after]) ? 0 : after;
		}
	}
	return 0;
}

/* Where the next "1 =" begins, from `at`; NULL for none. *after: where its label begins. */
static const char *next_numbered(const char *start, const char *at, const char **after)
{
	for (; *at != '\0'; at++) {
		size_t len;

		if (!is_digit(*at) || is_digit(at[1]) || (at > start && strchr(" (,;/|", at[-1]) == NULL)) {
			continue;
		}
		len = joint(at + 1);
		if (len > 0) {
			*after = at + 1 + len;
			return at;
		}
	}
	return NULL;
}

bool label_begins(const char *text)
{
	const char *after;

	return next_numbered(text, text, &after) == text;
}

static bool may_introduce(const char *text, size_t len, struct arena *arena)
{
	char folded[FOLDED_BYTES];

	if (strspn(text, " \t") >= len) {
		return true;
	}
	text = arena_text(arena, text, len);
	fold(text, folded);
	return count_words(text) <= PREFIX_WORDS_MAX && folded_has(folded, words_scale);
}

void labels_numbered(struct arena *arena, const char *text, struct labels *labels)
{
	const char *after = NULL;
	const char *at = next_numbered(text, text, &after);

	*labels = (struct labels){.count = 0, .pure = at != NULL && may_introduce(text, (size_t)(at - text), arena)};
	while (at != NULL && labels->count < IMPORT_LABELS_MAX) {
		int32_t digit = *at - '0';
		const char *label = after;
		const char *next = next_numbered(text, after, &after);
		size_t len = next == NULL ? strlen(label) : (size_t)(next - label);
		size_t sentence = strcspn(label, ".(");

		/* The last label ends where its sentence, or its bracket, does. */
		if (next == NULL && sentence < len && label[sentence] == '.') {
			labels->pure = labels->pure && label[sentence + 1] == '\0';
			len = sentence;
		}
		if (memchr(label, ')', len) != NULL) {
			len = (size_t)((const char *)memchr(label, ')', len) - label);
		}
		if (!labels_add(labels, digit, label_clean(arena, label, len))) {
			labels->pure = false;
			labels->count = next == NULL ? labels->count : 0;
		}
		at = next;
	}
}

/* Takes text apart at any of `parting`'s letters. */
static void parted_labels(struct arena *arena, const char *text, size_t len, const char *parting, struct labels *labels)
{
	const char *end = text + len;

	labels->count = 0;
	while (text < end) {
		size_t part = strcspn(text, parting);
		const char *label;

		part = part > (size_t)(end - text) ? (size_t)(end - text) : part;
		label = label_clean(arena, text, part);
		if (label[0] != '\0' && !labels_add(labels, -1, label)) {
			labels->count = 0;
			return;
		}
		text += part < (size_t)(end - text) ? part + 1 : part;
	}
}

/* The last of "sällan, ofta och alltid" is two. */
static void split_last(struct arena *arena, struct labels *labels)
{
	static const char *const joints[] = {" och ", " eller ", " and ", " or "};

	for (size_t i = 0; labels->count > 1 && labels->count < IMPORT_LABELS_MAX && i < ARRAY_LEN(joints); i++) {
		struct label *last = &labels->list[labels->count - 1];
		const char *joint_at = strstr(last->text, joints[i]);

		if (joint_at != NULL) {
			const char *second = joint_at + strlen(joints[i]);

			last->text = arena_text(arena, last->text, (size_t)(joint_at - last->text));
			(void)labels_add(labels, -1, second);
			return;
		}
	}
}

/* Where what a text says of the scale begins: after the last word for one. NULL if it has none. */
static const char *after_scale_word(const char *text, bool *colon)
{
	const char *found = NULL;

	for (const char *at = text; *at != '\0'; at++) {
		char folded[FOLDED_BYTES];

		if (at > text && at[-1] != ' ') {
			continue;
		}
		fold(at, folded);
		if (folded_begins(folded, words_scale)) {
			found = at + strcspn(at, " :");
		}
	}
	*colon = found != NULL && *found == ':';
	return found == NULL ? NULL : found + strspn(found, " :");
}

static int32_t count_of(const char *text, size_t len, char c)
{
	int32_t count = 0;

	for (size_t i = 0; i < len; i++) {
		count += text[i] == c;
	}
	return count;
}

static size_t sentence_length(const char *text)
{
	const char *end = strstr(text, ". ");

	return end == NULL ? strlen(text) : (size_t)(end - text);
}

void labels_worded(struct arena *arena, const char *text, struct labels *labels)
{
	bool colon = false;
	const char *from = after_scale_word(text, &colon);
	const char *parting = NULL;
	size_t len;

	labels->count = 0;
	if (from == NULL) {
		return;
	}
	len = sentence_length(from);
	if (count_of(from, len, '/') > 1) {
		parting = "/";
	} else if (count_of(from, len, ';') > 1) {
		parting = ";";
	} else if (colon && count_of(from, len, ',') > 0) {
		parting = ",";
	}
	if (parting != NULL) {
		parted_labels(arena, from, len, parting, labels);
		split_last(arena, labels);
		labels->pure = from[len] == '\0' && may_introduce(text, (size_t)(from - text), arena);
	}
}

void labels_bare(struct arena *arena, const char *text, struct labels *labels)
{
	char boxed[LABEL_LINE_BYTES];
	const char *at = text;
	size_t len = 0;
	int32_t boxes = 0;
	char folded[FOLDED_BYTES];

	labels->count = 0;
	while (*at != '\0') {
		const char *from = at;
		uint32_t letter = str_next(&at);
		bool box = (letter >= 0x2610 && letter <= 0x2612) || letter == 0x25A1 || letter == 0x25CB;

		boxes += box;
		if (box) {
			boxed[len++] = '/';
		} else {
			memcpy(boxed + len, from, (size_t)(at - from));
			len += (size_t)(at - from);
		}
	}
	boxed[len] = '\0';
	fold(text, folded);
	if (boxes > 2 || (boxes == 0 && count_of(text, strlen(text), '/') > 1 && folded_has(folded, words_not))) {
		parted_labels(arena, boxed, len, "/", labels);
		labels->pure = true;
	}
}

bool labels_count(const char *text, struct labels *labels)
{
	int32_t before = -1;

	labels->count = 0;
	for (const char *at = text; *at != '\0';) {
		uint32_t letter = str_next(&at);

		if (is_letter(letter) || (letter >= '0' && letter <= '9' && is_digit(*at)) || labels->count == IMPORT_LABELS_MAX) {
			return false;
		}
		if (letter >= '0' && letter <= '9') {
			static const char *const digits[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};

			if (before >= 0 && (int32_t)letter - '0' != before + 1) {
				return false;
			}
			before = (int32_t)letter - '0';
			labels->list[labels->count++] = (struct label){before, digits[before]};
		}
	}
	labels->pure = true;
	return labels->count >= IMPORT_STEPS_MIN;
}
