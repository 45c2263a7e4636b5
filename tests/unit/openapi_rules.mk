# SPDX-License-Identifier: Apache-2.0
OPENAPI_RULES_TESTS = tests/unit/test_openapi_operation tests/unit/test_openapi_operation_exchange \
  tests/unit/test_openapi_parts tests/unit/test_openapi_trial
check_PROGRAMS += $(OPENAPI_RULES_TESTS)
TESTS += $(OPENAPI_RULES_TESTS)
tests_unit_test_openapi_operation_SOURCES = tests/unit/test_openapi_operation.c
tests_unit_test_openapi_parts_SOURCES = tests/unit/test_openapi_parts.c
tests_unit_test_openapi_parts_LDADD = $(UNIT_LDADD)
tests_unit_test_openapi_trial_SOURCES = tests/unit/test_openapi_trial.c
tests_unit_test_openapi_trial_LDADD = $(UNIT_LDADD)
tests_unit_test_openapi_operation_LDADD = $(UNIT_LDADD)
tests_unit_test_openapi_operation_exchange_SOURCES = tests/unit/test_openapi_operation_exchange.c
tests_unit_test_openapi_operation_exchange_LDADD = $(UNIT_LDADD)
check_PROGRAMS += tests/unit/test_openapi_rules tests/unit/test_openapi_rules_hostile \
  tests/unit/test_openapi_rules_national
TESTS += tests/unit/test_openapi_rules tests/unit/test_openapi_rules_hostile \
  tests/unit/test_openapi_rules_national
EXTRA_DIST += tests/unit/rules/good.json
tests_unit_test_openapi_rules_SOURCES = tests/unit/test_openapi_rules.c
tests_unit_test_openapi_rules_LDADD = $(UNIT_LDADD)
tests_unit_test_openapi_rules_national_SOURCES = tests/unit/test_openapi_rules_national.c
tests_unit_test_openapi_rules_national_LDADD = $(UNIT_LDADD)
tests_unit_test_openapi_rules_hostile_SOURCES = tests/unit/test_openapi_rules_hostile.c
tests_unit_test_openapi_rules_hostile_LDADD = $(UNIT_LDADD)
