// SPDX-License-Identifier: Apache-2.0
/* The tables of cases of the legal layer. */
#ifndef SV_LEGAL_TEST_CASES_H
#define SV_LEGAL_TEST_CASES_H

#include "tests/fake/cases.h"

extern const struct sv_case_row sv_legal_data_cases[];
extern const size_t sv_legal_data_case_count;
extern const struct sv_case_row sv_legal_description_cases[];
extern const size_t sv_legal_description_case_count;

#endif
