/* Setting the date by hand: day, month, year and time, each with − and +. */
#ifndef SAMSYN_DATE_H
#define SAMSYN_DATE_H

#include "ui/widget.h"

/* Draws them in `rows` rows. */
void date_steppers(struct ui *ui, const struct view *view, struct rect box, int32_t rows);
/* The height of one row. */
int32_t date_steppers_height(const struct ui *ui);

#endif
