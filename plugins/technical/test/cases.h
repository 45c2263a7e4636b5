// SPDX-License-Identifier: Apache-2.0
/* Faults, one a case: what is answered instead, and what the check must conclude. */
#ifndef SV_TECHNICAL_TEST_CASES_H
#define SV_TECHNICAL_TEST_CASES_H

#include "tests/fake/fake_services.h"

struct fault_case {
  const char *id;
  enum sv_outcome outcome;
  const char *kind;   /* NULL: the first of the check */
  const char *url;    /* NULL: the fixture's for the kind */
  const char *target; /* members put into the target; NULL: none */
  struct sv_fake_row rows[2];
};

extern const struct fault_case cases[];
extern const size_t case_count;

#endif
