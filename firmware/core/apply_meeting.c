/* Facts about the meeting. */
#include "firmware/core/apply.h"

#include "firmware/base/str.h"
#include "firmware/core/turns.h"

#include <string.h>

static struct step *step_now(struct meeting *meeting)
{
	return meeting_step(meeting) != NULL ? &meeting->steps[meeting->at] : NULL;
}

static void meeting_begun(struct core *core, const struct event *e)
{
	struct meeting *meeting = &core->meeting;

	memset(meeting, 0, sizeof *meeting);
	meeting->live = true;
	meeting->cases = e->meeting.cases != 0;
	meeting->people = clamp_i32(e->meeting.people, 1, PEOPLE_MAX);
	meeting->minutes = e->meeting.minutes;
	meeting->limit = clamp_i32(e->meeting.limit, LIMIT_MIN, LIMIT_MAX);
	meeting->wall = e->meeting.wall;
	meeting->rates = (enum rates)e->meeting.rates;
	meeting->began_at = e->at;
	meeting->planned_end = e->at;
	meeting->floor.speaker = -1;
	str_copy(meeting->agenda, sizeof meeting->agenda, e->id);
	core->can_undo = false;
	core->screen = SCREEN_MEETING;
	core->sheet = SHEET_NONE;
	core->page = 0;
	core->draft = (struct editing){.what = EDIT_NOTHING};
}

static void statement_chosen(struct meeting *meeting, const struct event *e)
{
	if (meeting->statement_count < STATEMENTS_MAX) {
		str_copy(meeting->statements[meeting->statement_count++], ID_BYTES, e->id);
		/* Many statements are answered together a theme at a time unless the team wants otherwise. */
		meeting->shared_by_theme = meeting->statement_count > 6;
	}
}

/* More than any step or turn takes; nothing that a journal holds makes a sum run over. */
#define STEP_MS_MAX (7 * 24 * 60 * MS_MINUTE)
#define EACH_S_MAX 3600

static ms_t some_ms(int32_t ms)
{
	return min_ms(max_ms(ms, 0), STEP_MS_MAX);
}

static void step_planned(struct meeting *meeting, const struct event *e)
{
	struct step *step;

	if (meeting->step_count >= MEETING_STEPS_MAX || e->step.kind < 0 || e->step.kind >= STEP_KIND_COUNT) {
		return;
	}
	step = &meeting->steps[meeting->step_count++];
	memset(step, 0, sizeof *step);
	step->kind = (enum step_kind)e->step.kind;
	step->planned_ms = some_ms(e->step.planned_ms);
	step->least_ms = some_ms(e->step.least_ms);
	step->each_s = clamp_i32(e->step.each_s, 0, EACH_S_MAX);
	step->least_each_s = clamp_i32(e->step.least_each_s, 0, step->each_s);
	step->random_order = e->step.random_order != 0;
	step->open_way = e->step.open_way != 0;
	step->group = step->kind == STEP_PAIR ? 2 : 0;
	str_copy(step->id, sizeof step->id, e->id);
	meeting->planned_end += step->planned_ms;
}

/* Nobody's turn, and nobody waits to speak. */
static void talk_over(struct meeting *meeting)
{
	memset(&meeting->round, 0, sizeof meeting->round);
	meeting->floor = (struct floor){.speaker = -1};
}

static void steps_done(struct core *core, const struct event *e)
{
	core->meeting.all_done = true;
	timer_pause(&core->meeting.clock, e->at);
	talk_over(&core->meeting);
	core->page = 0;
	core->sheet = SHEET_NONE;
}

static void step_begun(struct core *core, const struct event *e)
{
	struct meeting *meeting = &core->meeting;

	if (e->n[0] < 0 || e->n[0] >= meeting->step_count) {
		return;
	}
	meeting->at = e->n[0];
	meeting->steps[meeting->at].status = STEP_NOW;
	meeting->clock = timer_started(e->at, meeting->steps[meeting->at].planned_ms);
	talk_over(meeting);
	core->chimed[0] = 0;
	core->page = 0;
	core->list = LIST_BARS;
	core->sheet = SHEET_NONE;
	core->shared_item = 0;
}

