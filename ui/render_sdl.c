/* The canvas on SDL's renderer. Two ways to draw are used and no others: SDL_RenderFillRect, and SDL_RenderCopy without
   scaling. They are exact to the pixel on every backend. */
#include "ui/render_canvas.h"

#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>

#include "firmware/base/str.h"
#include "ui/words.h"

struct canvas {
	SDL_Renderer *renderer;
	SDL_Surface *surface;   /* off screen, else NULL */
	bool keeps;
	int32_t turn;           /* quarters of a turn, clockwise */
};

struct sheet {
	SDL_Texture *texture;
	int32_t w, h;           /* upright */
};

/* The default priority of a hint leaves the last word to the environment (SDL_RENDER_DRIVER=software). */
static void set_hints(void)
{
	const char *driver = SDL_GetCurrentVideoDriver();
	bool console = driver != NULL && SDL_strcasecmp(driver, "kmsdrm") == 0;

	SDL_SetHint(SDL_HINT_RENDER_DRIVER, "opengles2");
	SDL_SetHint(SDL_HINT_RENDER_BATCHING, "1");
	/* The software renderer would load all of OpenGL to show its surface. On the bare console that is the only way to show one, and
	   it stays black unless it is asked for by name. */
	SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, console ? "opengles2" : "0");
}

static bool open_window(struct canvas *canvas, SDL_Window *window, char *why, size_t cap)
{
	set_hints();
	canvas->renderer = SDL_CreateRenderer(window, -1, SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC);
	if (canvas->renderer == NULL) {
		SDL_SetHint(SDL_HINT_RENDER_DRIVER, "software");
		canvas->renderer = SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE | SDL_RENDERER_PRESENTVSYNC);
	}
	if (canvas->renderer == NULL) {
		snprintf(why, cap, _("The window cannot be drawn on: %s"), SDL_GetError());
	}
	return canvas->renderer != NULL;
}

static bool open_surface(struct canvas *canvas, const struct render_config *config, char *why, size_t cap)
{
	canvas->surface = SDL_CreateRGBSurfaceWithFormat(0, config->width, config->height, 32, SDL_PIXELFORMAT_ARGB8888);
	canvas->renderer = canvas->surface == NULL ? NULL : SDL_CreateSoftwareRenderer(canvas->surface);
	if (canvas->renderer == NULL) {
		snprintf(why, cap, _("No memory for a picture of %d by %d pixels: %s"), config->width, config->height, SDL_GetError());
	}
	return canvas->renderer != NULL;
}

/* The name, not the flags: some drivers quietly give the software renderer when asked for another one. */
static bool is_software(SDL_Renderer *renderer)
{
	SDL_RendererInfo info;

	return SDL_GetRendererInfo(renderer, &info) == 0 && str_equal(info.name, "software");
}

struct canvas *canvas_open(const struct render_config *config, char *why, size_t cap)
{
	struct canvas *canvas = calloc(1, sizeof *canvas);
	bool open;

	if (canvas == NULL) {
		return NULL;
	}
	open = config->window != NULL ? open_window(canvas, config->window, why, cap) : open_surface(canvas, config, why, cap);
	if (!open) {
		canvas_close(canvas);
		return NULL;
	}
	canvas->keeps = is_software(canvas->renderer);
	return canvas;
}

void canvas_close(struct canvas *canvas)
{
	if (canvas == NULL) {
		return;
	}
	if (canvas->renderer != NULL) {
		SDL_DestroyRenderer(canvas->renderer);
	}
	SDL_FreeSurface(canvas->surface);
	free(canvas);
}

bool canvas_keeps(const struct canvas *canvas)
{
	return canvas->keeps;
}

void canvas_turn(struct canvas *canvas, int32_t degrees)
{
	assert(degrees == 0 || degrees == 90 || degrees == 180 || degrees == 270);
	canvas->turn = degrees / 90;
}

static void swap(int32_t *a, int32_t *b)
{
	int32_t kept = *a;

	*a = *b;
	*b = kept;
}

void canvas_size(const struct canvas *canvas, int32_t *width, int32_t *height)
{
	*width = *height = 0;
	SDL_GetRendererOutputSize(canvas->renderer, width, height);
	if (canvas->turn % 2 == 1) {
		swap(width, height);
	}
}

/* Where the box lies after an upright area of w by h pixels is turned. */
static struct rect turned(struct rect box, int32_t turn, int32_t w, int32_t h)
{
	switch (turn) {
	case 1:
		return (struct rect){h - box.y - box.h, box.x, box.h, box.w};
	case 2:
		return (struct rect){w - box.x - box.w, h - box.y - box.h, box.w, box.h};
	case 3:
		return (struct rect){box.y, w - box.x - box.w, box.h, box.w};
	default:
		return box;
	}
}

void canvas_upright(const struct canvas *canvas, int32_t *x, int32_t *y)
{
	int32_t glass_w = 0;
	int32_t glass_h = 0;
	struct rect there;

	SDL_GetRendererOutputSize(canvas->renderer, &glass_w, &glass_h);
	/* Turning on by what is missing to a whole turn is turning back. */
	there = turned((struct rect){*x, *y, 1, 1}, (4 - canvas->turn) % 4, glass_w, glass_h);
	*x = there.x;
	*y = there.y;
}

static SDL_Rect on_glass(const struct canvas *canvas, struct rect box)
{
	int32_t w;
	int32_t h;

	canvas_size(canvas, &w, &h);
	box = turned(box, canvas->turn, w, h);
	return (SDL_Rect){box.x, box.y, box.w, box.h};
}

