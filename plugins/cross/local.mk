# SPDX-License-Identifier: Apache-2.0
plugin_LTLIBRARIES += plugins/cross/cross.la
plugins_cross_cross_la_SOURCES = \
  plugins/cross/access.c \
  plugins/cross/address.c \
  plugins/cross/catalogue.c \
  plugins/cross/certificate.c \
  plugins/cross/change.c \
  plugins/cross/compare.c plugins/cross/compare.h \
  plugins/cross/cross.c plugins/cross/cross.h \
  plugins/cross/identity.c \
  plugins/cross/language.c \
  plugins/cross/operations.c plugins/cross/operations.h \
  plugins/cross/services.c plugins/cross/services.h \
  plugins/cross/token.c \
  plugins/cross/who.c
plugins_cross_cross_la_LDFLAGS = $(AM_LDFLAGS) -module $(MODULE_LDFLAGS)
plugins_cross_cross_la_LIBADD = plugins/describe/libdescribe.la engines/libsamsvar.la $(JANSSON_LIBS)
PO_FRAGMENTS += plugins/cross
nobase_dist_pkgdata_DATA += plugins/cross/README.md plugins/cross/README.nb.md plugins/cross/README.nn.md

check_PROGRAMS += plugins/cross/test/test_cross
TESTS += plugins/cross/test/test_cross
plugins_cross_test_test_cross_SOURCES = $(plugins_cross_cross_la_SOURCES) \
  plugins/cross/test/cases.h plugins/cross/test/cases_certificate.c \
  plugins/cross/test/cases_sources.c plugins/cross/test/test_cross.c
plugins_cross_test_test_cross_CPPFLAGS = $(AM_CPPFLAGS)
plugins_cross_test_test_cross_LDADD = plugins/describe/libdescribe.la tests/fake/libfake.la $(UNIT_LDADD)
