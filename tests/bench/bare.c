/* What the program is held against: a window (or a picture off screen) with one word in it, and nothing else. */
#include <SDL.h>
#include <SDL_ttf.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#define WORD_PX 40
#define WAIT_MS 60000

static SDL_Surface *word(void)
{
	TTF_Font *font = TTF_OpenFont(SAMSYN_FONT_DIR "/Inter-Regular.otf", WORD_PX);
	SDL_Surface *drawn = font == NULL ? NULL : TTF_RenderUTF8_Blended(font, "Samsyn", (SDL_Color){27, 31, 39, 255});

	if (font != NULL) {
		TTF_CloseFont(font);
	}
	return drawn;
}

static int off_screen(int width, int height)
{
	SDL_Surface *picture = SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888);
	SDL_Surface *drawn = word();
	const bool right = picture != NULL && drawn != NULL && SDL_FillRect(picture, NULL, 0xFFF7F4EDU) == 0 &&
	                   SDL_BlitSurface(drawn, NULL, picture, NULL) == 0;

	SDL_FreeSurface(drawn);
	SDL_FreeSurface(picture);
	return right ? 0 : 1;
}

static int in_a_window(int width, int height)
{
	SDL_Window *window = SDL_CreateWindow("bare", 0, 0, width, height, SDL_WINDOW_FULLSCREEN_DESKTOP);
	SDL_Renderer *renderer = window == NULL ? NULL : SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE);
	SDL_Surface *drawn = word();
	SDL_Texture *texture = renderer == NULL || drawn == NULL ? NULL : SDL_CreateTextureFromSurface(renderer, drawn);
	bool on = texture != NULL;

	if (on) {
		SDL_SetRenderDrawColor(renderer, 0xF7, 0xF4, 0xED, 0xFF);
		SDL_RenderClear(renderer);
		SDL_RenderCopy(renderer, texture, NULL, &(SDL_Rect){0, 0, drawn->w, drawn->h});
		SDL_RenderPresent(renderer);
	}
	const int code = on ? 0 : 1;

	while (on) {
		SDL_Event event;

		on = !(SDL_WaitEventTimeout(&event, WAIT_MS) == 1 && event.type == SDL_QUIT);
	}
	SDL_FreeSurface(drawn);
	return code;
}

int main(int argc, char *argv[])
{
	int width = 0, height = 0;
	int code = 1;

	if (argc != 4 || sscanf(argv[2], "%d", &width) != 1 || sscanf(argv[3], "%d", &height) != 1) {
		fputs("usage: bare off-screen|window WIDTH HEIGHT\n", stderr);
		return 2;
	}
	const bool window = strcmp(argv[1], "window") == 0;

	/* The software renderer would load all of OpenGL to show its surface. */
	SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
	if (SDL_Init(window ? SDL_INIT_VIDEO : 0) == 0 && TTF_Init() == 0) {
		code = window ? in_a_window(width, height) : off_screen(width, height);
	}
	TTF_Quit();
	SDL_Quit();
	return code;
}
