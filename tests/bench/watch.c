/* Watches another program from outside: how long it takes, when its first picture stands on the glass, and what it costs to live.

   watch runs N -- PROGRAM...          median ms from its start to its end, and ms that it worked
   watch first FRAMEBUFFER N -- PROGRAM...   the same from its start to the first change of Xvfb's frame buffer (a file, see Xvfb -fbdir)
   watch life SECONDS -- PROGRAM...    PSS in kB, voluntary context switches and per cent of a core, over so long
   watch line WHAT MEASURED REFERENCE AIM   one line of the table */
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "firmware/base/str.h"
#include "tests/bench/bench.h"

#define PATH_SIZE 400
#define SETTLE_S 4
#define PATIENCE_US 15e6
#define POINTS 997

static void rest_us(long us)
{
	nanosleep(&(struct timespec){.tv_sec = us / 1000000, .tv_nsec = us % 1000000 * 1000}, NULL);
}

static pid_t start(char *const argv[])
{
	const pid_t pid = fork();

	if (pid == 0) {
		const int nowhere = open("/dev/null", O_WRONLY);

		if (nowhere >= 0) {
			dup2(nowhere, STDOUT_FILENO);
			dup2(nowhere, STDERR_FILENO);
		}
		execvp(argv[0], argv);
		_exit(127);
	}
	if (pid < 0) {
		perror("fork");
		exit(1);
	}
	return pid;
}

static void stop(pid_t pid)
{
	int status;

	kill(pid, SIGTERM);
	waitpid(pid, &status, 0);
}

/* Median of both, for the table. */
static void print_times(struct samples *took, struct samples *worked)
{
	printf("%.0f ms (%.0f of work)\n", samples_median(took) / 1000.0, samples_median(worked) / 1000.0);
}

/* ---- from start to end ---- */

