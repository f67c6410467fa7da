/* Set-up: how many, how long, about what; and what the meeting would be. */
#include "firmware/core/view_parts.h"

#include "firmware/base/str.h"
#include "firmware/core/decide.h"

static const struct instrument *instrument_of(const struct view_env *env)
{
	return settings_instrument(&env->core->settings, env->material);
}

static const char *area_of(const struct view_env *env, const struct instrument *instrument, int32_t theme)
{
	return view_words(env, &instrument->areas[instrument->themes[theme].area].short_name);
}

void view_scope(const struct view_env *env, const struct setup *setup, const char **name, const char **also)
{
	const struct instrument *instrument = instrument_of(env);
	int32_t first = setup->first_theme, last, apart;

	*name = "";
	*also = "";
	if (instrument == NULL || first >= instrument->theme_count) {
		return;
	}
	last = min_i32(first + setup->theme_count, instrument->theme_count) - 1;
	apart = instrument->themes[last].area - instrument->themes[first].area;
	if (setup->theme_count == 1) {
		*name = view_words(env, &instrument->themes[first].name);
	} else if (apart <= 1) {
		*name = area_of(env, instrument, first);
		*also = apart == 1 ? area_of(env, instrument, last) : "";
	}
}

static void view_rows(const struct view_env *env, const struct agenda *agenda, const struct plan *plan, struct view_setup *setup)
{
	for (int32_t i = 0; i < plan->step_count; i++) {
		const struct plan_step *step = &plan->steps[i];
		const struct recipe_step *recipe = &agenda->steps[step->recipe];

		setup->rows[setup->row_count++] = (struct view_plan_row){
			.kind = step->kind, .name = step->open_way ? "" : view_words(env, &recipe->name),
			.detail = step->open_way ? "" : view_words(env, &recipe->detail), .minutes = step->planned_min * step->turns,
			.each_s = step->each_s, .turns = step->turns, .wanted = step->wanted, .open_way = step->open_way};
	}
}

static void view_subjects(const struct view_env *env, struct view_setup *setup)
{
	const struct setup *chosen = &env->core->setup;
	const struct instrument *instrument = instrument_of(env);
	int32_t first, last;

	setup->area = "";
	setup->theme = "";
	setup->also = "";
	setup->statements = setup_statements(env->core, env->material, chosen, &first);
	setup->theme_count = chosen->theme_count;
	setup->rates = setup->statements > 0;
	if (!setup->rates) {
		return;
	}
	if (chosen->theme_count == 1) {
		setup->theme = view_words(env, &instrument->themes[chosen->first_theme].name);
		setup->area = area_of(env, instrument, chosen->first_theme);
	} else {
		view_scope(env, chosen, &setup->area, &setup->also);
	}
	setup->whole = chosen->theme_count >= instrument->theme_count;
	last = min_i32(chosen->first_theme + chosen->theme_count, instrument->theme_count) - 1;
	setup->next_theme_count = min_i32(chosen->next_themes, instrument->theme_count - 1 - last);
	for (int32_t i = 0; i < setup->next_theme_count && i < VIEW_NEXT_MAX; i++) {
		setup->next_themes[i] = view_words(env, &instrument->themes[last + 1 + i].name);
	}
	setup->screen_min = answering_screen_min(chosen->people, setup->statements);
	setup->pad_min = answering_pad_min(chosen->people, setup->statements);
	setup->phone_min = answering_phone_min(setup->statements);
}

/* True if one of the themes that are to be rated would fit on its own. */
static bool one_theme_fits(const struct view_env *env)
{
	struct setup tried = env->core->setup;
	int32_t first = tried.first_theme;
	int32_t count = tried.theme_count;
	struct plan plan;

	tried.fit = FIT_WHOLE;
	tried.theme_count = 1;
	for (tried.first_theme = first; tried.first_theme < first + count; tried.first_theme++) {
		if (decide_plan(env->core, env->material, &tried, &plan)) {
			return true;
		}
	}
	return false;
}

/* What would make it fit: tried, not guessed. */
static void view_ways_out(const struct view_env *env, struct view_setup *setup)
{
	struct setup tried = env->core->setup;
	struct plan plan;

	setup->can_theme = setup->rates && tried.theme_count > 1 && one_theme_fits(env);
	tried.fit = FIT_LEAN;
	setup->can_lean = env->core->setup.fit != FIT_LEAN && decide_plan(env->core, env->material, &tried, &plan);
	tried.fit = FIT_FIRST_PART;
	tried.theme_count = setup->rates ? 1 : tried.theme_count;
	setup->can_split = decide_plan(env->core, env->material, &tried, &plan);
}

