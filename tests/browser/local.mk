# SPDX-License-Identifier: Apache-2.0
# The report in a browser. Not part of `make check`: it takes chromium, and packages from npm.
BROWSER_TESTS = tests/browser/page.test
EXTRA_DIST += $(BROWSER_TESTS) tests/browser/page.mjs
.PHONY: check-browser
check-browser: all tests/golden/make_runs$(EXEEXT)
	$(AM_V_at)$(MKDIR_P) tests/browser
	$(AM_V_at)$(MAKE) $(AM_MAKEFLAGS) check-TESTS TESTS='$(BROWSER_TESTS)'
