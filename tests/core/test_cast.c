/* Groups and roles: nobody alone, everybody's turn once, hard ends, people who come and go, and what the screens say of it. */
#include "tests/core/unit_test.h"

#include "firmware/core/turns.h"
#include "tests/core/scene.h"

static int open_scene(void **state)
{
	(void)state;
	scene_open();
	scene.chance = 0xC0FFEE;
	return 0;
}

static const struct cast *cast_on(void)
{
	return &scene.core.meeting.cast;
}

/* ---- The groups themselves ---- */

/* Everybody is in one group; two and three are never fewer, four hardly ever; nobody is alone. */
static void groups_of_all_sizes(void **state)
{
	(void)state;
	for (int32_t size = 2; size <= 4; size++) {
		for (int32_t people = PEOPLE_MIN; people <= PEOPLE_MAX; people++) {
			struct cast cast = {.set = 0};
			int32_t seen[PEOPLE_MAX] = {0};
			int32_t largest = 0;

			cast_draw(&cast, people, size, GROUPS_ANEW, true, (uint64_t)people * 7919);
			assert_int_equal(cast.groups, cast_groups(people, size));
			for (int32_t group = 0; group < cast.groups; group++) {
				struct cast_group members = cast_group(&cast, group);

				largest = max_i32(largest, members.count);
				assert_in_range(members.count, people < size ? people : size == 4 && people > 4 ? 3 : size, size + 2);
				for (int32_t i = 0; i < members.count; i++) {
					seen[members.seat[i]]++;
				}
			}
			assert_int_equal(largest, cast_largest(people, size));
			assert_int_equal(largest, cast_longest(&cast));
			for (int32_t seat = 0; seat < people; seat++) {
				assert_int_equal(seen[seat], 1);
			}
		}
	}
	assert_int_equal(cast_groups(7, 2), 3);   /* one of three instead of somebody alone */
	assert_int_equal(cast_groups(8, 3), 2);
	assert_int_equal(cast_groups(7, 4), 2);
	assert_int_equal(cast_groups(40, 0), 1);
}

/* Two pairs that sit side by side make a four. */
static void pairs_become_fours(void **state)
{
	struct cast cast = {.set = 0};
	int32_t pair_of[PEOPLE_MAX];
	int32_t four_of[PEOPLE_MAX];

	(void)state;
	cast_draw(&cast, 16, 2, GROUPS_ANEW, true, 4711);
	for (int32_t i = 0; i < cast.count; i++) {
		pair_of[cast.seat[i]] = cast.group[i];
	}
	cast_draw(&cast, 16, 4, GROUPS_KEEP, true, 5);
	for (int32_t i = 0; i < cast.count; i++) {
		four_of[cast.seat[i]] = cast.group[i];
	}
	for (int32_t a = 0; a < 16; a++) {
		for (int32_t b = 0; b < 16; b++) {
			assert_true(pair_of[a] != pair_of[b] || four_of[a] == four_of[b]);
		}
	}
}

/* Where groups follow on sitting round one table, they are drawn by lot and not in the order of the seats. */
static void groups_are_drawn_by_lot(void **state)
{
	int32_t side_by_side = 0;

	(void)state;
	for (uint64_t chance = 1; chance <= 100; chance++) {
		struct cast cast = {.set = 0};
		struct cast_group first;

		cast_draw(&cast, 20, 0, GROUPS_ANEW, false, chance);
		cast_draw(&cast, 20, 2, GROUPS_KEEP, true, chance * 0x9E3779B97F4A7C15U);
		first = cast_group(&cast, 0);
		side_by_side += (first.seat[0] + 1) % 20 == first.seat[1] ? 1 : 0;
	}
	assert_in_range(side_by_side, 0, 20);
}