/* Where a turned picture's pixels lie: the first, and how far on the next of a row and the next row are. */
struct stride {
	ptrdiff_t first, across, down;
};

static struct stride stride_of(int32_t turn, ptrdiff_t w, ptrdiff_t h)
{
	switch (turn) {
	case 1:
		return (struct stride){h - 1, h, -1};
	case 2:
		return (struct stride){w * h - 1, -1, -w};
	case 3:
		return (struct stride){(w - 1) * h, -h, 1};
	default:
		return (struct stride){0, 1, w};
	}
}

/* The coverage as white words, turned. */
static void turn_pixels(const struct coverage *from, int32_t turn, uint32_t *to)
{
	struct stride stride = stride_of(turn, from->w, from->h);
	/* The alpha of a word is its last byte on the machines that there are, its first on others. */
	ptrdiff_t alpha = from->pixel_bytes == 4 && SDL_BYTEORDER == SDL_LIL_ENDIAN ? 3 : 0;

	for (ptrdiff_t y = 0; y < from->h; y++) {
		const unsigned char *at = (const unsigned char *)from->rows + y * from->row_bytes + alpha;
		uint32_t *out = to + stride.first + y * stride.down;

		for (ptrdiff_t x = 0; x < from->w; x++) {
			out[x * stride.across] = (uint32_t)at[x * from->pixel_bytes] << 24 | 0xFFFFFF;
		}
	}
}

static SDL_Texture *texture_of(struct canvas *canvas, const struct coverage *coverage)
{
	bool across = canvas->turn % 2 == 1;
	int32_t w = across ? coverage->h : coverage->w;
	int32_t h = across ? coverage->w : coverage->h;
	uint32_t *pixels = malloc((size_t)w * (size_t)h * sizeof *pixels);
	SDL_Texture *texture = NULL;

	if (pixels != NULL) {
		turn_pixels(coverage, canvas->turn, pixels);
		texture = SDL_CreateTexture(canvas->renderer, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STATIC, w, h);
	}
	if (texture != NULL) {
		SDL_UpdateTexture(texture, NULL, pixels, w * (int32_t)sizeof *pixels);
		SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
	}
	free(pixels);
	return texture;
}

struct sheet *canvas_sheet(struct canvas *canvas, const struct coverage *coverage)
{
	struct sheet *sheet = malloc(sizeof *sheet);

	if (sheet == NULL) {
		return NULL;
	}
	*sheet = (struct sheet){texture_of(canvas, coverage), coverage->w, coverage->h};
	if (sheet->texture == NULL) {
		free(sheet);
		return NULL;
	}
	return sheet;
}

void sheet_destroy(void *sheet)
{
	SDL_DestroyTexture(((struct sheet *)sheet)->texture);
	free(sheet);
}

void canvas_clip(struct canvas *canvas, struct rect box)
{
	SDL_Rect clip = on_glass(canvas, box);

	SDL_RenderSetClipRect(canvas->renderer, &clip);
}

static void paint(struct canvas *canvas, struct rect box, colour_t colour, SDL_BlendMode mode)
{
	SDL_Rect there = on_glass(canvas, box);

	SDL_SetRenderDrawBlendMode(canvas->renderer, mode);
	SDL_SetRenderDrawColor(canvas->renderer, (Uint8)(colour >> 24), (Uint8)(colour >> 16), (Uint8)(colour >> 8), (Uint8)colour);
	SDL_RenderFillRect(canvas->renderer, &there);
}

void canvas_clear(struct canvas *canvas, struct rect box, colour_t colour)
{
	paint(canvas, box, colour | 0xFF, SDL_BLENDMODE_NONE);
}

void canvas_fill(struct canvas *canvas, struct rect box, colour_t colour)
{
	if (box.w > 0 && box.h > 0 && (colour & 0xFF) != 0) {
		paint(canvas, box, colour, (colour & 0xFF) == 0xFF ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
	}
}

void canvas_stamp(struct canvas *canvas, struct sheet *sheet, struct rect from, int32_t x, int32_t y, colour_t colour)
{
	struct rect part = turned(from, canvas->turn, sheet->w, sheet->h);
	SDL_Rect source = {part.x, part.y, part.w, part.h};
	SDL_Rect there = on_glass(canvas, (struct rect){x, y, from.w, from.h});

	SDL_SetTextureColorMod(sheet->texture, (Uint8)(colour >> 24), (Uint8)(colour >> 16), (Uint8)(colour >> 8));
	SDL_SetTextureAlphaMod(sheet->texture, (Uint8)colour);
	SDL_RenderCopy(canvas->renderer, sheet->texture, &source, &there);
}

void canvas_present(struct canvas *canvas)
{
	if (canvas->surface != NULL) {
		SDL_RenderFlush(canvas->renderer);
	} else {
		SDL_RenderPresent(canvas->renderer);
	}
}

const uint32_t *canvas_pixels(const struct canvas *canvas, int32_t *width, int32_t *height)
{
	if (canvas->surface == NULL) {
		return NULL;
	}
	uint32_t *pixels = canvas->surface->pixels;
	/* Surfaces of 32 bits have no gaps between their rows. */
	assert(canvas->surface->pitch == canvas->surface->w * 4);
	*width = canvas->surface->w;
	*height = canvas->surface->h;
	/* SDL's fast blits leave rounding errors in an alpha that nothing looks at; a picture of the glass is opaque. */
	for (size_t i = 0; i < (size_t)*width * (size_t)*height; i++) {
		pixels[i] |= 0xFF000000;
	}
	return pixels;
}
