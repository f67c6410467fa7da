/* Meetings made of chance: at every moment what is promised holds, and what was stored brings the same meeting back.

   SAMSYN_CONVERSATIONS  how many commands (or: --long, or SAMSYN_LONG=1 for ten million)
   SAMSYN_SEED           which conversations */
#include "tests/core/unit_test.h"

#include <sys/mman.h>
#include <unistd.h>

#include "firmware/base/str.h"
#include "firmware/core/view.h"
#include "tests/core/conversation.h"
#include "tests/core/fixture.h"

#define COMMANDS_USUAL 1000000
#define COMMANDS_LONG 10000000
#define LOG_MAX 4096
#define LAST_COMMANDS 16

struct talk {
	const struct material *material;
	struct core *core;           /* where facts are taken in */
	const struct core *seen;     /* the same bytes where nobody can write: what decisions and views look at */
	struct core *replayed;       /* what the journal would bring back: every stored fact, nothing else */
	struct core *held;           /* for comparing */
	struct view *view;
	struct history *history;
	struct event *stored;        /* this conversation's journal, the first LOG_MAX of it */
	int32_t stored_count;
	bool stored_all;
	struct dice dice;
	uint64_t seed;
	int32_t number;              /* of the conversation */
	ms_t now;
	bool box_opened;             /* in this meeting, and not lost in a cut */
	bool punctual;               /* time has sent its ticks when they were due */
	struct command last[LAST_COMMANDS];
	int64_t commands, events, ticks, begun, ended, opened, closed, cancelled, undone, cuts, refused, rung, drawn, refitted;
};

static struct talk talk;
static int64_t commands_wanted = COMMANDS_USUAL;

static void tell(const char *broken)
{
	print_error("%s\nseed %llu, conversation %d, command %lld, at %lld ms\n", broken, (unsigned long long)talk.seed, talk.number,
	            (long long)talk.commands, (long long)talk.now);
	for (int32_t i = 0; i < LAST_COMMANDS; i++) {
		const struct command *command = &talk.last[(talk.commands + i) % LAST_COMMANDS];

		print_error("  %s n %d m %d k %d\n", command_name(command->kind), command->n, command->m, command->k);
	}
	fail();
}

#define HOLDS(condition) ((condition) ? (void)0 : tell(#condition))

/* ---- What one command may do ---- */

static bool of_ballot(enum command_kind kind)
{
	return kind >= CMD_BALLOT_TAKE && kind <= CMD_BALLOT_DARK;
}

/* While a box is open the journal learns of clocks and of who came or went, and of nothing that a person does. */
static bool fine_while_open(enum event_kind kind)
{
	switch ((int)kind) {
	case EVENT_CLOCK_PAUSED:
	case EVENT_CLOCK_RESUMED:
	case EVENT_CLOCK_GIVEN:
	case EVENT_CLOCK_CORRECTED:
	case EVENT_CLOCK_PASSED:
	case EVENT_PEOPLE_CHANGED:
	case EVENT_STEP_RESIZED:
	case EVENT_UNDONE:
	case EVENT_RATING_CANCELLED:
	case EVENT_RATING_VOIDED: return true;
	default: return false;
	}
}

static bool closes(const struct event *events, int32_t count)
{
	for (int32_t i = 0; i < count; i++) {
		if (events[i].kind == EVENT_RATING_CLOSED) {
			return true;
		}
	}
	return false;
}

static void look_at_secrets(const struct command *command, const struct event *events, int32_t count)
{
	bool open = talk.seen->meeting.live && talk.seen->meeting.rating.phase == RATING_OPEN;
	bool closed = closes(events, count);

	for (int32_t i = 0; open && i < count; i++) {
		if (event_class(events[i].kind) == STORED) {
			HOLDS(!of_ballot(command->kind));
			HOLDS(closed || fine_while_open(events[i].kind));
		}
	}
	for (int32_t i = 0; i < count; i++) {
		HOLDS(events[i].kind != EVENT_RATING_COUNTED || (open && closed));
	}
}

