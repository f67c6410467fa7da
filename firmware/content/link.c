/* What can be checked only when all packs are known: ids that point elsewhere, and agendas with their forms unfolded. */
#include <stdio.h>
#include <string.h>

#include "firmware/base/str.h"
#include "firmware/content/draft.h"
#include "firmware/core/plan.h"

struct linker {
	struct reader *reader;
	struct pack *packs;
	bool whole_only, unreadable;
};

struct form_draft *find_form(struct pack *packs, const char *id, bool whole_only)
{
	struct form_draft *found = NULL;

	for (struct pack *pack = packs; pack != NULL; pack = pack->next) {
		for (struct form_draft *draft = pack->forms; draft != NULL; draft = draft->next) {
			if (!(whole_only && pack->broken) && str_equal(draft->form.id, id)) {
				found = draft;
			}
		}
	}
	return found;
}

struct agenda_draft *find_agenda(struct pack *packs, const char *id, bool whole_only)
{
	struct agenda_draft *found = NULL;

	for (struct pack *pack = packs; pack != NULL; pack = pack->next) {
		for (struct agenda_draft *draft = pack->agendas; draft != NULL; draft = draft->next) {
			if (!(whole_only && pack->broken) && str_equal(draft->agenda.id, id)) {
				found = draft;
			}
		}
	}
	return found;
}

struct year_draft *find_year(struct pack *packs)
{
	struct year_draft *found = NULL;

	for (struct pack *pack = packs; pack != NULL; pack = pack->next) {
		if (!pack->broken && pack->year != NULL) {
			found = pack->year;
		}
	}
	return found;
}

static void report_unknown(struct linker *linker, const struct node *node, const char *what)
{
	if (linker->whole_only) {
		node_fault(linker->reader->faults, node, "%s '%s' is only in a pack that has faults", what, node->text);
	} else if (!linker->unreadable) {
		node_fault(linker->reader->faults, node, "unknown %s '%s'; no pack has it", what, node->text);
	}
}

/* One of the form line's own minutes, shared among the form's steps. */
struct share {
	int32_t total, sum, passed;   /* wanted minutes; the form's own, all and so far */
};

/* Rounds the running sum, so that the parts add up to the whole. No step is left without a minute. */
static int32_t take_share(struct share *share, int32_t own)
{
	int32_t before = (2 * share->total * share->passed + share->sum) / (2 * share->sum);
	int32_t after;

	share->passed += own;
	after = (2 * share->total * share->passed + share->sum) / (2 * share->sum);
	return max_i32(after - before, 1);
}

static void share_minutes(struct linker *linker, const struct entry_draft *entry, struct recipe_step *steps, int32_t count)
{
	struct share best = {.total = entry->step.best_min};
	struct share least = {.total = entry->step.least_min};
	struct share most = {.total = entry->step.most_min};
	const struct node *node = node_get(entry->node, "minutes");

	for (int32_t i = 0; i < count && node != NULL; i++) {
		if (steps[i].repeat != REPEAT_ONCE) {
			node_fault(linker->reader->faults, node->key, "minutes for form '%s', which takes as long as its turns need", entry->form);
			return;
		}
	}
	for (int32_t i = 0; i < count; i++) {
		best.sum += steps[i].best_min;
		least.sum += steps[i].least_min;
		most.sum += steps[i].most_min;
	}
	if (node == NULL || best.total == 0 || least.total == 0) {
		return;
	}
	if (best.sum == 0 || least.sum == 0 || most.sum == 0) {
		node_fault(linker->reader->faults, node->key, "minutes for form '%s', which has no step that is measured in minutes",
			entry->form);
		return;
	}
	for (int32_t i = 0; i < count; i++) {
		if (steps[i].best_min > 0) {
			steps[i].best_min = take_share(&best, steps[i].best_min);
			steps[i].least_min = min_i32(take_share(&least, steps[i].least_min), steps[i].best_min);
			steps[i].most_min = max_i32(take_share(&most, steps[i].most_min), steps[i].best_min);
		}
	}
}

