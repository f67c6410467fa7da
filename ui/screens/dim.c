/* Nobody has touched the screen for a while: a dark room's clock, and nothing that glares. */
#include "ui/screens/screens.h"

#include "ui/widget.h"

void screen_dim(struct ui *ui, const struct view *view)
{
	const struct ui_theme *t = ui_theme(ui);
	const struct today *today = &view->today;
	char clock[WORDS_BYTES], date[WORDS_BYTES];
	struct rect box = cut_inset(ui_canvas(ui), t->margin, t->margin);
	const char *hint = _("Touch the screen to go on.");
	struct rect foot = cut_bottom_gap(&box, ui_text_height(ui, STYLE_QUIET, box.w, hint), t->gap);
	struct part parts[] = {{.style = STYLE_DISPLAY, .ink = INK_QUIET}, {.style = STYLE_BODY, .ink = INK_QUIET, .before = t->snug}};

	if (view->clock_believed) {
		parts[0].text = words_now(clock, sizeof clock, view->lang, today->wall);
		parts[1].text = words_date(date, sizeof date, view->lang, today->date);
	} else {
		parts[0].text = PRODUCT;
	}
	ui_stack(ui, box, parts, ARRAY_LEN(parts), (struct stack){.align = ALIGN_CENTRE, .middle = true, .balanced = true});
	ui_stack(ui, foot, (struct part[]){{.style = STYLE_QUIET, .ink = INK_QUIET, .text = hint}}, 1,
	         (struct stack){.align = ALIGN_CENTRE, .middle = true});
}
