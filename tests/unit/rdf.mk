# SPDX-License-Identifier: Apache-2.0
RDF_TESTS = tests/unit/test_jsonld_suite tests/unit/test_rdf tests/unit/test_rdf_hostile \
  tests/unit/test_rdf_suite
check_PROGRAMS += $(RDF_TESTS)
TESTS += $(RDF_TESTS)
tests_unit_test_rdf_suite_SOURCES = tests/unit/test_rdf_suite.c
tests_unit_test_rdf_suite_LDADD = $(UNIT_LDADD)
tests_unit_test_jsonld_suite_SOURCES = tests/unit/test_jsonld_suite.c
tests_unit_test_jsonld_suite_LDADD = $(UNIT_LDADD)
tests_unit_test_rdf_SOURCES = tests/unit/test_rdf.c
tests_unit_test_rdf_LDADD = $(UNIT_LDADD)
tests_unit_test_rdf_hostile_SOURCES = tests/unit/test_rdf_hostile.c
tests_unit_test_rdf_hostile_LDADD = $(UNIT_LDADD)
