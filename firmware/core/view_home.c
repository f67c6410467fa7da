/* Home, the lists of what can be started, and the archive. */
#include "firmware/core/view_parts.h"

#include "firmware/base/str.h"
#include "firmware/core/decide.h"

#define MINUTES_A_DAY 1440
/* A theme rated longer ago than this may well be rated again. */
#define MINUTES_A_SCHOOL_YEAR (300 * MINUTES_A_DAY)

static bool doubtful(const struct view_env *env)
{
	const struct today *today = &env->today;
	const struct history *history = env->history;
	int32_t said = env->core->settings.value[SET_DATE_SAID];

	if (!wall_believable(today->wall)) {
		return true;
	}
	/* A day and more before the last meeting: the clock has fallen back, unless it was ahead then and people have said so since. */
	return history->count > 0 && history->past[0].wall > today->wall + MINUTES_A_DAY && (said == 0 || said > today->wall + MINUTES_A_DAY);
}

static bool rated_this_year(const struct view_env *env, const struct instrument *instrument, int32_t theme)
{
	for (int32_t i = 0; i < env->history->count; i++) {
		const struct past *past = &env->history->past[i];

		if (past->statements == 0 || past->wall + MINUTES_A_SCHOOL_YEAR < env->today.wall) {
			continue;
		}
		for (int32_t j = 0; j < instrument->statement_count; j++) {
			int32_t at = instrument->themes[theme].first;

			if (str_equal(instrument->statements[j].id, past->first_statement) && at >= j && at < j + past->statements) {
				return true;
			}
		}
	}
	return false;
}

/* The first theme that nobody has rated this school year; the first of all when every one has been. */
static int32_t theme_to_rate(const struct view_env *env)
{
	const struct instrument *instrument = env->material->instrument_count > 0 ? &env->material->instruments[0] : NULL;

	for (int32_t i = 0; instrument != NULL && i < instrument->theme_count; i++) {
		if (!rated_this_year(env, instrument, i)) {
			return i;
		}
	}
	return 0;
}

/* What belongs to this moment, else anything for any week. */
static int32_t agenda_to_offer(const struct view_env *env)
{
	int32_t number = env->today.moment >= 0 ? env->material->moments[env->today.moment].number : 0;
	int32_t any = -1;

	for (int32_t i = 0; i < env->material->agenda_count; i++) {
		const struct agenda *agenda = &env->material->agendas[i];

		if (number > 0 && agenda->moment == number) {
			return i;
		}
		any = any < 0 && agenda->moment == 0 && !agenda->cases ? i : any;
	}
	return any;
}

static void view_offer(const struct view_env *env, struct view_home *home)
{
	const struct instrument *instrument = env->material->instrument_count > 0 ? &env->material->instruments[0] : NULL;
	struct setup setup;
	struct plan plan;

	home->offer = agenda_to_offer(env);
	home->offer_name = "";
	home->offer_theme = "";
	if (home->offer < 0) {
		return;
	}
	home->offer_name = view_words(env, &env->material->agendas[home->offer].name);
	home->offer_theme_index = theme_to_rate(env);
	setup = setup_for(env->core, env->material, home->offer, home->offer_theme_index);
	decide_plan(env->core, env->material, &setup, &plan);
	home->offer_min = plan.total_min;
	home->offer_steps = plan.step_count;
	if (env->material->agendas[home->offer].rates != RATES_NOTHING && instrument != NULL) {
		home->offer_theme = setup.theme_count == 1
		                            ? view_words(env, &instrument->themes[setup.first_theme].name)
		                            : view_words(env, &instrument->areas[instrument->themes[setup.first_theme].area].short_name);
	}
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
		home->text = view_words(env, &moment->description);
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

void view_home(const struct view_env *env, struct view *view)
{
	struct view_home *home = &view->home;

	home->school = env->core->settings.school;
	home->team = env->core->settings.team;
	home->date_doubtful = doubtful(env) || env->core->dating;
	home->date_settles = home->date_doubtful && wall_believable(env->today.wall);
	home->holiday = env->today.holiday && !home->date_doubtful;
	view_place(env, home);
	view_offer(env, home);
	for (int32_t i = 0; i < env->material->agenda_count; i++) {
		home->rate_count += env->material->agendas[i].rates != RATES_NOTHING ? 1 : 0;
		home->talk_count += env->material->agendas[i].rates == RATES_NOTHING ? 1 : 0;
	}
	home->past_count = env->history->total;
	home->promise_count = env->history->promise_count;
	for (int32_t i = 0; i < home->promise_count; i++) {
		home->promises[i] = env->history->promises[i];
	}
}

void view_agendas(const struct view_env *env, struct view *view)
{
	int32_t wanted = env->core->about;
	int32_t moment = env->today.moment >= 0 ? env->material->moments[env->today.moment].number : 0;

	view->agendas.rating = wanted;
	for (int32_t i = 0; i < env->material->agenda_count && view->agendas.count < VIEW_AGENDAS_MAX; i++) {
		const struct agenda *agenda = &env->material->agendas[i];
		bool rates = agenda->rates != RATES_NOTHING;

		if (wanted == 2 || (wanted == 0) == rates) {
			view->agendas.agendas[view->agendas.count++] = (struct view_agenda){
				.index = i, .name = view_words(env, &agenda->name), .about = view_words(env, &agenda->about),
				.shortest_min = agenda->shortest_min, .longest_min = agenda->longest_min, .smallest = agenda->smallest,
				.largest = agenda->largest, .now = moment > 0 && agenda->moment == moment};
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
