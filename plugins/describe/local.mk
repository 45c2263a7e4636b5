# SPDX-License-Identifier: Apache-2.0
# What plugins share that look at RDF descriptions; no plugin itself.
noinst_LTLIBRARIES += plugins/describe/libdescribe.la
plugins_describe_libdescribe_la_SOURCES = \
  plugins/describe/circle.c plugins/describe/circle.h \
  plugins/describe/data.c \
  plugins/describe/api.c plugins/describe/api.h \
  plugins/describe/describe.c plugins/describe/describe.h \
  plugins/describe/describer.h \
  plugins/describe/distribution.c plugins/describe/distribution.h \
  plugins/describe/find.c \
  plugins/describe/judge.c plugins/describe/judge.h \
  plugins/describe/lists.c \
  plugins/describe/names.h \
  plugins/describe/openapi.c plugins/describe/openapi.h \
  plugins/describe/official.c \
  plugins/describe/own.c plugins/describe/own.h \
  plugins/describe/rule.c plugins/describe/rule.h \
  plugins/describe/said.c \
  plugins/describe/samples.c plugins/describe/samples.h \
  plugins/describe/shapes.c plugins/describe/shapes.h \
  plugins/describe/term_lists.inc \
  plugins/describe/terms.c plugins/describe/terms.h \
  plugins/describe/whole.c
PO_FRAGMENTS += plugins/describe
