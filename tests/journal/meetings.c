/* What the journal's tests share. */
#include "tests/journal/meetings.h"

#include "firmware/base/str.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <unistd.h>

#include <cmocka.h>

int32_t long_run(int32_t quick, int32_t all)
{
	const char *asked = getenv("SAMSYN_LONG");

	return asked != NULL && str_equal(asked, "1") ? all : quick;
}

/* ---- Folders ---- */

void folder_new(char *folder)
{
	const char *top = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";

	(void)snprintf(folder, FOLDER_BYTES, "%s/samsyn-test-XXXXXX", top);
	assert_non_null(mkdtemp(folder));
	assert_int_equal(0, rmdir(folder));
}

void folder_file(char *path, const char *folder, const char *name)
{
	int len = snprintf(path, 2 * FOLDER_BYTES, "%s/%s", folder, name);

	assert_true(len > 0 && len < 2 * FOLDER_BYTES);
}

/* The names in a folder, in order; NULL and 0 where there is none. */
static struct dirent **names_in(const char *folder, int *count)
{
	struct dirent **names = NULL;

	*count = max_i32(0, scandir(folder, &names, NULL, alphasort));
	return names;
}

void folder_gone(const char *folder)
{
	int count;
	struct dirent **names = names_in(folder, &count);

	for (int i = 0; i < count; i++) {
		char path[2 * FOLDER_BYTES];

		folder_file(path, folder, names[i]->d_name);
		assert_true(names[i]->d_name[0] == '.' || unlink(path) == 0);
		free(names[i]);
	}
	assert_true(count == 0 || rmdir(folder) == 0);
	free(names);
}

unsigned char *file_bytes(const char *path, size_t *size)
{
	FILE *in = fopen(path, "rb");
	unsigned char *bytes;
	long length;

	*size = 0;
	if (in == NULL) {
		return NULL;
	}
	assert_int_equal(0, fseek(in, 0, SEEK_END));
	length = ftell(in);
	assert_true(length >= 0);
	rewind(in);
	bytes = malloc((size_t)length + 1);
	assert_non_null(bytes);
	assert_int_equal((size_t)length, fread(bytes, 1, (size_t)length, in));
	fclose(in);
	*size = (size_t)length;
	return bytes;
}

void file_write(const char *path, const unsigned char *bytes, size_t size)
{
	FILE *out = fopen(path, "wb");

	assert_non_null(out);
	assert_int_equal(size, fwrite(bytes, 1, size, out));
	assert_int_equal(0, fclose(out));
}

unsigned char *folder_bytes(const char *folder, size_t *size)
{
	unsigned char *all = NULL;
	int count;
	struct dirent **names = names_in(folder, &count);

	*size = 0;
	for (int i = 0; i < count; i++) {
		size_t name = strlen(names[i]->d_name) + 1;
		char path[2 * FOLDER_BYTES];
		unsigned char *bytes;
		size_t part;

		if (names[i]->d_name[0] != '.') {
			folder_file(path, folder, names[i]->d_name);
			bytes = file_bytes(path, &part);
			all = realloc(all, *size + name + part + 1);
			assert_non_null(all);
			memcpy(all + *size, names[i]->d_name, name);
			memcpy(all + *size + name, bytes, part);
			*size += name + part;
			free(bytes);
		}
		free(names[i]);
	}
	free(names);
	return all;
}

bool bytes_hold(const unsigned char *bytes, size_t size, const char *text)
{
	size_t len = strlen(text);

	for (size_t i = 0; i + len <= size; i++) {
		if (bytes[i] == (unsigned char)text[0] && memcmp(bytes + i, text, len) == 0) {
			return true;
		}
	}
	return false;
}

/* ---- The script ---- */

static void words(char text[64], const char *what, int32_t number)
{
	(void)snprintf(text, 64, "%s %d – överens åäö", what, (int)number);
}

