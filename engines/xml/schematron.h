// SPDX-License-Identifier: Apache-2.0
/* Schematron (ISO/IEC 19757-3:2016) with the query language binding "xslt": XPath 1.0 and the
 * functions of XSLT 1.0. */
#ifndef SV_XML_SCHEMATRON_H
#define SV_XML_SCHEMATRON_H

#include "engines/xml/xml.h"

struct sv_schematron;

struct sv_schematron_options {
  const char *phase; /* NULL or "#DEFAULT": the schema's defaultPhase, else every pattern; "#ALL" */
  struct sv_xml_source source; /* for include, extends, document() and the documents of a pattern */
};

enum sv_schematron_kind {
  SV_SCHEMATRON_PATTERN, /* a pattern begins */
  SV_SCHEMATRON_RULE,    /* a rule fires on a node */
  SV_SCHEMATRON_FAILED,  /* an assertion does not hold */
  SV_SCHEMATRON_REPORTED /* a report's condition holds */
};

/* A diagnostic or property that an assertion refers to, filled in. */
struct sv_schematron_note {
  bool is_property;
  const char *id;
  const char *lang; /* xml:lang; NULL: none */
  const char *text; /* words, white space folded */
  const char *xml;  /* the same as escaped XML content */
};

/* Borrowed: gone when the sink returns. Members that do not apply are NULL. */
struct sv_schematron_event {
  enum sv_schematron_kind kind;
  const char *id, *role, *flag, *see;
  const char *expression; /* the rule's context, the assertion's test */
  const char *document;   /* the name of the document the node stands in */
  size_t line;            /* of the node */
  const char *path;       /* names a person can follow */
  const char *location;   /* XPath 1.0 */
  const char *text;       /* the assertion's words, filled in, white space folded */
  bool is_warning;        /* role says warning or less */
  const struct sv_schematron_note *notes;
  size_t note_count;
};

struct sv_schematron_counts {
  size_t rules_fired, assertions_tested;
  size_t errors, warnings;
};

/* Compiles SCHEMA, which must outlive the result; *OUT is to be freed with sv_schematron_free().
 * SV_INVALID for a schema that breaks the standard or asks for another query language, with file
 * and line; SV_LIMIT. */
enum sv_status sv_schematron_compile(const struct sv_xml *schema,
                                     const struct sv_schematron_options *options,
                                     struct sv_schematron **out, struct sv_error *err) SV_MUST_USE;
void sv_schematron_free(struct sv_schematron *s);

/* Judges DOCUMENT and tells SINK (NULL: none) each event in order; of assertions the first 1 000,
 * all are counted. SV_INVALID when an expression of the schema cannot be evaluated, SV_NOT_FOUND
 * when a document it asks for is not at hand, SV_LIMIT when work or text passes what is allowed:
 * the document is then not judged whole. No COUNTS->rules_fired means that nothing was judged. Uses
 * _private of DOCUMENT's nodes. */
enum sv_status sv_schematron_validate(const struct sv_schematron *s, const struct sv_xml *document,
                                      void (*sink)(void *context,
                                                   const struct sv_schematron_event *e),
                                      void *context, struct sv_schematron_counts *counts,
                                      struct sv_error *err) SV_MUST_USE;

/* The report in SVRL (the standard's annex D), appended to OUT: begin, one call an event, end. */
void sv_svrl_begin(struct sv_buf *out, const char *document);
void sv_svrl_add(struct sv_buf *out, const struct sv_schematron_event *e);
enum sv_status sv_svrl_end(struct sv_buf *out);

#endif
