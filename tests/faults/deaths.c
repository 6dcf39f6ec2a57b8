/*
 * Copies a folder as a process that dies leaves it: before the n-th operation on a file below it, while no other
 * operation of the process runs. What was written and not synced is there: a killed process takes nothing of that along.
 *
 * LD_PRELOAD with DEATH_FOLDER, DEATH_COPIES (a folder; each copy is named after the operation's number), DEATH_ODDS (one
 * in so many operations is copied, by chance) and DEATH_SEED.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *folder, *copies;
static uint32_t count, odds, chance;
static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;

static uint32_t number(const char *name) {
  const char *value = getenv(name);
  return value == NULL ? 0 : (uint32_t)strtoul(value, NULL, 10);
}

__attribute__((constructor)) static void start(void) {
  folder = getenv("DEATH_FOLDER");
  copies = getenv("DEATH_COPIES");
  odds = number("DEATH_ODDS");
  chance = number("DEATH_SEED") * 2654435761u + 1;
}

static void copy(void) {
  char target[4096];
  snprintf(target, sizeof target, "%s/%06u", copies, count);
  char *arguments[] = {"cp", "-a", (char *)folder, target, NULL};
  char *environment[] = {"PATH=/usr/bin:/bin", NULL};
  pid_t child;
  if (posix_spawnp(&child, "cp", NULL, NULL, arguments, environment) != 0) abort();
  int status;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR);
}

/* Holds every other operation off until `after`. */
static int before(const char *path) {
  if (folder == NULL || strncmp(path, folder, strlen(folder)) != 0) return 0;
  pthread_mutex_lock(&one_at_a_time);
  int kept = errno;
  count++;
  chance ^= chance << 13, chance ^= chance >> 17, chance ^= chance << 5;
  if (odds != 0 && chance % odds == 0) copy();
  errno = kept;
  return 1;
}

static int before_at(int file) {
  char link[40], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return before(path);
}

static void after(int held) { if (held) pthread_mutex_unlock(&one_at_a_time); }

#define NEXT(name) ({ static __typeof__(&name) next; if (!next) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name); next; })
#define DONE(type, asked, call) int held = asked; type answer = call; after(held); return answer

ssize_t pwrite(int f, const void *b, size_t n, off_t o) { DONE(ssize_t, before_at(f), NEXT(pwrite)(f, b, n, o)); }
ssize_t pwrite64(int f, const void *b, size_t n, off64_t o) { DONE(ssize_t, before_at(f), NEXT(pwrite64)(f, b, n, o)); }
ssize_t write(int f, const void *b, size_t n) { DONE(ssize_t, before_at(f), NEXT(write)(f, b, n)); }
int fsync(int f) { DONE(int, before_at(f), NEXT(fsync)(f)); }
int fdatasync(int f) { DONE(int, before_at(f), NEXT(fdatasync)(f)); }
int ftruncate(int f, off_t n) { DONE(int, before_at(f), NEXT(ftruncate)(f, n)); }
int ftruncate64(int f, off64_t n) { DONE(int, before_at(f), NEXT(ftruncate64)(f, n)); }
int fchmod(int f, mode_t m) { DONE(int, before_at(f), NEXT(fchmod)(f, m)); }
int rename(const char *a, const char *b) { DONE(int, before(a), NEXT(rename)(a, b)); }
int link(const char *a, const char *b) { DONE(int, before(a), NEXT(link)(a, b)); }
int unlink(const char *p) { DONE(int, before(p), NEXT(unlink)(p)); }
int rmdir(const char *p) { DONE(int, before(p), NEXT(rmdir)(p)); }
int mkdir(const char *p, mode_t m) { DONE(int, before(p), NEXT(mkdir)(p, m)); }

static mode_t mode_of(int flags, va_list more) { return flags & O_CREAT ? va_arg(more, mode_t) : 0; }

int open(const char *p, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = mode_of(flags, more);
  va_end(more);
  DONE(int, flags & O_CREAT ? before(p) : 0, NEXT(open)(p, flags, mode));
}

int open64(const char *p, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = mode_of(flags, more);
  va_end(more);
  DONE(int, flags & O_CREAT ? before(p) : 0, NEXT(open64)(p, flags, mode));
}