static int32_t script_begin(int32_t number, ms_t at, struct event *out)
{
	static const enum step_kind kinds[] = {STEP_READ, STEP_RATE, STEP_NOTE};
	int32_t count = 0;
	char id[ID_BYTES];

	out[count] = event_of(EVENT_MEETING_BEGUN, at);
	out[count].meeting.people = 8;
	out[count].meeting.minutes = 60;
	out[count].meeting.limit = 5;
	out[count].meeting.wall = 29000000 + number * 10080;
	out[count].meeting.rates = RATES_THEME;
	out[count].meeting.cases = number % 3 == 2 ? 1 : 0;
	str_copy(out[count].id, ID_BYTES, number % 3 == 2 ? "arenden" : "nulage");
	count++;
	for (int32_t i = 0; i < 3; i++) {
		(void)snprintf(id, sizeof id, "rektor.utbildning.%d.%d", (int)(number % 4 + 1), (int)i + 1);
		out[count++] = event_with(EVENT_STATEMENT_CHOSEN, at, 0, 0, id, "");
	}
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
		(void)snprintf(id, sizeof id, "steg-%d", (int)i);
		out[count] = event_with(EVENT_STEP_PLANNED, at, 0, 0, id, "");
		out[count].step.kind = (int32_t)kinds[i];
		out[count].step.planned_ms = 20 * 60000;
		out[count++].step.least_ms = 5 * 60000;
	}
	out[count++] = event_of(EVENT_STEP_BEGUN, at);
	return count;
}

static int32_t script_close(int32_t number, ms_t at, struct event *out)
{
	int32_t count = 0;
	char id[ID_BYTES];

	/* The third statement had too few answers on the scale. */
	for (int32_t i = 0; i < 2; i++) {
		(void)snprintf(id, sizeof id, "rektor.utbildning.%d.%d", (int)(number % 4 + 1), (int)i + 1);
		out[count] = event_with(EVENT_RATING_COUNTED, at, 1 + i, 2, id, "");
		out[count].n[2] = 3;
		out[count++].n[4] = 2 - i;
	}
	out[count] = event_of(EVENT_RATING_CLOSED, at);
	out[count].rating.roll = 8;
	out[count].rating.limit = 5;
	out[count++].rating.laid = 8;
	out[count++] = event_with(EVENT_STEP_LEFT, at, 1, STEP_DONE, "", "");
	out[count++] = event_with(EVENT_STEP_BEGUN, at, 2, 0, "", "");
	return count;
}

int32_t script_batch(int32_t number, int32_t batch, struct event out[EVENTS_MAX])
{
	ms_t at = ((ms_t)number * SCRIPT_BATCHES + batch) * 60000;
	bool cases = number % 3 == 2;
	char text[64];

	switch (batch) {
	case 0: return script_begin(number, at, out);
	case 1: out[0] = event_of(EVENT_CLOCK_PASSED, at); return 1;
	case 2: out[0] = event_with(EVENT_PEOPLE_CHANGED, at, 9, 0, "", ""); out[0].mark = true; return 1;
	case 3: words(text, "Skola", number); out[0] = setting_event(SET_SCHOOL, 0, text); return 1;
	case 4:
		out[0] = event_with(EVENT_STEP_LEFT, at, 0, STEP_DONE, "", "");
		out[0].mark = true;
		out[1] = event_with(EVENT_STEP_BEGUN, at, 1, 0, "", "");
		return 2;
	case 5: out[0] = event_with(EVENT_RATING_OPENED, at, 8, 5, "", ""); return 1;
	case 6: out[0] = event_of(EVENT_BALLOT_TAKEN, at); out[1] = event_of(EVENT_BALLOT_TOUCHED, at); return 2;
	case 7: return script_close(number, at, out);
	case 8:
		words(text, "Utkast", number);
		out[0] = event_of(EVENT_CLOCK_PASSED, at);
		out[1] = event_with(EVENT_DRAFT_KEPT, at, EDIT_NOTE, 0, "", text);
		return 2;
	case 9: words(text, "Första", number); out[0] = event_with(EVENT_NOTE_WRITTEN, at, 0, 2, "", text); out[0].mark = true; return 1;
	case 10: words(text, "Andra", number); out[0] = event_with(EVENT_NOTE_WRITTEN, at, 1, -1, "", text); out[0].mark = true; return 1;
	case 11: words(text, "Ångrad", number); out[0] = event_with(EVENT_NOTE_WRITTEN, at, 2, -1, "", text); out[0].mark = true; return 1;
	case 12: out[0] = event_of(EVENT_UNDONE, at); return 1;
	case 13:
		words(text, "Grund", number);
		out[0] = event_with(EVENT_SHARED_CHOSEN, at, 2, 0, "rektor.utbildning.1", "");
		out[1] = event_with(EVENT_SHARED_GROUNDS, at, 0, 0, "rektor.utbildning.1", text);
		return 2;
	case 14: words(text, "Halvt", number); out[0] = event_with(EVENT_DRAFT_KEPT, at, EDIT_NOTE, 2, "", text); return 1;
	case 15: out[0] = setting_event(SET_DARK, number % 2, ""); out[1] = setting_event(SET_SET_UP, 1, ""); return 2;
	case 16:
		out[0] = event_with(EVENT_STEP_LEFT, at, 2, cases ? STEP_PARKED : STEP_DONE, "", "");
		out[1] = event_of(EVENT_STEPS_DONE, at);
		return 2;
	default: out[0] = event_of(EVENT_MEETING_ENDED, at); return 1;
	}
}

