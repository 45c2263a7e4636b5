// SPDX-License-Identifier: Apache-2.0
/* The OpenAPI document of the endpoint, as its checks share it. */
#ifndef SV_TECHNICAL_DOCUMENT_H
#define SV_TECHNICAL_DOCUMENT_H

#include "engines/openapi/openapi.h"
#include "engines/openapi/rule.h"

#include <samsvar/plugin.h>

/* The document that the endpoint gives, with its answer in *R; it lives until another is asked for.
 * NULL with an outcome after a finding. */
struct sv_openapi *tec_description(struct sv_ctx *ctx, const struct sv_response **r,
                                   enum sv_outcome *outcome);

/* The same, but that what is no OpenAPI document is SV_INAPPLICABLE without a finding. */
struct sv_openapi *tec_any_description(struct sv_ctx *ctx, const struct sv_response **r,
                                       enum sv_outcome *outcome);

/* Puts the file IRI, which the document at FROM refers to, into OUT. Files of the same origin are
 * asked for; for others SV_DENIED. */
enum sv_status tec_fetch(struct sv_ctx *ctx, const char *from, const char *iri,
                         struct sv_openapi_text *out) SV_MUST_USE;

/* The sample addresses of an `api` endpoint by its target and its description, chosen once a worker;
 * none for other kinds. They live until another endpoint is asked about. */
const char *const *tec_sample_urls(struct sv_ctx *ctx, size_t *count);

/* The national rules; there are none before the first document. */
const struct sv_rules *tec_national_rules(struct sv_ctx *ctx);

/* SV_CANT_TELL after a finding about the tool: a limit was reached. */
enum sv_outcome tec_too_large(struct sv_ctx *ctx, const struct sv_response *r);

/* The JSON Pointer of N, and its text when it is a plain value; "" else. They live as long as the
 * check. */
const char *tec_pointer(struct sv_ctx *ctx, struct sv_openapi_node n);
const char *tec_excerpt(struct sv_ctx *ctx, struct sv_openapi_node n);

/* Judges the document by the national rule NAME, a requirement or one of its lesser rules, and by
 * those of the requirement that weigh as much; the first few findings are told with HINT. */
enum sv_outcome tec_by_rules(struct sv_ctx *ctx, const char *name, const char *hint);

#endif
