/* Every screen: a function of the view. The table that chooses between them is in screens.c; a new screen is one file and one line. */
#ifndef SAMSYN_SCREENS_H
#define SAMSYN_SCREENS_H

#include "ui/ui.h"

typedef void (*screen_fn)(struct ui *ui, const struct view *view);

/* The screen that shows this view. */
screen_fn screen_for(const struct view *view);

void screen_first_run(struct ui *ui, const struct view *view);
void screen_forms(struct ui *ui, const struct view *view);
void screen_home(struct ui *ui, const struct view *view);
void screen_agendas(struct ui *ui, const struct view *view);
void screen_archive(struct ui *ui, const struct view *view);
void screen_dim(struct ui *ui, const struct view *view);
void screen_edit(struct ui *ui, const struct view *view);
void screen_levels(struct ui *ui, const struct view *view);
void screen_import(struct ui *ui, const struct view *view);
void screen_more(struct ui *ui, const struct view *view);
void screen_moment(struct ui *ui, const struct view *view);
void screen_note(struct ui *ui, const struct view *view);
void screen_notes(struct ui *ui, const struct view *view);
void screen_options(struct ui *ui, const struct view *view);
void screen_rate(struct ui *ui, const struct view *view);
void screen_result(struct ui *ui, const struct view *view);
void screen_roles(struct ui *ui, const struct view *view);
void screen_round(struct ui *ui, const struct view *view);
void screen_settings(struct ui *ui, const struct view *view);
void screen_shared(struct ui *ui, const struct view *view);
void screen_setup(struct ui *ui, const struct view *view);
void screen_summary(struct ui *ui, const struct view *view);
void screen_talk(struct ui *ui, const struct view *view);
void screen_themes(struct ui *ui, const struct view *view);
void screen_think(struct ui *ui, const struct view *view);
void screen_year(struct ui *ui, const struct view *view);

#endif
