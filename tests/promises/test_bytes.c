/* Every byte of the data folder: no trace of who answered what or in which order, while a rating is open and after; no trace of words
   that were taken back, nor of what happened turn by turn, once a meeting has ended. Built again over programs that leave such traces. */
#include "tests/promises/room.h"

#include "firmware/base/str.h"
#include "firmware/journal/store.h"

#define THEME 0
#define PEOPLE 6
#define STATEMENTS 6
#define MOMENTS_MAX 4000
#define SALT 4711
#define LIST_OF_TALKS 1          /* what SCREEN_AGENDAS is about */

/* Each row is a person's answers: no two alike, and such that no row of counts looks like one. */
static const int32_t planted[PEOPLE][STATEMENTS] = {
	{0, 4, 1, 3, 2, 3}, {3, 2, 4, 0, 3, 1}, {1, 3, 2, 0, 4, 2}, {2, 1, 3, 4, 3, 0}, {3, 4, 0, 1, 2, 4}, {1, 3, 4, 3, 0, 2},
};

static void open_room(struct room *room, char folder[FOLDER_BYTES])
{
	data_new(folder);
	/* SQLite draws the salt of its log file: drawn alike, so that two folders can be held against each other. */
	(void)sqlite3_test_control(SQLITE_TESTCTRL_PRNG_SEED, SALT, (sqlite3 *)NULL);
	room_open(room, folder, 7);
}

/* ---- Meetings that differ in who answered what, and when ---- */

struct moments {
	int32_t count;
	bool recording;
	int64_t operations;
	uint64_t sum[MOMENTS_MAX];
};

/* True if the files can have changed since the last time it was asked. */
static bool something_written(const struct room *room, int64_t *operations)
{
	int64_t before = *operations;

	*operations = cut_vfs_operations(room->player.power);
	return *operations != before;
}

static uint64_t sum_of(const unsigned char *bytes, size_t size)
{
	uint64_t sum = 0xcbf29ce484222325U;

	for (size_t i = 0; i < size; i++) {
		sum = (sum ^ bytes[i]) * 0x100000001b3U;   /* FNV-1a */
	}
	return sum;
}

static void record_bytes(struct room *room, void *self)
{
	struct moments *moments = self;
	unsigned char *bytes;
	size_t size = 0;

	if (!moments->recording || !something_written(room, &moments->operations)) {
		return;
	}
	bytes = data_bytes(room->player.data, &size);
	assert_true(size > 0 && moments->count < MOMENTS_MAX);
	moments->sum[moments->count++] = sum_of(bytes, size) ^ (uint64_t)room->player.now;
	free(bytes);
}

/* One way to give the same answers: in which order the ballots come, and how long each person takes to come forward. */
struct turn_out {
	int32_t order[PEOPLE], pause_s[PEOPLE];
};

static void hold_meeting(const struct turn_out *turn_out, struct moments *moments)
{
	static struct room room;
	char folder[FOLDER_BYTES];

	open_room(&room, folder);
	room.watch = record_bytes;
	room.watcher = moments;
	room_begins(&room, PEOPLE, THEME);
	assert_int_equal(STATEMENTS, room_core(&room)->meeting.statement_count);
	assert_true(room_until(&room, STEP_RATE));
	moments->recording = true;
	room_does(&room, CMD_RATE_OPEN, ANY);
	for (int32_t i = 0; i < PEOPLE; i++) {
		room_pass(&room, turn_out->pause_s[i] * MS_SECOND);
		room_answers(&room, planted[turn_out->order[i]]);
	}
	assert_int_equal(RATING_CLOSED, room_core(&room)->meeting.rating.phase);
	while (room_core(&room)->meeting.live) {
		room_goes_on(&room);
	}
	room_close(&room);
	data_gone(folder);
}

