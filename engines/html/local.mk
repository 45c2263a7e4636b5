# SPDX-License-Identifier: Apache-2.0
PO_FRAGMENTS += engines/html
engines_libsamsvar_la_SOURCES += \
  engines/html/elements.c engines/html/elements.h \
  engines/html/page.c engines/html/page.h \
  engines/html/tree.h