/* Hosts stay; the guests do not all stay with them. */
static void tables_mix_but_hosts_stay(void **state)
{
	struct cast cast = {.set = 0};
	struct cast before;
	int32_t moved = 0;

	(void)state;
	cast_draw(&cast, 12, 4, GROUPS_ANEW, true, 99);
	before = cast;
	cast_draw(&cast, 12, 4, GROUPS_MIX, true, 100);
	for (int32_t group = 0; group < 3; group++) {
		struct cast_group was = cast_group(&before, group);
		struct cast_group is = cast_group(&cast, group);

		assert_int_equal(was.seat[0], is.seat[0]);
		assert_int_equal(was.count, is.count);
		for (int32_t i = 1; i < is.count; i++) {
			bool stayed = false;

			for (int32_t j = 1; j < was.count; j++) {
				stayed = stayed || was.seat[j] == is.seat[i];
			}
			moved += stayed ? 0 : 1;
		}
	}
	assert_true(moved >= 3);
}

/* However people come and go, everybody who is here is in one group, and nobody has it for themselves. */
static void coming_and_going(void **state)
{
	(void)state;
	for (uint64_t chance = 1; chance < 400; chance++) {
		struct cast cast = {.set = 0};
		int32_t people = PEOPLE_MIN + (int32_t)(chance % 20);
		uint64_t way = chance * 0x9E3779B97F4A7C15U;

		cast_draw(&cast, people, 2 + (int32_t)(chance % 3), GROUPS_ANEW, true, chance);
		for (int32_t change = 0; change < 12; change++, way /= 5) {
			int32_t now = clamp_i32(people + (int32_t)(way % 5) - 2, PEOPLE_MIN, PEOPLE_MAX);
			int32_t here = 0;

			cast_people(&cast, people, now, change % 3);
			people = now;
			for (int32_t group = 0; group < cast.groups; group++) {
				struct cast_group members = cast_group(&cast, group);
				int32_t in = 0;

				for (int32_t i = 0; i < members.count; i++) {
					in += members.seat[i] >= 0 ? 1 : 0;
				}
				assert_int_not_equal(in, 1);
				here += in;
			}
			assert_true(cast.set == 0 || here == people);
		}
	}
}

static void who_has_which_role(void **state)
{
	const struct form_role roles[] = {{.count = 1}, {.count = 2}, {.count = 0}};
	int32_t counts = cast_counts(roles, 3);

	(void)state;
	assert_int_equal(cast_role(counts, 5, 0, 0), 0);
	assert_int_equal(cast_role(counts, 5, 0, 1), 1);
	assert_int_equal(cast_role(counts, 5, 0, 2), 1);
	assert_int_equal(cast_role(counts, 5, 0, 3), ROLE_REST);
	assert_int_equal(cast_role(counts, 5, 4, 4), 0);
	assert_int_equal(cast_role(counts, 5, 4, 0), 1);
	assert_int_equal(cast_role(counts, 5, 5, 0), ROLE_REST);   /* all have had it */
	assert_int_equal(cast_speakers(5, counts, 1), 1);
	assert_int_equal(cast_speakers(5, counts, 1 | SPEAKS_REST), 3);
	assert_int_equal(cast_speakers(5, counts, 0), 5);
}

/* ---- A person at a time ---- */

/* Who has the first role now. */
static int32_t teller(void)
{
	const struct view_cast *cast = &look()->cast;

	assert_true(cast->role_count == 3);
	return cast->roles[0].seat;
}