/* As the journal keeps it: settings and dropped drafts without a time, nothing to undo at drafts and checkpoints. */
static void keep(const struct event *event)
{
	struct event kept = *event;

	HOLDS(str_valid(event->id, strlen(event->id)) && str_valid(event->text, strlen(event->text)));
	if (event_class(event->kind) == PASSING) {
		return;
	}
	kept.at = event_class(event->kind) == KEPT || (event->kind == EVENT_DRAFT_KEPT && event->edit.what == EDIT_NOTHING) ? 0 : event->at;
	kept.mark = event->mark && event->kind != EVENT_DRAFT_KEPT && event->kind != EVENT_CLOCK_PASSED;
	core_apply(talk.replayed, &kept);
	talk.stored_all = talk.stored_all && talk.stored_count < LOG_MAX;
	if (talk.stored_all) {
		talk.stored[talk.stored_count++] = kept;
	}
}

static void count(const struct event *event)
{
	talk.events++;
	talk.begun += event->kind == EVENT_MEETING_BEGUN ? 1 : 0;
	talk.ended += event->kind == EVENT_MEETING_ENDED ? 1 : 0;
	talk.opened += event->kind == EVENT_RATING_OPENED ? 1 : 0;
	talk.closed += event->kind == EVENT_RATING_CLOSED ? 1 : 0;
	talk.cancelled += event->kind == EVENT_RATING_CANCELLED ? 1 : 0;
	talk.undone += event->kind == EVENT_UNDONE ? 1 : 0;
	talk.rung += event->kind == EVENT_BELL_RANG ? 1 : 0;
	talk.drawn += event->kind == EVENT_CAST_DRAWN ? 1 : 0;
	talk.refitted += event->kind == EVENT_RUN_REFITTED ? 1 : 0;
	talk.box_opened = event->kind == EVENT_RATING_OPENED || (talk.box_opened && event->kind != EVENT_MEETING_BEGUN &&
	                                                         event->kind != EVENT_RATING_VOIDED);
}

/* What holds across a command, whichever it was: a closed rating stays as it is, and nothing but a person's own hand fills the box. */
struct before {
	bool live;
	enum rating_phase phase;
	int32_t laid;
	int32_t limit;
	struct answering answering;
};

static void look_across(const struct before *before, const struct command *command)
{
	const struct core *core = talk.seen;
	const struct meeting *meeting = &core->meeting;

	if (before->live && meeting->live) {
		HOLDS(before->phase != RATING_CLOSED || meeting->rating.phase == RATING_CLOSED);
		HOLDS(!talk.box_opened || meeting->rating.phase != RATING_NOT_YET);
		if (before->phase == RATING_OPEN && meeting->rating.phase == RATING_OPEN) {
			HOLDS(meeting->rating.limit == before->limit);
			HOLDS(box_laid(&core->answering.box) - before->laid == 0 ||
			      (box_laid(&core->answering.box) - before->laid == 1 && command->kind == CMD_BALLOT_LAY));
		}
		if (command->kind == CMD_UNDO) {
			HOLDS(before->phase != RATING_OPEN || meeting->rating.phase == RATING_OPEN);
			HOLDS(memcmp(&before->answering, &core->answering, sizeof core->answering) == 0);
		}
	}
	if (!meeting->live || meeting->rating.phase != RATING_OPEN) {
		HOLDS(box_laid(&core->answering.box) == 0);
	}
	HOLDS(core->settings.value[SET_LIMIT] >= LIMIT_MIN);
}

