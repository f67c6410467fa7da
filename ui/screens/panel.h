/* Choices about the screen itself, shared by first run and the settings. */
#ifndef SAMSYN_PANEL_H
#define SAMSYN_PANEL_H

#include "ui/widget.h"

/* Both languages, each in its own words, under one another or side by side as the box is. */
void panel_languages(struct ui *ui, const struct view *view, struct rect box);
/* The panel's width in millimetres, coarse and fine. */
void panel_width(struct ui *ui, const struct view *view, struct rect box);
int32_t panel_width_height(const struct ui *ui);
/* Near, table, room; a small panel is only ever near, which it says. */
void panel_distance(struct ui *ui, const struct view *view, struct rect box);
int32_t panel_distance_height(const struct ui *ui, int32_t width);

#endif
