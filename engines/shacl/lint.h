// SPDX-License-Identifier: Apache-2.0
/* Faults in a shapes graph that make it judge less than its author meant: words SHACL does not
 * know, values of the wrong kind, malformed lists, shapes without target or constraint, namespaces
 * that differ by a sign. W3C SHACL 1.0, appendix C and the sections named in the code. */
#ifndef SV_SHACL_LINT_H
#define SV_SHACL_LINT_H

#include "engines/base/message.h"
#include "engines/rdf/graph.h"

/* One fault. Everything is borrowed for the call; MSGID holds {named} places, filled from ARGS. */
struct sv_shacl_lint_finding {
  const char *rule; /* short stable name, e.g. "unknown-term" */
  const char *msgid;
  struct sv_arg args[3];
  size_t arg_count;
  bool is_error; /* ill-formed, or a constraint nobody runs; otherwise doubtful */
  uint32_t line; /* for sv_graph_place() */
  sv_term node;  /* the shape, or the term the finding is about */
};

typedef void (*sv_shacl_lint_say)(void *context, const struct sv_shacl_lint_finding *finding);

/* Says each fault of the sorted shapes graph G, in order of line, then rule; the same graph gives
 * the same findings. Indexes G. At most SV_SHACL_LINT_MOST are said. *TOTAL (may be NULL) is how
 * many there are. SV_NO_MEMORY, SV_LIMIT as the indexes of G. */
enum sv_status sv_shacl_lint(struct sv_graph *g, sv_shacl_lint_say say, void *context,
                             size_t *total, struct sv_error *err) SV_MUST_USE;

#define SV_SHACL_LINT_MOST 10000

#endif
