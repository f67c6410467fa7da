/* The power goes at any moment of a meeting: what stood on the screen is there when it comes back. Same step, the time left within ten
   seconds, every note. Built a second time over a journal that does not sync, which must be found out. */
#include "tests/promises/room.h"

#include "firmware/base/str.h"

#define CUTS 320
#define CUTS_LONG 4000
#define MEETINGS_A_FOLDER 2
#define OPERATIONS_MOST 70
#define THEME 2
#define WRITINGS 512

/* What stood on the keyboard, and when: a draft may be up to a checkpoint old. */
struct writing {
	ms_t at;
	enum edit what;
	char text[TEXT_BYTES];
};

struct trial {
	struct room room;
	char folder[FOLDER_BYTES];
	struct core *expected;
	struct history *history;
	struct writing writing[WRITINGS];
	int32_t writings;
	int32_t ended;               /* meetings that the screen has said are over */
	int32_t cuts, torn, meetings;
	bool armed;                  /* the power is going to go by itself */
};

static void note_writing(struct room *room, void *self)
{
	struct trial *trial = self;
	const struct editing *edit = &room_core(room)->edit;
	const struct writing *last = &trial->writing[(trial->writings + WRITINGS - 1) % WRITINGS];
	struct writing *next = &trial->writing[trial->writings % WRITINGS];

	if (trial->writings > 0 && last->what == edit->what && str_equal(last->text, edit->text)) {
		return;
	}
	*next = (struct writing){.at = room_session(room), .what = edit->what};
	str_copy(next->text, sizeof next->text, edit->text);
	trial->writings++;
}

/* True if that stood on the keyboard at some moment from `since` on. */
static bool stood_lately(const struct trial *trial, enum edit what, const char *text, ms_t since)
{
	ms_t until = MS_NEVER;

	for (int32_t i = trial->writings - 1; i >= 0 && i > trial->writings - WRITINGS && until > since; i--) {
		const struct writing *writing = &trial->writing[i % WRITINGS];

		if (writing->what == what && str_equal(writing->text, text)) {
			return true;
		}
		until = writing->at;
	}
	return trial->writings == 0 && what == EDIT_NOTHING;
}

/* An open rating is the one thing that a cut takes: nothing is left of it, and the screen says so. */
static void void_rating(struct core *core)
{
	if (core->meeting.live && core->meeting.rating.phase == RATING_OPEN) {
		core->meeting.rating = (struct rating){.phase = RATING_NOT_YET, .voided = true};
	}
}

static bool came_back(const struct trial *trial, const struct core *stood)
{
	struct core *expected = trial->expected;

	*expected = *stood;
	void_rating(expected);
	if (!stood->meeting.live) {
		/* What memory still holds of a meeting that has ended is not looked at again. */
		expected->meeting = room_core(&trial->room)->meeting;
		expected->meeting.live = false;
	}
	return core_replayed(expected, room_core(&trial->room));
}

/* The meeting is as it stood: step, clock, keyboard, and those that have ended. */
static void look_round(struct trial *trial, ms_t left, ms_t session, bool quiet, const struct core *stood)
{
	struct room *room = &trial->room;
	const struct core *core = room_core(room);
	bool step = meeting_step(&core->meeting) != NULL;

	assert_string_equal("", core_broken(core) != NULL ? core_broken(core) : "");
	assert_int_equal(stood->meeting.live ? SCREEN_MEETING : SCREEN_HOME, core->screen);
	if (step && (room_left(room) > left + CHECKPOINT_MS || room_left(room) < left - CHECKPOINT_MS)) {
		fail_msg("%d s were left, and after the cut %d s", (int)(left / MS_SECOND), (int)(room_left(room) / MS_SECOND));
	}
	if (!stood_lately(trial, core->edit.what, core->edit.text, session - CHECKPOINT_MS) ||
	    (quiet && stood->edit.what == EDIT_NOTHING && core->edit.what != EDIT_NOTHING)) {
		fail_msg("on the keyboard stood \"%s\", and after the cut \"%s\"", stood->edit.text, core->edit.text);
	}
	assert_true(journal_history(room->player.journal, 0, trial->history));
	assert_in_range(trial->history->total, trial->ended, trial->ended + (quiet ? 0 : 1));
	assert_int_equal(trial->history->total > 0 && !core->meeting.live, room_target(room, CMD_GO, SCREEN_ARCHIVE) != NULL);
}

