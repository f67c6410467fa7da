/* The screen dims when nobody has touched it for a while. */
#include "firmware/app_doze.h"

static bool of_a_key(enum input_kind kind)
{
	return kind == INPUT_KEY_DOWN || kind == INPUT_KEY_UP || kind == INPUT_LETTER;
}

static bool of_a_finger(enum input_kind kind)
{
	return kind == INPUT_DOWN || kind == INPUT_MOVE || kind == INPUT_UP;
}

/* True while what comes is still the key that woke the screen: its repeats, its letter, its coming up. */
static bool still_waking(struct doze *doze, const struct input *in)
{
	bool same = doze->waking != KEY_NONE && (in->kind == INPUT_LETTER || in->key == doze->waking);

	if (!same || in->kind == INPUT_KEY_UP) {
		doze->waking = KEY_NONE;
	}
	return same;
}

bool doze_hears(struct doze *doze, const struct input *in, ms_t now)
{
	bool dim = doze->dim;

	if (!of_a_key(in->kind) && !of_a_finger(in->kind)) {
		return false;
	}
	doze->touched = now;
	doze->dim = false;
	if (!of_a_key(in->kind)) {
		return false;
	}
	if (dim) {
		doze->waking = in->kind == INPUT_KEY_DOWN ? in->key : KEY_NONE;
	}
	return dim || still_waking(doze, in);
}

void doze_pass(struct doze *doze, bool may, ms_t now)
{
	doze->dim = may && now - doze->touched >= DOZE_AFTER_MS;
}

ms_t doze_wake(const struct doze *doze, bool may)
{
	return may && !doze->dim ? doze->touched + DOZE_AFTER_MS : MS_NEVER;
}
