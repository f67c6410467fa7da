/* "What do we decide?": notes, each with a way to change it and to take it away; the same over the summary. */
#include "ui/screens/flow.h"
#include "ui/screens/screens.h"
#include "ui/screens/step.h"

static struct command add_command(const struct view *view)
{
	return command_of(CMD_EDIT, EDIT_NOTE, view->notes.count);
}

/* The last step of a meeting decides; the ones before it gather. */
static const char *label_of(const struct view *view)
{
	return view->step.next_kind < 0 ? _("What do we decide?") : _("Write down what you arrive at");
}

/* ---- one note ---- */

/* How notes stand: their buttons beside the words, or under them; in cards where there is room for that. */
struct card {
	bool under, cards;
	int32_t width;            /* of a note, card and all */
	int32_t change, away;     /* widths of the buttons */
};

static struct card card_of(struct ui *ui, int32_t width)
{
	const struct ui_theme *t = ui_theme(ui);
	struct card card = {.cards = !t->compact, .width = width};
	int32_t inside = width - (card.cards ? 2 * t->pad : 0);
	int32_t least = step_word_width(ui, STYLE_BUTTON, _("Change")) + 2 * 2 * t->snug;

	card.change = max_i32(t->compact ? max_i32(least, t->target_min) : ui_button_width(ui, _("Change")), t->target_min);
	card.away = t->compact ? max_i32(least, t->target_min + t->gap) : ui_button_width(ui, _("Remove"));
	card.under = t->portrait || card.change + card.away + 2 * t->gap > inside / 2;
	return card;
}

static int32_t words_width(const struct ui *ui, const struct card *card)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t inside = card->width - (card->cards ? 2 * t->pad : 0);

	return card->under ? inside : inside - card->change - card->away - 2 * t->gap;
}

/* What a note takes whose words are so high. */
static int32_t note_height(const struct ui *ui, const struct card *card, int32_t words)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t frame = card->cards ? 2 * t->pad : 0;

	return frame + (card->under ? words + t->snug + t->control_small : max_i32(words, t->control_small));
}

static void draw_buttons(struct ui *ui, struct rect box, const struct card *card, const struct view_note *note)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect change = card->under ? cut_column(box, 2, 0, t->gap) : cut_left_gap(&box, card->change, t->gap);
	struct rect away = card->under ? cut_column(box, 2, 1, t->gap) : box;

	/* Notes are told apart by what they say. */
	ui_group(ui, note->text);
	ui_button(ui, cut_middle_height(change, t->control_small), BUTTON_SECONDARY, _("Change"), command_of(CMD_EDIT, EDIT_NOTE, note->which));
	ui_button(ui, cut_middle_height(away, t->control_small), BUTTON_QUIET, _("Remove"), command_of(CMD_NOTE_REMOVE, 0, note->which));
	ui_group(ui, NULL);
}

/* `part`: which page of its words, where it has pages of its own. */
static void draw_note(struct ui *ui, struct rect box, const struct card *card, const struct view_note *note, int32_t part)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect words = card->cards ? ui_card(ui, box, NULL) : box;
	struct rect buttons = card->under ? cut_bottom_gap(&words, t->control_small, t->snug)
	                                  : cut_right_gap(&words, card->change + t->gap + card->away, t->gap);

	ui_text_in(ui, words, STYLE_BODY, INK_FULL, (struct stack){.align = ALIGN_LEFT, .middle = true, .paged = true, .page = part}, note->text);
	draw_buttons(ui, buttons, card, note);
}

/* ---- the list ---- */

/* A page: some notes, or a part of one that is longer than a page. */
struct leaf {
	int32_t first, count, part;
};

#define LEAVES_MAX (NOTES_MAX * 2 * ANSWERS)

struct leaves {
	int32_t count;
	struct leaf leaf[LEAVES_MAX];
};

static int32_t want_of(const struct ui *ui, const struct card *card, const char *text)
{
	return note_height(ui, card, ui_text_height(ui, STYLE_BODY, words_width(ui, card), text));
}

/* What all notes of a page would take that are as large as they want. */
static int32_t wanted(const struct ui *ui, const struct card *card, const struct view_notes *notes, const struct leaf *leaf)
{
	int32_t sum = 0;

	for (int32_t i = leaf->first; i < leaf->first + leaf->count; i++) {
		sum += want_of(ui, card, notes->notes[i].text) + ui_theme(ui)->gap;
	}
	return sum - ui_theme(ui)->gap;
}

/* What a note takes in a room of that height: as large as it wants, or down to its floor. */
static int32_t taken(const struct ui *ui, const struct card *card, const char *text, int32_t room)
{
	int32_t width = words_width(ui, card);
	int32_t want = want_of(ui, card, text);
	int32_t floor = note_height(ui, card, ui_text_height_floor(ui, STYLE_BODY, width, text));

	return ui_theme(ui)->compact || want > room ? floor : want;
}

