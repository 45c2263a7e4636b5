# SPDX-License-Identifier: Apache-2.0
check_PROGRAMS += tests/unit/test_reference tests/unit/test_reference_tls
TESTS += tests/unit/test_reference tests/unit/test_reference_tls
tests_unit_test_reference_SOURCES = tests/unit/reference_probes.h tests/unit/test_reference.c
tests_unit_test_reference_CFLAGS = $(AM_CFLAGS) $(MICROHTTPD_CFLAGS)
tests_unit_test_reference_LDADD = reference/libreference.la $(UNIT_LDADD) $(MICROHTTPD_LIBS)
tests_unit_test_reference_tls_SOURCES = tests/unit/test_reference_tls.c
tests_unit_test_reference_tls_CFLAGS = $(AM_CFLAGS) $(MICROHTTPD_CFLAGS)
tests_unit_test_reference_tls_LDADD = reference/libreference.la $(UNIT_LDADD) $(MICROHTTPD_LIBS)
