// SPDX-License-Identifier: Apache-2.0
/* Where the product's own files are. */
#include "runner/paths.h"

#include <stdlib.h>

static const char *choose(const char *variable, const char *installed)
{
  const char *value = secure_getenv(variable);
  return value && value[0] ? value : installed;
}

const char *sv_path_data(void)
{
  return choose("SAMSVAR_DATA_DIR", SV_DATA_DIR);
}

const char *sv_path_plugins(void)
{
  return choose("SAMSVAR_INSTALLED_PLUGINS", SV_PLUGIN_DIR);
}

const char *sv_path_locale(void)
{
  return choose("SAMSVAR_LOCALE_DIR", SV_LOCALE_DIR);
}

const char *sv_path_libexec(void)
{
  return choose("SAMSVAR_LIBEXEC_DIR", SV_LIBEXEC_DIR);
}

const char *sv_path_modules(void)
{
  return choose("SAMSVAR_MODULE_DIR", SV_MODULE_DIR);
}
