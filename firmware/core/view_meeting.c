/* The step that is on: its clock, whose turn it is, and how the meeting keeps to its plan. */
#include "firmware/core/view_parts.h"

#include "firmware/base/str.h"
#include "firmware/core/turns.h"

static struct view_clock clock_of(const struct timer *timer, ms_t now)
{
	return (struct view_clock){.shown = true, .running = timer->running != 0, .left_ms = timer_left(timer, now),
	                           .budget_ms = timer->budget};
}

/* When the meeting ends if nothing changes, from now. */
static ms_t rest_of(const struct meeting *meeting, ms_t now)
{
	ms_t rest = max_ms(timer_left(&meeting->clock, now), 0);

	for (int32_t i = meeting->at + 1; i < meeting->step_count; i++) {
		rest += meeting->steps[i].status == STEP_TODO ? meeting->steps[i].planned_ms : 0;
	}
	return rest;
}

static bool can_shrink(const struct meeting *meeting)
{
	for (int32_t i = meeting->at + 1; i < meeting->step_count; i++) {
		if (meeting->steps[i].status == STEP_TODO && meeting->steps[i].planned_ms > meeting->steps[i].least_ms) {
			return true;
		}
	}
	return false;
}

#define PACE_HOURS_FROM_MIN 100
#define MINUTES_AN_HOUR 60

static void view_pace(const struct view_env *env, struct view_step *shown)
{
	const struct meeting *meeting = &env->core->meeting;
	ms_t rest = rest_of(meeting, env->now);
	ms_t late = env->now + rest - meeting->planned_end;

	shown->end = view_end(env, rest);
	if (late >= MS_MINUTE) {
		shown->pace = PACE_BEHIND;
		shown->pace_min = (int32_t)(late / MS_MINUTE);
		shown->pace_h = shown->pace_min >= PACE_HOURS_FROM_MIN ? (shown->pace_min + MINUTES_AN_HOUR / 2) / MINUTES_AN_HOUR : 0;
	} else if (late <= -MS_MINUTE) {
		shown->pace = PACE_AHEAD;
		shown->pace_min = (int32_t)(-late / MS_MINUTE);
	}
	shown->can_shrink = shown->pace == PACE_BEHIND && can_shrink(meeting);
}

static const struct recipe_step *recipe_of(const struct view_env *env, const struct step *step)
{
	const struct agenda *agenda = material_agenda(env->material, env->core->meeting.agenda);

	return agenda != NULL ? agenda_step(agenda, step->id) : NULL;
}

/* A step that took another shape (open way, pairs for a round) is called by its kind: the screen knows the word. */
static const char *title_of(const struct view_env *env, const struct step *step)
{
	const struct recipe_step *recipe = recipe_of(env, step);

	return recipe != NULL && recipe->kind == step->kind ? view_words(env, &recipe->name) : "";
}

static void view_prompt(const struct view_env *env, const struct step *step, struct view_step *shown)
{
	const struct recipe_step *recipe = recipe_of(env, step);
	const char *area;
	const char *theme;

	view_subject(env, &env->core->meeting, &area, &theme);
	shown->title = title_of(env, step);
	shown->group = theme[0] != '\0' ? theme : area;
	shown->prompt = "";
	shown->aside = "";
	shown->aside_title = "";
	if (recipe != NULL && !step->open_way) {
		shown->prompt = view_words(env, &recipe->prompt);
		shown->aside = view_words(env, &recipe->aside);
		shown->aside_title = view_words(env, &recipe->aside_title);
	}
}

/* Before the rating, the introductions to its areas stand beside the silent step. */
static void view_intro(const struct view_env *env, struct view_step *shown)
{
	const struct meeting *meeting = &env->core->meeting;
	const struct area *last = NULL;

	if (shown->open_way || meeting->rating.phase == RATING_CLOSED || (shown->kind != STEP_SILENT && shown->kind != STEP_READ)) {
		return;
	}
	for (int32_t i = 0; i < meeting->statement_count && shown->intro_count < AREAS_SHOWN_MAX; i++) {
		const struct instrument *in = NULL;
		const struct statement *statement = material_statement(env->material, meeting->statements[i], &in);
		const struct area *area = statement != NULL ? &in->areas[in->themes[statement->theme].area] : last;

		if (area != last) {
			shown->intros[shown->intro_count].title = view_words(env, &area->name);
			shown->intros[shown->intro_count++].text = view_words(env, &area->intro);
			last = area;
		}
	}
}

