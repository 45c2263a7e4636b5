// SPDX-License-Identifier: Apache-2.0
/* A Schematron schema at work on a document: what the files of the run share. */
#ifndef SV_XML_SCHEMATRON_RUN_H
#define SV_XML_SCHEMATRON_RUN_H

#include "engines/xml/schematron_model.h"

#pragma GCC visibility push(hidden)

/* A document in use, with the contexts that libxml2 and libxslt evaluate in. */
struct sch_instance {
  const char *name;
  xmlDoc *doc;
  struct sv_xml *own; /* NULL: the caller's document */
  xsltTransformContext *transform;
  xmlXPathContext *xpath;
  xmlNode **nodes; /* in document order; a node's _private is its place */
  size_t node_count;
  struct sch_instance *next;
};

/* The value of a variable. */
struct sch_value {
  const char *name;
  xmlXPathObject *object;
  bool is_borrowed;
};

struct sch_run {
  const struct sv_schematron *s;
  struct sch_instance *instances; /* the document to judge is the last in the list */
  struct sch_instance *first;
  struct sch_value *values; /* the nearest last */
  size_t value_count, value_room;
  struct sv_arena scratch; /* what one event holds */
  void (*sink)(void *context, const struct sv_schematron_event *e);
  void *context;
  struct sv_schematron_counts *counts;
  enum sv_status status; /* the first failure; everything stops after it */
  struct sv_error *err;
};

/* --- schematron_eval.c --- */
/* DOC as an instance of the run, or NULL with the run's status set. OWN is taken over, also on
 * failure. */
struct sch_instance *sch_instance_add(struct sch_run *r, xmlDoc *doc, const char *name,
                                      struct sv_xml *own);
/* The instance of the document that REFERENCE names, read when it is new. */
struct sch_instance *sch_instance_of(struct sch_run *r, const char *reference, const char *base);
void sch_run_free(struct sch_run *r);

/* The value of E at NODE, to be freed with xmlXPathFreeObject(); NULL with the run's status set. */
xmlXPathObject *sch_eval(struct sch_run *r, struct sch_instance *i, const struct sch_expr *e,
                         xmlNode *node);
/* Evaluates LETS at NODE and puts their values on top. */
bool sch_push_lets(struct sch_run *r, struct sch_instance *i, const struct sch_let *lets,
                   xmlNode *node);
bool sch_push_borrowed(struct sch_run *r, const char *name, xmlXPathObject *object);
/* Takes values off until COUNT are left. */
void sch_pop_to(struct sch_run *r, size_t count);
bool sch_stop(struct sch_run *r, enum sv_status status);

/* --- schematron_words.c --- */
/* The words of PARTS at NODE in the run's scratch: white space folded, or as XML content when
 * AS_XML. NULL with the run's status set. */
const char *sch_words(struct sch_run *r, struct sch_instance *i, const struct sch_part *parts,
                      xmlNode *node, bool as_xml);

#pragma GCC visibility pop

#endif
