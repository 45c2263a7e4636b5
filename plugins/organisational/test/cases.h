// SPDX-License-Identifier: Apache-2.0
/* The cases of this plugin that stand in files of their own, and what they share. */
#ifndef SV_ORGANISATIONAL_TEST_CASES_H
#define SV_ORGANISATIONAL_TEST_CASES_H

#include "tests/fake/cases.h"

#define PREFIXES                                                                                   \
  "@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . "       \
  "@prefix dcatap: <http://data.europa.eu/r5r/> . @prefix adms: <http://www.w3.org/ns/adms#> . "   \
  "@prefix cpsv: <http://purl.org/vocab/cpsv#> . @prefix cv: <http://data.europa.eu/m8g/> . "      \
  "@prefix dcatno: <https://data.norge.no/vocabulary/dcatno#> . @prefix cpsvno: "                  \
  "<https://data.norge.no/vocabulary/cpsvno#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> . "     \
  "@prefix vcard: <http://www.w3.org/2006/vcard/ns#> . @prefix skos: "                             \
  "<http://www.w3.org/2004/02/skos/core#> . @prefix owl: <http://www.w3.org/2002/07/owl#> . "      \
  "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix e: <http://e.example/> . "           \
  "@prefix u: <http://publications.europa.eu/resource/authority/> . "
#define CASE(sentence, id, outcome, text)                                                          \
  {                                                                                                \
    sentence, id, "dcat", outcome, { { 0 } }, .documents = { { "dcat", PREFIXES text } }           \
  }
#define CPSV_CASE(sentence, id, outcome, text)                                                     \
  {                                                                                                \
    sentence, id, "cpsv", outcome, { { 0 } }, .documents = { { "cpsv", PREFIXES text } }           \
  }

extern const struct sv_case_row sv_org_data_cases[];
extern const size_t sv_org_data_case_count;
extern const struct sv_case_row sv_org_handed_cases[];
extern const size_t sv_org_handed_case_count;
extern const struct sv_case_row sv_org_link_cases[];
extern const size_t sv_org_link_case_count;
extern const struct sv_case_row sv_org_order_cases[];
extern const size_t sv_org_order_case_count;
extern const struct sv_case_row sv_org_service_cases[];
extern const size_t sv_org_service_case_count;

#endif
