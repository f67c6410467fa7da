/* Screens that are longer than the glass: feet that turn pages, and things of different heights in columns and pages. */
#ifndef SAMSYN_FLOW_H
#define SAMSYN_FLOW_H

#include "ui/screens/chrome.h"

/* Draws the foot and returns the room between the bars, inside the margins. */
struct rect flow_page(struct ui *ui, const struct view *view, struct rect rest, const struct foot *foot);
/* The height of that room, before the foot is drawn: over that foot, and over the same when it turns pages both ways. */
int32_t flow_over(struct ui *ui, struct rect rest, const struct foot *foot);
int32_t flow_room(struct ui *ui, struct rect rest, const struct foot *foot);
/* What a top of one line leaves, for those who must know before they draw it. */
struct rect flow_under_top(const struct ui *ui);
/* Puts "Previous" and "More" into the foot, where there are more pages, and which page this is. */
void flow_turns(struct ui *ui, struct pages pages, struct foot *foot);

/* Things under one another, in columns and pages. Things of one section that stand in the same column share a frame. */
struct flow {
	int32_t height, columns;   /* of a page */
	int32_t frame;             /* px that a frame takes round its things: a heading and air */
	int32_t gap;               /* between the things in a frame */
	int32_t space;             /* between frames */
};

struct flow_thing {
	int32_t section, height;
	int32_t head;              /* px more that a frame takes which begins with this one */
	/* Where it ends up. */
	int32_t page, column;
	int32_t run;               /* things in the frame that begins with this one; 0 if it does not begin one */
	int32_t top, frame_height; /* of that frame, from the top of its column */
};

/* Places all of them; returns how many pages it takes. A section begins a new column rather than be split, where a column
   holds it and not much of the one before stays empty. */
int32_t flow_place(const struct flow *flow, struct flow_thing *things, int32_t count);

/* The box of the frame that begins with that thing. */
struct rect flow_frame(const struct flow *flow, struct rect page, const struct flow_thing *first);

#endif
