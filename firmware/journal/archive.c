/* Meetings that have ended: group sums, results, notes; nothing turn by turn. */
#include "firmware/journal/store.h"

#include "firmware/base/str.h"

static const char *const kind_words[] = {
#define X(name, word) word,
	STEP_KINDS(X)
#undef X
};
static const char *const status_words[] = {
	[STEP_TODO] = "todo", [STEP_NOW] = "now", [STEP_DONE] = "done", [STEP_PARKED] = "parked"};
static const char *const rates_words[] = {[RATES_NOTHING] = "nothing", [RATES_THEME] = "theme", [RATES_AREA] = "area"};
static const char *const rating_words[] = {
	[RATING_NOT_YET] = "not_yet", [RATING_OPEN] = "open", [RATING_CLOSED] = "closed", [RATING_CANCELLED] = "cancelled"};

#define MS_MAX INT64_C(31536000000)   /* a year: no step lasts longer */

/* Sums go to the archive as they went to the screen: from a closed box with at least as many ballots as the limit. */
static bool has_results(const struct meeting *meeting)
{
	return meeting->rating.phase == RATING_CLOSED && meeting->rating.laid >= meeting->rating.limit;
}

static int32_t ballots(const struct tally *tally)
{
	return tally_on_scale(tally) + tally->count[UNSURE];
}

void record_of(struct record *record, int32_t number, const struct meeting *meeting, bool cases, ms_t ended_at)
{
	struct meeting *to = &record->meeting;
	ms_t took = max_ms(0, min_ms(ended_at - meeting->began_at, MS_MAX));

	memset(record, 0, sizeof *record);
	record->number = number;
	if (cases || meeting->cases) {
		to->cases = true;
		to->wall = meeting->wall;
		str_copy(to->agenda, sizeof to->agenda, meeting->agenda);
		return;
	}
	record->minutes_taken = (int32_t)((took + MS_MINUTE / 2) / MS_MINUTE);
	*to = *meeting;
	to->live = false;
	if (!has_results(meeting)) {
		memset(to->tallies, 0, sizeof to->tallies);
		to->rating.laid = 0;
	}
}

/* The rows below a meeting: each carries the sum on. */

static bool put_steps(struct store *store, const struct record *record, uint64_t *sum)
{
	for (int32_t i = 0; i < record->meeting.step_count; i++) {
		const struct step *step = &record->meeting.steps[i];
		struct row row = row_of(store->stmt[SQL_STEP_PUT], *sum);

		row_put_int(&row, record->number);
		row_put_int(&row, i);
		row_put_text(&row, step->id);
		row_put_text(&row, kind_words[step->kind]);
		row_put_text(&row, status_words[step->status]);
		row_put_int(&row, max_ms(0, min_ms(step->planned_ms, MS_MAX)));
		row_put_int(&row, max_ms(0, min_ms(step->spent_ms, MS_MAX)));
		row_put_int(&row, step->open_way ? 1 : 0);
		*sum = row.sum;
		if (!store_run(store, SQL_STEP_PUT) || !row.known) {
			return false;
		}
	}
	return true;
}

static bool put_statements(struct store *store, const struct record *record, uint64_t *sum)
{
	for (int32_t i = 0; i < record->meeting.statement_count; i++) {
		struct row row = row_of(store->stmt[SQL_STATEMENT_PUT], *sum);

		row_put_int(&row, record->number);
		row_put_int(&row, i);
		row_put_text(&row, record->meeting.statements[i]);
		*sum = row.sum;
		if (!store_run(store, SQL_STATEMENT_PUT) || !row.known) {
			return false;
		}
	}
	return true;
}

/* A statement with too few answers on the scale was never counted: it has no rows. */
static bool put_results(struct store *store, const struct record *record, uint64_t *sum)
{
	int32_t cells = has_results(&record->meeting) ? record->meeting.statement_count * ANSWERS : 0;

	for (int32_t i = 0; i < cells; i++) {
		const struct tally *tally = &record->meeting.tallies[i / ANSWERS];
		struct row row = row_of(store->stmt[SQL_RESULT_PUT], *sum);

		if (ballots(tally) == 0) {
			continue;
		}
		row_put_int(&row, record->number);
		row_put_int(&row, i / ANSWERS);
		row_put_int(&row, i % ANSWERS);
		row_put_int(&row, tally->count[i % ANSWERS]);
		*sum = row.sum;
		if (!store_run(store, SQL_RESULT_PUT) || !row.known) {
			return false;
		}
	}
	return true;
}

