/* What the answers show, the shared answer, and the meeting told afterwards. */
#include "firmware/core/view_parts.h"

#include "firmware/base/str.h"

static struct view_result_row row_of(const struct view_env *env, const struct meeting *meeting, int32_t i)
{
	const struct instrument *in = NULL;
	const struct statement *statement = material_statement(env->material, meeting->statements[i], &in);

	return (struct view_result_row){
		.text = statement != NULL ? view_words(env, &statement->text) : meeting->statements[i],
		.theme = statement != NULL ? view_words(env, &in->themes[statement->theme].name) : "",
		.tally = meeting->tallies[i],
		.verdict = tally_verdict(&meeting->tallies[i], meeting->rating.limit),
		.on_scale = tally_on_scale(&meeting->tallies[i])};
}

static bool united(enum verdict verdict)
{
	return verdict == VERDICT_UNITED || verdict == VERDICT_FAIRLY_UNITED;
}

/* The list a row belongs to: 0 united that it works, 1 united that something remains, 2 different pictures, -1 none. */
static int32_t list_of(const struct view_result_row *row)
{
	if (row->verdict == VERDICT_TOO_FEW) {
		return -1;
	}
	if (!united(row->verdict)) {
		return 2;
	}
	return tally_lower_median(&row->tally) >= SCALE_STEPS / 2 ? 0 : 1;
}

static void add_rows(const struct view_env *env, const struct meeting *meeting, int32_t list, struct view_result *result)
{
	for (int32_t i = 0; i < meeting->statement_count && result->row_count < VIEW_ROWS_MAX; i++) {
		struct view_result_row row = row_of(env, meeting, i);

		if (list < 0 || list_of(&row) == list) {
			result->rows[result->row_count++] = row;
		}
	}
}

/* Largest dispersion first; ties stay in pack order (insertion sort is stable). */
static void widest_first(struct view_result *result)
{
	for (int32_t i = 1; i < result->row_count; i++) {
		struct view_result_row held = result->rows[i];
		int32_t to = i;

		while (to > 0 && ratio_compare(leik_dispersion(&result->rows[to - 1].tally), leik_dispersion(&held.tally)) < 0) {
			result->rows[to] = result->rows[to - 1];
			to--;
		}
		result->rows[to] = held;
	}
}

static void view_questions(const struct view_env *env, const struct instrument *in, const char *questions[QUESTIONS_MAX], int32_t *count)
{
	*count = in != NULL ? in->question_count : 0;
	for (int32_t i = 0; i < *count; i++) {
		questions[i] = view_words(env, &in->questions[i]);
	}
}

void view_result(const struct view_env *env, struct view *view)
{
	const struct meeting *meeting = &env->core->meeting;
	struct view_result *result = &view->result;
	const struct instrument *in = NULL;

	if (meeting->rating.phase != RATING_CLOSED) {
		return;
	}
	view_subject(env, meeting, &result->area, &result->title);
	result->laid = meeting->rating.laid;
	result->roll = meeting->rating.roll;
	result->limit = meeting->rating.limit;
	result->list = env->core->list;
	for (int32_t i = meeting->at + 1; i < meeting->step_count; i++) {
		result->shared_follows = result->shared_follows || meeting->steps[i].kind == STEP_SHARED;
	}
	material_statement(env->material, meeting->statements[0], &in);
	view_scale(env, in, result->scale, result->scale_short);
	view_questions(env, in, result->questions, &result->question_count);
	result->wording = in != NULL ? view_words(env, &in->wording) : "";
	switch (result->list) {
	case LIST_BARS: add_rows(env, meeting, -1, result); break;
	case LIST_AGREED:
		add_rows(env, meeting, 0, result);
		result->works_count = result->row_count;
		add_rows(env, meeting, 1, result);
		break;
	case LIST_DIFFERENT:
		add_rows(env, meeting, 2, result);
		widest_first(result);
		break;
	}
}

static const char *item_text(const struct view_env *env, const char *id)
{
	const struct instrument *in = NULL;
	const struct statement *statement = material_statement(env->material, id, &in);
	const struct theme *theme = statement == NULL ? material_theme(env->material, id, &in) : NULL;

	return statement != NULL ? view_words(env, &statement->text) : theme != NULL ? view_words(env, &theme->name) : id;
}

static void view_tally_behind(const struct meeting *meeting, const char *id, struct view_shared *shown)
{
	for (int32_t i = 0; meeting->rating.phase == RATING_CLOSED && i < meeting->statement_count; i++) {
		if (str_equal(meeting->statements[i], id)) {
			shown->tally = meeting->tallies[i];
			shown->verdict = tally_verdict(&shown->tally, meeting->rating.limit);
			shown->has_tally = shown->verdict != VERDICT_TOO_FEW;
		}
	}
}

