# SPDX-License-Identifier: Apache-2.0
SHACL_TESTS = tests/unit/test_shacl_suite
check_PROGRAMS += $(SHACL_TESTS)
TESTS += $(SHACL_TESTS)
tests_unit_test_shacl_suite_SOURCES = tests/unit/test_shacl_suite.c
tests_unit_test_shacl_suite_LDADD = $(UNIT_LDADD)