static int32_t obey(const struct command *command)
{
	static struct event events[EVENTS_MAX];
	enum refusal why = REFUSAL_NONE;
	struct before before = {.live = talk.seen->meeting.live, .phase = talk.seen->meeting.rating.phase,
	                        .laid = box_laid(&talk.seen->answering.box), .limit = talk.seen->meeting.rating.limit};
	int32_t count_of;

	before.answering = talk.seen->answering;
	talk.last[talk.commands % LAST_COMMANDS] = *command;
	talk.commands++;
	count_of = core_decide(talk.seen, talk.material, talk.now, command, events, &why);
	HOLDS(count_of >= 0 && count_of <= EVENTS_MAX);
	HOLDS(why == REFUSAL_NONE || count_of == 0);
	talk.refused += why != REFUSAL_NONE ? 1 : 0;
	look_at_secrets(command, events, count_of);
	for (int32_t i = 0; i < count_of; i++) {
		HOLDS(events[i].at == talk.now);
		HOLDS(!events[i].mark || (i == 0 && command_undoable(command->kind)));
		count(&events[i]);
		core_apply(talk.core, &events[i]);
		keep(&events[i]);
	}
	if (core_broken(talk.seen) != NULL) {
		tell(core_broken(talk.seen));
	}
	look_across(&before, command);
	HOLDS(core_deadline(talk.seen) >= talk.seen->at);
	return count_of;
}

/* ---- Time ---- */

/* Time passes to `until`; each tick comes when it is due, does something, and they come to an end. */
static void wait_until(ms_t until)
{
	struct command tick = command_of(CMD_TICK, 0, 0);
	int32_t at_once = 0;
	ms_t due;

	while ((due = core_deadline(talk.seen)) <= until) {
		at_once = due <= talk.now ? at_once + 1 : 0;
		HOLDS(at_once < 5);
		talk.now = due > talk.now ? due : talk.now;
		talk.ticks++;
		HOLDS(obey(&tick) > 0);
	}
	talk.now = until;
}

static void pass_time(void)
{
	ms_t until = talk.now + conversation_pause(talk.seen, &talk.dice);

	if (dice_in_100(&talk.dice, 97)) {
		wait_until(until);
		talk.punctual = true;
	} else {
		talk.now = until;   /* the machine was busy: the wish comes before the tick */
		talk.punctual = false;
	}
}

/* ---- Cuts ---- */

/* Everything is gone but what was stored. The same meeting at the same step, and the time that was left at most ten seconds ago. */
static void cut(void)
{
	const struct meeting *live = &talk.seen->meeting;
	const struct meeting *back = &talk.replayed->meeting;
	struct command recover = command_of(CMD_RECOVER, 0, 0);
	bool open = live->live && live->rating.phase == RATING_OPEN;

	HOLDS(core_replayed(talk.seen, talk.replayed));
	if (live->live && talk.punctual) {
		ms_t lost = timer_left(&back->clock, talk.replayed->at) - timer_left(&live->clock, talk.now);
		ms_t lost_turn = timer_left(&back->round.turn, talk.replayed->at) - timer_left(&live->round.turn, talk.now);

		HOLDS(lost >= 0 && lost <= 10 * MS_SECOND);
		HOLDS(lost_turn >= 0 && lost_turn <= 10 * MS_SECOND);
	}
	memcpy(talk.core, talk.replayed, sizeof *talk.core);
	talk.now = talk.core->at;
	talk.cuts++;
	obey(&recover);
	HOLDS(!open || (talk.seen->meeting.rating.phase == RATING_NOT_YET && talk.seen->meeting.rating.voided));
	HOLDS(core_replayed(talk.seen, talk.replayed));
	HOLDS(!talk.seen->meeting.live || talk.seen->screen == SCREEN_MEETING);
}

/* True if nothing later in the journal stands in place of this. */
static bool is_last(int32_t at)
{
	const struct event *event = &talk.stored[at];

	for (int32_t i = at + 1; i < talk.stored_count; i++) {
		if (talk.stored[i].kind == event->kind && (event->kind != EVENT_SETTING_CHANGED || talk.stored[i].set.what == event->set.what)) {
			return false;
		}
	}
	return true;
}

