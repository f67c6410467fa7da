/* The screen of the one who holds a ballot. */
#ifndef SAMSYN_BALLOT_H
#define SAMSYN_BALLOT_H

#include "ui/widget.h"

void screen_ballot(struct ui *ui, const struct view *view);

#endif
