/* Whole strings are measured, drawn and kept: kerning stays intact, and SDL_ttf's own cache of 256 glyphs, in which letters of
   Inter push each other out, is never at work in a steady frame. */
#include "ui/render_text.h"

#include <SDL.h>
#include <SDL_ttf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "firmware/base/str.h"
#include "ui/render_cache.h"
#include "ui/words.h"

#define FONT_FILES 4
/* Inter keeps its digits of one width here, from 0 to 9, for programs that cannot ask a font for its features. */
#define CLOCK_DIGIT_0 0xE071U

struct font_file {
	void *bytes;
	size_t size;
	bool clock_digits;
};

struct texts {
	struct canvas *canvas;
	struct ruler ruler;
	bool started;             /* TTF_Init stands */
	struct font_file files[FONT_FILES];
	struct cache *fonts;      /* face, size -> TTF_Font */
	struct cache *measures;   /* face, size, text -> y, w, h; of "" the h is the line's height */
	struct cache *sheets;     /* face, size, text -> sheet */
	int64_t rasterised;
};

static const struct cache_limits FONT_LIMITS = {.count = 64, .bytes = (size_t)1 << 20};
static const struct cache_limits MEASURE_LIMITS = {.count = 8192, .bytes = (size_t)2 << 20};
static const struct cache_limits SHEET_LIMITS = {.count = 1024, .bytes = (size_t)16 << 20};

static const char *const FILE_NAMES[FONT_FILES] = {"Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf"};

static size_t file_of(enum face face)
{
	static const size_t files[FACE_COUNT] = {
		[FACE_REGULAR] = 0, [FACE_MEDIUM] = 1, [FACE_SEMIBOLD] = 2, [FACE_BOLD] = 3, [FACE_CLOCK] = 0, [FACE_CLOCK_BOLD] = 2
	};

	assert(face >= FACE_REGULAR && face < FACE_COUNT);
	return files[face];
}

static TTF_Font *open_font(const struct font_file *file, int32_t size_px)
{
	/* At SDL_ttf's 72 dots an inch a point is a pixel. */
	TTF_Font *font = TTF_OpenFontRW(SDL_RWFromConstMem(file->bytes, (int)file->size), 1, max_i32(1, size_px));

	if (font != NULL) {
		/* Letters keep the distances that their designer gave them, at every size. */
		TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL);
	}
	return font;
}

static void close_font(void *font)
{
	TTF_CloseFont(font);
}

/* All ten there and equally wide; a later Inter may have moved them, and then its ordinary digits must do. */
static bool has_clock_digits(TTF_Font *font)
{
	int first = 0;

	for (uint32_t digit = 0; digit < 10; digit++) {
		int advance = 0;

		if (!TTF_GlyphIsProvided32(font, CLOCK_DIGIT_0 + digit) ||
		    TTF_GlyphMetrics32(font, CLOCK_DIGIT_0 + digit, NULL, NULL, NULL, NULL, &advance) != 0) {
			return false;
		}
		first = digit == 0 ? advance : first;
		if (advance != first) {
			return false;
		}
	}
	return true;
}

static bool read_font(struct font_file *file, const char *dir, const char *name, char *why, size_t cap)
{
	char path[1024];
	TTF_Font *font = NULL;

	snprintf(path, sizeof path, "%s/%s", dir, name);
	file->bytes = SDL_LoadFile(path, &file->size);
	if (file->bytes != NULL) {
		font = open_font(file, 200);
	}
	if (font == NULL) {
		snprintf(why, cap, _("The font Inter is missing. Install it: apt install fonts-inter (looked for %s)"), path);
		return false;
	}
	file->clock_digits = has_clock_digits(font);
	TTF_CloseFont(font);
	return true;
}

static bool open_texts(struct texts *texts, const char *font_dir, char *why, size_t cap)
{
	texts->started = TTF_Init() == 0;
	texts->fonts = cache_create(FONT_LIMITS, close_font);
	texts->measures = cache_create(MEASURE_LIMITS, NULL);
	texts->sheets = cache_create(SHEET_LIMITS, sheet_destroy);
	if (!texts->started || texts->fonts == NULL || texts->measures == NULL || texts->sheets == NULL) {
		snprintf(why, cap, _("Text cannot be drawn: %s"), SDL_GetError());
		return false;
	}
	for (size_t i = 0; i < FONT_FILES; i++) {
		if (!read_font(&texts->files[i], font_dir, FILE_NAMES[i], why, cap)) {
			return false;
		}
	}
	return true;
}

void texts_destroy(struct texts *texts)
{
	if (texts == NULL) {
		return;
	}
	cache_destroy(texts->sheets);
	cache_destroy(texts->measures);
	cache_destroy(texts->fonts);
	for (size_t i = 0; i < FONT_FILES; i++) {
		SDL_free(texts->files[i].bytes);
	}
	if (texts->started) {
		TTF_Quit();
	}
	free(texts);
}

void texts_clear(struct texts *texts)
{
	cache_clear(texts->sheets);
}

static TTF_Font *font_of(struct texts *texts, enum face face, int32_t size_px)
{
	int32_t file = (int32_t)file_of(face);
	struct cache_key key = {file, size_px, 0, 0, NULL, 0};
	const struct cache_value *value = cache_find(texts->fonts, &key);

	if (value == NULL) {
		TTF_Font *font = open_font(&texts->files[file], size_px);

		if (font != NULL) {
			value = cache_put(texts->fonts, &key, (struct cache_value){.thing = font}, 0);
		}
	}
	return value == NULL ? NULL : value->thing;
}

