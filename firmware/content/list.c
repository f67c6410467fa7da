/* What the packs hold, as tables. */
#include "firmware/content/list.h"

#include "firmware/base/str.h"
#include "firmware/core/plan.h"

static bool wanted(const char *filter, const char *id)
{
	return filter == NULL || str_equal(filter, id);
}

static bool has_audience(const struct material *material, const char *audience)
{
	for (int32_t i = 0; i < material->instrument_count; i++) {
		if (wanted(audience, material->instruments[i].audience)) {
			return true;
		}
	}
	return audience == NULL;
}

static bool has_area(const struct material *material, const char *area)
{
	for (int32_t i = 0; i < material->instrument_count; i++) {
		const struct instrument *instrument = &material->instruments[i];

		for (int32_t j = 0; j < instrument->area_count; j++) {
			if (wanted(area, instrument->areas[j].id)) {
				return true;
			}
		}
	}
	return area == NULL;
}

/* The words said so far, each once, with commas between. */
struct known {
	char text[400];
	const char *seen[32];
	int32_t count;
};

static void know(struct known *known, const char *id)
{
	for (int32_t i = 0; i < known->count; i++) {
		if (str_equal(known->seen[i], id)) {
			return;
		}
	}
	if (known->count == (int32_t)ARRAY_LEN(known->seen)) {
		return;
	}
	known->seen[known->count++] = id;
	if (known->text[0] != '\0') {
		str_append(known->text, sizeof known->text, ", ");
	}
	str_append(known->text, sizeof known->text, id);
}

static void say_unknown(const char *what, const char *id, const struct known *known, char *reason, size_t cap)
{
	snprintf(reason, cap, "unknown %s '%s'; expected one of: %s", what, id, known->text);
}

static bool options_valid(const struct material *material, const struct list_options *options, char *reason, size_t cap)
{
	struct known known = {.count = 0};

	if (!has_audience(material, options->audience)) {
		for (int32_t i = 0; i < material->instrument_count; i++) {
			know(&known, material->instruments[i].audience);
		}
		say_unknown("audience", options->audience, &known, reason, cap);
		return false;
	}
	if (!has_area(material, options->area)) {
		for (int32_t i = 0; i < material->instrument_count; i++) {
			for (int32_t j = 0; j < material->instruments[i].area_count; j++) {
				know(&known, material->instruments[i].areas[j].id);
			}
		}
		say_unknown("area", options->area, &known, reason, cap);
		return false;
	}
	return true;
}

static void list_instrument(FILE *out, const struct instrument *instrument, const struct list_options *options)
{
	for (int32_t i = 0; i < instrument->statement_count; i++) {
		const struct statement *statement = &instrument->statements[i];
		const struct theme *theme = &instrument->themes[statement->theme];
		const char *area = instrument->areas[theme->area].id;

		if (wanted(options->area, area)) {
			fprintf(out, "%s\t%s\t%s\t%s\t%s\n", statement->id, instrument->audience, area, theme->name.in[options->lang],
				statement->text.in[options->lang]);
		}
	}
}

bool list_statements(FILE *out, const struct material *material, const struct list_options *options, char *reason, size_t cap)
{
	if (!options_valid(material, options, reason, cap)) {
		return false;
	}
	fprintf(out, "id\taudience\tarea\ttheme\ttext\n");
	for (int32_t i = 0; i < material->instrument_count; i++) {
		if (wanted(options->audience, material->instruments[i].audience)) {
			list_instrument(out, &material->instruments[i], options);
		}
	}
	return true;
}

void list_forms(FILE *out, const struct material *material, enum lang lang)
{
	fprintf(out, "id\tname\tminutes\tsmallest\tlargest\n");
	for (int32_t i = 0; i < material->form_count; i++) {
		const struct form *form = &material->forms[i];

		fprintf(out, "%s\t%s\t%d\t%d\t%d\n", form->id, form->name.in[lang], form_minutes(form, clamp_i32(LIST_PEOPLE, form->smallest, form->largest)), form->smallest,
			form->largest);
	}
}

void list_agendas(FILE *out, const struct material *material, enum lang lang)
{
	fprintf(out, "id\tname\tmoment\tminutes\tsmallest\tlargest\n");
	for (int32_t i = 0; i < material->agenda_count; i++) {
		const struct agenda *agenda = &material->agendas[i];
		char moment[12] = "";

		if (agenda->form != NULL) {
			continue;   /* it stands among the forms */
		}
		if (agenda->moment != 0) {
			snprintf(moment, sizeof moment, "%d", agenda->moment);
		}
		fprintf(out, "%s\t%s\t%s\t%d–%d\t%d\t%d\n", agenda->id, agenda->name.in[lang], moment, agenda->shortest_min,
			agenda->longest_min, agenda->smallest, agenda->largest);
	}
}
