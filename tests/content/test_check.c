/* What is wrong is said, all of it, with its place. A case is two files in broken/: name.yaml (or a folder name) and
 * name.expected, which holds the lines that the check prints when it stands in broken/. */
#include <dirent.h>
#include <sys/stat.h>

#include "firmware/content/check.h"
#include "tests/content/content_test.h"

#define OUTPUT_BYTES 65536

static char output[OUTPUT_BYTES];
static const char *beside;   /* the packs that come with the program, for this check */
static char folder[] = "/tmp/samsyn-check-XXXXXX";

static void slurp(FILE *file, char *to)
{
	size_t len = fread(to, 1, OUTPUT_BYTES - 1, file);

	assert_true(len < OUTPUT_BYTES - 1);
	to[len] = '\0';
}

/* Runs the check with its stdout in `output`. */
static int run_check(int count, char *paths[])
{
	FILE *file = tmpfile();
	int screen, result;

	assert_non_null(file);
	fflush(stdout);
	screen = dup(STDOUT_FILENO);
	dup2(fileno(file), STDOUT_FILENO);
	result = check_main(count, paths, beside);
	fflush(stdout);
	dup2(screen, STDOUT_FILENO);
	close(screen);
	rewind(file);
	slurp(file, output);
	fclose(file);
	return result;
}

static int check(const char *path)
{
	char copy[512];
	char *paths[] = {copy};

	snprintf(copy, sizeof copy, "%s", path);
	return run_check(1, paths);
}

static void check_case(const char *name)
{
	static char expected[OUTPUT_BYTES];
	char path[300];
	FILE *file;

	snprintf(path, sizeof path, "%s.expected", name);
	file = fopen(path, "rb");
	assert_non_null(file);
	slurp(file, expected);
	fclose(file);
	snprintf(path, sizeof path, "%s.yaml", name);
	if (access(path, F_OK) != 0) {
		snprintf(path, sizeof path, "%s", name);
	}
	assert_int_equal(check(path), 1);
	if (strcmp(output, expected) != 0) {
		print_error("%s: expected\n%s\nbut found\n%s\n", path, expected, output);
	}
	assert_string_equal(output, expected);
}

static void every_fault_is_said_with_its_place(void **state)
{
	DIR *dir;
	const struct dirent *entry;
	int cases = 0;

	(void)state;
	assert_int_equal(chdir("broken"), 0);
	dir = opendir(".");
	assert_non_null(dir);
	while ((entry = readdir(dir)) != NULL) {
		char name[256];
		char *end;

		snprintf(name, sizeof name, "%s", entry->d_name);
		end = strstr(name, ".expected");
		if (end != NULL) {
			*end = '\0';
			check_case(name);
			cases++;
		}
	}
	closedir(dir);
	assert_int_equal(chdir(".."), 0);
	assert_true(cases >= 20);
}

static void every_broken_file_is_a_case(void **state)
{
	DIR *dir = opendir("broken");
	const struct dirent *entry;

	(void)state;
	assert_non_null(dir);
	while ((entry = readdir(dir)) != NULL) {
		char path[300];
		char *end;

		if (entry->d_name[0] == '.' || strstr(entry->d_name, ".expected") != NULL) {
			continue;
		}
		snprintf(path, sizeof path, "broken/%s", entry->d_name);
		end = strstr(path, ".yaml");
		snprintf(end != NULL ? end : path + strlen(path), 12, ".expected");
		if (access(path, R_OK) != 0) {
			fail_msg("%s is missing", path);
		}
	}
	closedir(dir);
}

static void whole_packs_are_passed_over_in_silence(void **state)
{
	char first[] = "whole/first.yaml", later[] = "whole/later";
	char *paths[] = {first, later};

	(void)state;
	assert_int_equal(run_check(2, paths), 0);
	assert_string_equal(output, "");
	assert_int_equal(check("whole"), 0);
	assert_string_equal(output, "");
	assert_int_equal(check("whole/"), 0);
}

