// SPDX-License-Identifier: Apache-2.0
/* The national rules, which profiles/rules/national.json states and the build puts in here. */
#include "engines/openapi/rule_set.h"

extern const char sv_rules_national_text[];
extern const size_t sv_rules_national_text_size;

enum sv_status sv_rules_national(struct sv_rules **out, struct sv_error *err)
{
  const struct sv_rules_options opt = { .name = "national.json" };
  return sv_rules_read_trusted(sv_rules_national_text, sv_rules_national_text_size, &opt, out, err);
}