/* Pages of words that a note takes which is longer than the room. */
static int32_t parts_of(const struct ui *ui, const struct card *card, const char *text, int32_t room)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t width = words_width(ui, card);
	int32_t line = max_i32(1, ui_text_height_floor(ui, STYLE_BODY, width, "x"));
	int32_t frame = (card->cards ? 2 * t->pad : 0) + (card->under ? t->snug + t->control_small : 0);
	int32_t fit = max_i32(1, (room - frame) / line);

	return (ui_text_height_floor(ui, STYLE_BODY, width, text) / line + fit - 1) / fit;
}

static void add_leaf(struct leaves *leaves, int32_t first, int32_t part)
{
	if (leaves->count < LEAVES_MAX) {
		leaves->leaf[leaves->count++] = (struct leaf){.first = first, .count = 1, .part = part};
	}
}

/* `head`: px of the first page that something else takes; 0 nothing. */
static void lay_out(const struct ui *ui, const struct card *card, const struct view_notes *notes, int32_t room, int32_t head,
                    struct leaves *leaves)
{
	int32_t gap = ui_theme(ui)->gap, used = head > 0 ? head : room;

	leaves->count = 0;
	if (head > 0) {
		leaves->leaf[leaves->count++] = (struct leaf){.count = 0};
	}
	for (int32_t i = 0; i < notes->count; i++) {
		const char *text = notes->notes[i].text;
		int32_t high = taken(ui, card, text, room);
		int32_t parts = high <= room ? 0 : parts_of(ui, card, text, room);

		for (int32_t part = 0; part < parts; part++) {
			add_leaf(leaves, i, part);
		}
		if (parts > 0) {
			used = room;
		} else if (used + gap + high <= room) {
			leaves->leaf[leaves->count - 1].count++;
			used += gap + high;
		} else {
			add_leaf(leaves, i, 0);
			used = high;
		}
	}
}

/* The place for a new note, and what may not stand in it. */
static void draw_add(struct ui *ui, const struct view *view, struct rect row)
{
	const struct ui_theme *t = ui_theme(ui);
	const char *add = _("+ New note"), *pupils = _("Write no pupils' names.");
	int32_t width = min_i32(row.w, ui_button_width(ui, add) + 2 * t->pad);
	bool beside = row.w - width - t->space >= step_line_width(ui, STYLE_QUIET, pupils);

	ui_button(ui, beside ? cut_left_gap(&row, width, t->space) : row, BUTTON_ADD, add, add_command(view));
	if (beside) {
		ui_line(ui, row, STYLE_QUIET, INK_OF_STYLE, ALIGN_LEFT, pupils);
	}
}

static void draw_leaf(struct ui *ui, struct rect box, int32_t room, const struct card *card, const struct view_notes *notes, struct leaf leaf)
{
	bool roomy = wanted(ui, card, notes, &leaf) <= box.h;

	for (int32_t i = leaf.first; i < leaf.first + leaf.count; i++) {
		const char *text = notes->notes[i].text;
		int32_t high = min_i32(box.h, roomy ? want_of(ui, card, text) : taken(ui, card, text, room));

		draw_note(ui, cut_top_gap(&box, high, ui_theme(ui)->gap), card, &notes->notes[i], leaf.part);
	}
}

/* The notes in pages; `head` px of the first are for a new one. */
static void draw_notes(struct ui *ui, const struct view *view, struct rect box, int32_t head)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_notes *notes = &view->notes;
	struct card card = card_of(ui, box.w);
	struct leaves leaves;

	if (notes->count == 0 && head == 0) {
		return;
	}
	lay_out(ui, &card, notes, box.h, head, &leaves);
	if (leaves.count > 1) {
		struct rect pager = cut_bottom_gap(&box, t->control_small, t->gap);

		lay_out(ui, &card, notes, box.h, head, &leaves);
		ui_pager(ui, pager, (struct pages){.page = min_i32(view->page, leaves.count - 1), .pages = leaves.count, .asked = view->page});
	}
	int32_t page = min_i32(view->page, leaves.count - 1);
	struct leaf leaf = leaves.leaf[page];
	int32_t room = box.h;

	if (page == 0 && head > 0) {
		draw_add(ui, view, cut_top_gap(&box, head, t->gap));
	}
	if (leaf.count == 0) {
		ui_stack(ui, box, &(struct part){.style = STYLE_TITLE, .text = view->step.prompt, .spare = true}, 1, (struct stack){.align = ALIGN_LEFT});
	}
	draw_leaf(ui, box, room, &card, notes, leaf);
}

