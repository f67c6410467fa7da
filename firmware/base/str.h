/* Bounded UTF-8 strings. Nothing here cuts a letter in two, and every buffer ends in NUL. */
#ifndef SAMSYN_STR_H
#define SAMSYN_STR_H

#include "firmware/base/base.h"

/* True if both are the same text. Neither may be NULL. */
bool str_equal(const char *a, const char *b);
/* True if `text` begins with `start`. */
bool str_starts(const char *text, const char *start);
/* Copies as many whole letters of `from` as fit in `to[cap]`, cap >= 1. Returns the bytes written, NUL not counted. */
size_t str_copy(char *to, size_t cap, const char *from);
/* Appends whole letters of `more` to the text in `to[cap]`. Returns the new length in bytes. */
size_t str_append(char *to, size_t cap, const char *more);
/* Reads one letter at *at, moves *at past it, returns its code point; 0 at the end; 0xFFFD for a byte that is not UTF-8. */
uint32_t str_next(const char **at);
/* Writes code point `letter` as UTF-8 to out[4] and returns its bytes (1 to 4). */
size_t str_encode(uint32_t letter, char out[4]);
/* The capital of a small letter of Latin-1 (a to z, å, ä, ö, é …), and the other way round; other letters as they are. */
uint32_t str_capital(uint32_t letter);
uint32_t str_small(uint32_t letter);
/* Byte offset of the letter before / after byte offset `at` in `text`; stays inside the text. */
size_t str_before(const char *text, size_t at);
size_t str_after(const char *text, size_t at);
/* Letters (code points) in `text`. */
size_t str_letters(const char *text);
/* True if every byte of text[0..len) belongs to well-formed UTF-8 with no NUL. */
bool str_valid(const char *text, size_t len);
/* Puts `letter` in at byte offset *cursor if it fits whole in text[cap], and moves the cursor past it. False if it does not fit. */
bool str_insert(char *text, size_t cap, size_t *cursor, uint32_t letter);
/* Takes away the letter before byte offset *cursor and moves the cursor there. False at the start. */
bool str_erase_before(char *text, size_t *cursor);

#endif