static void step_left(struct meeting *meeting, const struct event *e)
{
	struct step *step;

	if (e->left.step < 0 || e->left.step >= meeting->step_count) {
		return;
	}
	step = &meeting->steps[e->left.step];
	step->status = e->left.status == STEP_PARKED ? STEP_PARKED : STEP_DONE;
	step->spent_ms = e->left.step == meeting->at ? timer_elapsed(&meeting->clock, e->at) : 0;
}

static void step_resized(struct meeting *meeting, const struct event *e)
{
	if (e->resized.step >= 0 && e->resized.step < meeting->step_count) {
		meeting->steps[e->resized.step].planned_ms = some_ms(e->resized.planned_ms);
		meeting->steps[e->resized.step].each_s = clamp_i32(e->resized.each_s, 0, EACH_S_MAX);
	}
}

/* Whoever went waits for no turn, and what is not begun needs at least what those who are here need. */
static void people_changed(struct meeting *meeting, int32_t people)
{
	int32_t before = meeting->people;

	meeting->people = clamp_i32(people, 1, PEOPLE_MAX);
	cast_people(&meeting->cast, before, meeting->people, turns_had(meeting));
	for (int32_t seat = meeting->people; seat < PEOPLE_MAX; seat++) {
		floor_lower(&meeting->floor, seat);
	}
	meeting->floor.speaker = meeting->floor.speaker < meeting->people ? meeting->floor.speaker : -1;
	for (int32_t i = 0; i < meeting->step_count; i++) {
		struct step *step = &meeting->steps[i];

		if (step->status == STEP_TODO && step->kind == STEP_ROUND) {
			step->least_ms = round_min(step_places(step, meeting->people), step->least_each_s) * MS_MINUTE;
		} else if (step->status == STEP_TODO && step->kind == STEP_RATE) {
			step->least_ms = answering_screen_min(meeting->people, meeting->statement_count) * MS_MINUTE;
		}
	}
}

static void clocks_paused(struct meeting *meeting, ms_t at)
{
	timer_pause(&meeting->clock, at);
	timer_pause(&meeting->round.turn, at);
}

static void clocks_resumed(struct meeting *meeting, ms_t at)
{
	timer_resume(&meeting->clock, at);
	if (meeting->round.set && !meeting->round.open_up) {
		timer_resume(&meeting->round.turn, at);
	}
}

static void clock_moved(struct core *core, const struct event *e)
{
	struct meeting *meeting = &core->meeting;
	const struct step *step = meeting_step(meeting);

	if (e->kind == EVENT_CLOCK_GIVEN) {
		timer_give(&meeting->clock, e->n[0]);
	} else {
		timer_correct(&meeting->clock, e->at, e->n[0]);
	}
	/* Signals that no longer hold may sound again; those that hold have sounded. */
	core->chimed[0] = step != NULL ? clock_level(step->kind, &meeting->clock, e->at) : 0;
}

static void turns_were_set(struct core *core, const struct event *e)
{
	uint64_t chance = (uint64_t)(uint32_t)e->turns.chance_high << 32 | (uint32_t)e->turns.chance_low;
	const struct step *step = meeting_step(&core->meeting);

	if (e->turns.cast != 0 && step != NULL && core->meeting.cast.set != 0) {
		turns_set_cast(&core->meeting.round, &core->meeting.cast, step, core->meeting.people);
	} else {
		turns_set(&core->meeting.round, core->meeting.people, chance, e->turns.random != 0, e->turns.leader_last != 0,
		          e->turns.circles != 0);
	}
	core->chimed[1] = 0;
}

static void turn_began(struct core *core, const struct event *e)
{
	struct round *round = &core->meeting.round;
	const struct step *step = meeting_step(&core->meeting);

	if (step != NULL && round->set && e->n[0] >= 0 && e->n[0] < round->places) {
		turns_begin(round, e->n[0], e->at, step->each_s * MS_SECOND);
		if (core->meeting.clock.running == 0) {
			timer_pause(&round->turn, e->at);
		}
		core->chimed[1] = 0;
	}
}

static void turn_ended(struct meeting *meeting, const struct event *e)
{
	if (meeting->round.set && e->turn.place >= 0 && e->turn.place < meeting->round.places) {
		turns_end(&meeting->round, e->turn.place, e->turn.passed != 0);
	}
}

