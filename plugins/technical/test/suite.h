// SPDX-License-Identifier: Apache-2.0
/* What the tests of the contract run and of faulty requests share: a service that does right, and
 * faults of it, one a case. */
#ifndef SV_TECHNICAL_TEST_SUITE_H
#define SV_TECHNICAL_TEST_SUITE_H

#include "tests/fake/fake_services.h"

#include <stdbool.h>

#define ROW(request_, answer_)                                                                     \
  {                                                                                                \
    .request = (request_), .answer = (answer_)                                                     \
  }

struct fault {
  const char *id; /* without the family */
  enum sv_outcome outcome;
  const char *where; /* in the place of the first finding; NULL: anything */
  struct sv_fake_row over[2];
};

struct suite {
  const char *family;               /* "technical.contract." */
  const char *kinds;                /* of its checks that are tested; NULL: all */
  struct sv_fake *(*service)(void); /* that does right */
  const struct sv_fake_row *rows;   /* of it */
  size_t row_count;
  const struct fault *faults;
  size_t fault_count;
  const char *const *no_answers; /* what is answered instead of everything, NULL last */
};

/* Runs CHECK on F between the plugin's open and close. */
enum sv_outcome suite_run(struct sv_fake *f, const struct sv_check *check);

bool suite_has(const struct suite *s, const struct sv_check *check);
const struct sv_check *suite_check(const struct suite *s, const struct fault *one);

/* Each fails the test when it does not hold. The first gives the number of checks. */
size_t suite_all_pass(const struct suite *s);
void suite_judges(const struct suite *s, const struct fault *one);
void suite_notices_each(const struct suite *s);
void suite_fails_every_check(const struct suite *s);
void suite_needs_answers(const struct suite *s);

#endif
