/* Forms and agendas as one pack says them. */
#include "firmware/base/str.h"
#include "firmware/content/read_steps.h"

#define MEETING_MINUTES_MAX 480

static const char *const rates_words[] = {"theme", "area", NULL};

static const struct field form_group_fields[] = {
	NUMBER_FIELD("smallest", struct form_draft, form.smallest, PEOPLE_MIN, PEOPLE_MAX),
	NUMBER_FIELD("largest", struct form_draft, form.largest, PEOPLE_MIN, PEOPLE_MAX),
};
static const struct shape form_group_shape = SHAPE("a group", form_group_fields);

static const struct field form_fields[] = {
	ID_FIELD("id", struct form_draft, form.id),
	TEXT_FIELD("name", struct form_draft, form.name),
	TEXT_FIELD("when", struct form_draft, form.when),
	INNER_FIELD("group", &form_group_shape),
	LIST_FIELD("steps", struct form_draft, steps, 1, RECIPE_STEPS_MAX),
};
static const struct shape form_shape = SHAPE("a form", form_fields);

static const struct field agenda_group_fields[] = {
	NUMBER_FIELD("smallest", struct agenda_draft, agenda.smallest, PEOPLE_MIN, PEOPLE_MAX),
	NUMBER_FIELD("largest", struct agenda_draft, agenda.largest, PEOPLE_MIN, PEOPLE_MAX),
};
static const struct shape agenda_group_shape = SHAPE("a group", agenda_group_fields);

static const struct field length_fields[] = {
	NUMBER_FIELD("shortest", struct agenda_draft, agenda.shortest_min, 1, MEETING_MINUTES_MAX),
	NUMBER_FIELD("longest", struct agenda_draft, agenda.longest_min, 1, MEETING_MINUTES_MAX),
};
static const struct shape length_shape = SHAPE("minutes of a meeting", length_fields);

static const struct field agenda_fields[] = {
	ID_FIELD("id", struct agenda_draft, agenda.id),
	TEXT_FIELD("name", struct agenda_draft, agenda.name),
	TEXT_FIELD("about", struct agenda_draft, agenda.about),
	NUMBER_MAYBE("moment", struct agenda_draft, agenda.moment, 1, MOMENTS_MAX),
	WORD_MAYBE("rates", struct agenda_draft, rates, rates_words),
	FLAG_MAYBE("cases", struct agenda_draft, agenda.cases),
	ID_MAYBE("analyses", struct agenda_draft, agenda.analyses),
	INNER_FIELD("minutes", &length_shape),
	INNER_FIELD("group", &agenda_group_shape),
	LIST_FIELD("steps", struct agenda_draft, steps, 1, RECIPE_STEPS_MAX),
};
static const struct shape agenda_shape = SHAPE("an agenda", agenda_fields);

static void check_order(struct reader *reader, const struct node *node, const char *low, int32_t lo, const char *high, int32_t hi)
{
	if (node != NULL && lo != 0 && hi != 0 && lo > hi) {
		node_fault(reader->faults, node, "%s (%d) should not be more than %s (%d)", low, lo, high, hi);
	}
}

static void check_list(struct reader *reader, const struct node *list, const char *what)
{
	if (list->kind != NODE_LIST) {
		node_fault(reader->faults, list, "expected a list of %s", what);
	} else if (list->count > LIST_MAX) {
		node_fault(reader->faults, list, "expected at most %d %s, found %d", LIST_MAX, what, list->count);
	}
}

static void check_step_ids(struct reader *reader, const struct form_draft *draft, const struct entry_draft *entries)
{
	for (int32_t i = 0; i < list_count(draft->steps); i++) {
		for (int32_t j = 0; j < i; j++) {
			if (entries[i].step.id[0] != '\0' && str_equal(entries[i].step.id, entries[j].step.id)) {
				node_fault(reader->faults, entries[i].node, "step id '%s' is already at line %d", entries[i].step.id,
					entries[j].node->line);
				break;
			}
		}
	}
}

