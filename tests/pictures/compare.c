/* compare ACCEPTED DRAWN...: holds pictures that have just been drawn (files) against those of the same name in a folder that were
   accepted. One line for each that differs; exit code 1 if any does, 2 if one cannot be read. */
#include "ui/picture.h"

#include "firmware/base/str.h"

/* Drawn elsewhere, a channel may differ by this much (arithmetic of another processor), and a few pixels by more. */
#define TOLERANCE 2
#define PIXELS_MOST 12
#define ROOM (2048UL * 2048UL)
#define WHY_MAX 512

struct picture {
	uint32_t *argb;
	int32_t w, h;
};

static int32_t apart(uint32_t a, uint32_t b)
{
	int32_t most = 0;

	for (int32_t shift = 0; shift < 32; shift += 8) {
		int32_t by = (int32_t)(a >> shift & 0xFF) - (int32_t)(b >> shift & 0xFF);

		most = max_i32(most, by < 0 ? -by : by);
	}
	return most;
}

/* Where they differ: the smallest box round it. */
static void say_where(const struct picture *a, const struct picture *b)
{
	int32_t left = a->w, top = a->h, right = -1, bottom = -1;

	for (int32_t y = 0; y < a->h; y++) {
		for (int32_t x = 0; x < a->w; x++) {
			if (apart(a->argb[y * a->w + x], b->argb[y * a->w + x]) > TOLERANCE) {
				left = min_i32(left, x);
				right = max_i32(right, x);
				top = min_i32(top, y);
				bottom = y;
			}
		}
	}
	printf(" in the %d by %d pixels from %d,%d", (int)(right - left + 1), (int)(bottom - top + 1), (int)left, (int)top);
}

static bool open_picture(struct picture *picture, const char *path)
{
	char why[WHY_MAX] = "";

	if (!picture_read(path, picture->argb, ROOM, &picture->w, &picture->h, why, sizeof why)) {
		printf("%s\n", why);
		return false;
	}
	return true;
}

static int compare(struct picture *accepted, struct picture *drawn, const char *folder, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash != NULL ? slash + 1 : path;
	struct picture_difference difference;
	char other[1024];

	(void)snprintf(other, sizeof other, "%s/%s", folder, name);
	if (!open_picture(accepted, other) || !open_picture(drawn, path)) {
		return 2;
	}
	if (accepted->w != drawn->w || accepted->h != drawn->h) {
		printf("%s: %d by %d pixels, and %d by %d were accepted\n", name, (int)drawn->w, (int)drawn->h, (int)accepted->w,
		       (int)accepted->h);
		return 1;
	}
	difference = picture_compare(accepted->argb, drawn->argb, (size_t)drawn->w * (size_t)drawn->h, TOLERANCE);
	if (difference.pixels <= PIXELS_MOST) {
		return 0;
	}
	printf("%s: %lld pixels differ by up to %d", name, (long long)difference.pixels, (int)difference.largest);
	say_where(accepted, drawn);
	printf("\n");
	return 1;
}

int main(int argc, char *argv[])
{
	struct picture accepted = {.argb = calloc(ROOM, sizeof *accepted.argb)};
	struct picture drawn = {.argb = calloc(ROOM, sizeof *drawn.argb)};
	int code = argc < 3 ? 2 : 0;

	if (argc < 3) {
		fprintf(stderr, "compare: an accepted folder and one picture or more are needed\n");
	}
	for (int i = 2; i < argc && accepted.argb != NULL && drawn.argb != NULL; i++) {
		int one = compare(&accepted, &drawn, argv[1], argv[i]);

		code = one > code ? one : code;
	}
	free(accepted.argb);
	free(drawn.argb);
	return code;
}