static void a_path_without_packs_is_a_fault(void **state)
{
	(void)state;
	assert_int_equal(check("nowhere"), 1);
	assert_string_equal(output, "nowhere:1:1: nothing is there; expected a folder or a .yaml file\n");
	assert_int_equal(check("test_check.c"), 1);
	assert_string_equal(output, "test_check.c:1:1: not a pack; expected a folder or a .yaml file\n");
	assert_int_equal(check("/dev/null"), 1);
	assert_string_equal(output, "/dev/null:1:1: not a pack; expected a folder or a .yaml file\n");
	assert_int_equal(run_check(0, NULL), 1);
	assert_string_equal(output, "nothing to check; expected a folder or a .yaml file\n");
}

/* A path in the folder of this run. */
static const char *inside(const char *name)
{
	static char path[300];

	snprintf(path, sizeof path, "%s/%s", folder, name);
	return path;
}

static FILE *open_pack(const char *name)
{
	FILE *file = fopen(inside(name), "wb");

	assert_non_null(file);
	fprintf(file, "pack: {id: long, name: {sv: Lång, en: Long}, version: 1}\n");
	return file;
}

static void a_folder_without_packs_is_a_fault(void **state)
{
	char expected[300];

	(void)state;
	assert_int_equal(mkdir(inside("empty"), 0700), 0);
	snprintf(expected, sizeof expected, "%s/empty:1:1: no .yaml file in this folder nor in the folders in it\n", folder);
	assert_int_equal(check(inside("empty")), 1);
	assert_string_equal(output, expected);
	rmdir(inside("empty"));
}

/* What systems leave on memory sticks: ._pack.yaml and the like. */
static void hidden_files_and_other_endings_are_passed_over(void **state)
{
	(void)state;
	assert_int_equal(mkdir(inside("stick"), 0700), 0);
	fclose(open_pack("stick/pack.yaml"));
	fclose(open_pack("stick/._pack.yaml"));
	fclose(open_pack("stick/pack.yaml.bak"));
	assert_int_equal(check(inside("stick")), 0);
	unlink(inside("stick/pack.yaml"));
	unlink(inside("stick/._pack.yaml"));
	unlink(inside("stick/pack.yaml.bak"));
	rmdir(inside("stick"));
}

static void a_file_that_is_too_long_is_not_read(void **state)
{
	FILE *file = open_pack("long.yaml");

	(void)state;
	for (size_t i = 0; i < 4 * 1024 * 1024 / 64 + 1; i++) {
		fprintf(file, "# a comment of sixty-four bytes that says nothing, line by line\n");
	}
	fclose(file);
	assert_int_equal(check(inside("long.yaml")), 1);
	assert_non_null(strstr(output, "long.yaml:1:1: not read: longer than 4 MiB\n"));
	unlink(inside("long.yaml"));
}

static void a_file_of_too_many_values_is_not_read(void **state)
{
	FILE *file = open_pack("many.yaml");

	(void)state;
	fprintf(file, "forms:\n");
	for (int i = 0; i < 100000; i++) {
		fprintf(file, "- a\n");
	}
	fclose(file);
	assert_int_equal(check(inside("many.yaml")), 1);
	assert_non_null(strstr(output, ": more than 100000 values in one file; split it\n"));
	assert_null(strstr(output, "form"));
	unlink(inside("many.yaml"));
}

static void a_map_of_too_many_keys_is_not_read(void **state)
{
	FILE *file = open_pack("keys.yaml");

	(void)state;
	for (int i = 0; i < 300; i++) {
		fprintf(file, "key-%d: a\n", i);
	}
	fclose(file);
	assert_int_equal(check(inside("keys.yaml")), 1);
	assert_non_null(strstr(output, "keys.yaml:257:1: more than 256 keys in one map\n"));
	unlink(inside("keys.yaml"));
}

