/* A conversation made of chance. */
#include "tests/core/conversation.h"

/* splitmix64 (Steele, Lea, Flood 2014). */
uint64_t dice_bits(struct dice *dice)
{
	uint64_t mixed;

	dice->state += 0x9E3779B97F4A7C15U;
	mixed = dice->state;
	mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9U;
	mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBU;
	return mixed ^ mixed >> 31;
}

int32_t dice_of(struct dice *dice, int32_t sides)
{
	return (int32_t)(dice_bits(dice) % (uint64_t)sides);
}

bool dice_in_100(struct dice *dice, int32_t percent)
{
	return dice_of(dice, 100) < percent;
}

/* One way on, and how often it is taken; n lies in [n, n + n_sides), m likewise. */
struct way {
	enum command_kind kind;
	int32_t weight;
	int32_t n, n_sides;
	int32_t m, m_sides;
};

static struct command one_of(const struct way *ways, size_t count, struct dice *dice)
{
	int32_t total = 0;
	int32_t at;
	size_t i = 0;
	struct command command;

	for (size_t k = 0; k < count; k++) {
		total += ways[k].weight;
	}
	at = dice_of(dice, total);
	while (at >= ways[i].weight) {
		at -= ways[i++].weight;
	}
	command = command_of(ways[i].kind, ways[i].n + (ways[i].n_sides > 1 ? dice_of(dice, ways[i].n_sides) : 0),
	                     ways[i].m + (ways[i].m_sides > 1 ? dice_of(dice, ways[i].m_sides) : 0));
	command.chance = dice_bits(dice);
	return command;
}

#define ONE_OF(dice, ...) \
	one_of((const struct way[]){__VA_ARGS__}, sizeof((const struct way[]){__VA_ARGS__}) / sizeof(struct way), dice)

static int32_t nonsense_number(struct dice *dice)
{
	switch (dice_of(dice, 8)) {
	case 0: return INT32_MIN;
	case 1: return INT32_MAX;
	case 2: return (int32_t)(uint32_t)(dice_bits(dice) & 0x7FFFFFFFU);
	case 3: return -(int32_t)(uint32_t)(dice_bits(dice) & 0x7FFFFFFFU);
	case 4: return -1;
	default: return dice_of(dice, 100) - 5;
	}
}

static struct command nonsense(struct dice *dice)
{
	struct command command;

	do {
		command = command_of((enum command_kind)dice_of(dice, CMD_COUNT), nonsense_number(dice), nonsense_number(dice));
	} while (command.kind == CMD_TICK || command.kind == CMD_RECOVER);
	command.k = nonsense_number(dice);
	command.chance = dice_bits(dice);
	return command;
}

static struct command at_the_keys(struct dice *dice)
{
	if (dice_in_100(dice, 8)) {
		static const int32_t letters[] = {0xE5, 0xE4, 0xF6, 0x20AC, 0x1F600, ' ', '.', '?', 0xD800, 0x10FFFF, 0x110000, 7, -1};

		return command_of(CMD_TYPE, letters[dice_of(dice, (int32_t)ARRAY_LEN(letters))], 0);
	}
	return ONE_OF(dice, {CMD_TYPE, 60, 'a', 26, 0, 1}, {CMD_TYPE, 10, ' ', 1, 0, 1}, {CMD_ERASE, 8, 0, 1, 0, 1},
	              {CMD_CURSOR, 4, -9, 19, 0, 1}, {CMD_SHIFT, 2, 0, 1, 0, 1}, {CMD_KEYS, 2, 0, 4, 0, 1}, {CMD_EDIT_DONE, 8, 0, 1, 0, 1},
	              {CMD_EDIT_CANCEL, 2, 0, 1, 0, 1}, {CMD_UNDO, 1, 0, 1, 0, 1}, {CMD_EDIT, 1, 0, 6, 0, 10});
}

