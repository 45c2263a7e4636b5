# SPDX-License-Identifier: Apache-2.0
check_PROGRAMS += tests/unit/test_catalogue tests/unit/test_profile
TESTS += tests/unit/test_catalogue tests/unit/test_profile
tests_unit_test_catalogue_SOURCES = tests/unit/test_catalogue.c
tests_unit_test_catalogue_LDADD = runner/librunner.la $(UNIT_LDADD)
tests_unit_test_profile_SOURCES = tests/unit/test_profile.c
tests_unit_test_profile_LDADD = runner/librunner.la $(UNIT_LDADD)
