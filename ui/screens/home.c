/* Home: what today is, one big way in, what was promised last time, and the rooms. Where a panel has no room for all of it at once, it
   has pages: what the machine has to say, today, the rooms, the promises. */
#include "ui/screens/home_cards.h"
#include "ui/screens/chrome.h"
#include "ui/screens/screens.h"

/* What stands on which page. */
struct leaves {
	const char *message;            /* NULL none */
	bool message_apart, rooms_apart, promises_apart;
	int32_t message_pages, main_pages, promise_pages;
	int32_t rooms;                  /* how many */
	int32_t message_height, rooms_height;
};

static struct rect draw_top(struct ui *ui, const struct view *view)
{
	const struct today *today = &view->today;
	char date[WORDS_BYTES], clock[WORDS_BYTES];
	struct action settings = {.label = _("Settings"), .command = command_of(CMD_GO, SCREEN_SETTINGS, 0)};
	struct action right = {.label = _("The date is right"), .command = command_of(CMD_DATE_RIGHT, 0, 0)};
	bool known = today->wall != WALL_UNKNOWN && !view->home.date_doubtful;
	const char *day = known ? words_date(date, sizeof date, view->lang, today->date) : NULL;
	const char *week = known ? ui_say(ui, _("week %d"), today->week.week) : NULL;

	if (known) {
		words_now(clock, sizeof clock, view->lang, today->wall);
	}
	return chrome_top(ui, view, &(struct top){
		.title = view->home.school, .about = view->home.team,
		.right = known ? ui_say(ui, "%s · %s", day, week) : NULL,
		.right_short = week,
		.clock = known ? ui_say(ui, "%s", clock) : NULL,
		.action = {view->home.date_settles ? right : settings}
	});
}

/* What the machine has to say to people: the data could not be opened, a pack has faults. */
static const char *message_of(const struct view *view)
{
	if (view->message != NULL && view->message[0] != '\0') {
		return view->message;
	}
	return view->unsaved ? _("Nothing is being saved.") : NULL;
}

/* The width of a message beside its mark. */
static int32_t message_width(const struct ui *ui, struct rect box)
{
	return box.w - (1 + 2) * ui_theme(ui)->mark;
}

static struct part message_part(const char *message)
{
	return (struct part){.style = STYLE_QUIET, .text = message};
}

static int32_t all_pages(const struct leaves *l)
{
	return l->message_pages + l->main_pages + (l->rooms_apart ? 1 : 0) + l->promise_pages;
}

/* What a page has left where a pager stands at its foot. */
static struct rect over_pager(const struct ui *ui, struct rect box)
{
	cut_bottom(&box, ui_theme(ui)->control_small + ui_theme(ui)->gap);
	return box;
}

/* What must stand apart: first the rooms go to a page of their own, then the message. */
static void set_apart(struct ui *ui, const struct view *view, struct rect box, struct leaves *l)
{
	const struct ui_theme *t = ui_theme(ui);
	bool doubtful = view->home.date_doubtful;
	int32_t main = doubtful ? home_date_least(ui) : home_today_least(ui, view, l->promises_apart ? box.w : box.w - box.w / (1 + 2));
	int32_t want = l->message == NULL ? 0 : ui_text_height(ui, STYLE_QUIET, message_width(ui, box), l->message);
	int32_t least = l->message == NULL ? 0 : ui_text_height_floor(ui, STYLE_QUIET, message_width(ui, box), l->message);
	int32_t paged = over_pager(ui, box).h;

	l->rooms_height = l->rooms == 0 ? 0 : home_rooms_height(ui, l->rooms) + t->space;
	l->message_height = l->message == NULL ? 0 : (want > box.h / (2 + 2) ? least : want) + t->snug;
	l->rooms_apart = l->rooms > 0 && ((doubtful && t->compact) || l->message_height + main + l->rooms_height > box.h);
	l->message_apart = l->message_height > 0 && l->message_height + main > (l->rooms_apart ? paged : box.h);
	if (l->message_apart) {
		struct part part = message_part(l->message);
		struct rect place = over_pager(ui, box);

		place.w = message_width(ui, box);
		l->message_pages = ui_stack_pages(ui, place, &part, 1);
		l->message_height = 0;
		l->rooms_apart = l->rooms > 0 && ((doubtful && t->compact) || main + l->rooms_height > paged);
	}
}

