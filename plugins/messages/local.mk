# SPDX-License-Identifier: Apache-2.0
PO_FRAGMENTS += plugins/messages
nobase_dist_pkgdata_DATA += plugins/messages/README.md plugins/messages/README.nb.md plugins/messages/README.nn.md

plugin_LTLIBRARIES += plugins/messages/messages.la
plugins_messages_messages_la_SOURCES = \
  plugins/messages/access_point.c \
  plugins/messages/asyncapi.c \
  plugins/messages/asyncapi.h \
  plugins/messages/capture.c \
  plugins/messages/changes.c \
  plugins/messages/checks.h \
  plugins/messages/document.c \
  plugins/messages/envelope.c \
  plugins/messages/events.c \
  plugins/messages/feed.c \
  plugins/messages/messages.c \
  plugins/messages/messages.h \
  plugins/messages/metadata.c \
  plugins/messages/notice.c \
  plugins/messages/package.c \
  plugins/messages/participant.c \
  plugins/messages/places.c \
  plugins/messages/rows/description.inc \
  plugins/messages/rows/events.inc \
  plugins/messages/rows/http.inc \
  plugins/messages/rows/lifecycle.inc \
  plugins/messages/rows/messaging.inc \
  plugins/messages/schema.c \
  plugins/messages/smp.c \
  plugins/messages/smp.h \
  plugins/messages/sml.c \
  plugins/messages/soap.c \
  plugins/messages/source.c \
  plugins/messages/status.c \
  plugins/messages/versions.c \
  plugins/messages/webhook.c
plugins_messages_messages_la_LDFLAGS = $(AM_LDFLAGS) -module $(MODULE_LDFLAGS)
plugins_messages_messages_la_LIBADD = plugins/technical/libcommon.la engines/xmlsig/libxmlsig.la \
  engines/libsamsvar.la $(JANSSON_LIBS)

check_PROGRAMS += plugins/messages/test/test_messages
TESTS += plugins/messages/test/test_messages
plugins_messages_test_test_messages_SOURCES = $(plugins_messages_messages_la_SOURCES) \
  plugins/messages/test/cases_events.c \
  plugins/messages/test/cases_messaging.c \
  plugins/messages/test/cases_participant.c \
  plugins/messages/test/cases_sent.c \
  plugins/messages/test/cases_versions.c \
  plugins/messages/test/cases.h \
  plugins/messages/test/metadata.h \
  plugins/messages/test/test_messages.c
plugins_messages_test_test_messages_CPPFLAGS = $(AM_CPPFLAGS)
plugins_messages_test_test_messages_LDADD = plugins/technical/libcommon.la engines/xmlsig/libxmlsig.la \
  tests/fake/libfake.la $(UNIT_LDADD)
