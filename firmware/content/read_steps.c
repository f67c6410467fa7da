/* The steps of forms and agendas, and the time that each may take. */
#include "firmware/content/read_steps.h"

#define STEP_MINUTES_MAX 240
#define STEP_SECONDS_MAX 3600
#define GROUP_MOST 4

static const char *const kind_words[] = {
#define X(name, word) word,
	STEP_KINDS(X)
#undef X
	NULL
};
static const char *const order_words[] = {"seated", "random", NULL};
static const char *const ends_words[] = {"soft", "hard", NULL};

static const struct field minutes_fields[] = {
	NUMBER_FIELD("best", struct entry_draft, step.best_min, 1, STEP_MINUTES_MAX),
	NUMBER_FIELD("least", struct entry_draft, step.least_min, 1, STEP_MINUTES_MAX),
	NUMBER_MAYBE("most", struct entry_draft, step.most_min, 1, STEP_MINUTES_MAX),
};
static const struct shape minutes_shape = SHAPE("minutes", minutes_fields);

static const struct field seconds_fields[] = {
	NUMBER_FIELD("each", struct entry_draft, step.each_s, 1, STEP_SECONDS_MAX),
	NUMBER_FIELD("least", struct entry_draft, step.least_each_s, 1, STEP_SECONDS_MAX),
};
static const struct shape seconds_shape = SHAPE("seconds", seconds_fields);

static const struct field step_fields[] = {
	ID_FIELD("id", struct entry_draft, step.id),
	WORD_FIELD("kind", struct entry_draft, kind, kind_words),
	TEXT_FIELD("name", struct entry_draft, step.name),
	TEXT_MAYBE("detail", struct entry_draft, step.detail),
	TEXT_MAYBE("prompt", struct entry_draft, step.prompt),
	TEXT_MAYBE("aside", struct entry_draft, step.aside),
	TEXT_MAYBE("aside_title", struct entry_draft, step.aside_title),
	INNER_MAYBE("minutes", &minutes_shape),
	INNER_MAYBE("seconds", &seconds_shape),
	WORD_MAYBE("order", struct entry_draft, order, order_words),
	WORD_MAYBE("ends", struct entry_draft, ends, ends_words),
	NUMBER_MAYBE("group", struct entry_draft, step.group, 2, GROUP_MOST),
	FLAG_MAYBE("mix", struct entry_draft, mix),
	NODE_MAYBE("speaks", struct entry_draft, speaks),
	NODE_MAYBE("silent", struct entry_draft, silent),
	FLAG_MAYBE("optional", struct entry_draft, step.optional),
	FLAG_MAYBE("alone", struct entry_draft, step.alone),
};
static const struct shape step_shape = SHAPE("a step", step_fields);

static const struct field form_line_fields[] = {
	ID_FIELD("form", struct entry_draft, form),
	ID_MAYBE("id", struct entry_draft, step.id),
	TEXT_MAYBE("name", struct entry_draft, step.name),
	TEXT_MAYBE("prompt", struct entry_draft, step.prompt),
	INNER_MAYBE("minutes", &minutes_shape),
	FLAG_MAYBE("optional", struct entry_draft, step.optional),
};
static const struct shape form_line_shape = SHAPE("a step that is a form", form_line_fields);

static void check_minutes(struct reader *reader, struct entry_draft *entry)
{
	struct recipe_step *step = &entry->step;
	const struct node *node = node_get(entry->node, "minutes");

	if (node == NULL || step->best_min == 0 || step->least_min == 0) {
		return;
	}
	if (step->most_min == 0) {
		step->most_min = step->best_min;
	}
	if (step->best_min < step->least_min || step->best_min > step->most_min) {
		node_fault(reader->faults, node, "best (%d) should lie between least (%d) and most (%d)", step->best_min,
			step->least_min, step->most_min);
	}
}

static void check_seconds(struct reader *reader, const struct entry_draft *entry)
{
	const struct node *node = node_get(entry->node, "seconds");

	if (node != NULL && entry->step.each_s != 0 && entry->step.least_each_s > entry->step.each_s) {
		node_fault(reader->faults, node, "least (%d) should not be more than each (%d)", entry->step.least_each_s,
			entry->step.each_s);
	}
}

