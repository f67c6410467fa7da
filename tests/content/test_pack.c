/* Packs become material: what is read, unfolded, taken apart by audience, replaced and left out. */
#include "tests/content/content_test.h"

#define SV in[LANG_SV]
#define EN in[LANG_EN]

static const struct agenda *agenda_of(const struct material *material, const char *id)
{
	for (int32_t i = 0; i < material->agenda_count; i++) {
		if (strcmp(material->agendas[i].id, id) == 0) {
			return &material->agendas[i];
		}
	}
	fail_msg("no agenda '%s'", id);
	return NULL;
}

static void forms_are_read(void **state)
{
	struct pack_set *set = whole_packs("whole/first.yaml", NULL);
	const struct material *material = pack_set_material(set);
	const struct recipe_step *step;

	(void)state;
	assert_int_equal(material->form_count, 2);
	assert_string_equal(material->forms[0].id, "round");
	assert_string_equal(material->forms[0].when.SV, "När alla ska höras");
	assert_int_equal(material->forms[0].smallest, 3);
	assert_int_equal(material->forms[0].largest, 12);
	assert_int_equal(material->forms[0].step_count, 1);
	step = &material->forms[0].steps[0];
	assert_int_equal(step->kind, STEP_ROUND);
	assert_int_equal(step->each_s, 50);
	assert_int_equal(step->least_each_s, 20);
	assert_int_equal(step->best_min, 0);
	assert_true(step->random_order);
	assert_false(step->optional);
	step = &material->forms[1].steps[1];
	assert_int_equal(step->kind, STEP_PAIR);
	assert_int_equal(step->best_min, 4);
	assert_int_equal(step->least_min, 3);
	assert_int_equal(step->most_min, 8);
	assert_true(step->optional);
	assert_false(step->random_order);
	assert_string_equal(step->aside.EN, "Listen to the end.");
	assert_string_equal(step->aside_title.SV, "Du som lyssnar");
	pack_set_destroy(set);
}

static void what_is_left_out_has_its_default(void **state)
{
	struct pack_set *set = whole_packs("whole/first.yaml", NULL);
	const struct material *material = pack_set_material(set);
	const struct recipe_step *all = &material->forms[1].steps[2];

	(void)state;
	assert_int_equal(all->most_min, all->best_min);
	assert_string_equal(all->detail.SV, "");
	assert_string_equal(all->aside.EN, "");
	assert_string_equal(all->aside_title.EN, "");
	assert_string_equal(agenda_of(material, "rating")->steps[0].prompt.SV, "");
	assert_int_equal(agenda_of(material, "talk")->moment, 0);
	assert_int_equal(agenda_of(material, "talk")->rates, RATES_NOTHING);
	assert_false(agenda_of(material, "rating")->cases);
	assert_int_equal(material->moments[1].task_count, 0);
	assert_non_null(material->moments[1].tasks);
	pack_set_destroy(set);
}

static void agendas_are_read(void **state)
{
	struct pack_set *set = whole_packs("whole/first.yaml", NULL);
	const struct agenda *agenda = agenda_of(pack_set_material(set), "rating");

	(void)state;
	assert_string_equal(agenda->name.EN, "Self-assessment");
	assert_string_equal(agenda->about.SV, "Värdera ett tema.");
	assert_int_equal(agenda->moment, 2);
	assert_int_equal(agenda->rates, RATES_THEME);
	assert_int_equal(agenda->shortest_min, 20);
	assert_int_equal(agenda->longest_min, 60);
	assert_int_equal(agenda->smallest, 3);
	assert_int_equal(agenda->largest, 40);
	assert_int_equal(agenda->step_count, 4);
	assert_int_equal(agenda->steps[3].kind, STEP_SHARED);
	assert_true(agenda_of(pack_set_material(set), "talk")->cases);
	pack_set_destroy(set);
}

