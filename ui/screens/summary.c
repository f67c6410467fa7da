/* A meeting told afterwards: what was decided and agreed comes first, then the answers, then what was done. The same for the meeting
   that is about to end and for one in the archive. */
#include "ui/screens/summary.h"

#include <string.h>

#include "ui/screens/flow.h"
#include "ui/screens/screens.h"

enum section { SECTION_NOTES, SECTION_SHARED, SECTION_RESULTS, SECTION_STEPS };
/* A long text may take several pieces. */
enum { TELLINGS_MAX = (STATEMENTS_MAX + SHARED_MAX + NOTES_MAX + MEETING_STEPS_MAX) * (2 + 2) };

/* What stands together: it has columns of its own, and begins on a page of its own. */
struct chapter {
	struct flow flow;
	struct told_by by;
	int32_t first, count;      /* of the tellings */
	int32_t page;              /* its first one */
};

enum { CHAPTERS_MAX = 2 + 1 };

struct story {
	int32_t count, chapters, pages;
	struct chapter chapter[CHAPTERS_MAX];
	struct telling telling[TELLINGS_MAX];
	struct flow_thing thing[TELLINGS_MAX];
};

static enum section section_of(enum told kind)
{
	switch (kind) {
	case TOLD_NOTE: return SECTION_NOTES;
	case TOLD_SHARED:
	case TOLD_SHARED_TITLE:
	case TOLD_ANSWER:
	case TOLD_GROUNDS: return SECTION_SHARED;
	case TOLD_OPENLY:
	case TOLD_LEGEND:
	case TOLD_RESULT:
	case TOLD_RESULT_TITLE:
	case TOLD_BAR: return SECTION_RESULTS;
	case TOLD_STEP: break;
	}
	return SECTION_STEPS;
}

static const char *results_heading(struct ui *ui, const struct view_summary *summary)
{
	return summary->laid > 0 ? ui_say(ui, _("The answers · %d of %d"), summary->laid, summary->roll) : _("The answers");
}

static const char *heading_of(const struct told_by *by, enum section section)
{
	switch (section) {
	case SECTION_NOTES: return _("What you wrote down");
	case SECTION_SHARED: return _("What you agreed on");
	case SECTION_RESULTS: return by->results;
	case SECTION_STEPS: break;
	}
	return _("What you did");
}

/* ---- gathering ---- */

static bool framed(const struct ui *ui)
{
	return !ui_theme(ui)->compact;
}

static struct chapter *last_of(struct story *story)
{
	return &story->chapter[story->chapters - 1];
}

/* Large words on a small panel: the legend stands once, before the results, not over each page of them. */
static bool legend_apart(const struct ui *ui)
{
	return ui_theme(ui)->compact && ui_theme(ui)->large;
}

/* The px that the legend takes over results; a bar that stands apart from its text has it on the page before. */
static int32_t legend_of(const struct ui *ui, const struct told_by *by, enum told kind)
{
	bool bars = kind == TOLD_RESULT || kind == TOLD_RESULT_TITLE;

	return bars && !legend_apart(ui) ? summary_legend_height(ui, by) + ui_theme(ui)->space : 0;
}

static int32_t heading_height(const struct ui *ui, const struct told_by *by, enum section section)
{
	return ui_text_height(ui, STYLE_LABEL, by->width, heading_of(by, section)) + ui_theme(ui)->snug;
}

/* What stands over the things of a frame that begins with one of that kind. */
static int32_t head_of(const struct ui *ui, const struct told_by *by, enum told kind)
{
	return heading_height(ui, by, section_of(kind)) + legend_of(ui, by, kind);
}

/* The px that a thing of that kind has at the most. */
static int32_t room_for(const struct ui *ui, const struct chapter *chapter, enum told kind)
{
	return chapter->flow.height - chapter->flow.frame - head_of(ui, &chapter->by, kind);
}

static void tell(struct ui *ui, struct story *story, struct telling telling)
{
	struct chapter *chapter = last_of(story);

	if (story->count == TELLINGS_MAX) {
		return;
	}
	story->telling[story->count] = telling;
	story->thing[story->count++] = (struct flow_thing){
		.section = (int32_t)section_of(telling.kind), .head = head_of(ui, &chapter->by, telling.kind),
		.height = min_i32(summary_height(ui, &chapter->by, &telling), room_for(ui, chapter, telling.kind))
	};
	chapter->count++;
}

