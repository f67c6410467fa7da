/* The shared answer on a small or upright panel: the statement with its keys, and on the next page what stands behind it. Large words
   take a page for the statement and one for the keys. */
#include "ui/screens/shared.h"

#include "ui/screens/step.h"

static bool cramped(const struct ui_theme *t)
{
	return t->compact && t->large;
}

/* Three beside one another on a low panel, two on a high one. */
static int32_t columns_of(const struct ui_theme *t)
{
	return t->portrait ? 2 : 2 + 1;
}

/* The least that the keys need across, so that no word on them is broken. */
static int32_t keys_width(struct ui *ui, const struct view_shared *shared)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t word = step_word_width(ui, STYLE_BUTTON, _("Grounds")), key = t->target_min;

	for (int32_t i = 0; i < ANSWERS; i++) {
		word = max_i32(word, step_word_width(ui, STYLE_STRONG, shared->scale[i]));
	}
	while (ui_choice_room(ui, key) < word) {
		key++;
	}
	return columns_of(t) * (key + t->gap) - t->gap;
}

static struct action turn(const char *label, int32_t by)
{
	return (struct action){label, command_of(CMD_PAGE, by, 0), false};
}

/* ---- the statement and its keys ---- */

/* Side by side on a low panel, under one another on a high one. Returns the room for the words; *keys is that of the keys. */
static struct rect item_parts(struct ui *ui, struct rect room, const struct view_shared *shared, struct rect *keys)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t columns = columns_of(t);
	struct rect words = room;

	if (t->portrait) {
		*keys = cut_bottom_gap(&words, shared_keys_height(ui, shared, room.w, columns, true), t->gap);
		return words;
	}
	*keys = cut_right_gap(&words, max_i32(keys_width(ui, shared), room.w / 2), t->space);
	*keys = cut_top(keys, max_i32(shared_keys_height(ui, shared, keys->w, columns, true), keys->h - t->snug));
	return words;
}

static void draw_item(struct ui *ui, struct rect room, const struct view_shared *shared)
{
	struct rect keys;
	struct rect words = item_parts(ui, room, shared, &keys);

	ui_stack(ui, words,
	         (struct part[]){{.style = STYLE_QUIET, .text = shared_where(ui, shared), .spare = true},
	                         {.style = STYLE_TITLE, .text = shared_question(ui, shared), .before = ui_theme(ui)->snug}},
	         2, (struct stack){.align = ALIGN_LEFT});
	shared_keys(ui, keys, shared, columns_of(ui_theme(ui)), true);
}

/* ---- what stands behind ---- */

static struct part grounds_part(struct ui *ui, const struct view_shared *shared)
{
	bool any = shared->grounds[0] != '\0';

	return (struct part){.style = STYLE_BODY, .text = shared_grounds(ui, shared), .ink = any ? INK_FULL : INK_QUIET};
}

static void draw_grounds(struct ui *ui, struct rect room, const struct view_shared *shared, int32_t page)
{
	const struct ui_theme *t = ui_theme(ui);
	struct part text = grounds_part(ui, shared);
	const struct part parts[] = {{.style = STYLE_LABEL, .text = _("Grounds"), .spare = true}, text};

	/* Over several pages the text stands alone, so that they can be counted. */
	ui_stack(ui, cut_inset(room, 0, t->line), page < 0 ? parts : &text, page < 0 ? (int32_t)ARRAY_LEN(parts) : 1,
	         (struct stack){.align = ALIGN_LEFT, .paged = page >= 0, .page = max_i32(page, 0)});
}

/* The secret answers and what is answered at a time; the grounds beside them where they fit. */
static struct rect behind_parts(struct ui *ui, struct rect room, const struct view_shared *shared, bool draw)
{
	const struct ui_theme *t = ui_theme(ui);

	if (shared->can_by_theme) {
		struct rect by = cut_bottom_gap(&room, shared_by_height(ui, room.w), t->gap);

		if (draw) {
			shared_by(ui, by, shared);
		}
	}
	if (shared->has_tally) {
		struct rect sums = t->portrait ? cut_bottom_gap(&room, room.h / 2, t->space) : cut_right_gap(&room, room.w / 2, t->space);

		if (draw) {
			shared_sums(ui, sums, shared);
		}
	}
	return room;
}

/* The secret answers alone, as large as there is room. */
static void draw_behind(struct ui *ui, struct rect room, const struct view_shared *shared)
{
	const struct ui_theme *t = ui_theme(ui);

	if (shared->can_by_theme) {
		shared_by(ui, cut_bottom_gap(&room, shared_by_height(ui, room.w), t->gap), shared);
	}
	if (shared->has_tally) {
		shared_sums(ui, room, shared);
	}
}

/* ---- the pages ---- */

