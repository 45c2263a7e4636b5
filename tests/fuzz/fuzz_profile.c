// SPDX-License-Identifier: Apache-2.0
/* Any bytes as a profile file: resolved, or refused with a place and a sentence. */
#include "tests/fuzz/fuzz.h"

#include "runner/paths.h"
#include "runner/profile.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* The catalogue is the same for every input. */
static const struct sv_catalogue *catalogue(void)
{
  static struct sv_catalogue c;
  struct sv_error err = { 0 };
  if (c.count == 0)
    PROMISE(sv_catalogue_read(sv_path_data(), &c, &err) == SV_OK);
  return &c;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  char path[64];
  const int fd = memfd_create("profile", MFD_CLOEXEC);
  PROMISE(fd >= 0 && write(fd, data, size) == (ssize_t)size);
  (void)snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
  struct sv_profile p;
  struct sv_error err = { 0 };
  const enum sv_status status = sv_profile_read(sv_path_data(), path, catalogue(), &p, &err);
  PROMISE(status == SV_OK || status == SV_INVALID || status == SV_NO_MEMORY);
  if (status == SV_OK) {
    PROMISE(p.id[0] && p.count + p.check_count > 0 && strlen(p.sha256) == 64);
    for (size_t i = 0; i < p.count; i++)
      PROMISE(sv_profile_find(&p, p.items[i].requirement->id) == &p.items[i]);
  } else {
    PROMISE(err.text[0] && (status == SV_NO_MEMORY || (err.line > 0 && err.column > 0)));
  }
  sv_profile_free(&p);
  (void)close(fd);
  return 0;
}
