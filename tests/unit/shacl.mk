# SPDX-License-Identifier: Apache-2.0
SHACL_TESTS = tests/unit/test_shacl \
  tests/unit/test_shacl_hostile \
  tests/unit/test_shacl_national \
  tests/unit/test_shacl_suite \
  tests/unit/test_shacl_xsd
check_PROGRAMS += $(SHACL_TESTS)
TESTS += $(SHACL_TESTS)
tests_unit_test_shacl_suite_SOURCES = tests/unit/test_shacl_suite.c
tests_unit_test_shacl_suite_LDADD = $(UNIT_LDADD)
tests_unit_test_shacl_SOURCES = tests/unit/test_shacl.c
tests_unit_test_shacl_LDADD = $(UNIT_LDADD)
tests_unit_test_shacl_national_SOURCES = tests/unit/test_shacl_national.c
tests_unit_test_shacl_national_LDADD = $(UNIT_LDADD)
tests_unit_test_shacl_hostile_SOURCES = tests/unit/test_shacl_hostile.c
tests_unit_test_shacl_hostile_LDADD = $(UNIT_LDADD)
tests_unit_test_shacl_xsd_SOURCES = tests/unit/test_shacl_xsd.c
tests_unit_test_shacl_xsd_LDADD = $(UNIT_LDADD)
