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
