/* What goes in comes back: events, settings, drafts, records, over closing and opening again. */
#include "tests/journal/meetings.h"

#include "firmware/base/str.h"
#include "firmware/journal/store.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

struct fixture {
	char folder[FOLDER_BYTES];
	struct model *model;
	struct journal *journal;
};

static int set_up(void **state)
{
	struct fixture *fixture = calloc(1, sizeof *fixture);

	folder_new(fixture->folder);
	fixture->model = model_new();
	*state = fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	journal_close(fixture->journal);
	folder_gone(fixture->folder);
	model_free(fixture->model);
	free(fixture);
	return 0;
}

static void reopen(struct fixture *fixture)
{
	journal_close(fixture->journal);
	fixture->journal = open_ok(fixture->folder);
}

static int64_t ask_sql(const char *folder, const char *sql)
{
	char path[2 * FOLDER_BYTES];
	sqlite3 *db = NULL;
	sqlite3_stmt *stmt = NULL;
	int64_t answer;

	folder_file(path, folder, DB_NAME);
	assert_int_equal(SQLITE_OK, sqlite3_open(path, &db));
	assert_int_equal(SQLITE_OK, sqlite3_prepare_v2(db, sql, -1, &stmt, NULL));
	assert_int_equal(SQLITE_ROW, sqlite3_step(stmt));
	answer = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	assert_int_equal(SQLITE_OK, sqlite3_close(db));
	return answer;
}

static bool put(struct fixture *fixture, struct event event)
{
	model_take(fixture->model, &event, 1);
	return journal_append(fixture->journal, &event, 1, &fixture->model->core);
}

static void everything_comes_back_at_every_point(void **state)
{
	struct fixture *fixture = *state;
	int32_t last = 4 * SCRIPT_BATCHES - 1;

	fixture->journal = open_ok(fixture->folder);
	for (int32_t i = 0; i <= last; i++) {
		assert_int_equal(1, script_play(fixture->journal, fixture->model, i, i));
		assert_null(model_differs(fixture->model, fixture->journal));
		reopen(fixture);
		assert_null(model_differs(fixture->model, fixture->journal));
	}
	assert_int_equal(4, fixture->model->ended);
}

static void apply(void *self, const struct event *event)
{
	core_apply(self, event);
}

static void replay_brings_the_meeting_back(void **state)
{
	struct fixture *fixture = *state;
	struct core *core = calloc(1, sizeof *core);

	fixture->journal = open_ok(fixture->folder);
	/* The second meeting, up to the draft of its third note. */
	assert_int_equal(SCRIPT_BATCHES + 15, script_play(fixture->journal, fixture->model, 0, SCRIPT_BATCHES + 14));
	reopen(fixture);
	core_init(core);
	journal_replay(fixture->journal, apply, core);
	assert_true(core_replayed(&fixture->model->core, core));
	assert_null(core_broken(core));
	assert_int_equal(2, core->meeting.note_count);
	assert_int_equal(EDIT_NOTE, core->draft.what);
	assert_string_equal("Halvt 1 – överens åäö", core->draft.text);
	free(core);
}

static void every_stored_kind_comes_back(void **state)
{
	struct fixture *fixture = *state;
	struct event batch[2];

	fixture->journal = open_ok(fixture->folder);
	assert_true(put(fixture, event_with(EVENT_MEETING_BEGUN, 5, 8, 60, "a", "")));
	for (int32_t kind = 0; kind < EVENT_COUNT; kind++) {
		if (event_class((enum event_kind)kind) != STORED || kind == EVENT_MEETING_BEGUN || kind == EVENT_MEETING_ENDED) {
			continue;
		}
		batch[0] = event_with((enum event_kind)kind, INT64_C(5000000000) + kind, -7, INT32_MAX, "id.åäö", "Text\nmed rader ’ \"");
		batch[0].n[7] = INT32_MIN;
		batch[0].mark = kind % 2 == 0 && kind != EVENT_CLOCK_PASSED && kind != EVENT_DRAFT_KEPT;
		batch[1] = event_of(EVENT_RATING_CLOSED, batch[0].at);
		/* The picture of what is stored only: these numbers mean nothing to the core. */
		for (int32_t i = 0; i < (kind == EVENT_RATING_COUNTED ? 2 : 1); i++) {
			if (kind == EVENT_CLOCK_PASSED) {
				fixture->model->clock_known = true;
				fixture->model->clock = batch[0];
			} else if (kind == EVENT_DRAFT_KEPT) {
				fixture->model->draft_known = true;
				fixture->model->draft = batch[0];
			} else {
				fixture->model->live[fixture->model->count++] = batch[i];
			}
		}
		assert_true(journal_append(fixture->journal, batch, kind == EVENT_RATING_COUNTED ? 2 : 1, &fixture->model->core));
		assert_null(model_live_differs(fixture->model, fixture->journal));
	}
	reopen(fixture);
	assert_null(model_live_differs(fixture->model, fixture->journal));
}