static struct command outside(const struct core *core, const struct material *material, struct dice *dice)
{
	if (core->screen == SCREEN_FIRST_RUN) {
		return ONE_OF(dice, {CMD_FIRST_RUN_DONE, 50, 0, 1, 0, 1}, {CMD_EDIT, 20, EDIT_SCHOOL, 2, 0, 1}, {CMD_SET, 20, 0, SETTING_COUNT, 0, 8});
	}
	if (core->screen == SCREEN_SETUP || core->screen == SCREEN_THEMES) {
		return ONE_OF(dice, {CMD_BEGIN, 40, 0, 1, 0, 1}, {CMD_SETUP_PEOPLE, 20, -9, 15, 0, 1}, {CMD_SETUP_MINUTES, 14, -20, 60, 0, 1},
		              {CMD_SETUP_THEME, 6, 0, 11, 0, 1}, {CMD_SETUP_AREA, 6, -1, 4, 0, 1}, {CMD_SETUP_FIT, 6, 0, 3, 0, 1},
		              {CMD_GO, 5, 0, SCREEN_COUNT, 0, 3}, {CMD_GO, 3, SCREEN_THEMES, 1, 0, 1});
	}
	if (core->screen == SCREEN_SETTINGS) {
		return ONE_OF(dice, {CMD_SET, 20, 0, SETTING_COUNT, 0, 8}, {CMD_SET, 2, SET_LIMIT, 1, LIMIT_MIN, 4}, {CMD_EDIT, 10, EDIT_SCHOOL, 2, 0, 1},
		              {CMD_MOVE_DATE, 4, -100, 200, 0, 1}, {CMD_GO, 30, SCREEN_HOME, 1, 0, 1});
	}
	if (core->screen == SCREEN_FORMS && dice_in_100(dice, 60)) {
		return command_of(CMD_FILTER, dice_of(dice, FILTER_COUNT), dice_of(dice, PURPOSE_COUNT + 1));
	}
	if (dice_in_100(dice, 75)) {
		struct command command = command_of(CMD_GO, SCREEN_SETUP, dice_of(dice, material->agenda_count));

		command.k = dice_of(dice, 25) - 12;
		return command;
	}
	return ONE_OF(dice, {CMD_GO, 10, 0, SCREEN_COUNT, 0, 4}, {CMD_PAGE, 4, -2, 5, 0, 1}, {CMD_SHEET, 2, 0, 5, 0, 1});
}

static struct command answering(const struct core *core, struct dice *dice)
{
	const struct answering *answering = &core->answering;

	if (answering->phase == BALLOT_HANDOVER) {
		return ONE_OF(dice, {CMD_BALLOT_TAKE, 90, 0, 1, 0, 1}, {CMD_RATE_CLOSE, 5, 0, 1, 0, 1}, {CMD_RATE_CANCEL, 3, 0, 1, 0, 1},
		              {CMD_PEOPLE, 2, -1, 3, 0, 1}, {CMD_PAUSE, 1, 0, 1, 0, 1}, {CMD_UNDO, 2, 0, 1, 0, 1}, {CMD_TIME_LEFT, 1, -1, 3, 0, 1});
	}
	if (answering->mask != MASK_NONE) {
		return ONE_OF(dice, {CMD_BALLOT_HERE, 90, 0, 1, 0, 1}, {CMD_BALLOT_ANSWER, 5, 0, 5, 0, 1}, {CMD_BALLOT_LAY, 5, 0, 1, 0, 1});
	}
	if (answering->at >= core->meeting.statement_count) {
		return ONE_OF(dice, {CMD_BALLOT_LAY, 85, 0, 1, 0, 1}, {CMD_BALLOT_BACK, 15, 0, 1, 0, 1});
	}
	return ONE_OF(dice, {CMD_BALLOT_ANSWER, 400, 0, ANSWERS, 0, 1}, {CMD_BALLOT_BACK, 8, 0, 1, 0, 1}, {CMD_BALLOT_LARGE, 3, 0, 1, 0, 1},
	              {CMD_BALLOT_DARK, 3, 0, 1, 0, 1}, {CMD_BALLOT_LAY, 3, 0, 1, 0, 1}, {CMD_BALLOT_HERE, 3, 0, 1, 0, 1},
	              {CMD_UNDO, 2, 0, 1, 0, 1}, {CMD_PAUSE, 1, 0, 1, 0, 1}, {CMD_GO, 1, 0, SCREEN_COUNT, 0, 1});
}

