/* A moment of the school year: what it is about, what to do beforehand, its five headings, and the meetings that can be started. On a
   wide panel the words stand beside the meetings; on a narrow one they take turns. */
#include "ui/screens/flow.h"
#include "ui/screens/screens.h"

/* A title and its text for each heading; what it is about takes less. */
#define PARTS_MAX (2 * HEADING_COUNT)

/* What it is about, and then its headings: a stack each, so that neither must be set small for the other's sake. */
enum { ABOUT, HEADED, STACKS };

struct words_of {
	struct part part[PARTS_MAX];
	int32_t count, pages;
};

static const char *heading_word(enum heading heading)
{
	switch (heading) {
	case HEADING_SEE: return _("Watch");
	case HEADING_READ: return _("Read");
	case HEADING_REFLECT: return _("Reflect");
	case HEADING_DISCUSS: return _("Discuss");
	case HEADING_DOCUMENT: return _("Document");
	case HEADING_COUNT: break;
	}
	return "";
}

static void add(const struct ui *ui, struct words_of *words, const char *title, const char *text)
{
	if (text[0] != '\0') {
		words->part[words->count++] = (struct part){.style = STYLE_STRONG, .text = title, .before = 2 * ui_theme(ui)->snug};
		words->part[words->count++] = (struct part){.style = STYLE_BODY, .text = text};
	}
}

static void fill_words(struct ui *ui, const struct view_moment *moment, struct rect box, struct words_of words[STACKS])
{
	words[ABOUT] = words[HEADED] = (struct words_of){.count = 0};
	words[ABOUT].part[words[ABOUT].count++] = (struct part){.style = STYLE_BODY, .text = moment->description};
	add(ui, &words[ABOUT], _("The goal"), moment->goal);
	add(ui, &words[ABOUT], _("Beforehand"), moment->before);
	for (int32_t i = 0; i < HEADING_COUNT; i++) {
		add(ui, &words[HEADED], heading_word((enum heading)i), moment->headings[i]);
	}
	for (int32_t i = 0; i < STACKS; i++) {
		words[i].pages = words[i].count == 0 ? 0 : ui_stack_pages(ui, box, words[i].part, words[i].count);
	}
}

/* "20–120 min · har hållits i år". */
static const char *detail_of(struct ui *ui, const struct view_moment_agenda *agenda)
{
	const char *minutes = ui_say(ui, _("%d–%d min"), agenda->shortest_min, agenda->longest_min);

	return agenda->held ? ui_say(ui, _("%s · held this year"), minutes) : minutes;
}

/* Where the words and the meetings stand, and how many pages each takes. */
struct leaves {
	bool beside;
	struct rect words, meetings;
	struct words_of stack[STACKS];
	int32_t word_pages, meeting_pages;
	struct flow flow;
	struct flow_thing things[VIEW_AGENDAS_MAX];
};

static int32_t card_height(struct ui *ui, const struct view_moment *moment, int32_t width, int32_t most)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t room = width - 2 * t->pad - ui_text_width(ui, STYLE_STRONG, "›") - t->snug, height = t->control_small;

	for (int32_t i = 0; i < moment->count; i++) {
		const char *name = moment->agendas[i].name, *detail = detail_of(ui, &moment->agendas[i]);
		int32_t words = t->compact ? ui_text_height_floor(ui, STYLE_TITLE, room, name) + ui_text_height_floor(ui, STYLE_QUIET, room, detail)
		                           : ui_text_height(ui, STYLE_TITLE, room, name) + ui_text_height(ui, STYLE_QUIET, room, detail);

		height = max_i32(height, words + 2 * t->snug + t->snug);
	}
	return min_i32(height, most);
}

/* What the name of a task takes over its meetings. */
static int32_t head_height(struct ui *ui, const char *task, int32_t width)
{
	return ui_text_height_floor(ui, STYLE_LABEL, width, task) + ui_theme(ui)->snug;
}

static void place_meetings(struct ui *ui, const struct view_moment *moment, struct leaves *l)
{
	const struct ui_theme *t = ui_theme(ui);
	int32_t most = l->meetings.h;

	l->flow = (struct flow){.height = l->meetings.h, .columns = 1, .gap = t->gap, .space = t->space};
	for (int32_t i = 0; i < moment->count; i++) {
		most = min_i32(most, l->meetings.h - head_height(ui, moment->agendas[i].task_name, l->meetings.w));
	}
	for (int32_t i = 0; i < moment->count; i++) {
		l->things[i] = (struct flow_thing){.section = moment->agendas[i].task, .height = card_height(ui, moment, l->meetings.w, most),
		                                   .head = head_height(ui, moment->agendas[i].task_name, l->meetings.w)};
	}
	l->meeting_pages = moment->count == 0 ? 0 : flow_place(&l->flow, l->things, moment->count);
}