/* Each of six tells once; the others have a round without them; the bell ends the last word. */
static void everybody_tells_once(void **state)
{
	bool told[6] = {false};

	(void)state;
	begins(AGENDA_TURNS, 0, 6, 60);
	assert_int_equal(scene.core.meeting.step_count, 1 + 6 * 3 + 2);
	assert_int_equal(step()->kind, STEP_ROLES);
	wants(CMD_NEXT, 0);
	for (int32_t turn = 0; turn < 6; turn++) {
		int32_t seat = teller();

		assert_string_equal(step()->id, "tells");
		assert_int_equal(scene.view.cast.turn, turn);
		assert_int_equal(scene.view.cast.turns, 6);
		assert_int_equal(scene.view.step.index, 1 + turn);
		assert_int_equal(scene.view.step.count, 1 + 6 + 2);
		assert_true(scene.view.cast.some_speak && scene.view.cast.roles[0].speaks && !scene.view.cast.roles[2].speaks);
		assert_in_range(seat, 0, 5);
		assert_false(told[seat]);
		told[seat] = true;
		wants(CMD_NEXT, 0);
		assert_string_equal(step()->id, "others");
		assert_int_equal(scene.core.meeting.round.places, 5);
		assert_int_equal(scene.core.meeting.round.seat[seat], SEAT_LISTENS);
		refused(CMD_RANDOM_ORDER, 1, REFUSAL_NOT_HERE);
		refused(CMD_ROUND_TO_PAIRS, 0, REFUSAL_NOT_HERE);
		for (int32_t i = 0; i < 5; i++) {
			passes(5 * MS_SECOND);
			wants(CMD_TURN_DONE, 0);
		}
		assert_true(scene.core.meeting.round.open_up);
		wants(CMD_NEXT, 0);
		assert_string_equal(step()->id, "last");
		passes(MS_MINUTE - MS_SECOND);
		assert_string_equal(step()->id, "last");
		passes(MS_SECOND);
		assert_string_not_equal(step()->id, "last");
	}
	assert_string_equal(step()->id, "talk");
	assert_false(look()->cast.turns > 0);
}

static void roles_are_chosen_before(void **state)
{
	int32_t first;

	(void)state;
	begins(AGENDA_TURNS, 0, 6, 60);
	first = teller();
	assert_true(look()->cast.may_choose);
	assert_true(ask(CMD_CAST, 0, 1) > 0);
	assert_int_equal(teller(), (first + 1) % 6);
	assert_int_equal(scene.view.cast.roles[1].seat, first);   /* the leader was there: they change places */
	wants(CMD_UNDO, 0);
	assert_int_equal(teller(), first);
	assert_true(ask(CMD_CAST, 0, -1) > 0);
	assert_int_equal(teller(), (first + 5) % 6);
	assert_int_equal(ask(CMD_CAST, 2, 1), 0);   /* all others are nobody in particular */
	assert_int_equal(ask(CMD_CAST, 0, 6), 0);
	assert_int_equal(ask(CMD_CAST, -1, 1), 0);
	wants(CMD_NEXT, 0);
	assert_int_equal(ask(CMD_CAST, 0, 1), 0);
	assert_int_equal(teller(), (first + 5) % 6);
}

/* ---- Hard ends ---- */

/* What was tapped before the bell cannot be taken back; a pause, the keyboard and an end that is coming hold the bell. */
static void the_bell_waits_for_nobody_but_these(void **state)
{
	(void)state;
	begins(AGENDA_GROUPS, 0, 9, 120);
	wants(CMD_NEXT, 0);
	assert_string_equal(step()->id, "asks");
	wants(CMD_PAUSE, 0);
	passes(20 * MS_MINUTE);
	assert_string_equal(step()->id, "asks");
	wants(CMD_RESUME, 0);
	assert_true(ask(CMD_EDIT, EDIT_NOTE, 0) > 0);
	passes(20 * MS_MINUTE);
	assert_string_equal(step()->id, "asks");
	types("Klart");
	passes(0);
	assert_string_equal(step()->id, "advice");
	refused(CMD_UNDO, 0, REFUSAL_NOT_HERE);
	assert_int_equal(scene.core.meeting.note_count, 1);
	passes(60 * MS_MINUTE);
	assert_string_equal(step()->id, "advice");   /* a soft end runs on */
}