static void opened_up(struct meeting *meeting, ms_t at)
{
	meeting->round.open_up = true;
	timer_pause(&meeting->round.turn, at);
}

/* A round of many becomes three steps in its place: alone, in pairs, all together. */
static void round_unfolded(struct core *core, const struct event *e)
{
	struct meeting *meeting = &core->meeting;
	struct step *step = step_now(meeting);
	ms_t planned;

	if (step == NULL || meeting->step_count + 2 > MEETING_STEPS_MAX) {
		return;
	}
	planned = step->planned_ms;
	memmove(step + 3, step + 1, (size_t)(meeting->step_count - meeting->at - 1) * sizeof *step);
	meeting->step_count += 2;
	step[1] = step[0];
	step[2] = step[0];
	for (int32_t i = 0; i < 3; i++) {
		static const enum step_kind kind[] = {STEP_SILENT, STEP_PAIR, STEP_TALK};

		step[i].kind = kind[i];
		step[i].status = i == 0 ? STEP_NOW : STEP_TODO;
		step[i].planned_ms = planned / (i == 2 ? 2 : 4);
		step[i].least_ms = min_ms(step[i].planned_ms, MS_MINUTE);
		step[i].group = i == 1 ? 2 : 0;
		step[i].grouping = GROUPS_ANEW;
	}
	memset(&meeting->round, 0, sizeof meeting->round);
	meeting->clock.budget = step->planned_ms;
	core->chimed[0] = clock_level(step->kind, &meeting->clock, e->at);
}

static void hand_raised(struct meeting *meeting, int32_t seat)
{
	if (seat >= 0 && seat < meeting->people) {
		floor_raise(&meeting->floor, seat);
	}
}

static void floor_given(struct meeting *meeting, int32_t seat)
{
	floor_lower(&meeting->floor, seat);
	meeting->floor.speaker = seat >= 0 && seat < meeting->people ? seat : -1;
}

static void rating_opened(struct core *core, const struct event *e)
{
	struct meeting *meeting = &core->meeting;

	memset(&meeting->rating, 0, sizeof meeting->rating);
	meeting->rating.phase = RATING_OPEN;
	meeting->rating.roll = clamp_i32(e->rating.roll, 1, PEOPLE_MAX);
	meeting->rating.limit = clamp_i32(e->rating.limit, LIMIT_MIN, LIMIT_MAX);
	meeting->limit = meeting->rating.limit;
#ifndef SABOTAGE_UNDO_BOX
	core->can_undo = false;
#endif
	memset(&core->answering, 0, sizeof core->answering);
	ballot_clear(&core->answering.ballot);
	if (meeting->statement_count > 0) {
		box_open(&core->answering.box, meeting->statement_count);
	}
}

static void box_gone(struct core *core)
{
	memset(&core->answering, 0, sizeof core->answering);
	ballot_clear(&core->answering.ballot);
	core->can_undo = false;
	core->pending = PENDING_NONE;
}

static void rating_voided(struct core *core)
{
	memset(&core->meeting.rating, 0, sizeof core->meeting.rating);
	core->meeting.rating.voided = true;
	box_gone(core);
}

static void rating_counted(struct core *core, const struct event *e)
{
	struct meeting *meeting = &core->meeting;

	for (int32_t i = 0; i < meeting->statement_count; i++) {
		if (str_equal(meeting->statements[i], e->id)) {
			for (int32_t answer = 0; answer < ANSWERS; answer++) {
				meeting->tallies[i].count[answer] = clamp_i32(e->n[answer], 0, PEOPLE_MAX);
			}
		}
	}
	core->can_undo = false;
}

static void rating_closed(struct core *core, const struct event *e)
{
	core->meeting.rating.phase = RATING_CLOSED;
	core->meeting.rating.laid = clamp_i32(e->rating.laid, 0, PEOPLE_MAX);
	core->meeting.rating.limit = max_i32(core->meeting.rating.limit, LIMIT_MIN);
	box_gone(core);
}

