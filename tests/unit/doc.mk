# SPDX-License-Identifier: Apache-2.0
check_PROGRAMS += tests/unit/test_doc
TESTS += tests/unit/test_doc
tests_unit_test_doc_SOURCES = tests/unit/test_doc.c
tests_unit_test_doc_LDADD = $(UNIT_LDADD)
