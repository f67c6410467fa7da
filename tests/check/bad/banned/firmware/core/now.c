/* strcpy and malloc in a comment are fine, and so is "time()" in a string. */
struct clock { long time, rand; };
long bad_copy(char *to, const char *from) { strcpy(to, from); return 0; }
long bad_now(void) { return time(0); }
long good_now(struct clock *clock) { return clock->time + clock->rand; }
int bad_chance(void) { return rand() % 6; }
void *bad_memory(void) { return malloc(12); }
void bad_wait(void) { SDL_Delay(16); usleep(5000); }
int bad_shell(void) { return system("date"); }
extern int hidden;
#ifdef __linux__
long (*bad_pointer)(void) = gettimeofday;
#endif
void *excused(void) { return realloc(0, 1); }
const char *good = "strtok";
void *core_create(void)
{
	return calloc(1, 1);
}
