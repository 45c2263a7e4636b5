// SPDX-License-Identifier: Apache-2.0
/* What the cross checks share: looking up facts and endpoints, and comparing addresses. */
#ifndef SV_CROSS_COMPARE_H
#define SV_CROSS_COMPARE_H

#include <samsvar/plugin.h>
#include <stdbool.h>

/* The N-th fact with PREDICATE, from 0, or NULL. */
const json_t *sv_cross_fact(struct sv_ctx *ctx, const char *predicate, size_t n);

/* A string member of FACT, or "". */
const char *sv_cross_text(const json_t *fact, const char *member);

/* The URL of the target's first endpoint of KIND, or NULL. */
const char *sv_cross_endpoint(struct sv_ctx *ctx, const char *kind);

/* Whether two URLs are the same address: scheme and host without regard to case, default ports and a slash at the end
 * left out. */
bool sv_cross_same_address(const char *a, const char *b);

/* Whether URL is PREFIX or an address below it, compared as above. */
bool sv_cross_is_below(const char *url, const char *prefix);

/* One finding with both sides: what FIRST says, and what SECOND says. */
void sv_cross_contradiction(struct sv_ctx *ctx, const char *message, struct sv_place where, const char *first,
                            const char *second, const char *hint, sv_evidence evidence);

#endif
