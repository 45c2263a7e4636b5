# SPDX-License-Identifier: Apache-2.0
# What the documentation says is run. The pipelines' parsers come from npm, so they are a step of their own.
DOCS_TESTS = tests/docs/guides.test
CI_TESTS = tests/docs/ci.test
EXTRA_DIST += $(DOCS_TESTS) $(CI_TESTS) tests/docs/ci.mjs
TESTS += $(DOCS_TESTS)
.PHONY: check-ci
check-ci: all
	$(AM_V_at)$(MKDIR_P) tests/docs
	$(AM_V_at)$(MAKE) $(AM_MAKEFLAGS) check-TESTS TESTS='$(CI_TESTS)'