/* A text in as many pieces as pages take. */
static void tell_text(struct ui *ui, struct story *story, const struct view_line *line, enum told kind, bool goes_on)
{
	const struct chapter *chapter = last_of(story);
	struct telling piece = {.kind = kind, .line = line, .goes_on = goes_on};
	const char *text = summary_text(&piece);

	while (text[piece.from] != '\0') {
		piece.len = summary_piece(ui, &chapter->by, &piece, room_for(ui, chapter, kind));
		tell(ui, story, piece);
		piece.from += piece.len;
		piece.from += text[piece.from] == ' ' ? 1 : 0;
		piece.goes_on = true;
	}
}

static bool fits_a_page(struct ui *ui, const struct story *story, const struct telling *telling)
{
	const struct chapter *chapter = &story->chapter[story->chapters - 1];

	return summary_height(ui, &chapter->by, telling) <= room_for(ui, chapter, telling->kind);
}

static void tell_shared(struct ui *ui, struct story *story, const struct view_line *line)
{
	struct telling whole = {.kind = TOLD_SHARED, .line = line, .len = (int32_t)strlen(line->text)};

	if (fits_a_page(ui, story, &whole)) {
		tell(ui, story, whole);
		return;
	}
	tell_text(ui, story, line, TOLD_SHARED_TITLE, false);
	if (line->answer[0] != '\0') {
		tell(ui, story, (struct telling){.kind = TOLD_ANSWER, .line = line, .goes_on = true});
	}
	tell_text(ui, story, line, TOLD_GROUNDS, true);
}

static void tell_result(struct ui *ui, struct story *story, const struct view_line *line)
{
	struct telling whole = {.kind = TOLD_RESULT, .line = line};

	if (fits_a_page(ui, story, &whole)) {
		tell(ui, story, whole);
		return;
	}
	tell_text(ui, story, line, TOLD_RESULT_TITLE, false);
	tell(ui, story, (struct telling){.kind = TOLD_BAR, .line = line, .goes_on = true});
}

static bool has_results(const struct view_summary *summary)
{
	for (int32_t i = 0; i < summary->line_count; i++) {
		if (summary->lines[i].kind == LINE_RESULT) {
			return true;
		}
	}
	return false;
}

static void tell_lines(struct ui *ui, struct story *story, enum view_line_kind kind)
{
	const struct view_summary *summary = last_of(story)->by.summary;

	if (kind == LINE_RESULT && legend_apart(ui) && has_results(summary)) {
		tell(ui, story, (struct telling){.kind = TOLD_LEGEND});
	}
	for (int32_t i = 0; i < summary->line_count; i++) {
		const struct view_line *line = &summary->lines[i];

		if (line->kind == kind) {
			switch (kind) {
			case LINE_NOTE: tell_text(ui, story, line, TOLD_NOTE, false); break;
			case LINE_SHARED: tell_shared(ui, story, line); break;
			case LINE_RESULT: tell_result(ui, story, line); break;
			case LINE_STEP: tell(ui, story, (struct telling){.kind = TOLD_STEP, .line = line}); break;
			}
		}
	}
}

static void begin_chapter(struct ui *ui, const struct view *view, struct rect page, int32_t columns, struct story *story)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_summary *summary = &view->summary;
	int32_t pads = framed(ui) ? 2 * t->pad : 0;
	struct chapter chapter = {.first = story->count};

	chapter.by = (struct told_by){.summary = summary, .results = results_heading(ui, summary),
	                              .width = cut_column(page, columns, 0, t->space).w - pads,
	                              .shape = t->portrait ? RESULT_UPRIGHT : t->compact ? RESULT_BAR_UNDER : RESULT_ON_A_LINE};
	for (int32_t i = 0; i < summary->line_count; i++) {
		if (summary->lines[i].kind == LINE_RESULT) {
			ui_diverging_widen(&chapter.by.span, &summary->lines[i].tally);
		}
	}
	chapter.flow = (struct flow){.height = page.h, .columns = columns, .gap = 2 * t->snug, .space = t->space, .frame = pads};
	story->chapter[story->chapters++] = chapter;
}

/* Where everything found room in the first column, what was agreed stands beside what was written, not under it. */
static void use_second_column(struct flow_thing *things, int32_t count)
{
	for (int32_t i = 1; i < count; i++) {
		if (things[i].page > 0 || things[i].column > 0) {
			return;
		}
	}
	int32_t second = 1;

	while (second < count && things[second].section == things[0].section) {
		second++;
	}
	for (int32_t i = count - 1; i >= second; i--) {
		things[i].column = 1;
		things[i].top -= things[second].top;
	}
}

static void end_chapter(struct story *story)
{
	struct chapter *chapter = last_of(story);

	chapter->page = story->pages;
	if (chapter->count == 0) {
		story->chapters--;
	} else {
		story->pages += flow_place(&chapter->flow, &story->thing[chapter->first], chapter->count);
		if (chapter->flow.columns > 1) {
			use_second_column(&story->thing[chapter->first], chapter->count);
		}
	}
}

