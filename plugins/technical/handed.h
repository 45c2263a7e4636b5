// SPDX-License-Identifier: Apache-2.0
/* Documents that a consumer hands over: grants and token requests of its client, as the runner
 * leaves them. */
#ifndef SV_TECHNICAL_HANDED_H
#define SV_TECHNICAL_HANDED_H

#include <samsvar/plugin.h>

/* The document that the check is about, as an object; NULL with an outcome when it is none. A new
 * reference; *A is the document. */
json_t *tec_handed(struct sv_ctx *ctx, const struct sv_artifact **a, enum sv_outcome *outcome);

/* Says finding F about MEMBER of document A: {member} is its name, POINTER its place. */
enum sv_outcome tec_handed_fault(struct sv_ctx *ctx, const struct sv_artifact *a,
                                 const char *pointer, const struct sv_finding *f);

#define TEC_HANDED_FAULT(ctx, a, pointer, ...)                                                     \
  tec_handed_fault((ctx), (a), (pointer), &(struct sv_finding){ __VA_ARGS__ })

/* VALUE on one line, "" for none. Lives as long as the check. */
const char *tec_handed_show(struct sv_ctx *ctx, const json_t *value);

#endif
