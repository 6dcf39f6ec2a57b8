/*
 * Writes down what a process does to the files below a folder, in the order in which the disk is asked for it.
 *
 * LD_PRELOAD with RECORD_LOG (the log, appended to) and RECORD_FOLDER; what is written to the file RECORD_MARKS is taken
 * down as it is. A record: type, length of path, inode, number, length of data, path, data; see disk-log.ts.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define NEXT(name) ({ static __typeof__(&name) next; if (!next) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name); next; })

struct head { uint32_t type, path; uint64_t inode, number, data; };

static int file = -1;
static const char *folder, *marks;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void start(void) {
  const char *path = getenv("RECORD_LOG");
  folder = getenv("RECORD_FOLDER");
  marks = getenv("RECORD_MARKS");
  if (path != NULL && folder != NULL) file = NEXT(open)(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
}

static int below(const char *path) { return file >= 0 && path[0] == '/' && strncmp(path, folder, strlen(folder)) == 0; }

static void note(char type, const char *path, uint64_t inode, uint64_t number, const void *data, uint64_t length) {
  struct head head = { (uint32_t)type, (uint32_t)strlen(path), inode, number, length };
  struct iovec parts[] = { { &head, sizeof head }, { (void *)path, head.path }, { (void *)data, length } };
  if (syscall(SYS_writev, file, parts, 3) < 0) abort();
}

/* The path of an open file below the folder, or of the marks; 0 for any other. */
static int known(int f, char *path) {
  if (file < 0) return 0;
  char link[40];
  snprintf(link, sizeof link, "/proc/self/fd/%d", f);
  ssize_t length = readlink(link, path, 4095);
  if (length < 0) return 0;
  path[length] = 0;
  return below(path) || (marks != NULL && strcmp(path, marks) == 0);
}

static uint64_t inode_of(int f) { struct stat s; return fstat(f, &s) == 0 ? s.st_ino : 0; }
static uint64_t inode_at(const char *path) { struct stat s; return lstat(path, &s) == 0 ? s.st_ino : 0; }

static void wrote(int f, const char *path, const void *data, size_t length, uint64_t at) {
  if (marks != NULL && strcmp(path, marks) == 0) note('A', "", 0, 0, data, length);
  else note('W', path, inode_of(f), at, data, length);
}

static int opened(const char *path, int flags, mode_t mode, int (*open_it)(const char *, int, ...)) {
  if (!below(path) || !(flags & (O_CREAT | O_TRUNC))) return open_it(path, flags, mode);
  pthread_mutex_lock(&turn);
  int was = inode_at(path) != 0;
  int f = open_it(path, flags, mode);
  if (f >= 0 && !was) note('C', path, inode_of(f), 0, "", 0);
  else if (f >= 0 && (flags & O_TRUNC)) note('T', path, inode_of(f), 0, "", 0);
  pthread_mutex_unlock(&turn);
  return f;
}

#define MODE va_list list; va_start(list, flags); mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0; va_end(list)
int open(const char *path, int flags, ...) { MODE; return opened(path, flags, mode, NEXT(open)); }
int open64(const char *path, int flags, ...) { MODE; return opened(path, flags, mode, NEXT(open64)); }

#define WRITING(call, at_of, bytes) \
  char path[4096]; \
  if (!known(f, path)) return call; \
  pthread_mutex_lock(&turn); \
  ssize_t n = call; \
  if (n > 0) wrote(f, path, bytes, (size_t)n, at_of); \
  pthread_mutex_unlock(&turn); \
  return n
#define HERE ((uint64_t)(lseek64(f, 0, SEEK_CUR) - n))

ssize_t write(int f, const void *b, size_t c) { WRITING(NEXT(write)(f, b, c), HERE, b); }
ssize_t pwrite(int f, const void *b, size_t c, off_t o) { WRITING(NEXT(pwrite)(f, b, c, o), (uint64_t)o, b); }
ssize_t pwrite64(int f, const void *b, size_t c, off64_t o) { WRITING(NEXT(pwrite64)(f, b, c, o), (uint64_t)o, b); }

/* What is not taken down must not be done unseen. */
static void unseen(int f) { char path[4096]; if (known(f, path)) { dprintf(2, "record.c: a way to write that is not recorded: %s\n", path); abort(); } }
ssize_t writev(int f, const struct iovec *v, int c) { if (c == 1) return write(f, v->iov_base, v->iov_len); unseen(f); return NEXT(writev)(f, v, c); }
ssize_t pwritev(int f, const struct iovec *v, int c, off_t o) { if (c == 1) return pwrite(f, v->iov_base, v->iov_len, o); unseen(f); return NEXT(pwritev)(f, v, c, o); }
ssize_t copy_file_range(int a, off64_t *x, int f, off64_t *y, size_t n, unsigned flags) { unseen(f); return NEXT(copy_file_range)(a, x, f, y, n, flags); }

static int synced(int f, int (*sync_it)(int)) {
  char path[4096];
  if (!known(f, path)) return sync_it(f);
  pthread_mutex_lock(&turn);
  int result = sync_it(f);
  struct stat s;
  if (result == 0 && fstat(f, &s) == 0) note(S_ISDIR(s.st_mode) ? 'D' : 'S', path, s.st_ino, 0, "", 0);
  pthread_mutex_unlock(&turn);
  return result;
}
int fsync(int f) { return synced(f, NEXT(fsync)); }
int fdatasync(int f) { return synced(f, NEXT(fdatasync)); }

static int cut(int f, off64_t length, int (*cut_it)(int, off64_t)) {
  char path[4096];
  if (!known(f, path)) return cut_it(f, length);
  pthread_mutex_lock(&turn);
  int result = cut_it(f, length);
  if (result == 0) note('T', path, inode_of(f), (uint64_t)length, "", 0);
  pthread_mutex_unlock(&turn);
  return result;
}
int ftruncate(int f, off_t n) { return cut(f, n, (int (*)(int, off64_t))NEXT(ftruncate)); }
int ftruncate64(int f, off64_t n) { return cut(f, n, NEXT(ftruncate64)); }

#define NAMING(call, type, from, inode, to) \
  if (!below(from)) return call; \
  pthread_mutex_lock(&turn); \
  uint64_t it = inode; \
  int result = call; \
  if (result == 0) note(type, from, it, 0, to, strlen(to)); \
  pthread_mutex_unlock(&turn); \
  return result
int rename(const char *a, const char *b) { NAMING(NEXT(rename)(a, b), 'R', a, inode_at(a), b); }
int link(const char *a, const char *b) { NAMING(NEXT(link)(a, b), 'L', a, inode_at(a), b); }
int unlink(const char *a) { NAMING(NEXT(unlink)(a), 'U', a, inode_at(a), ""); }
int mkdir(const char *a, mode_t m) { NAMING(NEXT(mkdir)(a, m), 'M', a, 0, ""); }
int rmdir(const char *a) { NAMING(NEXT(rmdir)(a), 'X', a, 0, ""); }
char *mkdtemp(char *a) {
  if (!below(a)) return NEXT(mkdtemp)(a);
  pthread_mutex_lock(&turn);
  char *made = NEXT(mkdtemp)(a);
  if (made != NULL) note('M', made, 0, 0, "", 0);
  pthread_mutex_unlock(&turn);
  return made;
}
