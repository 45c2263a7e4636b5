# SPDX-License-Identifier: Apache-2.0
# What people and machines read of a run. The texts here are those of engines/result and runner/ of the results too.
PO_FRAGMENTS += reports
noinst_LTLIBRARIES += reports/libreports.la
reports_libreports_la_SOURCES = \
  reports/apart.c reports/apart.h \
  reports/areas.c reports/areas.h \
  reports/assets.h \
  reports/badge.c \
  reports/ci.c reports/ci.h \
  reports/csv.c \
  reports/ctrf.c \
  reports/diff.c reports/diff.h \
  reports/earl.c reports/earl.h \
  reports/earl_out.c \
  reports/formats.h \
  reports/github.c \
  reports/gitlab.c \
  reports/har.c \
  reports/html.c reports/html.h \
  reports/html_about.c \
  reports/html_change.c \
  reports/html_evidence.c \
  reports/html_item.c \
  reports/html_list.c \
  reports/html_levels.c \
  reports/html_manual.c \
  reports/html_missing.c \
  reports/html_model.c \
  reports/html_page.h \
  reports/html_top.c \
  reports/html_unread.c \
  reports/html_write.c \
  reports/human.c reports/human.h \
  reports/junit.c reports/junit.h \
  reports/markdown.c \
  reports/problem.c reports/problem.h \
  reports/put.c reports/put.h \
  reports/report.c reports/report.h \
  reports/sarif.c reports/sarif.h \
  reports/sarif_results.c \
  reports/say.c reports/say.h \
  reports/tap.c \
  reports/text.c reports/text.h \
  reports/view.c reports/view.h \
  reports/words.c reports/words.h \
  reports/wrap.c reports/wrap.h
nodist_reports_libreports_la_SOURCES = reports/assets.c
reports_libreports_la_LIBADD = engines/libsamsvar.la

# The page's style sheet, script and symbols, as C.
PAGE = $(srcdir)/reports/page.css $(srcdir)/reports/page.js $(srcdir)/reports/symbols.svg
EXTRA_DIST += reports/page.css reports/page.js reports/symbols.svg tools/embed-text
BUILT_SOURCES += reports/assets.c
CLEANFILES += reports/assets.c
reports/assets.c: $(PAGE) $(srcdir)/tools/embed-text
	$(AM_V_GEN)$(MKDIR_P) reports && $(srcdir)/tools/embed-text sv_page_css $(srcdir)/reports/page.css \
	  sv_page_js $(srcdir)/reports/page.js sv_page_symbols $(srcdir)/reports/symbols.svg >$@.tmp && mv $@.tmp $@

# The commands and files that show a run.
runner_librunner_la_SOURCES += \
  runner/cmd_diff.c \
  runner/cmd_report.c \
  runner/formats.c runner/formats.h \
  runner/hide.c runner/hide.h \
  runner/output.c runner/output.h \
  runner/progress.c runner/progress.h \
  runner/results_file.c runner/results_file.h \
  runner/screen.c runner/screen.h \
  runner/summary.c runner/summary.h
runner_librunner_la_LIBADD += reports/libreports.la

nobase_dist_pkgdata_DATA += reports/results.schema.json
