// SPDX-License-Identifier: Apache-2.0
/* The paths of rule sets: JSONPath as Spectral's rule sets write it (JSONPath-Plus), on documents
 * whose references are followed on the way or left alone. A place is reached once, whatever the
 * number of roads to it, so that cycles end and work stays bounded. */
#ifndef SV_OPENAPI_MATCH_H
#define SV_OPENAPI_MATCH_H

#include "engines/base/arena.h"
#include "engines/openapi/openapi.h"
#include "engines/regex/regex.h"

struct sv_match_graph_file;

/* The documents of an API as paths walk through them: where references are, and where they lead,
 * is found out once. */
struct sv_match_graph {
  struct sv_openapi *api;
  struct sv_match_graph_file *files;
  size_t file_room;
};

/* Given back with sv_match_graph_end(). API must outlive it. */
void sv_match_graph_begin(struct sv_match_graph *g, struct sv_openapi *api);
void sv_match_graph_end(struct sv_match_graph *g);

/* What stands at N, behind references. One that leads nowhere stays. */
struct sv_openapi_node sv_match_graph_value(struct sv_match_graph *g, struct sv_openapi_node n);

/* Whether a reference may stand below N in its document; false only when none does. Looks at a bit
 * for each value below N. */
bool sv_match_graph_refers(struct sv_match_graph *g, struct sv_openapi_node n);

/* The member NAME of N with references followed, or none. */
struct sv_openapi_node sv_match_graph_get(struct sv_match_graph *g, struct sv_openapi_node n,
                                          const char *name);

/* A value that a path selected. */
struct sv_match {
  struct sv_openapi_node at;    /* where it stands: a reference, when one was followed */
  struct sv_openapi_node value; /* what it is */
  uint32_t index;               /* of an element of an array */
  bool is_name;                 /* ~: the value is the name of AT */
};

struct sv_matches {
  struct sv_match *items;
  size_t count, room;
};

struct sv_match_path;

/* The path in *OUT, owned by A. SV_INVALID with a reason and, in ERR->column, the character; what
 * the dialect has and we do not is refused. */
enum sv_status sv_match_compile(struct sv_arena *a, const char *text, size_t size,
                                struct sv_match_path **out, struct sv_error *err) SV_MUST_USE;
/* Gives back what the path has beside its arena. */
void sv_match_path_free(struct sv_match_path *p);

/* A run over one graph: what it may still cost. */
struct sv_match_run {
  struct sv_match_graph *graph;
  bool resolved;   /* references are followed */
  uint64_t visits; /* left */
  enum sv_status status;
  const char *limit;
  struct sv_regex_scratch *scratch; /* NULL: none yet */
  struct sv_arena texts;            /* what filters make of strings */
};

/* Gives back what the run has made beside its results. */
void sv_match_run_end(struct sv_match_run *run);

/* The name of the member that stands at N (a value in its document), SV_DOC_NONE: it is none. */
sv_value sv_match_name(struct sv_openapi_node n);

/* Puts what P selects from the COUNT values at FROM in *OUT, each place once, in the order of the
 * documents. SV_LIMIT
 * ("rule-visits", "pattern-match"); SV_NO_MEMORY. */
enum sv_status sv_match_select(const struct sv_match_path *p, struct sv_match_run *run,
                               const struct sv_openapi_node *from, size_t count,
                               struct sv_matches *out) SV_MUST_USE;
void sv_matches_free(struct sv_matches *m);

#endif
