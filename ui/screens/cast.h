/* Who speaks, who listens, and who belongs together. */
#ifndef SAMSYN_CAST_SCREEN_H
#define SAMSYN_CAST_SCREEN_H

#include "ui/widget.h"

/* "Nu talar: Berättaren, plats 3", and "Lyssnar: Gruppen"; NULL where all may speak. */
const char *cast_speaks_words(struct ui *ui, const struct view *view);
const char *cast_listens_words(struct ui *ui, const struct view *view);
/* What is said of a step in small groups: "I grupper om tre". */
const char *cast_label(struct ui *ui, const struct view *view);
/* What stands over the seats: who is marked, or which ring it is. */
const char *cast_heading(struct ui *ui, const struct view *view);
/* The seats of each group: page `page` of them. Returns how many pages that is; draws nothing where page < 0. */
int32_t cast_groups_page(struct ui *ui, const struct view *view, struct rect box, int32_t page);
/* A step in groups, or with a ring: its words, its clock, and the seats; page by page where they have no room beside one another. */
void cast_screen(struct ui *ui, const struct view *view, struct rect room, const char *label, const struct view_clock *clock);

#endif
