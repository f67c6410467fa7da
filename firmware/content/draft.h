/* What packs say, each on its own, before they are put together: the shapes of material.h with the places they came from. Only
 * for the files of the loader. */
#ifndef SAMSYN_DRAFT_H
#define SAMSYN_DRAFT_H

#include "firmware/content/schema.h"

#define LIST_MAX 200           /* forms or agendas in one list; areas, tasks, gaps */
#define MOMENTS_MAX 7
#define WEEKS_MAX 53
#define AUDIENCES_USUAL 2      /* that every instrument may speak to: those of the tool that comes along */
#define AUDIENCES_ROOM (AUDIENCES_MAX + AUDIENCES_USUAL)


/* One line in the steps of a form or an agenda. */
struct entry_draft {
	struct recipe_step step;       /* the step itself, or what it changes in the form's steps */
	int32_t kind, order, ends;     /* as read; NO_WORD where it cannot be read */
	bool mix;
	const struct node *speaks, *silent;   /* ids of roles */
	char form[ID_BYTES];           /* the form to unfold here; "" for a step of its own */
	const struct node *node;
};

/* A run of steps that are repeated. */
struct run_draft {
	int32_t per;                   /* as read */
	int32_t times, least;
	const struct node *steps, *node;
};

struct form_draft {
	struct form form;
	int32_t purpose, minutes_from, group_from;   /* as read */
	int32_t role_count;
	struct form_role *roles;
	const struct node *role_list, *steps, *node;
	struct form_draft *next;
};

struct agenda_draft {
	struct agenda agenda;          /* steps are filled in by link_agenda */
	int32_t rates;                 /* as read */
	const struct node *steps, *node;
	struct entry_draft *entries;
	int32_t entry_count;
	struct agenda_draft *next;
};

struct instrument_draft {
	struct instrument said[AUDIENCES_ROOM];   /* one an audience; statement_count 0: nothing for that audience */
	int32_t audience_count;
	const struct node *node;
};

/* The agendas that a task names, looked up when all packs are known. */
struct task_draft {
	struct year_task *task;
	const struct node *agendas;
};

/* A line of a task's plan, and what it names. */
struct plan_draft {
	struct year_plan *plan;
	const struct node *agendas, *areas, *node;   /* plan->areas are those of `areas`, in order; "" where one is faulty */
};

struct year_draft {
	struct moment *moments;
	struct year_gap *gaps;
	struct reminder *reminders;
	struct task_draft *tasks;      /* of all moments */
	struct plan_draft *plans;      /* of all tasks */
	int32_t moment_count, gap_count, reminder_count, task_count, plan_count;
	const struct node *node;
};

struct pack {
	bool broken;                   /* has a fault: nothing of it is used */
	bool unreadable;               /* and what it holds is not known */
	const struct node *head;       /* the value of `pack` */
	struct instrument_draft *instrument;
	struct form_draft *forms;
	struct agenda_draft *agendas;
	struct year_draft *year;
	struct pack *next;
};

/* Each reads one value of a document into `pack`; faults go to the reader's list. */
void read_forms(struct reader *reader, struct pack *pack, const struct node *list);
void read_agendas(struct reader *reader, struct pack *pack, const struct node *list);
void read_instrument(struct reader *reader, struct pack *pack, const struct node *node);
void read_year(struct reader *reader, struct pack *pack, const struct node *node);

/* The form or agenda of that id as it stands when later packs replace earlier ones; NULL if there is none. With `whole_only`,
 * packs with faults do not count. */
struct form_draft *find_form(struct pack *packs, const char *id, bool whole_only);
struct agenda_draft *find_agenda(struct pack *packs, const char *id, bool whole_only);
/* The year that holds among the packs without faults, or NULL. */
struct year_draft *find_year(struct pack *packs);
/* Unfolds the forms in a pack's agendas and checks what can be checked only then, with what stands in all `packs`.
 * `unreadable`: ids that are not found may stand in a file that cannot be read, so nothing is said about them. */
void link_pack(struct reader *reader, struct pack *packs, struct pack *pack, bool whole_only, bool unreadable);
/* Puts the material together from the packs without faults. */
void build_material(struct arena *arena, struct pack *packs, struct material *out);

#endif