/* Thinking alone takes less than handing the screen round; the time that answering took is not taken from it. */
static void think_alone(struct meeting *meeting, int32_t at, ms_t now)
{
	struct step *step = &meeting->steps[at];

	step->kind = STEP_SILENT;
	step->planned_ms = min_ms(step->planned_ms, OPEN_BEST_MIN * MS_MINUTE);
	step->least_ms = min_ms(step->planned_ms, OPEN_LEAST_MIN * MS_MINUTE);
	if (at == meeting->at) {
		meeting->clock.budget = timer_elapsed(&meeting->clock, now) + step->planned_ms;
	}
}

/* What is left of the rating is talked about openly: think alone, then talk. */
static void rating_cancelled(struct core *core, ms_t now)
{
	struct meeting *meeting = &core->meeting;
	bool open = meeting->rating.phase == RATING_OPEN;

	meeting->rating.phase = RATING_CANCELLED;
	for (int32_t i = meeting->at; i < meeting->step_count; i++) {
		struct step *step = &meeting->steps[i];

		step->open_way = step->open_way || step->kind == STEP_RATE || step->kind == STEP_RESULT;
		if (step->kind == STEP_RATE) {
			think_alone(meeting, i, now);
		} else if (step->kind == STEP_RESULT) {
			step->kind = STEP_TALK;
		}
	}
	core->chimed[0] = 0;
	if (open) {
		box_gone(core);
	}
}

/* The other way round from rating_cancelled, where the open way has only just been taken. */
static void rating_offered(struct core *core, ms_t now)
{
	struct meeting *meeting = &core->meeting;

	meeting->rating.phase = RATING_NOT_YET;
	for (int32_t i = meeting->at; i < meeting->step_count; i++) {
		struct step *step = &meeting->steps[i];

		if (step->open_way && step->kind == STEP_SILENT) {
			step->kind = STEP_RATE;
			step->planned_ms = answering_screen_min(meeting->people, meeting->statement_count) * MS_MINUTE;
			step->least_ms = step->planned_ms;
			meeting->clock.budget = i == meeting->at ? timer_elapsed(&meeting->clock, now) + step->planned_ms : meeting->clock.budget;
		} else if (step->open_way && step->kind == STEP_TALK) {
			step->kind = STEP_RESULT;
		}
		step->open_way = step->open_way && step->kind != STEP_RATE && step->kind != STEP_RESULT;
	}
	core->chimed[0] = 0;
}

static struct shared *shared_for(struct meeting *meeting, const char *id)
{
	struct shared *shared = (struct shared *)(uintptr_t)meeting_shared(meeting, id);

	if (shared == NULL && meeting->shared_count < SHARED_MAX) {
		shared = &meeting->shared[meeting->shared_count++];
		memset(shared, 0, sizeof *shared);
		shared->answer = -1;
		str_copy(shared->id, sizeof shared->id, id);
	}
	return shared;
}

static void shared_said(struct core *core, const struct event *e)
{
	struct shared *shared = shared_for(&core->meeting, e->id);

	if (shared == NULL) {
		return;
	}
	if (e->kind == EVENT_SHARED_CHOSEN) {
		shared->answer = clamp_i32(e->n[0], 0, UNSURE);
	} else {
		str_copy(shared->grounds, sizeof shared->grounds, e->text);
		core->draft = (struct editing){.what = EDIT_NOTHING};
	}
}

static void note_written(struct core *core, const struct event *e)
{
	struct meeting *meeting = &core->meeting;

	if (e->note.which >= 0 && e->note.which < NOTES_MAX && e->note.which <= meeting->note_count) {
		meeting->notes[e->note.which].step = e->note.step;
		str_copy(meeting->notes[e->note.which].text, TEXT_BYTES, e->text);
		meeting->note_count = max_i32(meeting->note_count, e->note.which + 1);
	}
	core->draft = (struct editing){.what = EDIT_NOTHING};
}

static void note_removed(struct meeting *meeting, const struct event *e)
{
	int32_t after;

	if (e->note.which >= 0 && e->note.which < meeting->note_count) {
		after = meeting->note_count - e->note.which - 1;
		memmove(&meeting->notes[e->note.which], &meeting->notes[e->note.which + 1], (size_t)after * sizeof meeting->notes[0]);
		meeting->note_count--;
		memset(&meeting->notes[meeting->note_count], 0, sizeof meeting->notes[0]);
	}
}

