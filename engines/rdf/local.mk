# SPDX-License-Identifier: Apache-2.0
PO_FRAGMENTS += engines/rdf
engines_libsamsvar_la_SOURCES += \
  engines/rdf/accept.h \
  engines/rdf/graph.c engines/rdf/graph.h \
  engines/rdf/index.c \
  engines/rdf/isomorphic.c engines/rdf/isomorphic.h \
  engines/rdf/jsonld.c engines/rdf/jsonld.h \
  engines/rdf/jsonld_context.c \
  engines/rdf/jsonld_expand.c \
  engines/rdf/jsonld_iri.c \
  engines/rdf/jsonld_keyword.c \
  engines/rdf/jsonld_literal.c \
  engines/rdf/jsonld_map.c \
  engines/rdf/jsonld_rdf.c \
  engines/rdf/jsonld_term.c \
  engines/rdf/jsonld_tree.c \
  engines/rdf/lines.c \
  engines/rdf/read.c engines/rdf/read.h \
  engines/rdf/rdfxml.c engines/rdf/rdfxml.h \
  engines/rdf/rdfxml_node.c \
  engines/rdf/rdfxml_text.c \
  engines/rdf/scan.c engines/rdf/scan.h \
  engines/rdf/scan_iri.c \
  engines/rdf/show.c \
  engines/rdf/store.h \
  engines/rdf/terms.c \
  engines/rdf/turtle.c engines/rdf/turtle.h \
  engines/rdf/turtle_node.c \
  engines/rdf/turtle_top.c \
  engines/rdf/write.c engines/rdf/write.h \
  engines/rdf/write_turtle.c
