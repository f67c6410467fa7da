/* Views filled in by hand, for tests of the interface alone. */
#ifndef SAMSYN_SAMPLE_VIEW_H
#define SAMSYN_SAMPLE_VIEW_H

#include "firmware/core/view.h"

enum sample {
	SAMPLE_HOME, SAMPLE_HOME_PLAIN, SAMPLE_HOME_GAP, SAMPLE_HOME_DATE,
	SAMPLE_ROUND, SAMPLE_ROUND_FIRST, SAMPLE_ROUND_MANY, SAMPLE_ROUND_OPEN, SAMPLE_ROUND_OVER, SAMPLE_ENDING,
	SAMPLE_COUNT
};

/* Fills *view, and *settings that it points to. */
void sample_view(enum sample sample, enum lang lang, struct settings *settings, struct view *view);

#endif
