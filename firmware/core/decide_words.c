/* The shared answer, notes, and the letters that make them. */
#include "firmware/core/decide.h"

#include "firmware/base/str.h"

#include <string.h>

static bool shared_step_on(const struct core *core)
{
	const struct step *step = meeting_step(&core->meeting);

	return step != NULL && step->kind == STEP_SHARED && core->meeting.statement_count > 0;
}

/* True if what is said about that item is kept already, or there is room for it. */
static bool shared_has_room(const struct meeting *meeting, const char *id)
{
	return meeting->shared_count < SHARED_MAX || meeting_shared(meeting, id) != NULL;
}

static void choose_shared(struct decision *d)
{
	const struct core *core = d->core;
	struct event *event;
	char id[ID_BYTES];

	if (!shared_step_on(core)) {
		decide_refuse(d, REFUSAL_NOT_HERE);
		return;
	}
	switch ((int)d->command->kind) {
	case CMD_SHARED_ITEM:
		decide_add_n(d, EVENT_SHARED_SHOWN, clamp_i32(d->command->n, 0, shared_items(&core->meeting) - 1));
		break;
	case CMD_SHARED_BY: decide_add_n(d, EVENT_SHARED_BY_SET, d->command->n != 0 ? 1 : 0); break;
	case CMD_SHARED_ANSWER:
		shared_item_id(&core->meeting, core->shared_item, id);
		if (d->command->n < 0 || d->command->n > UNSURE || !shared_has_room(&core->meeting, id)) {
			decide_refuse(d, REFUSAL_BOUND);
			break;
		}
		event = decide_add(d, EVENT_SHARED_CHOSEN);
		event->n[0] = d->command->n;
		str_copy(event->id, sizeof event->id, id);
		break;
	default: UNREACHABLE();
	}
}

/* What stands where the keyboard opens. NULL if it may not open there. */
static const char *standing(const struct core *core, enum edit what, int32_t which)
{
	const struct meeting *meeting = &core->meeting;
	char id[ID_BYTES];
	const struct shared *shared;

	switch (what) {
	case EDIT_NOTHING: return NULL;
	case EDIT_NOTE:
		if (!meeting->live || meeting->cases || which < 0 || which > meeting->note_count || which >= NOTES_MAX) {
			return NULL;
		}
		return which < meeting->note_count ? meeting->notes[which].text : "";
	case EDIT_GROUNDS:
		if (!shared_step_on(core) || which < 0 || which >= shared_items(meeting)) {
			return NULL;
		}
		shared_item_id(meeting, which, id);
		shared = meeting_shared(meeting, id);
		return shared != NULL ? shared->grounds : shared_has_room(meeting, id) ? "" : NULL;
	case EDIT_SCHOOL: return core->settings.school;
	case EDIT_TEAM: return core->settings.team;
	}
	return NULL;
}

bool decide_may_edit(const struct core *core, enum edit what, int32_t which)
{
	return standing(core, what, which) != NULL;
}

static void begin_edit(struct decision *d)
{
	enum edit what = (enum edit)d->command->n;
	const char *text = standing(d->core, what, d->command->m);
	bool secret = d->core->meeting.live && d->core->meeting.rating.phase == RATING_OPEN;
	struct event *event;

	/* What is about to happen in a few seconds would take the text with it. */
	if (text == NULL || secret || d->core->pending != PENDING_NONE) {
		decide_refuse(d, REFUSAL_NOT_HERE);
		return;
	}
	event = decide_add(d, EVENT_EDIT_BEGUN);
	event->edit.what = (int32_t)what;
	event->edit.which = d->command->m;
	event->edit.cursor = (int32_t)str_copy(event->text, sizeof event->text, text);
	event->edit.shift = text[0] == '\0' ? 1 : 0;   /* a sentence begins with a capital */
}

static struct event *edited(struct decision *d)
{
	const struct editing *edit = &d->core->edit;
	struct event *event = decide_add(d, EVENT_EDIT_CHANGED);

	event->edit.what = (int32_t)edit->what;
	event->edit.which = edit->which;
	event->edit.cursor = edit->cursor;
	event->edit.shift = edit->shift ? 1 : 0;
	event->edit.page = edit->page;
	str_copy(event->text, sizeof event->text, edit->text);
	return event;
}

/* A capital after the end of a sentence. */
static bool sentence_over(const char *text, size_t cursor)
{
	return cursor >= 2 && text[cursor - 1] == ' ' && (text[cursor - 2] == '.' || text[cursor - 2] == '?' || text[cursor - 2] == '!');
}

/* Controls and halves of surrogate pairs are no letters. */
static bool is_letter(int32_t n)
{
	return n >= ' ' && n != 0x7F && n <= 0x10FFFF && (n < 0xD800 || n > 0xDFFF);
}

static void type_letter(struct decision *d)
{
	const struct editing *edit = &d->core->edit;
	struct event *event = edited(d);
	size_t cursor = (size_t)edit->cursor;

	if (!is_letter(d->command->n) || !str_insert(event->text, edit_room(edit->what), &cursor, (uint32_t)d->command->n)) {
		decide_refuse(d, REFUSAL_BOUND);
		return;
	}
	event->edit.cursor = (int32_t)cursor;
	event->edit.shift = sentence_over(event->text, cursor) ? 1 : 0;
}

