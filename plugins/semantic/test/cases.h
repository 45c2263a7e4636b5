// SPDX-License-Identifier: Apache-2.0
/* The tables of cases of the semantic layer. */
#ifndef SV_SEMANTIC_TEST_CASES_H
#define SV_SEMANTIC_TEST_CASES_H

#include "tests/fake/cases.h"

extern const struct sv_case_row sv_semantic_advice_cases[];
extern const size_t sv_semantic_advice_case_count;
extern const struct sv_case_row sv_semantic_data_cases[];
extern const size_t sv_semantic_data_case_count;
extern const struct sv_case_row sv_semantic_handed_cases[];
extern const size_t sv_semantic_handed_case_count;
extern const struct sv_case_row sv_semantic_rdf_cases[];
extern const size_t sv_semantic_rdf_case_count;
extern const struct sv_case_row sv_semantic_shape_cases[];
extern const size_t sv_semantic_shape_case_count;
extern const struct sv_case_row sv_semantic_value_cases[];
extern const size_t sv_semantic_value_case_count;

#endif