static void take_again(enum event_kind kind)
{
	for (int32_t i = 0; i < talk.stored_count; i++) {
		if (talk.stored[i].kind == kind && is_last(i)) {
			core_apply(talk.held, &talk.stored[i]);
		}
	}
}

/* As the machine starts: settings first, each as it was last set; the meeting's facts; the last checkpoint. */
static void start_again(void)
{
	core_init(talk.held);
	take_again(EVENT_SETTING_CHANGED);
	for (int32_t i = 0; i < talk.stored_count; i++) {
		enum event_kind kind = talk.stored[i].kind;

		if (kind != EVENT_SETTING_CHANGED && kind != EVENT_CLOCK_PASSED && kind != EVENT_DRAFT_KEPT) {
			core_apply(talk.held, &talk.stored[i]);
		}
	}
	take_again(EVENT_DRAFT_KEPT);
	take_again(EVENT_CLOCK_PASSED);
	HOLDS(core_replayed(talk.seen, talk.held));
	HOLDS(talk.held->at == talk.replayed->at);
}

/* ---- Looking ---- */

static struct today some_day(void)
{
	struct today today = {.wall = WALL_UNKNOWN, .moment = -1, .gap = -1, .next_moment = -1};

	if (dice_in_100(&talk.dice, 80)) {
		today.wall = dice_of(&talk.dice, 60000000);
		today.date = wall_date(today.wall);
		today.week = cal_week_of(today.date);
		today.moment = dice_of(&talk.dice, talk.material->moment_count + 1) - 1;
		today.gap = today.moment < 0 ? dice_of(&talk.dice, talk.material->gap_count + 1) - 1 : -1;
		today.next_moment = dice_of(&talk.dice, talk.material->moment_count + 1) - 1;
		today.holiday = dice_in_100(&talk.dice, 10);
	}
	return today;
}

static void look(void)
{
	struct view_env env = {.core = talk.seen, .material = talk.material, .history = talk.history, .today = some_day(),
	                       .now = talk.now, .message = ""};
	bool open = talk.seen->meeting.live && talk.seen->meeting.rating.phase == RATING_OPEN;

	view_build(&env, talk.view);
	HOLDS(!open || (talk.view->result.row_count == 0 && !talk.view->shared.has_tally && talk.view->summary.line_count == 0));
	HOLDS(talk.view->edit.title != NULL && talk.view->edit.text != NULL);
}

/* Deciding twice is deciding once, and leaves no trace. */
static void decide_twice(const struct command *command)
{
	static struct event first[EVENTS_MAX];
	static struct event second[EVENTS_MAX];
	enum refusal why_first = REFUSAL_NONE;
	enum refusal why_second = REFUSAL_NONE;
	int32_t count_first;
	int32_t count_second;

	*talk.held = *talk.seen;
	count_first = core_decide(talk.seen, talk.material, talk.now, command, first, &why_first);
	count_second = core_decide(talk.held, talk.material, talk.now, command, second, &why_second);
	HOLDS(count_first == count_second && why_first == why_second);
	for (int32_t i = 0; i < count_first; i++) {
		HOLDS(memcmp(&first[i], &second[i], sizeof first[i]) == 0);
	}
	HOLDS(memcmp(talk.held, talk.seen, sizeof *talk.held) == 0);
}

/* ---- The conversations ---- */

static void converse(void)
{
	int32_t length = 50 + dice_of(&talk.dice, dice_in_100(&talk.dice, 20) ? 6000 : 1200);

	talk.number++;
	talk.material = dice_in_100(&talk.dice, 5) ? fixture_without_instrument() : fixture();
	talk.now = dice_of(&talk.dice, 100000);
	talk.stored_count = 0;
	talk.stored_all = true;
	talk.punctual = true;
	talk.box_opened = false;
	core_init(talk.core);
	core_init(talk.replayed);
	while (length-- > 0 && talk.commands < commands_wanted) {
		struct command command;

		pass_time();
		command = conversation_wish(talk.seen, talk.material, &talk.dice);
		if (dice_of(&talk.dice, 1000) < 4) {
			decide_twice(&command);
		}
		obey(&command);
		if (dice_in_100(&talk.dice, 15)) {
			look();
		}
		if (dice_in_100(&talk.dice, 4)) {
			HOLDS(core_replayed(talk.seen, talk.replayed));
		}
		if (dice_of(&talk.dice, 1000) < 2) {
			cut();
		}
	}
	HOLDS(core_replayed(talk.seen, talk.replayed));
	if (talk.stored_all) {
		start_again();
	}
}

