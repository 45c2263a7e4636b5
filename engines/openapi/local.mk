# SPDX-License-Identifier: Apache-2.0
engines_libsamsvar_la_SOURCES += \
  engines/openapi/api.h \
  engines/openapi/contents.c \
  engines/openapi/load.c \
  engines/openapi/node.c \
  engines/openapi/openapi.h \
  engines/openapi/paths.c \
  engines/openapi/resolve.c \
  engines/openapi/schemas.c
PO_FRAGMENTS += engines/openapi
include engines/openapi/rules.mk
