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

/* What a script asks for: a target of that group (NULL any) with that whole label, or one that begins so. */
struct sought {
	const char *label, *group;
	bool whole;
};

static bool is_sought(const struct target *target, const struct sought *sought)
{
	char wanted[FOLDED_BYTES] = "";
	char has[FOLDED_BYTES] = "";

	fold(sought->label, wanted, sizeof wanted);
	fold(target->label, has, sizeof has);
	return target->role != ROLE_AREA && in_group(target, sought->group) && (sought->whole ? str_equal(has, wanted) : str_starts(has, wanted));
}

/* Counts them and keeps the first. */
static int32_t count_sought(const struct frame *frame, const struct sought *sought, const struct target **first)
{
	int32_t count = 0;

	for (int32_t i = 0; i < frame->target_count; i++) {
		if (is_sought(&frame->targets[i], sought)) {
			*first = count == 0 ? &frame->targets[i] : *first;
			count++;
		}
	}
	return count;
}

/* The targets called so, or else those that begin so. */
static int32_t count_called(const struct frame *frame, struct sought *sought, const struct target **first)
{
	int32_t count;

	sought->whole = true;
	count = count_sought(frame, sought, first);
	if (count == 0) {
		sought->whole = false;
		count = count_sought(frame, sought, first);
	}
	return count;
}

static void list_sought(const struct frame *frame, const struct sought *sought, char *fault, size_t cap)
{
	for (int32_t i = 0; i < frame->target_count; i++) {
		const struct target *target = &frame->targets[i];

		if (is_sought(target, sought)) {
			size_t len = strlen(fault);

			snprintf(fault + len, cap - len, "; \"%s\"%s%s%s", target->label, target->group[0] != '\0' ? " in \"" : "", target->group,
			         target->group[0] != '\0' ? "\"" : "");
		}
	}
}

int32_t sight_count(const struct frame *frame, const char *label, const char *group)
{
	struct sought sought = {.label = label, .group = group};

	return count_called(frame, &sought, &(const struct target *){NULL});
}

const struct target *sight_target(const struct frame *frame, const char *label, const char *group, char *fault, size_t cap)
{
	const struct target *found = NULL;
	struct sought sought = {.label = label, .group = group};
	int32_t count = count_called(frame, &sought, &found);

	if (count == 1) {
		return found;
	}
	snprintf(fault, cap, "expected one target \"%s\"%s%s%s, found %d", label, group != NULL ? " in \"" : "", group != NULL ? group : "",
	         group != NULL ? "\"" : "", count);
	list_sought(frame, &sought, fault, cap);
	return NULL;
}