/* What all children have worked so far, us. */
static double work_of_children(void)
{
	struct rusage usage;

	getrusage(RUSAGE_CHILDREN, &usage);
	return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e6 + (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

static int runs(int32_t count, char *const argv[])
{
	static struct samples took, worked;

	for (int32_t i = 0; i < count; i++) {
		const double from = bench_us(), before = work_of_children();
		const pid_t pid = start(argv);
		int status;

		waitpid(pid, &status, 0);
		if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
			fprintf(stderr, "%s did not end well\n", argv[0]);
			return 1;
		}
		samples_add(&took, bench_us() - from);
		samples_add(&worked, work_of_children() - before);
	}
	print_times(&took, &worked);
	return 0;
}

/* ---- looking into /proc ---- */

/* The number behind `name` in a file of /proc, or the first one where that is NULL; -1 if there is none. */
static int64_t number_in(const char *path, const char *name)
{
	FILE *file = fopen(path, "r");
	char line[PATH_SIZE];
	int64_t found = -1;

	while (file != NULL && found < 0 && fgets(line, sizeof line, file) != NULL) {
		if (name == NULL) {
			found = strtoll(line, NULL, 10);
		} else if (strncmp(line, name, strlen(name)) == 0) {
			found = strtoll(line + strlen(name), NULL, 10);
		}
	}
	if (file != NULL) {
		fclose(file);
	}
	return found;
}

/* Summed over the program's threads. */
static int64_t of_all_threads(pid_t pid, const char *file, const char *name)
{
	char path[PATH_SIZE];
	const struct dirent *entry;
	int64_t sum = 0;
	DIR *dir;

	snprintf(path, sizeof path, "/proc/%d/task", (int)pid);
	dir = opendir(path);
	while (dir != NULL && (entry = readdir(dir)) != NULL) {
		if (entry->d_name[0] != '.') {
			snprintf(path, sizeof path, "/proc/%d/task/%s/%s", (int)pid, entry->d_name, file);
			const int64_t number = number_in(path, name);

			sum += number > 0 ? number : 0;
		}
	}
	if (dir != NULL) {
		closedir(dir);
	}
	return sum;
}

/* ---- the first picture ---- */

struct glass {
	const unsigned char *bytes;
	size_t size;
	unsigned char dark[POINTS];   /* as it was with nothing on it */
};

static unsigned char point(const struct glass *glass, size_t i)
{
	return glass->bytes[glass->size / 4 + i * (glass->size / 2 / POINTS)];
}

static int32_t changed(const struct glass *glass)
{
	int32_t count = 0;

	for (size_t i = 0; i < POINTS; i++) {
		count += point(glass, i) != glass->dark[i] ? 1 : 0;
	}
	return count;
}

static bool open_glass(const char *path, struct glass *glass)
{
	const int file = open(path, O_RDONLY);
	struct stat stat;

	if (file < 0 || fstat(file, &stat) != 0) {
		return false;
	}
	glass->size = (size_t)stat.st_size;
	glass->bytes = mmap(NULL, glass->size, PROT_READ, MAP_SHARED, file, 0);
	close(file);
	if (glass->bytes == MAP_FAILED) {
		return false;
	}
	for (size_t i = 0; i < POINTS; i++) {
		glass->dark[i] = point(glass, i);
	}
	return true;
}

static int first(const char *path, int32_t count, char *const argv[])
{
	static struct samples took, worked;
	struct glass glass;

	if (!open_glass(path, &glass)) {
		perror(path);
		return 1;
	}
	for (int32_t i = 0; i < count; i++) {
		const double from = bench_us();
		const pid_t pid = start(argv);
		double now = from;

		while (changed(&glass) < POINTS / 4 && now - from < PATIENCE_US) {
			rest_us(200);
			now = bench_us();
		}
		samples_add(&took, now - from);
		samples_add(&worked, (double)of_all_threads(pid, "schedstat", NULL) / 1000.0);
		rest_us(200000);
		stop(pid);
		for (int32_t wait = 0; wait < 100 && changed(&glass) > 0; wait++) {
			rest_us(20000);
		}
	}
	print_times(&took, &worked);
	return 0;
}

/* ---- what it costs to live ---- */

static int life(int32_t seconds, char *const argv[])
{
	const pid_t pid = start(argv);
	char path[PATH_SIZE];

	rest_us(SETTLE_S * 1000000L);
	const int64_t wakes = of_all_threads(pid, "status", "voluntary_ctxt_switches:");
	const int64_t cpu_ns = of_all_threads(pid, "schedstat", NULL);
	const double from = bench_us();

	for (int32_t i = 0; i < seconds; i++) {
		rest_us(1000000L);
	}
	const double took_us = bench_us() - from;

	snprintf(path, sizeof path, "/proc/%d/smaps_rollup", (int)pid);
	printf("%lld %lld %.3f\n", (long long)number_in(path, "Pss:"),
	       (long long)(of_all_threads(pid, "status", "voluntary_ctxt_switches:") - wakes),
	       (double)(of_all_threads(pid, "schedstat", NULL) - cpu_ns) / (took_us * 10.0));
	stop(pid);
	return 0;
}

int main(int argc, char *argv[])
{
	const int32_t count = argc > 3 ? (int32_t)strtol(argv[2], NULL, 10) : 0;

	if (argc > 4 && str_equal(argv[1], "runs") && str_equal(argv[3], "--")) {
		return runs(count, argv + 4);
	}
	if (argc > 5 && str_equal(argv[1], "first") && str_equal(argv[4], "--")) {
		return first(argv[2], (int32_t)strtol(argv[3], NULL, 10), argv + 5);
	}
	if (argc > 4 && str_equal(argv[1], "life") && str_equal(argv[3], "--")) {
		return life(count, argv + 4);
	}
	if (argc == 6 && str_equal(argv[1], "line")) {
		bench_line(argv[2], argv[3], argv[4], argv[5]);
		return 0;
	}
	fputs("usage: watch runs N -- PROGRAM... | first FRAMEBUFFER N -- PROGRAM... | life SECONDS -- PROGRAM...\n", stderr);
	return 2;
}
