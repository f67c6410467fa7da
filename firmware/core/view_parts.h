/* Between the parts of view_build. */
#ifndef SAMSYN_VIEW_PARTS_H
#define SAMSYN_VIEW_PARTS_H

#include "firmware/core/view.h"

/* A text in the language of the screen; "" for none. */
const char *view_words(const struct view_env *env, const struct words *words);
/* The scale's labels of the instrument that rates, long and short; "" where there is no instrument. */
void view_scale(const struct view_env *env, const struct instrument *instrument, const char *scale[ANSWERS],
                const char *short_scale[ANSWERS]);
/* Minutes of the day `ms` from now, -1 if the wall clock is unknown. */
int32_t view_end(const struct view_env *env, ms_t ms);
/* The theme and area of what is rated in a meeting: the theme's name only where there is just one. */
void view_subject(const struct view_env *env, const struct meeting *meeting, const char **area, const char **theme);
/* The name of an agenda, or "" if the packs no longer have it. */
const char *view_agenda_name(const struct view_env *env, const char *id);

/* The moment's own words for the form of school in the settings. */
const char *view_moment_words(const struct view_env *env, const struct words words[SCHOOL_FORM_COUNT]);
/* True if that meeting was held this school year; if one with that agenda (index into material.agendas) was. */
bool view_this_school_year(const struct view_env *env, const struct past *past);
bool view_held_this_year(const struct view_env *env, int32_t agenda);
/* What set-up would rate, of the team's instrument: a theme's name, or its area's short name; *also: where two areas are rated, the other
   one. Both "" where there are more. */
void view_scope(const struct view_env *env, const struct setup *setup, const char **name, const char **also);
/* True unless the wall clock stands at a time that cannot be. */
bool view_believed(const struct view_env *env);

void view_home(const struct view_env *env, struct view *view);
void view_offer(const struct view_env *env, struct view_home *home);
void view_agendas(const struct view_env *env, struct view *view);
void view_year(const struct view_env *env, struct view *view);
void view_moment(const struct view_env *env, struct view *view);
void view_forms(const struct view_env *env, struct view *view);
void view_setup(const struct view_env *env, struct view *view);
void view_levels(const struct view_env *env, struct view *view);
void view_options(const struct view_env *env, struct view *view);
void view_themes(const struct view_env *env, struct view *view);
void view_step(const struct view_env *env, struct view *view);
void view_cast(const struct view_env *env, const struct recipe_step *recipe, struct view_cast *shown);
void view_bar(const struct view_env *env, struct view_step *shown);
void view_notes(const struct view_env *env, struct view *view);
void view_rating(const struct view_env *env, struct view *view);
void view_result(const struct view_env *env, struct view *view);
void view_shared(const struct view_env *env, struct view *view);
void view_summary(const struct view_env *env, const struct meeting *meeting, struct view *view);
void view_archive(const struct view_env *env, struct view *view);

#endif
