// SPDX-License-Identifier: Apache-2.0
/* Events, messages and versions: the plugin's table of checks, whose rows and functions stand in
 * one file a family. */
#include "plugins/messages/checks.h"

#include "plugins/technical/checks.h"

#define CHECK(name, function, text, requirement, on, how, what)                                    \
  {                                                                                                \
    .id = "technical." name, .title = (text), .requirements = (requirement), .kinds = (on),        \
    .layer = SV_TECHNICAL, .level = (how), .flags = (what), .run = (function)                      \
  }

// clang-format off
static const struct sv_check checks[] = {
#include "plugins/messages/rows/description.inc"
#include "plugins/messages/rows/events.inc"
#include "plugins/messages/rows/http.inc"
#include "plugins/messages/rows/lifecycle.inc"
#include "plugins/messages/rows/messaging.inc"
};
// clang-format on

SV_PLUGIN(messages, checks, .version = "1.0.0", .licence = "Apache-2.0", .open = tec_open,
          .close = tec_close,
          .summary = N_("Events, messages between organisations, and versions of interfaces"));
