/* Forms of conversation as one pack says them: who does what, what is repeated, who speaks when. */
#include "firmware/base/str.h"
#include "firmware/content/read_steps.h"
#include "firmware/core/cast.h"
#include "firmware/core/plan.h"

#define ROLE_PEOPLE_MAX 12
#define TIMES_MAX 12

static const char *const purpose_words[] = {
#define X(name, word) word,
	PURPOSES(X)
#undef X
	NULL
};
/* Whose choice a number is; of a form that does not say, our own. */
static const char *const from_words[] = {"source", "ours", NULL};
/* In the order of enum repeat, without REPEAT_ONCE. */
static const char *const per_words[] = {"person", "group", "times", NULL};

static const struct field group_fields[] = {
	NUMBER_FIELD("smallest", struct form_draft, form.smallest, PEOPLE_MIN, PEOPLE_MAX),
	NUMBER_FIELD("largest", struct form_draft, form.largest, PEOPLE_MIN, PEOPLE_MAX),
	WORD_MAYBE("from", struct form_draft, group_from, from_words),
};
static const struct shape group_shape = SHAPE("a group", group_fields);

static const struct field form_fields[] = {
	ID_FIELD("id", struct form_draft, form.id),
	TEXT_FIELD("name", struct form_draft, form.name),
	TEXT_FIELD("when", struct form_draft, form.when),
	WORD_FIELD("purpose", struct form_draft, purpose, purpose_words),
	FLAG_MAYBE("first", struct form_draft, form.first),
	WORD_MAYBE("minutes_from", struct form_draft, minutes_from, from_words),
	INNER_FIELD("group", &group_shape),
	LIST_MAYBE("roles", struct form_draft, role_list, 1, ROLES_MAX),
	LIST_FIELD("steps", struct form_draft, steps, 1, RECIPE_STEPS_MAX),
};
static const struct shape form_shape = SHAPE("a form", form_fields);

static const struct field role_fields[] = {
	ID_FIELD("id", struct form_role, id),
	TEXT_FIELD("name", struct form_role, name),
	TEXT_FIELD("does", struct form_role, does),
	NUMBER_MAYBE("count", struct form_role, count, 1, ROLE_PEOPLE_MAX),
};
static const struct shape role_shape = SHAPE("a role", role_fields);

static const struct field repeat_fields[] = {
	WORD_FIELD("per", struct run_draft, per, per_words),
	NUMBER_MAYBE("times", struct run_draft, times, 2, TIMES_MAX),
	NUMBER_MAYBE("least", struct run_draft, least, 1, TIMES_MAX),
};
static const struct shape repeat_shape = SHAPE("repeat", repeat_fields);

static const struct field run_fields[] = {
	INNER_FIELD("repeat", &repeat_shape),
	LIST_FIELD("steps", struct run_draft, steps, 1, RECIPE_STEPS_MAX),
};
static const struct shape run_shape = SHAPE("a run of steps", run_fields);

/* ---- roles ---- */

static const struct node *role_node(const struct form_draft *draft, int32_t at)
{
	const struct node *node = list_first(draft->role_list);

	for (int32_t i = 0; i < at && node != NULL; i++) {
		node = node->next;
	}
	return node;
}

static void check_roles(struct reader *reader, const struct form_draft *draft)
{
	int32_t rest = -1;
	int32_t with_role = 0;

	for (int32_t i = 0; i < draft->role_count; i++) {
		const struct form_role *role = &draft->roles[i];

		with_role += role->count;
		for (int32_t j = 0; j < i && role->id[0] != '\0'; j++) {
			if (str_equal(role->id, draft->roles[j].id)) {
				node_fault(reader->faults, role_node(draft, i), "role id '%s' is already at line %d", role->id, role_node(draft, j)->line);
			}
		}
		if (role->count > 0 || node_get(role_node(draft, i), "count") != NULL) {
			continue;
		}
		if (i == 0) {
			node_fault(reader->faults, role_node(draft, i), "missing key 'count' in the first role, which is the one that goes round");
		} else if (rest >= 0) {
			node_fault(reader->faults, role_node(draft, i), "a second role without 'count'; only one can be that of all others");
		}
		rest = i;
	}
	if (draft->role_count > 0 && draft->form.smallest > 0 && with_role > draft->form.smallest) {
		node_fault(reader->faults, draft->role_list, "roles for %d people in a group that may be %d", with_role, draft->form.smallest);
	}
}

static void read_roles(struct reader *reader, struct form_draft *draft)
{
	draft->roles = arena_array(reader->arena, list_count(draft->role_list), sizeof *draft->roles);
	for (const struct node *child = list_first(draft->role_list); child != NULL && draft->role_count < ROLES_MAX; child = child->next) {
		schema_map(reader, child, &role_shape, &draft->roles[draft->role_count++]);
	}
	check_roles(reader, draft);
}

