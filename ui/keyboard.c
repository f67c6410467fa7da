/* Which keys the on-screen keyboard has. */
#include "ui/keyboard.h"

/* The numbers that CMD_KEYS takes. A wide keyboard has letters on the first two alike, figures and signs on the others. */
enum { PAGE_LETTERS, PAGE_MORE_LETTERS, PAGE_FIGURES, PAGE_SIGNS, PAGE_COUNT };

static const struct keyboard_page wide_letters = {KEYBOARD_COLUMNS, {"qwertyuiopå", "asdfghjklöä", "zxcvbnm,.-?"}};
static const struct keyboard_page wide_signs = {KEYBOARD_COLUMNS, {"1234567890+", "!?.,:;'\"()/", "-–%&=@#*_§é"}};

static const struct keyboard_page narrow_pages[PAGE_COUNT] = {
	[PAGE_LETTERS] = {6, {"aåäbcd", "efghij", "klmnoö"}},
	[PAGE_MORE_LETTERS] = {6, {"pqrstu", "vwxyzé", ",.-?!:"}},
	[PAGE_FIGURES] = {6, {"123456", "7890+/", "()%&=\""}},
	[PAGE_SIGNS] = {6, {"'*@#_§", ";–!?.,", "()%&=\""}}
};

const struct keyboard_page *keyboard_page(bool narrow, int32_t page)
{
	assert(page >= 0 && page < PAGE_COUNT);
	return narrow ? &narrow_pages[page] : page < PAGE_FIGURES ? &wide_letters : &wide_signs;
}

int32_t keyboard_next(bool narrow, int32_t page, const char **face)
{
	static const struct { const char *face; int32_t next; } from[PAGE_COUNT] = {
		[PAGE_LETTERS] = {"p–z", PAGE_MORE_LETTERS}, [PAGE_MORE_LETTERS] = {"123", PAGE_FIGURES},
		[PAGE_FIGURES] = {"#*", PAGE_SIGNS}, [PAGE_SIGNS] = {"a–o", PAGE_LETTERS},
	};

	assert(page >= 0 && page < PAGE_COUNT);
	if (narrow) {
		*face = from[page].face;
		return from[page].next;
	}
	*face = page < PAGE_FIGURES ? "123" : "abc";
	return page < PAGE_FIGURES ? PAGE_FIGURES : PAGE_LETTERS;
}
