/* Coverage from the signed distance between a pixel's middle and the edge: exact to well under 1/32 for radii over 2 pixels,
   and one square root for the few pixels that an edge runs through. */
#include "ui/render_mask.h"

#include <math.h>

/* A circle about the middle, with the squared radii between which a pixel is partly covered. */
struct circle {
	float radius, inside, outside;
};

/* Both edges of a pie: from the top, and at the hand. */
struct wedge {
	int32_t share;
	float hand_x, hand_y;
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

static struct wedge wedge_of(int32_t share)
{
	double angle = 6.283185307179586 * share / MASK_WHOLE;

	return (struct wedge){share, (float)sin(angle), (float)-cos(angle)};
}

/* Under half a turn the pie is what both edges' half planes share, above it what either holds. Where the edges are almost
   opposite each other their partial coverages add up; where they almost coincide, the nearer one decides. */
static float between(const struct wedge *wedge, float x, float y)
{
	float top = covered(x);
	float hand = covered(wedge->hand_y * x - wedge->hand_x * y);

	if (wedge->share < MASK_WHOLE / 4) {
		return fmaxf(0.0F, top + hand - 1.0F);
	}
	if (wedge->share <= MASK_WHOLE / 2) {
		return fminf(top, hand);
	}
	if (wedge->share < MASK_WHOLE / 4 * 3) {
		return fmaxf(top, hand);
	}
	return fminf(1.0F, top + hand);
}

void mask_paint(uint8_t *coverage, const struct mask *mask)
{
	float middle = (float)mask->diameter / 2.0F;
	struct circle outer = circle_of(middle);
	struct circle inner = circle_of(mask->line_px > 0 ? middle - (float)mask->line_px : 0.0F);
	struct wedge wedge = wedge_of(mask->share);

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
