/* The cards that home is made of. */
#ifndef SAMSYN_HOME_CARDS_H
#define SAMSYN_HOME_CARDS_H

#include "ui/widget.h"

#define HOME_ROOMS_MAX (2 + 1 + 2)

struct home_room {
	const char *title, *detail;
	struct command command;
};

/* The rooms that have something in them; `promises` (NULL none) is what leads to last time's promises where they are not in sight. */
int32_t home_rooms_of(struct ui *ui, const struct view_home *home, const struct command *promises, struct home_room out[HOME_ROOMS_MAX]);
void home_rooms(struct ui *ui, struct rect box, const struct home_room *rooms, int32_t count);
/* The height that they take. */
int32_t home_rooms_height(const struct ui *ui, int32_t count);

/* What today is, and the one big way in; and the least height that takes in that width. */
void home_today(struct ui *ui, const struct view *view, struct rect box);
int32_t home_today_least(struct ui *ui, const struct view *view, int32_t width);
/* Asks for the date; the same, and how many pages it takes in that box. */
void home_date(struct ui *ui, const struct view *view, struct rect box, int32_t page);
int32_t home_date_least(const struct ui *ui);
int32_t home_date_pages(const struct ui *ui, struct rect box);
/* What was promised last time; one page of it, and how many there are. */
void home_promises(struct ui *ui, const struct view *view, struct rect box, int32_t page);
int32_t home_promise_pages(struct ui *ui, const struct view *view, struct rect box);

#endif
