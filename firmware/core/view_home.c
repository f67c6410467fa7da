/* Home, the lists of what can be started, and the archive. */
#include "firmware/core/view_parts.h"

#include "firmware/core/plan.h"

#include <string.h>

#define MINUTES_A_DAY 1440

bool view_believed(const struct view_env *env)
{
	const struct today *today = &env->today;
	const struct history *history = env->history;
	int32_t said = env->core->settings.value[SET_DATE_SAID];

	if (!wall_believable(today->wall)) {
		return false;
	}
	/* A day and more before the last meeting: the clock has fallen back, unless it was ahead then and people have said so since. */
	return history->count == 0 || history->past[0].wall <= today->wall + MINUTES_A_DAY || (said != 0 && said <= today->wall + MINUTES_A_DAY);
}

static void view_place(const struct view_env *env, struct view_home *home)
{
	const struct today *today = &env->today;

	home->title = "";
	home->text = "";
	if (home->date_doubtful) {
		return;
	}
	if (today->moment >= 0) {
		const struct moment *moment = &env->material->moments[today->moment];

		home->moment = moment->number;
		home->first_week = moment->first_week;
		home->last_week = moment->last_week;
		home->title = view_words(env, &moment->name);
		home->text = view_moment_words(env, moment->description);
		return;
	}
	if (today->gap >= 0) {
		home->title = view_words(env, &env->material->gaps[today->gap].name);
		home->text = view_words(env, &env->material->gaps[today->gap].text);
	}
	if (today->next_moment >= 0) {
		home->next_shown = true;
		home->next_moment = env->material->moments[today->next_moment].number;
		home->next_week = today->next_week;
	}
}

/* Weeks wrap at the new year. */
static bool week_within(int32_t week, int32_t first, int32_t last)
{
	return first <= last ? week >= first && week <= last : week >= first || week <= last;
}

static const char *reminder_of(const struct view_env *env)
{
	for (int32_t i = 0; i < env->material->reminder_count; i++) {
		const struct reminder *reminder = &env->material->reminders[i];

		if (week_within(env->today.week.week, reminder->first_week, reminder->last_week)) {
			return view_words(env, &reminder->text);
		}
	}
	return "";
}

/* At most so many minutes; and from so many people to so many. */
static const int32_t FILTER_MOST_MIN[FILTER_MINUTES_ALL] = {15, 30, 60};
static const struct { int32_t least, most; } FILTER_GROUP[FILTER_PEOPLE_ALL] = {{3, 5}, {6, 8}, {9, 15}, {16, PEOPLE_MAX}};
/* Groups that are asked how long a form takes with them. */
#define PEOPLE_USUAL 8

static int32_t usual_minutes(const struct agenda *agenda, int32_t people)
{
	return agenda_minutes(agenda, clamp_i32(people, agenda->smallest, agenda->largest));
}

/* Whether a form is one of those that are looked for. */
static bool found(const struct view_env *env, const struct agenda *agenda)
{
	const int32_t *filter = env->core->filter;
	int32_t people = PEOPLE_USUAL;

	if (agenda->form == NULL || (filter[FILTER_PURPOSE] > 0 && (int32_t)agenda->form->purpose != filter[FILTER_PURPOSE] - 1)) {
		return false;
	}
	if (filter[FILTER_PEOPLE] > 0) {
		int32_t least = FILTER_GROUP[filter[FILTER_PEOPLE] - 1].least;
		int32_t most = FILTER_GROUP[filter[FILTER_PEOPLE] - 1].most;

		if (agenda->smallest > most || agenda->largest < least) {
			return false;
		}
		people = least;
	}
	return filter[FILTER_MINUTES] == 0 ||
	       usual_minutes(agenda, people) <= FILTER_MOST_MIN[filter[FILTER_MINUTES] - 1];
}

/* What a list leads to. To rating belongs what rates and what looks back on it, the latter for the team's own audience. Talks of another
   moment than this one are found by way of their moment, and do not crowd the rest; so are forms that are not among the first by looking
   for them. */
