// SPDX-License-Identifier: Apache-2.0
/* Has no table. */
#include "tests/plugins/fixture.h"

static enum sv_outcome harmless(struct sv_ctx *ctx)
{
  return good_check(ctx);
}

extern SV_EXPORT const struct sv_plugin notable_LTX_samsvar_plugin;
const struct sv_plugin notable_LTX_samsvar_plugin = {
  .magic = SV_PLUGIN_MAGIC,
  .abi_major = SV_ABI_MAJOR,
  .abi_minor = SV_ABI_MINOR,
  .size = sizeof(struct sv_plugin),
  .check_size = sizeof(struct sv_check),
  .jansson = JANSSON_MAJOR_VERSION,
  .check_count = 2,
  .checks = NULL,
  .open = harmless,
  .name = "notable",
  .version = "1.0.0",
};
