// SPDX-License-Identifier: Apache-2.0
/* Access rights in descriptions of data, and whether what is said of access is so. */
#include "plugins/legal/legal.h"

#include "engines/base/ascii.h"
#include "plugins/describe/distribution.h"
#include "plugins/describe/names.h"
#include "plugins/describe/rule.h"

#include <samsvar/helpers.h>
#include <string.h>

#define ACCESS DCT "accessRights"
#define RIGHT "http://publications.europa.eu/resource/authority/access-right/"

static const char *const datasets[] = { DCAT "Dataset", NULL };
static const char *const services[] = { DCAT "DataService", NULL };

#define HINT_RIGHT N_("State one access right: PUBLIC, RESTRICTED or NON_PUBLIC of the EU list.")

enum sv_outcome sv_legal_access_stated(struct sv_ctx *ctx)
{
  return sv_judge_property(
      ctx, &(struct sv_property_rule){
               .classes = datasets, .property = ACCESS, .min = 1, .max = 1, .hint = HINT_RIGHT });
}

enum sv_outcome sv_legal_access_service(struct sv_ctx *ctx)
{
  return sv_judge_property(
      ctx, &(struct sv_property_rule){
               .classes = services, .property = ACCESS, .max = 1, .hint = HINT_RIGHT });
}

/* DCAT-AP-NO takes three codes of the EU list; the others are for documents. */
static void judge_code(struct sv_judging *j, const struct sv_triple *t)
{
  static const char *const three[] = { RIGHT "PUBLIC", RIGHT "RESTRICTED", RIGHT "NON_PUBLIC" };
  const char *iri = sv_iri_of(j->g, t->o);
  j->looked_at++;
  for (size_t k = 0; k < 3; k++)
    if (iri && strcmp(iri, three[k]) == 0)
      return;
  sv_judging_find_value(j, t, ACCESS,
                        (struct sv_node_fault){ .message = N_("The access right is none of the "
                                                              "three that the profile knows."),
                                                .expected = RIGHT "PUBLIC, RESTRICTED, NON_PUBLIC",
                                                .hint = HINT_RIGHT });
}

enum sv_outcome sv_legal_access_code(struct sv_ctx *ctx)
{
  static const char *const properties[] = { ACCESS, NULL };
  return sv_judge_values(ctx, properties, judge_code, NULL);
}

static void judge_request(struct sv_judging *j, sv_term node)
{
  size_t n;
  const struct sv_triple *values = sv_values_of(j->g, node, DCATNO "accessRequestURL", &n);
  if (!sv_has_iri(j->g, node, ACCESS, RIGHT "RESTRICTED"))
    return;
  const char *url = n == 1 ? sv_iri_of(j->g, values->o) : NULL;
  j->looked_at++;
  if (!url || !sv_starts_with(url, "http"))
    sv_judging_find(j, (struct sv_node_fault){ .node = node,
                                               .predicate = DCATNO "accessRequestURL",
                                               .line = n ? values : NULL,
                                               .value = n ? values->o : 0,
                                               .message = N_("Access is restricted, and nothing "
                                                             "says where to ask for it."),
                                               .expected = N_("one web address"),
                                               .hint = N_("Give the page where access is asked for "
                                                          "in dcatno:accessRequestURL.") });
}

enum sv_outcome sv_legal_access_request(struct sv_ctx *ctx)
{
  static const char *const classes[] = { DCAT "Dataset", DCAT "DataService", NULL };
  return sv_judge_nodes(ctx, classes, judge_request, NULL);
}

