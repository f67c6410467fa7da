/* Walking through the real program: fingers on what carries a command, so that the way is the same in both languages. Time is virtual
   and nothing is drawn unless somebody asks. */
#ifndef SAMSYN_WALK_H
#define SAMSYN_WALK_H

#include "firmware/app.h"

/* A panel. */
struct walk_glass {
	const char *name;
	int32_t width, height, mm;
};

/* How it is looked at. */
struct walk_look {
	struct walk_glass glass;
	enum lang lang;
	bool dark, large;
	int32_t turn;
	enum distance distance;          /* DISTANCE_BY_PANEL: as it comes */
};

/* What a walk starts from. */
struct walk_day {
	wall_t wall;
	const char *folder;              /* a data folder to begin with a copy of; NULL: nothing is in it */
	bool unsaved;                    /* no data folder at all */
	bool fresh;                      /* first run is still to come */
	const char *school;              /* NULL: a usual name */
	const char *message;             /* for people; NULL none */
	const char *documents;           /* the folder of those that may be imported; NULL: one that is not there */
};

#define WALK_FOLDER_BYTES 128
/* Any n or m. */
#define WALK_ANY INT32_MIN

struct walk {
	struct walk_look look;
	const struct material *material;
	struct render *render;
	struct journal *journal;         /* NULL: not saved */
	struct app *app;
	char folder[WALK_FOLDER_BYTES];
	ms_t now;                        /* of the board */
	wall_t wall;                     /* at now 0 */
	uint64_t chance;
	const char *screen;              /* what is being looked at, for what goes wrong */
	/* Looks at the frame that stands; NULL: nobody does. */
	void (*visit)(struct walk *walk, const char *place);
	/* Something could not be reached; `what` says what was looked for. */
	void (*missed)(struct walk *walk, const char *place, const char *what);
	void *self;
};

/* Opens the panel. False with a reason in why[cap]. */
MUST_USE bool walk_open(struct walk *walk, const struct walk_look *look, char *why, size_t cap);
void walk_close(struct walk *walk);
/* The program starts on such a day, and goes out. Between the two stands everything below. */
void walk_begin(struct walk *walk, const struct walk_day *day);
void walk_end(struct walk *walk);
/* The power goes and comes back. */
void walk_cut(struct walk *walk);
/* Copies the data folder as it stands to a new one; its name in folder[WALK_FOLDER_BYTES]. */
void walk_keep(struct walk *walk, char *folder);
void walk_forget(const char *folder);

const struct core *walk_core(const struct walk *walk);
const struct frame *walk_frame(const struct walk *walk);
void walk_wait(struct walk *walk, ms_t ms);
/* The reachable target with that command on the page that stands, or NULL. */
const struct target *walk_find(const struct walk *walk, enum command_kind kind, int32_t n, int32_t m);
/* The same on any page; the walk stays on the page where it stands. */
const struct target *walk_seek(struct walk *walk, enum command_kind kind, int32_t n, int32_t m);
/* Taps it (or keeps it pressed, where it is to be held), turning pages to find it. False, and told as missed, if it is nowhere. */
bool walk_tap(struct walk *walk, enum command_kind kind, int32_t n, int32_t m);
/* The same, but it may as well not be there. */
bool walk_may_tap(struct walk *walk, enum command_kind kind, int32_t n, int32_t m);
/* A finger lands on the target and lies there so long; the frame that stands then shows it. walk_slide_off takes it away from there, so
   that nothing is done. */
void walk_lay_finger(struct walk *walk, const struct target *target, ms_t ms);
void walk_slide_off(struct walk *walk, const struct target *target);
/* A key goes down. */
void walk_key(struct walk *walk, enum input_key key);
/* Letters from a keyboard of its own, and from the one on the screen. */
void walk_letters(struct walk *walk, const char *text);
bool walk_type(struct walk *walk, const char *text);
/* Back to the first page. */
void walk_first_page(struct walk *walk);
/* Has every page of what stands looked at, if the walk is where it means to be; else that is told as missed. */
bool walk_see(struct walk *walk, const char *place, bool there);

/* Through everything there is to see. `lived` is the data folder of a team with many meetings behind it, `once` of one with a single
   meeting. */
struct walk_past {
	char once[WALK_FOLDER_BYTES];
	char lived[WALK_FOLDER_BYTES];
};
#define WALK_MEETINGS 60

void walk_make_past(struct walk *walk, struct walk_past *past);
void walk_everything(struct walk *walk, const struct walk_past *past);
/* Its parts. */
void walk_homes(struct walk *walk, const struct walk_past *past);
void walk_setups(struct walk *walk);
void walk_talks(struct walk *walk);
void walk_forms(struct walk *walk);
void walk_ratings(struct walk *walk);
void walk_instrument(struct walk *walk, const struct walk_past *past);

#endif
