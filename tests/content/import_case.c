/* Importing with both streams caught, and looking at what came of it. */
#include "tests/content/import_case.h"

#include <sys/stat.h>

char out_text[OUTPUT_BYTES], err_text[OUTPUT_BYTES], pack_text[OUTPUT_BYTES];
static char folder[] = "/tmp/samsyn-import-XXXXXX";
char pack_folder[sizeof folder + 8];

void slurp(FILE *file, char *to)
{
	size_t len;

	assert_non_null(file);
	len = fread(to, 1, OUTPUT_BYTES - 1, file);
	assert_true(len < OUTPUT_BYTES - 1);
	to[len] = '\0';
	fclose(file);
}

const char *inside(const char *name)
{
	static char paths[4][400];
	static int at;

	at = (at + 1) % 4;
	snprintf(paths[at], sizeof paths[at], "%s/%s", folder, name);
	return paths[at];
}

int import_as(const struct import_wish *wish)
{
	FILE *files[2] = {tmpfile(), tmpfile()};
	int kept[2], code;

	fflush(stdout);
	fflush(stderr);
	for (int i = 0; i < 2; i++) {
		kept[i] = dup(i + 1);
		dup2(fileno(files[i]), i + 1);
	}
	code = import_main(wish);
	fflush(stdout);
	fflush(stderr);
	for (int i = 0; i < 2; i++) {
		dup2(kept[i], i + 1);
		close(kept[i]);
		rewind(files[i]);
		slurp(files[i], i == 0 ? out_text : err_text);
	}
	return code;
}

int import_file(const char *path)
{
	return import_as(&(struct import_wish){.file = path, .out = pack_folder, .lang = LANG_COUNT});
}

void drop_pack(void)
{
	unlink(inside("pack/instrument.yaml"));
	rmdir(pack_folder);
}

struct pack_set *made_pack(void)
{
	return whole_packs(pack_folder, NULL);
}

static bool accept_new(void)
{
	return getenv("SAMSYN_ACCEPT") != NULL;
}

void same_pack(const char *expected_path)
{
	static char expected[OUTPUT_BYTES];

	slurp(fopen(inside("pack/instrument.yaml"), "rb"), pack_text);
	if (accept_new()) {
		FILE *file = fopen(expected_path, "wb");

		fputs(pack_text, file);
		fclose(file);
	}
	slurp(fopen(expected_path, "rb"), expected);
	if (strcmp(pack_text, expected) != 0) {
		print_error("%s: found\n%s\n", expected_path, pack_text);
	}
	assert_string_equal(pack_text, expected);
	pack_set_destroy(made_pack());
}

/* 0xE2 begins dashes, bullets, boxes and quotes, which are drawn rather than said. */
void refused(const char *name, const char *bytes, size_t len, const char *said)
{
	FILE *file = fopen(inside(name), "wb");

	fwrite(bytes, 1, len, file);
	fclose(file);
	assert_int_equal(import_file(inside(name)), 1);
	if (strstr(err_text, said) == NULL) {
		fail_msg("%s: expected '%s', found '%s'", name, said, err_text);
	}
	assert_string_equal(out_text, "");
	assert_int_not_equal(access(pack_folder, F_OK), 0);
	unlink(inside(name));
}

int clear_folder(void **state)
{
	(void)state;
	drop_pack();
	return 0;
}

int make_folder(void **state)
{
	(void)state;
	if (mkdtemp(folder) == NULL) {
		return 1;
	}
	snprintf(pack_folder, sizeof pack_folder, "%s/pack", folder);
	return 0;
}

int remove_folder(void **state)
{
	(void)state;
	return rmdir(folder);
}
