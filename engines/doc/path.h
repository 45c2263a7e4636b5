// SPDX-License-Identifier: Apache-2.0
/* JSONPath (RFC 9535): a query compiled once, run on any document. Patterns are I-Regexp (RFC
 * 9485). */
#ifndef SV_DOC_PATH_H
#define SV_DOC_PATH_H

#include "engines/doc/doc.h"

struct sv_path;

#define SV_PATH_VISITS 10000000u /* a budget that suits most callers */

/* The values a query selected, in the order of RFC 9535; the same value may come twice. */
struct sv_path_nodes {
  sv_value *items;
  size_t count;
  size_t room;
};

/* The query in *OUT, to be freed with sv_path_free(). SV_INVALID when it is not well-formed or not
 * well-typed, with the column in ERR; SV_LIMIT when nested too deep; SV_NO_MEMORY. */
enum sv_status sv_path_compile(const char *text, size_t size, struct sv_path **out,
                               struct sv_error *err) SV_MUST_USE;
void sv_path_free(struct sv_path *p);

/* Adds what P selects in D to NODES. VISITS bounds the values looked at: SV_LIMIT ("path-visits")
 * when they do not suffice, or "pattern-match" when a pattern takes too long. After a failure NODES
 * is not to be judged by. */
enum sv_status sv_path_select(const struct sv_path *p, const struct sv_doc *d, uint64_t visits,
                              struct sv_path_nodes *nodes, struct sv_error *err) SV_MUST_USE;
void sv_path_nodes_free(struct sv_path_nodes *nodes);

/* Adds the normalized path of V to OUT, e.g. $['a'][0] (RFC 9535 section 2.7). */
enum sv_status sv_path_normal(const struct sv_doc *d, sv_value v, struct sv_buf *out);

#endif