static struct command whatever_the_step(const struct core *core, struct dice *dice)
{
	int32_t running = core->meeting.clock.running != 0 ? 1 : 0;

	return ONE_OF(dice, {CMD_NEXT, 10, 0, 1, 0, 1}, {CMD_NEXT, 1, 1, STEP_KIND_COUNT, 0, 1}, {CMD_PARK, 4, 0, 1, 0, 1}, {CMD_PAUSE, 1 + 7 * running, 0, 1, 0, 1},
	              {CMD_RESUME, 30 - 28 * running, 0, 1, 0, 1}, {CMD_TIME_LEFT, 8, -2, 5, 0, 1}, {CMD_TIME_USED, 8, -2, 5, 0, 1},
	              {CMD_SHRINK, 6, 0, 1, 0, 1}, {CMD_PEOPLE, 10, -3, 7, 0, 1}, {CMD_UNDO, 20, 0, 1, 0, 1}, {CMD_END, 2, 0, 1, 0, 1},
	              {CMD_KEEP, 2, 0, 1, 0, 1}, {CMD_EDIT, 10, EDIT_NOTE, 1, core->meeting.note_count, 1}, {CMD_EDIT, 4, EDIT_NOTE, 1, 0, 12},
	              {CMD_NOTE_REMOVE, 3, 0, 1, 0, 8}, {CMD_GO, 3, SCREEN_SETTINGS, 1, 0, 1}, {CMD_SHEET, 3, 0, 4, 0, 1},
	              {CMD_PAGE, 3, -1, 4, 0, 1});
}

static struct command in_the_step(const struct core *core, enum step_kind kind, struct dice *dice)
{
	switch ((int)kind) {
	case STEP_ROUND:
		return ONE_OF(dice, {CMD_TURN_DONE, 70, 0, 1, 0, 1}, {CMD_TURN_PASS, 12, 0, 1, 0, 1}, {CMD_LEADER_LAST, 4, 0, 2, 0, 1},
		              {CMD_RANDOM_ORDER, 4, 0, 2, 0, 1}, {CMD_TWO_CIRCLES, 4, 0, 2, 0, 1}, {CMD_ROUND_TO_PAIRS, 2, 0, 1, 0, 1},
		              {CMD_NEXT, core->meeting.round.open_up ? 60 : 2, 0, 1, 0, 1});
	case STEP_TALK:
	case STEP_RESULT:
		return ONE_OF(dice, {CMD_HAND, 50, 0, core->meeting.people, 0, 1}, {CMD_FLOOR_NEXT, 30, 0, 1, 0, 1}, {CMD_LIST, 10, 0, 3, 0, 1},
		              {CMD_PAGE, 6, -1, 3, 0, 1}, {CMD_NEXT, 8, 0, 1, 0, 1});
	case STEP_RATE: return ONE_OF(dice, {CMD_RATE_OPEN, 80, 0, 1, 0, 1}, {CMD_PEOPLE, 10, -4, 9, 0, 1}, {CMD_NEXT, 2, 0, 1, 0, 1});
	case STEP_SHARED:
		return ONE_OF(dice, {CMD_SHARED_ITEM, 30, 0, 96, 0, 1}, {CMD_SHARED_ANSWER, 40, 0, ANSWERS, 0, 1}, {CMD_SHARED_BY, 8, 0, 2, 0, 1},
		              {CMD_EDIT, 14, EDIT_GROUNDS, 1, core->shared_item, 1}, {CMD_EDIT, 2, EDIT_GROUNDS, 1, 0, 96}, {CMD_UNDO, 6, 0, 1, 0, 1},
		              {CMD_NEXT, 2, 0, 1, 0, 1});
	case STEP_ROLES: return ONE_OF(dice, {CMD_CAST, 60, 0, 3, -3, 7}, {CMD_PEOPLE, 6, -2, 5, 0, 1}, {CMD_NEXT, 30, 0, 1, 0, 1});
	case STEP_GROUP: return ONE_OF(dice, {CMD_NEXT, 50, 0, 1, 0, 1}, {CMD_PEOPLE, 12, -3, 7, 0, 1}, {CMD_TIME_LEFT, 10, -2, 4, 0, 1});
	case STEP_NOTE: return ONE_OF(dice, {CMD_EDIT, 60, EDIT_NOTE, 1, core->meeting.note_count, 1}, {CMD_NEXT, 8, 0, 1, 0, 1});
	default: return ONE_OF(dice, {CMD_NEXT, 60, 0, 1, 0, 1}, {CMD_TIME_LEFT, 20, -1, 3, 0, 1}, {CMD_PARK, 10, 0, 1, 0, 1});
	}
}

