// SPDX-License-Identifier: Apache-2.0
/* Was built for a newer minor version: it may want services that are not there. */
#include "tests/plugins/fixture.h"

HARMLESS(newminor);

extern SV_EXPORT const struct sv_plugin newminor_LTX_samsvar_plugin;
const struct sv_plugin newminor_LTX_samsvar_plugin = {
  .magic = SV_PLUGIN_MAGIC,
  .abi_major = SV_ABI_MAJOR,
  .abi_minor = SV_ABI_MINOR + 1,
  .size = sizeof(struct sv_plugin),
  .check_size = sizeof(struct sv_check),
  .jansson = JANSSON_MAJOR_VERSION,
  .check_count = 2,
  .checks = checks,
  .name = "newminor",
  .version = "1.0.0",
};
