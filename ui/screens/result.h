/* The parts of the result's screen. */
#ifndef SAMSYN_RESULT_H
#define SAMSYN_RESULT_H

#include "ui/screens/answers.h"

/* Between two rows, and what a heading over them takes. */
int32_t result_gap(const struct ui *ui, const struct answers *answers);
int32_t result_heading_height(const struct ui *ui);
/* How many rows a page of that height takes. */
int32_t result_rows(const struct ui *ui, const struct view_result *result, const struct answers *answers, int32_t height);
/* How many headings stand on the page. */
int32_t result_headings(const struct view_result *result, struct pages pages);
/* The rows of a page, with their headings where that is wished. */
void result_page(struct ui *ui, struct rect box, const struct view_result *result, const struct answers *answers, struct pages pages,
                 bool headings);
/* The rows of the list on a small or upright panel. */
void result_narrow(struct ui *ui, const struct view *view, struct rect room);

#endif
