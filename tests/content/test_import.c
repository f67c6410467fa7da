/* What a document becomes. A case is two files in import/: any name, and the name with .expected after it, which holds the pack.
 * What documents of Word's become stands there, too; test_import_docx.c makes them. */
#include <dirent.h>
#include <sys/stat.h>

#include "tests/content/import_case.h"

static char source_text[OUTPUT_BYTES];

static bool is_word(const char *at, size_t len)
{
	unsigned char c = (unsigned char)at[len];

	return (c >= 0x80 && c != 0xE2 && !(len == 0 && c < 0xC0)) || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Every word of the source stands somewhere in the pack. */
static void nothing_is_lost(const char *path)
{
	slurp(fopen(path, "rb"), source_text);
	for (char *at = source_text; *at != '\0';) {
		size_t len = 0;
		char kept;

		while (is_word(at, len)) {
			len++;
		}
		if (len == 0) {
			at++;
			continue;
		}
		kept = at[len];
		at[len] = '\0';
		if (strstr(pack_text, at) == NULL && strcmp(at, "\xEF\xBB\xBFOmråde") != 0) {
			fail_msg("%s: '%s' is in the document and not in the pack", path, at);
		}
		at[len] = kept;
		at += len;
	}
}

static bool is_document(const char *name)
{
	size_t len = strlen(name);

	return name[0] != '.' && (len < 9 || strcmp(name + len - 9, ".expected") != 0);
}

static void every_document_becomes_its_pack(void **state)
{
	DIR *dir = opendir("import");
	const struct dirent *entry;
	int cases = 0;

	(void)state;
	assert_non_null(dir);
	while ((entry = readdir(dir)) != NULL) {
		char path[300], expected[320];

		if (!is_document(entry->d_name)) {
			continue;
		}
		snprintf(path, sizeof path, "import/%s", entry->d_name);
		snprintf(expected, sizeof expected, "%s.expected", path);
		if (import_file(path) != 0) {
			fail_msg("%s: %s", path, err_text);
		}
		same_pack(expected);
		if (strcmp(entry->d_name, "latin1.txt") != 0) {
			nothing_is_lost(path);
		}
		drop_pack();
		cases++;
	}
	closedir(dir);
	assert_true(cases >= 10);
}

static void other_letters_are_read_and_said(void **state)
{
	static const char utf16[] = "\xFF\xFE-\0 \0V\0i\0 \0\xE4\0r\0 \0h\0\xE4\0r\0.\0\n\0-\0 \0V\0i\0 \0s\0e\0s\0.\0";
	FILE *file = fopen(inside("wide.txt"), "wb");
	struct pack_set *set;

	(void)state;
	assert_int_equal(import_file("import/latin1.txt"), 0);
	assert_non_null(strstr(out_text, "note: the file is not UTF-8 and was read as Windows-1252 (Latin-1); look whether å, ä and ö are right\n"));
	drop_pack();
	fwrite(utf16, 1, sizeof utf16 - 1, file);
	fclose(file);
	assert_int_equal(import_file(inside("wide.txt")), 0);
	set = made_pack();
	assert_string_equal(pack_set_material(set)->instruments[0].statements[0].text.in[LANG_SV], "Vi är här.");
	pack_set_destroy(set);
	drop_pack();
	unlink(inside("wide.txt"));
}

#define REFUSED(name, text, said) refused(name, text, sizeof(text) - 1, said)

static void what_is_no_document_is_refused_with_a_way_out(void **state)
{
	(void)state;
	REFUSED("empty.txt", "", "there is no text in it");
	REFUSED("blank.txt", " \n\t\n\xC2\xA0\n", "there is no text in it");
	REFUSED("rules.txt", "---\n===\n", "there is no text in it");
	REFUSED("prose.txt", "Kallelse\n\nVi ses i matsalen.\n", "no statements were found");
	REFUSED("scan.pdf", "%PDF-1.7\n", "it is a PDF; open it");
	REFUSED("old.doc", "\xD0\xCF\x11\xE0\xA1\xB1", "save it as .docx");
	REFUSED("page.html", "<!DOCTYPE html><p>Hej", "it is a web page");
	REFUSED("bytes.txt", "\0\1\2\3", "it is not a text");
	REFUSED("cut.docx", "PK\3\4\24\0\6\0\10\0", "it cannot be unpacked");
	assert_int_equal(import_file("nowhere.txt"), 1);
	assert_string_equal(err_text, "samsyn: nowhere.txt: No such file or directory\n");
	assert_int_equal(import_file("import"), 1);
	assert_string_equal(err_text, "samsyn: import: it is a folder; expected a file\n");
}

static void a_huge_file_is_refused(void **state)
{
	FILE *file = fopen(inside("huge.txt"), "wb");

	(void)state;
	for (int i = 0; i < 5 * 1024 * 1024 / 16; i++) {
		fputs("- Vi hinner det\n", file);
	}
	fclose(file);
	assert_int_equal(import_file(inside("huge.txt")), 1);
	assert_non_null(strstr(err_text, "longer than 4 MiB"));
	assert_int_equal(truncate(inside("huge.txt"), 400000), 0);
	assert_int_equal(import_file(inside("huge.txt")), 1);
	assert_non_null(strstr(err_text, "more than 20000 lines"));
	unlink(inside("huge.txt"));
}

/* One file of a folder that is not ours to touch. */
static void put(const char *name, const char *text)
{
	FILE *file = fopen(inside(name), "wb");

	fputs(text, file);
	fclose(file);
}

static void holds(const char *name, const char *text)
{
	slurp(fopen(inside(name), "rb"), source_text);
	assert_string_equal(source_text, text);
}

static void an_existing_pack_is_left_alone(void **state)
{
	struct import_wish wish = {.file = "import/flat.txt", .out = pack_folder, .lang = LANG_COUNT};

	(void)state;
	assert_int_equal(mkdir(pack_folder, 0700), 0);
	put("pack/instrument.yaml", "kept");
	assert_int_equal(import_as(&wish), 1);
	assert_non_null(strstr(err_text, "or write over it with --force"));
	holds("pack/instrument.yaml", "kept");
	/* Even with force, not before the new one is known to be whole. */
	wish.force = true;
	wish.file = "import/nowhere.txt";
	assert_int_equal(import_as(&wish), 1);
	holds("pack/instrument.yaml", "kept");
	wish.file = "import/flat.txt";
	put("pack/agendas.yaml", "kept");
	assert_int_equal(import_as(&wish), 1);
	assert_non_null(strstr(err_text, "there is a pack of other files in it"));
	holds("pack/instrument.yaml", "kept");
	unlink(inside("pack/agendas.yaml"));
	assert_int_equal(import_as(&wish), 0);
	pack_set_destroy(made_pack());
	drop_pack();
	put("pack", "a file");
	assert_int_equal(import_as(&wish), 1);
	holds("pack", "a file");
	unlink(pack_folder);
}

static void a_scale_that_packs_do_not_take_is_said(void **state)
{
	static const char document[] = "1 = aldrig ... 9 = alltid\n\n- Vi ses.\n- Vi talas vid.\n";

	(void)state;
	REFUSED("nine.txt", document, "nine.txt:1: the scale that was found has 9 steps, from 'aldrig' to 'alltid'\n");
	assert_non_null(strstr(err_text, "nine.txt: what was found is no pack: expected "));
}

static void the_command_line_has_the_last_word(void **state)
{
	struct import_wish wish = {.file = "import/flat.txt", .out = pack_folder, .name = "Our \"own\"", .lang = LANG_EN};
	struct pack_set *set;

	(void)state;
	assert_int_equal(import_as(&wish), 0);
	set = made_pack();
	assert_string_equal(pack_set_material(set)->instruments[0].name.in[LANG_EN], "Our \"own\"");
	assert_string_equal(pack_set_material(set)->instruments[0].id, "our-own");
	assert_string_equal(pack_set_material(set)->instruments[0].audience, "everyone");
	pack_set_destroy(set);
	drop_pack();
	wish.name = " ";
	assert_int_equal(import_as(&wish), 1);
	wish.name = "a\nb";
	assert_int_equal(import_as(&wish), 1);
	wish.name = "\xFF";
	assert_int_equal(import_as(&wish), 1);
}

/* The statements of whole/first.yaml in other words. */
static const char other_words[] = "# Our school\n\n## Statements for rektor\n\n### Teaching and more\n\n#### Norms\n\n- We are of one mind.\n"
	"- We hear each other.\n\n### Leading\n\n#### Direction\n\n- We all know the goal.\n";

static void the_same_tool_in_other_words_takes_its_place(void **state)
{
	struct pack_set *first = whole_packs("whole/first.yaml", NULL);
	struct import_wish wish = {.file = inside("other.md"), .out = pack_folder, .lang = LANG_EN, .known = pack_set_material(first)};
	struct pack_set *set;
	const struct material *material;

	(void)state;
	put("other.md", other_words);
	assert_int_equal(import_as(&wish), 0);
	assert_non_null(strstr(out_text, "\ntakes the place of: school\n"));
	set = whole_packs("whole/first.yaml", pack_folder);
	material = pack_set_material(set);
	assert_int_equal(material->instrument_count, 2);
	for (int32_t i = 0; i < 3; i++) {
		assert_string_equal(material->instruments[0].statements[i].id, wish.known->instruments[0].statements[i].id);
	}
	assert_string_equal(material->instruments[0].statements[2].text.in[LANG_EN], "We all know the goal.");
	assert_string_equal(material->instruments[0].areas[0].id, "teaching");
	assert_string_equal(material->instruments[0].areas[0].short_name.in[LANG_SV], "Lära");
	assert_string_equal(material->instruments[1].statements[0].text.in[LANG_EN], "The schools agree.");
	pack_set_destroy(set);
	drop_pack();
	/* One statement more, and it is another tool, whose ids are its own, even if it has the name of the first. */
	snprintf(source_text, sizeof source_text, "%s- One more.\n", other_words);
	put("other.md", source_text);
	wish.name = "School";
	assert_int_equal(import_as(&wish), 0);
	assert_null(strstr(out_text, "takes the place"));
	set = made_pack();
	assert_string_equal(pack_set_material(set)->instruments[0].id, "school-2");
	pack_set_destroy(set);
	pack_set_destroy(first);
	drop_pack();
	unlink(inside("other.md"));
}

/* More than a rating or an area can hold: parts of the same name. */
static void what_is_too_much_for_one_area_is_parted(void **state)
{
	FILE *file = fopen(inside("many.txt"), "wb");
	struct pack_set *set;
	const struct instrument *instrument;

	(void)state;
	fprintf(file, "Mycket\n\nTema\n\n");
	for (int i = 0; i < 200; i++) {
		fprintf(file, "- Vi gör sak nummer %d.\n", i);
	}
	fclose(file);
	assert_int_equal(import_file(inside("many.txt")), 0);
	set = made_pack();
	instrument = &pack_set_material(set)->instruments[0];
	assert_int_equal(instrument->statement_count, 200);
	assert_int_equal(instrument->area_count, 3);
	assert_string_equal(instrument->areas[2].name.in[LANG_SV], "Mycket (3)");
	assert_string_equal(instrument->themes[2].name.in[LANG_SV], "Tema");
	pack_set_destroy(set);
	drop_pack();
	unlink(inside("many.txt"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(every_document_becomes_its_pack, clear_folder),
		cmocka_unit_test_setup(other_letters_are_read_and_said, clear_folder),
		cmocka_unit_test_setup(what_is_no_document_is_refused_with_a_way_out, clear_folder),
		cmocka_unit_test_setup(a_huge_file_is_refused, clear_folder),
		cmocka_unit_test_setup(an_existing_pack_is_left_alone, clear_folder),
		cmocka_unit_test_setup(a_scale_that_packs_do_not_take_is_said, clear_folder),
		cmocka_unit_test_setup(the_command_line_has_the_last_word, clear_folder),
		cmocka_unit_test_setup(the_same_tool_in_other_words_takes_its_place, clear_folder),
		cmocka_unit_test_setup(what_is_too_much_for_one_area_is_parted, clear_folder),
	};

	enter_folder();
	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
