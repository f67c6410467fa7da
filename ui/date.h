/* Setting the date and the time by hand: day, month, year, hour and minute, each with − and +. */
#ifndef SAMSYN_DATE_H
#define SAMSYN_DATE_H

#include "ui/widget.h"

/* Draws the steppers into a box; where it is lower than date_steppers_height, some of them, and a pager. */
void date_steppers(struct ui *ui, const struct view *view, struct rect box);
/* One page of them, without a pager; and how many pages that box takes. */
void date_steppers_page(struct ui *ui, const struct view *view, struct rect box, int32_t page);
int32_t date_steppers_pages(const struct ui *ui, struct rect box);
/* The least height of a page, and the height that all of them take in a box so wide. */
int32_t date_steppers_least(const struct ui *ui);
int32_t date_steppers_height(const struct ui *ui, int32_t width);

/* The same one by one, for those who place them themselves: day, month, year, hour, minute, from 0; and the height of each. */
#define DATE_PARTS 5
void date_stepper(struct ui *ui, const struct view *view, struct rect box, int32_t part);
int32_t date_stepper_height(const struct ui *ui);

#endif
