/* The board of a desktop and of a Raspberry Pi: SDL's window, fingers, keys and loudspeaker. */
#include "board/board.h"

#include "board/host/chime.h"
#include "firmware/base/str.h"

#include <SDL2/SDL.h>
#include <sys/random.h>
#include <time.h>

struct board {
	SDL_Window *window;
	struct chime *chime;
	int32_t width_mm;
	int32_t chimes;                        /* signals that have sounded */
	SDL_FingerID finger[INPUT_FINGERS_MAX];
	bool held[INPUT_FINGERS_MAX];
};

/* The mouse is a finger on the desktop; it has the last number so that it never collides with one. */
#define MOUSE (INPUT_FINGERS_MAX - 1)
#define MM_AN_INCH 25.4F

static int32_t panel_width_mm(SDL_Window *window)
{
	int display = SDL_GetWindowDisplayIndex(window);
	float across_dpi = 0;
	SDL_DisplayMode mode;

	if (display < 0 || SDL_GetDisplayDPI(display, NULL, &across_dpi, NULL) != 0 || SDL_GetCurrentDisplayMode(display, &mode) != 0 ||
	    across_dpi < 1) {
		return 0;
	}
	return (int32_t)((float)mode.w / across_dpi * MM_AN_INCH);
}

/* Where no screen answers, SDL's last resort draws in memory, where nobody sees it. Whoever names a driver gets it. */
static bool on_glass(void)
{
	const char *driver = SDL_GetCurrentVideoDriver();

	return SDL_GetHint(SDL_HINT_VIDEODRIVER) != NULL || (driver != NULL && SDL_strcmp(driver, "offscreen") != 0);
}

static bool open_screen(char *why, size_t cap)
{
	const char *reason = SDL_Init(SDL_INIT_VIDEO) != 0 ? SDL_GetError() : on_glass() ? NULL : "none answers";

	if (reason != NULL) {
		snprintf(why, cap, "No screen: %s. Start from a desktop, or with `samsyn play` on a machine without one.", reason);
	}
	return reason == NULL;
}

struct board *board_open(const struct board_config *config, char *why, size_t cap)
{
	struct board *board = calloc(1, sizeof *board);
	bool whole = config->width == 0;
	Uint32 flags = whole ? SDL_WINDOW_FULLSCREEN_DESKTOP : SDL_WINDOW_RESIZABLE;

	if (board == NULL) {
		abort();
	}
	/* One way in: a mouse moves a finger through our own code, and fingers make no mouse. */
	SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
	SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
	SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
	if (!open_screen(why, cap)) {
		goto fail;
	}
	if (whole) {
		SDL_ShowCursor(SDL_DISABLE);
	}
	board->window = SDL_CreateWindow("Samsyn", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, whole ? 1280 : config->width,
	                                 whole ? 720 : config->height, flags);
	if (board->window == NULL) {
		snprintf(why, cap, "No window: %s.", SDL_GetError());
		goto fail;
	}
	board->width_mm = whole ? panel_width_mm(board->window) : 0;
	board->chime = chime_open();
	SDL_StartTextInput();
	return board;
fail:
	board_close(board);
	return NULL;
}

void board_close(struct board *board)
{
	if (board == NULL) {
		return;
	}
	chime_close(board->chime);
	if (board->window != NULL) {
		SDL_DestroyWindow(board->window);
	}
	SDL_Quit();
	free(board);
}

void *board_window(struct board *board)
{
	return board->window;
}

void board_glass(const struct board *board, int32_t *width, int32_t *height, int32_t *width_mm)
{
	int w = 0;
	int h = 0;

	SDL_GetWindowSize(board->window, &w, &h);
	*width = w;
	*height = h;
	*width_mm = board->width_mm;
}