/* The form's step as this line of the agenda wants it. */
static struct recipe_step unfolded_step(struct linker *linker, const struct entry_draft *entry, const struct recipe_step *from,
	bool alone)
{
	struct recipe_step step = *from;
	char id[2 * ID_BYTES];

	snprintf(id, sizeof id, "%s-%s", entry->step.id[0] != '\0' ? entry->step.id : entry->form, from->id);
	if (strlen(id) >= sizeof step.id) {
		node_fault(linker->reader->faults, entry->node, "'%s' is too long for a step's id; expected at most %d letters", id,
			ID_BYTES - 1);
	}
	str_copy(step.id, sizeof step.id, id);
	if (node_get(entry->node, "prompt") != NULL) {
		step.prompt = entry->step.prompt;
	}
	if (alone && node_get(entry->node, "name") != NULL) {
		step.name = entry->step.name;
	}
	step.optional = step.optional || entry->step.optional;
	return step;
}

/* What the checks of an agenda need: its steps with the lines they came from, more than fit if need be. */
struct unfolding {
	struct linker *linker;
	struct agenda_draft *draft;
	const struct node *lines[RECIPE_STEPS_MAX];
	int32_t wanted, runs;
};

static void add_step(struct unfolding *unfolding, const struct recipe_step *step, const struct node *line)
{
	struct agenda *agenda = &unfolding->draft->agenda;

	unfolding->wanted++;
	if (agenda->step_count < RECIPE_STEPS_MAX) {
		unfolding->lines[agenda->step_count] = line;
		agenda->steps[agenda->step_count++] = *step;
	}
}

/* How many steps the form has inside an agenda, and whether that is just one. */
static int32_t steps_together(const struct form *form, bool *one)
{
	int32_t count = 0;

	for (int32_t i = 0; i < form->step_count; i++) {
		count += form->steps[i].alone ? 0 : 1;
	}
	*one = count == 1;
	return count;
}

/* False if the form is not known. */
static bool unfold_form(struct unfolding *unfolding, const struct entry_draft *entry)
{
	struct linker *linker = unfolding->linker;
	const struct form_draft *draft = find_form(linker->packs, entry->form, linker->whole_only);
	struct recipe_step steps[RECIPE_STEPS_MAX];
	int32_t runs = 0;
	int32_t count;
	bool one;

	if (entry->form[0] == '\0') {
		return false;
	}
	if (draft == NULL) {
		report_unknown(linker, node_get(entry->node, "form"), "form");
		return false;
	}
	count = steps_together(&draft->form, &one);
	for (int32_t i = 0, to = 0; i < draft->form.step_count; i++) {
		if (!draft->form.steps[i].alone) {
			steps[to++] = unfolded_step(linker, entry, &draft->form.steps[i], one);
		}
	}
	share_minutes(linker, entry, steps, count);
	for (int32_t i = 0; i < count; i++) {
		runs = max_i32(runs, steps[i].run);
		steps[i].run += steps[i].run > 0 ? unfolding->runs : 0;
		add_step(unfolding, &steps[i], entry->node);
	}
	unfolding->runs += runs;
	return true;
}

/* Runs have a number each in the whole agenda, and with as many people as it is for there is room for all their turns. */
static void check_runs(const struct unfolding *unfolding)
{
	const struct agenda *agenda = &unfolding->draft->agenda;
	int32_t total = 0;

	for (int32_t i = 0; i < agenda->step_count; i++) {
		total += recipe_turns(&agenda->steps[i], agenda->largest);
	}
	if (unfolding->runs > 0 && total > MEETING_STEPS_MAX) {
		node_fault(unfolding->linker->reader->faults, unfolding->draft->steps,
			"%d steps with %d people and everything repeated; expected at most %d", total, agenda->largest, MEETING_STEPS_MAX);
	}
	if (unfolding->runs > RUNS_MAX) {
		node_fault(unfolding->linker->reader->faults, unfolding->draft->steps, "%d runs of steps with the forms unfolded; expected at most %d",
			unfolding->runs, RUNS_MAX);
	}
}

