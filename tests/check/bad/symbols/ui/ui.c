static char last[16];
char *ui(void)
{
	return last;
}
