// SPDX-License-Identifier: Apache-2.0
/* One run of a JSONPath query. */
#ifndef SV_DOC_PATH_EVAL_H
#define SV_DOC_PATH_EVAL_H

#include "engines/doc/path_tree.h"
#include "engines/doc/tape.h"

struct sv_path_run {
  const struct sv_doc *doc;
  uint64_t visits; /* left */
  enum sv_status status;
  const char *limit;
};

/* Where selected values go; found returns false when it has enough. */
struct sv_path_sink {
  bool (*found)(struct sv_path_run *r, struct sv_path_sink *sink, sv_value v);
};

/* Runs Q from the root or, for @, from CURRENT. A failure stays in R. */
void sv_path_query_run(struct sv_path_run *r, const struct sv_path_query *q, sv_value current,
                       struct sv_path_sink *sink);

/* Whether the logical expression E holds for CURRENT. */
bool sv_path_holds(struct sv_path_run *r, const struct sv_path_expr *e, sv_value current);

#endif
