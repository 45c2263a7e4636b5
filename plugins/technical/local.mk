# SPDX-License-Identifier: Apache-2.0
PO_FRAGMENTS += plugins/technical
nobase_dist_pkgdata_DATA += plugins/technical/README.md plugins/technical/README.nb.md plugins/technical/README.nn.md

# What other plugins of the layer use too.
noinst_LTLIBRARIES += plugins/technical/libcommon.la
plugins_technical_libcommon_la_SOURCES = \
  plugins/technical/common.c \
  plugins/technical/document.c plugins/technical/document.h \
  plugins/technical/json.c \
  plugins/technical/peer.c \
  plugins/technical/state.h \
  plugins/technical/technical.h

# The checks are a library of their own so that the tests can call them without a loader.
noinst_LTLIBRARIES += plugins/technical/libtechnical.la
plugins_technical_libtechnical_la_SOURCES = \
  plugins/technical/access.c \
  plugins/technical/auth.c \
  plugins/technical/certificate.c \
  plugins/technical/checks.h \
  plugins/technical/client.c \
  plugins/technical/content.c \
  plugins/technical/contract/answers.c \
  plugins/technical/contract/collection.c plugins/technical/contract/collection.h \
  plugins/technical/contract/contract.h \
  plugins/technical/contract/drift.c \
  plugins/technical/contract/judge.c \
  plugins/technical/contract/kinds.c \
  plugins/technical/contract/life.c plugins/technical/contract/life.h \
  plugins/technical/contract/links.c \
  plugins/technical/contract/pages.c \
  plugins/technical/contract/read.c \
  plugins/technical/contract/run.c plugins/technical/contract/run.h \
  plugins/technical/contract/service.c \
  plugins/technical/contract/write.c \
  plugins/technical/description.c \
  plugins/technical/dns.c \
  plugins/technical/events.c \
  plugins/technical/exchange.c \
  plugins/technical/forged.c \
  plugins/technical/grant.c \
  plugins/technical/guideline.c plugins/technical/guidelines.inc \
  plugins/technical/handed.c \
  plugins/technical/handed.h \
  plugins/technical/handshake.c \
  plugins/technical/headers.c \
  plugins/technical/issuer.c \
  plugins/technical/issuer.h \
  plugins/technical/issuer_live.c \
  plugins/technical/issuer_log.c \
  plugins/technical/keys.c \
  plugins/technical/letters.c \
  plugins/technical/lifecycle.c \
  plugins/technical/login.c \
  plugins/technical/metadata.c \
  plugins/technical/negative.h \
  plugins/technical/negative_body.c \
  plugins/technical/negative_crafted.c \
  plugins/technical/negative_host.c \
  plugins/technical/negative_input.c \
  plugins/technical/negative_judge.c \
  plugins/technical/negotiation.c \
  plugins/technical/offered.c \
  plugins/technical/operations.c \
  plugins/technical/operations.h \
  plugins/technical/payload.c \
  plugins/technical/problem.c \
  plugins/technical/resource_metadata.c \
  plugins/technical/resource_server.c \
  plugins/technical/secured.c \
  plugins/technical/secured.h \
  plugins/technical/security.c \
  plugins/technical/security_txt.c \
  plugins/technical/signatures.c \
  plugins/technical/suites.c plugins/technical/suites.h \
  plugins/technical/technical.h \
  plugins/technical/tokens.c \
  plugins/technical/tokens.h \
  plugins/technical/transport.c \
  plugins/technical/web.c

plugin_LTLIBRARIES += plugins/technical/technical.la
technical_rows = \
  plugins/technical/rows/auth.inc \
  plugins/technical/rows/contract.inc \
  plugins/technical/rows/description.inc \
  plugins/technical/rows/dns.inc \
  plugins/technical/rows/events.inc \
  plugins/technical/rows/http.inc \
  plugins/technical/rows/lifecycle.inc \
  plugins/technical/rows/negative.inc \
  plugins/technical/rows/security.inc \
  plugins/technical/rows/transport.inc \
  plugins/technical/rows/web.inc
plugins_technical_technical_la_SOURCES = plugins/technical/technical.c $(technical_rows)
plugins_technical_technical_la_LDFLAGS = -module $(AM_LDFLAGS) $(MODULE_LDFLAGS)
plugins_technical_technical_la_LIBADD = plugins/technical/libtechnical.la plugins/technical/libcommon.la engines/libsamsvar.la $(JANSSON_LIBS)

check_PROGRAMS += plugins/technical/test/test_technical
TESTS += plugins/technical/test/test_technical
plugins_technical_test_test_technical_SOURCES = \
  plugins/technical/technical.c \
  plugins/technical/test/cases.h \
  plugins/technical/test/cases_access.c \
  plugins/technical/test/cases_auth.c \
  plugins/technical/test/cases_content.c \
  plugins/technical/test/cases_description.c \
  plugins/technical/test/cases_dns.c \
  plugins/technical/test/cases_errors.c \
  plugins/technical/test/cases_grants.c \
  plugins/technical/test/cases_guideline.c \
  plugins/technical/test/cases_handshake.c \
  plugins/technical/test/cases_http.c \
  plugins/technical/test/cases_negative.c \
  plugins/technical/test/cases_login.c \
  plugins/technical/test/cases_payload.c \
  plugins/technical/test/cases_rest.c \
  plugins/technical/test/cases_security.c \
  plugins/technical/test/cases_signatures.c \
  plugins/technical/test/cases_tokens.c \
  plugins/technical/test/cases_transport.c \
  plugins/technical/test/fixture.c plugins/technical/test/fixture.h \
  plugins/technical/test/fixture_openapi.h \
  plugins/technical/test/test_technical.c
# Flags of its own, so that its object of technical.c is apart from the module's.
plugins_technical_test_test_technical_CFLAGS = $(AM_CFLAGS)
plugins_technical_test_test_technical_LDADD = plugins/technical/libtechnical.la plugins/technical/libcommon.la tests/fake/libfake.la $(UNIT_LDADD)

check_PROGRAMS += plugins/technical/test/test_contract
TESTS += plugins/technical/test/test_contract
plugins_technical_test_test_contract_SOURCES = \
  plugins/technical/technical.c plugins/technical/test/suite.c plugins/technical/test/suite.h \
  plugins/technical/test/test_contract.c
plugins_technical_test_test_contract_CFLAGS = $(AM_CFLAGS)
plugins_technical_test_test_contract_LDADD = plugins/technical/libtechnical.la plugins/technical/libcommon.la tests/fake/libfake.la $(UNIT_LDADD)

check_PROGRAMS += plugins/technical/test/test_negative
TESTS += plugins/technical/test/test_negative
plugins_technical_test_test_negative_SOURCES = \
  plugins/technical/technical.c plugins/technical/test/suite.c plugins/technical/test/suite.h \
  plugins/technical/test/test_negative.c
plugins_technical_test_test_negative_CFLAGS = $(AM_CFLAGS)
plugins_technical_test_test_negative_LDADD = plugins/technical/libtechnical.la plugins/technical/libcommon.la tests/fake/libfake.la $(UNIT_LDADD)
