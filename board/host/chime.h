/* One soft bell. */
#ifndef SAMSYN_CHIME_H
#define SAMSYN_CHIME_H

struct chime;

/* Opens the loudspeaker. NULL where there is none: the picture says the same. */
struct chime *chime_open(void);
void chime_close(struct chime *chime);
/* Sounds once; a bell that still sounds is let ring out. NULL is silent. */
void chime_ring(struct chime *chime);
/* Lets the loudspeaker sleep once the bell has rung out: a running one wakes the processor many times a second for silence. */
void chime_rest(struct chime *chime);

#endif