static struct leaves leaves_of(struct ui *ui, const struct view *view, struct rect box)
{
	const struct view_home *home = &view->home;
	struct leaves l = {.message = message_of(view), .main_pages = 1};
	struct home_room rooms[HOME_ROOMS_MAX];
	struct command any = command_of(CMD_PAGE, 1, 0);

	l.promises_apart = ui_theme(ui)->compact || home->date_doubtful ||
	                   (home->promise_count > 0 && home_promise_pages(ui, view, cut_right(&(struct rect){0, 0, box.w, box.h / 2}, box.w / (1 + 2))) > 1);
	if (home->promise_count > 0 && l.promises_apart) {
		l.promise_pages = home_promise_pages(ui, view, over_pager(ui, box));
	}
	l.rooms = home_rooms_of(ui, home, l.promise_pages > 0 ? &any : NULL, rooms);
	set_apart(ui, view, box, &l);
	if (home->date_doubtful) {
		struct rect place = l.rooms_apart || l.message_apart ? over_pager(ui, box) : box;

		cut_top(&place, l.message_height);
		cut_bottom(&place, l.rooms_apart ? 0 : l.rooms_height);
		l.main_pages = home_date_pages(ui, place);
		if (l.main_pages > 1) {
			place = over_pager(ui, box);
			cut_top(&place, l.message_height);
			l.main_pages = home_date_pages(ui, place);
			l.rooms_apart = l.rooms > 0;
		}
	}
	return l;
}

static void draw_message(struct ui *ui, struct rect box, const char *message, int32_t page)
{
	struct part part = message_part(message);

	ui_aside_page(ui, box, &part, 1, page);
}

static void draw_rooms(struct ui *ui, const struct view *view, struct rect box, const struct leaves *l)
{
	struct command promises = command_of(CMD_PAGE, all_pages(l) - l->promise_pages - view->page, 0);
	struct home_room rooms[HOME_ROOMS_MAX];
	int32_t count = home_rooms_of(ui, &view->home, l->promise_pages > 0 ? &promises : NULL, rooms);

	home_rooms(ui, box, rooms, count);
}

/* The page of today, with all that has room beside it. */
static void draw_main(struct ui *ui, const struct view *view, struct rect box, const struct leaves *l, int32_t page)
{
	const struct ui_theme *t = ui_theme(ui);

	if (l->message_height > 0) {
		draw_message(ui, cut_top(&box, l->message_height - t->snug), l->message, 0);
		cut_top(&box, t->snug);
	}
	if (l->rooms > 0 && !l->rooms_apart) {
		draw_rooms(ui, view, cut_bottom_gap(&box, l->rooms_height - t->space, t->space), l);
	}
	if (view->home.promise_count > 0 && !l->promises_apart) {
		home_promises(ui, view, cut_right_gap(&box, box.w / (1 + 2), t->space), 0);
	}
	if (view->home.date_doubtful) {
		home_date(ui, view, box, page);
	} else {
		home_today(ui, view, box);
	}
}

void screen_home(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	struct rect rest = cut_inset(draw_top(ui, view), t->margin, 0);
	struct leaves l;
	int32_t page;

	cut_bottom(&rest, t->compact ? t->gap : t->margin);
	l = leaves_of(ui, view, rest);
	page = min_i32(view->page, all_pages(&l) - 1);
	/* Where only the promises lie elsewhere, a room leads to them, and today needs no pager. */
	if (page > 0 || all_pages(&l) > 1 + l.promise_pages) {
		struct rect foot = cut_bottom_gap(&rest, t->control_small, t->gap);

		ui_pager(ui, foot, (struct pages){.page = page, .pages = all_pages(&l), .asked = view->page});
	}
	if (page < l.message_pages) {
		draw_message(ui, rest, l.message, page);
	} else if (page < l.message_pages + l.main_pages) {
		draw_main(ui, view, rest, &l, page - l.message_pages);
	} else if (page < all_pages(&l) - l.promise_pages) {
		draw_rooms(ui, view, cut_top(&rest, l.rooms_height - t->space), &l);
	} else {
		home_promises(ui, view, rest, page - (all_pages(&l) - l.promise_pages));
	}
}
