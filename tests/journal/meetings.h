/* What the journal's tests share: a folder of their own, meetings to store, and a picture of what should come back. */
#ifndef SAMSYN_TEST_MEETINGS_H
#define SAMSYN_TEST_MEETINGS_H

#include "firmware/base/str.h"
#include "firmware/core/core.h"
#include "firmware/journal/journal.h"

#define FOLDER_BYTES 200
#define MODEL_EVENTS 1500
#define MODEL_RECORDS 8
#define SCRIPT_BATCHES 18        /* calls of journal_append in one meeting of the script */

/* `all` where SAMSYN_LONG=1 asks for the full count, else `quick`. */
int32_t long_run(int32_t quick, int32_t all);
/* A fresh folder's name in folder[FOLDER_BYTES]; the folder itself is not made. In memory where the machine has room there. */
void folder_new(char *folder);
/* Removes the folder and what is in it. */
void folder_gone(const char *folder);
/* folder/name */
void folder_file(char *path, const char *folder, const char *name);
/* Every byte of every file in the folder, one file after the other, names included. Caller frees. */
unsigned char *folder_bytes(const char *folder, size_t *size);
bool bytes_hold(const unsigned char *bytes, size_t size, const char *text);
unsigned char *file_bytes(const char *path, size_t *size);
void file_write(const char *path, const unsigned char *bytes, size_t size);

/* Events from their parts. */
static inline struct event event_of(enum event_kind kind, ms_t at)
{
	struct event event;

	memset(&event, 0, sizeof event);
	event.kind = kind;
	event.at = at;
	return event;
}

static inline struct event event_with(enum event_kind kind, ms_t at, int32_t a, int32_t b, const char *id, const char *text)
{
	struct event event = event_of(kind, at);

	event.n[0] = a;
	event.n[1] = b;
	str_copy(event.id, sizeof event.id, id);
	str_copy(event.text, sizeof event.text, text);
	return event;
}

static inline struct event setting_event(enum setting setting, int32_t value, const char *text)
{
	return event_with(EVENT_SETTING_CHANGED, 0, (int32_t)setting, value, "", text);
}

/* Batch `batch` of meeting `number` as the program would store it; times, words and numbers follow `number`. Returns how many. */
int32_t script_batch(int32_t number, int32_t batch, struct event out[EVENTS_MAX]);

/* What should be stored: a second, simple account of the journal's rules. */
struct model {
	struct { bool known; int32_t value; char text[NAME_BYTES]; } setting[SETTING_COUNT];
	int32_t count;
	struct event live[MODEL_EVENTS];
	bool cases, draft_known, clock_known;
	struct event draft, clock;
	int32_t ended;
	struct meeting record[MODEL_RECORDS];
	int32_t minutes[MODEL_RECORDS];
	struct core core;              /* the state with everything applied */
};

struct model *model_new(void);
void model_free(struct model *model);
/* Applies the events and notes what of them should be stored. */
void model_take(struct model *model, const struct event *events, int32_t count);
/* NULL if the journal gives back exactly this, or what is different. */
const char *model_differs(const struct model *model, struct journal *journal);
/* The same for the records alone, and for the settings and the running meeting alone. */
const char *model_records_differ(const struct model *model, struct journal *journal);
const char *model_live_differs(const struct model *model, struct journal *journal);
bool same_event(const struct event *a, const struct event *b);
/* NULL, or what of a stored meeting differs. */
const char *record_differs(const struct meeting *is, const struct meeting *should);

/* What a replay gives, one event after the other. */
struct replayed {
	int32_t count, room;
	struct event *at;
};

void replayed_take(void *self, const struct event *event);
void replayed_free(struct replayed *replayed);

/* Plays batches first..last (both counted, over several meetings: batch i is i % SCRIPT_BATCHES of meeting i / SCRIPT_BATCHES). Stops at
   the first that is not stored; returns how many were. */
int32_t script_play(struct journal *journal, struct model *model, int32_t first, int32_t last);
/* journal_open with the machine's own files, in English; fails the test unless it opens like that. */
struct journal *open_ok(const char *folder);

#endif
