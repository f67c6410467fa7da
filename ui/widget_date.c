/* Setting the date by hand. Each step is a number of minutes to move the wall clock by. */
#include "ui/date.h"

#define HOUR 60
#define DAY (24 * HOUR)
#define MONTHS 12
#define PARTS DATE_PARTS
#define YEAR 2
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
	bool known = view->today.wall != WALL_UNKNOWN;
	int32_t hour = known ? wall_hour(view->today.wall) : 0, minute = known ? wall_minute(view->today.wall) : 0;

	switch (i) {
	case 0: return (struct stepper){_("Day"), ui_say(ui, "%d", date.day), move_by(-DAY), move_by(DAY)};
	case 1: return (struct stepper){_("Month"), words_month(view->lang, date.month), move_to(date, -1), move_to(date, 1)};
	case YEAR: return (struct stepper){_("Year"), ui_say(ui, "%d", date.year), year_by(date, -1), year_by(date, 1)};
	case 3: return (struct stepper){_("Hour"), ui_say(ui, "%d", hour), move_by(-HOUR), move_by(HOUR)};
	default: return (struct stepper){_("Minute"), ui_say(ui, "%02d", minute), move_by(-1), move_by(1)};
	}
}

/* As many columns as leave a month room between its signs. */
static int32_t columns_in(const struct ui *ui, int32_t width)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct type *figure = &t->type[STYLE_FIGURE];
	int32_t month = ui_text_width(ui, STYLE_FIGURE, "september");
	int32_t least = 2 * (t->compact ? t->target_min : t->control_small) + 2 * 2 * t->snug + month * figure->floor / figure->size;
	int32_t columns = clamp_i32((width + t->space) / (least + t->space), 1, PARTS);

	return columns == 4 ? 3 : columns;
}

/* On small panels the heading stands between the signs, over the value. */
static int32_t row_height(const struct ui *ui)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t label = ui_line_height(ui, STYLE_LABEL);

	if (!t->compact) {
		return t->control_small + label + t->snug;
	}
	return max_i32(t->control_small, 2 * (label * t->type[STYLE_LABEL].floor / t->type[STYLE_LABEL].size + 2));
}

static int32_t rows_height(const struct ui *ui, int32_t rows)
{
	return rows * row_height(ui) + (rows - 1) * ui_theme(ui)->gap;
}

static int32_t rows_in(int32_t columns)
{
	return (PARTS + columns - 1) / columns;
}

/* Which part stands in that row and column; -1 none. In two columns the year stands alone, so that hour and minute stand together. */
static int32_t part_in(int32_t columns, int32_t row, int32_t column)
{
	int32_t part = row * columns + column;

	if (columns == 2 && part >= YEAR) {
		part = part == YEAR ? YEAR : part - 1 == YEAR ? -1 : part - 1;
	}
	return part < PARTS ? part : -1;
}

/* How many rows a page holds, if not all of them fit. */
static int32_t rows_on_page(const struct ui *ui, struct rect box, int32_t rows)
{
	return rows_height(ui, rows) <= box.h ? rows : min_i32(rows, ui_rows_fit(box.h, row_height(ui), ui_theme(ui)->gap));
}

int32_t date_steppers_pages(const struct ui *ui, struct rect box)
{
	int32_t rows = rows_in(columns_in(ui, box.w)), each = rows_on_page(ui, box, rows);

	return (rows + each - 1) / each;
}

void date_steppers_page(struct ui *ui, const struct view *view, struct rect box, int32_t page)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t columns = columns_in(ui, box.w), rows = rows_in(columns), each = rows_on_page(ui, box, rows);
	int32_t first = page * each, count = min_i32(each, rows - first);

	box.h = min_i32(box.h, rows_height(ui, count));
	for (int32_t i = 0; i < count * columns; i++) {
		int32_t row = i / columns, part = part_in(columns, first + row, i % columns);

		if (part >= 0) {
			struct stepper stepper = part_of(ui, view, part);

			ui_stepper(ui, cut_column(cut_row(box, count, row, t->gap), columns, i % columns, t->space), &stepper);
		}
	}
	ui_group(ui, NULL);
}

void date_steppers(struct ui *ui, const struct view *view, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);
	struct pages pages = {.pages = date_steppers_pages(ui, box)};

	if (pages.pages > 1) {
		struct rect foot = cut_bottom_gap(&box, t->control_small, t->gap);

		pages = ui_pages(view, date_steppers_pages(ui, box), 1);
		ui_pager(ui, foot, pages);
	}
	date_steppers_page(ui, view, box, pages.page);
}

int32_t date_steppers_least(const struct ui *ui)
{
	return row_height(ui);
}

int32_t date_steppers_height(const struct ui *ui, int32_t width)
{
	return rows_height(ui, rows_in(columns_in(ui, width)));
}

void date_stepper(struct ui *ui, const struct view *view, struct rect box, int32_t part)
{
	struct stepper stepper = part_of(ui, view, part);

	ui_stepper(ui, box, &stepper);
	ui_group(ui, NULL);
}

int32_t date_stepper_height(const struct ui *ui)
{
	return row_height(ui);
}
