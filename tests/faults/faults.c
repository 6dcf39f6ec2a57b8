/*
 * Makes the n-th operation of a kind on files below a folder fail, once or from then on, or ends the process there.
 *
 * LD_PRELOAD with FAULT_CONTROL (a file of six 32-bit numbers, mapped: count, at, sticky, error, kinds, done) and
 * FAULT_FOLDER. `at` 0 fails nothing and counts. Kinds: 1 read, 2 write, 4 sync, 8 rename or link, 16 truncate or unlink,
 * 64 open. `error` as in errno.h; -1: half of a write is done, and what follows finds no room; -2: the process is killed,
 * a write being half done; -3: the disk below FAULT_DISK, an ext4, loses its power, and the process is killed.
 *
 * Kind 32 fails nothing: each time before a page of a database is written, and before its journal is emptied, both are
 * copied to FAULT_STATES (000001.sengen, 000001.sengen-journal …) as a kill at this moment would leave them.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

struct control { volatile int32_t count, at, sticky, error, kinds, done; };
static struct control *control;
static const char *folder;
static const char *states;

__attribute__((constructor)) static void start(void) {
  const char *path = getenv("FAULT_CONTROL");
  folder = getenv("FAULT_FOLDER");
  states = getenv("FAULT_STATES");
  if (path == NULL || folder == NULL) return;
  int file = open(path, O_RDWR);
  if (file < 0) return;
  void *mapped = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (mapped != MAP_FAILED) control = mapped;
  close(file);
}

#define NEXT(name) ({ static __typeof__(&name) next; if (!next) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name); next; })

enum { short_write = -1, death = -2, power_cut = -3 };

static void die(void) {
  if (control->error == power_cut) {
    int disk = NEXT(open)(getenv("FAULT_DISK"), O_RDONLY);
    uint32_t unflushed = 2; /* EXT4_GOING_FLAGS_NOLOGFLUSH */
    if (ioctl(disk, _IOR('X', 125, uint32_t), &unflushed) != 0) perror("power cut");
  }
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

/* 0: it goes on; 1: it fails with errno; 2: half of it is done. */
static int fails(int kind, const char *path) {
  if (control == NULL || !(control->kinds & kind) || strncmp(path, folder, strlen(folder)) != 0) return 0;
  int32_t count = __atomic_add_fetch(&control->count, 1, __ATOMIC_SEQ_CST);
  int at = control->at;
  if (at == 0 || !(count == at || (control->sticky && count > at))) return 0;
  control->done++;
  if (control->error <= death && kind != 2) die();
  if (control->error < 0 && kind == 2 && count == at) return 2;
  errno = control->error > 0 ? control->error : ENOSPC;
  return 1;
}

static int fails_at(int kind, int file) {
  if (control == NULL || !(control->kinds & kind)) return 0;
  char link[40], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return fails(kind, path);
}

#define COPYING 32
static int taken;

static void copy_bytes(const char *from, const char *to) {
  static char bytes[1 << 16];
  int in = NEXT(open)(from, O_RDONLY), out = NEXT(open)(to, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  ssize_t length;
  while (in >= 0 && out >= 0 && (length = syscall(SYS_read, in, bytes, sizeof bytes)) > 0)
    if (syscall(SYS_write, out, bytes, length) != length) abort();
  /* Drops the locks of this process on the file; nobody else wants it. */
  if (in >= 0) close(in);
  if (out >= 0) close(out);
}

/* `of_journal`: the file is the journal, and not the database. */
static void take_state(int file, int of_journal) {
  if (control == NULL || !(control->kinds & COPYING) || states == NULL) return;
  char link[40], path[4096], journal[4200], to[4200];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return;
  path[length] = 0;
  if (strncmp(path, folder, strlen(folder)) != 0) return;
  char *ending = length > 8 ? path + length - 8 : path;
  if ((strcmp(ending, "-journal") == 0) != of_journal) return;
  if (of_journal) *ending = 0;
  struct stat stats;
  snprintf(journal, sizeof journal, "%s-journal", path);
  if (stat(journal, &stats) != 0 || stats.st_size == 0) return;
  snprintf(to, sizeof to, "%s/%06d.sengen", states, ++taken);
  copy_bytes(path, to);
  strcat(to, "-journal");
  copy_bytes(journal, to);
}

#define WRITING(half, whole) \
  int how = fails_at(2, f); \
  if (how == 1) return -1; \
  if (how == 0) return whole; \
  ssize_t done = half; \
  if (control->error <= death) die(); \
  return done

#define OPENING(name) \
  va_list list; va_start(list, flags); mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0; va_end(list); \
  return path[0] == '/' && fails(64, path) ? -1 : NEXT(name)(path, flags, mode)

int open(const char *path, int flags, ...) { OPENING(open); }
int open64(const char *path, int flags, ...) { OPENING(open64); }
ssize_t pread(int f, void *b, size_t n, off_t o) { return fails_at(1, f) ? -1 : NEXT(pread)(f, b, n, o); }
ssize_t pread64(int f, void *b, size_t n, off64_t o) { return fails_at(1, f) ? -1 : NEXT(pread64)(f, b, n, o); }
ssize_t read(int f, void *b, size_t n) { return fails_at(1, f) ? -1 : NEXT(read)(f, b, n); }
ssize_t pwrite(int f, const void *b, size_t n, off_t o) { take_state(f, 0); WRITING(NEXT(pwrite)(f, b, n / 2, o), NEXT(pwrite)(f, b, n, o)); }
ssize_t pwrite64(int f, const void *b, size_t n, off64_t o) { take_state(f, 0); WRITING(NEXT(pwrite64)(f, b, n / 2, o), NEXT(pwrite64)(f, b, n, o)); }
ssize_t write(int f, const void *b, size_t n) { WRITING(NEXT(write)(f, b, n / 2), NEXT(write)(f, b, n)); }
int fsync(int f) { return fails_at(4, f) ? -1 : NEXT(fsync)(f); }
int fdatasync(int f) { return fails_at(4, f) ? -1 : NEXT(fdatasync)(f); }
int rename(const char *a, const char *b) { return fails(8, a) ? -1 : NEXT(rename)(a, b); }
int link(const char *a, const char *b) { return fails(8, a) ? -1 : NEXT(link)(a, b); }
int ftruncate(int f, off_t n) { take_state(f, 1); return fails_at(16, f) ? -1 : NEXT(ftruncate)(f, n); }
int ftruncate64(int f, off64_t n) { take_state(f, 1); return fails_at(16, f) ? -1 : NEXT(ftruncate64)(f, n); }
int unlink(const char *p) { return fails(16, p) ? -1 : NEXT(unlink)(p); }
