# SPDX-License-Identifier: Apache-2.0
VOCABULARY_TESTS = tests/unit/test_national_shapes tests/unit/test_shacl_lint tests/unit/test_vocabulary
check_PROGRAMS += $(VOCABULARY_TESTS)
TESTS += $(VOCABULARY_TESTS)
tests_unit_test_shacl_lint_SOURCES = tests/unit/test_shacl_lint.c
tests_unit_test_shacl_lint_LDADD = $(UNIT_LDADD)
tests_unit_test_vocabulary_SOURCES = tests/unit/test_vocabulary.c
tests_unit_test_vocabulary_LDADD = $(UNIT_LDADD)
tests_unit_test_national_shapes_SOURCES = tests/unit/test_national_shapes.c
tests_unit_test_national_shapes_LDADD = $(UNIT_LDADD)
