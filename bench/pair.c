/* Runs commands in turn, N rounds, and prints for each the median cpu (user + system, children included) and wall time in
 * milliseconds and the highest resident set in kilobytes.
 * usage: pair ROUNDS [-b COMMAND] COMMAND...    each COMMAND is one argument for the shell; -b runs unmeasured before each. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MAX_COMMANDS = 16, MAX_ROUNDS = 99 };

static double seconds(struct timeval t) { return t.tv_sec + t.tv_usec / 1e6; }

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

static void run(const char *command, double *cpu, double *wall, long *kilobytes) {
  double start = now();
  pid_t child = fork();
  if (child == 0) {
    int null = open("/dev/null", O_WRONLY);
    dup2(null, 1);
    if (!getenv("PAIR_SHOW_ERRORS")) dup2(null, 2);
    char *exec;
    if (asprintf(&exec, "exec %s", command) < 0) _exit(127);
    execl("/bin/sh", "sh", "-c", exec, (char *)NULL);
    _exit(127);
  }
  int status;
  struct rusage usage;
  if (wait4(child, &status, 0, &usage) < 0) perror("wait4"), exit(2);
  if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) fprintf(stderr, "pair: status %x from: %s\n", status, command), exit(2);
  *wall = now() - start;
  *cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime);
  *kilobytes = usage.ru_maxrss;
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median(double *values, int count) {
  qsort(values, count, sizeof *values, ascending);
  return count % 2 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}

int main(int argc, char **argv) {
  static double cpu[MAX_COMMANDS][MAX_ROUNDS], wall[MAX_COMMANDS][MAX_ROUNDS];
  static long peak[MAX_COMMANDS];
  const char *before = NULL;
  int rounds = argc > 1 ? atoi(argv[1]) : 0, first = 2;
  if (argc > 4 && !strcmp(argv[2], "-b")) before = argv[3], first = 4;
  int commands = argc - first;
  if (rounds < 1 || rounds > MAX_ROUNDS || commands < 1 || commands > MAX_COMMANDS) {
    fprintf(stderr, "usage: pair ROUNDS [-b COMMAND] COMMAND...\n");
    return 2;
  }
  for (int round = 0; round < rounds; round++) {
    for (int i = 0; i < commands; i++) {
      double ignored;
      long kilobytes;
      if (before) run(before, &ignored, &ignored, &kilobytes);
      run(argv[first + i], &cpu[i][round], &wall[i][round], &kilobytes);
      if (kilobytes > peak[i]) peak[i] = kilobytes;
    }
  }
  for (int i = 0; i < commands; i++) printf("%.1f %.1f %ld\n", median(cpu[i], rounds) * 1e3, median(wall[i], rounds) * 1e3, peak[i]);
}
