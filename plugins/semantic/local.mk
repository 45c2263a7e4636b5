# SPDX-License-Identifier: Apache-2.0
plugin_LTLIBRARIES += plugins/semantic/semantic.la
semantic_rows = \
  plugins/semantic/rows/characters.inc \
  plugins/semantic/rows/classifications.inc \
  plugins/semantic/rows/code-lists.inc \
  plugins/semantic/rows/concept-use.inc \
  plugins/semantic/rows/concepts.inc \
  plugins/semantic/rows/cpsv.inc \
  plugins/semantic/rows/dcat.inc \
  plugins/semantic/rows/iri.inc \
  plugins/semantic/rows/language.inc \
  plugins/semantic/rows/models.inc \
  plugins/semantic/rows/negotiation.inc \
  plugins/semantic/rows/payload.inc \
  plugins/semantic/rows/profile.inc \
  plugins/semantic/rows/quality.inc \
  plugins/semantic/rows/rdf.inc \
  plugins/semantic/rows/report.inc \
  plugins/semantic/rows/schema.inc \
  plugins/semantic/rows/shapes.inc \
  plugins/semantic/rows/xml.inc
plugins_semantic_semantic_la_SOURCES = \
  plugins/semantic/addresses.c \
  plugins/semantic/by_shapes.c \
  plugins/semantic/catalogue.c \
  plugins/semantic/characters.c \
  plugins/semantic/codes.c \
  plugins/semantic/concept_use.c \
  plugins/semantic/concepts.c \
  plugins/semantic/documents.c \
  plugins/semantic/doubles.c \
  plugins/semantic/downloads.c \
  plugins/semantic/fields.c \
  plugins/semantic/formats.c \
  plugins/semantic/handed.c plugins/semantic/handed.h \
  plugins/semantic/iris.c \
  plugins/semantic/json_schema.c \
  plugins/semantic/known_codes.c \
  plugins/semantic/language_codes.inc \
  plugins/semantic/languages.c \
  plugins/semantic/links.c \
  plugins/semantic/model_versions.c \
  plugins/semantic/models.c \
  plugins/semantic/negotiation.c \
  plugins/semantic/order.c \
  plugins/semantic/payload.c plugins/semantic/payload.h \
  plugins/semantic/places.c \
  plugins/semantic/presence.c \
  plugins/semantic/profile.c \
  plugins/semantic/quality.c \
  plugins/semantic/quantities.c plugins/semantic/quantities.h \
  plugins/semantic/resource.c plugins/semantic/resource.h \
  plugins/semantic/results.c \
  plugins/semantic/rule_files.c \
  plugins/semantic/schema_document.c plugins/semantic/schema_document.h \
  plugins/semantic/schema_words.c \
  plugins/semantic/semantic.c plugins/semantic/semantic.h $(semantic_rows) \
  plugins/semantic/stop_words.inc \
  plugins/semantic/syntax.c \
  plugins/semantic/tables.c \
  plugins/semantic/terms.c \
  plugins/semantic/xml_rules.c
plugins_semantic_semantic_la_LDFLAGS = $(AM_LDFLAGS) -module $(MODULE_LDFLAGS)
plugins_semantic_semantic_la_LIBADD = plugins/describe/libdescribe.la engines/libsamsvar.la $(JANSSON_LIBS)
PO_FRAGMENTS += plugins/semantic
nobase_dist_pkgdata_DATA += plugins/semantic/README.md plugins/semantic/README.nb.md plugins/semantic/README.nn.md

check_PROGRAMS += plugins/semantic/test/test_branches plugins/semantic/test/test_semantic
TESTS += plugins/semantic/test/test_branches plugins/semantic/test/test_semantic
plugins_semantic_test_test_semantic_SOURCES = $(plugins_semantic_semantic_la_SOURCES) \
  plugins/semantic/test/cases.h \
  plugins/semantic/test/cases_advice.c \
  plugins/semantic/test/cases_data.c \
  plugins/semantic/test/cases_handed.c \
  plugins/semantic/test/cases_rdf.c \
  plugins/semantic/test/cases_shapes.c \
  plugins/semantic/test/cases_values.c \
  plugins/semantic/test/test_semantic.c \
  plugins/semantic/test/turtle.h
plugins_semantic_test_test_semantic_CPPFLAGS = $(AM_CPPFLAGS)
plugins_semantic_test_test_semantic_LDADD = plugins/describe/libdescribe.la tests/fake/libfake.la $(UNIT_LDADD)

plugins_semantic_test_test_branches_SOURCES = $(plugins_semantic_semantic_la_SOURCES) \
  plugins/semantic/test/branches.h \
  plugins/semantic/test/branches_answers.c \
  plugins/semantic/test/branches_codes.c \
  plugins/semantic/test/branches_concepts.c \
  plugins/semantic/test/branches_dcat.c \
  plugins/semantic/test/branches_fields.c \
  plugins/semantic/test/branches_general.c \
  plugins/semantic/test/branches_models.c \
  plugins/semantic/test/branches_openapi.c \
  plugins/semantic/test/branches_services.c \
  plugins/semantic/test/test_branches.c \
  plugins/semantic/test/turtle.h
plugins_semantic_test_test_branches_CPPFLAGS = $(AM_CPPFLAGS)
plugins_semantic_test_test_branches_LDADD = plugins/describe/libdescribe.la tests/fake/libfake.la $(UNIT_LDADD)