/* ---- who speaks ---- */

static int32_t role_bit(struct reader *reader, const struct node *node, const struct form_role *roles, int32_t count)
{
	char id[ID_BYTES];

	schema_id(reader, node, id);
	for (int32_t i = 0; i < count && id[0] != '\0'; i++) {
		if (str_equal(roles[i].id, id)) {
			return roles[i].count > 0 ? 1 << i : SPEAKS_REST;
		}
	}
	if (id[0] != '\0') {
		node_fault(reader->faults, node, count > 0 ? "unknown role '%s'; the form has no such role" : "unknown role '%s'; there are no roles",
			id);
	}
	return 0;
}

static int32_t all_bits(const struct form_role *roles, int32_t count)
{
	int32_t bits = SPEAKS_REST;

	for (int32_t i = 0; i < count; i++) {
		bits |= roles[i].count > 0 ? 1 << i : 0;
	}
	return bits;
}

void read_speakers(struct reader *reader, struct entry_draft *entry, const struct form_role *roles, int32_t count)
{
	const struct node *who = entry->speaks != NULL ? entry->speaks : entry->silent;
	int32_t bits = 0;

	if (who == NULL) {
		return;
	}
	if (who->kind == NODE_LIST && who->count == 0) {
		node_fault(reader->faults, who, "an empty list in '%s'; expected ids of roles", who->key->text);
	}
	if (who->kind != NODE_LIST) {
		bits = role_bit(reader, who, roles, count);
	}
	for (const struct node *child = who->kind == NODE_LIST ? who->first : NULL; child != NULL; child = child->next) {
		bits |= role_bit(reader, child, roles, count);
	}
	entry->step.speakers = entry->speaks != NULL ? bits : bits == 0 ? 0 : all_bits(roles, count) & ~bits;
	if (bits != 0 && entry->step.speakers == 0) {
		node_fault(reader->faults, who, "nobody is left to speak");
	}
}

/* ---- steps, and runs of them ---- */

/* The steps of a form as they are read: those of runs side by side with the others. */
struct form_steps {
	struct form_draft *draft;
	struct entry_draft *entries;
	int32_t room, count, runs;
};

static void add_step(struct reader *reader, struct form_steps *steps, const struct node *node, const struct run_draft *run)
{
	struct entry_draft spare = {.kind = NO_WORD};
	struct entry_draft *entry = steps->count < steps->room ? &steps->entries[steps->count] : &spare;

	steps->count++;
	read_step(reader, node, entry);
	read_speakers(reader, entry, steps->draft->roles, steps->draft->role_count);
	entry->step.roles = steps->draft->roles;
	entry->step.role_count = steps->draft->role_count;
	if (entry->kind == STEP_ROLES && steps->draft->role_count == 0) {
		node_fault(reader->faults, entry->node, "a roles step in a form without 'roles'");
	}
	if (run != NULL) {
		entry->step.run = steps->runs;
		entry->step.repeat = run->per == NO_WORD ? REPEAT_TIMES : (enum repeat)(run->per + REPEAT_PERSON);
		entry->step.times = max_i32(run->times, 1);
		entry->step.least_times = run->least;
	}
}

static void check_run(struct reader *reader, const struct run_draft *run)
{
	const struct node *repeat = node_get(run->node, "repeat");
	const struct node *times = node_get(repeat, "times");
	bool counted = run->per + REPEAT_PERSON == REPEAT_TIMES;

	if (run->per == NO_WORD) {
		return;
	}
	if (counted && times == NULL) {
		node_fault(reader->faults, repeat, "missing key 'times' in repeat");
	}
	if (!counted && times != NULL) {
		node_fault(reader->faults, times->key, "times in a repeat per %s, which is as often as there are people", per_words[run->per]);
	}
	if (run->times > 0 && run->least > run->times) {
		node_fault(reader->faults, repeat, "least (%d) should not be more than times (%d)", run->least, run->times);
	}
}

/* What goes round in each group has its groups all the way; what goes round the table has none. */
static void check_run_groups(struct reader *reader, const struct form_steps *steps, int32_t first)
{
	const struct entry_draft *before = &steps->entries[first];

	for (int32_t i = first; i < min_i32(steps->count, steps->room); i++) {
		const struct entry_draft *entry = &steps->entries[i];

		if (entry->step.repeat == REPEAT_GROUP && (entry->step.group == 0 || entry->step.group != before->step.group)) {
			node_fault(reader->faults, entry->node, "a step in a repeat per group; expected the same 'group' in all of them");
		} else if (entry->step.repeat == REPEAT_PERSON && entry->step.group > 0) {
			node_fault(reader->faults, entry->node, "a step in groups in a repeat per person; expected it without");
		}
	}
}

