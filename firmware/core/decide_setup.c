/* Set-up: who is here, how long, about what; and the start of the meeting. */
#include "firmware/core/decide.h"

#include "firmware/base/str.h"

#define MINUTES_A_STEP 5
#define MINUTES_USUAL 60

int32_t setup_statements(const struct core *core, const struct material *material, const struct setup *setup, int32_t *first)
{
	const struct instrument *instrument = settings_instrument(&core->settings, material);
	int32_t total = 0;

	*first = 0;
	if (setup->agenda < 0 || material->agendas[setup->agenda].rates == RATES_NOTHING || instrument == NULL) {
		return 0;
	}
	for (int32_t i = 0; i < setup->theme_count && setup->first_theme + i < instrument->theme_count; i++) {
		total += instrument->themes[setup->first_theme + i].count;
	}
	*first = setup->first_theme < instrument->theme_count ? instrument->themes[setup->first_theme].first : 0;
	return min_i32(total, STATEMENTS_MAX);
}

bool decide_plan(const struct core *core, const struct material *material, const struct setup *setup, struct plan *plan)
{
	int32_t first;

	if (setup->agenda < 0 || setup->agenda >= material->agenda_count) {
		return false;
	}
	plan_fit(&(struct plan_wish){.agenda = &material->agendas[setup->agenda], .people = setup->people, .minutes = setup->minutes,
	                             .statements = setup_statements(core, material, setup, &first),
	                             .limit = core->settings.value[SET_LIMIT], .fit = setup->fit},
	         plan);
	return plan->fits;
}

static void change(struct decision *d, const struct setup *setup)
{
	struct event *event = decide_add(d, EVENT_SETUP_CHANGED);

	event->setup.agenda = setup->agenda;
	event->setup.people = setup->people;
	event->setup.minutes = setup->minutes;
	event->setup.first_theme = setup->first_theme;
	event->setup.theme_count = setup->theme_count;
	event->setup.next_themes = setup->next_themes;
	event->setup.fit = (int32_t)setup->fit;
}

/* So many themes, or all of one area, or one theme of it, as the agenda asks. */
static void choose_scope(const struct material *material, const struct instrument *instrument, struct setup *setup, int32_t theme,
                         int32_t themes)
{
	if (instrument == NULL || instrument->theme_count == 0) {
		return;
	}
	setup->first_theme = theme < instrument->theme_count ? theme : 0;
	setup->theme_count = clamp_i32(themes, 1, instrument->theme_count - setup->first_theme);
	setup->next_themes = 0;
	if (themes == 0 && material->agendas[setup->agenda].rates == RATES_AREA) {
		setup->first_theme = area_themes(instrument, instrument->themes[setup->first_theme].area, &setup->theme_count);
	}
}

/* The usual hour, or what a form usually takes with these people; or the shortest time that holds what the agenda asks for. */
static void choose_minutes(const struct core *core, const struct material *material, struct setup *setup)
{
	const struct agenda *agenda = &material->agendas[setup->agenda];
	int32_t usual = agenda->form != NULL ? agenda_minutes(agenda, setup->people) : MINUTES_USUAL;
	struct plan plan;

	setup->minutes = clamp_i32(usual, agenda->shortest_min, agenda->longest_min);
	while (!decide_plan(core, material, setup, &plan) && setup->minutes + MINUTES_A_STEP <= agenda->longest_min) {
		setup->minutes += MINUTES_A_STEP;
	}
}

struct setup setup_for(const struct core *core, const struct material *material, int32_t agenda, int32_t theme, int32_t themes)
{
	struct setup setup = core->setup;

	setup.agenda = agenda;
	setup.fit = FIT_WHOLE;
	setup.people = clamp_i32(setup.people, material->agendas[agenda].smallest, material->agendas[agenda].largest);
	choose_scope(material, settings_instrument(&core->settings, material), &setup, theme, themes);
	choose_minutes(core, material, &setup);
	return setup;
}

/* What looks back on the other audience's ratings has a sister that looks back on this one's. */
static void choose_sister(const struct material *material, const struct instrument *instrument, struct setup *setup)
{
	for (int32_t i = 0; i < material->agenda_count && !agenda_suits(&material->agendas[setup->agenda], instrument); i++) {
		setup->agenda = str_equal(material->agendas[i].analyses, instrument->audience) ? i : setup->agenda;
	}
}

void decide_audience(struct decision *d, const struct instrument *instrument)
{
	struct setup setup = d->core->setup;

	if (setup.agenda < 0 || setup.agenda >= d->material->agenda_count) {
		return;
	}
	setup.fit = FIT_WHOLE;
	choose_sister(d->material, instrument, &setup);
	choose_scope(d->material, instrument, &setup, setup.first_theme, 0);
	change(d, &setup);
}

