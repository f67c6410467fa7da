/* What the command line asks for. */
#include "firmware/options.h"

#include "firmware/base/str.h"

#include <stdlib.h>

/* Pixels of a window's side. */
#define WINDOW_LEAST 320
#define WINDOW_MOST 7680

const char *const options_help =
	"samsyn [--window WxH] [--data DIR] [--packs DIR] [--lang sv|en] [--turn 0|90|180|270]\n"
	"       [--width-mm N] [--dark] [--large-text]        the kiosk, on the whole screen without --window\n"
	"samsyn play SCRIPT [--shots DIR] [--data DIR] [--packs DIR]\n"
	"                                                     plays a script of what people do, without a display\n"
	"samsyn check PATH...                                 finds every fault in packs\n"
	"samsyn import FILE --out PACK [--name NAME] [--lang sv|en] [--packs DIR] [--force]\n"
	"                                                     makes a pack out of a text, Markdown or .docx\n"
	"samsyn list statements [--audience NAME] [--area ID] [--lang sv|en] [--packs DIR]\n"
	"samsyn list forms|agendas [--lang sv|en] [--packs DIR]\n"
	"                                                     what the packs hold, as tab-separated rows\n"
	"samsyn verify [--data DIR]                           looks a data folder through\n"
	"samsyn --version | --help\n";

struct reader {
	struct options *options;
	int at, argc;
	char **argv;
	char *why;
	size_t cap;
};

static bool wrong(const struct reader *r, const char *what, const char *about)
{
	snprintf(r->why, r->cap, "samsyn: %s%s%s (see samsyn --help)", what, about[0] != '\0' ? ": " : "", about);
	return false;
}

static bool take_value(struct reader *r, const char **value)
{
	if (r->at + 1 >= r->argc) {
		return wrong(r, "a value is missing after", r->argv[r->at]);
	}
	*value = r->argv[++r->at];
	return true;
}

static bool whole_number(const char *text, int32_t least, int32_t most, int32_t *number)
{
	char *end;
	long value = strtol(text, &end, 10);

	if (end == text || *end != '\0' || value < least || value > most) {
		return false;
	}
	*number = (int32_t)value;
	return true;
}

/* Digits and nothing else, up to one that ends the number. */
static const char *whole_pixels(const char *text, char ends, int32_t *pixels)
{
	int32_t value = 0;

	for (; *text >= '0' && *text <= '9' && value <= WINDOW_MOST; text++) {
		value = value * 10 + (*text - '0');
	}
	*pixels = value;
	return *text == ends && value >= WINDOW_LEAST && value <= WINDOW_MOST ? text + 1 : NULL;
}

static bool take_window(struct reader *r)
{
	const char *value;
	const char *height;

	if (!take_value(r, &value)) {
		return false;
	}
	height = whole_pixels(value, 'x', &r->options->width);
	if (height == NULL || whole_pixels(height, '\0', &r->options->height) == NULL) {
		return wrong(r, "--window takes WxH such as 1280x720, 320 to 7680 each, not", value);
	}
	return true;
}

static bool take_lang(struct reader *r)
{
	const char *value;

	if (!take_value(r, &value)) {
		return false;
	}
	if (!str_equal(value, "sv") && !str_equal(value, "en")) {
		return wrong(r, "--lang takes sv or en, not", value);
	}
	r->options->lang = str_equal(value, "en") ? 1 : 0;
	return true;
}

static bool take_turn(struct reader *r)
{
	const char *value;

	if (!take_value(r, &value)) {
		return false;
	}
	if (!whole_number(value, 0, 270, &r->options->turn) || r->options->turn % 90 != 0) {
		return wrong(r, "--turn takes 0, 90, 180 or 270, not", value);
	}
	return true;
}

static bool take_width(struct reader *r)
{
	const char *value;

	if (!take_value(r, &value)) {
		return false;
	}
	return whole_number(value, 50, 3000, &r->options->width_mm) || wrong(r, "--width-mm takes 50 to 3000, not", value);
}

static bool take_pack(struct reader *r)
{
	const char *value;

	if (!take_value(r, &value)) {
		return false;
	}
	if (r->options->pack_count >= OPTION_PACKS_MAX) {
		return wrong(r, "too many --packs", value);
	}
	r->options->packs[r->options->pack_count++] = value;
	return true;
}

static bool flag(struct reader *r, bool *on)
{
	(void)r;
	*on = true;
	return true;
}

static bool kiosk_option(struct reader *r, const char *name)
{
	struct options *o = r->options;

	if (str_equal(name, "--window")) {
		return take_window(r);
	}
	if (str_equal(name, "--turn")) {
		return take_turn(r);
	}
	if (str_equal(name, "--width-mm")) {
		return take_width(r);
	}
	if (str_equal(name, "--dark")) {
		return flag(r, &o->dark);
	}
	if (str_equal(name, "--large-text")) {
		return flag(r, &o->large);
	}
	return wrong(r, "unknown option", name);
}

