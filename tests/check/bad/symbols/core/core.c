#include <stdlib.h>
#include <string.h>
#include <time.h>
const char *const names[] = {"a", "b"};
static const int table[4] = {1, 2, 3, 4};
int helper(int a);
int counted(void)
{
	static int count;
	return ++count + table[count & 3];
}
long chance(void)
{
	return rand() + time(NULL);
}
size_t good(const char *text)
{
	return strlen(text) + (size_t)helper(1);
}
int global = 7;
