// SPDX-License-Identifier: Apache-2.0
/* The target's AsyncAPI documents, as checks of events use them. */
#ifndef SV_MESSAGES_ASYNCAPI_H
#define SV_MESSAGES_ASYNCAPI_H

#include "engines/asyncapi/asyncapi.h"

#include <samsvar/plugin.h>

/* The first document of kind asyncapi that can be read; NULL: none. To be freed. */
struct sv_asyncapi *msg_asyncapi_of_target(struct sv_ctx *ctx);

#endif
