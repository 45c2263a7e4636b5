// SPDX-License-Identifier: Apache-2.0
/* The semantic layer: the same words and values mean the same on both sides. The rows of its table
 * stand in one file a family. */
#include "plugins/semantic/semantic.h"

#include "plugins/describe/describe.h"

#define DESCRIPTIONS "dcat cpsv skos modelldcat"

#define CHECK(name, function, text, requirement, on, how, what)                                    \
  {                                                                                                \
    .id = "semantic." name, .title = (text), .requirements = (requirement), .kinds = (on),         \
    .layer = SV_SEMANTIC, .level = (how), .flags = (what), .run = (function)                       \
  }
/* Judges documents only; or sends requests. */
#define OFFLINE(name, function, text, requirement, on, how)                                        \
  CHECK(name, function, text, requirement, on, how, SV_OFFLINE)
#define ASKS(name, function, text, requirement, on, how)                                           \
  CHECK(name, function, text, requirement, on, how, 0)

// clang-format off
static const struct sv_check checks[] = {
#include "plugins/semantic/rows/rdf.inc"
#include "plugins/semantic/rows/profile.inc"
#include "plugins/semantic/rows/iri.inc"
#include "plugins/semantic/rows/language.inc"
#include "plugins/semantic/rows/characters.inc"
#include "plugins/semantic/rows/negotiation.inc"
#include "plugins/semantic/rows/payload.inc"
#include "plugins/semantic/rows/schema.inc"
#include "plugins/semantic/rows/concept-use.inc"
#include "plugins/semantic/rows/xml.inc"
#include "plugins/semantic/rows/shapes.inc"
#include "plugins/semantic/rows/report.inc"
#include "plugins/semantic/rows/dcat.inc"
#include "plugins/semantic/rows/code-lists.inc"
#include "plugins/semantic/rows/cpsv.inc"
#include "plugins/semantic/rows/concepts.inc"
#include "plugins/semantic/rows/models.inc"
#include "plugins/semantic/rows/classifications.inc"
#include "plugins/semantic/rows/quality.inc"
};
// clang-format on

SV_PLUGIN(semantic, checks, .version = "1.1.0", .licence = "Apache-2.0", .open = sv_describe_open,
          .close = sv_describe_close,
          .summary = N_("Characters, media types, numbers, dates and code lists"));