static void add_options(const struct view_env *env, const struct area *area, struct view_options *options)
{
	int32_t at = options->area_count;

	if (area->option_count == 0 || at == AREAS_SHOWN_MAX) {
		return;
	}
	options->area_count++;
	options->areas[at].name = view_words(env, &area->short_name);
	options->areas[at].count = area->option_count;
	for (int32_t i = 0; i < area->option_count; i++) {
		options->areas[at].text[i] = view_words(env, &area->options[i]);
	}
}

/* The instrument that the meeting looks back on, or NULL. */
static const struct instrument *looked_back_on(const struct view_env *env)
{
	const struct agenda *agenda = material_agenda(env->material, env->core->meeting.agenda);

	for (int32_t i = 0; agenda != NULL && agenda->analyses[0] != '\0' && i < env->material->instrument_count; i++) {
		if (str_equal(agenda->analyses, env->material->instruments[i].audience)) {
			return &env->material->instruments[i];
		}
	}
	return NULL;
}

/* Of the areas that the meeting rates, or, where it looks back on all of them, of them all. */
void view_options(const struct view_env *env, struct view *view)
{
	const struct meeting *meeting = &env->core->meeting;
	const struct instrument *in = looked_back_on(env);
	const struct area *last = NULL;

	for (int32_t i = 0; in != NULL && i < in->area_count; i++) {
		add_options(env, &in->areas[i], &view->options);
	}
	for (int32_t i = 0; in == NULL && i < meeting->statement_count; i++) {
		const struct instrument *of = NULL;
		const struct statement *statement = material_statement(env->material, meeting->statements[i], &of);
		const struct area *area = statement != NULL ? &of->areas[of->themes[statement->theme].area] : last;

		if (area != last) {
			add_options(env, area, &view->options);
			last = area;
		}
	}
	view->step.options = view->options.area_count > 0;
}

/* The open way has no ballots: its statements stand on the screen for all. */
static void view_statements(const struct view_env *env, struct view_step *shown)
{
	const struct meeting *meeting = &env->core->meeting;
	const struct instrument *in = NULL;

	for (int32_t i = 0; shown->open_way && i < meeting->statement_count; i++) {
		const struct statement *statement = material_statement(env->material, meeting->statements[i], &in);

		if (statement != NULL) {
			shown->statements[shown->statement_count++] = view_words(env, &statement->text);
		}
	}
}

static void view_round(const struct view_env *env, struct view_round *shown)
{
	const struct meeting *meeting = &env->core->meeting;
	const struct round *round = &meeting->round;

	shown->people = round->people;
	for (int32_t i = 0; i < round->people; i++) {
		shown->seat[i] = round->seat[i];
	}
	shown->speaker = turns_speaker(round, round->place);
	shown->next = turns_speaker(round, round->place + 1);
	/* Seats go clockwise as seen on the screen, so whoever comes after sits to the speaker's left. */
	shown->next_is_left = shown->next >= 0 && shown->next == (shown->speaker + 1) % max_i32(round->people, 1);
	shown->open_up = round->open_up;
	shown->can_order = round->place == 0 && !round->open_up && !round->cast;
	shown->hard = meeting_step(meeting)->hard;
	shown->random = round->random;
	shown->leader_last = round->leader_last;
	shown->circles = round->circles;
	shown->many = round->people > ROUND_IS_MANY && !round->cast;
	if (!round->open_up) {
		shown->turn = clock_of(&round->turn, env->now);
	}
}

static void view_floor(const struct meeting *meeting, struct view_floor *shown)
{
	shown->shown = meeting->people > ROUND_IS_MANY && meeting_step(meeting)->speakers == 0;
	shown->people = meeting->people;
	shown->speaker = meeting->floor.speaker;
	shown->queued = meeting->floor.count;
	for (int32_t i = 0; i < meeting->people; i++) {
		shown->place[i] = floor_place(&meeting->floor, i);
	}
}

