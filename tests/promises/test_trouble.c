/* What the world does wrong: a folder that cannot be written or is full, one from a newer version, a damaged database, a broken pack, no
   font. The screen says what happened, the meeting goes on, and nothing crashes. */
#include "tests/promises/room.h"

#include "firmware/base/str.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define THEME 2
#define PEOPLE LIMIT_MIN
#define NOWHERE "/proc/samsyn"
#define USER_VERSION_AT 60       /* in the header of an SQLite file: "Database File Format", section 1.3 */

static void says_on_screen(const struct room *room, const char *text)
{
	if (text[0] == '\0' || !room_says(room, text)) {
		sight_print(app_frame(room->player.app), stdout);
		fail_msg("the screen does not say \"%s\"", text);
	}
}

/* A meeting from home to home. */
static void hold_meeting(struct room *room, bool saved)
{
	room_begins(room, PEOPLE, THEME);
	if (room_says(room, "sparas inte") == saved) {
		fail_msg("the step %s that nothing is saved", saved ? "says" : "does not say");
	}
	while (room_core(room)->meeting.live) {
		room_goes_on(room);
	}
	assert_int_equal(SCREEN_HOME, room_core(room)->screen);
}

/* A folder with one meeting in it. */
static void fill(char folder[FOLDER_BYTES])
{
	static struct room room;

	data_new(folder);
	room_open(&room, folder, 1);
	hold_meeting(&room, true);
	room_close(&room);
	room_verify(folder);
}

static int32_t meetings_in(const struct room *room)
{
	struct history *history = calloc(1, sizeof *history);
	int32_t total;

	assert_non_null(history);
	assert_true(journal_history(room->player.journal, 0, history));
	total = history->total;
	free(history);
	return total;
}

static void unwritable_folder(void **state)
{
	static struct room room;

	(void)state;
	room_open(&room, NOWHERE, 1);
	assert_null(room.player.journal);
	says_on_screen(&room, room.player.message);
	says_on_screen(&room, "Det går inte att spara");
	hold_meeting(&room, false);
	room_close(&room);
}

static void newer_folder(void **state)
{
	static const unsigned char newer[4] = {0, 0, 0, 99};
	static struct room room;
	char folder[FOLDER_BYTES];
	unsigned char *before;
	unsigned char *after;
	size_t size = 0;
	size_t size_after = 0;

	(void)state;
	fill(folder);
	data_damage(folder, USER_VERSION_AT, newer, sizeof newer);
	before = data_file(folder, &size);
	room_open(&room, folder, 2);
	assert_null(room.player.journal);
	says_on_screen(&room, room.player.message);
	says_on_screen(&room, "nyare Samsyn");
	hold_meeting(&room, false);
	room_close(&room);
	after = data_file(folder, &size_after);
	assert_int_equal(size, size_after);
	assert_memory_equal(before, after, size);
	free(after);
	free(before);
	data_gone(folder);
}

static void damaged_database(void **state)
{
	unsigned char rubbish[64 * 1024];
	static struct room room;
	char folder[FOLDER_BYTES];

	(void)state;
	fill(folder);
	memset(rubbish, 0xA5, sizeof rubbish);
	data_damage(folder, 0, rubbish, sizeof rubbish);
	room_open(&room, folder, 3);
	assert_non_null(room.player.journal);
	says_on_screen(&room, room.player.message);
	hold_meeting(&room, true);
	assert_int_equal(1, meetings_in(&room));
	room_close(&room);
	/* The next start has nothing to say any more. */
	room_open(&room, folder, 4);
	assert_string_equal("", room.player.message);
	assert_int_equal(1, meetings_in(&room));
	room_close(&room);
	room_verify(folder);
	data_gone(folder);
}

static void limit_files_to(rlim_t bytes)
{
	struct rlimit limit;

	assert_int_equal(0, getrlimit(RLIMIT_FSIZE, &limit));
	limit.rlim_cur = bytes == RLIM_INFINITY ? limit.rlim_max : bytes;
	assert_int_equal(0, setrlimit(RLIMIT_FSIZE, &limit));
}

/* The card is full in the middle of a meeting, and then there is room again. */
static void full_for_a_while(void **state)
{
	static struct room room;
	struct core stood;
	char folder[FOLDER_BYTES];

	(void)state;
	(void)signal(SIGXFSZ, SIG_IGN);
	data_new(folder);
	room_open(&room, folder, 5);
	room_begins(&room, PEOPLE, THEME);
	assert_false(room_says(&room, "sparas inte"));
	limit_files_to(1024);
	assert_true(room_until(&room, STEP_SHARED));
	limit_files_to(RLIM_INFINITY);
	says_on_screen(&room, "sparas inte");
	assert_true(room_until(&room, STEP_NOTE));
	if (room_says(&room, "sparas inte")) {
		fail_msg("there is room again, and the step still says that nothing is saved");
	}
	stood = *room_core(&room);
	room_cut(&room);
	assert_true(core_replayed(&stood, room_core(&room)));
	room_close(&room);
	room_verify(folder);
	data_gone(folder);
}

static void broken_pack(void **state)
{
	static struct room room;
	char folder[FOLDER_BYTES];
	char pack[FOLDER_BYTES];
	char path[PATH_BYTES_MAX];
	FILE *file;

	(void)state;
	data_new(folder);
	data_new(pack);
	assert_int_equal(0, mkdir(pack, 0700));
	data_path(path, pack, "pack.yaml");
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("id: [this is\n  no pack: \"at all\n", file);
	fclose(file);
	room_open_with(&room, folder, 6, pack);
	says_on_screen(&room, room.player.message);
	says_on_screen(&room, "samsyn check");
	hold_meeting(&room, true);
	room_close(&room);
	data_gone(pack);
	data_gone(folder);
}

static void no_font(void **state)
{
	char why[WHY_BYTES] = "";
	struct render *render = render_create(&(struct render_config){.width = 800, .height = 480, .font_dir = NOWHERE}, why, sizeof why);

	(void)state;
	assert_null(render);
	assert_non_null(strstr(why, NOWHERE));
	assert_non_null(strstr(why, "fonts-inter"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(unwritable_folder, room_left_behind), cmocka_unit_test_teardown(newer_folder, room_left_behind), cmocka_unit_test_teardown(damaged_database, room_left_behind),
		cmocka_unit_test_teardown(full_for_a_while, room_left_behind), cmocka_unit_test_teardown(broken_pack, room_left_behind), cmocka_unit_test_teardown(no_font, room_left_behind),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
