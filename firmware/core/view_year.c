/* The school year: its moments, and what can be started in each. */
#include "firmware/core/view_parts.h"

#include "firmware/base/str.h"

/* A school year turns on 1 July. */
#define MONTH_TURNS 7

static int32_t school_year(struct cal_date date)
{
	return date.month >= MONTH_TURNS ? date.year : date.year - 1;
}

const char *view_moment_words(const struct view_env *env, const struct words words[SCHOOL_FORM_COUNT])
{
	return view_words(env, &words[env->core->settings.value[SET_SCHOOL_FORM]]);
}

bool view_this_school_year(const struct view_env *env, const struct past *past)
{
	return past->wall != 0 && env->today.wall != WALL_UNKNOWN && school_year(wall_date(past->wall)) == school_year(env->today.date);
}

bool view_held_this_year(const struct view_env *env, int32_t agenda)
{
	const struct history *history = env->history;

	for (int32_t i = 0; i < history->count; i++) {
		if (view_this_school_year(env, &history->past[i]) && str_equal(history->past[i].agenda, env->material->agendas[agenda].id)) {
			return true;
		}
	}
	return false;
}

/* What looks back on another audience's ratings is not for this team. */
static bool for_team(const struct view_env *env, int32_t agenda)
{
	return agenda_suits(&env->material->agendas[agenda], settings_instrument(&env->core->settings, env->material));
}

void view_year(const struct view_env *env, struct view *view)
{
	for (int32_t i = 0; i < min_i32(env->material->moment_count, VIEW_MOMENTS_MAX); i++) {
		const struct moment *moment = &env->material->moments[i];
		struct view_moment_line *line = &view->year.moments[view->year.count++];

		*line = (struct view_moment_line){
			.index = i, .number = moment->number, .first_week = moment->first_week, .last_week = moment->last_week,
			.name = view_words(env, &moment->name), .description = view_moment_words(env, moment->description),
			.now = i == env->today.moment};
		for (int32_t t = 0; t < moment->task_count; t++) {
			for (int32_t a = 0; a < moment->tasks[t].agenda_count; a++) {
				if (!for_team(env, moment->tasks[t].agendas[a])) {
					continue;
				}
				line->agendas++;
				line->held += view_held_this_year(env, moment->tasks[t].agendas[a]) ? 1 : 0;
			}
		}
	}
}

static void add_task(const struct view_env *env, const struct year_task *task, int32_t number, struct view_moment *out)
{
	for (int32_t i = 0; i < task->agenda_count && out->count < VIEW_AGENDAS_MAX; i++) {
		const struct agenda *agenda = &env->material->agendas[task->agendas[i]];

		if (!for_team(env, task->agendas[i])) {
			continue;
		}
		out->agendas[out->count++] = (struct view_moment_agenda){
			.index = task->agendas[i], .task = number, .task_name = view_words(env, &task->name),
			.name = view_words(env, &agenda->name), .shortest_min = agenda->shortest_min, .longest_min = agenda->longest_min,
			.held = view_held_this_year(env, task->agendas[i])};
	}
}

void view_moment(const struct view_env *env, struct view *view)
{
	int32_t about = env->core->about;
	struct view_moment *out = &view->moment;
	const struct moment *moment;

	if (about < 0 || about >= env->material->moment_count) {
		return;
	}
	moment = &env->material->moments[about];
	out->number = moment->number;
	out->first_week = moment->first_week;
	out->last_week = moment->last_week;
	out->name = view_words(env, &moment->name);
	out->description = view_moment_words(env, moment->description);
	out->goal = view_moment_words(env, moment->goal);
	out->before = view_words(env, &moment->before);
	for (int32_t i = 0; i < HEADING_COUNT; i++) {
		out->headings[i] = view_words(env, &moment->headings[i]);
	}
	for (int32_t i = 0; i < moment->task_count; i++) {
		add_task(env, &moment->tasks[i], i, out);
	}
}
