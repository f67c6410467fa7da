/* PNG through libpng's simple door. */
#include "ui/picture.h"

#include <png.h>
#include <stdio.h>
#include <stdlib.h>

#include "ui/words.h"

/* The order in memory of the bytes of 0xAARRGGBB. */
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define WORDS PNG_FORMAT_BGRA
#else
#define WORDS PNG_FORMAT_ARGB
#endif

static png_image image_of(int32_t w, int32_t h)
{
	return (png_image){.version = PNG_IMAGE_VERSION, .width = (png_uint_32)w, .height = (png_uint_32)h, .format = WORDS};
}

bool picture_write(const char *path, const uint32_t *argb, int32_t w, int32_t h, char *why, size_t cap)
{
	png_image image = image_of(w, h);

	/* Flat colours and letters come out a third smaller without PNG's filters, and faster. */
	image.flags = PNG_IMAGE_FLAG_FAST;
	assert(w > 0 && h > 0 && w <= PICTURE_SIDE_MAX && h <= PICTURE_SIDE_MAX);
	if (png_image_write_to_file(&image, path, 0, argb, 0, NULL) == 0) {
		snprintf(why, cap, _("%s cannot be written: %s"), path, image.message);
		return false;
	}
	return true;
}

static bool fits(const png_image *image, size_t room)
{
	return image->width <= PICTURE_SIDE_MAX && image->height <= PICTURE_SIDE_MAX && (size_t)image->width * image->height <= room;
}

bool picture_read(const char *path, uint32_t *argb, size_t room, int32_t *w, int32_t *h, char *why, size_t cap)
{
	png_image image = image_of(0, 0);

	if (png_image_begin_read_from_file(&image, path) == 0) {
		snprintf(why, cap, _("%s cannot be read: %s"), path, image.message);
		return false;
	}
	if (!fits(&image, room)) {
		snprintf(why, cap, _("%s is too large: %u by %u pixels"), path, image.width, image.height);
		png_image_free(&image);
		return false;
	}
	image.format = WORDS;
	if (png_image_finish_read(&image, NULL, argb, 0, NULL) == 0) {
		snprintf(why, cap, _("%s cannot be read: %s"), path, image.message);
		return false;
	}
	*w = (int32_t)image.width;
	*h = (int32_t)image.height;
	return true;
}

static int32_t difference(uint32_t a, uint32_t b)
{
	int32_t largest = 0;

	for (int32_t shift = 0; shift < 32; shift += 8) {
		largest = max_i32(largest, abs((int32_t)(a >> shift & 0xFF) - (int32_t)(b >> shift & 0xFF)));
	}
	return largest;
}

struct picture_difference picture_compare(const uint32_t *a, const uint32_t *b, size_t pixels, int32_t tolerance)
{
	struct picture_difference found = {0};

	for (size_t i = 0; i < pixels; i++) {
		int32_t here = a[i] == b[i] ? 0 : difference(a[i], b[i]);

		found.pixels += here > tolerance;
		found.largest = max_i32(found.largest, here);
	}
	return found;
}
