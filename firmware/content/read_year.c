/* The year of one pack: moments with their tasks, and what home says between them. */
#include "firmware/base/str.h"
#include "firmware/content/draft.h"

struct lists {
	const struct node *moments, *gaps, *reminders;
};

struct moment_draft {
	struct moment moment;
	const struct node *tasks, *preschool, *adult;
};

struct form_words {
	struct words description, goal;
};

struct task_fields {
	struct year_task task;
	const struct node *agendas, *plan;
};

struct plan_fields {
	struct year_plan plan;
	const struct node *agendas, *areas;
};

static const struct field moment_week_fields[] = {
	NUMBER_FIELD("first", struct moment_draft, moment.first_week, 1, WEEKS_MAX),
	NUMBER_FIELD("last", struct moment_draft, moment.last_week, 1, WEEKS_MAX),
};
static const struct shape moment_week_shape = SHAPE("weeks", moment_week_fields);

static const struct field heading_fields[] = {
#define X(name, word) TEXT_FIELD(word, struct moment_draft, moment.headings[HEADING_##name]),
	HEADINGS(X)
#undef X
};
static const struct shape heading_shape = SHAPE("headings", heading_fields);

static const struct field form_words_fields[] = {
	TEXT_MAYBE("description", struct form_words, description),
	TEXT_MAYBE("goal", struct form_words, goal),
};
static const struct shape form_words_shape = SHAPE("words for a form of school", form_words_fields);

static const struct field moment_fields[] = {
	NUMBER_FIELD("number", struct moment_draft, moment.number, 1, MOMENTS_MAX),
	INNER_FIELD("weeks", &moment_week_shape),
	TEXT_FIELD("name", struct moment_draft, moment.name),
	TEXT_FIELD("description", struct moment_draft, moment.description[SCHOOL_ORDINARY]),
	TEXT_FIELD("goal", struct moment_draft, moment.goal[SCHOOL_ORDINARY]),
	NODE_MAYBE("preschool", struct moment_draft, preschool),
	NODE_MAYBE("adult", struct moment_draft, adult),
	TEXT_MAYBE("before", struct moment_draft, moment.before),
	INNER_MAYBE("headings", &heading_shape),
	LIST_MAYBE("tasks", struct moment_draft, tasks, 0, LIST_MAX),
};
static const struct shape moment_shape = SHAPE("a moment", moment_fields);

static const struct field task_field_list[] = {
	ID_FIELD("id", struct task_fields, task.id),
	TEXT_FIELD("name", struct task_fields, task.name),
	LIST_MAYBE("agendas", struct task_fields, agendas, 1, TASK_AGENDAS_MAX),
	LIST_MAYBE("plan", struct task_fields, plan, 1, WEEKS_MAX),
};
static const struct shape task_shape = SHAPE("a task", task_field_list);

static const struct field plan_field_list[] = {
	NUMBER_FIELD("week", struct plan_fields, plan.week, 1, WEEKS_MAX),
	LIST_FIELD("agendas", struct plan_fields, agendas, 1, TASK_AGENDAS_MAX),
	LIST_MAYBE("areas", struct plan_fields, areas, 1, PLAN_AREAS_MAX),
};
static const struct shape plan_shape = SHAPE("a week of a plan", plan_field_list);

static const struct field gap_week_fields[] = {
	NUMBER_FIELD("first", struct year_gap, first_week, 1, WEEKS_MAX),
	NUMBER_FIELD("last", struct year_gap, last_week, 1, WEEKS_MAX),
};
static const struct shape gap_week_shape = SHAPE("weeks", gap_week_fields);

static const struct field gap_fields[] = {
	ID_FIELD("id", struct year_gap, id),
	INNER_FIELD("weeks", &gap_week_shape),
	TEXT_FIELD("name", struct year_gap, name),
	TEXT_FIELD("text", struct year_gap, text),
};
static const struct shape gap_shape = SHAPE("a gap", gap_fields);

static const struct field reminder_week_fields[] = {
	NUMBER_FIELD("first", struct reminder, first_week, 1, WEEKS_MAX),
	NUMBER_FIELD("last", struct reminder, last_week, 1, WEEKS_MAX),
};
static const struct shape reminder_week_shape = SHAPE("weeks", reminder_week_fields);

static const struct field reminder_fields[] = {
	ID_FIELD("id", struct reminder, id),
	INNER_FIELD("weeks", &reminder_week_shape),
	TEXT_FIELD("name", struct reminder, name),
	TEXT_FIELD("text", struct reminder, text),
};
static const struct shape reminder_shape = SHAPE("a reminder", reminder_fields);

static const struct field year_fields[] = {
	LIST_FIELD("moments", struct lists, moments, 1, MOMENTS_MAX),
	LIST_MAYBE("gaps", struct lists, gaps, 0, WEEKS_MAX),
	LIST_MAYBE("reminders", struct lists, reminders, 0, WEEKS_MAX),
};
static const struct shape year_shape = SHAPE("a year", year_fields);

