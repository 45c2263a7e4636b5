// SPDX-License-Identifier: Apache-2.0
/* Licences in descriptions of data: that they are stated, once, where the data is handed out, with
 * a code that machines know. */
#include "plugins/legal/legal.h"

#include "engines/base/ascii.h"
#include "plugins/describe/distribution.h"
#include "plugins/describe/names.h"
#include "plugins/describe/rule.h"

#include <string.h>

#define LICENCE DCT "license"
#define EU_LICENCE "http://publications.europa.eu/resource/authority/licence/"

static const char *const distributions[] = { DCAT "Distribution", NULL };
static const char *const datasets[] = { DCAT "Dataset", NULL };
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

const struct sv_code *sv_legal_older_address(struct sv_ctx *ctx, const char *iri)
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

static enum sv_outcome each_licence(struct sv_ctx *ctx, sv_judge_value *judge)
{
  static const char *const properties[] = { LICENCE, NULL };
  return sv_judge_values(ctx, properties, judge, NULL);
}

/* The code that IRI is but for https in place of http, or a slash at its end; NULL: none. */
static const struct sv_code *misspelt(const struct sv_vocabulary *list, const char *iri)
{
  const struct sv_code *meant = NULL;
  if (!iri || sv_vocabulary_judge(list, iri, &meant) != SV_CODE_MISSPELT || !meant)
    return NULL;
  const char *at = strstr(iri, "://"), *known = strstr(meant->iri, "://");
  size_t size = at ? strlen(at) : 0;
  if (size && at[size - 1] == '/')
    size--;
  return at && known && strlen(known) == size && memcmp(at, known, size) == 0 ? meant : NULL;
}

static void judge_code(struct sv_judging *j, const struct sv_triple *t)
{
  const char *iri = sv_iri_of(j->g, t->o);
  const struct sv_vocabulary *list = sv_code_list(j->ctx, "eu-licence");
  if (!list || misspelt(list, iri) ||
      (iri && !sv_starts_with(iri, EU_LICENCE) && sv_legal_older_address(j->ctx, iri)))
    return; /* other checks warn of how it is spelt and of older addresses */
  j->looked_at++;
  j->faults += !sv_check_code(j->ctx, j->d, t, LICENCE, list, HINT_ONE);
}

enum sv_outcome sv_legal_licence_code(struct sv_ctx *ctx)
{
  return each_licence(ctx, judge_code);
}

static void judge_spelling(struct sv_judging *j, const struct sv_triple *t)
{
  const char *iri = sv_iri_of(j->g, t->o);
  const struct sv_vocabulary *list = sv_code_list(j->ctx, "eu-licence");
  const struct sv_code *meant = list ? misspelt(list, iri) : NULL;
  j->looked_at += meant || (iri && list && sv_vocabulary_find(list, iri));
  if (meant)
    sv_judging_find_value(j, t, LICENCE,
                          (struct sv_node_fault){ .message = N_("The licence is a code of the EU "
                                                                "list, but not "
                                                                "spelt as there."),
                                                  .expected = meant->iri,
                                                  .hint = N_("Write the address letter by letter: "
                                                             "with http, and "
                                                             "without a slash at its end.") });
}

enum sv_outcome sv_legal_licence_spelling(struct sv_ctx *ctx)
{
  return each_licence(ctx, judge_spelling);
}

static void judge_withdrawn(struct sv_judging *j, const struct sv_triple *t)
{
  const char *iri = sv_iri_of(j->g, t->o);
  const struct sv_vocabulary *list = sv_code_list(j->ctx, "eu-licence");
  const struct sv_code *code = iri && list ? sv_vocabulary_find(list, iri) : NULL;
  if (!code)
    return;
  j->looked_at++;
  if (strcmp(code->extra, "deprecated") == 0)
    sv_judging_find_value(j, t, LICENCE,
                          (struct sv_node_fault){ .message = N_("The licence code has been "
                                                                "withdrawn from the EU list."),
                                                  .hint = N_("Use the code of the licence's "
                                                             "present version.") });
}

enum sv_outcome sv_legal_licence_withdrawn(struct sv_ctx *ctx)
{
  return each_licence(ctx, judge_withdrawn);
}

static void judge_address(struct sv_judging *j, const struct sv_triple *t)
{
  const char *iri = sv_iri_of(j->g, t->o);
  const bool is_code = iri && sv_starts_with(iri, EU_LICENCE);
  const struct sv_code *older = iri && !is_code ? sv_legal_older_address(j->ctx, iri) : NULL;
  j->looked_at += is_code || older;
  if (older)
    sv_judging_find_value(j, t, LICENCE,
                          (struct sv_node_fault){
                              .message = N_("The licence is given by an older address."),
                              .expected = j->ctx->sv->format(j->ctx, EU_LICENCE "%s", older->extra),
                              .hint = N_("Use the licence's code in the EU list; the profile asks "
                                         "for it.") });
}

enum sv_outcome sv_legal_licence_address(struct sv_ctx *ctx)
{
  return each_licence(ctx, judge_address);
}

