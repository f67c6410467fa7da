/* Facts cannot fail: whatever a journal holds, in whatever order, is taken in, and the screens have something to show. */
#include "tests/core/unit_test.h"

#include "tests/core/conversation.h"
#include "tests/core/scene.h"

#define JOURNALS 3000
#define EVENTS_EACH 120

static struct dice dice = {77};

static int32_t some_number(void)
{
	switch (dice_of(&dice, 10)) {
	case 0: return INT32_MIN;
	case 1: return INT32_MAX;
	case 2: return (int32_t)(uint32_t)(dice_bits(&dice) & 0x7FFFFFFFU);
	case 3: return -1 - dice_of(&dice, 100);
	case 4: return dice_of(&dice, 300);
	default: return dice_of(&dice, 12);
	}
}

static struct event some_fact(int32_t number)
{
	static const char *const ids[] = {"theme", "talk", "p.a0.t0.s0", "p.a0.t0.s1", "p.a0.t0", "p.a2.t10.s13", "r4", "", "no.such", "nothing"};
	struct event event = {.kind = (enum event_kind)dice_of(&dice, EVENT_COUNT), .at = number * 977};

	while (event_class(event.kind) == PASSING) {
		event.kind = (enum event_kind)dice_of(&dice, EVENT_COUNT);
	}
	for (int32_t i = 0; i < EVENT_NUMBERS; i++) {
		event.n[i] = some_number();
	}
	event.mark = dice_in_100(&dice, 20);
	snprintf(event.id, sizeof event.id, "%s", ids[dice_of(&dice, (int32_t)ARRAY_LEN(ids))]);
	snprintf(event.text, sizeof event.text, "%s", dice_in_100(&dice, 50) ? "" : "å text");
	return event;
}

/* A meeting that has somewhere to go, so that what follows finds something to spoil. */
static void a_good_beginning(struct core *core)
{
	scene_open();
	sets_up(dice_of(&dice, AGENDA_COUNT), dice_of(&dice, FIXTURE_THEMES), 8, 60);
	ask(CMD_BEGIN, 0, 0);
	*core = scene.core;
}

static void looks_at(struct core *core)
{
	static struct view view;
	struct view_env env = {.core = core, .material = fixture(), .history = &scene.history, .today = scene.today, .now = core->at, .message = ""};

	for (int32_t screen = 0; screen < SCREEN_COUNT; screen++) {
		enum screen held = core->screen;

		core->screen = (enum screen)screen;
		view_build(&env, &view);
		core->screen = held;
	}
	assert_true(core_deadline(core) >= core->at);
	(void)core_broken(core);
}

/* The machine starts on it, and people go on. */
static void goes_on(struct core *core)
{
	static struct event events[EVENTS_MAX];
	struct command command = command_of(CMD_RECOVER, 0, 0);
	enum refusal why;

	for (int32_t i = 0; i < 40; i++) {
		int32_t count = core_decide(core, fixture(), core->at + 100, &command, events, &why);

		assert_in_range(count, 0, EVENTS_MAX);
		for (int32_t k = 0; k < count; k++) {
			core_apply(core, &events[k]);
		}
		command = i % 5 == 4 ? command_of(CMD_TICK, 0, 0) : conversation_wish(core, fixture(), &dice);
	}
	looks_at(core);
}

static void any_facts_in_any_order(void **state)
{
	static struct core core;

	(void)state;
	for (int32_t journal = 0; journal < JOURNALS; journal++) {
		if (journal % 2 == 0) {
			a_good_beginning(&core);
		} else {
			core_init(&core);
		}
		for (int32_t i = 0; i < EVENTS_EACH; i++) {
			struct event event = some_fact(i + 100);

			core_apply(&core, &event);
			if (i % 10 == 0) {
				looks_at(&core);
			}
		}
		goes_on(&core);
	}
}

/* The same facts in their order, each several times over: what a journal would hold that was written twice. */
static void facts_told_twice(void **state)
{
	static struct core core;

	(void)state;
	scene_open();
	begins(AGENDA_THEME, 0, 6, 60);
	core = scene.core;
	for (int32_t i = 0; i < 400; i++) {
		struct command command = conversation_wish(&scene.core, scene.material, &dice);
		int32_t count = command.kind == CMD_END ? 0 : ask(command.kind, command.n, command.m);

		for (int32_t k = 0; k < count; k++) {
			if (event_class(scene.out[k].kind) != PASSING) {
				core_apply(&core, &scene.out[k]);
				core_apply(&core, &scene.out[k]);
			}
		}
		passes(dice_of(&dice, 3000));
		looks_at(&core);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_facts_in_any_order),
		cmocka_unit_test(facts_told_twice),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
