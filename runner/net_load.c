// SPDX-License-Identifier: Apache-2.0
/* The code of the net process when it is a module: found and trusted as plugins are, by its whole
 * path, and loaded only where it runs. */
#include "runner/net.h"

#include "engines/base/why.h"

#include "config.h"

#include "runner/load.h"
#include "runner/paths.h"

#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool find(char path[PATH_MAX])
{
  const char *dir = sv_path_modules();
  return snprintf(path, PATH_MAX, "%s/samsvar-net-%s.so", dir, PACKAGE_VERSION) < PATH_MAX;
}

enum sv_status sv_net_code_check(struct sv_error *err)
{
  char path[PATH_MAX];
  char *resolved = find(path) ? realpath(path, NULL) : NULL;
  if (!resolved)
    return sv_fail(err, SV_INTERNAL,
                   "samsvar is not whole: %s, which sends its requests, cannot be found (%s)", path,
                   sv_why(errno));
  const char *why = sv_file_untrusted(resolved);
  enum sv_status status = SV_OK;
  if (why)
    status = sv_fail(err, SV_INTERNAL,
                     "%s is not loaded, because others could change %s. Let root or you own it, "
                     "and let nobody else write to it",
                     path, why);
  free(resolved);
  return status;
}

sv_net_code *sv_net_code_load(void)
{
  char path[PATH_MAX];
  void *module = find(path) ? dlopen(path, RTLD_NOW | RTLD_LOCAL) : NULL;
  void *code = module ? dlsym(module, "sv_net_main") : NULL;
  const char *why = code ? NULL : dlerror();
  if (why)
    (void)fprintf(stderr, "samsvar: %s\n", why);
  return (sv_net_code *)code;
}
