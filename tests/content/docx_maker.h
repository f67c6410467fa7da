/* A .docx for tests, paragraph by paragraph. */
#ifndef SAMSYN_DOCX_MAKER_H
#define SAMSYN_DOCX_MAKER_H

#include <stddef.h>

struct docx;

struct docx *docx_create(void);
/* Raw XML of the body, for what the functions below do not say. */
void docx_xml(struct docx *docx, const char *xml);
/* A paragraph in the style "Rubrik<level>", which is Word's own heading under another name; 0 for the title. */
void docx_heading(struct docx *docx, int level, const char *text);
void docx_text(struct docx *docx, const char *text);
void docx_bold(struct docx *docx, const char *text);
/* A paragraph in a list, `level` from 0. */
void docx_item(struct docx *docx, int level, const char *text);
void docx_table_begin(struct docx *docx);
/* A row; the cells end with NULL. */
void docx_row(struct docx *docx, ...);
void docx_table_end(struct docx *docx);
/* Writes the package to `path` and gives the maker back. */
void docx_save_close(struct docx *docx, const char *path);
/* A package with one part of any name and bytes. */
void docx_package(const char *path, const char *part, const void *bytes, size_t len);

#endif
