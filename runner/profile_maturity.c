// SPDX-License-Identifier: Apache-2.0
/* The rule of a profile for how far a layer has come. */
#include "runner/profile_resolve.h"

#include <stddef.h>

#define RULE(member) offsetof(struct sv_maturity_rule, member)
#define WORD(word, level)                                                                          \
  {                                                                                                \
    .name = word, .kind = SV_MEMBER_VALUE, .offset = (level) * sizeof(sv_value)                    \
  }

static const struct sv_member rule_members[] = {
  { .name = "must", .kind = SV_MEMBER_UINT, .offset = RULE(must), .most = 100 },
  { .name = "should", .kind = SV_MEMBER_UINT, .offset = RULE(should), .most = 100 },
  { .name = "shown", .kind = SV_MEMBER_UINT, .offset = RULE(shown), .most = 100 },
  { .kind = SV_MEMBER_END },
};

static const struct sv_member level_members[] = {
  WORD("opportunistic", SV_OPPORTUNISTIC),
  WORD("essential", SV_ESSENTIAL),
  WORD("sustainable", SV_SUSTAINABLE),
  WORD("seamless", SV_SEAMLESS),
  { .kind = SV_MEMBER_END },
};

/* A level asks no less than the one below it. */
static enum sv_status check_order(const struct sv_reader *r, const sv_value *at,
                                  const struct sv_maturity_rule *rules)
{
  const struct sv_maturity_rule *below = NULL;
  for (int l = SV_OPPORTUNISTIC; l <= SV_SEAMLESS; l++) {
    if (!rules[l].given)
      continue;
    if (below && (rules[l].must < below->must || rules[l].should < below->should ||
                  rules[l].shown < below->shown))
      return sv_reader_fault(
          r, at[l], N_("A level of maturity asks less here than the level below it."), NULL);
    below = &rules[l];
  }
  return SV_OK;
}

enum sv_status sv_profile_maturity(const struct sv_reader *r, sv_value v,
                                   struct sv_maturity_rule *rules)
{
  sv_value at[SV_SEAMLESS + 1] = { 0 };
  struct sv_maturity_rule own[SV_SEAMLESS + 1] = { { .given = false } };
  if (v == SV_DOC_NONE)
    return SV_OK;
  for (int l = 0; l <= SV_SEAMLESS; l++)
    at[l] = SV_DOC_NONE;
  SV_TRY(sv_reader_object(r, v, level_members, at));
  for (int l = SV_OPPORTUNISTIC; l <= SV_SEAMLESS; l++)
    if (at[l] != SV_DOC_NONE) {
      own[l].given = true;
      SV_TRY(sv_reader_object(r, at[l], rule_members, &own[l]));
    }
  SV_TRY(check_order(r, at, own));
  for (int l = 0; l <= SV_SEAMLESS; l++)
    rules[l] = own[l];
  return SV_OK;
}
