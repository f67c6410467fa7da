/* The kiosk: opens the machine, the packs, the journal and the app, then sleeps until someone or some timer needs it. */
#include "firmware/kiosk.h"

#include "board/board.h"
#include "firmware/app.h"
#include "firmware/start.h"
#include "ui/words.h"

#include <sys/stat.h>

static struct app_instant look(struct board *board)
{
	struct instant instant = board_instant(board);

	return (struct app_instant){.now = instant.now, .wall = instant.wall, .to_next_minute = instant.to_next_minute};
}

static void run(struct app *app, struct board *board)
{
	struct input in[INPUTS_MAX];

	app_show(app);
	while (app_running(app)) {
		size_t count = board_wait(board, app_wake(app), in);   /* the only place that sleeps */
		struct app_instant instant = look(board);
		struct outputs outputs;

		app_step(app, &instant, in, count);
		app_show(app);
		outputs.chimes = app_chimes(app, &outputs.sound);
		board_express(board, &outputs);
	}
}

static uint64_t chance(void *self)
{
	(void)self;
	return board_chance();
}

static struct app_wishes wishes_of(const struct options *options)
{
	return (struct app_wishes){.lang = options->lang, .turn = options->turn, .dark = options->dark ? 1 : -1,
	                           .large = options->large ? 1 : -1, .width_mm = options->width_mm, .distance = -1};
}

int kiosk_main(const struct options *options)
{
	enum lang lang = options->lang == LANG_EN ? LANG_EN : LANG_SV;
	char message[WHY_BYTES] = "";
	char folder[1024];
	struct app_instant instant;
	struct render_config canvas = {.font_dir = SAMSYN_FONT_DIR};
	int32_t glass_mm = 0;
	struct board *board = NULL;
	struct render *render = NULL;
	struct start_shelf shelf = {.packs = NULL};
	const char *data = options->data != NULL ? options->data : folder;
	struct journal *journal = NULL;
	struct app *app = NULL;
	int code = 1;

	words_open(SAMSYN_LOCALE_DIR);
	words_use(lang);
	options_data_folder(folder, sizeof folder);
	board = board_open(&(struct board_config){.width = options->width, .height = options->height}, message, sizeof message);
	if (board == NULL) {
		goto out;
	}
	canvas.window = board_window(board);
	board_glass(board, &canvas.width, &canvas.height, &glass_mm);
	render = render_create(&canvas, message, sizeof message);
	if (render == NULL) {
		goto out;
	}
	start_shelf_open(&shelf, options, data, message, sizeof message);
	journal = start_journal(data, NULL, lang, message, sizeof message);
	(void)mkdir(shelf.documents, 0777);   /* where people lay what they want to import; if it cannot be made, nothing can be saved */
	instant = look(board);
	app = app_create(&(struct app_config){.journal = journal, .material = pack_set_material(shelf.packs), .render = render,
	                                      .glass_mm = glass_mm, .message = message, .wishes = wishes_of(options), .chance = chance,
	                                      .import_folder = shelf.documents, .pack_folder = shelf.own, .reload = start_shelf_reload,
	                                      .reload_self = &shelf},
	                 &instant);
	run(app, board);
	code = 0;
out:
	if (code != 0) {
		fprintf(stderr, "samsyn: %s\n", message);
		if (board != NULL) {
			(void)board_alarm(board, message);
		}
	}
	app_destroy(app);
	journal_close(journal);
	start_shelf_close(&shelf);
	render_destroy(render);
	board_close(board);
	return code;
}