static void quiet_cut(struct trial *trial)
{
	struct room *room = &trial->room;
	struct core stood = *room_core(room);
	ms_t left = room_left(room);
	ms_t session = room_session(room);

	cut_vfs_cut_at(room->player.power, 0);
	room_cut(room);
	trial->armed = false;
	trial->cuts++;
	if (!came_back(trial, &stood)) {
		fail_msg("cut %d: the meeting is not what stood on the screen", trial->cuts);
	}
	look_round(trial, left, session, true, &stood);
}

/* The power went in the middle of a moment: what stood before it is there, or all of what that moment did. */
static void torn_cut(struct trial *trial)
{
	struct room *room = &trial->room;
	struct core before = *room->before;
	struct core after = *room_core(room);
	ms_t session = room_session(room);
	bool done;

	room_back(room);
	trial->armed = false;
	trial->cuts++;
	trial->torn++;
	done = came_back(trial, &after);
	if (!done && !came_back(trial, &before)) {
		fail_msg("cut %d: the meeting is neither what it was nor what it was going to be", trial->cuts);
	}
	look_round(trial, timer_left(done ? &after.meeting.clock : &before.meeting.clock, session), session, false,
	           done ? &after : &before);
}

static void go_on(struct trial *trial)
{
	struct room *room = &trial->room;
	bool live = room_core(room)->meeting.live;

	if (live) {
		room_goes_on(room);
	} else {
		room_begins(room, LIMIT_MIN, THEME);
	}
	if (room->power_gone) {
		torn_cut(trial);
	}
	if (live && !room_core(room)->meeting.live) {
		trial->ended++;
		trial->meetings++;
		assert_true(journal_history(room->player.journal, 0, trial->history));
		assert_int_equal(trial->ended, trial->history->total);
	}
}

static void play_on(struct trial *trial, uint64_t seed, int32_t wanted)
{
	struct room *room = &trial->room;

	data_new(trial->folder);
	trial->writings = 0;
	trial->ended = 0;
	trial->armed = false;
	room_open(room, trial->folder, seed);
	room->watch = note_writing;
	room->watcher = trial;
	while (trial->ended < MEETINGS_A_FOLDER && trial->cuts < wanted) {
		if (room_chance(room, 12) == 0) {
			quiet_cut(trial);
		}
		if (!trial->armed) {
			cut_vfs_cut_at(room->player.power, 1 + room_chance(room, OPERATIONS_MOST));
			trial->armed = true;
		}
		go_on(trial);
	}
	room_close(room);
	room_verify(trial->folder);
	data_gone(trial->folder);
}

static void nothing_is_lost(void **state)
{
	struct trial *trial = calloc(1, sizeof *trial);
	int32_t wanted = getenv("SAMSYN_LONG") != NULL ? CUTS_LONG : CUTS;

	(void)state;
	assert_non_null(trial);
	trial->expected = calloc(1, sizeof *trial->expected);
	trial->history = calloc(1, sizeof *trial->history);
	for (uint64_t seed = 1; trial->cuts < wanted; seed++) {
		play_on(trial, seed, wanted);
	}
	print_message("%d cuts, %d of them in the middle of something, over %d meetings\n", trial->cuts, trial->torn, trial->meetings);
	assert_in_range(trial->torn, wanted / 4, wanted);
	free(trial->history);
	free(trial->expected);
	free(trial);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test_teardown(nothing_is_lost, room_left_behind)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
