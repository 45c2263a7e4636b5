# SPDX-License-Identifier: Apache-2.0
engines_libsamsvar_la_SOURCES += \
  engines/base/arena.c engines/base/arena.h \
  engines/base/ascii.c engines/base/ascii.h \
  engines/base/buf.c engines/base/buf.h \
  engines/base/date.c engines/base/date.h \
  engines/base/file.c engines/base/file.h \
  engines/base/idnumber.c engines/base/idnumber.h \
  engines/base/lang.c engines/base/lang.h \
  engines/base/map.c engines/base/map.h \
  engines/base/message.c engines/base/message.h \
  engines/base/phrase.c engines/base/phrase.h \
  engines/base/sha256.c engines/base/sha256.h \
  engines/base/status.c engines/base/status.h \
  engines/base/suggest.c engines/base/suggest.h \
  engines/base/uri.c engines/base/uri.h \
  engines/base/uri_grammar.c \
  engines/base/utf8.c engines/base/utf8.h \
  engines/base/why.c engines/base/why.h
