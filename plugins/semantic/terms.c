// SPDX-License-Identifier: Apache-2.0
/* Namespaces and names that descriptions use, against those that there are. */
#include "plugins/describe/terms.h"
#include "plugins/describe/describe.h"
#include "plugins/semantic/semantic.h"

#include <stdlib.h>
#include <string.h>

enum { TOLD_MAX = 30, NAMES_MAX = 2000 };

/* The predicates and classes of a graph, each once, with the first triple that has it. */
struct used {
  sv_term term;
  const struct sv_triple *triple;
  bool is_class;
};

struct use {
  struct used *list;
  size_t count;
};

static struct use used_in(const struct sv_graph *g)
{
  const uint32_t terms = sv_graph_term_count(g);
  const struct sv_triple *t = sv_graph_triples(g);
  struct use u = { .list = calloc((size_t)terms + 1, sizeof *u.list) };
  bool *seen = calloc((size_t)terms + 1, sizeof *seen);
  for (size_t i = 0; u.list && seen && i < sv_graph_size(g); i++) {
    const bool is_type = t[i].p == SV_RDF_TYPE && sv_is_iri(t[i].o);
    const sv_term of[] = { t[i].p, is_type ? t[i].o : t[i].p };
    for (size_t k = 0; k < 2; k++) {
      if (seen[sv_term_index(of[k])])
        continue;
      seen[sv_term_index(of[k])] = true;
      u.list[u.count++] = (struct used){ of[k], &t[i], k == 1 };
    }
  }
  free(seen);
  return u;
}

static void say(struct sv_ctx *ctx, const struct sv_description *d, const struct used *u,
                const char *message, const char *hint, const char *expected)
{
  const char *iri = sv_graph_text(d->graph, u->term, NULL);
  json_t *args = json_pack("{s:s}", "name", iri);
  sv_node_find(ctx, d,
               &(struct sv_node_fault){ .node = u->triple->s,
                                        .line = u->triple,
                                        .message = message,
                                        .args = args,
                                        .expected = expected,
                                        .actual = iri,
                                        .hint = hint });
  json_decref(args);
}

/* Calls JUDGE for each name that D uses; it tells whether the name is at fault. */
static enum sv_outcome each_name(struct sv_ctx *ctx,
                                 bool (*judge)(struct sv_ctx *, const struct sv_description *,
                                               const struct used *, size_t *looked_at))
{
  enum sv_outcome outcome;
  size_t looked_at = 0, faults = 0;
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  struct use u = used_in(d->graph);
  for (size_t i = 0; i < u.count && faults < TOLD_MAX; i++)
    faults += judge(ctx, d, &u.list[i], &looked_at);
  free(u.list);
  return sv_describe_outcome(looked_at, faults);
}

static bool namespace_is_wrong(struct sv_ctx *ctx, const struct sv_description *d,
                               const struct used *u, size_t *looked_at)
{
  const char *iri = sv_graph_text(d->graph, u->term, NULL);
  ++*looked_at;
  const struct sv_term_list *meant = sv_terms_of(iri) ? NULL : sv_terms_meant(iri);
  if (!meant)
    return false;
  say(ctx, d, u, N_("{name} is in no known namespace, and one sign or two away from one that is."),
      N_("Bind the prefix to the namespace to the letter, with its # or /."),
      ctx->sv->format(ctx, "%s: <%s>", meant->prefix, meant->namespace));
  return true;
}

enum sv_outcome sv_sem_namespaces(struct sv_ctx *ctx)
{
  return each_name(ctx, namespace_is_wrong);
}

/* Whether an earlier name of U is in the namespace of number I. */
static bool is_told(const struct sv_graph *g, const struct use *u, size_t i)
{
  const char *iri = sv_graph_text(g, u->list[i].term, NULL);
  const size_t n = sv_namespace_size(iri);
  for (size_t k = 0; k < i && k < NAMES_MAX; k++) {
    const char *other = sv_graph_text(g, u->list[k].term, NULL);
    if (sv_namespace_size(other) == n && strncmp(iri, other, n) == 0)
      return true;
  }
  return false;
}

/* Namespaces that nobody here knows, and that are not near one that is: each is told once. */
enum sv_outcome sv_sem_unknown_namespaces(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  size_t faults = 0;
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  struct use u = used_in(d->graph);
  for (size_t i = 0; i < u.count && faults < TOLD_MAX; i++) {
    const char *iri = sv_graph_text(d->graph, u.list[i].term, NULL);
    if (sv_terms_of(iri) || sv_terms_meant(iri) || is_told(d->graph, &u, i))
      continue;
    faults++;
    say(ctx, d, &u.list[i], N_("The namespace of {name} is none that harvesters know."),
        N_("Use a vocabulary that the profile names where there is one; what only you know, others "
           "pass over."),
        NULL);
  }
  const size_t count = u.count;
  free(u.list);
  return sv_describe_outcome(count, faults);
}

static bool name_is_unknown(struct sv_ctx *ctx, const struct sv_description *d,
                            const struct used *u, size_t *looked_at)
{
  const char *iri = sv_graph_text(d->graph, u->term, NULL);
  const struct sv_term_list *list = u->is_class ? NULL : sv_terms_of(iri);
  if (!list || !list->names)
    return false;
  const char *name = iri + strlen(list->namespace);
  char near[80];
  const bool is_near = sv_terms_nearest(list, name, near, sizeof near);
  if (sv_terms_has(list, name, strlen(name))) {
    ++*looked_at;
    return false;
  }
  if (!list->is_complete && !is_near)
    return false;
  ++*looked_at;
  say(ctx, d, u, N_("There is no {name}."),
      N_("Use a term that the vocabulary has; harvesters pass over what they do not know."),
      is_near ? ctx->sv->format(ctx, "%s:%s", list->prefix, near)
              : ctx->sv->format(ctx, "%s (%s)", list->namespace, list->source));
  return true;
}

enum sv_outcome sv_sem_known_terms(struct sv_ctx *ctx)
{
  return each_name(ctx, name_is_unknown);
}
