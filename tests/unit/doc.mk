# SPDX-License-Identifier: Apache-2.0
DOC_TESTS = tests/unit/test_asyncapi tests/unit/test_doc tests/unit/test_doc_corpus tests/unit/test_doc_decimal \
  tests/unit/test_doc_json tests/unit/test_doc_limits tests/unit/test_doc_yaml \
  tests/unit/test_path tests/unit/test_sniff
check_PROGRAMS += $(DOC_TESTS)
TESTS += $(DOC_TESTS)
tests_unit_test_asyncapi_SOURCES = tests/unit/test_asyncapi.c
tests_unit_test_asyncapi_LDADD = $(UNIT_LDADD)
tests_unit_test_doc_SOURCES = tests/unit/test_doc.c
tests_unit_test_doc_LDADD = $(UNIT_LDADD)
tests_unit_test_doc_decimal_SOURCES = tests/unit/test_doc_decimal.c
tests_unit_test_doc_decimal_LDADD = $(UNIT_LDADD)
tests_unit_test_doc_json_SOURCES = tests/unit/test_doc_json.c
tests_unit_test_doc_json_LDADD = $(UNIT_LDADD)
tests_unit_test_doc_yaml_SOURCES = tests/unit/test_doc_yaml.c
tests_unit_test_doc_yaml_LDADD = $(UNIT_LDADD)
tests_unit_test_sniff_SOURCES = tests/unit/test_sniff.c
tests_unit_test_sniff_LDADD = $(UNIT_LDADD)
tests_unit_test_path_SOURCES = tests/unit/test_path.c
tests_unit_test_path_LDADD = $(UNIT_LDADD)
tests_unit_test_doc_corpus_SOURCES = tests/unit/test_doc_corpus.c
tests_unit_test_doc_corpus_LDADD = $(UNIT_LDADD)
tests_unit_test_doc_limits_SOURCES = tests/unit/test_doc_limits.c
tests_unit_test_doc_limits_LDADD = $(UNIT_LDADD)
