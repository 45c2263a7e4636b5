// SPDX-License-Identifier: Apache-2.0
/* Exports something that is no plugin. */
#include "tests/plugins/fixture.h"

HARMLESS(wrongmagic);

extern SV_EXPORT const struct sv_plugin wrongmagic_LTX_samsvar_plugin;
const struct sv_plugin wrongmagic_LTX_samsvar_plugin = {
  .magic = 0x4b434142,
  .abi_major = SV_ABI_MAJOR,
  .abi_minor = SV_ABI_MINOR,
  .size = sizeof(struct sv_plugin),
  .check_size = sizeof(struct sv_check),
  .jansson = JANSSON_MAJOR_VERSION,
  .check_count = 2,
  .checks = checks,
  .name = "wrongmagic",
  .version = "1.0.0",
};