static void open_setup(struct decision *d)
{
	struct setup setup;
	struct event *event;

	if (d->core->meeting.live || d->command->m < 0 || d->command->m >= d->material->agenda_count) {
		decide_refuse(d, REFUSAL_NOT_HERE);
		return;
	}
	setup = setup_for(d->core, d->material, d->command->m,
	                  d->command->k > 0 ? d->command->k - 1 : d->core->setup.first_theme, max_i32(d->command->l, 0));
	change(d, &setup);
	event = decide_add(d, EVENT_WENT);
	event->go.screen = SCREEN_SETUP;
	event->go.about = setup.agenda;
}

/* All that was meant to be rated, over one meeting or two. */
static void join(struct setup *setup)
{
	setup->fit = FIT_WHOLE;
	setup->theme_count += setup->next_themes;
	setup->next_themes = 0;
}

/* As many of the first themes as fit. False where not even one does. */
static bool split(const struct decision *d, struct setup *setup)
{
	struct plan plan;

	join(setup);
	while (setup->theme_count > 1 && !decide_plan(d->core, d->material, setup, &plan)) {
		setup->theme_count--;
		setup->next_themes++;
	}
	return decide_plan(d->core, d->material, setup, &plan);
}

static void change_scope(struct decision *d, struct setup *setup)
{
	const struct instrument *instrument = settings_instrument(&d->core->settings, d->material);
	int32_t n = d->command->n;
	int32_t first;

	if (instrument == NULL || d->material->agendas[setup->agenda].rates == RATES_NOTHING) {
		decide_refuse(d, REFUSAL_NOT_HERE);
		return;
	}
	if (d->command->kind == CMD_SETUP_THEME && n >= 0 && n < instrument->theme_count) {
		setup->first_theme = n;
		setup->theme_count = 1;
	} else if (d->command->kind == CMD_SETUP_AREA && n >= 0 && n < instrument->area_count) {
		setup->first_theme = area_themes(instrument, n, &setup->theme_count);
	} else if (d->command->kind == CMD_SETUP_AREA && n == -1) {
		setup->first_theme = 0;
		setup->theme_count = instrument->theme_count;
	} else {
		decide_refuse(d, REFUSAL_BOUND);
		return;
	}
	if (setup_statements(d->core, d->material, setup, &first) == 0) {
		decide_refuse(d, REFUSAL_BOUND);   /* nothing there to rate */
		return;
	}
	setup->fit = FIT_WHOLE;
	setup->next_themes = 0;
	change(d, setup);
	if (d->core->screen == SCREEN_THEMES) {
		struct event *event = decide_add(d, EVENT_WENT);

		event->go.screen = SCREEN_SETUP;
		event->go.about = setup->agenda;
	}
}

static void change_number(struct decision *d, struct setup *setup)
{
	const struct agenda *agenda = &d->material->agendas[setup->agenda];
	int32_t people = setup->people;
	int32_t minutes = setup->minutes;

	if (d->command->kind == CMD_SETUP_PEOPLE) {
		setup->people = clamp_i32(people + clamp_i32(d->command->n, -PEOPLE_MAX, PEOPLE_MAX), agenda->smallest, agenda->largest);
	} else {
		setup->minutes = clamp_i32(minutes + clamp_i32(d->command->n, -MINUTES_MAX, MINUTES_MAX), agenda->shortest_min,
		                           agenda->longest_min);
	}
	if (setup->people == people && setup->minutes == minutes) {
		decide_refuse(d, REFUSAL_BOUND);
	} else {
		/* What is split over two meetings is split anew. */
		if (setup->next_themes == 0 || !split(d, setup)) {
			join(setup);
		}
		if (agenda->form != NULL && setup->people != people) {
			choose_minutes(d->core, d->material, setup);   /* a form takes what its people take */
		}
		change(d, setup);
	}
}

static void change_fit(struct decision *d, struct setup *setup)
{
	struct plan plan;

	if (d->command->n == FIT_LEAN) {
		setup->fit = FIT_LEAN;
	} else if (d->command->n == FIT_FIRST_PART) {
		setup->fit = split(d, setup) ? FIT_WHOLE : FIT_FIRST_PART;
	} else {
		join(setup);
	}
	if (d->command->n != FIT_WHOLE && !decide_plan(d->core, d->material, setup, &plan)) {
		decide_refuse(d, REFUSAL_DOES_NOT_FIT);
	} else {
		change(d, setup);
	}
}

/* One step of the meeting: what the recipe says, as long as the plan has it. */
static struct step step_of(const struct agenda *agenda, const struct plan_step *plan, int32_t turn)
{
	const struct recipe_step *recipe = &agenda->steps[plan->recipe];

