// SPDX-License-Identifier: Apache-2.0
/* Whole documents against the application profile they follow. */
#include "plugins/describe/shapes.h"
#include "plugins/semantic/semantic.h"

#include "engines/base/ascii.h"

#include <string.h>

enum sv_outcome sv_sem_conforms(struct sv_ctx *ctx)
{
  return sv_judge_profile(ctx, SV_SHACL_VIOLATION);
}

enum sv_outcome sv_sem_conforms_advice(struct sv_ctx *ctx)
{
  return sv_judge_profile(ctx, SV_SHACL_WARNING);
}

/* SEM-022 is the sum of SEM-023 to SEM-045 and ORG-001 to ORG-016. */
static bool is_of_parts(const char *requirement)
{
  unsigned long long number;
  const bool is_semantic = sv_starts_with(requirement, "SEM-");
  if (strlen(requirement) != 7 || (!is_semantic && !sv_starts_with(requirement, "ORG-")) ||
      !sv_parse_uint(requirement + 4, 3, 999, &number))
    return false;
  return is_semantic ? number >= 23 && number <= 45 : number >= 1 && number <= 16;
}

enum sv_outcome sv_sem_parts(struct sv_ctx *ctx)
{
  return sv_judge_parts(ctx, SV_SHACL_VIOLATION, is_of_parts);
}

enum sv_outcome sv_sem_parts_advice(struct sv_ctx *ctx)
{
  return sv_judge_parts(ctx, SV_SHACL_WARNING, is_of_parts);
}