static void judge_request_page(struct sv_judging *j, sv_term node)
{
  size_t n;
  const struct sv_triple *values = sv_values_of(j->g, node, DCATNO "accessRequestURL", &n);
  if (n != 1 || !sv_has_iri(j->g, node, ACCESS, RIGHT "RESTRICTED"))
    return;
  (void)sv_judging_alive(j, values, sv_iri_of(j->g, values->o), SV_ASK_WHETHER,
                         (struct sv_node_fault){ .predicate = DCATNO "accessRequestURL",
                                                 .message = N_("The page where access is asked for "
                                                               "leads nowhere."),
                                                 .expected = N_("an answer with status 2xx"),
                                                 .hint = N_("Mend the address in the catalogue, or "
                                                            "publish the "
                                                            "page.") });
}

enum sv_outcome sv_legal_access_request_page(struct sv_ctx *ctx)
{
  static const char *const classes[] = { DCAT "Dataset", DCAT "DataService", NULL };
  return sv_judge_nodes(ctx, classes, judge_request_page, NULL);
}

/* Data sets with the right RIGHT, whose distributions JUDGE is handed. */
struct visit {
  const char *right;
  sv_judge_distribution *judge;
  bool services_too; /* also the endpoints of services that give nothing else */
  sv_term dataset;   /* at hand */
};

/* Whether all that SERVICE serves has the right. */
static bool serves_only(const struct sv_graph *g, sv_term service, const char *right)
{
  size_t n, with = 0;
  const struct sv_triple *served = sv_values_of(g, service, DCAT "servesDataset", &n);
  for (size_t i = 0; i < n; i++)
    with += sv_has_iri(g, served[i].o, ACCESS, right);
  return n > 0 && with == n;
}

static void visit_services(struct sv_judging *j, const struct visit *v)
{
  const sv_term serves = sv_graph_find_iris(j->g, DCAT "servesDataset");
  size_t n = 0, urls;
  const uint32_t *at = serves ? sv_graph_subjects(j->g, serves, v->dataset, &n) : NULL;
  for (size_t i = 0; i < n; i++) {
    const sv_term service = sv_graph_triples(j->g)[at[i]].s;
    const struct sv_triple *url = sv_values_of(j->g, service, DCAT "endpointURL", &urls);
    for (size_t k = 0; k < urls && serves_only(j->g, service, v->right); k++)
      v->judge(j, &(struct sv_distribution){ .node = service,
                                             .address = &url[k],
                                             .property = DCAT "endpointURL",
                                             .url = sv_iri_of(j->g, url[k].o) });
  }
}

static void visit_dataset(struct sv_judging *j, sv_term node)
{
  struct visit *v = j->own;
  size_t n;
  const struct sv_triple *parts = sv_values_of(j->g, node, DCAT "distribution", &n);
  if (!sv_has_iri(j->g, node, ACCESS, v->right))
    return;
  v->dataset = node;
  for (size_t i = 0; i < n; i++)
    sv_distribution_each(j, parts[i].o, v->judge);
  if (!v->services_too)
    return;
  j->looked_at += n == 0; /* what has no address is closed */
  visit_services(j, v);
}

static enum sv_outcome visit_data(struct sv_ctx *ctx, struct visit v)
{
  static const char *const classes[] = { DCAT "Dataset", NULL };
  return sv_judge_nodes(ctx, classes, visit_dataset, &v);
}

static void find_answer(struct sv_judging *j, const struct sv_distribution *x,
                        const struct sv_response *r, struct sv_node_fault f)
{
  f.actual = j->ctx->sv->format(j->ctx, "%d %s", r->status, r->url ? r->url : "");
  sv_judging_find_value(j, x->address, x->property, f);
}

/* Whether the description says where anybody finds out how the data is had. */
static bool is_documented(struct sv_judging *j, const struct sv_distribution *x)
{
  static const char *const pages[] = { DCAT "landingPage", FOAF "page", NULL };
  const struct visit *v = j->own;
  return sv_count_of_all(j->g, v->dataset, pages) || sv_count_of_all(j->g, x->node, pages);
}

