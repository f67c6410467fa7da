/* The shell: hands → commands → decide → journal → apply → view → frame. */
#include "firmware/app.h"

#include "firmware/app_doze.h"
#include "firmware/base/str.h"
#include "firmware/content/importing.h"
#include "firmware/content/year.h"
#include "firmware/core/view.h"

#include <stdlib.h>
#include <string.h>

/* Ticks that one moment may set off: each makes progress, so that more of them means a rule that feeds itself. */
#define TICKS_MAX 64
#define COMMANDS_MAX 64
#define UM_A_MM 1000
/* A panel of unknown width is taken for a 15.6" one. */
#define WIDTH_USUAL_MM 344
/* A panel smaller than any that the screens are made for is laid out as the smallest of them. */
#define SHORTER_LEAST_MM 87
#define LONGER_LEAST_MM 154
/* Coarser pixels, as a projector's, are laid out as these: what is read from near keeps pixels enough to be letters. */
#define PIXEL_MOST_UM 700

struct app {
	struct journal *journal;
	const struct material *material;
	struct render *render;
	struct ui *ui;
	uint64_t (*chance)(void *self);
	void *chance_self;
	struct importing *importing;     /* NULL: documents cannot be imported */
	const struct material *(*reload)(void *self);
	void *reload_self;
	char message[WHY_BYTES];
	bool unsaved, quit;
	struct doze doze;
	int32_t glass_mm, turn, um_per_px;
	ms_t offset;                     /* session time minus the board's */
	struct app_instant instant;
	struct core core;
	struct core scratch;             /* the state after a meeting's end, for its record */
	struct history history;
	struct event events[EVENTS_MAX];
	struct view view;
	const struct frame *frame;
};

static ms_t session(const struct app *app)
{
	return app->instant.now + app->offset;
}

static bool worth_storing(const struct event *events, int32_t count, enum event_kind *last)
{
	bool any = false;

	for (int32_t i = 0; i < count; i++) {
		any = any || event_class(events[i].kind) != PASSING;
		*last = events[i].kind == EVENT_MEETING_ENDED ? EVENT_MEETING_ENDED : *last;
	}
	return any;
}

static void read_history(struct app *app)
{
	int32_t record = app->core.screen == SCREEN_RECORD ? app->core.about : 0;

	if (app->journal != NULL && !journal_history(app->journal, record, &app->history)) {
		app->unsaved = true;
	}
}

static int32_t wish(struct app *app, struct command command);

/* What is new is asked from now on; what took another's place is asked where that one was. */
static void use_document(struct app *app)
{
	const struct import_look *look = importing_look(app->importing);

	if (!importing_use(app->importing) || app->reload == NULL) {
		return;
	}
	app->material = app->reload(app->reload_self);
	for (int32_t i = 0; !look->replaces && i < app->material->instrument_count; i++) {
		if (str_equal(app->material->instruments[i].id, look->id)) {
			wish(app, command_of(CMD_SET, SET_AUDIENCE, i));
			return;
		}
	}
}

/* What the screen of documents shows is read when it is gone to, and changed by what happens there. */
static void see_documents(struct app *app, int32_t count, enum screen screen, int32_t about)
{
	bool here = app->core.screen == SCREEN_IMPORT;

	if (app->importing == NULL || (!here && screen != SCREEN_IMPORT)) {
		return;
	}
	if (screen != app->core.screen || about != app->core.about) {
		importing_list(app->importing);
		importing_open_file(app->importing, here ? app->core.about : 0, app->material);
	}
	for (int32_t i = 0; here && i < count; i++) {
		if (app->events[i].kind == EVENT_IMPORT_PLACED) {
			importing_place(app->importing, app->events[i].n[0], (enum import_place)app->events[i].n[1]);
		} else if (app->events[i].kind == EVENT_IMPORT_USED) {
			use_document(app);
		}
	}
}

/* Append, then apply. A conversation is never stopped by storage: what could not be written is said on the screen. */
static void take(struct app *app, int32_t count)
{
	enum event_kind last = EVENT_COUNT;
	int32_t about = app->core.about;
	enum screen screen = app->core.screen;

	if (worth_storing(app->events, count, &last)) {
		const struct core *after = &app->core;

		if (last == EVENT_MEETING_ENDED) {
			app->scratch = app->core;
			for (int32_t i = 0; i < count; i++) {
				core_apply(&app->scratch, &app->events[i]);
			}
			after = &app->scratch;
		}
		app->unsaved = app->journal == NULL || !journal_append(app->journal, app->events, count, after);
	}
	for (int32_t i = 0; i < count; i++) {
		core_apply(&app->core, &app->events[i]);
	}
	if (last == EVENT_MEETING_ENDED || (app->core.screen == SCREEN_RECORD && (screen != SCREEN_RECORD || about != app->core.about))) {
		read_history(app);
	}
	see_documents(app, count, screen, about);
}

