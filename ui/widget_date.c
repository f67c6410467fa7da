/* Setting the date by hand. Each step is a number of minutes to move the wall clock by. */
#include "ui/date.h"

#define HOUR 60
#define DAY (24 * HOUR)
#define MONTHS 12
#define PARTS 4
/* A clock without a battery begins in 1970: the first step of the year comes straight here. */
#define YEAR_BEGIN 2026

static int32_t minutes_to(struct cal_date from, struct cal_date to)
{
	return (int32_t)((cal_days(to) - cal_days(from)) * DAY);
}

/* The same day in another month or year; the last day of a shorter month. */
static struct cal_date moved(struct cal_date date, int32_t months)
{
	int32_t count = date.year * MONTHS + date.month - 1 + months;
	struct cal_date to = {count / MONTHS, count % MONTHS + 1, date.day};

	while (!cal_valid(to) && to.day > 1) {
		to.day--;
	}
	return to;
}

static struct command move_by(int32_t minutes)
{
	return command_of(CMD_MOVE_DATE, minutes, 0);
}

static struct command move_to(struct cal_date from, int32_t months)
{
	return move_by(minutes_to(from, moved(from, months)));
}

static struct command year_by(struct cal_date date, int32_t years)
{
	bool far = date.year < YEAR_BEGIN - 1 && years > 0;

	return move_to(date, (far ? YEAR_BEGIN - date.year : years) * MONTHS);
}

static struct stepper part_of(struct ui *ui, const struct view *view, int32_t i)
{
	struct cal_date date = view->today.date;
	wall_t wall = view->today.wall;
	char clock[WORDS_BYTES];

	switch (i) {
	case 0: return (struct stepper){_("Day"), ui_say(ui, "%d", date.day), move_by(-DAY), move_by(DAY)};
	case 1: return (struct stepper){_("Month"), words_month(view->lang, date.month), move_to(date, -1), move_to(date, 1)};
	case 2: return (struct stepper){_("Year"), ui_say(ui, "%d", date.year), year_by(date, -1), year_by(date, 1)};
	default: break;
	}
	words_clock(clock, sizeof clock, view->lang, wall == WALL_UNKNOWN ? 0 : wall_hour(wall) * HOUR + wall_minute(wall));
	return (struct stepper){_("Time"), ui_say(ui, "%s", clock), move_by(-HOUR), move_by(HOUR)};
}

void date_steppers(struct ui *ui, const struct view *view, struct rect box, int32_t rows)
{
	const struct ui_theme *t = ui_theme(ui);

	for (int32_t i = 0; i < PARTS; i++) {
		struct stepper stepper = part_of(ui, view, i);

		ui_stepper(ui, cut_cell(box, PARTS / rows, rows, i, t->gap), &stepper);
	}
	ui_group(ui, NULL);
}

int32_t date_steppers_height(const struct ui *ui)
{
	return ui_theme(ui)->target_min + ui_line_height(ui, STYLE_LABEL) + ui_theme(ui)->snug;
}
