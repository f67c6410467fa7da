/* What a script sees: the texts of the frame, and its targets by name. */
#include "firmware/player.h"

#include "firmware/base/str.h"

#include <string.h>

#define FOLDED_BYTES 4096

/* Small letters, without blanks: what a line break or a capital changes does not count. */
static void fold(const char *text, char *to, size_t cap)
{
	size_t len = strlen(to);
	uint32_t letter;

	while ((letter = str_next(&text)) != 0) {
		char bytes[4];
		size_t size;

		if (letter == ' ' || letter == '\n' || letter == '\t' || letter == 0xA0) {
			continue;
		}
		size = str_encode(str_small(letter), bytes);
		if (len + size + 1 > cap) {
			break;
		}
		memcpy(to + len, bytes, size);
		len += size;
		to[len] = '\0';
	}
}

/* True if `next` goes on where `line` stopped: same letters, right under it. */
static bool goes_on(const struct draw *line, const struct draw *next)
{
	int32_t down = next->box.y - line->box.y;

	return next->face == line->face && next->size_px == line->size_px && next->fill == line->fill && down > 0 &&
	       down < line->size_px * 2;
}

bool sight_has(const struct frame *frame, const char *text)
{
	const struct draw_list *list = &frame->list;
	const struct draw *last = NULL;
	char wanted[FOLDED_BYTES] = "";
	char seen[FOLDED_BYTES] = "";

	fold(text, wanted, sizeof wanted);
	for (int32_t i = 0; i < list->count; i++) {
		const struct draw *draw = &list->draws[i];

		if (draw->kind != DRAW_TEXT) {
			continue;
		}
		if (last == NULL || !goes_on(last, draw)) {
			seen[0] = '\0';
		}
		fold(draw_text_of(list, draw), seen, sizeof seen);
		if (strstr(seen, wanted) != NULL) {
			return true;
		}
		last = draw;
	}
	return false;
}

static const char *role_name(enum role role)
{
	static const char *const names[] = {
		[ROLE_BUTTON] = "button", [ROLE_HOLD] = "hold", [ROLE_KEY] = "key", [ROLE_AREA] = "area", [ROLE_CHOICE] = "choice",
	};

	return names[role];
}

static void print_target(const struct target *target, bool focus, FILE *out)
{
	fprintf(out, "target \"%s\" %s%s%s %d,%d,%d,%d", target->label, role_name(target->role), target->on ? " on" : "",
	        focus ? " focus" : "", target->box.x, target->box.y, target->box.w, target->box.h);
	if (target->group[0] != '\0') {
		fprintf(out, " in \"%s\"", target->group);
	}
	fputc('\n', out);
}

void sight_print(const struct frame *frame, FILE *out)
{
	for (int32_t i = 0; i < frame->target_count; i++) {
		print_target(&frame->targets[i], i == frame->focus, out);
	}
	for (int32_t i = 0; i < frame->list.count; i++) {
		const struct draw *draw = &frame->list.draws[i];

		if (draw->kind == DRAW_TEXT) {
			fprintf(out, "text \"%s\" %d,%d,%d,%d %d px\n", draw_text_of(&frame->list, draw), draw->box.x, draw->box.y, draw->box.w,
			        draw->box.h, draw->size_px);
		}
	}
}

static bool in_group(const struct target *target, const char *group)
{
	char wanted[FOLDED_BYTES] = "";
	char has[FOLDED_BYTES] = "";

	if (group == NULL) {
		return true;
	}
	fold(group, wanted, sizeof wanted);
	fold(target->group, has, sizeof has);
	return str_equal(wanted, has);
}

/* Counts the targets called so and keeps the first; `whole` asks for the whole name, else for its beginning. */
static int32_t count_called(const struct frame *frame, const char *label, const char *group, bool whole, const struct target **first)
{
	char wanted[FOLDED_BYTES] = "";
	int32_t count = 0;

	fold(label, wanted, sizeof wanted);
	for (int32_t i = 0; i < frame->target_count; i++) {
		const struct target *target = &frame->targets[i];
		char has[FOLDED_BYTES] = "";

		fold(target->label, has, sizeof has);
		if (target->role != ROLE_AREA && in_group(target, group) && (whole ? str_equal(has, wanted) : str_starts(has, wanted))) {
			*first = count == 0 ? target : *first;
			count++;
		}
	}
	return count;
}

const struct target *sight_target(const struct frame *frame, const char *label, const char *group, char *fault, size_t cap)
{
	const struct target *found = NULL;
	bool whole = true;
	int32_t count = count_called(frame, label, group, whole, &found);

	if (count == 0) {
		whole = false;
		count = count_called(frame, label, group, whole, &found);
	}
	if (count == 1) {
		return found;
	}
	snprintf(fault, cap, "expected one target \"%s\"%s%s%s, found %d", label, group != NULL ? " in \"" : "", group != NULL ? group : "",
	         group != NULL ? "\"" : "", count);
	return NULL;
}
