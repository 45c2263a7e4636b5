// SPDX-License-Identifier: Apache-2.0
/* The usual build: no plugin is linked into the program. */
#include "runner/load.h"

const char *const *sv_plugins_builtin(void)
{
  static const char *const none[] = { NULL };
  return none;
}