static bool put_shared(struct store *store, const struct record *record, uint64_t *sum)
{
	for (int32_t i = 0; i < record->meeting.shared_count; i++) {
		const struct shared *shared = &record->meeting.shared[i];
		struct row row = row_of(store->stmt[SQL_SHARED_PUT], *sum);

		row_put_int(&row, record->number);
		row_put_int(&row, i);
		row_put_text(&row, shared->id);
		row_put_int(&row, shared->answer);
		row_put_text(&row, shared->grounds);
		*sum = row.sum;
		if (!store_run(store, SQL_SHARED_PUT) || !row.known) {
			return false;
		}
	}
	return true;
}

static bool put_notes(struct store *store, const struct record *record, uint64_t *sum)
{
	for (int32_t i = 0; i < record->meeting.note_count; i++) {
		struct row row = row_of(store->stmt[SQL_NOTE_PUT], *sum);

		row_put_int(&row, record->number);
		row_put_int(&row, i);
		row_put_int(&row, record->meeting.notes[i].step);
		row_put_text(&row, record->meeting.notes[i].text);
		*sum = row.sum;
		if (!store_run(store, SQL_NOTE_PUT) || !row.known) {
			return false;
		}
	}
	return true;
}

static bool drop(struct store *store, int32_t number)
{
	static const enum sql drops[] = {SQL_STEP_DROP, SQL_STATEMENT_DROP, SQL_RESULT_DROP,
	                                 SQL_SHARED_DROP, SQL_NOTE_DROP, SQL_MEETING_DROP};

	for (size_t i = 0; i < ARRAY_LEN(drops); i++) {
		if (!store_run_int(store, drops[i], number)) {
			return false;
		}
	}
	return true;
}

bool record_put(struct store *store, const struct record *record)
{
	const struct meeting *meeting = &record->meeting;
	struct row row = row_of(store->stmt[SQL_MEETING_PUT], SUM_START);

	if (!drop(store, record->number)) {
		return false;
	}
	row_put_int(&row, record->number);
	row_put_int(&row, meeting->wall);
	row_put_text(&row, meeting->agenda);
	row_put_int(&row, meeting->cases ? 1 : 0);
	row_put_int(&row, meeting->people);
	row_put_int(&row, meeting->minutes);
	row_put_int(&row, record->minutes_taken);
	row_put_text(&row, rates_words[meeting->rates]);
	row_put_int(&row, meeting->all_done ? 1 : 0);
	row_put_text(&row, rating_words[meeting->rating.phase]);
	row_put_int(&row, meeting->rating.voided ? 1 : 0);
	row_put_int(&row, meeting->rating.roll);
	row_put_int(&row, meeting->rating.laid);
	row_put_int(&row, meeting->limit);
	row_put_int(&row, meeting->shared_by_theme ? 1 : 0);
	/* The meeting's own row comes last: its sum takes in all that is below it. */
	if (!put_steps(store, record, &row.sum) || !put_statements(store, record, &row.sum) ||
	    !put_results(store, record, &row.sum) || !put_shared(store, record, &row.sum) || !put_notes(store, record, &row.sum)) {
		(void)sqlite3_clear_bindings(store->stmt[SQL_MEETING_PUT]);
		return false;
	}
	row_put_sum(&row);
	return store_run(store, SQL_MEETING_PUT) && row.known;
}

/* Opens the next row below a meeting, whose sum it goes on from. */
static struct row row_below(sqlite3_stmt *stmt, const struct row *parent, int32_t number)
{
	struct row row = row_of(stmt, parent->sum);

	row.known = parent->known;
	(void)row_int(&row, number, number);
	return row;
}

/* What one row below a meeting means: its columns after meeting and position go to place `i` of the meeting. */
typedef void (*take_row)(struct row *row, struct meeting *meeting, int32_t i);

static void take_step(struct row *row, struct meeting *meeting, int32_t i)
{
	struct step *step = &meeting->steps[i];

	row_text(row, step->id, sizeof step->id);
	step->kind = (enum step_kind)row_word(row, kind_words, ARRAY_LEN(kind_words));
	step->status = (enum step_status)row_word(row, status_words, ARRAY_LEN(status_words));
	step->planned_ms = row_int(row, 0, MS_MAX);
	step->spent_ms = row_int(row, 0, MS_MAX);
	step->open_way = row_int(row, 0, 1) != 0;
}

static void take_statement(struct row *row, struct meeting *meeting, int32_t i)
{
	row_text(row, meeting->statements[i], ID_BYTES);
}

static void take_shared(struct row *row, struct meeting *meeting, int32_t i)
{
	struct shared *shared = &meeting->shared[i];

	row_text(row, shared->id, sizeof shared->id);
	shared->answer = (int32_t)row_int(row, -1, UNSURE);
	row_text(row, shared->grounds, sizeof shared->grounds);
}

static void take_note(struct row *row, struct meeting *meeting, int32_t i)
{
	meeting->notes[i].step = (int32_t)row_int(row, -1, MEETING_STEPS_MAX - 1);
	row_text(row, meeting->notes[i].text, TEXT_BYTES);
}