void view_notes(const struct view_env *env, struct view *view)
{
	const struct meeting *meeting = &env->core->meeting;

	for (int32_t i = 0; i < meeting->note_count; i++) {
		view->notes.notes[view->notes.count++] = (struct view_note){i, meeting->notes[i].text};
		view->step.note_count += meeting->notes[i].step == meeting->at ? 1 : 0;
	}
	view->notes.can_add = !meeting->cases && meeting->note_count < NOTES_MAX;
}

static void view_following(const struct view_env *env, struct view_step *shown)
{
	const struct meeting *meeting = &env->core->meeting;

	shown->next_kind = -1;
	shown->next_title = "";
	for (int32_t i = meeting->at + 1; i < meeting->step_count; i++) {
		if (meeting->steps[i].status == STEP_TODO) {
			shown->next_kind = (int32_t)meeting->steps[i].kind;
			shown->next_title = title_of(env, &meeting->steps[i]);
			return;
		}
	}
}

void view_step(const struct view_env *env, struct view *view)
{
	const struct core *core = env->core;
	const struct meeting *meeting = &core->meeting;
	const struct step *step = meeting_step(meeting);
	struct view_step *shown = &view->step;

	if (step == NULL) {
		return;
	}
	shown->kind = step->kind;
	shown->open_way = step->open_way;
	shown->at = meeting->at;
	shown->hard = step->hard;
	shown->clock = clock_of(&meeting->clock, env->now);
	shown->paused = meeting->clock.running == 0;
	shown->can_undo = core->can_undo;
	shown->people = meeting->people;
	shown->cases = meeting->cases;
	shown->limit = core_limit(core);
	view_statements(env, shown);
	view_prompt(env, step, shown);
	view_intro(env, shown);
	view_following(env, shown);
	view_pace(env, shown);
	view_bar(env, shown);
	view_notes(env, view);
	view_cast(env, recipe_of(env, step), &view->cast);
	if (step->kind == STEP_ROUND) {
		view_round(env, &view->round);
	}
	view_floor(meeting, &view->floor);
}

static void view_ballot(const struct view_env *env, struct view_rate *rate)
{
	const struct answering *answering = &env->core->answering;
	const struct meeting *meeting = &env->core->meeting;
	const struct instrument *in = NULL;
	const struct statement *statement;

	rate->ballot = true;
	rate->at = answering->at;
	rate->mask = answering->mask;
	rate->large = answering->large;
	rate->dark = answering->dark;
	if (answering->at >= meeting->statement_count) {
		return;
	}
	rate->answered = answering->ballot.answer[answering->at] >= 0;
	statement = material_statement(env->material, meeting->statements[answering->at], &in);
	if (statement != NULL) {
		rate->statement = view_words(env, &statement->text);
		rate->statement_theme = view_words(env, &in->themes[statement->theme].name);
		rate->area = view_words(env, &in->areas[in->themes[statement->theme].area].short_name);
	}
}

void view_rating(const struct view_env *env, struct view *view)
{
	const struct meeting *meeting = &env->core->meeting;
	struct view_rate *rate = &view->rate;
	const struct instrument *in = NULL;
	const char *unused[ANSWERS];

	if (view->step.kind != STEP_RATE) {
		return;
	}
	view_subject(env, meeting, &rate->area, &rate->theme);
	rate->statement = "";
	rate->statement_theme = "";
	rate->wording = "";
	rate->statements = meeting->statement_count;
	rate->begun = meeting->rating.phase == RATING_OPEN;
	rate->roll = rate->begun ? meeting->rating.roll : meeting->people;
	rate->limit = rate->begun ? meeting->rating.limit : core_limit(env->core);
	rate->laid = rate->begun ? box_laid(&env->core->answering.box) : 0;
	rate->voided = meeting->rating.voided;
	rate->minutes = answering_screen_min(1, meeting->statement_count);
	if (meeting->statement_count > 0 && material_statement(env->material, meeting->statements[0], &in) != NULL) {
		rate->wording = view_words(env, &in->wording);
	}
	view_scale(env, in, rate->scale, unused);
	if (rate->begun && env->core->answering.phase == BALLOT_OPEN) {
		view_ballot(env, rate);
	}
}
