// SPDX-License-Identifier: Apache-2.0
/* Was built for a major version that is not there yet. */
#include "tests/plugins/fixture.h"

HARMLESS(newabi);

extern SV_EXPORT const struct sv_plugin newabi_LTX_samsvar_plugin;
const struct sv_plugin newabi_LTX_samsvar_plugin = {
  .magic = SV_PLUGIN_MAGIC,
  .abi_major = SV_ABI_MAJOR + 1,
  .abi_minor = SV_ABI_MINOR,
  .size = sizeof(struct sv_plugin),
  .check_size = sizeof(struct sv_check),
  .jansson = JANSSON_MAJOR_VERSION,
  .check_count = 2,
  .checks = checks,
  .name = "newabi",
  .version = "1.0.0",
};
