/* The instrument of one pack: areas, themes and statements, taken apart into one instrument an audience. */
#include <stdio.h>
#include <string.h>

#include "firmware/base/str.h"
#include "firmware/content/draft.h"

#define NUMBERS_LETTERS 9      /* in a statement's id besides audience and area: ".32.96" and some to spare */

/* Everything but areas and what is in them. */
struct frame {
	char id[ID_BYTES];
	struct words name, wording, unsure;
	const struct node *steps, *short_steps, *questions, *audiences, *areas;
};

/* Whom an instrument speaks to. */
struct audience {
	char id[ID_BYTES];
	struct words name, about;
	struct words said[PARTICIPANTS_MAX];   /* who does well to take part */
	int32_t said_count;
	const struct node *participants, *node;
};

/* The audiences of an instrument, and the keys under which its themes say something to them. */
struct audiences {
	struct audience list[AUDIENCES_ROOM];
	struct field said_fields[AUDIENCES_ROOM];
	struct shape said;
	int32_t count;
};

struct area_draft {
	struct area area;
	const struct node *themes, *options, *node;
};

struct theme_draft {
	struct words name;
	const struct node *said[AUDIENCES_ROOM];
	int32_t area, number;   /* index into the area drafts; place in the area from 1 */
};

struct contents {
	const struct audiences *audiences;
	struct area_draft *areas;
	struct theme_draft *themes;
	int32_t area_count, theme_count;
};

static const struct field scale_fields[] = {
	LIST_FIELD("steps", struct frame, steps, SCALE_STEPS, SCALE_STEPS),
	TEXT_FIELD("unsure", struct frame, unsure),
	LIST_MAYBE("short", struct frame, short_steps, SCALE_STEPS, SCALE_STEPS),
};
static const struct shape scale_shape = SHAPE("a scale", scale_fields);

static const struct field frame_fields[] = {
	ID_FIELD("id", struct frame, id),
	TEXT_FIELD("name", struct frame, name),
	TEXT_FIELD("wording", struct frame, wording),
	INNER_FIELD("scale", &scale_shape),
	LIST_MAYBE("questions", struct frame, questions, 1, QUESTIONS_MAX),
	LIST_MAYBE("audiences", struct frame, audiences, 1, AUDIENCES_MAX),
	LIST_FIELD("areas", struct frame, areas, 1, LIST_MAX),
};
static const struct shape frame_shape = SHAPE("an instrument", frame_fields);

static const struct field audience_fields[] = {
	ID_FIELD("id", struct audience, id),
	TEXT_FIELD("name", struct audience, name),
	TEXT_MAYBE("about", struct audience, about),
	LIST_MAYBE("participants", struct audience, participants, 1, PARTICIPANTS_MAX),
};
static const struct shape audience_shape = SHAPE("an audience", audience_fields);

static const struct field area_fields[] = {
	ID_FIELD("id", struct area_draft, area.id),
	TEXT_FIELD("name", struct area_draft, area.name),
	TEXT_MAYBE("short", struct area_draft, area.short_name),
	TEXT_MAYBE("intro", struct area_draft, area.intro),
	LIST_FIELD("themes", struct area_draft, themes, 1, THEMES_MAX),
	LIST_MAYBE("options", struct area_draft, options, 1, OPTIONS_MAX),
};
static const struct shape area_shape = SHAPE("an area", area_fields);


static bool same_id(const char *a, const char *b)
{
	return a[0] != '\0' && str_equal(a, b);
}

static void read_area(struct reader *reader, struct contents *contents, const struct node *node)
{
	struct area_draft *draft = &contents->areas[contents->area_count++];

	draft->node = node;
	schema_map(reader, node, &area_shape, draft);
	draft->area.option_count = schema_texts(reader, draft->options, draft->area.options, OPTIONS_MAX);
	if (node_get(node, "short") == NULL) {
		draft->area.short_name = draft->area.name;
	}
	for (const struct area_draft *before = contents->areas; before < draft; before++) {
		if (same_id(draft->area.id, before->area.id)) {
			node_fault(reader->faults, node, "area id '%s' is already at line %d", draft->area.id, before->node->line);
		}
	}
}

static void read_themes(struct reader *reader, struct contents *contents, int32_t area)
{
	const struct field fields[] = {
		TEXT_FIELD("name", struct theme_draft, name),
		INNER_FIELD("statements", &contents->audiences->said),
	};
	const struct shape shape = SHAPE("a theme", fields);
	int32_t number = 0;

	for (const struct node *node = list_first(contents->areas[area].themes); node != NULL; node = node->next) {
		struct theme_draft *theme = &contents->themes[contents->theme_count++];
		const struct node *statements = node_get(node, "statements");

		theme->area = area;
		theme->number = ++number;
		schema_map(reader, node, &shape, theme);
		if (statements != NULL && statements->kind == NODE_MAP && statements->count == 0) {
			node_fault(reader->faults, statements, "no statements; expected some for an audience");
		}
	}
}

