// SPDX-License-Identifier: Apache-2.0
/* What the endpoint at hand answers: at its own address and, of an API, at its samples. */
#ifndef SV_PLUGINS_DESCRIBE_SAMPLES_H
#define SV_PLUGINS_DESCRIBE_SAMPLES_H

#include "engines/sample/sample.h"

#include <samsvar/plugin.h>

/* Asks the endpoint's address as OWN has it, and the samples with the same credential, all at once;
 * their number. ANSWERS has room for SV_SAMPLES_MAX + 1. Asked without a credential ("") only what
 * is open to all is a sample. */
size_t sv_samples_ask(struct sv_ctx *ctx, const struct sv_request *own,
                      const struct sv_response **answers);

#endif
