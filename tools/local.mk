# SPDX-License-Identifier: Apache-2.0
# What a developer runs beside `make check`. Other configurations have build folders of their own beside the source.
EXTRA_DIST += tools/all-tests tools/analyze-known tools/check-analyze tools/cppcheck-known tools/check-po tools/check-prose tools/check-style tools/check-tree tools/check-valgrind tools/check-warnings \
  tools/coverage-summary tools/in-tree tools/tap-run tools/tree-env tools/variant
.PHONY: check-style check-analyze check-asan check-builtin check-valgrind coverage

check-style:
	cd $(srcdir) && tools/check-style && tools/check-tree && tools/check-po && tools/check-prose && \
	  tools/check-warnings '$(abs_top_builddir)'

check-analyze:
	cd $(srcdir) && tools/check-analyze '$(abs_top_builddir)'

check-asan:
	$(top_srcdir)/tools/variant asan check --enable-asan --enable-werror CFLAGS='-O1 -g'

# The other compiler, and the plugins linked in.
check-builtin:
	$(top_srcdir)/tools/variant builtin all --enable-builtin-plugins --enable-werror CC=clang CFLAGS=-O1
	$(MAKE) -C $(top_srcdir)/build-builtin check check_PROGRAMS= check_LTLIBRARIES= TESTS=tests/cli/builtin.test

coverage:
	$(top_srcdir)/tools/variant coverage check --enable-coverage CFLAGS='-O0 -g' || :
	cd $(top_srcdir)/build-coverage && lcov -q -c -d . -o all.info 2>/dev/null && \
	  lcov -q -r all.info '/usr/*' '*/tests/*' -o coverage.info 2>/dev/null
	$(top_srcdir)/tools/coverage-summary $(top_srcdir)/build-coverage/coverage.info

check-valgrind: all $(check_PROGRAMS)
	$(AM_TESTS_ENVIRONMENT) '$(abs_top_srcdir)/tools/check-valgrind' \
	  $(filter tests/unit/% plugins/%,$(check_PROGRAMS:$(EXEEXT)=))

# The installed tree is whole: it finds its plugins, data, catalogues and reference service by itself, and conforms.
installcheck-local:
	rm -rf installed.tmp && mkdir installed.tmp
	cd installed.tmp && '$(bindir)/samsvar' demo --lang nb >log 2>&1 || { cat log; exit 1; }
	cd installed.tmp && test -s samsvar-report/report.html && '$(bindir)/samsvar' list requirements --lang nn >/dev/null
	rm -rf installed.tmp
