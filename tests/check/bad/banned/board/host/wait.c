void good_wait(void) { SDL_Delay(16); }
char *bad_word(char *text) { return strtok(text, " "); }
