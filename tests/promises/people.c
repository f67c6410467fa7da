/* What people do in a meeting, one touch at a time. */
#include "tests/promises/room.h"

static const struct step *step_on(const struct room *room)
{
	return meeting_step(&room_core(room)->meeting);
}

/* People who can do nothing are a fault of the screen, unless it is dark. */
static void did(const struct room *room, bool something)
{
	if (!something && !room->power_gone) {
		sight_print(app_frame(room->player.app), stdout);
		fail_msg("there is nothing to touch in step %d", room_core(room)->meeting.at);
	}
}

/* Pages of a list until it is there. */
static void turn_pages_to(struct room *room, enum command_kind kind, int32_t n)
{
	while (room_target(room, kind, n) == NULL && room_try(room, CMD_PAGE, 1)) {
	}
	room_does(room, kind, n);
}

void room_begins(struct room *room, int32_t people, int32_t theme)
{
	room_does(room, CMD_GO, SCREEN_SETUP);
	room_does(room, CMD_GO, SCREEN_THEMES);
	turn_pages_to(room, CMD_SETUP_THEME, theme);
	while (room_core(room)->setup.people > people) {
		room_does(room, CMD_SETUP_PEOPLE, -1);
	}
	while (room_core(room)->setup.people < people) {
		room_does(room, CMD_SETUP_PEOPLE, 1);
	}
	room_does(room, CMD_BEGIN, ANY);
	assert_true(room_core(room)->meeting.live);
}

static const char *some_words(struct room *room)
{
	static const char *const words[] = {"Elevrådet får frågan först.", "Vi provar i två veckor, sedan ser vi efter", "Ja"};

	return words[room_chance(room, (int32_t)ARRAY_LEN(words))];
}

/* Letters, a think, and done; now and then thought better of. */
static bool write_on(struct room *room)
{
	const struct target *target = room_target(room, CMD_EDIT_CANCEL, ANY);

	if (!room_types(room, some_words(room)) || !room_pass(room, room_chance(room, 15) * MS_SECOND)) {
		return false;
	}
	return target != NULL && room_chance(room, 4) == 0 ? room_try(room, CMD_EDIT_CANCEL, ANY) : room_try(room, CMD_EDIT_DONE, ANY);
}

static bool rate_on(struct room *room)
{
	const struct core *core = room_core(room);

	if (core->meeting.rating.phase != RATING_OPEN) {
		return core->meeting.rating.phase == RATING_NOT_YET ? room_try(room, CMD_RATE_OPEN, ANY) : room_try(room, CMD_NEXT, ANY);
	}
	if (core->answering.phase == BALLOT_HANDOVER) {
		return room_try(room, CMD_BALLOT_TAKE, ANY);
	}
	if (core->answering.at == core->meeting.statement_count) {
		return room_try(room, CMD_BALLOT_LAY, ANY);
	}
	return room_try(room, CMD_BALLOT_ANSWER, room_chance(room, ANSWERS));
}

static bool share_on(struct room *room)
{
	const struct meeting *meeting = &room_core(room)->meeting;
	int32_t item = room_core(room)->shared_item;
	char id[ID_BYTES];
	const struct shared *said;

	shared_item_id(meeting, item, id);
	said = meeting_shared(meeting, id);
	if (said == NULL || said->answer < 0) {
		return room_try(room, CMD_SHARED_ANSWER, room_chance(room, ANSWERS));
	}
	if (said->grounds[0] == '\0' && room_chance(room, 2) == 0) {
		return room_try(room, CMD_EDIT, EDIT_GROUNDS);
	}
	return room_try(room, item + 1 < shared_items(meeting) ? CMD_SHARED_ITEM : CMD_NEXT, item + 1 < shared_items(meeting) ? item + 1 : ANY);
}

static bool step_goes_on(struct room *room)
{
	const struct meeting *meeting = &room_core(room)->meeting;

	switch (step_on(room)->kind) {
	case STEP_ROUND:
		if (!meeting->round.open_up) {
			return room_try(room, room_chance(room, 4) == 0 ? CMD_TURN_PASS : CMD_TURN_DONE, ANY);
		}
		return room_try(room, CMD_NEXT, ANY);
	case STEP_RATE: return rate_on(room);
	case STEP_SHARED: return share_on(room);
	case STEP_NOTE:
		if (meeting->note_count < 3 && room_chance(room, 5) != 0) {
			return room_try(room, CMD_EDIT, EDIT_NOTE);
		}
		return room_try(room, CMD_NEXT, ANY);
	case STEP_READ:
	case STEP_SILENT:
	case STEP_PAIR:
	case STEP_TALK:
	case STEP_RESULT:
	case STEP_GROUP:
	case STEP_ROLES:
	case STEP_KIND_COUNT: break;
	}
	return room_try(room, CMD_NEXT, ANY);
}

bool room_goes_on(struct room *room)
{
	const struct core *core = room_core(room);
	int32_t whim = room_chance(room, 20);

	if (core->edit.what != EDIT_NOTHING) {
		return write_on(room);
	}
	if (core->meeting.rating.phase != RATING_OPEN && whim < 3 && step_on(room) != NULL) {
		if (!room_pass(room, room_chance(room, 120) * MS_SECOND)) {
			return false;
		}
	}
	if (core->meeting.rating.phase != RATING_OPEN && whim == 4 && core->can_undo && room_target(room, CMD_UNDO, ANY) != NULL) {
		return room_try(room, CMD_UNDO, ANY);
	}
	if (whim == 5 && core->meeting.rating.phase != RATING_OPEN && room_target(room, CMD_PAUSE, ANY) != NULL) {
		return room_try(room, CMD_PAUSE, ANY);
	}
	if (core->meeting.all_done) {
		room_ends(room);
		return !room->power_gone;
	}
	if (room_target(room, CMD_RESUME, ANY) != NULL && step_on(room) != NULL && core->meeting.clock.running == 0 &&
	    !room_try(room, CMD_RESUME, ANY)) {
		return false;
	}
	did(room, step_goes_on(room));
	return !room->power_gone;
}

bool room_until(struct room *room, enum step_kind kind)
{
	while (step_on(room) != NULL && step_on(room)->kind != kind) {
		did(room, room_core(room)->edit.what != EDIT_NOTHING ? write_on(room) : step_goes_on(room));
	}
	return step_on(room) != NULL;
}

void room_answers(struct room *room, const int32_t *answers)
{
	int32_t count = room_core(room)->meeting.statement_count;

	room_does(room, CMD_BALLOT_TAKE, ANY);
	for (int32_t i = 0; i < count; i++) {
		room_does(room, CMD_BALLOT_ANSWER, answers[i]);
	}
	room_does(room, CMD_BALLOT_LAY, ANY);
}

void room_ends(struct room *room)
{
	if (room_try(room, CMD_END, ANY)) {
		room_pass(room, UNDO_WINDOW_MS + MS_SECOND);
	}
}
