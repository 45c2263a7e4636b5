// SPDX-License-Identifier: Apache-2.0
/* Threat 14 of the security design: links, races, shared folders, full disks. */
#include "runner/output.h"

#include "engines/base/lang.h"
#include "engines/base/why.h"

#include <samsvar/plugin.h>

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TEMPORARY_MAX = 300 };

/* PATH without slashes at its end: with one, O_NOFOLLOW would follow. */
static enum sv_status trim(const char *path, char out[PATH_MAX], struct sv_error *err)
{
  size_t size = strlen(path);
  while (size > 1 && path[size - 1] == '/')
    size--;
  if (size == 0 || size >= PATH_MAX)
    return sv_fail_at(err, SV_IO, path, 0, 0, N_("this is no name of a folder"));
  memcpy(out, path, size);
  out[size] = '\0';
  return SV_OK;
}

static enum sv_status check_folder(int fd, const char *path, struct sv_error *err)
{
  struct stat info;
  if (fstat(fd, &info) != 0)
    return sv_fail_at(err, SV_IO, path, 0, 0, N_("cannot be opened: %s"), sv_why(errno));
  if ((info.st_mode & (S_IWGRP | S_IWOTH)) && !(info.st_mode & S_ISVTX))
    return sv_fail_at(err, SV_DENIED, path, 0, 0,
                      N_("others may write in this folder; choose another, or take the right away "
                         "with chmod go-w"));
  if (flock(fd, LOCK_EX | LOCK_NB) != 0)
    return sv_fail_at(err, SV_DENIED, path, 0, 0,
                      N_("another run is writing in this folder; choose another with -o"));
  return SV_OK;
}

static enum sv_status name_temporary(const char *name, char out[TEMPORARY_MAX],
                                     struct sv_error *err)
{
  uint64_t random = 0;
  if (getrandom(&random, sizeof random, 0) != (ssize_t)sizeof random)
    return sv_fail(err, SV_IO, N_("no random number was to be had: %s"), sv_why(errno));
  const int size =
      snprintf(out, TEMPORARY_MAX, "%.200s.tmp-%016llx", name, (unsigned long long)random);
  return size > 0 && size < TEMPORARY_MAX ? SV_OK : SV_INTERNAL;
}

static int write_all(int fd, const char *data, size_t size)
{
  while (size > 0) {
    const ssize_t n = write(fd, data, size);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return -1;
    data += n;
    size -= (size_t)n;
  }
  return 0;
}

static enum sv_status cannot_write(struct sv_error *err, const char *name, int error)
{
  return sv_fail_at(err, SV_IO, name, 0, 0, N_("cannot be written: %s"), sv_why(error));
}

static int create(int folder, const char *name)
{
  return openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
}

/* Writes and closes; removes the file again when that fails. */
static enum sv_status fill(int folder, const char *temporary, const char *name, const void *data,
                           size_t size, struct sv_error *err)
{
  const int fd = create(folder, temporary);
  if (fd < 0)
    return cannot_write(err, name, errno);
  int error = write_all(fd, data, size) != 0 || fsync(fd) != 0 ? errno : 0;
  if (close(fd) != 0 && !error)
    error = errno;
  if (!error)
    return SV_OK;
  (void)unlinkat(folder, temporary, 0);
  return cannot_write(err, name, error);
}

static enum sv_status replace(int folder, const char *name, const void *data, size_t size,
                              struct sv_error *err)
{
  char temporary[TEMPORARY_MAX];
  SV_TRY(name_temporary(name, temporary, err));
  SV_TRY(fill(folder, temporary, name, data, size, err));
  if (renameat(folder, temporary, folder, name) != 0) {
    const int error = errno;
    (void)unlinkat(folder, temporary, 0);
    return cannot_write(err, name, error);
  }
  return SV_OK;
}

/* Makes the names of the files safe. Some file systems cannot; the files themselves are safe. */
static void keep_names(int folder)
{
  (void)fsync(folder);
}

static enum sv_status probe(int folder, const char *path, struct sv_error *err)
{
  char temporary[TEMPORARY_MAX];
  SV_TRY(name_temporary("probe", temporary, err));
  const int fd = create(folder, temporary);
  int error = fd < 0 || write_all(fd, "samsvar\n", 8) != 0 ? errno : 0;
  if (fd >= 0 && close(fd) != 0 && !error)
    error = errno;
  if (fd >= 0)
    (void)unlinkat(folder, temporary, 0);
  return error ? cannot_write(err, path, error) : SV_OK;
}

enum sv_status sv_output_open(const char *path, struct sv_output *o, struct sv_error *err)
{
  char trimmed[PATH_MAX];
  *o = (struct sv_output){ .folder = -1, .path = path };
  SV_TRY(trim(path, trimmed, err));
  if (mkdir(trimmed, 0755) != 0 && errno != EEXIST)
    return sv_fail_at(err, SV_IO, path, 0, 0, N_("the folder cannot be made: %s"), sv_why(errno));
  o->folder = open(trimmed, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (o->folder < 0)
    return sv_fail_at(err, SV_IO, path, 0, 0,
                      errno == ELOOP || errno == ENOTDIR ? N_("this is no folder of its own, but a "
                                                              "link or a file: %s")
                                                         : N_("the folder cannot be opened: %s"),
                      sv_why(errno));
  enum sv_status status = check_folder(o->folder, path, err);
  status = status == SV_OK ? probe(o->folder, path, err) : status;
  if (status != SV_OK)
    sv_output_close(o);
  return status;
}

enum sv_status sv_output_write(const struct sv_output *o, const char *name, const void *data,
                               size_t size, struct sv_error *err)
{
  return replace(o->folder, name, data, size, err);
}

void sv_output_remove(const struct sv_output *o, const char *name)
{
  (void)unlinkat(o->folder, name, 0);
}

void sv_output_close(struct sv_output *o)
{
  if (o->folder >= 0) {
    keep_names(o->folder);
    (void)close(o->folder);
  }
  o->folder = -1;
}

/* A pipe, a device, a terminal: there is nothing to replace. */
static enum sv_status write_through(const char *path, const void *data, size_t size,
                                    struct sv_error *err)
{
  const bool standard = strcmp(path, "-") == 0;
  const int fd = standard ? STDOUT_FILENO : open(path, O_WRONLY | O_CLOEXEC);
  if (fd < 0)
    return cannot_write(err, path, errno);
  int error = write_all(fd, data, size) != 0 ? errno : 0;
  if (!standard && close(fd) != 0 && !error)
    error = errno;
  return error ? cannot_write(err, standard ? sv_tr(N_("standard output")) : path, error) : SV_OK;
}

enum sv_status sv_output_file(const char *path, const void *data, size_t size, struct sv_error *err)
{
  struct stat info;
  if (strcmp(path, "-") == 0 ||
      (stat(path, &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode)))
    return write_through(path, data, size, err);
  char folder[PATH_MAX];
  const char *slash = strrchr(path, '/');
  const size_t length = slash ? (size_t)(slash - path) : 0;
  if (length >= sizeof folder || (slash ? slash[1] : path[0]) == '\0')
    return cannot_write(err, path, EINVAL);
  (void)snprintf(folder, sizeof folder, "%.*s", slash ? (int)(length ? length : 1) : 1,
                 slash ? path : ".");
  const int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0)
    return cannot_write(err, path, errno);
  const enum sv_status status = replace(fd, slash ? slash + 1 : path, data, size, err);
  keep_names(fd);
  (void)close(fd);
  return status;
}
