/* Stands between a program and its files, under one folder.
 *
 * It writes down every change (INGLENOOK_SHIM_LOG), so that a power cut can be played back at any moment of it, and it
 * lets the n-th call fail when asked to. Orders come as file names that cannot exist:
 *   unlink   /inglenook-shim/arm/<n>/<kind>/<sticky>   kind 0: EIO, 1: half a write, then ENOSPC
 *   unlink   /inglenook-shim/disarm
 *   readlink /inglenook-shim/state                     "<calls seen> <the first call that failed>"
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char root[1024];
static size_t root_length;
static int log_file = -1;
static long seen, target;
static int kind, sticky, failed;
static char refused[1100]; /* the first call that failed */
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

#define REAL(result, name, ...) \
  static result (*real_##name)(__VA_ARGS__); \
  if (!real_##name) real_##name = (result(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

static ssize_t real_write_all(int file, const void *bytes, size_t length) {
  REAL(ssize_t, write, int, const void *, size_t);
  return real_write(file, bytes, length);
}

__attribute__((constructor)) static void begin(void) {
  const char *folder = getenv("INGLENOOK_SHIM_ROOT"), *log = getenv("INGLENOOK_SHIM_LOG");
  REAL(int, open64, const char *, int, ...);
  if (folder) { snprintf(root, sizeof root, "%s/", folder); root_length = strlen(root); }
  if (log) log_file = real_open64(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int is_inside(const char *path) {
  if (!root_length || !path) return 0;
  return strncmp(path, root, root_length) == 0 || (strncmp(path, root, root_length - 1) == 0 && !path[root_length - 1]);
}

static int path_of(int file, char *path, size_t length) {
  char link[64];
  REAL(ssize_t, readlink, const char *, char *, size_t);
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t got = real_readlink(link, path, length - 1);
  if (got < 0) return 0;
  path[got] = 0;
  return is_inside(path);
}

static int is_shared_memory(const char *path) {
  return strstr(path, "-shm") != NULL;
}

struct record { uint8_t op, spare[3]; uint16_t path, other; uint64_t inode, offset; uint32_t length, spare_too; };

static void note(char op, const char *path, const char *other, uint64_t inode, uint64_t offset, const void *bytes, size_t length) {
  if (log_file < 0 || is_shared_memory(path)) return;
  struct record record = { .op = (uint8_t)op, .path = (uint16_t)strlen(path), .other = (uint16_t)strlen(other),
                           .inode = inode, .offset = offset, .length = (uint32_t)length };
  pthread_mutex_lock(&mutex);
  real_write_all(log_file, &record, sizeof record);
  real_write_all(log_file, path, record.path);
  real_write_all(log_file, other, record.other);
  if (bytes && length) real_write_all(log_file, bytes, length);
  pthread_mutex_unlock(&mutex);
}

/* Whether this call is to fail. */
static int fails(const char *call, const char *path) {
  int now;
  pthread_mutex_lock(&mutex);
  seen++;
  now = target > 0 && (seen == target || (sticky && seen > target));
  if (now && !failed) snprintf(refused, sizeof refused, "%s %s", call, path);
  failed |= now;
  pthread_mutex_unlock(&mutex);
  return now;
}

static int refuse(void) { errno = kind == 1 ? ENOSPC : EIO; return -1; }

static uint64_t inode_of(int file, int *is_folder) {
  struct stat about;
  if (fstat(file, &about) != 0) return 0;
  if (is_folder) *is_folder = S_ISDIR(about.st_mode);
  return about.st_ino;
}

static ssize_t change(int file, const void *bytes, size_t length, int64_t offset, int moves) {
  char path[1024];
  REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t);
  if (file == 2 && length > 4 && memcmp(bytes, "ack ", 4) == 0) note('A', "", "", 0, 0, bytes, length);
  int inside = root_length && file != log_file && path_of(file, path, sizeof path);
  if (inside && moves) offset = lseek64(file, 0, SEEK_CUR);
  if (inside && fails("write", path)) {
    if (kind == 1 && length > 1) {
      real_pwrite64(file, bytes, length / 2, offset);
      note('W', path, "", inode_of(file, NULL), (uint64_t)offset, bytes, length / 2);
    }
    return refuse();
  }
  ssize_t written = moves ? real_write_all(file, bytes, length) : real_pwrite64(file, bytes, length, offset);
  if (inside && written > 0) note('W', path, "", inode_of(file, NULL), (uint64_t)offset, bytes, (size_t)written);
  return written;
}

ssize_t write(int file, const void *bytes, size_t length) { return change(file, bytes, length, 0, 1); }
ssize_t pwrite(int file, const void *bytes, size_t length, off_t offset) { return change(file, bytes, length, offset, 0); }
ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t offset) { return change(file, bytes, length, offset, 0); }

int ftruncate64(int file, off64_t length) {
  char path[1024];
  REAL(int, ftruncate64, int, off64_t);
  int inside = path_of(file, path, sizeof path);
  if (inside && fails("cut", path)) return refuse();
  int result = real_ftruncate64(file, length);
  if (inside && result == 0) note('T', path, "", inode_of(file, NULL), (uint64_t)length, NULL, 0);
  return result;
}
int ftruncate(int file, off_t length) { return ftruncate64(file, length); }

static int make_durable(int file, int (*real)(int)) {
  char path[1024];
  int is_folder = 0;
  int inside = path_of(file, path, sizeof path);
  if (inside && fails("sync", path)) { errno = EIO; return -1; }
  int result = real(file);
  uint64_t inode = inode_of(file, &is_folder);
  if (inside && result == 0) note(is_folder ? 'D' : 'S', path, "", inode, 0, NULL, 0);
  return result;
}
int fsync(int file) { REAL(int, fsync, int); return make_durable(file, real_fsync); }
int fdatasync(int file) { REAL(int, fdatasync, int); return make_durable(file, real_fdatasync); }

static int opened(const char *path, int flags, mode_t mode) {
  REAL(int, open64, const char *, int, ...);
  int makes = is_inside(path) && (flags & O_CREAT);
  int was_there = makes && access(path, F_OK) == 0;
  if (makes && !was_there && fails("make", path)) return refuse();
  int file = real_open64(path, flags, mode);
  if (file >= 0 && makes && !was_there) note('N', path, "", inode_of(file, NULL), 0, NULL, 0);
  return file;
}
#define MODE(flags) mode_t mode = 0; if ((flags) & O_CREAT) { va_list list; va_start(list, flags); mode = va_arg(list, mode_t); va_end(list); }
int open(const char *path, int flags, ...) { MODE(flags); return opened(path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags); return opened(path, flags, mode); }

static int ordered(const char *path) {
  if (strcmp(path, "/inglenook-shim/disarm") == 0) { target = 0; return 1; }
  if (sscanf(path, "/inglenook-shim/arm/%ld/%d/%d", &target, &kind, &sticky) != 3) return 0;
  seen = 0;
  failed = 0;
  return 1;
}

int unlink(const char *path) {
  REAL(int, unlink, const char *);
  if (ordered(path)) return 0;
  int inside = is_inside(path);
  if (inside && access(path, F_OK) == 0 && fails("unlink", path)) { errno = EIO; return -1; }
  int result = real_unlink(path);
  if (inside && result == 0) note('U', path, "", 0, 0, NULL, 0);
  return result;
}
int rename(const char *from, const char *to) {
  REAL(int, rename, const char *, const char *);
  int inside = is_inside(from) && is_inside(to);
  if (inside && fails("rename", to)) return refuse();
  int result = real_rename(from, to);
  if (inside && result == 0) note('R', from, to, 0, 0, NULL, 0);
  return result;
}
int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) {
  REAL(int, linkat, int, const char *, int, const char *, int);
  int inside = is_inside(from) && is_inside(to);
  if (inside && fails("link", to)) return refuse();
  int result = real_linkat(from_folder, from, to_folder, to, flags);
  if (inside && result == 0) note('L', from, to, 0, 0, NULL, 0);
  return result;
}

ssize_t readlink(const char *path, char *answer, size_t length) {
  REAL(ssize_t, readlink, const char *, char *, size_t);
  if (strcmp(path, "/inglenook-shim/state") == 0) return snprintf(answer, length, "%ld %s", seen, failed ? refused : "");
  return real_readlink(path, answer, length);
}
