// SPDX-License-Identifier: Apache-2.0
/* Access rights in descriptions of data, and whether what is said of access is so. */
#include "plugins/legal/legal.h"

#include "engines/base/ascii.h"
#include "plugins/describe/names.h"
#include "plugins/describe/own.h"
#include "plugins/describe/rule.h"

#include <samsvar/helpers.h>
#include <string.h>

#define ACCESS DCT "accessRights"
#define RIGHT "http://publications.europa.eu/resource/authority/access-right/"

enum { URLS_MAX = 8 };

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
enum sv_outcome sv_legal_access_code(struct sv_ctx *ctx)
{
  static const char *const three[] = { RIGHT "PUBLIC", RIGHT "RESTRICTED", RIGHT "NON_PUBLIC" };
  enum sv_outcome outcome;
  struct sv_tally tally = { 0 };
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  const sv_term p = sv_graph_find_iris(d->graph, ACCESS);
  const struct sv_triple *all = sv_graph_triples(d->graph);
  for (size_t i = 0; p && i < sv_graph_size(d->graph); i++) {
    const struct sv_triple *t = &all[i];
    if (t->p != p)
      continue;
    bool known = false;
    for (size_t k = 0; k < 3; k++)
      known =
          known || (sv_is_iri(t->o) && strcmp(sv_graph_text(d->graph, t->o, NULL), three[k]) == 0);
    tally.looked_at++;
    tally.faults += !known;
    if (!known)
      sv_node_find(ctx, d,
                   &(struct sv_node_fault){ .node = t->s,
                                            .predicate = ACCESS,
                                            .line = t,
                                            .value = t->o,
                                            .message = N_("The access right is none of the three "
                                                          "that the profile knows."),
                                            .expected = RIGHT "PUBLIC, RESTRICTED, NON_PUBLIC",
                                            .hint = HINT_RIGHT });
  }
  return sv_describe_outcome(tally.looked_at, tally.faults);
}

static bool has_right(const struct sv_graph *g, sv_term node, const char *right)
{
  const sv_term p = sv_graph_find_iris(g, ACCESS);
  const sv_term o = sv_graph_find_iris(g, right);
  return p && o && sv_graph_find(g, node, p, o);
}

enum sv_outcome sv_legal_access_request(struct sv_ctx *ctx)
{
  static const char *const classes[] = { DCAT "Dataset", DCAT "DataService" };
  enum sv_outcome outcome;
  struct sv_tally tally = { 0 };
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  for (size_t c = 0; c < 2; c++) {
    struct sv_nodes nodes = sv_nodes_of(d->graph, classes[c]);
    for (sv_term node; (node = sv_nodes_next(&nodes));) {
      size_t n;
      const struct sv_triple *values = sv_values_of(d->graph, node, DCATNO "accessRequestURL", &n);
      if (!has_right(d->graph, node, RIGHT "RESTRICTED"))
        continue;
      tally.looked_at++;
      if (n == 1 && sv_is_iri(values->o) &&
          sv_starts_with(sv_graph_text(d->graph, values->o, NULL), "http"))
        continue;
      tally.faults++;
      sv_node_find(ctx, d,
                   &(struct sv_node_fault){ .node = node,
                                            .predicate = DCATNO "accessRequestURL",
                                            .line = n ? values : NULL,
                                            .value = n ? values->o : 0,
                                            .message = N_("Access is restricted, and nothing says "
                                                          "where to ask for it."),
                                            .expected = N_("one web address"),
                                            .hint = N_("Give the page where access is asked for in "
                                                       "dcatno:accessRequestURL.") });
    }
  }
  return sv_describe_outcome(tally.looked_at, tally.faults);
}

/* Calls JUDGE with each download address of data sets that have RIGHT, on hosts of the target. */
struct visit {
  struct sv_ctx *ctx;
  const struct sv_description *d;
  size_t asked, faults, unknown;
};

typedef void judge_url(struct visit *v, sv_term dataset, const struct sv_triple *address,
                       const char *url);

