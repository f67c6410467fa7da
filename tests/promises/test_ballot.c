/* The picture of whoever answers, and the one between two ballots, is the same to the pixel whatever was answered: while a key is held,
   after it, after going back, when the screen hides itself, when the ballot is laid. Built again over interfaces that show more. */
#include "tests/promises/room.h"

#include "firmware/base/str.h"

#define THEME 2
#define PEOPLE LIMIT_MIN
#define STATEMENTS 4
#define ANSWERING 3
#define TABS_MOST 12
#define PICTURES_MAX 6000
#define WORLDS (ANSWERS + 1)

struct album {
	int32_t count;
	bool open;
	uint64_t picture[PICTURES_MAX];
	int32_t at[PICTURES_MAX];    /* the statement that was on */
};

static uint64_t sum_of(const uint32_t *pixels, size_t count)
{
	uint64_t sum = 0xcbf29ce484222325U;

	for (size_t i = 0; i < count; i++) {
		sum = (sum ^ pixels[i]) * 0x100000001b3U;   /* FNV-1a, a pixel at a time */
	}
	return sum;
}

static void keep_picture(struct room *room, void *self)
{
	struct album *album = self;
	int32_t w = 0;
	int32_t h = 0;
	const uint32_t *pixels;

	if (!album->open) {
		return;
	}
	app_show(room->player.app);
	pixels = render_pixels(room->player.render, &w, &h);
	assert_true(album->count < PICTURES_MAX);
	album->at[album->count] = room_core(room)->answering.at;
	album->picture[album->count++] = sum_of(pixels, (size_t)w * (size_t)h);
}

/* What person `who` answers to a statement in that world: in the last one, all sorts. */
static int32_t answer_of(int32_t world, int32_t who, int32_t statement)
{
	return world < ANSWERS ? world : (3 * who + 2 * statement) % ANSWERS;
}

/* Tab to the key and enter on it. Coming there shows where one is; what counts is what enter leaves behind. */
static void answer_by_tab(struct room *room, struct album *album, int32_t n)
{
	ms_t until = room->player.now + TABS_MOST * (PLAY_TAP_MS + PLAY_PAUSE_MS);

	album->open = false;
	for (const struct target *on = NULL; on == NULL || on->command.kind != CMD_BALLOT_ANSWER || on->command.n != n;) {
		const struct frame *frame;

		assert_true(room_key(room, KEY_TAB));
		frame = app_frame(room->player.app);
		assert_true(frame->focus >= 0);
		on = &frame->targets[frame->focus];
	}
	assert_in_range(room->player.now, 0, until);
	room_pass(room, until - room->player.now);
	album->open = true;
	assert_true(room_key(room, KEY_ENTER));
}

/* The first answers with a finger, the second with digits, the third comes to each key by tab. */
static void answer(struct room *room, struct album *album, int32_t who, int32_t n)
{
	static const enum input_key keys[ANSWERS] = {KEY_DIGIT_0 + 1, KEY_DIGIT_0 + 2, KEY_DIGIT_0 + 3, KEY_DIGIT_0 + 4, KEY_DIGIT_0};

	switch (who) {
	case 0: room_does(room, CMD_BALLOT_ANSWER, n); break;
	case 1: assert_true(room_key(room, keys[n])); break;
	default: answer_by_tab(room, album, n); break;
	}
}

/* One ballot: answers, goes back and answers again, dawdles, looks through all of it once more, and lays it. */
static void fill_in(struct room *room, struct album *album, int32_t world, int32_t who)
{
	room_does(room, CMD_BALLOT_TAKE, ANY);
	for (int32_t i = 0; i < STATEMENTS; i++) {
		answer(room, album, who, answer_of(world, who, i));
		if (i == 1) {
			room_does(room, CMD_BALLOT_BACK, ANY);
			answer(room, album, who, answer_of(world, who, i));
		}
		if (i == 2 && who == 0) {
			room_pass(room, BALLOT_MASK_MS + MS_SECOND);
			room_does(room, CMD_BALLOT_HERE, ANY);
			room_pass(room, BALLOT_ASK_MS + MS_SECOND);
			room_does(room, CMD_BALLOT_HERE, ANY);
		}
	}
	for (int32_t i = 0; i < STATEMENTS; i++) {
		room_does(room, CMD_BALLOT_BACK, ANY);
	}
	for (int32_t i = 0; i < STATEMENTS; i++) {
		answer(room, album, who, answer_of(world, who, i));
	}
	assert_int_equal(STATEMENTS, room_core(room)->answering.at);
}

static void take_pictures(int32_t world, struct album *album)
{
	static struct room room;
	char folder[FOLDER_BYTES];

	data_new(folder);
	room_open(&room, folder, 3);
	room.watch = keep_picture;
	room.watcher = album;
	room_begins(&room, PEOPLE, THEME);
	assert_true(room_until(&room, STEP_RATE));
	room_does(&room, CMD_RATE_OPEN, ANY);
	album->open = true;
	/* Not all of them: the last one closes the answers, and what they show is another matter. */
	for (int32_t who = 0; who < ANSWERING; who++) {
		fill_in(&room, album, world, who);
		room_does(&room, CMD_BALLOT_LAY, ANY);
	}
	room_close(&room);
	data_gone(folder);
}

static void pictures_tell_nothing(void **state)
{
	struct album *first = calloc(1, sizeof *first);
	struct album *other = calloc(1, sizeof *other);

	(void)state;
	assert_non_null(first);
	assert_non_null(other);
	take_pictures(0, first);
	assert_true(first->count > ANSWERING * STATEMENTS);
	for (int32_t world = 1; world < WORLDS; world++) {
		memset(other, 0, sizeof *other);
		take_pictures(world, other);
		assert_int_equal(first->count, other->count);
		for (int32_t i = 0; i < first->count; i++) {
			if (first->picture[i] != other->picture[i]) {
				fail_msg("at statement %d the picture shows what was answered (picture %d, world %d)", first->at[i], i, world);
			}
		}
	}
	print_message("%d pictures in each of %d worlds\n", first->count, WORLDS);
	free(other);
	free(first);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test_teardown(pictures_tell_nothing, room_left_behind)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
