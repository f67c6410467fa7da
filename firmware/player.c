/* The program on a virtual clock: start, time, hands, and the power cut. */
#include "firmware/player.h"

#include "firmware/base/str.h"
#include "ui/words.h"

static struct app_instant instant_of(const struct player *player)
{
	ms_t since = player->now - player->wall_from;

	return (struct app_instant){.now = player->now, .wall = player->wall + since / MS_MINUTE,
	                            .to_next_minute = MS_MINUTE - since % MS_MINUTE};
}

/* splitmix64: the same seed, the same pictures. What keeps answers secret never asks here. */
static uint64_t next_chance(void *self)
{
	struct player *player = self;
	uint64_t mixed;

	player->chance += 0x9E3779B97F4A7C15U;
	mixed = player->chance;
	mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9U;
	mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBU;
	return mixed ^ mixed >> 31;
}

static bool power_on(struct player *player)
{
	struct app_instant instant;
	char *message = player->message;

	message[0] = '\0';
	start_shelf_open(&player->shelf, player->options, player->data, message, sizeof player->message);
	player->journal = start_journal(player->data, CUT_VFS_NAME, player->wishes.lang == LANG_EN ? LANG_EN : LANG_SV, message,
	                                sizeof player->message);
	player->render = render_create(&(struct render_config){.width = player->width, .height = player->height,
	                                                       .font_dir = SAMSYN_FONT_DIR},
	                               player->fault, sizeof player->fault);
	if (player->render == NULL) {
		return false;
	}
	instant = instant_of(player);
	player->app = app_create(&(struct app_config){.journal = player->journal, .material = pack_set_material(player->shelf.packs),
	                                              .render = player->render, .glass_mm = player->width_mm, .message = message,
	                                              .wishes = player->wishes, .chance = next_chance, .chance_self = player,
	                                              .import_folder = player->shelf.documents, .pack_folder = player->shelf.own,
	                                              .reload = start_shelf_reload, .reload_self = &player->shelf},
	                         &instant);
	app_show(player->app);
	return true;
}

static void power_off(struct player *player)
{
	app_destroy(player->app);
	render_destroy(player->render);
	journal_close(player->journal);
	start_shelf_close(&player->shelf);
	player->app = NULL;
	player->render = NULL;
	player->journal = NULL;
}

bool player_start(struct player *player)
{
	player->power = cut_vfs_create(player->chance);
	words_open(SAMSYN_LOCALE_DIR);
	return power_on(player);
}

void player_finish(struct player *player)
{
	power_off(player);
	cut_vfs_destroy(player->power);
}

/* What the team has set otherwise since is in the data folder, and no longer as the script began. */
static void let_go(int32_t *wish, int32_t now)
{
	if (*wish != now) {
		*wish = -1;
	}
}

bool player_cut(struct player *player)
{
	const int32_t *value = app_core(player->app)->settings.value;
	struct app_wishes *wishes = &player->wishes;

	let_go(&wishes->lang, value[SET_LANG]);
	let_go(&wishes->turn, value[SET_TURN]);
	let_go(&wishes->dark, value[SET_DARK]);
	let_go(&wishes->large, value[SET_LARGE]);
	let_go(&wishes->distance, value[SET_DISTANCE]);
	cut_vfs_cut(player->power);
	power_off(player);
	cut_vfs_restore(player->power);
	return power_on(player);
}

static void step_to(struct player *player, ms_t now, const struct input *in, size_t count)
{
	struct app_instant instant;

	player->now = now;
	instant = instant_of(player);
	app_step(player->app, &instant, in, count);
}

void player_wait(struct player *player, ms_t ms)
{
	ms_t until = player->now + ms;

	while (player->now < until) {
		ms_t wake = app_wake(player->app);

		step_to(player, min_ms(max_ms(wake, player->now + 1), until), NULL, 0);
	}
}

void player_hand(struct player *player, struct input in)
{
	in.at = player->now;
	step_to(player, player->now, &in, 1);
}

void player_finger(struct player *player, enum input_kind kind, int32_t finger, int32_t x, int32_t y)
{
	struct input in = {.kind = kind, .finger = finger, .x = x, .y = y};
	int32_t width = 0;
	int32_t height = 0;

	/* From the upright picture to the glass: the other way round from render_upright. */
	render_size(player->render, &width, &height);
	switch (app_core(player->app)->settings.value[SET_TURN]) {
	case 90: in.x = height - 1 - y; in.y = x; break;
	case 180: in.x = width - 1 - x; in.y = height - 1 - y; break;
	case 270: in.x = y; in.y = width - 1 - x; break;
	default: break;
	}
	player_hand(player, in);
}
