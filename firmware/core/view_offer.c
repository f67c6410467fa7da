/* What home offers to start: what the week's plan asks for and nobody has done yet, or else what suits the moment. */
#include "firmware/core/view_parts.h"

#include "firmware/base/str.h"
#include "firmware/core/decide.h"

/* An agenda and, where it rates, so many themes from the first; themes 0: as the agenda asks. */
struct offer {
	int32_t agenda, first_theme, themes;
};

static bool rated_in(const struct past *past, const struct instrument *instrument, int32_t theme)
{
	int32_t at = instrument->themes[theme].first;

	for (int32_t i = 0; past->rated && i < instrument->statement_count; i++) {
		if (str_equal(instrument->statements[i].id, past->first_statement)) {
			return at >= i && at < i + past->statements;
		}
	}
	return false;
}

static bool rated_this_year(const struct view_env *env, const struct instrument *instrument, int32_t theme)
{
	for (int32_t i = 0; i < env->history->count; i++) {
		if (view_this_school_year(env, &env->history->past[i]) && rated_in(&env->history->past[i], instrument, theme)) {
			return true;
		}
	}
	return false;
}

/* How many themes of the instrument have been rated this school year. */
static int32_t rated_themes(const struct view_env *env, const struct instrument *instrument)
{
	int32_t count = 0;

	for (int32_t i = 0; i < instrument->theme_count; i++) {
		count += rated_this_year(env, instrument, i) ? 1 : 0;
	}
	return count;
}

/* The first theme that nobody has rated this school year; the first of all when every one has been. */
static int32_t theme_to_rate(const struct view_env *env, const struct instrument *instrument)
{
	for (int32_t i = 0; instrument != NULL && i < instrument->theme_count; i++) {
		if (!rated_this_year(env, instrument, i)) {
			return i;
		}
	}
	return 0;
}

static bool asks_for(const struct year_plan *plan, const char *area)
{
	for (int32_t i = 0; i < plan->area_count; i++) {
		if (str_equal(plan->areas[i], area)) {
			return true;
		}
	}
	return false;
}

/* From the first to the last theme of the week's areas that is still to be rated. False if none is. */
static bool themes_left(const struct view_env *env, const struct instrument *instrument, const struct year_plan *plan, struct offer *offer)
{
	offer->themes = 0;
	for (int32_t i = 0; i < instrument->theme_count; i++) {
		if (asks_for(plan, instrument->areas[instrument->themes[i].area].id) && !rated_this_year(env, instrument, i)) {
			offer->first_theme = offer->themes == 0 ? i : offer->first_theme;
			offer->themes = i + 1 - offer->first_theme;
		}
	}
	return offer->themes > 0;
}

/* What looks back on the ratings waits for all of them, unless nothing at all has been rated here: then the week alone decides. */
static bool may_look_back(const struct view_env *env, const struct instrument *instrument)
{
	int32_t rated = rated_themes(env, instrument);

	return rated == 0 || rated == instrument->theme_count;
}

/* True if that week's part of a plan is still to be done by the team, and can be. */
static bool plan_offers(const struct view_env *env, const struct instrument *instrument, const struct year_plan *plan, struct offer *offer)
{
	for (int32_t i = 0; i < plan->agenda_count; i++) {
		const struct agenda *agenda = &env->material->agendas[plan->agendas[i]];

		if (!agenda_suits(agenda, instrument)) {
			continue;
		}
		*offer = (struct offer){.agenda = plan->agendas[i]};
		if (agenda->rates != RATES_NOTHING) {
			return themes_left(env, instrument, plan, offer);
		}
		return !view_held_this_year(env, plan->agendas[i]) && (agenda->analyses[0] == '\0' || may_look_back(env, instrument));
	}
	return false;
}

/* This week's part first, then what comes after it, and last what was left behind. */
static bool task_offers(const struct view_env *env, const struct instrument *instrument, const struct year_task *task, struct offer *offer)
{
	int32_t now = 0;

	while (now < task->plan_count - 1 && task->plan[now].week < env->today.week.week) {
		now++;
	}
	for (int32_t i = 0; i < task->plan_count; i++) {
		if (plan_offers(env, instrument, &task->plan[(now + i) % task->plan_count], offer)) {
			return true;
		}
	}
	return false;
}