/* The weeks of a plan lie in its moment, one after the other. */
static void check_plan_week(struct reader *reader, const struct node *node, const struct moment *moment, int32_t before, int32_t week)
{
	if (week == 0 || moment->first_week == 0 || moment->last_week == 0) {
		return;
	}
	if (week < moment->first_week || week > moment->last_week) {
		node_fault(reader->faults, node_get(node, "week"), "week %d is not in the moment (weeks %d to %d)", week, moment->first_week,
			moment->last_week);
	} else if (week <= before) {
		node_fault(reader->faults, node_get(node, "week"), "week %d comes after week %d; expected weeks in order", week, before);
	}
}

static void read_plan(struct reader *reader, struct year_draft *year, const struct node *list, const struct moment *moment,
	struct year_task *task)
{
	struct year_plan *plan = arena_array(reader->arena, list_count(list), sizeof *plan);
	int32_t before = 0;

	task->plan = plan;
	for (const struct node *node = list_first(list); node != NULL; node = node->next) {
		struct plan_fields fields = {.plan = {.week = 0}};

		schema_map(reader, node, &plan_shape, &fields);
		check_plan_week(reader, node, moment, before, fields.plan.week);
		before = fields.plan.week <= moment->last_week ? max_i32(before, fields.plan.week) : before;
		for (const struct node *area = list_first(fields.areas); area != NULL && fields.plan.area_count < PLAN_AREAS_MAX; area = area->next) {
			schema_id(reader, area, fields.plan.areas[fields.plan.area_count++]);
		}
		plan[task->plan_count] = fields.plan;
		year->plans[year->plan_count++] = (struct plan_draft){&plan[task->plan_count++], fields.agendas, fields.areas, node};
	}
}

static void read_task(struct reader *reader, struct year_draft *year, const struct node *node, const struct moment *moment,
	struct year_task *out)
{
	struct task_fields fields = {.task = {.id = ""}};

	schema_map(reader, node, &task_shape, &fields);
	for (int32_t i = 0; i < year->task_count && fields.task.id[0] != '\0'; i++) {
		if (str_equal(year->tasks[i].task->id, fields.task.id)) {
			node_fault(reader->faults, node, "task id '%s' is already in the year", fields.task.id);
			break;
		}
	}
	*out = fields.task;
	read_plan(reader, year, fields.plan, moment, out);
	year->tasks[year->task_count++] = (struct task_draft){out, fields.agendas};
}

static void read_tasks(struct reader *reader, struct year_draft *year, const struct node *list, struct moment *moment)
{
	struct year_task *tasks = arena_array(reader->arena, list_count(list), sizeof *tasks);

	moment->tasks = tasks;
	for (const struct node *node = list_first(list); node != NULL; node = node->next) {
		read_task(reader, year, node, moment, &tasks[moment->task_count++]);
	}
}

static bool said(const struct words *words)
{
	return words->in[LANG_SV][0] != '\0';
}

/* What a form of school says otherwise; the ordinary words for the rest. */
static void read_form_words(struct reader *reader, const struct node *node, struct moment *moment, enum school_form form)
{
	struct form_words words = {.description = words_none(), .goal = words_none()};

	if (node != NULL) {
		schema_map(reader, node, &form_words_shape, &words);
	}
	moment->description[form] = said(&words.description) ? words.description : moment->description[SCHOOL_ORDINARY];
	moment->goal[form] = said(&words.goal) ? words.goal : moment->goal[SCHOOL_ORDINARY];
}

static void read_moment(struct reader *reader, struct year_draft *year, const struct node *node)
{
	struct moment_draft draft = {.tasks = NULL};
	struct moment *moment = &year->moments[year->moment_count++];

	schema_map(reader, node, &moment_shape, &draft);
	*moment = draft.moment;
	read_form_words(reader, draft.preschool, moment, SCHOOL_PRESCHOOL);
	read_form_words(reader, draft.adult, moment, SCHOOL_ADULT);
	if (moment->number != 0 && moment->number != year->moment_count) {
		node_fault(reader->faults, node_get(node, "number"), "moment %d where moment %d was expected", moment->number,
			year->moment_count);
	}
	if (moment->last_week != 0 && moment->first_week > moment->last_week) {
		node_fault(reader->faults, node_get(node, "weeks"), "first (%d) should not be more than last (%d) in a moment",
			moment->first_week, moment->last_week);
	}
	read_tasks(reader, year, draft.tasks, moment);
}