/* 97 statements in two themes of one area: each theme is fine, the area does not fit in one rating. */
static void an_area_too_large_for_one_rating_is_a_fault(void **state)
{
	FILE *file = open_pack("area.yaml");

	(void)state;
	fprintf(file, "instrument:\n  id: a\n  name: {sv: A, en: A}\n  wording: {sv: A, en: A}\n"
		"  scale:\n    steps: [{sv: A, en: A}, {sv: A, en: A}, {sv: A, en: A}, {sv: A, en: A}]\n    unsure: {sv: A, en: A}\n"
		"  questions: [{sv: A, en: A}]\n  areas:\n  - id: a\n    name: {sv: A, en: A}\n    short: {sv: A, en: A}\n"
		"    intro: {sv: A, en: A}\n    themes:\n");
	for (int i = 0; i < 97; i++) {
		if (i % 49 == 0) {
			fprintf(file, "    - name: {sv: A, en: A}\n      statements:\n        rektor:\n");
		}
		fprintf(file, "        - {sv: A, en: A}\n");
	}
	fclose(file);
	assert_int_equal(check(inside("area.yaml")), 1);
	assert_non_null(strstr(output,
		"area.yaml:11:5: 97 statements for rektor in one area; expected at most 96, which fit in one rating\n"));
	unlink(inside("area.yaml"));
}

static void a_text_too_long_for_a_screen_is_a_fault(void **state)
{
	FILE *file = open_pack("text.yaml");

	(void)state;
	fprintf(file, "forms:\n- id: a\n  name: {sv: A, en: '");
	for (int i = 0; i < 2001; i++) {
		fputs("å", file);
	}
	fprintf(file, "'}\n");
	fclose(file);
	assert_int_equal(check(inside("text.yaml")), 1);
	assert_non_null(strstr(output, "text.yaml:4:21: text of 2001 letters; expected at most 2000\n"));
	unlink(inside("text.yaml"));
}

/* A school's own pack is checked as it is used: beside those that come with the program. */
static void a_pack_may_lean_on_ours(void **state)
{
	FILE *file = open_pack("leans.yaml");

	(void)state;
	fprintf(file, "agendas:\n- id: a\n  name: {sv: A, en: A}\n  about: {sv: A, en: A}\n  minutes: {shortest: 20, longest: 45}\n"
		"  group: {smallest: 3, largest: 12}\n  steps:\n  - {form: laget-runt}\n");
	fclose(file);
	assert_int_equal(check(inside("leans.yaml")), 1);
	assert_non_null(strstr(output, "unknown form 'laget-runt'; no pack has it\n"));
	beside = SAMSYN_PACK_DIR;
	assert_int_equal(check(inside("leans.yaml")), 0);
	assert_string_equal(output, "");
	unlink(inside("leans.yaml"));
	/* The packs themselves, all or one of them, have nothing beside them. */
	assert_int_equal(check(SAMSYN_PACK_DIR), 0);
	assert_int_equal(check(SAMSYN_PACK_DIR "/../packs"), 0);
	assert_int_equal(check(SAMSYN_PACK_DIR "/elevhalsa/forms-1-listen.yaml"), 1);
	assert_string_equal(strchr(output, ':'), ":1:1: missing key 'pack'; one file of a pack gives its id, name and version\n");
	assert_int_equal(check("nowhere"), 1);
	assert_string_equal(output, "nowhere:1:1: nothing is there; expected a folder or a .yaml file\n");
	beside = NULL;
}

static int make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) == NULL ? 1 : 0;
}

static int remove_folder(void **state)
{
	(void)state;
	return rmdir(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_fault_is_said_with_its_place),
		cmocka_unit_test(every_broken_file_is_a_case),
		cmocka_unit_test(whole_packs_are_passed_over_in_silence),
		cmocka_unit_test(a_path_without_packs_is_a_fault),
		cmocka_unit_test(a_folder_without_packs_is_a_fault),
		cmocka_unit_test(hidden_files_and_other_endings_are_passed_over),
		cmocka_unit_test(a_file_that_is_too_long_is_not_read),
		cmocka_unit_test(a_file_of_too_many_values_is_not_read),
		cmocka_unit_test(a_map_of_too_many_keys_is_not_read),
		cmocka_unit_test(an_area_too_large_for_one_rating_is_a_fault),
		cmocka_unit_test(a_text_too_long_for_a_screen_is_a_fault),
		cmocka_unit_test(a_pack_may_lean_on_ours),
	};

	enter_folder();
	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
