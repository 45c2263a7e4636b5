# SPDX-License-Identifier: Apache-2.0
check_PROGRAMS += tests/unit/test_regex
TESTS += tests/unit/test_regex
tests_unit_test_regex_SOURCES = tests/unit/test_regex.c
tests_unit_test_regex_LDADD = $(UNIT_LDADD)