static struct leaves leaves_of(struct ui *ui, const struct view_moment *moment, struct rect page)
{
	const struct ui_theme *t = ui_theme(ui);
	struct leaves l = {.beside = !t->portrait && !t->compact && moment->count > 0, .words = page, .meetings = page};

	if (l.beside) {
		l.words = cut_column(page, 2, 0, t->space);
		l.meetings = cut_column(page, 2, 1, t->space);
	}
	fill_words(ui, moment, l.beside ? rect_inset(l.words, t->pad) : l.words, l.stack);
	l.word_pages = l.stack[ABOUT].pages + l.stack[HEADED].pages;
	place_meetings(ui, moment, &l);
	return l;
}

static int32_t pages_of(const struct leaves *l)
{
	return l->beside ? max_i32(l->word_pages, l->meeting_pages) : l->word_pages + l->meeting_pages;
}

/* Which page of the words, and which of the meetings, a page of the screen shows; -1 none. On a narrow panel the meetings come as soon
   as it has been said what the moment is about. */
static int32_t word_page(const struct leaves *l, int32_t page)
{
	int32_t about = l->stack[ABOUT].pages;

	if (l->beside) {
		return min_i32(page, l->word_pages - 1);
	}
	return page < about ? page : page < about + l->meeting_pages ? -1 : page - l->meeting_pages;
}

static int32_t meeting_page(const struct leaves *l, int32_t page)
{
	int32_t about = l->stack[ABOUT].pages;

	if (l->beside) {
		return min_i32(page, l->meeting_pages - 1);
	}
	return page >= about && page < about + l->meeting_pages ? page - about : -1;
}

static void draw_words(struct ui *ui, const struct leaves *l, int32_t page)
{
	bool headed = page >= l->stack[ABOUT].pages;
	const struct words_of *words = &l->stack[headed ? HEADED : ABOUT];

	ui_stack(ui, l->beside ? ui_card(ui, l->words, NULL) : l->words, words->part, words->count,
	         (struct stack){.align = ALIGN_LEFT, .paged = true, .page = page - (headed ? l->stack[ABOUT].pages : 0)});
}

static void draw_meetings(struct ui *ui, const struct view_moment *moment, const struct leaves *l, int32_t page)
{
	const struct ui_theme *t = ui_theme(ui);
	const char *names[VIEW_AGENDAS_MAX];
	int32_t room = l->meetings.w - 2 * t->pad - ui_text_width(ui, STYLE_STRONG, "›") - t->snug;

	for (int32_t i = 0; i < moment->count; i++) {
		names[i] = moment->agendas[i].name;
	}
	ui_one_size(ui, STYLE_TITLE, room, l->meetings.h, names, moment->count);
	for (int32_t i = 0; i < moment->count; i++) {
		if (l->things[i].run == 0 || l->things[i].page != page) {
			continue;
		}
		struct rect frame = flow_frame(&l->flow, l->meetings, &l->things[i]);
		struct rect head = cut_top(&frame, l->things[i].head);

		cut_bottom(&head, t->snug);
		ui_text_in(ui, head, STYLE_LABEL, INK_OF_STYLE, (struct stack){.align = ALIGN_LEFT}, moment->agendas[i].task_name);
		ui_group(ui, moment->agendas[i].task_name);
		for (int32_t j = i; j < i + l->things[i].run; j++) {
			const struct view_moment_agenda *agenda = &moment->agendas[j];

			ui_card_button(ui, cut_top_gap(&frame, l->things[j].height, l->flow.gap), agenda->name, detail_of(ui, agenda), "›",
			               command_of(CMD_GO, SCREEN_SETUP, agenda->index));
		}
		ui_group(ui, NULL);
	}
	ui_one_size_end(ui);
}

void screen_moment(struct ui *ui, const struct view *view)
{
	const struct view_moment *moment = &view->moment;
	struct foot foot = {.back = {.label = _("Back"), .command = command_of(CMD_GO, SCREEN_YEAR, 0)}};
	char weeks[WORDS_BYTES];

	words_weeks(weeks, sizeof weeks, moment->first_week, moment->last_week);
	struct rect rest = chrome_top(ui, view, &(struct top){.title = moment->name,
	                                                      .about = ui_say(ui, _("Moment %d of 7 · week %s"), moment->number, weeks),
	                                                      .about_short = ui_say(ui, _("week %s"), weeks)});
	struct rect page = cut_inset(rest, ui_theme(ui)->margin, 0);

	page.h = flow_room(ui, rest, &foot);
	struct leaves l = leaves_of(ui, moment, page);
	struct pages pages = ui_pages(view, pages_of(&l), 1);

	flow_turns(ui, pages, &foot);
	int32_t top = flow_page(ui, view, rest, &foot).y;

	l.words.y = l.meetings.y = top;
	if (word_page(&l, pages.page) >= 0) {
		draw_words(ui, &l, word_page(&l, pages.page));
	}
	if (meeting_page(&l, pages.page) >= 0) {
		draw_meetings(ui, moment, &l, meeting_page(&l, pages.page));
	}
}
