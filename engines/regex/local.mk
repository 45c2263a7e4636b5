# SPDX-License-Identifier: Apache-2.0
engines_libsamsvar_la_SOURCES += \
  engines/regex/class.c \
  engines/regex/dfa.c \
  engines/regex/emit.c \
  engines/regex/loose.c engines/regex/loose.h \
  engines/regex/node.h \
  engines/regex/parse.c \
  engines/regex/property.c \
  engines/regex/regex.c engines/regex/regex.h \
  engines/regex/sample.c \
  engines/regex/script.c
PO_FRAGMENTS += engines/regex
