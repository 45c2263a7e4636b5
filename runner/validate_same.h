// SPDX-License-Identifier: Apache-2.0
/* What a rule set says again that the specification's own rules have said: one fault, one line. */
#ifndef SV_RUNNER_VALIDATE_SAME_H
#define SV_RUNNER_VALIDATE_SAME_H

#include "engines/base/map.h"
#include "engines/openapi/rule.h"

/* Findings of rules by requirement and place. */
struct sv_validate_same {
  struct sv_map places;
  struct sv_arena arena;
};

/* Notes the findings of R. SV_NO_MEMORY. */
enum sv_status sv_validate_same_note(struct sv_validate_same *s, const struct sv_rule_finding *r,
                                     size_t count) SV_MUST_USE;

/* The finding of a rule that says what F says, and is no milder; NULL: there is none. */
const struct sv_rule_finding *sv_validate_same_find(const struct sv_validate_same *s,
                                                    const struct sv_openapi_finding *f);

void sv_validate_same_end(struct sv_validate_same *s);

#endif
