# SPDX-License-Identifier: Apache-2.0
engines_libsamsvar_la_SOURCES += \
  engines/tls/answer.c engines/tls/answer.h \
  engines/tls/hello.c engines/tls/hello.h \
  engines/tls/lines.c engines/tls/lines.h
