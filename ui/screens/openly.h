/* The open way: too few for secret answers, or the answers were cancelled. The statements are thought and talked about openly. */
#ifndef SAMSYN_OPENLY_H
#define SAMSYN_OPENLY_H

#include "ui/widget.h"

/* The step's own things, in what the bars leave. */
void openly(struct ui *ui, const struct view *view, struct rect room);

#endif
