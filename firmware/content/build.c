/* Material out of the packs that have no faults. */
#include "firmware/base/str.h"
#include "firmware/content/draft.h"

static int32_t agenda_index(const struct material *material, const char *id)
{
	for (int32_t i = 0; i < material->agenda_count; i++) {
		if (str_equal(material->agendas[i].id, id)) {
			return i;
		}
	}
	return -1;
}

static bool form_taken(const struct form *forms, int32_t count, const char *id)
{
	for (int32_t i = 0; i < count; i++) {
		if (str_equal(forms[i].id, id)) {
			return true;
		}
	}
	return false;
}

/* A later pack's form stands in the place of the one it replaces. */
static void build_forms(struct arena *arena, struct pack *packs, struct material *out)
{
	struct form *forms;
	int32_t room = 0;

	for (struct pack *pack = packs; pack != NULL; pack = pack->next) {
		for (struct form_draft *draft = pack->forms; draft != NULL && !pack->broken; draft = draft->next) {
			room++;
		}
	}
	out->forms = forms = arena_array(arena, room, sizeof *forms);
	for (struct pack *pack = packs; pack != NULL; pack = pack->next) {
		for (struct form_draft *draft = pack->forms; draft != NULL && !pack->broken; draft = draft->next) {
			if (!form_taken(forms, out->form_count, draft->form.id)) {
				forms[out->form_count++] = find_form(packs, draft->form.id, true)->form;
			}
		}
	}
}

static void build_agendas(struct arena *arena, struct pack *packs, struct material *out)
{
	struct agenda *agendas;
	int32_t room = 0;

	for (struct pack *pack = packs; pack != NULL; pack = pack->next) {
		for (struct agenda_draft *draft = pack->agendas; draft != NULL && !pack->broken; draft = draft->next) {
			room++;
		}
	}
	out->agendas = agendas = arena_array(arena, room, sizeof *agendas);
	for (struct pack *pack = packs; pack != NULL; pack = pack->next) {
		for (struct agenda_draft *draft = pack->agendas; draft != NULL && !pack->broken; draft = draft->next) {
			if (agenda_index(out, draft->agenda.id) < 0) {
				agendas[out->agenda_count++] = find_agenda(packs, draft->agenda.id, true)->agenda;
			}
		}
	}
}

/* The id of a pack's instrument, "" without one. */
static const char *instrument_id(const struct pack *pack)
{
	return pack->broken || pack->instrument == NULL ? "" : pack->instrument->said[0].id;
}

static const struct instrument_draft *last_instrument(const struct pack *packs, const char *id)
{
	const struct instrument_draft *found = NULL;

	for (const struct pack *pack = packs; pack != NULL; pack = pack->next) {
		if (str_equal(instrument_id(pack), id)) {
			found = pack->instrument;
		}
	}
	return found;
}

static bool said_before(const struct pack *packs, const struct pack *until, const char *id)
{
	for (const struct pack *pack = packs; pack != until; pack = pack->next) {
		if (str_equal(instrument_id(pack), id)) {
			return true;
		}
	}
	return false;
}

static void build_instruments(struct arena *arena, const struct pack *packs, struct material *out)
{
	struct instrument *instruments;
	int32_t room = 0;

	for (const struct pack *pack = packs; pack != NULL; pack = pack->next) {
		room += AUDIENCE_COUNT;
	}
	out->instruments = instruments = arena_array(arena, room, sizeof *instruments);
	for (const struct pack *pack = packs; pack != NULL; pack = pack->next) {
		const char *id = instrument_id(pack);
		const struct instrument_draft *draft;

		if (id[0] == '\0' || said_before(packs, pack, id)) {
			continue;
		}
		draft = last_instrument(packs, id);
		for (int32_t i = 0; i < AUDIENCE_COUNT; i++) {
			if (draft->said[i].statement_count > 0) {
				instruments[out->instrument_count++] = draft->said[i];
			}
		}
	}
}

static void build_year(const struct year_draft *year, struct material *out)
{
	for (int32_t i = 0; i < year->task_count; i++) {
		struct year_task *task = year->tasks[i].task;

		for (const struct node *node = list_first(year->tasks[i].agendas); node != NULL; node = node->next) {
			int32_t index = agenda_index(out, node->text);

			assert(index >= 0 && task->agenda_count < TASK_AGENDAS_MAX);
			task->agendas[task->agenda_count++] = index;
		}
	}
	out->moments = year->moments;
	out->moment_count = year->moment_count;
	out->gaps = year->gaps;
	out->gap_count = year->gap_count;
	out->reminders = year->reminders;
	out->reminder_count = year->reminder_count;
}

void build_material(struct arena *arena, struct pack *packs, struct material *out)
{
	const struct year_draft *year = find_year(packs);

	*out = (struct material){.moments = arena_alloc(arena, sizeof *out->moments), .gaps = arena_alloc(arena, sizeof *out->gaps)};
	build_forms(arena, packs, out);
	build_agendas(arena, packs, out);
	build_instruments(arena, packs, out);
	if (year != NULL) {
		build_year(year, out);
	}
}
