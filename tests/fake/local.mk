# SPDX-License-Identifier: Apache-2.0
# What tests of plugins link with, in place of a runner.
check_LTLIBRARIES += tests/fake/libfake.la
tests_fake_libfake_la_SOURCES = \
  tests/fake/cases.c tests/fake/cases.h \
  tests/fake/fake_services.c tests/fake/fake_services.h \
  tests/fake/fits.c tests/fake/fits.h
tests_fake_libfake_la_LIBADD = engines/libsamsvar.la $(CMOCKA_LIBS) $(JANSSON_LIBS)
