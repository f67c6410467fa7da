/* Material out of the packs that have no faults. */
#include <string.h>

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

/* Where an instrument for an audience goes: in the place of the one it replaces, else last. */
static struct instrument *place_of(struct instrument *instruments, int32_t *count, const struct instrument *said)
{
	for (int32_t i = 0; i < *count; i++) {
		if (str_equal(instruments[i].id, said->id) && str_equal(instruments[i].audience, said->audience)) {
			return &instruments[i];
		}
	}
	instruments[*count].level = instruments[*count].level_about = words_none();
	return &instruments[(*count)++];
}

/* What a later pack may leave out of the instrument that it replaces stays as it was: how its audience is called, and the ways
 * forward of areas of the same id. */
static void inherit(struct arena *arena, struct instrument *to, const struct instrument *from)
{
	struct area *areas = arena_array(arena, to->area_count, sizeof *areas);

	to->level = to->level.in[0][0] == '\0' ? from->level : to->level;
	to->level_about = to->level_about.in[0][0] == '\0' ? from->level_about : to->level_about;
	if (to->participant_count == 0) {
		to->participant_count = from->participant_count;
		memcpy(to->participants, from->participants, sizeof to->participants);
	}
	for (int32_t i = 0; i < to->area_count; i++) {
		areas[i] = to->areas[i];
		for (int32_t j = 0; j < from->area_count && areas[i].option_count == 0; j++) {
			if (str_equal(areas[i].id, from->areas[j].id)) {
				areas[i].option_count = from->areas[j].option_count;
				memcpy(areas[i].options, from->areas[j].options, sizeof areas[i].options);
			}
		}
	}
	to->areas = areas;
}

/* A later pack's instrument replaces an earlier one's for the audiences that both speak to. */
static void build_instruments(struct arena *arena, const struct pack *packs, struct material *out)
{
	struct instrument *instruments;
	int32_t room = 0;

	for (const struct pack *pack = packs; pack != NULL; pack = pack->next) {
		room += pack->instrument != NULL ? pack->instrument->audience_count : 0;
	}
	out->instruments = instruments = arena_array(arena, room, sizeof *instruments);
	for (const struct pack *pack = packs; pack != NULL; pack = pack->next) {
		const struct instrument_draft *draft = pack->broken ? NULL : pack->instrument;

		for (int32_t i = 0; draft != NULL && i < draft->audience_count; i++) {
			if (draft->said[i].statement_count > 0) {
				struct instrument said = draft->said[i];
				struct instrument *place = place_of(instruments, &out->instrument_count, &said);

				inherit(arena, &said, place);
				*place = said;
			}
		}
	}
}

static int32_t build_indices(const struct material *material, const struct node *list, int32_t out[TASK_AGENDAS_MAX])
{
	int32_t count = 0;

	for (const struct node *node = list_first(list); node != NULL; node = node->next) {
		int32_t index = agenda_index(material, node->text);

		assert(index >= 0 && count < TASK_AGENDAS_MAX);
		out[count++] = index;
	}
	return count;
}

static void build_year(const struct year_draft *year, struct material *out)
{
	for (int32_t i = 0; i < year->task_count; i++) {
		struct year_task *task = year->tasks[i].task;

		task->agenda_count = build_indices(out, year->tasks[i].agendas, task->agendas);
	}
	for (int32_t i = 0; i < year->plan_count; i++) {
		struct year_plan *plan = year->plans[i].plan;

		plan->agenda_count = build_indices(out, year->plans[i].agendas, plan->agendas);
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
