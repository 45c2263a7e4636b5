# SPDX-License-Identifier: Apache-2.0
# What people and machines read of a run. The texts here are those of engines/result and runner/ of the results too.
PO_FRAGMENTS += reports
noinst_LTLIBRARIES += reports/libreports.la
reports_libreports_la_SOURCES = \
  reports/human.c reports/human.h \
  reports/junit.c reports/junit.h \
  reports/report.c reports/report.h \
  reports/say.c reports/say.h \
  reports/text.c reports/text.h \
  reports/view.c reports/view.h \
  reports/words.c reports/words.h \
  reports/wrap.c reports/wrap.h
reports_libreports_la_LIBADD = engines/libsamsvar.la

# The commands and files that show a run.
runner_librunner_la_SOURCES += \
  runner/cmd_report.c \
  runner/formats.c runner/formats.h \
  runner/output.c runner/output.h \
  runner/progress.c runner/progress.h \
  runner/screen.c runner/screen.h \
  runner/summary.c runner/summary.h
runner_librunner_la_LIBADD += reports/libreports.la
