/* Forms of conversation: finding one, and every step of every one of them; then what is special about a few. */
#include "tests/ui/walk_steps.h"

#include <stdio.h>
#include <string.h>

#define AUTUMN wall_at((struct cal_date){2026, 9, 24}, 14, 2)

static void finding_one(struct walk *walk)
{
	walk_begin(walk, &(struct walk_day){.wall = AUTUMN});
	if (walk_tap(walk, CMD_GO, SCREEN_AGENDAS, AGENDAS_FIRST)) {
		walk_see(walk, "agendas/talks first", walk_core(walk)->screen == SCREEN_AGENDAS);
	}
	if (walk_tap(walk, CMD_GO, SCREEN_FORMS, WALK_ANY)) {
		walk_see(walk, "forms/anything", walk_core(walk)->screen == SCREEN_FORMS);
		walk_tap(walk, CMD_FILTER, FILTER_PURPOSE, PURPOSE_HELP + 1);
		walk_tap(walk, CMD_FILTER, FILTER_MINUTES, 2);
		walk_see(walk, "forms/some", walk_core(walk)->filter[FILTER_MINUTES] == 2);
		if (walk_may_tap(walk, CMD_GO, SCREEN_AGENDAS, AGENDAS_FOUND)) {
			walk_see(walk, "agendas/found", walk_core(walk)->about == AGENDAS_FOUND);
			walk_tap(walk, CMD_GO, SCREEN_FORMS, WALK_ANY);
		}
		walk_tap(walk, CMD_FILTER, FILTER_PURPOSE, PURPOSE_CLOSE + 1);
		walk_tap(walk, CMD_FILTER, FILTER_PEOPLE, FILTER_PEOPLE_ALL);
		walk_see(walk, "forms/none", walk_core(walk)->filter[FILTER_PEOPLE] == FILTER_PEOPLE_ALL);
	}
	walk_end(walk);
}

/* What kind of screen shows a step. */
static const char *kind_of(const struct step *step)
{
	static const char *const words[STEP_KIND_COUNT] = {
#define X(name, word) [STEP_##name] = word,
		STEP_KINDS(X)
#undef X
	};

	return words[step->kind];
}

/* Each step where it is met for the first time, as it begins. */
static void every_step(struct walk *walk, const struct agenda *agenda)
{
	char place[2 * ID_BYTES + sizeof "silent/ "];

	walk_begin(walk, &(struct walk_day){.wall = AUTUMN});
	if (walk_meet(walk, agenda->id, (agenda->smallest + agenda->largest) / 2)) {
		for (int32_t i = 0; i < MEETING_STEPS_MAX && !walk_core(walk)->meeting.all_done; i++) {
			if (walk_step(walk)->turn == 0) {
				snprintf(place, sizeof place, "%s/%s %s", kind_of(walk_step(walk)), agenda->id, walk_step(walk)->id);
				walk_see(walk, place, true);
			}
			if (!walk_leave_step(walk)) {
				break;
			}
		}
	}
	walk_end(walk);
}

/* As many as there can be: in threes, at tables, in a ring; turns that the bell changes; someone who goes. */
static void most_people(struct walk *walk)
{
	static const struct { const char *form, *step, *place; } most[] = {
		{"rad-i-tre", "rad", "group/forty in threes"}, {"varldskafe", "bord", "group/forty at tables"},
		{"mikrolabb", "tala", "round/forty in threes"}, {"akvarium", "inre", "talk/a ring among forty"},
		{"ett-tva-fyra-alla", "tva", "pair/forty"},
	};

	for (size_t i = 0; i < ARRAY_LEN(most); i++) {
		walk_begin(walk, &(struct walk_day){.wall = AUTUMN});
		if (walk_meet(walk, most[i].form, PEOPLE_MAX)) {
			while (walk_step(walk) != NULL && strcmp(walk_step(walk)->id, most[i].step) != 0 && walk_leave_step(walk)) {
			}
			walk_see(walk, most[i].place, walk_step(walk) != NULL && strcmp(walk_step(walk)->id, most[i].step) == 0);
		}
		walk_end(walk);
	}
}

/* Set-up where not everybody gets a turn, and the record of what was repeated. */
static void short_of_time(struct walk *walk)
{
	walk_begin(walk, &(struct walk_day){.wall = AUTUMN});
	if (walk_setup(walk, walk_agenda(walk, "kloka-gruppen")) && walk_people(walk, 5) && walk_minutes(walk, 30)) {
		walk_see(walk, "setup/fewer turns", walk_core(walk)->screen == SCREEN_SETUP);
		if (walk_make_fit(walk) && walk_tap(walk, CMD_BEGIN, WALK_ANY, WALK_ANY)) {
			walk_wait(walk, 2 * MS_MINUTE);
			walk_leave_step(walk);
			walk_wait(walk, 4 * MS_MINUTE);
			walk_see(walk, "talk/over time in a turn", walk_on(walk, STEP_TALK));
			while (!walk_core(walk)->meeting.all_done && walk_leave_step(walk)) {
			}
			walk_see(walk, "summary/turns", walk_core(walk)->meeting.all_done);
		}
	}
	walk_end(walk);
}

void walk_forms(struct walk *walk)
{
	finding_one(walk);
	most_people(walk);
	short_of_time(walk);
	/* Words and their room are the same in the dark. */
	for (int32_t i = 0; i < walk->material->agenda_count && !walk->look.dark; i++) {
		if (walk->material->agendas[i].form != NULL) {
			every_step(walk, &walk->material->agendas[i]);
		}
	}
}
