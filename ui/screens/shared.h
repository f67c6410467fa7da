/* The parts of the shared answer's screen. */
#ifndef SAMSYN_SHARED_H
#define SAMSYN_SHARED_H

#include "ui/screens/chrome.h"

/* "statement 2 of 4 · 1 has an answer". */
const char *shared_where(struct ui *ui, const struct view_shared *shared);
/* The way to the next item, or on from the last. */
struct action shared_onward(struct ui *ui, const struct view *view);
/* The way to the item before; no label at the first. */
struct action shared_before(const struct view_shared *shared);
/* The five answers to choose from, and the grounds as a sixth where `grounds`; in so many columns. The rows take shared_keys_height. */
void shared_keys(struct ui *ui, struct rect box, const struct view_shared *shared, int32_t columns, bool grounds);
int32_t shared_keys_height(const struct ui *ui, const struct view_shared *shared, int32_t width, int32_t columns, bool grounds);
/* A statement at a time, or a theme; and the height that it takes in that width. */
int32_t shared_by_height(struct ui *ui, int32_t width);
void shared_by(struct ui *ui, struct rect box, const struct view_shared *shared);
/* What the secret answers to it were, as a small bar. */
void shared_sums(struct ui *ui, struct rect box, const struct view_shared *shared);
/* The group's grounds, or before there are any, what may help to find them. */
const char *shared_grounds(struct ui *ui, const struct view_shared *shared);
/* What is asked: the statement, or of a theme how true its statements are together. */
const char *shared_question(struct ui *ui, const struct view_shared *shared);
/* On a small or upright panel. */
void shared_narrow(struct ui *ui, const struct view *view);

#endif
