/* The pack that a document makes. Only for the files of the importer. */
#ifndef SAMSYN_IMPORT_WRITE_H
#define SAMSYN_IMPORT_WRITE_H

#include <stdio.h>

#include "firmware/content/import_tree.h"

/* Writes the pack as YAML, and after it what found no place, as comments. */
void import_write(FILE *out, const struct import_document *document, const struct import_scale *scale, const struct import_tree *tree);

#endif
