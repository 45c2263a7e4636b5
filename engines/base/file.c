// SPDX-License-Identifier: Apache-2.0
/* Reading whole files. */
#include "engines/base/file.h"

#include "engines/base/why.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum sv_status read_all(int fd, const char *path, struct sv_buf *text, struct sv_error *err)
{
  struct stat info;
  if (fstat(fd, &info) == 0 && S_ISDIR(info.st_mode))
    return sv_fail_at(err, SV_IO, path, 0, 0, "this is a folder, not a file");
  if (fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0 &&
      (size_t)info.st_size <= text->limit)
    SV_TRY(sv_buf_reserve(text, (size_t)info.st_size));
  for (;;) {
    char chunk[65536];
    const ssize_t n = read(fd, chunk, sizeof chunk);
    if (n == 0)
      return SV_OK;
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return sv_fail_at(err, SV_IO, path, 0, 0, "cannot be read: %s", sv_why(errno));
    const enum sv_status status = sv_buf_add(text, chunk, (size_t)n);
    if (status == SV_LIMIT)
      return sv_fail_at(err, SV_LIMIT, path, 0, 0, "larger than the limit of %zu bytes",
                        text->limit);
    SV_TRY(status);
  }
}

enum sv_status sv_file_read(const char *path, struct sv_buf *text, struct sv_error *err)
{
  if (strcmp(path, "-") == 0)
    return read_all(STDIN_FILENO, path, text, err);
  const int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return sv_fail_at(err, errno == ENOENT ? SV_NOT_FOUND : SV_IO, path, 0, 0,
                      "cannot be opened: %s", sv_why(errno));
  const enum sv_status status = read_all(fd, path, text, err);
  (void)close(fd);
  return status;
}
