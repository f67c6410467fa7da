/* Pictures of the glass as PNG files, and how much two of them differ. Pixels are 0xAARRGGBB, row by row. */
#ifndef SAMSYN_PICTURE_H
#define SAMSYN_PICTURE_H

#include "firmware/base/base.h"

#define PICTURE_SIDE_MAX 8192

/* False with a reason in why[cap]. */
MUST_USE bool picture_write(const char *path, const uint32_t *argb, int32_t w, int32_t h, char *why, size_t cap);
/* Into argb[0..room). False with a reason in why[cap], also where there is no room for it. */
MUST_USE bool picture_read(const char *path, uint32_t *argb, size_t room, int32_t *w, int32_t *h, char *why, size_t cap);

struct picture_difference {
	int64_t pixels;    /* those where any channel differs by more than the tolerance */
	int32_t largest;   /* of any channel of any pixel, 0 to 255 */
};

/* Both have `pixels` pixels. */
struct picture_difference picture_compare(const uint32_t *a, const uint32_t *b, size_t pixels, int32_t tolerance);

#endif
