/* What libFuzzer calls. */
#ifndef SAMSYN_FUZZ_H
#define SAMSYN_FUZZ_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/* The path of a file of this run that holds the bytes. */
const char *fuzz_file(const char *ending, const uint8_t *bytes, size_t len);

#endif