static void order_and_time_leave_no_trace(void **state)
{
	/* The box is opened and closed at the same times in all of them. */
	static const struct turn_out turn_outs[] = {
		{{0, 1, 2, 3, 4, 5}, {1, 3, 5, 7, 2, 4}}, {{5, 3, 1, 4, 0, 2}, {1, 3, 5, 7, 2, 4}}, {{2, 4, 5, 0, 3, 1}, {7, 1, 4, 2, 5, 3}},
	};
	struct moments *first = calloc(1, sizeof *first);
	struct moments *other = calloc(1, sizeof *other);

	(void)state;
	assert_non_null(first);
	assert_non_null(other);
	hold_meeting(&turn_outs[0], first);
	assert_in_range(first->count, 20, MOMENTS_MAX);
	for (size_t i = 1; i < ARRAY_LEN(turn_outs); i++) {
		memset(other, 0, sizeof *other);
		hold_meeting(&turn_outs[i], other);
		assert_int_equal(first->count, other->count);
		for (int32_t j = 0; j < first->count; j++) {
			if (first->sum[j] != other->sum[j]) {
				fail_msg("the folder tells two meetings apart at moment %d of %d", j, first->count);
			}
		}
	}
	free(other);
	free(first);
}

/* ---- What must not stand in any file ---- */

static void assert_absent(const unsigned char *bytes, size_t size, const char *text)
{
	if (data_hold(bytes, size, text)) {
		fail_msg("\"%s\" stands in the data folder", text);
	}
}

/* A person's answers one after the other: as bytes, as the words and double words of either machine, and as written digits. */
static void assert_no_ballot(const unsigned char *bytes, size_t size, const int32_t *answers)
{
	for (size_t width = 1; width <= 4; width *= 2) {
		for (size_t at = 0; at + STATEMENTS * width <= size; at++) {
			bool here = true;

			for (size_t i = 0; i < STATEMENTS && here; i++) {
				uint32_t little = 0;
				uint32_t big = 0;

				for (size_t k = 0; k < width; k++) {
					little |= (uint32_t)bytes[at + i * width + k] << (8 * k);
					big = big << 8 | bytes[at + i * width + k];
				}
				here = little == (uint32_t)answers[i] || big == (uint32_t)answers[i];
			}
			if (here) {
				fail_msg("a ballot stands in the data folder at byte %d", (int)at);
			}
		}
	}
}

/* Names of everything that one person does, and, once the meeting is over, of everything that happened at all. */
static void assert_no_events(const unsigned char *bytes, size_t size, bool meeting_over)
{
	for (int32_t i = 0; i < EVENT_COUNT; i++) {
		if (event_class((enum event_kind)i) == PASSING || str_starts(event_name((enum event_kind)i), "BALLOT") || meeting_over) {
			assert_absent(bytes, size, event_name((enum event_kind)i));
		}
	}
}

static void look_at_bytes(struct room *room, void *self)
{
	size_t size = 0;
	unsigned char *bytes;

	if (!something_written(room, self)) {
		return;
	}
	bytes = data_bytes(room->player.data, &size);
	assert_no_events(bytes, size, false);
	for (int32_t i = 0; i < PEOPLE; i++) {
		assert_no_ballot(bytes, size, planted[i]);
	}
	free(bytes);
}

static const char *const taken_back[] = {"Zebraquist", "Xylofonbyxor", "Qvarnhjulet", "Wobbelkaka", "Zackarinna"};
static const char kept_note[] = "Julkalendern";

/* Writes it where the keyboard has been opened, and waits until the draft is stored, too. */
static void write_down(struct room *room, const char *text, bool keep)
{
	room_types(room, text);
	room_pass(room, 2 * CHECKPOINT_MS);
	room_does(room, keep ? CMD_EDIT_DONE : CMD_EDIT_CANCEL, ANY);
}

/* Opens the keyboard on a note, the one after the last for a new one, and rubs out what stands there. */
static void open_note(struct room *room, int32_t which)
{
	while (room_target_which(room, CMD_EDIT, EDIT_NOTE, which) == NULL && room_try(room, CMD_PAGE, 1)) {
	}
	if (!room_touch(room, room_target_which(room, CMD_EDIT, EDIT_NOTE, which))) {
		sight_print(app_frame(room->player.app), stdout);
		fail_msg("there is no way to note %d", which);
	}
	while (room_core(room)->edit.text[0] != '\0') {
		assert_true(room_key(room, KEY_BACKSPACE));
	}
}

