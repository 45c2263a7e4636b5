# SPDX-License-Identifier: Apache-2.0
PO_FRAGMENTS += engines/asyncapi
engines_libsamsvar_la_SOURCES += \
  engines/asyncapi/asyncapi.c \
  engines/asyncapi/asyncapi.h \
  engines/asyncapi/kinds.c \
  engines/asyncapi/kinds.h \
  engines/asyncapi/scheme.c \
  engines/asyncapi/validate.c \
  engines/asyncapi/walk.h
