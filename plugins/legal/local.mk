# SPDX-License-Identifier: Apache-2.0
plugin_LTLIBRARIES += plugins/legal/legal.la
legal_rows = \
  plugins/legal/rows/advice.inc \
  plugins/legal/rows/high-value.inc \
  plugins/legal/rows/privacy.inc \
  plugins/legal/rows/reuse.inc
plugins_legal_legal_la_SOURCES = \
  plugins/legal/access.c \
  plugins/legal/accessibility.c \
  plugins/legal/address.c \
  plugins/legal/agree.c \
  plugins/legal/high_value.c \
  plugins/legal/language.c \
  plugins/legal/legal.c plugins/legal/legal.h $(legal_rows) \
  plugins/legal/legislation.c \
  plugins/legal/licence.c \
  plugins/legal/licences.c \
  plugins/legal/personal.c \
  plugins/legal/privacy.c \
  plugins/legal/processing.c \
  plugins/legal/reuse.c \
  plugins/legal/rights.c
plugins_legal_legal_la_LDFLAGS = $(AM_LDFLAGS) -module $(MODULE_LDFLAGS)
plugins_legal_legal_la_LIBADD = plugins/describe/libdescribe.la engines/libsamsvar.la $(JANSSON_LIBS)
PO_FRAGMENTS += plugins/legal
nobase_dist_pkgdata_DATA += plugins/legal/README.md plugins/legal/README.nb.md plugins/legal/README.nn.md

check_PROGRAMS += plugins/legal/test/test_legal
TESTS += plugins/legal/test/test_legal
plugins_legal_test_test_legal_SOURCES = $(plugins_legal_legal_la_SOURCES) \
  plugins/legal/test/cases.h plugins/legal/test/cases_data.c plugins/legal/test/cases_description.c plugins/legal/test/test_legal.c
plugins_legal_test_test_legal_LDADD = plugins/describe/libdescribe.la tests/fake/libfake.la $(UNIT_LDADD)
plugins_legal_test_test_legal_CPPFLAGS = $(AM_CPPFLAGS)
