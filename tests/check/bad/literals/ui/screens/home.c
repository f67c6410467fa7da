#include "ui/screens/home.h"
#define WIDE 640
static const char *const id = "home";
static const char *const marked = N_("Start");
void home(struct ui *ui, const struct view *view)
{
	text(ui, _("Welcome, all of you"));
	text(ui, ngettext("%d is here", "%d are here", view->people));
	assert(view->people > 0 && "nobody here");
	text(ui, "Welcome");
	text(ui, "nobody is here");
	text(ui, format("%d", view->people));
	text(ui, "ingen är här");
	box(ui, 0, 1, 2, 0x1B1F27, RGB(0));
	box(ui, 17, 0, 0, 0, 0);
	text(ui, join(_("Yes"), "No"));
	image(ui, "icons/Round.png");
}
