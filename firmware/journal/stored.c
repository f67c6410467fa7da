/* The rows that a running meeting and the settings are kept in. */
#include "firmware/journal/store.h"

#include "firmware/base/str.h"

const enum event_kind latest_kind[LATEST_COUNT] = {[LATEST_CLOCK] = EVENT_CLOCK_PASSED, [LATEST_DRAFT] = EVENT_DRAFT_KEPT};

struct stored *stored_at(const struct stored_list *list, int32_t i)
{
	assert(i >= 0 && i < list->count);
	return &list->chunk[i / STORED_CHUNK][i % STORED_CHUNK];
}

bool stored_add(struct stored_list *list, const struct event *event, int32_t rest)
{
	struct stored **chunk;

	if (list->count == STORED_MAX) {
		return false;
	}
	if (list->arena == NULL) {
		list->arena = arena_create();
	}
	chunk = &list->chunk[list->count / STORED_CHUNK];
	if (*chunk == NULL) {
		*chunk = arena_array(list->arena, STORED_CHUNK, sizeof **chunk);
	}
	list->count++;
	*stored_at(list, list->count - 1) = (struct stored){.event = *event, .rest = rest};
	return true;
}

void stored_cut(struct stored_list *list, int32_t count)
{
	assert(count >= 0 && count <= list->count);
	list->count = count;
}

/* memset would do, were compilers not allowed to leave out what is never read. */
static void wipe(void *memory, size_t size)
{
	volatile unsigned char *at = memory;

	while (size-- > 0) {
		*at++ = 0;
	}
}

void stored_wipe(struct stored_list *list)
{
	for (size_t i = 0; i < ARRAY_LEN(list->chunk) && list->chunk[i] != NULL; i++) {
		wipe(list->chunk[i], STORED_CHUNK * sizeof *list->chunk[i]);
	}
	arena_destroy(list->arena);
	memset(list, 0, sizeof *list);
}

static void put_numbers(struct row *row, const struct event *event)
{
	row_put_int(row, event->at);
	for (size_t i = 0; i < EVENT_NUMBERS; i++) {
		row_put_int(row, event->n[i]);
	}
	row_put_text(row, event->id);
	row_put_text(row, event->text);
}

static void get_numbers(struct row *row, struct event *event)
{
	event->at = row_int(row, INT64_MIN, INT64_MAX);
	for (size_t i = 0; i < EVENT_NUMBERS; i++) {
		event->n[i] = (int32_t)row_int(row, INT32_MIN, INT32_MAX);
	}
	row_text(row, event->id, sizeof event->id);
	row_text(row, event->text, sizeof event->text);
}

static void get_kind(struct row *row, struct event *event)
{
	char name[64];

	row_text(row, name, sizeof name);
	if (!event_named(name, &event->kind) || event_class(event->kind) != STORED) {
		row->known = false;
	}
}

static bool is_latest(enum event_kind kind)
{
	return kind == EVENT_CLOCK_PASSED || kind == EVENT_DRAFT_KEPT;
}

/* The sum of an event goes on from that of the one before, so that a missing or exchanged one shows as well. */
bool stored_put(struct store *store, int32_t seq, struct stored *stored, uint64_t before)
{
	struct row row = row_of(store->stmt[SQL_EVENT_PUT], before);

	/* What one person does is PASSING: it never comes here. */
	assert(event_class(stored->event.kind) == STORED && !is_latest(stored->event.kind));
	row_put_int(&row, seq);
	row_put_text(&row, event_name(stored->event.kind));
	row_put_int(&row, stored->event.mark ? 1 : 0);
	put_numbers(&row, &stored->event);
	row_put_int(&row, stored->rest);
	row_put_sum(&row);
	stored->sum = row.sum;
	return store_run(store, SQL_EVENT_PUT) && row.known;
}

static enum row_state stored_get(sqlite3_stmt *stmt, int32_t seq, uint64_t before, struct stored *stored)
{
	struct row row = row_of(stmt, before);
	enum row_state state;

	memset(stored, 0, sizeof *stored);
	(void)row_int(&row, seq, seq);
	get_kind(&row, &stored->event);
	stored->event.mark = row_int(&row, 0, 1) != 0;
	get_numbers(&row, &stored->event);
	stored->rest = (int32_t)row_int(&row, 0, STORED_MAX);
	if (is_latest(stored->event.kind) || stored->event.kind == EVENT_MEETING_ENDED) {
		row.known = false;
	}
	stored->sum = row.sum;
	state = row_end(&row);
	/* A whole row in the wrong place is damage too: those before it are gone. */
	return state != ROW_DAMAGED && sqlite3_column_int64(stmt, 0) != seq ? ROW_DAMAGED : state;
}