/* Pages that a text takes in a room that it has to itself. */
static int32_t pages_of(const struct ui *ui, enum style style, struct rect room, const char *text)
{
	int32_t line = max_i32(1, ui_text_height_floor(ui, style, room.w, "x"));
	int32_t fit = max_i32(1, room.h / line);

	return max_i32(1, (ui_text_height_floor(ui, style, room.w, text) / line + fit - 1) / fit);
}

/* The pages of an item, in this order: words alone, the keys (and the words where there are none before), grounds alone, the rest. */
struct leaves {
	int32_t words, grounds;
};

static struct leaves leaves_of(struct ui *ui, const struct view_shared *shared, struct rect room)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect beside = behind_parts(ui, room, shared, false);
	int32_t text = ui_text_height_floor(ui, STYLE_BODY, beside.w, shared_grounds(ui, shared));
	bool fits = !cramped(t) && text + 2 * t->line <= beside.h;
	struct rect alone = cut_inset(room, 0, t->line), keys;
	struct rect words = item_parts(ui, room, shared, &keys);
	bool apart = cramped(t) || ui_text_height_floor(ui, STYLE_TITLE, words.w, shared_question(ui, shared)) > words.h || keys.h > room.h;

	return (struct leaves){.words = apart ? pages_of(ui, STYLE_TITLE, room, shared_question(ui, shared)) : 0,
	                       .grounds = fits ? 0 : pages_of(ui, STYLE_BODY, alone, shared_grounds(ui, shared))};
}

static void draw_leaf(struct ui *ui, struct rect room, const struct view_shared *shared, struct leaves leaves, int32_t page)
{
	int32_t after = page - leaves.words - 1;

	if (page < leaves.words) {
		ui_text_in(ui, room, STYLE_TITLE, INK_FULL, (struct stack){.align = ALIGN_LEFT, .paged = true, .page = page}, shared_question(ui, shared));
	} else if (page == leaves.words && leaves.words > 0) {
		int32_t columns = columns_of(ui_theme(ui));

		shared_keys(ui, cut_top(&room, shared_keys_height(ui, shared, room.w, columns, true)), shared, columns, true);
	} else if (page == leaves.words) {
		draw_item(ui, room, shared);
	} else if (after < leaves.grounds) {
		draw_grounds(ui, room, shared, after);
	} else if (leaves.grounds > 0) {
		draw_behind(ui, room, shared);
	} else {
		draw_grounds(ui, behind_parts(ui, room, shared, true), shared, -1);
	}
}

/* On to the next item from every page but the last, which leads on from the whole step. Large words leave the foot room for two. */
static struct foot foot_of(struct ui *ui, const struct view *view, int32_t page, bool last)
{
	struct action more = turn(C_("pages", "Next"), 1);
	struct foot foot = {.back = page == 0 ? shared_before(&view->shared) : turn(_("Back"), page - 1 - view->page)};

	if (cramped(ui_theme(ui))) {
		foot.more[0] = page == 0 ? step_next(ui, view) : (struct action){.label = NULL};
		foot.main = last ? shared_onward(ui, view) : more;
		return foot;
	}
	foot.more[0] = last ? (struct action){.label = NULL} : more;
	foot.main = last ? step_next(ui, view) : shared_onward(ui, view);
	return foot;
}

/* The room that a page has under the fullest foot that the pages have, before it is drawn. */
static struct rect room_under(struct ui *ui, const struct view *view, struct rect rest)
{
	struct action back = turn(_("Back"), -1), next = turn(C_("pages", "Next"), 1);
	struct foot foot = {.back = back, .more = {next}, .main = shared_onward(ui, view)};

	if (cramped(ui_theme(ui))) {
		foot.more[0] = step_next(ui, view);
		foot.main = next;
	} else {
		foot.quiet[0] = turn(_("Undo"), 0);
		foot.quiet[1] = turn(C_("a step's sheet", "More"), 0);
	}
	rest.h = max_i32(1, rest.h - chrome_foot_height(ui, &foot));
	return step_room(ui, rest);
}

void shared_narrow(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect rest = chrome_step_top(ui, view);
	struct rect room = room_under(ui, view, rest);
	struct leaves leaves = leaves_of(ui, &view->shared, room);
	bool behind = view->shared.has_tally || view->shared.can_by_theme;
	int32_t last = leaves.words + leaves.grounds + (leaves.grounds == 0 || behind ? 1 : 0);
	int32_t page = min_i32(view->page, last);
	struct foot foot = foot_of(ui, view, page, page == last);
	/* The meeting's own buttons stand on the last page, where others would crowd them out. */
	bool own = !cramped(t) || page == last;

	rest = own ? chrome_step_foot(ui, view, rest, &foot) : chrome_foot(ui, view, rest, &foot);
	room = step_room(ui, rest);
	draw_leaf(ui, room, &view->shared, leaves, page);
}
