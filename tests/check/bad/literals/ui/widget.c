void widget(struct ui *ui)
{
	margin(ui, 17);
	text(ui, "Not now");
}
