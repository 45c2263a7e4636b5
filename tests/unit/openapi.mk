# SPDX-License-Identifier: Apache-2.0
OPENAPI_TESTS = tests/unit/test_openapi tests/unit/test_openapi_compare tests/unit/test_openapi_valid
check_PROGRAMS += $(OPENAPI_TESTS)
TESTS += $(OPENAPI_TESTS)
tests_unit_test_openapi_SOURCES = tests/unit/test_openapi.c
tests_unit_test_openapi_LDADD = $(UNIT_LDADD)
tests_unit_test_openapi_compare_SOURCES = tests/unit/test_openapi_compare.c
tests_unit_test_openapi_compare_LDADD = $(UNIT_LDADD)
tests_unit_test_openapi_valid_SOURCES = tests/unit/test_openapi_valid.c
tests_unit_test_openapi_valid_LDADD = $(UNIT_LDADD)
