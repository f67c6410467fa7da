/* Material out of the packs that have no faults. */
#include <string.h>

#include "firmware/base/str.h"
#include "firmware/content/draft.h"
#include "firmware/core/plan.h"

#define FORM_MINUTES_MAX 240   /* longer than any meeting */

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

#define MINUTES_STEP 5

static int32_t whole_steps(int32_t minutes)
{
	return (minutes + MINUTES_STEP - 1) / MINUTES_STEP * MINUTES_STEP;
}

/* A form on its own is a meeting: as short as its smallest group can make it, as long as its largest may want it. */
static struct agenda agenda_of(const struct form *form)
{
	struct agenda agenda = {.name = form->name, .about = form->when, .form = form, .smallest = form->smallest, .largest = form->largest,
		.step_count = form->step_count};
	struct plan plan;

	str_copy(agenda.id, sizeof agenda.id, form->id);
	memcpy(agenda.steps, form->steps, sizeof agenda.steps);
	plan_fit(&(struct plan_wish){.agenda = &agenda, .people = agenda.smallest, .minutes = 0}, &plan);
	agenda.shortest_min = whole_steps(plan.needed_min);
	plan_fit(&(struct plan_wish){.agenda = &agenda, .people = agenda.largest, .minutes = FORM_MINUTES_MAX}, &plan);
	agenda.longest_min = max_i32(whole_steps(max_i32(plan.total_min, plan.needed_min)), agenda.shortest_min);
	return agenda;
}

/* Secret answers need an agenda that says about what. */
static bool stands_alone(const struct form *form)
{
	for (int32_t i = 0; i < form->step_count; i++) {
		if (form->steps[i].kind == STEP_RATE || form->steps[i].kind == STEP_RESULT || form->steps[i].kind == STEP_SHARED) {
			return false;
		}
	}
	return true;
}

static void build_agendas(struct arena *arena, struct pack *packs, struct material *out)
{
	struct agenda *agendas;
	int32_t room = out->form_count;

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
	for (int32_t i = 0; i < out->form_count; i++) {
		if (agenda_index(out, out->forms[i].id) < 0 && stands_alone(&out->forms[i])) {
			agendas[out->agenda_count++] = agenda_of(&out->forms[i]);
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
