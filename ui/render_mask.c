/* Coverage from the signed distance between a pixel's middle and the edge: exact to well under 1/32 for radii over 2 pixels,
   and one square root for the few pixels that an edge runs through. */
#include "ui/render_mask.h"

#include <math.h>

/* A circle about the middle, with the squared radii between which a pixel is partly covered. */
struct circle {
	float radius, inside, outside;
};

/* A direction from the middle, one pixel long. */
struct hand {
	float x, y;
};

/* The part of the turn from one hand clockwise to the other. */
struct wedge {
	int32_t share;
	struct hand first, last;
};

static struct circle circle_of(float radius)
{
	float in = radius > 0.5F ? radius - 0.5F : 0.0F;
	float out = radius > 0.0F ? radius + 0.5F : 0.0F;

	return (struct circle){radius, in * in, out * out};
}

static float within(const struct circle *circle, float square)
{
	if (square <= circle->inside) {
		return circle->radius > 0.0F ? 1.0F : 0.0F;
	}
	return square >= circle->outside ? 0.0F : circle->radius + 0.5F - sqrtf(square);
}

static float covered(float distance)
{
	return distance <= -0.5F ? 0.0F : distance >= 0.5F ? 1.0F : distance + 0.5F;
}

/* Quarters are exact, so that edges along rows and columns are crisp: the sine of a rounded half turn is not zero. */
static struct hand hand_at(int32_t turn)
{
	static const struct hand quarters[4] = {{0.0F, -1.0F}, {1.0F, 0.0F}, {0.0F, 1.0F}, {-1.0F, 0.0F}};
	double angle = 6.283185307179586 * turn / MASK_WHOLE;

	if (turn % (MASK_WHOLE / 4) == 0) {
		return quarters[turn / (MASK_WHOLE / 4) % 4];
	}
	return (struct hand){(float)sin(angle), (float)-cos(angle)};
}

/* How far the point lies before the hand, looking clockwise. */
static float before(const struct hand *hand, float x, float y)
{
	return hand->y * x - hand->x * y;
}

/* Under half a turn the pie is what both edges' half planes share, above it what either holds. Where the edges are almost
   opposite each other their partial coverages add up; where they almost coincide, the nearer one decides. */
static float between(const struct wedge *wedge, float x, float y)
{
	float first = covered(-before(&wedge->first, x, y));
	float last = covered(before(&wedge->last, x, y));

	if (wedge->share < MASK_WHOLE / 4) {
		return fmaxf(0.0F, first + last - 1.0F);
	}
	if (wedge->share <= MASK_WHOLE / 2) {
		return fminf(first, last);
	}
	if (wedge->share < MASK_WHOLE / 4 * 3) {
		return fmaxf(first, last);
	}
	return fminf(1.0F, first + last);
}

void mask_paint(uint8_t *coverage, const struct mask *mask)
{
	float middle = (float)mask->diameter / 2.0F;
	struct circle outer = circle_of(middle);
	struct circle inner = circle_of(mask->line_px > 0 ? middle - (float)mask->line_px : 0.0F);
	struct wedge wedge = {mask->share, hand_at(mask->from), hand_at(mask->from + mask->share)};

	for (int32_t row = 0; row < mask->diameter; row++) {
		float y = (float)row + 0.5F - middle;

		for (int32_t column = 0; column < mask->diameter; column++) {
			float x = (float)column + 0.5F - middle;
			float part = within(&outer, x * x + y * y) - within(&inner, x * x + y * y);

			if (part > 0.0F && mask->share < MASK_WHOLE) {
				part *= between(&wedge, x, y);
			}
			*coverage++ = (uint8_t)(part * 255.0F + 0.5F);
		}
	}
}
