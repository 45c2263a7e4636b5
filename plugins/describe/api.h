// SPDX-License-Identifier: Apache-2.0
/* The target's API descriptions, in JSON or YAML, as they are compared with what catalogues say. */
#ifndef SV_PLUGINS_DESCRIBE_API_H
#define SV_PLUGINS_DESCRIBE_API_H

#include "engines/doc/doc.h"
#include "plugins/describe/describe.h"

struct sv_api {
  const struct sv_artifact *artifact;
  struct sv_doc *doc; /* NULL: it cannot be read, or is no object */
};

/* The N-th OpenAPI document of the target (from 0); false when there are no more. To be freed with
 * sv_api_free(). */
bool sv_api_nth(struct sv_ctx *ctx, size_t n, struct sv_api *out);
/* A itself; the document is NULL when it cannot be read. */
void sv_api_read(const struct sv_artifact *a, struct sv_api *out);
/* A JSON document of KIND ("oauth") in the same way. */
bool sv_api_document(struct sv_ctx *ctx, const char *kind, size_t n, struct sv_api *out);
void sv_api_free(struct sv_api *api);

/* The text of string V, which lives as long as the check; "" when V is none. */
const char *sv_api_text(struct sv_ctx *ctx, const struct sv_api *api, sv_value v);
/* The value at POINTER ("/info/version"), SV_DOC_NONE when there is none. */
sv_value sv_api_at(const struct sv_api *api, const char *pointer);

/* The member NAME, or the first child, of V; SV_DOC_NONE when V is none. */
static inline sv_value sv_api_get(const struct sv_doc *d, sv_value v, const char *name)
{
  return v == SV_DOC_NONE ? SV_DOC_NONE : sv_doc_gets(d, v, name);
}

static inline sv_value sv_api_first(const struct sv_doc *d, sv_value v)
{
  return v == SV_DOC_NONE ? SV_DOC_NONE : sv_doc_first(d, v);
}

/* Server I of the document as an absolute address, with where it stands in *AT; NULL at the end. A
 * document without servers has one: its own host (OpenAPI 3.1, 4.8.1). */
const char *sv_api_server(struct sv_ctx *ctx, const struct sv_api *api, size_t i, sv_value *at);

/* Whether two addresses are one: letter case of scheme and host, default ports and a last slash are
 * nothing. */
bool sv_is_same_address(const char *a, const char *b);
/* Whether URL is PREFIX or an address below it, compared as above. */
bool sv_is_address_below(const char *url, const char *prefix);

/* The data service of G that is this API, by dcat:endpointDescription, else by dcat:endpointURL
 * and a server; 0: none. */
sv_term sv_api_service(struct sv_ctx *ctx, const struct sv_graph *g, const struct sv_api *api);

#endif
