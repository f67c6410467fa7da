/* The parts of set-up: how to answer, the agenda, and what to do where it does not fit. Only for the files of set-up. */
#ifndef SAMSYN_SETUP_H
#define SAMSYN_SETUP_H

#include "ui/widget.h"

/* "Participation", and "four statements". */
const char *setup_subject(struct ui *ui, const struct view *view);
const char *setup_statement_words(struct ui *ui, const struct view *view);
/* "ends 15.02", or how long it takes where the time of day is not known. */
const char *setup_ends(struct ui *ui, const struct view *view);
/* How to answer and what each way takes, or that secrets cannot be kept; nothing, and height 0, where nothing is rated. */
void setup_how(struct ui *ui, const struct view *view, struct rect box);
int32_t setup_how_height(struct ui *ui, const struct view *view, int32_t width, bool at_floor);
/* The height of a text at the size that it wants, or at its floor. */
int32_t setup_text_height(const struct ui *ui, enum style style, int32_t width, const char *text, bool at_floor);

/* Rows that an agenda in such a box shows at a time, in a card or on bare paper, and the height that all of them need. */
int32_t setup_agenda_room(struct ui *ui, const struct view *view, struct rect box, bool card);
int32_t setup_agenda_height(struct ui *ui, const struct view *view, int32_t width, bool card);
/* The rows of `pages`. */
void setup_agenda(struct ui *ui, const struct view *view, struct rect box, bool card, struct pages pages);

/* How many minutes are lacking, and the ways out that there are, in a card with what each means. */
void setup_trouble(struct ui *ui, const struct view *view, struct rect box);
/* The same in as little room as it takes: the words, and the buttons (height 0 where there are none). */
void setup_needed(struct ui *ui, const struct view *view, struct rect box);
int32_t setup_needed_height(struct ui *ui, const struct view *view, int32_t width, bool at_floor);
void setup_ways_out(struct ui *ui, const struct view *view, struct rect box);
int32_t setup_ways_out_height(struct ui *ui, const struct view *view, int32_t width);

#endif