/* A line's name is for a form of one step; its prompt and its being optional are for every step. */
static void forms_unfold_in_agendas(void **state)
{
	struct pack_set *set = whole_packs("whole/first.yaml", NULL);
	const struct agenda *rating = agenda_of(pack_set_material(set), "rating");
	const struct agenda *talk = agenda_of(pack_set_material(set), "talk");

	(void)state;
	assert_string_equal(rating->steps[2].id, "seen-turns");
	assert_string_equal(rating->steps[2].name.SV, "Vad ser ni?");
	assert_string_equal(rating->steps[2].prompt.SV, "Vad lägger du märke till?");
	assert_true(rating->steps[2].optional);
	assert_int_equal(rating->steps[2].each_s, 50);
	assert_int_equal(talk->step_count, 6);
	assert_string_equal(talk->steps[0].id, "alone-pair-all-alone");
	assert_string_equal(talk->steps[0].name.SV, "Enskilt");
	assert_string_equal(talk->steps[0].prompt.SV, "Tänk själv.");
	assert_false(talk->steps[0].optional);
	assert_true(talk->steps[1].optional);
	for (int32_t i = 3; i < 6; i++) {
		assert_string_equal(talk->steps[i].prompt.EN, "And then?");
		assert_true(talk->steps[i].optional);
	}
	assert_string_equal(talk->steps[5].id, "again-all");
	pack_set_destroy(set);
}

static void minutes_of_a_form_are_shared_among_its_steps(void **state)
{
	struct pack_set *set = whole_packs("whole/first.yaml", NULL);
	const struct agenda *talk = agenda_of(pack_set_material(set), "talk");

	(void)state;
	/* Best 24 where the form has 2 + 4 + 6, least 8 for 1 + 3 + 4, most 48 for 4 + 8 + 6. */
	assert_int_equal(talk->steps[0].best_min, 4);
	assert_int_equal(talk->steps[1].best_min, 8);
	assert_int_equal(talk->steps[2].best_min, 12);
	assert_int_equal(talk->steps[0].least_min + talk->steps[1].least_min + talk->steps[2].least_min, 8);
	assert_int_equal(talk->steps[1].least_min, 3);
	assert_int_equal(talk->steps[0].most_min + talk->steps[1].most_min + talk->steps[2].most_min, 48);
	assert_int_equal(talk->steps[3].best_min, 2);
	pack_set_destroy(set);
}

static void an_instrument_is_taken_apart_by_audience(void **state)
{
	struct pack_set *set = whole_packs("whole/first.yaml", NULL);
	const struct material *material = pack_set_material(set);
	const struct instrument *rektor = &material->instruments[0];
	const struct instrument *skolchef = &material->instruments[1];

	(void)state;
	assert_int_equal(material->instrument_count, 2);
	assert_string_equal(rektor->audience, "rektor");
	assert_string_equal(skolchef->audience, "skolchef");
	assert_string_equal(rektor->id, "school");
	assert_string_equal(skolchef->id, "school");
	assert_int_equal(rektor->area_count, 2);
	assert_int_equal(rektor->theme_count, 2);
	assert_int_equal(rektor->statement_count, 3);
	assert_string_equal(rektor->statements[1].id, "rektor.teaching.1.2");
	assert_string_equal(rektor->statements[1].text.SV, "Vi lyssnar.");
	assert_string_equal(rektor->themes[1].id, "rektor.leading.1");
	assert_int_equal(rektor->themes[1].first, 2);
	assert_int_equal(rektor->themes[1].count, 1);
	assert_int_equal(rektor->themes[1].area, 1);
	assert_int_equal(rektor->statements[2].theme, 1);
	assert_string_equal(rektor->areas[1].short_name.EN, "Lead");
	/* Leading says nothing to the skolchef; the number of a theme is its place in the file all the same. */
	assert_int_equal(skolchef->area_count, 1);
	assert_int_equal(skolchef->theme_count, 2);
	assert_string_equal(skolchef->statements[1].id, "skolchef.teaching.2.1");
	assert_int_equal(skolchef->themes[1].first, 1);
	pack_set_destroy(set);
}

/* An audience that the pack says nothing about has no words of its own, and no text is NULL. */
static void audiences_and_ways_forward_are_read(void **state)
{
	struct pack_set *set = whole_packs("whole/first.yaml", NULL);
	const struct material *material = pack_set_material(set);
	const struct instrument *rektor = &material->instruments[0];
	const struct instrument *skolchef = &material->instruments[1];

	(void)state;
	assert_string_equal(rektor->level.SV, "");
	assert_int_equal(rektor->participant_count, 0);
	assert_string_equal(skolchef->level.SV, "Kommunen");
	assert_string_equal(skolchef->level_about.EN, "To the chief.");
	assert_int_equal(skolchef->participant_count, 2);
	assert_string_equal(skolchef->participants[1].SV, "elevhälsochef");
	for (int32_t i = 0; i < 2; i++) {
		assert_int_equal(material->instruments[i].areas[0].option_count, 2);
		assert_string_equal(material->instruments[i].areas[0].options[1].EN, "Take a course.");
	}
	assert_int_equal(rektor->areas[1].option_count, 0);
	assert_string_equal(agenda_of(material, "looking-back")->analyses, "skolchef");
	assert_string_equal(agenda_of(material, "rating")->analyses, "");
	pack_set_destroy(set);
}

