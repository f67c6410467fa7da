/* Documents in a folder, looked through and put right before one is used. */
#include <sys/stat.h>

#include "firmware/content/importing.h"
#include "tests/content/content_test.h"

static char folder[] = "/tmp/samsyn-importing-XXXXXX";

static const char *inside(const char *name)
{
	static char paths[8][200];
	static int at;

	at = (at + 1) % 8;
	snprintf(paths[at], sizeof paths[at], "%s/%s", folder, name);
	return paths[at];
}

static void put(const char *name, const char *text)
{
	FILE *file = fopen(inside(name), "wb");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static const char document[] = "# Our room\n\n## Light\n\n- We can see the board.\n- The lamps are whole.\n\n## Sound\n\n- We hear each other.\n\n"
	"The windows face the street.\n";

static struct importing *opened(const char *text)
{
	struct importing *importing = importing_create(folder, inside("packs"));

	put("b.md", text);
	importing_list(importing);
	importing_open_file(importing, 1, NULL);
	return importing;
}

static int32_t line_of(const struct importing *importing, const char *text)
{
	const struct import_look *look = importing_look(importing);

	for (int32_t i = 0; i < look->placed_count + look->rest_count; i++) {
		const struct view_import_line *line = i < look->placed_count ? &look->placed[i] : &look->rest[i - look->placed_count];

		if (strcmp(line->text, text) == 0) {
			return line->line;
		}
	}
	fail_msg("no line '%s'", text);
	return 0;
}

static void only_documents_are_listed(void **state)
{
	struct importing *importing = importing_create(folder, inside("packs"));
	const struct import_look *look = importing_look(importing);

	(void)state;
	put("b.md", document);
	put("a.txt", "x");
	put("c.DOCX", "x");
	put("d.pdf", "x");
	put(".e.txt", "x");
	importing_list(importing);
	assert_int_equal(look->file_count, 3);
	assert_string_equal(look->files[0], "a.txt");
	assert_string_equal(look->files[2], "c.DOCX");
	assert_string_equal(look->folder, folder);
	unlink(inside("a.txt"));
	unlink(inside("c.DOCX"));
	unlink(inside("d.pdf"));
	unlink(inside(".e.txt"));
	importing_list(importing);
	assert_int_equal(look->file_count, 1);
	importing_destroy(importing);
	importing = importing_create(inside("nowhere"), inside("packs"));
	importing_list(importing);
	assert_int_equal(importing_look(importing)->file_count, 0);
	importing_open_file(importing, 1, NULL);
	assert_int_equal(importing_look(importing)->opened, 0);
	assert_false(importing_use(importing));
	importing_destroy(importing);
	importing_destroy(NULL);
}

static void lines_are_put_right(void **state)
{
	struct importing *importing = opened(document);
	const struct import_look *look = importing_look(importing);

	(void)state;
	assert_int_equal(look->opened, 1);
	assert_int_equal(look->trouble, IMPORT_FINE);
	assert_string_equal(look->name, "Our room");
	assert_int_equal(look->themes, 2);
	assert_int_equal(look->statements, 3);
	assert_int_equal(look->rest_count, 1);
	importing_place(importing, line_of(importing, "The windows face the street."), PLACE_STATEMENT);
	assert_int_equal(look->statements, 4);
	assert_int_equal(look->rest_count, 0);
	/* A theme that loses what it heads comes to nothing, and comes back. */
	importing_place(importing, line_of(importing, "Sound"), PLACE_AREA);
	assert_int_equal(look->areas, 2);
	importing_place(importing, line_of(importing, "Sound"), PLACE_NOWHERE);
	assert_int_equal(look->themes, 1);
	assert_int_equal(look->statements, 4);
	importing_place(importing, line_of(importing, "Sound"), PLACE_THEME);
	assert_int_equal(look->themes, 2);
	importing_place(importing, 0, PLACE_THEME);
	importing_place(importing, 1000, PLACE_THEME);
	assert_int_equal(look->themes, 2);
	importing_destroy(importing);
}

static void what_is_used_is_a_pack(void **state)
{
	struct importing *importing = opened(document);
	struct pack_set *set;

	(void)state;
	importing_place(importing, line_of(importing, "We can see the board."), PLACE_NOWHERE);
	assert_true(importing_use(importing));
	assert_true(importing_look(importing)->used);
	set = whole_packs(inside("packs"), NULL);
	assert_int_equal(pack_set_material(set)->instruments[0].statement_count, 2);
	pack_set_destroy(set);
	importing_destroy(importing);
	unlink(inside("packs/our-room/instrument.yaml"));
	rmdir(inside("packs/our-room"));
	rmdir(inside("packs"));
}

static void trouble_is_told_and_leaves_nothing(void **state)
{
	struct importing *importing = opened("%PDF-1.4");

	(void)state;
	assert_int_equal(importing_look(importing)->trouble, IMPORT_UNREADABLE);
	assert_false(importing_use(importing));
	importing_place(importing, 1, PLACE_STATEMENT);
	importing_destroy(importing);
	/* No statement yet is no trouble until it is to be used: people may still say what is one. */
	importing = opened("# A letter\n\nWe meet in the hall.\n");
	assert_int_equal(importing_look(importing)->trouble, IMPORT_FINE);
	assert_int_equal(importing_look(importing)->statements, 0);
	assert_false(importing_use(importing));
	assert_int_equal(importing_look(importing)->trouble, IMPORT_EMPTY);
	importing_place(importing, line_of(importing, "We meet in the hall."), PLACE_STATEMENT);
	assert_int_equal(importing_look(importing)->trouble, IMPORT_FINE);
	assert_int_equal(importing_look(importing)->statements, 1);
	importing_destroy(importing);
	importing = opened("1 = never ... 9 = always\n\n- We meet often.\n- We talk often.\n");
	assert_false(importing_use(importing));
	assert_int_equal(importing_look(importing)->trouble, IMPORT_SCALE);
	assert_int_equal(importing_look(importing)->steps, 9);
	importing_destroy(importing);
	/* Nowhere to write. */
	importing = importing_create(folder, "/proc/samsyn/packs");
	put("b.md", document);
	importing_list(importing);
	importing_open_file(importing, 1, NULL);
	assert_false(importing_use(importing));
	assert_int_equal(importing_look(importing)->trouble, IMPORT_UNSAVED);
	assert_int_not_equal(access(inside("packs"), F_OK), 0);
	importing_destroy(importing);
}

static int make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) == NULL ? 1 : 0;
}

static int remove_folder(void **state)
{
	(void)state;
	unlink(inside("b.md"));
	return rmdir(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_documents_are_listed),
		cmocka_unit_test(lines_are_put_right),
		cmocka_unit_test(what_is_used_is_a_pack),
		cmocka_unit_test(trouble_is_told_and_leaves_nothing),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
