// SPDX-License-Identifier: Apache-2.0
/* The usual build: no plugin is linked into the program. */
#include "runner/load.h"

const char *const *sv_plugins_builtin(struct sv_arena *a)
{
  return sv_arena_calloc(a, 1, sizeof(const char *));
}

bool sv_plugins_preload(void)
{
  return true;
}
