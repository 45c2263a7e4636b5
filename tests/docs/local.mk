# SPDX-License-Identifier: Apache-2.0
# What the documentation says is run.
DOCS_TESTS = \
  tests/docs/ci.test \
  tests/docs/guides.test
EXTRA_DIST += $(DOCS_TESTS)
TESTS += $(DOCS_TESTS)