static int32_t wish(struct app *app, struct command command)
{
	enum refusal why = REFUSAL_NONE;
	int32_t count;

	command.wall = app->instant.wall == WALL_UNKNOWN ? WALL_UNKNOWN : app->instant.wall + app->core.settings.value[SET_WALL_SHIFT];
	command.chance = app->chance(app->chance_self);
	count = core_decide(&app->core, app->material, session(app), &command, app->events, &why);
	take(app, count);
	return count;
}

static void pass_time(struct app *app)
{
	for (int32_t i = 0; i < TICKS_MAX && core_deadline(&app->core) <= session(app); i++) {
		if (wish(app, command_of(CMD_TICK, 0, 0)) == 0) {
			return;
		}
	}
}

/* A clock that stood in 1970 when people set the date, and has heard from the network since, would otherwise be as far ahead. */
static void heed_clock(struct app *app)
{
	if (core_date_found(&app->core, app->instant.wall)) {
		wish(app, command_of(CMD_DATE_FOUND, 0, 0));
	}
}

static bool holiday(const struct settings *settings, int32_t week)
{
	return week == settings->value[SET_AUTUMN_WEEK] || week == settings->value[SET_WINTER_WEEK] ||
	       week == settings->value[SET_EASTER_WEEK];
}

static struct today today(const struct app *app)
{
	const struct material *material = app->material;
	struct today today = {.wall = app->instant.wall, .moment = -1, .gap = -1, .next_moment = -1};
	struct year_place place;

	if (today.wall == WALL_UNKNOWN) {
		return today;
	}
	today.wall += app->core.settings.value[SET_WALL_SHIFT];
	today.date = wall_date(today.wall);
	today.week = cal_week_of(today.date);
	today.holiday = holiday(&app->core.settings, today.week.week);
	place = year_at(material, today.date);
	today.moment = place.moment != NULL ? (int32_t)(place.moment - material->moments) : -1;
	today.gap = place.gap != NULL ? (int32_t)(place.gap - material->gaps) : -1;
	if (place.next != NULL) {
		today.next_moment = (int32_t)(place.next - material->moments);
		today.next_week = place.next->first_week;
	}
	return today;
}

static int32_t um_per_px(const struct app *app, int32_t width, int32_t height)
{
	int32_t told = app->core.settings.value[SET_WIDTH_MM];
	int32_t mm = told > 0 ? told : app->glass_mm > 0 ? app->glass_mm : WIDTH_USUAL_MM;
	/* The panel's width is that of the unturned glass. */
	int32_t across = max_i32(app->turn % 180 == 0 ? width : height, 1);
	int32_t least = max_i32(SHORTER_LEAST_MM * UM_A_MM / max_i32(min_i32(width, height), 1),
	                        LONGER_LEAST_MM * UM_A_MM / max_i32(max_i32(width, height), 1));

	return max_i32(min_i32((mm * UM_A_MM + across / 2) / across, PIXEL_MOST_UM), max_i32(least, 1));
}

static void fit_canvas(struct app *app)
{
	struct ui_config config = {.ruler = render_ruler(app->render)};

	app->turn = app->core.settings.value[SET_TURN];
	render_turn(app->render, app->turn);
	render_size(app->render, &config.width, &config.height);
	app->um_per_px = um_per_px(app, config.width, config.height);
	config.width_um_per_px = app->um_per_px;
	ui_resize(app->ui, &config);
}

static void build(struct app *app)
{
	struct view_env env = {.core = &app->core, .material = app->material, .history = &app->history, .today = today(app),
	                       .import = app->importing != NULL ? importing_look(app->importing) : NULL,
	                       .now = session(app), .dim = app->doze.dim, .unsaved = app->unsaved, .message = app->message};

	fit_canvas(app);
	view_build(&env, &app->view);
	app->frame = ui_build(app->ui, &app->view, app->instant.now);
}

/* A step that is on must stay in sight, and so must a ballot. */
static bool may_doze(const struct app *app)
{
	return meeting_step(&app->core.meeting) == NULL;
}

/* Commands are decided one at a time, each on what the one before it left. */
static void obey(struct app *app, const struct command *commands, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		wish(app, commands[i]);
	}
	if (count > 0) {
		pass_time(app);
		build(app);
	}
}

static bool of_a_hand(enum input_kind kind)
{
	return kind == INPUT_DOWN || kind == INPUT_KEY_DOWN || kind == INPUT_LETTER;
}

