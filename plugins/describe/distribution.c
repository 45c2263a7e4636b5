// SPDX-License-Identifier: Apache-2.0
/* Distributions: their addresses and their form. */
#include "plugins/describe/distribution.h"

#include "plugins/describe/names.h"
#include "plugins/describe/rule.h"

#include <string.h>

void sv_distribution_each(struct sv_judging *j, sv_term node, sv_judge_distribution *judge)
{
  static const char *const properties[] = { DCAT "downloadURL", DCAT "accessURL" };
  for (size_t k = 0; k < 2; k++) {
    size_t n;
    const struct sv_triple *values = sv_values_of(j->g, node, properties[k], &n);
    for (size_t i = 0; i < n; i++) {
      const struct sv_distribution x = { .node = node,
                                         .address = &values[i],
                                         .property = properties[k],
                                         .url = sv_iri_of(j->g, values[i].o),
                                         .is_download = k == 0 };
      judge(j, &x);
    }
    if (n > 0)
      return; /* the download is the data; without one, the access address is */
  }
}

void sv_judging_distributions(struct sv_judging *j, sv_judge_distribution *judge)
{
  struct sv_nodes nodes = sv_nodes_of(j->g, DCAT "Distribution");
  for (sv_term node; (node = sv_nodes_next(&nodes));)
    sv_distribution_each(j, node, judge);
}

const char *sv_distribution_format(struct sv_judging *j, sv_term node)
{
  const struct sv_vocabulary *list = sv_code_list(j->ctx, "eu-file-type");
  size_t n;
  const struct sv_triple *values = sv_values_of(j->g, node, DCT "format", &n);
  for (size_t i = 0; list && i < n; i++) {
    const char *iri = sv_iri_of(j->g, values[i].o);
    const struct sv_code *code = iri ? sv_vocabulary_find(list, iri) : NULL;
    if (code)
      return code->code;
  }
  return NULL;
}

const char *sv_distribution_media(const struct sv_graph *g, sv_term node)
{
  const char *media = sv_text_of(g, node, DCAT "mediaType");
  const char *after = media ? strstr(media, "media-types/") : NULL;
  return after ? after + strlen("media-types/") : media;
}

bool sv_dataset_is_public(const struct sv_graph *g, sv_term dataset)
{
  return sv_has_iri(g, dataset, DCT "accessRights",
                    "http://publications.europa.eu/resource/authority/access-right/PUBLIC");
}

static enum sv_dataset_form form_of(struct sv_judging *j, sv_term node)
{
  static const char *const open_media[] = { "json", "xml", "csv", "turtle", "n-triples" };
  const struct sv_file_type *type = sv_file_type_find(sv_distribution_format(j, node));
  const char *media = sv_distribution_media(j->g, node);
  if (type && !type->machine)
    return SV_FORM_FOR_PEOPLE;
  if (type)
    return type->open ? SV_FORM_OPEN : SV_FORM_CLOSED;
  for (size_t i = 0; media && i < sizeof open_media / sizeof open_media[0]; i++)
    if (strstr(media, open_media[i]))
      return SV_FORM_OPEN;
  return SV_FORM_UNSTATED;
}

enum sv_dataset_form sv_dataset_form(struct sv_judging *j, sv_term dataset)
{
  const sv_term serves = sv_graph_find_iris(j->g, DCAT "servesDataset");
  enum sv_dataset_form best = SV_FORM_NONE;
  size_t n, services = 0;
  const struct sv_triple *parts = sv_values_of(j->g, dataset, DCAT "distribution", &n);
  const uint32_t *at = serves ? sv_graph_subjects(j->g, serves, dataset, &services) : NULL;
  for (size_t i = 0; i < n + services; i++) {
    const sv_term node = i < n ? parts[i].o : sv_graph_triples(j->g)[at[i - n]].s;
    const enum sv_dataset_form form = form_of(j, node);
    if (form > best)
      best = form;
  }
  return best;
}
