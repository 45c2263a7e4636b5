# SPDX-License-Identifier: Apache-2.0
plugin_LTLIBRARIES += plugins/semantic/semantic.la
plugins_semantic_semantic_la_SOURCES = \
  plugins/semantic/characters.c \
  plugins/semantic/negotiation.c \
  plugins/semantic/payload.c \
  plugins/semantic/schema_words.c \
  plugins/semantic/semantic.c plugins/semantic/semantic.h
plugins_semantic_semantic_la_LDFLAGS = $(AM_LDFLAGS) $(MODULE_LDFLAGS)
plugins_semantic_semantic_la_LIBADD = engines/libsamsvar.la $(JANSSON_LIBS)
PO_FRAGMENTS += plugins/semantic
nobase_dist_pkgdata_DATA += plugins/semantic/README.md