	return (struct step){.kind = plan->kind, .planned_ms = plan->planned_min * MS_MINUTE, .least_ms = plan->least_min * MS_MINUTE,
	                     .each_s = plan->each_s, .least_each_s = plan->least_each_s, .random_order = recipe->random_order,
	                     .open_way = plan->open_way, .hard = recipe->hard, .grouping = recipe->grouping, .repeat = recipe->repeat,
	                     .group = recipe->group, .speakers = recipe->speakers,
	                     .counts = cast_counts(recipe->roles, recipe->role_count), .turn = turn, .run = recipe->run};
}

static void plan_step(struct decision *d, const struct step *step, const char *id)
{
	struct event *event = decide_add(d, EVENT_STEP_PLANNED);

	event->step.kind = (int32_t)step->kind;
	event->step.planned_ms = (int32_t)step->planned_ms;
	event->step.least_ms = (int32_t)step->least_ms;
	event->step.each_s = step->each_s;
	event->step.least_each_s = step->least_each_s;
	event->step.random_order = step->random_order ? 1 : 0;
	event->step.open_way = step->open_way ? 1 : 0;
	str_copy(event->id, sizeof event->id, id);
	if (!step_is_cast(step) && !step->hard) {
		return;
	}
	event = decide_add(d, EVENT_STEP_CAST);
	event->cast.hard = step->hard ? 1 : 0;
	event->cast.grouping = (int32_t)step->grouping;
	event->cast.repeat = (int32_t)step->repeat;
	event->cast.group = step->group;
	event->cast.speakers = step->speakers;
	event->cast.counts = step->counts;
	event->cast.turn = step->turn;
	event->cast.run = step->run;
}

/* The steps that are repeated together stand side by side in the plan; here they follow one another, turn by turn. */
static void plan_steps(struct decision *d, const struct agenda *agenda, const struct plan *plan)
{
	int32_t end;

	for (int32_t first = 0; first < plan->step_count; first = end) {
		int32_t run = agenda->steps[plan->steps[first].recipe].run;

		end = first + 1;
		while (run != 0 && end < plan->step_count && agenda->steps[plan->steps[end].recipe].run == run) {
			end++;
		}
		for (int32_t turn = 0; turn < plan->steps[first].turns; turn++) {
			for (int32_t i = first; i < end; i++) {
				struct step step = step_of(agenda, &plan->steps[i], turn);

				plan_step(d, &step, agenda->steps[plan->steps[i].recipe].id);
			}
		}
	}
}

static void begin(struct decision *d, const struct setup *setup)
{
	const struct agenda *agenda = &d->material->agendas[setup->agenda];
	const struct instrument *instrument = settings_instrument(&d->core->settings, d->material);
	struct cast nobody = {.set = 0};
	struct event *event;
	struct plan plan;
	struct step step;
	int32_t first;
	int32_t statements = setup_statements(d->core, d->material, setup, &first);

	if (!decide_plan(d->core, d->material, setup, &plan)) {
		decide_refuse(d, REFUSAL_DOES_NOT_FIT);
		return;
	}
	event = decide_add(d, EVENT_MEETING_BEGUN);
	event->meeting.people = setup->people;
	event->meeting.minutes = plan.total_min;
	event->meeting.limit = d->core->settings.value[SET_LIMIT];
	event->meeting.cases = agenda->cases ? 1 : 0;
	event->meeting.wall = wall_believable(d->command->wall) ? (int32_t)d->command->wall : 0;
	event->meeting.rates = (int32_t)agenda->rates;
	str_copy(event->id, sizeof event->id, agenda->id);
	for (int32_t i = 0; i < statements; i++) {
		str_copy(decide_add(d, EVENT_STATEMENT_CHOSEN)->id, ID_BYTES, instrument->statements[first + i].id);
	}
	plan_steps(d, agenda, &plan);
	step = step_of(agenda, &plan.steps[0], 0);
	decide_start_step(d, 0, &step, &nobody);
}

void decide_setup(struct decision *d)
{
	struct setup setup = d->core->setup;

	if (d->command->kind == CMD_GO) {
		if (d->command->m < 0 && setup.agenda >= 0 && !d->core->meeting.live) {
			struct event *event = decide_add(d, EVENT_WENT);

			event->go.screen = SCREEN_SETUP;
			event->go.about = setup.agenda;
		} else {
			open_setup(d);
		}
		return;
	}
	if ((d->core->screen != SCREEN_SETUP && d->core->screen != SCREEN_THEMES) || d->core->meeting.live || setup.agenda < 0 ||
	    setup.agenda >= d->material->agenda_count) {
		decide_refuse(d, REFUSAL_NOT_HERE);
		return;
	}
	switch ((int)d->command->kind) {
	case CMD_SETUP_PEOPLE:
	case CMD_SETUP_MINUTES: change_number(d, &setup); break;
	case CMD_SETUP_THEME:
	case CMD_SETUP_AREA: change_scope(d, &setup); break;
	case CMD_SETUP_FIT: change_fit(d, &setup); break;
	case CMD_BEGIN: begin(d, &setup); break;
	default: UNREACHABLE();
	}
}
