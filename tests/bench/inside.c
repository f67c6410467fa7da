/* What can be measured from inside, off screen: frames, repainted pixels, decisions, and the longest statement. */
#include <SDL.h>
#include <SDL_ttf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "firmware/base/str.h"
#include "firmware/content/pack.h"
#include "firmware/core/core.h"
#include "tests/bench/bench.h"
#include "tests/ui/walk_steps.h"
#include "ui/text.h"
#include "ui/words.h"

#define AUTUMN wall_at((struct cal_date){2026, 9, 24}, 14, 2)
#define FRAMES 40
#define PRESSES 60
#define DECISIONS 20000
#define LOOKS 1000

static const struct walk_glass GLASSES[] = {{"1280x720", 1280, 720, 344}, {"1920x1080", 1920, 1080, 531}};

/* ---- frames ---- */

/* Median of copying a whole frame buffer, us. */
static double copy_us(int32_t width, int32_t height)
{
	const size_t size = (size_t)width * (size_t)height * sizeof(uint32_t);
	unsigned char *from = malloc(size), *to = malloc(size);
	struct samples *samples = calloc(1, sizeof *samples);

	if (from == NULL || to == NULL || samples == NULL) {
		abort();
	}
	memset(from, 1, size);
	memset(to, 2, size);
	for (int32_t i = 0; i < FRAMES; i++) {
		const double start = bench_own_us();

		from[i] = (unsigned char)i;
		memcpy(to, from, size);
		samples_add(samples, bench_own_us() - start + (to[i] == 0xFF ? 1e-9 : 0));
	}
	const double median = samples_median(samples);

	free(from);
	free(to);
	free(samples);
	return median;
}

static void whole_frame(struct walk *walk, const char *what, double copy)
{
	struct samples *samples = calloc(1, sizeof *samples);

	if (samples == NULL) {
		abort();
	}
	for (int32_t i = 0; i < FRAMES; i++) {
		const double start = bench_own_us();

		render_forget(walk->render);
		(void)render_draw(walk->render, &walk_frame(walk)->list);
		samples_add(samples, bench_own_us() - start);
	}
	bench_line(bench_say("whole frame: %s, %s", what, walk->look.glass.name), bench_say("%.2f ms", samples_median(samples) / 1000.0),
	           bench_say("%.2f ms  memcpy of the frame", copy / 1000.0), "");
	free(samples);
}

static struct app_instant instant_of(const struct walk *walk)
{
	return (struct app_instant){.now = walk->now, .wall = walk->wall + walk->now / MS_MINUTE, .to_next_minute = MS_MINUTE - walk->now % MS_MINUTE};
}

/* A finger lands on a button: the hit, the frame and what differs of the picture. */
static void press_of_a_button(struct walk *walk, double copy)
{
	struct samples *samples = calloc(1, sizeof *samples);
	const struct target *found = walk_find(walk, CMD_SHEET, WALK_ANY, WALK_ANY);
	double pixels = 0;

	if (samples == NULL || found == NULL) {
		abort();
	}
	const struct target target = *found;

	for (int32_t i = 0; i < PRESSES; i++) {
		struct input in = {.kind = INPUT_DOWN, .x = target.box.x + target.box.w / 2, .y = target.box.y + target.box.h / 2};
		struct app_instant instant;
		double start;

		walk->now += 400;
		in.at = walk->now;
		instant = instant_of(walk);
		start = bench_own_us();
		app_step(walk->app, &instant, &in, 1);
		(void)app_show(walk->app);
		samples_add(samples, bench_own_us() - start);
		pixels += (double)render_last_cost(walk->render).pixels;
		/* Lifted outside, it does nothing. */
		in.kind = INPUT_MOVE;
		in.x = in.y = 0;
		app_step(walk->app, &instant, &in, 1);
		in.kind = INPUT_UP;
		app_step(walk->app, &instant, &in, 1);
		(void)app_show(walk->app);
	}
	bench_line(bench_say("frame after the press of a button, %s", walk->look.glass.name),
	           bench_say("%.2f ms (95 %%: %.2f)", samples_median(samples) / 1000.0, samples_at(samples, 95) / 1000.0),
	           bench_say("%.2f ms  memcpy of the frame", copy / 1000.0),
	           bench_say("%.1f %% of the pixels", pixels * 100.0 / PRESSES / walk->look.glass.width / walk->look.glass.height));
	free(samples);
}

