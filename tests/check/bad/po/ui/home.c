void home(struct ui *ui, int people)
{
	text(ui, _("Yes"));
	text(ui, _("No"));
	text(ui, _("Perhaps"));
	text(ui, _("Later"));
	text(ui, ngettext("one person", "%d people", people));
	text(ui, _("Never"));
}
