/* `samsyn play`: reads a script, opens what it asks for, and carries it out. */
#include "firmware/play.h"

#include "firmware/player.h"

#include "firmware/base/str.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* The panel of that many pixels: see the design's four sizes. */
static int32_t usual_mm(int32_t width)
{
	switch (width) {
	case 800: return 154;
	case 1280: return 344;
	case 720: return 87;
	case 1920: return 531;
	default: return width * 344 / 1280;
	}
}

static void set_screen(struct player *player, const struct play_step *step)
{
	player->width = step->x;
	player->height = step->y;
	player->width_mm = step->z > 0 ? step->z : usual_mm(step->x);
}

/* The steps that say what kind of screen and day it is. False for the first other one. */
static bool prepare(struct player *player, const struct play_step *step)
{
	switch ((int)step->verb) {
	case PLAY_SCREEN: set_screen(player, step); return true;
	case PLAY_CLOCK: player->wall = step->wall; return true;
	case PLAY_LANG: player->wishes.lang = step->x; return true;
	case PLAY_DARK: player->wishes.dark = step->x; return true;
	case PLAY_LARGE: player->wishes.large = step->x; return true;
	case PLAY_TURN: player->wishes.turn = step->x * 90; return true;
	case PLAY_DISTANCE: player->wishes.distance = step->x; return true;
	case PLAY_SEED: player->chance = (uint64_t)(uint32_t)step->x; return true;
	case PLAY_FRESH: player->wishes.set_up = false; player->wishes.school = NULL; return true;
	default: return false;
	}
}

static bool make_data(struct player *player)
{
	if (player->options->data != NULL) {
		str_copy(player->data, sizeof player->data, player->options->data);
		return true;
	}
	snprintf(player->data, sizeof player->data, "%s/samsyn-play-XXXXXX", getenv("TMPDIR") != NULL ? getenv("TMPDIR") : "/tmp");
	player->own_data = mkdtemp(player->data) != NULL;
	if (!player->own_data) {
		snprintf(player->fault, sizeof player->fault, "expected to make a data folder at %s", player->data);
	}
	return player->own_data;
}

/* The folder and what is in it; the packs that were made stand in folders of their own. */
static void remove_folder(const char *path, int32_t deep)
{
	DIR *folder = opendir(path);
	struct dirent *entry;
	char inside[2048];

	while (folder != NULL && (entry = readdir(folder)) != NULL) {
		if (str_equal(entry->d_name, ".") || str_equal(entry->d_name, "..") ||
		    snprintf(inside, sizeof inside, "%s/%s", path, entry->d_name) >= (int)sizeof inside) {
			continue;
		}
		if (remove(inside) != 0 && deep > 0) {
			remove_folder(inside, deep - 1);
		}
	}
	if (folder != NULL) {
		closedir(folder);
	}
	(void)rmdir(path);
}

static void remove_data(const struct player *player)
{
	if (player->own_data) {
		remove_folder(player->data, 2);
	}
}

static int fail(const struct player *player, int32_t line)
{
	printf("%s:%d: %s\n", player->script, line, player->fault);
	if (player->app != NULL) {
		sight_print(app_frame(player->app), stdout);
	}
	return 1;
}

static int carry_out(struct player *player, const struct script *script)
{
	int32_t at = 0;

	while (at < script->count && prepare(player, &script->steps[at])) {
		at++;
	}
	if (!make_data(player) || !player_start(player)) {
		return fail(player, at < script->count ? script->steps[at].line : 0);
	}
	for (; at < script->count; at++) {
		if (!player_step(player, &script->steps[at])) {
			return fail(player, script->steps[at].line);
		}
		/* Drawn once a step: what stood on the glass for a moment in between nobody could have looked at. */
		app_show(player->app);
	}
	return 0;
}

int play_main(const struct options *options)
{
	struct player *player = calloc(1, sizeof *player);
	struct script script;
	int code = 2;

	if (player == NULL) {
		abort();
	}
	player->options = options;
	player->script = options->rest[0];
	player->wishes = (struct app_wishes){.lang = 0, .turn = 0, .dark = 0, .large = 0, .width_mm = -1, .distance = -1, .set_up = true,
	                                     .school = "Testskolan"};
	player->width = 1280;
	player->height = 720;
	player->width_mm = usual_mm(player->width);
	player->chance = 1;
	player->wall = wall_at((struct cal_date){2026, 9, 24}, 14, 2);
	if (options->shots != NULL) {
		(void)mkdir(options->shots, 0777);
	}
	if (!script_read(player->script, &script, player->fault, sizeof player->fault)) {
		printf("%s\n", player->fault);
	} else {
		code = carry_out(player, &script);
		script_finish(&script);
	}
	player_finish(player);
	remove_data(player);
	free(player);
	return code;
}
