# SPDX-License-Identifier: Apache-2.0
PO_FRAGMENTS += engines/doc
engines_libsamsvar_la_SOURCES += \
  engines/doc/bridge.c engines/doc/bridge.h \
  engines/doc/build.c engines/doc/build.h \
  engines/doc/csv.c engines/doc/csv.h \
  engines/doc/decimal.c engines/doc/decimal.h \
  engines/doc/doc.c engines/doc/doc.h \
  engines/doc/equal.c \
  engines/doc/excerpt.c \
  engines/doc/file_type.c \
  engines/doc/finding.c \
  engines/doc/geometry.c engines/doc/geometry.h \
  engines/doc/iregexp.c engines/doc/iregexp.h \
  engines/doc/json.c engines/doc/json.h \
  engines/doc/json_fault.c \
  engines/doc/json_number.c \
  engines/doc/json_string.c \
  engines/doc/multiple.c \
  engines/doc/parse.c \
  engines/doc/path.c engines/doc/path.h \
  engines/doc/path_eval.c engines/doc/path_eval.h \
  engines/doc/path_filter.c \
  engines/doc/path_normal.c \
  engines/doc/path_parse.c \
  engines/doc/path_tree.h \
  engines/doc/pointer.c \
  engines/doc/position.c \
  engines/doc/sniff.c engines/doc/sniff.h \
  engines/doc/tape.h \
  engines/doc/yaml.c engines/doc/yaml.h \
  engines/doc/yaml_scalar.c \
  engines/doc/yaml_words.c
