# SPDX-License-Identifier: Apache-2.0
# What reports look like, to the byte. After a wanted change: GOLDEN_WRITE=1 make check TESTS=tests/golden/golden.test
GOLDEN_RUNS = full conforms waived nothing hostile since
check_PROGRAMS += tests/golden/make_runs
tests_golden_make_runs_SOURCES = tests/golden/make_runs.c $(SAMPLE_RUN)
tests_golden_make_runs_LDADD = reports/libreports.la engines/libsamsvar.la
EXTRA_DIST += tests/cli/diff.test tests/cli/formats.test tests/cli/report.test tests/golden/golden.test $(GOLDEN_RUNS:%=tests/golden/%.json) tests/golden/expected
TESTS += tests/cli/diff.test tests/cli/formats.test tests/cli/report.test tests/golden/golden.test