static void add_run(struct reader *reader, struct form_steps *steps, const struct node *node)
{
	struct run_draft run = {.per = NO_WORD};
	int32_t first = steps->count;

	if (!schema_map(reader, node, &run_shape, &run)) {
		return;
	}
	run.node = node;
	check_run(reader, &run);
	if (++steps->runs > RUNS_MAX) {
		node_fault(reader->faults, node, "more than %d runs of steps in a form", RUNS_MAX);
		steps->runs = RUNS_MAX;
	}
	for (const struct node *child = list_first(run.steps); child != NULL; child = child->next) {
		add_step(reader, steps, child, &run);
	}
	if (first < steps->room) {
		check_run_groups(reader, steps, first);
	}
}

static void check_step_ids(struct reader *reader, const struct entry_draft *entries, int32_t count)
{
	for (int32_t i = 0; i < count; i++) {
		for (int32_t j = 0; j < i; j++) {
			if (entries[i].step.id[0] != '\0' && str_equal(entries[i].step.id, entries[j].step.id)) {
				node_fault(reader->faults, entries[i].node, "step id '%s' is already at line %d", entries[i].step.id,
					entries[j].node->line);
				break;
			}
		}
	}
}

/* With everybody that the form has room for, all repeats and all. */
static void check_length(struct reader *reader, const struct form_draft *draft)
{
	int32_t total = 0;

	for (int32_t i = 0; i < draft->form.step_count; i++) {
		total += recipe_turns(&draft->form.steps[i], draft->form.largest);
	}
	if (total > MEETING_STEPS_MAX) {
		node_fault(reader->faults, draft->steps, "%d steps with %d people and everything repeated; expected at most %d", total,
			draft->form.largest, MEETING_STEPS_MAX);
	}
}

static void read_form_steps(struct reader *reader, struct form_draft *draft)
{
	struct form *form = &draft->form;
	struct form_steps steps = {.draft = draft, .room = RECIPE_STEPS_MAX,
		.entries = arena_array(reader->arena, RECIPE_STEPS_MAX, sizeof(struct entry_draft))};
	bool drawn = false;

	for (const struct node *child = list_first(draft->steps); child != NULL; child = child->next) {
		if (node_get(child, "repeat") != NULL) {
			add_run(reader, &steps, child);
		} else {
			add_step(reader, &steps, child, NULL);
		}
	}
	if (steps.count > RECIPE_STEPS_MAX && list_count(draft->steps) <= RECIPE_STEPS_MAX) {
		node_fault(reader->faults, draft->steps, "%d steps with those in runs; expected at most %d", steps.count, RECIPE_STEPS_MAX);
	}
	check_step_ids(reader, steps.entries, min_i32(steps.count, steps.room));
	for (int32_t i = 0; i < min_i32(steps.count, steps.room); i++) {
		struct recipe_step *step = &steps.entries[i].step;

		/* Whoever holds this form after another one does not keep its groups. */
		if (!drawn && (step->group > 0 || step->speakers != 0 || step->run > 0 || step->kind == STEP_ROLES)) {
			step->grouping = GROUPS_ANEW;
			drawn = true;
		}
		form->steps[form->step_count++] = *step;
	}
	check_length(reader, draft);
}

/* ---- forms ---- */

static void read_form(struct reader *reader, struct pack *pack, const struct node *node)
{
	struct form_draft *draft = arena_alloc(reader->arena, sizeof *draft);
	struct form_draft **end = &pack->forms;
	int32_t first = 0;

	draft->node = node;
	if (!schema_map(reader, node, &form_shape, draft)) {
		return;
	}
	draft->form.purpose = draft->purpose == NO_WORD ? PURPOSE_OPEN : (enum purpose)draft->purpose;
	draft->form.our_minutes = draft->minutes_from != 0;
	draft->form.our_group = draft->group_from != 0;
	check_order(reader, node_get(node, "group"), "smallest", draft->form.smallest, "largest", draft->form.largest);
	read_roles(reader, draft);
	read_form_steps(reader, draft);
	while (*end != NULL) {
		first += (*end)->form.first ? 1 : 0;
		if (draft->form.id[0] != '\0' && str_equal((*end)->form.id, draft->form.id)) {
			node_fault(reader->faults, node, "form id '%s' is already at %s:%d", draft->form.id, (*end)->node->file,
				(*end)->node->line);
		}
		end = &(*end)->next;
	}
	if (draft->form.first && first >= FORMS_FIRST_MAX) {
		node_fault(reader->faults, node_get(node, "first")->key, "more than %d forms that are first", FORMS_FIRST_MAX);
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