enum outcome stored_load(struct store *store, struct stored_list *list, enum row_state *state)
{
	sqlite3_stmt *stmt = store->stmt[SQL_EVENT_ALL];
	uint64_t sum = SUM_START;
	int rc;

	*state = ROW_GOOD;
	list->seen = 0;
	while ((rc = sqlite3_step(stmt)) == SQLITE_ROW) {
		struct stored stored;

		list->seen++;
		if (*state != ROW_GOOD) {
			continue;
		}
		*state = stored_get(stmt, list->count + 1, sum, &stored);
		sum = stored.sum;
		if (*state == ROW_GOOD) {
			if (!stored_add(list, &stored.event, stored.rest)) {
				rc = SQLITE_CORRUPT;   /* more than was ever written */
				break;
			}
			stored_at(list, list->count - 1)->sum = sum;
		}
	}
	(void)sqlite3_reset(stmt);
	/* The last of a batch that was written whole has nothing left to come. */
	if (*state == ROW_GOOD && list->count > 0 && stored_at(list, list->count - 1)->rest != 0) {
		*state = ROW_DAMAGED;
	}
	return outcome_of(rc);
}

static const char *const words[] = {
#define X(name, word, initial) word,
	SETTINGS(X)
#undef X
};

const char *setting_word(enum setting setting)
{
	assert(setting < SETTING_COUNT);
	return words[setting];
}

enum setting setting_named(const char *name)
{
	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		if (str_equal(words[i], name)) {
			return (enum setting)i;
		}
	}
	return SETTING_COUNT;
}

bool setting_put(struct store *store, const char *name, int64_t value, const char *text)
{
	struct row row = row_of(store->stmt[SQL_SETTING_PUT], SUM_START);

	row_put_text(&row, name);
	row_put_int(&row, value);
	row_put_text(&row, text);
	row_put_sum(&row);
	return store_run(store, SQL_SETTING_PUT) && row.known;
}

enum outcome setting_load(struct store *store, setting_take take, void *self)
{
	sqlite3_stmt *stmt = store->stmt[SQL_SETTING_ALL];
	int rc;

	while ((rc = sqlite3_step(stmt)) == SQLITE_ROW) {
		struct row row = row_of(stmt, SUM_START);
		char name[64];
		char text[TEXT_BYTES];
		int64_t value;

		row_text(&row, name, sizeof name);
		value = row_int(&row, INT64_MIN, INT64_MAX);
		row_text(&row, text, sizeof text);
		/* A known name holds a 32-bit number, and where it is a name, no longer one than fits. */
		if (setting_named(name) != SETTING_COUNT &&
		    (value < INT32_MIN || value > INT32_MAX || strlen(text) >= NAME_BYTES)) {
			row.known = false;
		}
		take(self, name, value, text, row_end(&row));
	}
	(void)sqlite3_reset(stmt);
	return outcome_of(rc);
}

bool latest_put(struct store *store, const struct event *event, int32_t after)
{
	struct row row = row_of(store->stmt[SQL_LATEST_PUT], SUM_START);

	assert(is_latest(event->kind));
	row_put_text(&row, event_name(event->kind));
	put_numbers(&row, event);
	row_put_int(&row, after);
	row_put_sum(&row);
	return store_run(store, SQL_LATEST_PUT) && row.known;
}

bool latest_drop(struct store *store, enum event_kind kind)
{
	struct row row = row_of(store->stmt[SQL_LATEST_DROP], SUM_START);

	row_put_text(&row, event_name(kind));
	return store_run(store, SQL_LATEST_DROP) && row.known;
}

enum outcome latest_load(struct store *store, struct latest latest[LATEST_COUNT], enum row_state *state)
{
	sqlite3_stmt *stmt = store->stmt[SQL_LATEST_ALL];
	int rc;

	*state = ROW_GOOD;
	memset(latest, 0, LATEST_COUNT * sizeof latest[0]);
	while ((rc = sqlite3_step(stmt)) == SQLITE_ROW) {
		struct row row = row_of(stmt, SUM_START);
		struct event event = {.mark = false};
		enum row_state here;
		int32_t after;

		get_kind(&row, &event);
		get_numbers(&row, &event);
		after = (int32_t)row_int(&row, 0, STORED_MAX);
		row.known = row.known && is_latest(event.kind);
		here = row_end(&row);
		if (here == ROW_GOOD) {
			latest[event.kind == EVENT_CLOCK_PASSED ? LATEST_CLOCK : LATEST_DRAFT] = (struct latest){true, after, event};
		} else {
			*state = here;
		}
	}
	(void)sqlite3_reset(stmt);
	return outcome_of(rc);
}
