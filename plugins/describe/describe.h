// SPDX-License-Identifier: Apache-2.0
/* The target's RDF descriptions (DCAT, CPSV, SKOS, ModelDCAT) as the checks of several layers see
 * them: fetched by the runner, read once a worker, kept in the plugin's state. A plugin that uses
 * this has .open = sv_describe_open and .close = sv_describe_close. */
#ifndef SV_PLUGINS_DESCRIBE_H
#define SV_PLUGINS_DESCRIBE_H

#include "engines/rdf/read.h"

#include <samsvar/plugin.h>
#include <stdbool.h>

enum sv_outcome sv_describe_open(struct sv_ctx *ctx);
void sv_describe_close(struct sv_ctx *ctx);

struct sv_description {
  const struct sv_artifact *artifact;
  struct sv_graph *graph; /* sorted, with all indexes; NULL when it could not be read */
  struct sv_error fault;  /* why not */
  enum sv_status status;
  enum sv_rdf_syntax syntax; /* as which it was read */
  bool lacks_context;        /* a JSON-LD context that it names could not be fetched */
};

/* The description that the endpoint at hand gives. NULL when there is none to judge: a finding says
 * why and *OUTCOME is what the check returns. Borrowed. */
const struct sv_description *sv_describe(struct sv_ctx *ctx, enum sv_outcome *outcome);

/* RDF to be read: the first members say what, the others what came of it. */
struct sv_rdf_reading {
  const char *data;
  size_t size;
  const char *media_type, *name; /* either tells the syntax; NULL: not known */
  const char *base;
  void (*dropped)(void *closure, const char *name, size_t line); /* as in engines/rdf/read.h */
  void *closure;
  struct sv_graph *graph; /* sorted, with all indexes, to be freed; NULL: see STATUS */
  struct sv_error fault;
  enum sv_status status;
  enum sv_rdf_syntax syntax;
  bool lacks_context;
};

/* Reads R; what a JSON-LD document names is fetched by the runner. */
void sv_describe_read(struct sv_ctx *ctx, struct sv_rdf_reading *r);

/* The same also when it could not be read: GRAPH is NULL then, STATUS and FAULT say why. NULL when
 * there is nothing at all. */
const struct sv_description *sv_describe_own(struct sv_ctx *ctx);

/* The N-th description of KIND (from 0) for comparing; NULL when there are no more. Its graph may
 * be NULL. */
const struct sv_description *sv_describe_nth(struct sv_ctx *ctx, const char *kind, size_t n);

/* The nodes of a class, in order of their terms: for (nodes_of; next;). */
struct sv_nodes {
  const struct sv_graph *graph;
  const uint32_t *at;
  size_t left;
};
struct sv_nodes sv_nodes_of(const struct sv_graph *g, const char *class_iri);
/* Nodes that have PREDICATE, each as often as it has it. */
struct sv_nodes sv_nodes_with(const struct sv_graph *g, const char *predicate);
/* 0 at the end. */
sv_term sv_nodes_next(struct sv_nodes *n);

/* The triples of NODE with PREDICATE (an IRI), *N of them. */
const struct sv_triple *sv_values_of(const struct sv_graph *g, sv_term node, const char *predicate,
                                     size_t *n);
/* Whether NODE has the class. */
bool sv_is_a(const struct sv_graph *g, sv_term node, const char *class_iri);
/* Whether G says anything of NODE. */
bool sv_is_described(const struct sv_graph *g, sv_term node);
bool sv_is_iri(sv_term t);

/* What is wrong with a node. */
struct sv_node_fault {
  enum sv_outcome outcome;         /* 0: SV_FAILED */
  enum sv_attribution attribution; /* 0: the target; of SV_CANT_TELL samsvar */
  sv_term node;                    /* the focus node */
  const char *predicate;           /* IRI of the path from it; NULL: none */
  const char *path;                /* in place of PREDICATE, as it is to be shown */
  const struct sv_triple
      *line;                  /* the triple that is wrong; NULL: where the node's class is given */
  uint32_t number;            /* in place of LINE: the line's number; 0: see LINE */
  sv_term value;              /* shown as what was found; 0: none, or ACTUAL */
  const char *message, *hint; /* msgids */
  const char *expected;       /* msgid or value */
  const char *actual;
  const json_t *args; /* of the message */
};
void sv_node_find(struct sv_ctx *ctx, const struct sv_description *d,
                  const struct sv_node_fault *f);

/* SV_FAILED when there were faults, SV_PASSED when something was looked at, else SV_INAPPLICABLE.
 */
enum sv_outcome sv_describe_outcome(size_t looked_at, size_t faults);

#endif
