/* Functions that cut strings in the middle of a letter, overflow, or hide state. Using one does not compile. */
#ifndef SAMSYN_BANNED_H
#define SAMSYN_BANNED_H

#ifdef __GNUC__
#pragma GCC poison strcpy strcat strncpy strncat sprintf vsprintf strtok gets localtime gmtime ctime asctime rand srand random srandom alloca
#endif

#endif
