// SPDX-License-Identifier: Apache-2.0
/* Looking for things in the documents of the target, then at their addresses. */
#include "plugins/semantic/resource.h"

#include "plugins/describe/own.h"
#include "plugins/describe/terms.h"

#include <samsvar/helpers.h>
#include <string.h>

static const char *const kinds[] = { "skos", "modelldcat", "dcat", "cpsv" };

/* Whether D describes a node whose IRI has the folder of IRI: SIZE bytes, up to the last / or #. */
static bool has_neighbour(const struct sv_description *d, const char *iri, size_t size)
{
  const struct sv_triple *t = sv_graph_triples(d->graph);
  const size_t n = sv_graph_size(d->graph);
  for (size_t i = 0; i < n; i++) {
    if (t[i].p != SV_RDF_TYPE || !sv_is_iri(t[i].s))
      continue;
    const char *other = sv_graph_text(d->graph, t[i].s, NULL);
    if (strncmp(other, iri, size) == 0 && !strpbrk(other + size, "/#"))
      return true;
  }
  return false;
}

/* Asking for a document costs a question to the runner, so that they are taken once. */
static void take_documents(struct sv_ctx *ctx, struct sv_lookup *x)
{
  const struct sv_description *d;
  x->is_ready = true;
  for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++)
    for (size_t n = 0; (d = sv_describe_nth(ctx, kinds[k], n)); n++)
      if (d->graph && x->all_count < SV_DOCUMENTS_KNOWN)
        x->all[x->all_count++] = d;
}

/* The document that describes IRI, or NULL. */
static const struct sv_description *describing(struct sv_ctx *ctx, struct sv_lookup *x,
                                               const char *iri)
{
  if (!x->is_ready)
    take_documents(ctx, x);
  for (size_t i = 0; i < x->all_count; i++) {
    const sv_term term = sv_graph_find_iris(x->all[i]->graph, iri);
    if (term && sv_is_described(x->all[i]->graph, term))
      return x->all[i];
  }
  return NULL;
}

/* Whether documents of the target describe something in the folder of IRI. */
static bool neighbours_are_described(struct sv_lookup *x, const char *iri)
{
  const size_t size = sv_namespace_size(iri);
  bool found = false;
  for (size_t i = 0; i < x->folder_count; i++)
    if (x->folders[i].size == size && memcmp(x->folders[i].name, iri, size) == 0)
      return x->folders[i].is_described;
  if (x->folder_count == SV_FOLDERS_KNOWN)
    return false;
  for (size_t i = 0; size && !found && i < x->all_count; i++)
    found = has_neighbour(x->all[i], iri, size);
  const size_t at = x->folder_count++;
  x->folders[at].name = iri;
  x->folders[at].size = size;
  x->folders[at].is_described = found;
  return found;
}

enum sv_resource sv_resource_find(struct sv_ctx *ctx, struct sv_lookup *x, const char *iri,
                                  const struct sv_description **in)
{
  const struct sv_description *d = describing(ctx, x, iri);
  if (in)
    *in = d;
  if (d)
    return SV_RESOURCE_DESCRIBED;
  if (sv_is_own_url(ctx, iri)) {
    if (x->asked >= SV_RESOURCES_ASKED)
      return SV_RESOURCE_ELSEWHERE;
    x->asked++;
    const char *url = ctx->sv->format(ctx, "%.*s", (int)strcspn(iri, "#"), iri);
    const struct sv_response *r = sv_http(ctx, .url = url);
    if (!r->error && r->status >= 200 && r->status < 400)
      return SV_RESOURCE_ANSWERS;
    return sv_is_gone(r) ? SV_RESOURCE_GONE : SV_RESOURCE_ELSEWHERE;
  }
  return neighbours_are_described(x, iri) ? SV_RESOURCE_GONE : SV_RESOURCE_ELSEWHERE;
}