static void meeting_ended(struct core *core, ms_t at)
{
	struct step *step = step_now(&core->meeting);

	if (step != NULL) {
		step->status = STEP_PARKED;
		step->spent_ms = timer_elapsed(&core->meeting.clock, at);
	}
	timer_pause(&core->meeting.clock, at);
	core->meeting.live = false;
	core->can_undo = false;
	core->pending = PENDING_NONE;
	core->screen = SCREEN_HOME;
	core->sheet = SHEET_NONE;
	core->page = 0;
	core->draft = (struct editing){.what = EDIT_NOTHING};
}

void apply_meeting(struct core *core, const struct event *e)
{
	struct meeting *meeting = &core->meeting;

	switch ((int)e->kind) {
	case EVENT_MEETING_BEGUN: meeting_begun(core, e); break;
	case EVENT_STATEMENT_CHOSEN: statement_chosen(meeting, e); break;
	case EVENT_STEP_PLANNED: step_planned(meeting, e); break;
	case EVENT_STEP_CAST: apply_step_cast(meeting, e); break;
	case EVENT_BELL_RANG: core->can_undo = false; break;
	case EVENT_RUN_REFITTED: apply_run_refitted(meeting, e); break;
	case EVENT_CAST_DRAWN: apply_cast_drawn(meeting, e); break;
	case EVENT_CAST_SWAPPED: cast_swap(&meeting->cast, e->n[0], e->n[1]); break;
	case EVENT_STEP_BEGUN: step_begun(core, e); break;
	case EVENT_STEP_LEFT: step_left(meeting, e); break;
	case EVENT_STEP_RESIZED: step_resized(meeting, e); break;
	case EVENT_STEPS_DONE: steps_done(core, e); break;
	case EVENT_CLOCK_PAUSED: clocks_paused(meeting, e->at); break;
	case EVENT_CLOCK_RESUMED: clocks_resumed(meeting, e->at); break;
	case EVENT_CLOCK_GIVEN: clock_moved(core, e); break;
	case EVENT_CLOCK_CORRECTED: clock_moved(core, e); break;
	case EVENT_PEOPLE_CHANGED: people_changed(meeting, e->n[0]); break;
	case EVENT_TURNS_SET: turns_were_set(core, e); break;
	case EVENT_TURN_BEGAN: turn_began(core, e); break;
	case EVENT_TURN_ENDED: turn_ended(meeting, e); break;
	case EVENT_ROUND_OPENED_UP: opened_up(meeting, e->at); break;
	case EVENT_ROUND_UNFOLDED: round_unfolded(core, e); break;
	case EVENT_HAND_RAISED: hand_raised(meeting, e->n[0]); break;
	case EVENT_HAND_LOWERED: floor_lower(&meeting->floor, e->n[0]); break;
	case EVENT_FLOOR_GIVEN: floor_given(meeting, e->n[0]); break;
	case EVENT_RATING_OPENED: rating_opened(core, e); break;
	case EVENT_RATING_VOIDED: rating_voided(core); break;
	case EVENT_RATING_COUNTED: rating_counted(core, e); break;
	case EVENT_RATING_CLOSED: rating_closed(core, e); break;
	case EVENT_RATING_CANCELLED: rating_cancelled(core, e->at); break;
	case EVENT_RATING_OFFERED: rating_offered(core, e->at); break;
	case EVENT_SHARED_CHOSEN: shared_said(core, e); break;
	case EVENT_SHARED_GROUNDS: shared_said(core, e); break;
	case EVENT_SHARED_BY_SET: meeting->shared_by_theme = e->n[0] != 0; core->shared_item = 0; break;
	case EVENT_NOTE_WRITTEN: note_written(core, e); break;
	case EVENT_NOTE_REMOVED: note_removed(meeting, e); break;
	case EVENT_CLOCK_PASSED: break;   /* only that time came this far, which core_apply has noted */
	case EVENT_MEETING_ENDED: meeting_ended(core, e->at); break;
	default: UNREACHABLE();
	}
}
