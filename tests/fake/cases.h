// SPDX-License-Identifier: Apache-2.0
/* Checks by table: a case is one service and the outcome it must have. */
#ifndef SV_TESTS_FAKE_CASES_H
#define SV_TESTS_FAKE_CASES_H

#include "tests/fake/fake_services.h"

enum { SV_CASE_ROWS = 6 };

struct sv_case_row {
  const char *name;  /* a sentence */
  const char *check; /* its id */
  const char *kind;  /* of the endpoint */
  enum sv_outcome outcome;
  struct sv_fake_row rows[SV_CASE_ROWS];
  const char *target; /* JSON put into the target; NULL: nothing */
  const char *params;
  const char *facts;
  const char *documents[2][2]; /* kind and text of the target's documents; their URL is the endpoint's */
};

/* Runs COUNT cases against the plugin's checks with the endpoint URL; prints a case that went wrong and fails the
 * test. Fails also when a check of P has no passing or no failing case. */
void sv_cases_run(const struct sv_plugin *p, const char *url, const struct sv_case_row *cases, size_t count);

#endif
