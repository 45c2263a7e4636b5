# SPDX-License-Identifier: Apache-2.0
OPENAPI_TESTS = tests/unit/test_openapi
check_PROGRAMS += $(OPENAPI_TESTS)
TESTS += $(OPENAPI_TESTS)
tests_unit_test_openapi_SOURCES = tests/unit/test_openapi.c
tests_unit_test_openapi_LDADD = $(UNIT_LDADD)
