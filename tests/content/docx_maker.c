/* A .docx for tests, paragraph by paragraph. */
#include "tests/content/docx_maker.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <zip.h>

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

static const char styles[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:styles " W ">"
	"<w:style w:type=\"paragraph\" w:styleId=\"Rubrik\"><w:name w:val=\"Title\"/></w:style>"
	"<w:style w:type=\"paragraph\" w:styleId=\"Rubrik1\"><w:name w:val=\"heading 1\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
	"<w:style w:type=\"paragraph\" w:styleId=\"Rubrik2\"><w:name w:val=\"heading 2\"/></w:style>"
	"<w:style w:type=\"paragraph\" w:styleId=\"Egen\"><w:name w:val=\"Egen\"/><w:basedOn w:val=\"Rubrik2\"/></w:style>"
	"<w:style w:type=\"paragraph\" w:styleId=\"Rubrik3\"><w:basedOn w:val=\"Egen\"/><w:name w:val=\"heading 3\"/></w:style>"
	"</w:styles>";

struct docx {
	char *body;
	size_t len;
	FILE *to;
};

struct docx *docx_create(void)
{
	struct docx *docx = calloc(1, sizeof *docx);

	docx->to = open_memstream(&docx->body, &docx->len);
	fprintf(docx->to, "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document " W "><w:body>");
	return docx;
}

void docx_xml(struct docx *docx, const char *xml)
{
	fputs(xml, docx->to);
}

static void escaped(struct docx *docx, const char *text)
{
	for (; *text != '\0'; text++) {
		if (*text == '&' || *text == '<') {
			fputs(*text == '&' ? "&amp;" : "&lt;", docx->to);
		} else {
			fputc(*text, docx->to);
		}
	}
}

/* One run may be several: word processors cut them where spelling was checked. */
static void paragraph(struct docx *docx, const char *properties, const char *run, const char *text)
{
	size_t half = strcspn(text, " ");

	fprintf(docx->to, "<w:p><w:pPr>%s</w:pPr><w:r>%s<w:t xml:space=\"preserve\">%.*s</w:t></w:r><w:proofErr/><w:r>%s<w:t xml:space=\"preserve\">",
		properties, run, (int)half, text, run);
	escaped(docx, text + half);
	fputs("</w:t></w:r></w:p>", docx->to);
}

void docx_heading(struct docx *docx, int level, const char *text)
{
	char properties[80];

	snprintf(properties, sizeof properties, level == 0 ? "<w:pStyle w:val=\"Rubrik\"/>" : "<w:pStyle w:val=\"Rubrik%d\"/>", level);
	paragraph(docx, properties, "", text);
}

void docx_text(struct docx *docx, const char *text)
{
	paragraph(docx, "", "", text);
}

void docx_bold(struct docx *docx, const char *text)
{
	paragraph(docx, "", "<w:rPr><w:b/></w:rPr>", text);
}

void docx_item(struct docx *docx, int level, const char *text)
{
	char properties[120];

	snprintf(properties, sizeof properties, "<w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"1\"/></w:numPr>", level);
	paragraph(docx, properties, "", text);
}

void docx_table_begin(struct docx *docx)
{
	fputs("<w:tbl><w:tblPr/>", docx->to);
}

void docx_row(struct docx *docx, ...)
{
	va_list cells;

	va_start(cells, docx);
	fputs("<w:tr>", docx->to);
	for (const char *cell = va_arg(cells, const char *); cell != NULL; cell = va_arg(cells, const char *)) {
		fputs("<w:tc><w:p><w:r><w:t>", docx->to);
		escaped(docx, cell);
		fputs("</w:t></w:r></w:p></w:tc>", docx->to);
	}
	fputs("</w:tr>", docx->to);
	va_end(cells);
}

void docx_table_end(struct docx *docx)
{
	fputs("</w:tbl>", docx->to);
}

static void add(zip_t *package, const char *part, const void *bytes, size_t len)
{
	zip_source_t *source = zip_source_buffer(package, bytes, len, 0);

	if (source == NULL || zip_file_add(package, part, source, 0) < 0) {
		abort();
	}
}

static zip_t *open_package(const char *path)
{
	zip_t *package = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);

	if (package == NULL) {
		abort();
	}
	return package;
}

void docx_save_close(struct docx *docx, const char *path)
{
	zip_t *package = open_package(path);

	fputs("</w:body></w:document>", docx->to);
	fclose(docx->to);
	add(package, "word/document.xml", docx->body, docx->len);
	add(package, "word/styles.xml", styles, sizeof styles - 1);
	if (zip_close(package) != 0) {
		abort();
	}
	free(docx->body);
	free(docx);
}

void docx_package(const char *path, const char *part, const void *bytes, size_t len)
{
	zip_t *package = open_package(path);

	add(package, part, bytes, len);
	if (zip_close(package) != 0) {
		abort();
	}
}