static bool in_list(const struct view_env *env, const struct agenda *agenda, enum agendas list)
{
	int32_t now = env->today.moment >= 0 ? env->material->moments[env->today.moment].number : 0;
	bool rates = agenda->rates != RATES_NOTHING || agenda->analyses[0] != '\0';

	if (list == AGENDAS_FOUND) {
		return found(env, agenda);
	}
	if (!agenda_suits(agenda, settings_instrument(&env->core->settings, env->material)) || (agenda->form != NULL && !agenda->form->first) ||
	    (!rates && agenda->moment != 0 && agenda->moment != now && env->material->moment_count > 0)) {
		return false;
	}
	return list == AGENDAS_ALL || (list == AGENDAS_RATING) == rates;
}

void view_home(const struct view_env *env, struct view *view)
{
	struct view_home *home = &view->home;

	home->school = env->core->settings.school;
	home->team = env->core->settings.team;
	home->date_doubtful = !view->clock_believed || env->core->dating;
	home->date_settles = home->date_doubtful && wall_believable(env->today.wall);
	home->holiday = env->today.holiday && !home->date_doubtful;
	view_place(env, home);
	home->reminder = home->date_doubtful ? "" : reminder_of(env);
	home->moment_count = env->material->moment_count;
	view_offer(env, home);
	for (int32_t i = 0; i < env->material->agenda_count; i++) {
		const struct agenda *agenda = &env->material->agendas[i];

		home->rate_count += in_list(env, agenda, AGENDAS_RATING) ? 1 : 0;
		home->talk_count += agenda->form != NULL || in_list(env, agenda, AGENDAS_FIRST) ? 1 : 0;
	}
	home->past_count = env->history->total;
	home->promise_count = env->history->promise_count;
	for (int32_t i = 0; i < home->promise_count; i++) {
		home->promises[i] = env->history->promises[i];
	}
}

void view_forms(const struct view_env *env, struct view *view)
{
	struct view_forms *forms = &view->forms;

	memcpy(forms->chosen, env->core->filter, sizeof forms->chosen);
	memcpy(forms->minutes, FILTER_MOST_MIN, sizeof forms->minutes);
	for (int32_t i = 0; i < FILTER_PEOPLE_ALL; i++) {
		forms->people[i].least = FILTER_GROUP[i].least;
		forms->people[i].most = FILTER_GROUP[i].most;
	}
	for (int32_t i = 0; i < env->material->agenda_count; i++) {
		forms->found += found(env, &env->material->agendas[i]) ? 1 : 0;
	}
}

void view_agendas(const struct view_env *env, struct view *view)
{
	enum agendas list = (enum agendas)clamp_i32(env->core->about, AGENDAS_RATING, AGENDAS_FOUND);
	int32_t moment = env->today.moment >= 0 ? env->material->moments[env->today.moment].number : 0;

	view->agendas.list = list;
	for (int32_t i = 0; i < env->material->agenda_count && view->agendas.count < VIEW_AGENDAS_MAX; i++) {
		const struct agenda *agenda = &env->material->agendas[i];

		if (in_list(env, agenda, list)) {
			view->agendas.agendas[view->agendas.count++] = (struct view_agenda){
				.index = i, .name = view_words(env, &agenda->name), .about = view_words(env, &agenda->about),
				.shortest_min = agenda->shortest_min, .longest_min = agenda->longest_min, .smallest = agenda->smallest,
				.largest = agenda->largest, .usual_min = agenda->form != NULL ? usual_minutes(agenda, PEOPLE_USUAL) : 0,
				.now = moment > 0 && agenda->moment == moment};
		}
	}
}

/* What was rated: the theme that the first statement stands in, or its area where there was more than the theme. */
static const char *rated_name(const struct view_env *env, const struct instrument *in, const struct statement *first, int32_t statements)
{
	const struct theme *theme = &in->themes[first->theme];

	return view_words(env, statements > theme->count ? &in->areas[theme->area].short_name : &theme->name);
}

void view_archive(const struct view_env *env, struct view *view)
{
	for (int32_t i = 0; i < env->history->count; i++) {
		const struct past *past = &env->history->past[i];
		const struct instrument *in = NULL;
		const struct statement *first = past->statements > 0 ? material_statement(env->material, past->first_statement, &in) : NULL;

		view->archive.past[view->archive.count++] = (struct view_past){
			.number = past->number, .wall = past->wall, .people = past->people, .minutes = past->minutes,
			.statements = past->statements, .notes = past->notes, .cases = past->cases,
			.name = view_agenda_name(env, past->agenda),
			.theme = first != NULL ? rated_name(env, in, first, past->statements) : ""};
	}
}
