// SPDX-License-Identifier: Apache-2.0
/* Taking a recording away. */
#include "runner/journal.h"

#include "runner/journal_internal.h"

#include <fcntl.h>
#include <unistd.h>

void sv_recording_remove(const char *dir)
{
  const int fd = open(dir, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (fd < 0)
    return;
  (void)unlinkat(fd, SV_INDEX_NAME, 0);
  (void)unlinkat(fd, SV_BODIES_NAME, 0);
  (void)close(fd);
  (void)rmdir(dir);
}
