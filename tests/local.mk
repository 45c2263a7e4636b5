# SPDX-License-Identifier: Apache-2.0
# Unit tests are cmocka programs; every part has a fragment of its own.
UNIT_LDADD = engines/libsamsvar.la $(CMOCKA_LIBS) $(JANSSON_LIBS)
EXTRA_DIST += tests/unit/unit.h
include tests/fake/local.mk
include tests/unit/base.mk
include tests/unit/catalogue.mk
include tests/unit/doc.mk
include tests/unit/schema.mk
include tests/unit/rdf.mk
include tests/unit/reference.mk
include tests/unit/shacl.mk
include tests/unit/openapi.mk
include tests/unit/openapi_rules.mk
include tests/unit/xml.mk
include tests/unit/vocabulary.mk
include tests/unit/http.mk
include tests/unit/net.mk
include tests/unit/result.mk
include tests/unit/runner.mk
include tests/unit/core.mk
include tests/cli/local.mk
include tests/plugins/local.mk
include tests/matrix/local.mk
include tests/fuzz/local.mk
include tests/golden/local.mk
include tests/bench/local.mk
include tests/integration/local.mk
include tests/browser/local.mk
include tests/docs/local.mk