static struct contents read_contents(struct reader *reader, const struct audiences *audiences, const struct node *areas)
{
	struct contents contents = {.audiences = audiences, .areas = arena_array(reader->arena, list_count(areas), sizeof *contents.areas)};
	int32_t themes = 0;

	for (const struct node *node = list_first(areas); node != NULL; node = node->next) {
		read_area(reader, &contents, node);
		themes += list_count(contents.areas[contents.area_count - 1].themes);
	}
	contents.themes = arena_array(reader->arena, themes, sizeof *contents.themes);
	for (int32_t i = 0; i < contents.area_count; i++) {
		read_themes(reader, &contents, i);
	}
	return contents;
}

/* The texts of the scale; a scale without short labels shows the long ones. */
static void read_scale(struct reader *reader, const struct frame *frame, struct instrument *out)
{
	for (int32_t i = 0; i < SCALE_STEPS; i++) {
		out->scale[i] = words_none();
	}
	schema_texts(reader, frame->steps, out->scale, SCALE_STEPS);
	out->scale[UNSURE] = frame->unsure;
	memcpy(out->scale_short, out->scale, sizeof out->scale_short);
	schema_texts(reader, frame->short_steps, out->scale_short, SCALE_STEPS);
}

static void read_frame_texts(struct reader *reader, const struct frame *frame, struct instrument *out)
{
	str_copy(out->id, sizeof out->id, frame->id);
	out->name = frame->name;
	out->wording = frame->wording;
	out->level = words_none();
	out->level_about = words_none();
	read_scale(reader, frame, out);
	for (int32_t i = 0; i < QUESTIONS_MAX; i++) {
		out->questions[i] = words_none();
	}
	out->question_count = schema_texts(reader, frame->questions, out->questions, QUESTIONS_MAX);
}

/* "from.more". Ids of a pack without faults always fit. */
static void extend_id(char *to, const char *from, const char *more)
{
	str_copy(to, ID_BYTES, from);
	str_append(to, ID_BYTES, ".");
	str_append(to, ID_BYTES, more);
}

static void number_id(char *to, const char *from, int32_t number)
{
	char digits[12];

	snprintf(digits, sizeof digits, "%d", number);
	extend_id(to, from, digits);
}

struct filling {
	struct reader *reader;
	struct instrument *out;
	struct area *areas;
	struct theme *themes;
	struct statement *statements;
};

static void fill_theme(struct filling *filling, const struct theme_draft *draft, const struct node *said, const char *area_id)
{
	struct instrument *out = filling->out;
	struct theme *theme = &filling->themes[out->theme_count];
	char of_area[ID_BYTES];
	int32_t number = 0;

	extend_id(of_area, out->audience, area_id);
	number_id(theme->id, of_area, draft->number);
	theme->name = draft->name;
	theme->area = out->area_count - 1;
	theme->first = out->statement_count;
	theme->count = said->count;
	for (const struct node *node = said->first; node != NULL; node = node->next) {
		struct statement *statement = &filling->statements[out->statement_count++];

		number_id(statement->id, theme->id, ++number);
		schema_text(filling->reader, node, &statement->text);
		statement->theme = out->theme_count;
	}
	out->theme_count++;
}

/* One audience's part. Areas in which nothing is said to it are left out. */
static void fill_audience(struct reader *reader, const struct contents *contents, int32_t audience, struct instrument *out)
{
	struct filling filling = {.reader = reader, .out = out};
	int32_t statements = 0, last_area = -1;

	for (int32_t i = 0; i < contents->theme_count; i++) {
		statements += list_count(contents->themes[i].said[audience]);
	}
	str_copy(out->audience, sizeof out->audience, contents->audiences->list[audience].id);
	out->areas = filling.areas = arena_array(reader->arena, contents->area_count, sizeof *filling.areas);
	out->themes = filling.themes = arena_array(reader->arena, contents->theme_count, sizeof *filling.themes);
	out->statements = filling.statements = arena_array(reader->arena, statements, sizeof *filling.statements);
	for (int32_t i = 0; i < contents->theme_count; i++) {
		const struct theme_draft *theme = &contents->themes[i];
		const struct area *area = &contents->areas[theme->area].area;

		if (theme->said[audience] == NULL) {
			continue;
		}
		if (theme->area != last_area) {
			filling.areas[out->area_count++] = *area;
			last_area = theme->area;
		}
		fill_theme(&filling, theme, theme->said[audience], area->id);
	}
}

