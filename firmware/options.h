/* What the command line asks for. */
#ifndef SAMSYN_OPTIONS_H
#define SAMSYN_OPTIONS_H

#include "firmware/base/base.h"

enum mode { MODE_KIOSK, MODE_PLAY, MODE_CHECK, MODE_IMPORT, MODE_LIST_STATEMENTS, MODE_LIST_FORMS, MODE_LIST_AGENDAS, MODE_VERIFY, MODE_VERSION, MODE_HELP };

#define OPTION_PACKS_MAX 8

/* Strings belong to argv. */
struct options {
	enum mode mode;
	int32_t width, height;           /* --window; 0: the whole screen */
	const char *data;                /* NULL: the usual place */
	const char *packs[OPTION_PACKS_MAX];
	int32_t pack_count;
	int32_t lang, turn, width_mm;    /* -1: not said */
	bool dark, large;
	const char *shots;
	const char *audience, *area;
	const char *out, *name;          /* of an import */
	bool force;
	char **rest;                     /* what is left: the script, the paths to check, the file to import */
	int32_t rest_count;
};

/* Reads the command line. False for wrong usage, with one line about it in why[cap]. */
MUST_USE bool options_read(struct options *options, int argc, char *argv[], char *why, size_t cap);
/* What `--help` prints. */
extern const char *const options_help;
/* The data folder where none is named: $XDG_DATA_HOME/samsyn, else ~/.local/share/samsyn. */
void options_data_folder(char *to, size_t cap);

#endif
