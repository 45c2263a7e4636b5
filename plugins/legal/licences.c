// SPDX-License-Identifier: Apache-2.0
/* Licences in descriptions of data: that they are stated, once, where the data is handed out, with
 * a code that machines know. */
#include "plugins/legal/legal.h"

#include "engines/base/ascii.h"
#include "plugins/describe/names.h"
#include "plugins/describe/rule.h"

#include <string.h>

#define LICENCE DCT "license"
#define PUBLIC_ACCESS "http://publications.europa.eu/resource/authority/access-right/PUBLIC"
#define EU_LICENCE "http://publications.europa.eu/resource/authority/licence/"

static const char *const distributions[] = { DCAT "Distribution", NULL };
static const char *const services[] = { DCAT "DataService", NULL };
static const char *const catalogues[] = { DCAT "Catalog", NULL };

#define HINT_ONE                                                                                   \
  N_("State one licence with its code in the EU list, for example NLOD_2_0 or CC_BY_4_0.")

enum sv_outcome sv_legal_distribution_licence(struct sv_ctx *ctx)
{
  return sv_judge_property(
      ctx,
      &(struct sv_property_rule){
          .classes = distributions, .property = LICENCE, .min = 1, .max = 1, .hint = HINT_ONE });
}

enum sv_outcome sv_legal_service_licence(struct sv_ctx *ctx)
{
  return sv_judge_property(
      ctx, &(struct sv_property_rule){
               .classes = services, .property = LICENCE, .max = 1, .hint = HINT_ONE });
}

enum sv_outcome sv_legal_catalogue_licence(struct sv_ctx *ctx)
{
  return sv_judge_property(
      ctx, &(struct sv_property_rule){
               .classes = catalogues, .property = LICENCE, .min = 1, .max = 1, .hint = HINT_ONE });
}

/* The entry of the list of older addresses that IRI stands for, scheme and last slash aside; NULL:
 * none. */
static const struct sv_code *older_address(struct sv_ctx *ctx, const char *iri)
{
  const struct sv_vocabulary *list = sv_code_list(ctx, "no-open-licence-uri");
  const char *at = strstr(iri, "://");
  size_t size = at ? strlen(at) : 0;
  if (size && at[size - 1] == '/')
    size--;
  for (size_t i = 0; list && size && i < list->count; i++) {
    const char *known = strstr(list->codes[i].iri, "://");
    if (known && strlen(known) == size && memcmp(known, at, size) == 0)
      return &list->codes[i];
  }
  return NULL;
}

/* Each value of dct:license, judged by JUDGE: 0 not concerned, 1 in order, -1 at fault (and said).
 */
static enum sv_outcome each_licence(struct sv_ctx *ctx,
                                    int (*judge)(struct sv_ctx *, const struct sv_description *,
                                                 const struct sv_triple *))
{
  enum sv_outcome outcome;
  struct sv_tally tally = { 0 };
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  struct sv_nodes nodes = sv_nodes_with(d->graph, LICENCE);
  sv_term before = 0;
  for (sv_term node; (node = sv_nodes_next(&nodes)); before = node) {
    size_t n = 0;
    const struct sv_triple *values =
        node == before ? NULL : sv_values_of(d->graph, node, LICENCE, &n);
    for (size_t i = 0; values && i < n; i++) {
      const int verdict = judge(ctx, d, &values[i]);
      tally.looked_at += verdict != 0;
      tally.faults += verdict < 0;
    }
  }
  return sv_describe_outcome(tally.looked_at, tally.faults);
}

static const char *iri_of(const struct sv_description *d, const struct sv_triple *t)
{
  return sv_is_iri(t->o) ? sv_graph_text(d->graph, t->o, NULL) : NULL;
}

static int judge_code(struct sv_ctx *ctx, const struct sv_description *d, const struct sv_triple *t)
{
  const char *iri = iri_of(d, t);
  const struct sv_vocabulary *list = sv_code_list(ctx, "eu-licence");
  if (!list || (iri && !sv_starts_with(iri, EU_LICENCE) && older_address(ctx, iri)))
    return 0; /* an older address is another check's business */
  return sv_check_code(ctx, d, t, LICENCE, list, HINT_ONE) ? 1 : -1;
}

enum sv_outcome sv_legal_licence_code(struct sv_ctx *ctx)
{
  return each_licence(ctx, judge_code);
}

static int judge_withdrawn(struct sv_ctx *ctx, const struct sv_description *d,
                           const struct sv_triple *t)
{
  const char *iri = iri_of(d, t);
  const struct sv_vocabulary *list = sv_code_list(ctx, "eu-licence");
  const struct sv_code *code = iri && list ? sv_vocabulary_find(list, iri) : NULL;
  if (!code)
    return 0;
  if (strcmp(code->extra, "deprecated") != 0)
    return 1;
  sv_node_find(ctx, d,
               &(struct sv_node_fault){ .node = t->s,
                                        .predicate = LICENCE,
                                        .line = t,
                                        .value = t->o,
                                        .message = N_("The licence code has been withdrawn from "
                                                      "the EU list."),
                                        .hint = N_("Use the code of the licence's present "
                                                   "version.") });
  return -1;
}

enum sv_outcome sv_legal_licence_withdrawn(struct sv_ctx *ctx)
{
  return each_licence(ctx, judge_withdrawn);
}