static bool import_option(struct reader *r, const char *name)
{
	struct options *o = r->options;

	if (str_equal(name, "--out")) {
		return take_value(r, &o->out);
	}
	if (str_equal(name, "--name")) {
		return take_value(r, &o->name);
	}
	if (str_equal(name, "--force")) {
		return flag(r, &o->force);
	}
	return wrong(r, "unknown option", name);
}

/* Which modes an option belongs to, as bits. */
#define IN(mode) (1U << (mode))
#define IN_LIST (IN(MODE_LIST_STATEMENTS) | IN(MODE_LIST_FORMS) | IN(MODE_LIST_AGENDAS))

static bool option(struct reader *r, const char *name)
{
	struct options *o = r->options;
	unsigned mode = IN(o->mode);

	if (str_equal(name, "--data") && (mode & (IN(MODE_KIOSK) | IN(MODE_PLAY) | IN(MODE_VERIFY))) != 0) {
		return take_value(r, &o->data);
	}
	if (str_equal(name, "--packs") && (mode & (IN(MODE_KIOSK) | IN(MODE_PLAY) | IN(MODE_IMPORT) | IN_LIST)) != 0) {
		return take_pack(r);
	}
	if (str_equal(name, "--lang") && (mode & (IN(MODE_KIOSK) | IN(MODE_IMPORT) | IN_LIST)) != 0) {
		return take_lang(r);
	}
	if (str_equal(name, "--shots") && o->mode == MODE_PLAY) {
		return take_value(r, &o->shots);
	}
	if (str_equal(name, "--audience") && o->mode == MODE_LIST_STATEMENTS) {
		return take_value(r, &o->audience);
	}
	if (str_equal(name, "--area") && o->mode == MODE_LIST_STATEMENTS) {
		return take_value(r, &o->area);
	}
	if (o->mode == MODE_IMPORT) {
		return import_option(r, name);
	}
	return o->mode == MODE_KIOSK ? kiosk_option(r, name) : wrong(r, "unknown option", name);
}

static bool take_mode(struct reader *r)
{
	static const struct { const char *word, *more; enum mode mode; } modes[] = {
		{"play", NULL, MODE_PLAY}, {"check", NULL, MODE_CHECK}, {"import", NULL, MODE_IMPORT}, {"verify", NULL, MODE_VERIFY},
		{"--version", NULL, MODE_VERSION}, {"--help", NULL, MODE_HELP},
		{"list", "statements", MODE_LIST_STATEMENTS}, {"list", "forms", MODE_LIST_FORMS}, {"list", "agendas", MODE_LIST_AGENDAS},
	};
	const char *word = r->argc > 1 ? r->argv[1] : "";
	const char *more = r->argc > 2 ? r->argv[2] : "";

	r->at = 1;
	for (size_t i = 0; i < ARRAY_LEN(modes); i++) {
		if (str_equal(word, modes[i].word) && (modes[i].more == NULL || str_equal(more, modes[i].more))) {
			r->options->mode = modes[i].mode;
			r->at = modes[i].more == NULL ? 2 : 3;
			return true;
		}
	}
	if (str_equal(word, "list")) {
		return wrong(r, more[0] != '\0' ? "list takes statements, forms or agendas, not" : "list takes statements, forms or agendas", more);
	}
	return word[0] == '\0' || word[0] == '-' || wrong(r, "unknown command", word);
}

static bool rest_right(const struct reader *r)
{
	const struct options *o = r->options;
	bool script = o->mode == MODE_PLAY;

	if (o->mode == MODE_IMPORT) {
		return o->rest_count != 1 ? wrong(r, "import takes one file", "") : o->out != NULL || wrong(r, "import takes --out PACK", "");
	}
	if (script && o->rest_count != 1) {
		return wrong(r, "play takes one script", "");
	}
	if (o->mode == MODE_CHECK && o->rest_count == 0) {
		return wrong(r, "check takes one path or more", "");
	}
	if (!script && o->mode != MODE_CHECK && o->rest_count > 0) {
		return wrong(r, "not understood", o->rest[0]);
	}
	return true;
}

bool options_read(struct options *options, int argc, char *argv[], char *why, size_t cap)
{
	struct reader r = {.options = options, .argc = argc, .argv = argv, .why = why, .cap = cap};

	*options = (struct options){.mode = MODE_KIOSK, .lang = -1, .turn = -1, .width_mm = -1};
	if (!take_mode(&r)) {
		return false;
	}
	/* What is not an option is gathered at the front, in its order. */
	options->rest = argv + 1;
	for (; r.at < argc; r.at++) {
		if (argv[r.at][0] == '-' && argv[r.at][1] == '-') {
			if (!option(&r, argv[r.at])) {
				return false;
			}
		} else {
			options->rest[options->rest_count++] = argv[r.at];
		}
	}
	return rest_right(&r);
}

void options_data_folder(char *to, size_t cap)
{
	const char *base = getenv("XDG_DATA_HOME");
	const char *home = getenv("HOME");

	if (base != NULL && base[0] == '/') {
		snprintf(to, cap, "%s/samsyn", base);
	} else {
		snprintf(to, cap, "%s/.local/share/samsyn", home != NULL ? home : "");
	}
}
