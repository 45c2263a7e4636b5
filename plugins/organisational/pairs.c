// SPDX-License-Identifier: Apache-2.0
/* The API that is judged, and what the catalogue says of it. */
#include "plugins/organisational/organisational.h"

#include "engines/base/ascii.h"
#include "engines/base/buf.h"
#include "engines/base/uri.h"
#include "engines/doc/bridge.h"
#include "plugins/describe/names.h"
#include "plugins/describe/rule.h"

#include <string.h>

/* Whether two addresses are one: letter case of scheme and host, and a last slash, are nothing. */
static bool same_address(const char *a, const char *b)
{
  size_t x = strlen(a), y = strlen(b);
  x -= x > 0 && a[x - 1] == '/';
  y -= y > 0 && b[y - 1] == '/';
  const struct sv_uri u = sv_uri_split(a, x), v = sv_uri_split(b, y);
  const size_t head = u.authority.data ? (size_t)(u.authority.data - a) + u.authority.size : 0;
  if (x != y || head > y || !v.authority.data)
    return false;
  for (size_t i = 0; i < head; i++)
    if (sv_lower((unsigned char)a[i]) != sv_lower((unsigned char)b[i]))
      return false;
  return memcmp(a + head, b + head, x - head) == 0;
}

static bool has_address(const struct sv_graph *g, sv_term node, const char *predicate,
                        const char *url)
{
  size_t n;
  const struct sv_triple *values = sv_values_of(g, node, predicate, &n);
  for (size_t i = 0; i < n; i++)
    if (sv_is_iri(values[i].o) && same_address(sv_graph_text(g, values[i].o, NULL), url))
      return true;
  return false;
}

static bool is_server(const struct sv_graph *g, sv_term node, const struct sv_artifact *a,
                      const json_t *document)
{
  size_t i;
  const json_t *server;
  bool found = false;
  json_array_foreach(json_object_get(document, "servers"), i, server)
  {
    struct sv_buf url = SV_BUF(4000);
    const char *given = json_string_value(json_object_get(server, "url"));
    if (given && a->url &&
        sv_uri_resolve(a->url, strlen(a->url), given, strlen(given), &url) == SV_OK)
      found = found || has_address(g, node, DCAT "endpointURL", sv_buf_text(&url));
    sv_buf_free(&url);
  }
  return found;
}

/* The data service that is the API of the document; 0: none. */
static sv_term service_of(const struct sv_graph *g, const struct sv_artifact *a,
                          const json_t *document)
{
  struct sv_nodes nodes = sv_nodes_of(g, DCAT "DataService");
  for (sv_term node; (node = sv_nodes_next(&nodes));)
    if ((a->url && has_address(g, node, DCAT "endpointDescription", a->url)) ||
        is_server(g, node, a, document))
      return node;
  return 0;
}

static bool judge_registered(struct sv_ctx *ctx, const struct sv_description *d,
                             const struct sv_artifact *a, const json_t *document, bool *looked_at)
{
  *looked_at = true;
  if (service_of(d->graph, a, document))
    return true;
  sv_find(ctx, .outcome = SV_FAILED, .message = N_("The API is not in the catalogue."),
          .where.url = d->artifact->url,
          .expected = N_("a dcat:DataService with the address of the API or of its description"),
          .actual = a->url, .evidence = d->artifact->evidence,
          .hint = N_("Describe the API as a data service in the catalogue, with "
                     "dcat:endpointURL."));
  return false;
}

static bool judge_version(struct sv_ctx *ctx, const struct sv_description *d,
                          const struct sv_artifact *a, const json_t *document, bool *looked_at)
{
  size_t n = 0;
  const sv_term service = service_of(d->graph, a, document);
  const char *version = json_string_value(json_object_get(json_object_get(document, "info"), "versi"
                                                                                             "on"));
  const struct sv_triple *values =
      service ? sv_values_of(d->graph, service, DCAT "version", &n) : NULL;
  *looked_at = version && n > 0;
  if (!*looked_at)
    return true;
  for (size_t i = 0; i < n; i++)
    if (sv_term_kind(values[i].o) == SV_TERM_LITERAL &&
        strcmp(sv_graph_text(d->graph, values[i].o, NULL), version) == 0)
      return true;
  sv_node_find(ctx, d,
               &(struct sv_node_fault){ .node = service,
                                        .predicate = DCAT "version",
                                        .line = values,
                                        .value = values->o,
                                        .message = N_("The catalogue states another version than "
                                                      "the API description."),
                                        .expected = ctx->sv->format(ctx, "%s", version),
                                        .hint = N_("Let one source give the version to both.") });
  return false;
}

typedef bool judge_pair(struct sv_ctx *ctx, const struct sv_description *d,
                        const struct sv_artifact *a, const json_t *document, bool *looked_at);

static enum sv_outcome judge_pairs(struct sv_ctx *ctx, judge_pair *judge)
{
  enum sv_outcome outcome;
  struct sv_tally tally = { 0 };
  const struct sv_artifact *a;
  const struct sv_description *d = sv_describe(ctx, &outcome);
  for (size_t i = 0; d && (a = ctx->sv->artifact(ctx, "openapi", i)); i++) {
    json_t *document = a->data && a->size ? sv_doc_json(a->data, a->size) : NULL;
    bool looked_at = false;
    if (json_is_object(document))
      tally.faults += !judge(ctx, d, a, document, &looked_at);
    tally.looked_at += looked_at;
    json_decref(document);
  }
  return d ? sv_describe_outcome(tally.looked_at, tally.faults) : outcome;
}

enum sv_outcome sv_org_api_in_catalogue(struct sv_ctx *ctx)
{
  return judge_pairs(ctx, judge_registered);
}

enum sv_outcome sv_org_same_version(struct sv_ctx *ctx)
{
  return judge_pairs(ctx, judge_version);
}