static void erase(struct decision *d)
{
	struct event *event = edited(d);
	size_t cursor = (size_t)d->core->edit.cursor;

	if (!str_erase_before(event->text, &cursor)) {
		decide_refuse(d, REFUSAL_BOUND);
		return;
	}
	event->edit.cursor = (int32_t)cursor;
	event->edit.shift = cursor == 0 ? 1 : 0;
}

static void move_cursor(struct decision *d)
{
	struct event *event = edited(d);
	size_t cursor = (size_t)d->core->edit.cursor;

	for (int32_t i = clamp_i32(d->command->n, -TEXT_BYTES, TEXT_BYTES); i != 0; i += i < 0 ? 1 : -1) {
		cursor = d->command->n < 0 ? str_before(event->text, cursor) : str_after(event->text, cursor);
	}
	event->edit.cursor = (int32_t)cursor;
}

/* Spaces round a text mean nothing. Returns the text within event->text, shortened in place. */
static void trim(char *text)
{
	size_t len = strlen(text);
	size_t from = 0;

	while (len > 0 && text[len - 1] == ' ') {
		text[--len] = '\0';
	}
	while (text[from] == ' ') {
		from++;
	}
	memmove(text, text + from, len - from + 1);
}

static void keep_note(struct decision *d, const struct editing *edit, const char *text)
{
	const struct meeting *meeting = &d->core->meeting;
	struct event *event;

	if (text[0] == '\0') {
		if (edit->which < meeting->note_count) {
			decide_add(d, EVENT_NOTE_REMOVED)->note.which = edit->which;
		}
		return;
	}
	event = decide_add(d, EVENT_NOTE_WRITTEN);
	event->note.which = edit->which;
	event->note.step = edit->which < meeting->note_count ? meeting->notes[edit->which].step
	                                                     : meeting->all_done ? -1 : meeting->at;
	str_copy(event->text, sizeof event->text, text);
}

/* No grounds for an answer that nobody has given are nothing. */
static void keep_grounds(struct decision *d, const struct editing *edit, const char *text)
{
	char id[ID_BYTES];
	struct event *event;

	shared_item_id(&d->core->meeting, edit->which, id);
	if (text[0] != '\0' || meeting_shared(&d->core->meeting, id) != NULL) {
		event = decide_add(d, EVENT_SHARED_GROUNDS);
		str_copy(event->id, sizeof event->id, id);
		str_copy(event->text, sizeof event->text, text);
	}
}

static void drop_draft(struct decision *d)
{
	if (d->core->meeting.live && d->core->draft.what != EDIT_NOTHING) {
		decide_add(d, EVENT_DRAFT_KEPT);
	}
}

static void finish_edit(struct decision *d)
{
	const struct editing *edit = &d->core->edit;
	struct event *event;
	char text[TEXT_BYTES];

	str_copy(text, sizeof text, edit->text);
	trim(text);
	switch (edit->what) {
	case EDIT_NOTHING: break;
	case EDIT_NOTE: keep_note(d, edit, text); break;
	case EDIT_GROUNDS: keep_grounds(d, edit, text); break;
	case EDIT_SCHOOL:
	case EDIT_TEAM:
		event = decide_add(d, EVENT_SETTING_CHANGED);
		event->set.what = edit->what == EDIT_SCHOOL ? SET_SCHOOL : SET_TEAM;
		str_copy(event->text, sizeof event->text, text);
		break;
	}
	/* What is written down takes its draft with it. */
	if (d->count == 0 || d->out[0].kind == EVENT_NOTE_REMOVED) {
		drop_draft(d);
	}
	decide_add(d, EVENT_EDIT_ENDED);
}

static void remove_note(struct decision *d)
{
	if (d->core->meeting.rating.phase == RATING_OPEN) {
		decide_refuse(d, REFUSAL_NOT_HERE);
	} else if (d->command->m < 0 || d->command->m >= d->core->meeting.note_count) {
		decide_refuse(d, REFUSAL_BOUND);
	} else {
		decide_add(d, EVENT_NOTE_REMOVED)->note.which = d->command->m;
	}
}

void decide_words(struct decision *d)
{
	enum command_kind kind = d->command->kind;

	if (kind >= CMD_TYPE && d->core->edit.what == EDIT_NOTHING) {
		decide_refuse(d, REFUSAL_NOT_HERE);
		return;
	}
	switch ((int)kind) {
	case CMD_SHARED_ITEM:
	case CMD_SHARED_ANSWER:
	case CMD_SHARED_BY: choose_shared(d); break;
	case CMD_EDIT: begin_edit(d); break;
	case CMD_NOTE_REMOVE: remove_note(d); break;
	case CMD_TYPE: type_letter(d); break;
	case CMD_ERASE: erase(d); break;
	case CMD_CURSOR: move_cursor(d); break;
	case CMD_SHIFT: edited(d)->edit.shift = d->core->edit.shift ? 0 : 1; break;
	case CMD_KEYS: edited(d)->edit.page = clamp_i32(d->command->n, 0, 3); break;
	case CMD_EDIT_DONE: finish_edit(d); break;
	case CMD_EDIT_CANCEL: drop_draft(d); decide_add(d, EVENT_EDIT_ENDED); break;
	default: UNREACHABLE();
	}
}
