/* Taking events in. */
#include "firmware/journal/inside.h"

#include "firmware/base/str.h"

/* Events that go into the meeting's list, not those of which only the last is kept or that end it. */
static bool goes_in_list(const struct event *event)
{
	return event_class(event->kind) == STORED && event->kind != EVENT_CLOCK_PASSED && event->kind != EVENT_DRAFT_KEPT &&
	       event->kind != EVENT_MEETING_ENDED;
}

static int32_t rest_of_batch(const struct event *events, int32_t count)
{
	int32_t rest = 0;

	for (int32_t i = 0; i < count && events[i].kind != EVENT_MEETING_ENDED; i++) {
		rest += goes_in_list(&events[i]) ? 1 : 0;
	}
	return rest;
}

static void set_latest(struct journal *journal, int32_t which, const struct event *event)
{
	struct latest *latest = &journal->latest[which];

	if (event != NULL) {
		*latest = (struct latest){.known = true, .event = *event};
		latest->event.mark = false;
		journal->latest_dirty[which] = true;
	} else if (latest->known) {
		memset(latest, 0, sizeof *latest);
		journal->latest_dirty[which] = true;
	}
}

static void take_setting(struct journal *journal, const struct event *event)
{
	struct kept *kept;
	int32_t draft = journal->latest[LATEST_DRAFT].event.edit.what;

	assert(event->set.what >= 0 && event->set.what < SETTING_COUNT);
	kept = &journal->setting[event->set.what];
	*kept = (struct kept){.known = true, .dirty = true, .value = event->set.value};
	str_copy(kept->text, sizeof kept->text, event->text);
	if ((event->set.what == SET_SCHOOL && draft == EDIT_SCHOOL) || (event->set.what == SET_TEAM && draft == EDIT_TEAM)) {
		set_latest(journal, LATEST_DRAFT, NULL);
	}
}

static void no_meeting(struct journal *journal)
{
	stored_wipe(&journal->live);
	journal->durable = 0;
	journal->hole = false;
	journal->cases = false;
	set_latest(journal, LATEST_DRAFT, NULL);
	set_latest(journal, LATEST_CLOCK, NULL);
}

static void take_end(struct journal *journal, const struct event *event, const struct core *after)
{
	if (journal->ended_count < ENDED_MAX) {
		record_of(&journal->ended[journal->ended_count++], journal->next_number++, &after->meeting, journal->cases, event->at);
	} else {
		journal->lost = true;
	}
	no_meeting(journal);
}

static void take_draft(struct journal *journal, const struct event *event)
{
	bool names = event->edit.what == EDIT_SCHOOL || event->edit.what == EDIT_TEAM;

	if (event->edit.what == EDIT_NOTHING || (journal->cases && !names)) {
		set_latest(journal, LATEST_DRAFT, NULL);
	} else {
		set_latest(journal, LATEST_DRAFT, event);
	}
}

/* Puts an event in the meeting's list; `batch`: how many were there before those decided together with it. If the list is full none of
   them stays. */
static void take_stored(struct journal *journal, const struct event *event, int32_t rest, int32_t *batch)
{
	struct event stored = *event;

	if (event->kind == EVENT_MEETING_BEGUN) {
		/* A meeting that never ended, because it could not be replayed, gives way. */
		journal->rewrite = journal->rewrite || journal->live.count > 0;
		no_meeting(journal);
		journal->cases = event->meeting.cases != 0;
		*batch = 0;
	}
	if (event->kind == EVENT_NOTE_WRITTEN || event->kind == EVENT_SHARED_GROUNDS) {
		set_latest(journal, LATEST_DRAFT, NULL);
	}
	if (journal->cases) {
		memset(stored.text, 0, sizeof stored.text);
	}
	if (!journal->hole && !stored_add(&journal->live, &stored, rest)) {
		stored_cut(&journal->live, *batch);
		journal->hole = true;
	}
}

static void take(struct journal *journal, const struct event *event, int32_t rest, int32_t *batch, const struct core *after)
{
	switch (event_class(event->kind)) {
	case PASSING:
		return;
	case KEPT:
		take_setting(journal, event);
		return;
	case STORED:
		break;
	}
	if (event->kind == EVENT_MEETING_ENDED) {
		take_end(journal, event, after);
		*batch = 0;
	} else if (event->kind == EVENT_CLOCK_PASSED) {
		set_latest(journal, LATEST_CLOCK, event);
	} else if (event->kind == EVENT_DRAFT_KEPT) {
		take_draft(journal, event);
	} else {
		take_stored(journal, event, rest, batch);
	}
}

/* Sums leave the box when it closes and at no other time: those of an open one would give each ballot away by difference. */
static bool counted_without_closing(const struct event *events, int32_t count)
{
	bool counted = false;
	bool closed = false;

	for (int32_t i = 0; i < count; i++) {
		counted = counted || events[i].kind == EVENT_RATING_COUNTED;
		closed = closed || events[i].kind == EVENT_RATING_CLOSED;
	}
	return counted && !closed;
}

bool journal_append(struct journal *journal, const struct event *events, int32_t count, const struct core *after)
{
	int32_t batch = journal->live.count;
	bool something = false;

	assert(!counted_without_closing(events, count));
	for (int32_t i = 0; i < count; i++) {
		something = something || event_class(events[i].kind) != PASSING;
		take(journal, &events[i], rest_of_batch(&events[i + 1], count - i - 1), &batch, after);
	}
	if (something) {
		(void)journal_flush(journal);
	}
	return !journal->sick && !journal->hole && !journal->lost;
}