static void read_form_steps(struct reader *reader, struct form_draft *draft)
{
	struct form *form = &draft->form;
	struct entry_draft *entries = arena_array(reader->arena, list_count(draft->steps), sizeof *entries);
	int32_t i = 0;

	for (const struct node *child = list_first(draft->steps); child != NULL; child = child->next, i++) {
		read_step(reader, child, &entries[i]);
		if (form->step_count < RECIPE_STEPS_MAX) {
			form->steps[form->step_count++] = entries[i].step;
		}
	}
	check_step_ids(reader, draft, entries);
}

static void read_form(struct reader *reader, struct pack *pack, const struct node *node)
{
	struct form_draft *draft = arena_alloc(reader->arena, sizeof *draft);
	struct form_draft **end = &pack->forms;

	draft->node = node;
	if (!schema_map(reader, node, &form_shape, draft)) {
		return;
	}
	check_order(reader, node_get(node, "group"), "smallest", draft->form.smallest, "largest", draft->form.largest);
	read_form_steps(reader, draft);
	while (*end != NULL) {
		if (draft->form.id[0] != '\0' && str_equal((*end)->form.id, draft->form.id)) {
			node_fault(reader->faults, node, "form id '%s' is already at %s:%d", draft->form.id, (*end)->node->file,
				(*end)->node->line);
		}
		end = &(*end)->next;
	}
	*end = draft;
}

void read_forms(struct reader *reader, struct pack *pack, const struct node *list)
{
	check_list(reader, list, "forms");
	for (const struct node *child = list->first; child != NULL && list->kind == NODE_LIST; child = child->next) {
		read_form(reader, pack, child);
	}
}

static void read_agenda_steps(struct reader *reader, struct agenda_draft *draft)
{
	draft->entries = arena_array(reader->arena, list_count(draft->steps), sizeof *draft->entries);
	for (const struct node *child = list_first(draft->steps); child != NULL; child = child->next) {
		struct entry_draft *entry = &draft->entries[draft->entry_count++];

		if (node_get(child, "form") != NULL) {
			read_form_line(reader, child, entry);
		} else {
			read_step(reader, child, entry);
		}
	}
}

/* What looks back on ratings rates nothing itself, and is kept. */
static void read_analyses(struct reader *reader, struct agenda_draft *draft)
{
	if (draft->agenda.analyses[0] != '\0' && (draft->rates != NO_WORD || draft->agenda.cases)) {
		node_fault(reader->faults, node_get(draft->node, "analyses")->key, "analyses in an agenda %s; expected one or the other",
			draft->agenda.cases ? "about pupils' cases" : "that rates");
	}
}

static void read_agenda(struct reader *reader, struct pack *pack, const struct node *node)
{
	struct agenda_draft *draft = arena_alloc(reader->arena, sizeof *draft);
	struct agenda *agenda = &draft->agenda;
	struct agenda_draft **end = &pack->agendas;

	draft->node = node;
	if (!schema_map(reader, node, &agenda_shape, draft)) {
		return;
	}
	agenda->rates = draft->rates == NO_WORD ? RATES_NOTHING : draft->rates == 0 ? RATES_THEME : RATES_AREA;
	read_analyses(reader, draft);
	check_order(reader, node_get(node, "group"), "smallest", agenda->smallest, "largest", agenda->largest);
	check_order(reader, node_get(node, "minutes"), "shortest", agenda->shortest_min, "longest", agenda->longest_min);
	read_agenda_steps(reader, draft);
	while (*end != NULL) {
		if (agenda->id[0] != '\0' && str_equal((*end)->agenda.id, agenda->id)) {
			node_fault(reader->faults, node, "agenda id '%s' is already at %s:%d", agenda->id, (*end)->node->file,
				(*end)->node->line);
		}
		end = &(*end)->next;
	}
	*end = draft;
}

void read_agendas(struct reader *reader, struct pack *pack, const struct node *list)
{
	check_list(reader, list, "agendas");
	for (const struct node *child = list->first; child != NULL && list->kind == NODE_LIST; child = child->next) {
		read_agenda(reader, pack, child);
	}
}
