/* The list of faults, and the rules of what can be touched. */
#include "tests/ui/rules.h"

#include <stdarg.h>
#include <stdio.h>

#include "firmware/base/str.h"

#define TARGET_UM 15000
#define KEY_UM 12500
#define GAP_UM 3000
#define KEY_PITCH_UM 13800

const char *rule_name(enum rule rule)
{
	static const char *const names[RULE_COUNT] = {
#define X(name, word) [RULE_##name] = word,
		RULES(X)
#undef X
	};

	return names[rule];
}

void breach_add(struct breaches *breaches, enum rule rule, const char *format, ...)
{
	struct breach *found = &breaches->found[breaches->count];
	va_list args;

	if (breaches->count >= BREACHES_MAX) {
		return;
	}
	breaches->count++;
	found->rule = rule;
	va_start(args, format);
	vsnprintf(found->about, sizeof found->about, format, args);
	va_end(args);
}

void rules_check(const struct frame *frame, const struct eye *eye, struct breaches *breaches)
{
	rules_of_texts(frame, eye, breaches);
	rules_of_targets(frame, eye, breaches);
	rules_of_words(frame, eye, breaches);
}

/* ---- things to touch ---- */

static bool has_letter(const char *text)
{
	uint32_t c;

	while ((c = str_next(&text)) != 0) {
		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0xC0) {
			/* Signs of arithmetic and arrows lie above the letters of Latin scripts. */
			if (c < 0x2000) {
				return true;
			}
		}
	}
	return false;
}

static void one_target(const struct frame *frame, const struct eye *eye, const struct target *target, struct breaches *breaches)
{
	const struct rect box = target->box;
	const int64_t um = eye->um_per_px;
	const int64_t least = target->role == ROLE_KEY ? KEY_UM : TARGET_UM;

	if (box.w <= 0 || box.h <= 0 || box.x < 0 || box.y < 0 || box.x + box.w > frame->list.width || box.y + box.h > frame->list.height) {
		breach_add(breaches, RULE_TARGET_OUTSIDE, "\"%s\" %d,%d,%d,%d on %dx%d", target->label, box.x, box.y, box.w, box.h,
		           frame->list.width, frame->list.height);
	}
	if (box.w * um < least || box.h * um < least) {
		breach_add(breaches, RULE_TARGET_SMALL, "\"%s\" is %.1f x %.1f mm (%d,%d,%d,%d)", target->label, (double)(box.w * um) / 1000.0,
		           (double)(box.h * um) / 1000.0, box.x, box.y, box.w, box.h);
	}
	if (target->label[0] == '\0' || (target->role != ROLE_KEY && target->group[0] == '\0' && !has_letter(target->label))) {
		breach_add(breaches, RULE_LABEL_EMPTY, "\"%s\" in \"%s\" %d,%d,%d,%d", target->label, target->group, box.x, box.y, box.w, box.h);
	}
}

/* Px between two boxes along one direction; below zero where they share some of it. */
static int64_t apart(int32_t a, int32_t a_size, int32_t b, int32_t b_size)
{
	return max_i32(b - (a + a_size), a - (b + b_size));
}

/* Keys side by side, or one under the other, are as far apart as their pitch gives: the smaller one and the gap. */
static bool keys_close(const struct eye *eye, const struct target *a, const struct target *b)
{
	const int64_t across = apart(a->box.x, a->box.w, b->box.x, b->box.w), down = apart(a->box.y, a->box.h, b->box.y, b->box.h);
	const int64_t pitch = across >= 0 ? across + min_i32(a->box.w, b->box.w) : down + min_i32(a->box.h, b->box.h);

	return (across < 0 || down < 0) && pitch * eye->um_per_px < KEY_PITCH_UM;
}

static bool close_together(const struct eye *eye, const struct target *a, const struct target *b)
{
	const int64_t across = apart(a->box.x, a->box.w, b->box.x, b->box.w) * eye->um_per_px;
	const int64_t down = apart(a->box.y, a->box.h, b->box.y, b->box.h) * eye->um_per_px;

	return (across < 0 ? 0 : across * across) + (down < 0 ? 0 : down * down) < (int64_t)GAP_UM * GAP_UM;
}

static void two_targets(const struct eye *eye, const struct target *a, const struct target *b, struct breaches *breaches)
{
	const bool keys = a->role == ROLE_KEY && b->role == ROLE_KEY;
	const int64_t across = apart(a->box.x, a->box.w, b->box.x, b->box.w) * eye->um_per_px;
	const int64_t down = apart(a->box.y, a->box.h, b->box.y, b->box.h) * eye->um_per_px;

	if (str_equal(a->label, b->label) && str_equal(a->group, b->group)) {
		breach_add(breaches, RULE_LABEL_TWICE, "\"%s\" in \"%s\"", a->label, a->group);
	}
	if (across < 0 && down < 0) {
		breach_add(breaches, RULE_TARGET_OVERLAP, "\"%s\" %d,%d,%d,%d and \"%s\" %d,%d,%d,%d", a->label, a->box.x, a->box.y, a->box.w,
		           a->box.h, b->label, b->box.x, b->box.y, b->box.w, b->box.h);
	} else if (keys ? keys_close(eye, a, b) : close_together(eye, a, b)) {
		breach_add(breaches, RULE_TARGET_CLOSE, "\"%s\" and \"%s\": %.2f mm", a->label, b->label,
		           (double)(across > down ? across : down) / 1000.0);
	}
}

void rules_of_targets(const struct frame *frame, const struct eye *eye, struct breaches *breaches)
{
	for (int32_t i = 0; i < frame->target_count; i++) {
		const struct target *a = &frame->targets[i];

		one_target(frame, eye, a, breaches);
		for (int32_t j = i + 1; j < frame->target_count && a->role != ROLE_AREA; j++) {
			if (frame->targets[j].role != ROLE_AREA) {
				two_targets(eye, a, &frame->targets[j], breaches);
			}
		}
	}
}
