# SPDX-License-Identifier: Apache-2.0
OPENAPI_RULES_TESTS = tests/unit/test_openapi_operation tests/unit/test_openapi_operation_exchange
check_PROGRAMS += $(OPENAPI_RULES_TESTS)
TESTS += $(OPENAPI_RULES_TESTS)
tests_unit_test_openapi_operation_SOURCES = tests/unit/test_openapi_operation.c
tests_unit_test_openapi_operation_LDADD = $(UNIT_LDADD)
tests_unit_test_openapi_operation_exchange_SOURCES = tests/unit/test_openapi_operation_exchange.c
tests_unit_test_openapi_operation_exchange_LDADD = $(UNIT_LDADD)