static void read_gap(struct reader *reader, struct year_draft *year, const struct node *node)
{
	struct year_gap *gap = &year->gaps[year->gap_count++];

	schema_map(reader, node, &gap_shape, gap);
	for (const struct year_gap *before = year->gaps; before < gap && gap->id[0] != '\0'; before++) {
		if (str_equal(before->id, gap->id)) {
			node_fault(reader->faults, node, "gap id '%s' is already in the year", gap->id);
		}
	}
}

static void read_reminder(struct reader *reader, struct year_draft *year, const struct node *node)
{
	struct reminder *reminder = &year->reminders[year->reminder_count++];

	schema_map(reader, node, &reminder_shape, reminder);
	for (const struct reminder *before = year->reminders; before < reminder && reminder->id[0] != '\0'; before++) {
		if (str_equal(before->id, reminder->id)) {
			node_fault(reader->faults, node, "reminder id '%s' is already in the year", reminder->id);
		}
	}
}

/* Which place in the file has each week, so far. */
struct calendar {
	const struct node *owner[WEEKS_MAX + 1];
};

static void take_weeks(struct reader *reader, struct calendar *calendar, const struct node *node, int32_t first, int32_t last)
{
	int32_t count = (last - first + WEEKS_MAX) % WEEKS_MAX + 1;
	bool said = false;

	for (int32_t i = 0; first != 0 && last != 0 && i < count; i++) {
		int32_t week = (first - 1 + i) % WEEKS_MAX + 1;

		if (calendar->owner[week] != NULL && !said) {
			node_fault(reader->faults, node, "week %d already belongs to line %d", week, calendar->owner[week]->line);
			said = true;
		}
		calendar->owner[week] = node;
	}
}

/* Weeks counted from the beginning of moment 1, so that the school year does not break at New Year. */
static int32_t weeks_in(const struct year_draft *year, int32_t week)
{
	return (week - year->moments[0].first_week + WEEKS_MAX) % WEEKS_MAX;
}

static void check_weeks(struct reader *reader, const struct year_draft *year, const struct lists *lists)
{
	struct calendar calendar = {{NULL}};
	int32_t i = 0;

	for (const struct node *node = list_first(lists->moments); node != NULL; node = node->next, i++) {
		const struct moment *moment = &year->moments[i];
		bool known = i > 0 && moment->first_week != 0 && moment[-1].first_week != 0 && year->moments[0].first_week != 0;

		if (moment->first_week <= moment->last_week) {
			take_weeks(reader, &calendar, node_get(node, "weeks"), moment->first_week, moment->last_week);
		}
		if (known && weeks_in(year, moment->first_week) < weeks_in(year, moment[-1].first_week)) {
			node_fault(reader->faults, node_get(node, "weeks"), "week %d comes before the moment before it (week %d)",
				moment->first_week, moment[-1].first_week);
		}
	}
	i = 0;
	for (const struct node *node = list_first(lists->gaps); node != NULL; node = node->next, i++) {
		take_weeks(reader, &calendar, node_get(node, "weeks"), year->gaps[i].first_week, year->gaps[i].last_week);
	}
}

/* How many things stand in that list of each of these nodes, all together. */
static int32_t count_in(const struct node *nodes, const char *key)
{
	int32_t count = 0;

	for (const struct node *node = list_first(nodes); node != NULL; node = node->next) {
		const struct node *list = node_get(node, key);

		count += list == NULL ? 0 : list->count;
	}
	return count;
}

static int32_t count_plans(const struct node *moments)
{
	int32_t count = 0;

	for (const struct node *node = list_first(moments); node != NULL; node = node->next) {
		count += count_in(node_get(node, "tasks"), "plan");
	}
	return count;
}

void read_year(struct reader *reader, struct pack *pack, const struct node *node)
{
	struct year_draft *year = arena_alloc(reader->arena, sizeof *year);
	struct lists lists = {NULL, NULL, NULL};

	if (!schema_map(reader, node, &year_shape, &lists)) {
		return;
	}
	year->node = node;
	year->moments = arena_array(reader->arena, list_count(lists.moments), sizeof *year->moments);
	year->gaps = arena_array(reader->arena, list_count(lists.gaps), sizeof *year->gaps);
	year->reminders = arena_array(reader->arena, list_count(lists.reminders), sizeof *year->reminders);
	year->tasks = arena_array(reader->arena, count_in(lists.moments, "tasks"), sizeof *year->tasks);
	year->plans = arena_array(reader->arena, count_plans(lists.moments), sizeof *year->plans);
	for (const struct node *moment = list_first(lists.moments); moment != NULL; moment = moment->next) {
		read_moment(reader, year, moment);
	}
	for (const struct node *gap = list_first(lists.gaps); gap != NULL; gap = gap->next) {
		read_gap(reader, year, gap);
	}
	for (const struct node *reminder = list_first(lists.reminders); reminder != NULL; reminder = reminder->next) {
		read_reminder(reader, year, reminder);
	}
	check_weeks(reader, year, &lists);
	pack->year = year;
}
