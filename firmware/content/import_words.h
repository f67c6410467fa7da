/* What words say about a line: Swedish and English, by lists that stand in one place. Only for the files of the importer. */
#ifndef SAMSYN_IMPORT_WORDS_H
#define SAMSYN_IMPORT_WORDS_H

#include "firmware/base/base.h"

#define FOLDED_BYTES 256

/* Lists of words, each " word" (as its start) or " word " (whole), in small letters, NULL at the end. */
extern const char *const words_audience[];      /* people whom an instrument may speak to */
extern const char *const words_around[];        /* what may stand around them in a heading */
extern const char *const words_statement[];     /* "påståenden" */
extern const char *const words_apart[];         /* headings of what is not the instrument: instructions, analysis, references */
extern const char *const words_mixed[];         /* headings that may be either: "Analys" */
extern const char *const words_field[];         /* fields to fill in: name, date, comments */
extern const char *const words_bidding[];       /* verbs that tell what to do */
extern const char *const words_scale[];         /* "skala", "svarsalternativ" */
extern const char *const words_unsure[];        /* "vet inte": an answer beside the scale */
extern const char *const words_not[];           /* the low end of a scale */
extern const char *const words_beside[];        /* heads of a table's columns that are neither statement nor scale */
extern const char *const words_area[];
extern const char *const words_theme[];

/* " small letters and digits with single spaces " of as much of `text` as fits; a dot between digits stays. */
void fold(const char *text, char folded[FOLDED_BYTES]);
/* True if the folded text holds one of the words. */
bool folded_has(const char *folded, const char *const *words);
/* True if it begins with one. */
bool folded_begins(const char *folded, const char *const *words);
/* True if every word of it is in one of the two lists or a number. */
bool folded_only(const char *folded, const char *const *words, const char *const *more);
/* True if both mean the same words. */
bool same_words(const char *a, const char *b);
/* Equal for texts of the same words, and hardly ever for others. Source: FNV-1a. */
uint64_t words_key(const char *text);
/* The same for the bytes themselves. */
uint64_t text_key(const char *text);
int32_t count_words(const char *text);
/* The last letter but closing quotes and brackets; 0 for "". */
uint32_t last_letter(const char *text);
uint32_t first_letter(const char *text);
bool is_sentence_end(uint32_t letter);
bool is_letter(uint32_t letter);
bool is_capital(uint32_t letter);
/* At most `most` of a-z, 0-9 and - that look like the text, "" if nothing does. to[most + 1]. */
void slug(const char *text, char *to, size_t most);
/* How many more of the text's words are Swedish than English. */
int32_t swedish_words(const char *text);
/* True if the text holds several sentences. */
bool several_sentences(const char *text);

#endif
