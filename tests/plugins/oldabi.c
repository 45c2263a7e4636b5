// SPDX-License-Identifier: Apache-2.0
/* Was built for a major version that is gone. */
#include "tests/plugins/fixture.h"

HARMLESS(oldabi);

extern SV_EXPORT const struct sv_plugin oldabi_LTX_samsvar_plugin;
const struct sv_plugin oldabi_LTX_samsvar_plugin = {
  .magic = SV_PLUGIN_MAGIC,
  .abi_major = 0,
  .abi_minor = SV_ABI_MINOR,
  .size = sizeof(struct sv_plugin),
  .check_size = sizeof(struct sv_check),
  .jansson = JANSSON_MAJOR_VERSION,
  .check_count = 2,
  .checks = checks,
  .name = "oldabi",
  .version = "1.0.0",
};
