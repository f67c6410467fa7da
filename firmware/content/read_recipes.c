/* Agendas as one pack says them. */
#include "firmware/base/str.h"
#include "firmware/content/read_steps.h"

#define MEETING_MINUTES_MAX 480

static const char *const rates_words[] = {"theme", "area", NULL};

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

void check_order(struct reader *reader, const struct node *node, const char *low, int32_t lo, const char *high, int32_t hi)
{
	if (node != NULL && lo != 0 && hi != 0 && lo > hi) {
		node_fault(reader->faults, node, "%s (%d) should not be more than %s (%d)", low, lo, high, hi);
	}
}

void check_list(struct reader *reader, const struct node *list, const char *what)
{
	if (list->kind != NODE_LIST) {
		node_fault(reader->faults, list, "expected a list of %s", what);
	} else if (list->count > LIST_MAX) {
		node_fault(reader->faults, list, "expected at most %d %s, found %d", LIST_MAX, what, list->count);
	}
}

static void read_agenda_steps(struct reader *reader, struct agenda_draft *draft)
{
	draft->entries = arena_array(reader->arena, list_count(draft->steps), sizeof *draft->entries);
	for (const struct node *child = list_first(draft->steps); child != NULL; child = child->next) {
		struct entry_draft *entry = &draft->entries[draft->entry_count++];

		if (node_get(child, "repeat") != NULL) {
			node_fault(reader->faults, node_get(child, "repeat")->key, "repeat in an agenda; what is repeated is written as a form");
			entry->kind = NO_WORD;
			entry->node = child;
		} else if (node_get(child, "form") != NULL) {
			read_form_line(reader, child, entry);
		} else {
			read_step(reader, child, entry);
			entry->step.grouping = entry->step.grouping == GROUPS_KEEP && entry->step.group > 0 ? GROUPS_ANEW : entry->step.grouping;
			read_speakers(reader, entry, NULL, 0);
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