/* Rounds count seconds a person, ratings neither, everything else minutes. */
static void check_measures(struct reader *reader, const struct entry_draft *entry)
{
	const struct node *minutes = node_get(entry->node, "minutes");
	const struct node *seconds = node_get(entry->node, "seconds");
	const struct node *order = node_get(entry->node, "order");
	const char *kind = kind_words[entry->kind];
	bool round = entry->kind == STEP_ROUND;
	bool rate = entry->kind == STEP_RATE;

	if (minutes != NULL && (round || rate)) {
		node_fault(reader->faults, minutes->key, "minutes in a step of kind %s; expected %s", kind,
			round ? "seconds" : "neither minutes nor seconds");
	}
	if (minutes == NULL && !round && !rate) {
		node_fault(reader->faults, entry->node, "missing key 'minutes' in a step of kind %s", kind);
	}
	if (seconds != NULL && !round) {
		node_fault(reader->faults, seconds->key, "seconds in a step of kind %s; expected %s", kind,
			rate ? "neither minutes nor seconds" : "minutes");
	}
	if (seconds == NULL && round) {
		node_fault(reader->faults, entry->node, "missing key 'seconds' in a step of kind %s", kind);
	}
	if (order != NULL && !round) {
		node_fault(reader->faults, order->key, "order in a step of kind %s; expected it only in a round", kind);
	}
}

/* Kinds in which people may stand in small groups, those in which only some may speak, and those that the bell may end. */
static bool may_group(int32_t kind)
{
	return kind == STEP_GROUP || kind == STEP_ROUND || kind == STEP_ROLES || kind == STEP_SILENT;
}

static bool may_restrict(int32_t kind)
{
	return kind == STEP_TALK || kind == STEP_GROUP || kind == STEP_ROUND;
}

static bool may_ring(int32_t kind)
{
	return kind == STEP_READ || kind == STEP_SILENT || kind == STEP_PAIR || kind == STEP_ROUND || kind == STEP_TALK || kind == STEP_GROUP;
}

static void check_cast(struct reader *reader, const struct entry_draft *entry)
{
	const char *kind = kind_words[entry->kind];
	const struct node *group = node_get(entry->node, "group");
	const struct node *mix = node_get(entry->node, "mix");
	const struct node *ends = node_get(entry->node, "ends");
	const struct node *who = entry->speaks != NULL ? entry->speaks : entry->silent;

	if (group != NULL && !may_group(entry->kind)) {
		node_fault(reader->faults, group->key, "group in a step of kind %s; expected it only in group, round, roles or silent", kind);
	}
	if (group == NULL && entry->kind == STEP_GROUP) {
		node_fault(reader->faults, entry->node, "missing key 'group' in a step of kind %s", kind);
	}
	if (mix != NULL && group == NULL) {
		node_fault(reader->faults, mix->key, "mix in a step without 'group'");
	}
	if (who != NULL && !may_restrict(entry->kind)) {
		node_fault(reader->faults, who->key, "%s in a step of kind %s; expected it only in talk, group or round", who->key->text, kind);
	}
	if (entry->speaks != NULL && entry->silent != NULL) {
		node_fault(reader->faults, entry->silent->key, "silent in a step with 'speaks'; expected one of them");
	}
	if (entry->ends > 0 && !may_ring(entry->kind)) {
		node_fault(reader->faults, ends->key, "a hard end in a step of kind %s; people may be in the middle of a word", kind);
	}
}

static bool speaks_for_itself(int32_t kind)
{
	return kind == STEP_RATE || kind == STEP_RESULT || kind == STEP_SHARED;
}

void read_step(struct reader *reader, const struct node *node, struct entry_draft *entry)
{
	entry->node = node;
	if (!schema_map(reader, node, &step_shape, entry)) {
		return;
	}
	entry->step.random_order = entry->order > 0;
	check_minutes(reader, entry);
	check_seconds(reader, entry);
	if (entry->kind == NO_WORD) {
		return;
	}
	entry->step.kind = (enum step_kind)entry->kind;
	entry->step.group = entry->kind == STEP_PAIR ? 2 : entry->step.group;
	entry->step.hard = entry->ends > 0;
	entry->step.grouping = entry->mix ? GROUPS_MIX : GROUPS_KEEP;
	check_measures(reader, entry);
	check_cast(reader, entry);
	if (!speaks_for_itself(entry->kind) && node_get(node, "prompt") == NULL) {
		node_fault(reader->faults, node, "missing key 'prompt' in a step of kind %s", kind_words[entry->kind]);
	}
}

void read_form_line(struct reader *reader, const struct node *node, struct entry_draft *entry)
{
	entry->node = node;
	if (schema_map(reader, node, &form_line_shape, entry)) {
		check_minutes(reader, entry);
	}
}
