// Preloaded into a process under test (LD_PRELOAD, Linux). Numbers every call that changes something below HECK_FAULT_ROOT, and
//   HECK_FAULT_AT=K          ends the process before the K-th, as kill -9 does;
//   HECK_FAULT_ERRNO=N       lets the K-th fail with that error instead; with HECK_FAULT_ON=1 all from the K-th on;
//   HECK_FAULT_LOG=FILE      records every call that succeeded, with its data, and what was written to standard output, in their order;
//   HECK_FAULT_COUNT=FILE    says at the end how many calls there were.
// A process that does the same again and again sets the first two anew by heck_faults_arm, and asks heck_faults_calls.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char root[PATH_MAX];
static size_t root_length;
static long calls, at, error_number;
static int on, log_file = -1;
static const char *count_file;

static int real_open(const char *path, int flags, int mode) { return syscall(SYS_openat, AT_FDCWD, path, flags, mode); }

__attribute__((constructor)) static void begin(void) {
    const char *value;
    if ((value = getenv("HECK_FAULT_ROOT"))) { snprintf(root, sizeof root, "%s", value); root_length = strlen(root); }
    if ((value = getenv("HECK_FAULT_AT"))) at = atol(value);
    if ((value = getenv("HECK_FAULT_ERRNO"))) error_number = atol(value);
    on = getenv("HECK_FAULT_ON") != NULL;
    count_file = getenv("HECK_FAULT_COUNT");
    if ((value = getenv("HECK_FAULT_LOG"))) log_file = real_open(value, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
    unsetenv("LD_PRELOAD");
}

__attribute__((destructor)) static void end(void) {
    if (!count_file) return;
    char text[32];
    int file = real_open(count_file, O_CREAT | O_WRONLY | O_TRUNC, 0600), length = snprintf(text, sizeof text, "%ld", calls);
    syscall(SYS_write, file, text, length);
    syscall(SYS_close, file);
}

void heck_faults_arm(long call, long error, int stays) {
    pthread_mutex_lock(&lock);
    calls = 0, at = call, error_number = error, on = stays;
    pthread_mutex_unlock(&lock);
}

long heck_faults_calls(void) { return calls; }

static int path_of(int descriptor, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    long length = syscall(SYS_readlinkat, AT_FDCWD, link, path, PATH_MAX - 1);
    path[length < 0 ? 0 : length] = 0;
    return length > 0;
}

// 1 when the name lies below the root; the path is then relative to it.
static int below(int folder, const char *name, char *path) {
    char full[2 * PATH_MAX];
    if (name && name[0] == '/') snprintf(full, sizeof full, "%s", name);
    else {
        char start[PATH_MAX];
        if (folder == AT_FDCWD ? !getcwd(start, sizeof start) : !path_of(folder, start)) return 0;
        snprintf(full, sizeof full, name && *name ? "%s/%s" : "%s", start, name);
    }
    size_t length = strlen(full);
    while (length > 1 && full[length - 1] == '/') full[--length] = 0;
    if (!root_length || strncmp(full, root, root_length) || (full[root_length] && full[root_length] != '/')) return 0;
    if (length > 10 && !strcmp(full + length - 10, " (deleted)")) return 0;
    snprintf(path, PATH_MAX, "%s", full[root_length] ? full + root_length + 1 : "");
    return 1;
}

// Called with the lock; -1 when the call is to fail.
static int pass(void) {
    calls++;
    if (!at || (on ? calls < at : calls != at)) return 0;
    if (!error_number) { kill(getpid(), SIGKILL); pause(); }
    errno = error_number;
    return -1;
}

static void note(const char *format, ...) {
    if (log_file < 0) return;
    int saved = errno;
    char line[3 * PATH_MAX];
    va_list rest;
    va_start(rest, format);
    int length = vsnprintf(line, sizeof line, format, rest);
    va_end(rest);
    syscall(SYS_write, log_file, line, length);
    errno = saved;
}

static void note_data(const char *path, long offset, const unsigned char *data, size_t size) {
    if (log_file < 0) return;
    int saved = errno;
    char *hex = malloc(2 * size + 2);
    for (size_t i = 0; i < size; i++) { hex[2 * i] = "0123456789abcdef"[data[i] >> 4]; hex[2 * i + 1] = "0123456789abcdef"[data[i] & 15]; }
    hex[2 * size] = '\n';
    note("write\t%s\t%ld\t", path, offset);
    syscall(SYS_write, log_file, hex, 2 * size + 1);
    free(hex);
    errno = saved;
}

static mode_t mode_of(int folder, const char *name) {
    struct stat found;
    return (name ? fstatat(folder, name, &found, AT_SYMLINK_NOFOLLOW) : fstat(folder, &found)) ? 0 : found.st_mode & 07777;
}

#define UNLOCKED(result) do { int saved_ = errno; pthread_mutex_unlock(&lock); errno = saved_; return result; } while (0)
// The common way of a call: pass on what lies elsewhere, else number it, make it, note it.
#define CALL(folder, name, real, ...) \
    char path[PATH_MAX]; \
    if (!below(folder, name, path)) return real; \
    pthread_mutex_lock(&lock); \
    long result = pass(); \
    if (!result && (result = real) >= 0) note(__VA_ARGS__); \
    UNLOCKED(result)

static int open_any(int folder, const char *name, int flags, int mode) {
    char path[PATH_MAX];
    if (!(flags & (O_CREAT | O_TRUNC)) || (flags & O_DIRECTORY) || !below(folder, name, path)) return syscall(SYS_openat, folder, name, flags, mode);
    pthread_mutex_lock(&lock);
    struct stat found;
    int there = !fstatat(folder, name, &found, AT_SYMLINK_NOFOLLOW);
    if (there && !(flags & O_TRUNC)) UNLOCKED(syscall(SYS_openat, folder, name, flags, mode));
    long result = pass();
    if (!result && (result = syscall(SYS_openat, folder, name, flags, mode)) >= 0) {
        if (there) note("size\t%s\t0\n", path);
        else note("create\t%s\t%o\n", path, mode_of(folder, name));
    }
    UNLOCKED(result);
}

#define MODE_ARGUMENT int mode = 0; if (flags & O_CREAT) { va_list rest; va_start(rest, flags); mode = va_arg(rest, int); va_end(rest); }
int open(const char *name, int flags, ...) { MODE_ARGUMENT return open_any(AT_FDCWD, name, flags, mode); }
int open64(const char *name, int flags, ...) { MODE_ARGUMENT return open_any(AT_FDCWD, name, flags, mode); }
int openat(int folder, const char *name, int flags, ...) { MODE_ARGUMENT return open_any(folder, name, flags, mode); }
int openat64(int folder, const char *name, int flags, ...) { MODE_ARGUMENT return open_any(folder, name, flags, mode); }

static ssize_t write_any(int file, const void *data, size_t size, long offset) {
    char path[PATH_MAX];
    if (!below(file, NULL, path)) {
        ssize_t written = offset < 0 ? syscall(SYS_write, file, data, size) : syscall(SYS_pwrite64, file, data, size, offset);
        if (file == 1 && log_file >= 0) { pthread_mutex_lock(&lock); note("say\t%.*s\n", (int)(size && ((const char *)data)[size - 1] == '\n' ? size - 1 : size), (const char *)data); pthread_mutex_unlock(&lock); }
        return written;
    }
    pthread_mutex_lock(&lock);
    long result = pass(), start = offset;
    if (!result) {
        struct stat found;
        if (offset < 0) start = fcntl(file, F_GETFL) & O_APPEND ? (fstat(file, &found), found.st_size) : lseek(file, 0, SEEK_CUR);
        result = offset < 0 ? syscall(SYS_write, file, data, size) : syscall(SYS_pwrite64, file, data, size, offset);
        if (result > 0) note_data(path, start, data, result);
    }
    UNLOCKED(result);
}

ssize_t write(int file, const void *data, size_t size) { return write_any(file, data, size, -1); }
ssize_t pwrite(int file, const void *data, size_t size, off_t offset) { return write_any(file, data, size, offset); }
ssize_t pwrite64(int file, const void *data, size_t size, off64_t offset) { return write_any(file, data, size, offset); }

int fsync(int file) { CALL(file, NULL, syscall(SYS_fsync, file), "sync\t%s\n", path); }
int fdatasync(int file) { CALL(file, NULL, syscall(SYS_fdatasync, file), "sync\t%s\n", path); }
int ftruncate(int file, off_t size) { CALL(file, NULL, syscall(SYS_ftruncate, file, size), "size\t%s\t%ld\n", path, (long)size); }
int ftruncate64(int file, off64_t size) { CALL(file, NULL, syscall(SYS_ftruncate, file, size), "size\t%s\t%ld\n", path, (long)size); }
int fallocate64(int file, int how, off64_t from, off64_t size) { CALL(file, NULL, syscall(SYS_fallocate, file, how, from, size), "grow\t%s\t%ld\n", path, how ? 0 : (long)(from + size)); }
int fchmod(int file, mode_t mode) { CALL(file, NULL, syscall(SYS_fchmod, file, mode), "mode\t%s\t%o\n", path, mode); }
int chmod(const char *name, mode_t mode) { CALL(AT_FDCWD, name, syscall(SYS_fchmodat, AT_FDCWD, name, mode), "mode\t%s\t%o\n", path, mode); }
int mkdirat(int folder, const char *name, mode_t mode) { CALL(folder, name, syscall(SYS_mkdirat, folder, name, mode), "folder\t%s\n", path); }
int mkdir(const char *name, mode_t mode) { return mkdirat(AT_FDCWD, name, mode); }
int unlinkat(int folder, const char *name, int flags) { CALL(folder, name, syscall(SYS_unlinkat, folder, name, flags), "remove\t%s\n", path); }
int unlink(const char *name) { return unlinkat(AT_FDCWD, name, 0); }
int rmdir(const char *name) { return unlinkat(AT_FDCWD, name, AT_REMOVEDIR); }

int symlinkat(const char *target, int folder, const char *name) { CALL(folder, name, syscall(SYS_symlinkat, target, folder, name), "symlink\t%s\t%s\n", path, target); }
int symlink(const char *target, const char *name) { return symlinkat(target, AT_FDCWD, name); }

int renameat2(int from, const char *old, int to, const char *new, unsigned flags) {
    char source[PATH_MAX];
    if (!below(from, old, source)) source[0] = 0;
    CALL(to, new, syscall(SYS_renameat2, from, old, to, new, flags), "%s\t%s\t%s\n", flags & 2 ? "exchange" : "rename", source, path);
}
int renameat(int from, const char *old, int to, const char *new) { return renameat2(from, old, to, new, 0); }
int rename(const char *old, const char *new) { return renameat2(AT_FDCWD, old, AT_FDCWD, new, 0); }

int linkat(int from, const char *old, int to, const char *new, int flags) {
    char source[PATH_MAX];
    if (!below(from, old, source)) source[0] = 0;
    CALL(to, new, syscall(SYS_linkat, from, old, to, new, flags), "link\t%s\t%s\n", source, path);
}
int link(const char *old, const char *new) { return linkat(AT_FDCWD, old, AT_FDCWD, new, 0); }