/* ---- What should be stored ---- */

struct model *model_new(void)
{
	struct model *model = calloc(1, sizeof *model);

	assert_non_null(model);
	core_init(&model->core);
	return model;
}

void model_free(struct model *model)
{
	free(model);
}

static void model_end(struct model *model, ms_t at)
{
	const struct meeting *meeting = &model->core.meeting;
	struct meeting *record = &model->record[model->ended];

	assert_true(model->ended < MODEL_RECORDS);
	memset(record, 0, sizeof *record);
	if (model->cases) {
		record->cases = true;
		record->wall = meeting->wall;
		str_copy(record->agenda, ID_BYTES, meeting->agenda);
	} else {
		*record = *meeting;
		model->minutes[model->ended] = (int32_t)((at - meeting->began_at + 30000) / 60000);
	}
	model->ended++;
	model->count = 0;
	model->cases = false;
	model->draft_known = false;
	model->clock_known = false;
}

static void model_stored(struct model *model, struct event event)
{
	if (event.kind == EVENT_MEETING_ENDED) {
		model_end(model, event.at);
		return;
	}
	if (event.kind == EVENT_CLOCK_PASSED) {
		model->clock_known = true;
		model->clock = event;
		return;
	}
	if (event.kind == EVENT_DRAFT_KEPT) {
		model->draft_known = !model->cases && event.edit.what != EDIT_NOTHING;
		model->draft = event;
		return;
	}
	if (event.kind == EVENT_MEETING_BEGUN) {
		model->cases = event.meeting.cases != 0;
		model->draft_known = false;
		model->clock_known = false;
	}
	if (event.kind == EVENT_NOTE_WRITTEN || event.kind == EVENT_SHARED_GROUNDS) {
		model->draft_known = false;
	}
	if (model->cases) {
		memset(event.text, 0, sizeof event.text);
	}
	assert_true(model->count < MODEL_EVENTS);
	model->live[model->count++] = event;
}

void model_take(struct model *model, const struct event *events, int32_t count)
{
	for (int32_t i = 0; i < count; i++) {
		core_apply(&model->core, &events[i]);
		if (event_class(events[i].kind) == KEPT) {
			model->setting[events[i].set.what].known = true;
			model->setting[events[i].set.what].value = events[i].set.value;
			str_copy(model->setting[events[i].set.what].text, NAME_BYTES, events[i].text);
		} else if (event_class(events[i].kind) == STORED) {
			model_stored(model, events[i]);
		}
	}
}

bool same_event(const struct event *a, const struct event *b)
{
	return a->kind == b->kind && a->mark == b->mark && a->at == b->at && memcmp(a->n, b->n, sizeof a->n) == 0 &&
	       str_equal(a->id, b->id) && str_equal(a->text, b->text);
}

void replayed_take(void *self, const struct event *event)
{
	struct replayed *replayed = self;

	if (replayed->count == replayed->room) {
		replayed->room = max_i32(64, 2 * replayed->room);
		replayed->at = realloc(replayed->at, (size_t)replayed->room * sizeof *replayed->at);
		assert_non_null(replayed->at);
	}
	replayed->at[replayed->count++] = *event;
}

void replayed_free(struct replayed *replayed)
{
	free(replayed->at);
	*replayed = (struct replayed){.at = NULL};
}

static bool next_is(const struct replayed *is, int32_t *at, const struct event *should)
{
	return *at < is->count && same_event(&is->at[(*at)++], should);
}

static const char *replay_differs(const struct model *model, const struct replayed *is)
{
	int32_t at = 0;

	for (int32_t i = 0; i < SETTING_COUNT; i++) {
		struct event event = setting_event((enum setting)i, model->setting[i].value, model->setting[i].text);

		if (model->setting[i].known && !next_is(is, &at, &event)) {
			return "a setting";
		}
	}
	for (int32_t i = 0; i < model->count; i++) {
		if (!next_is(is, &at, &model->live[i])) {
			return "an event";
		}
	}
	if (model->draft_known && !next_is(is, &at, &model->draft)) {
		return "the draft";
	}
	if (model->clock_known && !next_is(is, &at, &model->clock)) {
		return "the clock";
	}
	return at != is->count ? "more than there should be" : NULL;
}

