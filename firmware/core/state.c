/* Questions about the state. */
#include "firmware/core/state.h"

#include "firmware/base/str.h"

/* Wall clocks before the program was made, or far after, are wrong. */
#define YEAR_FIRST 2025
#define YEAR_LAST 2090
/* People who correct a clock that runs add less than this. */
#define MINUTES_A_SCHOOL_YEAR (300 * 1440)

bool wall_believable(wall_t wall)
{
	const struct cal_date first = {YEAR_FIRST, 1, 1};
	const struct cal_date after = {YEAR_LAST + 1, 1, 1};

	return wall >= wall_at(first, 0, 0) && wall < wall_at(after, 0, 0);
}

static int64_t apart(int64_t a, int64_t b)
{
	return a > b ? a - b : b - a;
}

bool core_date_found(const struct core *core, wall_t machine)
{
	int64_t added = core->settings.value[SET_WALL_SHIFT];
	int64_t said = core->settings.value[SET_DATE_SAID];

	return wall_believable(machine) && said != 0 && apart(added, 0) > MINUTES_A_SCHOOL_YEAR &&
	       apart(machine, said) < apart(machine, said - added);
}

bool setting_in_range(int32_t what, int32_t value)
{
	static const struct { int32_t least, most; } range[] = {
		[SET_LANG] = {0, LANG_COUNT - 1}, [SET_DISTANCE] = {0, DISTANCE_ROOM}, [SET_DARK] = {0, 1}, [SET_LARGE] = {0, 1},
		[SET_TURN] = {0, TURN_WHOLE - TURN_QUARTER}, [SET_MOTION] = {0, 1}, [SET_SOUND] = {0, 1}, [SET_LIMIT] = {LIMIT_MIN, LIMIT_MAX},
		[SET_WIDTH_MM] = {0, 3000}, [SET_AUTUMN_WEEK] = {0, WEEK_LAST}, [SET_WINTER_WEEK] = {0, WEEK_LAST}, [SET_EASTER_WEEK] = {0, WEEK_LAST},
		[SET_SCHOOL_FORM] = {0, SCHOOL_FORM_COUNT - 1}, [SET_WALL_SHIFT] = {INT32_MIN, INT32_MAX}, [SET_SET_UP] = {0, 1},
		[SET_DATE_SAID] = {0, INT32_MAX},
		[SET_AUDIENCE] = {0, AUDIENCES_MAX - 1},
	};

	return what >= 0 && what < (int32_t)ARRAY_LEN(range) && value >= range[what].least && value <= range[what].most &&
	       (what != SET_TURN || value % TURN_QUARTER == 0);
}

const struct instrument *settings_instrument(const struct settings *settings, const struct material *material)
{
	int32_t chosen = settings->value[SET_AUDIENCE];

	return material->instrument_count == 0 ? NULL : &material->instruments[chosen < material->instrument_count ? chosen : 0];
}

bool agenda_suits(const struct agenda *agenda, const struct instrument *instrument)
{
	return agenda->analyses[0] == '\0' || (instrument != NULL && str_equal(agenda->analyses, instrument->audience));
}

int32_t core_limit(const struct core *core)
{
	return max_i32(core->meeting.limit, core->settings.value[SET_LIMIT]);
}

bool meeting_has_result(const struct meeting *meeting)
{
	return meeting->live && meeting->rating.phase == RATING_CLOSED && meeting->rating.laid > 0;
}

size_t edit_room(enum edit what)
{
	return what == EDIT_SCHOOL || what == EDIT_TEAM ? NAME_BYTES : TEXT_BYTES;
}

const struct step *meeting_step(const struct meeting *meeting)
{
	return meeting->live && !meeting->all_done && meeting->at < meeting->step_count ? &meeting->steps[meeting->at] : NULL;
}

bool step_is_cast(const struct step *step)
{
	return step->group > 0 || step->speakers != 0 || step->run != 0 || step->kind == STEP_ROLES;
}

bool step_has_own_order(const struct step *step)
{
	return step->group > 0 || step->speakers != 0 || step->run != 0;
}

int32_t step_moved(const struct step *step)
{
	return step->grouping == GROUPS_MIX ? 0 : step->turn;
}

int32_t step_places(const struct step *step, int32_t people)
{
	return cast_speakers(cast_largest(people, step->group), step->counts, step->speakers);
}

int32_t run_turns(const struct meeting *meeting, int32_t run)
{
	int32_t turns = 0;

	for (int32_t i = 0; i < meeting->step_count; i++) {
		turns = run != 0 && meeting->steps[i].run == run ? max_i32(turns, meeting->steps[i].turn + 1) : turns;
	}
	return turns;
}

int32_t run_step(const struct meeting *meeting, int32_t run, int32_t turn)
{
	for (int32_t i = 0; i < meeting->step_count; i++) {
		if (meeting->steps[i].run == run && meeting->steps[i].turn == turn) {
			return i;
		}
	}
	return -1;
}

int32_t turns_had(const struct meeting *meeting)
{
	const struct step *step = meeting_step(meeting);

	return step != NULL && step->run != 0 && step->repeat != REPEAT_TIMES ? step->turn + 1 : 0;
}

const struct shared *meeting_shared(const struct meeting *meeting, const char *id)
{
	for (int32_t i = 0; i < meeting->shared_count; i++) {
		if (str_equal(meeting->shared[i].id, id)) {
			return &meeting->shared[i];
		}
	}
	return NULL;
}

void theme_id_of(const char *statement_id, char theme_id[ID_BYTES])
{
	size_t len = str_copy(theme_id, ID_BYTES, statement_id);

	while (len > 0 && theme_id[len] != '.') {
		len--;
	}
	theme_id[len] = '\0';
}

int32_t shared_items(const struct meeting *meeting)
{
	char last[ID_BYTES] = "";
	int32_t themes = 0;

	if (!meeting->shared_by_theme) {
		return meeting->statement_count;
	}
	for (int32_t i = 0; i < meeting->statement_count; i++) {
		char theme[ID_BYTES];

		theme_id_of(meeting->statements[i], theme);
		themes += i > 0 && str_equal(theme, last) ? 0 : 1;
		str_copy(last, sizeof last, theme);
	}
	return themes;
}

void shared_item_id(const struct meeting *meeting, int32_t item, char id[ID_BYTES])
{
	char last[ID_BYTES] = "";

	assert(item >= 0 && item < shared_items(meeting));
	for (int32_t i = 0; i < meeting->statement_count; i++) {
		theme_id_of(meeting->statements[i], id);
		if (!meeting->shared_by_theme) {
			str_copy(id, ID_BYTES, meeting->statements[item]);
			return;
		}
		if ((i == 0 || !str_equal(id, last)) && item-- == 0) {
			return;
		}
		str_copy(last, sizeof last, id);
	}
}

#define NEARLY_STEP_MS MS_MINUTE
#define NEARLY_TURN_MS (10 * MS_SECOND)

ms_t nearly_left(enum step_kind kind, ms_t budget)
{
	if (kind == STEP_PAIR) {
		return budget / 2;
	}
	return min_ms(kind == STEP_ROUND ? NEARLY_TURN_MS : NEARLY_STEP_MS, budget / 4);
}

int32_t clock_level(enum step_kind kind, const struct timer *timer, ms_t now)
{
	ms_t left = timer_left(timer, now);

	return left <= 0 ? 2 : left <= nearly_left(kind, timer->budget) ? 1 : 0;
}
