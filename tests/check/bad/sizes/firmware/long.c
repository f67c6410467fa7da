/* A table may be long inside, but the file is too long, too. */
static const int table[] = {
~~repeat 80 	1,
};

int good(int a)
{
	return a ? a : table[0];
}

static int bad(int (*f)(int),
               int a)
{
~~repeat 69 	a = f(a);
}

__attribute__((unused)) static struct pair just_right(void)
{
~~repeat 68 	f(1);
}
~~repeat 300 /* filler */