/* Silence first, then each in turn, in all groups at once; nobody touches the screen. */
static void three_questions_without_a_touch(void **state)
{
	int32_t spoke[9] = {0};

	(void)state;
	begins(AGENDA_GROUPS, 0, 9, 200);
	while (step()->run != 2) {
		wants(CMD_NEXT, 0);
	}
	for (int32_t turn = 0; turn < 3; turn++) {
		int32_t first = -1;

		assert_string_equal(step()->id, "write");
		passes(step()->planned_ms);
		for (int32_t place = 0; place < 3; place++) {
			int32_t speaking = 0;

			assert_string_equal(step()->id, "tell");
			assert_int_equal(scene.core.meeting.round.place, place);
			for (int32_t seat = 0; seat < 9; seat++) {
				speaking += scene.core.meeting.round.seat[seat] == SEAT_SPEAKS ? 1 : 0;
				spoke[seat] += scene.core.meeting.round.seat[seat] == SEAT_SPEAKS ? 1 : 0;
				first = first < 0 && place == 0 && scene.core.meeting.round.seat[seat] == SEAT_SPEAKS ? seat : first;
			}
			assert_int_equal(speaking, 3);
			/* Another one of each group begins each time. */
			assert_int_equal(cast_group(cast_on(), 0).seat[(turn + place) % 3],
			                 look()->cast.groups[0].seat[scene.view.cast.groups[0].speaks]);
			passes(step()->each_s * MS_SECOND);
		}
	}
	for (int32_t seat = 0; seat < 9; seat++) {
		assert_int_equal(spoke[seat], 3);
	}
	assert_int_equal(step()->kind, STEP_PAIR);
}

/* A cut in the middle of turns that change by themselves: the same turn, and the bell rings when it would have. */
static void a_cut_between_bells(void **state)
{
	int32_t turn;

	(void)state;
	begins(AGENDA_GROUPS, 0, 9, 200);
	while (step()->run != 2) {
		wants(CMD_NEXT, 0);
	}
	passes(step()->planned_ms + 20 * MS_SECOND);
	turn = scene.core.meeting.round.place;
	power_cut();
	assert_int_equal(scene.core.meeting.round.place, turn);
	passes(70 * MS_SECOND);
	assert_int_equal(scene.core.meeting.round.place, turn + 1);
}

/* ---- Groups in a meeting ---- */

static void each_of_a_group_asks(void **state)
{
	bool asked[9] = {false};

	(void)state;
	begins(AGENDA_GROUPS, 0, 9, 120);
	assert_int_equal(step()->kind, STEP_ROLES);
	assert_int_equal(look()->cast.group_count, 3);
	assert_false(scene.view.cast.may_choose);
	for (int32_t turn = 0; turn < 3; turn++) {
		wants(CMD_NEXT, 0);
		assert_string_equal(step()->id, "asks");
		look();
		for (int32_t group = 0; group < 3; group++) {
			const struct view_group *shown = &scene.view.cast.groups[group];
			int32_t seat = shown->seat[shown->speaks];

			assert_int_equal(shown->count, 3);
			assert_false(asked[seat]);
			asked[seat] = true;
		}
		wants(CMD_NEXT, 0);
		assert_string_equal(step()->id, "advice");
	}
}

static void the_inner_ring_changes(void **state)
{
	bool inside[9] = {false};

	(void)state;
	begins(AGENDA_RINGS, 0, 9, 60);
	for (int32_t turn = 0; turn < 2; turn++) {
		assert_int_equal(look()->cast.group_count, 1);
		assert_int_equal(scene.view.cast.groups[0].count, 4);
		for (int32_t i = 0; i < 4; i++) {
			int32_t seat = scene.view.cast.groups[0].seat[i];

			assert_false(inside[seat]);
			inside[seat] = true;
		}
		assert_false(scene.view.floor.shown);
		assert_int_equal(ask(CMD_HAND, 3, 0), 0);   /* not everybody may speak */
		wants(CMD_NEXT, 0);
		assert_string_equal(step()->id, "outer");
		assert_true(look()->cast.roles[1].speaks && !scene.view.cast.roles[0].speaks);
		wants(CMD_NEXT, 0);
	}
	assert_int_equal(step()->kind, STEP_ROUND);
}

/* ---- People who come and go ---- */

static int32_t turns_left(void)
{
	const struct meeting *meeting = &scene.core.meeting;

	return run_turns(meeting, 1) - step()->turn;
}