static void judge_nlod(struct sv_judging *j, const struct sv_triple *t)
{
  static const char *const first[] = { "data.norge.no/nlod", "data.norge.no/nlod/no",
                                       "data.norge.no/nlod/no/1.0" };
  const char *iri = sv_iri_of(j->g, t->o);
  if (!iri)
    return;
  bool old = strcmp(iri, EU_LICENCE "NLOD_1_0") == 0;
  const struct sv_code *known = old ? NULL : sv_legal_older_address(j->ctx, iri);
  for (size_t i = 0; known && i < 3; i++)
    old = old || strcmp(strstr(known->iri, "://") + 3, first[i]) == 0;
  j->looked_at += old || strcmp(iri, EU_LICENCE "NLOD_2_0") == 0;
  if (old)
    sv_judging_find_value(j, t, LICENCE,
                          (struct sv_node_fault){ .message = N_("The licence is the first version "
                                                                "of NLOD."),
                                                  .expected = EU_LICENCE "NLOD_2_0",
                                                  .hint = N_("Give the data out under NLOD 2.0, "
                                                             "which replaces it.") });
}

enum sv_outcome sv_legal_licence_nlod(struct sv_ctx *ctx)
{
  return each_licence(ctx, judge_nlod);
}

static bool has_open_licence(struct sv_ctx *ctx, const struct sv_graph *g, sv_term node)
{
  size_t n;
  const struct sv_triple *values = sv_values_of(g, node, LICENCE, &n);
  for (size_t i = 0; i < n; i++) {
    const char *iri = sv_iri_of(g, values[i].o);
    if (iri && (sv_legal_older_address(ctx, iri) ||
                sv_vocabulary_find(sv_code_list(ctx, "no-open-licence"), iri)))
      return true;
  }
  return false;
}

bool sv_legal_has_open_licence(struct sv_judging *j, sv_term dataset)
{
  size_t n;
  const struct sv_triple *parts = sv_values_of(j->g, dataset, DCAT "distribution", &n);
  for (size_t i = 0; i < n; i++)
    if (has_open_licence(j->ctx, j->g, parts[i].o))
      return true;
  return n == 0;
}

static void judge_open(struct sv_judging *j, sv_term node)
{
  size_t n;
  const struct sv_triple *parts = sv_values_of(j->g, node, DCAT "distribution", &n);
  if (n == 0 || !sv_dataset_is_public(j->g, node))
    return;
  j->looked_at++;
  if (sv_legal_has_open_licence(j, node))
    return;
  sv_judging_find(j, (struct sv_node_fault){ .node = node,
                                             .predicate = DCAT "distribution",
                                             .line = parts,
                                             .message = N_("The data set is open to all, and no "
                                                           "distribution of it has an open "
                                                           "licence."),
                                             .expected = N_("CC BY 4.0, CC0 or NLOD 2.0"),
                                             .hint = N_("Give a distribution one of the three open "
                                                        "licences of the national "
                                                        "catalogue.") });
}

enum sv_outcome sv_legal_open_licence(struct sv_ctx *ctx)
{
  if (!sv_code_list(ctx, "no-open-licence"))
    return SV_CANT_TELL;
  return sv_judge_nodes(ctx, datasets, judge_open, NULL);
}

/* How many licences the nodes have that refer to NODE with PROPERTY. */
static size_t licences_of_owners(const struct sv_graph *g, const char *property, sv_term node)
{
  const sv_term p = sv_graph_find_iris(g, property);
  size_t n = 0, licences = 0;
  const uint32_t *at = p ? sv_graph_subjects(g, p, node, &n) : NULL;
  for (size_t i = 0; i < n; i++)
    licences += sv_count_of(g, sv_graph_triples(g)[at[i]].s, LICENCE);
  return licences;
}

/* The licences of the distributions and services of DATASET. */
static size_t licences_below(const struct sv_graph *g, sv_term dataset)
{
  size_t n, by_services, all = licences_of_owners(g, DCAT "servesDataset", dataset);
  const struct sv_triple *part = sv_values_of(g, dataset, DCAT "distribution", &n);
  for (size_t i = 0; i < n; i++) {
    const struct sv_triple *by = sv_values_of(g, part[i].o, DCAT "accessService", &by_services);
    all += sv_count_of(g, part[i].o, LICENCE);
    for (size_t k = 0; k < by_services; k++)
      all += sv_count_of(g, by[k].o, LICENCE);
  }
  return all;
}

static void judge_place(struct sv_judging *j, sv_term node)
{
  size_t own;
  const size_t parts = sv_count_of(j->g, node, DCAT "distribution");
  const struct sv_triple *on_itself = sv_values_of(j->g, node, LICENCE, &own);
  j->looked_at += parts > 0;
  if (parts == 0 || licences_below(j->g, node) > 0 ||
      (own == 0 && licences_of_owners(j->g, DCAT "dataset", node) == 0))
    return;
  sv_judging_find(j, (struct sv_node_fault){ .node = node,
                                             .predicate = own ? LICENCE : NULL,
                                             .line = own ? on_itself : NULL,
                                             .value = own ? on_itself->o : 0,
                                             .message = own ? N_("The licence stands on the data "
                                                                 "set, "
                                                                 "and on none of its "
                                                                 "distributions.")
                                                            : N_("Only the catalogue has a "
                                                                 "licence, which "
                                                                 "is for its descriptions; none of "
                                                                 "the "
                                                                 "data set's distributions has "
                                                                 "one."),
                                             .expected = N_("dct:license on the distribution"),
                                             .hint = N_("Move the licence to each distribution, "
                                                        "where those who fetch the data "
                                                        "look.") });
}

enum sv_outcome sv_legal_licence_place(struct sv_ctx *ctx)
{
  return sv_judge_nodes(ctx, datasets, judge_place, NULL);
}