void view_setup(const struct view_env *env, struct view *view)
{
	const struct setup *chosen = &env->core->setup;
	struct view_setup *setup = &view->setup;
	const struct agenda *agenda;
	struct plan plan;

	setup->name = "";
	setup->area = "";
	setup->theme = "";
	setup->end = -1;
	if (chosen->agenda < 0 || chosen->agenda >= env->material->agenda_count) {
		return;
	}
	agenda = &env->material->agendas[chosen->agenda];
	setup->name = view_words(env, &agenda->name);
	setup->moment = agenda->moment;
	setup->people = chosen->people;
	setup->minutes = chosen->minutes;
	setup->people_least = chosen->people <= agenda->smallest;
	setup->people_most = chosen->people >= agenda->largest;
	setup->minutes_least = chosen->minutes <= agenda->shortest_min;
	setup->minutes_most = chosen->minutes >= agenda->longest_min;
	setup->limit = env->core->settings.value[SET_LIMIT];
	setup->too_few = agenda->rates != RATES_NOTHING && chosen->people < setup->limit;
	setup->fit = chosen->fit;
	view_subjects(env, setup);
	setup->by_level = setup->rates || agenda->analyses[0] != '\0';
	setup->fits = decide_plan(env->core, env->material, chosen, &plan);
	setup->needed_min = plan.needed_min;
	setup->left_out = plan.left_out;
	setup->next_time = plan.next_time;
	setup->turns_out = plan.turns_out;
	setup->our_minutes = agenda->form != NULL && agenda->form->our_minutes;
	setup->our_group = agenda->form != NULL && agenda->form->our_group;
	setup->total_min = plan.total_min;
	setup->end = view_end(env, plan.total_min * MS_MINUTE);
	view_rows(env, agenda, &plan, setup);
	if (!setup->fits) {
		view_ways_out(env, setup);
	}
}

void view_levels(const struct view_env *env, struct view *view)
{
	struct view_levels *levels = &view->levels;

	levels->chosen = "";
	for (int32_t i = 0; i < env->material->instrument_count && levels->count < AUDIENCES_MAX; i++) {
		const struct instrument *in = &env->material->instruments[i];
		struct view_level *level = &levels->levels[levels->count++];

		level->name = view_words(env, &in->level);
		level->name = level->name[0] != '\0' ? level->name : view_words(env, &in->name);
		/* An audience of an instrument of one's own is told apart by what that is called. */
		level->about = view_words(env, &in->level_about);
		if (level->about[0] == '\0' && !str_equal(level->name, view_words(env, &in->name))) {
			level->about = view_words(env, &in->name);
		}
		level->chosen = in == instrument_of(env);
		level->participant_count = in->participant_count;
		for (int32_t j = 0; j < in->participant_count; j++) {
			level->participants[j] = view_words(env, &in->participants[j]);
		}
		levels->chosen = level->chosen ? level->name : levels->chosen;
	}
}

void view_themes(const struct view_env *env, struct view *view)
{
	const struct instrument *instrument = instrument_of(env);
	const struct setup *chosen = &env->core->setup;
	struct view_themes *themes = &view->themes;

	themes->may_area = true;
	for (int32_t area = 0; instrument != NULL && area < instrument->area_count && themes->count < (int32_t)ARRAY_LEN(themes->themes);
	     area++) {
		int32_t count;
		int32_t first = area_themes(instrument, area, &count);
		struct view_theme *heading = &themes->themes[themes->count++];

		*heading = (struct view_theme){.heading = true, .index = area, .name = view_words(env, &instrument->areas[area].short_name),
		                               .chosen = chosen->first_theme == first && chosen->theme_count == count && count > 1};
		for (int32_t i = first; i < first + count && themes->count < (int32_t)ARRAY_LEN(themes->themes); i++) {
			heading->statements += instrument->themes[i].count;
			themes->themes[themes->count++] = (struct view_theme){
				.index = i, .name = view_words(env, &instrument->themes[i].name), .statements = instrument->themes[i].count,
				.chosen = chosen->first_theme == i && chosen->theme_count == 1};
		}
	}
}
