/* What several steps of a meeting share. */
#ifndef SAMSYN_STEP_H
#define SAMSYN_STEP_H

#include "ui/screens/cast.h"
#include "ui/screens/chrome.h"

/* What a step says, one under the other: label, who speaks, the prompt, who listens; and then the aside, of two parts. */
enum { STEP_PARTS_ASIDE = 2 + 2, STEP_PARTS = STEP_PARTS_ASIDE + 2 };

/* The room for a step's own things: what the bars leave, in from the sides. */
struct rect step_room(struct ui *ui, struct rect rest);
/* The same with a foot drawn under it. */
struct rect step_with_foot(struct ui *ui, const struct view *view, const struct foot *foot);
/* The step's disc, with what is left in words under it where there is room. */
void step_clock(struct ui *ui, const struct view *view, struct rect box);
void step_parts(struct ui *ui, const struct view *view, const char *label, const char *prompt, struct part parts[STEP_PARTS]);
/* The question and a word beside it: label, prompt, aside. Pages where it must. Returns the room under it; none where it is paged. */
struct rect step_question(struct ui *ui, const struct view *view, struct rect box, const char *label, const char *prompt);
/* Divides the room: the words, and what stands beside them (or under them, where the panel is upright). */
void step_beside(struct ui *ui, struct rect room, struct rect *words, struct rect *beside);
/* Px: a text on one line at the floor of its style. */
int32_t step_line_width(const struct ui *ui, enum style style, const char *text);
/* Px: the widest word of a text at the floor of its style. A box that is narrower would break it. */
int32_t step_word_width(const struct ui *ui, enum style style, const char *text);
/* Said of a step that the bell ends; NULL of others. */
const char *step_bell(struct ui *ui, const struct view *view);
/* The way on: "Next step" or "To the summary". */
struct action step_next(struct ui *ui, const struct view *view);

#endif
