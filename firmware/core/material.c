/* Finding things in what the packs hold. */
#include "firmware/core/material.h"

#include "firmware/base/str.h"

const struct agenda *material_agenda(const struct material *material, const char *id)
{
	for (int32_t i = 0; i < material->agenda_count; i++) {
		if (str_equal(material->agendas[i].id, id)) {
			return &material->agendas[i];
		}
	}
	return NULL;
}

const struct statement *material_statement(const struct material *material, const char *id, const struct instrument **of)
{
	for (int32_t i = 0; i < material->instrument_count; i++) {
		const struct instrument *instrument = &material->instruments[i];

		for (int32_t j = 0; j < instrument->statement_count; j++) {
			if (str_equal(instrument->statements[j].id, id)) {
				*of = instrument;
				return &instrument->statements[j];
			}
		}
	}
	return NULL;
}

const struct theme *material_theme(const struct material *material, const char *id, const struct instrument **of)
{
	for (int32_t i = 0; i < material->instrument_count; i++) {
		const struct instrument *instrument = &material->instruments[i];

		for (int32_t j = 0; j < instrument->theme_count; j++) {
			if (str_equal(instrument->themes[j].id, id)) {
				*of = instrument;
				return &instrument->themes[j];
			}
		}
	}
	return NULL;
}

const struct recipe_step *agenda_step(const struct agenda *agenda, const char *id)
{
	for (int32_t i = 0; i < agenda->step_count; i++) {
		if (str_equal(agenda->steps[i].id, id)) {
			return &agenda->steps[i];
		}
	}
	return NULL;
}

int32_t area_themes(const struct instrument *instrument, int32_t area, int32_t *count)
{
	int32_t first = 0;

	*count = 0;
	for (int32_t i = 0; i < instrument->theme_count; i++) {
		if (instrument->themes[i].area == area) {
			first = *count == 0 ? i : first;
			*count += 1;
		}
	}
	return first;
}