static bool moment_offers(const struct view_env *env, const struct moment *moment, struct offer *offer)
{
	const struct instrument *instrument = settings_instrument(&env->core->settings, env->material);

	for (int32_t i = 0; instrument != NULL && i < moment->task_count; i++) {
		if (task_offers(env, instrument, &moment->tasks[i], offer)) {
			return true;
		}
	}
	return false;
}

/* What rates is held again, a theme or an area at a time, until everything has been rated. */
static bool behind(const struct view_env *env, const struct instrument *instrument, int32_t agenda)
{
	if (env->material->agendas[agenda].rates == RATES_NOTHING) {
		return view_held_this_year(env, agenda);
	}
	return instrument == NULL || rated_themes(env, instrument) == instrument->theme_count;
}

/* The first of the moment's meetings that is not behind, in the order of its tasks; the last of them when all have
   been. -1 if it has none. */
static int32_t agenda_of_moment(const struct view_env *env, const struct moment *moment)
{
	const struct instrument *instrument = settings_instrument(&env->core->settings, env->material);
	int32_t last = -1;

	for (int32_t i = 0; i < moment->task_count; i++) {
		for (int32_t j = 0; j < moment->tasks[i].agenda_count; j++) {
			if (!agenda_suits(&env->material->agendas[moment->tasks[i].agendas[j]], instrument)) {
				continue;
			}
			last = moment->tasks[i].agendas[j];
			if (!behind(env, instrument, last)) {
				return last;
			}
		}
	}
	return last;
}

/* What belongs to this moment, else anything for any week; -1 nothing. */
static int32_t any_agenda(const struct view_env *env)
{
	const struct moment *moment = env->today.moment >= 0 ? &env->material->moments[env->today.moment] : NULL;
	int32_t of_moment = moment != NULL ? agenda_of_moment(env, moment) : -1;
	int32_t any = -1;

	for (int32_t i = 0; i < env->material->agenda_count && of_moment < 0; i++) {
		const struct agenda *agenda = &env->material->agendas[i];

		if (moment != NULL && agenda->moment == moment->number) {
			return i;
		}
		any = any < 0 && agenda->moment == 0 && !agenda->cases ? i : any;
	}
	return of_moment >= 0 ? of_moment : any;
}

static struct offer offer_of(const struct view_env *env)
{
	struct offer offer;

	if (env->today.moment >= 0 && moment_offers(env, &env->material->moments[env->today.moment], &offer)) {
		return offer;
	}
	return (struct offer){.agenda = any_agenda(env),
	                      .first_theme = theme_to_rate(env, settings_instrument(&env->core->settings, env->material))};
}

/* Some of the area's first themes have been rated, and home goes on with what is left of it: that is said by the name of the next. */
static void go_on(const struct view_env *env, const struct setup *setup, struct view_home *home)
{
	const struct instrument *instrument = settings_instrument(&env->core->settings, env->material);
	const struct theme *first = &instrument->themes[setup->first_theme];
	const struct theme *last = &instrument->themes[setup->first_theme + setup->theme_count - 1];
	int32_t count;

	home->offer_rest = area_themes(instrument, first->area, &count) < setup->first_theme && first->area == last->area;
	if (home->offer_rest) {
		home->offer_theme = view_words(env, &first->name);
		home->offer_more = setup->theme_count - 1;
	}
}

void view_offer(const struct view_env *env, struct view_home *home)
{
	struct offer offer = offer_of(env);
	struct setup setup;
	struct plan plan;

	home->offer = offer.agenda;
	home->offer_name = "";
	home->offer_theme = "";
	home->offer_also = "";
	home->offer_theme_index = offer.first_theme;
	home->offer_themes = offer.themes;
	if (home->offer < 0) {
		return;
	}
	home->offer_name = view_words(env, &env->material->agendas[home->offer].name);
	setup = setup_for(env->core, env->material, home->offer, offer.first_theme, offer.themes);
	decide_plan(env->core, env->material, &setup, &plan);
	home->offer_min = plan.total_min;
	home->offer_steps = plan.step_count;
	if (env->material->agendas[home->offer].rates != RATES_NOTHING) {
		view_scope(env, &setup, &home->offer_theme, &home->offer_also);
		if (offer.themes > 0) {
			go_on(env, &setup, home);
		}
	}
}