void view_shared(const struct view_env *env, struct view *view)
{
	const struct meeting *meeting = &env->core->meeting;
	struct view_shared *shown = &view->shared;
	const struct instrument *in = NULL;
	const struct shared *said;
	const char *theme;
	char id[ID_BYTES];

	if (meeting->statement_count == 0) {
		return;
	}
	shown->count = shared_items(meeting);
	shown->item = clamp_i32(env->core->shared_item, 0, shown->count - 1);
	shown->by_theme = meeting->shared_by_theme;
	shown->can_by_theme = meeting->statement_count > 1;
	shared_item_id(meeting, shown->item, id);
	shown->text = item_text(env, id);
	said = meeting_shared(meeting, id);
	shown->answer = said != NULL ? said->answer : -1;
	shown->grounds = said != NULL ? said->grounds : "";
	view_subject(env, meeting, &shown->area, &theme);
	material_statement(env->material, meeting->statements[0], &in);
	view_scale(env, in, shown->scale, shown->scale_short);
	view_questions(env, in, shown->questions, &shown->question_count);
	view_tally_behind(meeting, id, shown);
	for (int32_t i = 0; i < shown->count; i++) {
		shared_item_id(meeting, i, id);
		said = meeting_shared(meeting, id);
		shown->answered += said != NULL && said->answer >= 0 ? 1 : 0;
	}
}

static struct view_line *add_line(struct view_summary *summary, enum view_line_kind kind, const char *title, const char *text)
{
	struct view_line *line = &summary->lines[summary->line_count++];

	line->kind = kind;
	line->title = title;
	line->text = text;
	line->answer = "";
	return line;
}

/* One of the turns of a step that has its line already. */
static bool same_step(const struct step *a, const struct step *b)
{
	return a->kind == b->kind && str_equal(a->id, b->id);
}

static bool told_before(const struct meeting *meeting, int32_t at)
{
	for (int32_t i = 0; i < at; i++) {
		if (same_step(&meeting->steps[i], &meeting->steps[at])) {
			return true;
		}
	}
	return false;
}

/* A step that was repeated is told once, with what its turns took; it was not got to only if none of them was. */
static void tell_turns(const struct meeting *meeting, int32_t at, struct view_line *line)
{
	ms_t spent = 0;

	line->status = meeting->steps[at].status;
	for (int32_t i = at; i < meeting->step_count; i++) {
		const struct step *step = &meeting->steps[i];

		if (same_step(&meeting->steps[at], step)) {
			spent += step->spent_ms;
			line->turns += step->status == STEP_DONE ? 1 : 0;
			line->status = step->status == STEP_DONE ? STEP_DONE : line->status;
		}
	}
	line->minutes = (int32_t)((spent + MS_MINUTE / 2) / MS_MINUTE);
}

static void add_steps(const struct view_env *env, const struct meeting *meeting, struct view_summary *summary)
{
	const struct agenda *agenda = material_agenda(env->material, meeting->agenda);

	for (int32_t i = 0; i < meeting->step_count; i++) {
		const struct step *step = &meeting->steps[i];
		const struct recipe_step *recipe = agenda != NULL ? agenda_step(agenda, step->id) : NULL;
		bool same = recipe != NULL && recipe->kind == step->kind;
		struct view_line *line;

		summary->open_way = summary->open_way || step->open_way;
		if (told_before(meeting, i)) {
			continue;
		}
		line = add_line(summary, LINE_STEP, same ? view_words(env, &recipe->name) : "", "");
		line->step_kind = step->kind;
		tell_turns(meeting, i, line);
		summary->minutes += meeting->all_done || !meeting->live ? line->minutes : 0;
	}
}

static void add_shared(const struct view_env *env, const struct meeting *meeting, struct view_summary *summary)
{
	for (int32_t i = 0; i < meeting->shared_count; i++) {
		const struct shared *said = &meeting->shared[i];
		struct view_line *line;

		if (said->answer < 0 && said->grounds[0] == '\0') {
			continue;
		}
		line = add_line(summary, LINE_SHARED, item_text(env, said->id), said->grounds);
		line->answer = said->answer >= 0 ? summary->scale[said->answer] : "";
	}
}

void view_summary(const struct view_env *env, const struct meeting *meeting, struct view *view)
{
	struct view_summary *summary = &view->summary;
	const struct instrument *in = NULL;

	summary->name = view_agenda_name(env, meeting->agenda);
	summary->wall = meeting->wall;
	summary->people = meeting->people;
	summary->cases = meeting->cases;
	summary->laid = meeting->rating.laid;
	summary->roll = meeting->rating.roll;
	if (meeting->statement_count > 0) {
		material_statement(env->material, meeting->statements[0], &in);
	}
	view_scale(env, in, summary->scale, summary->scale_short);
	add_steps(env, meeting, summary);
	for (int32_t i = 0; meeting->rating.phase == RATING_CLOSED && i < meeting->statement_count; i++) {
		struct view_result_row row = row_of(env, meeting, i);
		struct view_line *line = add_line(summary, LINE_RESULT, row.text, "");

		line->tally = row.tally;
		line->verdict = row.verdict;
	}
	add_shared(env, meeting, summary);
	for (int32_t i = 0; i < meeting->note_count; i++) {
		add_line(summary, LINE_NOTE, "", meeting->notes[i].text);
	}
}