const char *model_live_differs(const struct model *model, struct journal *journal)
{
	struct replayed is = {.at = NULL};
	const char *differs;

	journal_replay(journal, replayed_take, &is);
	differs = replay_differs(model, &is);
	replayed_free(&is);
	return differs;
}

const char *record_differs(const struct meeting *is, const struct meeting *should)
{
	if (is->live || is->cases != should->cases || is->wall != should->wall || !str_equal(is->agenda, should->agenda)) {
		return "the meeting";
	}
	if (is->people != should->people || is->minutes != should->minutes || is->rates != should->rates ||
	    is->limit != should->limit || is->all_done != should->all_done || is->shared_by_theme != should->shared_by_theme) {
		return "the meeting's numbers";
	}
	if (memcmp(&is->rating, &should->rating, sizeof is->rating) != 0 || is->statement_count != should->statement_count ||
	    memcmp(is->tallies, should->tallies, sizeof is->tallies) != 0 ||
	    memcmp(is->statements, should->statements, sizeof is->statements) != 0) {
		return "the results";
	}
	for (int32_t i = 0; i < should->step_count; i++) {
		const struct step *a = &is->steps[i];
		const struct step *b = &should->steps[i];

		if (is->step_count != should->step_count || !str_equal(a->id, b->id) || a->kind != b->kind || a->status != b->status ||
		    a->spent_ms != b->spent_ms || a->planned_ms != b->planned_ms || a->open_way != b->open_way) {
			return "a step";
		}
	}
	for (int32_t i = 0; i < should->shared_count; i++) {
		if (is->shared_count != should->shared_count || !str_equal(is->shared[i].id, should->shared[i].id) ||
		    is->shared[i].answer != should->shared[i].answer || !str_equal(is->shared[i].grounds, should->shared[i].grounds)) {
			return "a shared answer";
		}
	}
	for (int32_t i = 0; i < should->note_count; i++) {
		if (is->note_count != should->note_count || is->notes[i].step != should->notes[i].step ||
		    !str_equal(is->notes[i].text, should->notes[i].text)) {
			return "a note";
		}
	}
	return is->note_count != should->note_count || is->shared_count != should->shared_count ? "the number of words" : NULL;
}

static const char *past_differs(const struct past *past, const struct meeting *should, int32_t number, int32_t minutes)
{
	return past->number == number && past->wall == should->wall && str_equal(past->agenda, should->agenda) &&
	                       past->cases == should->cases && past->people == should->people && past->minutes == minutes &&
	                       past->statements == should->statement_count && past->notes == should->note_count &&
	                       str_equal(past->first_statement, should->statement_count > 0 ? should->statements[0] : "")
	               ? NULL
	               : "a line of the list";
}

const char *model_records_differ(const struct model *model, struct journal *journal)
{
	struct history *history = calloc(1, sizeof *history);
	const char *differs = NULL;

	assert_non_null(history);
	for (int32_t i = 0; i < model->ended && differs == NULL; i++) {
		if (!journal_history(journal, i + 1, history) || history->record_number != i + 1) {
			differs = "a record that cannot be read";
		} else if (history->total != model->ended || history->count != model->ended) {
			differs = "the number of records";
		} else {
			differs = past_differs(&history->past[model->ended - 1 - i], &model->record[i], i + 1, model->minutes[i]);
			differs = differs != NULL ? differs : record_differs(&history->record, &model->record[i]);
		}
	}
	if (differs == NULL && (!journal_history(journal, 0, history) || history->total != model->ended)) {
		differs = "the number of records";
	}
	free(history);
	return differs;
}

const char *model_differs(const struct model *model, struct journal *journal)
{
	const char *differs = model_live_differs(model, journal);

	return differs != NULL ? differs : model_records_differ(model, journal);
}

int32_t script_play(struct journal *journal, struct model *model, int32_t first, int32_t last)
{
	struct event *batch = calloc(EVENTS_MAX, sizeof *batch);
	int32_t stored = 0;

	assert_non_null(batch);
	for (int32_t i = first; i <= last; i++) {
		int32_t count = script_batch(i / SCRIPT_BATCHES, i % SCRIPT_BATCHES, batch);

		model_take(model, batch, count);
		if (!journal_append(journal, batch, count, &model->core)) {
			break;
		}
		stored++;
	}
	free(batch);
	return stored;
}

struct journal *open_ok(const char *folder)
{
	struct journal *journal = NULL;
	char why[WHY_BYTES];

	assert_int_equal(JOURNAL_OPENED, journal_open(&(struct journal_config){.folder = folder}, LANG_EN, &journal, why));
	assert_string_equal("", why);
	assert_non_null(journal);
	return journal;
}
