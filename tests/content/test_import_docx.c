/* Documents of Word's, made here; what they become stands in import/<name>.docx.expected. */
#include "tests/content/docx_maker.h"
#include "tests/content/import_case.h"

static void make_lists(const char *path)
{
	struct docx *docx = docx_create();

	docx_heading(docx, 0, "Rörelse under skoldagen");
	docx_text(docx, "Skatta varje påstående: 1 = aldrig, 2 = ibland, 3 = ofta, 4 = alltid.");
	docx_heading(docx, 1, "Påståenden för lärare");
	docx_heading(docx, 2, "Vanan");
	docx_text(docx, "Det som blir av är det som redan finns i schemat.");
	docx_heading(docx, 3, "Pauser & raster");
	docx_item(docx, 0, "Jag bryter av långa pass.");
	docx_item(docx, 1, "Det räcker med en minut.");
	docx_item(docx, 0, "Alla kan vara med.");
	docx_heading(docx, 1, "Påståenden för fritidspersonal");
	docx_heading(docx, 2, "Vanan");
	docx_heading(docx, 3, "Pauser & raster");
	docx_xml(docx, "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>Vi går ut </w:t></w:r>"
		"<w:del><w:r><w:delText>aldrig </w:delText></w:r></w:del><w:ins><w:r><w:t>varje dag.</w:t></w:r></w:ins></w:p>");
	docx_xml(docx, "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>Vi delar</w:t><w:br/>"
		"<w:t>planen.</w:t></w:r></w:p>");
	docx_save_close(docx, path);
}

static void make_table(const char *path)
{
	struct docx *docx = docx_create();

	docx_bold(docx, "Room for everyone");
	docx_text(docx, "For the whole staff.");
	docx_table_begin(docx);
	docx_row(docx, "", "Not yet", "Sometimes", "Mostly", "Always", "Not sure", "Comment", NULL);
	docx_row(docx, "Arriving", NULL);
	docx_row(docx, "Signs can be read from a wheelchair", "", "", "", "", "", "", NULL);
	docx_row(docx, "Doors open by themselves", "", "", "", "", "", "north side <only>", NULL);
	docx_row(docx, "Staying", NULL);
	docx_row(docx, "There is a quiet room", "", "", "", "", "", "", NULL);
	docx_table_end(docx);
	docx_table_begin(docx);
	docx_xml(docx, "<w:tr><w:tc>");
	docx_text(docx, "A frame round a text.");
	docx_xml(docx, "</w:tc></w:tr>");
	docx_table_end(docx);
	docx_save_close(docx, path);
}

static void make_bold(const char *path)
{
	struct docx *docx = docx_create();

	docx_bold(docx, "Vårt arbetslag");
	docx_text(docx, "");
	docx_bold(docx, "Planering");
	docx_text(docx, "1. Vi planerar tillsammans.");
	docx_text(docx, "2. Vi hinner det vi planerar.");
	docx_bold(docx, "Uppföljning");
	docx_xml(docx, "<w:p><w:r><w:t>3. Vi ser efter hur det gick.</w:t><w:br/><w:t>4. Vi ändrar det som inte gick.</w:t></w:r></w:p>");
	docx_save_close(docx, path);
}

static void word_documents_become_packs(void **state)
{
	static const struct { const char *name; void (*make)(const char *path); } cases[] = {
		{"lists.docx", make_lists}, {"table.docx", make_table}, {"bold.docx", make_bold}};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		char expected[100];

		snprintf(expected, sizeof expected, "import/%s.expected", cases[i].name);
		cases[i].make(inside(cases[i].name));
		if (import_file(inside(cases[i].name)) != 0) {
			fail_msg("%s: %s", cases[i].name, err_text);
		}
		same_pack(expected);
		drop_pack();
		unlink(inside(cases[i].name));
	}
}

/* A package is what its directory says only if it is whole. */
static void a_damaged_word_document_is_refused(void **state)
{
	static char whole[65536];
	FILE *file;
	size_t len;

	(void)state;
	make_lists(inside("whole.docx"));
	file = fopen(inside("whole.docx"), "rb");
	len = fread(whole, 1, sizeof whole, file);
	fclose(file);
	unlink(inside("whole.docx"));
	refused("half.docx", whole, len / 2, "it cannot be unpacked");
	for (size_t i = 60; i < 200; i++) {
		whole[i] = (char)~whole[i];
	}
	refused("bad.docx", whole, len, "save it again as .docx");
}

static void a_bomb_is_refused(void **state)
{
	static char zeros[17 * 1024 * 1024];
	static const char laughs[] = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><d>&b;</d>";

	(void)state;
	memset(zeros, ' ', sizeof zeros);
	docx_package(inside("bomb.docx"), "word/document.xml", zeros, sizeof zeros);
	assert_int_equal(import_file(inside("bomb.docx")), 1);
	assert_non_null(strstr(err_text, "its text is longer than 16 MiB unpacked"));
	docx_package(inside("bomb.docx"), "word/document.xml", laughs, sizeof laughs - 1);
	assert_int_equal(import_file(inside("bomb.docx")), 1);
	assert_non_null(strstr(err_text, "it holds no Word text"));
	docx_package(inside("bomb.docx"), "xl/workbook.xml", laughs, sizeof laughs - 1);
	assert_int_equal(import_file(inside("bomb.docx")), 1);
	assert_non_null(strstr(err_text, "it holds no Word text"));
	unlink(inside("bomb.docx"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(word_documents_become_packs, clear_folder),
		cmocka_unit_test_setup(a_damaged_word_document_is_refused, clear_folder),
		cmocka_unit_test_setup(a_bomb_is_refused, clear_folder),
	};

	enter_folder();
	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
