// SPDX-License-Identifier: Apache-2.0
/* What a plugin's state holds that reads descriptions; for this folder alone. */
#ifndef SV_PLUGINS_DESCRIBE_DESCRIBER_H
#define SV_PLUGINS_DESCRIBE_DESCRIBER_H

#include "engines/vocabulary/vocabulary.h"
#include "plugins/describe/describe.h"

enum { SV_DESCRIPTIONS_MAX = 32 };

struct sv_shaped;

struct sv_describer {
  struct sv_description list[SV_DESCRIPTIONS_MAX];
  size_t count;
  struct sv_vocabularies *vocabularies; /* made when first asked for */
  struct sv_shaped *shaped;             /* likewise; freed before the descriptions */
};

void sv_shaped_free(struct sv_shaped *list);

#endif