/* On a wide panel words stand in two columns, but results over the whole width. */
static void lay(struct ui *ui, const struct view *view, struct rect page, struct story *story)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t columns = t->portrait || t->compact ? 1 : 2;
	bool apart = columns > 1 && has_results(&view->summary);

	story->count = story->chapters = story->pages = 0;
	begin_chapter(ui, view, page, columns, story);
	tell_lines(ui, story, LINE_NOTE);
	tell_lines(ui, story, LINE_SHARED);
	if (apart) {
		end_chapter(story);
		begin_chapter(ui, view, page, 1, story);
	}
	tell_lines(ui, story, LINE_RESULT);
	if (apart) {
		end_chapter(story);
		begin_chapter(ui, view, page, columns, story);
	}
	if (view->summary.open_way) {
		tell(ui, story, (struct telling){.kind = TOLD_OPENLY});
	}
	tell_lines(ui, story, LINE_STEP);
	end_chapter(story);
	story->pages = max_i32(1, story->pages);
}

/* ---- drawing ---- */

static void draw_head(struct ui *ui, struct rect box, const struct chapter *chapter, const struct telling *telling)
{
	enum section section = section_of(telling->kind);
	struct rect heading = cut_top(&box, heading_height(ui, &chapter->by, section));

	/* A heading takes no more than half of what it is given. */
	heading.h *= 2;
	ui_labelled(ui, &heading, heading_of(&chapter->by, section));
	if (legend_of(ui, &chapter->by, telling->kind) > 0) {
		cut_bottom(&box, ui_theme(ui)->space);
		summary_legend(ui, box, &chapter->by);
	}
}

static void draw_frame(struct ui *ui, struct rect page, const struct story *story, const struct chapter *chapter, int32_t first)
{
	const struct flow_thing *thing = &story->thing[first];
	struct rect inner = flow_frame(&chapter->flow, page, thing);

	inner = framed(ui) ? ui_card(ui, inner, NULL) : inner;
	draw_head(ui, cut_top(&inner, thing->head), chapter, &story->telling[first]);
	for (int32_t i = first; i < first + thing->run; i++) {
		const struct telling *telling = &story->telling[i];

		if (i > first) {
			struct rect gap = cut_top(&inner, chapter->flow.gap);

			if (!telling->goes_on && telling->kind != TOLD_STEP) {
				ui_divider(ui, gap);
			}
		}
		summary_line(ui, cut_top(&inner, story->thing[i].height), &chapter->by, telling);
	}
	ui_group(ui, NULL);
}

static void draw_story(struct ui *ui, struct rect page, const struct story *story, int32_t shown)
{
	for (int32_t c = 0; c < story->chapters; c++) {
		const struct chapter *chapter = &story->chapter[c];

		for (int32_t i = chapter->first; i < chapter->first + chapter->count; i++) {
			if (story->thing[i].run > 0 && chapter->page + story->thing[i].page == shown) {
				draw_frame(ui, page, story, chapter, i);
			}
		}
	}
}

/* What takes the place of a story: a few words. */
static void draw_words(struct ui *ui, struct rect page, const char *title, const char *text)
{
	const struct ui_theme *t = ui_theme(ui);

	ui_stack(ui, cut_inset(page, t->compact ? 0 : page.w / (2 * 2 * 2), 0),
	         (struct part[]){{.style = STYLE_HEADING, .text = title}, {.style = STYLE_BODY, .text = text, .before = t->space}}, 2,
	         (struct stack){.align = ALIGN_CENTRE, .middle = true, .balanced = true});
}

/* ---- the bars ---- */

/* "8 people · 58 min". */
static const char *how_many(struct ui *ui, const struct view_summary *summary)
{
	const char *people = ui_say(ui, ngettext("%d person", "%d people", (unsigned long)summary->people), summary->people);

	return summary->minutes > 0 ? ui_say(ui, "%s · %s", people, ui_say(ui, _("%d min"), summary->minutes)) : people;
}

static const char *when(struct ui *ui, const struct view *view)
{
	char date[WORDS_BYTES];

	if (view->summary.wall == 0) {
		return _("no date");
	}
	return ui_say(ui, "%s", words_date_year(date, sizeof date, view->lang, wall_date(view->summary.wall)));
}