/* A minute of somebody speaking. */
static void running_clock(struct walk *walk, double copy)
{
	struct samples *samples = calloc(1, sizeof *samples);
	const ms_t until = walk->now + MS_MINUTE;
	const double frame = (double)walk->look.glass.width * walk->look.glass.height;
	double pixels = 0, most = 0;
	int32_t shown = 0, wakes = 0;

	if (samples == NULL) {
		abort();
	}
	while (walk->now < until) {
		struct app_instant instant;
		double start;

		walk->now = min_ms(max_ms(app_wake(walk->app), walk->now + 1), until);
		instant = instant_of(walk);
		start = bench_own_us();
		app_step(walk->app, &instant, NULL, 0);
		wakes++;
		if (app_show(walk->app)) {
			const double painted = (double)render_last_cost(walk->render).pixels;

			samples_add(samples, bench_own_us() - start);
			pixels += painted;
			most = painted > most ? painted : most;
			shown++;
		}
	}
	bench_line(bench_say("frame of a running clock, %s", walk->look.glass.name),
	           bench_say("%.2f ms (95 %%: %.2f)", samples_median(samples) / 1000.0, samples_at(samples, 95) / 1000.0),
	           bench_say("%.2f ms  memcpy of the frame", copy / 1000.0), "");
	bench_line(bench_say("pixels of a running clock, %s", walk->look.glass.name),
	           bench_say("%.1f %% (most %.1f)", shown == 0 ? 0 : pixels * 100.0 / shown / frame, most * 100.0 / frame), "100 %  the whole frame",
	           "under 10 %");
	bench_line(bench_say("a minute of a running clock, %s", walk->look.glass.name), bench_say("%d wakes, %d frames", wakes, shown), "", "");
	free(samples);
}

static void unchanged(struct walk *walk)
{
	const struct app_instant instant = instant_of(walk);
	int32_t shown = 0;

	app_step(walk->app, &instant, NULL, 0);
	(void)app_show(walk->app);
	const double start = bench_own_us();

	for (int32_t i = 0; i < LOOKS; i++) {
		app_step(walk->app, &instant, NULL, 0);
		shown += app_show(walk->app) ? 1 : 0;
	}
	bench_line(bench_say("frames shown in %d steps without a change, %s", LOOKS, walk->look.glass.name),
	           bench_say("%d (%.3f ms a step)", shown, (bench_own_us() - start) / LOOKS / 1000.0), "", "none");
}

static void frames(struct walk *walk)
{
	for (size_t i = 0; i < ARRAY_LEN(GLASSES); i++) {
		const double copy = copy_us(GLASSES[i].width, GLASSES[i].height);
		char why[200] = "";

		if (!walk_open(walk, &(struct walk_look){.glass = GLASSES[i]}, why, sizeof why)) {
			fprintf(stderr, "%s\n", why);
			exit(1);
		}
		walk_begin(walk, &(struct walk_day){.wall = AUTUMN});
		(void)app_show(walk->app);
		whole_frame(walk, "home", copy);
		unchanged(walk);
		if (walk_meet(walk, "laget-runt", 8) && walk_to(walk, STEP_ROUND)) {
			walk_wait(walk, MS_SECOND);
			(void)app_show(walk->app);
			whole_frame(walk, "round of 8", copy);
			press_of_a_button(walk, copy);
			running_clock(walk, copy);
		}
		walk_end(walk);
		walk_close(walk);
	}
}

/* ---- decisions ---- */

/* How often a second a struct of that size is copied. */
static double copies_a_second(size_t size)
{
	unsigned char *a = calloc(1, size), *b = calloc(1, size);
	const double start = bench_own_us();
	unsigned sum = 0;

	if (a == NULL || b == NULL) {
		abort();
	}
	for (int32_t i = 0; i < DECISIONS; i++) {
		a[(size_t)i % size] = (unsigned char)i;
		memcpy(b, a, size);
		sum += b[(size_t)i % size];
		a[sum % size] ^= 1;
	}
	const double took = bench_own_us() - start;

	free(a);
	free(b);
	return DECISIONS * 1e6 / took;
}

static void decisions(struct walk *walk)
{
	struct core *core = malloc(sizeof *core);
	struct event *events = calloc(EVENTS_MAX, sizeof *events);
	char why[200] = "";
	ms_t now;

	if (core == NULL || events == NULL || !walk_open(walk, &(struct walk_look){.glass = GLASSES[0]}, why, sizeof why)) {
		abort();
	}
	walk_begin(walk, &(struct walk_day){.wall = AUTUMN});
	if (walk_meet(walk, "oppet-samtal", 40) && walk_to(walk, STEP_TALK)) {
		*core = *walk_core(walk);
		now = core->at;
		const double start = bench_own_us();
		int32_t taken = 0;

		for (int32_t i = 0; i < DECISIONS; i++) {
			const struct command hand = command_of(CMD_HAND, i % 40, 0);
			enum refusal refusal;
			const int32_t count = core_decide(core, walk->material, ++now, &hand, events, &refusal);

			for (int32_t j = 0; j < count; j++) {
				core_apply(core, &events[j]);
			}
			taken += count;
		}
		const double a_second = DECISIONS * 1e6 / (bench_own_us() - start);

		bench_line("decide and apply (a hand goes up or down)", bench_say("%.0f a second", a_second),
		           bench_say("%.0f a second  copies of a meeting (%zu kB)", copies_a_second(sizeof(struct meeting)),
		                     sizeof(struct meeting) / 1024),
		           bench_say("%d events", taken));
	}
	walk_end(walk);
	walk_close(walk);
	free(core);
	free(events);
}

