/* The real program in a room, and hands. */
#include "tests/promises/room.h"

#include "firmware/base/str.h"

#define WIDTH 800
#define HEIGHT 480
#define WIDTH_MM 154
#define HOLD_FOR_MS (HOLD_MS + 100)

static struct room *is_open;

const struct core *room_core(const struct room *room)
{
	return app_core(room->player.app);
}

ms_t room_session(const struct room *room)
{
	return room->player.now + room->offset;
}

ms_t room_left(const struct room *room)
{
	return timer_left(&room_core(room)->meeting.clock, room_session(room));
}

int32_t room_chance(struct room *room, int32_t sides)
{
	uint64_t mixed;

	room->chance += 0x9E3779B97F4A7C15U;
	mixed = room->chance;
	mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9U;
	mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBU;
	return (int32_t)((mixed ^ mixed >> 31) % (uint64_t)sides);
}

static void started(struct room *room)
{
	room->offset = room_core(room)->at - room->player.now;
	room->power_gone = false;
}

void room_open_with(struct room *room, const char *folder, uint64_t seed, const char *pack)
{
	struct player *player = &room->player;

	*room = (struct room){.before = calloc(1, sizeof *room->before), .chance = seed};
	assert_non_null(room->before);
	is_open = room;
	room->options.packs[0] = pack;
	room->options.pack_count = pack != NULL ? 1 : 0;
	player->options = &room->options;
	player->script = "";
	str_copy(player->data, sizeof player->data, folder);
	player->wishes = (struct app_wishes){.lang = LANG_SV, .turn = 0, .dark = 0, .large = 0, .width_mm = -1, .distance = -1,
	                                     .set_up = true, .school = "Testskolan"};
	player->width = WIDTH;
	player->height = HEIGHT;
	player->width_mm = WIDTH_MM;
	player->chance = seed;
	player->wall = wall_at((struct cal_date){2026, 9, 24}, 14, 2);
	if (!player_start(player)) {
		fail_msg("the program does not start: %s", player->fault);
	}
	started(room);
}

void room_open(struct room *room, const char *folder, uint64_t seed)
{
	room_open_with(room, folder, seed, NULL);
}

void room_close(struct room *room)
{
	player_finish(&room->player);
	free(room->before);
	is_open = NULL;
}

int room_left_behind(void **state)
{
	(void)state;
	if (is_open != NULL) {
		room_close(is_open);
	}
	return 0;
}

static void moment_passed(struct room *room)
{
	room->power_gone = cut_vfs_is_cut(room->player.power);
	if (room->watch != NULL) {
		room->watch(room, room->watcher);
	}
}

static bool hand(struct room *room, struct input in)
{
	if (room->power_gone) {
		return false;
	}
	*room->before = *room_core(room);
	player_hand(&room->player, in);
	moment_passed(room);
	return !room->power_gone;
}

bool room_pass(struct room *room, ms_t ms)
{
	ms_t until = room->player.now + ms;

	while (room->player.now < until && !room->power_gone) {
		ms_t next = min_ms(max_ms(app_wake(room->player.app), room->player.now + 1), until);

		*room->before = *room_core(room);
		player_wait(&room->player, next - room->player.now);
		moment_passed(room);
	}
	return !room->power_gone;
}

const struct target *room_target_which(const struct room *room, enum command_kind kind, int32_t n, int32_t m)
{
	const struct frame *frame = app_frame(room->player.app);

	for (int32_t i = 0; i < frame->target_count; i++) {
		const struct target *target = &frame->targets[i];

		if (target->role != ROLE_AREA && target->command.kind == kind && (n == ANY || target->command.n == n) &&
		    (m == ANY || target->command.m == m)) {
			return target;
		}
	}
	return NULL;
}

const struct target *room_target(const struct room *room, enum command_kind kind, int32_t n)
{
	return room_target_which(room, kind, n, ANY);
}

bool room_touch(struct room *room, const struct target *target)
{
	struct input in = {.kind = INPUT_DOWN};
	ms_t length;

	if (target == NULL) {
		return false;
	}
	length = target->role == ROLE_HOLD ? HOLD_FOR_MS : PLAY_TAP_MS;
	in.x = target->box.x + target->box.w / 2;
	in.y = target->box.y + target->box.h / 2;
	if (!hand(room, in) || !room_pass(room, length)) {
		return false;
	}
	in.kind = INPUT_UP;
	return hand(room, in) && room_pass(room, PLAY_PAUSE_MS);
}

bool room_try(struct room *room, enum command_kind kind, int32_t n)
{
	return room_touch(room, room_target(room, kind, n));
}

void room_does(struct room *room, enum command_kind kind, int32_t n)
{
	if (!room_try(room, kind, n) && !room->power_gone) {
		sight_print(app_frame(room->player.app), stdout);
		fail_msg("nothing on the screen wishes for %s %d", command_name(kind), n);
	}
}

bool room_key(struct room *room, enum input_key key)
{
	return hand(room, (struct input){.kind = INPUT_KEY_DOWN, .key = key}) && room_pass(room, PLAY_TAP_MS) &&
	       hand(room, (struct input){.kind = INPUT_KEY_UP, .key = key}) && room_pass(room, PLAY_PAUSE_MS);
}

bool room_types(struct room *room, const char *text)
{
	uint32_t letter;

	while ((letter = str_next(&text)) != 0) {
		if (!hand(room, (struct input){.kind = INPUT_LETTER, .letter = letter}) || !room_pass(room, PLAY_TAP_MS)) {
			return false;
		}
	}
	return true;
}

void room_cut(struct room *room)
{
	*room->before = *room_core(room);
	if (!player_cut(&room->player)) {
		fail_msg("the program does not start again: %s", room->player.fault);
	}
	started(room);
}

void room_back(struct room *room)
{
	/* A cut that has happened is not made a second time. */
	if (!player_cut(&room->player)) {
		fail_msg("the program does not start again: %s", room->player.fault);
	}
	started(room);
}

bool room_says(const struct room *room, const char *text)
{
	return sight_has(app_frame(room->player.app), text);
}

void room_verify(const char *folder)
{
	FILE *nowhere = fopen("/dev/null", "w");
	int32_t faults;

	assert_non_null(nowhere);
	faults = journal_verify(folder, LANG_EN, nowhere);
	fclose(nowhere);
	if (faults != 0) {
		fail_msg("%d faults in the data folder", journal_verify(folder, LANG_EN, stdout));
	}
}
