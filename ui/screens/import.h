/* What the screens of a document share that is to become an instrument. */
#ifndef SAMSYN_SCREEN_IMPORT_H
#define SAMSYN_SCREEN_IMPORT_H

#include "ui/widget.h"

/* "Statement", "Theme", "Not used": what a line is. */
const char *import_place_word(enum import_place place);
/* As many whole words of a text as fit the box at its floor, with an ellipsis where some are left out. */
const char *import_shortened(struct ui *ui, enum style style, struct rect box, const char *text);
/* One line, and what it may be. */
void import_line(struct ui *ui, const struct view *view);

#endif