static void conversations(void **state)
{
	(void)state;
	talk.dice.state = talk.seed;
	while (talk.commands < commands_wanted) {
		converse();
	}
	print_message("seed %llu: %d conversations, %lld commands (%lld refused, %lld ticks), %lld events\n", (unsigned long long)talk.seed,
	              talk.number, (long long)talk.commands, (long long)talk.refused, (long long)talk.ticks, (long long)talk.events);
	print_message("%lld meetings begun, %lld ended; %lld ratings opened, %lld closed, %lld cancelled; %lld undone; %lld cuts\n",
	              (long long)talk.begun, (long long)talk.ended, (long long)talk.opened, (long long)talk.closed,
	              (long long)talk.cancelled, (long long)talk.undone, (long long)talk.cuts);
	print_message("%lld bells, %lld groups drawn, %lld runs refitted\n", (long long)talk.rung, (long long)talk.drawn,
	              (long long)talk.refitted);
	assert_true(commands_wanted < COMMANDS_USUAL || (talk.rung > 300 && talk.drawn > 1000 && talk.refitted > 300));
	assert_true(commands_wanted < COMMANDS_USUAL || (talk.closed > 100 && talk.undone > 1000 && talk.ended > 300 && talk.cuts > 300));
}

/* One core, seen twice: writable for facts, read-only for everybody else. A decision that writes ends the test at once. */
static int open_core(void **state)
{
	FILE *file = tmpfile();

	(void)state;
	if (file == NULL || ftruncate(fileno(file), (off_t)sizeof(struct core)) != 0) {
		return -1;
	}
	talk.core = mmap(NULL, sizeof *talk.core, PROT_READ | PROT_WRITE, MAP_SHARED, fileno(file), 0);
	talk.seen = mmap(NULL, sizeof *talk.core, PROT_READ, MAP_SHARED, fileno(file), 0);
	talk.replayed = calloc(1, sizeof *talk.replayed);
	talk.held = calloc(1, sizeof *talk.held);
	talk.view = calloc(1, sizeof *talk.view);
	talk.history = calloc(1, sizeof *talk.history);
	talk.stored = calloc(LOG_MAX, sizeof *talk.stored);
	fclose(file);
	return talk.core == MAP_FAILED || talk.seen == MAP_FAILED || talk.replayed == NULL || talk.held == NULL || talk.view == NULL ||
	       talk.history == NULL || talk.stored == NULL ? -1 : 0;
}

static int close_core(void **state)
{
	(void)state;
	free(talk.stored);
	free(talk.history);
	free(talk.view);
	free(talk.held);
	free(talk.replayed);
	return 0;
}

static int64_t number_from(const char *name, int64_t usual)
{
	const char *text = getenv(name);
	char *end;
	long long number = text != NULL ? strtoll(text, &end, 10) : 0;

	return text != NULL && *text != '\0' && *end == '\0' ? number : usual;
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(conversations, open_core, close_core),
	};
	bool is_long = number_from("SAMSYN_LONG", 0) != 0 || (argc > 1 && strcmp(argv[1], "--long") == 0);

	commands_wanted = number_from("SAMSYN_CONVERSATIONS", is_long ? COMMANDS_LONG : COMMANDS_USUAL);
	talk.seed = (uint64_t)number_from("SAMSYN_SEED", 20260909);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
