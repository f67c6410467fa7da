/* Are these packs right? For those who write packs, and for CI. */
#ifndef SAMSYN_CHECK_H
#define SAMSYN_CHECK_H

/* Prints every fault in the packs at `paths` to stdout, one a line as file:line:column: text. Returns 0 if there is none (and
 * nothing is printed), else 1. */
int check_main(int count, char *paths[]);

#endif
