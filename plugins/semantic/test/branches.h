// SPDX-License-Identifier: Apache-2.0
/* The branches of the rules of the semantic requirements: for each a small document, and what the
 * rule says of it. */
#ifndef SV_SEMANTIC_TEST_BRANCHES_H
#define SV_SEMANTIC_TEST_BRANCHES_H

#include "tests/fake/fake_services.h"

/* NONE: the rule does not concern the document. */
enum sv_says { PASSES = 1, WARNS, FAILS, NONE };

struct sv_branch {
  const char *requirement;
  enum sv_says says;
  const char *branch;
  const char *document;    /* Turtle after the prefixes, or JSON; NULL: none */
  struct sv_fake_row rows; /* what is at an address in it; none: nothing is asked */
  const char *params;
};

extern const struct sv_branch sv_branches_dcat[];
extern const size_t sv_branches_dcat_count;
extern const struct sv_branch sv_branches_fields[];
extern const size_t sv_branches_fields_count;
extern const struct sv_branch sv_branches_codes[];
extern const size_t sv_branches_codes_count;
extern const struct sv_branch sv_branches_services[];
extern const size_t sv_branches_services_count;
extern const struct sv_branch sv_branches_concepts[];
extern const size_t sv_branches_concepts_count;
extern const struct sv_branch sv_branches_general[];
extern const size_t sv_branches_general_count;
extern const struct sv_branch sv_branches_openapi[];
extern const size_t sv_branches_openapi_count;
extern const struct sv_branch sv_branches_answers[];
extern const size_t sv_branches_answers_count;
extern const struct sv_branch sv_branches_models[];
extern const size_t sv_branches_models_count;

#endif
