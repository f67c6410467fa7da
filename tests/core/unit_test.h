/* What every test of core includes before anything else. */
#ifndef SAMSYN_UNIT_TEST_H
#define SAMSYN_UNIT_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#endif