static void an_imported_instrument_takes_the_place_of_ours(void **state)
{
	struct pack_set *set = whole_packs("whole/first.yaml", "over/imported.yaml");
	const struct material *material = pack_set_material(set);
	const struct instrument *rektor = &material->instruments[0];
	const struct instrument *skolchef = &material->instruments[1];

	(void)state;
	assert_int_equal(material->instrument_count, 2);
	assert_string_equal(rektor->statements[0].id, "rektor.teaching.1.1");
	assert_string_equal(rektor->statements[0].text.SV, "Vi är överens.");
	assert_string_equal(rektor->wording.SV, "Källans ord");
	assert_string_equal(skolchef->level.SV, "Kommunen");
	assert_int_equal(skolchef->participant_count, 2);
	assert_int_equal(rektor->areas[0].option_count, 2);
	assert_string_equal(rektor->areas[0].options[0].SV, "Läs en bok.");
	assert_int_equal(rektor->areas[1].option_count, 1);
	assert_string_equal(rektor->areas[1].options[0].SV, "Skriv en plan.");
	pack_set_destroy(set);
}

static void the_scale_is_read(void **state)
{
	struct pack_set *set = whole_packs("whole/first.yaml", "whole/later");
	const struct instrument *later = &pack_set_material(set)->instruments[0];
	struct pack_set *first = whole_packs("whole/first.yaml", NULL);
	const struct instrument *rektor = &pack_set_material(first)->instruments[0];

	(void)state;
	assert_string_equal(rektor->scale[0].SV, "stämmer inte");
	assert_string_equal(rektor->scale[3].EN, "true");
	assert_string_equal(rektor->scale[UNSURE].SV, "vet inte");
	assert_string_equal(rektor->scale_short[2].SV, "mest");
	assert_string_equal(rektor->scale_short[UNSURE].EN, "don't know");
	assert_int_equal(rektor->question_count, 2);
	assert_string_equal(rektor->questions[1].EN, "What else?");
	assert_string_equal(rektor->questions[QUESTIONS_MAX - 1].EN, "");
	/* Without short labels, the long ones. */
	assert_string_equal(later->scale_short[1].SV, "två");
	pack_set_destroy(first);
	pack_set_destroy(set);
}

static void the_year_is_read(void **state)
{
	struct pack_set *set = whole_packs("whole/first.yaml", NULL);
	const struct material *material = pack_set_material(set);
	const struct year_task *meet = &material->moments[0].tasks[1];

	(void)state;
	assert_int_equal(material->moment_count, 3);
	assert_int_equal(material->moments[2].number, 3);
	assert_int_equal(material->moments[2].first_week, 2);
	assert_int_equal(material->moments[2].last_week, 24);
	assert_string_equal(material->moments[0].goal[SCHOOL_ORDINARY].SV, "Ni har börjat.");
	assert_int_equal(material->moments[0].task_count, 2);
	assert_int_equal(material->moments[0].tasks[0].agenda_count, 0);
	assert_string_equal(meet->id, "meet");
	assert_int_equal(meet->agenda_count, 2);
	assert_string_equal(material->agendas[meet->agendas[0]].id, "talk");
	assert_string_equal(material->agendas[meet->agendas[1]].id, "rating");
	assert_int_equal(meet->plan_count, 0);
	meet = &material->moments[2].tasks[0];
	assert_int_equal(meet->plan_count, 2);
	assert_int_equal(meet->plan[0].week, 3);
	assert_int_equal(meet->plan[0].agenda_count, 1);
	assert_string_equal(material->agendas[meet->plan[0].agendas[0]].id, "rating");
	assert_int_equal(meet->plan[0].area_count, 2);
	assert_string_equal(meet->plan[0].areas[1], "leading");
	assert_int_equal(meet->plan[1].area_count, 0);
	assert_string_equal(material->agendas[meet->plan[1].agendas[1]].id, "talk");
	assert_int_equal(material->gap_count, 2);
	assert_int_equal(material->gaps[0].first_week, 52);
	assert_int_equal(material->gaps[0].last_week, 1);
	assert_string_equal(material->gaps[1].name.EN, "Summer");
	pack_set_destroy(set);
}