/* A small panel at a step that nobody has written at yet: the question and the place for a note first, then the notes of earlier steps. */
static void draw_anew(struct ui *ui, const struct view *view, struct rect box)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct part question = {.style = STYLE_TITLE, .text = view->step.prompt};
	struct rect pager = cut_bottom_gap(&box, t->control_small, t->gap), words = box;
	struct rect add = cut_bottom_gap(&words, t->control, t->gap);
	struct card card = card_of(ui, box.w);
	struct leaves leaves;

	lay_out(ui, &card, &view->notes, box.h, 0, &leaves);
	int32_t before = ui_stack_pages(ui, words, &question, 1);
	struct pages pages = {.pages = before + leaves.count, .asked = view->page};

	pages.page = min_i32(view->page, pages.pages - 1);
	ui_pager(ui, pager, pages);
	if (pages.page < before) {
		ui_stack(ui, words, &question, 1, (struct stack){.align = ALIGN_LEFT, .paged = true, .page = pages.page});
		draw_add(ui, view, add);
	} else {
		draw_leaf(ui, box, box.h, &card, &view->notes, leaves.leaf[pages.page - before]);
	}
}

/* ---- the step ---- */

/* Nothing is written yet: the question, and where to begin. */
static void empty(struct ui *ui, const struct view *view, struct rect room)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect row = cut_bottom_gap(&room, t->control, t->space);
	struct rect under = step_question(ui, view, room, label_of(view), view->step.prompt);

	if (view->notes.can_add) {
		/* Near the words where they leave room, so that it is seen as what comes next. */
		row.y = !t->compact && under.h > t->space ? under.y + t->space : row.y;
		draw_add(ui, view, row);
	}
}

/* The question beside the notes. */
static void wide(struct ui *ui, const struct view *view, struct rect room)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect words = cut_column_by(room, (const int32_t[]){2, 2 + 1}, 2, 0, t->space + t->space);

	if (view->notes.can_add) {
		ui_button(ui, cut_bottom_gap(&words, t->control, t->space), BUTTON_ADD, _("+ New note"), add_command(view));
	}
	ui_stack(ui, words,
	         (struct part[]){{.style = STYLE_LABEL, .text = label_of(view), .spare = true},
	                         {.style = STYLE_HEADING, .text = view->step.prompt, .before = t->snug},
	                         {.style = STYLE_QUIET, .text = view->step.aside, .before = t->space, .spare = true}},
	         2 + 1, (struct stack){.align = ALIGN_LEFT});
	draw_notes(ui, view, cut_column_by(room, (const int32_t[]){2, 2 + 1}, 2, 1, t->space + t->space), 0);
}

void screen_note(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	bool any = view->notes.count > 0, small = t->compact || t->portrait;
	/* A small panel has the word of care beside the place for a new note, and the ways forward behind "More". */
	struct foot foot = {.hint = small ? NULL : _("Write no pupils' names."), .main = step_next(ui, view)};

	if (view->step.options && !small && !t->large) {
		foot.quiet[0] = (struct action){.label = _("Ways forward"), .command = command_of(CMD_SHEET, SHEET_OPTIONS, 0)};
	}
	struct rect room = step_with_foot(ui, view, &foot);

	if (!any) {
		empty(ui, view, room);
	} else if (small && view->step.note_count == 0 && view->notes.can_add) {
		draw_anew(ui, view, room);
	} else if (small) {
		draw_notes(ui, view, room, view->notes.can_add ? t->control : 0);
	} else {
		wide(ui, view, room);
	}
}

/* ---- over the summary ---- */

/* What may be done beside the notes. */
static void beside_notes(struct ui *ui, const struct view *view, struct rect words)
{
	const struct ui_theme *t = ui_theme(ui);

	if (view->notes.can_add) {
		ui_button(ui, cut_bottom_gap(&words, t->control, t->space), BUTTON_ADD, _("+ New note"), add_command(view));
	}
	ui_stack(ui, words,
	         (struct part[]){{.style = STYLE_HEADING, .text = _("What you wrote down")},
	                         {.style = STYLE_BODY, .ink = INK_QUIET, .text = _("Write no pupils' names."), .before = t->snug}},
	         2, (struct stack){.align = ALIGN_LEFT});
}

void screen_notes(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	struct foot foot = {.back = {.label = _("Back"), .command = command_of(CMD_SHEET, SHEET_NONE, 0)}};
	struct rect rest = chrome_top(ui, view, &(struct top){.title = _("Notes"), .about = view->summary.name});
	const int32_t shares[] = {2, 2 + 1};

	if (view->step.can_undo) {
		foot.quiet[0] = (struct action){.label = _("Undo"), .command = command_of(CMD_UNDO, 0, 0)};
	}
	struct rect room = flow_page(ui, view, rest, &foot);

	if (t->compact || t->portrait) {
		draw_notes(ui, view, room, view->notes.can_add ? t->control : 0);
	} else {
		beside_notes(ui, view, cut_column_by(room, shares, 2, 0, t->space + t->space));
		draw_notes(ui, view, cut_column_by(room, shares, 2, 1, t->space + t->space), 0);
	}
}
