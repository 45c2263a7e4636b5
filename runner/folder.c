// SPDX-License-Identifier: Apache-2.0
/* Listing a folder. */
#include "runner/folder.h"

#include "engines/base/ascii.h"
#include "engines/base/lang.h"
#include "engines/base/why.h"

#include <samsvar/plugin.h>

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { NAMES_MAX = 4096 };

static int by_bytes(const void *a, const void *b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static enum sv_status collect(DIR *folder, const char *suffix, struct sv_arena *a,
                              const char **list, size_t *count)
{
  const struct dirent *entry = NULL;
  while ((entry = readdir(folder))) {
    if (entry->d_name[0] == '.' || !sv_ends_with(entry->d_name, suffix))
      continue;
    if (*count == NAMES_MAX)
      return SV_LIMIT;
    list[*count] = sv_arena_strdup(a, entry->d_name);
    if (!list[(*count)++])
      return SV_NO_MEMORY;
  }
  return SV_OK;
}

enum sv_status sv_folder_list(const char *dir, const char *suffix, struct sv_arena *a,
                              const char *const **names, struct sv_error *err)
{
  DIR *folder = opendir(dir);
  if (!folder)
    return sv_fail_at(err, errno == ENOENT ? SV_NOT_FOUND : SV_IO, dir, 0, 0, "%s: %s",
                      sv_tr(N_("cannot be opened")), sv_why(errno));
  const char **list = sv_arena_calloc(a, NAMES_MAX + 1, sizeof *list);
  size_t count = 0;
  const enum sv_status status = list ? collect(folder, suffix, a, list, &count) : SV_NO_MEMORY;
  (void)closedir(folder);
  if (status == SV_LIMIT)
    return sv_fail_at(err, status, dir, 0, 0, "%s", sv_tr(N_("too many files")));
  SV_TRY(status);
  qsort(list, count, sizeof *list, by_bytes);
  *names = list;
  return SV_OK;
}
