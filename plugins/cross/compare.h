// SPDX-License-Identifier: Apache-2.0
/* What the cross checks share: facts, endpoints, and the two sides of a contradiction. */
#ifndef SV_CROSS_COMPARE_H
#define SV_CROSS_COMPARE_H

#include "plugins/describe/api.h"

#include <samsvar/plugin.h>
#include <stdbool.h>

/* The N-th fact with PREDICATE, from 0, or NULL. */
const json_t *sv_cross_fact(struct sv_ctx *ctx, const char *predicate, size_t n);

/* A string member of FACT, or "". */
const char *sv_cross_text(const json_t *fact, const char *member);

/* The URL of the target's first endpoint of KIND, or NULL. */
const char *sv_cross_endpoint(struct sv_ctx *ctx, const char *kind);

/* REF resolved against BASE, as long-lived as the check; "" when it cannot be. */
const char *sv_cross_absolute(struct sv_ctx *ctx, const char *base, const char *ref, size_t size);

/* The nine digits at the end of an address or text, as long-lived as the check; NULL: none. */
const char *sv_cross_number(struct sv_ctx *ctx, const char *text);

/* What the API description calls the organisation number, by the names in use; SV_DOC_NONE: none.
 */
sv_value sv_cross_api_number(const struct sv_api *api);

/* Whether URL, without its query, ends in the path template PATH: {x} stands for one segment. */
bool sv_cross_fits(const char *url, const char *path);

/* What one source says, and where it says it. */
struct sv_side {
  const char *value;
  struct sv_place place;
  sv_evidence evidence;
};

/* The value V of a document, by file, line and JSON Pointer; SHOWN in place of its text unless
 * NULL. */
struct sv_side sv_side_of_value(struct sv_ctx *ctx, const struct sv_api *api, sv_value v,
                                const char *shown);
/* A triple of a description, by file, line, focus node and path. */
struct sv_side sv_side_of_triple(struct sv_ctx *ctx, const struct sv_description *d,
                                 const struct sv_triple *t);
/* A fact, by file, line and pointer where the document it was told of is one of the target's. */
struct sv_side sv_side_of_fact(struct sv_ctx *ctx, const json_t *fact);
/* A field of an answer; NULL is said as "none". */
struct sv_side sv_side_of_field(const struct sv_response *r, const char *name, const char *value);
/* What the target file says. */
struct sv_side sv_side_of_target(const char *what, const char *value);

/* One finding: FIRST is what was expected by one source, SECOND what the other says; both are shown
 * with their place. */
void sv_cross_contradiction(struct sv_ctx *ctx, const char *message, const struct sv_side *first,
                            const struct sv_side *second, const char *hint);

/* A data service of a catalogue and the API description that is of the same API. */
struct sv_cross_pair {
  struct sv_ctx *ctx;
  const struct sv_api *api;
  const struct sv_description *d;
  const struct sv_graph *g;
  sv_term service;
  size_t looked_at, faults; /* of all pairs */
};
typedef void sv_cross_judge(struct sv_cross_pair *p);

/* Hands each pair to JUDGE; SV_INAPPLICABLE when nothing was looked at. */
enum sv_outcome sv_cross_pairs(struct sv_ctx *ctx, sv_cross_judge *judge);

#endif