/* Whoever comes gets a turn, at the end; whoever goes takes one away, but never one that was had. */
static void turns_follow_the_people(void **state)
{
	bool told[8] = {false};

	(void)state;
	begins(AGENDA_TURNS, 0, 6, 60);
	wants(CMD_NEXT, 0);
	told[teller()] = true;
	wants(CMD_PEOPLE, 2);
	assert_int_equal(turns_left(), 8);
	assert_int_equal(scene.core.meeting.step_count, 1 + 8 * 3 + 2);
	wants(CMD_UNDO, 0);
	assert_int_equal(turns_left(), 6);
	wants(CMD_PEOPLE, 2);
	for (int32_t turn = 1; turn < 8; turn++) {
		while (step()->turn < turn) {
			wants(CMD_NEXT, 0);
		}
		assert_false(told[teller()]);
		told[teller()] = true;
	}
	while (step()->run == 1) {
		wants(CMD_NEXT, 0);
	}
	assert_string_equal(step()->id, "talk");
	wants(CMD_PEOPLE, -2);
	assert_int_equal(run_turns(&scene.core.meeting, 1), 8);   /* what is behind stays as it was */
}

/* Seat 6 goes after the first turn, which was its own or was not: the others all have theirs, once. */
static void those_who_go_take_their_turn_along(void **state)
{
	(void)state;
	for (int32_t first = 4; first < 6; first++) {
		bool told[6] = {false};
		int32_t turns = 0;

		scene_open();
		begins(AGENDA_TURNS, 0, 6, 60);
		while (teller() != first) {
			assert_true(ask(CMD_CAST, 0, 1) > 0);
		}
		wants(CMD_NEXT, 0);
		told[teller()] = true;
		wants(CMD_PEOPLE, -1);
		while (step()->run == 1) {
			if (step()->turn > turns) {
				turns = step()->turn;
				assert_false(told[teller()]);
				told[teller()] = true;
			}
			wants(CMD_NEXT, 0);
		}
		for (int32_t seat = 0; seat < 5; seat++) {
			assert_true(told[seat]);
		}
	}
}

/* Time for three of six: whoever comes or goes changes nothing while three are left, and a turn that is on is never cut short. */
static void what_there_is_no_time_for(void **state)
{
	(void)state;
	begins(AGENDA_TURNS, 0, 6, 20);
	assert_int_equal(run_turns(&scene.core.meeting, 1), 3);
	wants(CMD_PEOPLE, 2);
	assert_int_equal(run_turns(&scene.core.meeting, 1), 3);
	while (step()->turn < 2) {
		wants(CMD_NEXT, 0);
	}
	assert_string_equal(step()->id, "tells");
	wants(CMD_PEOPLE, -5);
	assert_int_equal(run_turns(&scene.core.meeting, 1), 3);
	wants(CMD_NEXT, 0);
	assert_string_equal(step()->id, "others");
	assert_int_equal(step()->turn, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(groups_of_all_sizes), cmocka_unit_test(pairs_become_fours), cmocka_unit_test(groups_are_drawn_by_lot), cmocka_unit_test(tables_mix_but_hosts_stay),
		cmocka_unit_test(coming_and_going), cmocka_unit_test(who_has_which_role),
		cmocka_unit_test_setup(everybody_tells_once, open_scene), cmocka_unit_test_setup(roles_are_chosen_before, open_scene),
		cmocka_unit_test_setup(the_bell_waits_for_nobody_but_these, open_scene),
		cmocka_unit_test_setup(three_questions_without_a_touch, open_scene), cmocka_unit_test_setup(a_cut_between_bells, open_scene),
		cmocka_unit_test_setup(each_of_a_group_asks, open_scene), cmocka_unit_test_setup(the_inner_ring_changes, open_scene),
		cmocka_unit_test_setup(turns_follow_the_people, open_scene),
		cmocka_unit_test_setup(those_who_go_take_their_turn_along, open_scene),
		cmocka_unit_test_setup(what_there_is_no_time_for, open_scene),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
