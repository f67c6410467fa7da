/* The rules that every picture keeps, whatever it shows: nothing cut or overlapping, sizes and contrasts in bounds, things to touch large
   enough and far enough apart, words in the right language. Pure: a frame and the eye that sees it in, what is broken out. */
#ifndef SAMSYN_RULES_H
#define SAMSYN_RULES_H

#include "firmware/core/material.h"
#include "ui/theme.h"
#include "ui/ui.h"

/* rule, its name in lists */
#define RULES(X) \
	X(TEXT_OUTSIDE, "text-outside")      /* a text that leaves the canvas */ \
	X(TEXT_EDGE, "text-edge")            /* a text over the edge of a card, a button, a disc, or of what can be touched */ \
	X(TEXT_OVERLAP, "text-overlap")      /* two texts over each other */ \
	X(TEXT_COVERED, "text-covered")      /* a text with something drawn over it */ \
	X(TEXT_SMALL, "text-small")          /* under the floor of the reading distance */ \
	X(TEXT_FAINT, "text-faint")          /* under 7:1, or running text under 10:1 */ \
	X(TEXT_RAW, "text-raw")              /* a format, a line feed, an id that stands for a word */ \
	X(LANGUAGE, "language")              /* a word of the other language */ \
	X(TARGET_OUTSIDE, "target-outside") \
	X(TARGET_OVERLAP, "target-overlap") \
	X(TARGET_SMALL, "target-small") \
	X(TARGET_CLOSE, "target-close")      /* less than 3 mm to the next; keys as their pitch gives */ \
	X(LABEL_EMPTY, "label-empty")        /* no name, or a sign for a name and no heading over it */ \
	X(LABEL_TWICE, "label-twice")        /* two of the same name under the same heading */ \
	X(PRESS, "press")                    /* a finger that lies on it changes nothing in the picture */ \
	X(KEYBOARD, "keyboard")              /* tab does not come by every target once */ \
	X(TURNED, "turned")                  /* a turned picture is another picture */ \
	X(REACHED, "not-reached")            /* the walk did not get there */

enum rule {
#define X(name, word) RULE_##name,
	RULES(X)
#undef X
	RULE_COUNT
};

const char *rule_name(enum rule rule);

#define BREACHES_MAX 48
#define BREACH_BYTES 240

struct breach {
	enum rule rule;
	char about[BREACH_BYTES];
};

struct breaches {
	int32_t count;               /* more than BREACHES_MAX are not told */
	struct breach found[BREACHES_MAX];
};

/* What is the same in two languages, and what is not. */
struct dictionary;

/* Who looks, from where, and what they expect. */
struct eye {
	int32_t um_per_px;
	enum distance distance;          /* near, table or room */
	bool large;
	enum lang lang;
	const struct palette *palette;   /* that the frame is drawn in */
	const struct dictionary *words;  /* NULL: languages are not looked at */
};

/* Adds every rule that the frame breaks. */
void rules_check(const struct frame *frame, const struct eye *eye, struct breaches *breaches);
void breach_add(struct breaches *breaches, enum rule rule, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* The parts of it: texts where they stand, things to touch, words. */
void rules_of_texts(const struct frame *frame, const struct eye *eye, struct breaches *breaches);
void rules_of_targets(const struct frame *frame, const struct eye *eye, struct breaches *breaches);
void rules_of_words(const struct frame *frame, const struct eye *eye, struct breaches *breaches);

/* An empty one; it owns what it is told. Aborts where there is no memory. */
struct dictionary *dictionary_create(void);
void dictionary_destroy(struct dictionary *dictionary);
/* A text as it is in each language; printf's conversions stand for anything. Pairs that are alike, or that have hardly a letter of
   their own, are left out. */
void dictionary_add(struct dictionary *dictionary, const char *english, const char *swedish);
/* Everything that a compiled catalogue (.mo) holds, and everything that packs say. False if there is no such catalogue. */
MUST_USE bool dictionary_add_catalogue(struct dictionary *dictionary, const char *path);
void dictionary_add_material(struct dictionary *dictionary, const struct material *material);
/* True if the text is one of the other language and none of `lang`. Case does not count. */
bool dictionary_foreign(const struct dictionary *dictionary, enum lang lang, const char *text);

#endif