static void check_ids(struct unfolding *unfolding)
{
	const struct agenda *agenda = &unfolding->draft->agenda;

	for (int32_t i = 0; i < agenda->step_count; i++) {
		for (int32_t j = 0; j < i; j++) {
			if (agenda->steps[i].id[0] != '\0' && str_equal(agenda->steps[i].id, agenda->steps[j].id)) {
				node_fault(unfolding->linker->reader->faults, unfolding->lines[i], "step id '%s' is already at line %d",
					agenda->steps[i].id, unfolding->lines[j]->line);
				break;
			}
		}
	}
}

static bool has_rating(const struct agenda *agenda)
{
	for (int32_t i = 0; i < agenda->step_count; i++) {
		if (agenda->steps[i].kind == STEP_RATE) {
			return true;
		}
	}
	return false;
}

static bool needs_rating(enum step_kind kind)
{
	return kind == STEP_RESULT || kind == STEP_SHARED;
}

static bool stores_something(enum step_kind kind)
{
	return kind == STEP_RATE || kind == STEP_RESULT || kind == STEP_SHARED || kind == STEP_NOTE;
}

static const char *kind_word(enum step_kind kind)
{
	static const char *const words[STEP_KIND_COUNT] = {
#define X(name, word) [STEP_##name] = word,
		STEP_KINDS(X)
#undef X
	};

	return words[kind];
}

/* What steps may stand together. An agenda with faults in its steps is not judged: what is missing may be what is faulty. */
static void check_kinds(struct unfolding *unfolding)
{
	const struct agenda *agenda = &unfolding->draft->agenda;
	struct faults *faults = unfolding->linker->reader->faults;
	const struct node *rates = node_get(unfolding->draft->node, "rates");
	bool rating = has_rating(agenda);

	for (int32_t i = 0; i < agenda->step_count; i++) {
		enum step_kind kind = agenda->steps[i].kind;

		if (kind == STEP_RATE && rates == NULL) {
			node_fault(faults, unfolding->lines[i], "a rate step in an agenda without 'rates'; expected rates: theme or area");
		}
		if (needs_rating(kind) && !rating) {
			node_fault(faults, unfolding->lines[i], "a %s step in an agenda without a rate step", kind_word(kind));
		}
		if (agenda->cases && stores_something(kind)) {
			node_fault(faults, unfolding->lines[i],
				"a %s step in an agenda about pupils' cases, of which nothing is stored", kind_word(kind));
		}
	}
	if (rates != NULL && !rating) {
		node_fault(faults, rates->key, "rates in an agenda without a rate step");
	}
}

static bool kinds_known(const struct agenda_draft *draft)
{
	for (int32_t i = 0; i < draft->entry_count; i++) {
		if (draft->entries[i].kind == NO_WORD) {
			return false;
		}
	}
	return true;
}

static bool has_audience(struct linker *linker, const char *id)
{
	for (const struct pack *pack = linker->packs; pack != NULL; pack = pack->next) {
		for (int32_t i = 0; pack->instrument != NULL && !(linker->whole_only && pack->broken) &&
		                    i < pack->instrument->audience_count; i++) {
			if (str_equal(pack->instrument->said[i].audience, id)) {
				return true;
			}
		}
	}
	return false;
}

