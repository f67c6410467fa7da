/* Functions that cut strings in the middle of a letter, overflow, or hide state. Using one does not compile.
   The headers that declare them come first, since a poisoned name may not be declared either. */
#ifndef SAMSYN_BANNED_H
#define SAMSYN_BANNED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* clang takes the fortified library's macros for the names themselves; what gcc refuses is refused. */
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC poison strcpy strcat strncpy strncat sprintf vsprintf strtok gets localtime gmtime ctime asctime rand srand srandom
#endif

#endif