static void long_texts_and_names_fit(void **state)
{
	struct fixture *fixture = *state;
	char text[TEXT_BYTES];
	char id[ID_BYTES];
	char name[NAME_BYTES];
	struct event event;

	memset(text, 'x', sizeof text);
	text[TEXT_BYTES - 1] = '\0';
	memset(id, 'y', sizeof id);
	id[ID_BYTES - 1] = '\0';
	memset(name, 'z', sizeof name);
	name[NAME_BYTES - 1] = '\0';
	fixture->journal = open_ok(fixture->folder);
	assert_true(put(fixture, event_with(EVENT_MEETING_BEGUN, 0, 8, 60, id, "")));
	event = event_with(EVENT_NOTE_WRITTEN, 1, 0, -1, id, text);
	assert_true(put(fixture, event));
	assert_true(put(fixture, setting_event(SET_TEAM, 0, name)));
	assert_true(put(fixture, event_of(EVENT_MEETING_ENDED, 2)));
	reopen(fixture);
	assert_null(model_differs(fixture->model, fixture->journal));
	assert_int_equal(TEXT_BYTES - 1, strlen(fixture->model->record[0].notes[0].text));
}

static void settings_of_another_version_stay(void **state)
{
	struct fixture *fixture = *state;
	struct store store;
	char path[2 * FOLDER_BYTES];

	fixture->journal = open_ok(fixture->folder);
	assert_true(put(fixture, setting_event(SET_LIMIT, 7, "")));
	journal_close(fixture->journal);
	folder_file(path, fixture->folder, DB_NAME);
	assert_int_equal(OUTCOME_OK, store_open(&store, STORE_KEEP, path, NULL, NULL));
	assert_true(setting_put(&store, "from_the_future", INT64_C(1) << 40, "något"));
	store_close(&store, false);
	fixture->journal = open_ok(fixture->folder);
	assert_true(put(fixture, setting_event(SET_LIMIT, 8, "")));
	reopen(fixture);
	assert_null(model_differs(fixture->model, fixture->journal));
	journal_close(fixture->journal);
	fixture->journal = NULL;
	assert_int_equal(1, ask_sql(fixture->folder, "SELECT count(*) FROM setting WHERE name='from_the_future' AND text='något'"));
}

static void what_one_person_does_is_never_stored(void **state)
{
	struct fixture *fixture = *state;
	struct event passing[EVENT_COUNT];
	int32_t count = 0;
	unsigned char *bytes;
	size_t size;

	for (int32_t kind = 0; kind < EVENT_COUNT; kind++) {
		if (event_class((enum event_kind)kind) == PASSING) {
			passing[count++] = event_with((enum event_kind)kind, 1, 3, 3, "hemligt-id", "hemlig text");
		}
	}
	fixture->journal = open_ok(fixture->folder);
	assert_int_equal(7, script_play(fixture->journal, fixture->model, 0, 6));
	assert_true(journal_append(fixture->journal, passing, count, &fixture->model->core));
	assert_null(model_differs(fixture->model, fixture->journal));
	bytes = folder_bytes(fixture->folder, &size);
	assert_false(bytes_hold(bytes, size, "hemlig"));
	for (int32_t i = 0; i < count; i++) {
		assert_false(bytes_hold(bytes, size, event_name(passing[i].kind)));
	}
	assert_true(bytes_hold(bytes, size, "RATING_OPENED"));
	free(bytes);
	reopen(fixture);
	assert_null(model_differs(fixture->model, fixture->journal));
}

