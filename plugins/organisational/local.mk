# SPDX-License-Identifier: Apache-2.0
plugin_LTLIBRARIES += plugins/organisational/organisational.la
organisational_rows = \
  plugins/organisational/rows/advice.inc \
  plugins/organisational/rows/handed.inc
plugins_organisational_organisational_la_SOURCES = \
  plugins/organisational/catalogue.c \
  plugins/organisational/consumed.c \
  plugins/organisational/contacts.c \
  plugins/organisational/description.c \
  plugins/organisational/events.c \
  plugins/organisational/framework.c \
  plugins/organisational/hosts.c \
  plugins/organisational/identity.c \
  plugins/organisational/lifecycle.c \
  plugins/organisational/links.c \
  plugins/organisational/organisational.c plugins/organisational/organisational.h $(organisational_rows) \
  plugins/organisational/pairs.c \
  plugins/organisational/publisher.c \
  plugins/organisational/register.c \
  plugins/organisational/quality.c \
  plugins/organisational/security_contact.c \
  plugins/organisational/services.c \
  plugins/organisational/status.c
plugins_organisational_organisational_la_LDFLAGS = $(AM_LDFLAGS) -module $(MODULE_LDFLAGS)
plugins_organisational_organisational_la_LIBADD = plugins/describe/libdescribe.la engines/libsamsvar.la $(JANSSON_LIBS)
PO_FRAGMENTS += plugins/organisational
nobase_dist_pkgdata_DATA += plugins/organisational/README.md plugins/organisational/README.nb.md plugins/organisational/README.nn.md

check_PROGRAMS += plugins/organisational/test/test_organisational
TESTS += plugins/organisational/test/test_organisational
plugins_organisational_test_test_organisational_SOURCES = \
  $(plugins_organisational_organisational_la_SOURCES) plugins/organisational/test/cases.h \
  plugins/organisational/test/cases_data.c plugins/organisational/test/cases_links.c \
  plugins/organisational/test/cases_handed.c plugins/organisational/test/cases_order.c \
  plugins/organisational/test/cases_services.c plugins/organisational/test/test_organisational.c
plugins_organisational_test_test_organisational_LDADD = plugins/describe/libdescribe.la tests/fake/libfake.la $(UNIT_LDADD)
plugins_organisational_test_test_organisational_CPPFLAGS = $(AM_CPPFLAGS)