static void check_sizes(struct reader *reader, const struct contents *contents, int32_t audience)
{
	const char *id = contents->audiences->list[audience].id;

	for (int32_t area = 0; area < contents->area_count; area++) {
		const struct area_draft *draft = &contents->areas[area];
		int32_t statements = 0;

		for (int32_t i = 0; i < contents->theme_count; i++) {
			statements += contents->themes[i].area == area ? list_count(contents->themes[i].said[audience]) : 0;
		}
		if (statements > STATEMENTS_MAX) {
			node_fault(reader->faults, draft->node,
				"%d statements for %s in one area; expected at most %d, which fit in one rating", statements, id,
				STATEMENTS_MAX);
		}
		if (statements > 0 && strlen(id) + strlen(draft->area.id) + NUMBERS_LETTERS >= ID_BYTES) {
			node_fault(reader->faults, draft->node, "the ids '%s' and '%s' are too long together; expected at most %d letters", id,
				draft->area.id, ID_BYTES - 1 - NUMBERS_LETTERS);
		}
	}
}

static void read_audience(struct reader *reader, struct audiences *audiences, const struct node *node)
{
	struct audience *audience = &audiences->list[audiences->count];

	schema_map(reader, node, &audience_shape, audience);
	audience->node = node;
	audience->said_count = schema_texts(reader, audience->participants, audience->said, PARTICIPANTS_MAX);
	for (int32_t i = 0; i < audiences->count; i++) {
		if (same_id(audience->id, audiences->list[i].id)) {
			node_fault(reader->faults, node, "audience '%s' is already at line %d", audience->id, audiences->list[i].node->line);
			return;
		}
	}
	audiences->count += audience->id[0] != '\0';
}

static bool names_audience(const struct node *list, const char *id)
{
	for (const struct node *node = list_first(list); node != NULL; node = node->next) {
		const struct node *named = node_get(node, "id");

		if (named != NULL && named->kind == NODE_SCALAR && str_equal(named->text, id)) {
			return true;
		}
	}
	return false;
}

/* Those of the tool that comes with the program, unless the instrument names them itself, and those that it names. */
static void read_audiences(struct reader *reader, const struct node *list, struct audiences *out)
{
	static const char *const usual[AUDIENCES_USUAL] = {"rektor", "skolchef"};

	*out = (struct audiences){.count = 0};
	for (size_t i = 0; i < ARRAY_LEN(usual); i++) {
		if (!names_audience(list, usual[i])) {
			str_copy(out->list[out->count].id, ID_BYTES, usual[i]);
			out->list[out->count].name = out->list[out->count].about = words_none();
			out->count++;
		}
	}
	for (const struct node *node = list_first(list); node != NULL && out->count < AUDIENCES_ROOM; node = node->next) {
		read_audience(reader, out, node);
	}
	for (int32_t i = 0; i < out->count; i++) {
		out->said_fields[i] = (struct field)LIST_MAYBE(out->list[i].id, struct theme_draft, said[0], 1, STATEMENTS_MAX);
		out->said_fields[i].offset += (size_t)i * sizeof(const struct node *);
	}
	out->said = (struct shape){"statements", out->said_fields, (size_t)out->count};
}

/* What the audience is called, and who takes part. */
static void tell_audience(const struct audience *audience, struct instrument *out)
{
	out->level = audience->name;
	out->level_about = audience->about;
	out->participant_count = audience->said_count;
	memcpy(out->participants, audience->said, sizeof out->participants);
}

void read_instrument(struct reader *reader, struct pack *pack, const struct node *node)
{
	struct audiences *audiences = arena_alloc(reader->arena, sizeof *audiences);
	struct instrument_draft *draft = arena_alloc(reader->arena, sizeof *draft);
	struct frame frame = {.id = ""};
	struct instrument common = {.id = ""};
	struct contents contents;

	if (!schema_map(reader, node, &frame_shape, &frame)) {
		return;
	}
	draft->node = node;
	read_frame_texts(reader, &frame, &common);
	read_audiences(reader, frame.audiences, audiences);
	contents = read_contents(reader, audiences, frame.areas);
	draft->audience_count = audiences->count;
	for (int32_t audience = 0; audience < audiences->count; audience++) {
		draft->said[audience] = common;
		tell_audience(&audiences->list[audience], &draft->said[audience]);
		fill_audience(reader, &contents, audience, &draft->said[audience]);
		check_sizes(reader, &contents, audience);
	}
	pack->instrument = draft;
}
