// SPDX-License-Identifier: Apache-2.0
/* Making files that were not there. */
#include "runner/create.h"

#include "engines/base/lang.h"
#include "engines/base/why.h"
#include "runner/paths.h"

#include <samsvar/plugin.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static enum sv_status write_all(int fd, const char *text, size_t size)
{
  while (size > 0) {
    const ssize_t n = write(fd, text, size);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return SV_IO;
    text += n;
    size -= (size_t)n;
  }
  return SV_OK;
}

enum sv_status sv_create_file(const char *path, const char *text, struct sv_error *err)
{
  const int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (fd < 0 && errno == EEXIST)
    return sv_fail_at(err, SV_DENIED, path, 0, 0, "%s",
                      sv_tr(N_("is there already, and is never written over")));
  if (fd < 0)
    return sv_fail_at(err, SV_IO, path, 0, 0, "%s: %s", sv_tr(N_("cannot be written")),
                      sv_why(errno));
  enum sv_status status = write_all(fd, text, strlen(text));
  const int why = errno;
  if (close(fd) != 0 && status == SV_OK)
    status = SV_IO;
  if (status == SV_OK)
    return SV_OK;
  (void)unlink(path);
  return sv_fail_at(err, SV_IO, path, 0, 0, "%s: %s", sv_tr(N_("cannot be written")), sv_why(why));
}

const char *sv_schema_address(const char *name, struct sv_arena *a)
{
  char *dir = realpath(sv_path_data(), NULL);
  const char *address =
      sv_arena_printf(a, "file://%s/profiles/%s", dir ? dir : sv_path_data(), name);
  free(dir);
  return address;
}
