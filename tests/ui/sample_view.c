/* Views filled in by hand. */
#include "tests/ui/sample_view.h"

#include <string.h>

static const char *pick(enum lang lang, const char *sv, const char *en)
{
	return lang == LANG_SV ? sv : en;
}

static void common(enum lang lang, struct settings *settings, struct view *view)
{
	memset(view, 0, sizeof *view);
	memset(settings, 0, sizeof *settings);
	settings->value[SET_SOUND] = 1;
	view->settings = settings;
	view->lang = lang;
	view->today.date = (struct cal_date){2026, 11, 19};
	view->today.wall = wall_at(view->today.date, 14, 2);
	view->today.week = cal_week_of(view->today.date);
	view->home = (struct view_home){.school = "Björkskolan", .team = "Elevhälsoteamet", .title = "", .text = "", .offer = -1,
	                                .offer_name = "", .offer_theme = "", .reminder = ""};
	view->step = (struct view_step){.title = "", .group = "", .prompt = "", .aside = "", .aside_title = "", .next_kind = -1};
}

static void home(enum lang lang, struct view *view)
{
	struct view_home *home = &view->home;

	view->screen = SCREEN_HOME;
	home->moment = 3;
	home->first_week = 43;
	home->last_week = 51;
	home->title = pick(lang, "Samsyn för samverkan", "A shared view of working together");
	home->text = pick(lang, "Enas om begrepp, roller och uppdrag – och om hur ni pratar med varandra.",
	                  "Agree on terms, roles and tasks – and on how you talk to each other.");
	home->offer = 2;
	home->offer_name = pick(lang, "Samverkan med lärare", "Working with teachers");
	home->offer_min = 60;
	home->offer_steps = 6;
	home->rate_count = 3;
	home->talk_count = 30;
	home->past_count = 11;
}

static void promises(enum lang lang, struct view_home *home)
{
	home->promise_count = 3;
	home->promises[0] = pick(lang, "Rutin för återkoppling till arbetslagen – specialpedagog, senast v. 48",
	                         "A routine for reporting back to the teams – special educator, by week 48");
	home->promises[1] = pick(lang, "EHT är med på arbetslagsmötet i åk 7", "The health team joins the year 7 meeting");
	home->promises[2] = pick(lang, "Begreppslista i personalrummet", "A list of terms in the staff room");
}

static void gap(enum lang lang, struct view_home *home)
{
	home->moment = 0;
	home->title = pick(lang, "Jullov", "Christmas break");
	home->text = pick(lang, "Vila. Det ni kom överens om finns kvar.", "Rest. What you agreed on is still here.");
	home->next_shown = true;
	home->next_moment = 4;
	home->next_week = 2;
	home->holiday = true;
	home->past_count = 0;
}

static void date(enum lang lang, struct view *view)
{
	view->home.date_doubtful = true;
	view->home.moment = 0;
	view->home.title = "";
	view->home.text = "";
	view->today.date = (struct cal_date){1970, 1, 31};
	view->today.wall = wall_at(view->today.date, 0, 7);
	view->message = pick(lang, "Minneskortet gick inte att läsa. Sätt i det igen och starta om.",
	                     "The memory card could not be read. Put it back and start again.");
}

static void seats(struct view_round *round, int32_t people, int32_t speaker)
{
	round->people = people;
	round->speaker = speaker;
	round->next = speaker + 1;
	round->next_is_left = true;
	for (int32_t i = 0; i < people; i++) {
		round->seat[i] = i < speaker ? SEAT_DONE : i == speaker ? SEAT_SPEAKS : SEAT_WAITS;
	}
	round->turn = (struct view_clock){.shown = true, .running = true, .left_ms = 37 * MS_SECOND, .budget_ms = MS_MINUTE};
}

static void step(enum lang lang, struct view *view)
{
	struct view_step *at = &view->step;

	view->screen = SCREEN_MEETING;
	*at = (struct view_step){
		.kind = STEP_ROUND, .index = 3, .count = 6, .title = pick(lang, "Laget runt", "Round the table"),
		.group = pick(lang, "Samverkan med lärare", "Working with teachers"),
		.prompt = pick(lang, "När har samarbetet mellan oss gjort skillnad för en elev – och vad gjorde det möjligt?",
		               "When has working together made a difference for a pupil – and what made it possible?"),
		.aside_title = pick(lang, "Du som lyssnar", "You who listen"),
		.aside = pick(lang, "Avbryt inte. Frågor tar ni när alla har talat.", "Do not interrupt. Questions come later."),
		.clock = {.shown = true, .running = true, .left_ms = 5 * MS_MINUTE, .budget_ms = 8 * MS_MINUTE},
		.end = 15 * 60 + 2, .can_undo = true, .next_kind = STEP_TALK, .next_title = pick(lang, "Diskutera", "Discuss"), .people = 8
	};
	at->bar_count = at->count;
	for (int32_t i = 0; i < at->count; i++) {
		at->bar[i] = i < at->index ? 65536 : i == at->index ? 36000 : 0;
	}
	seats(&view->round, 8, 3);
}

void sample_view(enum sample sample, enum lang lang, struct settings *settings, struct view *view)
{
	common(lang, settings, view);
	if (sample <= SAMPLE_HOME_DATE) {
		home(lang, view);
	} else {
		step(lang, view);
	}
	switch (sample) {
	case SAMPLE_HOME: promises(lang, &view->home); break;
	case SAMPLE_HOME_GAP: gap(lang, &view->home); break;
	case SAMPLE_HOME_DATE: date(lang, view); break;
	case SAMPLE_ROUND_FIRST:
	case SAMPLE_ROUND_MANY:
		seats(&view->round, sample == SAMPLE_ROUND_MANY ? 24 : 8, 0);
		view->round.can_order = true;
		view->round.leader_last = true;
		view->round.many = sample == SAMPLE_ROUND_MANY;
		break;
	case SAMPLE_ROUND_OPEN:
		seats(&view->round, 8, 8);
		view->round.seat[2] = SEAT_PASSED;
		view->round.speaker = -1;
		view->round.next = -1;
		view->round.open_up = true;
		break;
	case SAMPLE_ROUND_OVER:
		view->round.turn.left_ms = -21 * MS_SECOND;
		view->step.pace = PACE_BEHIND;
		view->step.pace_min = 4;
		view->round.next_is_left = false;
		break;
	case SAMPLE_ENDING:
		view->pending = PENDING_END;
		view->pending_left_ms = 4200;
		break;
	case SAMPLE_HOME_PLAIN: case SAMPLE_ROUND: case SAMPLE_COUNT: break;
	}
}
