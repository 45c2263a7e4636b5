// SPDX-License-Identifier: Apache-2.0
/* Says that its struct has four bytes. */
#include "tests/plugins/fixture.h"

HARMLESS(tinysize);

extern SV_EXPORT const struct sv_plugin tinysize_LTX_samsvar_plugin;
const struct sv_plugin tinysize_LTX_samsvar_plugin = {
  .magic = SV_PLUGIN_MAGIC,
  .abi_major = SV_ABI_MAJOR,
  .abi_minor = SV_ABI_MINOR,
  .size = 4,
  .check_size = sizeof(struct sv_check),
  .jansson = JANSSON_MAJOR_VERSION,
  .check_count = 2,
  .checks = checks,
  .name = "tinysize",
  .version = "1.0.0",
};