/* ---- the longest statement ---- */

static const char *longest_statement(const struct material *material)
{
	const char *longest = "";

	for (int32_t i = 0; i < material->instrument_count; i++) {
		for (int32_t j = 0; j < material->instruments[i].statement_count; j++) {
			const char *text = material->instruments[i].statements[j].text.in[LANG_SV];

			longest = strlen(text) > strlen(longest) ? text : longest;
		}
	}
	return longest;
}

static double bare_size_us(const char *text, int32_t size)
{
	TTF_Font *font = TTF_OpenFont(SAMSYN_FONT_DIR "/Inter-Bold.otf", size);
	struct samples *samples = calloc(1, sizeof *samples);

	if (font == NULL || samples == NULL) {
		abort();
	}
	for (int32_t i = 0; i < LOOKS; i++) {
		const double start = bench_own_us();
		int w = 0, h = 0;

		TTF_SizeUTF8(font, text, &w, &h);
		samples_add(samples, bench_own_us() - start);
	}
	const double median = samples_median(samples);

	TTF_CloseFont(font);
	free(samples);
	return median;
}

/* In a box in which it comes down a few steps of the ladder. */
static void statement(const struct material *material)
{
	const char *text = longest_statement(material);
	const struct rect box = {0, 0, 1000, 260};
	char why[200] = "";
	struct render *render = render_create(&(struct render_config){.width = 1280, .height = 720, .font_dir = SAMSYN_FONT_DIR}, why, sizeof why);
	double start, first, later;
	struct text_fit fit;

	if (render == NULL) {
		abort();
	}
	start = bench_own_us();
	fit = text_fit(render_ruler(render), FACE_BOLD, 60, 16, box.w, box.h, text);
	first = bench_own_us() - start;
	start = bench_own_us();
	for (int32_t i = 0; i < LOOKS; i++) {
		fit = text_fit(render_ruler(render), FACE_BOLD, 60, 16, box.w, box.h, text);
	}
	later = (bench_own_us() - start) / LOOKS;
	/* The canvas has started SDL_ttf. */
	const double bare = bare_size_us(text, fit.size);

	bench_line(bench_say("fit of the longest statement (%zu letters, %d lines)", str_letters(text), fit.shape.lines),
	           bench_say("%.2f ms the first time", first / 1000.0), bench_say("%.3f ms  one TTF_SizeUTF8 of it", bare / 1000.0), "");
	bench_line("the same again", bench_say("%.3f ms", later / 1000.0), bench_say("%.3f ms  one TTF_SizeUTF8 of it", bare / 1000.0), "");
	render_destroy(render);
}

/* Leaves data folders of a team at home and of one in the middle of a round, and prints where. */
static void folders(struct walk *walk)
{
	char folder[WALK_FOLDER_BYTES] = "", why[200] = "";

	if (!walk_open(walk, &(struct walk_look){.glass = GLASSES[1]}, why, sizeof why)) {
		abort();
	}
	walk_begin(walk, &(struct walk_day){.wall = AUTUMN, .fresh = true});
	if (walk_tap(walk, CMD_FIRST_RUN_DONE, WALK_ANY, WALK_ANY)) {
		walk_keep(walk, folder);
		printf("home=%s\n", folder);
	}
	if (walk_meet(walk, "laget-runt", 8) && walk_to(walk, STEP_ROUND)) {
		walk_keep(walk, folder);
		printf("clock=%s\n", folder);
	}
	walk_end(walk);
	walk_close(walk);
}

int main(int argc, char *argv[])
{
	struct pack_set *packs = pack_set_create();
	struct walk walk = {.chance = 1};

	words_open(SAMSYN_LOCALE_DIR);
	pack_set_add(packs, SAMSYN_PACK_DIR);
	if (!pack_set_finish(packs)) {
		return 1;
	}
	walk.material = pack_set_material(packs);
	if (argc > 1 && str_equal(argv[1], "folders")) {
		folders(&walk);
	} else {
		frames(&walk);
		decisions(&walk);
		statement(walk.material);
	}
	pack_set_destroy(packs);
	return 0;
}