static struct command in_the_meeting(const struct core *core, struct dice *dice)
{
	const struct step *step = meeting_step(&core->meeting);

	if (core->screen != SCREEN_MEETING) {
		return ONE_OF(dice, {CMD_GO, 70, SCREEN_MEETING, 1, 0, 1}, {CMD_SET, 20, 0, SETTING_COUNT, 0, 8},
		              {CMD_SET, 2, SET_LIMIT, 1, LIMIT_MIN, 6}, {CMD_EDIT, 5, EDIT_SCHOOL, 2, 0, 1});
	}
	if (step == NULL) {
		return ONE_OF(dice, {CMD_END, 60, 0, 1, 0, 1}, {CMD_EDIT, 20, EDIT_NOTE, 1, core->meeting.note_count, 1}, {CMD_UNDO, 10, 0, 1, 0, 1},
		              {CMD_SHEET, 8, 0, 4, 0, 1}, {CMD_NOTE_REMOVE, 4, 0, 1, 0, 8}, {CMD_TURN_DONE, 2, 0, 1, 0, 1}, {CMD_NEXT, 2, 0, 1, 0, 1}, {CMD_RANDOM_ORDER, 2, 1, 1, 0, 1});
	}
	if (step->kind == STEP_RATE && core->meeting.rating.phase == RATING_OPEN) {
		return answering(core, dice);
	}
	return dice_in_100(dice, 35) ? whatever_the_step(core, dice) : in_the_step(core, step->kind, dice);
}

struct command conversation_wish(const struct core *core, const struct material *material, struct dice *dice)
{
	bool secret = core->meeting.live && core->meeting.rating.phase == RATING_OPEN;

	if (dice_of(dice, 1000) < (secret ? 15 : 80)) {
		return nonsense(dice);
	}
	if (core->edit.what != EDIT_NOTHING && dice_in_100(dice, 90)) {
		return at_the_keys(dice);
	}
	return core->meeting.live ? in_the_meeting(core, dice) : outside(core, material, dice);
}

/* Mostly at once or after a moment; now and then a long silence, the shorter and rarer the more there is to answer. */
ms_t conversation_pause(const struct core *core, struct dice *dice)
{
	bool secret = core->meeting.live && core->meeting.rating.phase == RATING_OPEN;
	int32_t how = dice_of(dice, 1000);

	if (how < 100) {
		return 0;
	}
	if (how < (secret ? 990 : 800)) {
		return dice_of(dice, 4000);
	}
	if (how < (secret ? 997 : 960)) {
		return dice_of(dice, 40000);
	}
	return dice_of(dice, how < 999 || dice_in_100(dice, 70) ? 130000 : 3600000);
}
