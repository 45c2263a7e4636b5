# SPDX-License-Identifier: Apache-2.0
CATALOGUE_TESTS = tests/unit/test_bad_files tests/unit/test_catalogue tests/unit/test_our_schemas \
  tests/unit/test_profile tests/unit/test_target
check_PROGRAMS += $(CATALOGUE_TESTS)
TESTS += $(CATALOGUE_TESTS)
tests_unit_test_bad_files_SOURCES = tests/unit/test_bad_files.c
tests_unit_test_bad_files_LDADD = runner/librunner.la $(UNIT_LDADD)
tests_unit_test_catalogue_SOURCES = tests/unit/test_catalogue.c
tests_unit_test_catalogue_LDADD = runner/librunner.la $(UNIT_LDADD)
tests_unit_test_our_schemas_SOURCES = tests/unit/test_our_schemas.c
tests_unit_test_our_schemas_LDADD = runner/librunner.la $(UNIT_LDADD)
tests_unit_test_profile_SOURCES = tests/unit/test_profile.c
tests_unit_test_profile_LDADD = runner/librunner.la $(UNIT_LDADD)
tests_unit_test_target_SOURCES = tests/unit/test_target.c
tests_unit_test_target_LDADD = runner/librunner.la $(UNIT_LDADD)
