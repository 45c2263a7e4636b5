# SPDX-License-Identifier: Apache-2.0
engines_libsamsvar_la_SOURCES += \
  engines/openapi/api.h \
  engines/openapi/check.h \
  engines/openapi/compare.c \
  engines/openapi/compare.h \
  engines/openapi/compare_parts.h \
  engines/openapi/compare_schema.c \
  engines/openapi/compare_values.c \
  engines/openapi/contents.c \
  engines/openapi/finding.c \
  engines/openapi/kind.h \
  engines/openapi/kind2.c \
  engines/openapi/kind3.c \
  engines/openapi/kind_schema.c \
  engines/openapi/load.c \
  engines/openapi/names.c \
  engines/openapi/node.c engines/openapi/nodes.h \
  engines/openapi/openapi.h \
  engines/openapi/paths.c \
  engines/openapi/resolve.c \
  engines/openapi/scalar.c \
  engines/openapi/schemas.c \
  engines/openapi/semantic_examples.c \
  engines/openapi/semantic_operations.c \
  engines/openapi/semantic_paths.c \
  engines/openapi/semantic_schemas.c \
  engines/openapi/semantic_security.c \
  engines/openapi/shape.c \
  engines/openapi/shape_parameter.c \
  engines/openapi/shape_security.c \
  engines/openapi/validate.c \
  engines/openapi/walk.c
PO_FRAGMENTS += engines/openapi
include engines/openapi/rules.mk
