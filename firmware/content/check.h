/* Are these packs right? For those who write packs, and for CI. */
#ifndef SAMSYN_CHECK_H
#define SAMSYN_CHECK_H

/* Prints every fault in the packs at `paths` to stdout, one a line as file:line:column: text. They may lean on the packs in the
 * folder `ours` (NULL none), as they do when they are added to them; where they are those packs, nothing stands beside them.
 * Returns 0 if there is no fault (and nothing is printed), else 1. */
int check_main(int count, char *paths[], const char *ours);

#endif
