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
  const char *document; /* of the kind; NULL: the fixture's */
};

struct fault_table {
  const struct fault_case *rows;
  size_t count;
};

/* Rows of the sign-in family: an answer or two, a member of the target, or a document instead of
 * the fixture's. */
#define ROWS_OF(id_, outcome_, kind_, target_, first, second, document_)                           \
  {                                                                                                \
    .id = "technical.auth." id_, .outcome = SV_##outcome_, .kind = (kind_), .target = (target_),   \
    .rows = { first, second }, .document = (document_)                                             \
  }
#define ONE(request_, answer_)                                                                     \
  {                                                                                                \
    .request = (request_), .answer = (answer_), .tls = &fixture_tls                                \
  }
#define NONE                                                                                       \
  {                                                                                                \
    .request = NULL                                                                                \
  }
#define ANSWER(id, outcome, kind, request, answer)                                                 \
  ROWS_OF(id, outcome, kind, NULL, ONE(request, answer), NONE, NULL)
#define ANSWER_FOR(id, outcome, kind, target, request, answer)                                     \
  ROWS_OF(id, outcome, kind, target, ONE(request, answer), NONE, NULL)
#define ANSWERS(id, outcome, kind, a, b, c, d)                                                     \
  ROWS_OF(id, outcome, kind, NULL, ONE(a, b), ONE(c, d), NULL)
#define TARGET(id, outcome, kind, target) ROWS_OF(id, outcome, kind, target, NONE, NONE, NULL)
#define DOCUMENT(id, outcome, kind, text) ROWS_OF(id, outcome, kind, NULL, NONE, NONE, text)
#define DOCUMENT_FOR(id, outcome, kind, target, text)                                              \
  ROWS_OF(id, outcome, kind, target, NONE, NONE, text)

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
extern const struct fault_table signature_cases;
extern const struct fault_table auth_cases;
extern const struct fault_table tokens_cases;
extern const struct fault_table grants_cases;
extern const struct fault_table login_cases;
extern const struct fault_table description_cases;
extern const struct fault_table guideline_cases;
extern const struct fault_table rest_cases;

#endif
