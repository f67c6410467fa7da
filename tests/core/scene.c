/* A staff room in miniature. */
#include "tests/core/unit_test.h"

#include "firmware/base/str.h"
#include "tests/core/scene.h"

struct scene scene;
/* What the journal would bring back. */
static struct core disk;

void scene_open(void)
{
	memset(&scene, 0, sizeof scene);
	scene.material = fixture();
	scene.wall = WALL_UNKNOWN;
	scene.now = 1000;
	scene.today = (struct today){.wall = WALL_UNKNOWN, .moment = -1, .gap = -1, .next_moment = -1};
	core_init(&scene.core);
	core_init(&disk);
	wants(CMD_FIRST_RUN_DONE, 0);
}

static void take(const struct event *event)
{
	core_apply(&scene.core, event);
	scene.per_kind[event->kind]++;
	if (event_class(event->kind) != PASSING) {
		scene.stored++;
		core_apply(&disk, event);
	}
}

static int32_t obey(const struct command *command)
{
	static struct core before;

	before = scene.core;
	scene.count = core_decide(&scene.core, scene.material, scene.now, command, scene.out, &scene.why);
	assert_memory_equal(&before, &scene.core, sizeof before);
	assert_true(scene.why == REFUSAL_NONE || scene.count == 0);
	for (int32_t i = 0; i < scene.count; i++) {
		take(&scene.out[i]);
	}
	if (core_broken(&scene.core) != NULL) {
		fail_msg("%s after %s", core_broken(&scene.core), command_name(command->kind));
	}
	assert_true(core_replayed(&scene.core, &disk));
	return scene.count;
}

int32_t ask(enum command_kind kind, int32_t n, int32_t m)
{
	struct command command = command_of(kind, n, m);

	command.wall = scene.wall;
	command.chance = scene.chance;
	return obey(&command);
}

void wants(enum command_kind kind, int32_t n)
{
	if (ask(kind, n, 0) == 0) {
		fail_msg("%s %d was refused (%d)", command_name(kind), n, (int)scene.why);
	}
}

void refused(enum command_kind kind, int32_t n, enum refusal why)
{
	if (ask(kind, n, 0) != 0) {
		fail_msg("%s %d was not refused", command_name(kind), n);
	}
	assert_int_equal(scene.why, why);
}

void passes(ms_t ms)
{
	ms_t until = scene.now + ms;
	ms_t due;

	while ((due = core_deadline(&scene.core)) <= until) {
		assert_true(due >= scene.core.at);
		scene.now = max_ms(due, scene.now);
		assert_true(ask(CMD_TICK, 0, 0) > 0);
	}
	scene.now = until;
}

void sets_up(int32_t agenda, int32_t theme, int32_t people, int32_t minutes)
{
	struct command command = command_of(CMD_GO, SCREEN_SETUP, agenda);

	command.k = theme + 1;
	assert_true(obey(&command) > 0);
	if (scene.core.setup.people != people) {
		wants(CMD_SETUP_PEOPLE, people - scene.core.setup.people);
	}
	if (scene.core.setup.minutes != minutes) {
		wants(CMD_SETUP_MINUTES, minutes - scene.core.setup.minutes);
	}
	assert_int_equal(scene.core.setup.people, people);
	assert_int_equal(scene.core.setup.minutes, minutes);
}

void begins(int32_t agenda, int32_t theme, int32_t people, int32_t minutes)
{
	sets_up(agenda, theme, people, minutes);
	wants(CMD_BEGIN, 0);
	assert_true(scene.core.meeting.live);
	assert_int_equal(scene.core.screen, SCREEN_MEETING);
}

const struct step *step(void)
{
	return meeting_step(&scene.core.meeting);
}

void comes_to(enum step_kind kind)
{
	while (step() != NULL && step()->kind != kind) {
		wants(CMD_NEXT, 0);
	}
	assert_non_null(step());
}

void votes(const int32_t answer[AS_MANY_AS])
{
	wants(CMD_BALLOT_TAKE, 0);
	for (int32_t i = 0; i < scene.core.meeting.statement_count; i++) {
		passes(500);
		wants(CMD_BALLOT_ANSWER, answer != NULL ? answer[i] : 2);
	}
	passes(800);
	wants(CMD_BALLOT_LAY, 0);
}

void types(const char *text)
{
	uint32_t letter;

	while ((letter = str_next(&text)) != 0) {
		passes(100);
		wants(CMD_TYPE, (int32_t)letter);
	}
	wants(CMD_EDIT_DONE, 0);
}

void writes(enum edit what, int32_t which, const char *text)
{
	assert_true(ask(CMD_EDIT, (int32_t)what, which) > 0);
	types(text);
}

const struct view *look(void)
{
	view_build(&(struct view_env){.core = &scene.core, .material = scene.material, .history = &scene.history, .today = scene.today,
	                              .now = scene.now, .message = ""}, &scene.view);
	return &scene.view;
}

void power_cut(void)
{
	scene.core = disk;
	scene.now = disk.at;
	ask(CMD_RECOVER, 0, 0);
}