static int judge_address(struct sv_ctx *ctx, const struct sv_description *d,
                         const struct sv_triple *t)
{
  const char *iri = iri_of(d, t);
  if (!iri)
    return 0;
  if (sv_starts_with(iri, EU_LICENCE))
    return 1;
  const struct sv_code *older = older_address(ctx, iri);
  if (!older)
    return 0;
  sv_node_find(
      ctx, d,
      &(struct sv_node_fault){ .node = t->s,
                               .predicate = LICENCE,
                               .line = t,
                               .value = t->o,
                               .message = N_("The licence is given by an older address."),
                               .expected = ctx->sv->format(ctx, EU_LICENCE "%s", older->extra),
                               .hint = N_("Use the licence's code in the EU list; the profile asks "
                                          "for it.") });
  return -1;
}

enum sv_outcome sv_legal_licence_address(struct sv_ctx *ctx)
{
  return each_licence(ctx, judge_address);
}

static int judge_nlod(struct sv_ctx *ctx, const struct sv_description *d, const struct sv_triple *t)
{
  static const char *const first[] = { "data.norge.no/nlod", "data.norge.no/nlod/no",
                                       "data.norge.no/nlod/no/1.0" };
  const char *iri = iri_of(d, t);
  if (!iri)
    return 0;
  if (strcmp(iri, EU_LICENCE "NLOD_2_0") == 0)
    return 1;
  bool old = strcmp(iri, EU_LICENCE "NLOD_1_0") == 0;
  const struct sv_code *known = old ? NULL : older_address(ctx, iri);
  for (size_t i = 0; known && i < 3; i++)
    old = old || strcmp(strstr(known->iri, "://") + 3, first[i]) == 0;
  if (!old)
    return 0;
  sv_node_find(ctx, d,
               &(struct sv_node_fault){ .node = t->s,
                                        .predicate = LICENCE,
                                        .line = t,
                                        .value = t->o,
                                        .message = N_("The licence is the first version of NLOD."),
                                        .expected = EU_LICENCE "NLOD_2_0",
                                        .hint = N_("Give the data out under NLOD 2.0, which "
                                                   "replaces it.") });
  return -1;
}

enum sv_outcome sv_legal_licence_nlod(struct sv_ctx *ctx)
{
  return each_licence(ctx, judge_nlod);
}

static bool is_public(const struct sv_graph *g, sv_term dataset)
{
  const sv_term p = sv_graph_find_iris(g, DCT "accessRights");
  const sv_term o = sv_graph_find_iris(g, PUBLIC_ACCESS);
  return p && o && sv_graph_find(g, dataset, p, o);
}

static bool has_open_licence(struct sv_ctx *ctx, const struct sv_graph *g, sv_term node)
{
  size_t n;
  const struct sv_triple *values = sv_values_of(g, node, LICENCE, &n);
  for (size_t i = 0; i < n; i++) {
    const char *iri = sv_is_iri(values[i].o) ? sv_graph_text(g, values[i].o, NULL) : NULL;
    if (iri &&
        (older_address(ctx, iri) || sv_vocabulary_find(sv_code_list(ctx, "no-open-licence"), iri)))
      return true;
  }
  return false;
}

enum sv_outcome sv_legal_open_licence(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct sv_tally tally = { 0 };
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  if (!sv_code_list(ctx, "no-open-licence"))
    return SV_CANT_TELL;
  struct sv_nodes nodes = sv_nodes_of(d->graph, DCAT "Dataset");
  for (sv_term node; (node = sv_nodes_next(&nodes));) {
    size_t n;
    bool open = false;
    const struct sv_triple *parts = sv_values_of(d->graph, node, DCAT "distribution", &n);
    if (n == 0 || !is_public(d->graph, node))
      continue;
    for (size_t i = 0; i < n; i++)
      open = open || has_open_licence(ctx, d->graph, parts[i].o);
    tally.looked_at++;
    if (open)
      continue;
    tally.faults++;
    sv_node_find(ctx, d,
                 &(struct sv_node_fault){ .node = node,
                                          .predicate = DCAT "distribution",
                                          .line = parts,
                                          .message = N_("The data set is open to all, and no "
                                                        "distribution of it has an open licence."),
                                          .expected = N_("CC BY 4.0, CC0 or NLOD 2.0"),
                                          .hint = N_("Give a distribution one of the three open "
                                                     "licences of the national catalogue.") });
  }
  return sv_describe_outcome(tally.looked_at, tally.faults);
}

static size_t count_licences(const struct sv_graph *g, sv_term node, const char *property,
                             size_t *parts)
{
  size_t n, licences = 0, own;
  const struct sv_triple *values = sv_values_of(g, node, property, &n);
  *parts += n;
  for (size_t i = 0; i < n; i++) {
    (void)sv_values_of(g, values[i].o, LICENCE, &own);
    licences += own;
  }
  return licences;
}

enum sv_outcome sv_legal_licence_place(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct sv_tally tally = { 0 };
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  struct sv_nodes nodes = sv_nodes_of(d->graph, DCAT "Dataset");
  for (sv_term node; (node = sv_nodes_next(&nodes));) {
    size_t parts = 0, own;
    const size_t below = count_licences(d->graph, node, DCAT "distribution", &parts);
    const struct sv_triple *on_itself = sv_values_of(d->graph, node, LICENCE, &own);
    if (parts == 0)
      continue;
    tally.looked_at++;
    if (own == 0 || below > 0)
      continue;
    tally.faults++;
    sv_node_find(ctx, d,
                 &(struct sv_node_fault){ .node = node,
                                          .predicate = LICENCE,
                                          .line = on_itself,
                                          .value = on_itself->o,
                                          .message = N_("The licence stands on the data set, and "
                                                        "on none of its distributions."),
                                          .expected = N_("dct:license on the distribution"),
                                          .hint = N_("Move the licence to each distribution, where "
                                                     "those who fetch the data look.") });
  }
  return sv_describe_outcome(tally.looked_at, tally.faults);
}