static void take_result(struct row *row, struct meeting *meeting, int32_t position)
{
	int32_t answer = (int32_t)row_int(row, 0, UNSURE);

	meeting->tallies[position].count[answer] = (int32_t)row_int(row, 0, PEOPLE_MAX);
}

/* Reads the rows of one table below a meeting. `count` is where they are counted, each in its place; NULL for results, of which there
   are some to each statement. Rows that do not fit in `room` places can only be damage. */
static int get_rows(struct store *store, enum sql sql, struct record *record, struct row *parent, int32_t room,
                    take_row take, int32_t *count)
{
	sqlite3_stmt *stmt = store->stmt[sql];
	int rc = sqlite3_bind_int64(stmt, 1, record->number);

	while (rc == SQLITE_OK && (rc = sqlite3_step(stmt)) == SQLITE_ROW) {
		struct row row = row_below(stmt, parent, record->number);
		int64_t position = sqlite3_column_int64(stmt, 1);

		if (position < 0 || position >= room || (count != NULL && position != *count)) {
			parent->known = false;
			parent->sum = 0;
			rc = SQLITE_DONE;
			break;
		}
		(void)row_int(&row, position, position);
		take(&row, &record->meeting, (int32_t)position);
		parent->sum = row.sum;
		parent->known = row.known;
		if (count != NULL) {
			*count += 1;
		}
		rc = SQLITE_OK;
	}
	(void)sqlite3_reset(stmt);
	return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

/* Every statement that was counted has as many answers as there were ballots, and there were no more ballots than people. */
static bool adds_up(const struct meeting *meeting)
{
	for (int32_t i = 0; i < meeting->statement_count; i++) {
		int32_t sum = ballots(&meeting->tallies[i]);

		if (sum != 0 && (sum != meeting->rating.laid || !has_results(meeting))) {
			return false;
		}
	}
	return meeting->rating.laid <= meeting->rating.roll;
}

static bool empty_if_about_pupils(const struct meeting *meeting)
{
	return !meeting->cases || meeting->step_count + meeting->statement_count + meeting->shared_count + meeting->note_count == 0;
}

static void get_meeting(struct row *row, struct record *record)
{
	struct meeting *meeting = &record->meeting;

	(void)row_int(row, record->number, record->number);
	meeting->wall = (int32_t)row_int(row, INT32_MIN, INT32_MAX);
	row_text(row, meeting->agenda, sizeof meeting->agenda);
	meeting->cases = row_int(row, 0, 1) != 0;
	meeting->people = (int32_t)row_int(row, 0, PEOPLE_MAX);
	meeting->minutes = (int32_t)row_int(row, 0, INT32_MAX);
	record->minutes_taken = (int32_t)row_int(row, 0, INT32_MAX);
	meeting->rates = (enum rates)row_word(row, rates_words, ARRAY_LEN(rates_words));
	meeting->all_done = row_int(row, 0, 1) != 0;
	meeting->rating.phase = (enum rating_phase)row_word(row, rating_words, ARRAY_LEN(rating_words));
	meeting->rating.voided = row_int(row, 0, 1) != 0;
	meeting->rating.roll = (int32_t)row_int(row, 0, PEOPLE_MAX);
	meeting->rating.laid = (int32_t)row_int(row, 0, PEOPLE_MAX);
	meeting->limit = (int32_t)row_int(row, 0, PEOPLE_MAX);
	meeting->rating.limit = meeting->rating.phase == RATING_NOT_YET ? 0 : meeting->limit;
	meeting->shared_by_theme = row_int(row, 0, 1) != 0;
}

static int get_all_rows(struct store *store, struct record *record, struct row *row)
{
	struct meeting *meeting = &record->meeting;
	int rc = get_rows(store, SQL_STEP_GET, record, row, MEETING_STEPS_MAX, take_step, &meeting->step_count);

	if (rc == SQLITE_OK) {
		rc = get_rows(store, SQL_STATEMENT_GET, record, row, STATEMENTS_MAX, take_statement, &meeting->statement_count);
	}
	if (rc == SQLITE_OK) {
		rc = get_rows(store, SQL_RESULT_GET, record, row, meeting->statement_count, take_result, NULL);
	}
	if (rc == SQLITE_OK) {
		rc = get_rows(store, SQL_SHARED_GET, record, row, SHARED_MAX, take_shared, &meeting->shared_count);
	}
	if (rc == SQLITE_OK) {
		rc = get_rows(store, SQL_NOTE_GET, record, row, NOTES_MAX, take_note, &meeting->note_count);
	}
	return rc;
}

enum outcome record_get(struct store *store, int32_t number, struct record *record, enum row_state *state)
{
	sqlite3_stmt *stmt = store->stmt[SQL_MEETING_GET];
	struct row row = row_of(stmt, SUM_START);
	int rc = sqlite3_bind_int64(stmt, 1, number);

	memset(record, 0, sizeof *record);
	record->number = number;
	record->meeting.floor.speaker = -1;
	*state = ROW_DAMAGED;
	rc = rc == SQLITE_OK ? sqlite3_step(stmt) : rc;
	if (rc == SQLITE_ROW) {
		get_meeting(&row, record);
		rc = get_all_rows(store, record, &row);
		row.known = row.known && adds_up(&record->meeting) && empty_if_about_pupils(&record->meeting);
		*state = rc == SQLITE_OK ? row_end(&row) : ROW_DAMAGED;
	}
	(void)sqlite3_reset(stmt);
	return outcome_of(rc);
}

enum outcome record_below(struct store *store, int64_t below, int32_t *number)
{
	sqlite3_stmt *stmt = store->stmt[SQL_MEETING_BELOW];
	int64_t found = 0;
	bool read = sqlite3_bind_int64(stmt, 1, below) == SQLITE_OK && store_number(store, SQL_MEETING_BELOW, 0, &found);

	if (!read) {
		return outcome_of(sqlite3_errcode(store->db));
	}
	*number = (int32_t)found;
	return found < 0 || found > INT32_MAX ? OUTCOME_CORRUPT : OUTCOME_OK;
}

enum outcome record_check_all(struct store *store, struct record *room, enum row_state *state, int32_t *number, int32_t *count)
{
	int32_t below = 0;
	int64_t orphan = 0;
	enum outcome outcome = record_below(store, INT64_MAX, &below);

	*state = ROW_GOOD;
	*number = 0;
	*count = 0;
	while (outcome == OUTCOME_OK && below > 0) {
		enum row_state here;

		outcome = record_get(store, below, room, &here);
		if (here > *state) {
			*state = here;
			*number = below;
		}
		*count += 1;
		if (outcome == OUTCOME_OK) {
			outcome = record_below(store, below, &below);
		}
	}
	/* Rows of a meeting that is not there. */
	if (outcome == OUTCOME_OK && store_number(store, SQL_LOST_CHILD, 0, &orphan) && orphan != 0) {
		*state = ROW_DAMAGED;
		*number = (int32_t)orphan;
	}
	return outcome;
}

/* One line of the list of ended meetings. Sums were checked when the database was opened. */
static void get_past(sqlite3_stmt *stmt, struct past *past)
{
	struct row row = row_of(stmt, SUM_START);

	past->number = (int32_t)row_int(&row, 1, INT32_MAX);
	past->wall = (int32_t)row_int(&row, INT32_MIN, INT32_MAX);
	row_text(&row, past->agenda, sizeof past->agenda);
	past->cases = row_int(&row, 0, 1) != 0;
	past->people = (int32_t)row_int(&row, 0, PEOPLE_MAX);
	past->minutes = (int32_t)row_int(&row, 0, INT32_MAX);
	past->statements = (int32_t)row_int(&row, 0, STATEMENTS_MAX);
	past->notes = (int32_t)row_int(&row, 0, NOTES_MAX);
	row_text(&row, past->first_statement, sizeof past->first_statement);
	past->rated = row_int(&row, 0, 1) != 0;
}

enum outcome archive_list(struct store *store, struct history *history)
{
	sqlite3_stmt *stmt = store->stmt[SQL_PAST];
	int64_t total = 0;
	int rc = sqlite3_bind_int64(stmt, 1, PAST_MAX);

	history->count = 0;
	while (rc == SQLITE_OK && (rc = sqlite3_step(stmt)) == SQLITE_ROW && history->count < PAST_MAX) {
		get_past(stmt, &history->past[history->count++]);
		rc = SQLITE_OK;
	}
	(void)sqlite3_reset(stmt);
	if (rc == SQLITE_DONE && !store_number(store, SQL_MEETING_COUNT, 0, &total)) {
		rc = SQLITE_IOERR;
	}
	history->total = (int32_t)total;
	return outcome_of(rc);
}

enum outcome archive_promises(struct store *store, struct history *history)
{
	sqlite3_stmt *stmt = store->stmt[SQL_PROMISES];
	int32_t room = ARRAY_LEN(history->promises);
	int rc = sqlite3_bind_int64(stmt, 1, room);

	history->promise_count = 0;
	while (rc == SQLITE_OK && (rc = sqlite3_step(stmt)) == SQLITE_ROW && history->promise_count < room) {
		struct row row = row_of(stmt, SUM_START);

		row_text(&row, history->promises[history->promise_count++], TEXT_BYTES);
		rc = SQLITE_OK;
	}
	(void)sqlite3_reset(stmt);
	return outcome_of(rc);
}
