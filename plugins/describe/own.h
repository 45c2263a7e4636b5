// SPDX-License-Identifier: Apache-2.0
/* Which addresses belong to the target: only those are asked. */
#ifndef SV_PLUGINS_DESCRIBE_OWN_H
#define SV_PLUGINS_DESCRIBE_OWN_H

#include <samsvar/plugin.h>
#include <stdbool.h>

/* Whether URL has scheme, host and port of one of the target's endpoints. */
bool sv_is_own_url(struct sv_ctx *ctx, const char *url);

#endif