static void judge_reachable(struct sv_judging *j, const struct sv_distribution *x)
{
  const struct sv_response *r = sv_judging_ask(j, x->url, SV_ASK_BEGIN);
  if (!r)
    return;
  j->looked_at++;
  if ((r->status == 401 || r->status == 403) && !is_documented(j, x))
    find_answer(j, x, r,
                (struct sv_node_fault){ .message = N_("The data is said to be open to all, and its "
                                                      "address asks for sign-in."),
                                        .expected = N_("an answer without sign-in"),
                                        .hint = N_("Open the address, or give the data the access "
                                                   "right it has.") });
  else if (r->status >= 400 && r->status != 401 && r->status != 403)
    find_answer(j, x, r,
                (struct sv_node_fault){ .message = N_("The data is said to be open to all, and its "
                                                      "address leads nowhere."),
                                        .expected = N_("an answer with status 2xx"),
                                        .hint = N_("Mend the address in the catalogue.") });
}

enum sv_outcome sv_legal_access_open(struct sv_ctx *ctx)
{
  return visit_data(ctx, (struct visit){ .right = RIGHT "PUBLIC", .judge = judge_reachable });
}

static void judge_key(struct sv_judging *j, const struct sv_distribution *x)
{
  const struct sv_response *r = sv_judging_ask(j, x->url, SV_ASK_BEGIN);
  if (!r)
    return;
  const bool is_closed = (r->status == 401 || r->status == 403) && is_documented(j, x);
  j->looked_at += r->status < 400 || is_closed;
  if (is_closed)
    find_answer(j, x, r,
                (struct sv_node_fault){ .message = N_("The data is said to be open to all, and its "
                                                      "address asks for a key; a page is named "
                                                      "that may tell how one is had."),
                                        .expected = N_("an answer without sign-in"),
                                        .hint = N_("See that anybody gets a key there by "
                                                   "themselves, on equal terms; else the data is "
                                                   "not public.") });
}

enum sv_outcome sv_legal_access_open_key(struct sv_ctx *ctx)
{
  return visit_data(ctx, (struct visit){ .right = RIGHT "PUBLIC", .judge = judge_key });
}

static bool is_page(const struct sv_response *r)
{
  const char *type = sv_header(r, "Content-Type");
  return type && strncasecmp(type, "text/html", 9) == 0;
}

static void judge_closed(struct sv_judging *j, const struct sv_distribution *x)
{
  const struct sv_response *r = sv_judging_ask(j, x->url, SV_ASK_BEGIN);
  if (!r)
    return;
  j->looked_at++;
  if (r->status >= 200 && r->status < 300 && !is_page(r))
    find_answer(j, x, r,
                (struct sv_node_fault){ .message = N_("The data is said to be closed, and anybody "
                                                      "can fetch it."),
                                        .expected = N_("401, 403 or 404 without sign-in"),
                                        .hint = N_("Close the address, or give the data the access "
                                                   "right it has.") });
}

enum sv_outcome sv_legal_access_closed(struct sv_ctx *ctx)
{
  return visit_data(
      ctx,
      (struct visit){ .right = RIGHT "NON_PUBLIC", .judge = judge_closed, .services_too = true });
}

static void judge_closed_page(struct sv_judging *j, const struct sv_distribution *x)
{
  const struct sv_response *r = sv_judging_ask(j, x->url, SV_ASK_BEGIN);
  if (!r)
    return;
  j->looked_at++;
  if (r->status >= 200 && r->status < 300 && is_page(r))
    find_answer(j, x, r,
                (struct sv_node_fault){ .message = N_("The data is said to be closed, and its "
                                                      "address shows anybody a page."),
                                        .expected = N_("401, 403 or 404 without sign-in"),
                                        .hint = N_("See that the page leads to no data without "
                                                   "sign-in, and name it in dcat:landingPage.") });
}

enum sv_outcome sv_legal_access_closed_page(struct sv_ctx *ctx)
{
  return visit_data(ctx, (struct visit){ .right = RIGHT "NON_PUBLIC",
                                         .judge = judge_closed_page,
                                         .services_too = true });
}
