/* The tables of what packs hold. */
#include "firmware/content/list.h"
#include "firmware/core/plan.h"
#include "tests/content/content_test.h"

static char table[16384];

static FILE *open_table(void)
{
	FILE *file = tmpfile();

	assert_non_null(file);
	return file;
}

static void close_table(FILE *file)
{
	size_t len;

	rewind(file);
	len = fread(table, 1, sizeof table - 1, file);
	table[len] = '\0';
	fclose(file);
}

static bool statements(const struct list_options *options, char *reason, size_t cap)
{
	struct pack_set *set = whole_packs("whole/first.yaml", NULL);
	FILE *file = open_table();
	bool done = list_statements(file, pack_set_material(set), options, reason, cap);

	close_table(file);
	pack_set_destroy(set);
	return done;
}

static void statements_of_all_audiences(void **state)
{
	char reason[200] = "";

	(void)state;
	assert_true(statements(&(struct list_options){LANG_SV, NULL, NULL}, reason, sizeof reason));
	assert_string_equal(reason, "");
	assert_string_equal(table,
		"id\taudience\tarea\ttheme\ttext\n"
		"rektor.teaching.1.1\trektor\tteaching\tNormer\tVi är ense.\n"
		"rektor.teaching.1.2\trektor\tteaching\tNormer\tVi lyssnar.\n"
		"rektor.leading.1.1\trektor\tleading\tRiktning\tVi vet vart vi ska.\n"
		"skolchef.teaching.1.1\tskolchef\tteaching\tNormer\tSkolorna är ense.\n"
		"skolchef.teaching.2.1\tskolchef\tteaching\tStöd\tSkolorna får stöd.\n");
}

static void statements_of_one_audience_and_area(void **state)
{
	char reason[200] = "";

	(void)state;
	assert_true(statements(&(struct list_options){LANG_EN, "skolchef", "teaching"}, reason, sizeof reason));
	assert_string_equal(table,
		"id\taudience\tarea\ttheme\ttext\n"
		"skolchef.teaching.1.1\tskolchef\tteaching\tNorms\tThe schools agree.\n"
		"skolchef.teaching.2.1\tskolchef\tteaching\tSupport\tThe schools get support.\n");
	assert_true(statements(&(struct list_options){LANG_SV, NULL, "leading"}, reason, sizeof reason));
	assert_string_equal(table,
		"id\taudience\tarea\ttheme\ttext\n"
		"rektor.leading.1.1\trektor\tleading\tRiktning\tVi vet vart vi ska.\n");
	assert_true(statements(&(struct list_options){LANG_SV, "skolchef", "leading"}, reason, sizeof reason));
	assert_string_equal(table, "id\taudience\tarea\ttheme\ttext\n");
}

static void an_unknown_filter_is_refused_with_what_there_is(void **state)
{
	char reason[200] = "";

	(void)state;
	assert_false(statements(&(struct list_options){LANG_SV, "teacher", NULL}, reason, sizeof reason));
	assert_string_equal(reason, "unknown audience 'teacher'; expected one of: rektor, skolchef");
	assert_string_equal(table, "");
	assert_false(statements(&(struct list_options){LANG_SV, NULL, "skolan"}, reason, sizeof reason));
	assert_string_equal(reason, "unknown area 'skolan'; expected one of: teaching, leading");
	assert_string_equal(table, "");
}

/* The round of `first` takes 8 times 50 seconds: 6 minutes 40 seconds, so 7. */
static void forms_with_their_minutes_for_eight(void **state)
{
	struct pack_set *set = whole_packs("whole/first.yaml", NULL);
	FILE *file = open_table();

	(void)state;
	list_forms(file, pack_set_material(set), LANG_SV);
	close_table(file);
	assert_string_equal(table,
		"id\tname\tminutes\tsmallest\tlargest\n"
		"round\tLaget runt\t7\t3\t12\n"
		"alone-pair-all\tEPA\t12\t4\t30\n");
	assert_int_equal(form_minutes(&pack_set_material(set)->forms[0], 5), 5);
	assert_int_equal(form_minutes(&pack_set_material(set)->forms[0], 6), 5);
	assert_int_equal(form_minutes(&pack_set_material(set)->forms[0], 7), 6);
	pack_set_destroy(set);
}

static void agendas_with_their_moment(void **state)
{
	struct pack_set *set = whole_packs("whole/first.yaml", NULL);
	FILE *file = open_table();

	(void)state;
	list_agendas(file, pack_set_material(set), LANG_EN);
	close_table(file);
	assert_string_equal(table,
		"id\tname\tmoment\tminutes\tsmallest\tlargest\n"
		"rating\tSelf-assessment\t2\t20–60\t3\t40\n"
		"talk\tTalk\t\t15–45\t4\t30\n"
		"looking-back\tLook back\t\t15–45\t4\t30\n");
	pack_set_destroy(set);
}

static void without_packs_only_the_headings(void **state)
{
	struct pack_set *set = pack_set_create();
	FILE *file = open_table();
	char reason[200] = "";

	(void)state;
	assert_true(pack_set_finish(set));
	assert_true(list_statements(file, pack_set_material(set), &(struct list_options){LANG_SV, NULL, NULL}, reason,
		sizeof reason));
	list_forms(file, pack_set_material(set), LANG_SV);
	list_agendas(file, pack_set_material(set), LANG_SV);
	assert_false(list_statements(file, pack_set_material(set), &(struct list_options){LANG_SV, "rektor", NULL}, reason,
		sizeof reason));
	close_table(file);
	assert_string_equal(table,
		"id\taudience\tarea\ttheme\ttext\n"
		"id\tname\tminutes\tsmallest\tlargest\n"
		"id\tname\tmoment\tminutes\tsmallest\tlargest\n");
	pack_set_destroy(set);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(statements_of_all_audiences),
		cmocka_unit_test(statements_of_one_audience_and_area),
		cmocka_unit_test(an_unknown_filter_is_refused_with_what_there_is),
		cmocka_unit_test(forms_with_their_minutes_for_eight),
		cmocka_unit_test(agendas_with_their_moment),
		cmocka_unit_test(without_packs_only_the_headings),
	};

	enter_folder();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
