// SPDX-License-Identifier: Apache-2.0
/* --enable-builtin-plugins: the plugins are linked into the program with -dlpreopen, and libtool's
 * table says which. */
#include "runner/load.h"

#include "engines/base/ascii.h"

#include <ltdl.h>
#include <string.h>

LT_SCOPE const lt_dlsymlist lt__PROGRAM__LTX_preloaded_symbols[];

enum { BUILTIN_MOST = 64 };

const char *const *sv_plugins_builtin(struct sv_arena *a)
{
  const char **names = sv_arena_calloc(a, BUILTIN_MOST + 1, sizeof *names);
  size_t n = 0;
  /* A module stands in the table by its archive's name, without an address; its symbols follow. */
  for (const lt_dlsymlist *s = lt__PROGRAM__LTX_preloaded_symbols;
       names && s->name && n < BUILTIN_MOST; s++)
    if (!s->address && sv_ends_with(s->name, ".a")) {
      names[n] = sv_arena_copy(a, s->name, strlen(s->name) - 2);
      if (!names[n++])
        return NULL;
    }
  return names;
}

bool sv_plugins_preload(void)
{
  return lt_dlpreload_default(lt__PROGRAM__LTX_preloaded_symbols) == 0;
}