static struct rect draw_top(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct view_summary *summary = &view->summary;
	bool cramped = t->compact && t->large;
	const char *many = how_many(ui, summary);
	struct top top = {.title = _("Summary"), .about = ui_say(ui, "%s · %s", summary->name, many), .about_short = many};

	if (summary->ended) {
		/* The date is short enough for any panel. */
		top.title = cramped ? when(ui, view) : summary->name[0] != '\0' ? summary->name : _("A meeting");
		top.about = cramped ? "" : when(ui, view);
		top.about_short = top.about;
		top.right = many;
		top.right_short = "";
	} else if (view->notes.count > 0) {
		top.action[0] = (struct action){.label = _("Notes"), .command = command_of(CMD_SHEET, SHEET_NOTES, 0)};
	} else if (view->notes.can_add) {
		top.action[0] = (struct action){.label = cramped ? C_("short", "Write a note") : _("Write a note"), .command = command_of(CMD_EDIT, EDIT_NOTE, 0)};
	}
	return chrome_top(ui, view, &top);
}

/* Which page of the story a foot stands under. */
struct place {
	bool first, last;
};

/* What a small panel has no room for stands on the first page and the last, or not at all. */
static struct foot foot_of(const struct ui *ui, const struct view *view, struct place place)
{
	const struct ui_theme *t = ui_theme(ui);
	bool cramped = t->compact && t->large;
	struct foot foot = {.hint = NULL};

	if (view->screen == SCREEN_RECORD) {
		foot.back = (struct action){.label = _("Back"), .command = command_of(CMD_GO, SCREEN_ARCHIVE, 0)};
		return foot;
	}
	if (place.first || place.last || !cramped) {
		foot.main = (struct action){.label = _("End the meeting"), .command = command_of(CMD_END, 0, 0), .hold = true};
	}
	if (view->step.can_undo && (place.first || !t->compact)) {
		foot.quiet[0] = (struct action){.label = _("Undo"), .command = command_of(CMD_UNDO, 0, 0)};
	}
	if (!t->compact || (place.first && !cramped)) {
		foot.hint = _("Hold to end");
	}
	return foot;
}

/* The height that every page of the story has, whatever its foot. */
static int32_t page_height(struct ui *ui, const struct view *view, struct rect rest)
{
	struct foot first = foot_of(ui, view, (struct place){.first = true});
	struct foot between = foot_of(ui, view, (struct place){.first = false});
	struct foot last = foot_of(ui, view, (struct place){.last = true});

	flow_turns(ui, (struct pages){.pages = 2}, &first);
	flow_turns(ui, (struct pages){.page = 1, .pages = 2}, &last);
	return min_i32(min_i32(flow_over(ui, rest, &first), flow_over(ui, rest, &last)), flow_room(ui, rest, &between));
}

/* A small panel has smaller words, so that more of the story stands together. */
static void begin_sizes(struct ui *ui)
{
	const enum style styles[] = {STYLE_BODY, STYLE_STRONG, STYLE_QUIET};
	const char *sample = "0";

	for (size_t i = 0; i < ARRAY_LEN(styles); i++) {
		int32_t wanted = ui_line_height(ui, styles[i]), floor = ui_text_height_floor(ui, styles[i], ui_canvas(ui).w, sample);

		ui_one_size(ui, styles[i], ui_canvas(ui).w, ui_theme(ui)->compact ? (wanted + floor) / 2 : wanted, &sample, 1);
	}
}

static void end_sizes(struct ui *ui)
{
	ui_one_size_end(ui);
	ui_one_size_end(ui);
	ui_one_size_end(ui);
}

static void story_screen(struct ui *ui, const struct view *view)
{
	struct rect rest = draw_top(ui, view);
	struct rect page = cut_inset(rest, ui_theme(ui)->margin, 0);
	struct story story;

	page.h = page_height(ui, view, rest);
	begin_sizes(ui);
	lay(ui, view, page, &story);
	end_sizes(ui);
	int32_t shown = min_i32(view->page, story.pages - 1);

	struct foot foot = foot_of(ui, view, (struct place){.first = shown == 0, .last = shown + 1 == story.pages});

	flow_turns(ui, (struct pages){.page = shown, .pages = story.pages, .asked = view->page}, &foot);
	page.y = flow_page(ui, view, rest, &foot).y;
	begin_sizes(ui);
	draw_story(ui, page, &story, shown);
	end_sizes(ui);
}

void screen_summary(struct ui *ui, const struct view *view)
{
	struct foot foot = foot_of(ui, view, (struct place){.first = true, .last = true});

	if (view->summary.name == NULL) {
		struct rect rest = chrome_top(ui, view, &(struct top){.title = _("A meeting")});

		draw_words(ui, flow_page(ui, view, rest, &foot), _("This meeting cannot be shown"), _("It is no longer among those that are kept."));
	} else if (view->summary.cases) {
		struct rect rest = draw_top(ui, view);

		draw_words(ui, flow_page(ui, view, rest, &foot), _("The meeting was held"),
		           _("It was about pupils. Nothing else about it is stored."));
	} else {
		story_screen(ui, view);
	}
}