/* The text as it is set, ending in NUL: clocks get digits of one width. The caller frees it; NULL if there is no memory. */
static char *as_set(const struct texts *texts, enum face face, const char *text, size_t len)
{
	bool clock = (face == FACE_CLOCK || face == FACE_CLOCK_BOLD) && texts->files[file_of(face)].clock_digits;
	char *set = malloc(3 * len + 1);
	char *to = set;

	for (size_t i = 0; set != NULL && i < len; i++) {
		if (clock && text[i] >= '0' && text[i] <= '9') {
			to += str_encode(CLOCK_DIGIT_0 + (uint32_t)(text[i] - '0'), to);
		} else {
			*to++ = text[i];
		}
	}
	if (set != NULL) {
		*to = '\0';
	}
	return set;
}

/* SDL_ttf moves a whole string down when one of its letters is higher than the font says, as the ring of an A is. Tells by how
   much, so that strings with and without it stand on the same line. */
static int32_t rise_of(TTF_Font *font, const char *set)
{
	int32_t top = TTF_FontAscent(font);
	uint32_t letter;

	while ((letter = str_next(&set)) != 0) {
		int highest = 0;

		if (TTF_GlyphMetrics32(font, letter, NULL, NULL, NULL, &highest, NULL) == 0) {
			top = max_i32(top, highest);
		}
	}
	return top - TTF_FontAscent(font);
}

static struct cache_value measure_set(TTF_Font *font, const char *set)
{
	struct cache_value size = {.h = TTF_FontHeight(font)};

	if (*set != '\0' && TTF_SizeUTF8(font, set, &size.w, &size.h) == 0 && size.h > TTF_FontHeight(font)) {
		size.y = -rise_of(font, set);
	}
	return size;
}

static struct cache_value measure(struct texts *texts, enum face face, int32_t size_px, const char *text, size_t len)
{
	struct cache_key key = {(int32_t)face, size_px, 0, 0, text, len};
	const struct cache_value *known = cache_find(texts->measures, &key);
	struct cache_value size = {0};

	if (known != NULL) {
		return *known;
	}
	TTF_Font *font = font_of(texts, face, size_px);
	char *set = as_set(texts, face, text, len);
	if (font != NULL && set != NULL) {
		size = measure_set(font, set);
		/* Without memory for it, it is measured again next time. */
		(void)cache_put(texts->measures, &key, size, 0);
	}
	free(set);
	return size;
}

static int32_t ruler_width(void *self, enum face face, int32_t size_px, const char *text, size_t len)
{
	return measure(self, face, size_px, text, len).w;
}

static int32_t ruler_line_height(void *self, enum face face, int32_t size_px)
{
	return measure(self, face, size_px, "", 0).h;
}

struct texts *texts_create(struct canvas *canvas, const char *font_dir, char *why, size_t cap)
{
	struct texts *texts = calloc(1, sizeof *texts);

	if (texts == NULL) {
		return NULL;
	}
	texts->canvas = canvas;
	texts->ruler = (struct ruler){texts, ruler_width, ruler_line_height};
	if (!open_texts(texts, font_dir, why, cap)) {
		texts_destroy(texts);
		return NULL;
	}
	return texts;
}

const struct ruler *texts_ruler(struct texts *texts)
{
	return &texts->ruler;
}

/* White, so that the colour can be chosen when it is stamped. */
static struct sheet *rasterise(struct texts *texts, const struct draw *draw, const char *text, size_t len)
{
	TTF_Font *font = font_of(texts, draw->face, draw->size_px);
	char *set = as_set(texts, draw->face, text, len);
	SDL_Surface *surface = NULL;
	struct sheet *sheet = NULL;

	if (font != NULL && set != NULL) {
		surface = TTF_RenderUTF8_Blended(font, set, (SDL_Color){255, 255, 255, 255});
		texts->rasterised++;
	}
	if (surface != NULL) {
		assert(surface->format->format == SDL_PIXELFORMAT_ARGB8888);
		sheet = canvas_sheet(texts->canvas, &(struct coverage){surface->pixels, surface->w, surface->h, surface->pitch, 4});
	}
	SDL_FreeSurface(surface);
	free(set);
	return sheet;
}

/* NULL if there is no memory: then that text is missing, and the rest of the picture stands. */
static struct sheet *sheet_for(struct texts *texts, const struct draw *draw, const char *text, struct cache_value size)
{
	size_t len = strlen(text);
	struct cache_key key = {(int32_t)draw->face, draw->size_px, 0, 0, text, len};
	const struct cache_value *value = cache_find(texts->sheets, &key);

	if (value == NULL) {
		struct sheet *sheet = rasterise(texts, draw, text, len);

		if (sheet != NULL) {
			value = cache_put(texts->sheets, &key, (struct cache_value){.thing = sheet}, 4 * (size_t)size.w * (size_t)size.h);
		}
	}
	return value == NULL ? NULL : value->thing;
}

struct rect texts_bounds(struct texts *texts, const struct draw *draw, const char *text)
{
	struct cache_value size = measure(texts, draw->face, draw->size_px, text, strlen(text));

	return (struct rect){draw->box.x, draw->box.y + size.y, size.w, size.h};
}

void texts_paint(struct texts *texts, const struct draw *draw, const char *text)
{
	struct cache_value size = measure(texts, draw->face, draw->size_px, text, strlen(text));
	bool visible = size.w > 0 && (draw->fill & 0xFF) != 0;
	struct sheet *sheet = visible ? sheet_for(texts, draw, text, size) : NULL;

	if (sheet != NULL) {
		canvas_stamp(texts->canvas, sheet, (struct rect){0, 0, size.w, size.h}, draw->box.x, draw->box.y + size.y, draw->fill);
	}
}

int64_t texts_rasterised(const struct texts *texts)
{
	return texts->rasterised;
}
