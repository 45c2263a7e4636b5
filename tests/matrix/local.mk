# SPDX-License-Identifier: Apache-2.0
# The mutant matrix: every way to break the reference service against the checks that must notice. It takes minutes, so
# it is not part of `make check`.
check_PROGRAMS += tests/matrix/matrix
tests_matrix_matrix_SOURCES = tests/matrix/matrix.c tests/matrix/outcomes.c tests/matrix/outcomes.h
tests_matrix_matrix_LDADD = $(JANSSON_LIBS)

.PHONY: check-matrix
check-matrix: all tests/matrix/matrix$(EXEEXT)
	$(AM_TESTS_ENVIRONMENT) tests/matrix/matrix$(EXEEXT) > tests/matrix/matrix.tap; \
	  grep -v '^ok' tests/matrix/matrix.tap; \
	  $(AWK) '/^ok/ { p++ } /^not ok/ { f++ } /^1\.\./ { whole = 1 } \
	    END { print "# PASS: " p + 0; print "# FAIL: " f + 0; exit f > 0 || !whole }' tests/matrix/matrix.tap