static void a_later_pack_replaces_what_has_the_same_id(void **state)
{
	struct pack_set *set = whole_packs("whole/first.yaml", "whole/later");
	const struct material *material = pack_set_material(set);

	(void)state;
	assert_int_equal(material->form_count, 2);
	assert_string_equal(material->forms[0].id, "round");
	assert_string_equal(material->forms[0].name.SV, "Ny runda");
	assert_string_equal(material->forms[1].id, "alone-pair-all");
	assert_int_equal(material->agenda_count, 4 + 2);   /* and each form on its own */
	assert_string_equal(material->agendas[1].name.SV, "Nytt samtal");
	assert_false(material->agendas[1].cases);
	assert_string_equal(material->agendas[3].id, "own");
	/* The later one speaks to one audience: what the earlier says to the other stays. */
	assert_int_equal(material->instrument_count, 2);
	assert_string_equal(material->instruments[0].audience, "rektor");
	assert_string_equal(material->instruments[0].name.SV, "Nya skolan");
	assert_string_equal(material->instruments[1].audience, "skolchef");
	assert_string_equal(material->instruments[1].name.SV, "Skolan");
	assert_int_equal(material->moment_count, 1);
	assert_int_equal(material->gap_count, 0);
	assert_int_equal(material->moments[0].tasks[0].agendas[0], 3);
	/* An agenda of the earlier pack unfolds the form that holds now. */
	assert_string_equal(agenda_of(material, "rating")->steps[3].id, "seen-second");
	pack_set_destroy(set);
}

/* What is written in the language that a pack is spared is taken; the rest falls back. Nobody has to write what can be left out. */
static void a_pack_may_be_in_one_language(void **state)
{
	struct pack_set *set = whole_packs("languages/one.yaml", NULL);
	const struct material *material = pack_set_material(set);
	const struct instrument *teachers = &material->instruments[0];

	(void)state;
	assert_int_equal(material->instrument_count, 2);
	assert_string_equal(teachers->audience, "larare");
	assert_string_equal(teachers->name.EN, "Vår skola");
	assert_string_equal(teachers->wording.EN, "Our own words");
	assert_string_equal(teachers->scale[0].EN, "no");
	assert_string_equal(teachers->scale[1].EN, "lite");
	assert_string_equal(teachers->statements[0].text.EN, "Vi är ute.");
	assert_string_equal(teachers->statements[1].text.EN, "We see everyone.");
	assert_string_equal(teachers->statements[1].text.SV, "Vi ser alla.");
	assert_string_equal(teachers->areas[0].short_name.EN, "Rasten");
	assert_string_equal(teachers->areas[0].intro.SV, "");
	assert_int_equal(teachers->question_count, 0);
	assert_string_equal(teachers->questions[0].SV, "");
	assert_string_equal(material->instruments[1].statements[0].id, "rektor.rasten.1.1");
	pack_set_destroy(set);
}

static void a_folder_of_packs_holds_packs(void **state)
{
	struct pack_set *set = whole_packs("whole", NULL);

	(void)state;
	assert_int_equal(pack_set_material(set)->agenda_count, 4 + 2);
	assert_string_equal(pack_set_material(set)->agendas[1].name.SV, "Nytt samtal");
	pack_set_destroy(set);
}

/* The material of the packs at two paths, at least one of which has a fault. */
static struct pack_set *faulty_packs(const char *one, const char *other)
{
	struct pack_set *set = pack_set_create();
	int32_t count;

	pack_set_add(set, one);
	pack_set_add(set, other);
	assert_false(pack_set_finish(set));
	pack_set_faults(set, &count);
	assert_true(count > 0);
	return set;
}

static void a_faulty_pack_takes_no_other_with_it(void **state)
{
	static const char *const broken[] = {"broken/syntax.yaml", "broken/numbers.yaml", "broken/instrument.yaml",
		"broken/year.yaml", "broken/levels.yaml", "broken/unfolding.yaml", "broken/deep.yaml", "broken/nothing-there", "broken/twice.yaml"};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(broken); i++) {
		struct pack_set *set = faulty_packs(broken[i], "whole/first.yaml");
		const struct material *material = pack_set_material(set);

		assert_int_equal(material->form_count, 2);
		assert_int_equal(material->agenda_count, 3 + 2);
		assert_int_equal(material->instrument_count, 2);
		assert_int_equal(material->moment_count, 3);
		assert_string_equal(agenda_of(material, "rating")->steps[2].id, "seen-turns");
		pack_set_destroy(set);
	}
}

