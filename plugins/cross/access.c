// SPDX-License-Identifier: Apache-2.0
/* Who may have the data, by the catalogue and by the description of the API that gives it. */
#include "plugins/cross/cross.h"

#include "plugins/cross/compare.h"
#include "plugins/cross/operations.h"
#include "plugins/describe/judge.h"
#include "plugins/describe/names.h"

#include <string.h>

#define ACCESS "http://publications.europa.eu/resource/authority/access-right/"

static const char closed[] = N_("The catalogue says that the data is open to all, but the API "
                                "description asks for sign-in.");
static const char open[] = N_("The catalogue says that the data is not for the public, but the API "
                              "description asks for no sign-in.");
static const char hint[] = N_("Find out which of them is right, and correct the other: "
                              "dct:accessRights or security.");

enum { TOLD_MOST = 20 };

/* 1: open to all, -1: not for the public, 0: something else, or not said. */
static int rights_of(const struct sv_graph *g, sv_term node, const struct sv_triple **said)
{
  size_t n;
  *said = sv_values_of(g, node, DCT "accessRights", &n);
  const char *iri = n == 1 ? sv_iri_of(g, (*said)->o) : NULL;
  if (iri && strcmp(iri, ACCESS "PUBLIC") == 0)
    return 1;
  return iri && strcmp(iri, ACCESS "NON_PUBLIC") == 0 ? -1 : 0;
}

static void contradict(struct sv_cross_pair *p, const struct sv_triple *said, bool is_public,
                       sv_value at, const char *shown)
{
  const struct sv_side first = sv_side_of_triple(p->ctx, p->d, said);
  const struct sv_side second = sv_side_of_value(p->ctx, p->api, at, shown);
  if (p->faults++ < TOLD_MOST)
    sv_cross_contradiction(p->ctx, is_public ? closed : open, &first, &second, hint);
}

/* A data service as a whole: every operation, or none, asks for sign-in. */
static void judge_service(struct sv_cross_pair *p)
{
  size_t secured, open_to_all;
  const struct sv_triple *said;
  const int rights = rights_of(p->g, p->service, &said);
  sv_api_count_secured(p->api, &secured, &open_to_all);
  if (rights == 0 || secured + open_to_all == 0)
    return;
  p->looked_at++;
  const sv_value paths = sv_api_get(p->api->doc, SV_DOC_ROOT, "paths");
  if (rights > 0 && open_to_all == 0)
    contradict(p, said, true, paths, "security");
  if (rights < 0 && secured == 0)
    contradict(p, said, false, paths, "security: []");
}

static void judge_address(struct sv_cross_pair *p, const struct sv_triple *said, int rights,
                          const char *url)
{
  bool is_below;
  const struct sv_doc *d = p->api->doc;
  const sv_value item = sv_api_path_of(p->ctx, p->api, url, &is_below);
  const sv_value get = item == SV_DOC_NONE ? SV_DOC_NONE : sv_api_get(d, item, "get");
  if (get == SV_DOC_NONE)
    return;
  p->looked_at++;
  const bool is_secured = sv_api_is_secured(p->api, get);
  if ((rights > 0) != is_secured)
    return;
  const char *name =
      p->ctx->sv->format(p->ctx, "GET %s", sv_api_text(p->ctx, p->api, sv_doc_key(d, item)));
  contradict(p, said, rights > 0, get, name);
}

/* Each data set by the operations that give its distributions. */
static void judge_datasets(struct sv_cross_pair *p)
{
  static const char *const properties[] = { DCAT "accessURL", DCAT "downloadURL" };
  struct sv_nodes nodes = sv_nodes_of(p->g, DCAT "Dataset");
  for (sv_term set; (set = sv_nodes_next(&nodes));) {
    const struct sv_triple *said;
    size_t n, k;
    const int rights = rights_of(p->g, set, &said);
    const struct sv_triple *of = sv_values_of(p->g, set, DCAT "distribution", &n);
    for (size_t i = 0; rights && i < n * 2; i++) {
      const struct sv_triple *urls = sv_values_of(p->g, of[i / 2].o, properties[i % 2], &k);
      const char *url = k ? sv_iri_of(p->g, urls->o) : NULL;
      if (url)
        judge_address(p, said, rights, url);
    }
  }
}

static void judge(struct sv_cross_pair *p)
{
  judge_service(p);
  judge_datasets(p);
}

enum sv_outcome sv_cross_rights(struct sv_ctx *ctx)
{
  return sv_cross_pairs(ctx, judge);
}

/* --- addresses of data that the description does not have --- */

static void judge_path(struct sv_cross_pair *p, const struct sv_triple *address)
{
  bool is_below;
  const char *url = sv_iri_of(p->g, address->o);
  const char *base = sv_cross_endpoint(p->ctx, "api");
  if (!url || !base || !sv_is_address_below(url, base))
    return;
  const sv_value item = sv_api_path_of(p->ctx, p->api, url, &is_below);
  p->looked_at += is_below;
  if (!is_below || item != SV_DOC_NONE)
    return;
  const struct sv_side first =
      sv_side_of_value(p->ctx, p->api, sv_api_get(p->api->doc, SV_DOC_ROOT, "paths"), "paths");
  const struct sv_side second = sv_side_of_triple(p->ctx, p->d, address);
  if (p->faults++ < TOLD_MOST)
    sv_cross_contradiction(p->ctx,
                           N_("The catalogue says that data is had from the API at an address "
                              "that the API description does not have."),
                           &first, &second,
                           N_("Describe the operation, or correct the address of the "
                              "distribution."));
}

static void judge_paths(struct sv_cross_pair *p)
{
  static const char *const properties[] = { DCAT "accessURL", DCAT "downloadURL" };
  struct sv_nodes nodes = sv_nodes_of(p->g, DCAT "Distribution");
  for (sv_term node; (node = sv_nodes_next(&nodes));)
    for (size_t i = 0; i < 2; i++) {
      size_t n;
      const struct sv_triple *urls = sv_values_of(p->g, node, properties[i], &n);
      for (size_t k = 0; k < n; k++)
        judge_path(p, &urls[k]);
    }
}

enum sv_outcome sv_cross_paths(struct sv_ctx *ctx)
{
  return sv_cross_pairs(ctx, judge_paths);
}
