/* Walking: the panel, the day, and hands. */
#include "tests/ui/walk.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "firmware/base/str.h"

#define TAP_MS 80
#define HELD_MS (HOLD_MS + 60)
#define PAUSE_MS 320
#define PAGES_MOST 40
#define PATH_BYTES 512

/* ---- folders ---- */

static void new_folder(char *folder)
{
	snprintf(folder, WALK_FOLDER_BYTES, "%s/samsyn-walk-XXXXXX", access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
	if (mkdtemp(folder) == NULL) {
		abort();
	}
}

static void copy_file(const char *from, const char *to)
{
	char bytes[4096];
	FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
	size_t size;

	if (in == NULL || out == NULL) {
		abort();
	}
	while ((size = fread(bytes, 1, sizeof bytes, in)) > 0) {
		if (fwrite(bytes, 1, size, out) != size) {
			abort();
		}
	}
	fclose(in);
	if (fclose(out) != 0) {
		abort();
	}
}

/* Copies what is in the folder to `to`; removes it where that is NULL. */
static void each_file(const char *folder, const char *to)
{
	DIR *dir = opendir(folder);
	const struct dirent *entry;
	char path[PATH_BYTES], target[PATH_BYTES];

	while (dir != NULL && (entry = readdir(dir)) != NULL) {
		snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
		if (str_equal(entry->d_name, ".") || str_equal(entry->d_name, "..")) {
			continue;
		}
		if (to == NULL) {
			if (unlink(path) != 0) {
				walk_forget(path);
			}
		} else {
			snprintf(target, sizeof target, "%s/%s", to, entry->d_name);
			copy_file(path, target);
		}
	}
	if (dir != NULL) {
		closedir(dir);
	}
}

void walk_forget(const char *folder)
{
	if (folder[0] != '\0') {
		each_file(folder, NULL);
		rmdir(folder);
	}
}

/* ---- the panel and the day ---- */

/* splitmix64. */
static uint64_t next_chance(void *self)
{
	struct walk *walk = self;
	uint64_t mixed;

	walk->chance += 0x9E3779B97F4A7C15U;
	mixed = walk->chance;
	mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9U;
	mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBU;
	return mixed ^ mixed >> 31;
}

bool walk_open(struct walk *walk, const struct walk_look *look, char *why, size_t cap)
{
	const struct walk_glass *glass = &look->glass;

	walk->look = *look;
	walk->render = render_create(&(struct render_config){.width = glass->width, .height = glass->height, .font_dir = SAMSYN_FONT_DIR},
	                             why, cap);
	return walk->render != NULL;
}

void walk_close(struct walk *walk)
{
	render_destroy(walk->render);
	walk->render = NULL;
}

static struct app_instant instant_of(const struct walk *walk)
{
	return (struct app_instant){.now = walk->now, .wall = walk->wall == WALL_UNKNOWN ? WALL_UNKNOWN : walk->wall + walk->now / MS_MINUTE,
	                            .to_next_minute = MS_MINUTE - walk->now % MS_MINUTE};
}

static void power_on(struct walk *walk, const struct walk_day *day)
{
	const struct walk_look *look = &walk->look;
	const struct app_instant instant = instant_of(walk);
	const int32_t distance = look->distance == DISTANCE_BY_PANEL ? -1 : (int32_t)look->distance;
	char why[WHY_BYTES] = "";
	char packs[WALK_FOLDER_BYTES + 8];

	snprintf(packs, sizeof packs, "%s/packs", walk->folder);
	walk->journal = NULL;
	if (walk->folder[0] != '\0' &&
	    journal_open(&(struct journal_config){.folder = walk->folder}, look->lang, &walk->journal, why) != JOURNAL_OPENED) {
		fprintf(stderr, "%s\n", why);
		abort();
	}
	walk->app = app_create(&(struct app_config){
		.journal = walk->journal, .material = walk->material, .render = walk->render, .glass_mm = look->glass.mm,
		.message = day->message != NULL ? day->message : "",
		.wishes = {.lang = (int32_t)look->lang, .turn = look->turn, .dark = look->dark, .large = look->large, .width_mm = -1,
		           .distance = distance, .set_up = !day->fresh,
		           .school = day->fresh ? NULL : day->school != NULL ? day->school : "Testskolan"},
		.chance = next_chance, .chance_self = walk,
		.import_folder = walk->folder[0] != '\0' ? day->documents != NULL ? day->documents : packs : NULL, .pack_folder = packs},
		&instant);
}

void walk_begin(struct walk *walk, const struct walk_day *day)
{
	walk->now = 0;
	walk->wall = day->wall;
	walk->chance = 1;
	walk->screen = "home/at the start";
	walk->folder[0] = '\0';
	if (!day->unsaved) {
		new_folder(walk->folder);
		if (day->folder != NULL) {
			each_file(day->folder, walk->folder);
		}
	}
	power_on(walk, day);
}

static void power_off(struct walk *walk)
{
	app_destroy(walk->app);
	journal_close(walk->journal);
	walk->app = NULL;
	walk->journal = NULL;
}

void walk_end(struct walk *walk)
{
	power_off(walk);
	walk_forget(walk->folder);
	walk->folder[0] = '\0';
}

void walk_cut(struct walk *walk)
{
	power_off(walk);
	power_on(walk, &(struct walk_day){.wall = walk->wall});
}

void walk_keep(struct walk *walk, char *folder)
{
	new_folder(folder);
	each_file(walk->folder, folder);
}

/* ---- time and hands ---- */

const struct core *walk_core(const struct walk *walk)
{
	return app_core(walk->app);
}

const struct frame *walk_frame(const struct walk *walk)
{
	return app_frame(walk->app);
}

static void step(struct walk *walk, const struct input *in)
{
	const struct app_instant instant = instant_of(walk);
	struct input here;

	if (in != NULL) {
		here = *in;
		here.at = walk->now;
		app_step(walk->app, &instant, &here, 1);
	} else {
		app_step(walk->app, &instant, NULL, 0);
	}
}

void walk_wait(struct walk *walk, ms_t ms)
{
	const ms_t until = walk->now + ms;

	/* Frames that only move are left out. */
	while (walk->now < until) {
		walk->now = min_ms(max_ms(app_wake(walk->app), walk->now + PAUSE_MS), until);
		step(walk, NULL);
	}
}

/* From the upright picture to the glass: the other way round from render_upright. */
static struct input finger(const struct walk *walk, enum input_kind kind, int32_t x, int32_t y)
{
	struct input in = {.kind = kind, .x = x, .y = y};
	int32_t width = 0, height = 0;

	render_size(walk->render, &width, &height);
	switch (walk_core(walk)->settings.value[SET_TURN]) {
	case 90: in.x = height - 1 - y; in.y = x; break;
	case 180: in.x = width - 1 - x; in.y = height - 1 - y; break;
	case 270: in.x = y; in.y = width - 1 - x; break;
	default: break;
	}
	return in;
}

static struct input finger_on(const struct walk *walk, enum input_kind kind, const struct target *target)
{
	return finger(walk, kind, target->box.x + target->box.w / 2, target->box.y + target->box.h / 2);
}

static void press(struct walk *walk, const struct target *target)
{
	const struct input down = finger_on(walk, INPUT_DOWN, target), up = finger_on(walk, INPUT_UP, target);
	const ms_t length = target->role == ROLE_HOLD ? HELD_MS : TAP_MS;

	walk->now += PAUSE_MS;
	step(walk, &down);
	walk->now += length;
	step(walk, &up);
}

void walk_lay_finger(struct walk *walk, const struct target *target, ms_t ms)
{
	const struct input down = finger_on(walk, INPUT_DOWN, target);

	walk->now += PAUSE_MS;
	step(walk, &down);
	if (ms > 0) {
		walk->now += ms;
		step(walk, NULL);
	}
}

void walk_slide_off(struct walk *walk, const struct target *target)
{
	const struct draw_list *list = &walk_frame(walk)->list;
	/* The corner that is farthest away. */
	const int32_t x = 2 * target->box.x + target->box.w < list->width ? list->width - 1 : 0;
	const int32_t y = 2 * target->box.y + target->box.h < list->height ? list->height - 1 : 0;
	const struct input off = finger(walk, INPUT_MOVE, x, y), up = finger(walk, INPUT_UP, x, y);

	walk->now++;
	step(walk, &off);
	step(walk, &up);
}

void walk_key(struct walk *walk, enum input_key key)
{
	walk->now++;
	step(walk, &(struct input){.kind = INPUT_KEY_DOWN, .key = key});
}

void walk_letters(struct walk *walk, const char *text)
{
	uint32_t letter;

	while ((letter = str_next(&text)) != 0) {
		walk->now += TAP_MS;
		step(walk, &(struct input){.kind = INPUT_LETTER, .letter = letter});
	}
}

/* ---- what can be reached ---- */

static bool wishes(const struct target *target, enum command_kind kind, int32_t n, int32_t m)
{
	return target->role != ROLE_AREA && target->command.kind == kind && (n == WALK_ANY || target->command.n == n) &&
	       (m == WALK_ANY || target->command.m == m);
}

const struct target *walk_find(const struct walk *walk, enum command_kind kind, int32_t n, int32_t m)
{
	const struct frame *frame = walk_frame(walk);

	for (int32_t i = 0; i < frame->target_count; i++) {
		if (wishes(&frame->targets[i], kind, n, m)) {
			return &frame->targets[i];
		}
	}
	return NULL;
}

/* The button that turns the page: on, or back. */
static const struct target *pager(const struct walk *walk, bool on)
{
	const struct frame *frame = walk_frame(walk);

	for (int32_t i = 0; i < frame->target_count; i++) {
		const struct target *target = &frame->targets[i];

		if (wishes(target, CMD_PAGE, WALK_ANY, WALK_ANY) && (on ? target->command.n > 0 : target->command.n < 0)) {
			return target;
		}
	}
	return NULL;
}

void walk_first_page(struct walk *walk)
{
	const struct target *back;

	for (int32_t i = 0; i < PAGES_MOST && (back = pager(walk, false)) != NULL; i++) {
		press(walk, back);
	}
}

const struct target *walk_seek(struct walk *walk, enum command_kind kind, int32_t n, int32_t m)
{
	const struct target *target = walk_find(walk, kind, n, m);

	if (target != NULL || (pager(walk, true) == NULL && pager(walk, false) == NULL)) {
		return target;
	}
	walk_first_page(walk);
	for (int32_t i = 0; i < PAGES_MOST && (target = walk_find(walk, kind, n, m)) == NULL && pager(walk, true) != NULL; i++) {
		press(walk, pager(walk, true));
	}
	return target;
}

bool walk_may_tap(struct walk *walk, enum command_kind kind, int32_t n, int32_t m)
{
	const struct target *target = walk_seek(walk, kind, n, m);

	if (target != NULL) {
		const struct target held = *target;

		press(walk, &held);
	}
	return target != NULL;
}

bool walk_tap(struct walk *walk, enum command_kind kind, int32_t n, int32_t m)
{
	char what[80], first[16] = "any", second[16] = "any";

	if (walk_may_tap(walk, kind, n, m)) {
		return true;
	}
	if (n != WALK_ANY) {
		snprintf(first, sizeof first, "%d", n);
	}
	if (m != WALK_ANY) {
		snprintf(second, sizeof second, "%d", m);
	}
	snprintf(what, sizeof what, "no target for %s %s %s", command_name(kind), first, second);
	if (walk->missed != NULL) {
		walk->missed(walk, walk->screen != NULL ? walk->screen : "?", what);
	}
	return false;
}

/* The letter may stand behind shift, or on another page of keys. */
static bool type_letter(struct walk *walk, int32_t letter)
{
	for (int32_t page = 0; page < 5; page++) {
		const struct target *key = walk_find(walk, CMD_TYPE, letter, WALK_ANY);
		const struct target *other;

		if (key == NULL && (other = walk_find(walk, CMD_SHIFT, WALK_ANY, WALK_ANY)) != NULL) {
			press(walk, other);
			key = walk_find(walk, CMD_TYPE, letter, WALK_ANY);
		}
		if (key != NULL) {
			press(walk, key);
			return true;
		}
		other = walk_find(walk, CMD_KEYS, WALK_ANY, WALK_ANY);
		if (other == NULL) {
			return false;
		}
		press(walk, other);
	}
	return false;
}

bool walk_type(struct walk *walk, const char *text)
{
	uint32_t letter;

	while ((letter = str_next(&text)) != 0) {
		if (!type_letter(walk, (int32_t)letter)) {
			if (walk->missed != NULL) {
				walk->missed(walk, walk->screen != NULL ? walk->screen : "?", "no key for a letter");
			}
			return false;
		}
	}
	return true;
}

/* When what fades in is in. */
static void look(struct walk *walk, const char *place)
{
	walk_wait(walk, PAUSE_MS);
	walk->visit(walk, place);
}

bool walk_see(struct walk *walk, const char *place, bool there)
{
	walk->screen = place;
	if (!there) {
		if (walk->missed != NULL) {
			walk->missed(walk, place, "the walk is elsewhere");
		}
		return false;
	}
	if (walk->visit == NULL) {
		return true;
	}
	walk_first_page(walk);
	look(walk, place);
	for (int32_t i = 0; i < PAGES_MOST && pager(walk, true) != NULL; i++) {
		press(walk, pager(walk, true));
		look(walk, place);
	}
	walk_first_page(walk);
	return true;
}
