// SPDX-License-Identifier: Apache-2.0
/* What the cases of this plugin share. */
#ifndef SV_CROSS_TEST_CASES_H
#define SV_CROSS_TEST_CASES_H

#include "tests/fake/cases.h"

#define URL "https://etat.example/v1"
#define TARGET                                                                                     \
  "{\"endpoints\":[{\"id\":\"api\",\"kind\":\"api\",\"url\":\"https://etat.example/v1\"},"         \
  "{\"id\":\"openapi\",\"kind\":\"openapi\",\"url\":\"https://etat.example/openapi.json\"}]}"
#define ISSUERS(a, b)                                                                              \
  "[{\"predicate\":\"issuer\",\"value\":\"" a "\",\"where\":{\"url\":\"https://etat.example/"      \
  "1\"}},"                                                                                         \
  "{\"predicate\":\"issuer\",\"value\":\"" b "\",\"where\":{\"url\":\"https://etat.example/2\"}}]"

extern const struct sv_case_row sv_cross_source_cases[];
extern const size_t sv_cross_source_case_count;
extern const struct sv_case_row sv_cross_certificate_cases[];
extern const size_t sv_cross_certificate_case_count;

#endif