static ms_t monotonic(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (ms_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

struct instant board_instant(struct board *board)
{
	struct instant instant = {.now = monotonic(), .wall = WALL_UNKNOWN, .to_next_minute = MS_MINUTE};
	struct timespec t;
	struct tm local;

	(void)board;
	clock_gettime(CLOCK_REALTIME, &t);
	if (localtime_r(&t.tv_sec, &local) != NULL) {
		struct cal_date date = {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};

		instant.wall = wall_at(date, local.tm_hour, local.tm_min);
		instant.to_next_minute = (60 - local.tm_sec) * MS_SECOND - t.tv_nsec / 1000000;
	}
	return instant;
}

/* A number for a finger: the one it has, or a free one; -1 when all are taken. */
static int32_t finger_number(struct board *board, SDL_FingerID id, bool down)
{
	int32_t spare = -1;

	for (int32_t i = 0; i < MOUSE; i++) {
		if (board->held[i] && board->finger[i] == id) {
			return i;
		}
		spare = spare < 0 && !board->held[i] ? i : spare;
	}
	if (down && spare >= 0) {
		board->finger[spare] = id;
		board->held[spare] = true;
		return spare;
	}
	return -1;
}

static bool from_finger(struct board *board, const SDL_TouchFingerEvent *touch, struct input *in)
{
	int w = 0;
	int h = 0;

	SDL_GetWindowSize(board->window, &w, &h);
	in->finger = finger_number(board, touch->fingerId, touch->type == SDL_FINGERDOWN);
	if (in->finger < 0) {
		return false;
	}
	in->kind = touch->type == SDL_FINGERDOWN ? INPUT_DOWN : touch->type == SDL_FINGERMOTION ? INPUT_MOVE : INPUT_UP;
	in->x = (int32_t)(touch->x * (float)w);
	in->y = (int32_t)(touch->y * (float)h);
	if (in->kind == INPUT_UP) {
		board->held[in->finger] = false;
	}
	return true;
}

static bool from_mouse(const SDL_Event *event, struct input *in)
{
	in->finger = MOUSE;
	if (event->type == SDL_MOUSEMOTION) {
		in->kind = INPUT_MOVE;
		in->x = event->motion.x;
		in->y = event->motion.y;
		return (event->motion.state & SDL_BUTTON_LMASK) != 0;
	}
	in->kind = event->type == SDL_MOUSEBUTTONDOWN ? INPUT_DOWN : INPUT_UP;
	in->x = event->button.x;
	in->y = event->button.y;
	return event->button.button == SDL_BUTTON_LEFT;
}

static enum input_key key_of(const SDL_Keysym *key)
{
	static const struct { SDL_Keycode from; enum input_key to; } keys[] = {
		{SDLK_RETURN, KEY_ENTER}, {SDLK_KP_ENTER, KEY_ENTER}, {SDLK_SPACE, KEY_SPACE}, {SDLK_ESCAPE, KEY_ESCAPE},
		{SDLK_BACKSPACE, KEY_BACKSPACE}, {SDLK_DELETE, KEY_DELETE}, {SDLK_LEFT, KEY_LEFT}, {SDLK_RIGHT, KEY_RIGHT},
		{SDLK_UP, KEY_UP}, {SDLK_DOWN, KEY_DOWN}, {SDLK_HOME, KEY_HOME}, {SDLK_END, KEY_END}, {SDLK_MINUS, KEY_MINUS},
		{SDLK_KP_MINUS, KEY_MINUS}, {SDLK_KP_0, KEY_DIGIT_0},
	};

	if (key->sym == SDLK_TAB) {
		return (key->mod & KMOD_SHIFT) != 0 ? KEY_BACKTAB : KEY_TAB;
	}
	if (key->sym >= SDLK_0 && key->sym <= SDLK_9) {
		return (enum input_key)(KEY_DIGIT_0 + (key->sym - SDLK_0));
	}
	if (key->sym >= SDLK_KP_1 && key->sym <= SDLK_KP_9) {
		return (enum input_key)(KEY_DIGIT_0 + 1 + (key->sym - SDLK_KP_1));
	}
	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		if (keys[i].from == key->sym) {
			return keys[i].to;
		}
	}
	return KEY_NONE;
}

static bool from_key(const SDL_KeyboardEvent *event, struct input *in)
{
	in->kind = event->type == SDL_KEYDOWN ? INPUT_KEY_DOWN : INPUT_KEY_UP;
	in->key = key_of(&event->keysym);
	/* A key that repeats is still one press, but for those that walk through a text. */
	return in->key != KEY_NONE && (event->repeat == 0 || in->key == KEY_BACKSPACE || in->key == KEY_LEFT || in->key == KEY_RIGHT);
}

static bool from_window(const SDL_WindowEvent *event, struct input *in)
{
	if (event->event == SDL_WINDOWEVENT_SIZE_CHANGED) {
		*in = (struct input){.kind = INPUT_RESIZE, .at = in->at, .x = event->data1, .y = event->data2};
		return true;
	}
	in->kind = INPUT_EXPOSED;
	return event->event == SDL_WINDOWEVENT_EXPOSED;
}

static bool translate(struct board *board, const SDL_Event *event, struct input *in)
{
	*in = (struct input){.at = monotonic()};
	switch (event->type) {
	case SDL_QUIT: in->kind = INPUT_QUIT; return true;
	case SDL_FINGERDOWN:
	case SDL_FINGERMOTION:
	case SDL_FINGERUP: return from_finger(board, &event->tfinger, in);
	case SDL_MOUSEBUTTONDOWN:
	case SDL_MOUSEBUTTONUP:
	case SDL_MOUSEMOTION: return from_mouse(event, in);
	case SDL_KEYDOWN:
	case SDL_KEYUP: return from_key(&event->key, in);
	case SDL_WINDOWEVENT: return from_window(&event->window, in);
	case SDL_RENDER_TARGETS_RESET:
	case SDL_RENDER_DEVICE_RESET: in->kind = INPUT_EXPOSED; return true;
	default: return false;
	}
}

/* One text event may carry several letters. */
static size_t letters(const SDL_Event *event, struct input *in, size_t room)
{
	const char *at = event->text.text;
	size_t count = 0;
	uint32_t letter;

	while (count < room && (letter = str_next(&at)) != 0) {
		in[count++] = (struct input){.kind = INPUT_LETTER, .at = monotonic(), .letter = letter};
	}
	return count;
}

/* Where SDL can only poll (no desktop), it is asked this often: quick enough for a finger, slow enough to stay cool. */
#define POLL_MS 8

static bool next_event(ms_t wake, SDL_Event *event)
{
	const char *driver = SDL_GetCurrentVideoDriver();
	bool sleeps = driver != NULL && (SDL_strcmp(driver, "x11") == 0 || SDL_strcmp(driver, "wayland") == 0);

	for (;;) {
		ms_t left = wake - monotonic();

		if (SDL_PollEvent(event) != 0) {
			return true;
		}
		if (left <= 0) {
			return false;
		}
		if (sleeps) {
			return SDL_WaitEventTimeout(event, (int)min_ms(left, MS_MINUTE)) != 0;
		}
		SDL_Delay((Uint32)min_ms(left, POLL_MS));
	}
}

size_t board_wait(struct board *board, ms_t wake, struct input *in)
{
	SDL_Event event;
	size_t count = 0;

	if (!next_event(wake, &event)) {
		return 0;
	}
	do {
		if (event.type == SDL_TEXTINPUT) {
			count += letters(&event, in + count, INPUTS_MAX - count);
		} else if (translate(board, &event, in + count)) {
			count++;
		}
	} while (count < INPUTS_MAX && SDL_PollEvent(&event) != 0);
	return count;
}

uint64_t board_chance(void)
{
	uint64_t chance = 0;

	/* At most 256 bytes are never given in part. */
	if (getrandom(&chance, sizeof chance, 0) != (ssize_t)sizeof chance) {
		abort();
	}
	return chance;
}

bool board_alarm(struct board *board, const char *text)
{
	return SDL_ShowSimpleMessageBox(SDL_MESSAGEBOX_ERROR, "Samsyn", text, board->window) == 0;
}

void board_express(struct board *board, const struct outputs *outputs)
{
	if (outputs->chimes != board->chimes) {
		board->chimes = outputs->chimes;
		if (outputs->sound) {
			chime_ring(board->chime);
		}
	}
	chime_rest(board->chime);
}