static void visit_addresses(struct visit *v, sv_term dataset, sv_term part, judge_url *judge)
{
  static const char *const properties[] = { DCAT "downloadURL", DCAT "accessURL" };
  for (size_t k = 0; k < 2; k++) {
    size_t n;
    const struct sv_triple *values = sv_values_of(v->d->graph, part, properties[k], &n);
    for (size_t i = 0; i < n; i++) {
      const char *url =
          sv_is_iri(values[i].o) ? sv_graph_text(v->d->graph, values[i].o, NULL) : NULL;
      if (url && v->asked < URLS_MAX && sv_is_own_url(v->ctx, url)) {
        v->asked++;
        judge(v, dataset, &values[i], url);
      }
    }
    if (n > 0)
      return; /* the download is the data; without one, the access address is */
  }
}

static enum sv_outcome visit_data(struct sv_ctx *ctx, const char *right, judge_url *judge)
{
  enum sv_outcome outcome;
  struct visit v = { .ctx = ctx, .d = sv_describe(ctx, &outcome) };
  if (!v.d)
    return outcome;
  struct sv_nodes nodes = sv_nodes_of(v.d->graph, DCAT "Dataset");
  for (sv_term node; (node = sv_nodes_next(&nodes));) {
    size_t n;
    const struct sv_triple *parts = sv_values_of(v.d->graph, node, DCAT "distribution", &n);
    for (size_t i = 0; i < n && has_right(v.d->graph, node, right); i++)
      visit_addresses(&v, node, parts[i].o, judge);
  }
  if (v.faults == 0 && v.unknown > 0)
    return SV_CANT_TELL;
  return sv_describe_outcome(v.asked, v.faults);
}

static void find_answer(struct visit *v, sv_term dataset, const struct sv_triple *address,
                        const struct sv_response *r, const struct sv_node_fault *what)
{
  struct sv_node_fault f = *what;
  f.node = dataset;
  f.predicate = DCAT "distribution";
  f.line = address;
  f.actual = v->ctx->sv->format(v->ctx, "%d %s", r->status, r->url ? r->url : "");
  v->faults++;
  sv_node_find(v->ctx, v->d, &f);
}

static void judge_reachable(struct visit *v, sv_term dataset, const struct sv_triple *address,
                            const char *url)
{
  const struct sv_response *r =
      sv_http(v->ctx, .method = "HEAD", .url = url, .credential = "", .follow = 5);
  if (!r->error && (r->status == 405 || r->status == 501))
    r = sv_http(v->ctx, .url = url, .credential = "", .follow = 5);
  if (r->error || r->status == 429 || r->status >= 500) {
    v->unknown++;
    (void)sv_no_answer(v->ctx, r);
  } else if (r->status == 401 || r->status == 403) {
    find_answer(v, dataset, address, r,
                &(struct sv_node_fault){ .message = N_("The data is said to be open to all, and "
                                                       "its address asks for "
                                                       "sign-in."),
                                         .expected = N_("an answer without sign-in"),
                                         .hint = N_("Open the address, or give the data the access "
                                                    "right it has.") });
  } else if (r->status >= 400) {
    find_answer(v, dataset, address, r,
                &(struct sv_node_fault){ .message = N_("The data is said to be open to all, and "
                                                       "its address leads "
                                                       "nowhere."),
                                         .expected = N_("an answer with status 2xx"),
                                         .hint = N_("Mend the address in the catalogue.") });
  }
}

enum sv_outcome sv_legal_access_open(struct sv_ctx *ctx)
{
  return visit_data(ctx, RIGHT "PUBLIC", judge_reachable);
}

static void judge_closed(struct visit *v, sv_term dataset, const struct sv_triple *address,
                         const char *url)
{
  const struct sv_response *r = sv_http(v->ctx, .url = url, .credential = "", .follow = 5);
  if (r->error || r->status == 429 || r->status >= 500) {
    v->unknown++;
    (void)sv_no_answer(v->ctx, r);
    return;
  }
  const char *type = sv_header(r, "Content-Type");
  const bool is_page = type && strncasecmp(type, "text/html", 9) == 0;
  if (r->status >= 200 && r->status < 300 && !is_page)
    find_answer(v, dataset, address, r,
                &(struct sv_node_fault){ .message = N_("The data is said to be closed, and anybody "
                                                       "can fetch it."),
                                         .expected = N_("401, 403 or 404 without sign-in"),
                                         .hint = N_("Close the address, or give the data the "
                                                    "access right it has.") });
}

enum sv_outcome sv_legal_access_closed(struct sv_ctx *ctx)
{
  return visit_data(ctx, RIGHT "NON_PUBLIC", judge_closed);
}
