/* The floor of changing many files safely: reads each file named on standard input, writes it anew beside itself, syncs it (all files from so many threads), renames, syncs the folders.
   No journal, no hash, no look at what stood there. usage: replace1 THREADS < LIST */
#define _GNU_SOURCE
#include <fcntl.h>
#include <libgen.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *files[1 << 20], *folders[1 << 20];
static int count, folder_count, next;

static void check(int ok, const char *what) { if (!ok) { perror(what); exit(1); } }

static void *stage(void *unused) {
    char *content = NULL, temporary[4096];
    for (int i; (i = __atomic_fetch_add(&next, 1, __ATOMIC_RELAXED)) < count;) {
        struct stat stat;
        int in = open(files[i], O_RDONLY);
        check(in >= 0 && fstat(in, &stat) == 0, files[i]);
        content = realloc(content, stat.st_size + 1);
        check(read(in, content, stat.st_size) == stat.st_size, files[i]);
        close(in);
        snprintf(temporary, sizeof temporary, "%s.tmp1", files[i]);
        int out = open(temporary, O_WRONLY | O_CREAT | O_EXCL, stat.st_mode & 07777);
        check(out >= 0 && write(out, content, stat.st_size) == stat.st_size && fsync(out) == 0, temporary);
        close(out);
    }
    free(content);
    return unused;
}

static int by_name(const void *a, const void *b) { return strcmp(*(char **)a, *(char **)b); }

int main(int argc, char **argv) {
    int threads = argc > 1 ? atoi(argv[1]) : 1;
    static char line[4096];
    pthread_t ids[64];
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = 0;
        files[count] = strdup(line);
        folders[count++] = strdup(dirname(strdup(line)));
    }
    for (int i = 0; i < threads && i < 64; i++) check(pthread_create(&ids[i], NULL, stage, NULL) == 0, "thread");
    for (int i = 0; i < threads && i < 64; i++) pthread_join(ids[i], NULL);
    for (int i = 0; i < count; i++) {
        snprintf(line, sizeof line, "%s.tmp1", files[i]);
        check(rename(line, files[i]) == 0, line);
    }
    qsort(folders, count, sizeof *folders, by_name);
    for (int i = 0; i < count; i++) {
        if (i > 0 && strcmp(folders[i], folders[i - 1]) == 0) continue;
        int folder = open(folders[i], O_RDONLY);
        check(folder >= 0 && fsync(folder) == 0, folders[i]);
        close(folder);
        folder_count++;
    }
    printf("%d files, %d folders\n", count, folder_count);
}
