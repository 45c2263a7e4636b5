# SPDX-License-Identifier: Apache-2.0
check_PROGRAMS += tests/unit/test_detail tests/unit/test_fingerprint tests/unit/test_maturity tests/unit/test_results tests/unit/test_verdict
TESTS += tests/unit/test_detail tests/unit/test_fingerprint tests/unit/test_maturity tests/unit/test_results tests/unit/test_verdict
SAMPLE_RUN = tests/unit/sample_run.c tests/unit/sample_run.h
tests_unit_test_detail_SOURCES = tests/unit/test_detail.c
tests_unit_test_detail_LDADD = $(UNIT_LDADD)
tests_unit_test_fingerprint_SOURCES = tests/unit/test_fingerprint.c
tests_unit_test_fingerprint_LDADD = $(UNIT_LDADD)
tests_unit_test_maturity_SOURCES = tests/unit/test_maturity.c $(SAMPLE_RUN)
tests_unit_test_maturity_LDADD = $(UNIT_LDADD)
tests_unit_test_results_SOURCES = tests/unit/test_results.c $(SAMPLE_RUN)
tests_unit_test_results_LDADD = $(UNIT_LDADD)
tests_unit_test_verdict_SOURCES = tests/unit/test_verdict.c $(SAMPLE_RUN)
tests_unit_test_verdict_LDADD = $(UNIT_LDADD)

check_PROGRAMS += tests/unit/test_escape tests/unit/test_human tests/unit/test_junit
TESTS += tests/unit/test_escape tests/unit/test_human tests/unit/test_junit
tests_unit_test_escape_SOURCES = tests/unit/test_escape.c
tests_unit_test_escape_LDADD = $(UNIT_LDADD)
tests_unit_test_human_SOURCES = tests/unit/test_human.c
tests_unit_test_human_LDADD = reports/libreports.la $(UNIT_LDADD)
tests_unit_test_junit_SOURCES = tests/unit/test_junit.c $(SAMPLE_RUN)
tests_unit_test_junit_LDADD = reports/libreports.la $(UNIT_LDADD) $(LIBXML_LIBS)

check_PROGRAMS += tests/unit/test_results_schema
TESTS += tests/unit/test_results_schema
tests_unit_test_results_schema_SOURCES = tests/unit/test_results_schema.c $(SAMPLE_RUN)
tests_unit_test_results_schema_LDADD = $(UNIT_LDADD)

check_PROGRAMS += tests/unit/test_hostile tests/unit/test_page
TESTS += tests/unit/test_hostile tests/unit/test_page
tests_unit_test_hostile_SOURCES = tests/unit/test_hostile.c $(SAMPLE_RUN)
tests_unit_test_hostile_LDADD = reports/libreports.la $(UNIT_LDADD) $(LIBXML_LIBS)
tests_unit_test_page_SOURCES = tests/unit/test_page.c $(SAMPLE_RUN)
tests_unit_test_page_LDADD = reports/libreports.la $(UNIT_LDADD) $(LIBXML_LIBS) $(CRYPTO_LIBS)

check_PROGRAMS += tests/unit/test_output tests/unit/test_screen
TESTS += tests/unit/test_output tests/unit/test_screen
tests_unit_test_output_SOURCES = tests/unit/test_output.c $(SAMPLE_RUN)
tests_unit_test_output_LDADD = runner/librunner.la $(UNIT_LDADD)
tests_unit_test_screen_SOURCES = tests/unit/test_screen.c $(SAMPLE_RUN)
tests_unit_test_screen_LDADD = runner/librunner.la $(UNIT_LDADD)

check_PROGRAMS += tests/unit/test_diff tests/unit/test_formats tests/unit/test_hide
TESTS += tests/unit/test_diff tests/unit/test_formats tests/unit/test_hide
tests_unit_test_diff_SOURCES = tests/unit/test_diff.c $(SAMPLE_RUN)
tests_unit_test_diff_LDADD = $(UNIT_LDADD)
tests_unit_test_formats_SOURCES = tests/unit/test_formats.c $(SAMPLE_RUN)
tests_unit_test_formats_LDADD = reports/libreports.la $(UNIT_LDADD) $(LIBXML_LIBS)
tests_unit_test_hide_SOURCES = tests/unit/test_hide.c $(SAMPLE_RUN)
tests_unit_test_hide_LDADD = runner/librunner.la $(UNIT_LDADD)
