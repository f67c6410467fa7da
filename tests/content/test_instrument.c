/* The instrument that comes along: its areas, themes and statements are as many and in the order of the tool it follows. */
#include "tests/content/content_test.h"

#define SV in[LANG_SV]

struct expected_theme {
	const char *area;
	int32_t count[2];              /* statements for rektor, skolchef */
};

/* Area by area and theme by theme, as the tool has them. */
static const struct expected_theme tool[] = {
	{"utbildning", {6, 2}}, {"utbildning", {3, 3}}, {"utbildning", {4, 2}}, {"utbildning", {2, 2}},
	{"organisation", {3, 3}}, {"organisation", {4, 3}}, {"organisation", {3, 4}}, {"organisation", {3, 3}}, {"organisation", {3, 3}},
	{"kvalitetsarbete", {2, 2}}, {"kvalitetsarbete", {2, 1}}, {"kvalitetsarbete", {2, 1}}, {"kvalitetsarbete", {2, 2}},
	{"ledarskap", {3, 3}}, {"ledarskap", {2, 1}}, {"ledarskap", {2, 2}}, {"ledarskap", {2, 2}},
};

static void the_instrument_is_whole(void **state)
{
	static const char *const audiences[] = {"rektor", "skolchef"};
	static const int32_t statements[] = {48, 39};
	static const int32_t participants[] = {6, 4};
	struct pack_set *set = whole_packs("../../assets/packs", NULL);
	const struct material *material = pack_set_material(set);

	(void)state;
	assert_int_equal(material->instrument_count, 2);
	for (int32_t i = 0; i < 2; i++) {
		const struct instrument *in = &material->instruments[i];

		assert_string_equal(in->audience, audiences[i]);
		assert_int_equal(in->area_count, 4);
		assert_int_equal(in->theme_count, ARRAY_LEN(tool));
		assert_int_equal(in->statement_count, statements[i]);
		assert_int_equal(in->question_count, 4);
		assert_int_equal(in->participant_count, participants[i]);
		assert_string_not_equal(in->level.SV, "");
		for (int32_t t = 0; t < in->theme_count; t++) {
			assert_string_equal(in->areas[in->themes[t].area].id, tool[t].area);
			assert_int_equal(in->themes[t].count, tool[t].count[i]);
		}
		for (int32_t a = 0; a < in->area_count; a++) {
			assert_true(in->areas[a].option_count > 0);
		}
	}
	pack_set_destroy(set);
}

/* Three parts with four, three and three questions, once for each audience. */
static void the_analysis_is_whole(void **state)
{
	static const char *const ids[] = {"analys-rektor", "analys-skolchef"};
	static const char *const parts[] = {"sammanfatta tillsammans", "ta reda på", "planera"};
	static const int32_t questions[] = {4, 3, 3};
	struct pack_set *set = whole_packs("../../assets/packs", NULL);

	(void)state;
	for (int32_t i = 0; i < 2; i++) {
		const struct agenda *agenda = material_agenda(pack_set_material(set), ids[i]);

		assert_non_null(agenda);
		assert_string_equal(agenda->analyses, pack_set_material(set)->instruments[i].audience);
		for (int32_t part = 0; part < 3; part++) {
			int32_t count = 0;

			for (int32_t s = 0; s < agenda->step_count; s++) {
				count += agenda->steps[s].kind == STEP_NOTE && strcmp(agenda->steps[s].detail.SV, parts[part]) == 0 ? 1 : 0;
			}
			assert_int_equal(count, questions[part]);
		}
	}
	pack_set_destroy(set);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_instrument_is_whole),
		cmocka_unit_test(the_analysis_is_whole),
	};

	enter_folder();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