/* Words that are written and taken back in every way there is, and one note that stays. */
static void write_and_regret(struct room *room)
{
	assert_true(room_until(room, STEP_SHARED));
	room_does(room, CMD_EDIT, EDIT_GROUNDS);
	write_down(room, taken_back[0], true);
	room_does(room, CMD_EDIT, EDIT_GROUNDS);
	while (room_core(room)->edit.text[0] != '\0') {
		assert_true(room_key(room, KEY_BACKSPACE));
	}
	write_down(room, "Elevenk\u00e4ten", true);
	assert_true(room_until(room, STEP_NOTE));
	open_note(room, 0);
	write_down(room, kept_note, true);
	open_note(room, 1);
	write_down(room, taken_back[1], false);
	open_note(room, 1);
	write_down(room, taken_back[2], true);
	room_does(room, CMD_UNDO, ANY);
	open_note(room, 1);
	write_down(room, taken_back[3], true);
	open_note(room, 1);
	write_down(room, taken_back[4], true);
	open_note(room, 1);
	write_down(room, "", true);
	assert_int_equal(1, room_core(room)->meeting.note_count);
}

static void nothing_is_told(void **state)
{
	static struct room room;
	char folder[FOLDER_BYTES];
	unsigned char *bytes;
	size_t size = 0;
	int64_t operations = 0;

	(void)state;
	open_room(&room, folder);
	room.watch = look_at_bytes;
	room.watcher = &operations;
	room_begins(&room, PEOPLE, THEME);
	assert_true(room_until(&room, STEP_RATE));
	room_does(&room, CMD_RATE_OPEN, ANY);
	for (int32_t i = 0; i < PEOPLE; i++) {
		room_answers(&room, planted[i]);
	}
	write_and_regret(&room);
	while (!room_core(&room)->meeting.all_done) {
		room_does(&room, CMD_NEXT, ANY);
	}
	room_ends(&room);
	assert_false(room_core(&room)->meeting.live);
	for (int32_t closed = 0; closed < 2; closed++) {
		bytes = data_bytes(folder, &size);
		assert_true(data_hold(bytes, size, kept_note));
		assert_no_events(bytes, size, true);
		for (size_t i = 0; i < ARRAY_LEN(taken_back); i++) {
			assert_absent(bytes, size, taken_back[i]);
		}
		free(bytes);
		if (closed == 0) {
			room_close(&room);
		}
	}
	data_gone(folder);
}

/* ---- Pupils' cases ---- */

static int32_t agenda_of_cases(const struct room *room)
{
	const struct material *material = pack_set_material(room->player.shelf.packs);

	for (int32_t i = 0; i < material->agenda_count; i++) {
		if (material->agendas[i].cases) {
			return i;
		}
	}
	fail_msg("no agenda is for pupils' cases");
	return -1;
}

/* Nothing but that it was held: not who or how many, not how long, not what was done. */
static void cases_leave_nothing(void **state)
{
	static struct room room;
	char folder[FOLDER_BYTES];
	const struct agenda *agenda;
	unsigned char *bytes;
	size_t size = 0;

	(void)state;
	open_room(&room, folder);
	assert_true(room_touch(&room, room_target_which(&room, CMD_GO, SCREEN_AGENDAS, LIST_OF_TALKS)));
	while (room_target_which(&room, CMD_GO, SCREEN_SETUP, agenda_of_cases(&room)) == NULL && room_try(&room, CMD_PAGE, 1)) {
	}
	assert_true(room_touch(&room, room_target_which(&room, CMD_GO, SCREEN_SETUP, agenda_of_cases(&room))));
	room_does(&room, CMD_BEGIN, ANY);
	assert_true(room_core(&room)->meeting.cases);
	while (room_core(&room)->meeting.live) {
		assert_null(room_target(&room, CMD_EDIT, EDIT_NOTE));
		room_goes_on(&room);
	}
	agenda = &pack_set_material(room.player.shelf.packs)->agendas[agenda_of_cases(&room)];
	bytes = data_bytes(folder, &size);
	assert_true(data_hold(bytes, size, agenda->id));
	assert_no_events(bytes, size, true);
	for (int32_t i = 0; i < agenda->step_count; i++) {
		assert_absent(bytes, size, agenda->steps[i].id);
	}
	free(bytes);
	room_close(&room);
	room_verify(folder);
	data_gone(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test_teardown(order_and_time_leave_no_trace, room_left_behind), cmocka_unit_test_teardown(nothing_is_told, room_left_behind),
	                                   cmocka_unit_test_teardown(cases_leave_nothing, room_left_behind)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
