// SPDX-License-Identifier: Apache-2.0
/* A compiled Schematron schema: what compile makes and run reads. */
#ifndef SV_XML_SCHEMATRON_MODEL_H
#define SV_XML_SCHEMATRON_MODEL_H

#include "engines/base/arena.h"
#include "engines/xml/node.h"
#include "engines/xml/schematron.h"

#include <libxml/xpath.h>
#include <libxslt/xsltInternals.h>

#pragma GCC visibility push(hidden)

#define SCH_NS "http://purl.oclc.org/dsdl/schematron"
#define XSL_NS "http://www.w3.org/1999/XSL/Transform"

/* An XPath expression and where it stands. */
struct sch_expr {
  const char *text;
  size_t line;
  xmlXPathCompExpr *code;
};

struct sch_let {
  const char *name;
  struct sch_expr value; /* value.code is NULL when the element's content is the value */
  const xmlNode *content;
  struct sch_let *next;
};

enum sch_part_kind { SCH_TEXT, SCH_VALUE, SCH_NAME, SCH_COPY };

/* A piece of an assertion's words. */
struct sch_part {
  enum sch_part_kind kind;
  const char *text;     /* SCH_TEXT */
  struct sch_expr expr; /* the rest; SCH_NAME without code is the context node's name */
  struct sch_part *next;
};

struct sch_note {
  bool is_property;
  const char *id, *lang;
  struct sch_part *parts;
  struct sch_note *next;
};

struct sch_assertion {
  bool is_report, is_warning;
  const char *id, *role, *flag, *see;
  struct sch_expr test;
  struct sch_part *parts;
  const struct sch_note **notes;
  size_t note_count;
  struct sch_assertion *next;
};

struct sch_rule {
  const char *id, *role, *flag;
  const char *context;
  struct sch_expr *paths; /* the alternatives of the context, as paths from the root */
  size_t path_count;
  struct sch_let *lets;
  struct sch_assertion *assertions;
  struct sch_rule *next;
};

struct sch_pattern {
  const char *id;
  struct sch_expr documents; /* code NULL: the document at hand */
  struct sch_let *lets;
  struct sch_rule *rules;
  struct sch_pattern *next;
};

struct sch_namespace {
  const char *prefix, *uri;
  xmlNs *ns; /* the same for libxml2 */
  struct sch_namespace *next;
};

struct sv_schematron {
  struct sv_arena arena;
  const char *name, *base;
  struct sv_xml_source source;
  xmlDoc *tree; /* the schema with everything included */
  struct sch_namespace *namespaces;
  xmlNs **bindings; /* of each of them */
  int binding_count;
  struct sch_let *lets, *phase_lets;
  struct sch_pattern *patterns; /* the active ones */
  struct sch_note *notes;
  xsltStylesheet *keys; /* xsl:key and xsl:decimal-format */
  xmlXPathCompExpr **codes;
  size_t code_count, code_room;
  xmlXPathContext *compiler;
};

/* --- schematron_expand.c: include, extends and abstract patterns --- */
/* Makes s->tree from SCHEMA. */
enum sv_status sch_expand(struct sv_schematron *s, const struct sv_xml *schema,
                          struct sv_error *err);

/* --- schematron_expr.c --- */
/* Names that variables may have, from the nearest to the farthest. */
struct sch_scope {
  const struct sch_let *lets;
  const struct sch_scope *outer;
};

/* Compiles TEXT, which stands at AT. Refuses variables that no scope has, prefixes that no sch:ns
 * declares and functions that XPath 1.0 and XSLT 1.0 lack. */
enum sv_status sch_compile_expr(struct sv_schematron *s, const xmlNode *at, const char *text,
                                const struct sch_scope *scope, struct sch_expr *out,
                                struct sv_error *err);
/* Splits a rule's context at its "|" and compiles each part as a path from the root. */
enum sv_status sch_compile_context(struct sv_schematron *s, const xmlNode *at, const char *text,
                                   const struct sch_scope *scope, struct sch_rule *rule,
                                   struct sv_error *err);

/* --- schematron_parts.c --- */
enum sv_status sch_compile_parts(struct sv_schematron *s, const xmlNode *of,
                                 const struct sch_scope *scope, struct sch_part **out,
                                 struct sv_error *err);

/* --- schematron_compile.c --- */
enum sv_status sch_fail(const struct sv_schematron *s, const xmlNode *at, struct sv_error *err,
                        const char *msgid, const char *what);
/* The value of an attribute that must be there and not be empty. */
enum sv_status sch_need(struct sv_schematron *s, const xmlNode *n, const char *name,
                        const char **out, struct sv_error *err);

/* --- schematron_keys.c --- */
/* A stylesheet that holds the schema's keys, whose functions the expressions use. */
enum sv_status sch_make_keys(struct sv_schematron *s, const xmlNode *root, struct sv_error *err);

#pragma GCC visibility pop

#endif
