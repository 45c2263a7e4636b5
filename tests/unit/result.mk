# SPDX-License-Identifier: Apache-2.0
check_PROGRAMS += tests/unit/test_results tests/unit/test_verdict
TESTS += tests/unit/test_results tests/unit/test_verdict
SAMPLE_RUN = tests/unit/sample_run.c tests/unit/sample_run.h
tests_unit_test_results_SOURCES = tests/unit/test_results.c $(SAMPLE_RUN)
tests_unit_test_results_LDADD = $(UNIT_LDADD)
tests_unit_test_verdict_SOURCES = tests/unit/test_verdict.c $(SAMPLE_RUN)
tests_unit_test_verdict_LDADD = $(UNIT_LDADD)