/* True if storing these ends the program at an assertion, as what must never happen does. */
static bool is_refused(struct fixture *fixture, const struct event *events, int32_t count)
{
	int status = 0;
	pid_t child = fork();

	if (child == 0) {
		assert_non_null(freopen("/dev/null", "w", stderr));
		_exit(journal_append(fixture->journal, events, count, &fixture->model->core) ? 0 : 1);
	}
	assert_int_equal(child, waitpid(child, &status, 0));
	return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

static void sums_come_only_with_the_close(void **state)
{
	struct fixture *fixture = *state;
	struct event events[2] = {event_with(EVENT_RATING_COUNTED, 1, 1, 2, "a", ""), event_of(EVENT_RATING_CLOSED, 1)};

	fixture->journal = open_ok(fixture->folder);
	assert_int_equal(6, script_play(fixture->journal, fixture->model, 0, 5));
	assert_true(is_refused(fixture, events, 1));
	assert_true(journal_append(fixture->journal, events, 2, &fixture->model->core));
}

static void drafts_and_clock_do_not_grow_the_log(void **state)
{
	struct fixture *fixture = *state;
	char text[32];
	struct event gone = event_with(EVENT_DRAFT_KEPT, 9999, EDIT_NOTHING, 0, "", "");

	fixture->journal = open_ok(fixture->folder);
	assert_int_equal(5, script_play(fixture->journal, fixture->model, 0, 4));
	for (int32_t i = 0; i < 200; i++) {
		(void)snprintf(text, sizeof text, "utkast %d", (int)i);
		assert_true(put(fixture, event_with(EVENT_DRAFT_KEPT, 1000 + i, EDIT_NOTE, 0, "", text)));
		assert_true(put(fixture, event_of(EVENT_CLOCK_PASSED, 2000 + i)));
	}
	reopen(fixture);
	assert_null(model_differs(fixture->model, fixture->journal));
	journal_close(fixture->journal);
	assert_int_equal(2, ask_sql(fixture->folder, "SELECT count(*) FROM latest"));
	assert_int_equal(fixture->model->count, ask_sql(fixture->folder, "SELECT count(*) FROM event"));
	fixture->journal = open_ok(fixture->folder);
	assert_true(put(fixture, gone));
	reopen(fixture);
	assert_null(model_differs(fixture->model, fixture->journal));
	assert_false(fixture->model->draft_known);
}

static void a_name_ends_its_own_draft_only(void **state)
{
	struct fixture *fixture = *state;

	fixture->journal = open_ok(fixture->folder);
	assert_true(put(fixture, event_with(EVENT_DRAFT_KEPT, 1, EDIT_SCHOOL, 0, "", "Sko")));
	assert_true(put(fixture, setting_event(SET_DARK, 1, "")));
	assert_true(put(fixture, setting_event(SET_TEAM, 0, "Laget")));
	reopen(fixture);
	assert_null(model_differs(fixture->model, fixture->journal));
	assert_true(put(fixture, setting_event(SET_SCHOOL, 0, "Skolan")));
	fixture->model->draft_known = false;
	reopen(fixture);
	assert_null(model_differs(fixture->model, fixture->journal));
}

static void a_meeting_about_pupils_leaves_no_word(void **state)
{
	struct fixture *fixture = *state;
	struct history *history = calloc(1, sizeof *history);
	unsigned char *bytes;
	size_t size;

	fixture->journal = open_ok(fixture->folder);
	assert_int_equal(17, script_play(fixture->journal, fixture->model, 2 * SCRIPT_BATCHES, 2 * SCRIPT_BATCHES + 16));
	assert_true(fixture->model->core.meeting.cases);
	bytes = folder_bytes(fixture->folder, &size);
	assert_true(bytes_hold(bytes, size, "Skola 2"));
	assert_false(bytes_hold(bytes, size, "Första 2") || bytes_hold(bytes, size, "Grund 2") || bytes_hold(bytes, size, "Utkast 2") ||
	             bytes_hold(bytes, size, "Halvt 2") || bytes_hold(bytes, size, "Ångrad 2"));
	free(bytes);
	reopen(fixture);
	assert_null(model_differs(fixture->model, fixture->journal));
	assert_int_equal(1, script_play(fixture->journal, fixture->model, 2 * SCRIPT_BATCHES + 17, 2 * SCRIPT_BATCHES + 17));
	assert_null(model_differs(fixture->model, fixture->journal));
	assert_true(journal_history(fixture->journal, 1, history));
	assert_true(history->past[0].cases && history->record.cases);
	assert_string_equal("arenden", history->past[0].agenda);
	assert_int_equal(29000000 + 2 * 10080, history->past[0].wall);
	assert_int_equal(0, history->past[0].people + history->past[0].minutes + history->past[0].notes);
	assert_int_equal(0, history->record.people + history->record.step_count + history->record.minutes + history->record.note_count);
	assert_int_equal(0, history->promise_count);
	free(history);
}

static void results_below_the_limit_are_not_archived(void **state)
{
	struct fixture *fixture = *state;
	struct record *record = calloc(1, sizeof *record);

	for (int32_t i = 0; i < 8; i++) {
		struct event batch[EVENTS_MAX];

		model_take(fixture->model, batch, script_batch(0, i, batch));
	}
	record_of(record, 1, &fixture->model->core.meeting, false, 0);
	assert_int_equal(8, record->meeting.rating.laid);
	assert_int_equal(3, record->meeting.tallies[0].count[2]);
	fixture->model->core.meeting.rating.limit = 9;
	record_of(record, 1, &fixture->model->core.meeting, false, 0);
	assert_int_equal(0, record->meeting.tallies[0].count[2]);
	fixture->model->core.meeting.rating = (struct rating){.phase = RATING_OPEN, .roll = 8, .limit = 5, .laid = 8};
	record_of(record, 1, &fixture->model->core.meeting, false, 0);
	assert_int_equal(0, record->meeting.tallies[0].count[2]);
	free(record);
}

static void history_lists_newest_first_with_the_last_notes(void **state)
{
	struct fixture *fixture = *state;
	struct history *history = calloc(1, sizeof *history);

	fixture->journal = open_ok(fixture->folder);
	assert_int_equal(3 * SCRIPT_BATCHES, script_play(fixture->journal, fixture->model, 0, 3 * SCRIPT_BATCHES - 1));
	assert_true(journal_history(fixture->journal, 0, history));
	assert_int_equal(3, history->count);
	assert_int_equal(3, history->past[0].number);
	assert_int_equal(1, history->past[2].number);
	assert_int_equal(0, history->record_number);
	/* The third was about pupils; the promises are the second's, in the order they were written. */
	assert_int_equal(2, history->promise_count);
	assert_string_equal("Första 1 – överens åäö", history->promises[0]);
	assert_string_equal("Andra 1 – överens åäö", history->promises[1]);
	assert_false(journal_history(fixture->journal, 4, history));
	assert_int_equal(0, history->record_number);
	assert_int_equal(3, history->count);
	free(history);
}

static void the_list_is_bounded_the_archive_is_not(void **state)
{
	struct fixture *fixture = *state;
	struct history *history = calloc(1, sizeof *history);
	struct event begun = event_with(EVENT_MEETING_BEGUN, 0, 5, 30, "nulage", "");
	struct event ended = event_of(EVENT_MEETING_ENDED, 1);

	fixture->journal = open_ok(fixture->folder);
	for (int32_t i = 0; i < PAST_MAX + 5; i++) {
		assert_true(journal_append(fixture->journal, &begun, 1, &fixture->model->core));
		core_apply(&fixture->model->core, &begun);
		core_apply(&fixture->model->core, &ended);
		assert_true(journal_append(fixture->journal, &ended, 1, &fixture->model->core));
	}
	assert_true(journal_history(fixture->journal, 1, history));
	assert_int_equal(PAST_MAX, history->count);
	assert_int_equal(PAST_MAX + 5, history->total);
	assert_int_equal(PAST_MAX + 5, history->past[0].number);
	assert_int_equal(1, history->record_number);
	free(history);
}

static void a_meeting_beyond_the_bound_says_so_and_ends_well(void **state)
{
	struct fixture *fixture = *state;
	struct event batch[EVENTS_MAX];
	struct replayed is = {.at = NULL};
	int32_t stored = 0;

	fixture->journal = open_ok(fixture->folder);
	for (int32_t i = 0; i < EVENTS_MAX; i++) {
		batch[i] = event_with(EVENT_HAND_RAISED, 5, i % 8, 0, "", "");
	}
	assert_true(put(fixture, event_with(EVENT_MEETING_BEGUN, 0, 8, 60, "nulage", "")));
	stored = 1;
	while (stored + EVENTS_MAX <= STORED_MAX) {
		assert_true(journal_append(fixture->journal, batch, EVENTS_MAX, &fixture->model->core));
		stored += EVENTS_MAX;
	}
	assert_false(journal_append(fixture->journal, batch, EVENTS_MAX, &fixture->model->core));
	assert_false(journal_append(fixture->journal, batch, 1, &fixture->model->core));
	assert_false(put(fixture, setting_event(SET_DARK, 1, "")));
	journal_close(fixture->journal);
	fixture->journal = open_ok(fixture->folder);
	journal_replay(fixture->journal, replayed_take, &is);
	assert_int_equal(stored + 1, is.count);
	replayed_free(&is);
	assert_true(put(fixture, event_of(EVENT_MEETING_ENDED, 9)));
	reopen(fixture);
	assert_null(model_differs(fixture->model, fixture->journal));
}

/* As many steps as a meeting can have, each with its turn and its groups: all come back, and all stand in the record. */
static void as_many_steps_as_there_can_be(void **state)
{
	struct fixture *fixture = *state;
	struct core *core = calloc(1, sizeof *core);
	struct history *history = calloc(1, sizeof *history);

	fixture->journal = open_ok(fixture->folder);
	assert_true(put(fixture, (struct event){.kind = EVENT_MEETING_BEGUN, .meeting = {.people = 9, .limit = LIMIT_MIN}, .id = "groups"}));
	for (int32_t i = 0; i < MEETING_STEPS_MAX; i++) {
		assert_true(put(fixture, (struct event){.kind = EVENT_STEP_PLANNED, .id = "asks",
		                                        .step = {.kind = i == 0 ? STEP_ROLES : STEP_GROUP, .planned_ms = 60000}}));
		assert_true(put(fixture, (struct event){.kind = EVENT_STEP_CAST,
		                                        .cast = {1, GROUPS_ANEW, REPEAT_TIMES, 3, 1, 0x21, i, 1}}));
	}
	assert_true(put(fixture, (struct event){.kind = EVENT_STEP_BEGUN}));
	assert_true(put(fixture, (struct event){.kind = EVENT_CAST_DRAWN, .drawn = {3, GROUPS_ANEW, 1, 77, 88}}));
	assert_true(put(fixture, (struct event){.kind = EVENT_CAST_SWAPPED, .n = {0, 4}}));
	assert_true(put(fixture, (struct event){.kind = EVENT_BELL_RANG}));
	reopen(fixture);
	core_init(core);
	journal_replay(fixture->journal, apply, core);
	assert_true(core_replayed(&fixture->model->core, core));
	assert_int_equal(MEETING_STEPS_MAX, core->meeting.step_count);
	assert_int_equal(3, core->meeting.cast.groups);
	assert_true(core->meeting.steps[5].hard && core->meeting.steps[5].turn == 5 && core->meeting.steps[5].counts == 0x21);
	assert_true(put(fixture, (struct event){.kind = EVENT_STEPS_DONE}));
	assert_true(put(fixture, (struct event){.kind = EVENT_MEETING_ENDED}));
	reopen(fixture);
	assert_true(journal_history(fixture->journal, 1, history));
	assert_int_equal(MEETING_STEPS_MAX, history->record.step_count);
	assert_int_equal(STEP_ROLES, history->record.steps[0].kind);
	assert_int_equal(STEP_GROUP, history->record.steps[MEETING_STEPS_MAX - 1].kind);
	free(history);
	free(core);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(as_many_steps_as_there_can_be, set_up, tear_down),
		cmocka_unit_test_setup_teardown(everything_comes_back_at_every_point, set_up, tear_down),
		cmocka_unit_test_setup_teardown(replay_brings_the_meeting_back, set_up, tear_down),
		cmocka_unit_test_setup_teardown(every_stored_kind_comes_back, set_up, tear_down),
		cmocka_unit_test_setup_teardown(long_texts_and_names_fit, set_up, tear_down),
		cmocka_unit_test_setup_teardown(settings_of_another_version_stay, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_one_person_does_is_never_stored, set_up, tear_down),
		cmocka_unit_test_setup_teardown(sums_come_only_with_the_close, set_up, tear_down),
		cmocka_unit_test_setup_teardown(drafts_and_clock_do_not_grow_the_log, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_name_ends_its_own_draft_only, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_meeting_about_pupils_leaves_no_word, set_up, tear_down),
		cmocka_unit_test_setup_teardown(results_below_the_limit_are_not_archived, set_up, tear_down),
		cmocka_unit_test_setup_teardown(history_lists_newest_first_with_the_last_notes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_list_is_bounded_the_archive_is_not, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_meeting_beyond_the_bound_says_so_and_ends_well, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