static void hand(struct app *app, const struct input *in)
{
	struct command commands[COMMANDS_MAX];
	struct input input = *in;

	if (doze_hears(&app->doze, in, app->instant.now)) {
		return;
	}
	/* Also where it hits nothing, or turns a page: who reads has not left the ballot. */
	if (of_a_hand(in->kind)) {
		wish(app, command_of(CMD_BALLOT_TOUCH, 0, 0));
	}
	switch (in->kind) {
	case INPUT_QUIT: app->quit = true; return;
	case INPUT_EXPOSED: render_forget(app->render); return;
	case INPUT_RESIZE: render_forget(app->render); build(app); return;
	case INPUT_DOWN:
	case INPUT_MOVE:
	case INPUT_UP: render_upright(app->render, &input.x, &input.y); break;
	case INPUT_NONE:
	case INPUT_KEY_DOWN:
	case INPUT_KEY_UP:
	case INPUT_LETTER: break;
	}
	obey(app, commands, ui_input(app->ui, &input, commands, COMMANDS_MAX));
}

void app_step(struct app *app, const struct app_instant *instant, const struct input *in, size_t count)
{
	struct command commands[COMMANDS_MAX];

	app->instant = *instant;
	heed_clock(app);
	pass_time(app);
	obey(app, commands, ui_tick(app->ui, instant->now, commands, COMMANDS_MAX));
	for (size_t i = 0; i < count; i++) {
		hand(app, &in[i]);
	}
	doze_pass(&app->doze, may_doze(app), app->instant.now);
	build(app);
}

ms_t app_wake(const struct app *app)
{
	ms_t core = core_deadline(&app->core);
	ms_t wake = min_ms(ui_wake(app->ui), core == MS_NEVER ? MS_NEVER : core - app->offset);

	wake = min_ms(wake, doze_wake(&app->doze, may_doze(app)));
	return min_ms(wake, app->instant.now + max_ms(app->instant.to_next_minute, 1));
}

bool app_running(const struct app *app)
{
	return !app->quit;
}

bool app_show(struct app *app)
{
	return render_draw(app->render, &app->frame->list);
}

const struct frame *app_frame(const struct app *app)
{
	return app->frame;
}

const struct core *app_core(const struct app *app)
{
	return &app->core;
}

int32_t app_chimes(const struct app *app, bool *sound)
{
	*sound = app->core.settings.value[SET_SOUND] != 0;
	return app->core.chimes;
}

bool app_private(const struct app *app)
{
	return app->view.private_screen;
}

static void replay_one(void *self, const struct event *event)
{
	core_apply(self, event);
}

static void this_run(struct app *app, enum setting what, int32_t value, const char *text)
{
	struct event event = {.kind = EVENT_SETTING_CHANGED, .at = app->core.at, .set = {(int32_t)what, value}};

	if (text != NULL) {
		str_copy(event.text, sizeof event.text, text);
	}
	core_apply(&app->core, &event);
}

/* Wishes from the command line hold for this run and are not stored. */
static void heed(struct app *app, const struct app_wishes *wishes)
{
	const struct { enum setting what; int32_t value; } each[] = {
		{SET_LANG, wishes->lang}, {SET_TURN, wishes->turn}, {SET_DARK, wishes->dark}, {SET_LARGE, wishes->large},
		{SET_WIDTH_MM, wishes->width_mm}, {SET_DISTANCE, wishes->distance},
	};

	for (size_t i = 0; i < ARRAY_LEN(each); i++) {
		if (each[i].value >= 0) {
			this_run(app, each[i].what, each[i].value, NULL);
		}
	}
	if (wishes->school != NULL && app->core.settings.school[0] == '\0') {
		this_run(app, SET_SCHOOL, 0, wishes->school);
	}
	if (wishes->set_up) {
		this_run(app, SET_SET_UP, 1, NULL);
	}
}

struct app *app_create(const struct app_config *config, const struct app_instant *instant)
{
	struct app *app = calloc(1, sizeof *app);

	if (app == NULL) {
		abort();
	}
	app->journal = config->journal;
	app->material = config->material;
	app->render = config->render;
	app->glass_mm = config->glass_mm;
	app->chance = config->chance;
	app->chance_self = config->chance_self;
	app->reload = config->reload;
	app->reload_self = config->reload_self;
	if (config->import_folder != NULL && config->pack_folder != NULL) {
		app->importing = importing_create(config->import_folder, config->pack_folder);
	}
	app->instant = *instant;
	app->unsaved = config->journal == NULL;
	app->doze.touched = instant->now;
	str_copy(app->message, sizeof app->message, config->message);
	core_init(&app->core);
	if (app->journal != NULL) {
		journal_replay(app->journal, replay_one, &app->core);
	}
	heed(app, &config->wishes);
	read_history(app);
	/* The session clock goes on from the last thing it saw; time without power does not count. */
	app->offset = app->core.at - instant->now;
	app->ui = ui_create();
	wish(app, command_of(CMD_RECOVER, 0, 0));
	heed_clock(app);
	pass_time(app);
	build(app);
	return app;
}

void app_destroy(struct app *app)
{
	if (app != NULL) {
		ui_destroy(app->ui);
		importing_destroy(app->importing);
		free(app);
	}
}