/* One pack leans on a form of a faulty pack, and one, read before both, leans on that one: all three fall. */
static void packs_that_lean_on_a_faulty_one_fall_with_it(void **state)
{
	struct pack_set *set = faulty_packs("broken/leaning", "whole/first.yaml");
	const struct material *material = pack_set_material(set);

	(void)state;
	assert_int_equal(material->form_count, 2);
	assert_int_equal(material->agenda_count, 3 + 2);
	assert_int_equal(material->moment_count, 3);
	pack_set_destroy(set);
}

/* A later pack with faults does not replace anything. */
static void an_earlier_pack_holds_where_the_later_is_faulty(void **state)
{
	struct pack_set *set = faulty_packs("whole/first.yaml", "broken/year.yaml");

	(void)state;
	assert_string_equal(pack_set_material(set)->moments[0].name.SV, "Uppstart");
	pack_set_destroy(set);
}

static void material_without_packs_is_empty_and_there(void **state)
{
	struct pack_set *set = pack_set_create();
	const struct material *material;

	(void)state;
	assert_true(pack_set_finish(set));
	material = pack_set_material(set);
	assert_int_equal(material->agenda_count + material->form_count + material->instrument_count, 0);
	assert_int_equal(material->moment_count + material->gap_count, 0);
	assert_non_null(material->agendas);
	assert_non_null(material->forms);
	assert_non_null(material->instruments);
	assert_non_null(material->moments);
	assert_non_null(material->gaps);
	pack_set_destroy(set);
	pack_set_destroy(NULL);
}

static void no_text_is_null(void **state)
{
	struct pack_set *set = whole_packs("../../assets/packs", NULL);
	const struct material *material = pack_set_material(set);

	(void)state;
	for (int32_t i = 0; i < material->agenda_count; i++) {
		for (int32_t j = 0; j < material->agendas[i].step_count; j++) {
			const struct recipe_step *step = &material->agendas[i].steps[j];

			for (int32_t lang = 0; lang < LANG_COUNT; lang++) {
				assert_non_null(step->name.in[lang]);
				assert_non_null(step->detail.in[lang]);
				assert_non_null(step->prompt.in[lang]);
				assert_non_null(step->aside.in[lang]);
				assert_non_null(step->aside_title.in[lang]);
			}
		}
	}
	pack_set_destroy(set);
}

static void the_packs_that_come_along_are_whole(void **state)
{
	struct pack_set *set = whole_packs("../../assets/packs", NULL);
	const struct material *material = pack_set_material(set);

	(void)state;
	assert_true(material->agenda_count > 0);
	assert_true(material->form_count > 0);
	assert_string_equal(material->instruments[0].audience, "rektor");
	assert_int_equal(material->moment_count, 7);
	pack_set_destroy(set);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(forms_are_read),
		cmocka_unit_test(what_is_left_out_has_its_default),
		cmocka_unit_test(agendas_are_read),
		cmocka_unit_test(forms_unfold_in_agendas),
		cmocka_unit_test(minutes_of_a_form_are_shared_among_its_steps),
		cmocka_unit_test(an_instrument_is_taken_apart_by_audience),
		cmocka_unit_test(audiences_and_ways_forward_are_read),
		cmocka_unit_test(an_imported_instrument_takes_the_place_of_ours),
		cmocka_unit_test(the_scale_is_read),
		cmocka_unit_test(the_year_is_read),
		cmocka_unit_test(a_later_pack_replaces_what_has_the_same_id),
		cmocka_unit_test(a_pack_may_be_in_one_language),
		cmocka_unit_test(a_folder_of_packs_holds_packs),
		cmocka_unit_test(a_faulty_pack_takes_no_other_with_it),
		cmocka_unit_test(packs_that_lean_on_a_faulty_one_fall_with_it),
		cmocka_unit_test(an_earlier_pack_holds_where_the_later_is_faulty),
		cmocka_unit_test(material_without_packs_is_empty_and_there),
		cmocka_unit_test(no_text_is_null),
		cmocka_unit_test(the_packs_that_come_along_are_whole),
	};

	enter_folder();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
