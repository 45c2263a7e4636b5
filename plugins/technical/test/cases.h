// SPDX-License-Identifier: Apache-2.0
/* Faults, one a case: what is answered instead, and what the check must conclude. One table a
 * family. */
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

struct fault_table {
  const struct fault_case *rows;
  size_t count;
};

#define CASES(name, rows_)                                                                         \
  const struct fault_table name = { (rows_), sizeof(rows_) / sizeof((rows_)[0]) }

extern const struct fault_table transport_cases;
extern const struct fault_table access_cases;
extern const struct fault_table content_cases;
extern const struct fault_table dns_cases;
extern const struct fault_table handshake_cases;
extern const struct fault_table http_cases;
extern const struct fault_table payload_cases;
extern const struct fault_table errors_cases;
extern const struct fault_table negative_cases;
extern const struct fault_table security_cases;
extern const struct fault_table auth_cases;
extern const struct fault_table description_cases;
extern const struct fault_table guideline_cases;
extern const struct fault_table rest_cases;

#endif