static void link_agenda(struct linker *linker, struct agenda_draft *draft)
{
	struct unfolding unfolding = {.linker = linker, .draft = draft};
	bool known = kinds_known(draft);

	draft->agenda.step_count = 0;
	for (int32_t i = 0; i < draft->entry_count; i++) {
		const struct entry_draft *entry = &draft->entries[i];

		if (node_get(entry->node, "form") == NULL) {
			add_step(&unfolding, &entry->step, entry->node);
		} else {
			known = unfold_form(&unfolding, entry) && known;
		}
	}
	check_ids(&unfolding);
	if (draft->agenda.analyses[0] != '\0' && !has_audience(linker, draft->agenda.analyses)) {
		report_unknown(linker, node_get(draft->node, "analyses"), "audience");
	}
	check_runs(&unfolding);
	if (known) {
		check_kinds(&unfolding);
	}
	if (unfolding.wanted > RECIPE_STEPS_MAX && draft->entry_count <= RECIPE_STEPS_MAX) {
		node_fault(linker->reader->faults, draft->steps, "%d steps with the forms unfolded; expected at most %d",
			unfolding.wanted, RECIPE_STEPS_MAX);
	}
}

/* What the agendas are that a list names. */
struct named {
	int32_t rating, other;
};

static struct named link_agendas(struct linker *linker, const struct node *list)
{
	struct named named = {0, 0};

	for (const struct node *node = list_first(list); node != NULL; node = node->next) {
		const struct agenda_draft *draft;
		char id[ID_BYTES];

		/* The id itself is judged once, the first time round. */
		if (!linker->whole_only) {
			schema_id(linker->reader, node, id);
			if (id[0] == '\0') {
				continue;
			}
		}
		draft = find_agenda(linker->packs, node->text, linker->whole_only);
		if (draft == NULL) {
			report_unknown(linker, node, "agenda");
		} else {
			named.rating += draft->agenda.rates != RATES_NOTHING ? 1 : 0;
			named.other += draft->agenda.rates == RATES_NOTHING ? 1 : 0;
		}
	}
	return named;
}

static bool has_area(struct linker *linker, const char *id)
{
	for (const struct pack *pack = linker->packs; pack != NULL; pack = pack->next) {
		for (int32_t i = 0; pack->instrument != NULL && !(linker->whole_only && pack->broken) &&
		                    i < pack->instrument->audience_count; i++) {
			const struct instrument *said = &pack->instrument->said[i];

			for (int32_t j = 0; j < said->area_count; j++) {
				if (str_equal(said->areas[j].id, id)) {
					return true;
				}
			}
		}
	}
	return false;
}

/* Where a plan rates, it says which areas; where it does not, it names none. */
static void link_plan(struct linker *linker, const struct plan_draft *draft)
{
	struct named named = link_agendas(linker, draft->agendas);
	const struct node *node = list_first(draft->areas);

	for (int32_t i = 0; i < draft->plan->area_count; i++, node = node->next) {
		if (draft->plan->areas[i][0] != '\0' && !has_area(linker, draft->plan->areas[i])) {
			report_unknown(linker, node, "area");
		}
	}
	if (named.rating > 0 && draft->areas == NULL) {
		node_fault(linker->reader->faults, draft->node, "missing key 'areas' in a week of a plan that rates");
	}
	if (named.other > 0 && named.rating == 0 && draft->areas != NULL) {
		node_fault(linker->reader->faults, draft->areas, "areas in a week of a plan whose agendas rate nothing");
	}
}

static void link_year(struct linker *linker, const struct year_draft *year)
{
	for (int32_t i = 0; i < year->task_count; i++) {
		link_agendas(linker, year->tasks[i].agendas);
	}
	for (int32_t i = 0; i < year->plan_count; i++) {
		link_plan(linker, &year->plans[i]);
	}
}

void link_pack(struct reader *reader, struct pack *packs, struct pack *pack, bool whole_only, bool unreadable)
{
	struct linker linker = {reader, packs, whole_only, unreadable};

	for (struct agenda_draft *draft = pack->agendas; draft != NULL; draft = draft->next) {
		link_agenda(&linker, draft);
	}
	if (pack->year != NULL) {
		link_year(&linker, pack->year);
	}
}
