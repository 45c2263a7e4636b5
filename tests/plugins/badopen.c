// SPDX-License-Identifier: Apache-2.0
/* Cannot prepare itself. */
#include "tests/plugins/fixture.h"

HARMLESS(badopen);

static enum sv_outcome refuse(struct sv_ctx *ctx)
{
  (void)ctx;
  return SV_FAILED;
}

extern SV_EXPORT const struct sv_plugin badopen_LTX_samsvar_plugin;
const struct sv_plugin badopen_LTX_samsvar_plugin = {
  .magic = SV_PLUGIN_MAGIC,
  .abi_major = SV_ABI_MAJOR,
  .abi_minor = SV_ABI_MINOR,
  .size = sizeof(struct sv_plugin),
  .check_size = sizeof(struct sv_check),
  .jansson = JANSSON_MAJOR_VERSION,
  .check_count = 2,
  .checks = checks,
  .name = "badopen",
  .version = "1.0.0",
  .open = refuse,
};
