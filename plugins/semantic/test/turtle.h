// SPDX-License-Identifier: Apache-2.0
/* Descriptions in Turtle as cases have them. */
#ifndef SV_SEMANTIC_TEST_TURTLE_H
#define SV_SEMANTIC_TEST_TURTLE_H

/* The prefixes. */
#define TTL                                                                                        \
  "@prefix adms: <http://www.w3.org/ns/adms#> . "                                                  \
  "@prefix cpsv: <http://purl.org/vocab/cpsv#> . "                                                 \
  "@prefix cpsvno: <https://data.norge.no/vocabulary/cpsvno#> . "                                  \
  "@prefix cv: <http://data.europa.eu/m8g/> . "                                                    \
  "@prefix dcat: <http://www.w3.org/ns/dcat#> . "                                                  \
  "@prefix dcatno: <https://data.norge.no/vocabulary/dcatno#> . "                                  \
  "@prefix dct: <http://purl.org/dc/terms/> . "                                                    \
  "@prefix dqv: <http://www.w3.org/ns/dqv#> . "                                                    \
  "@prefix e: <http://e.example/> . "                                                              \
  "@prefix euvoc: <http://publications.europa.eu/ontology/euvoc#> . "                              \
  "@prefix foaf: <http://xmlns.com/foaf/0.1/> . "                                                  \
  "@prefix locn: <http://www.w3.org/ns/locn#> . "                                                  \
  "@prefix modelldcatno: <https://data.norge.no/vocabulary/modelldcatno#> . "                      \
  "@prefix oa: <http://www.w3.org/ns/oa#> . "                                                      \
  "@prefix owl: <http://www.w3.org/2002/07/owl#> . "                                               \
  "@prefix prov: <http://www.w3.org/ns/prov#> . "                                                  \
  "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . "                                  \
  "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . "                                        \
  "@prefix skosno: <https://data.norge.no/vocabulary/skosno#> . "                                  \
  "@prefix spdx: <http://spdx.org/rdf/terms#> . "                                                  \
  "@prefix time: <http://www.w3.org/2006/time#> . "                                                \
  "@prefix vcard: <http://www.w3.org/2006/vcard/ns#> . "                                           \
  "@prefix xkos: <http://rdf-vocabulary.ddialliance.org/xkos#> . "                                 \
  "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . "

/* Two cases: RIGHT meets the check, WRONG does not. */
#define BOTH(kind, id, right, wrong)                                                               \
  {                                                                                                \
    "meets it", "semantic." id, kind, SV_PASSED, { { 0 } }, .documents = { { kind, TTL right } }   \
  },                                                                                               \
  {                                                                                                \
    "does not", "semantic." id, kind, SV_FAILED, { { 0 } }, .documents = { { kind, TTL wrong } }   \
  }

#endif
