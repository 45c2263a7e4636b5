# SPDX-License-Identifier: Apache-2.0
# The mutant matrix: every way to break the reference service against the checks that must notice. It takes minutes, so
# `make check` tries one break in ten; `make check-matrix` tries all.
check_PROGRAMS += tests/matrix/matrix
tests_matrix_matrix_SOURCES = tests/matrix/matrix.c tests/matrix/outcomes.c tests/matrix/outcomes.h
tests_matrix_matrix_LDADD = $(JANSSON_LIBS)

.PHONY: check-matrix
check-matrix: all tests/matrix/matrix$(EXEEXT)
	$(MAKE) check-TESTS TESTS=tests/matrix/matrix
